//! Findings that only last year's result can give: large changes without an explanation, last year's workbook again.
//!
//! In: two sides. Out: findings about the current one. Not for: changes of criteria that are not the same in both years.

use crate::base::finding::{About, Fact, Finding, Place};
use crate::base::ids::{CriterionId, UnitId};
use crate::base::points::Decimal;
use crate::base::rules::years;
use crate::base::text;
use crate::result::diff::Class;
use crate::result::diff::State;
use crate::result::diff::fit::Fit;
use crate::result::diff::items::Items;
use crate::result::diff::pair;
use crate::result::diff::side::{Side, SideResult};

/// Values that have to be equal before a workbook is called last year's.
const FEWEST: usize = 5;
/// Units that have to be equal before a whole round is called last year's.
const FEWEST_UNITS: usize = 3;

/// The findings, by unit and criterion, and of the whole round, whose places have neither unit nor file. `tolerance` is in percent of
/// the criterion's maximum.
pub fn findings(previous: &Side, current: &Side, tolerance: Decimal) -> Vec<Finding> {
    let items = Items::new(previous, current);
    let is_last_year = Fit::of(previous, current, &items).is_last_year();
    let (mut findings, mut compared, mut same) = (Vec::new(), 0, Vec::new());
    for pair in pair::pairs(previous, current) {
        let (State::Compared, Some(then), Some(unit)) = (pair.state, pair.before, pair.now) else {
            continue;
        };
        let result =
            |side: &'_ Side, id: &UnitId| side.units.get(id).and_then(|one| one.result.clone());
        let (Some(before), Some(now)) = (result(previous, then), result(current, unit)) else {
            continue;
        };
        compared += 1;
        same.extend(repeated(unit, &before, &now));
        if !is_last_year {
            continue;
        }
        let mut moved = Vec::new();
        for (id, score) in &now.criteria {
            if items.criterion(&unit.level, id) == Class::Comparable
                && !score.explained
                && let Some(finding) = movement(current, unit, (&before, &now), id, tolerance)
            {
                moved.push((id, finding));
            }
        }
        findings.extend(together(moved));
    }
    match of_whole_round((previous, current), same.len(), compared) {
        Some(finding) => findings.push(finding),
        None => findings.extend(same),
    }
    findings
}

/// What is said instead of each unit's finding where both are results of one round: by their own words, and any unit is the same; or
/// nearly all units are, nine tenths.
fn of_whole_round(
    (previous, current): (&Side, &Side),
    same: usize,
    compared: usize,
) -> Option<Finding> {
    let is_told = current.year.is_some()
        && previous.year == current.year
        && text::key(&previous.name) == text::key(&current.name)
        && previous.scheme == current.scheme;
    let is_most = same >= FEWEST_UNITS && same * 10 >= compared * 9;
    if same == 0 || !(is_told || is_most) {
        return None;
    }
    let [same, compared] = [same, compared].map(|count| Fact::Number(Decimal::from(count)));
    let finding = Finding::new(&years::SAME_ROUND, Place::default()).found(same);
    Some(finding.expected(compared))
}

/// The large changes of a unit: one finding, at the first of them, however many there are.
fn together(moved: Vec<(&CriterionId, Finding)>) -> Option<Finding> {
    if moved.len() < 2 {
        return moved.into_iter().next().map(|(_, finding)| finding);
    }
    let where_from = |(id, finding): &(&CriterionId, Finding)| {
        let Place { sheet, cell, .. } = &finding.place;
        match (sheet, cell) {
            (Some(sheet), Some(cell)) => format!("{id} ({sheet}!{cell})"),
            _ => id.to_string(),
        }
    };
    let names: Vec<String> = moved.iter().map(where_from).collect();
    let place = moved.into_iter().next()?.1.place;
    let count = Fact::Number(Decimal::from(names.len()));
    let finding = Finding::new(&years::MOVEMENTS, place).found(count);
    Some(finding.expected(Fact::Names(names)))
}

fn movement(
    current: &Side,
    unit: &UnitId,
    (before, now): (&SideResult, &SideResult),
    id: &CriterionId,
    tolerance: Decimal,
) -> Option<Finding> {
    let (was, score) = (before.criteria.get(id)?, now.criteria.get(id)?);
    let (old, new) = (was.counted?, score.counted?);
    let item = current.criteria.get(id)?;
    // A movement is told as a share of the maximum, so of what has no limit there is none.
    let maximum = item.maximum.get(&unit.level)?.limit()?;
    let change = (new - old).abs().0;
    // Changes and maxima so large that neither can be told in percent are movements too.
    let bound = tolerance.checked_mul(maximum.0);
    let is_small = change
        .checked_mul(Decimal::ONE_HUNDRED)
        .zip(bound)
        .is_some_and(|(change, bound)| change < bound);
    if maximum.0 <= Decimal::ZERO || is_small || change.is_zero() {
        return None;
    }
    let place = Place {
        sheet: score.place.as_ref().map(|(sheet, _)| sheet.clone()),
        cell: score.place.as_ref().map(|(_, cell)| *cell),
        ..of(unit, now)
    };
    let about = About::Row(format!("{id} ({})", item.name));
    let finding = Finding::new(&years::MOVEMENT, place).about(about);
    Some(finding.found(new).expected(Fact::from(old)))
}

/// Whether everything that both years have is equal.
fn repeated(unit: &UnitId, before: &SideResult, now: &SideResult) -> Option<Finding> {
    let mut equal = 0_usize;
    for (id, score) in &now.criteria {
        let was = before.criteria.get(id).and_then(|one| one.claimed);
        match was.zip(score.claimed) {
            Some((old, new)) if old == new => equal += 1,
            Some(_) => return None,
            None => {}
        }
    }
    for (id, value) in &now.figures {
        match before.figures.get(id) {
            Some(old) if old == value => equal += 1,
            Some(_) => return None,
            None => {}
        }
    }
    let count = Fact::Number(Decimal::from(equal));
    (equal >= FEWEST).then(|| Finding::new(&years::SAME_AS_LAST_YEAR, of(unit, now)).found(count))
}

fn of(unit: &UnitId, result: &SideResult) -> Place {
    Place {
        unit: Some(unit.clone()),
        file: Some(result.file.clone()).filter(|file| !file.is_empty()),
        sheet: None,
        cell: None,
    }
}
