//! What keeps a file, an archive or a sheet from being read, as findings.
//!
//! In: the faults of the input layer. Out: findings with their rules and facts. Not for: the words, which the rules hold.

use std::time::Duration;

use crate::base::finding::{AmountUnit, Fact, Finding, Place};
use crate::base::guard::Stopped;
use crate::base::rules::{
    Rule, archives, damaged, file_kinds, files, reading, settings, system, treatment, unread,
};
use crate::input::inbox::{ArchiveFault, Ignored, IgnoredBecause, LoadFault, OpenElsewhere};
use crate::input::read::{Bound, FileKind, ReadFault, SheetFault, SheetProblem, Workbook};

/// The place of a whole file.
pub(super) fn in_file(name: &str) -> Place {
    Place {
        file: Some(name.to_string()),
        ..Place::default()
    }
}

/// A file that somebody has open, so that what was read may not be what will be saved.
pub(super) fn open_finding(open: &OpenElsewhere) -> Finding {
    let finding = Finding::new(&files::OPEN_ELSEWHERE, in_file(&open.name));
    match &open.user {
        Some(user) => finding.found(Fact::Text(user.clone())),
        None => finding.found(Fact::Name("?".to_string())),
    }
}

/// What is said of a file that a setting keeps from being looked at, or of a setting that is not obeyed.
pub(super) fn ignored_finding(ignored: &Ignored) -> Option<Finding> {
    let rule = match ignored.reason {
        IgnoredBecause::OtherCampaign => &settings::OTHER_CAMPAIGN,
        IgnoredBecause::OutsideInbox => &settings::OUTSIDE_INBOX,
        _ => return None,
    };
    Some(Finding::new(rule, in_file(&ignored.name)))
}

/// Why the bytes of a file could not be had.
pub fn load_finding(fault: &LoadFault, name: &str) -> Finding {
    let at = |rule| Finding::new(rule, in_file(name));
    match fault {
        LoadFault::Locked => at(&system::IN_USE),
        LoadFault::NoPermission => at(&system::NO_PERMISSION),
        LoadFault::PathTooLong => at(&system::PATH_TOO_LONG),
        LoadFault::Gone => at(&system::GONE),
        LoadFault::NetworkLost => at(&system::NETWORK_LOST),
        LoadFault::InTheCloud => at(&system::IN_THE_CLOUD),
        LoadFault::Link | LoadFault::NotAFile => at(&system::NOT_A_FILE),
        LoadFault::TooLarge { found, limit } => too_large(name, AmountUnit::Bytes, *found, *limit),
        LoadFault::Encrypted => at(&archives::LOCKED),
        LoadFault::Method(number) => at(&archives::METHOD).found(Fact::Number((*number).into())),
        LoadFault::Damaged(detail) => at(&damaged::DAMAGED).found(Fact::Text(detail.clone())),
        LoadFault::Unreadable(detail) => at(&damaged::UNOPENABLE).found(Fact::Text(detail.clone())),
    }
}

/// Why an archive could not be opened.
pub(super) fn archive_finding(fault: &ArchiveFault, name: &str) -> Finding {
    let at = |rule| Finding::new(rule, in_file(name));
    match fault {
        ArchiveFault::Unreadable(fault) => load_finding(fault, name),
        ArchiveFault::Cut { bytes } => {
            at(&damaged::CUT).found(Fact::Amount(*bytes, AmountUnit::Bytes))
        }
        ArchiveFault::Damaged(detail) => at(&damaged::DAMAGED).found(Fact::Text(detail.clone())),
        ArchiveFault::Split => at(&archives::SPLIT),
        ArchiveFault::Empty => at(&archives::EMPTY),
        ArchiveFault::TooManyEntries { found, limit } => {
            too_large(name, AmountUnit::Files, *found, *limit)
        }
        ArchiveFault::TooLarge { found, limit } => {
            too_large(name, AmountUnit::UnpackedBytes, *found, *limit)
        }
        ArchiveFault::Document => {
            at(&damaged::NOT_A_WORKBOOK).found(Fact::Name(name_of_kind(FileKind::Zip).to_string()))
        }
    }
}

/// An archive that stands in an archive.
pub(super) fn nested_finding(kind: FileKind, name: &str) -> Finding {
    Finding::new(&archives::NESTED, in_file(name)).found(Fact::Name(name_of_kind(kind).to_string()))
}

fn too_large(name: &str, what: AmountUnit, found: u64, limit: u64) -> Finding {
    Finding::new(&damaged::TOO_LARGE, in_file(name))
        .found(Fact::Amount(found, what))
        .expected(Fact::Amount(limit, what))
}

/// Why a file could not be read.
pub fn read_finding(fault: &ReadFault, name: &str) -> Finding {
    let at = |rule| Finding::new(rule, in_file(name));
    match fault {
        ReadFault::NotAWorkbook(FileKind::Empty) => at(&damaged::EMPTY_FILE),
        ReadFault::OnlyZeros { bytes } => {
            at(&damaged::ONLY_ZEROS).found(Fact::Amount(*bytes, AmountUnit::Bytes))
        }
        ReadFault::NotAWorkbook(kind) => {
            at(rule_of_kind(*kind)).found(Fact::Name(name_of_kind(*kind).to_string()))
        }
        ReadFault::Password => at(&damaged::PASSWORD),
        ReadFault::Cut { bytes } => {
            at(&damaged::CUT).found(Fact::Amount(*bytes, AmountUnit::Bytes))
        }
        ReadFault::Damaged(detail) => at(&damaged::DAMAGED).found(Fact::Text(detail.clone())),
        ReadFault::DecimalCommas { line, text } => at(&file_kinds::DECIMAL_COMMAS)
            .found(Fact::Text(text.clone()))
            .expected(Fact::Number((*line).into())),
        ReadFault::TooLarge { what, found, limit } => {
            too_large(name, measure(*what), *found, *limit)
        }
        ReadFault::TimedOut { seconds } => {
            at(&reading::TOO_SLOW).found(Fact::Amount(*seconds, AmountUnit::Seconds))
        }
        ReadFault::OutOfMemory { limit_bytes } => {
            at(&reading::TOO_MUCH_MEMORY).found(Fact::Amount(*limit_bytes, AmountUnit::Bytes))
        }
        ReadFault::Crashed(detail) => at(&reading::CRASHED).found(Fact::Text(detail.clone())),
        ReadFault::NoChild(detail) => at(&reading::NOT_STARTED).found(Fact::Text(detail.clone())),
    }
}

/// Why the treatment of a file was stopped.
pub(super) fn stopped_finding(stopped: &Stopped, name: &str) -> Finding {
    let at = |rule| Finding::new(rule, in_file(name));
    match stopped {
        Stopped::TooSlow(seconds) => {
            at(&treatment::TOO_LONG).found(Fact::Amount(*seconds, AmountUnit::Seconds))
        }
        Stopped::Fault(words) => at(&treatment::FAULT).found(Fact::Text(words.clone())),
    }
}

/// A file for which slow ones left too little time.
pub(super) fn no_time_left(name: &str, spent: Duration) -> Finding {
    Finding::new(&treatment::NO_TIME_LEFT, in_file(name))
        .found(Fact::Amount(spent.as_secs(), AmountUnit::Seconds))
}

/// What to say of a file that is no workbook depends on what can be done with it.
fn rule_of_kind(kind: FileKind) -> &'static Rule {
    match kind {
        FileKind::Mail => &file_kinds::MAIL,
        FileKind::Frames => &file_kinds::FRAMES,
        FileKind::Rar | FileKind::SevenZip => &archives::NOT_ZIP,
        FileKind::Html
        | FileKind::WebArchive
        | FileKind::Xml
        | FileKind::Text
        | FileKind::OldExcel => &file_kinds::NO_TABLE_INSIDE,
        FileKind::Compound | FileKind::Unknown => &file_kinds::UNKNOWN_KIND,
        _ => &damaged::NOT_A_WORKBOOK,
    }
}

fn measure(bound: Bound) -> AmountUnit {
    match bound {
        Bound::FileBytes | Bound::AnswerBytes => AmountUnit::Bytes,
        Bound::InflatedBytes => AmountUnit::UnpackedBytes,
        Bound::Entries => AmountUnit::Parts,
        Bound::Cells => AmountUnit::Cells,
        Bound::TextBytes => AmountUnit::TextBytes,
        Bound::FormatBytes => AmountUnit::FormatBytes,
    }
}

/// Why a sheet could not be read, or not all of it.
pub fn sheet_finding(fault: &SheetFault, name: &str) -> Finding {
    let place = Place {
        sheet: Some(fault.sheet.clone()),
        ..in_file(name)
    };
    let at = |rule| Finding::new(rule, place.clone());
    match &fault.problem {
        SheetProblem::Missing => at(&unread::MISSING),
        SheetProblem::Doubled => at(&unread::DOUBLED),
        SheetProblem::Damaged(detail)
        | SheetProblem::CutShort {
            after: None,
            detail,
        } => at(&damaged::SHEET_UNREADABLE).found(Fact::Text(detail.clone())),
        SheetProblem::CutShort {
            after: Some(cell), ..
        } => {
            let mut finding = at(&unread::CUT).found(Fact::Name(cell.to_string()));
            finding.place.cell = Some(*cell);
            finding
        }
        SheetProblem::UnreadableCells { count, .. } => {
            at(&unread::CELLS).found(Fact::Amount(*count, AmountUnit::Cells))
        }
        SheetProblem::OutsideGrid { count, first } => at(&unread::OUTSIDE)
            .found(Fact::Amount(*count, AmountUnit::Cells))
            .expected(Fact::Name(first.clone())),
        SheetProblem::TooManyMerges { limit } => {
            at(&unread::MERGES).found(Fact::Amount(*limit, AmountUnit::MergedRanges))
        }
    }
}

/// Parts of the file that are damaged and hold no cells; a damaged sheet is told with its name.
pub(super) fn parts_finding(workbook: &Workbook, name: &str) -> Option<Finding> {
    const NAMED: usize = 5;
    let parts = workbook.damaged_parts.iter();
    let mut names: Vec<String> = parts
        .map(|part| part.name.clone())
        .filter(|name| !name.to_lowercase().contains("worksheets/sheet"))
        .collect();
    let further = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    if further > 0 {
        names.push(format!("… +{further}"));
    }
    let finding = Finding::new(&unread::PARTS, in_file(name));
    (!names.is_empty()).then(|| finding.found(Fact::Names(names)))
}

/// A file that was read as another kind than its extension says.
pub(super) fn other_format(kind: FileKind, name: &str) -> Option<Finding> {
    let (_, extension) = name.rsplit('/').next()?.rsplit_once('.')?;
    let claimed = match extension.to_lowercase().as_str() {
        "xlsx" | "xlsm" | "xltx" | "xltm" => FileKind::Xlsx,
        "xls" | "xlt" | "et" => FileKind::Xls,
        "xlsb" => FileKind::Xlsb,
        "ods" | "ots" => FileKind::Ods,
        "csv" | "tsv" | "txt" => FileKind::Text,
        "htm" | "html" => FileKind::Html,
        "xml" => FileKind::SpreadsheetMl2003,
        "pdf" => FileKind::Pdf,
        "doc" | "docx" => FileKind::Word,
        "zip" => FileKind::Zip,
        _ => return None,
    };
    let finding = Finding::new(&damaged::OTHER_FORMAT, in_file(name));
    let finding = finding
        .found(Fact::Name(name_of_kind(kind).to_string()))
        .expected(Fact::Name(format!(".{}", extension.to_lowercase())));
    (claimed != kind).then_some(finding)
}

/// Says of a file that its kind does not tell how cells look.
pub(super) fn looks_finding(kind: FileKind, name: &str) -> Option<Finding> {
    let finding = Finding::new(&unread::LOOKS, in_file(name));
    let finding = finding.found(Fact::Name(name_of_kind(kind).to_string()));
    (!kind.tells_looks()).then_some(finding)
}

/// What the bytes of a file are.
pub(super) fn kind_name(bytes: &[u8]) -> String {
    name_of_kind(crate::input::read::sniff(bytes)).to_string()
}

/// What people call a kind of file.
pub(super) fn name_of_kind(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Xlsx => "xlsx",
        FileKind::Xlsb => "xlsb",
        FileKind::Xls => "xls",
        FileKind::Ods => "ods",
        FileKind::EncryptedOoxml => "Office (mật khẩu)",
        FileKind::OldExcel => "Excel 2–4",
        FileKind::SpreadsheetMl2003 => "XML Excel 2003",
        FileKind::Html | FileKind::Frames => "HTML",
        FileKind::Mail => "EML/MSG",
        FileKind::WebArchive => "MHTML",
        FileKind::Zip | FileKind::BrokenZip => "ZIP",
        FileKind::Rar => "RAR",
        FileKind::SevenZip => "7-Zip",
        FileKind::Word => "Word",
        FileKind::PowerPoint => "PowerPoint",
        FileKind::OpenDocument => "OpenDocument",
        FileKind::Compound => "Office 97–2003",
        FileKind::Parquet => "Parquet",
        FileKind::Pdf => "PDF",
        FileKind::Image => "JPEG/PNG",
        FileKind::Xml => "XML",
        FileKind::Text => "TXT/CSV",
        FileKind::Empty | FileKind::Zeros => "0",
        FileKind::Unknown => "?",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_has_its_rule() {
        let load = |fault: LoadFault| load_finding(&fault, "a").rule.code;
        assert_eq!(load(LoadFault::Locked), "TH921");
        assert_eq!(load(LoadFault::NoPermission), "TH922");
        assert_eq!(load(LoadFault::PathTooLong), "TH923");
        assert_eq!(load(LoadFault::Gone), "TH924");
        assert_eq!(load(LoadFault::NetworkLost), "TH925");
        assert_eq!(load(LoadFault::InTheCloud), "TH926");
        assert_eq!(load(LoadFault::Link), "TH927");
        assert_eq!(load(LoadFault::Encrypted), "TH914");
        assert_eq!(load(LoadFault::Method(14)), "TH915");
        assert_eq!(load(LoadFault::Unreadable(String::new())), "TH905");
        let read = |fault: ReadFault| read_finding(&fault, "a").rule.code;
        assert_eq!(read(ReadFault::TimedOut { seconds: 30 }), "TH931");
        assert_eq!(read(ReadFault::OutOfMemory { limit_bytes: 1 }), "TH932");
        assert_eq!(read(ReadFault::Crashed(String::new())), "TH933");
        assert_eq!(read(ReadFault::NoChild(String::new())), "TH934");
        assert_eq!(read(ReadFault::OnlyZeros { bytes: 1 }), "TH908");
        assert_eq!(read(ReadFault::Cut { bytes: 1 }), "TH909");
        assert_eq!(
            archive_finding(&ArchiveFault::Split, "a").rule.code,
            "TH913"
        );
        let problem = SheetProblem::TooManyMerges { limit: 1 };
        let sheet = String::new();
        let merges = sheet_finding(&SheetFault { sheet, problem }, "a");
        assert_eq!(merges.rule.code, "TH946");
    }
}
