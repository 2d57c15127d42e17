//! Every cell that differs, in the manner of daff: what was done, the key, the old and the new value.
//!
//! In: two sides, and the units side by side. Out: changes in the order of units and codes. Not for: cells of units or
//! criteria that are not the same in both years; those are one change as a whole.

use serde::{Deserialize, Serialize};

use crate::base::ids::UnitId;
use crate::base::points::{Decimal, Points};
use crate::result::diff::items::{ItemVerdict, Items, union};
use crate::result::diff::side::{Side, SideResult, SideUnit};
use crate::result::diff::{Class, LevelDiff, State, UnitDiff};

/// What was done to a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// It came.
    Added,
    /// It went.
    Removed,
    /// It changed.
    Changed,
}

/// What a cell shows. A blank is not a zero.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Seen {
    /// There is no such cell.
    Absent,
    /// It is blank or open.
    Blank,
    /// A number.
    Number(Decimal),
    /// A text.
    Text(String),
    /// Yes or no.
    Answer(bool),
}

/// What a cell holds. A score and a figure can have one code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CellSubject {
    /// The unit itself.
    #[default]
    Unit,
    /// The unit's total.
    Total,
    /// The points of a group.
    Group,
    /// The points of a criterion.
    Criterion,
    /// A figure.
    Figure,
}

/// A cell that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellChange {
    /// The unit.
    pub unit: UnitId,
    /// Its name.
    pub name: String,
    /// What it holds.
    #[serde(default)]
    pub held: CellSubject,
    /// The code of the group or criterion, for a figure that of the criterion that asks for it. Empty: the unit itself.
    pub item: String,
    /// The text of the group, criterion or figure.
    pub label: String,
    /// What was done.
    pub action: Action,
    /// Then.
    pub before: Seen,
    /// Now.
    pub now: Seen,
    /// Whether the two may be compared.
    pub class: Class,
    /// Percent of the maximum in both years, where the maximum changed.
    pub share: Option<(Decimal, Decimal)>,
}

/// All changes.
pub fn cells(
    previous: &Side,
    current: &Side,
    items: &Items,
    levels: &[LevelDiff],
) -> Vec<CellChange> {
    let mut cells = Vec::new();
    for unit in levels.iter().flat_map(|level| &level.units) {
        let result = |side: &'_ Side, id: &UnitId| {
            let one: Option<&SideUnit> = side.units.get(id);
            one.and_then(|one| one.result.clone())
        };
        let then = unit.unit_before.as_ref().unwrap_or(&unit.unit);
        let (before, now) = (result(previous, then), result(current, &unit.unit));
        match unit.state {
            State::Compared => {
                if let (Some(before), Some(now)) = (before, now) {
                    compared(
                        &mut cells,
                        (previous, current),
                        (&before, &now),
                        unit,
                        items,
                    );
                }
            }
            State::New => cells.push(whole(unit, Seen::Absent, Seen::Text(unit.name.clone()))),
            State::Gone => cells.push(whole(unit, Seen::Text(unit.name.clone()), Seen::Absent)),
            State::NotThen => cells.push(whole(unit, Seen::Blank, total(unit.now.as_ref()))),
            State::NotNow => cells.push(whole(unit, total(unit.before.as_ref()), Seen::Blank)),
            State::NotInTableThen => {
                cells.push(whole(unit, Seen::Absent, total(unit.now.as_ref())));
            }
            State::NotInTableNow => {
                cells.push(whole(unit, total(unit.before.as_ref()), Seen::Absent));
            }
            State::Broken => cells.push(whole(
                unit,
                Seen::Text(
                    unit.name_before
                        .clone()
                        .unwrap_or_else(|| unit.name.clone()),
                ),
                Seen::Text(unit.name.clone()),
            )),
            State::Neither => {}
        }
    }
    cells
}

fn total(result: Option<&crate::result::diff::YearResult>) -> Seen {
    match result.and_then(|result| result.total) {
        Some(total) => Seen::Number(total.0),
        None => Seen::Blank,
    }
}

fn whole(unit: &UnitDiff, before: Seen, now: Seen) -> CellChange {
    let is_total = matches!(
        unit.state,
        State::NotThen | State::NotNow | State::NotInTableThen | State::NotInTableNow
    );
    let held = if is_total {
        CellSubject::Total
    } else {
        CellSubject::Unit
    };
    change(
        unit,
        (held, String::new(), String::new()),
        (before, now),
        Class::NotComparable,
    )
}

fn change(
    unit: &UnitDiff,
    (held, item, label): (CellSubject, String, String),
    (before, now): (Seen, Seen),
    class: Class,
) -> CellChange {
    let is_nothing = |seen: &Seen| matches!(seen, Seen::Absent | Seen::Blank);
    let action = match (is_nothing(&before), is_nothing(&now)) {
        (true, false) => Action::Added,
        (false, true) => Action::Removed,
        _ => Action::Changed,
    };
    CellChange {
        unit: unit.unit.clone(),
        name: unit.name.clone(),
        held,
        item,
        label,
        action,
        before,
        now,
        class,
        share: None,
    }
}

fn compared(
    cells: &mut Vec<CellChange>,
    (previous, current): (&Side, &Side),
    (before, now): (&SideResult, &SideResult),
    unit: &UnitDiff,
    items: &Items,
) {
    let level = &unit.unit.level;
    let mut add =
        |key: (CellSubject, String, String), seen: (Seen, Seen), verdict: Option<&ItemVerdict>| {
            if seen.0 != seen.1 {
                let class = verdict.map_or(Class::NotComparable, |verdict| verdict.class);
                let share =
                    verdict.and_then(|verdict| verdict.shares(number(&seen.0), number(&seen.1)));
                cells.push(CellChange {
                    share,
                    ..change(unit, key, seen, class)
                });
            }
        };
    for id in union(&previous.groups, &current.groups) {
        let item = current.groups.get(&id).or(previous.groups.get(&id));
        let label = item.map(|item| item.name.clone()).unwrap_or_default();
        let seen = |result: &SideResult| points(result.groups.get(&id).map(|points| points.0));
        let verdict = items.groups.get(&(level.clone(), id.clone()));
        add(
            (CellSubject::Group, id.0.to_string(), label),
            (seen(before), seen(now)),
            verdict,
        );
    }
    if before.criteria.is_empty() || now.criteria.is_empty() {
        return;
    }
    for id in union(&before.criteria, &now.criteria) {
        let item = current.criteria.get(&id).or(previous.criteria.get(&id));
        let label = item.map(|item| item.name.clone()).unwrap_or_default();
        let seen = |result: &SideResult| match result.criteria.get(&id) {
            Some(score) => points(score.counted.map(|points| points.0)),
            None => Seen::Absent,
        };
        let verdict = items.criteria.get(&(level.clone(), id.clone()));
        add(
            (CellSubject::Criterion, id.0.to_string(), label),
            (seen(before), seen(now)),
            verdict,
        );
    }
    figures(cells, (previous, current), (before, now), unit);
}

fn figures(
    cells: &mut Vec<CellChange>,
    (previous, current): (&Side, &Side),
    (before, now): (&SideResult, &SideResult),
    unit: &UnitDiff,
) {
    for id in union(&before.figures, &now.figures) {
        let item = current.figures.get(&id).or(previous.figures.get(&id));
        let is_answer = |value: &Decimal| {
            item.is_some_and(|item| item.is_yes_no) && (value.is_zero() || *value == Decimal::ONE)
        };
        let seen = |result: &SideResult| match result.figures.get(&id) {
            None => Seen::Absent,
            Some((Some(value), _)) if is_answer(value) => Seen::Answer(!value.is_zero()),
            Some((Some(value), _)) => Seen::Number(*value),
            Some((None, text)) if text.trim().is_empty() => Seen::Blank,
            Some((None, text)) => Seen::Text(text.clone()),
        };
        let seen = (seen(before), seen(now));
        let is_same = match &seen {
            (Seen::Text(then), Seen::Text(now)) => {
                let criteria = item.and_then(|item| {
                    let old = previous.criteria.get(&item.criterion);
                    old.zip(current.criteria.get(&item.criterion))
                });
                criteria.is_some_and(|(old, new)| old.has_option_of(then, (new, now)))
            }
            _ => false,
        };
        if seen.0 != seen.1 && !is_same {
            let key = item.map_or_else(
                || (CellSubject::Figure, String::new(), id.clone()),
                |item| {
                    (
                        CellSubject::Figure,
                        item.criterion.0.to_string(),
                        item.name.clone(),
                    )
                },
            );
            cells.push(change(unit, key, seen, Class::Comparable));
        }
    }
}

fn number(seen: &Seen) -> Option<Points> {
    match seen {
        Seen::Number(value) => Some(Points(*value)),
        Seen::Absent | Seen::Blank | Seen::Text(_) | Seen::Answer(_) => None,
    }
}

fn points(value: Option<Decimal>) -> Seen {
    value.map_or(Seen::Blank, Seen::Number)
}
