//! The folder's files, each read and recognised, and of several from one unit the one that counts.
//!
//! In: an inbox. Out: submissions that count, a row for every file, findings about files. Not for: scores.

mod bounds;
pub mod choice;
mod faults;
mod folder_reader;
mod settle;
mod shelf;
mod spending;
#[cfg(test)]
mod tests;

use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use rayon::prelude::*;

use crate::base::finding::Finding;
use crate::base::moment::{self, Moment};
use crate::base::rules::{Rule, decisions as rules_of_decisions, edits, layout, settings};
use crate::base::seal::OwnWorkbook;
use crate::campaign::decisions::DecisionKind;
use crate::campaign::decisions::decided_file::{DecidedFile, FileChoices, FileOwners, content_key};
use crate::input::campaign_book;
use crate::input::decisions;
use crate::input::inbox::{ArchiveFault, Inbox, LoadFault, Received};
use crate::input::intake::bounds::Untreated;
use crate::input::intake::faults::{in_file, name_of_kind};
pub use crate::input::intake::faults::{load_finding, read_finding, sheet_finding};
use crate::input::intake::folder_reader::TakenAs;
pub use crate::input::intake::folder_reader::{FileRead, FolderReader};
pub use crate::input::intake::settle::LookedFiles;
use crate::input::intake::shelf::NoBook;
use crate::input::read::{FileKind, ReadFault, Workbook};
use crate::input::receipt::{DateBasis, Fate, FileRow};
use crate::input::recognise::tally::Tally;
use crate::input::recognise::{self, Known, Recognised, Recogniser};
use crate::input::submission::Submission;

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
struct FileOutcome {
    row: FileRow,
    /// When the file was last changed, where its document does not say when it was saved: of two such versions the later counts.
    /// Of this only the day is written, so that a copy made an hour later gives the same result.
    changed: Option<SystemTime>,
    submission: Option<Submission>,
    findings: Vec<Finding>,
}

/// What every file is read with.
struct ReadingMeans<'a> {
    reader: &'a FolderReader<'a>,
    known: &'a Known<'a>,
    owners: &'a FileOwners,
    /// Recognisers that no thread has in hand.
    idle: Mutex<Vec<Recogniser<'a>>>,
}

impl<'a> ReadingMeans<'a> {
    /// Does something with a recogniser that no other thread has. One that met a fault is not used again.
    fn with_recogniser<T>(&self, work: impl FnOnce(&mut Recogniser<'a>) -> T) -> T {
        let idle = || self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let one = idle().pop();
        let mut one = one.unwrap_or_else(|| Recogniser::new(self.known));
        let done = work(&mut one);
        idle().push(one);
        done
    }
}

/// Reads every received file, several at a time, and settles which one counts for each unit, nothing being decided of any.
/// `done` is called after each file of the inbox.
pub fn take_in(
    inbox: &Inbox,
    reader: &FolderReader<'_>,
    known: &Known<'_>,
    done: &(dyn Fn() + Sync),
) -> Intake {
    let looked = look_at_all(inbox, reader, known, &FileOwners::default(), done);
    looked.settle(inbox, known, &FileChoices::default())
}

/// Reads every received file, several at a time. An archive counts as a folder. `owners` is what is decided of files of which nothing
/// says clearly whose they are; `done` is called after each file of the inbox.
pub fn look_at_all(
    inbox: &Inbox,
    reader: &FolderReader<'_>,
    known: &Known<'_>,
    owners: &FileOwners,
    done: &(dyn Fn() + Sync),
) -> LookedFiles {
    let means = ReadingMeans {
        reader,
        known,
        owners,
        idle: Mutex::default(),
    };
    LookedFiles::new(look_through(inbox, &means, done))
}

/// Looks at everything in a folder or an archive.
fn look_through(
    inbox: &Inbox,
    means: &ReadingMeans<'_>,
    done: &(dyn Fn() + Sync),
) -> Vec<FileOutcome> {
    let mut looked: Vec<FileOutcome> = inbox
        .received
        .par_iter()
        .flat_map(|file| {
            let looked = look(file, means);
            done();
            looked
        })
        .collect();
    let mut tally = Tally::default();
    looked.extend(inbox.ignored.iter().map(|ignored| {
        FileOutcome {
            row: not_read(&ignored.name, Fate::Ignored),
            changed: None,
            submission: None,
            findings: faults::ignored_finding(ignored)
                .and_then(|finding| tally.take(finding))
                .into_iter()
                .collect(),
        }
    }));
    if let Some(last) = looked.last_mut() {
        last.findings.extend(tally.closing());
    }
    looked.extend(inbox.refused.iter().map(|refused| {
        let row = not_read(&refused.name, Fate::Unreadable);
        unreadable(
            row,
            means.known,
            load_finding(&refused.fault, &refused.name),
        )
    }));
    looked
}

fn not_read(name: &str, fate: Fate) -> FileRow {
    FileRow {
        name: name.to_string(),
        bytes: 0,
        sha256: None,
        saved: None,
        made: None,
        appraised: false,
        kind: String::new(),
        unit: None,
        candidates: Vec::new(),
        decided: Vec::new(),
        fate,
    }
}

/// Loads, reads and recognises one file; of an archive, every file in it. What one file may take stands around all that is done
/// with it: it costs itself, whatever it holds and whatever is wrong with this program.
fn look(file: &Received, means: &ReadingMeans<'_>) -> Vec<FileOutcome> {
    let mut row = not_read(&file.name, Fate::Unreadable);
    row.bytes = file.size_bytes;
    let modified = file.modified.and_then(moment::day_of);
    row.saved = modified.map(|day| (day.into(), DateBasis::File));
    let limits = means.reader.limits();
    let work = |sha256: &str, book: &Arc<Workbook>| {
        let mut row = row.clone();
        row.sha256 = Some(sha256.to_string());
        treat(row, file.modified, book, means)
    };
    let (sha256, taken) = match means.reader.take(file, &work) {
        Ok(taken) => taken,
        Err(fault) => {
            // An archive may be larger than a workbook.
            let archive = matches!(fault, LoadFault::TooLarge { .. }) && file.entry.is_none();
            if archive && let Ok(inner) = file.inside(limits) {
                return look_through(&inner, means, &|| {});
            }
            let finding = load_finding(&fault, &file.name);
            return vec![unreadable(row, means.known, finding)];
        }
    };
    let nothing = match taken {
        TakenAs::OwnText => return vec![ours(&file.name, &edits::OWN_RESULT)],
        TakenAs::Done(Ok(looked)) => return vec![looked],
        TakenAs::Done(Err(fault)) => NoBook {
            why: Untreated::Unreadable(fault),
            kind: name_of_kind(FileKind::Word).to_string(),
            is_volume: false,
        },
        TakenAs::Nothing(nothing) => nothing,
    };
    row.sha256 = Some(sha256);
    row.kind.clone_from(&nothing.kind);
    without_book(file, row, nothing, means)
}

/// A file without a workbook: an archive, or why it is none.
fn without_book(
    file: &Received,
    row: FileRow,
    nothing: NoBook,
    means: &ReadingMeans<'_>,
) -> Vec<FileOutcome> {
    let limits = means.reader.limits();
    let fault = match nothing.why {
        Untreated::NoTimeLeft => {
            let finding = faults::no_time_left(&file.name, means.reader.most_time());
            return vec![unreadable(row, means.known, finding)];
        }
        Untreated::Stopped(stopped) => {
            let finding = faults::stopped_finding(&stopped, &file.name);
            return vec![unreadable(row, means.known, finding)];
        }
        Untreated::Unreadable(fault) => fault,
    };
    let may_be_volume =
        matches!(fault, ReadFault::Damaged(_)) && row.kind == name_of_kind(FileKind::BrokenZip);
    let finding = match fault {
        _ if nothing.is_volume => faults::archive_finding(&ArchiveFault::Split, &file.name),
        // The last volume is an archive whose directory speaks of others.
        _ if may_be_volume
            && file.entry.is_none()
            && matches!(file.inside(limits), Err(ArchiveFault::Split)) =>
        {
            faults::archive_finding(&ArchiveFault::Split, &file.name)
        }
        ReadFault::NotAWorkbook(
            kind @ (FileKind::Zip | FileKind::BrokenZip | FileKind::Rar | FileKind::SevenZip),
        ) if file.entry.is_some() => faults::nested_finding(kind, &file.name),
        ReadFault::NotAWorkbook(FileKind::Zip) => match file.inside(limits) {
            Ok(inner) => return look_through(&inner, means, &|| {}),
            Err(fault) => faults::archive_finding(&fault, &file.name),
        },
        fault => read_finding(&fault, &file.name),
    };
    vec![unreadable(row, means.known, finding)]
}

/// A result of this program, or a campaign workbook. Neither its size nor its checksum is listed: a result that lies among the returns would tell its
/// own former ones, and no two runs would give the same.
fn ours(name: &str, rule: &'static Rule) -> FileOutcome {
    FileOutcome {
        row: not_read(name, Fate::Ignored),
        changed: None,
        submission: None,
        findings: vec![Finding::new(rule, in_file(name))],
    }
}

/// Recognises one file; a letter is no form that is wrong.
fn treat(
    row: FileRow,
    changed: Option<SystemTime>,
    workbook: &Workbook,
    means: &ReadingMeans<'_>,
) -> Result<FileOutcome, ReadFault> {
    let custom = &workbook.properties.custom;
    // It has a seal as results have.
    if decisions::is_decisions(custom, &workbook.grids) {
        return Ok(ours(&row.name, &rules_of_decisions::AMONG_RETURNS));
    }
    if OwnWorkbook::workbook(custom, &workbook.grids).is_some() {
        return Ok(ours(&row.name, &edits::OWN_RESULT));
    }
    if campaign_book::is_campaign(custom, &workbook.grids) {
        return Ok(ours(&row.name, &settings::OTHER_CAMPAIGN));
    }
    #[cfg(test)]
    tests::meet_a_fault(workbook);
    let looked = recognised(row, workbook, means);
    let is_no_form = |one: &Finding| one.rule == &layout::NO_TABLE;
    if workbook.kind == FileKind::Word && looked.findings.iter().any(is_no_form) {
        return Err(ReadFault::NotAWorkbook(workbook.kind));
    }
    let is_own = matches!(looked.row.saved, Some((_, DateBasis::Document)));
    Ok(FileOutcome {
        changed: changed.filter(|_| !is_own),
        ..looked
    })
}

/// A file that cannot be read still says whose it is, by its name or by that of the archive or the folder it is in, so that its
/// unit is not called missing.
fn unreadable(mut row: FileRow, known: &Known<'_>, mut finding: Finding) -> FileOutcome {
    let unit_of =
        |name: &str| recognise::named_by_file(name, known.registry).map(|unit| unit.id.clone());
    row.unit = unit_of(&row.name);
    let mut path = row.name.as_str();
    while let Some((folder, _)) = path.rsplit_once('/')
        && row.unit.is_none()
    {
        // The name of a folder may have a full stop in it, but no ending.
        row.unit = unit_of(&format!("{folder}."));
        path = folder;
    }
    if row.unit.is_none() {
        let unit = recognise::named_in_part(&row.name, known.registry);
        row.unit = unit.map(|unit| unit.id.clone());
    }
    finding.place.unit.clone_from(&row.unit);
    FileOutcome {
        row,
        changed: None,
        submission: None,
        findings: vec![finding],
    }
}

fn recognised(mut row: FileRow, workbook: &Workbook, means: &ReadingMeans<'_>) -> FileOutcome {
    row.kind = name_of_kind(workbook.kind).to_string();
    let properties = &workbook.properties;
    if let Some(modified) = properties.modified.as_ref().or(properties.created.as_ref()) {
        row.saved = Some((modified.clone().into(), DateBasis::Document));
    }
    row.made = properties.created.clone().map(Moment::from);
    let key = content_key(row.sha256.as_deref().unwrap_or_default());
    let decided = means.owners.get(key);
    let owner = decided.and_then(|decided| decided.unit.as_ref());
    let Recognised {
        unit,
        candidates,
        needs_owner,
        submission,
        mut findings,
    } = means.with_recogniser(|recogniser| {
        let custom = &workbook.properties.custom;
        recogniser.recognise(&workbook.grids, custom, &row.name, owner)
    });
    let of_file = [
        faults::other_format(workbook.kind, &row.name),
        faults::parts_finding(workbook, &row.name),
        faults::looks_finding(workbook.kind, &row.name),
    ];
    let mut tally = Tally::default();
    let of_sheets = workbook.faults.iter();
    let of_sheets = of_sheets.filter_map(|fault| tally.take(sheet_finding(fault, &row.name)));
    let named: Vec<Finding> = of_file.into_iter().flatten().chain(of_sheets).collect();
    for mut finding in named.into_iter().chain(tally.closing()) {
        finding.place.unit.clone_from(&unit);
        finding.place.file = Some(row.name.clone());
        findings.push(finding);
    }
    row.appraised = submission.as_ref().is_some_and(Submission::is_appraised);
    row.unit = unit;
    row.candidates = candidates;
    let is_return = findings.iter().all(|one| one.rule != &edits::RESULT_TABLE);
    row.fate = if submission.is_some() {
        Fate::Counted
    } else if !is_return {
        Fate::Ignored
    } else {
        Fate::Refused
    };
    let looked = FileOutcome {
        row,
        changed: None,
        submission,
        findings,
    };
    match decided.filter(|_| needs_owner) {
        Some(decided) => with_owner(looked, decided),
        None => looked,
    }
}

/// A file of which somebody has decided whose it is, or that it is no return: that is no longer asked.
fn with_owner(mut looked: FileOutcome, decided: &DecidedFile) -> FileOutcome {
    let is_no_return = decided.kind == DecisionKind::NoReturn;
    for finding in &mut looked.findings {
        if is_no_return || recognise::asks_owner(finding.rule) {
            finding.settled = Some(Box::new(decided.settlement()));
        }
    }
    if is_no_return {
        looked.row.unit = None;
        looked.row.candidates.clear();
        looked.row.fate = Fate::Ignored;
        looked.submission = None;
    }
    looked.row.decided.push(decided.clone());
    looked
}
