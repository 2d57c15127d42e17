//! The annex of the decision in Word: narrative, tables, notes and footnotes.
//!
//! In: a report. Out: what stands in the annex, as plain data; a document of it, the same bytes for the same report; and that document
//! beside the result without losing what an author has written into the one before. Prose that no figure carries is a place for the
//! author. Not for: judging anything.

mod by_hand;
mod content;
mod controls;
mod document;
mod foreign;
mod heading_lines;
mod keep;
mod level_table;
mod looks;
mod narrative;
mod opened;
mod place_names;
mod said_of;
mod shown_styles;
mod spilled;
mod tags;
mod widths;
mod wrapping;

pub use crate::output::annex::content::{Annex, AnnexBlock, AnnexRun, AnnexTable, AuthorPlace};

pub use crate::output::annex::controls::KeptBecause;
pub use crate::output::annex::keep::{ReadyAnnex, StoredAnnex, ready};

use crate::output::glimpse::Glimpse;
use crate::result::report::Report;

/// What the name of the annex of a folder ends in, after the folder's name.
pub const ENDING: &str = "-phu-luc.docx";

/// Whether bytes are an annex of this program, changed or not.
pub fn is_ours(bytes: &[u8]) -> bool {
    let is_document = memchr::memmem::find(bytes, b"word/document.xml").is_some();
    bytes.starts_with(b"PK") && is_document && Glimpse::bytes(bytes).has_property(opened::MARK)
}

/// What stands in the annex of a report.
pub fn annex(report: &Report) -> Annex {
    let (mut blocks, footnotes) = narrative::narrative(report);
    for (number, level) in (2..).zip(&report.levels) {
        blocks.extend(level_table::level(number, level, report));
    }
    Annex {
        title: heading_lines::title(report),
        reference: heading_lines::reference(report),
        provisional: heading_lines::provisional(report),
        blocks,
        footnotes,
    }
}
