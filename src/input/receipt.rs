//! What became of each file of the folder.
//!
//! In: nothing; these are the words for it. Out: one row a file, from the inbox to the report.

use serde::{Deserialize, Serialize};

use crate::base::date::Day;
use crate::base::ids::UnitId;
use crate::base::moment::{Local, Moment};
use crate::campaign::decisions::decided_file::{DecidedFile, content_key};

/// A file of the folder.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileRow {
    /// Its name within the folder, `/` between folders.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// SHA-256 of its bytes, hexadecimal. `None` if it was not read.
    pub sha256: Option<String>,
    /// When the document was last saved, and where that was learned.
    pub saved: Option<(Moment, DateBasis)>,
    /// When the document was made, where its own properties say so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made: Option<Moment>,
    /// Whether appraised scores stand in it: then whoever appraised it saved it last, and not the unit.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub appraised: bool,
    /// What kind of file it really is, such as `xlsx`.
    pub kind: String,
    /// The unit it came from, where that is known.
    pub unit: Option<UnitId>,
    /// The units that it may have come from, where that has to be decided.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<UnitId>,
    /// What was decided of it: whose it is, then whether it counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decided: Vec<DecidedFile>,
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

/// Whether a file was in time, as far as its document can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// Its unit saved it by the deadline.
    InTime,
    /// Its unit saved it after the deadline.
    Late,
    /// The document has no time of its own; a date of the file system is that of a copy and tells nothing.
    Unknown,
    /// It was saved after the deadline by whoever appraised it, and made before: the unit may have saved it on either side.
    Appraised,
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// It counts; whether it came in time, [`FileRow::timing`] says.
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
    /// Whether its contents are those of a key, as [`content_key`] has it.
    pub fn has_contents(&self, key: &str) -> bool {
        let sha256 = self.sha256.as_deref();
        sha256.is_some_and(|sha256| content_key(sha256) == key)
    }

    /// When this version was made; a document's own time goes before any time of the file system.
    /// Times compare as instants, not as texts.
    pub fn version_time(&self) -> (bool, Option<Option<Local>>) {
        let saved = self.saved.as_ref();
        let is_own = saved.is_some_and(|(_, basis)| *basis == DateBasis::Document);
        (is_own, saved.map(|(time, _)| time.local()))
    }

    /// Whether it was in time for a deadline. The unit saved a document no later than it was last saved, and no
    /// earlier than it was made; who saved it last, its unit or whoever appraised it, makes the difference.
    pub fn timing(&self, deadline: Day) -> Timing {
        let Some(saved) = self.document_day() else {
            return Timing::Unknown;
        };
        let made = self.made.as_ref().and_then(Moment::day);
        if saved <= deadline {
            Timing::InTime
        } else if !self.appraised || made.is_some_and(|made| made > deadline) {
            Timing::Late
        } else {
            Timing::Appraised
        }
    }

    /// The day that shows a late document to be late: when its unit saved it, or, once it was appraised, when it was made.
    pub fn late_day(&self) -> Option<Day> {
        if self.appraised {
            self.made.as_ref().and_then(Moment::day)
        } else {
            self.document_day()
        }
    }

    /// The day in Vietnam on which the document itself says it was last saved. The file system's date says only
    /// when a copy was made, so it proves nothing.
    pub fn document_day(&self) -> Option<Day> {
        match &self.saved {
            Some((time, DateBasis::Document)) => time.day(),
            _ => None,
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn deadline() -> Day {
        Day::new(2018, 1, 31).unwrap()
    }

    fn row(saved: &str, basis: DateBasis, made: Option<&str>, appraised: bool) -> FileRow {
        FileRow {
            name: "a.xlsx".to_string(),
            bytes: 1,
            sha256: None,
            saved: Some((saved.to_string().into(), basis)),
            made: made.map(|made| made.to_string().into()),
            appraised,
            kind: String::new(),
            unit: None,
            candidates: Vec::new(),
            decided: Vec::new(),
            fate: Fate::Counted,
        }
    }

    #[test]
    fn only_what_the_unit_did_makes_a_document_late() {
        let timing = |saved, made, appraised| {
            row(saved, DateBasis::Document, made, appraised).timing(deadline())
        };
        let (before, after) = ("2018-01-31T16:59:59Z", "2018-01-31T17:00:00Z");
        assert_eq!(timing(before, None, false), Timing::InTime);
        assert_eq!(timing(after, None, false), Timing::Late);
        assert_eq!(timing(after, Some(before), false), Timing::Late);
        assert_eq!(timing(before, None, true), Timing::InTime);
        assert_eq!(timing(after, None, true), Timing::Appraised);
        assert_eq!(timing(after, Some(before), true), Timing::Appraised);
        assert_eq!(timing(after, Some(after), true), Timing::Late);
    }

    #[test]
    fn a_date_of_the_disk_is_neither_late_nor_in_time() {
        for time in ["2018-01-01T00:00:00Z", "2019-01-01T00:00:00Z"] {
            let row = row(time, DateBasis::File, None, false);
            assert_eq!(row.timing(deadline()), Timing::Unknown);
        }
    }

    #[test]
    fn an_archive_is_what_stands_on_the_disk() {
        assert_eq!(on_disk("a/b.xlsx"), "a/b.xlsx");
        assert_eq!(on_disk("a/Gửi.ZIP/b/c.xlsx"), "a/Gửi.ZIP");
        assert_eq!(on_disk("b.zip"), "b.zip");
    }
}
