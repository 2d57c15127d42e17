//! One unit: its files, its total with its parts, what is open.

use serde::Serialize;

use crate::base::finding::Finding;
use crate::base::ids::{CriterionId, GroupId, UnitId};
use crate::base::points::{Most, Points};
use crate::input::receipt::{Fate, FileRow};
use crate::judge::rank::{Grading, Rank};
use crate::result::report::{GroupFacts, LevelResult, Report, UnitRow};
use crate::result::trace::criteria;

/// One unit.
#[derive(Clone, Debug, Serialize)]
pub struct UnitTrace<'r> {
    /// Which.
    pub unit: &'r UnitId,
    /// Its name.
    pub name: &'r str,
    /// The name of its level.
    pub level: &'r str,
    /// Its files, the one that counts first.
    pub files: Vec<FileTrace<'r>>,
    /// Its result; `None` where no file of it counts.
    pub result: Option<UnitResult<'r>>,
    /// Its findings, those that can change a grade or a place first.
    pub findings: Vec<&'r Finding>,
}

/// A file of a unit.
#[derive(Clone, Debug, Serialize)]
pub struct FileTrace<'r> {
    /// The file.
    pub file: &'r FileRow,
    /// Whether it counts.
    pub counts: bool,
    /// What was found about the file as a whole: why it does not count.
    pub findings: Vec<&'r Finding>,
}

/// The result of a unit.
#[derive(Clone, Debug, Serialize)]
pub struct UnitResult<'r> {
    /// Its place.
    pub rank: Rank,
    /// Among how many units.
    pub of: usize,
    /// Its grade.
    pub grading: &'r Grading,
    /// The sum of its groups.
    pub raw_total: Points,
    /// The total that is ranked and graded.
    pub total: Points,
    /// The most points inside the total.
    pub maximum: Points,
    /// The fewest points that open criteria leave possible.
    pub lowest: Points,
    /// The most points that open criteria leave possible.
    pub highest: Most,
    /// The total that the unit states.
    pub own_total: Option<Points>,
    /// The share of the maximum that stands in its cell, where that is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_total_share: Option<&'r str>,
    /// The grade that the unit gives itself.
    pub own_grade: Option<&'r str>,
    /// The groups, bonus/penalty last.
    pub groups: Vec<GroupPart<'r>>,
    /// The criteria that do not count yet.
    pub open: Vec<OpenCriterion<'r>>,
}

/// A group of a unit.
#[derive(Clone, Debug, Serialize)]
pub struct GroupPart<'r> {
    /// Which.
    pub id: &'r GroupId,
    /// Its name.
    pub name: &'r str,
    /// The sum of what counts.
    pub sum: Points,
    /// The most points.
    pub maximum: Most,
    /// Whether it is added outside the maximum of the total.
    pub outside_total: bool,
    /// How many of its criteria are open.
    pub open: usize,
    /// How many do not apply to the unit.
    pub exempt: usize,
}

/// A criterion that does not count yet.
#[derive(Clone, Debug, Serialize)]
pub struct OpenCriterion<'r> {
    /// Which.
    pub id: &'r CriterionId,
    /// Its text.
    pub name: &'r str,
    /// The fewest points it can come to.
    pub lowest: Points,
    /// The most points it can come to.
    pub highest: Most,
}

impl<'r> UnitTrace<'r> {
    /// A unit. `None`: the report does not have it.
    pub fn new(report: &'r Report, unit: &'r UnitId) -> Option<Self> {
        let level = report.level(&unit.level)?;
        let name = report.unit_name(unit)?;
        let row = level.row(unit);
        let mut files: Vec<FileTrace<'_>> = report
            .intake
            .files
            .iter()
            .filter(|file| file.unit.as_ref() == Some(unit))
            .map(|file| file_trace(report, file))
            .collect();
        files.sort_by_key(|one| !one.counts);
        let findings = report.findings.iter();
        Some(UnitTrace {
            unit,
            name,
            level: &level.name,
            files,
            result: row.map(|row| result(report, level, row)),
            findings: findings
                .filter(|finding| finding.place.unit.as_ref() == Some(unit))
                .collect(),
        })
    }
}

fn file_trace<'r>(report: &'r Report, file: &'r FileRow) -> FileTrace<'r> {
    let is_about = |finding: &&Finding| {
        finding.place.file.as_ref() == Some(&file.name) && finding.place.sheet.is_none()
    };
    FileTrace {
        file,
        counts: matches!(file.fate, Fate::Counted | Fate::CountedLate),
        findings: report.findings.iter().filter(is_about).collect(),
    }
}

fn result<'r>(report: &'r Report, level: &'r LevelResult, row: &'r UnitRow) -> UnitResult<'r> {
    let open = criteria(report).filter_map(|(_, one)| {
        let score = row.score.criteria.get(&one.id)?;
        score.is_open().then_some(OpenCriterion {
            id: &one.id,
            name: &one.name,
            lowest: score.lowest,
            highest: score.highest,
        })
    });
    let groups = report.groups.iter();
    UnitResult {
        rank: row.rank,
        of: level.rows.len(),
        grading: &row.grading,
        raw_total: row.score.raw_total,
        total: row.score.total,
        maximum: report.total_at(&level.id),
        lowest: row.score.lowest,
        highest: row.score.highest,
        own_total: row.own_total,
        own_total_share: row.own_total_share.as_deref(),
        own_grade: row.own_grade.as_deref(),
        groups: groups.filter_map(|group| part(row, group)).collect(),
        open: open.collect(),
    }
}

fn part<'r>(row: &'r UnitRow, group: &'r GroupFacts) -> Option<GroupPart<'r>> {
    let score = row.score.groups.get(&group.id)?;
    let scores = || {
        let criteria = group.criteria.iter();
        criteria.filter_map(|one| row.score.criteria.get(&one.id))
    };
    Some(GroupPart {
        id: &group.id,
        name: &group.name,
        sum: score.sum,
        maximum: score.maximum,
        outside_total: group.outside_total,
        open: scores().filter(|one| one.is_open()).count(),
        exempt: scores().filter(|one| one.exempt).count(),
    })
}
