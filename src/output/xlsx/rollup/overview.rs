//! The first sheet of a roll-up: what was joined, and how many units each result has, by grade.
//!
//! In: a [`Rollup`]. Out: two tables, with sums as formulas where units add up. Not for: single units.

use indexmap::IndexSet;
use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use crate::base::lang::Lang;
use crate::base::points::Decimal;
use crate::output::rollup_words as words;
use crate::output::xlsx::page::{SheetPage, StoredResult, WriteResult};
use crate::output::xlsx::styles;
use crate::output::xlsx::tabs::{self, Tab};
use crate::output::xlsx::text::a1;
use crate::result::rollup::{RolledCounts, RolledLevel, Rollup};

/// The columns before those of the grades.
const FIXED: [f64; 7] = [5.0, 30.0, 32.0, 8.0, 11.0, 12.0, 11.0];
/// The first column of the counts.
const COUNTS: u16 = 4;
/// The first column of the grades.
const GRADES: u16 = FIXED.len() as u16;
/// Columns of grades, with those of units that have none and of provisional totals, are at least so many.
const FEWEST: usize = 6;
/// Numbers of units; none is a dash.
const COUNT: &str = "#,##0;-#,##0;\"–\"";

/// Writes the sheet.
pub(super) fn write(sheet: &mut Worksheet, rollup: &Rollup, lang: Lang) -> WriteResult {
    let grades: IndexSet<&str> = rollup
        .results
        .iter()
        .flat_map(|result| result.counts.grades.keys().map(String::as_str))
        .collect();
    let more = (grades.len() + 2).max(FEWEST);
    let mut widths = FIXED.to_vec();
    widths.extend(vec![11.0; more]);
    let last = widths.len() as u16 - 1;
    let name = words::OVERVIEW.get(lang);
    let mut page = SheetPage::new(sheet, name, &widths, lang)?;
    let mut row = page.title(0, last, [words::TITLE.get(lang)])?;
    for line in [words::verdict(rollup, lang), words::files(rollup, lang)] {
        page.line(row, (0, last), &line, &styles::subtitle())?;
        row += 1;
    }
    if !rollup.findings.is_empty() {
        let count = rollup.findings.len().to_string();
        let sheet = words::FINDINGS.get(lang);
        let text = words::FINDINGS_LINE.fill(lang, &[&count, sheet]);
        page.line(row, (0, last), &text, &styles::subtitle())?;
        row += 1;
    }
    let row = results(&mut page, rollup, (row + 1, last))?;
    by_grade(&mut page, rollup, &grades, row + 1)?;
    page.finish_as(words::FOOTER.get(lang), None)?;
    page.sheet.set_tab_color(tabs::color(Tab::Overview));
    Ok(())
}

/// The results. Gives the row after.
fn results(
    page: &mut SheetPage,
    rollup: &Rollup,
    (row, last): (u32, u16),
) -> Result<u32, XlsxError> {
    let lang = page.lang();
    page.free(row, 0, words::SECTION_RESULTS.get(lang), &styles::section())?;
    let (header, cell, middle) = (styles::header(), styles::cell(), styles::centered());
    // What is left is shared out among three columns.
    let third = (last - GRADES + 1) / 3;
    let spans = [
        (GRADES, GRADES + third - 1),
        (GRADES + third, GRADES + 2 * third - 1),
        (GRADES + 2 * third, last),
    ];
    let mut at = row + 1;
    let heads = [
        words::NUMBER,
        words::RESULT,
        words::AUTHORITY,
        words::YEAR,
        words::EXPECTED,
        words::RETURNED,
        words::MISSING,
    ];
    for (column, head) in (0_u16..).zip(heads) {
        page.text(at, column, head.get(lang), &header)?;
    }
    for (span, head) in spans
        .into_iter()
        .zip([words::SCHEME, words::STATE, words::FILE])
    {
        page.line(at, span, head.get(lang), &header)?;
    }
    for (number, result) in (1_usize..).zip(&rollup.results) {
        at += 1;
        page.count(at, 0, number, &styles::number("0"))?;
        page.text(at, 1, &result.label, &cell)?;
        page.text(at, 2, &result.authority, &cell)?;
        page.number(at, 3, Decimal::from(result.year), &styles::number("0"))?;
        let counts = &result.counts;
        let numbers = [counts.expected, counts.returned, counts.missing()];
        for (column, count) in (COUNTS..).zip(numbers) {
            page.count(at, column, count, &styles::number(COUNT))?;
        }
        let state = words::state(result.provisional.as_deref(), counts, lang);
        let texts = [&result.scheme, &state, &result.file];
        for (span, text) in spans.into_iter().zip(texts) {
            page.line(at, span, text, &middle)?;
        }
    }
    Ok(at + 1)
}

/// The units of each level and year by grade.
fn by_grade(
    page: &mut SheetPage,
    rollup: &Rollup,
    grades: &IndexSet<&str>,
    row: u32,
) -> WriteResult {
    let lang = page.lang();
    page.free(row, 0, words::SECTION_GRADES.get(lang), &styles::section())?;
    let header = styles::header();
    let mut at = row + 1;
    page.across(at, (0, 1), words::LEVEL.get(lang), &header)?;
    let fixed = [
        words::RESULT,
        words::YEAR,
        words::EXPECTED,
        words::RETURNED,
        words::MISSING,
    ];
    let heads = fixed.iter().map(|head| head.get(lang));
    let further = [words::UNGRADED, words::OPEN].map(|head| head.get(lang));
    let heads = heads.chain(grades.iter().copied()).chain(further);
    for (column, head) in (2_u16..).zip(heads) {
        page.text(at, column, head, &header)?;
    }
    for level in &rollup.levels {
        let own = level.results.len() as u32;
        if own > 1 {
            at += 1;
            whole(page, level, grades, (at, own))?;
        }
        for (result, counts) in &level.results {
            at += 1;
            let label = rollup.label(*result);
            let heading = (level, label);
            line(page, at, heading, &styles::cell())?;
            numbers(page, at, counts, grades, &styles::number(COUNT))?;
        }
    }
    Ok(())
}

fn line(
    page: &mut SheetPage,
    row: u32,
    (level, label): (&RolledLevel, &str),
    format: &Format,
) -> WriteResult {
    page.line(row, (0, 1), &level.name, format)?;
    page.text(row, 2, label, format)?;
    page.number(row, 3, Decimal::from(level.year), &styles::number("0"))
}

/// The counts of a row.
fn numbers(
    page: &mut SheetPage,
    row: u32,
    counts: &RolledCounts,
    grades: &IndexSet<&str>,
    format: &Format,
) -> WriteResult {
    for (column, count) in (COUNTS..).zip(all_counts(counts, grades)) {
        match count {
            Some(count) => page.count(row, column, count, format)?,
            None => page.text(row, column, "–", format)?,
        }
    }
    Ok(())
}

/// Units expected, with a result, without one, by grade, without a grade, with a provisional total. `None`: not told.
fn all_counts(counts: &RolledCounts, grades: &IndexSet<&str>) -> Vec<Option<usize>> {
    let is_told = !counts.grades.is_empty();
    let grade = |name: &&str| counts.grades.get(*name).copied();
    let mut all = vec![
        Some(counts.expected),
        Some(counts.returned),
        Some(counts.missing()),
    ];
    all.extend(grades.iter().map(grade));
    all.push(is_told.then(|| counts.ungraded()));
    all.push(Some(counts.open));
    all
}

/// The row of all results of a level, above those of each: as sums where each unit stands once.
fn whole(
    page: &mut SheetPage,
    level: &RolledLevel,
    grades: &IndexSet<&str>,
    (row, own): (u32, u32),
) -> WriteResult {
    let lang = page.lang();
    let label = if level.is_alike {
        words::ALL_RESULTS.get(lang).to_string()
    } else {
        let (all, why) = (words::ALL_RESULTS.get(lang), words::NOT_ALIKE.get(lang));
        format!("{all} ({why})")
    };
    let bold = styles::cell().set_bold();
    line(page, row, (level, &label), &bold)?;
    let format = styles::sum(COUNT);
    let parts: Vec<Vec<Option<usize>>> = level
        .results
        .iter()
        .map(|(_, counts)| all_counts(counts, grades))
        .collect();
    for (at, count) in all_counts(&level.all, grades).into_iter().enumerate() {
        let column = COUNTS + at as u16;
        let Some(count) = count else {
            page.text(row, column, "–", &format)?;
            continue;
        };
        let sum: usize = parts
            .iter()
            .filter_map(|part| (*part.get(at)?).or(Some(0)))
            .sum();
        if sum == count {
            let formula = format!("SUM({}:{})", a1(row + 1, column), a1(row + own, column));
            let stored = StoredResult::Number(Decimal::from(count));
            page.formula(row, column, &formula, stored, &format)?;
        } else {
            page.count(row, column, count, &format)?;
        }
    }
    Ok(())
}
