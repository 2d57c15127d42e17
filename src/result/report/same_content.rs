//! Forms of several units that say the same throughout: which of them count.
//!
//! In: submissions, their files, what is decided of such files. Out: the submissions that count, findings, what became of each file.
//! Not for: forms that are nearly the same, which `judge::check::likeness` finds.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use crate::base::finding::{Fact, Finding, Place};
use crate::base::rules::files as rules;
use crate::campaign::decisions::DecisionKind;
use crate::campaign::decisions::decided_file::DecidedFile;
use crate::campaign::units::Registry;
use crate::input::receipt::{Fate, FileRow};
use crate::input::submission::Submission;
use crate::judge::check::across;
use crate::result::report::FileDecisions;

/// Of submissions of several units that say the same in every score and every figure, all count of which somebody has decided that they
/// are their unit's own, else the one whose document was saved first, and where no document tells its time, the first file name. What
/// does not count is left out.
pub(super) fn settle(
    submissions: &mut Vec<Submission>,
    files: &mut [FileRow],
    findings: &mut Vec<Finding>,
    (decisions, registry): (&mut FileDecisions, &Registry),
) {
    let lots = across::same_content(submissions);
    let alike = lots.iter().flatten();
    let alike = alike.filter_map(|index| Some(submissions.get(*index)?.file.as_str()));
    let alike: HashSet<&str> = alike.collect();
    decisions.weigh_same(files, &alike, registry);
    let mut fates: HashMap<String, Fate> = HashMap::new();
    for lot in &lots {
        let of_lot = lot.iter().filter_map(|index| submissions.get(*index));
        for (file, fate, finding) in settle_lot(of_lot.collect(), files) {
            findings.push(finding);
            fates.insert(file, fate);
        }
    }
    for row in files {
        let Some(fate) = fates.get(&row.name) else {
            continue;
        };
        row.fate = *fate;
        if *fate == Fate::Ignored {
            row.unit = None;
        }
    }
    submissions.retain(|one| {
        let fate = fates.get(&one.file);
        fate.is_none_or(|fate| *fate == Fate::Counted)
    });
}

/// What becomes of each file of a lot that is told of, and what is told.
fn settle_lot(mut lot: Vec<&Submission>, files: &[FileRow]) -> Vec<(String, Fate, Finding)> {
    let rows: HashMap<&str, &FileRow> = files.iter().map(|row| (row.name.as_str(), row)).collect();
    let decided = |one: &Submission| {
        let row = rows.get(one.file.as_str())?;
        row.decided.iter().find(|decided| bears_on(decided))
    };
    let is_own =
        |one: &Submission| decided(one).is_some_and(|it| it.unit.as_ref() == Some(&one.unit));
    lot.sort_by_key(|one| {
        let (is_own_time, time) = rows
            .get(one.file.as_str())
            .map_or((false, None), |row| row.version_time());
        let age = (!is_own_time, time.filter(|_| is_own_time));
        // A copy that is no return tells nothing of others.
        (
            decided(one).is_some_and(is_none),
            Reverse(is_own(one)),
            age,
            one.file.clone(),
        )
    });
    let Some(first) = lot.first().copied() else {
        return Vec::new();
    };
    let of = |one: &&Submission| {
        let other = if one.file == first.file {
            lot.get(1)?
        } else {
            &first
        };
        let decided = decided(one);
        let fate = match decided {
            Some(decided) if is_none(decided) => Fate::Ignored,
            _ if one.file == first.file || is_own(one) => Fate::Counted,
            _ => Fate::Refused,
        };
        if decided.is_none() && fate == Fate::Counted {
            return None;
        }
        let place = Place {
            unit: Some(one.unit.clone()).filter(|_| fate != Fate::Ignored),
            file: Some(one.file.clone()),
            ..Place::default()
        };
        let mut finding = Finding::new(&rules::SAME_CONTENT, place);
        finding = finding.expected(Fact::Name(other.file.clone()));
        finding.settled = decided.map(|decided| Box::new(decided.settlement()));
        Some((one.file.clone(), fate, finding))
    };
    lot.iter().filter_map(of).collect()
}

/// Whether a decision on a file says whose it is, or that it is nobody's.
fn bears_on(decided: &DecidedFile) -> bool {
    decided.unit.is_some() || is_none(decided)
}

fn is_none(decided: &DecidedFile) -> bool {
    decided.kind == DecisionKind::NoReturn
}
