//! Single things of a report, by their ids.
//!
//! In: a report. Out: a level, the row and the name of a unit, the maximum of a level. Not for: what has to be added up.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::base::ids::{LevelId, UnitId};
use crate::base::points::Points;
use crate::input::receipt::FileRow;
use crate::result::report::{
    CriterionFacts, DecisionRow, FigureCell, LevelResult, Report, UnitRow,
};

/// Where each unit stands in the rows of a level, by unit: found once, when the first row is looked up, since questions look up thousands.
#[derive(Clone, Debug, Default)]
pub struct RowPlaces(OnceLock<Vec<u32>>);

/// They follow from the rows: no two levels differ by them alone.
impl PartialEq for RowPlaces {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl LevelResult {
    /// The row of a unit; `None` where it has none.
    pub fn row(&self, unit: &UnitId) -> Option<&UnitRow> {
        let places = self.places.0.get_or_init(|| {
            let mut places: Vec<u32> = (0..).zip(&self.rows).map(|(place, _)| place).collect();
            places.sort_by_key(|place| self.rows.get(*place as usize).map(|row| &row.unit));
            places
        });
        let at = |place: &u32| self.rows.get(*place as usize);
        let found =
            places.binary_search_by_key(&Some(unit), |place| at(place).map(|row| &row.unit));
        let found = found.ok().and_then(|place| places.get(place)).and_then(at);
        // Rows may have been changed since the places were found.
        found.or_else(|| self.rows.iter().find(|row| row.unit == *unit))
    }
}

impl Report {
    /// A level by its id.
    pub fn level(&self, id: &LevelId) -> Option<&LevelResult> {
        self.levels.iter().find(|level| level.id == *id)
    }

    /// The maximum of the groups inside the total on a level.
    pub fn total_at(&self, level: &LevelId) -> Points {
        let own = self.level(level).and_then(|level| level.total_maximum);
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
        let level = self.level(&unit.level)?;
        let row = level.row(unit).map(|row| row.name.as_str());
        row.or_else(|| {
            level
                .gaps
                .iter()
                .find(|gap| gap.unit == *unit)
                .map(|gap| gap.name.as_str())
        })
    }
}
