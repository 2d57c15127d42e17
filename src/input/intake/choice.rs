//! Which of several files of a unit can be meant, and what decisions on files rest on: the contents of files.
//!
//! In: rows of files. Out: those that can be chosen, grounds by checksum and in words. Not for: choosing.

use std::collections::HashSet;

use crate::campaign::decisions::DecisionGround;
use crate::campaign::decisions::decided_file::content_key;
use crate::input::inbox::sha256;
use crate::input::receipt::FileRow;

/// Of files of one unit those that can be chosen, by name: of the same contents the first.
pub fn choosable_files<'f>(files: impl Iterator<Item = &'f FileRow>) -> Vec<&'f FileRow> {
    let mut files: Vec<&FileRow> = files.filter(|file| file.sha256.is_some()).collect();
    files.sort_by_key(|file| &file.name);
    files.dedup_by_key(|file| &file.name);
    let mut seen = HashSet::new();
    files.retain(|file| seen.insert(&file.sha256));
    files
}

/// What the choice between files rests on: their contents, each with the name by which it is chosen.
pub fn ground_of_choice(files: &[&FileRow]) -> DecisionGround {
    let whole: Vec<String> = files
        .iter()
        .map(|file| format!("{}\u{1f}{}", file.name, checksum(file)))
        .collect();
    let words: Vec<String> = files.iter().map(|file| words(file)).collect();
    DecisionGround {
        hash: content_key(&sha256(whole.join("\u{1e}").as_bytes())).to_string(),
        words: words.join("; "),
    }
}

/// What the decision whose a file is rests on: its contents, whatever its name.
pub fn ground_of_file(file: &FileRow) -> DecisionGround {
    DecisionGround {
        hash: content_key(checksum(file)).to_string(),
        words: words(file),
    }
}

/// A file by its name and its contents.
fn words(file: &FileRow) -> String {
    let key = content_key(checksum(file));
    format!("“{}” (SHA-256 {key}…)", file.name)
}

fn checksum(file: &FileRow) -> &str {
    file.sha256.as_deref().unwrap_or_default()
}
