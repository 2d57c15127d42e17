//! Workbooks spoiled in memory, and the report on the whole campaign with them in it.

use std::collections::BTreeMap;

use tonghop::base::finding::{Fact, Finding, Place};
use tonghop::base::ids::UnitId;
use tonghop::base::rules::files::SEVERAL_VERSIONS;
use tonghop::input::receipt::{Fate, FileRow};
use tonghop::input::recognise;
use tonghop::input::submission::Submission;
use tonghop::result::report::{self, Report};
use tonghop_tools::spoiler::book::Book;

use super::defects::{self, Defect};
use super::dice::Dice;
use super::truth::{Meant, truth};
use super::work::Work;

/// One spoiled workbook.
pub struct Spoiled {
    pub meant: &'static Meant,
    pub book: Book,
    /// What was done to it, in order.
    pub done: Vec<String>,
}

impl Spoiled {
    /// Some workbooks, each with one to five defects.
    pub fn random(dice: &mut Dice) -> Vec<Spoiled> {
        let all: Vec<&'static Defect> = defects::all().collect();
        let count = truth().units.len();
        let first = dice.below(count);
        let many = 3 + dice.below(5);
        let indices = (0..many).map(|step| (first + step * 3) % count);
        indices
            .map(|index| {
                let wanted = 1 + dice.below(5);
                let mut picked: Vec<&'static Defect> = (0..wanted)
                    .filter_map(|_| dice.pick(&all).copied())
                    .collect();
                picked.sort_by_key(|defect| defect.stage);
                Spoiled::with(index, &picked, dice)
            })
            .collect()
    }

    /// A workbook with these defects, as far as they find a place in it.
    pub fn with(index: usize, defects: &[&'static Defect], dice: &mut Dice) -> Spoiled {
        let mut work = Work::new(index);
        work.book.paste_values();
        let mut done = Vec::new();
        for defect in defects {
            let before = work.book.clone();
            match (defect.apply)(&mut work, dice) {
                Some(what) => done.push(format!("{} {what}", defect.class)),
                None => work.book = before,
            }
        }
        Spoiled {
            meant: work.meant,
            book: work.book,
            done,
        }
    }
}

pub fn file_row(name: &str, unit: Option<&UnitId>, fate: Fate) -> FileRow {
    FileRow {
        name: name.to_string(),
        bytes: 1,
        sha256: None,
        saved: None,
        made: None,
        appraised: false,
        kind: "xlsx".to_string(),
        candidates: Vec::new(),
        decided: Vec::new(),
        unit: unit.cloned(),
        fate,
    }
}

/// The report on all workbooks of the sample, some of them spoiled. Of two from one unit the later one counts.
pub fn report(spoiled: &[Spoiled]) -> Report {
    let truth = truth();
    let known = truth.known();
    let mut files = Vec::new();
    let mut findings: Vec<Finding> = Vec::new();
    let mut by_unit: BTreeMap<UnitId, Submission> = BTreeMap::new();
    for meant in &truth.units {
        if !spoiled.iter().any(|one| one.meant.unit == meant.unit) {
            by_unit.insert(meant.unit.clone(), meant.submission.clone());
            files.push(file_row(&meant.book.file, Some(&meant.unit), Fate::Counted));
        }
    }
    for one in spoiled {
        let grids = one.book.grids();
        let recognised = recognise::recognise(&grids, &one.book.stamp, &one.book.file, known);
        let counts = recognised.submission.is_some();
        let fate = if counts { Fate::Counted } else { Fate::Refused };
        files.push(file_row(&one.book.file, recognised.unit.as_ref(), fate));
        let Some(submission) = recognised.submission else {
            findings.extend(recognised.findings);
            continue;
        };
        let unit = submission.unit.clone();
        if let Some(old) = by_unit.insert(unit.clone(), submission) {
            findings.retain(|finding| finding.place.file.as_ref() != Some(&old.file));
            let place = Place {
                unit: Some(unit),
                file: Some(old.file),
                ..Place::default()
            };
            let finding = Finding::new(&SEVERAL_VERSIONS, place);
            findings.push(finding.expected(Fact::Name(one.book.file.clone())));
        }
        findings.extend(recognised.findings);
    }
    let registry = &truth.plan.registry;
    let mut submissions: Vec<Submission> = by_unit.into_values().collect();
    submissions.sort_by_key(|submission| registry.position(&submission.unit));
    report::build(report::Input {
        campaign: &truth.plan.campaign,
        scheme: &truth.plan.scheme,
        registry,
        submissions,
        files,
        findings,
        folder: "phieu-nop".to_string(),
        decisions: Vec::new(),
        of_files: report::FileDecisions::default(),
        time: std::time::Duration::from_secs(30),
    })
}
