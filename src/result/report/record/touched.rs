//! What a record says beside its row: findings that touch it, its maximum, who decided, what no statistic uses.
//!
//! In: the report, its rows and findings. Out: the texts of those columns, and the records of findings. Not for: the rows' own columns.

use std::collections::{BTreeSet, HashMap};

use crate::base::date::Day;
use crate::base::finding::{About, Finding, Place};
use crate::base::ids::{CriterionId, FigureId};
use crate::base::points::{Decimal, Most};
use crate::campaign::decisions::DecisionKind;
use crate::result::report::kind::Kind;
use crate::result::report::record::{LANG, Record, added, keys, of_campaign};
use crate::result::report::row::{DataRow, status};
use crate::result::report::{CriterionFacts, FigureCell, GroupFacts, Labels, Report, UnitRow};

/// A unit by the ids of its level and its own.
type UnitKey<'r> = (&'r str, &'r str);

/// What there is beside the rows of a report.
pub(super) struct Touched<'r> {
    units: HashMap<UnitKey<'r>, &'r UnitRow>,
    findings: HashMap<UnitKey<'r>, Vec<&'r Finding>>,
    criteria: HashMap<&'r str, &'r CriterionFacts>,
    groups: HashMap<&'r str, &'r GroupFacts>,
}

impl<'r> Touched<'r> {
    pub(super) fn new(report: &'r Report) -> Self {
        let rows = report.levels.iter().flat_map(|level| &level.rows);
        let mut findings: HashMap<UnitKey<'r>, Vec<&Finding>> = HashMap::new();
        for finding in &report.findings {
            if let Some(unit) = &finding.place.unit {
                let of_unit = findings.entry((&unit.level.0, &unit.code)).or_default();
                of_unit.push(finding);
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
        let reach = |finding: &Finding| {
            let about = finding.about.as_ref();
            reaches((&finding.place, about, &finding.criteria), row)
        };
        let touching = found.filter(|finding| reach(finding));
        let codes: BTreeSet<&str> = touching.map(|finding| finding.rule.code).collect();
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
            let id = CriterionId::from(row.criterion.as_str());
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
    pub(super) fn status(&self, row: &DataRow) -> String {
        let is_unused = row.status == status::READ
            && self.figure(row).is_some_and(|figure| figure.contradicted);
        if is_unused {
            return keys::CONTRADICTED.to_string();
        }
        keys::of_state(&row.status).to_string()
    }

    /// The record of a finding.
    pub(super) fn finding(
        &self,
        report: &Report,
        labels: &Labels<'_>,
        finding: &Finding,
    ) -> Record {
        let place = &finding.place;
        let unit = place.unit.as_ref();
        let level = unit.map_or("", |unit| &*unit.level.0);
        let code = unit.map_or("", |unit| &*unit.code);
        let row = self.units.get(&(level, code));
        let criteria: Vec<&str> = finding.criteria.iter().map(|one| &*one.0).collect();
        let about = match &finding.about {
            Some(About::Row(text)) => text.clone(),
            Some(About::Group(id, _)) => id.0.clone(),
            Some(About::Total) => keys::ABOUT_TOTAL.to_string(),
            Some(About::Parts) => keys::ABOUT_PARTS.to_string(),
            None => String::new(),
        };
        let group = match &finding.about {
            Some(About::Group(id, _)) => id.0.clone(),
            _ => String::new(),
        };
        let [version, campaign, year] = of_campaign(report);
        let [authority, decimals] = added(report);
        let settled = finding.settled.as_deref();
        [
            version,
            campaign,
            year,
            level.to_string(),
            labels.level(level).to_string(),
            code.to_string(),
            row.map(|row| row.name.clone()).unwrap_or_default(),
            group,
            criteria.join(" "),
            keys::FINDING.to_string(),
            finding.rule.code.to_string(),
            String::new(),
            about,
            String::new(),
            String::new(),
            finding.message(LANG),
            keys::of_severity(finding.severity()).to_string(),
            String::new(),
            place.file.clone().unwrap_or_default(),
            place.sheet.clone().unwrap_or_default(),
            place.cell.map(|cell| cell.to_string()).unwrap_or_default(),
            finding.rule.code.to_string(),
            String::new(),
            settled.map(|one| one.by.clone()).unwrap_or_default(),
            settled
                .and_then(|one| one.on)
                .map(|day| day.to_string())
                .unwrap_or_default(),
            authority,
            String::new(),
            decimals,
        ]
    }
}

/// The key of a kind of decision, as results in JSON have it.
fn key(kind: DecisionKind) -> String {
    let value = serde_json::to_value(kind).unwrap_or_default();
    value.as_str().unwrap_or_default().to_string()
}

/// Whether a finding of a unit, by its place, what it is about and the criteria that it leaves open, touches a row of it: the cell, the
/// criterion, the sum. What touches nothing narrower than the unit or its file touches the row that says whether it returned.
pub(super) fn reaches(
    (place, about, criteria): (&Place, Option<&About>, &[CriterionId]),
    row: &DataRow,
) -> bool {
    let is_cell = |cell: String| {
        let file = place.file.as_deref().is_none_or(|file| file == row.file);
        cell == row.cell && file && place.sheet.as_deref() == Some(&*row.sheet)
    };
    if !row.cell.is_empty() && place.cell.is_some_and(|cell| is_cell(cell.to_string())) {
        return true;
    }
    let is_figure = matches!(row.kind, Kind::Figure(_) | Kind::FigureInForm(_));
    if !row.criterion.is_empty() {
        let is_about = match about {
            Some(About::Row(text)) => text.split_whitespace().next() == Some(&*row.criterion),
            _ => false,
        };
        let leaves_open = criteria.iter().any(|one| one.0 == row.criterion);
        return !is_figure && (is_about || leaves_open);
    }
    match (&row.kind, about) {
        (Kind::Group, Some(About::Group(id, _))) => id.0 == row.group,
        (Kind::Total | Kind::OwnTotal, Some(About::Total | About::Parts)) => true,
        (Kind::Return, None) => criteria.is_empty(),
        _ => false,
    }
}
