//! What stands below the result table: notes on missing units, the grade limits, the place for signatures.
//!
//! In: the level and where its table ends. Out: the foot of its sheet. Not for: the table.

use std::ops::RangeInclusive;

use rust_xlsxwriter::XlsxError;

use crate::base::points::Decimal;
use crate::output::caveats::minima;
use crate::output::edit_words;
use crate::output::words;
use crate::output::xlsx::page::{SheetPage, WriteResult};
use crate::output::xlsx::plan::PlacedLevel;
use crate::output::xlsx::styles;
use crate::output::xlsx::text::absolute;
use crate::result::report::GradeLimit;

/// Rows of the table, and notes, that stay with the signatures.
const ROWS_KEPT: u32 = 3;
const NOTES_KEPT: u32 = 10;
/// The column of the first grade.
const FIRST_GRADE: u16 = 2;

/// Writes the foot.
pub(super) fn write(page: &mut SheetPage, level: &PlacedLevel) -> WriteResult {
    notes(page, level)?;
    limits(page, level)?;
    signatures(page, level)?;
    guide(page, level)
}

/// The rows that are printed on one page: the signatures never stand alone, but below the last rows of the table, or below
/// the last notes where there are too many of them.
pub(super) fn kept(level: &PlacedLevel) -> RangeInclusive<u32> {
    let (first, end) = (level.plan.first, level.plan.end());
    let from = if limits_row(level) - end > NOTES_KEPT {
        limits_row(level) - NOTES_KEPT
    } else {
        end.saturating_sub(ROWS_KEPT).max(first)
    };
    from..=self::end(level)
}

/// Where to change what; below the printed part.
fn guide(page: &mut SheetPage, level: &PlacedLevel) -> WriteResult {
    let lang = level.book.lang;
    let text = edit_words::LEVEL_GUIDE.fill(lang, &[&level.book.names.detail]);
    let (row, last) = (end(level) + 2, level.plan.remarks());
    page.line(row, (0, last), &text, &styles::guide())
}

/// The ranges of the grades' names and limits, lowest first, as formulas write them.
pub(super) fn limit_ranges(level: &PlacedLevel) -> (String, String) {
    let row = limits_row(level);
    let last = FIRST_GRADE + (level.book.report.grades.len() as u16).saturating_sub(1);
    let range = |row| format!("{}:{}", absolute(row, FIRST_GRADE), absolute(row, last));
    (range(row), range(row + 1))
}

/// Each grade with the cells of its name and its limit, lowest first.
pub(super) fn limit_cells<'r>(level: &PlacedLevel<'r>) -> Vec<(&'r GradeLimit, String, String)> {
    let row = limits_row(level);
    let cells = (FIRST_GRADE..).zip(ascending(level));
    cells
        .map(|(column, limit)| {
            let (name, from) = (absolute(row, column), absolute(row + 1, column));
            (limit, name, from)
        })
        .collect()
}

/// What the grade limits are known by: changed ones give another number, and how many there are.
pub(super) fn limits_sign(level: &PlacedLevel) -> Option<(Decimal, usize)> {
    let limits = ascending(level);
    let mut sum = Decimal::ZERO;
    for (column, limit) in (FIRST_GRADE + 1..).zip(&limits) {
        let weight = Decimal::from(u64::from(column).pow(2));
        let from = limit.at(&level.result.id).0;
        sum = sum.checked_add(from.checked_mul(weight)?)?;
    }
    Some((sum, limits.len()))
}

/// The last row: the signatures, with room for them.
pub(super) fn end(level: &PlacedLevel) -> u32 {
    limits_row(level) + 7
}

/// Below the table and the notes.
fn limits_row(level: &PlacedLevel) -> u32 {
    level.plan.end() + 1 + level.notes.len() as u32
}

/// Lowest first, as LOOKUP wants them.
fn ascending<'r>(level: &PlacedLevel<'r>) -> Vec<&'r GradeLimit> {
    let mut limits: Vec<&GradeLimit> = level.book.report.grades.iter().collect();
    limits.sort_by_key(|limit| limit.at(&level.result.id));
    limits
}

/// One line for each kind of units without a result.
fn notes(page: &mut SheetPage, level: &PlacedLevel) -> WriteResult {
    let last = level.plan.remarks();
    for (row, text) in (level.plan.end()..).zip(&level.notes) {
        page.line(row, (0, last), text, &styles::note())?;
    }
    Ok(())
}

fn limits(page: &mut SheetPage, level: &PlacedLevel) -> WriteResult {
    let (row, lang) = (limits_row(level), level.book.lang);
    let report = level.book.report;
    let last = report.grades.len().saturating_sub(1);
    page.text(row, 1, words::GRADE.get(lang), &styles::header())?;
    page.text(row + 1, 1, words::GRADE_FROM.get(lang), &styles::centered())?;
    for (column, limit) in (FIRST_GRADE..).zip(ascending(level)) {
        let index = report.grades.iter().position(|grade| grade == limit);
        let mark = styles::grade_mark(index.unwrap_or(last), last);
        let name = styles::centered().merge(&mark);
        page.text(row, column, &limit.name, &name)?;
        let number = styles::number(styles::GENERAL);
        let from = limit.at(&level.result.id).0;
        page.number(row + 1, column, from, &number)?;
    }
    let minima = minima(report, &level.result.id, lang);
    if !minima.is_empty() {
        page.line(row + 2, (1, level.plan.remarks()), &minima, &styles::note())?;
    }
    Ok(())
}

/// Who drew it up on the left, who signs on the right.
fn signatures(page: &mut SheetPage, level: &PlacedLevel) -> Result<(), XlsxError> {
    let (row, lang) = (limits_row(level) + 3, level.book.lang);
    let last = level.plan.remarks();
    let left = (0, 2.min(last));
    let right = (level.plan.total, last);
    let (bold, italic) = (styles::letterhead(), styles::subtitle());
    page.across(row, right, words::PLACE_AND_DATE.get(lang), &italic)?;
    page.across(row + 1, left, words::DRAWN_UP_BY.get(lang), &bold)?;
    page.across(row + 1, right, words::SIGNED_BY.get(lang), &bold)?;
    page.across(row + 2, left, words::SIGN_AND_NAME.get(lang), &italic)?;
    page.across(row + 2, right, words::SIGN_AND_STAMP.get(lang), &italic)
}
