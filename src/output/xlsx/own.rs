//! The program's own workbooks: sealed before they are written, and looked at before they are replaced.
//!
//! In: the bytes of a workbook. Out: the same with its seal; or why a workbook that is there may not be replaced. Not for: writing
//! files, which [`crate::output::files`] does.

use std::path::Path;

use rust_xlsxwriter::Workbook;

use crate::base::lang::Lang;
use crate::base::seal::Seal;
use crate::input::read::{ReadFault, ReadLimits, Reader, SheetLooks, Workbook as BookRead, looks};
use crate::output::data_file::{DataFile, ValueList};
use crate::output::files::OtherNameBecause;
use crate::output::xlsx::list_part::LongLists;
use crate::output::xlsx::{ReportDraft, data, seal as sheet};
use crate::output::{OutputBytes, WriteError};
use crate::result::edits::{Edits, SealState};
use crate::result::report::Report;

const MIB: u64 = 1024 * 1024;

/// What is read of our own results: a list of all values of some thousand units has more cells than any return.
pub fn limits() -> ReadLimits {
    ReadLimits {
        file_bytes: 256 * MIB,
        inflated_bytes: 1024 * MIB,
        cells: 5_000_000,
        text_bytes: 512 * MIB,
        ..ReadLimits::default()
    }
}

/// A workbook of ours that has no long lists, with its seal. One that is too large to be read back in time stays without.
///
/// # Errors
/// As [`sealed`].
pub(super) fn sealed_alone(
    workbook: &[u8],
    lang: Lang,
    program: &Path,
) -> Result<OutputBytes, WriteError> {
    let back = ReadBack::of(workbook, &limits(), program);
    back.sealed(workbook, &LongLists::default(), lang)
}

/// The workbook of a report with the rows of its long lists and its seal. It is read back without these rows, whose checksums are made
/// while they are written. One that is too large to be read back in time stays without a seal. A data file is written meanwhile.
///
/// # Errors
/// [`WriteError::Workbook`]; [`WriteError::Unreadable`] or [`WriteError::Seal`] if it is not what a writer of ours gives; those of the
/// data file.
pub(super) fn sealed(
    draft: ReportDraft,
    (report, list): (&Report, ValueList<'_>),
    lang: Lang,
    program: &Path,
) -> Result<OutputBytes, WriteError> {
    let (workbook, sheets, run) = (draft.workbook, draft.lists, draft.run);
    let back = |bytes: &[u8]| ReadBack::of(bytes, &limits(), program);
    let lists =
        |bytes: &[u8], file: Option<&DataFile>| data::parts(bytes, (report, file, lang), &sheets);
    match list {
        ValueList::Sheet(_) => {
            let bytes = saved(workbook)?;
            let (back, lists) = rayon::join(|| back(&bytes), || lists(&bytes, None));
            back.sealed(&bytes, &lists?, lang)
        }
        ValueList::File(list) => {
            let read_back = || {
                let bytes = saved(workbook)?;
                let back = back(&bytes);
                Ok::<_, WriteError>((bytes, back))
            };
            let (made, file) = rayon::join(read_back, || list.write(&run));
            let ((bytes, back), file) = (made?, file?);
            back.sealed(&bytes, &lists(&bytes, Some(&file))?, lang)
        }
    }
}

/// The bytes of a workbook, which takes several times their room and is gone when they are there.
pub(super) fn saved(mut workbook: Workbook) -> Result<Vec<u8>, WriteError> {
    Ok(workbook.save_to_buffer()?)
}

/// What is read of a workbook of ours, so that its seal says what readers find.
struct ReadBack {
    read: Result<BookRead, ReadFault>,
    looks: Option<SheetLooks>,
}

impl ReadBack {
    fn of(workbook: &[u8], limits: &ReadLimits, program: &Path) -> Self {
        let reader = Reader::new(limits.clone(), program.to_path_buf());
        // One after the other: each holds all that is in the workbook.
        let read = reader.read(workbook);
        let looks = looks(workbook, limits);
        ReadBack { read, looks }
    }

    /// The workbook with its seal and its long lists.
    fn sealed(
        self,
        workbook: &[u8],
        lists: &LongLists,
        lang: Lang,
    ) -> Result<OutputBytes, WriteError> {
        let parts: Vec<&[u8]> = lists.archives.iter().map(Vec::as_slice).collect();
        match self.read {
            Ok(read) if read.faults.is_empty() => {
                let (seal, looks) = rayon::join(
                    || Seal::with_added(&read.grids, &lists.added),
                    || self.looks.unwrap_or_default().with_added(&lists.added),
                );
                let seal = seal.with_looks(looks.sheets);
                Ok(OutputBytes {
                    bytes: sheet::sealed(workbook, &parts, &seal, lang)?,
                    is_sealed: true,
                })
            }
            Ok(read) => Err(WriteError::Unreadable(format!("{:?}", read.faults.first()))),
            Err(ReadFault::TooLarge { .. } | ReadFault::TimedOut { .. }) => Ok(OutputBytes {
                bytes: sheet::unsealed(workbook, &parts)?,
                is_sealed: false,
            }),
            Err(fault) => Err(WriteError::Unreadable(fault.to_string())),
        }
    }
}

/// Why the workbook with these bytes may not be replaced. `None` if it may: nobody has changed it.
pub(super) fn in_the_way(result: &[u8], program: &Path) -> Option<OtherNameBecause> {
    if sheet::is_untouched(result) {
        return None;
    }
    let reader = Reader::new(limits(), program.to_path_buf());
    let Ok(read) = reader.read(result) else {
        return Some(OtherNameBecause::Changed);
    };
    let edits = Edits::of(&read.grids);
    match edits.sealed {
        SealState::Missing | SealState::Damaged => Some(OtherNameBecause::Unsealed),
        _ if !read.faults.is_empty() => Some(OtherNameBecause::Changed),
        SealState::Whole if edits.edited.is_empty() => {
            let now = looks(result, &limits()).unwrap_or_default();
            (!Seal::looks_alike(&read.grids, &now.sheets)).then_some(OtherNameBecause::Looks)
        }
        SealState::Whole => Some(OtherNameBecause::Edited(Box::new(edits))),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_workbook_too_large_to_be_read_back_is_whole_and_known_to_have_no_seal() {
        let book = include_bytes!("../../../samples/decision-134.xlsx");
        let with = |cells| {
            let limits = ReadLimits { cells, ..limits() };
            let back = ReadBack::of(book, &limits, Path::new("tonghop"));
            back.sealed(book, &LongLists::default(), Lang::Vi).unwrap()
        };
        let small = with(10);
        assert!(!small.is_sealed && small.bytes == book);
        let large = with(5_000_000);
        assert!(large.is_sealed && large.bytes != book);
    }
}
