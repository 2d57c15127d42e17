//! Files of a side that were received and do not count: their units are without a result, and not gone.
//!
//! In: a report, or a side, whatever it was read from. Out: the files, each with why and with the name that it states and the list of units
//! does not have, and a finding that names them. Not for: what is to be done about each of them, which the report's own findings say.

use std::collections::HashMap;

use crate::base::finding::{Fact, Finding, Place};
use crate::base::lang::Lang;
use crate::base::points::Decimal;
use crate::base::rules::years;
use crate::base::text;
use crate::result::diff::side::{Side, UncountedFile};
use crate::result::report::row::DataRow;
use crate::result::report::{GapReason, Report, not_counted};

/// Files that a finding names.
const MOST_NAMED: usize = 20;
/// What parts the files of a unit.
const BETWEEN: &str = "; ";

/// Those of a report.
pub(super) fn of_report(report: &Report) -> Vec<UncountedFile> {
    let files = not_counted::files(report).into_iter();
    files
        .map(|one| UncountedFile {
            file: one.file.to_string(),
            unit: text::key(one.unit),
            reason: one.reason,
        })
        .collect()
}

/// The one that a row of `Dữ liệu` tells.
pub(super) fn of_row(row: &DataRow) -> UncountedFile {
    UncountedFile {
        file: row.file.to_string(),
        unit: text::key(&row.unit),
        reason: GapReason::said(&row.text),
    }
}

/// That files of a side do not count, with their names and why; nothing where all do. `place` is the folder, or the side's file.
pub fn not_counted(side: &Side, place: Place) -> Option<Finding> {
    let mut files: HashMap<&str, Option<GapReason>> = HashMap::new();
    let told = side.uncounted.iter();
    let told = told.map(|one| (one.file.as_str(), one.reason));
    // Results of earlier versions tell them only of their units.
    let units = side.units.values().filter(|unit| !unit.sent.is_empty());
    let of_units = units.flat_map(|unit| unit.sent.split(BETWEEN).map(|file| (file, None)));
    let mut named = [Vec::new(), Vec::new()];
    for (file, reason) in told.chain(of_units) {
        if files.contains_key(file) {
            continue;
        }
        files.insert(file, reason);
        if files.len() > MOST_NAMED {
            continue;
        }
        for (names, lang) in named.iter_mut().zip([Lang::Vi, Lang::En]) {
            let reason = reason.map(|reason| format!(" ({})", reason.words().get(lang)));
            names.push(format!("{file}{}", reason.unwrap_or_default()));
        }
    }
    if files.is_empty() {
        return None;
    }
    let more = files.len() - files.len().min(MOST_NAMED);
    let [vi, en] = named.map(|mut names| {
        names.extend((more > 0).then(|| format!("… +{more}")));
        names.join(BETWEEN)
    });
    let finding = Finding::new(&years::NOT_COUNTED, place);
    let finding = finding.found(Fact::Number(Decimal::from(files.len())));
    Some(finding.expected(Fact::Said(vi, en)))
}
