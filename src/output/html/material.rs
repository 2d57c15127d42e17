//! What every part of the page needs: the report, its language, the names of its units, and where on the page each of them stands.
//!
//! In: a report and its comparison with last year. Out: what is looked up often, made once. Not for: writing.

use std::collections::{HashMap, HashSet};

use crate::base::ids::UnitId;
use crate::base::lang::Lang;
use crate::output::points_shown;
use crate::output::quote::QuoteStyle;
use crate::result::diff::{Diff, UnitDiff};
use crate::result::report::{DecisionRow, ListedRow, Report, Standing, listed, table_order};

/// What every part needs.
pub(super) struct Material<'r> {
    pub(super) report: &'r Report,
    pub(super) comparison: Option<&'r Diff>,
    pub(super) lang: Lang,
    /// The decimals that points are shown with, at least one.
    pub(super) decimals: u32,
    /// Every finding in its row, and what is told together in one.
    pub(super) findings: Vec<ListedRow<'r>>,
    names: HashMap<&'r UnitId, &'r str>,
    places: HashMap<&'r UnitId, (usize, usize)>,
    gaps: HashSet<&'r UnitId>,
    findings_of: HashMap<&'r UnitId, Vec<usize>>,
    decisions_of: HashMap<&'r UnitId, Vec<&'r DecisionRow>>,
    changes: HashMap<&'r UnitId, &'r UnitDiff>,
}

impl<'r> Material<'r> {
    /// Looks everything up.
    pub(super) fn new(report: &'r Report, comparison: Option<&'r Diff>, lang: Lang) -> Self {
        let findings = listed(report);
        let mut findings_of: HashMap<&UnitId, Vec<usize>> = HashMap::new();
        for (position, row) in findings.iter().enumerate() {
            let single = (!row.told.is_several()).then_some(row.told.first);
            if let Some(unit) = single.and_then(|finding| finding.place.unit.as_ref()) {
                findings_of.entry(unit).or_default().push(position);
            }
        }
        let mut decisions_of: HashMap<&UnitId, Vec<&DecisionRow>> = HashMap::new();
        for decision in &report.decisions {
            if let Some(unit) = report.unit_decided(decision) {
                decisions_of.entry(unit).or_default().push(decision);
            }
        }
        let mut places = HashMap::new();
        for (number, level) in (1_usize..).zip(&report.levels) {
            for (row, unit) in (1_usize..).zip(table_order(level)) {
                let id = match unit {
                    Standing::Row(row) => &row.unit,
                    Standing::Gap(gap) => &gap.unit,
                };
                places.insert(id, (number, row));
            }
        }
        let gaps = report.levels.iter().flat_map(|level| &level.gaps);
        let changes = comparison.into_iter().flat_map(Diff::units);
        Material {
            decimals: points_shown::decimals(report),
            names: report.unit_names(),
            changes: changes.map(|unit| (&unit.unit, unit)).collect(),
            report,
            comparison,
            lang,
            findings,
            places,
            gaps: gaps.map(|gap| &gap.unit).collect(),
            findings_of,
            decisions_of,
        }
    }

    /// A unit's name, or its code where it has none.
    pub(super) fn name_of<'a>(&'a self, unit: &'a UnitId) -> &'a str {
        self.told().name_of(unit)
    }

    /// How its statistics are told.
    pub(super) fn told(&self) -> QuoteStyle<'_, 'r> {
        QuoteStyle {
            lang: self.lang,
            percent_decimals: self.report.campaign.percent_decimals,
            names: &self.names,
        }
    }

    /// The id of the part about a unit, made of positions and of no text.
    pub(super) fn anchor(&self, unit: &UnitId) -> Option<String> {
        let (level, row) = self.places.get(unit)?;
        Some(format!("dv-{level}-{row}"))
    }

    /// Whether a unit has no result.
    pub(super) fn is_gap(&self, unit: &UnitId) -> bool {
        self.gaps.contains(unit)
    }

    /// The positions of the findings of a unit.
    pub(super) fn findings_of(&self, unit: &UnitId) -> &[usize] {
        self.findings_of.get(unit).map_or(&[], Vec::as_slice)
    }

    /// What was decided of a unit.
    pub(super) fn decisions_of(&self, unit: &UnitId) -> &[&'r DecisionRow] {
        self.decisions_of.get(unit).map_or(&[], Vec::as_slice)
    }

    /// The unit in both years.
    pub(super) fn change_of(&self, unit: &UnitId) -> Option<&'r UnitDiff> {
        self.changes.get(unit).copied()
    }
}

/// The id of the part about a level, by its position from 0.
pub(super) fn level_anchor(position: usize) -> String {
    format!("cap-{}", position + 1)
}

/// The id of a finding, by its position from 0.
pub(super) fn finding_anchor(position: usize) -> String {
    format!("cb-{}", position + 1)
}
