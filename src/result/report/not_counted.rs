//! Files that were received and do not count, as a result keeps them for whoever compares it later.
//!
//! In: a report. Out: the files, each with why, and with the name of a unit that it states and the list does not have. Not for: what is to be
//! done about them.

use std::collections::HashMap;

use crate::base::finding::{Fact, Finding};
use crate::base::lang::Lang;
use crate::base::rules::units;
use crate::result::report::kind::Kind;
use crate::result::report::row::{DataRow, status};
use crate::result::report::{GapReason, Report, refused, why_unusable};

/// A file that does not count.
pub struct NotCountedFile<'r> {
    /// Its name.
    pub file: &'r str,
    /// The name of a unit that it states, where that is not in the list; else empty.
    pub unit: &'r str,
    /// Why it does not count, where that is known.
    pub reason: Option<GapReason>,
}

/// Those of a report, in its order.
pub fn files(report: &Report) -> Vec<NotCountedFile<'_>> {
    let why = why_unusable(&report.findings);
    let unknown: HashMap<&str, &str> = report.findings.iter().filter_map(stated).collect();
    let file = |name, of_nobody: Option<GapReason>| NotCountedFile {
        file: name,
        unit: unknown.get(name).copied().unwrap_or_default(),
        reason: why.get(name).copied().or(of_nobody),
    };
    let rows = refused(report);
    rows.map(|row| {
        let of_nobody = row.unit.is_none().then_some(GapReason::Undecided);
        file(row.name.as_str(), of_nobody)
    })
    .collect()
}

/// The file of a finding that says that a unit is not in the list, and its name.
fn stated(finding: &Finding) -> Option<(&str, &str)> {
    let (Some(file), Some(Fact::Text(name))) = (&finding.place.file, &finding.found) else {
        return None;
    };
    (finding.rule == &units::UNIT_UNKNOWN).then_some((file.as_str(), name.as_str()))
}

/// The same as rows of `Dữ liệu`.
pub(super) fn rows(report: &Report) -> impl Iterator<Item = DataRow<'_>> {
    files(report).into_iter().map(|one| DataRow {
        kind: Kind::NotCounted,
        unit: one.unit.into(),
        text: one
            .reason
            .map_or("", |reason| reason.words().get(Lang::Vi))
            .into(),
        status: status::LEFT_OUT.into(),
        file: one.file.into(),
        ..DataRow::default()
    })
}
