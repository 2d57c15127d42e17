//! Single things of a report, by their ids.
//!
//! In: a report. Out: the name of a unit, the maximum of a level. Not for: what has to be added up.

use std::collections::HashMap;

use crate::base::ids::{LevelId, UnitId};
use crate::base::points::Points;
use crate::input::receipt::FileRow;
use crate::result::report::{CriterionFacts, DecisionRow, FigureCell, Report, UnitRow};

impl Report {
    /// The maximum of the groups inside the total on a level.
    pub fn total_at(&self, level: &LevelId) -> Points {
        let level = self.levels.iter().find(|one| one.id == *level);
        let own = level.and_then(|level| level.total_maximum);
        own.unwrap_or(self.campaign.total_maximum)
    }

    /// The names of all units, to look up many of them.
    pub fn unit_names(&self) -> HashMap<&UnitId, &str> {
        let rows = self.levels.iter().flat_map(|level| &level.rows);
        let gaps = self.levels.iter().flat_map(|level| &level.gaps);
        let gaps = gaps.map(|gap| (&gap.unit, gap.name.as_str()));
        gaps.chain(rows.map(|row| (&row.unit, row.name.as_str())))
            .collect()
    }

    /// The unit that a decision is about; of one about whose a file is, the unit that the file was given to.
    pub fn unit_decided<'r>(&'r self, row: &'r DecisionRow) -> Option<&'r UnitId> {
        let own = row.question.as_ref().and_then(|id| id.unit.as_ref());
        own.or_else(|| {
            let is_of = |file: &&FileRow| file.decided.iter().any(|one| one.origin == row.origin);
            self.intake.files.iter().find(is_of)?.unit.as_ref()
        })
    }

    /// The figures of a unit that somebody decided on, with what people call them: all, or those that a criterion is computed by.
    pub fn decided_figures<'r>(
        &'r self,
        row: &'r UnitRow,
        by: Option<&CriterionFacts>,
    ) -> Vec<(String, &'r FigureCell)> {
        if row.figures.values().all(|cell| cell.decided.is_none()) {
            return Vec::new();
        }
        let criteria = self.groups.iter().flat_map(|group| &group.criteria);
        let figures = criteria.flat_map(|one| one.figures.iter().map(move |figure| (one, figure)));
        let decided = figures.filter_map(|(of, figure)| {
            let is_meant = by.is_none_or(|by| by.rule.figures().contains(&&figure.id));
            let cell = row.figures.get(&figure.id)?;
            let is_decided = is_meant && cell.decided.is_some();
            is_decided.then(|| (format!("{} – {}", of.id, figure.name), cell))
        });
        decided.collect()
    }

    /// The name of a unit, where it is in the report.
    pub fn unit_name(&self, unit: &UnitId) -> Option<&str> {
        let level = self.levels.iter().find(|level| level.id == unit.level)?;
        let row = level
            .rows
            .iter()
            .find(|row| row.unit == *unit)
            .map(|row| row.name.as_str());
        row.or_else(|| {
            level
                .gaps
                .iter()
                .find(|gap| gap.unit == *unit)
                .map(|gap| gap.name.as_str())
        })
    }
}
