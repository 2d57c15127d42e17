//! The temporary files that become results, and what becomes of them when the program is stopped.
//!
//! In: a folder. Out: a new file in it that is renamed to a result, or removed; and the folder without the files of runs that were
//! killed. Not for: what a result may be called.
//!
//! Each file is locked by the process that writes it, and a lock ends with its process however that ended, on this machine or on
//! another that has the folder open. So a file whose lock is free is left over. Its name has the number of the process for
//! people alone: numbers are used again, and mean nothing on another machine.

#![expect(
    clippy::disallowed_methods,
    reason = "the door through which results are written"
)]

use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tempfile::{NamedTempFile, PersistError};

/// How the names begin.
const START: &str = ".tonghop-";
/// How they end.
const END: &str = ".tmp";
/// Where a file system knows no locks, a file that nobody has written to for so long is left over: no run takes a day.
const LEFT: Duration = Duration::from_secs(24 * 3600);

/// The files of this process. Held while one is made or renamed, so that whoever stops the program knows each of them.
static FILES: Mutex<Files> = Mutex::new(Files {
    open: BTreeSet::new(),
    written: Vec::new(),
});

struct Files {
    /// Temporary files that are there.
    open: BTreeSet<PathBuf>,
    /// Results that they became.
    written: Vec<PathBuf>,
}

fn files() -> MutexGuard<'static, Files> {
    FILES.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Removes every temporary file, and gives the results that were written. Whoever would make or rename one from now on waits for
/// the end of the process, which is to follow at once.
pub fn stop() -> Vec<PathBuf> {
    let files = files();
    for path in &files.open {
        // It may have been removed already.
        let _ = fs::remove_file(path);
    }
    let written = files.written.clone();
    std::mem::forget(files);
    written
}

/// Removes the files in a folder that runs left there which were killed. What cannot be removed stays; nothing depends on it.
pub(super) fn clear(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        if is_file && entry.file_name().to_str().is_some_and(is_temporary) {
            clear_one(&entry.path());
        }
    }
}

fn clear_one(path: &Path) {
    let Ok(file) = File::options().read(true).write(true).open(path) else {
        return;
    };
    let age = || {
        file.metadata()?
            .modified()?
            .elapsed()
            .map_err(io::Error::other)
    };
    let is_left = match file.try_lock() {
        Ok(()) => true,
        Err(TryLockError::WouldBlock) => false,
        Err(TryLockError::Error(_)) => age().is_ok_and(|age| age > LEFT),
    };
    if is_left {
        // Under the lock: whoever has made it just now sees that it is taken, or gone.
        let _ = fs::remove_file(path);
    }
}

/// Makes a folder, and those around it, where there is none.
pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

/// Whether a name is `.tonghop-PROCESS-XXXXXX.tmp`.
fn is_temporary(name: &str) -> bool {
    let inner = name
        .strip_prefix(START)
        .and_then(|rest| rest.strip_suffix(END));
    let parts = inner.and_then(|inner| inner.split_once('-'));
    parts.is_some_and(|(process, random)| {
        !process.is_empty()
            && process.bytes().all(|byte| byte.is_ascii_digit())
            && random.len() == 6
            && random.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

/// A new file with its lock. Not `tempfile_in`, which keeps a new file to its owner: a result has the permissions of any new file.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] where another name has to be tried.
fn locked(path: &Path) -> io::Result<File> {
    let file = File::create_new(path)?;
    let is_taken = matches!(file.try_lock(), Err(TryLockError::WouldBlock));
    // A run that clears may have come before the lock.
    if is_taken || !path.exists() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    Ok(file)
}

/// A file that is removed unless it becomes a result.
#[derive(Debug)]
pub(super) struct Temporary {
    // Removed before it is struck off.
    file: NamedTempFile,
    listed: UsedEntry,
}

/// The entry of a file that is there.
#[derive(Debug)]
struct UsedEntry(PathBuf);

impl Drop for UsedEntry {
    fn drop(&mut self) {
        files().open.remove(&self.0);
    }
}

/// A file that could not become a result, and why.
#[derive(Debug)]
pub(super) struct NotRenamed {
    pub(super) error: io::Error,
    pub(super) file: Temporary,
}

impl Temporary {
    /// Makes `.tonghop-PROCESS-XXXXXX.tmp` in a folder.
    ///
    /// # Errors
    /// If the folder does not let us.
    pub(super) fn new(folder: &Path) -> io::Result<Temporary> {
        let mut files = files();
        let file = tempfile::Builder::new()
            .prefix(&format!("{START}{}-", process::id()))
            .suffix(END)
            .make_in(folder, locked)?;
        // `NamedTempFile` has its path absolute.
        let path = file.path().to_path_buf();
        files.open.insert(path.clone());
        drop(files);
        Ok(Temporary {
            file,
            listed: UsedEntry(path),
        })
    }

    /// Has all that was written on the disk.
    ///
    /// # Errors
    /// What the system says.
    pub(super) fn sync(&self) -> io::Result<()> {
        self.file.as_file().sync_all()
    }

    /// Renames the file, in place of what is there.
    ///
    /// # Errors
    /// If the system does not let us; the file is given back.
    pub(super) fn persist(self, target: &Path) -> Result<(), NotRenamed> {
        self.rename(target, NamedTempFile::persist)
    }

    /// Renames the file, where nothing is there.
    ///
    /// # Errors
    /// As [`Temporary::persist`], and [`io::ErrorKind::AlreadyExists`].
    pub(super) fn persist_new(self, target: &Path) -> Result<(), NotRenamed> {
        self.rename(target, NamedTempFile::persist_noclobber)
    }

    fn rename(
        self,
        target: &Path,
        rename: fn(NamedTempFile, PathBuf) -> Result<File, PersistError>,
    ) -> Result<(), NotRenamed> {
        let Temporary { file, listed } = self;
        let mut files = files();
        match rename(file, target.to_path_buf()) {
            Ok(_) => {
                files.written.push(target.to_path_buf());
                drop(files);
                Ok(())
            }
            Err(failed) => {
                drop(files);
                let (error, file) = (failed.error, failed.file);
                Err(NotRenamed {
                    error,
                    file: Temporary { file, listed },
                })
            }
        }
    }
}

impl Write for Temporary {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn is_listed(path: &Path) -> bool {
        files().open.contains(path)
    }

    #[test]
    fn a_file_is_listed_as_long_as_it_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let file = Temporary::new(folder.path()).unwrap();
        let path = file.listed.0.clone();
        assert!(path.exists() && is_listed(&path));
        drop(file);
        assert!(!path.exists() && !is_listed(&path));
    }

    #[test]
    fn a_result_is_no_temporary_file_any_more() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("a.xlsx");
        let missing = folder.path().join("none").join("a.xlsx");
        let file = Temporary::new(folder.path()).unwrap();
        let path = file.listed.0.clone();
        let file = file.persist(&missing).unwrap_err().file;
        assert!(path.exists() && is_listed(&path));
        file.persist(&target).unwrap();
        assert!(target.exists() && !path.exists() && !is_listed(&path));
        assert!(files().written.contains(&target));
    }

    #[test]
    fn a_new_file_takes_the_place_of_none() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("a.xlsx");
        fs::write(&target, "somebody's").unwrap();
        let not = Temporary::new(folder.path()).unwrap();
        let not = not.persist_new(&target).unwrap_err();
        assert_eq!(not.error.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&target).unwrap(), b"somebody's");
        let free = folder.path().join("b.xlsx");
        not.file.persist_new(&free).unwrap();
        assert!(free.exists());
    }

    #[test]
    fn what_a_killed_run_left_is_cleared_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let left = path(".tonghop-4194305-a1B2c3.tmp");
        fs::write(&left, "half a workbook").unwrap();
        let others = [
            ".tonghop-a1B2c3.tmp",
            ".tonghop-1-a1B2c.tmp",
            ".tonghop-1-a1B2c3.xlsx",
            "tonghop-1-a1B2c3.tmp",
            ".tonghop--a1B2c3.tmp",
        ];
        for name in others {
            fs::write(path(name), "").unwrap();
        }
        fs::create_dir(path(".tonghop-1-ffffff.tmp")).unwrap();
        let open = Temporary::new(folder.path()).unwrap();
        clear(folder.path());
        assert!(!left.exists());
        assert!(open.listed.0.exists());
        assert!(others.iter().all(|name| path(name).exists()));
        assert!(path(".tonghop-1-ffffff.tmp").exists());
        drop(open);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 6);
    }
}
