//! What the parser of .xlsb files does not tell: number formats, struck-out and raised letters, letters nobody sees, hidden rows and
//! columns, merged cells.
//!
//! In: the package of the file, and the workbook that was read from it. Out: the same workbook with that beside its cells. Not for:
//! values, and not for what is drawn over a sheet, conditional formats and comments, which TH948 names. What is not understood of a record
//! is left out ([MS-XLSB] tells the records).

mod sheet;
mod styles;

use std::collections::HashMap;

use crate::input::read::Workbook;
use crate::input::read::fault::{SheetFault, SheetProblem};
use crate::input::read::le::{u16_at, u32_at};
use crate::input::read::limits::ReadLimits;
use crate::input::read::package::Package;
use crate::input::read::record_text::RecordText;
use crate::input::read::worksheets;

/// A record: its kind, and its content.
type XlsbRecord<'a> = (u16, &'a [u8]);

/// The records of a part.
fn records(part: &[u8]) -> impl Iterator<Item = XlsbRecord<'_>> {
    let mut rest = part;
    std::iter::from_fn(move || {
        let kind = number(&mut rest, 2)?;
        let length = number(&mut rest, 4)? as usize;
        let (content, behind) = rest.split_at_checked(length)?;
        rest = behind;
        Some((u16::try_from(kind).ok()?, content))
    })
}

/// A number of so many bytes at most, of which each holds seven bits and says whether another one follows.
fn number(rest: &mut &[u8], most: u32) -> Option<u32> {
    let mut number = 0;
    for place in 0..most {
        let (byte, behind) = rest.split_first()?;
        *rest = behind;
        number |= u32::from(byte & 0x7f) << (7 * place);
        if byte & 0x80 == 0 {
            break;
        }
    }
    Some(number)
}

/// A text behind the number of its characters, and how many bytes that is.
fn text(content: &[u8], at: usize) -> Option<(Vec<u16>, usize)> {
    let length = u32_at(content, at)? as usize;
    let bytes = content.get(at + 4..)?.get(..length.checked_mul(2)?)?;
    let units = bytes.chunks_exact(2).filter_map(|two| u16_at(two, 0));
    Some((units.collect(), 4 + bytes.len()))
}

/// A text in pieces: the fonts that begin in it.
fn pieces(content: &[u8]) -> Option<RecordText> {
    let is_rich = content.first()? & 1 != 0;
    let (units, length) = text(content, 1)?;
    let runs = content.get(1 + length + 4..).filter(|_| is_rich)?;
    let count = u32_at(content, 1 + length)? as usize;
    let runs = runs.chunks_exact(4).take(count);
    let runs = runs.filter_map(|run| Some((usize::from(u16_at(run, 0)?), u16_at(run, 2)?)));
    Some(RecordText {
        units,
        runs: runs.collect(),
    })
}

const SHEET: u16 = 156;
const SHARED_TEXT: u16 = 19;

/// Completes a workbook from the parts of its package.
pub(super) fn complete(package: &Package, workbook: &mut Workbook, limits: &ReadLimits) {
    let part = |name: &str| package.named(&format!("xl/{name}")).unwrap_or_default();
    let styles = styles::styles(part("styles.bin"));
    let shared = records(part("sharedStrings.bin")).filter(|(kind, _)| *kind == SHARED_TEXT);
    let texts: HashMap<u32, RecordText> = (0..)
        .zip(shared)
        .filter_map(|(number, (_, content))| Some((number, pieces(content)?)))
        .filter(|(_, text)| text.runs.iter().any(|(_, font)| styles.is_marked(*font)))
        .collect();
    let relations = worksheets::relationships(part("_rels/workbook.bin.rels"));
    let mut faults = Vec::new();
    for (_, content) in records(part("workbook.bin")).filter(|(kind, _)| *kind == SHEET) {
        let Some((name, bytes)) = entry(content, &relations, package) else {
            continue;
        };
        if let Some(grid) = workbook.grids.iter_mut().find(|grid| grid.name == name) {
            let beside = sheet::beside(bytes, &styles, &texts, limits.merges);
            if beside.has_more_merges {
                faults.push(SheetFault {
                    sheet: name,
                    problem: SheetProblem::TooManyMerges {
                        limit: limits.merges,
                    },
                });
            }
            beside.complete(&styles, &texts, grid);
        }
    }
    workbook.faults.append(&mut faults);
}

/// The name of a sheet and its part.
fn entry<'a>(
    content: &[u8],
    relations: &HashMap<String, worksheets::Relationship>,
    package: &'a Package,
) -> Option<(String, &'a [u8])> {
    let (id, length) = text(content, 8)?;
    let (name, _) = text(content, 8 + length)?;
    let target = &relations.get(&String::from_utf16_lossy(&id))?.target;
    let path = match target.strip_prefix('/') {
        Some(absolute) => absolute.to_string(),
        None => format!("xl/{target}"),
    };
    Some((String::from_utf16_lossy(&name), package.named(&path)?))
}
