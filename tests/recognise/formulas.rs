//! Scores, figures and sums behind formulas: computed, compared, refused, and never changed unnoticed.

use tonghop::base::cell::{Cell, CellValue, Grid, Reading};
use tonghop::base::finding::{Fact, Finding};
use tonghop::base::lang::Lang;
use tonghop::base::number::Step;
use tonghop::base::points::Points;
use tonghop::campaign::rulings::Ruling;
use tonghop::campaign::scheme::Scheme;
use tonghop::input::recognise::Recognised;
use tonghop::judge::check;
use tonghop::judge::score::best::OpenBests;
use tonghop::judge::score::{self, ScoreTree};

use crate::recognise::form::{cell, codes, form, read, scheme, with_cells};

/// A cell with a formula.
fn formula(at: &str, value: CellValue, formula: &str) -> Cell {
    Cell {
        formula: Some(formula.to_string()),
        ..cell(at, value)
    }
}

/// The self score of 1.1 (cell E2 of the form's second sheet) as a formula.
fn score_of(value: CellValue, text: &str) -> (Scheme, Recognised) {
    let scheme = scheme();
    let others = vec![
        formula("E2", value, text),
        cell("H302", CellValue::Number(20.0)),
        cell("H303", CellValue::Number(10.0)),
    ];
    let grids = with_cells(&form(&scheme, "Sở Tài chính"), 1, others);
    let recognised = read(&scheme, &grids);
    (scheme, recognised)
}

fn claimed(recognised: &Recognised) -> (Reading<Points>, String, Vec<Step>) {
    let entries = &recognised.submission.as_ref().unwrap().entries;
    let found = &entries[0].claimed;
    (found.value.clone(), found.text(), found.steps.clone())
}

fn points(value: i64) -> Reading<Points> {
    Reading::Value(Points::from(value))
}

fn only(recognised: &Recognised) -> &Finding {
    assert_eq!(recognised.findings.len(), 1, "{:?}", codes(recognised));
    &recognised.findings[0]
}

#[test]
fn a_result_that_is_not_stored_is_computed() {
    for value in [CellValue::NotCalculated, CellValue::Text(String::new())] {
        let (_, found) = score_of(value, "ROUND(H302+H303/4,0)");
        assert_eq!(
            claimed(&found),
            (points(23), "23".to_string(), vec![Step::Calculated])
        );
        let finding = only(&found);
        assert_eq!(finding.rule.code, "TH330");
        assert_eq!(finding.place.cell.unwrap().to_string(), "E2");
        assert!(finding.message(Lang::Vi).contains("=ROUND(H302+H303/4,0)"));
        assert_eq!(finding.expected, Some(Fact::Number(23.into())));
    }
}

#[test]
fn one_finding_for_all_computed_results() {
    let scheme = scheme();
    let formulas = vec![
        formula("E2", CellValue::NotCalculated, "1+1"),
        formula("C3", CellValue::NotCalculated, "H9+40"),
        formula("C4", CellValue::NotCalculated, "C3-1"),
    ];
    let grids = with_cells(&form(&scheme, "Sở Tài chính"), 1, formulas);
    let found = read(&scheme, &grids);
    let finding = only(&found);
    assert_eq!(finding.found, Some(Fact::Number(3.into())));
    let figures = found.submission.as_ref().unwrap().figures.values();
    let computed = figures.filter(|figure| figure.steps.contains(&Step::Calculated));
    let texts: Vec<String> = computed
        .map(tonghop::input::submission::Found::text)
        .collect();
    assert_eq!(texts, ["40", "39"]);
}

#[test]
fn what_is_not_simple_is_refused_as_before() {
    let (_, found) = score_of(CellValue::NotCalculated, "VLOOKUP(H302,H302:I303,2)");
    assert_eq!(codes(&found), ["TH308"]);
    assert_eq!(claimed(&found).0, Reading::Unreadable);
    let (_, found) = score_of(CellValue::NotCalculated, "1/0");
    assert_eq!(codes(&found), ["TH308"]);
    assert_eq!(claimed(&found).0, Reading::Unreadable);
}

#[test]
fn a_stale_result_counts_and_stays_open() {
    let (scheme, found) = score_of(CellValue::Number(20.0), "H302+H303");
    assert_eq!(claimed(&found), (points(20), "20".to_string(), vec![]));
    let finding = only(&found);
    assert_eq!(finding.rule.code, "TH312");
    assert_eq!(finding.found, Some(Fact::Number(20.into())));
    assert_eq!(finding.expected, Some(Fact::Number(30.into())));
    let submission = found.submission.as_ref().unwrap();
    let score = score::score(
        submission,
        &ScoreTree::new(&scheme, OpenBests::default()),
        &Ruling::default(),
    );
    let mut findings = found.findings.clone();
    check::add_effects(&mut findings, (&scheme, &submission.unit.level), &score);
    let effect = findings[0].effect.unwrap();
    assert_eq!(effect.counted, Some(Points::from(20)));
    assert_eq!(effect.lowest, Points::from(20));
    assert_eq!(effect.highest, Points::from(30));
}

#[test]
fn a_result_that_holds_says_nothing() {
    for (value, text) in [
        (30.0, "H302+H303"),
        (30.000_000_000_000_004, "SUM(H302:H303)"),
        (6.666_666_666_666_667, "H302/3"),
        (17.0, "VLOOKUP(H302,H302:I303,2)"),
        (17.0, ""),
        (17.0, "SUM('[broken"),
    ] {
        let (_, found) = score_of(CellValue::Number(value), text);
        assert_eq!(codes(&found), Vec::<&str>::new(), "={text}");
    }
}

#[test]
fn a_stale_sum_and_a_stale_figure_are_told() {
    let scheme = scheme();
    let cells = vec![
        formula("C3", CellValue::Number(7.0), "2+2"),
        cell("B200", CellValue::Text("Tổng điểm".to_string())),
        formula("E200", CellValue::Number(5.0), "SUM(E2:E199)"),
    ];
    let grids = with_cells(&form(&scheme, "Sở Tài chính"), 1, cells);
    let found = read(&scheme, &grids);
    assert_eq!(codes(&found), ["TH312", "TH312"]);
    let submission = found.submission.as_ref().unwrap();
    assert_eq!(submission.own_sums[0].stated.value, points(5));
}

#[test]
fn links_to_other_workbooks_are_told() {
    let (_, found) = score_of(CellValue::Number(20.0), "[1]Sheet1!$A$1*2");
    let finding = only(&found);
    assert_eq!(finding.rule.code, "TH331");
    assert_eq!(
        finding.found,
        Some(Fact::Text("[1]Sheet1!$A$1".to_string()))
    );
    assert_eq!(claimed(&found).0, points(20));
    let (_, found) = score_of(CellValue::NotCalculated, "[1]Sheet1!$A$1");
    assert_eq!(codes(&found), ["TH308"]);
}

#[test]
fn circles_are_refused() {
    for value in [CellValue::Number(20.0), CellValue::NotCalculated] {
        let (_, found) = score_of(value, "SUM(E2:E9)");
        assert_eq!(codes(&found), ["TH332"]);
        assert_eq!(claimed(&found).0, Reading::Unreadable);
        assert_eq!(found.findings[0].criteria.len(), 1);
    }
}

#[test]
fn formulas_reach_other_sheets_and_old_texts() {
    let scheme = scheme();
    let text = CellValue::Text("Cã".to_string());
    let cells = vec![
        formula("E2", CellValue::Number(9.0), "'thông tin CHUNG'!F9+1"),
        cell("G9", text),
        formula("C3", CellValue::Number(1.0), "IF(G9=\"Cã\",1,2)"),
    ];
    let mut grids: Vec<Grid> = with_cells(&form(&scheme, "Së Tµi chÝnh"), 1, cells);
    grids = with_cells(&grids, 0, vec![cell("F9", CellValue::Number(8.0))]);
    assert_eq!(codes(&read(&scheme, &grids)), ["TH211"]);
    grids[0].incomplete = true;
    assert_eq!(codes(&read(&scheme, &grids)), ["TH211"]);
}
