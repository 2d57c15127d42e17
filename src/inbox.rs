//! The folder of returned files: every file in it is accounted for.
//!
//! In: a folder. Out: what was received, what is ignored and why, and what could not be looked at; and the bytes of a received
//! file with their SHA-256. Not for: what the files hold, or what kind they are; names and extensions decide nothing here but
//! what to ignore.

use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use walkdir::{DirEntry, WalkDir};

/// All that was found in a folder, each list sorted by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inbox {
    /// Files to be read.
    pub received: Vec<Received>,
    /// Files and folders that no unit sent.
    pub ignored: Vec<Ignored>,
    /// Entries that could not be looked at.
    pub refused: Vec<Refused>,
}

impl Inbox {
    /// How many entries were seen.
    pub fn seen(&self) -> usize {
        self.received.len() + self.ignored.len() + self.refused.len()
    }
}

/// A file to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// Where it is.
    pub path: PathBuf,
    /// Its path in the folder with `/` on every system. Characters that are not Unicode are shown as U+FFFD.
    pub name: String,
    /// Its size in bytes when it was listed.
    pub size_bytes: u64,
    /// When it was last changed, if the system knows.
    pub modified: Option<SystemTime>,
}

/// A file or a folder that no unit sent; a folder stands for all that is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// Its path in the folder.
    pub name: String,
    /// Why it is ignored.
    pub reason: IgnoredBecause,
}

/// Why a file is ignored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum IgnoredBecause {
    /// An owner file (`~$name.xlsx`, `.~lock.name#`): somebody has the workbook open.
    OwnerFile,
    /// A file that the system or a program keeps for itself.
    SystemFile,
    /// A temporary file, or a download that has not ended.
    Temporary,
    /// A link to a file elsewhere.
    Shortcut,
    /// Hidden from users.
    Hidden,
    /// The campaign's own file: its settings, registry or scheme.
    Own,
}

/// An entry that could not be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Its path in the folder.
    pub name: String,
    /// What the system says, or what the entry is.
    pub detail: String,
}

/// Why a folder could not be listed at all.
#[derive(Debug, thiserror::Error)]
pub enum InboxError {
    /// There is nothing of this name.
    #[error("{}: there is no such folder", .0.display())]
    Missing(PathBuf),
    /// It is a file.
    #[error("{}: this is not a folder", .0.display())]
    NotAFolder(PathBuf),
    /// The system does not let us look into it.
    #[error("{}: the folder cannot be read", path.display())]
    Unreadable {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

/// Lists a folder with all its subfolders. Links are not followed. `own` are the campaign's own files, as paths in the folder or
/// as full paths.
///
/// # Errors
/// [`InboxError`] if the folder itself cannot be read. What cannot be read inside it is listed.
pub fn list(folder: &Path, own: &[PathBuf]) -> Result<Inbox, InboxError> {
    check(folder)?;
    let own: Vec<PathBuf> = own.iter().map(|path| folder.join(path)).collect();
    let mut inbox = Inbox::default();
    let mut walk = WalkDir::new(folder).min_depth(1).into_iter();
    while let Some(entry) = walk.next() {
        match entry {
            Ok(entry) => {
                let is_folder = entry.file_type().is_dir();
                let ignored = place(folder, &own, &entry, &mut inbox);
                if is_folder && ignored {
                    walk.skip_current_dir();
                }
            }
            Err(error) => inbox.refused.push(Refused {
                name: error
                    .path()
                    .map_or_else(String::new, |path| name_in(folder, path)),
                detail: error.to_string(),
            }),
        }
    }
    inbox
        .received
        .sort_by(|a, b| (&a.name, &a.path).cmp(&(&b.name, &b.path)));
    inbox.ignored.sort_by(|a, b| a.name.cmp(&b.name));
    inbox.refused.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(inbox)
}

fn check(folder: &Path) -> Result<(), InboxError> {
    let path = || folder.to_path_buf();
    match folder.metadata().and_then(|metadata| {
        if metadata.is_dir() {
            folder.read_dir()?;
        }
        Ok(metadata)
    }) {
        Ok(metadata) if metadata.is_dir() => Ok(()),
        Ok(_) => Err(InboxError::NotAFolder(path())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(InboxError::Missing(path())),
        Err(source) => Err(InboxError::Unreadable {
            path: path(),
            source,
        }),
    }
}

/// Puts one entry into its list; whether it is ignored. A folder that is not ignored is in no list.
fn place(folder: &Path, own: &[PathBuf], entry: &DirEntry, inbox: &mut Inbox) -> bool {
    let name = name_in(folder, entry.path());
    let metadata = match entry.metadata() {
        Ok(metadata) => metadata,
        Err(error) => {
            inbox.refused.push(Refused {
                name,
                detail: error.to_string(),
            });
            return false;
        }
    };
    let file_name = entry.file_name().to_string_lossy();
    let reason = if own.iter().any(|path| path == entry.path())
        || (entry.depth() == 1 && file_name == "campaign.toml")
    {
        Some(IgnoredBecause::Own)
    } else {
        ignored_because(&file_name, metadata.is_dir())
            .or(is_hidden(&metadata).then_some(IgnoredBecause::Hidden))
    };
    if let Some(reason) = reason {
        inbox.ignored.push(Ignored { name, reason });
        return true;
    }
    if metadata.is_file() {
        inbox.received.push(Received {
            path: entry.path().to_path_buf(),
            name,
            size_bytes: metadata.len(),
            modified: metadata.modified().ok(),
        });
    } else if !metadata.is_dir() {
        let detail = if metadata.is_symlink() {
            "a link"
        } else {
            "not a file"
        };
        inbox.refused.push(Refused {
            name,
            detail: detail.to_string(),
        });
    }
    false
}

/// The path of an entry inside the folder, with `/` on every system.
fn name_in(folder: &Path, path: &Path) -> String {
    let inner = path.strip_prefix(folder).unwrap_or(path);
    let parts: Vec<_> = inner.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

/// Whether a name is one of those that no unit sends.
fn ignored_because(name: &str, is_folder: bool) -> Option<IgnoredBecause> {
    let name = name.to_lowercase();
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    if name.starts_with("~$") || name.starts_with(".~lock.") {
        Some(IgnoredBecause::OwnerFile)
    } else if matches!(
        name.as_str(),
        "thumbs.db" | "desktop.ini" | ".ds_store" | "__macosx"
    ) {
        Some(IgnoredBecause::SystemFile)
    } else if name.starts_with('.') {
        Some(IgnoredBecause::Hidden)
    } else if !is_folder
        && (name.starts_with("~wr") || ends(&[".tmp", ".temp", ".crdownload", ".part"]))
    {
        Some(IgnoredBecause::Temporary)
    } else if !is_folder && ends(&[".lnk", ".url"]) {
        Some(IgnoredBecause::Shortcut)
    } else {
        None
    }
}

#[cfg(windows)]
fn is_hidden(metadata: &Metadata) -> bool {
    use std::os::windows::fs::MetadataExt;
    const HIDDEN: u32 = 0x2;
    metadata.file_attributes() & HIDDEN != 0
}

/// Elsewhere hidden files begin with a dot.
#[cfg(not(windows))]
fn is_hidden(_: &Metadata) -> bool {
    false
}

/// The bytes of a file and what identifies them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loaded {
    /// The file's bytes.
    pub bytes: Vec<u8>,
    /// Their SHA-256, in lower-case hexadecimal.
    pub sha256: String,
}

/// Why a file's bytes could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LoadFault {
    /// Another program has the file open for itself alone, also after some waiting.
    #[error("the file is in use by another program")]
    Locked,
    /// The file is larger than accepted.
    #[error("the file has {found} bytes, accepted are at most {limit}")]
    TooLarge {
        /// Its size in bytes; at least this much.
        found: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// The path no longer leads to a file.
    #[error("this is not a file")]
    NotAFile,
    /// The system could not read it; the text is the system's.
    #[error("the file cannot be read: {0}")]
    Unreadable(String),
}

/// How often a file that is in use is tried, and how long is waited in between: a virus scanner lets go within a second.
const TRIES: u32 = 4;
const PAUSE: Duration = Duration::from_millis(250);

impl Received {
    /// Reads the file, at most `limit` bytes of it.
    ///
    /// # Errors
    /// See [`LoadFault`].
    pub fn load(&self, limit: u64) -> Result<Loaded, LoadFault> {
        let mut result = self.load_once(limit);
        for _ in 1..TRIES {
            if result != Err(LoadFault::Locked) {
                break;
            }
            thread::sleep(PAUSE);
            result = self.load_once(limit);
        }
        result
    }

    fn load_once(&self, limit: u64) -> Result<Loaded, LoadFault> {
        // Opening a pipe would wait for ever, so what it is comes first.
        let metadata = self
            .path
            .symlink_metadata()
            .map_err(|error| load_fault(&error))?;
        if !metadata.is_file() {
            return Err(LoadFault::NotAFile);
        }
        if metadata.len() > limit {
            let found = metadata.len();
            return Err(LoadFault::TooLarge { found, limit });
        }
        let mut bytes = Vec::with_capacity(metadata.len() as usize + 1);
        File::open(&self.path)
            .and_then(|file| file.take(limit.saturating_add(1)).read_to_end(&mut bytes))
            .map_err(|error| load_fault(&error))?;
        let found = bytes.len() as u64;
        if found > limit {
            return Err(LoadFault::TooLarge { found, limit });
        }
        let sha256 = sha256(&bytes);
        Ok(Loaded { bytes, sha256 })
    }
}

/// The SHA-256 of these bytes, in lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |value: u8| {
        DIGITS
            .get(usize::from(value))
            .map_or('0', |&d| char::from(d))
    };
    Sha256::digest(bytes)
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}

fn load_fault(error: &io::Error) -> LoadFault {
    const SHARING_VIOLATION: i32 = 32;
    const LOCK_VIOLATION: i32 = 33;
    match error.raw_os_error() {
        Some(SHARING_VIOLATION | LOCK_VIOLATION) if cfg!(windows) => LoadFault::Locked,
        _ => LoadFault::Unreadable(error.to_string()),
    }
}
