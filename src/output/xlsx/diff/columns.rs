//! Which columns a table of units has, and what is the same for all its units.
//!
//! In: levels of a comparison. Out: the parts of changes that are not 0 everywhere, number formats with the decimals that occur,
//! and what is said once instead of in every row. Not for: cells.

use crate::base::ids::GroupId;
use crate::base::lang::Lang;
use crate::base::points::Points;
use crate::output::comparison;
use crate::output::sentence::sentence;
use crate::output::xlsx::numbers;
use crate::result::diff::{ChangeParts, Class, LevelDiff, Reason, State, UnitDiff};

/// The columns of a table.
pub(super) struct DiffColumns<'d> {
    /// The groups of which some unit's points changed.
    groups: Vec<&'d (GroupId, String)>,
    /// The positions of the other parts that some unit has.
    others: Vec<usize>,
    /// The class of all compared units, where it is one.
    class: Option<Class>,
    /// The reasons that all compared units share.
    reasons: Vec<Reason>,
    /// Whether the sides are told as years.
    is_by_years: bool,
    /// Decimals of totals.
    totals: u32,
    /// Decimals of changes.
    changes: u32,
}

impl<'d> DiffColumns<'d> {
    /// The columns of levels on one sheet.
    pub(super) fn of(levels: &[&'d LevelDiff], is_by_years: bool) -> Self {
        let units = || levels.iter().flat_map(|level| &level.units);
        let parts = || units().filter_map(|unit| unit.parts.as_ref());
        let mut groups: Vec<&(GroupId, String)> = Vec::new();
        for group in levels.iter().flat_map(|level| &level.groups) {
            let known = groups.iter().any(|known| known.0 == group.0);
            let points =
                |parts: &ChangeParts| parts.groups.get(&group.0).copied().unwrap_or_default();
            if !known && parts().any(|parts| points(parts) != Points::ZERO) {
                groups.push(group);
            }
        }
        let others = comparison::other_parts(&ChangeParts::default());
        let is_used = |position: &usize| {
            parts().any(|parts| {
                let points = comparison::other_parts(parts);
                points
                    .get(*position)
                    .is_some_and(|(_, one)| *one != Points::ZERO)
            })
        };
        let compared: Vec<&UnitDiff> = units().filter(|one| one.state == State::Compared).collect();
        let first = compared.first();
        let class = first.map(|unit| unit.class);
        let class = class.filter(|class| compared.iter().all(|unit| unit.class == *class));
        let shared = |reason: &&Reason| compared.iter().all(|unit| unit.reasons.contains(reason));
        let reasons = first.map_or(&[][..], |unit| &unit.reasons);
        let results = units().flat_map(|unit| [&unit.before, &unit.now]);
        let totals = results.filter_map(|result| result.as_ref()?.total);
        let changes = units().filter_map(|unit| unit.change);
        let of_parts = parts().flat_map(|parts| {
            let others = comparison::other_parts(parts).map(|(_, points)| points);
            parts.groups.values().copied().chain(others)
        });
        DiffColumns {
            groups,
            others: (0..others.len()).filter(is_used).collect(),
            class,
            reasons: reasons.iter().filter(shared).cloned().collect(),
            is_by_years,
            totals: numbers::most(totals.map(|points| points.0)),
            changes: numbers::most(changes.chain(of_parts).map(|points| points.0)),
        }
    }

    /// How many columns of parts there are.
    pub(super) fn parts(&self) -> usize {
        self.groups.len() + self.others.len()
    }

    /// The heads of the columns of parts.
    pub(super) fn heads(&self, lang: Lang) -> Vec<String> {
        let others = comparison::other_parts(&ChangeParts::default());
        let others = self.others.iter().filter_map(|at| others.get(*at));
        let others = others.map(|(phrase, _)| phrase.get(lang).to_string());
        let groups = self.groups.iter().map(|(_, name)| name.clone());
        groups.chain(others).collect()
    }

    /// The parts of a unit's change, one for each column. `None`: not compared, or the level does not have the group.
    pub(super) fn of_unit(&self, unit: &UnitDiff, level: &LevelDiff) -> Vec<Option<Points>> {
        let Some(parts) = &unit.parts else {
            return vec![None; self.parts()];
        };
        let has = |id: &GroupId| level.groups.iter().any(|(own, _)| own == id);
        let groups = self.groups.iter().map(|(id, _)| {
            let points = parts.groups.get(id).copied().unwrap_or_default();
            has(id).then_some(points)
        });
        let all = comparison::other_parts(parts);
        let others = self
            .others
            .iter()
            .map(|at| all.get(*at).map(|(_, points)| *points));
        groups.chain(others).collect()
    }

    /// What is the same for all compared units, in one line.
    pub(super) fn common(&self, lang: Lang) -> Option<String> {
        let class = self.class.map(|class| comparison::class(class).get(lang));
        let reasons = self.reasons.iter().map(|one| comparison::reason(one, lang));
        let all: Vec<String> = class
            .map(str::to_string)
            .into_iter()
            .chain(reasons)
            .collect();
        (!all.is_empty()).then(|| all.join("; "))
    }

    /// What is to be said of a unit alone.
    pub(super) fn remark(&self, unit: &UnitDiff, lang: Lang) -> String {
        let is_compared = unit.state == State::Compared;
        let mut texts: Vec<String> = Vec::new();
        if !is_compared {
            texts.push(
                comparison::state(unit.state, self.is_by_years)
                    .get(lang)
                    .to_string(),
            );
        } else if self.class.is_none() {
            texts.push(comparison::class(unit.class).get(lang).to_string());
        }
        let own = unit.reasons.iter();
        let own = own.filter(|reason| !is_compared || !self.reasons.contains(reason));
        let reasons: Vec<String> = own.map(|one| comparison::reason(one, lang)).collect();
        if let Some(name) = &unit.name_before
            && !reasons.iter().any(|reason| reason.contains(name.as_str()))
        {
            texts.push(format!("{name} → {}", unit.name));
        }
        texts.extend(reasons);
        sentence(&texts.join("; "))
    }

    /// The number format of totals.
    pub(super) fn total_format(&self) -> String {
        numbers::digits(self.totals)
    }

    /// The number format of a change's parts, with their sign; most are none, and those are blank.
    pub(super) fn part_format(&self) -> String {
        numbers::changed(self.changes)
    }

    /// The number format of changes, with their sign.
    pub(super) fn signed_format(&self) -> String {
        numbers::signed(self.changes)
    }
}
