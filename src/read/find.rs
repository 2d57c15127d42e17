//! Searches for what is looked for in every sheet of every workbook, prepared once: for a small sheet the preparation takes as
//! long as the search.
//!
//! In: the bytes of a part. Out: places. Not for: what is looked for once in a workbook.

use std::sync::LazyLock;

use memchr::memmem::{Finder, FinderRev};

/// A text to be found.
pub(super) type Needle = LazyLock<Finder<'static>>;

/// Comments and CDATA, inside which nothing is a tag.
pub(super) static NO_TAG: Needle = LazyLock::new(|| Finder::new(b"<!"));
/// References to characters by number.
pub(super) static CHARACTER: Needle = LazyLock::new(|| Finder::new(b"&#"));
/// The start tag of a sheet.
pub(super) static WORKSHEET: Needle = LazyLock::new(|| Finder::new(b"<worksheet"));
/// The start tag of a sheet's cells.
pub(super) static SHEET_DATA: Needle = LazyLock::new(|| Finder::new(b"<sheetData"));
/// What a sheet says of its size.
pub(super) static DIMENSION: Needle = LazyLock::new(|| Finder::new(b"dimension"));
/// Lines that may be hidden.
pub(super) static HIDDEN: Needle = LazyLock::new(|| Finder::new(b" hidden=\""));
/// The format of a cell.
pub(super) static STYLE: Needle = LazyLock::new(|| Finder::new(b" s=\""));
/// Merged ranges, all or one.
pub(super) static MERGES: Needle = LazyLock::new(|| Finder::new(b"<mergeCell"));
/// The last tag of a sheet's cells.
pub(super) static LAST_SHEET_DATA: LazyLock<FinderRev<'static>> =
    LazyLock::new(|| FinderRev::new(b"sheetData"));
