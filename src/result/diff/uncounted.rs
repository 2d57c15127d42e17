//! Files of a side that were received and do not count: their units are without a result, and not gone.
//!
//! In: a report. Out: the files, each with the name that it states and the list of units does not have, and a finding that names them.
//! Not for: what is to be done about each of them, which the report's own findings say.

use std::collections::HashMap;

use crate::base::finding::{Fact, Finding, Place};
use crate::base::lang::Lang;
use crate::base::points::Decimal;
use crate::base::rules::{units, years};
use crate::base::text;
use crate::result::report::{GapReason, Report, refused, why_unusable};

/// Files that a finding names.
const MOST_NAMED: usize = 20;

/// A file that does not count and states the name of a unit that is not in the list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnlistedFile {
    /// Its name.
    pub file: String,
    /// The key of the name that it states.
    pub unit: String,
}

/// The files of a report that state units that are not in its list.
pub fn unlisted(report: &Report) -> Vec<UnlistedFile> {
    let of_unit = |finding: &Finding| {
        let is_it = finding.rule == &units::UNIT_UNKNOWN;
        let (Some(file), Some(Fact::Text(name))) = (&finding.place.file, &finding.found) else {
            return None;
        };
        is_it.then(|| UnlistedFile {
            file: file.clone(),
            unit: text::key(name),
        })
    };
    report.findings.iter().filter_map(of_unit).collect()
}

/// That files of a report do not count, with their names and why; nothing where all do. `place` is the folder, or the report's file.
pub fn not_counted(report: &Report, place: Place) -> Option<Finding> {
    let why: HashMap<&str, GapReason> = why_unusable(&report.findings);
    let mut named = [Vec::new(), Vec::new()];
    let mut count = 0;
    for row in refused(report) {
        count += 1;
        if count > MOST_NAMED {
            continue;
        }
        let of_nobody = row.unit.is_none().then_some(GapReason::Undecided);
        let reason = why.get(row.name.as_str()).copied().or(of_nobody);
        for (names, lang) in named.iter_mut().zip([Lang::Vi, Lang::En]) {
            let reason = reason.map(|reason| format!(" ({})", reason.words().get(lang)));
            names.push(format!("{}{}", row.name, reason.unwrap_or_default()));
        }
    }
    if count == 0 {
        return None;
    }
    let more = count - count.min(MOST_NAMED);
    let [vi, en] = named.map(|mut names| {
        names.extend((more > 0).then(|| format!("… +{more}")));
        names.join("; ")
    });
    let finding = Finding::new(&years::NOT_COUNTED, place);
    let finding = finding.found(Fact::Number(Decimal::from(count)));
    Some(finding.expected(Fact::Said(vi, en)))
}
