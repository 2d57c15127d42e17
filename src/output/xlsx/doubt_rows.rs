//! Findings about files that are read as results, in the columns of a comparison and of a roll-up.
//!
//! In: findings, and the row of the heads. Out: one row for each. Not for: findings about returns, which have an effect and links.

use crate::base::finding::Finding;
use crate::output::sentence::sentence;
use crate::output::words;
use crate::output::xlsx::page::{SheetPage, WriteResult};
use crate::output::xlsx::styles;

/// Writes the rows below the heads.
pub(super) fn write<'f>(
    page: &mut SheetPage,
    head: u32,
    findings: impl Iterator<Item = &'f Finding>,
) -> WriteResult {
    let (cell, middle, lang) = (styles::cell(), styles::centered(), page.lang());
    for (row, finding) in (head + 1..).zip(findings) {
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
            let is_short = matches!(column, 0 | 1 | 4);
            let format = if is_short { &middle } else { &cell };
            page.text(row, column, text, format)?;
        }
    }
    Ok(())
}
