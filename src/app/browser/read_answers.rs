//! One file read in an instance of its own, for the one that holds the run: what the reading child is to the program.
//!
//! In: the bytes of a file. Out: bytes that only the other instance understands. Not for: bounds of time and memory, which whoever
//! started the instance keeps by ending it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::browser::memory_disk::{AnswerKey, MemoryDisk, MemoryFile};
use crate::app::browser::root;
use crate::base::disk;
use crate::input::inbox::{Received, sha256};
use crate::input::read::{FileKind, ReadAs, ReadFault, ReadLimits, Reader, answer_bytes, sniff};

/// Reads a file; of an archive, every file in it. `program` is this program's own file, which reads some formats where there are
/// processes.
pub fn read_file(name: &str, bytes: &[u8], program: &Path) -> Vec<u8> {
    let reader = Reader::new(ReadLimits::default(), program.to_path_buf());
    let mut all = Vec::new();
    if add(&mut all, &reader, bytes) {
        for one in inside(name, bytes, reader.limits()) {
            add(&mut all, &reader, &one);
        }
    }
    all
}

/// Adds what one file is read as; whether it is an archive.
fn add(all: &mut Vec<u8>, reader: &Reader, bytes: &[u8]) -> bool {
    let sha256 = sha256(bytes);
    let read = reader.read_return(bytes);
    let is_archive = matches!(&read, Err(ReadFault::NotAWorkbook(FileKind::Zip)));
    push(all, &sha256, ReadAs::Return, &answer_bytes(&read));
    if matches!(sniff(bytes), FileKind::Word | FileKind::Text) {
        let read = reader.read_any(bytes);
        push(all, &sha256, ReadAs::Table, &answer_bytes(&read));
    }
    is_archive
}

/// The files in an archive.
fn inside(name: &str, bytes: &[u8], limits: &ReadLimits) -> Vec<Vec<u8>> {
    let root = root();
    let path = root.join("archive.zip");
    let disk = MemoryDisk::new(root.clone());
    disk.add(&path, MemoryFile::new(bytes, None));
    let _mounted = disk::mount(&root, Arc::new(disk));
    let archive = Received {
        path,
        entry: None,
        name: name.to_string(),
        size_bytes: bytes.len() as u64,
        modified: None,
    };
    let inner = archive.inside(limits).unwrap_or_default();
    let loaded = inner.received.iter();
    let loaded = loaded.filter_map(|file| file.load(limits.file_bytes).ok());
    loaded.map(|file| file.bytes).collect()
}

/// How long the SHA-256 is in hexadecimal, in bytes.
const KEY: usize = 64;

/// An answer: its key, what was asked as one byte, the length of what follows, which is JSON.
fn push(all: &mut Vec<u8>, sha256: &str, asked: ReadAs, answer: &[u8]) {
    all.extend_from_slice(sha256.as_bytes());
    all.push(asked.sign());
    all.extend_from_slice(&(answer.len() as u64).to_le_bytes());
    all.extend_from_slice(answer);
}

/// The answers in what [`read_file`] gave; `None` where it is something else.
pub(super) fn answers(mut all: &[u8]) -> Option<Vec<(AnswerKey, &[u8])>> {
    let mut answers = Vec::new();
    while !all.is_empty() {
        let (key, rest) = all.split_at_checked(KEY)?;
        let (sign, rest) = rest.split_first()?;
        let (length, rest) = rest.split_at_checked(8)?;
        let length = u64::from_le_bytes(length.try_into().ok()?);
        let (answer, rest) = rest.split_at_checked(usize::try_from(length).ok()?)?;
        let asked = ReadAs::of_sign(*sign)?;
        let key = std::str::from_utf8(key).ok()?;
        answers.push(((key.to_string(), asked.name().to_string()), answer));
        all = rest;
    }
    Some(answers)
}

/// What is said of a file whose reading was ended.
pub(super) fn fault(why: &str) -> ReadFault {
    let limits = ReadLimits::default();
    match why {
        "timeout" => ReadFault::TimedOut {
            seconds: limits.time.as_secs(),
        },
        "memory" => ReadFault::OutOfMemory {
            limit_bytes: limits.child_memory_bytes,
        },
        why => ReadFault::Crashed(why.to_string()),
    }
}

/// Both keys under which bytes may be asked for.
pub(super) fn keys(bytes: &[u8]) -> [AnswerKey; 2] {
    let sha256 = sha256(bytes);
    [ReadAs::Return, ReadAs::Table].map(|asked| (sha256.clone(), asked.name().to_string()))
}

/// The program of a disk: what reads files for it is asked there.
pub(super) fn program(root: &Path) -> PathBuf {
    root.join("tonghop")
}
