//! Findings as lines of text.
//!
//! `file: sheet!cell: severity code: message`, and below it, indented, what to do.

use std::io::{self, Write};

use crate::app::cli::screen::{QUIET, STRONG, of_severity, paint};
use crate::base::finding::Finding;
use crate::base::lang::{Lang, say};

/// Where a finding is, as far as it is known: `file: sheet!cell`.
pub fn place(finding: &Finding) -> String {
    let place = &finding.place;
    let within = match (&place.sheet, place.cell) {
        (Some(sheet), Some(cell)) => Some(format!("{sheet}!{cell}")),
        (Some(sheet), None) => Some(sheet.clone()),
        (None, _) => None,
    };
    let file = finding.file_shown().map(str::to_string);
    file.into_iter()
        .chain(within)
        .collect::<Vec<_>>()
        .join(": ")
}

/// How many criteria one cause leaves open, where there are several.
fn scope(finding: &Finding, lang: Lang) -> String {
    match finding.criteria.len() {
        0 | 1 => String::new(),
        count => say!(lang, " ({count} tiêu chí)", " ({count} criteria)"),
    }
}

/// Writes one finding in two lines.
///
/// # Errors
/// What the writer says.
pub fn write(out: &mut dyn Write, finding: &Finding, lang: Lang) -> io::Result<()> {
    let place = place(finding);
    let colon = if place.is_empty() { "" } else { ": " };
    let severity = finding.severity().name().get(lang);
    let severity = paint(of_severity(finding.severity()), severity);
    writeln!(
        out,
        "  {place}{colon}{severity} {}: {}{}",
        paint(STRONG, finding.rule.code),
        finding.message(lang),
        scope(finding, lang)
    )?;
    let arrow = paint(QUIET, "→");
    writeln!(out, "      {arrow} {}", finding.advice(lang))
}
