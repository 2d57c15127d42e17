//! Letters in a folder, in which a person has worked since.

use std::fs;
use std::io::Cursor;
use std::path::Path;

use tempfile::TempDir;
use tonghop::output::letters::store::{self, StoredLetters};
use tonghop::output::letters::{LetterSet, is_ours};
use zip::ZipArchive;

use super::of;
use crate::write::fixture::unit_id;
use crate::write::small;

pub fn put(folder: &Path, made: &LetterSet) -> StoredLetters {
    let all: Vec<_> = made.units.iter().chain(&made.reminder).collect();
    store::put(folder, &all).unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_letter_that_a_person_changed_stays_and_an_old_one_is_named() {
    let folder = TempDir::new().unwrap();
    let mut report = small::report();
    let first = of(&report);
    put(folder.path(), &first);
    assert_eq!(names(folder.path()).len(), 3);
    let path = folder.path().join(&first.units[0].name);
    assert!(is_ours(&fs::read(&path).unwrap()));
    // As Word saves it: without the mark.
    let package = docx_without_comment(&first.units[0].bytes);
    fs::write(&path, &package).unwrap();
    report.campaign.name = "Đợt khác".to_string();
    let stored = put(folder.path(), &of(&report));
    assert_eq!(fs::read(&path).unwrap(), package);
    let renamed: Vec<_> = stored
        .written
        .iter()
        .filter(|one| one.instead_of.is_some())
        .collect();
    assert!(
        renamed.len() == 1
            && renamed[0]
                .path
                .ends_with("Công văn 2017 - Sở Khoa học và Công nghệ_2.docx")
    );
    // Nobody changed the others and the second name: they are replaced, run after run.
    let again = put(folder.path(), &of(&report));
    assert!(again.left.is_empty());
    assert_eq!(names(folder.path()).len(), 4);
    report
        .findings
        .retain(|one| one.place.unit != Some(unit_id("tinh", "C")));
    let left = put(folder.path(), &of(&report)).left;
    let left: Vec<_> = left
        .iter()
        .map(|path| path.file_name().unwrap().to_str().unwrap())
        .collect();
    assert_eq!(left, ["Công văn 2017 - Sở Tư pháp.docx"]);
    assert_eq!(names(folder.path()).len(), 4);
}

/// Word saves what it has opened: other bytes, the same words.
#[test]
fn a_letter_that_was_saved_without_a_change_needs_no_second() {
    let folder = TempDir::new().unwrap();
    let mut report = small::report();
    let first = of(&report);
    put(folder.path(), &first);
    let path = folder.path().join(&first.units[0].name);
    let package = docx_without_comment(&first.units[0].bytes);
    fs::write(&path, &package).unwrap();
    let stored = put(folder.path(), &first);
    assert_eq!(stored.same, std::slice::from_ref(&path));
    assert_eq!(names(folder.path()).len(), 3);
    assert_eq!(fs::read(&path).unwrap(), package);

    // Another letter goes beside it, once, also where somebody saves that too.
    report.campaign.name = "Đợt khác".to_string();
    let other = of(&report);
    for _ in 0..2 {
        assert!(put(folder.path(), &other).same.is_empty());
        assert_eq!(names(folder.path()).len(), 4);
    }
    let second = path.with_file_name("Công văn 2017 - Sở Khoa học và Công nghệ_2.docx");
    let package = docx_without_comment(&other.units[0].bytes);
    fs::write(&second, &package).unwrap();
    let stored = put(folder.path(), &other);
    assert_eq!(stored.same, [second]);
    assert!(stored.written.iter().all(|one| one.instead_of.is_none()));
    assert_eq!(names(folder.path()).len(), 4);
}

fn docx_without_comment(bytes: &[u8]) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        writer
            .raw_copy_file(archive.by_index_raw(index).unwrap())
            .unwrap();
    }
    writer.finish().unwrap().into_inner()
}
