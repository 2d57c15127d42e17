//! The workbook of a comparison, and the sheet `So sánh` of the consolidated workbook.
//!
//! In: a [`Diff`]. Out: the bytes of an .xlsx file, the same for the same comparison, or one sheet. Not for: comparing.

mod charts;
mod columns;
mod doubts;
mod level;
mod lists;
mod overview;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use crate::base::lang::Lang;
use crate::base::seal::DIFF;
use crate::base::seal::own_titles;
use crate::output::WriteError;
use crate::output::comparison;
use crate::output::comparison_heads as heads;
use crate::output::run::{self, RUN};
use crate::output::xlsx::page::SheetPage;
use crate::output::xlsx::styles;
use crate::output::xlsx::text::{clip, sheet_name};
use crate::result::diff::Diff;

/// The workbook of a comparison.
///
/// # Errors
/// [`WriteError::Workbook`] if it does not fit into Excel's limits.
pub fn workbook(diff: &Diff, lang: Lang) -> Result<Vec<u8>, WriteError> {
    let mut workbook = Workbook::new();
    workbook.set_default_format(&styles::plain(), 20, 64)?;
    // Never the clock's date: two runs give the same bytes.
    let properties = DocProperties::new()
        .set_title(clip(own_titles::COMPARISON.get(lang), 255))
        .set_author(&diff.program)
        .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?)
        .set_custom_property(DIFF, diff.format.cast_signed())
        .set_custom_property(RUN, run::of(diff)?);
    workbook.set_properties(&properties);
    let fixed = [
        heads::OVERVIEW,
        heads::ITEMS,
        heads::STATISTICS,
        heads::CELLS,
    ];
    let [first, items, statistics, cells] = fixed.map(|head| head.get(lang).to_string());
    let mut taken = vec![
        first.clone(),
        items.clone(),
        statistics.clone(),
        cells.clone(),
    ];
    let findings = heads::DOUBTS_SHEET.get(lang);
    if !diff.findings.is_empty() {
        taken.push(findings.to_string());
    }
    let mut names = Vec::with_capacity(diff.levels.len());
    for level in &diff.levels {
        let name = sheet_name(&level.name, &taken);
        taken.push(name.clone());
        names.push(name);
    }
    overview::write(workbook.add_worksheet(), diff, &first, &names, lang)?;
    for (one, name) in diff.levels.iter().zip(&names) {
        level::write(workbook.add_worksheet(), diff, one, name, lang)?;
    }
    if !diff.items.is_empty() {
        lists::items(workbook.add_worksheet(), diff, &items, lang)?;
    }
    if !diff.statistics.is_empty() {
        lists::statistics(workbook.add_worksheet(), diff, &statistics, lang)?;
    }
    lists::cells(workbook.add_worksheet(), diff, &cells, lang)?;
    if !diff.findings.is_empty() {
        doubts::write(workbook.add_worksheet(), diff, findings, lang)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// `So sánh`: all levels one below the other. Gives the place of the table.
pub(super) fn sheet(
    sheet: &mut Worksheet,
    diff: &Diff,
    name: &str,
    lang: Lang,
) -> Result<String, XlsxError> {
    level::all(sheet, diff, name, lang)
}

/// Title, both sides and the verdict. Gives the row after them.
fn heading(page: &mut SheetPage, diff: &Diff, last: u16) -> Result<u32, XlsxError> {
    let lang = page.lang();
    let mut row = page.title(0, last, [own_titles::COMPARISON.get(lang)])?;
    let sides = [
        (heads::SIDE_BEFORE, &diff.previous),
        (heads::SIDE_NOW, &diff.current),
    ];
    for (phrase, side) in sides {
        let text = phrase.fill(lang, &[&comparison::side(side, lang)]);
        page.line(row, (0, last), &text, &styles::subtitle())?;
        row += 1;
    }
    let verdict = comparison::verdict(diff, lang);
    page.line(row, (0, last), &verdict, &styles::note())?;
    if !diff.findings.is_empty() {
        row += 1;
        let count = diff.findings.len().to_string();
        let sheet = heads::DOUBTS_SHEET.get(lang);
        let text = heads::DOUBTS_NOTE.fill(lang, &[&count, sheet]);
        page.line(row, (0, last), &text, &styles::note())?;
    }
    Ok(row + 1)
}
