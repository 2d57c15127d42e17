//! The stream of a workbook in a compound file.
//!
//! In: the bytes of the file. Out: the bytes of the stream `Workbook`, or `Book` of older files. Not for: other streams. No chain
//! has more sectors than the file has room for, so that no cycle can catch us.

use crate::input::read::compound::{self, ENTRY_BYTES, SIGNATURE};
use crate::input::read::le::{u16_at, u32_at};

const END: u32 = 0xffff_fffa;

struct CompoundFile<'a> {
    bytes: &'a [u8],
    sector: usize,
    next: Vec<u32>,
}

impl<'a> CompoundFile<'a> {
    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        let start = (number as usize).checked_add(1)?.checked_mul(self.sector)?;
        let end = start.checked_add(self.sector)?.min(self.bytes.len());
        self.bytes.get(start..end)
    }

    /// All sectors of a chain, one behind the other.
    fn chain(&self, first: u32) -> Vec<u8> {
        let mut found = Vec::new();
        let mut at = first;
        for _ in 0..=self.bytes.len() / self.sector {
            if at >= END {
                break;
            }
            let Some(sector) = self.sector(at) else {
                break;
            };
            found.extend_from_slice(sector);
            at = self.next.get(at as usize).copied().unwrap_or(u32::MAX);
        }
        found
    }
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).filter_map(|four| u32_at(four, 0))
}

/// The stream, if there is one.
pub(super) fn workbook(bytes: &[u8]) -> Option<Vec<u8>> {
    bytes.strip_prefix(SIGNATURE)?;
    let sector = 1_usize.checked_shl(u32::from(u16_at(bytes, 30)?))?;
    if !(512..=4096).contains(&sector) {
        return None;
    }
    let mut file = CompoundFile {
        bytes,
        sector,
        next: Vec::new(),
    };
    // The sectors in which the table of chains stands: 109 in the header, the others in a chain of their own.
    let most = bytes.len() / sector + 1;
    let mut tables: Vec<u32> = numbers(bytes.get(76..512)?).collect();
    let mut more = u32_at(bytes, 68)?;
    while more < END && tables.len() < most {
        let sector = file.sector(more)?;
        let (inner, last) = sector.split_at_checked(sector.len().checked_sub(4)?)?;
        tables.extend(numbers(inner));
        more = u32_at(last, 0)?;
    }
    let sectors = tables.iter().filter(|number| **number < END).take(most);
    let next: Vec<u32> = sectors
        .filter_map(|number| file.sector(*number))
        .flat_map(numbers)
        .collect();
    file.next = next;
    let directory = file.chain(u32_at(bytes, 48)?);
    let root = directory.get(..ENTRY_BYTES)?;
    let entry = ["Workbook", "Book"].iter().find_map(|name| {
        directory
            .chunks_exact(ENTRY_BYTES)
            .find(|entry| compound::is_stream(entry, name))
    })?;
    let (first, size) = (u32_at(entry, 116)?, u32_at(entry, 120)? as usize);
    let mut stream = if size < u32_at(bytes, 56)? as usize {
        let small = file.chain(u32_at(root, 116)?);
        let next: Vec<u32> = numbers(&file.chain(u32_at(bytes, 60)?)).collect();
        // Sectors of 64 bytes, which have no header before them.
        let mut found = Vec::new();
        let mut at = first;
        for _ in 0..=small.len() / 64 {
            let start = (at as usize).checked_mul(64)?;
            let Some(sector) = small.get(start..(start + 64).min(small.len())) else {
                break;
            };
            found.extend_from_slice(sector);
            at = next.get(at as usize).copied().unwrap_or(u32::MAX);
            if at >= END {
                break;
            }
        }
        found
    } else {
        file.chain(first)
    };
    stream.truncate(size);
    Some(stream)
}
