//! Totals that are weighted means, and totals that forms round to whole numbers: made forms.

use std::fs;

use tonghop::campaign::definition::PathStep;
use tonghop::campaign::documents::Certainty;
use tonghop::input::propose::Suggestion;

use crate::propose::command::{said, tonghop};
use crate::propose::measure::{proposed, scheme};
use crate::propose::weight_proof::{
    MULTIPLIERS, NONE, POINTS, Row, Totals, forms, multiplied, plain, question, text, weights,
};

/// Weights that come to seven: no quotient of them has an end.
const SEVENTHS: [Row; 6] = [
    ("I", "", ""),
    ("1", "2", "10"),
    ("2", "1", "10"),
    ("II", "", ""),
    ("1", "3", "10"),
    ("2", "1", "10"),
];
const SEVENTH: &str = "0.142857142857143";

fn cents(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

/// What a group comes to, by weights of its two criteria.
fn mean([one, other]: [f64; 2], [first, second]: [f64; 2]) -> f64 {
    (first * one + second * other) / (first + second)
}

/// What is asked of the decimals of totals.
fn asked_decimals(suggestion: &Suggestion) -> Option<(Certainty, &str)> {
    let path = ["rounding", "total_decimals"].map(PathStep::from);
    let mut lines = suggestion.proposal.proposed.iter();
    let line = lines.find(|line| line.path == path)?;
    Some((line.certainty, line.question.as_str()))
}

#[test]
fn totals_that_are_weighted_means_are_worked_out() {
    let totals: Totals = |[a, b, c, d]| (Some(cents((2.0 * a + b + 3.0 * c + d) / 7.0)), NONE);
    let found = proposed(&forms(&SEVENTHS, 4, false, totals));
    assert_eq!(weights(&found), [SEVENTH, SEVENTH, "2", "1", "3", "1"]);
    assert_eq!(scheme(&found).total_maximum.to_string(), "10");
    assert_eq!(scheme(&found).rounding.total_decimals, 2);
    let asked = question(&found);
    assert!(
        asked.contains("4/4 phiếu là bình quân theo hệ số"),
        "{asked}"
    );
}

#[test]
fn groups_may_say_their_own_means() {
    // The total is the mean of all criteria.
    let of_all: Totals = |[a, b, c, d]| {
        let groups = [mean([a, b], [2.0, 1.0]), mean([c, d], [3.0, 1.0])];
        (
            Some(cents((2.0 * a + b + 3.0 * c + d) / 7.0)),
            groups.map(|one| Some(cents(one))),
        )
    };
    let found = proposed(&forms(&SEVENTHS, 4, false, of_all));
    let thirds = ["0.666666666666667", "0.333333333333333"];
    let expected = ["0.428571428571429", "0.571428571428571"];
    let all = [expected, thirds, ["0.75", "0.25"]].concat();
    assert_eq!(weights(&found), all);
    // The total adds up what the groups say.
    let added: Totals = |[a, b, c, d]| {
        let groups = [mean([a, b], [2.0, 1.0]), mean([c, d], [3.0, 1.0])];
        (
            Some(cents(groups[0] + groups[1])),
            groups.map(|one| Some(cents(one))),
        )
    };
    let found = proposed(&forms(&SEVENTHS, 4, false, added));
    let all = [["1", "1"], thirds, ["0.75", "0.25"]].concat();
    assert_eq!(weights(&found), all);
    assert_eq!(scheme(&found).total_maximum.to_string(), "20");
    // It is the mean of the first criterion's points and nothing more: nobody knows how.
    let other: Totals = |[a, ..]| (Some(cents(a / 7.0)), NONE);
    let found = proposed(&forms(&SEVENTHS, 4, false, other));
    assert_eq!(weights(&found), ["1"; 6]);
    assert!(question(&found).contains("CHƯA được dùng"));
}

#[test]
fn totals_that_are_rounded_to_whole_numbers_prove_weights() {
    let whole: Totals = |points| (multiplied(points).0.map(f64::round), NONE);
    let found = proposed(&forms(&MULTIPLIERS, 4, false, whole));
    assert_eq!(weights(&found), ["1", "1", "2", "1", "3", "1"]);
    assert_eq!(scheme(&found).rounding.total_decimals, 0);
    let (certainty, asked) = asked_decimals(&found).unwrap();
    assert_eq!(certainty, Certainty::Look);
    assert!(
        asked.starts_with("Tổng điểm trong 4/4 phiếu được làm tròn đến số nguyên"),
        "{asked}"
    );
    // On a scale of ten a whole number tells hardly one mean from another.
    let whole: Totals = |[a, b, c, d]| (Some(((2.0 * a + b + 3.0 * c + d) / 7.0).round()), NONE);
    let found = proposed(&forms(&SEVENTHS, 4, false, whole));
    assert_eq!(weights(&found), ["1"; 6]);
    assert!(question(&found).contains("CHƯA được dùng"));
}

#[test]
fn plain_sums_that_are_rounded_are_printed_so() {
    let mut rows = MULTIPLIERS;
    for row in &mut rows {
        row.1 = "";
    }
    let decimals = |count: usize, totals: Totals| {
        let found = proposed(&forms(&rows, count, false, totals));
        let asked = asked_decimals(&found).is_some();
        (scheme(&found).rounding.total_decimals, asked)
    };
    let whole: Totals = |points| (plain(points).0.map(f64::round), NONE);
    assert_eq!(decimals(4, whole), (0, true));
    // What two forms do may be chance, exact totals have their decimals, and what rounds to something else proves nothing.
    assert_ne!(decimals(2, whole).0, 0);
    assert_eq!(decimals(4, plain), (2, false));
    let cut: Totals = |points| (plain(points).0.map(|sum| sum.floor() - 3.0), NONE);
    assert_eq!(decimals(4, cut), (2, false));
}

/// What a run says of a folder of such forms.
fn run(rows: &[Row; 6], totals: Totals) -> String {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("phiếu nộp")).unwrap();
    for (place, points) in POINTS.into_iter().enumerate() {
        let row = |line: &str| {
            let cells = line.split('|').map(str::trim);
            let cells = cells.map(|cell| format!("<td>{cell}</td>"));
            format!("<tr>{}</tr>", cells.collect::<String>())
        };
        let text = text(rows, (place, points), false, totals);
        let rows: String = text.lines().map(row).collect();
        let page = format!("<meta charset=\"utf-8\"><table>{rows}</table>");
        fs::write(folder.path().join(format!("phiếu nộp/{place}.html")), page).unwrap();
    }
    said(&tonghop(&["phiếu nộp"], folder.path()))
}

/// The provisional result has the totals of the forms, and one that is another is found.
#[test]
fn a_result_by_rounded_means_has_no_false_finding() {
    let mean: Totals = |[a, b, c, d]| (Some(cents((2.0 * a + b + 3.0 * c + d) / 7.0)), NONE);
    let whole: Totals = |points| (multiplied(points).0.map(f64::round), NONE);
    for (rows, totals) in [(&SEVENTHS, mean), (&MULTIPLIERS, whole)] {
        let said = run(rows, totals);
        assert!(
            said.contains("đã tổng hợp 4/4 đơn vị; 0 lỗi, 0 cảnh báo"),
            "{said}"
        );
    }
    // The last unit states one point too many.
    let wrong: Totals = |points| {
        let right = multiplied(points).0.map(f64::round);
        let more = if points[2] > 9.0 { 1.0 } else { 0.0 };
        (right.map(|one| one + more), NONE)
    };
    let said = run(&MULTIPLIERS, wrong);
    assert!(said.contains("0 lỗi, 1 cảnh báo"), "{said}");
    assert!(
        said.contains("TH401: đơn vị ghi tổng 57, cộng lại là 55,5"),
        "{said}"
    );
}
