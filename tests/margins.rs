//! Margins: against numbers that a script computed from the sample's scores, and against every set of criteria of random schemes.

use std::fs;
use std::str::FromStr;

use proptest::prelude::*;
use tonghop::base::date::Day;
use tonghop::base::ids::GroupId;
use tonghop::base::points::{Decimal, Points};
use tonghop::campaign::scheme::{Attained, Grade, PerLevel, Scheme, Threshold};
use tonghop::result::margins::{Margins, UnitMargins, Way};
use tonghop::result::report::Report;
use tonghop::result::status::{Returned, Status, UnitStatus};

use super::decision::report;
use super::scoring::trees::{Draws, Said, criteria, report_of, scheme, scored};

fn points(text: &str) -> Option<Points> {
    Decimal::from_str(text).ok().map(Points)
}

fn of<'m, 'r>(margins: &'m Margins<'r>, level: &str, code: &str) -> &'m UnitMargins<'r> {
    let level = margins.levels.iter().find(|one| one.level.0 == level);
    let mut units = level.unwrap().units.iter();
    units.find(|one| one.unit.code == code).unwrap()
}

/// `tests/data/margins/expected.py` says where the numbers come from.
#[test]
fn the_sample_is_as_far_from_its_limits_as_its_scores_say() {
    let margins = Margins::new(report());
    let text = fs::read_to_string("tests/data/margins/kontum-2017.csv").unwrap();
    let mut rows = 0;
    for row in csv::Reader::from_reader(text.as_bytes()).records() {
        let row = row.unwrap();
        let unit = of(&margins, &row[0], &row[1]);
        let (above, below) = (unit.above.as_ref(), unit.below.as_ref());
        let found = (
            Some(unit.total),
            unit.grade_now.unwrap(),
            above.map_or("", |above| above.grade),
            above.map(|above| above.missing),
            below.map_or("", |below| below.grade),
            below.map(|below| below.spare),
        );
        let expected = (
            points(&row[2]),
            &row[3],
            &row[4],
            points(&row[5]),
            &row[7],
            points(&row[8]),
        );
        assert_eq!(found, expected, "{}", &row[1]);
        rows += 1;
        let Some(above) = above else { continue };
        let Way::Criteria { criteria, total } = &above.way else {
            panic!("{}: {:?}", &row[1], above.way);
        };
        let fewest = criteria.len().to_string();
        let expected = if criteria.len() > 5 { "more" } else { &fewest };
        assert_eq!(&row[6], expected, "{}", &row[1]);
        assert!(*total >= above.limit, "{}", &row[1]);
        let first = &above.unclaimed[0].criterion.0;
        assert!(row[9].split(' ').any(|one| one == first), "{}", &row[1]);
        let left: Points = above.unclaimed.iter().map(|one| one.unclaimed).sum();
        assert_eq!(Some(left), points(&row[10]), "{}", &row[1]);
    }
    assert_eq!(rows, 28);
}

/// Of 30 units two are missing, and one states a total of another grade (`decision-134`): 852.4 for 849.9.
#[test]
fn what_is_not_certain_is_said() {
    let margins = Margins::new(report());
    let missing: Vec<&str> = margins
        .levels
        .iter()
        .flat_map(|level| &level.without)
        .map(|one| one.name)
        .collect();
    assert_eq!(
        missing,
        [
            "Sở Nông Nghiệp và Phát triển nông thôn",
            "UBND huyện Kon Rẫy"
        ]
    );
    // One unit states a total of another grade, and a second one of another place.
    let grades = margins.grades.unwrap();
    assert_eq!(
        (
            grades.expected,
            grades.certain,
            grades.open,
            grades.unread,
            grades.without_result
        ),
        (30, 27, 1, 0, 2)
    );
    let open = of(&margins, "tinh", "SKHCN");
    assert_eq!(
        (open.lowest, open.highest),
        (points("849.9").unwrap(), points("852.4").unwrap().into())
    );
}

#[test]
fn the_round_is_told_unit_by_unit() {
    let status = Status::new(report());
    let counts = (
        status.units.expected,
        status.units.received,
        status.units.missing,
    );
    assert_eq!(counts, (30, 28, 2));
    let all = &status.questions;
    assert_eq!((all.change_grade, all.change_place), (1, 1));
    let units: Vec<&UnitStatus> = status
        .levels
        .iter()
        .flat_map(|level| &level.units)
        .collect();
    let warnings: usize = units.iter().map(|unit| unit.questions.warnings).sum();
    assert_eq!((units.len(), warnings), (30, all.warnings));
    // Who is missing comes first, then what can change a grade, then a place.
    let first: Vec<&str> = units.iter().take(3).map(|unit| unit.name).collect();
    let expected = [
        "Sở Nông Nghiệp và Phát triển nông thôn",
        "Sở Khoa học và Công nghệ",
        "Sở Kế hoạch và Đầu tư",
    ];
    assert_eq!(first, expected);
    assert_eq!(units[0].returned, Returned::Missing);
    assert_eq!(
        units[1].since.map(Day::day_first),
        Some("17/01/2018".to_string())
    );
}

/// Just enough carries over, and a hundredth less does not; as far down a unit falls at a hundredth more.
#[test]
fn a_margin_is_what_makes_the_difference() {
    let report = report();
    let hundredth = Points(Decimal::new(1, 2));
    let mut seen = 0;
    for level in &report.levels {
        for row in &level.rows {
            let margins = Margins::new(report);
            let unit = of(&margins, &level.id.0, &row.unit.code);
            let has = report.attained(row);
            let with = |more: Points| {
                let has: Attained = has.shifted(more.into(), |_| Points::ZERO.into());
                report.grade(&level.id, &has).unwrap()
            };
            let own = with(Points::ZERO);
            if let Some(above) = &unit.above {
                assert_eq!(with(above.missing), above.grade);
                assert_eq!(with(above.missing - hundredth), own);
                seen += 1;
            }
            if let Some(below) = &unit.below {
                assert_eq!(with(-below.spare), own);
                assert_eq!(with(-below.spare - hundredth), below.grade);
                seen += 1;
            }
        }
    }
    assert!(seen > 40, "{seen}");
}

/// Criteria beyond which trying all sets of them takes too long.
const MOST: usize = 7;

fn graded(scheme: &mut Scheme, from: Points, each: Option<u8>) {
    let grade = |name: &str, from: Points, each: Option<u8>| Grade {
        name: name.to_string(),
        from: PerLevel::All(Threshold::Points(from.0)),
        each_group: each
            .map(|each| PerLevel::All(Threshold::Points(Decimal::from(u64::from(each))))),
        groups: indexmap::IndexMap::new(),
    };
    scheme.grades = vec![grade("Đạt", from, each), grade("Chưa", Points::ZERO, None)];
}

/// The fewest criteria that are enough, by trying all sets.
fn fewest(scheme: &Scheme, said: &[(String, Said)]) -> Option<usize> {
    let own: Vec<usize> = (0..said.len())
        .filter(|at| said[*at].1 != Said::Exempt)
        .collect();
    let is_enough = |set: u32| {
        let mut raised = said.to_vec();
        for (bit, at) in own.iter().enumerate() {
            if set & (1 << bit) != 0 {
                raised[*at].1 = Said::Points(10);
            }
        }
        let score = scored(scheme, &raised);
        let level = "tinh".into();
        let [_, now, _] = score.ends(scheme, &level);
        scheme.grade(&level, &now) == "Đạt"
    };
    let sets = 0..1_u32 << own.len();
    let enough = sets.filter(|set| is_enough(*set));
    enough.map(|set| set.count_ones() as usize).min()
}

fn way<'r>(margins: &'r Margins<'r>, report: &Report) -> Option<&'r Way<'r>> {
    let unit = margins.levels[0].units.first()?;
    assert_eq!(report.levels[0].rows.len(), 1);
    unit.above.as_ref().map(|above| &above.way)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, max_global_rejects: 4096, ..ProptestConfig::default() })]

    #[test]
    fn the_smallest_set_is_the_smallest_of_all(draws in proptest::collection::vec(any::<u8>(), 80)) {
        is_smallest(draws)?;
    }
}

/// What a weight of sevenths makes of a cap has no end: it is rounded no sooner than what it is added to.
#[test]
fn a_cap_below_a_weight_without_end_counts_to_the_last_decimal() {
    #[rustfmt::skip]
    let draws = vec![1, 0, 25, 3, 0, 0, 28, 66, 44, 9, 217, 103, 97, 9, 60, 44, 20, 32, 0, 57, 0, 0, 33, 1, 223, 40, 87, 160, 164, 0, 145, 216, 29, 159, 190, 0, 162, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 94, 62, 131, 166, 97, 67, 165, 94, 38, 83, 214, 249, 252, 129, 238, 191, 131, 25, 247, 247, 20, 11, 63, 175, 183, 151, 222, 115];
    is_smallest(draws).unwrap();
}

fn is_smallest(draws: Vec<u8>) -> Result<(), TestCaseError> {
    let mut said = Vec::new();
    let mut draws = Draws(draws, 0);
    let text = criteria(&mut draws, "1", 1, &mut said);
    let less = (draws.next(2) == 0).then(|| draws.next(30));
    let mut scheme = scheme(&text, less);
    prop_assume!(
        said.iter()
            .filter(|(_, said)| *said != Said::Exempt)
            .count()
            <= MOST
    );
    let now = scored(&scheme, &said);
    let all: Points = now.groups[&GroupId::from("1")].maximum.limit().unwrap();
    let from = now.total + Points(Decimal::from(u64::from(1 + draws.next(40))));
    graded(
        &mut scheme,
        from.min(all + Points::from(2)),
        (draws.next(3) == 0).then(|| draws.next(60)),
    );
    let report = report_of(&scheme, &said);
    let margins = Margins::new(&report);
    let expected = fewest(&scheme, &said);
    let shown = format!("{text}\n{said:?}\n{from} {margins:#?}");
    match way(&margins, &report) {
        None => {
            let without = report.levels[0].rows[0].is_without_score();
            prop_assert!(expected == Some(0) || without, "{}", shown);
        }
        Some(Way::Criteria { criteria, .. }) => {
            prop_assert_eq!(Some(criteria.len()), expected, "{}", shown);
            let raised: Vec<(String, Said)> = said
                .iter()
                .map(|(id, said)| {
                    let is_raised = criteria.iter().any(|one| one.0 == *id);
                    (id.clone(), if is_raised { Said::Points(10) } else { *said })
                })
                .collect();
            prop_assert_eq!(fewest(&scheme, &raised), Some(0), "{}", shown);
        }
        Some(Way::OutOfReach { .. }) => prop_assert_eq!(None, expected, "{}", shown),
        Some(Way::NotKnown) => prop_assert!(false, "{}", shown),
    }
    Ok(())
}
