//! What became of each file of the folder.
//!
//! In: nothing; these are the words for it. Out: one row a file, from the inbox to the report.

use serde::{Deserialize, Serialize};

use crate::date;
use crate::ids::UnitId;

/// A file of the folder.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileRow {
    /// Its name within the folder, `/` between folders.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// SHA-256 of its bytes, hexadecimal. `None` if it was not read.
    pub sha256: Option<String>,
    /// When the document was last saved, ISO 8601, and where that was learned.
    pub saved: Option<(String, DateBasis)>,
    /// What kind of file it really is, such as `xlsx`.
    pub kind: String,
    /// The unit it came from, where that is known.
    pub unit: Option<UnitId>,
    /// The units that it may have come from, where that has to be decided.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<UnitId>,
    /// What became of it.
    pub fate: Fate,
}

/// Where a date was learned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateBasis {
    /// The document's own properties.
    Document,
    /// The file system.
    File,
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// It counts, and came in time (or there is no deadline, or no date).
    Counted,
    /// It counts, and came late.
    CountedLate,
    /// It was read, but another file of the unit counts.
    Superseded,
    /// It was read and does not count until somebody decides; a finding says why.
    Refused,
    /// It could not be read; a finding says why.
    Unreadable,
    /// It is not a return: a lock file, a system file, the campaign's own files.
    Ignored,
}

/// The file on the disk that a name leads to: an archive for the files in it. Folders do not end like files.
pub fn on_disk(name: &str) -> &str {
    const ENDINGS: [&str; 8] = [
        ".zip", ".xls", ".xlsx", ".xlsm", ".xlsb", ".ods", ".doc", ".docx",
    ];
    let slashes = name.match_indices('/').map(|(at, _)| at);
    slashes
        .filter_map(|at| name.get(..at))
        .find(|before| {
            let before = before.to_lowercase();
            ENDINGS.iter().any(|ending| before.ends_with(ending))
        })
        .unwrap_or(name)
}

impl FileRow {
    /// When this version was made; a document's own time goes before any time of the file system.
    pub fn version_time(&self) -> (bool, Option<&str>) {
        let saved = self.saved.as_ref();
        let is_own = saved.is_some_and(|(_, basis)| *basis == DateBasis::Document);
        (is_own, saved.map(|(time, _)| time.as_str()))
    }

    /// The day in Vietnam on which the document itself says it was last saved, `YYYY-MM-DD`. The file system's date says only
    /// when a copy was made, so it proves nothing.
    pub fn document_day(&self) -> Option<String> {
        match &self.saved {
            Some((time, DateBasis::Document)) => date::vietnam_day(time),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::on_disk;

    #[test]
    fn an_archive_is_what_stands_on_the_disk() {
        assert_eq!(on_disk("a/b.xlsx"), "a/b.xlsx");
        assert_eq!(on_disk("a/Gửi.ZIP/b/c.xlsx"), "a/Gửi.ZIP");
        assert_eq!(on_disk("b.zip"), "b.zip");
    }
}
