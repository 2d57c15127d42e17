//! What changed against last year, in a few lines for the overview.
//!
//! In: a comparison. Out: a line for each level. Not for: the full table, which is the sheet `So sánh`.

use crate::base::lang::Lang;
use crate::base::points::Points;
use crate::output::comparison::signed;
use crate::output::sentence::glued;
use crate::output::words;
use crate::result::diff::{Diff, LevelDiff, State, UnitDiff};

/// One line for each level that has units to compare.
pub(super) fn lines(diff: &Diff, lang: Lang) -> Vec<String> {
    let lines: Vec<String> = diff
        .levels
        .iter()
        .filter_map(|one| line(one, lang))
        .collect();
    if lines.is_empty() {
        return vec![words::NOTHING_COMPARED.get(lang).to_string()];
    }
    lines
}

fn line(level: &LevelDiff, lang: Lang) -> Option<String> {
    let units = level.units.iter();
    let compared = units.filter(|unit| unit.state == State::Compared).count();
    if compared == 0 {
        return None;
    }
    let changed = |is_meant: fn(Points) -> bool| {
        let changes = level.units.iter().filter_map(|unit| unit.change);
        changes.filter(|change| is_meant(*change)).count()
    };
    let counts = [
        (compared, words::CHANGES_COMPARED),
        (changed(|change| change > Points::ZERO), words::CHANGES_UP),
        (changed(|change| change < Points::ZERO), words::CHANGES_DOWN),
        (
            changed(|change| change == Points::ZERO),
            words::CHANGES_EVEN,
        ),
    ];
    let mut parts = vec![words::counted(&counts, lang)];
    for (movers, phrase) in [(&level.up, words::MOST_UP), (&level.down, words::MOST_DOWN)] {
        let unit = movers.first().and_then(|at| level.units.get(*at));
        let mover = unit.and_then(|unit| mover(unit, lang));
        parts.extend(mover.map(|mover| phrase.fill(lang, &[&mover])));
    }
    Some(glued(&format!("{}: {}.", level.name, parts.join("; "))))
}

/// A unit with its change; where a part of it is only that criteria are open, that is said.
fn mover(unit: &UnitDiff, lang: Lang) -> Option<String> {
    let change = signed(unit.change?.0, lang);
    let open = unit.parts.as_ref().map(|parts| parts.open);
    let open = open.filter(|open| *open != Points::ZERO);
    let open = open.map(|open| words::OF_THIS_OPEN.fill(lang, &[&signed(open.0, lang)]));
    Some(format!(
        "{} ({change}{})",
        unit.name,
        open.unwrap_or_default()
    ))
}
