//! Whether a decision workbook may be replaced.
//!
//! In: its path. Out: whether nobody has changed it. Not for: what it asks, what was decided, and which files there are (`decisions`).

use std::path::Path;

use crate::base::disk;
use crate::output::file_in_place::FileInPlace;
use crate::output::glimpse;

/// Whether a path is a decision workbook of ours that nobody has changed, so that it can be replaced whole.
pub fn is_untouched(path: &Path, program: &Path) -> bool {
    let is_writable = || disk::entry(path).is_ok_and(|found| !found.is_read_only);
    glimpse::is_decisions(path)
        && is_writable()
        && FileInPlace::open(path).is_ok_and(|mut found| {
            let format = crate::output::main_format();
            format.kept(&mut found, program).is_none()
        })
}
