//! The list of findings, in the workbook's columns that are printed, words and order.
//!
//! In: the report's findings. Out: a table that can be filtered by severity, code, unit and text. Not for: ordering them.

use crate::base::rules::Severity;
use crate::base::seal::own_titles;
use crate::output::html::element_writer::Markup;
use crate::output::html::material::{Material, finding_anchor};
use crate::output::html::table::{PageColumn, Use};
use crate::output::html::{file_link, page_words, table};
use crate::output::outstanding;
use crate::output::words;
use crate::result::report::ListedRow;

/// The columns that are printed.
const PRINTED: usize = 10;
const COLUMNS: [PageColumn; PRINTED] = [
    PageColumn::Numbers,
    PageColumn::Choices,
    PageColumn::Choices,
    PageColumn::Choices,
    PageColumn::Words,
    PageColumn::Words,
    PageColumn::Words,
    PageColumn::Words,
    PageColumn::Words,
    PageColumn::Words,
];

/// Writes the part.
pub(super) fn write(page: &mut Markup, all: &Material<'_>) {
    let (report, lang) = (all.report, all.lang);
    let title = page_words::FINDINGS.get(lang);
    let look = [
        ("id", "canh-bao"),
        ("class", "wide"),
        ("aria-labelledby", "canh-bao-h"),
    ];
    page.within("section", &look, |page| {
        page.leaf("h2", &[("id", "canh-bao-h")], title);
        page.leaf("p", &[], &outstanding::summary(report, &all.findings, lang));
        if all.findings.is_empty() {
            return;
        }
        let caption = own_titles::FINDINGS.get(lang);
        table::boxed(page, ("canh-bao-b", caption), Use::Work, |page| {
            page.within("thead", &[], |page| {
                let heads = words::FINDING_HEADS.map(|phrase| phrase.get(lang));
                table::heads(page, heads.into_iter().zip(COLUMNS));
            });
            page.within("tbody", &[], |page| {
                for (position, told) in all.findings.iter().enumerate() {
                    let anchor = finding_anchor(position);
                    page.within("tr", &[("id", &anchor)], |page| {
                        row(page, all, position + 1, told);
                    });
                }
            });
        });
    });
}

fn row(page: &mut Markup, all: &Material<'_>, number: usize, listed: &ListedRow<'_>) {
    let lang = all.lang;
    let (told, finding) = (&listed.told, listed.told.first);
    table::middle(page, &number.to_string());
    let severity = words::severity(finding.severity(), lang);
    let class = match finding.severity() {
        Severity::Error => "c v0",
        Severity::Warning => "c v1",
        Severity::Info => "c i",
    };
    page.leaf("td", &[("class", class)], &severity);
    table::middle(page, finding.rule.code);
    page.within("td", &[], |page| {
        match (&finding.place.unit, &finding.place.file) {
            _ if told.is_several() => page.text(&told.whose(lang)),
            (Some(unit), _) => table::link(page, all.anchor(unit), all.name_of(unit)),
            (None, Some(_)) => page.text(words::UNIT_NOT_KNOWN.get(lang)),
            (None, None) => {}
        }
    });
    let (message, advice) = outstanding::told(listed, lang);
    table::cell(page, &message);
    table::cell(page, &advice);
    let place = &finding.place;
    page.within("td", &[("class", "f")], |page| {
        let file = place.file.as_deref().unwrap_or_default();
        let shown = told.file_shown(lang);
        match file_link::address(&all.report.intake.folder, file) {
            Some(address) => page.leaf("a", &[("href", &address)], &shown),
            None => page.text(&shown),
        }
    });
    table::cell(page, place.sheet.as_deref().unwrap_or_default());
    let cell = place.cell.map(|cell| cell.to_string());
    table::middle(page, &cell.unwrap_or_default());
    table::cell(page, &outstanding::consequences(told, lang));
}
