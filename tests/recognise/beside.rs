//! What a sheet has besides its cells: hidden rows, pictures, comments, formats that hide or turn a number into a share.

use tonghop::base::cell::{CellAddress, CellValue, Format, Grid, Lines, SheetFacts};
use tonghop::input::recognise::Recognised;

use super::form::{cell, form, grid, read, scheme};

/// The findings of a form of which the sheet with the criteria was changed.
fn codes(change: impl FnOnce(&Grid) -> Grid) -> Vec<&'static str> {
    let scheme = scheme();
    let mut grids = form(&scheme, "Sở Tài chính");
    let last = grids.len() - 1;
    grids[last] = change(&grids[last]);
    let Recognised { findings, .. } = read(&scheme, &grids);
    let mut codes: Vec<&str> = findings.iter().map(|finding| finding.rule.code).collect();
    codes.dedup();
    codes
}

/// The cell of the first self score: the first criterion stands in the second row.
const SCORE: CellAddress = CellAddress { row: 1, column: 4 };

fn with_facts(facts: SheetFacts) -> impl FnOnce(&Grid) -> Grid {
    move |grid| grid.clone().with_facts(facts)
}

/// The sheet with another format of the first score, or without it.
fn with_score(grid: &Grid, value: Option<(f64, Format)>) -> Grid {
    let mut cells = grid.cells().to_vec();
    let at = cells.iter().position(|cell| cell.address == SCORE).unwrap();
    match value {
        Some((number, format)) => {
            cells[at].value = CellValue::Number(number);
            cells[at].format = format;
        }
        None => {
            cells.remove(at);
        }
    }
    Grid::new(
        grid.name.clone(),
        grid.visibility,
        cells,
        grid.merges.to_vec(),
    )
}

#[test]
fn scores_in_hidden_rows_are_told() {
    let rows = |first, last| SheetFacts {
        hidden_rows: vec![Lines { first, last }],
        ..SheetFacts::default()
    };
    assert_eq!(codes(with_facts(rows(1, 1))), ["TH226"]);
    // The header is no score, and rows far below hold none.
    assert!(codes(with_facts(rows(500, 600))).is_empty());
}

#[test]
fn a_picture_is_told_where_it_is_all_there_is() {
    let facts = SheetFacts {
        pictures: vec![CellAddress::new(1, 1)],
        ..SheetFacts::default()
    };
    // A stamp or a logo beside a table.
    assert!(codes(with_facts(facts.clone())).is_empty());
    let only = |grid: &Grid| {
        Grid::new(grid.name.clone(), grid.visibility, Vec::new(), Vec::new()).with_facts(facts)
    };
    let codes = codes(only);
    assert!(codes.contains(&"TH227"), "{codes:?}");
}

#[test]
fn a_comment_is_told_where_the_score_is_blank() {
    let facts = || SheetFacts {
        comments: vec![SCORE],
        ..SheetFacts::default()
    };
    assert!(codes(with_facts(facts())).is_empty());
    assert_eq!(
        codes(|grid| with_score(grid, None).with_facts(facts())),
        ["TH228"]
    );
}

#[test]
fn formats_that_hide_a_score_or_make_it_a_share() {
    assert_eq!(
        codes(|grid| with_score(grid, Some((30.0, Format::Hidden)))),
        ["TH321"]
    );
    assert!(codes(|grid| with_score(grid, Some((0.0, Format::Hidden)))).is_empty());
    assert_eq!(
        codes(|grid| with_score(grid, Some((0.3, Format::Percent)))),
        ["TH319"]
    );
    assert!(codes(|grid| with_score(grid, Some((30.0, Format::General)))).is_empty());
}

/// `Tên cơ quan | Điểm` on another sheet are the heads of a table, and no name behind a label.
#[test]
fn heads_of_a_table_are_no_name_of_a_unit() {
    let scheme = scheme();
    let own = form(&scheme, "Sở Tài chính");
    let own = own.last().unwrap();
    let rules = |grids: &[Grid]| {
        let found = read(&scheme, grids).findings;
        let rules = found.iter().map(|finding| finding.rule.code);
        rules.collect::<Vec<&str>>()
    };
    let before = rules(std::slice::from_ref(own));
    assert!(before.contains(&"TH108"), "{before:?}");
    let head = |at: &str, text: &str| cell(at, CellValue::Text(text.to_string()));
    for points in ["Điểm", "Điểm đạt", "Điểm tự chấm"] {
        let heads = [
            head("A1", "TT"),
            head("B1", "Tên cơ quan"),
            head("C1", points),
        ];
        let with = rules(&[own.clone(), grid("Tổng hợp", heads.to_vec())]);
        assert_eq!(with, before, "{points}");
    }
}
