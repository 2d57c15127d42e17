//! Of several files of one unit, the one that counts.
//!
//! In: all files, looked at. Out: the intake. Not for: what a file says.

use indexmap::IndexMap;

use crate::base::finding::{Fact, Finding};
use crate::base::ids::UnitId;
use crate::base::rules::{Rule, files};
use crate::campaign::decisions::decided_file::FileChoices;
use crate::input::inbox::Inbox;
use crate::input::intake::faults::{self, in_file};
use crate::input::intake::{FileOutcome, Intake};
use crate::input::receipt::{Fate, FileRow};
use crate::input::recognise::{Known, asks_owner};

/// All files of a folder, looked at, and not yet settled which of several counts.
pub struct LookedFiles(Vec<FileOutcome>);

impl LookedFiles {
    pub(super) fn new(looked: Vec<FileOutcome>) -> Self {
        LookedFiles(looked)
    }

    /// What is known of each file. Those with a submission are [`Fate::Counted`] all of them.
    pub fn rows(&self) -> impl Iterator<Item = &FileRow> {
        self.0.iter().map(|one| &one.row)
    }

    /// The files of which is asked whose they are.
    pub fn without_owner(&self) -> impl Iterator<Item = &FileRow> {
        let asks = |one: &&FileOutcome| {
            let mut findings = one.findings.iter();
            findings.any(|finding| finding.settled.is_none() && asks_owner(finding.rule))
        };
        self.0.iter().filter(asks).map(|one| &one.row)
    }

    /// Settles which file of each unit counts: that which somebody has chosen, else the one saved last.
    pub fn settle(self, inbox: &Inbox, known: &Known<'_>, choices: &FileChoices) -> Intake {
        let mut intake = settle(self.0, known, choices);
        for open in &inbox.open {
            let mut finding = faults::open_finding(open);
            let row = intake.files.iter().find(|row| row.name == open.name);
            finding.place.unit = row.and_then(|row| row.unit.clone());
            intake.findings.push(finding);
        }
        intake.files.sort_by(|a, b| a.name.cmp(&b.name));
        intake
    }
}

/// Of several files of one unit, the one that was chosen counts, else the one saved last (by the document's own time, else the file's,
/// else the later name); identical bytes count once.
fn settle(looked: Vec<FileOutcome>, known: &Known<'_>, choices: &FileChoices) -> Intake {
    let winners = winners(&looked, choices);
    let identity: Vec<(String, Option<String>)> = looked
        .iter()
        .map(|one| (one.row.name.clone(), one.row.sha256.clone()))
        .collect();
    let mut intake = Intake::default();
    for (index, one) in looked.into_iter().enumerate() {
        let FileOutcome {
            mut row,
            changed: _,
            submission,
            findings,
        } = one;
        let unit = submission.as_ref().map(|one| &one.unit);
        let choice = unit.and_then(|unit| choices.get(unit));
        let winner = winners.get(&index).filter(|winner| **winner != index);
        if let Some((name, sha256)) = winner.and_then(|winner| identity.get(*winner)) {
            let is_copy = *sha256 == row.sha256;
            let rule = if is_copy {
                &files::COPY
            } else {
                &files::SEVERAL_VERSIONS
            };
            let mut finding = superseded(rule, &row, name);
            if let Some((_, decided)) = choice.filter(|_| !is_copy) {
                finding.settled = Some(Box::new(decided.settlement()));
                row.decided.push(decided.clone());
            }
            intake.findings.push(finding);
            row.fate = Fate::Superseded;
        } else {
            let chosen = choice.filter(|(name, _)| *name == row.name);
            row.decided
                .extend(chosen.map(|(_, decided)| decided.clone()));
            intake.submissions.extend(submission);
            intake.findings.extend(findings);
        }
        intake.files.push(row);
    }
    intake
        .submissions
        .sort_by_key(|submission| known.registry.position(&submission.unit));
    intake
}

/// Of each file with a submission, the one of its unit that counts, by their places in the list.
fn winners(looked: &[FileOutcome], choices: &FileChoices) -> IndexMap<usize, usize> {
    let mut by_unit: IndexMap<UnitId, Vec<usize>> = IndexMap::new();
    for (index, one) in looked.iter().enumerate() {
        if let Some(submission) = &one.submission {
            by_unit
                .entry(submission.unit.clone())
                .or_default()
                .push(index);
        }
    }
    let rank = |index: &usize| {
        let one = looked.get(*index)?;
        let name = &one.row.name;
        let chosen = choices.get(one.row.unit.as_ref()?);
        let is_chosen = chosen.is_some_and(|(chosen, _)| chosen == name);
        Some((is_chosen, one.row.version_time(), one.changed, name.clone()))
    };
    let mut winners: IndexMap<usize, usize> = IndexMap::new();
    for indices in by_unit.into_values() {
        let Some(winner) = indices.iter().copied().max_by_key(rank) else {
            continue;
        };
        winners.extend(indices.into_iter().map(|index| (index, winner)));
    }
    winners
}

fn superseded(rule: &'static Rule, row: &FileRow, winner: &str) -> Finding {
    let mut place = in_file(&row.name);
    place.unit.clone_from(&row.unit);
    Finding::new(rule, place).expected(Fact::Name(winner.to_string()))
}
