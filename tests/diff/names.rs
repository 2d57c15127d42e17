//! A wording or a name that was corrected between two years is no other criterion and no other unit.

use tonghop::base::ids::UnitId;
use tonghop::result::diff::{self, Class, Diff, Reason, Side, State};
use tonghop::result::report::kind::Kind;

use super::made::Made;

const SCORES: [(&str, Option<i64>, Option<i64>, bool); 1] = [("1.1", Some(100), Some(100), false)];

/// A year of one criterion and one unit, each with a name and what it is called besides.
fn year(of: i32, criterion: (&str, &str), unit: (&str, &str, &str)) -> Side {
    let mut made = Made::new(of, &[("1.1", criterion.0, 60)], &["tinh"]);
    made.unit(&format!("tinh/{}", unit.0), unit.1, &SCORES, 0);
    if !criterion.1.is_empty() {
        let row = made.fact(Kind::OtherNames, None, criterion.1);
        (row.group, row.criterion) = ("1".into(), "1.1".into());
    }
    if !unit.2.is_empty() {
        let row = made.fact(Kind::OtherNames, None, unit.2);
        row.level = "tinh".into();
        row.code = unit.0.to_string().into();
        row.unit = unit.1.to_string().into();
    }
    diff::side_of_rows(&made.rows)
}

const OLD: &str = "May tinh";
const NEW: &str = "Máy tính";

fn items(diff: &Diff) -> usize {
    diff.items.len()
}

#[test]
fn a_wording_that_was_corrected_is_the_same_criterion() {
    let unit = ("STC", "Sở Tài chính", "");
    let before = year(2016, (OLD, ""), unit);
    for (criterion, is_same) in [
        ((NEW, "[\"May tinh\"]"), true),
        ((NEW, ""), false),
        ((NEW, "[\"Máy in\"]"), false),
    ] {
        let now = year(2017, criterion, unit);
        // Whichever side knows of it.
        for diff in [diff::diff(&before, &now), diff::diff(&now, &before)] {
            assert_eq!(items(&diff) == 0, is_same, "{criterion:?} {:?}", diff.items);
            let one = diff.units().next().unwrap();
            assert_eq!(one.class == Class::Comparable, is_same, "{:?}", one.reasons);
        }
    }
}

/// A year with one criterion whose points are those of the option chosen.
fn with_options(of: i32, options: &[(&str, i64)], others: &str, chosen: &str) -> Side {
    let mut made = Made::new(of, &[("1.1", NEW, 60)], &["tinh"]);
    made.unit("tinh/STC", "Sở Tài chính", &SCORES, 0);
    let options: Vec<String> = options
        .iter()
        .map(|(name, points)| format!("[\"{name}\",\"{points}\"]"))
        .collect();
    let options = options.join(",");
    let rule = format!(r#"{{"type":"choice","figure":"muc","options":[{options}]}}"#);
    let mut rows = vec![made.fact(Kind::Rule, None, &rule).clone()];
    let mut named = made.fact(Kind::FigureName("muc".to_string()), None, "Mức");
    (named.group, named.criterion) = ("1".into(), "1.1".into());
    if !others.is_empty() {
        rows.push(made.fact(Kind::OptionNames, None, others).clone());
    }
    made.rows
        .retain(|row| !matches!(row.kind, Kind::Rule | Kind::OptionNames));
    for row in &mut rows {
        (row.group, row.criterion) = ("1".into(), "1.1".into());
    }
    made.rows.extend(rows);
    named = made.fact(Kind::Figure("muc".to_string()), None, chosen);
    (named.level, named.code, named.unit) = ("tinh".into(), "STC".into(), "Sở Tài chính".into());
    (named.group, named.criterion) = ("1".into(), "1.1".into());
    diff::side_of_rows(&made.rows)
}

#[test]
fn an_option_that_was_corrected_makes_no_other_rule() {
    let old = [("Kip thoi", 60), ("Trễ", 30)];
    let before = with_options(2016, &old, "", "Kip thoi");
    let new = [("Kịp thời", 60), ("Trễ", 30)];
    let dearer = [("Kịp thời", 60), ("Trễ", 20)];
    let known = "[[\"Kip thoi\"],[]]";
    for (options, others, is_same) in [
        (&new, known, true),
        (&new, "", false),
        (&new, "[[\"Sớm\"],[]]", false),
        (&dearer, known, false),
    ] {
        let now = with_options(2017, options, others, "Kịp thời");
        for diff in [diff::diff(&before, &now), diff::diff(&now, &before)] {
            assert_eq!(items(&diff) == 0, is_same, "{others} {:?}", diff.items);
        }
        let cells = diff::diff(&before, &now).cells;
        assert_eq!(cells.is_empty(), others == known, "{cells:?}");
    }
    // Signs tell options apart.
    let before = with_options(2016, &[("≥ 80%", 60), ("< 80%", 30)], "", "≥ 80%");
    let now = with_options(2017, &[("> 80%", 60), ("≤ 80%", 30)], "", "> 80%");
    assert_ne!(items(&diff::diff(&before, &now)), 0);
}

fn differs(diff: &Diff) -> bool {
    let mut reasons = diff.units().flat_map(|unit| &unit.reasons);
    reasons.any(|reason| matches!(reason, Reason::NameDiffers { .. }))
}

#[test]
fn a_unit_name_that_was_corrected_is_the_same_unit() {
    let criterion = (NEW, "");
    let before = year(2016, criterion, ("STC", "So Tai chinh", ""));
    for (others, is_same) in [("[\"So Tai chinh\"]", true), ("", false)] {
        let now = year(2017, criterion, ("STC", "Sở Tài chính", others));
        for diff in [diff::diff(&before, &now), diff::diff(&now, &before)] {
            assert_eq!(differs(&diff), !is_same);
            let one = diff.units().next().unwrap();
            assert_eq!(one.name_before.is_none(), is_same);
            assert_eq!(one.state, State::Compared);
        }
    }
}

/// By what it is called besides a unit is found under a code that another unit has now.
#[test]
fn a_unit_is_found_by_what_it_was_called() {
    let mut before = Made::new(2016, &[("1.1", NEW, 60)], &["tinh"]);
    before.unit("tinh/A", "So Tai chinh", &SCORES, 0);
    before.unit("tinh/B", "Sở Nội vụ", &SCORES, 0);
    let mut now = Made::new(2017, &[("1.1", NEW, 60)], &["tinh"]);
    now.unit("tinh/B", "Sở Tài chính", &SCORES, 0);
    let row = now.fact(Kind::OtherNames, None, "[\"So Tai chinh\"]");
    (row.level, row.code) = ("tinh".into(), "B".into());
    row.unit = "Sở Tài chính".into();
    let (before, now) = (
        diff::side_of_rows(&before.rows),
        diff::side_of_rows(&now.rows),
    );
    let diff = diff::diff(&before, &now);
    let found = diff.units().find(|unit| unit.unit.code == "B");
    let then = found.unwrap().unit_before.clone();
    let is_it = |unit: UnitId| unit.code == "A";
    assert!(then.is_some_and(is_it) && !differs(&diff));
}

/// A unit without a result that has a file is told with it, and one that the list does not have is not gone.
#[test]
fn a_file_that_does_not_count_is_told_of_its_unit() {
    let before = year(2016, (NEW, ""), ("STC", "Sở Tài chính", ""));
    let mut now = Made::new(2017, &[("1.1", NEW, 60)], &["tinh"]);
    now.unit("tinh/SNV", "Sở Nội vụ", &SCORES, 0);
    let mut of_list = diff::side_of_rows(&now.rows);
    let mut row = now.missing("tinh/STC", "Sở Tài chính");
    now.rows.pop();
    row.file = "So Tai chinh.xlsx".into();
    row.status = "không đọc được".into();
    now.rows.push(row);
    let of_gap = diff::side_of_rows(&now.rows);
    let gone = diff::diff(&before, &of_list);
    assert!(gone.units().any(|unit| unit.state == State::Gone));
    of_list.uncounted = vec![diff::UncountedFile {
        file: "So Tai chinh.xlsx".to_string(),
        unit: "sở tài chính".to_string(),
        ..diff::UncountedFile::default()
    }];
    let sent = Reason::NotCounted {
        is_now: true,
        files: "So Tai chinh.xlsx".to_string(),
    };
    for now in [of_gap, of_list] {
        let diff = diff::diff(&before, &now);
        let unit = diff.units().find(|unit| unit.unit.code == "STC").unwrap();
        assert_eq!(
            (unit.state, &unit.reasons),
            (State::NotNow, &vec![sent.clone()])
        );
        let diff = diff::diff(&now, &before);
        let unit = diff.units().find(|unit| unit.unit.code == "STC").unwrap();
        assert_eq!(unit.state, State::NotThen, "{:?}", unit.reasons);
        assert_eq!(unit.reasons.len(), 1);
    }
}
