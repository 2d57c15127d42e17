//! What a record says beside its row: findings that touch it, its maximum, who decided, what no statistic uses.
//!
//! In: the report, its rows and findings. Out: the texts of those columns, and the records of findings. Not for: the rows' own columns.

use std::borrow::Cow;
use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use crate::base::date::Day;
use crate::base::finding::{About, Finding, Place};
use crate::base::ids::{CriterionId, FigureId};
use crate::base::points::{Decimal, Most};
use crate::campaign::decisions::DecisionKind;
use crate::result::report::kind::Kind;
use crate::result::report::record::{LANG, Record, SameForAll, keys};
use crate::result::report::row::{DataRow, status};
use crate::result::report::{CriterionFacts, FigureCell, GroupFacts, Labels, Report, UnitRow};

/// A unit by the ids of its level and its own.
type UnitKey<'r> = (&'r str, &'r str);

/// What there is beside the rows of a report.
pub(super) struct Touched<'r> {
    units: FxHashMap<UnitKey<'r>, &'r UnitRow>,
    /// With their cells as they are written.
    findings: FxHashMap<UnitKey<'r>, Vec<(&'r Finding, String)>>,
    criteria: FxHashMap<&'r str, &'r CriterionFacts>,
    groups: FxHashMap<&'r str, &'r GroupFacts>,
}

impl<'r> Touched<'r> {
    pub(super) fn new(report: &'r Report) -> Self {
        let rows = report.levels.iter().flat_map(|level| &level.rows);
        let mut findings: FxHashMap<UnitKey<'r>, Vec<_>> = FxHashMap::default();
        for finding in &report.findings {
            if let Some(unit) = &finding.place.unit {
                let of_unit = findings.entry((&unit.level.0, &unit.code)).or_default();
                of_unit.push((finding, cell_of(&finding.place)));
            }
        }
        let groups = report.groups.iter();
        let criteria = groups.clone().flat_map(|group| &group.criteria);
        Touched {
            units: rows
                .map(|row| ((&*row.unit.level.0, &*row.unit.code), row))
                .collect(),
            findings,
            criteria: criteria.map(|one| (&*one.id.0, one)).collect(),
            groups: groups.map(|one| (&*one.id.0, one)).collect(),
        }
    }

    fn unit(&self, row: &DataRow) -> Option<&'r UnitRow> {
        self.units.get(&(&*row.level, &*row.code)).copied()
    }

    fn figure(&self, row: &DataRow) -> Option<&'r FigureCell> {
        let Kind::Figure(id) = &row.kind else {
            return None;
        };
        let id = FigureId::from(id.as_str());
        self.unit(row)?.figures.get(&id)
    }

    /// The codes of the findings that touch a row of a unit, in order, parted by blanks.
    pub(super) fn codes(&self, row: &DataRow) -> String {
        let found = self.findings.get(&(&*row.level, &*row.code));
        let found = found.into_iter().flatten();
        let reach = |(finding, cell): &&(&Finding, String)| {
            let about = finding.about.as_ref();
            reaches((&finding.place, cell, about, &finding.criteria), row)
        };
        let touching = found.filter(reach);
        let codes: BTreeSet<&str> = touching.map(|(finding, _)| finding.rule.code).collect();
        codes.into_iter().collect::<Vec<&str>>().join(" ")
    }

    /// The most points of what a row scores, where there is a most.
    pub(super) fn maximum(&self, report: &Report, row: &DataRow) -> Option<Decimal> {
        if row.code.is_empty() {
            return None;
        }
        let level = &self.unit(row)?.unit.level;
        let most = match row.kind {
            // What counts is weighted, what it comes from is not.
            Kind::Claimed | Kind::Computed | Kind::Appraised | Kind::Decided => {
                let criterion = self.criteria.get(&*row.criterion)?;
                let own = criterion.own_maximum.get(level);
                own.or_else(|| criterion.maximum.get(level)).copied()
            }
            Kind::Counted => {
                let criterion = self.criteria.get(&*row.criterion)?;
                criterion.maximum.get(level).copied()
            }
            Kind::Group => self.groups.get(&*row.group)?.maximum.get(level).copied(),
            Kind::Total | Kind::OwnTotal => {
                let mut levels = report.levels.iter();
                let own = levels.find(|one| one.id == *level)?.total_maximum;
                Some(Most::Points(own.unwrap_or(report.campaign.total_maximum)))
            }
            _ => None,
        };
        most?.limit().map(|points| points.0)
    }

    /// What was decided of the value of a row, who did and when; nothing where nothing was.
    pub(super) fn decided(&self, row: &DataRow) -> [String; 3] {
        let told = |kind: DecisionKind, by: &str, on: Option<Day>| {
            let day = on.map(|day| day.to_string()).unwrap_or_default();
            [key(kind), by.to_string(), day]
        };
        let of_score = || {
            let is_score = matches!(row.kind, Kind::Decided | Kind::Counted);
            let unit = self.unit(row).filter(|_| is_score)?;
            let id = CriterionId::from(&*row.criterion);
            let decided = unit.score.criteria.get(&id)?.decided.as_deref()?;
            Some(told(decided.kind, &decided.by, decided.on))
        };
        let of_figure = || {
            let decided = self.figure(row)?.decided.as_deref()?;
            Some(told(decided.kind, &decided.by, decided.on))
        };
        of_score().or_else(of_figure).unwrap_or_default()
    }

    /// The key of a row's state.
    pub(super) fn status(&self, row: &DataRow<'r>) -> Cow<'r, str> {
        let is_unused = row.status == status::READ
            && self.figure(row).is_some_and(|figure| figure.contradicted);
        if is_unused {
            return keys::CONTRADICTED.into();
        }
        match &row.status {
            Cow::Borrowed(word) => keys::of_state(word).into(),
            Cow::Owned(word) => keys::of_state(word).to_string().into(),
        }
    }

    /// The record of a finding.
    pub(super) fn finding(
        &self,
        same: &'r SameForAll<'r>,
        labels: &Labels<'r>,
        finding: &'r Finding,
    ) -> Record<'r> {
        let place = &finding.place;
        let unit = place.unit.as_ref();
        let level = unit.map_or("", |unit| &*unit.level.0);
        let code = unit.map_or("", |unit| &*unit.code);
        let row = self.units.get(&(level, code));
        let criteria: Vec<&str> = finding.criteria.iter().map(|one| &*one.0).collect();
        let about = match &finding.about {
            Some(About::Row(text)) => text,
            Some(About::Group(id, _)) => id.0.as_str(),
            Some(About::Total) => keys::ABOUT_TOTAL,
            Some(About::Parts) => keys::ABOUT_PARTS,
            None => "",
        };
        let group = match &finding.about {
            Some(About::Group(id, _)) => &*id.0,
            _ => "",
        };
        let settled = finding.settled.as_deref();
        let day = settled.and_then(|one| one.on).map(|day| day.to_string());
        [
            (&*same.version).into(),
            same.campaign.into(),
            (&*same.year).into(),
            level.into(),
            labels.level(level).into(),
            code.into(),
            row.map_or("", |row| &*row.name).into(),
            group.into(),
            criteria.join(" ").into(),
            keys::FINDING.into(),
            finding.rule.code.into(),
            Cow::default(),
            about.into(),
            Cow::default(),
            Cow::default(),
            finding.message(LANG).into(),
            keys::of_severity(finding.severity()).into(),
            Cow::default(),
            place.file.as_deref().unwrap_or_default().into(),
            place.sheet.as_deref().unwrap_or_default().into(),
            cell_of(place).into(),
            finding.rule.code.into(),
            Cow::default(),
            settled.map_or("", |one| &*one.by).into(),
            day.unwrap_or_default().into(),
            same.authority.into(),
            Cow::default(),
            (&*same.percent_decimals).into(),
        ]
    }
}

/// The key of a kind of decision, as results in JSON have it.
fn key(kind: DecisionKind) -> String {
    let value = serde_json::to_value(kind).unwrap_or_default();
    value.as_str().unwrap_or_default().to_string()
}

/// The cell of a place as it is written; nothing where there is none.
pub(super) fn cell_of(place: &Place) -> String {
    place.cell.map(|cell| cell.to_string()).unwrap_or_default()
}

/// Whether a finding of a unit, by its place with its cell as it is written, what it is about and the criteria that it leaves open, touches a row of it: the cell, the
/// criterion, the sum. What touches nothing narrower than the unit or its file touches the row that says whether it returned.
pub(super) fn reaches(
    (place, cell, about, criteria): (&Place, &str, Option<&About>, &[CriterionId]),
    row: &DataRow,
) -> bool {
    let is_sheet = || {
        let file = place.file.as_deref().is_none_or(|file| file == row.file);
        file && place.sheet.as_deref() == Some(&*row.sheet)
    };
    if !cell.is_empty() && cell == row.cell && is_sheet() {
        return true;
    }
    let is_figure = matches!(row.kind, Kind::Figure(_) | Kind::FigureInForm(_));
    if !row.criterion.is_empty() {
        let is_about = match about {
            Some(About::Row(text)) => text.split_whitespace().next() == Some(&*row.criterion),
            _ => false,
        };
        let leaves_open = criteria.iter().any(|one| *one.0 == *row.criterion);
        return !is_figure && (is_about || leaves_open);
    }
    match (&row.kind, about) {
        (Kind::Group, Some(About::Group(id, _))) => *id.0 == *row.group,
        (Kind::Total | Kind::OwnTotal, Some(About::Total | About::Parts)) => true,
        (Kind::Return, None) => criteria.is_empty(),
        _ => false,
    }
}
