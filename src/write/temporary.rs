//! The temporary files that become results, and what becomes of them when the program is stopped.
//!
//! In: a folder. Out: a new file in it that is renamed to a result, or removed. Not for: what a result may be called.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tempfile::NamedTempFile;

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

/// A file that is removed unless it becomes a result.
#[derive(Debug)]
pub(super) struct Temporary {
    // Removed before it is struck off.
    file: NamedTempFile,
    listed: Listed,
}

/// The entry of a file that is there.
#[derive(Debug)]
struct Listed(PathBuf);

impl Drop for Listed {
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
    /// Makes `.tonghop-XXXXXX.tmp` in a folder.
    ///
    /// # Errors
    /// If the folder does not let us.
    pub(super) fn new(folder: &Path) -> io::Result<Temporary> {
        let mut files = files();
        let file = tempfile::Builder::new()
            .prefix(".tonghop-")
            .suffix(".tmp")
            // Not `tempfile_in`, which keeps a new file to its owner: a result has the permissions of any new file.
            .make_in(folder, |path| File::create_new(path))?;
        // `NamedTempFile` has its path absolute.
        let path = file.path().to_path_buf();
        files.open.insert(path.clone());
        drop(files);
        Ok(Temporary {
            file,
            listed: Listed(path),
        })
    }

    pub(super) fn as_file(&self) -> &File {
        self.file.as_file()
    }

    /// Renames the file, in place of what is there.
    ///
    /// # Errors
    /// If the system does not let us; the file is given back.
    pub(super) fn persist(self, target: &Path) -> Result<(), NotRenamed> {
        let Temporary { file, listed } = self;
        let mut files = files();
        match file.persist(target) {
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
}
