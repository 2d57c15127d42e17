//! What lies on disks: the system's own, and disks that something else keeps below a path of its own.
//!
//! In: a path. Out: what is there. A page in a browser has no disk: it keeps what was dropped on it as a [`Disk`], and everything that
//! looks for files, reads them or writes results goes on as it does in a folder. Not for: what files mean, and not for how a result
//! becomes a file, which `output::temporary` knows.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::SystemTime;

/// A disk that is not the system's. Its paths are full ones, without `.` and `..`.
pub trait Disk: Send + Sync {
    /// What is at a path.
    ///
    /// # Errors
    /// [`io::ErrorKind::NotFound`].
    fn entry(&self, path: &Path) -> io::Result<DiskEntry>;

    /// The full paths of all that is in a folder.
    ///
    /// # Errors
    /// It is none.
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>>;

    /// The bytes of a file; of one that is too large for anybody, perhaps none, and of one that nobody reads further, the first ones and
    /// then others in the place of all that follow.
    ///
    /// # Errors
    /// There is none, or it could not be read.
    fn bytes(&self, path: &Path) -> io::Result<Arc<[u8]>>;

    /// The SHA-256 of a whole file, in lower-case hexadecimal, where not all of its bytes are kept.
    fn sha256(&self, _path: &Path) -> Option<String> {
        None
    }

    /// Makes a file of these bytes, in place of what is there.
    ///
    /// # Errors
    /// The disk takes none.
    fn put(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;

    /// What is known already of a file with these bytes: what the program that reads files answered, for whoever asked.
    /// `None`: it has to be read here.
    fn answer(&self, bytes: &[u8], asked: &str) -> Option<Arc<[u8]>>;
}

/// What something on a disk is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiskEntryKind {
    /// A file.
    File,
    /// A folder.
    Folder,
    /// A link that was not followed.
    Link,
    /// A pipe, a socket, a device.
    Other,
}

/// Something on a disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DiskEntry {
    /// What it is.
    pub kind: DiskEntryKind,
    /// Its size in bytes.
    pub bytes: u64,
    /// When it was last changed, if that is known.
    pub modified: Option<SystemTime>,
    /// Whether it may only be read.
    pub is_read_only: bool,
    /// Whether the system hides it, other than by its name.
    pub is_hidden: bool,
}

impl DiskEntry {
    /// A file of so many bytes.
    pub fn file(bytes: u64, modified: Option<SystemTime>) -> DiskEntry {
        DiskEntry {
            kind: DiskEntryKind::File,
            bytes,
            modified,
            is_read_only: false,
            is_hidden: false,
        }
    }

    /// A folder.
    pub fn folder() -> DiskEntry {
        DiskEntry {
            kind: DiskEntryKind::Folder,
            ..DiskEntry::file(0, None)
        }
    }

    /// Whether it is a file.
    pub fn is_regular(&self) -> bool {
        self.kind == DiskEntryKind::File
    }

    /// Whether it is a folder.
    pub fn is_folder(&self) -> bool {
        self.kind == DiskEntryKind::Folder
    }
}

impl From<fs::Metadata> for DiskEntry {
    fn from(found: fs::Metadata) -> DiskEntry {
        let kind = if found.is_file() {
            DiskEntryKind::File
        } else if found.is_dir() {
            DiskEntryKind::Folder
        } else if found.is_symlink() {
            DiskEntryKind::Link
        } else {
            DiskEntryKind::Other
        };
        DiskEntry {
            kind,
            bytes: found.len(),
            modified: found.modified().ok(),
            is_read_only: found.permissions().readonly(),
            is_hidden: is_hidden(&found),
        }
    }
}

#[cfg(windows)]
fn is_hidden(found: &fs::Metadata) -> bool {
    use std::os::windows::fs::MetadataExt;
    const HIDDEN: u32 = 0x2;
    found.file_attributes() & HIDDEN != 0
}

/// Elsewhere hidden files begin with a dot.
#[cfg(not(windows))]
fn is_hidden(_: &fs::Metadata) -> bool {
    false
}

/// The disks that are there besides the system's, each with the folder below which it lies.
static MOUNTED: RwLock<Vec<(PathBuf, Arc<dyn Disk>)>> = RwLock::new(Vec::new());

/// A disk that can be reached as long as this is kept.
#[derive(Debug)]
pub struct Mount(PathBuf);

impl Drop for Mount {
    fn drop(&mut self) {
        let mut mounted = MOUNTED.write().unwrap_or_else(PoisonError::into_inner);
        mounted.retain(|(root, _)| *root != self.0);
    }
}

/// Puts a disk below a full path, at which the system has nothing.
pub fn mount(root: &Path, disk: Arc<dyn Disk>) -> Mount {
    let mut mounted = MOUNTED.write().unwrap_or_else(PoisonError::into_inner);
    mounted.push((root.to_path_buf(), disk));
    Mount(root.to_path_buf())
}

/// The disk on which a path lies, and the path without `.` and `..`; `None` for the system's.
pub fn of(path: &Path) -> Option<(Arc<dyn Disk>, PathBuf)> {
    let mounted = MOUNTED.read().unwrap_or_else(PoisonError::into_inner);
    let found = mounted.iter().find(|(root, _)| path.starts_with(root))?;
    let disk = Arc::clone(&found.1);
    drop(mounted);
    Some((disk, plain(path)))
}

/// A path without `.` and `..`.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            part => plain.push(part),
        }
    }
    plain
}

/// What is at a path; a link is followed.
///
/// # Errors
/// What the system says.
pub fn entry(path: &Path) -> io::Result<DiskEntry> {
    match of(path) {
        Some((disk, path)) => disk.entry(&path),
        None => fs::metadata(path).map(DiskEntry::from),
    }
}

/// As [`entry`]; a link is not followed.
///
/// # Errors
/// As there.
pub fn entry_or_link(path: &Path) -> io::Result<DiskEntry> {
    match of(path) {
        Some((disk, path)) => disk.entry(&path),
        None => fs::symlink_metadata(path).map(DiskEntry::from),
    }
}

/// Whether there is a file, or a link to one.
pub fn is_file(path: &Path) -> bool {
    entry(path).is_ok_and(|found| found.is_regular())
}

/// Whether there is a folder, or a link to one.
pub fn is_folder(path: &Path) -> bool {
    entry(path).is_ok_and(|found| found.is_folder())
}

/// Whether there is anything, or a link to it.
pub fn exists(path: &Path) -> bool {
    entry(path).is_ok()
}

/// The paths of all that is in a folder, in no order; what cannot be looked at is left off.
///
/// # Errors
/// What the system says of the folder.
pub fn list(folder: &Path) -> io::Result<Vec<PathBuf>> {
    match of(folder) {
        Some((disk, plain)) => disk.list(&plain),
        None => Ok(fs::read_dir(folder)?
            .flatten()
            .map(|entry| entry.path())
            .collect()),
    }
}

/// The full path of what is there, all links followed.
///
/// # Errors
/// There is nothing, or what the system says.
pub fn real(path: &Path) -> io::Result<PathBuf> {
    match of(path) {
        Some((disk, path)) => disk.entry(&path).map(|_| path),
        None => fs::canonicalize(path),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// A disk with one file.
    struct OneFile;

    impl Disk for OneFile {
        fn entry(&self, path: &Path) -> io::Result<DiskEntry> {
            match path.file_name().and_then(|name| name.to_str()) {
                Some("a.txt") => Ok(DiskEntry::file(3, None)),
                Some("one-file") => Ok(DiskEntry::folder()),
                _ => Err(io::ErrorKind::NotFound.into()),
            }
        }

        fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
            Ok(vec![folder.join("a.txt")])
        }

        fn bytes(&self, _: &Path) -> io::Result<Arc<[u8]>> {
            Ok(b"abc".as_slice().into())
        }

        fn put(&self, _: &Path, _: &[u8]) -> io::Result<()> {
            Err(io::ErrorKind::ReadOnlyFilesystem.into())
        }

        fn answer(&self, _: &[u8], _: &str) -> Option<Arc<[u8]>> {
            None
        }
    }

    #[test]
    fn a_disk_is_there_as_long_as_it_is_mounted() {
        let root = Path::new("/tonghop-test-one-file");
        let root = root.join("one-file");
        let mounted = mount(&root, Arc::new(OneFile));
        let file = root.join("x").join("..").join(".").join("a.txt");
        assert!(is_file(&file) && !is_folder(&file) && is_folder(&root));
        assert_eq!(real(&file).unwrap(), root.join("a.txt"));
        assert_eq!(list(&root).unwrap(), [root.join("a.txt")]);
        assert!(!exists(&root.join("b.txt")) && !exists(Path::new("/tonghop-test-one-file")));
        drop(mounted);
        assert!(!exists(&file));
    }
}
