//! From grids to a submission: which rows of a workbook are which rows of the form, and whose workbook it is.
//!
//! In: the grids of one workbook with its stamp and file name. Out: a [`Submission`] or the reason why there is none, with
//! findings. Everything is found by its labels, never by its address. Not for: files, and not for judging scores.

mod align;
mod answer;
mod cover;
mod doubts;
mod extract;
mod figures;
mod identity;
mod label;
mod lexicon;
mod merge;
mod sheet;
mod sums;
mod table;

use std::collections::BTreeMap;

use crate::cell::Grid;
use crate::finding::{Fact, Finding, Place};
use crate::ids::UnitId;
use crate::rules::{files, layout};
use crate::scheme::Scheme;
use crate::submission::Submission;
use crate::units::Registry;

pub use crate::recognise::figures::figure_label;
pub use crate::recognise::identity::{STAMP_LEVEL, STAMP_UNIT, named_by_file};
pub use crate::recognise::lexicon::Lexicon;
use crate::recognise::sheet::Sheet;

/// What forms are recognised by.
#[derive(Debug)]
pub struct Known<'a> {
    /// The criteria.
    pub scheme: &'a Scheme,
    /// The scheme's rows by their texts.
    pub lexicon: Lexicon<'a>,
    /// The units.
    pub registry: &'a Registry,
    /// The year assessed.
    pub year: i32,
}

/// What was understood from one workbook.
#[derive(Debug)]
pub struct Recognised {
    /// Whose it is, where that is clear.
    pub unit: Option<UnitId>,
    /// What it says; `None` where it cannot count, for which a finding gives the reason.
    pub submission: Option<Submission>,
    /// What is wrong with it, each with file and unit.
    pub findings: Vec<Finding>,
}

/// Reads a workbook's grids.
pub fn recognise(
    grids: &[Grid],
    stamp: &BTreeMap<String, String>,
    file: &str,
    known: &Known<'_>,
) -> Recognised {
    let sheets: Vec<Sheet<'_>> = grids.iter().map(Sheet::new).collect();
    let cover = cover::cover(&sheets, known.registry);
    let read = sheets
        .iter()
        .map(|sheet| extract::extract(sheet, known.scheme, &known.lexicon));
    let extract = merge::merge(read.collect(), known.scheme);
    let mut findings = Vec::new();
    let is_form = !extract.entries.is_empty() || !extract.explained.is_empty();
    if !is_form {
        findings.push(Finding::new(&layout::NO_TABLE, Place::default()));
    }
    let unit = match identity::identify(&cover, stamp, file, known.registry) {
        Ok(unit) => Some(unit),
        Err(finding) => {
            findings.push(*finding);
            None
        }
    };
    let other_year = cover.year.filter(|(year, _)| *year != known.year);
    let counts = is_form && other_year.is_none();
    if let Some((year, place)) = other_year {
        let years = (
            Fact::Name(year.to_string()),
            Fact::Name(known.year.to_string()),
        );
        findings.push(
            Finding::new(&files::OTHER_YEAR, place)
                .found(years.0)
                .expected(years.1),
        );
    }
    let submission = unit.clone().filter(|_| counts).map(|unit| Submission {
        unit,
        file: file.to_string(),
        entries: extract.entries,
        figures: extract.figures,
        own_sums: extract.own_sums,
        own_grade: extract.own_grade,
        explained: extract.explained,
    });
    if submission.is_some() {
        findings.extend(extract.findings);
    }
    for finding in &mut findings {
        finding.place.unit.clone_from(&unit);
        finding.place.file = Some(file.to_string());
    }
    Recognised {
        unit,
        submission,
        findings,
    }
}
