//! The folder's files, each read and recognised, and of several from one unit the one that counts.
//!
//! In: an inbox. Out: submissions that count, a row for every file, findings about files. Not for: scores.

use rayon::prelude::*;

use indexmap::IndexMap;
use rust_decimal::Decimal;

use crate::date;
use crate::finding::{Fact, Finding, Place};
use crate::ids::UnitId;
use crate::inbox::{Inbox, LoadFault, Received};
use crate::read::{FileKind, ReadFault, Reader, SheetFault, Workbook};
use crate::receipt::{DateBasis, Fate, FileRow};
use crate::recognise::{self, Known, Recognised};
use crate::rules::{Rule, damaged, files};
use crate::submission::Submission;

/// What came out of a folder.
#[derive(Debug, Default)]
pub struct Intake {
    /// Submissions that count, at most one for each unit, in the registry's order.
    pub submissions: Vec<Submission>,
    /// Every file seen, by name.
    pub files: Vec<FileRow>,
    /// Findings about files and about what could not be read in them.
    pub findings: Vec<Finding>,
}

/// One file, looked at.
struct Looked {
    row: FileRow,
    submission: Option<Submission>,
    findings: Vec<Finding>,
}

/// Reads every received file, several at a time, and settles which one counts for each unit. `bytes_limit` bounds each file;
/// `done` is called after each.
pub fn take_in(
    inbox: &Inbox,
    reader: &Reader,
    known: &Known<'_>,
    bytes_limit: u64,
    done: &(dyn Fn() + Sync),
) -> Intake {
    let looked: Vec<Looked> = inbox
        .received
        .par_iter()
        .map(|file| {
            let looked = look(file, reader, known, bytes_limit);
            done();
            looked
        })
        .collect();
    let mut intake = settle(looked, known);
    for ignored in &inbox.ignored {
        intake.files.push(not_read(&ignored.name, Fate::Ignored));
    }
    for refused in &inbox.refused {
        intake.files.push(not_read(&refused.name, Fate::Unreadable));
        let finding = Finding::new(&damaged::UNOPENABLE, in_file(&refused.name));
        intake
            .findings
            .push(finding.found(Fact::Text(refused.detail.clone())));
    }
    intake.files.sort_by(|a, b| a.name.cmp(&b.name));
    intake
}

fn not_read(name: &str, fate: Fate) -> FileRow {
    FileRow {
        name: name.to_string(),
        bytes: 0,
        sha256: None,
        saved: None,
        kind: String::new(),
        unit: None,
        fate,
    }
}

fn in_file(name: &str) -> Place {
    Place {
        file: Some(name.to_string()),
        ..Place::default()
    }
}

/// Loads, reads and recognises one file.
fn look(file: &Received, reader: &Reader, known: &Known<'_>, bytes_limit: u64) -> Looked {
    let mut row = not_read(&file.name, Fate::Unreadable);
    row.bytes = file.size_bytes;
    row.saved = file
        .modified
        .and_then(date::iso_utc)
        .map(|time| (time, DateBasis::File));
    let loaded = match file.load(bytes_limit) {
        Ok(loaded) => loaded,
        Err(fault) => return unreadable(row, known, load_finding(&fault, &file.name)),
    };
    row.sha256 = Some(loaded.sha256);
    match reader.read(&loaded.bytes) {
        Ok(workbook) => recognised(row, workbook, known),
        Err(fault) => {
            row.kind = kind_name(&loaded.bytes);
            unreadable(row, known, read_finding(&fault, &file.name))
        }
    }
}

/// A file that cannot be read still says by its name whose it is, so that its unit is not called missing.
fn unreadable(mut row: FileRow, known: &Known<'_>, mut finding: Finding) -> Looked {
    row.unit = recognise::named_by_file(&row.name, known.registry).map(|unit| unit.id.clone());
    finding.place.unit.clone_from(&row.unit);
    Looked {
        row,
        submission: None,
        findings: vec![finding],
    }
}

fn recognised(mut row: FileRow, workbook: Workbook, known: &Known<'_>) -> Looked {
    row.kind = name_of_kind(workbook.kind).to_string();
    if let Some(modified) = workbook.properties.modified.or(workbook.properties.created) {
        row.saved = Some((modified, DateBasis::Document));
    }
    let Recognised {
        unit,
        submission,
        mut findings,
    } = recognise::recognise(
        &workbook.grids,
        &workbook.properties.custom,
        &row.name,
        known,
    );
    for fault in workbook.faults {
        let mut finding = sheet_finding(&fault, &row.name);
        finding.place.unit.clone_from(&unit);
        findings.push(finding);
    }
    row.unit = unit;
    row.fate = if submission.is_some() {
        Fate::Counted
    } else {
        Fate::Refused
    };
    Looked {
        row,
        submission,
        findings,
    }
}

/// Of several files of one unit, the one saved last counts (by the document's own time, else the file's, else the later
/// name); identical bytes count once.
fn settle(looked: Vec<Looked>, known: &Known<'_>) -> Intake {
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
            .map(|one| (version_time(&one.row), one.row.name.clone()))
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
        let Looked {
            mut row,
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
    let place = Place {
        unit: row.unit.clone(),
        ..in_file(&row.name)
    };
    Finding::new(rule, place).expected(Fact::Name(winner.to_string()))
}

/// When a version was made; a document's own time goes before any time of the file system.
fn version_time(row: &FileRow) -> (bool, Option<String>) {
    let basis = row.saved.as_ref().map(|(_, basis)| *basis);
    (
        basis == Some(DateBasis::Document),
        row.saved.as_ref().map(|(time, _)| time.clone()),
    )
}

fn load_finding(fault: &LoadFault, name: &str) -> Finding {
    match fault {
        LoadFault::TooLarge { found, limit } => too_large(name, "bytes", *found, *limit),
        LoadFault::Locked | LoadFault::NotAFile | LoadFault::Unreadable(_) => {
            Finding::new(&damaged::UNOPENABLE, in_file(name)).found(Fact::Text(fault.to_string()))
        }
    }
}

fn too_large(name: &str, what: &str, found: u64, limit: u64) -> Finding {
    Finding::new(&damaged::TOO_LARGE, in_file(name))
        .found(Fact::Name(format!("{found} {what}")))
        .expected(Fact::Number(Decimal::from(limit)))
}

fn read_finding(fault: &ReadFault, name: &str) -> Finding {
    let at = || in_file(name);
    match fault {
        ReadFault::NotAWorkbook(FileKind::Empty) => Finding::new(&damaged::EMPTY_FILE, at()),
        ReadFault::NotAWorkbook(FileKind::BrokenZip | FileKind::Zeros | FileKind::Compound)
        | ReadFault::Crashed(_) => {
            Finding::new(&damaged::DAMAGED, at()).found(Fact::Text(fault.to_string()))
        }
        ReadFault::NotAWorkbook(kind) => Finding::new(&damaged::NOT_A_WORKBOOK, at())
            .found(Fact::Name(name_of_kind(*kind).to_string())),
        ReadFault::Password => Finding::new(&damaged::PASSWORD, at()),
        ReadFault::Damaged(detail) => {
            Finding::new(&damaged::DAMAGED, at()).found(Fact::Text(detail.clone()))
        }
        ReadFault::TooLarge { what, found, limit } => {
            too_large(name, &what.to_string(), *found, *limit)
        }
        ReadFault::TimedOut { seconds } => too_large(name, "s", *seconds, *seconds),
        ReadFault::OutOfMemory { limit_bytes } => {
            too_large(name, "bytes", *limit_bytes, *limit_bytes)
        }
        ReadFault::NoChild(detail) => {
            Finding::new(&damaged::UNOPENABLE, at()).found(Fact::Text(detail.clone()))
        }
    }
}

fn sheet_finding(fault: &SheetFault, name: &str) -> Finding {
    let place = Place {
        sheet: Some(fault.sheet.clone()),
        ..in_file(name)
    };
    Finding::new(&damaged::SHEET_UNREADABLE, place).found(Fact::Text(fault.problem.to_string()))
}

fn kind_name(bytes: &[u8]) -> String {
    name_of_kind(crate::read::sniff(bytes)).to_string()
}

/// What people call a kind of file.
fn name_of_kind(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Xlsx => "xlsx",
        FileKind::Xlsb => "xlsb",
        FileKind::Xls => "xls",
        FileKind::Ods => "ods",
        FileKind::EncryptedOoxml => "Office (mật khẩu)",
        FileKind::OldExcel => "Excel 2–4",
        FileKind::SpreadsheetMl2003 => "XML Excel 2003",
        FileKind::Html => "HTML",
        FileKind::Zip | FileKind::BrokenZip => "ZIP",
        FileKind::Rar => "RAR",
        FileKind::SevenZip => "7-Zip",
        FileKind::Word => "Word",
        FileKind::PowerPoint => "PowerPoint",
        FileKind::OpenDocument => "OpenDocument",
        FileKind::Compound => "OLE",
        FileKind::Pdf => "PDF",
        FileKind::Image => "JPEG/PNG",
        FileKind::Xml => "XML",
        FileKind::Text => "TXT/CSV",
        FileKind::Empty | FileKind::Zeros => "0",
        FileKind::Unknown => "?",
    }
}
