//! Bytes to a file: whole or not at all, never over a file that is not ours, and never over somebody's work in one that is.
//!
//! In: a path and bytes. Out: a file of that name, or of a second name where the first is taken, locked or was changed by hand.
//! Not for: what the bytes mean, but for knowing the program's own files by their stamp; who calls says whether one was changed.
//!
//! Bytes go to `.tonghop-XXXXXX.tmp` beside the path first (`temporary.rs`). A run that is killed while it writes leaves that file
//! behind and the old result as it was; the left file may be deleted, and no run takes it for a return.

use std::ffi::OsString;
use std::fs::{File, Metadata};
use std::io::{self, BufReader, Read, Write};
use std::path::{Path, PathBuf};

use zip::ZipArchive;

use crate::edits::Edits;
use crate::outside::Shown;
use crate::seal::json_is_own;
use crate::write::temporary::Temporary;
use crate::write::xlsx::{AUDIT_STAMP, DIFF_STAMP, STAMP};

/// How many names are tried.
const NAMES: u32 = 99;
/// Bytes of `docProps/custom.xml` that are looked at; our own has less than a thousand.
const PROPERTIES: u64 = 64 * 1024;
/// Bytes of a file in the way that are looked at.
const LARGEST: u64 = 512 * 1024 * 1024;
/// Bytes at the start of a text that are looked at.
const SIGNATURE: u64 = 1024;

/// Why a file could not be written.
#[derive(Debug, thiserror::Error)]
pub enum OutputError {
    /// The folder does not exist or does not let us write into it.
    #[error("cannot write into the folder {}", Shown::path(folder))]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// The cause.
        source: io::Error,
    },
    /// The file could not be written.
    #[error("cannot write {}", Shown::path(path))]
    File {
        /// The file.
        path: PathBuf,
        /// The cause.
        source: io::Error,
    },
    /// The path names no file.
    #[error("{} does not name a file", Shown::path(path))]
    NoName {
        /// The path.
        path: PathBuf,
    },
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The file.
    pub path: PathBuf,
    /// Why it does not have the name that was asked for. `None`: it has.
    pub instead_of: Option<Reason>,
    /// The further names that were taken, and why.
    pub also: Vec<(PathBuf, Reason)>,
}

/// Why a file has another name than was asked for. Of several reasons the first one's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A file of that name exists, and this program did not make it.
    NotOurs,
    /// The file of that name cannot be replaced, because it is open in another program or protected.
    Locked,
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
enum Way {
    /// Nothing, or a result of ours that nobody changed.
    Free,
    /// The very bytes that are to be written.
    Same,
    /// Something that stays.
    Blocked(Reason),
}

/// Says why a result of ours with these bytes may not be replaced; `None` where it may.
pub type Judge<'a> = &'a dyn Fn(&[u8]) -> Option<Reason>;

/// Tests, before the long work, whether a file could be written at a path. Leaves nothing behind.
///
/// # Errors
/// [`OutputError::Folder`] if its folder is missing or not writable, [`OutputError::NoName`] for a path without a name.
pub fn probe(path: &Path) -> Result<(), OutputError> {
    if path.file_name().is_none() {
        return Err(OutputError::NoName {
            path: path.to_path_buf(),
        });
    }
    temporary(path).map(drop)
}

/// Writes bytes to a path, or to `name_2`, `name_3` … where that file is not ours, locked, or somebody's work, as `judge` says.
///
/// # Errors
/// [`OutputError::Folder`] if the folder cannot be written into, [`OutputError::File`] if the bytes cannot be written or
/// no name is free, [`OutputError::NoName`] for a path without a name.
pub fn write(path: &Path, bytes: &[u8], judge: Judge<'_>) -> Result<Written, OutputError> {
    probe(path)?;
    let failed = |source| OutputError::File {
        path: path.to_path_buf(),
        source,
    };
    let mut file = temporary(path)?;
    file.write_all(bytes).map_err(failed)?;
    file.flush().map_err(failed)?;
    file.as_file().sync_all().map_err(failed)?;
    let mut taken: Vec<(PathBuf, Reason)> = Vec::new();
    for number in 1..=NAMES {
        let target = numbered(path, number);
        match way(&target, bytes, judge) {
            Way::Free => {}
            Way::Same => return Ok(written(target, taken)),
            Way::Blocked(why) => {
                taken.push((target, why));
                continue;
            }
        }
        match file.persist(&target) {
            Ok(()) => return Ok(written(target, taken)),
            Err(error) if is_locked(&error.error) && target.exists() => {
                taken.push((target, Reason::Locked));
                file = error.file;
            }
            Err(error) => return Err(failed(error.error)),
        }
    }
    Err(failed(io::ErrorKind::AlreadyExists.into()))
}

fn written(path: PathBuf, taken: Vec<(PathBuf, Reason)>) -> Written {
    let mut taken = taken.into_iter();
    Written {
        path,
        instead_of: taken.next().map(|(_, reason)| reason),
        also: taken.collect(),
    }
}

/// A temporary file beside the path, so that renaming it stays on one disk.
fn temporary(path: &Path) -> Result<Temporary, OutputError> {
    let parent = path.parent().unwrap_or(Path::new(""));
    let folder = if parent.as_os_str().is_empty() {
        Path::new(".")
    } else {
        parent
    };
    Temporary::new(folder).map_err(|error| OutputError::Folder {
        folder: folder.to_path_buf(),
        // Only its kind: its text names the temporary file, which says nothing to anybody.
        source: error.kind().into(),
    })
}

/// The path itself, then `name_2.xlsx`, `name_3.xlsx` …
fn numbered(path: &Path, number: u32) -> PathBuf {
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
fn way(target: &Path, bytes: &[u8], judge: Judge<'_>) -> Way {
    let found = match target.symlink_metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Way::Free,
        Ok(found) if found.is_file() => found,
        _ => return Way::Blocked(Reason::NotOurs),
    };
    let content = match content(target) {
        Ok(content) => content,
        Err(error) if is_locked(&error) => return Way::Blocked(Reason::Locked),
        Err(_) => return Way::Blocked(Reason::NotOurs),
    };
    if content == bytes {
        return Way::Same;
    }
    if !is_ours(target) {
        return Way::Blocked(Reason::NotOurs);
    }
    if found.permissions().readonly() {
        return Way::Blocked(Reason::ReadOnly);
    }
    if let Some(reason) = judge(&content) {
        return Way::Blocked(reason);
    }
    // Somebody may have saved it while it was looked at.
    let state = |found: &Metadata| (found.len(), found.modified().ok());
    let is_still = target
        .symlink_metadata()
        .is_ok_and(|now| state(&now) == state(&found));
    if is_still {
        Way::Free
    } else {
        Way::Blocked(Reason::Changed)
    }
}

/// The bytes of a file; of one that is larger than any result, only so many that it is none.
fn content(target: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(target)?.take(LARGEST).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Whether a file is a result of this program's: a workbook (or another package) that carries its stamp, or text that
/// names it at its start, as the JSON does. A file that cannot be read is not.
pub fn is_ours(path: &Path) -> bool {
    stamped(path).unwrap_or(false) || signed(path).unwrap_or(false)
}

fn stamped(path: &Path) -> io::Result<bool> {
    let mut archive = ZipArchive::new(BufReader::new(File::open(path)?))?;
    let part = archive.by_name("docProps/custom.xml")?;
    let properties = start(part, PROPERTIES)?;
    let mut stamps = [STAMP, AUDIT_STAMP, DIFF_STAMP].into_iter();
    Ok(stamps.any(|stamp| contains(&properties, &format!("name=\"{stamp}\""))))
}

fn signed(path: &Path) -> io::Result<bool> {
    let start = start(File::open(path)?, SIGNATURE)?;
    Ok(json_is_own(&start) || (start.starts_with(b"<") && contains(&start, STAMP)))
}

/// The first bytes of what can be read.
fn start(from: impl Read, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(limit).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn contains(bytes: &[u8], text: &str) -> bool {
    let wanted = text.as_bytes();
    bytes.windows(wanted.len()).any(|part| part == wanted)
}

/// On Windows, a file that Excel has open cannot be replaced: access denied, or a sharing or lock violation.
fn is_locked(error: &io::Error) -> bool {
    const SHARING_VIOLATION: i32 = 32;
    const LOCK_VIOLATION: i32 = 33;
    let code = error.raw_os_error();
    error.kind() == io::ErrorKind::PermissionDenied
        || (cfg!(windows) && matches!(code, Some(SHARING_VIOLATION | LOCK_VIOLATION)))
}
