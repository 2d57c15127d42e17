//! `Cảnh báo` of a roll-up.
//!
//! In: a [`Rollup`]. Out: one row for each finding. Not for: ordering them.

use rust_xlsxwriter::Worksheet;

use crate::base::lang::Lang;
use crate::output::comparison_heads::DOUBTS;
use crate::output::rollup_words as words;
use crate::output::xlsx::doubt_rows;
use crate::output::xlsx::page::WriteResult;
use crate::output::xlsx::rollup::{MOST, begin, end, left_out, texts};
use crate::output::xlsx::tabs::{self, Tab};
use crate::result::rollup::Rollup;

const WIDTHS: [f64; 7] = [10.0, 8.0, 30.0, 16.0, 8.0, 60.0, 44.0];

/// Writes the sheet.
pub(super) fn write(sheet: &mut Worksheet, rollup: &Rollup, lang: Lang) -> WriteResult {
    let heads = texts(&DOUBTS, lang);
    let what = (words::FINDINGS, words::FINDINGS_TITLE, "");
    let (mut page, head) = begin(sheet, rollup, what, (&WIDTHS, &heads), lang)?;
    let shown = rollup.findings.iter().take(MOST);
    let row = head + shown.len() as u32;
    doubt_rows::write(&mut page, head, shown)?;
    left_out(
        &mut page,
        row + 1,
        rollup.findings.len().saturating_sub(MOST),
    )?;
    end(&mut page, (head, row), WIDTHS.len() as u16 - 1, 0)?;
    page.sheet.set_tab_color(tabs::color(Tab::Work));
    Ok(())
}
