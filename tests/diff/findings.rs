//! TH501, TH502 and TH509: raised, and nearly.

use tonghop::base::lang::Lang;
use tonghop::base::points::Decimal;
use tonghop::result::diff;
use tonghop::result::report::kind::Kind;

use super::made::{Made, Score};

const CRITERIA: [(&str, &str, i64); 5] = [
    ("1.1", "Máy tính", 60),
    ("1.2", "Mạng", 40),
    ("1.3", "Ba", 10),
    ("1.4", "Bốn", 10),
    ("1.5", "Năm", 10),
];

/// A unit's scores in points.
fn year(year: i32, criteria: &[(&str, &str, i64)], scores: [i64; 5]) -> Made {
    let mut made = Made::new(year, criteria, &["tinh"]);
    let scores: Vec<Score> = CRITERIA
        .iter()
        .zip(scores)
        .map(|((id, _, _), points)| (*id, Some(points * 10), Some(points * 10), false))
        .collect();
    made.unit("tinh/A", "Sở A", &scores, 0);
    made
}

fn found(before: &Made, now: &Made) -> Vec<String> {
    let (before, now) = (
        diff::side_of_rows(&before.rows),
        diff::side_of_rows(&now.rows),
    );
    diff::findings(&before, &now, Decimal::from(50))
        .iter()
        .map(|finding| {
            let cell = finding
                .place
                .cell
                .map_or(String::new(), |cell| cell.to_string());
            let file = finding.place.file.clone().unwrap();
            format!("{file} {cell} {}", finding.rule.code)
        })
        .collect()
}

#[test]
fn a_large_change_without_an_explanation() {
    let before = year(2016, &CRITERIA, [60, 10, 1, 1, 1]);
    let now = year(2017, &CRITERIA, [30, 20, 1, 1, 1]);
    assert_eq!(found(&before, &now), ["tinh/A.xlsx F8 TH501"]);
}

#[test]
fn several_large_changes_of_a_unit_are_one_finding() {
    let before = year(2016, &CRITERIA, [60, 40, 1, 10, 1]);
    let now = year(2017, &CRITERIA, [30, 10, 1, 1, 1]);
    let (before, now) = (
        diff::side_of_rows(&before.rows),
        diff::side_of_rows(&now.rows),
    );
    let findings = diff::findings(&before, &now, Decimal::from(50));
    let [one] = findings.as_slice() else {
        panic!("{findings:?}");
    };
    assert_eq!(one.rule.code, "TH507");
    assert_eq!(
        one.message(Lang::Vi),
        "3 tiêu chí thay đổi lớn so với năm trước, không có giải trình: 1.1 (Nhóm!F8); 1.2 (Nhóm!F8); 1.4 (Nhóm!F8)"
    );
}

#[test]
fn near_a_change_below_the_tolerance() {
    let before = year(2016, &CRITERIA, [60, 10, 1, 1, 1]);
    let now = year(2017, &CRITERIA, [31, 29, 1, 1, 1]);
    assert!(found(&before, &now).is_empty());
}

#[test]
fn near_a_large_change_that_is_explained() {
    let before = year(2016, &CRITERIA, [60, 10, 1, 1, 1]);
    let mut now = year(2017, &CRITERIA, [30, 10, 1, 1, 1]);
    let mut row = now
        .rows
        .iter()
        .find(|row| row.criterion == "1.1" && row.kind == Kind::Claimed)
        .unwrap()
        .clone();
    row.kind = Kind::Explanation;
    row.text = "máy hỏng".into();
    now.rows.push(row);
    assert!(found(&before, &now).is_empty());
}

#[test]
fn near_a_criterion_with_another_maximum() {
    let mut criteria = CRITERIA;
    (criteria[0].2, criteria[1].2) = (50, 50);
    let before = year(2016, &criteria, [50, 10, 1, 1, 1]);
    let now = year(2017, &CRITERIA, [10, 10, 1, 1, 1]);
    assert!(found(&before, &now).is_empty());
}

#[test]
fn the_workbook_of_last_year_again() {
    let before = year(2016, &CRITERIA, [60, 10, 1, 1, 1]);
    let now = year(2017, &CRITERIA, [60, 10, 1, 1, 1]);
    assert_eq!(found(&before, &now), ["tinh/A.xlsx  TH502"]);
}

/// So many units, the first ones as last year.
fn round(year: i32, units: usize, same: usize) -> Made {
    let mut made = Made::new(year, &CRITERIA, &["tinh"]);
    for number in 0..units {
        let points = if number < same {
            10
        } else {
            10 + i64::from(year)
        };
        let scores = CRITERIA.map(|(id, _, _)| (id, Some(points), Some(points), false));
        made.unit(
            &format!("tinh/{number}"),
            &format!("Sở {number}"),
            &scores,
            0,
        );
    }
    made
}

#[test]
fn nearly_all_units_as_last_year_are_one_finding() {
    for (units, same, is_whole) in [(3, 3, true), (10, 9, true), (2, 2, false), (10, 8, false)] {
        let [before, now] =
            [2016, 2017].map(|year| diff::side_of_rows(&round(year, units, same).rows));
        let all = diff::findings(&before, &now, Decimal::from(50));
        let of = |code: &str| {
            all.iter()
                .filter(|one| one.rule.code == code)
                .collect::<Vec<_>>()
        };
        let (each, whole) = (of("TH502"), of("TH509"));
        if is_whole {
            assert_eq!((each.len(), whole.len()), (0, 1), "{same} of {units}");
            let said = whole[0].message(Lang::Vi);
            assert!(
                said.starts_with(&format!("{same}/{units} đơn vị")),
                "{said}"
            );
        } else {
            assert_eq!((each.len(), whole.len()), (same, 0), "{same} of {units}");
        }
    }
}

/// Name, year and scheme say it, where fewer units than nine tenths do.
#[test]
fn two_results_of_one_round_are_one_finding() {
    let codes = |before: &Made, now: &Made| {
        let [before, now] = [before, now].map(|made| diff::side_of_rows(&made.rows));
        let all = diff::findings(&before, &now, Decimal::from(50));
        let codes = all.iter().map(|one| one.rule.code);
        let told: Vec<&str> = codes
            .filter(|code| ["TH502", "TH509"].contains(code))
            .collect();
        told
    };
    assert_eq!(codes(&round(2017, 11, 9), &round(2017, 11, 7)), ["TH509"]);
    let other = codes(&round(2016, 11, 8), &round(2017, 11, 8));
    assert_eq!(other, ["TH502"; 8]);
}

#[test]
fn near_one_score_is_another() {
    let before = year(2016, &CRITERIA, [60, 10, 1, 1, 1]);
    let now = year(2017, &CRITERIA, [60, 10, 1, 1, 2]);
    assert!(found(&before, &now).is_empty());
}
