//! Searches for what is looked for in every sheet of every workbook, prepared once: for a small sheet the preparation takes as
//! long as the search.
//!
//! In: the bytes of a part. Out: places. Not for: what is looked for once in a workbook.

use std::sync::LazyLock;

use memchr::arch::all::packedpair::HeuristicFrequencyRank;
use memchr::memmem::{Finder, FinderBuilder, FinderRev};

/// A text to be found.
pub(super) type Needle = LazyLock<Finder<'static>>;

/// How often a byte comes in a sheet. A search looks for the two rarest bytes of its text, and what is rare in ordinary text, as
/// `="` is, comes three times in each cell.
struct InSheets;

impl HeuristicFrequencyRank for InSheets {
    fn rank(&self, byte: u8) -> u8 {
        match byte {
            b' ' | b'"' | b'=' | b'<' | b'>' | b'/' | b'0'..=b'9' => 255,
            b'c' | b'r' | b's' | b't' | b'v' => 200,
            _ => 100,
        }
    }
}

fn attribute(start: &'static [u8]) -> Finder<'static> {
    FinderBuilder::new().build_forward_with_ranker(InSheets, start)
}

/// Comments and CDATA, inside which nothing is a tag.
pub(super) static NO_TAG: Needle = LazyLock::new(|| Finder::new(b"<!"));
/// References to characters by number.
pub(super) static CHARACTER: Needle = LazyLock::new(|| Finder::new(b"&#"));
/// The start tag of a sheet's cells.
pub(super) static SHEET_DATA: Needle = LazyLock::new(|| Finder::new(b"<sheetData"));
/// What a sheet says of its size.
pub(super) static DIMENSION: Needle = LazyLock::new(|| Finder::new(b"dimension"));
/// Lines that may be hidden.
pub(super) static HIDDEN: Needle = LazyLock::new(|| attribute(b" hidden=\""));
/// Rows that may have almost no height, and columns that may have almost no width.
pub(super) static NO_HEIGHT: Needle = LazyLock::new(|| attribute(b" ht=\"0"));
pub(super) static HEIGHT_OF_ONE: Needle = LazyLock::new(|| attribute(b" ht=\"1\""));
pub(super) static HEIGHT_ABOVE_ONE: Needle = LazyLock::new(|| attribute(b" ht=\"1."));
pub(super) static NO_WIDTH: Needle = LazyLock::new(|| attribute(b" width=\"0"));
/// Conditional formats.
pub(super) static CONDITIONAL: Needle = LazyLock::new(|| Finder::new(b"conditionalFormatting"));
/// The format of a cell.
pub(super) static STYLE: Needle = LazyLock::new(|| attribute(b" s=\""));
/// Pieces of texts that are struck out.
pub(super) static STRIKE: Needle = LazyLock::new(|| Finder::new(b"strike"));
/// Pieces of texts that are set above or below the line.
pub(super) static VERT_ALIGN: Needle = LazyLock::new(|| Finder::new(b"vertAlign"));
/// What may be pieces in white.
pub(super) static WHITE: Needle = LazyLock::new(|| Finder::new(b"FFFFFF\""));
pub(super) static WHITE_OF_THEME: Needle = LazyLock::new(|| attribute(b" theme=\"0\""));
/// Metadata of a cell's value.
pub(super) static METADATA: Needle = LazyLock::new(|| attribute(b" vm=\""));
/// Merged ranges, all or one.
pub(super) static MERGES: Needle = LazyLock::new(|| Finder::new(b"<mergeCell"));
/// The last tag of a sheet's cells.
pub(super) static LAST_SHEET_DATA: LazyLock<FinderRev<'static>> =
    LazyLock::new(|| FinderRev::new(b"sheetData"));
