//! What changed against last year: the sides, a picture of the totals, and a table of all units.
//!
//! In: a comparison. Out: elements for each level; nothing where there is no comparison. Not for: comparing.

use crate::base::points::{Decimal, Points};
use crate::output::comparison;
use crate::output::comparison_heads as heads;
use crate::output::html::element_writer::Markup;
use crate::output::html::material::Material;
use crate::output::html::table::{PageColumn, Use};
use crate::output::html::{page_words, slopes, table, written_numbers};
use crate::output::sentence::{glued, sentence};
use crate::result::diff::{Diff, LevelDiff, State, UnitDiff, YearResult};

/// The decimals of a table: those that its totals and its changes have.
struct TableDecimals {
    totals: u32,
    changes: u32,
}

/// Writes the part.
pub(super) fn write(page: &mut Markup, all: &Material<'_>) {
    let (Some(diff), lang) = (all.comparison, all.lang) else {
        return;
    };
    let look = [
        ("id", "so-sanh"),
        ("class", "wide"),
        ("aria-labelledby", "so-sanh-h"),
    ];
    page.within("section", &look, |page| {
        let (before, _) = comparison::years(diff, lang);
        let title = page_words::COMPARISON.fill(lang, &[&before]);
        page.leaf("h2", &[("id", "so-sanh-h")], &title);
        page.leaf("p", &[], &comparison::verdict(diff, lang));
        for (phrase, side) in [
            (heads::SIDE_BEFORE, &diff.previous),
            (heads::SIDE_NOW, &diff.current),
        ] {
            let text = phrase.fill(lang, &[&comparison::side(side, lang)]);
            page.leaf("p", &[("class", "note")], &text);
        }
        for (number, level) in (1_usize..).zip(&diff.levels) {
            let anchor = format!("so-sanh-{number}");
            page.leaf("h3", &[("id", &anchor)], &level.name);
            slopes::write(page, all, (diff, level), &anchor);
            units(page, all, (diff, level), &anchor);
        }
        page.leaf(
            "p",
            &[("class", "note")],
            page_words::COMPARISON_NOTE.get(lang),
        );
    });
}

fn units(page: &mut Markup, all: &Material<'_>, (diff, level): (&Diff, &LevelDiff), anchor: &str) {
    let lang = all.lang;
    let (before, now) = comparison::years(diff, lang);
    let of = |phrase: crate::base::lang::Phrase, year: &str| phrase.fill(lang, &[year]);
    let texts = [
        (heads::UNIT.get(lang).to_string(), PageColumn::Words),
        (of(heads::TOTAL, &before), PageColumn::Numbers),
        (of(heads::TOTAL, &now), PageColumn::Numbers),
        (heads::CHANGE.get(lang).to_string(), PageColumn::Numbers),
        (of(heads::PLACE, &before), PageColumn::Numbers),
        (of(heads::PLACE, &now), PageColumn::Numbers),
        (heads::PLACES.get(lang).to_string(), PageColumn::Numbers),
        (of(heads::GRADE, &before), PageColumn::Choices),
        (of(heads::GRADE, &now), PageColumn::Choices),
        (heads::PARTS.get(lang).to_string(), PageColumn::Words),
        (heads::WHY.get(lang).to_string(), PageColumn::Words),
    ];
    let decimals = decimals(diff);
    let caption = format!(
        "{}, {}",
        page_words::COMPARISON.fill(lang, &[&before]),
        level.name
    );
    table::boxed(
        page,
        (&format!("{anchor}-b"), &caption),
        Use::Work,
        |page| {
            page.within("thead", &[], |page| {
                let texts = texts.iter();
                table::heads(page, texts.map(|(text, column)| (text.as_str(), *column)));
            });
            page.within("tbody", &[], |page| {
                for unit in ordered(level) {
                    let look: &[_] = match unit.state {
                        State::Compared => &[],
                        _ => &[("class", "gap")],
                    };
                    page.within("tr", look, |page| row(page, all, level, (unit, &decimals)));
                }
            });
        },
    );
}

/// Compared units by place now, then the others.
fn ordered(level: &LevelDiff) -> Vec<&UnitDiff> {
    let mut units: Vec<&UnitDiff> = level.units.iter().collect();
    let place = |unit: &UnitDiff| unit.now.as_ref().and_then(|now| now.common_place);
    units.sort_by_key(|unit| {
        let is_other = unit.state != State::Compared;
        (is_other, place(unit).unwrap_or(u32::MAX))
    });
    units
}

fn decimals(diff: &Diff) -> TableDecimals {
    let scale = |points: Points| points.0.normalize().scale();
    let most = |points: &mut dyn Iterator<Item = Points>| points.map(scale).max().unwrap_or(0);
    let results = diff.units().flat_map(|unit| [&unit.before, &unit.now]);
    let mut totals = results.filter_map(|result| result.as_ref()?.total);
    let mut changes = diff.units().filter_map(|unit| unit.change);
    TableDecimals {
        totals: most(&mut totals),
        changes: most(&mut changes),
    }
}

fn row(
    page: &mut Markup,
    all: &Material<'_>,
    level: &LevelDiff,
    (unit, decimals): (&UnitDiff, &TableDecimals),
) {
    let lang = all.lang;
    table::row_link(page, all.anchor(&unit.unit), &unit.name);
    for result in [&unit.before, &unit.now] {
        let total = result.as_ref().and_then(|one| one.total);
        let text = total.map(|total| written_numbers::fixed(total.0, decimals.totals, lang));
        number_or_dash(page, text);
    }
    let change = unit
        .change
        .map(|change| written_numbers::change(change.0, decimals.changes, lang));
    let share = unit
        .share
        .map(|(then, now)| format!("{} → {}", lang.share(then, 2), lang.share(now, 2)));
    number_or_dash(page, change.or(share));
    let place = |result: &Option<YearResult>| result.as_ref().and_then(|one| one.common_place);
    for place in [place(&unit.before), place(&unit.now)] {
        number_or_dash(page, place.map(|place| place.to_string()));
    }
    let places = unit
        .places
        .map(|places| written_numbers::change(Decimal::from(places), 0, lang));
    number_or_dash(page, places);
    for result in [&unit.before, &unit.now] {
        let grade = result.as_ref().and_then(|one| one.grade.as_deref());
        table::middle(page, grade.unwrap_or("–"));
    }
    let made = unit.parts.as_ref();
    let made = made.map(|parts| comparison::parts(parts, &level.groups, lang));
    table::cell(page, &glued(&made.unwrap_or_default()));
    table::cell(page, &remark(all, unit));
}

/// What is to be said of a unit.
fn remark(all: &Material<'_>, unit: &UnitDiff) -> String {
    let lang = all.lang;
    let state = match unit.state {
        State::Compared => comparison::class(unit.class),
        state => {
            let is_by_years = all.comparison.is_some_and(comparison::is_by_years);
            comparison::state(state, is_by_years)
        }
    };
    let mut texts = vec![state.get(lang).to_string()];
    let reasons = comparison::reasons(unit, lang);
    if let Some(name) = &unit.name_before
        && !reasons.contains(name.as_str())
    {
        texts.push(format!("{name} → {}", unit.name));
    }
    if !reasons.is_empty() {
        texts.push(reasons);
    }
    sentence(&texts.join("; "))
}

/// A blank is a dash, not a zero.
fn number_or_dash(page: &mut Markup, text: Option<String>) {
    match text {
        Some(text) => table::number(page, &text),
        None => table::middle(page, "–"),
    }
}
