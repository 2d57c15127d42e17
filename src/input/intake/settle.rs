//! Of several files of one unit, the one that counts.
//!
//! In: all files, looked at. Out: the intake. Not for: what a file says.

use indexmap::IndexMap;

use crate::base::finding::{Fact, Finding};
use crate::base::ids::UnitId;
use crate::base::rules::{Rule, files};
use crate::input::intake::faults::in_file;
use crate::input::intake::{FileOutcome, Intake};
use crate::input::receipt::{Fate, FileRow};
use crate::input::recognise::Known;

/// Of several files of one unit, the one saved last counts (by the document's own time, else the file's, else the later
/// name); identical bytes count once.
pub(super) fn settle(looked: Vec<FileOutcome>, known: &Known<'_>) -> Intake {
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
        looked
            .get(*index)
            .map(|one| (one.row.version_time(), one.changed, one.row.name.clone()))
    };
    let mut winners: IndexMap<usize, usize> = IndexMap::new();
    for indices in by_unit.into_values() {
        let Some(winner) = indices.iter().copied().max_by_key(rank) else {
            continue;
        };
        winners.extend(indices.into_iter().map(|index| (index, winner)));
    }
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
        let winner = winners.get(&index).filter(|winner| **winner != index);
        if let Some((name, sha256)) = winner.and_then(|winner| identity.get(*winner)) {
            let is_copy = *sha256 == row.sha256;
            let rule = if is_copy {
                &files::COPY
            } else {
                &files::SEVERAL_VERSIONS
            };
            intake.findings.push(superseded(rule, &row, name));
            row.fate = Fate::Superseded;
        } else {
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

fn superseded(rule: &'static Rule, row: &FileRow, winner: &str) -> Finding {
    let mut place = in_file(&row.name);
    place.unit.clone_from(&row.unit);
    Finding::new(rule, place).expected(Fact::Name(winner.to_string()))
}
