//! What lies in a campaign's folder and not in its inbox.
//!
//! In: the listing of the folder. Out: the files that a setting keeps from being looked at. Not for: what they hold.

use std::path::Path;

use crate::base::disk;
use crate::base::opening;
use crate::input::inbox::{Ignored, IgnoredBecause, Inbox, ignored_because};

/// How workbooks and archives begin: zip, the compound files of old Excel, rar, 7z.
const BEGINNINGS: [&[u8]; 4] = [
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"Rar!\x1a\x07",
    b"7z\xbc\xaf\x27\x1c",
];

/// What their names end in, for those that begin otherwise: a cut file, a web page saved as .xls.
const ENDINGS: [&str; 12] = [
    "xlsx", "xlsm", "xltx", "xltm", "xlsb", "xls", "xlt", "ods", "ots", "zip", "rar", "7z",
];

/// What other documents of offices end in, though they begin like workbooks.
const DOCUMENTS: [&str; 6] = ["docx", "doc", "pptx", "ppt", "odt", "odp"];

/// What people write beside a campaign's file; nobody returns it.
const NOTES: [&str; 4] = ["toml", "md", "txt", "json"];

fn ending(path: &Path) -> String {
    let ending = path.extension().unwrap_or_default();
    ending.to_string_lossy().to_lowercase()
}

/// Whether a file is a workbook or an archive, such as units send.
pub fn is_workbook_or_archive(path: &Path) -> bool {
    let is_file = disk::entry_or_link(path).is_ok_and(|metadata| metadata.is_regular());
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let ending = ending(path);
    if !is_file || ignored_because(&name, false).is_some() || DOCUMENTS.contains(&&*ending) {
        return false;
    }
    ENDINGS.contains(&&*ending) || {
        let start = opening::start(path, 8);
        start.is_ok_and(|bytes| BEGINNINGS.iter().any(|one| bytes.starts_with(one)))
    }
}

impl Inbox {
    /// Lists the files of `around` that are not in this inbox: `folder` is the campaign's folder, `returns` the inbox in it.
    pub fn leave_out(
        &mut self,
        around: &Inbox,
        folder: &Path,
        returns: &Path,
        is_result: &dyn Fn(&Path) -> bool,
    ) {
        let inner = returns.strip_prefix(folder).unwrap_or(returns);
        let up = "../".repeat(inner.components().count());
        let outside = around.received.iter().filter(|file| {
            !file.path.starts_with(returns)
                && !NOTES.contains(&&*ending(&file.path))
                && !is_result(&file.path)
        });
        self.ignored.extend(outside.map(|file| Ignored {
            name: format!("{up}{}", file.name),
            reason: IgnoredBecause::OutsideInbox,
        }));
        self.ignored.sort_by(|a, b| a.name.cmp(&b.name));
    }
}
