//! Which questions a decision workbook asks already, and whether it may be replaced.
//!
//! In: its path. Out: the questions that it asks, decided or not; whether nobody has changed it. Not for: what was decided, and not for
//! which files there are (`decisions`).

use std::path::Path;

use crate::base::opening;
use crate::input::decisions::{self, AskedQuestion};
use crate::input::read::Reader;
use crate::output::glimpse;

/// The questions that a decision workbook asks; none of one that cannot be read.
pub fn asked(path: &Path, reader: &Reader) -> Vec<AskedQuestion> {
    let bytes = opening::read(path, reader.limits().file_bytes);
    let read = bytes.ok().and_then(|bytes| reader.read_any(&bytes).ok());
    read.map_or_else(Vec::new, |read| decisions::asked(&read.grids))
}

/// Whether a path is a decision workbook of ours that nobody has changed, so that it can be replaced whole.
pub fn is_untouched(path: &Path, program: &Path) -> bool {
    let is_writable = || {
        path.metadata()
            .is_ok_and(|found| !found.permissions().readonly())
    };
    glimpse::is_decisions(path)
        && is_writable()
        && opening::start(path, LARGEST).is_ok_and(|bytes| {
            let format = crate::output::main_format();
            format.kept(&bytes, program).is_none()
        })
}

/// Bytes of a file that are looked at.
const LARGEST: u64 = 512 * 1024 * 1024;
