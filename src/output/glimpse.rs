//! A file that may be ours, as far as it has to be looked at to tell.
//!
//! In: a file, opened once, or its bytes. Out: how it begins, how it ends, and the custom properties of a package. Not for: what is in
//! it.

use std::io::{self, BufReader, Cursor, Read, Seek, SeekFrom};
use std::path::Path;

use zip::ZipArchive;

use crate::base::opening;
use crate::campaign::book::STAMP;
use crate::campaign::decisions;

/// Bytes at the start that are looked at.
const START: u64 = 1024;
/// Bytes of the properties, and of the end, that are looked at; our own have less than a thousand.
const LOOKED_AT: u64 = 64 * 1024;

/// What is looked at of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glimpse {
    /// Its first bytes.
    pub start: Vec<u8>,
    /// Its last bytes.
    pub end: Vec<u8>,
    /// The part of a package (.xlsx and others) that holds its custom document properties. Empty: it is no package, or has none.
    pub properties: Vec<u8>,
}

impl Glimpse {
    /// Looks at a file.
    ///
    /// # Errors
    /// It cannot be opened or read.
    pub fn open(path: &Path) -> io::Result<Glimpse> {
        Glimpse::look(BufReader::new(opening::open(path)?))
    }

    /// Looks at all bytes of a file.
    pub fn bytes(bytes: &[u8]) -> Glimpse {
        // Nothing refuses to be read that is in memory.
        Glimpse::look(Cursor::new(bytes)).unwrap_or_default()
    }

    /// Looks at the start of a text.
    pub fn text(bytes: &[u8]) -> Glimpse {
        let start = bytes.get(..START as usize).unwrap_or(bytes);
        Glimpse {
            start: start.to_vec(),
            ..Glimpse::default()
        }
    }

    /// Looks at what is read from its start.
    ///
    /// # Errors
    /// It cannot be read.
    pub(super) fn look(mut file: impl Read + Seek) -> io::Result<Glimpse> {
        let mut found = Glimpse::default();
        (&mut file).take(START).read_to_end(&mut found.start)?;
        let length = file.seek(SeekFrom::End(0))?;
        file.seek(SeekFrom::Start(length.saturating_sub(LOOKED_AT)))?;
        (&mut file).take(LOOKED_AT).read_to_end(&mut found.end)?;
        found.properties = properties(file).unwrap_or_default();
        Ok(found)
    }

    /// Whether a custom document property has this name.
    pub fn has_property(&self, name: &str) -> bool {
        contains(&self.properties, &format!("name=\"{name}\""))
    }

    /// Whether it is a decision workbook.
    pub fn is_decisions(&self) -> bool {
        self.has_property(decisions::STAMP)
    }

    /// Whether the first bytes hold a text.
    pub fn begins_with(&self, text: &str) -> bool {
        contains(&self.start, text)
    }
}

/// Whether a file is a decision workbook that this program wrote, filled in or not. A file that cannot be read is not.
pub fn is_decisions(path: &Path) -> bool {
    Glimpse::open(path).is_ok_and(|found| found.is_decisions())
}

/// Whether a file is a campaign workbook that this program wrote, corrected or not. A file that cannot be read is not.
pub fn is_campaign(path: &Path) -> bool {
    Glimpse::open(path).is_ok_and(|found| found.has_property(STAMP))
}

fn properties(file: impl Read + Seek) -> io::Result<Vec<u8>> {
    let mut archive = ZipArchive::new(file)?;
    let part = archive.by_name("docProps/custom.xml")?;
    let mut properties = Vec::new();
    part.take(LOOKED_AT).read_to_end(&mut properties)?;
    Ok(properties)
}

fn contains(bytes: &[u8], text: &str) -> bool {
    memchr::memmem::find(bytes, text.as_bytes()).is_some()
}
