//! The statistics, with numerator, denominator, coverage and who is left out, in the workbook's columns and words.
//!
//! In: the report's statistics. Out: a table by section. Not for: computing them.

use crate::base::ids::UnitId;
use crate::base::points::Decimal;
use crate::base::seal::own_titles;
use crate::judge::statistics::{Outcome, Statistic};
use crate::output::html::element_writer::Markup;
use crate::output::html::material::Material;
use crate::output::html::table::{PageColumn, Use};
use crate::output::html::{page_words, table, written_numbers};
use crate::output::quote::{self, QuotedValue, quote};
use crate::output::words;

/// The most decimals of a number.
const DECIMALS: u32 = 3;

/// Writes the part; nothing without statistics.
pub(super) fn write(page: &mut Markup, all: &Material<'_>) {
    let lang = all.lang;
    if all.report.statistics.is_empty() {
        return;
    }
    let look = [
        ("id", "thong-ke"),
        ("class", "wide"),
        ("aria-labelledby", "thong-ke-h"),
    ];
    page.within("section", &look, |page| {
        let title = page_words::STATISTICS.get(lang);
        page.leaf("h2", &[("id", "thong-ke-h")], title);
        let caption = own_titles::STATISTICS.get(lang);
        table::boxed(page, ("thong-ke-b", caption), Use::Read, |page| {
            page.within("thead", &[], |page| heads(page, all));
            page.within("tbody", &[], |page| rows(page, all));
        });
        without_return(page, all);
    });
}

fn somebody_says_no(all: &Material<'_>) -> bool {
    let mut statistics = all.report.statistics.iter();
    statistics.any(|statistic| !no_units(statistic).is_empty())
}

fn no_units(statistic: &Statistic) -> &[UnitId] {
    match &statistic.outcome {
        Outcome::Share { no_units, .. } => no_units,
        _ => &[],
    }
}

fn heads(page: &mut Markup, all: &Material<'_>) {
    let [before @ .., formula] = words::STATISTICS_HEADS;
    let no = somebody_says_no(all).then_some(words::SAY_NO);
    let heads = before.into_iter().chain(no).chain([formula]);
    table::heads(
        page,
        heads.map(|phrase| (phrase.get(all.lang), PageColumn::Words)),
    );
}

fn rows(page: &mut Markup, all: &Material<'_>) {
    let mut section = None;
    let columns = words::STATISTICS_HEADS.len() + usize::from(somebody_says_no(all));
    for (number, statistic) in (1_usize..).zip(&all.report.statistics) {
        if section != Some(&statistic.section) {
            section = Some(&statistic.section);
            let (id, name) = &statistic.section;
            page.within("tr", &[("class", "band")], |page| {
                let look = [("scope", "colgroup"), ("colspan", &*columns.to_string())];
                page.leaf("th", &look, &format!("{id}) {name}"));
            });
        }
        page.within("tr", &[], |page| row(page, all, number, statistic));
    }
}

fn row(page: &mut Markup, all: &Material<'_>, number: usize, statistic: &Statistic) {
    let lang = all.lang;
    table::middle(page, &number.to_string());
    table::row_head(page, &statistic.name);
    let value = quote::value(statistic);
    let percent = all.report.campaign.percent_decimals;
    let text = written_numbers::value(&value, percent, DECIMALS, lang);
    let class = match value {
        QuotedValue::Missing => "c i",
        _ => "n t",
    };
    page.leaf("td", &[("class", class)], &text);
    let unit = match value {
        QuotedValue::Share(_) => "%",
        _ => statistic.unit.as_deref().unwrap_or_default(),
    };
    table::middle(page, unit);
    for part in parts(statistic) {
        let text = part.map(|part| written_numbers::figure(part, DECIMALS, lang));
        table::number(page, &text.unwrap_or_default());
    }
    let covered = match statistic.outcome {
        Outcome::Given { .. } => String::new(),
        _ => format!("{}/{}", statistic.covered, statistic.expected),
    };
    table::middle(page, &covered);
    table::cell(page, &quote(statistic, &all.told()));
    table::cell(page, &left_out(all, statistic));
    if somebody_says_no(all) {
        let names = no_units(statistic).iter().map(|unit| all.name_of(unit));
        table::cell(page, &names.collect::<Vec<_>>().join("; "));
    }
    table::cell(page, &statistic.formula);
}

/// Numerator and denominator.
fn parts(statistic: &Statistic) -> [Option<Decimal>; 2] {
    match &statistic.outcome {
        Outcome::Ratio {
            numerator,
            denominator,
            ..
        } => [Some(*numerator), Some(*denominator)],
        Outcome::Share { yes, answered, .. } => [Some((*yes).into()), Some((*answered).into())],
        Outcome::Given { of, .. } => [None, *of],
        Outcome::Sum { .. } | Outcome::Units { .. } => [None, None],
    }
}

/// The units that are not in it: those that returned something by name, the others by their number and a note.
fn left_out(all: &Material<'_>, statistic: &Statistic) -> String {
    let (gaps, others): (Vec<&UnitId>, Vec<&UnitId>) =
        statistic.left_out.iter().partition(|unit| all.is_gap(unit));
    let named = others.iter().map(|unit| all.name_of(unit));
    let named = named.collect::<Vec<&str>>().join("; ");
    let count = gaps.len().to_string();
    match (named.is_empty(), gaps.is_empty()) {
        (_, true) => named,
        (true, false) => words::WITHOUT_RETURN.fill(all.lang, &[&count]),
        (false, false) => words::AND_WITHOUT_RETURN.fill(all.lang, &[&named, &count]),
    }
}

/// Which figures were decided on, and who is missing in every row.
fn without_return(page: &mut Markup, all: &Material<'_>) {
    if let Some(text) = words::decided_figures(all.report, all.lang) {
        page.leaf("p", &[("class", "note")], &text);
    }
    let levels = all.report.levels.iter();
    let levels = levels.filter(|level| !level.gaps.is_empty());
    let missing = levels.map(|level| {
        let names: Vec<&str> = level.gaps.iter().map(|gap| gap.name.as_str()).collect();
        format!("{} – {}", level.name, names.join("; "))
    });
    let missing: Vec<String> = missing.collect();
    if !missing.is_empty() {
        let text = words::WITHOUT_RETURN_NOTE.fill(all.lang, &[&missing.join(". ")]);
        page.leaf("p", &[("class", "note")], &text);
    }
}
