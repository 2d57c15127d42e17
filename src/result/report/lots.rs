//! Findings in the order in which to deal with them, for the terminal and for the workbook alike.
//!
//! In: a report. Out: findings in lots: files that do not count, what can change a grade, what can change a place, the rest, and
//! units as a whole; or all of them in one list. Not for: how a finding is written.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use crate::base::finding::Finding;
use crate::base::ids::UnitId;
use crate::base::rules::{Bearing, Severity};
use crate::input::receipt::{Fate, FileRow};
use crate::result::report::{Report, UnitGap};

/// Findings in the order in which to deal with them; every finding of the report is in exactly one lot.
pub struct Lots<'r> {
    /// About files that do not count.
    pub files: Vec<&'r Finding>,
    /// What can change a grade.
    pub grade: Vec<&'r Finding>,
    /// What can change a place, and no grade.
    pub rank: Vec<&'r Finding>,
    /// The rest, those of one unit together, the units with the worst first.
    pub rest: Vec<&'r Finding>,
    /// That a unit has no result, one for each: lists of units say the same.
    pub units: Vec<&'r Finding>,
}

/// Files that were received and do not count until somebody does something.
pub fn refused(report: &Report) -> impl Iterator<Item = &FileRow> {
    let rows = report.intake.files.iter();
    rows.filter(|row| matches!(row.fate, Fate::Refused | Fate::Unreadable))
}

/// What could not be read in files that count, where nobody can tell how many points that is.
pub fn unread(report: &Report) -> impl Iterator<Item = &Finding> {
    let refused: HashSet<&str> = refused(report).map(|row| row.name.as_str()).collect();
    let is_unread = move |finding: &&Finding| {
        let file = finding.place.file.as_deref();
        let counts = file.is_none_or(|file| !refused.contains(file));
        let is_open = finding.effect.is_none() && finding.settled.is_none();
        counts && is_open && finding.rule.bearing == Bearing::Unread
    };
    report.findings.iter().filter(is_unread)
}

/// Whether a finding is about a result of this program, which no unit sent.
pub fn of_result(finding: &Finding) -> bool {
    finding.rule.bearing == Bearing::OfResult
}

/// What deciding a finding can change, the most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum AtStake {
    /// A grade.
    Grade,
    /// A place, and no grade.
    Place,
    /// Neither.
    Nothing,
}

/// What deciding a finding can change.
pub(super) fn at_stake(finding: &Finding) -> AtStake {
    match finding.effect {
        Some(effect) if effect.changes_grade => AtStake::Grade,
        Some(effect) if effect.changes_rank => AtStake::Place,
        _ => AtStake::Nothing,
    }
}

/// Sorts the findings of a report.
pub fn lots(report: &Report) -> Lots<'_> {
    let refused: HashSet<&str> = refused(report).map(|row| row.name.as_str()).collect();
    let mut lots = Lots {
        files: Vec::new(),
        grade: Vec::new(),
        rank: Vec::new(),
        rest: Vec::new(),
        units: Vec::new(),
    };
    for finding in &report.findings {
        let file = finding.place.file.as_deref();
        if finding.rule.bearing == Bearing::NoResult {
            lots.units.push(finding);
        } else if file.is_some_and(|file| refused.contains(file)) {
            lots.files.push(finding);
        } else {
            match at_stake(finding) {
                AtStake::Grade => lots.grade.push(finding),
                AtStake::Place => lots.rank.push(finding),
                AtStake::Nothing => lots.rest.push(finding),
            }
        }
    }
    let mut worst: HashMap<&Option<UnitId>, (Severity, Reverse<usize>)> = HashMap::new();
    for (position, finding) in lots.rest.iter().enumerate() {
        let here = (finding.severity(), Reverse(position));
        let known = worst.entry(&finding.place.unit).or_insert(here);
        *known = here.max(*known);
    }
    lots.rest.sort_by_key(|finding| {
        let unit = worst.get(&finding.place.unit).copied();
        // Whether last year's result can be believed comes before what is compared with it, and decisions that do not hold before all
        // that is still open.
        let is_first = of_result(finding) || finding.rule.bearing == Bearing::OfDecision;
        let is_doubt = is_first && finding.severity() > Severity::Info;
        (!is_doubt, Reverse(unit), Reverse(finding.severity()))
    });
    lots
}

/// All findings of a report in their order, parted by how they are told.
pub(super) struct Ordered<'r> {
    /// Files that do not count, each followed by what it means for its unit, then units from which nothing came.
    pub(super) head: Vec<(&'r Finding, Option<usize>)>,
    /// What can change a grade, what can change a place, the rest.
    pub(super) lots: Lots<'r>,
    /// Units of which no list says that they have no result.
    pub(super) others: Vec<&'r Finding>,
}

pub(super) fn ordered(report: &Report) -> Ordered<'_> {
    let mut lots = lots(report);
    let gaps = report.levels.iter().flat_map(|one| &one.gaps);
    let gaps: HashMap<&UnitId, &UnitGap> = gaps.map(|gap| (&gap.unit, gap)).collect();
    let files = lots.files.iter().enumerate();
    let files = files.filter_map(|(at, cause)| Some((cause.place.file.as_deref()?, at)));
    let last_about: HashMap<&str, usize> = files.collect();
    let cause_of = |finding: &Finding| {
        let gap = gaps.get(finding.place.unit.as_ref()?)?;
        let about = |file: &String| last_about.get(file.as_str()).copied();
        gap.files.iter().filter_map(about).max()
    };
    let mut told: HashMap<usize, Vec<&Finding>> = HashMap::new();
    let (mut untold, mut others) = (Vec::new(), Vec::new());
    for finding in std::mem::take(&mut lots.units) {
        match cause_of(finding) {
            Some(cause) => told.entry(cause).or_default().push(finding),
            None if finding
                .place
                .unit
                .as_ref()
                .is_some_and(|unit| gaps.contains_key(unit)) =>
            {
                untold.push(finding);
            }
            None => others.push(finding),
        }
    }
    let mut head: Vec<(&Finding, Option<usize>)> = Vec::with_capacity(report.findings.len());
    for (position, cause) in lots.files.iter().enumerate() {
        let at = head.len();
        head.push((cause, None));
        let follow = told.remove(&position).unwrap_or_default();
        head.extend(follow.into_iter().map(|finding| (finding, Some(at))));
    }
    head.extend(untold.into_iter().map(|finding| (finding, None)));
    Ordered { head, lots, others }
}

/// All findings of a report: files that do not count, each followed by what it means for its unit, then units from which nothing
/// came, what can change a grade, what can change a place, the rest. With a finding that only repeats others comes the position
/// in this list of the last one that tells its cause.
pub fn in_order(report: &Report) -> Vec<(&Finding, Option<usize>)> {
    let Ordered {
        head: mut all,
        lots,
        others,
    } = ordered(report);
    let lots = [lots.grade, lots.rank, lots.rest, others];
    all.extend(lots.into_iter().flatten().map(|finding| (finding, None)));
    all
}
