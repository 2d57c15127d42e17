//! A set of files that belong together, such as the blank forms of all units: what each is called, and all of them in a folder or in one
//! archive.
//!
//! In: units, and the bytes of their forms. Out: names that every system takes and every person reads; files that are there whole. Not
//! for: what is in a form. A set never mixes with another: where a name is taken by a file with other bytes, filled in or of another
//! day, the whole set goes to a folder with a number behind its name.

use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::base::disk;
use crate::base::opening;
use crate::campaign::scheme::Scheme;
use crate::campaign::units::Unit;
use crate::output::file_names::{self, NamedUnit};
use crate::output::files::{self, OtherNameBecause, OutputError};
use crate::output::{WriteError, staging};

/// How many names are tried.
const NAMES: u32 = 99;
/// Files that are written aside at a time: each is open until it has its name.
const AT_ONCE: usize = 100;
/// The ending of a form.
const ENDING: &str = ".xlsx";

/// A file of the set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormFile {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Where a set is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenSet {
    /// The folder or the archive.
    pub path: PathBuf,
    /// Files that are new; the others were there, with the same bytes.
    pub new: usize,
    /// Whether the path that was asked for holds other files of these names.
    pub is_other: bool,
}

/// The names of the forms of units.
pub fn names(units: &[&Unit], scheme: &Scheme, year: i32) -> Vec<String> {
    let named = |unit: &&Unit| {
        let level = scheme.level(&unit.id.level);
        let level = level.map_or(unit.id.level.0.as_str(), |level| level.name.as_str());
        NamedUnit {
            name: unit.name.clone(),
            level: level.to_string(),
            code: format!("{} {}", unit.id.level, unit.id.code),
        }
    };
    let units: Vec<NamedUnit> = units.iter().map(named).collect();
    file_names::of_units(&format!("Phiếu {year} - "), &units, ENDING)
}

/// Puts a set into a folder, or into one with a number behind its name.
///
/// # Errors
/// [`OutputError`]: the folder cannot be made, a file cannot be written, or no name is free.
pub fn folder(wanted: &Path, set: &[FormFile]) -> Result<WrittenSet, OutputError> {
    for number in 1..=NAMES {
        let path = numbered(wanted, number);
        let Some(missing) = missing(&path, set) else {
            continue;
        };
        for some in missing.chunks(AT_ONCE) {
            put(&path, some)?;
        }
        return Ok(WrittenSet {
            path,
            new: missing.len(),
            is_other: number > 1,
        });
    }
    Err(OutputError::NoName {
        path: wanted.to_path_buf(),
    })
}

/// Files of a set that are not in a folder; `None` where one of them is there with other bytes, or something else is in the way.
fn missing<'s>(folder: &Path, set: &'s [FormFile]) -> Option<Vec<&'s FormFile>> {
    if disk::entry_or_link(folder).is_ok() && !disk::is_folder(folder) {
        return None;
    }
    let mut missing = Vec::new();
    for one in set {
        let path = folder.join(&one.name);
        match disk::entry_or_link(&path) {
            Err(_) => missing.push(one),
            Ok(found) => {
                let limit = one.bytes.len() as u64 + 1;
                let is_same = || opening::start(&path, limit).is_ok_and(|bytes| bytes == one.bytes);
                if !found.is_regular() || !is_same() {
                    return None;
                }
            }
        }
    }
    Some(missing)
}

/// Writes some files, all of them aside before the first gets its name.
fn put(folder: &Path, some: &[&FormFile]) -> Result<(), OutputError> {
    let paths: Vec<PathBuf> = some.iter().map(|one| folder.join(&one.name)).collect();
    staging::make_folder(folder).map_err(|source| OutputError::Folder {
        folder: folder.to_path_buf(),
        source,
    })?;
    let mut staged = Vec::new();
    for (path, one) in paths.iter().zip(some) {
        staged.push(files::aside(path, &one.bytes)?);
    }
    for (path, one) in paths.iter().zip(staged) {
        one.put(path, &|_, _| Some(OtherNameBecause::Changed))?;
    }
    Ok(())
}

/// The folder itself, then `name_2`, `name_3` …
fn numbered(folder: &Path, number: u32) -> PathBuf {
    if number == 1 {
        return folder.to_path_buf();
    }
    let mut name = folder.file_name().unwrap_or_default().to_os_string();
    name.push(format!("_{number}"));
    folder.with_file_name(name)
}

/// Puts a set into an archive, or into one with a number behind its name.
///
/// # Errors
/// [`OutputError`] where it cannot be written.
pub fn archive(wanted: &Path, bytes: &[u8], count: usize) -> Result<WrittenSet, OutputError> {
    let was_there =
        opening::start(wanted, bytes.len() as u64 + 1).is_ok_and(|found| found == bytes);
    let written = files::write(wanted, bytes, &|_, _| Some(OtherNameBecause::Changed))?;
    Ok(WrittenSet {
        is_other: written.instead_of.is_some(),
        path: written.path,
        new: if was_there { 0 } else { count },
    })
}

/// An archive of a set, the same bytes for the same set: the files keep their order, and have no times.
///
/// # Errors
/// [`WriteError::Seal`] for names or sizes that no archive can have.
pub fn zip(set: &[FormFile]) -> Result<Vec<u8>, WriteError> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    // A workbook is an archive itself, and gets no smaller.
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for one in set {
        writer.start_file(&one.name, options)?;
        writer
            .write_all(&one.bytes)
            .map_err(zip::result::ZipError::from)?;
    }
    Ok(writer.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_numbered_behind_their_whole_name() {
        assert_eq!(
            numbered(Path::new("a/đợt 2.1"), 2),
            Path::new("a/đợt 2.1_2")
        );
    }
}
