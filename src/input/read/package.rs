//! The guard for zip packages: every part inflated once, within bounds and to its end, into a stored zip.
//!
//! In: the bytes of a zip file. Out: a package whose parts are checked against their CRC, can be mended in place, and can be
//! given to calamine without any further danger of inflation. Not for: what the parts mean.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::io::Cursor;

use serde::{Deserialize, Serialize};
use zip::ZipArchive;

use crate::input::read::charset;
use crate::input::read::fault::{Bound, ReadFault};
use crate::input::read::inflate::{Declared, Inflater, MOST_TIMES, crc32};
use crate::input::read::limits::ReadLimits;
use crate::input::read::stored::{self, PackagePart};

/// A zip package in memory, all parts inflated.
#[derive(Debug)]
pub(super) struct Package {
    zip: Vec<u8>,
    parts: Vec<PackagePart>,
    index: HashMap<String, usize>,
    damaged: Vec<DamagedPart>,
}

/// A part that could not be inflated to its end, or whose CRC is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DamagedPart {
    /// Its name in the package.
    pub name: String,
    /// What is wrong, in English.
    pub detail: String,
}

impl fmt::Display for DamagedPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name, self.detail)
    }
}

/// The form in which part names are compared: calamine's.
fn normal(name: &str) -> Cow<'_, str> {
    let is_plain = |byte: u8| byte != b'\\' && !byte.is_ascii_uppercase();
    if name.bytes().all(is_plain) {
        return Cow::Borrowed(name);
    }
    let mut normal = name.to_ascii_lowercase();
    if normal.contains('\\') {
        normal = normal.replace('\\', "/");
    }
    Cow::Owned(normal)
}

/// Folders whose parts hold no cells; their bytes are checked and then dropped.
const DROPPED_FOLDERS: [&str; 16] = [
    "media",
    "drawings",
    "embeddings",
    "printersettings",
    "charts",
    "chartsheets",
    "pivotcache",
    "pivottables",
    "activex",
    "ctrlprops",
    "externallinks",
    "customxml",
    "pictures",
    "theme",
    "thumbnails",
    "configurations2",
];

/// The same for parts of their own, whatever folder they are in. What the program that wrote the file says of itself is of no use.
const DROPPED_FILES: [&str; 3] = ["calcchain.xml", "vbaproject.bin", "app.xml"];

/// Whether a part tells what stands beside the cells of a sheet: the relationships of sheets, drawings, comments.
fn is_beside(normal_name: &str) -> bool {
    let (folders, file) = normal_name.rsplit_once('/').unwrap_or(("", normal_name));
    folders.ends_with("worksheets/_rels")
        || (folders.ends_with("drawings") && file.starts_with("drawing"))
        || file.starts_with("comment")
}

/// Whether a part may hold cells, or is needed to find them.
fn is_kept(normal_name: &str) -> bool {
    let (folders, file) = normal_name.rsplit_once('/').unwrap_or(("", normal_name));
    let mut folders = folders.split('/');
    // The relationships of sheets lead to drawings and comments only.
    let of_a_sheet = folders.clone().rev().take(2).eq(["_rels", "worksheets"]);
    !of_a_sheet
        && !folders.any(|folder| DROPPED_FOLDERS.contains(&folder))
        && !DROPPED_FILES.contains(&file)
        && !file.starts_with("comments")
}

/// The zip directory of a file, once the number of its entries is known to be bounded.
///
/// # Errors
/// [`ReadFault::TooLarge`] for too many entries, [`ReadFault::Cut`] if there is no directory, [`ReadFault::Damaged`] if it cannot
/// be read.
pub(super) fn directory<'a>(
    bytes: &'a [u8],
    limits: &ReadLimits,
) -> Result<ZipArchive<Cursor<&'a [u8]>>, ReadFault> {
    // An entry takes at least 46 bytes in the directory, so that small files need no count.
    if bytes.len() as u64 > limits.entries.saturating_mul(46) {
        let found = memchr::memmem::find_iter(bytes, b"PK\x01\x02").count() as u64;
        within(Bound::Entries, found, limits.entries)?;
    }
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| {
        if memchr::memmem::rfind(bytes, b"PK\x05\x06").is_none() {
            return ReadFault::Cut {
                bytes: bytes.len() as u64,
            };
        }
        ReadFault::Damaged(format!("zip directory: {error}"))
    })?;
    within(Bound::Entries, archive.len() as u64, limits.entries)?;
    Ok(archive)
}

/// Refuses what is above its limit.
///
/// # Errors
/// [`ReadFault::TooLarge`].
pub(super) fn within(what: Bound, found: u64, limit: u64) -> Result<(), ReadFault> {
    if found > limit {
        return Err(ReadFault::TooLarge { what, found, limit });
    }
    Ok(())
}

impl Package {
    /// Inflates every part of a zip file, whose bytes and directory these are.
    ///
    /// # Errors
    /// [`ReadFault::TooLarge`] if the declared sizes together are above the limit; no part may be larger than declared. A part that is damaged is left out and listed, not an error.
    pub(super) fn inflate(
        mut archive: ZipArchive<Cursor<&[u8]>>,
        bytes: &[u8],
        limits: &ReadLimits,
    ) -> Result<Self, ReadFault> {
        let declared = declared_bytes(&archive);
        within(Bound::InflatedBytes, declared, limits.inflated_bytes)?;
        // The declared size is a claim, so room is made only for what is possible, and for all of that at once: a buffer that
        // grows takes twice what it needs.
        let possible = (bytes.len() as u64).saturating_mul(MOST_TIMES);
        let expected = declared.min(possible) as usize;
        let mut package = Package {
            zip: Vec::with_capacity(expected + archive.len() * 256),
            parts: Vec::with_capacity(archive.len()),
            index: HashMap::with_capacity(archive.len()),
            damaged: Vec::new(),
        };
        let mut inflater = Inflater::new();
        for number in 0..archive.len() {
            package.take_part(&mut archive, number, bytes, &mut inflater);
        }
        Ok(package)
    }

    fn take_part(
        &mut self,
        archive: &mut ZipArchive<Cursor<&[u8]>>,
        number: usize,
        bytes: &[u8],
        inflater: &mut Inflater,
    ) {
        let name = match archive.name_for_index(number) {
            Some(Ok(name)) => name.into_owned(),
            _ => format!("part {number}"),
        };
        if name.ends_with('/') {
            return;
        }
        let header = self.zip.len();
        stored::begin_part(&mut self.zip, &name);
        let crc = raw_part(archive, number, bytes).and_then(|(raw, declared)| {
            let appended = inflater.append(raw, declared, &mut self.zip);
            appended.map(|()| declared.crc)
        });
        let key = normal(&name);
        let (is_kept, is_beside) = (is_kept(&key), is_beside(&key));
        match crc {
            Ok(crc) if is_kept || is_beside => {
                self.keep(name, header, crc, is_kept);
                self.in_utf8();
            }
            Ok(_) => self.zip.truncate(header),
            Err(detail) => {
                self.zip.truncate(header);
                self.damaged.push(DamagedPart { name, detail });
            }
        }
    }

    fn keep(&mut self, name: String, header: usize, crc: u32, is_listed: bool) {
        let content = header + stored::header_bytes(&name)..self.zip.len();
        let key = normal(&name).into_owned();
        self.index.insert(key, self.parts.len());
        self.parts.push(PackagePart {
            name,
            header,
            content,
            crc,
            is_listed,
            changed: false,
        });
    }

    /// Puts the part that came last into UTF-8 where it is XML in UTF-16. It grows by half at most, where all letters take three bytes.
    fn in_utf8(&mut self) {
        let Some(part) = self.parts.last_mut() else {
            return;
        };
        let content = self.zip.get(part.content.clone()).unwrap_or_default();
        if let Some(text) = charset::utf16_part(content) {
            self.zip.truncate(part.content.start);
            self.zip.reserve_exact(text.len());
            self.zip.extend_from_slice(text.as_bytes());
            part.content.end = self.zip.len();
            part.changed = true;
        }
    }

    /// The number of the part with this name, compared as calamine compares.
    pub(super) fn find(&self, name: &str) -> Option<usize> {
        self.index.get(normal(name).as_ref()).copied()
    }

    /// The name of a part by its number.
    pub(super) fn name(&self, part: usize) -> &str {
        self.parts.get(part).map_or("", |part| part.name.as_str())
    }

    /// The bytes of a part by its number.
    pub(super) fn content(&self, part: usize) -> &[u8] {
        self.parts
            .get(part)
            .and_then(|part| self.zip.get(part.content.clone()))
            .unwrap_or_default()
    }

    /// The bytes of a part by its name.
    pub(super) fn named(&self, name: &str) -> Option<&[u8]> {
        self.find(name).map(|part| self.content(part))
    }

    /// Why a part was left out, if it was.
    pub(super) fn damage(&self, name: &str) -> Option<&DamagedPart> {
        let key = normal(name);
        self.damaged.iter().find(|part| normal(&part.name) == key)
    }

    /// All parts that were left out.
    pub(super) fn damaged_parts(&self) -> Vec<DamagedPart> {
        self.damaged.clone()
    }

    /// The first part that was left out and may hold cells.
    pub(super) fn damaged_cells(&self) -> Option<&DamagedPart> {
        let mut damaged = self.damaged.iter();
        damaged.find(|part| is_kept(&normal(&part.name)))
    }

    /// Adds a part if there is none of this name.
    pub(super) fn supply(&mut self, name: &str, content: &[u8]) {
        if self.find(name).is_none() {
            let header = self.zip.len();
            stored::begin_part(&mut self.zip, name);
            self.zip.extend_from_slice(content);
            self.keep(name.to_string(), header, 0, true);
            if let Some(part) = self.parts.last_mut() {
                part.changed = true;
            }
        }
    }

    /// Overwrites one byte of a part with `X`: how names that would mislead calamine are taken out of its sight.
    pub(super) fn cross_out(&mut self, part: usize, offset: usize) {
        if let Some(part) = self.parts.get_mut(part) {
            let place = part.content.start + offset;
            if let Some(byte) = self.zip.get_mut(place).filter(|_| place < part.content.end) {
                *byte = b'X';
                part.changed = true;
            }
        }
    }

    /// The numbers of the parts that calamine gets to see.
    pub(super) fn listed(&self) -> Vec<usize> {
        let parts = self.parts.iter().enumerate();
        let listed = parts.filter(|(_, part)| part.is_listed);
        listed.map(|(number, _)| number).collect()
    }

    /// Shortens a part in place: `keep` moves what stays to the front and says how many bytes that is.
    pub(super) fn shorten(&mut self, part: usize, keep: impl FnOnce(&mut [u8]) -> usize) {
        let Some(part) = self.parts.get_mut(part) else {
            return;
        };
        if let Some(content) = self.zip.get_mut(part.content.clone()) {
            let length = keep(content).min(part.content.len());
            part.changed |= length < part.content.len();
            part.content.end = part.content.start + length;
        }
    }

    /// The bytes of a part, to be changed in place.
    pub(super) fn content_mut(&mut self, part: usize) -> &mut [u8] {
        let Some(part) = self.parts.get_mut(part) else {
            return &mut [];
        };
        part.changed = true;
        self.zip.get_mut(part.content.clone()).unwrap_or_default()
    }

    /// Closes the stored zip, so that [`Package::zip`] can be read.
    pub(super) fn finish(&mut self) {
        for part in self.parts.iter_mut().filter(|part| part.changed) {
            part.crc = crc32(self.zip.get(part.content.clone()).unwrap_or_default());
        }
        stored::finish(&mut self.zip, &self.parts);
    }

    /// The stored zip.
    pub(super) fn zip(&self) -> &[u8] {
        &self.zip
    }
}

/// The raw bytes of a part and what the directory says of it; or what is wrong with its header, in English.
fn raw_part<'a>(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    number: usize,
    bytes: &'a [u8],
) -> Result<(&'a [u8], Declared), String> {
    let entry = archive
        .by_index_raw(number)
        .map_err(|error| error.to_string())?;
    let declared = Declared {
        method: entry.compression(),
        encrypted: entry.encrypted(),
        bytes: entry.size(),
        crc: entry.crc32(),
    };
    let start = entry.data_start().unwrap_or(u64::MAX);
    let end = start.saturating_add(entry.compressed_size());
    let raw = bytes.get(start as usize..end as usize);
    Ok((raw.ok_or("the part is cut off")?, declared))
}

/// The size of all parts together once inflated, as the directory says, in bytes.
pub(super) fn declared_bytes(archive: &ZipArchive<Cursor<&[u8]>>) -> u64 {
    (0..archive.len())
        .filter_map(|number| archive.by_index_data(number).ok())
        .fold(0, |sum: u64, entry| sum.saturating_add(entry.size()))
}
