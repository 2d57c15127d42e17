//! A file that stands where a result is to be written.
//!
//! In: its path, or bytes. Out: what it is at a glance, and its content, of which no more is read than somebody asks for: a list of all values
//! may be larger than memory. Not for: whether it may be replaced, which each format says of its own.

use std::io::{self, Cursor, Read, Seek};
use std::path::Path;

use crate::base::opening;
use crate::output::glimpse::Glimpse;

/// Bytes that are held of one; no result that is held whole has more.
const LARGEST: u64 = 512 * 1024 * 1024;
/// Bytes that are compared at once.
const CHUNK: usize = 64 * 1024;

/// What can be read from any place in it.
pub trait ReadAnywhere: Read + Seek {}

impl<T: Read + Seek> ReadAnywhere for T {}

/// A file that is there, or bytes that could be one.
pub struct FileInPlace<'b> {
    seen: Glimpse,
    content: Box<dyn ReadAnywhere + 'b>,
}

impl<'b> FileInPlace<'b> {
    /// Opens a file and looks at it.
    ///
    /// # Errors
    /// It cannot be opened or read.
    pub fn open(path: &Path) -> io::Result<FileInPlace<'static>> {
        let mut file = opening::open(path)?;
        let seen = Glimpse::look(&mut file)?;
        let content = Box::new(file);
        Ok(FileInPlace { seen, content })
    }

    /// Bytes in place of a file.
    pub fn of(bytes: &'b [u8]) -> Self {
        FileInPlace {
            seen: Glimpse::bytes(bytes),
            content: Box::new(Cursor::new(bytes)),
        }
    }

    /// What it is at a glance.
    pub fn seen(&self) -> &Glimpse {
        &self.seen
    }

    /// Its content, wherever it was left.
    pub fn content(&mut self) -> &mut dyn ReadAnywhere {
        &mut *self.content
    }

    /// All its bytes; of a file that is larger than any result that is held whole, only so many that it is none.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn bytes(&mut self) -> io::Result<Vec<u8>> {
        self.content.rewind()?;
        let mut bytes = Vec::new();
        (&mut self.content).take(LARGEST).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Whether these are its bytes; not so where it cannot be read.
    pub fn is(&mut self, bytes: &[u8]) -> bool {
        let mut same = || -> io::Result<bool> {
            if self.content.seek(io::SeekFrom::End(0))? != bytes.len() as u64 {
                return Ok(false);
            }
            self.content.rewind()?;
            let mut here = vec![0; CHUNK.min(bytes.len())];
            for chunk in bytes.chunks(CHUNK) {
                let here = here.get_mut(..chunk.len()).unwrap_or_default();
                self.content.read_exact(here)?;
                if here != chunk {
                    return Ok(false);
                }
            }
            Ok(true)
        };
        same().unwrap_or(false)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_compared_without_being_held() {
        let long = vec![7; CHUNK + 3];
        let mut other = long.clone();
        other.pop();
        let mut found = FileInPlace::of(&long);
        assert!(found.is(&long) && !found.is(&other));
        other.push(8);
        assert!(!found.is(&other) && !found.is(b""));
        assert_eq!(found.bytes().unwrap(), long);
        assert!(FileInPlace::of(b"").is(b""));
    }
}
