//! Findings about what was returned and when: units without a usable return, late returns.

use std::collections::HashMap;

use crate::base::date::Day;
use crate::base::finding::{AmountUnit, Fact, Finding, Place};
use crate::base::guard::Stopped;
use crate::base::ids::UnitId;
use crate::base::rules::{files, treatment, units};
use crate::campaign::units::{Registry, Unit};
use crate::input::receipt::{Fate, FileRow, Timing};
use crate::input::submission::Submission;

/// Files that cannot be used, by the unit that each came from, or may have come from.
pub type UnusableFiles<'a> = HashMap<&'a UnitId, Vec<&'a FileRow>>;

/// Findings about all registered units. `counted` says whether a unit has a submission that counts.
pub fn check(
    registry: &Registry,
    rows: &[FileRow],
    unusable: &UnusableFiles<'_>,
    deadline: Option<Day>,
    counted: &dyn Fn(&Unit) -> bool,
) -> Vec<Finding> {
    let mut findings: Vec<Finding> = registry
        .units()
        .filter(|unit| !counted(unit))
        .map(|unit| without(unit, unusable))
        .collect();
    if let Some(deadline) = deadline {
        findings.extend(
            rows.iter()
                .filter(|row| row.fate == Fate::CountedLate)
                .map(|row| late(row, deadline)),
        );
    }
    findings
}

/// A submission that this program could not judge.
pub fn stopped(submission: &Submission, why: &Stopped) -> Finding {
    let place = Place {
        unit: Some(submission.unit.clone()),
        file: Some(submission.file.clone()),
        ..Place::default()
    };
    match why {
        Stopped::TooSlow(seconds) => Finding::new(&treatment::TOO_LONG, place)
            .found(Fact::Amount(*seconds, AmountUnit::Seconds)),
        Stopped::Fault(words) => {
            Finding::new(&treatment::FAULT, place).found(Fact::Text(words.clone()))
        }
    }
}

/// The files that cannot be used.
pub fn unusable(rows: &[FileRow]) -> UnusableFiles<'_> {
    let mut unusable = UnusableFiles::new();
    for row in rows {
        if matches!(row.fate, Fate::Refused | Fate::Unreadable) {
            for unit in row.unit.iter().chain(&row.candidates) {
                unusable.entry(unit).or_default().push(row);
            }
        }
    }
    unusable
}

/// The names of a unit's files that cannot be used.
pub fn names_of(unusable: &UnusableFiles<'_>, unit: &Unit) -> Vec<String> {
    let rows = unusable.get(&unit.id).into_iter().flatten();
    rows.map(|row| row.name.clone()).collect()
}

fn without(unit: &Unit, unusable: &UnusableFiles<'_>) -> Finding {
    let place = Place {
        unit: Some(unit.id.clone()),
        ..Place::default()
    };
    let rows = unusable.get(&unit.id).map_or(&[][..], Vec::as_slice);
    let is_own = |row: &&FileRow| row.unit.as_ref() == Some(&unit.id);
    let names = Fact::Names(names_of(unusable, unit));
    if rows.is_empty() {
        Finding::new(&units::UNIT_MISSING, place)
    } else if rows.iter().any(is_own) {
        Finding::new(&units::NOTHING_USABLE, place).found(names)
    } else {
        Finding::new(&units::UNDECIDED, place).found(names)
    }
}

fn late(row: &FileRow, deadline: Day) -> Finding {
    let place = Place {
        unit: row.unit.clone(),
        file: Some(row.name.clone()),
        ..Place::default()
    };
    let day = row.late_day().map(Day::day_first);
    Finding::new(&files::LATE, place)
        .found(Fact::Name(day.unwrap_or_default()))
        .expected(Fact::Name(deadline.day_first()))
}

/// Marks counted files whose unit saved them after the deadline.
pub fn mark_late(rows: &mut [FileRow], deadline: Option<Day>) {
    let Some(deadline) = deadline else { return };
    for row in rows.iter_mut().filter(|row| row.fate == Fate::Counted) {
        if row.timing(deadline) == Timing::Late {
            row.fate = Fate::CountedLate;
        }
    }
}
