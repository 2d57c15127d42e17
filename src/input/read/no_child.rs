//! In place of `child` where there are no processes: the file is read here. The page has it read in a worker of its own, which it ends.
//!
//! In: the bytes of a file. Out: what was read. Not for: bounds of time and memory, which the page keeps.

use std::path::Path;

use crate::input::read::Workbook;
use crate::input::read::fault::ReadFault;
use crate::input::read::file_kind::FileKind;
use crate::input::read::legacy;
use crate::input::read::limits::ReadLimits;
use crate::input::read::xlsx::guarded;

/// Reads a file of a kind that was told from its bytes.
///
/// # Errors
/// See [`ReadFault`].
pub(super) fn read(
    _: &Path,
    kind: FileKind,
    bytes: &[u8],
    limits: &ReadLimits,
) -> Result<Workbook, ReadFault> {
    guarded(|| legacy::read(kind, bytes, limits)).and_then(|read| read)
}

/// Records of Parquet are not read here.
///
/// # Errors
/// [`ReadFault::NotAWorkbook`].
pub(super) fn records(_: &Path, _: &[u8], _: &ReadLimits) -> Result<Vec<u8>, ReadFault> {
    Err(ReadFault::NotAWorkbook(FileKind::Parquet))
}
