//! Numbers beside a figure in columns that are not read for it: points in its row, another number alone under `Giải trình`.
//!
//! In: the lines of a sheet and what was read from them. Out: findings; what was read counts. Not for: columns that no heading names, nor
//! for words (`columns`, `remarks`), nor for the rows of criteria, where a number under `Giải trình` is that of a document.

use crate::base::cell::{Cell, CellValue, Reading, column_letters};
use crate::base::finding::{About, Fact, Finding, Place};
use crate::base::guard;
use crate::base::ids::CriterionId;
use crate::base::number::{self, Sort};
use crate::base::points::{Decimal, Points};
use crate::base::rules::columns;
use crate::campaign::vocabulary::Column;
use crate::input::recognise::columns::heading;
use crate::input::recognise::lexicon::{Item, Lexicon};
use crate::input::recognise::reader::SheetExtract;
use crate::input::recognise::sheet::{Line, item_of};
use crate::input::recognise::subject::figure_label;
use crate::input::submission::Figure;

/// A number that nothing takes, with what its row is about.
struct Dropped<'a> {
    criterion: CriterionId,
    column: Column,
    cell: &'a Cell,
    number: Decimal,
    about: String,
}

/// Findings about numbers that nothing takes, one for each criterion and column.
pub fn check(lines: &[Line<'_, '_>], lexicon: &Lexicon<'_>, into: &SheetExtract) -> Vec<Finding> {
    let mut dropped: Vec<Dropped<'_>> = Vec::new();
    for column in [Column::Claimed, Column::Appraised, Column::Explanation] {
        for line in lines.iter().filter(|line| line.has_scores()) {
            guard::check();
            let Some(Item::Figure(criterion, figure)) = item_of(line, lexicon) else {
                continue;
            };
            let Some((cell, number)) = number_in(line, column) else {
                continue;
            };
            if !is_taken(number, line, into) {
                dropped.push(Dropped {
                    criterion: criterion.id.clone(),
                    column,
                    cell,
                    number,
                    about: figure_label(criterion, figure),
                });
            }
        }
    }
    let chunks = dropped
        .chunk_by(|one, other| one.criterion == other.criterion && one.column == other.column);
    let told = chunks.filter(|of_one| !is_parts(of_one, into));
    let mut findings: Vec<Finding> = told
        .filter_map(|of_one| Some(finding(into, of_one.first()?)))
        .collect();
    findings.extend(unasked(lines, lexicon, into));
    findings
}

/// That nothing is read from a column of figures, because no row of its table asks for a figure: at its first number, once for a sheet. A
/// score that is repeated there is nothing new.
fn unasked(lines: &[Line<'_, '_>], lexicon: &Lexicon<'_>, into: &SheetExtract) -> Option<Finding> {
    let is_asked = |line: &Line<'_, '_>| {
        let mut figures = into.figures.iter();
        figures.any(|taken| taken.table == line.table.header)
    };
    let mut lines = lines
        .iter()
        .filter(|line| line.has_scores() && !is_asked(line));
    lines.find_map(|line| {
        guard::check();
        let Item::Criterion(criterion) = item_of(line, lexicon)? else {
            return None;
        };
        let (cell, number) = number_in(line, Column::Figure)?;
        let mut entries = into.entries.iter().map(|taken| &taken.value);
        let is_said = entries.any(|(id, entry)| {
            *id == criterion.id && entry.claimed.value == Reading::Value(Points(number))
        });
        if is_said || criterion.rule.combines() {
            return None;
        }
        let column = cell.address.column;
        let heading = heading(line.table, column);
        let dropped = Dropped {
            criterion: criterion.id.clone(),
            column: Column::Figure,
            cell,
            number,
            about: criterion.label(),
        };
        let said = Fact::NumberIn(number, format!("{} “{heading}”", column_letters(column)));
        Some(finding(into, &dropped).found(said))
    })
}

/// Whether a number is the one that was read from a line.
fn is_taken(number: Decimal, line: &Line<'_, '_>, into: &SheetExtract) -> bool {
    let is_here = |row: u32| row == line.row || Some(row) == line.also;
    let mut figures = into.figures.iter().map(|taken| &taken.value.1);
    figures.any(|found| {
        let is_it = found.value == Reading::Value(Figure::Number(number));
        is_it && found.origin.cell().is_some_and(|(_, at)| is_here(at.row))
    })
}

/// The number that a cell is, and not only has among words.
fn number_in<'a>(line: &Line<'a, '_>, column: Column) -> Option<(&'a Cell, Decimal)> {
    let cell = line.cell(column)?;
    let is_typed = match &cell.value {
        CellValue::Number(_) => true,
        CellValue::Text(text) => text
            .trim()
            .starts_with(|c: char| c.is_ascii_digit() || c == '-'),
        _ => false,
    };
    let number = number::read(&cell.value, Sort::Amount, "").ok().flatten()?;
    is_typed.then_some((cell, number.value))
}

/// Whether points in the rows of figures are the parts of their criterion's score.
fn is_parts(of_one: &[Dropped<'_>], into: &SheetExtract) -> bool {
    let Some(first) = of_one
        .first()
        .filter(|one| one.column != Column::Explanation)
    else {
        return false;
    };
    let sum: Points = of_one.iter().map(|one| Points(one.number)).sum();
    let mut entries = into.entries.iter().map(|taken| &taken.value);
    entries.any(|(id, entry)| {
        let found = match first.column {
            Column::Appraised => entry.appraised.as_deref(),
            _ => Some(&entry.claimed),
        };
        *id == first.criterion && found.is_some_and(|found| found.value == Reading::Value(sum))
    })
}

fn finding(into: &SheetExtract, dropped: &Dropped<'_>) -> Finding {
    let place = Place {
        sheet: Some(into.name.to_string()),
        cell: Some(dropped.cell.address),
        ..Place::default()
    };
    let finding = Finding::new(&columns::NUMBER_DROPPED, place);
    let finding = finding.about(About::Row(dropped.about.clone()));
    finding.found(Fact::Number(dropped.number))
}
