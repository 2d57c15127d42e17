//! A set of files that belong together, such as the blank forms of all units: what each is called, and all of them in a folder or in one
//! archive.
//!
//! In: units, and the bytes of their forms. Out: names that every system takes and every person reads; files that are there whole. Not
//! for: what is in a form. A set never mixes with another: where a name is taken by a file with other bytes, filled in or of another
//! day, the whole set goes to a folder with a number behind its name.

use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::base::opening;
use crate::campaign::scheme::Scheme;
use crate::campaign::units::Unit;
use crate::output::files::{self, OtherNameBecause, OutputError};
use crate::output::{WriteError, reserved, temporary};

/// How many names are tried.
const NAMES: u32 = 99;
/// Files that are written aside at a time: each is open until it has its name.
const AT_ONCE: usize = 100;
/// The longest name of a unit in the name of a file, in characters: paths have an end on Windows.
const LONGEST: usize = 90;
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

/// The names of the forms of units: the unit's own name, its level or its code behind it where two would be called alike, be it only on
/// a system that takes letters of either case for the same.
pub fn names(units: &[&Unit], scheme: &Scheme, year: i32) -> Vec<String> {
    let stem = |unit: &Unit, more: &str| safe(&format!("Phiếu {year} - {}{more}", unit.name));
    let level = |unit: &Unit| {
        let level = scheme.level(&unit.id.level);
        let name = level.map_or(unit.id.level.0.as_str(), |level| level.name.as_str());
        format!(" ({name})")
    };
    let code = |unit: &Unit| format!(" ({} {})", unit.id.level, unit.id.code);
    let mut names: Vec<String> = units.iter().map(|unit| stem(unit, "")).collect();
    let ways: [&dyn Fn(&Unit) -> String; 2] = [&level, &code];
    for way in ways {
        let twice = twice(&names);
        for ((name, unit), is_twice) in names.iter_mut().zip(units).zip(twice) {
            if is_twice {
                *name = stem(unit, &way(unit));
            }
        }
    }
    // What still is alike differs in signs that no file name has.
    let mut number = 1;
    for (index, is_twice) in twice(&names).into_iter().enumerate() {
        if let Some(name) = names.get_mut(index).filter(|_| is_twice) {
            number += 1;
            name.push_str(&format!(" {number}"));
        }
    }
    names.iter().map(|name| format!("{name}{ENDING}")).collect()
}

/// Which names are alike on some system.
fn twice(names: &[String]) -> Vec<bool> {
    let lower: Vec<String> = names.iter().map(|name| name.to_lowercase()).collect();
    let mut counts = std::collections::BTreeMap::<&str, usize>::new();
    for name in &lower {
        *counts.entry(name).or_default() += 1;
    }
    let is_twice = |name: &String| counts.get(name.as_str()).is_some_and(|count| *count > 1);
    lower.iter().map(is_twice).collect()
}

/// A name as every system takes it: composed letters, no signs that mean something else, no blank or full stop at its end.
fn safe(name: &str) -> String {
    let name = name.replace(':', " -");
    let clean = |c: char| match c {
        '<' | '>' | '"' | '/' | '\\' | '|' | '?' | '*' => '-',
        c if c.is_control() || c.is_whitespace() => ' ',
        c => c,
    };
    let clean: String = name.nfc().map(clean).collect();
    let words: Vec<&str> = clean.split_whitespace().collect();
    let short: String = words.join(" ").chars().take(LONGEST).collect();
    let name = short.trim_end_matches([' ', '.']).to_string();
    if reserved::is_impossible(&name) || name.is_empty() {
        format!("_{}", name.replace(|c: char| !c.is_alphanumeric(), "_"))
    } else {
        name
    }
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
    if folder.symlink_metadata().is_ok() && !folder.is_dir() {
        return None;
    }
    let mut missing = Vec::new();
    for one in set {
        let path = folder.join(&one.name);
        match path.symlink_metadata() {
            Err(_) => missing.push(one),
            Ok(found) => {
                let limit = one.bytes.len() as u64 + 1;
                let is_same = || opening::start(&path, limit).is_ok_and(|bytes| bytes == one.bytes);
                if !found.is_file() || !is_same() {
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
    temporary::make_folder(folder).map_err(|source| OutputError::Folder {
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
    fn names_are_as_every_system_takes_them() {
        for (name, expected) in [
            ("Phiếu 2025 - Sở Y tế", "Phiếu 2025 - Sở Y tế"),
            ("a: b / c\\d?\t\"e\" ", "a - b - c-d- -e-"),
            ("Sở.", "Sở"),
            // A letter with its mark apart, as some systems write it.
            ("Ho\u{300}a", "Hòa"),
            ("con", "_con"),
            ("..", "_"),
        ] {
            assert_eq!(safe(name), expected, "{name}");
        }
        let long = safe(&"ế".repeat(300));
        assert_eq!(long.chars().count(), LONGEST);
    }

    #[test]
    fn names_that_differ_in_case_alone_are_alike() {
        let names = ["Xã Đỏ", "XÃ ĐỎ", "Xã Xanh"].map(str::to_string);
        assert_eq!(twice(&names), [true, true, false]);
    }

    #[test]
    fn folders_are_numbered_behind_their_whole_name() {
        assert_eq!(
            numbered(Path::new("a/đợt 2.1"), 2),
            Path::new("a/đợt 2.1_2")
        );
    }
}
