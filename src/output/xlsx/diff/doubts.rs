//! `Cảnh báo` of a comparison: what makes the compared files doubtful.
//!
//! In: a [`Diff`]. Out: one row for each finding. Not for: ordering them, or for findings about units.

use rust_xlsxwriter::Worksheet;

use crate::base::lang::Lang;
use crate::base::seal::own_titles;
use crate::output::comparison_heads as heads;
use crate::output::sentence::sentence;
use crate::output::words;
use crate::output::xlsx::page::{SheetPage, WriteResult};
use crate::output::xlsx::styles;
use crate::result::diff::Diff;

const WIDTHS: [f64; 7] = [10.0, 8.0, 30.0, 16.0, 8.0, 50.0, 40.0];

/// Writes the sheet.
pub(super) fn write(sheet: &mut Worksheet, diff: &Diff, name: &str, lang: Lang) -> WriteResult {
    let mut page = SheetPage::new(sheet, name, &WIDTHS, lang)?;
    let last = WIDTHS.len() as u16 - 1;
    let head = page.title(0, last, [own_titles::DOUBTS.get(lang)])? + 1;
    for (column, text) in (0_u16..).zip(heads::DOUBTS) {
        page.text(head, column, text.get(lang), &styles::header())?;
    }
    let (cell, middle) = (styles::cell(), styles::centered());
    for (row, finding) in (head + 1..).zip(&diff.findings) {
        let place = &finding.place;
        let at = place.cell.map(|cell| cell.to_string()).unwrap_or_default();
        let texts = [
            words::severity(finding.severity(), lang),
            finding.rule.code.to_string(),
            finding.file_shown().unwrap_or_default().to_string(),
            place.sheet.clone().unwrap_or_default(),
            at,
            sentence(&finding.message(lang)),
            sentence(&finding.advice(lang)),
        ];
        for (column, text) in (0_u16..).zip(&texts) {
            let format = if matches!(column, 0 | 1 | 4) {
                &middle
            } else {
                &cell
            };
            page.text(row, column, text, format)?;
        }
    }
    page.finish_as(heads::FOOTER.get(lang), Some((head, head)))?;
    page.sheet.set_freeze_panes(head + 1, 0)?;
    Ok(())
}
