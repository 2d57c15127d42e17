//! Findings about what was returned and when: units without a usable return, late returns.

use crate::date;
use crate::finding::{Fact, Finding, Place};
use crate::receipt::{Fate, FileRow};
use crate::rules::{files, units};
use crate::units::{Registry, Unit};

/// Findings about all registered units. `counted` says whether a unit has a submission that counts.
pub fn check(
    registry: &Registry,
    rows: &[FileRow],
    deadline: Option<&str>,
    counted: &dyn Fn(&Unit) -> bool,
) -> Vec<Finding> {
    let mut findings: Vec<Finding> = registry
        .units()
        .filter(|unit| !counted(unit))
        .map(|unit| without(unit, rows))
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

/// The files of a unit that cannot be used.
pub fn unusable<'a>(unit: &'a Unit, rows: &'a [FileRow]) -> impl Iterator<Item = &'a FileRow> {
    rows.iter().filter(|row| {
        row.unit.as_ref() == Some(&unit.id) && matches!(row.fate, Fate::Refused | Fate::Unreadable)
    })
}

fn without(unit: &Unit, rows: &[FileRow]) -> Finding {
    let place = Place {
        unit: Some(unit.id.clone()),
        ..Place::default()
    };
    let names: Vec<String> = unusable(unit, rows).map(|row| row.name.clone()).collect();
    if names.is_empty() {
        Finding::new(&units::UNIT_MISSING, place)
    } else {
        Finding::new(&units::NOTHING_USABLE, place).found(Fact::Names(names))
    }
}

fn late(row: &FileRow, deadline: &str) -> Finding {
    let place = Place {
        unit: row.unit.clone(),
        file: Some(row.name.clone()),
        ..Place::default()
    };
    let day = row.document_day().unwrap_or_default();
    Finding::new(&files::LATE, place)
        .found(Fact::Name(date::day_first(day)))
        .expected(Fact::Name(date::day_first(deadline)))
}

/// Marks counted files whose document was last saved after the deadline (both `YYYY-MM-DD`).
pub fn mark_late(rows: &mut [FileRow], deadline: Option<&str>) {
    let Some(deadline) = deadline else { return };
    for row in rows.iter_mut().filter(|row| row.fate == Fate::Counted) {
        if row.document_day().is_some_and(|day| day > deadline) {
            row.fate = Fate::CountedLate;
        }
    }
}
