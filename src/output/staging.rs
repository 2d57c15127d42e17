//! Where the bytes of a result lie until they have its name: in a temporary file beside it, or in memory for a disk that is kept there.
//!
//! In: the folder of a result, and bytes. Out: a file of a name. Not for: which name.

use std::fmt;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::base::disk::{self, Disk};
use crate::output::temporary::{self, Temporary};

/// Bytes that are to become a file, and are gone unless they do.
pub(super) enum Staging {
    /// On a disk of the system.
    OnSystem(Temporary),
    /// For a disk in memory.
    InMemory(Arc<dyn Disk>, Vec<u8>),
}

/// What could not become a file, and why.
#[derive(Debug)]
pub(super) struct NotPut {
    pub(super) error: io::Error,
    pub(super) staging: Staging,
}

/// Clears a folder of what killed runs left.
pub(super) fn clear(folder: &Path) {
    if disk::of(folder).is_none() {
        temporary::clear(folder);
    }
}

/// Makes a folder, and those around it, where there is none. In memory a folder is there as soon as something is in it.
pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    match disk::of(folder) {
        Some(_) => Ok(()),
        None => temporary::make_folder(folder),
    }
}

impl Staging {
    /// No bytes yet.
    ///
    /// # Errors
    /// If the folder does not let us.
    pub(super) fn new(folder: &Path) -> io::Result<Staging> {
        match disk::of(folder) {
            Some((disk, _)) => Ok(Staging::InMemory(disk, Vec::new())),
            None => Temporary::new(folder).map(Staging::OnSystem),
        }
    }

    /// Whether the bytes are for a disk in memory. There is no file that would be left as it is if it has these very bytes.
    pub(super) fn is_in_memory(&self) -> bool {
        matches!(self, Staging::InMemory(..))
    }

    /// Has all bytes on the disk.
    ///
    /// # Errors
    /// What the system says.
    pub(super) fn sync(&self) -> io::Result<()> {
        match self {
            Staging::OnSystem(file) => file.sync(),
            Staging::InMemory(..) => Ok(()),
        }
    }

    /// Gives the bytes a name, in place of what is there.
    ///
    /// # Errors
    /// If the system does not let us; the bytes are given back.
    pub(super) fn put(self, target: &Path) -> Result<(), NotPut> {
        match self {
            Staging::OnSystem(file) => file.persist(target).map_err(NotPut::from),
            Staging::InMemory(disk, bytes) => {
                let put = disk.put(&place(target), &bytes);
                put.map_err(|error| NotPut {
                    error,
                    staging: Staging::InMemory(disk, bytes),
                })
            }
        }
    }

    /// Gives the bytes a name, where nothing is there.
    ///
    /// # Errors
    /// As [`Staging::put`], and [`io::ErrorKind::AlreadyExists`].
    pub(super) fn put_new(self, target: &Path) -> Result<(), NotPut> {
        match self {
            Staging::OnSystem(file) => file.persist_new(target).map_err(NotPut::from),
            staging @ Staging::InMemory(..) if disk::exists(target) => Err(NotPut {
                error: io::ErrorKind::AlreadyExists.into(),
                staging,
            }),
            staging @ Staging::InMemory(..) => staging.put(target),
        }
    }
}

/// A path as its disk knows it.
fn place(target: &Path) -> PathBuf {
    disk::of(target).map_or_else(|| target.to_path_buf(), |(_, plain)| plain)
}

impl From<temporary::NotRenamed> for NotPut {
    fn from(not: temporary::NotRenamed) -> NotPut {
        NotPut {
            error: not.error,
            staging: Staging::OnSystem(not.file),
        }
    }
}

impl fmt::Debug for Staging {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Staging::OnSystem(file) => file.fmt(f),
            Staging::InMemory(_, bytes) => write!(f, "{} bytes", bytes.len()),
        }
    }
}

impl Write for Staging {
    fn write(&mut self, some: &[u8]) -> io::Result<usize> {
        match self {
            Staging::OnSystem(file) => file.write(some),
            Staging::InMemory(_, bytes) => bytes.write(some),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Staging::OnSystem(file) => file.flush(),
            Staging::InMemory(..) => Ok(()),
        }
    }
}
