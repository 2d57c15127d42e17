//! Letters in a folder: whole, and never over what a person has written into one.
//!
//! In: letters. Out: files; a letter of an earlier run that nobody has changed is replaced, one that somebody has stays and the new one
//! gets a number behind its name; one that another program has saved and that says the same stays, and nothing is written. Letters of an earlier run that this one does not write are named, and left. Not for: what is in them.

use std::path::{Path, PathBuf};

use crate::base::disk;
use crate::base::opening;
use crate::output::docx_template;
use crate::output::file_in_place::FileInPlace;
use crate::output::files::{self, OtherNameBecause, OutputError, Written};
use crate::output::form_set::FormFile;
use crate::output::letters::is_ours;
use crate::output::staging;

/// Files that are written aside at a time: each is open until it has its name.
const AT_ONCE: usize = 100;
/// Bytes of a file that may be a letter of ours.
const LARGEST: u64 = 64 * 1024 * 1024;

/// What became of letters.
#[derive(Debug, Default)]
pub struct StoredLetters {
    /// The files.
    pub written: Vec<Written>,
    /// Files that somebody has saved since and that say the same: they stay in the place of new ones.
    pub same: Vec<PathBuf>,
    /// Letters of earlier runs that nobody has changed and that this run does not write.
    pub left: Vec<PathBuf>,
}

/// Writes letters into a folder, which is made if it is not there.
///
/// # Errors
/// [`OutputError`]: the folder cannot be made, or a file not be written.
pub fn put(folder: &Path, letters: &[&FormFile]) -> Result<StoredLetters, OutputError> {
    if !letters.is_empty() {
        staging::make_folder(folder).map_err(|source| OutputError::Folder {
            folder: folder.to_path_buf(),
            source,
        })?;
    }
    let mut stored = StoredLetters::default();
    for some in letters.chunks(AT_ONCE) {
        let mut staged = Vec::with_capacity(some.len());
        for one in some {
            let path = folder.join(&one.name);
            match saying_the_same(&path, &one.bytes) {
                Some(there) => stored.same.push(there),
                None => staged.push((files::aside(&path, &one.bytes)?, path)),
            }
        }
        for (one, path) in staged {
            let kept = |found: &mut FileInPlace<'_>| {
                let is_ours = found.bytes().is_ok_and(|bytes| is_ours(&bytes));
                (!is_ours).then_some(OtherNameBecause::NotOurs)
            };
            stored.written.push(one.put_where(&path, &kept)?);
        }
    }
    stored.left = left(folder, &stored.written);
    Ok(stored)
}

/// The file that a letter would have to go past or take the place of, where it is not as it was written but says the same.
fn saying_the_same(path: &Path, letter: &[u8]) -> Option<PathBuf> {
    let mut words = None;
    for number in 1..=files::NAMES {
        let there = files::numbered(path, number);
        let Ok(bytes) = opening::read(&there, LARGEST) else {
            // Nothing is there, or nobody can tell what.
            disk::entry_or_link(&there).ok()?;
            continue;
        };
        if is_ours(&bytes) {
            return None;
        }
        let words = words.get_or_insert_with(|| docx_template::words_of(letter));
        if words.is_some() && docx_template::words_of(&bytes) == *words {
            return Some(there);
        }
    }
    None
}

/// Letters of ours in a folder besides those that were written, by name.
fn left(folder: &Path, written: &[Written]) -> Vec<PathBuf> {
    let paths = disk::list(folder).unwrap_or_default();
    let mut left: Vec<PathBuf> = paths
        .into_iter()
        .filter(|path| {
            let is_document = path
                .extension()
                .is_some_and(|end| end.eq_ignore_ascii_case("docx"));
            let is_written = written.iter().any(|one| one.path == *path);
            is_document
                && !is_written
                && opening::read(path, LARGEST).is_ok_and(|bytes| is_ours(&bytes))
        })
        .collect();
    left.sort();
    left
}
