//! From grids to a submission: which rows of a workbook are which rows of the form, and whose workbook it is.
//!
//! In: the grids of one workbook with its stamp and file name. Out: a [`Submission`] or the reason why there is none, with
//! findings. Everything is found by its labels, never by its address. Not for: files, and not for judging scores.

mod align;
mod answer;
mod beside;
mod cover;
mod decode;
mod doubts;
mod extract;
mod figures;
mod form;
mod formulas;
mod heading;
mod identity;
mod label;
mod lexicon;
mod merge;
mod reader;
mod sheet;
mod subject;
mod sums;
mod table;
pub mod tally;
mod texts;
mod unread;
mod vocabulary;

use std::collections::BTreeMap;

use crate::base::cell::{Cell, Grid};
use crate::base::finding::{Fact, Finding};
use crate::base::ids::UnitId;
use crate::base::rules;
use crate::campaign::scheme::Scheme;
use crate::campaign::units::Registry;
use crate::input::submission::Submission;

use crate::input::recognise::cover::Stated;
use crate::input::recognise::form::Form;
pub use crate::input::recognise::form::{STAMP_SCHEME, STAMP_VERSION};
pub use crate::input::recognise::identity::{
    STAMP_LEVEL, STAMP_UNIT, named_by_file, named_in_part,
};
pub use crate::input::recognise::lexicon::Lexicon;
use crate::input::recognise::merge::Merger;
use crate::input::recognise::sheet::Sheet;
pub use crate::input::recognise::subject::figure_label;
use crate::input::recognise::tally::Tally;
use crate::input::recognise::texts::Texts;
use crate::input::recognise::vocabulary::Vocabulary;

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

impl Known<'_> {
    /// All texts that mean something.
    fn vocabulary(&self) -> Vocabulary<'_> {
        Vocabulary {
            lexicon: &self.lexicon,
            scheme: self.scheme,
            registry: self.registry,
        }
    }
}

/// What was understood from one workbook.
#[derive(Debug)]
pub struct Recognised {
    /// Whose it is, where that is clear.
    pub unit: Option<UnitId>,
    /// The units that are named, where it is not clear whose it is.
    pub candidates: Vec<UnitId>,
    /// What it says; `None` where it cannot count, for which a finding gives the reason.
    pub submission: Option<Submission>,
    /// What is wrong with it, each with file and unit.
    pub findings: Vec<Finding>,
}

/// A table of results, which no unit sent.
fn result_table(heading: Stated, file: &str) -> Recognised {
    let mut finding = Finding::new(&rules::edits::RESULT_TABLE, heading.place);
    finding.place.file = Some(file.to_string());
    Recognised {
        unit: None,
        candidates: Vec::new(),
        submission: None,
        findings: vec![finding.found(Fact::Text(heading.text))],
    }
}

/// Reads a workbook's grids.
pub fn recognise(
    grids: &[Grid],
    stamp: &BTreeMap<String, String>,
    file: &str,
    known: &Known<'_>,
) -> Recognised {
    let formulas = formulas::Formulas::new(grids);
    let memory = &known.lexicon.memory;
    let mut texts: Vec<Texts<'_>> = grids.iter().map(|grid| memory.texts(grid)).collect();
    let decoded = decode::decode(grids, &texts, known);
    if let Some(decoded) = &decoded {
        texts = decoded
            .grids
            .iter()
            .map(|grid| memory.texts(grid))
            .collect();
    }
    let grids = decoded
        .as_ref()
        .map_or(grids, |decoded| decoded.grids.as_slice());
    let with_texts = grids.iter().zip(&texts);
    let sheets: Vec<Sheet<'_>> = with_texts
        .map(|(grid, texts)| Sheet::new(grid, texts))
        .collect();
    let mut cover = cover::cover(&sheets, known);
    let heading = cover::part_headings(&mut cover, known);
    if let Some(heading) = heading.filter(|_| sheets.iter().all(|sheet| sheet.tables.is_empty())) {
        return result_table(heading, file);
    }
    let (mut merger, mut tally) = (Merger::new(known.scheme), Tally::default());
    for (index, sheet) in sheets.iter().enumerate() {
        let look = |cell: &Cell| formulas.check(index, cell);
        let read = extract::extract(sheet, known.scheme, &known.lexicon, &look, &mut tally);
        merger.add(read, &mut tally);
    }
    let extract = merger.finish(&mut tally);
    let (unit, candidates, mut findings) =
        match identity::identify(&cover, stamp, file, known.scheme, known.registry) {
            Ok((unit, doubt)) => (Some(unit), Vec::new(), doubt.into_iter().collect()),
            Err(unclear) => (None, unclear.named, vec![unclear.finding]),
        };
    let (about_form, counts) = form::check(
        &Form {
            cover: &cover,
            stamp,
            extract: &extract,
            has_table: sheets.iter().any(|sheet| !sheet.tables.is_empty()),
            unit: unit.as_ref(),
        },
        known,
    );
    findings.extend(about_form);
    findings.extend(decoded.as_ref().map(decode::Decoded::finding));
    let submission = unit.clone().filter(|_| counts).map(|unit| Submission {
        unit,
        file: file.to_string(),
        entries: extract.entries,
        figures: extract.figures,
        own_sums: extract.own_sums,
        appraised_sums: extract.appraised_sums,
        own_grade: extract.own_grade,
        explained: extract.explained,
    });
    if submission.is_some() {
        findings.extend(extract.findings);
        findings.extend(formulas.finding());
        findings.extend(tally.closing());
    } else {
        // Why there is nothing to read.
        let is_why = |finding: &Finding| finding.rule == &rules::sheets::PICTURE_INSTEAD;
        findings.extend(extract.findings.into_iter().filter(is_why));
    }
    for finding in &mut findings {
        finding.place.unit.clone_from(&unit);
        finding.place.file = Some(file.to_string());
    }
    Recognised {
        unit,
        candidates,
        submission,
        findings,
    }
}
