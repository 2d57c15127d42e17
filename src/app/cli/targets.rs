//! Where results go, looked at before the work begins.
//!
//! In: the paths of results, and the files that are read. Out: an error where a result could not be written, would have a name that
//! says something else than what is in it, or would take the place of another result or of what is being read. Not for: results of
//! this program and people's edits in them, which their formats know.

use std::path::{Path, PathBuf};

use crate::app::cli::formats::Target;
use crate::app::pipeline::settings;
use crate::base::disk;
use crate::base::error::Error;
use crate::output::files::{self, Maker};

/// Refuses results that were named one by one and cannot be meant.
///
/// # Errors
/// [`Error::OutputForm`], [`Error::OutputNoFile`], [`Error::OutputTwice`], [`Error::OutputIsInput`]; else as for a file that
/// cannot be written.
pub fn named(results: &[Target], read: &[&Path]) -> Result<(), Error> {
    let paths = results.iter().map(|target| target.path.as_path());
    let paths: Vec<&Path> = paths.collect();
    for path in &paths {
        // A pipe would keep the program waiting.
        if disk::entry(path).is_ok_and(|found| !found.is_regular()) {
            return Err(Error::OutputNoFile(path.to_path_buf()));
        }
    }
    apart(&paths, read)?;
    for Target { format, path } in results {
        let wanted = format.extension();
        let has = path.extension();
        if !has.is_some_and(|has| has.eq_ignore_ascii_case(wanted)) {
            return Err(Error::OutputForm {
                path: path.clone(),
                wanted,
            });
        }
    }
    paths.into_iter().try_for_each(probe)
}

/// Refuses results that are one file, or that are read too.
///
/// # Errors
/// [`Error::OutputTwice`], [`Error::OutputIsInput`].
pub fn apart(results: &[&Path], read: &[&Path]) -> Result<(), Error> {
    let read: Vec<PathBuf> = read.iter().map(|path| identity(path)).collect();
    let mut seen: Vec<PathBuf> = Vec::new();
    for path in results {
        let own = identity(path);
        if read.contains(&own) {
            return Err(Error::OutputIsInput(path.to_path_buf()));
        }
        if seen.contains(&own) {
            return Err(Error::OutputTwice(path.to_path_buf()));
        }
        seen.push(own);
    }
    Ok(())
}

/// A path by which a file is known, whether it exists yet or not and however it was typed.
fn identity(path: &Path) -> PathBuf {
    if let Ok(real) = disk::real(path) {
        return real;
    }
    let full = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let (folder, name) = (full.parent(), full.file_name().unwrap_or_default());
    let folder = folder.map_or_else(PathBuf::new, |folder| {
        disk::real(folder).unwrap_or_else(|_| folder.to_path_buf())
    });
    // Two names that do not exist yet are one file where letters of either case are the same.
    if cfg!(any(windows, target_os = "macos")) {
        folder.join(name.to_string_lossy().to_lowercase())
    } else {
        folder.join(name)
    }
}

/// A path beside a folder, with its name and this ending.
pub(super) fn beside(folder: &Path, ending: &str) -> Result<PathBuf, Error> {
    settings::beside(folder, ending).map_err(|source| Error::FolderUnreadable {
        path: folder.to_path_buf(),
        source,
    })
}

/// Whether a file lies in a folder or below it.
pub(super) fn is_below(file: &Path, folder: &Path) -> bool {
    match (disk::real(file), disk::real(folder)) {
        (Ok(file), Ok(folder)) => file.starts_with(folder),
        _ => false,
    }
}

/// Tests, before the long work, whether a result can be written to a path that was named.
///
/// # Errors
/// [`Error::Output`]; [`Error::OutputForeign`] for a file that this program did not make, [`Error::OutputUnreadable`] for one of
/// which nobody can tell.
pub(super) fn probe(target: &Path) -> Result<(), Error> {
    files::probe(target)?;
    match files::maker(target) {
        Ok(Maker::Nobody | Maker::Us) => Ok(()),
        Ok(Maker::Others) => Err(Error::OutputForeign(target.to_path_buf())),
        Err(source) => Err(Error::OutputUnreadable {
            path: target.to_path_buf(),
            source,
        }),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::fs;

    use super::*;
    use crate::output::main_format;

    fn workbook(path: &Path) -> Target {
        Target {
            format: main_format(),
            path: path.to_path_buf(),
        }
    }

    #[test]
    fn an_extension_says_what_is_written() {
        for (name, is_good) in [
            ("a.xlsx", true),
            ("a.XLSX", true),
            ("a.pdf", false),
            ("a", false),
        ] {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join(name);
            assert_eq!(named(&[workbook(&path)], &[]).is_ok(), is_good, "{name}");
        }
    }

    #[test]
    fn results_are_apart_from_each_other_and_from_what_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let (one, other) = (folder.path().join("1.xlsx"), folder.path().join("2.xlsx"));
        let again = folder.path().join(".").join("1.xlsx");
        assert!(apart(&[&one, &other], &[]).is_ok());
        let twice = apart(&[&one, &again], &[]);
        assert!(matches!(twice, Err(Error::OutputTwice(_))));
        fs::write(&other, "").unwrap();
        let read = apart(&[&one, &other], &[&other]);
        assert!(matches!(read, Err(Error::OutputIsInput(_))));
    }

    #[test]
    fn a_folder_or_a_device_is_no_result() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.xlsx");
        fs::create_dir(&path).unwrap();
        let refused = named(&[workbook(&path)], &[]);
        assert!(matches!(refused, Err(Error::OutputNoFile(_))));
        #[cfg(unix)]
        {
            let link = folder.path().join("b.xlsx");
            std::os::unix::fs::symlink("/dev/null", &link).unwrap();
            let refused = named(&[workbook(&link)], &[]);
            assert!(matches!(refused, Err(Error::OutputNoFile(_))));
        }
    }
}
