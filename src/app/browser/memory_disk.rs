//! What was dropped on a page, as a disk: nothing of it lies anywhere but in memory.
//!
//! In: files by their paths, and what reading them gave elsewhere. Out: a [`Disk`], and the files that a run wrote on it. Not for: what
//! files mean.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::time::SystemTime;

use crate::base::disk::{Disk, DiskEntry};
use crate::input::inbox::sha256;
use crate::input::read::{FileKind, sniff};

/// A file in memory.
#[derive(Clone, Debug)]
pub(super) struct MemoryFile {
    /// Its bytes, or those that are kept of it.
    pub(super) bytes: Arc<[u8]>,
    /// Its size in bytes, also where fewer are kept.
    pub(super) size: u64,
    /// The SHA-256 of one of which only the head is kept.
    pub(super) sha256: Option<String>,
    /// When it was last changed.
    pub(super) modified: Option<SystemTime>,
    /// Why the browser could not read it.
    pub(super) fault: Option<String>,
    /// Whether a run wrote it.
    pub(super) is_written: bool,
}

/// How many of the first bytes are kept of a file that is no workbook.
const HEAD: usize = 4 << 10;

impl MemoryFile {
    /// As [`MemoryFile::new`]; of a scan or another file that is known by its first bytes and read no further, these are kept, and the
    /// SHA-256 stands for the rest, so that a folder of scans takes no room.
    pub(super) fn dropped(bytes: &[u8], modified: Option<SystemTime>) -> MemoryFile {
        let is_read_no_further = |head: &&[u8]| {
            matches!(
                sniff(head),
                FileKind::Pdf | FileKind::Image | FileKind::Rar | FileKind::SevenZip
            )
        };
        let Some(head) = bytes.get(..HEAD).filter(is_read_no_further) else {
            return MemoryFile::new(bytes, modified);
        };
        let sha256 = sha256(bytes);
        // What was answered of one is not the answer of another with the same head.
        let kept = [head, sha256.as_bytes()].concat();
        MemoryFile {
            size: bytes.len() as u64,
            sha256: Some(sha256),
            ..MemoryFile::new(&kept, modified)
        }
    }

    /// A file of these bytes.
    pub(super) fn new(bytes: &[u8], modified: Option<SystemTime>) -> MemoryFile {
        MemoryFile {
            bytes: bytes.into(),
            size: bytes.len() as u64,
            sha256: None,
            modified,
            fault: None,
            is_written: false,
        }
    }
}

/// What was asked of a file's bytes: the SHA-256 of these, and as what they were to be read.
pub(super) type AnswerKey = (String, String);

#[derive(Default)]
struct DroppedContent {
    files: BTreeMap<PathBuf, MemoryFile>,
    answers: HashMap<AnswerKey, Arc<[u8]>>,
}

/// A disk in memory.
pub(super) struct MemoryDisk {
    root: PathBuf,
    content: RwLock<DroppedContent>,
}

fn missing() -> io::Error {
    io::ErrorKind::NotFound.into()
}

impl MemoryDisk {
    /// An empty one, whose paths begin with this.
    pub(super) fn new(root: PathBuf) -> MemoryDisk {
        MemoryDisk {
            root,
            content: RwLock::default(),
        }
    }

    fn content(&self) -> RwLockReadGuard<'_, DroppedContent> {
        self.content.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn content_mut(&self) -> RwLockWriteGuard<'_, DroppedContent> {
        self.content.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts a file, in place of what is there.
    pub(super) fn add(&self, path: &Path, file: MemoryFile) {
        self.content_mut().files.insert(path.to_path_buf(), file);
    }

    /// A file.
    pub(super) fn file(&self, path: &Path) -> Option<MemoryFile> {
        self.content().files.get(path).cloned()
    }

    /// Keeps what reading some bytes gave.
    pub(super) fn add_answer(&self, key: AnswerKey, answer: &[u8]) {
        self.content_mut().answers.insert(key, answer.into());
    }

    /// Forgets what runs wrote.
    pub(super) fn forget_written(&self) {
        self.content_mut().files.retain(|_, file| !file.is_written);
    }

    /// What runs wrote, by path.
    pub(super) fn written(&self) -> Vec<(PathBuf, Arc<[u8]>)> {
        let content = self.content();
        let written = content.files.iter().filter(|(_, file)| file.is_written);
        written
            .map(|(path, file)| (path.clone(), Arc::clone(&file.bytes)))
            .collect()
    }
}

impl Disk for MemoryDisk {
    fn entry(&self, path: &Path) -> io::Result<DiskEntry> {
        let content = self.content();
        if let Some(file) = content.files.get(path) {
            return Ok(DiskEntry::file(file.size, file.modified));
        }
        let mut behind = content.files.range(path.to_path_buf()..);
        let is_folder =
            path == self.root || behind.next().is_some_and(|(one, _)| one.starts_with(path));
        if is_folder {
            Ok(DiskEntry::folder())
        } else {
            Err(missing())
        }
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        if !self.entry(folder)?.is_folder() {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        let content = self.content();
        let below = content.files.range(folder.to_path_buf()..);
        let names = below
            .map_while(|(path, _)| path.strip_prefix(folder).ok())
            .filter_map(|inner| inner.components().next());
        let names: BTreeSet<_> = names.collect();
        Ok(names.into_iter().map(|name| folder.join(name)).collect())
    }

    fn bytes(&self, path: &Path) -> io::Result<Arc<[u8]>> {
        let file = self.file(path).ok_or_else(missing)?;
        match file.fault {
            Some(fault) => Err(io::Error::other(fault)),
            None => Ok(file.bytes),
        }
    }

    fn sha256(&self, path: &Path) -> Option<String> {
        self.file(path)?.sha256
    }

    fn put(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let file = MemoryFile {
            is_written: true,
            ..MemoryFile::new(bytes, None)
        };
        self.add(path, file);
        Ok(())
    }

    fn answer(&self, bytes: &[u8], asked: &str) -> Option<Arc<[u8]>> {
        let content = self.content();
        if content.answers.is_empty() {
            return None;
        }
        let key = (sha256(bytes), asked.to_string());
        content.answers.get(&key).cloned()
    }
}
