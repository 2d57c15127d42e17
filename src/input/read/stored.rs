//! Writes a zip file whose parts are stored as they are, in memory, without a copy of any part.
//!
//! In: parts that are appended to the buffer right after their header. Out: a zip file. Not for: compression, or packages of
//! 4 GiB, which the bound on inflated bytes keeps away.

use std::ops::Range;

const LOCAL_HEADER_BYTES: usize = 30;
/// General purpose flag 11: the name is UTF-8.
const UTF8_NAME: u16 = 1 << 11;
/// 1 January 1980, the earliest date that a zip can hold.
const DATE: u16 = 0x0021;

/// A part of a package, and where it stands in the buffer.
#[derive(Debug)]
pub(super) struct PackagePart {
    pub(super) name: String,
    pub(super) header: usize,
    pub(super) content: Range<usize>,
    pub(super) crc: u32,
    /// Whether calamine gets to see it. The others only the guard itself reads.
    pub(super) is_listed: bool,
    pub(super) changed: bool,
}

/// The size of the header before a part of this name.
pub(super) fn header_bytes(name: &str) -> usize {
    LOCAL_HEADER_BYTES + short(name).len()
}

/// The name in the length that a header can hold. A name above 64 KiB cannot come out of a zip.
fn short(name: &str) -> &[u8] {
    name.as_bytes()
        .get(..usize::from(u16::MAX))
        .unwrap_or(name.as_bytes())
}

fn put(zip: &mut Vec<u8>, shorts: &[u16]) {
    for value in shorts {
        zip.extend_from_slice(&value.to_le_bytes());
    }
}

fn put_long(zip: &mut Vec<u8>, longs: &[u32]) {
    for value in longs {
        zip.extend_from_slice(&value.to_le_bytes());
    }
}

/// Appends the header of a part; its content is to follow. CRC and size are filled in by [`finish`].
pub(super) fn begin_part(zip: &mut Vec<u8>, name: &str) {
    let name = short(name);
    zip.extend_from_slice(b"PK\x03\x04");
    put(zip, &[20, UTF8_NAME, 0, 0, DATE]);
    put_long(zip, &[0, 0, 0]);
    put(zip, &[name.len() as u16, 0]);
    zip.extend_from_slice(name);
}

/// Fills in the headers and appends the directory, in which only parts that are to be seen are listed.
pub(super) fn finish(zip: &mut Vec<u8>, parts: &[PackagePart]) {
    let directory = zip.len();
    let listed = || parts.iter().filter(|part| part.is_listed);
    for part in listed() {
        let size = part.content.len() as u32;
        if let Some(place) = zip.get_mut(part.header + 14..part.header + 26) {
            let values = [part.crc, size, size].map(u32::to_le_bytes);
            place.copy_from_slice(values.as_flattened());
        }
        let name = short(&part.name);
        zip.extend_from_slice(b"PK\x01\x02");
        put(zip, &[20, 20, UTF8_NAME, 0, 0, DATE]);
        put_long(zip, &[part.crc, size, size]);
        put(zip, &[name.len() as u16, 0, 0, 0, 0]);
        put_long(zip, &[0, part.header as u32]);
        zip.extend_from_slice(name);
    }
    let size = zip.len() - directory;
    zip.extend_from_slice(b"PK\x05\x06");
    let count = listed().count() as u16;
    put(zip, &[0, 0, count, count]);
    put_long(zip, &[size as u32, directory as u32]);
    put(zip, &[0]);
}
