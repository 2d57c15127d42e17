//! `Cảnh báo` of an audit: its findings in their order.
//!
//! In: an [`Audit`]. Out: one row each, with a filter. Not for: ordering them.

use rust_xlsxwriter::Worksheet;

use crate::base::cell::ROWS;
use crate::base::finding::Finding;
use crate::base::lang::Lang;
use crate::base::rules::Severity;
use crate::output::sentence::sentence;
use crate::output::words;
use crate::output::xlsx::page::{SheetPage, WriteResult};
use crate::output::xlsx::styles;
use crate::output::xlsx::tabs::{self, Tab};
use crate::result::audit::Audit;

const WIDTHS: [f64; 10] = [5.0, 10.0, 8.0, 30.0, 10.0, 10.0, 48.0, 40.0, 18.0, 7.0];
const LAST: u16 = 9;
/// The row of the column heads.
const HEADER: u32 = 3;
/// Rows that fit below the head, less one that says how many were left out.
const MOST: usize = (ROWS - HEADER - 2) as usize;

/// Writes the sheet.
pub(super) fn write(sheet: &mut Worksheet, audit: &Audit, name: &str, lang: Lang) -> WriteResult {
    let mut page = SheetPage::new(sheet, name, &WIDTHS, lang)?;
    page.title(0, LAST, [words::AUDIT_TITLE.get(lang)])?;
    let file = words::AUDIT_FILE.fill(lang, &[&audit.file]);
    page.line(1, (0, LAST), &file, &styles::subtitle())?;
    for (column, head) in (0_u16..).zip(words::AUDIT_FINDING_HEADS) {
        page.text(HEADER, column, head.get(lang), &styles::header())?;
    }
    let mut row = HEADER;
    for (number, finding) in (1_usize..).zip(audit.findings.iter().take(MOST)) {
        row += 1;
        finding_row(&mut page, audit, (row, number), finding)?;
    }
    if audit.findings.len() > MOST {
        let rest = (audit.findings.len() - MOST).to_string();
        let text = words::MORE_FINDINGS.fill(lang, &[&rest]);
        page.free(row + 1, 1, &text, &styles::plain())?;
    }
    page.finish_as(&audit.file, Some((HEADER, HEADER)))?;
    page.sheet
        .set_tab_color(tabs::color(Tab::Work))
        .set_freeze_panes(HEADER + 1, 0)?
        .autofilter(HEADER, 0, row, LAST)?;
    Ok(())
}

fn finding_row(
    page: &mut SheetPage,
    audit: &Audit,
    (row, number): (u32, usize),
    finding: &Finding,
) -> WriteResult {
    let lang = page.lang();
    let (cell, middle) = (styles::cell(), styles::centered());
    page.count(row, 0, number, &styles::number(styles::WHOLE))?;
    let severity = finding.severity();
    let mark = match severity {
        Severity::Error => styles::severity_mark(0),
        Severity::Warning => styles::severity_mark(1),
        Severity::Info => styles::severity_mark(2),
    };
    let word = words::severity(severity, lang);
    page.text(row, 1, &word, &middle.merge(&mark))?;
    page.text(row, 2, finding.rule.code, &middle)?;
    let about = audit.row(finding);
    let unit = about.map_or("", |row| row.printed.name.as_str());
    page.text(row, 3, unit, &cell)?;
    let places = [
        about.and_then(|row| row.printed.place),
        about.and_then(|row| row.place),
    ];
    for (column, place) in (4_u16..).zip(places) {
        let place = place.map(|place| place.to_string()).unwrap_or_default();
        page.text(row, column, &place, &middle)?;
    }
    page.text(row, 6, &sentence(&finding.message(lang)), &cell)?;
    page.text(row, 7, &sentence(&finding.advice(lang)), &cell)?;
    let place = &finding.place;
    page.text(row, 8, place.sheet.as_deref().unwrap_or_default(), &cell)?;
    let at = place.cell.map(|cell| cell.to_string()).unwrap_or_default();
    page.text(row, 9, &at, &middle)
}
