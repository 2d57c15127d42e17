//! Why a result could not be written to a file.
//!
//! In: what the system said. Out: the error, which is one of the run. Not for: files that are in the way, which stay.

use std::io;
use std::path::PathBuf;

use crate::base::error::Error;
use crate::base::outside::Shown;

/// Why a file could not be written.
#[derive(Debug, thiserror::Error)]
pub enum OutputError {
    /// The folder does not exist or does not let us write into it.
    #[error("cannot write into the folder {}", Shown::path(folder))]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// The cause.
        source: io::Error,
    },
    /// The file could not be written.
    #[error("cannot write {}", Shown::path(path))]
    File {
        /// The file.
        path: PathBuf,
        /// The cause.
        source: io::Error,
    },
    /// The path names no file, or none that there can be.
    #[error("{} does not name a file", Shown::path(path))]
    NoName {
        /// The path.
        path: PathBuf,
    },
}

impl From<OutputError> for Error {
    fn from(error: OutputError) -> Error {
        match error {
            OutputError::Folder {
                folder: path,
                source,
            }
            | OutputError::File { path, source } => Error::Output { path, source },
            OutputError::NoName { path } => Error::Output {
                path,
                source: io::ErrorKind::InvalidInput.into(),
            },
        }
    }
}
