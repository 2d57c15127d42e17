//! What a unit had last year, in a line.
//!
//! In: the unit in both years. Out: a paragraph; nothing where there is no comparison. Not for: the table of both years.

use crate::base::ids::UnitId;
use crate::output::caveats::points;
use crate::output::comparison;
use crate::output::html::element_writer::Markup;
use crate::output::html::material::Material;
use crate::output::html::page_words;
use crate::output::sentence::glued;
use crate::output::words;

/// Writes the line.
pub(super) fn line(page: &mut Markup, all: &Material<'_>, unit: &UnitId) {
    let (Some(diff), Some(unit)) = (all.comparison, all.change_of(unit)) else {
        return;
    };
    let lang = all.lang;
    let (before, _) = comparison::years(diff, lang);
    let is_by_years = comparison::is_by_years(diff);
    let mut parts = Vec::new();
    match &unit.before {
        Some(then) => {
            let total = then.total.map(|total| points(total, lang));
            parts.extend(total.map(|total| page_words::TOTAL_THEN.fill(lang, &[&total])));
            let grade = then.grade.as_ref();
            parts.extend(grade.map(|grade| page_words::GRADED.fill(lang, &[grade])));
            let place = then.place.map(|place| place.to_string());
            let rank = words::RANK.get(lang).to_lowercase();
            parts.extend(place.map(|place| format!("{rank} {place}")));
        }
        None => parts.push(
            comparison::state(unit.state, is_by_years)
                .get(lang)
                .to_string(),
        ),
    }
    if let Some(change) = unit.change {
        let mut text = page_words::CHANGED_BY.fill(lang, &[&comparison::signed(change.0, lang)]);
        let groups = diff.levels.iter().find(|level| level.id == unit.unit.level);
        let groups = groups.map_or(&[][..], |level| &level.groups);
        let made = unit.parts.as_ref();
        let made = made.map(|made| comparison::parts(made, groups, lang));
        if let Some(made) = made.filter(|made| !made.is_empty()) {
            text.push_str(&format!(" ({made})"));
        }
        parts.push(text);
    }
    let reasons = comparison::reasons(unit, lang);
    if !reasons.is_empty() {
        parts.push(reasons);
    }
    let year = page_words::YEAR_IN_LINE.fill(lang, &[&before]);
    page.leaf("p", &[], &glued(&format!("{year} {}.", parts.join("; "))));
}
