//! What the parser of .xls files does not tell: number formats, struck-out and raised letters, letters nobody sees, hidden rows and
//! columns, formulas that were filled down.
//!
//! In: the bytes of the file, and the workbook that was read from it. Out: the same workbook with that beside its cells. Not for:
//! values. Only for the child process. What is not understood of a record is left out.

mod conditions;
mod drawn;
mod formula;
mod globals;
mod sheet;
mod stream;
mod strings;

use crate::input::read::Workbook;
use crate::input::read::le::u16_at;
use crate::input::read::xls::globals::Globals;

/// A record: its kind, and its content.
type XlsRecord<'a> = (u16, &'a [u8]);

/// The records of a stream from a place on.
fn records(stream: &[u8], from: usize) -> impl Iterator<Item = XlsRecord<'_>> {
    let mut at = from;
    std::iter::from_fn(move || {
        let kind = u16_at(stream, at)?;
        let length = usize::from(u16_at(stream, at + 2)?);
        let content = stream.get(at + 4..at + 4 + length)?;
        at += 4 + length;
        Some((kind, content))
    })
}

/// The beginning of a part of the stream.
const BEGIN: u16 = 0x0809;
/// Its end.
const END: u16 = 0x000a;
/// More of the record before.
const CONTINUE: u16 = 0x003c;

/// Completes a workbook from the bytes of its file.
pub(super) fn complete(bytes: &[u8], workbook: &mut Workbook) {
    let Some(stream) = stream::workbook(bytes) else {
        return;
    };
    let globals = Globals::of(&stream);
    for grid in &mut workbook.grids {
        let start = globals.sheets.iter().find(|(name, _)| *name == grid.name);
        if let Some((_, start)) = start {
            sheet::complete(&stream, *start, &globals, grid);
        }
    }
}
