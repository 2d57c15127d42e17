//! Bytes to a file: whole or not at all, never over a file that is not ours, and never over somebody's work in one that is.
//!
//! In: a path and bytes. Out: a file of that name, or of a second name where the first is taken, locked or was changed by hand.
//! Not for: what the bytes mean, but for knowing the program's own files by their stamp; who calls says whether one was changed.
//!
//! Bytes go to `.tonghop-PROCESS-XXXXXX.tmp` beside the path first (`temporary.rs`); results that belong together are all written
//! aside before the first takes its place. What a killed run leaves is cleared by the next, and never taken for a return.

use std::ffi::{OsStr, OsString};
use std::io::{self, BufWriter, IntoInnerError, Write};
use std::path::{Path, PathBuf};

use crate::base::disk::{self, DiskEntry};
use crate::output::file_in_place::FileInPlace;
use crate::output::glimpse::{self, Glimpse};
use crate::output::in_use::{has_owner_file, is_open_elsewhere};
pub use crate::output::output_error::OutputError;
use crate::output::staging::{self, NotPut, Staging};
use crate::output::{OutputFormat, format_of, main_format, reserved};
use crate::result::edits::Edits;

/// How many names are tried.
pub const NAMES: u32 = 99;
/// Bytes that are handed to the system at once.
const BUFFER: usize = 1024 * 1024;

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The file.
    pub path: PathBuf,
    /// Why it does not have the name that was asked for. `None`: it has.
    pub instead_of: Option<OtherNameBecause>,
    /// Whether it is a workbook that lacks its seal, so that changes in it cannot be told later.
    pub is_unsealed: bool,
    /// The further names that were taken, and why.
    pub also: Vec<(PathBuf, OtherNameBecause)>,
}

/// Why a file has another name than was asked for. Of several reasons the first one's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OtherNameBecause {
    /// A file of that name exists, and this program did not make it.
    NotOurs,
    /// The file of that name is open in another program, which keeps others from replacing it.
    Locked,
    /// As a file beside the file of that name says, somebody has it open.
    OwnerFile,
    /// The system does not let us read or replace the file of that name.
    NotAllowed,
    /// The file of that name may only be read.
    ReadOnly,
    /// A result of ours in which somebody changed these cells.
    Edited(Box<Edits>),
    /// A result of ours of which cannot be told whether somebody changed it.
    Unsealed,
    /// A result of ours that was changed, nobody knows where.
    Changed,
    /// A result of ours of which only the looks were changed.
    Looks,
}

/// What stands in the way of a name.
enum NameStatus {
    /// Nothing, or a result of ours that nobody changed.
    Free,
    /// The very bytes that are to be written.
    Same,
    /// Something that stays.
    Blocked(OtherNameBecause),
}

/// Says of a result of ours in this format why it may not be replaced; `None` where it may.
pub type Judge<'a> =
    &'a dyn Fn(&dyn OutputFormat, &mut FileInPlace<'_>) -> Option<OtherNameBecause>;

/// Says of a file why it may not be replaced; `None` where it is ours and may.
pub type Kept<'a> = &'a dyn Fn(&mut FileInPlace<'_>) -> Option<OtherNameBecause>;

/// Tests, before the long work, whether a file could be written at a path. Leaves nothing behind, also nothing that killed runs
/// left.
///
/// # Errors
/// [`OutputError::Folder`] if its folder is missing or not writable, [`OutputError::NoName`] for a path without a name that a file
/// can have.
pub fn probe(path: &Path) -> Result<(), OutputError> {
    ready(path).map(drop)
}

/// A temporary file beside a path that can be one, in a folder that is clear of what killed runs left.
fn ready(path: &Path) -> Result<Staging, OutputError> {
    let is_impossible =
        |name: &OsStr| cfg!(windows) && reserved::is_impossible(&name.to_string_lossy());
    if path.file_name().is_none_or(is_impossible) {
        return Err(OutputError::NoName {
            path: path.to_path_buf(),
        });
    }
    staging::clear(folder(path));
    new_staging(path)
}

/// Writes a file where there is none, in a folder that is made if there is none either. What is there stays, whatever it is.
///
/// # Errors
/// [`OutputError::Folder`] if the folder cannot be made, [`OutputError::File`] if the file cannot be written, or is there.
pub fn create(path: &Path, bytes: &[u8]) -> Result<(), OutputError> {
    staging::make_folder(folder(path)).map_err(|source| OutputError::Folder {
        folder: folder(path).to_path_buf(),
        source,
    })?;
    let StagedFile { file, .. } = aside(path, bytes)?;
    file.put_new(path).map_err(|not| failed(path, not.error))
}

/// Bytes that lie beside the path that they are for, all of them on the disk.
#[derive(Debug)]
pub struct StagedFile<'a> {
    /// They, where they are in memory.
    bytes: Option<&'a [u8]>,
    file: Staging,
}

/// Writes bytes beside a path.
///
/// # Errors
/// [`OutputError::Folder`] if the folder cannot be written into, [`OutputError::File`] if the bytes cannot be written,
/// [`OutputError::NoName`] for a path without a name.
pub fn aside<'a>(path: &Path, bytes: &'a [u8]) -> Result<StagedFile<'a>, OutputError> {
    let mut file = ready(path)?;
    let mut written = file.write_all(bytes).and_then(|()| file.flush());
    written = written.and_then(|()| file.sync());
    written.map_err(|source| failed(path, source))?;
    let bytes = Some(bytes);
    Ok(StagedFile { bytes, file })
}

/// Has bytes written beside a path, which need never be in memory together. Gives what the writer gives as well.
///
/// # Errors
/// What the writer says; else as [`aside`], by way of it.
pub fn aside_by<T, E: From<OutputError>>(
    path: &Path,
    write: impl FnOnce(&mut (dyn Write + Send)) -> Result<T, E>,
) -> Result<(StagedFile<'static>, T), E> {
    let mut file = BufWriter::with_capacity(BUFFER, ready(path)?);
    let made = write(&mut file)?;
    let file = file.into_inner().map_err(IntoInnerError::into_error);
    let file = file.and_then(|file| file.sync().map(|()| file));
    let file = file.map_err(|source| failed(path, source))?;
    Ok((StagedFile { bytes: None, file }, made))
}

/// The name that a file would get now: the path itself, or `name_2`, `name_3` … where something that stays is in the way. `judge` as for
/// [`StagedFile::put`].
///
/// # Errors
/// [`OutputError::File`] if no name is free.
pub fn free(path: &Path, judge: Judge<'_>) -> Result<PathBuf, OutputError> {
    let mut names = (1..=NAMES).map(|number| numbered(path, number));
    let is_free = |target: &PathBuf| {
        let kept = |found: &mut FileInPlace<'_>| kept_because(found, judge, false);
        !matches!(way(target, None, &kept), NameStatus::Blocked(_))
    };
    let free = names.find(is_free);
    free.ok_or_else(|| failed(path, io::ErrorKind::AlreadyExists.into()))
}

/// Why a file may not be replaced by a result, or by a decision workbook.
fn kept_because(
    found: &mut FileInPlace<'_>,
    judge: Judge<'_>,
    is_decisions: bool,
) -> Option<OtherNameBecause> {
    let there = found.seen();
    let known = format_of(there).or_else(|| there.is_decisions().then(main_format));
    // A result never takes the place of a decision workbook, nor the other way round.
    let Some(format) = known.filter(|_| there.is_decisions() == is_decisions) else {
        return Some(OtherNameBecause::NotOurs);
    };
    judge(format, found)
}

impl StagedFile<'_> {
    /// Gives the bytes the name of a path in that folder, or `name_2`, `name_3` … where that file is not ours, locked, or
    /// somebody's work, as `judge` says.
    ///
    /// # Errors
    /// [`OutputError::File`] if the system does not let us, or no name is free.
    pub fn put(self, path: &Path, judge: Judge<'_>) -> Result<Written, OutputError> {
        let bytes = self.bytes.unwrap_or_default();
        let is_decisions = Glimpse::bytes(bytes).is_decisions();
        self.put_where(path, &|found| kept_because(found, judge, is_decisions))
    }

    /// As [`StagedFile::put`], where `kept` says of any file in the way why it stays.
    ///
    /// # Errors
    /// As there.
    pub fn put_where(self, path: &Path, kept_because: Kept<'_>) -> Result<Written, OutputError> {
        let StagedFile { bytes, mut file } = self;
        let mut taken: Vec<(PathBuf, OtherNameBecause)> = Vec::new();
        for number in 1..=NAMES {
            let target = numbered(path, number);
            match way(&target, bytes, kept_because) {
                NameStatus::Free => {}
                NameStatus::Same if file.is_in_memory() => {}
                NameStatus::Same => return Ok(written(target, taken)),
                NameStatus::Blocked(why) => {
                    taken.push((target, why));
                    continue;
                }
            }
            let NotPut { error, staging } = match file.put(&target) {
                Ok(()) => return Ok(written(target, taken)),
                Err(not) => not,
            };
            let kept = if disk::exists(&target) {
                kept(&target, &error)
            } else {
                None
            };
            let why = kept.ok_or_else(|| failed(path, error))?;
            taken.push((target, why));
            file = staging;
        }
        Err(failed(path, io::ErrorKind::AlreadyExists.into()))
    }
}

/// Writes bytes to a path, as [`aside`] and [`StagedFile::put`] do.
///
/// # Errors
/// As theirs.
pub fn write(path: &Path, bytes: &[u8], judge: Judge<'_>) -> Result<Written, OutputError> {
    aside(path, bytes)?.put(path, judge)
}

fn written(path: PathBuf, taken: Vec<(PathBuf, OtherNameBecause)>) -> Written {
    let mut taken = taken.into_iter();
    Written {
        path,
        instead_of: taken.next().map(|(_, reason)| reason),
        also: taken.collect(),
        is_unsealed: false,
    }
}

fn failed(path: &Path, source: io::Error) -> OutputError {
    OutputError::File {
        path: path.to_path_buf(),
        source,
    }
}

/// The folder of a path.
fn folder(path: &Path) -> &Path {
    let parent = path.parent().unwrap_or(Path::new(""));
    if parent.as_os_str().is_empty() {
        Path::new(".")
    } else {
        parent
    }
}

/// A temporary file beside the path, so that renaming it stays on one disk.
fn new_staging(path: &Path) -> Result<Staging, OutputError> {
    let folder = folder(path);
    Staging::new(folder).map_err(|error| OutputError::Folder {
        folder: folder.to_path_buf(),
        // Only its kind: its text names the temporary file, which says nothing to anybody.
        source: error.kind().into(),
    })
}

/// The path itself, then `name_2.xlsx`, `name_3.xlsx` …
pub fn numbered(path: &Path, number: u32) -> PathBuf {
    if number == 1 {
        return path.to_path_buf();
    }
    let mut name: OsString = path.file_stem().unwrap_or_default().to_os_string();
    name.push(format!("_{number}"));
    if let Some(extension) = path.extension() {
        name.push(".");
        name.push(extension);
    }
    path.with_file_name(name)
}

/// Whether a file may be put there.
fn way(target: &Path, bytes: Option<&[u8]>, kept_because: Kept<'_>) -> NameStatus {
    let found = match disk::entry_or_link(target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return NameStatus::Free,
        Ok(found) if found.is_regular() => found,
        _ => return NameStatus::Blocked(OtherNameBecause::NotOurs),
    };
    let mut there = match FileInPlace::open(target) {
        Ok(there) => there,
        Err(error) => {
            return NameStatus::Blocked(kept(target, &error).unwrap_or(OtherNameBecause::NotOurs));
        }
    };
    if bytes.is_some_and(|bytes| there.is(bytes)) {
        return NameStatus::Same;
    }
    match kept_because(&mut there) {
        Some(OtherNameBecause::NotOurs) => {
            return NameStatus::Blocked(OtherNameBecause::NotOurs);
        }
        _ if found.is_read_only => {
            return NameStatus::Blocked(OtherNameBecause::ReadOnly);
        }
        Some(reason) => return NameStatus::Blocked(reason),
        None if has_owner_file(target) => return NameStatus::Blocked(OtherNameBecause::OwnerFile),
        None => {}
    }
    // Somebody may have saved it while it was looked at.
    let state = |found: &DiskEntry| (found.bytes, found.modified);
    let is_still = disk::entry_or_link(target).is_ok_and(|now| state(&now) == state(&found));
    if is_still {
        NameStatus::Free
    } else {
        NameStatus::Blocked(OtherNameBecause::Changed)
    }
}

/// Who made the file of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Maker {
    /// There is no such file.
    Nobody,
    /// This program.
    Us,
    /// Somebody else.
    Others,
}

/// Who made the file of a name.
///
/// # Errors
/// The file is there and cannot be read.
pub fn maker(path: &Path) -> io::Result<Maker> {
    match Glimpse::open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Maker::Nobody),
        Err(error) => Err(error),
        Ok(found) if format_of(&found).is_some() => Ok(Maker::Us),
        Ok(_) => Ok(Maker::Others),
    }
}

/// Whether a file is a result of this program's, in any of its formats. A file that cannot be read is not.
pub fn is_ours(path: &Path) -> bool {
    matches!(maker(path), Ok(Maker::Us))
}

/// Whether this program made a file: a result, or a decision workbook.
pub fn is_own(path: &Path) -> bool {
    is_ours(path) || glimpse::is_decisions(path)
}

/// Why the system keeps us from a file that is there, where another name may do.
fn kept(target: &Path, error: &io::Error) -> Option<OtherNameBecause> {
    if is_open_elsewhere(target, error) {
        Some(OtherNameBecause::Locked)
    } else if error.kind() == io::ErrorKind::PermissionDenied {
        Some(OtherNameBecause::NotAllowed)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_file_that_is_open_is_called_open() {
        use io::ErrorKind as Kind;
        let path = Path::new("a.xlsx");
        let of = |kind: Kind| kept(path, &kind.into());
        assert_eq!(
            of(Kind::PermissionDenied),
            Some(OtherNameBecause::NotAllowed)
        );
        assert_eq!(of(Kind::ReadOnlyFilesystem), None);
        assert_eq!(of(Kind::StorageFull), None);
        if cfg!(not(windows)) {
            assert_eq!(of(Kind::ResourceBusy), Some(OtherNameBecause::Locked));
        }
    }
}
