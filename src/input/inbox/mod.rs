//! The folder of returned files: every file in it is accounted for.
//!
//! In: a folder, or a zip archive in it. Out: what was received, what is ignored and why, and what could not be looked at; and
//! the bytes of a received file with their SHA-256. Not for: what the files hold, or what kind they are; names and extensions
//! decide nothing here but what to ignore.

mod archive;
mod directory;
mod load;
mod owner;
mod strays;
mod walk;

use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use crate::base::disk::{self, DiskEntry, DiskEntryKind};
use crate::base::outside::Shown;
use crate::campaign::{book, settings};
pub use crate::input::inbox::archive::ArchiveEntry;
pub use crate::input::inbox::directory::ArchiveFault;
pub use crate::input::inbox::load::{LoadFault, LoadedFile, sha256};
pub use crate::input::inbox::owner::owner_file;
pub use crate::input::inbox::strays::is_workbook_or_archive;

/// All that was found in a folder, each list sorted by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inbox {
    /// Files to be read.
    pub received: Vec<Received>,
    /// Files and folders that no unit sent.
    pub ignored: Vec<Ignored>,
    /// Entries that could not be looked at.
    pub refused: Vec<Refused>,
    /// Received files that somebody has open.
    pub open: Vec<OpenElsewhere>,
}

impl Inbox {
    /// How many entries were seen.
    pub fn seen(&self) -> usize {
        self.received.len() + self.ignored.len() + self.refused.len()
    }

    fn sort(&mut self) {
        self.received
            .sort_by(|a, b| (&a.name, &a.path).cmp(&(&b.name, &b.path)));
        self.ignored.sort_by(|a, b| a.name.cmp(&b.name));
        self.refused.sort_by(|a, b| a.name.cmp(&b.name));
    }

    /// Finds the received files that somebody has open. An owner file without its workbook is left over, and means nothing.
    fn find_open(&mut self, folder: &Path) {
        let owners = self
            .ignored
            .iter()
            .filter(|ignored| ignored.reason == IgnoredBecause::OwnerFile);
        for owner in owners {
            let (inner, name) = owner.name.rsplit_once('/').unwrap_or(("", &owner.name));
            let Some(beside) = owner::beside(name) else {
                continue;
            };
            let is_it = |file: &&Received| {
                let (own, name) = file.name.rsplit_once('/').unwrap_or(("", &file.name));
                own == inner && beside.is(name)
            };
            let Some(file) = self.received.iter().find(is_it) else {
                continue;
            };
            let beside = Received {
                path: folder.join(&owner.name),
                ..file.clone()
            };
            let loaded = beside.load_once(owner::LIMIT_BYTES);
            self.open.push(OpenElsewhere {
                name: file.name.clone(),
                user: loaded.ok().and_then(|bytes| owner::user(&bytes)),
            });
        }
    }
}

/// A file to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// Where it is; of a file in an archive, where the archive is.
    pub path: PathBuf,
    /// Where it is in its archive, if it is in one.
    pub entry: Option<ArchiveEntry>,
    /// Its path in the folder with `/` on every system, an archive counting as a folder. What cannot be seen in it
    /// stands as signs ([`Shown`]).
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
    /// A campaign file that is not the one of this run: somebody sent it.
    OtherCampaign,
    /// It lies in the campaign's folder, outside its inbox.
    OutsideInbox,
}

/// A received file beside which an owner file stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenElsewhere {
    /// Its name, as that of the received file.
    pub name: String,
    /// Who has it open, where the owner file says so.
    pub user: Option<String>,
}

/// An entry that could not be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Its path in the folder.
    pub name: String,
    /// What keeps us from it.
    pub fault: LoadFault,
}

/// Why a folder could not be listed at all.
#[derive(Debug, thiserror::Error)]
pub enum InboxError {
    /// There is nothing of this name.
    #[error("{}: there is no such folder", Shown::path(.0))]
    Missing(PathBuf),
    /// It is a file.
    #[error("{}: this is not a folder", Shown::path(.0))]
    NotAFolder(PathBuf),
    /// The system does not let us look into it.
    #[error("{}: the folder cannot be read", Shown::path(path))]
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
    walk::walk(folder, &mut |path, found| match found {
        Ok(found) => place((folder, path), &own, &found, &mut inbox),
        Err(fault) => {
            let name = name_in(folder, path);
            inbox.refused.push(Refused { name, fault });
            false
        }
    });
    inbox.sort();
    inbox.find_open(folder);
    Ok(inbox)
}

fn check(folder: &Path) -> Result<(), InboxError> {
    let path = || folder.to_path_buf();
    match disk::entry(folder).and_then(|found| {
        if found.is_folder() {
            disk::list(folder)?;
        }
        Ok(found)
    }) {
        Ok(found) if found.is_folder() => Ok(()),
        Ok(_) => Err(InboxError::NotAFolder(path())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(InboxError::Missing(path())),
        Err(source) => Err(InboxError::Unreadable {
            path: path(),
            source,
        }),
    }
}

/// Puts one entry into its list; whether it is ignored. A folder that is not ignored is in no list.
fn place(
    (folder, path): (&Path, &Path),
    own: &[PathBuf],
    found: &DiskEntry,
    inbox: &mut Inbox,
) -> bool {
    let name = name_in(folder, path);
    let file_name = path.file_name().unwrap_or_default().to_string_lossy();
    let reason = if own.iter().any(|one| one == path) {
        Some(IgnoredBecause::Own)
    } else if [settings::FILE_NAME, book::FILE_NAME]
        .iter()
        .any(|name| file_name.eq_ignore_ascii_case(name))
        && !found.is_folder()
    {
        Some(IgnoredBecause::OtherCampaign)
    } else {
        ignored_because(&file_name, found.is_folder())
            .or(found.is_hidden.then_some(IgnoredBecause::Hidden))
    };
    if let Some(reason) = reason {
        inbox.ignored.push(Ignored { name, reason });
        return true;
    }
    let fault = match found.kind {
        DiskEntryKind::File => {
            inbox.received.push(Received {
                path: path.to_path_buf(),
                entry: None,
                name,
                size_bytes: found.bytes,
                modified: found.modified,
            });
            return false;
        }
        DiskEntryKind::Folder => return false,
        DiskEntryKind::Link => LoadFault::Link,
        DiskEntryKind::Other => LoadFault::NotAFile,
    };
    inbox.refused.push(Refused { name, fault });
    false
}

/// The path of an entry inside the folder, with `/` on every system and every character visible.
fn name_in(folder: &Path, path: &Path) -> String {
    let inner = path.strip_prefix(folder).unwrap_or(path);
    let parts: Vec<String> = inner.iter().map(|part| Shown::name(part).into()).collect();
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
