//! The texts of an .xls workbook that are set in several fonts.
//!
//! In: the record of shared texts with what continues it. Out: such texts in pieces, by their number. Not for: other texts, which the
//! parser reads.

use std::collections::HashMap;

use crate::input::read::le::{u16_at, u32_at};
use crate::input::read::record_text::RecordText;

/// A text of so many characters behind a byte that says how wide they are.
pub(super) fn short_text(bytes: &[u8], length: usize) -> Option<String> {
    let is_wide = bytes.first()? & 1 != 0;
    let rest = bytes.get(1..)?;
    let units: Vec<u16> = if is_wide {
        rest.get(..length * 2)?
            .chunks_exact(2)
            .filter_map(|two| u16_at(two, 0))
            .collect()
    } else {
        rest.get(..length)?
            .iter()
            .map(|byte| u16::from(*byte))
            .collect()
    };
    Some(String::from_utf16_lossy(&units))
}

/// Bytes that go on in the next record.
struct RecordBytes<'a> {
    parts: &'a [&'a [u8]],
    at: usize,
}

impl RecordBytes<'_> {
    fn current(&mut self) -> Option<&[u8]> {
        while self.at >= self.parts.first()?.len() {
            self.parts = self.parts.get(1..)?;
            self.at = 0;
        }
        self.parts.first()?.get(self.at..)
    }

    fn take(&mut self, mut count: usize) -> Option<Vec<u8>> {
        let mut taken = Vec::new();
        while count > 0 {
            let rest = self.current()?;
            let some = rest.get(..count.min(rest.len()))?;
            taken.extend_from_slice(some);
            let some = some.len();
            (self.at, count) = (self.at + some, count - some);
        }
        Some(taken)
    }

    /// Characters; where they go on in the next record, it says anew how wide they are.
    fn characters(&mut self, count: usize, mut is_wide: bool) -> Option<Vec<u16>> {
        let mut units: Vec<u16> = Vec::new();
        while units.len() < count {
            if self.at >= self.parts.first()?.len() {
                is_wide = self.take(1)?.first()? & 1 != 0;
            }
            let rest = self.current()?;
            let wanted = count - units.len();
            let width = if is_wide { 2 } else { 1 };
            let some = rest.get(..(wanted * width).min(rest.len() / width * width))?;
            if some.is_empty() {
                return None;
            }
            units.extend(some.chunks_exact(width).map(|one| match one {
                [low] => u16::from(*low),
                [low, high, ..] => u16::from_le_bytes([*low, *high]),
                [] => 0,
            }));
            let some = some.len();
            self.at += some;
        }
        Some(units)
    }
}

/// Texts of which a piece is in a font that stands out.
pub(super) fn in_pieces(
    parts: &[&[u8]],
    is_marked: impl Fn(u16) -> bool,
) -> HashMap<u32, RecordText> {
    let mut found = HashMap::new();
    let count = parts
        .first()
        .and_then(|first| u32_at(first, 4))
        .unwrap_or_default();
    let mut parts = RecordBytes { parts, at: 8 };
    for number in 0..count {
        let Some(text) = text(&mut parts) else {
            break;
        };
        if text.runs.iter().any(|(_, font)| is_marked(*font)) {
            found.insert(number, text);
        }
    }
    found
}

fn text(parts: &mut RecordBytes<'_>) -> Option<RecordText> {
    let head = parts.take(3)?;
    let (length, flags) = (usize::from(u16_at(&head, 0)?), *head.get(2)?);
    let runs = if flags & 8 != 0 {
        usize::from(u16_at(&parts.take(2)?, 0)?)
    } else {
        0
    };
    let more = if flags & 4 != 0 {
        u32_at(&parts.take(4)?, 0)? as usize
    } else {
        0
    };
    let units = parts.characters(length, flags & 1 != 0)?;
    let runs = parts.take(runs * 4)?;
    let runs = runs
        .chunks_exact(4)
        .filter_map(|run| Some((usize::from(u16_at(run, 0)?), u16_at(run, 2)?)));
    let runs = runs.collect();
    parts.take(more)?;
    Some(RecordText { units, runs })
}
