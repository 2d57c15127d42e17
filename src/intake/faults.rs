//! What keeps a file, an archive or a sheet from being read, as findings.
//!
//! In: the faults of the input layer. Out: findings with their rules and facts. Not for: the words, which the rules hold.

use rust_decimal::Decimal;

use crate::finding::{Fact, Finding, Place};
use crate::inbox::{ArchiveFault, LoadFault};
use crate::read::{FileKind, ReadFault, SheetFault};
use crate::rules::{archives, damaged};

/// The place of a whole file.
pub(super) fn in_file(name: &str) -> Place {
    Place {
        file: Some(name.to_string()),
        ..Place::default()
    }
}

/// Why the bytes of a file could not be had.
pub(super) fn load_finding(fault: &LoadFault, name: &str) -> Finding {
    match fault {
        LoadFault::TooLarge { found, limit } => too_large(name, "bytes", *found, *limit),
        LoadFault::Encrypted => Finding::new(&archives::LOCKED, in_file(name)),
        LoadFault::Method(number) => {
            Finding::new(&archives::METHOD, in_file(name)).found(Fact::Number((*number).into()))
        }
        LoadFault::Damaged(detail) => {
            Finding::new(&damaged::DAMAGED, in_file(name)).found(Fact::Text(detail.clone()))
        }
        _ => Finding::new(&damaged::UNOPENABLE, in_file(name)).found(Fact::Text(fault.to_string())),
    }
}

/// Why an archive could not be opened.
pub(super) fn archive_finding(fault: &ArchiveFault, name: &str) -> Finding {
    let at = || in_file(name);
    match fault {
        ArchiveFault::Unreadable(fault) => load_finding(fault, name),
        ArchiveFault::Damaged(detail) => {
            Finding::new(&damaged::DAMAGED, at()).found(Fact::Text(detail.clone()))
        }
        ArchiveFault::Split => Finding::new(&archives::SPLIT, at()),
        ArchiveFault::Empty => Finding::new(&archives::EMPTY, at()),
        ArchiveFault::TooManyEntries { found, limit } => too_large(name, "files", *found, *limit),
        ArchiveFault::TooLarge { found, limit } => too_large(name, "bytes", *found, *limit),
        ArchiveFault::Document => Finding::new(&damaged::NOT_A_WORKBOOK, at())
            .found(Fact::Name(name_of_kind(FileKind::Zip).to_string())),
    }
}

/// An archive that stands in an archive.
pub(super) fn nested_finding(kind: FileKind, name: &str) -> Finding {
    Finding::new(&archives::NESTED, in_file(name)).found(Fact::Name(name_of_kind(kind).to_string()))
}

fn too_large(name: &str, what: &str, found: u64, limit: u64) -> Finding {
    Finding::new(&damaged::TOO_LARGE, in_file(name))
        .found(Fact::Name(format!("{found} {what}")))
        .expected(Fact::Number(Decimal::from(limit)))
}

/// Why a file could not be read.
pub fn read_finding(fault: &ReadFault, name: &str) -> Finding {
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

/// Why a sheet could not be read, or not all of it.
pub fn sheet_finding(fault: &SheetFault, name: &str) -> Finding {
    let place = Place {
        sheet: Some(fault.sheet.clone()),
        ..in_file(name)
    };
    Finding::new(&damaged::SHEET_UNREADABLE, place).found(Fact::Text(fault.problem.to_string()))
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

/// What the bytes of a file are.
pub(super) fn kind_name(bytes: &[u8]) -> String {
    name_of_kind(crate::read::sniff(bytes)).to_string()
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
        FileKind::Html => "HTML",
        FileKind::WebArchive => "MHTML",
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
