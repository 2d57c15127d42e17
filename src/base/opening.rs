//! The one place where a file that somebody named or sent is opened: a regular file only, and never more of it than was asked for.
//!
//! In: a path, and how many bytes are wanted at most. Out: the file or its bytes. A pipe or a socket would keep the program waiting
//! for ever, a device such as `/dev/zero` has no end. Not for: files that the program makes, and for what the bytes mean.

use std::fs::File;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::Arc;

use crate::base::disk::{self, DiskEntry, DiskEntryKind};

/// What is there is neither a file nor a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is a pipe, a socket or a device, not a file")]
pub struct NotAFile;

impl NotAFile {
    /// Whether this is what an error of the system stands for.
    pub fn is_in(error: &io::Error) -> bool {
        error
            .get_ref()
            .is_some_and(<dyn std::error::Error + Send + Sync>::is::<NotAFile>)
    }
}

impl From<NotAFile> for io::Error {
    fn from(fault: NotAFile) -> Self {
        io::Error::other(fault)
    }
}

/// Why the bytes of a file could not be had.
#[derive(Debug, thiserror::Error)]
pub enum Unopened {
    /// The system does not let us, or it is no file.
    #[error(transparent)]
    System(#[from] io::Error),
    /// It is larger than was asked for.
    #[error("{found} bytes")]
    TooLarge {
        /// Its size in bytes; at least this much.
        found: u64,
    },
}

/// Opens a file for reading; a link is followed.
///
/// # Errors
/// What the system says; [`NotAFile`], and [`io::ErrorKind::IsADirectory`] for a folder.
pub fn open(path: &Path) -> io::Result<OpenFile> {
    regular(&disk::entry(path)?)?;
    if let Some((disk, path)) = disk::of(path) {
        let size = disk.entry(&path)?.bytes;
        return Ok(OpenFile::InMemory(Cursor::new(disk.bytes(&path)?), size));
    }
    let file = File::open(path)?;
    // Something else may stand there by now.
    regular(&file.metadata()?.into())?;
    Ok(OpenFile::OnDisk(file))
}

/// A file that was opened for reading.
#[derive(Debug)]
pub enum OpenFile {
    /// On a disk of the system.
    OnDisk(File),
    /// On a disk that is kept in memory, with its size in bytes: what is too large may not have been kept.
    InMemory(Cursor<Arc<[u8]>>, u64),
}

impl OpenFile {
    /// Its size in bytes, as it says.
    fn size(&self) -> io::Result<u64> {
        match self {
            OpenFile::OnDisk(file) => Ok(file.metadata()?.len()),
            OpenFile::InMemory(_, size) => Ok(*size),
        }
    }
}

impl Read for OpenFile {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self {
            OpenFile::OnDisk(file) => file.read(into),
            OpenFile::InMemory(bytes, _) => bytes.read(into),
        }
    }
}

impl Seek for OpenFile {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        match self {
            OpenFile::OnDisk(file) => file.seek(to),
            OpenFile::InMemory(bytes, _) => bytes.seek(to),
        }
    }
}

/// Whether this may be read as a file.
///
/// # Errors
/// [`NotAFile`], and [`io::ErrorKind::IsADirectory`] for a folder.
pub fn regular(found: &DiskEntry) -> io::Result<()> {
    match found.kind {
        DiskEntryKind::File => Ok(()),
        DiskEntryKind::Folder => Err(io::ErrorKind::IsADirectory.into()),
        DiskEntryKind::Link | DiskEntryKind::Other => Err(NotAFile.into()),
    }
}

/// The bytes of a file that has at most `most` of them.
///
/// # Errors
/// See [`Unopened`].
pub fn read(path: &Path, most: u64) -> Result<Vec<u8>, Unopened> {
    all(open(path)?, most)
}

/// The bytes of an open file that has at most `most` of them, whatever it says of its size.
///
/// # Errors
/// See [`Unopened`].
pub fn all(file: OpenFile, most: u64) -> Result<Vec<u8>, Unopened> {
    let found = file.size()?;
    if found > most {
        return Err(Unopened::TooLarge { found });
    }
    let kept = match &file {
        OpenFile::OnDisk(_) => found as usize,
        OpenFile::InMemory(kept, _) => kept.get_ref().len(),
    };
    let mut bytes = Vec::with_capacity(kept + 1);
    file.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    let found = bytes.len() as u64;
    if found > most {
        return Err(Unopened::TooLarge { found });
    }
    Ok(bytes)
}

/// The first bytes of a file.
///
/// # Errors
/// As [`open`], or what the system says.
pub fn start(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_file_is_read_up_to_the_limit() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        fs::write(&path, "abc").unwrap();
        assert_eq!(read(&path, 3).unwrap(), b"abc");
        assert_eq!(start(&path, 2).unwrap(), b"ab");
        let large = read(&path, 2);
        assert!(matches!(large, Err(Unopened::TooLarge { found: 3 })));
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_and_a_device_are_no_files() {
        let folder = open(&std::env::temp_dir()).unwrap_err();
        assert_eq!(folder.kind(), io::ErrorKind::IsADirectory);
        let device = open(Path::new("/dev/zero")).unwrap_err();
        assert!(NotAFile::is_in(&device), "{device}");
        // A file that says that it is empty.
        let endless = Path::new("/proc/self/maps");
        if endless.exists() {
            assert!(matches!(read(endless, 10), Err(Unopened::TooLarge { .. })));
        }
    }
}
