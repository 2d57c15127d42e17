//! What another instance of the program read of a file, which is then not read here.
//!
//! In: the bytes of a file, and as what it is wanted. Out: what the other instance gave. Not for: who asked it, which the disk on
//! which the program lies knows.

use crate::base::disk;
use crate::input::read::{FileKind, ReadFault, Reader, Workbook, sniff};

/// As what a file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadAs {
    /// A return.
    Return,
    /// A table in any form.
    Table,
}

impl ReadAs {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            ReadAs::Return => "return",
            ReadAs::Table => "table",
        }
    }

    /// Its sign in an answer.
    pub fn sign(self) -> u8 {
        match self {
            ReadAs::Return => b'r',
            ReadAs::Table => b't',
        }
    }

    /// What a sign stands for.
    pub fn of_sign(sign: u8) -> Option<ReadAs> {
        [ReadAs::Return, ReadAs::Table]
            .into_iter()
            .find(|one| one.sign() == sign)
    }
}

/// What was read, or why nothing was.
type ReadOutcome = Result<Workbook, ReadFault>;

/// An outcome as the other instance has to hand it over.
pub fn answer_bytes(read: &ReadOutcome) -> Vec<u8> {
    // What is read can be written: texts, numbers and their places.
    serde_json::to_vec(read).unwrap_or_default()
}

impl Reader {
    /// What another instance read of these bytes; `None` where the file is to be read here.
    pub(super) fn elsewhere(&self, bytes: &[u8], asked: ReadAs) -> Option<ReadOutcome> {
        let (disk, _) = disk::of(&self.program)?;
        // Only these two are anything else as a table than as a return.
        let asked = match sniff(bytes) {
            FileKind::Word | FileKind::Text => asked,
            _ => ReadAs::Return,
        };
        let answer = disk.answer(bytes, asked.name())?;
        let read = serde_json::from_slice(&answer);
        Some(read.unwrap_or_else(|error| Err(ReadFault::Crashed(error.to_string()))))
    }
}
