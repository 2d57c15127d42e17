//! What was decided, row by row, in the workbook's columns that are printed.
//!
//! In: the report's decisions. Out: a table; nothing where nobody has decided anything. Not for: deciding.

use crate::base::origin::Origin;
use crate::base::seal::own_titles;
use crate::output::html::element_writer::Markup;
use crate::output::html::material::Material;
use crate::output::html::page_words;
use crate::output::html::table::{self, PageColumn, Use};
use crate::output::sentence::{capital, sentence};
use crate::output::words;
use crate::result::report::DecisionRow;

/// The columns that are printed.
const PRINTED: usize = 12;

/// Writes the part.
pub(super) fn write(page: &mut Markup, all: &Material<'_>) {
    let lang = all.lang;
    if all.report.decisions.is_empty() {
        return;
    }
    let look = [
        ("id", "quyet-dinh"),
        ("class", "wide"),
        ("aria-labelledby", "quyet-dinh-h"),
    ];
    page.within("section", &look, |page| {
        let title = page_words::DECISIONS.get(lang);
        page.leaf("h2", &[("id", "quyet-dinh-h")], title);
        if let Some(line) = all.report.decisions_line(lang) {
            page.leaf("p", &[], &sentence(&line));
        }
        let caption = own_titles::DECISIONS.get(lang);
        table::boxed(page, ("quyet-dinh-b", caption), Use::Work, |page| {
            page.within("thead", &[], |page| {
                let heads = words::DECIDED_HEADS.iter().take(PRINTED).enumerate();
                let heads = heads.map(|(at, phrase)| (phrase.get(lang), column(at)));
                table::heads(page, heads);
            });
            page.within("tbody", &[], |page| {
                for (number, decision) in (1_usize..).zip(&all.report.decisions) {
                    page.within("tr", &[], |page| row(page, all, number, decision));
                }
            });
        });
    });
}

fn column(at: usize) -> PageColumn {
    match at {
        0 | 5 | 6 => PageColumn::Numbers,
        1 | 2 | 4 => PageColumn::Choices,
        _ => PageColumn::Words,
    }
}

fn row(page: &mut Markup, all: &Material<'_>, number: usize, decision: &DecisionRow) {
    let lang = all.lang;
    table::middle(page, &number.to_string());
    table::middle(page, &capital(decision.status.name().get(lang)));
    table::cell(page, &decision.name);
    table::cell(page, &decision.about);
    table::middle(page, &decision.verdict(lang));
    for value in decision.values() {
        let text = value.map(|value| value.show(lang));
        table::number(page, &text.unwrap_or_default());
    }
    table::cell(page, &decision.reason);
    table::cell(page, &decision.by);
    let day = decision.on.map(|day| day.shown(lang));
    table::middle(page, &day.unwrap_or_default());
    let place = match &decision.origin {
        Origin::Book(at) => format!("{}, {}!{}", at.document, at.sheet, at.cell),
        other => other.to_string(),
    };
    table::cell(page, &place);
    let because = decision.because.as_ref().map(|fact| fact.show(lang));
    table::cell(page, &sentence(&because.unwrap_or_default()));
}
