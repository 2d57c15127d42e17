//! The round at a glance: who has returned, what is open of whom, and what of it can still change a grade.
//!
//! In: a report. Out: for each expected unit its state and its open questions, counted by how bad they are. Not for: the questions
//! themselves, which are the report's findings, and not for time: how old a question is, is told by the day of the return that raised it.

use std::collections::HashMap;

use serde::Serialize;

use crate::base::date::Day;
use crate::base::finding::Finding;
use crate::base::ids::{LevelId, UnitId};
use crate::base::rules::{Bearing, Severity};
use crate::campaign::decisions::DecisionStatus;
use crate::input::receipt::{FileRow, Timing};
use crate::result::report::{
    CertaintyCounts, GapKind, GapReason, HowCertain, Report, Standing, UnitCounts, of_result,
    registry_order,
};

/// The state of a round.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Status<'r> {
    /// The last day for returns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Day>,
    /// The units, counted by what came from them.
    pub units: UnitCounts,
    /// How many grades are certain; none where nothing is graded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grades: Option<CertaintyCounts>,
    /// All open questions.
    pub questions: Questions,
    /// How many decisions hold.
    pub decided: usize,
    /// Open questions about files of which nobody knows whose they are.
    pub of_nobody: Questions,
    /// Open questions about the form itself, which nearly all units have alike and none of them has to mend.
    #[serde(skip_serializing_if = "Questions::is_none")]
    pub of_forms: Questions,
    /// The units of each level.
    pub levels: Vec<LevelStatus<'r>>,
}

/// The units of a level.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LevelStatus<'r> {
    /// Which.
    pub level: &'r LevelId,
    /// Its name.
    pub name: &'r str,
    /// All of them: the most urgent first, alike ones in the registry's order.
    pub units: Vec<UnitStatus<'r>>,
}

/// Open findings by how bad they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Questions {
    /// What does not count until somebody decides.
    pub errors: usize,
    /// What somebody should look at.
    pub warnings: usize,
    /// What is only worth knowing, and no question.
    pub notes: usize,
    /// How many of them can change a grade.
    pub change_grade: usize,
    /// How many of them can change a place, and no grade.
    pub change_place: usize,
}

/// What came from a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Returned {
    /// What came cannot be used.
    Unusable,
    /// A file may be its own; that has to be decided.
    Undecided,
    /// Nothing.
    Missing,
    /// A return that counts, late.
    Late,
    /// A return that counts, at a time that nobody knows.
    TimeUnknown,
    /// A return that counts, in time; or where there is no deadline.
    Received,
}

/// One unit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UnitStatus<'r> {
    /// Which.
    pub unit: &'r UnitId,
    /// Its name.
    pub name: &'r str,
    /// What came from it.
    pub returned: Returned,
    /// Why it cannot be used.
    #[serde(skip_serializing_if = "<[GapReason]>::is_empty")]
    pub reasons: &'r [GapReason],
    /// The file that counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<&'r str>,
    /// Its open questions.
    pub questions: Questions,
    /// How many decisions about it hold.
    pub decided: usize,
    /// Since when they are open: the day on which the return that raised them was saved, where its document says so. None where nothing is
    /// open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Day>,
    /// Whether its grade is certain; none where it has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certainty: Option<HowCertain>,
}

impl Questions {
    /// Counts a finding.
    pub fn add(&mut self, finding: &Finding) {
        let of = match finding.severity() {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
            Severity::Info => &mut self.notes,
        };
        *of += 1;
        if let Some(effect) = finding.effect {
            self.change_grade += usize::from(effect.changes_grade);
            self.change_place += usize::from(effect.changes_rank && !effect.changes_grade);
        }
    }

    /// Whether there are none, and no notes.
    fn is_none(&self) -> bool {
        *self == Questions::default()
    }

    /// How many ask for an answer.
    pub fn open(&self) -> usize {
        self.errors + self.warnings
    }
}

impl UnitStatus<'_> {
    /// Whether there is anything to do about it.
    pub fn is_settled(&self) -> bool {
        let is_here = matches!(
            self.returned,
            Returned::Received | Returned::Late | Returned::TimeUnknown
        );
        is_here && self.questions.open() == 0 && self.certainty != Some(HowCertain::Unread)
    }

    /// What is more urgent comes first: units without a result, what can change a grade, then a place, then by how bad it is.
    fn urgency(&self) -> impl Ord + use<> {
        let of = &self.questions;
        let gap = match self.returned {
            Returned::Unusable | Returned::Undecided | Returned::Missing => Some(self.returned),
            Returned::Late | Returned::TimeUnknown | Returned::Received => None,
        };
        (
            gap.is_none(),
            gap,
            of.change_grade == 0,
            of.change_place == 0,
            std::cmp::Reverse((of.errors, of.warnings)),
            self.is_settled(),
        )
    }
}

/// Whether a finding is about the round at all: that a unit has no result, its state says; a result of the program is none of the units'.
fn is_of_round(finding: &Finding) -> bool {
    finding.rule.bearing != Bearing::NoResult && !of_result(finding)
}

/// The open questions of each unit.
pub fn questions(report: &Report) -> HashMap<&UnitId, Questions> {
    let mut of: HashMap<&UnitId, Questions> = HashMap::new();
    let of_units = report.findings.iter().filter(|one| !one.is_of_campaign());
    for finding in of_units.filter(|one| is_of_round(one)) {
        if let Some(unit) = &finding.place.unit {
            of.entry(unit).or_default().add(finding);
        }
    }
    of
}

/// How many decisions about each unit hold.
pub fn decided(report: &Report) -> HashMap<&UnitId, usize> {
    let mut of: HashMap<&UnitId, usize> = HashMap::new();
    let rows = report.decisions.iter();
    for row in rows.filter(|row| row.status == DecisionStatus::Applied) {
        if let Some(unit) = report.unit_decided(row) {
            *of.entry(unit).or_default() += 1;
        }
    }
    of
}

impl<'r> Status<'r> {
    /// The state of the round that a report tells of.
    pub fn new(report: &'r Report) -> Self {
        let mut all = Questions::default();
        let mut of_nobody = Questions::default();
        let mut of_forms = Questions::default();
        for finding in report.counted_findings().filter(|one| is_of_round(one)) {
            all.add(finding);
            if finding.is_of_campaign() {
                of_forms.add(finding);
            } else if finding.place.unit.is_none() {
                of_nobody.add(finding);
            }
        }
        let is_graded = !report.grades.is_empty();
        let files = report.intake.files.iter();
        let units = Units {
            report,
            is_graded,
            questions: questions(report),
            decided: decided(report),
            files: files.map(|file| (file.name.as_str(), file)).collect(),
        };
        Status {
            deadline: report.campaign.deadline,
            units: report.unit_counts(),
            grades: is_graded.then(|| report.certainty_counts()),
            questions: all,
            decided: report
                .decisions
                .iter()
                .filter(|row| row.status == DecisionStatus::Applied)
                .count(),
            of_nobody,
            of_forms,
            levels: units.levels(),
        }
    }
}

/// What the units of a report are looked up in.
struct Units<'r> {
    report: &'r Report,
    is_graded: bool,
    questions: HashMap<&'r UnitId, Questions>,
    decided: HashMap<&'r UnitId, usize>,
    files: HashMap<&'r str, &'r FileRow>,
}

impl<'r> Units<'r> {
    fn levels(&self) -> Vec<LevelStatus<'r>> {
        let certainty = self.report.certainty();
        let levels = self.report.levels.iter();
        levels
            .map(|level| {
                let units = registry_order(level).into_iter();
                let mut units: Vec<UnitStatus<'r>> = units
                    .map(|standing| match standing {
                        Standing::Row(row) => UnitStatus {
                            certainty: self.is_graded.then(|| certainty.of(row)),
                            ..self.received(&row.unit, &row.name, &row.file)
                        },
                        Standing::Gap(gap) => UnitStatus {
                            reasons: &gap.reasons,
                            ..self.gap(&gap.unit, &gap.name, gap.kind())
                        },
                    })
                    .collect();
                units.sort_by_key(UnitStatus::urgency);
                LevelStatus {
                    level: &level.id,
                    name: &level.name,
                    units,
                }
            })
            .collect()
    }

    fn received(&self, unit: &'r UnitId, name: &'r str, file: &'r str) -> UnitStatus<'r> {
        let questions = self.questions.get(unit).copied().unwrap_or_default();
        let row = self.files.get(file).copied();
        let returned = match row.and_then(|row| self.report.timing(row)) {
            Some(Timing::Late) => Returned::Late,
            Some(Timing::Unknown | Timing::Appraised) => Returned::TimeUnknown,
            Some(Timing::InTime) | None => Returned::Received,
        };
        let since = row.and_then(FileRow::document_day);
        UnitStatus {
            unit,
            name,
            returned,
            reasons: &[],
            file: Some(file),
            since: since.filter(|_| questions.open() > 0),
            questions,
            decided: self.decided.get(unit).copied().unwrap_or_default(),
            certainty: None,
        }
    }

    fn gap(&self, unit: &'r UnitId, name: &'r str, kind: GapKind) -> UnitStatus<'r> {
        UnitStatus {
            unit,
            name,
            returned: match kind {
                GapKind::Missing => Returned::Missing,
                GapKind::Unusable => Returned::Unusable,
                GapKind::Undecided => Returned::Undecided,
            },
            reasons: &[],
            file: None,
            questions: self.questions.get(unit).copied().unwrap_or_default(),
            decided: self.decided.get(unit).copied().unwrap_or_default(),
            since: None,
            certainty: None,
        }
    }
}
