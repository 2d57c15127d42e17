//! The bytes of a received file.
//!
//! In: a file of the folder, or of an archive in it. Out: its bytes with their SHA-256, or what keeps us from them. Not for:
//! what the bytes mean.

use std::io::{self, ErrorKind};
use std::thread;
use std::time::Duration;

use sha2::{Digest, Sha256};

use crate::base::disk;
use crate::base::opening::{self, NotAFile, OpenFile, Unopened};
use crate::input::inbox::Received;

/// The bytes of a file and what identifies them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadedFile {
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
    /// The user may not read the file.
    #[error("no permission to read the file")]
    NoPermission,
    /// The path is longer than the system or the program can handle.
    #[error("the path is too long")]
    PathTooLong,
    /// The file was there when the folder was listed, and is no more.
    #[error("the file is no longer there")]
    Gone,
    /// The network drive does not answer.
    #[error("the network drive does not answer")]
    NetworkLost,
    /// The file is in the cloud, and could not be fetched.
    #[error("the file is in the cloud and could not be fetched")]
    InTheCloud,
    /// A link; it is not followed.
    #[error("this is a link")]
    Link,
    /// The path no longer leads to a file.
    #[error("this is not a file")]
    NotAFile,
    /// The file is larger than accepted.
    #[error("the file has {found} bytes, accepted are at most {limit}")]
    TooLarge {
        /// Its size in bytes; at least this much.
        found: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// The file in the archive needs a password.
    #[error("the file in the archive needs a password")]
    Encrypted,
    /// The file in the archive is compressed in a way that is not read; the number is that of the zip format.
    #[error("unknown compression method {0}")]
    Method(u16),
    /// The file in the archive is damaged; the text says how, in English.
    #[error("the file in the archive is damaged: {0}")]
    Damaged(String),
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
    pub fn load(&self, limit: u64) -> Result<LoadedFile, LoadFault> {
        let once = || match &self.entry {
            Some(entry) => entry.load(&self.path, limit),
            None => self.load_once(limit),
        };
        let mut result = once();
        for _ in 1..TRIES {
            if result != Err(LoadFault::Locked) {
                break;
            }
            thread::sleep(PAUSE);
            result = once();
        }
        let bytes = result?;
        let whole = disk::of(&self.path).filter(|_| self.entry.is_none());
        let whole = whole.and_then(|(disk, path)| disk.sha256(&path));
        let sha256 = whole.unwrap_or_else(|| sha256(&bytes));
        Ok(LoadedFile { bytes, sha256 })
    }

    /// Opens the file, or its archive; its size in bytes.
    ///
    /// # Errors
    /// See [`LoadFault`].
    pub(super) fn open(path: &std::path::Path) -> Result<(OpenFile, u64), LoadFault> {
        // A link is not followed.
        let found = disk::entry_or_link(path)?;
        if !found.is_regular() {
            return Err(LoadFault::NotAFile);
        }
        Ok((opening::open(path)?, found.bytes))
    }

    pub(super) fn load_once(&self, limit: u64) -> Result<Vec<u8>, LoadFault> {
        let (file, _) = Received::open(&self.path)?;
        opening::all(file, limit).map_err(|fault| match fault {
            Unopened::System(error) => error.into(),
            Unopened::TooLarge { found } => LoadFault::TooLarge { found, limit },
        })
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

impl LoadFault {
    /// Why an entry of a folder could not be looked at.
    #[cfg(not(target_family = "wasm"))]
    pub(super) fn of_walk(error: walkdir::Error) -> Self {
        let text = error.to_string();
        match error.into_io_error() {
            Some(error) => error.into(),
            None => LoadFault::Unreadable(text),
        }
    }

    /// The causes that Windows tells by number only (`winerror.h`).
    fn of_windows(code: i32) -> Option<Self> {
        match code {
            // Sharing and lock violations.
            32 | 33 => Some(LoadFault::Locked),
            // Buffer overflow and file name exceeding the range.
            111 | 206 => Some(LoadFault::PathTooLong),
            // Bad network path, busy, name deleted, bad name, time-out, unreachable networks and hosts.
            53 | 54 | 59 | 64 | 67 | 121 | 1231 | 1232 | 1222 => Some(LoadFault::NetworkLost),
            // The ERROR_CLOUD_FILE family.
            358..=398 | 404 | 426 => Some(LoadFault::InTheCloud),
            _ => None,
        }
    }
}

impl From<io::Error> for LoadFault {
    fn from(error: io::Error) -> Self {
        let by_number = error.raw_os_error().filter(|_| cfg!(windows));
        if let Some(fault) = by_number.and_then(LoadFault::of_windows) {
            return fault;
        }
        match error.kind() {
            _ if NotAFile::is_in(&error) => LoadFault::NotAFile,
            ErrorKind::IsADirectory => LoadFault::NotAFile,
            ErrorKind::PermissionDenied => LoadFault::NoPermission,
            ErrorKind::NotFound => LoadFault::Gone,
            ErrorKind::InvalidFilename => LoadFault::PathTooLong,
            ErrorKind::HostUnreachable
            | ErrorKind::NetworkUnreachable
            | ErrorKind::NetworkDown
            | ErrorKind::StaleNetworkFileHandle
            | ErrorKind::TimedOut => LoadFault::NetworkLost,
            _ => LoadFault::Unreadable(error.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn causes_are_told_apart() {
        assert_eq!(LoadFault::of_windows(32), Some(LoadFault::Locked));
        assert_eq!(LoadFault::of_windows(206), Some(LoadFault::PathTooLong));
        assert_eq!(LoadFault::of_windows(64), Some(LoadFault::NetworkLost));
        assert_eq!(LoadFault::of_windows(362), Some(LoadFault::InTheCloud));
        assert_eq!(LoadFault::of_windows(1), None);
        let denied = io::Error::from(ErrorKind::PermissionDenied);
        assert_eq!(LoadFault::from(denied), LoadFault::NoPermission);
        let other = LoadFault::from(io::Error::other("x"));
        assert_eq!(other, LoadFault::Unreadable("x".to_string()));
    }
}
