//! Scores in rows that nothing labels: no text, no code.
//!
//! In: a sheet with its labelled lines. Out: a finding for each number under the self score that stands between rows of the form and in no
//! line. Not for: lines, whose scores are read or told where they are, nor for what people reckon below a form.

use std::collections::BTreeSet;

use crate::base::cell::{Cell, CellAddress, CellValue};
use crate::base::finding::{Fact, Finding, Place};
use crate::base::guard;
use crate::base::rules::row_labels;
use crate::campaign::vocabulary::Column;
use crate::input::recognise::lexicon::Lexicon;
use crate::input::recognise::sheet::{Line, Sheet, item_of};

/// Findings about scores without a row that says whose they are.
pub fn check(sheet: &Sheet<'_>, lines: &[Line<'_, '_>], lexicon: &Lexicon<'_>) -> Vec<Finding> {
    let labelled = lines.iter().flat_map(|line| [Some(line.row), line.also]);
    let labelled: BTreeSet<u32> = labelled.flatten().collect();
    let mut findings = Vec::new();
    for table in sheet.tables.iter().filter(|table| table.rival.is_none()) {
        let Some(claimed) = table.columns.get(Column::Claimed) else {
            continue;
        };
        let mut own = lines.iter().rev();
        let is_own = |line: &&Line<'_, '_>| {
            line.table.header == table.header && item_of(line, lexicon).is_some()
        };
        let Some(last) = own.find(is_own) else {
            continue;
        };
        let cells = sheet.grid.between(table.header + 1, last.row);
        let cells = sheet.grid.cells().get(cells).unwrap_or_default();
        for row in cells.chunk_by(|a, b| a.address.row == b.address.row) {
            guard::check();
            let Some(at) = row.first().map(|cell| cell.address.row) else {
                continue;
            };
            let cell = sheet.grid.seen(CellAddress::new(at, claimed));
            let cell = cell.filter(|cell| is_number(cell));
            let Some(cell) = cell.filter(|_| !labelled.contains(&at)) else {
                continue;
            };
            let place = Place {
                sheet: Some(sheet.grid.name.clone()),
                cell: Some(cell.address),
                ..Place::default()
            };
            let said = Fact::Said(
                format!("(dòng {} không có nội dung ở cột tiêu chí)", at + 1),
                format!("(row {} has no text in the column of criteria)", at + 1),
            );
            let finding = Finding::new(&row_labels::ROW_UNKNOWN, place).found(said);
            findings.push(finding.expected(Fact::Names(Vec::new())));
        }
    }
    findings
}

/// Whether a cell is a number other than 0, and not only has one among words.
fn is_number(cell: &Cell) -> bool {
    match &cell.value {
        CellValue::Number(number) => *number != 0.0,
        CellValue::Text(text) => {
            let number = text.trim().replace(',', ".").parse::<f64>();
            number.is_ok_and(|number| number != 0.0)
        }
        _ => false,
    }
}
