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

/// What the choice between files rests on: their contents, whatever their names, by which they are chosen.
pub fn ground_of_choice(files: &[&FileRow]) -> DecisionGround {
    let mut whole: Vec<&str> = files.iter().map(|file| checksum(file)).collect();
    whole.sort_unstable();
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

/// Names and contents of the files that the words of a ground tell, each as [`content_key`] has it.
pub fn told_contents(words: &str) -> Vec<(&str, &str)> {
    let mut told = Vec::new();
    let mut rest = words;
    while let Some((before, behind)) = rest.split_once(CONTENTS) {
        let digits = behind.find(|one: char| !one.is_ascii_hexdigit());
        let (key, after) = behind.split_at(digits.unwrap_or(behind.len()));
        let name = before.rsplit_once("; “").map_or(before, |(_, name)| name);
        let name = name.trim_start_matches('“');
        told.push((name, key));
        rest = after;
    }
    told
}

/// What stands between the name of a file and its contents.
const CONTENTS: &str = "” (SHA-256 ";

/// A file by its name and its contents.
fn words(file: &FileRow) -> String {
    let key = content_key(checksum(file));
    format!("“{}{CONTENTS}{key}…)", file.name)
}

fn checksum(file: &FileRow) -> &str {
    file.sha256.as_deref().unwrap_or_default()
}
