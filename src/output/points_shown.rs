//! Which points a result shows, and with how many decimals, whatever its form.
//!
//! In: scores of a report. Out: points or nothing, decimals, averages. Not for: cells, and not for words.

use crate::base::points::{Decimal, Points, round_half_away};
use crate::judge::score::{CriterionScore, GroupScore};
use crate::result::report::{GroupFacts, LevelResult, Report, UnitRow};

/// The points that stand for a criterion: those that count, but no 0 where the unit is exempt.
pub(super) fn shown(score: &CriterionScore) -> Option<Points> {
    score
        .counted
        .filter(|points| !score.exempt || *points != Points::ZERO)
}

/// Whether no criterion of a group shows points, so that its sum is empty.
pub(super) fn says_nothing(group: &GroupFacts, unit: &UnitRow) -> bool {
    let criteria = group.criteria.iter();
    let mut scores = criteria.filter_map(|criterion| unit.score.criteria.get(&criterion.id));
    scores.all(|score| shown(score).is_none())
}

/// The decimals of points: those that they have, at most three, or those that the campaign rounds to: an index from 0 to 1 needs
/// four. At least one.
pub(super) fn decimals(report: &Report) -> u32 {
    let rows = report.levels.iter().flat_map(|level| &level.rows);
    let points = rows.flat_map(|row| {
        let groups = row.score.groups.values().map(|group| group.sum);
        groups.chain([row.score.total])
    });
    let own = points.map(|points| points.0.normalize().scale()).max();
    let own = own.unwrap_or_default();
    own.min(3).max(report.campaign.points_decimals).clamp(1, 6)
}

/// The units that have points in the group, with their scores.
pub(super) fn scores<'r>(
    level: &'r LevelResult,
    group: &'r GroupFacts,
) -> impl Iterator<Item = (&'r UnitRow, &'r GroupScore)> {
    level
        .rows
        .iter()
        .filter(|unit| !says_nothing(group, unit))
        .filter_map(|unit| Some((unit, unit.score.groups.get(&group.id)?)))
}

/// The average share of what each unit can reach, 1 for all, to four decimals.
pub(super) fn average(level: &LevelResult, group: &GroupFacts) -> Option<Decimal> {
    let shares: Vec<Decimal> = scores(level, group)
        .filter_map(|(_, score)| score.sum.0.checked_div(score.maximum.limit()?.0))
        .collect();
    let sum = Decimal::checked_sum(shares.iter().copied())?;
    let average = sum.checked_div(Decimal::from(shares.len()))?;
    Some(round_half_away(average, 4))
}
