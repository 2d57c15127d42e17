//! In place of `temporary` where the system has no disk: nothing can be written to one.

use std::convert::Infallible;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Known by the names of what they stand for.
pub(super) use self::{NoRename as NotRenamed, NoTemporary as Temporary};

/// There is none.
#[derive(Debug)]
pub(super) struct NoTemporary(Infallible);

/// There is none.
#[derive(Debug)]
pub(super) struct NoRename {
    pub(super) error: io::Error,
    pub(super) file: NoTemporary,
}

/// Nothing was written.
pub fn stop() -> Vec<PathBuf> {
    Vec::new()
}

pub(super) fn clear(_: &Path) {}

pub(super) fn make_folder(_: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

impl NoTemporary {
    pub(super) fn new(_: &Path) -> io::Result<NoTemporary> {
        Err(io::ErrorKind::Unsupported.into())
    }

    pub(super) fn sync(&self) -> io::Result<()> {
        match self.0 {}
    }

    pub(super) fn persist(self, _: &Path) -> Result<(), NoRename> {
        match self.0 {}
    }

    pub(super) fn persist_new(self, _: &Path) -> Result<(), NoRename> {
        match self.0 {}
    }
}

impl Write for NoTemporary {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        match self.0 {}
    }

    fn flush(&mut self) -> io::Result<()> {
        match self.0 {}
    }
}
