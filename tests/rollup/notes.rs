//! What is said of results that are put together, each with its near miss.

use tonghop::base::lang::Lang;
use tonghop::result::diff;
use tonghop::result::report::kind::{Kind, Part};
use tonghop::result::rollup::{
    FileCounts, ResultFacts, ResultHeading, Rollup, StatisticTotal, rollup,
};

use crate::diff::made::Made;

const CRITERIA: [(&str, &str, i64); 2] = [("1.1", "Một", 20), ("1.2", "Hai", 30)];

fn year(year: i32) -> Made {
    Made::new(year, &CRITERIA, &["tinh"])
}

fn with_units(year: i32, units: &[(&str, &str, i64)]) -> Made {
    let mut made = self::year(year);
    for (id, name, points) in units {
        made.unit(id, name, &[("1.1", Some(*points), Some(*points), false)], 0);
    }
    made
}

/// The facts of a result of an authority. Its name tells it from all others.
fn facts(made: &Made, name: &str, authority: &str) -> ResultFacts {
    let mut made = made.clone();
    made.fact(Kind::Campaign, None, name);
    let heading = ResultHeading {
        file: format!("{name}.xlsx"),
        label: name.to_string(),
        authority: authority.to_string(),
        provisional: None,
        percent_decimals: None,
    };
    ResultFacts::of(heading, diff::side_of_rows(&made.rows)).unwrap()
}

fn rolled(results: Vec<ResultFacts>) -> Rollup {
    rollup(results, FileCounts::default(), Vec::new())
}

fn codes(rollup: &Rollup) -> Vec<&str> {
    let mut codes: Vec<&str> = rollup.findings.iter().map(|one| one.rule.code).collect();
    codes.sort_unstable();
    codes
}

fn statistic(made: &mut Made, formula: &str, (part, whole, percent): (i64, i64, i64)) {
    let kind = |part| Kind::Statistic("ty_le".to_string(), part);
    made.fact(kind(Part::Value), Some(percent.into()), "Tỷ lệ");
    made.fact(kind(Part::Numerator), Some(part.into()), "");
    made.fact(kind(Part::Denominator), Some(whole.into()), "");
    made.fact(kind(Part::Covered), Some(1.into()), "");
    made.fact(kind(Part::Expected), Some(2.into()), "");
    made.fact(kind(Part::Order), Some(1.into()), "");
    made.fact(kind(Part::Formula), None, formula);
}

#[test]
fn the_same_result_counts_once() {
    let one = with_units(2017, &[("tinh/A", "Sở A", 10)]);
    let mut copy = facts(&one, "x", "");
    copy.file = "copy.xlsx".to_string();
    let joined = rolled(vec![facts(&one, "x", ""), copy]);
    assert_eq!(codes(&joined), ["TH523"]);
    assert_eq!((joined.files.read, joined.files.ignored), (1, 1));
    let other = with_units(2017, &[("tinh/B", "Sở B", 10)]);
    let joined = rolled(vec![facts(&one, "x", ""), facts(&other, "x", "")]);
    assert_eq!(codes(&joined), [""; 0]);
    assert_eq!(joined.files.read, 2);
    // What two authorities say is of two, and what is called alike is told.
    let joined = rolled(vec![facts(&one, "x", "A"), facts(&one, "x", "B")]);
    assert_eq!((codes(&joined), joined.files.read), (vec!["TH528"], 2));
}

#[test]
fn a_unit_is_not_added_twice() {
    let one = with_units(2017, &[("tinh/A", "Sở A", 10), ("tinh/B", "Sở B", 20)]);
    let twice = with_units(2017, &[("tinh/A", "Sở A", 12)]);
    let joined = rolled(vec![
        facts(&one, "x", "UBND tỉnh"),
        facts(&twice, "y", "UBND tỉnh"),
    ]);
    assert_eq!(codes(&joined), ["TH524"]);
    let message = joined.findings[0].message(Lang::Vi);
    assert!(
        message.contains("2017") && message.contains("Sở A"),
        "{message}"
    );
    let place = |name: &str| {
        let unit = joined.units.iter().find(|unit| unit.name == name).unwrap();
        unit.score.as_ref().unwrap().place
    };
    assert_eq!((place("Sở A"), place("Sở B")), (None, Some(1)));
    // One waits for what the other has: the unit is there once.
    let mut waits = with_units(2017, &[("tinh/C", "Sở C", 5)]);
    waits.missing("tinh/A", "Sở A");
    let joined = rolled(vec![
        facts(&one, "x", "UBND tỉnh"),
        facts(&waits, "y", "UBND tỉnh"),
    ]);
    assert_eq!(codes(&joined), [""; 0]);
    assert_eq!(joined.units.len(), 3);
    assert_eq!((joined.counts().expected, joined.counts().returned), (3, 3));
    // Another year is another result.
    let before = with_units(2016, &[("tinh/A", "Sở A", 12)]);
    let joined = rolled(vec![facts(&one, "x", "UBND tỉnh"), facts(&before, "y", "")]);
    assert_eq!(codes(&joined), [""; 0]);
    let a = joined.through_years.iter().find(|unit| unit.name == "Sở A");
    assert_eq!(a.unwrap().years.len(), 2);
}

#[test]
fn units_of_two_provinces_are_two() {
    let one = with_units(2017, &[("tinh/A", "Sở Tài chính", 10)]);
    let other = with_units(2017, &[("tinh/A", "Sở Tài chính", 20)]);
    let joined = rolled(vec![
        facts(&one, "x", "ỦY BAN NHÂN DÂN TỈNH KON TUM"),
        facts(&other, "y", "UBND tỉnh Gia Lai"),
    ]);
    assert_eq!(codes(&joined), ["TH528"]);
    let places: Vec<_> = joined
        .units
        .iter()
        .map(|unit| {
            let score = unit.score.as_ref().unwrap();
            (score.place, score.own_place)
        })
        .collect();
    assert_eq!(places, [(Some(1), None), (Some(2), None)]);
    // The authority may be written out or not.
    let joined = rolled(vec![
        facts(&one, "x", "ỦY BAN NHÂN DÂN TỈNH KON TUM"),
        facts(&other, "y", "UBND tỉnh Kon Tum"),
    ]);
    assert_eq!(codes(&joined), ["TH524"]);
}

#[test]
fn what_may_be_one_unit_is_told() {
    let one = with_units(2017, &[("tinh/A", "Sở Tài chính", 10)]);
    let code = with_units(2017, &[("tinh/A", "Sở Nội vụ", 20)]);
    let name = with_units(2017, &[("tinh/B", "Sở Tài chính", 20)]);
    for other in [&code, &name] {
        let joined = rolled(vec![facts(&one, "x", ""), facts(other, "y", "")]);
        assert_eq!(codes(&joined), ["TH529"]);
    }
    let other = with_units(2017, &[("tinh/B", "Sở Nội vụ", 20)]);
    let joined = rolled(vec![facts(&one, "x", ""), facts(&other, "y", "")]);
    assert_eq!(codes(&joined), [""; 0]);
}

/// A unit with other names that its result knows.
fn also_called(made: &Made, (code, name): (&str, &str), others: &str) -> Made {
    let mut made = made.clone();
    let row = made.fact(Kind::OtherNames, None, others);
    (row.level, row.code) = ("tinh".into(), code.to_string().into());
    row.unit = name.to_string().into();
    made
}

/// A name that was corrected, or is written in two ways, is the unit's where a result says so.
#[test]
fn a_unit_is_one_under_all_that_results_call_it() {
    let one = with_units(2017, &[("tinh/A", "So Tai chinh", 10)]);
    let plain = with_units(2017, &[("tinh/A", "Sở Tài chính", 12)]);
    let knows = also_called(&plain, ("A", "Sở Tài chính"), "[\"So Tai chinh\"]");
    let other = also_called(&plain, ("A", "Sở Tài chính"), "[\"Sở TC-KH\"]");
    let of = |made: &Made| facts(made, "y", "UBND tỉnh");
    for (made, code, units) in [
        (&knows, "TH524", 1),
        (&plain, "TH529", 2),
        (&other, "TH529", 2),
    ] {
        for both in [[of(&one), of(made)], [of(made), of(&one)]] {
            let joined = rolled(both.to_vec());
            assert_eq!(
                (codes(&joined), joined.counts().expected),
                (vec![code], units)
            );
        }
    }
    // A result of nobody known is of the one that knows its unit by that name.
    let joined = rolled(vec![facts(&one, "x", ""), of(&knows)]);
    assert_eq!(codes(&joined), ["TH524"]);
    // Two names are one unit where a third result knows both.
    let third = with_units(2017, &[("tinh/A", "Sở TC", 14)]);
    let both = also_called(
        &third,
        ("A", "Sở TC"),
        "[\"So Tai chinh\",\"Sở Tài chính\"]",
    );
    let joined = rolled(vec![of(&one), of(&plain), of(&both)]);
    assert_eq!(joined.counts().expected, 1, "{:?}", codes(&joined));
    // Through the years it is one as well.
    let before = with_units(2016, &[("tinh/A", "So Tai chinh", 10)]);
    let joined = rolled(vec![of(&before), of(&knows)]);
    assert_eq!((codes(&joined), joined.through_years.len()), (vec![], 1));
    // Under another code it may be another unit: that is told.
    let code = with_units(2017, &[("tinh/B", "So Tai chinh", 10)]);
    let joined = rolled(vec![of(&code), of(&knows)]);
    assert_eq!(codes(&joined), ["TH529"]);
    let joined = rolled(vec![of(&code), of(&other)]);
    assert_eq!(codes(&joined), [""; 0]);
}

#[test]
fn places_are_among_units_that_are_judged_alike() {
    let one = with_units(2017, &[("tinh/A", "Sở A", 10)]);
    let mut other = Made::new(2017, &[("1.1", "Một", 25), ("1.2", "Hai", 30)], &["tinh"]);
    other.unit("tinh/B", "Sở B", &[("1.1", Some(9), Some(9), false)], 0);
    let joined = rolled(vec![facts(&one, "x", ""), facts(&other, "y", "")]);
    assert_eq!(codes(&joined), ["TH525"]);
    let places = joined
        .units
        .iter()
        .map(|unit| unit.score.as_ref().unwrap().place);
    assert_eq!(places.collect::<Vec<_>>(), [Some(1), Some(1)]);
    assert!(!joined.levels[0].is_alike);
    assert!(joined.levels[0].all.grades.is_empty());
    let other = with_units(2017, &[("tinh/B", "Sở B", 9)]);
    let joined = rolled(vec![facts(&one, "x", ""), facts(&other, "y", "")]);
    assert_eq!(codes(&joined), [""; 0]);
    let places = joined
        .units
        .iter()
        .map(|unit| unit.score.as_ref().unwrap().place);
    assert_eq!(places.collect::<Vec<_>>(), [Some(1), Some(2)]);
}

#[test]
fn statistics_are_joined_where_they_are_computed_alike() {
    let mut one = with_units(2017, &[("tinh/A", "Sở A", 10)]);
    let mut other = with_units(2017, &[("tinh/B", "Sở B", 9)]);
    statistic(&mut one, "ratio; ; Σ a ÷ Σ b", (1, 2, 50));
    statistic(&mut other, "ratio; ; Σ a ÷ Σ b", (1, 1, 100));
    let joined = rolled(vec![facts(&one, "x", ""), facts(&other, "y", "")]);
    assert_eq!(codes(&joined), [""; 0]);
    let [only] = joined.statistics.as_slice() else {
        panic!("{:?}", joined.statistics)
    };
    let StatisticTotal::Sum(sum) = &only.years[&2017].total else {
        panic!("{only:?}")
    };
    assert_eq!(
        sum.value.unwrap().to_string(),
        "66.67",
        "the mean of the shares is 75"
    );
    assert_eq!((sum.covered, sum.expected), (2, 4));
    let mut other = with_units(2017, &[("tinh/B", "Sở B", 9)]);
    statistic(&mut other, "ratio; ; Σ a ÷ Σ c", (1, 1, 100));
    let joined = rolled(vec![facts(&one, "x", ""), facts(&other, "y", "")]);
    assert_eq!(codes(&joined), ["TH526"]);
    assert_eq!(joined.statistics.len(), 2);
}

#[test]
fn what_a_province_holds_itself_is_not_added() {
    let mut one = with_units(2017, &[("tinh/A", "Sở A", 10)]);
    let mut other = with_units(2017, &[("tinh/B", "Sở B", 9)]);
    statistic(&mut one, "given; xã; ", (0, 10, 8));
    statistic(&mut other, "given; xã; ", (0, 20, 12));
    let joined = rolled(vec![facts(&one, "x", "A"), facts(&other, "y", "B")]);
    assert_eq!(
        joined.statistics[0].years[&2017].total,
        StatisticTotal::NotAdded
    );
}

#[test]
fn points_by_the_best_of_each_result_are_told() {
    let rule = r#"{"type":"best_of_level","value":{"figure":"may"}}"#;
    let judged = |unit: (&str, &str, i64), rule: &str| {
        let mut made = with_units(2017, &[unit]);
        let row = made.fact(Kind::Rule, None, rule);
        (row.group, row.criterion) = ("1".into(), "1.1".into());
        made
    };
    let (a, b) = (("tinh/A", "Sở A", 10), ("tinh/B", "Sở B", 9));
    let results = vec![
        facts(&judged(a, rule), "x", ""),
        facts(&judged(b, rule), "y", ""),
    ];
    let joined = rolled(results.clone());
    assert_eq!(codes(&joined), ["TH527"]);
    assert!(joined.findings[0].message(Lang::Vi).contains("1.1"));
    // One result alone is measured by its own best.
    assert_eq!(codes(&rolled(vec![results[0].clone()])), [""; 0]);
    let plain = r#"{"type":"manual"}"#;
    let results = vec![
        facts(&judged(a, plain), "x", ""),
        facts(&judged(b, plain), "y", ""),
    ];
    assert_eq!(codes(&rolled(results)), [""; 0]);
}

#[test]
fn a_renamed_unit_goes_on() {
    let before = with_units(2016, &[("tinh/A", "Sở Bưu chính", 10)]);
    let mut now = with_units(2017, &[("tinh/B", "Sở Thông tin", 12)]);
    let plain = rolled(vec![facts(&before, "x", ""), facts(&now, "y", "")]);
    assert_eq!(plain.through_years.len(), 2, "never by likeness");
    now.succession("renamed", "tinh/A → tinh/B; 2017-05-01; văn bản");
    let joined = rolled(vec![facts(&before, "x", ""), facts(&now, "y", "")]);
    let [only] = joined.through_years.as_slice() else {
        panic!("{:?}", joined.through_years)
    };
    assert_eq!((only.name.as_str(), only.years.len()), ("Sở Thông tin", 2));
    // Of nobody known, it is not that of two provinces, nor does it make these one.
    let joined = rolled(vec![
        facts(&before, "x", ""),
        facts(&now, "y", "A"),
        facts(&now, "z", "B"),
    ]);
    assert_eq!(codes(&joined), ["TH528"]);
    assert_eq!(joined.through_years.len(), 3);
}
