//! `Cảnh báo` of a comparison: what makes the compared files doubtful.
//!
//! In: a [`Diff`]. Out: one row for each finding. Not for: ordering them, or for findings about units.

use rust_xlsxwriter::Worksheet;

use crate::base::lang::Lang;
use crate::base::seal::own_titles;
use crate::output::comparison_heads as heads;
use crate::output::xlsx::doubt_rows;
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
    doubt_rows::write(&mut page, head, diff.findings.iter())?;
    page.finish_as(heads::FOOTER.get(lang), Some((head, head)))?;
    page.sheet.set_freeze_panes(head + 1, 0)?;
    Ok(())
}
