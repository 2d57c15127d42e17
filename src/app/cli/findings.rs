//! Findings as lines of text.
//!
//! `file: sheet!cell: severity code: message`, and below it, indented, what to do.

use std::io::{self, Write};

use crate::app::cli::screen::{QUIET, STRONG, of_severity, paint};
use crate::base::finding::Finding;
use crate::base::lang::{Lang, plural, say};
use crate::result::report::ToldFinding;

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
    told(out, &ToldFinding::one(finding), Others::Named, lang)
}

/// Where the other files stand of findings that are told together.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Others {
    /// On a sheet of the workbook that is written.
    OnSheet,
    /// In a line below, each with its sheet and cell.
    Named,
}

/// Writes what is told as one: a finding, or several with the place of the first, and where the others are.
///
/// # Errors
/// What the writer says.
pub fn told(
    out: &mut dyn Write,
    told: &ToldFinding<'_>,
    others: Others,
    lang: Lang,
) -> io::Result<()> {
    let finding = told.first;
    let mut place = place(finding);
    let more = told.others.len();
    // Files that do not count are always named.
    let is_on_sheet = others == Others::OnSheet && !told.is_of_files();
    if more > 0 && is_on_sheet {
        place.push_str(&say!(
            lang,
            " và {more} chỗ khác (xem trang “Cảnh báo”)",
            (
                " and {} (see the sheet of findings)",
                plural(more, "other place")
            )
        ));
    }
    let colon = if place.is_empty() { "" } else { ": " };
    let severity = finding.severity().name().get(lang);
    let severity = paint(of_severity(finding.severity()), severity);
    let scope = told.same(|one| scope(one, lang)).unwrap_or_default();
    writeln!(
        out,
        "  {place}{colon}{severity} {}: {}{scope}",
        paint(STRONG, finding.rule.code),
        told.message(lang),
    )?;
    let arrow = paint(QUIET, "→");
    writeln!(out, "      {arrow} {}", told.advice(lang))?;
    if more > 0 && !is_on_sheet {
        let most = if others == Others::Named {
            more
        } else {
            MOST_FILES
        };
        writeln!(out, "      {}", also(told, most, lang))?;
    }
    Ok(())
}

/// Files that do not count are named as far as there are so many.
const MOST_FILES: usize = 20;

/// The places of the others that are told with the first; where all stand in the same cell, their files alone.
fn also(told: &ToldFinding<'_>, most: usize, lang: Lang) -> String {
    let is_same_cell = told
        .same(|one| (&one.place.sheet, one.place.cell))
        .is_some();
    let places = told.others.iter().map(|one| match one.file_shown() {
        Some(file) if is_same_cell => file.to_string(),
        _ => place(one),
    });
    let mut places = places.collect::<Vec<_>>();
    let left = places.len() - places.len().min(most);
    places.truncate(most);
    places.extend((left > 0).then(|| {
        say!(
            lang,
            "… và {left} tệp khác (xem trang “Cảnh báo”)",
            (
                "… and {} (see the sheet of findings)",
                plural(left, "other file")
            )
        )
    }));
    let places = places.join("; ");
    if is_same_cell && told.is_of_files() {
        say!(lang, "các tệp khác: {places}", "the other files: {places}")
    } else if is_same_cell {
        say!(
            lang,
            "cùng chỗ ấy ở: {places}",
            "in the same place of: {places}"
        )
    } else {
        say!(lang, "cũng ở: {places}", "also in: {places}")
    }
}
