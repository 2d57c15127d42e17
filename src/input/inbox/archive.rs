//! Zip archives in the folder, read in place: each counts as a folder of its own.
//!
//! In: a received file that is an archive. Out: its entries as files of the folder, and the bytes of each when it is asked for,
//! one at a time. Not for: archives in archives, which are refused, or for other kinds of archive.

use std::collections::BTreeSet;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

use unicode_normalization::UnicodeNormalization;

use crate::base::moment;
use crate::base::outside::Shown;
use crate::input::inbox::directory::{self, ArchiveFault, DirectoryEntry};
use crate::input::inbox::{Ignored, Inbox, LoadFault, Received, Refused, ignored_because};
use crate::input::read::inflate::{Declared, Inflater};
use crate::input::read::{ReadLimits, charset};

/// Where a file stands in its archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArchiveEntry {
    header: u64,
    packed_bytes: u64,
    method: u16,
    declared: Declared,
}

impl Received {
    /// The files in this archive, as files of the folder.
    ///
    /// # Errors
    /// See [`ArchiveFault`].
    pub fn inside(&self, limits: &ReadLimits) -> Result<Inbox, ArchiveFault> {
        let (mut file, _) = Received::open(&self.path)?;
        let listed = directory::read(&mut file, limits.archive_entries)?;
        let is_main = |entry: &DirectoryEntry| {
            let name = entry.name.to_ascii_lowercase();
            name == b"[content_types].xml" || name == b"mimetype"
        };
        if listed.iter().any(is_main) {
            return Err(ArchiveFault::Document);
        }
        let found = listed
            .iter()
            .fold(0, |sum: u64, entry| sum.saturating_add(entry.bytes));
        let limit = limits.archive_bytes;
        if found > limit {
            return Err(ArchiveFault::TooLarge { found, limit });
        }
        let mut inbox = Inbox::default();
        let mut ignored = BTreeSet::new();
        for entry in listed {
            place(self, &entry, &mut inbox, &mut ignored);
        }
        if inbox.seen() == 0 {
            return Err(ArchiveFault::Empty);
        }
        inbox.sort();
        Ok(inbox)
    }
}

/// Puts an entry into its list. A folder is in no list, but one that is ignored stands for all that is in it.
fn place(
    archive: &Received,
    listed: &DirectoryEntry,
    inbox: &mut Inbox,
    ignored: &mut BTreeSet<String>,
) {
    let inner = shown(listed);
    if inner.ends_with('/') && listed.bytes == 0 {
        return;
    }
    let segments: Vec<&str> = inner
        .split('/')
        .filter(|segment| !segment.is_empty() && *segment != ".")
        .collect();
    let name = |count: usize| {
        let inner: Vec<&str> = segments.iter().take(count).copied().collect();
        format!("{}/{}", archive.name, inner.join("/"))
    };
    for (number, segment) in segments.iter().enumerate() {
        let is_folder = number + 1 < segments.len();
        if let Some(reason) = ignored_because(segment, is_folder) {
            let name = name(number + 1);
            if ignored.insert(name.clone()) {
                inbox.ignored.push(Ignored { name, reason });
            }
            return;
        }
    }
    let name = name(segments.len());
    if listed.is_link {
        let fault = LoadFault::Link;
        inbox.refused.push(Refused { name, fault });
        return;
    }
    inbox.received.push(Received {
        path: archive.path.clone(),
        name,
        size_bytes: listed.bytes,
        modified: moment::from_dos(listed.modified.0, listed.modified.1),
        entry: Some(ArchiveEntry {
            header: listed.header,
            packed_bytes: listed.packed_bytes,
            method: listed.method,
            declared: Declared {
                method: method(listed.method),
                encrypted: listed.is_encrypted,
                bytes: listed.bytes,
                crc: listed.crc,
            },
        }),
    });
}

const STORED: u16 = 0;
const DEFLATED: u16 = 8;

fn method(number: u16) -> zip::CompressionMethod {
    if number == STORED {
        zip::CompressionMethod::Stored
    } else {
        zip::CompressionMethod::Deflated
    }
}

/// The name of an entry as people read it, `/` between folders. Whoever packed it may have used UTF-8 or an old code page
/// without saying so.
fn shown(listed: &DirectoryEntry) -> String {
    let name = match &listed.unicode_name {
        Some(name) => name.clone(),
        None if listed.is_utf8 => Shown::bytes(&listed.name).into(),
        None => match std::str::from_utf8(&listed.name) {
            Ok(name) => name.to_string(),
            Err(_) => charset::vietnamese(&listed.name)
                .unwrap_or_else(|| charset::code_page_437(&listed.name)),
        },
    };
    let name: String = name.nfc().collect();
    Shown::line(&name).replace('\\', "/")
}

impl ArchiveEntry {
    /// Reads the bytes of the entry from its archive, at most `limit` of them. Their CRC is checked.
    ///
    /// # Errors
    /// See [`LoadFault`].
    pub(super) fn load(&self, archive: &Path, limit: u64) -> Result<Vec<u8>, LoadFault> {
        const HEADER_BYTES: u64 = 30;
        if self.declared.encrypted {
            return Err(LoadFault::Encrypted);
        }
        if ![STORED, DEFLATED].contains(&self.method) {
            return Err(LoadFault::Method(self.method));
        }
        // Deflate makes nothing larger by more than a few bytes in a thousand.
        let found = self.declared.bytes.max(self.packed_bytes / 2);
        if found > limit {
            return Err(LoadFault::TooLarge { found, limit });
        }
        let damaged = |detail: &str| LoadFault::Damaged(detail.to_string());
        let (mut file, _) = Received::open(archive)?;
        let mut header = Vec::new();
        file.seek(SeekFrom::Start(self.header))?;
        file.by_ref().take(HEADER_BYTES).read_to_end(&mut header)?;
        let lengths = match header.get(26..30) {
            Some(&[a, b, c, d]) if header.starts_with(b"PK\x03\x04") => {
                u64::from(u16::from_le_bytes([a, b])) + u64::from(u16::from_le_bytes([c, d]))
            }
            _ => return Err(damaged("its header is not where it should be")),
        };
        file.seek(SeekFrom::Start(self.header + HEADER_BYTES + lengths))?;
        let mut packed = Vec::new();
        file.take(self.packed_bytes).read_to_end(&mut packed)?;
        if (packed.len() as u64) < self.packed_bytes {
            return Err(damaged("it is cut off"));
        }
        let mut bytes = Vec::new();
        Inflater::new()
            .append(&packed, self.declared, &mut bytes)
            .map_err(LoadFault::Damaged)?;
        Ok(bytes)
    }
}
