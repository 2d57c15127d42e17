//! `Cảnh báo` of a roll-up.
//!
//! In: a [`Rollup`]. Out: one row for each finding. Not for: ordering them.

use rust_xlsxwriter::Worksheet;

use crate::base::lang::Lang;
use crate::output::comparison_heads::DOUBTS;
use crate::output::rollup_words as words;
use crate::output::sentence::sentence;
use crate::output::words as common;
use crate::output::xlsx::page::WriteResult;
use crate::output::xlsx::rollup::{MOST, begin, end, left_out};
use crate::output::xlsx::styles;
use crate::output::xlsx::tabs::{self, Tab};
use crate::result::rollup::Rollup;

const WIDTHS: [f64; 7] = [10.0, 8.0, 30.0, 16.0, 8.0, 60.0, 44.0];

/// Writes the sheet.
pub(super) fn write(sheet: &mut Worksheet, rollup: &Rollup, lang: Lang) -> WriteResult {
    let heads = DOUBTS.map(|head| head.get(lang).to_string());
    let what = (words::FINDINGS, words::FINDINGS_TITLE, "");
    let (mut page, head) = begin(sheet, rollup, what, (&WIDTHS, &heads), lang)?;
    let (cell, middle) = (styles::cell(), styles::centered());
    let mut row = head;
    for finding in rollup.findings.iter().take(MOST) {
        row += 1;
        let place = &finding.place;
        let at = place.cell.map(|cell| cell.to_string()).unwrap_or_default();
        let texts = [
            common::severity(finding.severity(), lang),
            finding.rule.code.to_string(),
            place.file.clone().unwrap_or_default(),
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
    left_out(
        &mut page,
        row + 1,
        rollup.findings.len().saturating_sub(MOST),
    )?;
    end(&mut page, (head, row), WIDTHS.len() as u16 - 1, 0)?;
    page.sheet.set_tab_color(tabs::color(Tab::Work));
    Ok(())
}
