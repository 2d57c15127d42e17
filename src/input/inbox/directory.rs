//! The directory of a zip archive on disk, with every claim in it checked before it is believed.
//!
//! In: an archive, opened. Out: its entries, as they are listed. Not for: their content, which `archive` reads, or for the parts
//! of a workbook, which `read` inflates in memory.
//!
//! Why not zip's own reader: it makes room for as many entries as there are, and of two entries of one name it shows one.

use std::io::{Read, Seek, SeekFrom};

use crate::input::inbox::LoadFault;
use crate::input::read::inflate::crc32;
use crate::input::read::le::{u16_at, u32_at};

/// Why an archive could not be opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ArchiveFault {
    /// The archive itself could not be read.
    #[error(transparent)]
    Unreadable(#[from] LoadFault),
    /// The end of the archive is missing.
    #[error("the archive is cut after {bytes} bytes")]
    Cut {
        /// How much of it there is, in bytes.
        bytes: u64,
    },
    /// The archive is damaged; the text says how, in English.
    #[error("the archive is damaged: {0}")]
    Damaged(String),
    /// The archive is one of several volumes.
    #[error("the archive is one of several volumes")]
    Split,
    /// The archive has more entries than accepted.
    #[error("the archive has {found} entries, accepted are at most {limit}")]
    TooManyEntries {
        /// How many there are; at least this many.
        found: u64,
        /// How many are accepted.
        limit: u64,
    },
    /// What is in the archive takes more room than accepted.
    #[error("the archive holds {found} bytes, accepted are at most {limit}")]
    TooLarge {
        /// The declared sizes together, in bytes.
        found: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// There is no file in the archive.
    #[error("there is no file in the archive")]
    Empty,
    /// The zip file is an office document.
    #[error("this is an office document")]
    Document,
}

/// One entry of the directory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct DirectoryEntry {
    pub(super) name: Vec<u8>,
    /// The name in the Unicode extra field, where there is one for this very name.
    pub(super) unicode_name: Option<String>,
    pub(super) is_utf8: bool,
    pub(super) is_encrypted: bool,
    pub(super) is_link: bool,
    pub(super) method: u16,
    /// MS-DOS date and time.
    pub(super) modified: (u16, u16),
    pub(super) crc: u32,
    pub(super) packed_bytes: u64,
    pub(super) bytes: u64,
    /// Where the entry's own header stands in the file.
    pub(super) header: u64,
}

const END_BYTES: usize = 22;
const ENTRY_BYTES: usize = 46;
/// The end record with the longest comment, and the locator of zip64 before it.
const TAIL_BYTES: u64 = END_BYTES as u64 + 65_535 + 20;
/// A directory of this size has room for 2,000 entries with 8 KiB of name and extra fields each.
const DIRECTORY_BYTES: u64 = 16 << 20;

/// Where the directory is, by the record at the end of the file.
struct EndRecord {
    entries: u64,
    bytes: u64,
    /// Where the directory says that it begins.
    claimed_start: u64,
    /// Where what follows the directory begins.
    after: u64,
}

fn short(bytes: &[u8], at: usize) -> u16 {
    u16_at(bytes, at).unwrap_or_default()
}

fn long(bytes: &[u8], at: usize) -> u32 {
    u32_at(bytes, at).unwrap_or_default()
}

fn huge(bytes: &[u8], at: usize) -> u64 {
    u64::from(long(bytes, at)) | u64::from(long(bytes, at + 4)) << 32
}

fn damaged(detail: &str) -> ArchiveFault {
    ArchiveFault::Damaged(detail.to_string())
}

/// Reads a piece of the file, which must be there.
fn piece(file: &mut (impl Read + Seek), at: u64, bytes: u64) -> Result<Vec<u8>, ArchiveFault> {
    let mut piece = Vec::new();
    file.seek(SeekFrom::Start(at))
        .and_then(|_| file.by_ref().take(bytes).read_to_end(&mut piece))
        .map_err(LoadFault::from)?;
    if piece.len() as u64 == bytes {
        Ok(piece)
    } else {
        Err(damaged("the archive is cut"))
    }
}

/// Reads the directory of an archive with at most `limit` entries.
///
/// # Errors
/// See [`ArchiveFault`].
pub(super) fn read(
    file: &mut (impl Read + Seek),
    limit: u64,
) -> Result<Vec<DirectoryEntry>, ArchiveFault> {
    let end = end(file)?;
    let too_many = |found| ArchiveFault::TooManyEntries { found, limit };
    if end.entries > limit {
        return Err(too_many(end.entries));
    }
    if end.bytes > DIRECTORY_BYTES || end.bytes > end.after {
        return Err(damaged("the directory has an impossible size"));
    }
    // Something may stand before the archive, such as a program that unpacks it.
    let start = end.after - end.bytes;
    let shift = start.checked_sub(end.claimed_start);
    let shift = shift.ok_or_else(|| damaged("the directory is not where it should be"))?;
    let directory = piece(file, start, end.bytes)?;
    let mut rest = directory.as_slice();
    let mut entries = Vec::new();
    // All that is there counts, whatever number is claimed.
    while rest.starts_with(b"PK\x01\x02") {
        if entries.len() as u64 >= limit {
            return Err(too_many(limit + 1));
        }
        let (entry, bytes) = listed(rest, shift)?;
        entries.push(entry);
        rest = rest.get(bytes..).unwrap_or_default();
    }
    if (entries.len() as u64) < end.entries {
        return Err(damaged("the directory is cut"));
    }
    Ok(entries)
}

/// Finds the end record, which stands in front of a comment at the end of the file.
fn end(file: &mut (impl Read + Seek)) -> Result<EndRecord, ArchiveFault> {
    let length = file.seek(SeekFrom::End(0)).map_err(LoadFault::from)?;
    let tail_start = length.saturating_sub(TAIL_BYTES);
    let tail = piece(file, tail_start, length - tail_start)?;
    let mut places = memchr::memmem::rfind_iter(&tail, b"PK\x05\x06");
    let at = places
        .find(|&at| at + END_BYTES + usize::from(short(&tail, at + 20)) <= tail.len())
        .ok_or(ArchiveFault::Cut { bytes: length })?;
    let record = tail.get(at..).unwrap_or_default();
    if ![0, u16::MAX].contains(&short(record, 4)) {
        return Err(ArchiveFault::Split);
    }
    let end = EndRecord {
        entries: u64::from(short(record, 10)),
        bytes: u64::from(long(record, 12)),
        claimed_start: u64::from(long(record, 16)),
        after: tail_start + at as u64,
    };
    let is_zip64 = end.entries == u64::from(u16::MAX)
        || [end.bytes, end.claimed_start].contains(&u64::from(u32::MAX));
    let locator = at.checked_sub(20).and_then(|start| tail.get(start..at));
    match locator {
        Some(locator) if is_zip64 && locator.starts_with(b"PK\x06\x07") => {
            zip64_end(file, huge(locator, 8))
        }
        _ => Ok(end),
    }
}

fn zip64_end(file: &mut (impl Read + Seek), after: u64) -> Result<EndRecord, ArchiveFault> {
    let record = piece(file, after, 56)?;
    if !record.starts_with(b"PK\x06\x06") {
        return Err(damaged("the directory is not where it should be"));
    }
    Ok(EndRecord {
        entries: huge(&record, 32),
        bytes: huge(&record, 40),
        claimed_start: huge(&record, 48),
        after,
    })
}

/// The entry at the start of these bytes, and how many bytes it takes.
fn listed(bytes: &[u8], shift: u64) -> Result<(DirectoryEntry, usize), ArchiveFault> {
    const UNIX: u16 = 3;
    let cut = || damaged("the directory is cut");
    let name_end = ENTRY_BYTES + usize::from(short(bytes, 28));
    let extra_end = name_end + usize::from(short(bytes, 30));
    let name = bytes.get(ENTRY_BYTES..name_end).ok_or_else(cut)?;
    let extra = bytes.get(name_end..extra_end).ok_or_else(cut)?;
    let flags = short(bytes, 8);
    let made_by_unix = short(bytes, 4) >> 8 == UNIX;
    let mut entry = DirectoryEntry {
        name: name.to_vec(),
        is_utf8: flags & (1 << 11) != 0,
        is_encrypted: flags & 1 != 0,
        is_link: made_by_unix && (long(bytes, 38) >> 28) == 0xA,
        method: short(bytes, 10),
        modified: (short(bytes, 14), short(bytes, 12)),
        crc: long(bytes, 16),
        packed_bytes: u64::from(long(bytes, 20)),
        bytes: u64::from(long(bytes, 24)),
        header: u64::from(long(bytes, 42)),
        unicode_name: None,
    };
    entry.extra_fields(extra);
    entry.header = entry.header.saturating_add(shift);
    Ok((entry, extra_end + usize::from(short(bytes, 32))))
}

impl DirectoryEntry {
    fn extra_fields(&mut self, mut extra: &[u8]) {
        const ZIP64: u16 = 0x0001;
        const UNICODE_PATH: u16 = 0x7075;
        while extra.len() >= 4 {
            let end = 4 + usize::from(short(extra, 2));
            let field = extra.get(4..end).unwrap_or_default();
            match short(extra, 0) {
                ZIP64 => self.zip64(field),
                UNICODE_PATH => self.unicode_name = self.unicode_path(field),
                _ => {}
            }
            extra = extra.get(end..).unwrap_or_default();
        }
    }

    /// Takes the sizes that did not fit into 32 bits.
    fn zip64(&mut self, field: &[u8]) {
        let mut numbers = field.chunks_exact(8).map(|eight| huge(eight, 0));
        for value in [&mut self.bytes, &mut self.packed_bytes, &mut self.header] {
            if *value == u64::from(u32::MAX)
                && let Some(number) = numbers.next()
            {
                *value = number;
            }
        }
    }

    /// The name in UTF-8, if the field was made for the name that is there.
    fn unicode_path(&self, field: &[u8]) -> Option<String> {
        let fits = field.first() == Some(&1) && long(field, 1) == crc32(&self.name);
        let name = field.get(5..).filter(|_| fits)?;
        String::from_utf8(name.to_vec()).ok()
    }
}
