//! The folder of returned files.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod archives;
mod around;
mod intake;

use std::fs;
use std::path::{Path, PathBuf};

use tonghop::input::inbox::{IgnoredBecause, Inbox, InboxError, LoadFault, list};

fn folder(files: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, name).unwrap();
    }
    folder
}

fn names(inbox: &Inbox) -> Vec<&str> {
    inbox
        .received
        .iter()
        .map(|file| file.name.as_str())
        .collect()
}

#[test]
fn files_are_listed_by_name_with_their_subfolders() {
    let folder = folder(&["b.xlsx", "Đợt 2/a.xls", "a/z.ods", "a.xlsx", "ghi chú.txt"]);
    let inbox = list(folder.path(), &[]).unwrap();
    assert_eq!(
        names(&inbox),
        ["a.xlsx", "a/z.ods", "b.xlsx", "ghi chú.txt", "Đợt 2/a.xls"]
    );
    assert_eq!(inbox.received[0].size_bytes, 6);
    assert_eq!(inbox.seen(), 5);
}

#[test]
fn what_no_unit_sent_is_ignored_and_listed() {
    let folder = folder(&[
        "~$a.xlsx",
        ".~lock.a.ods#",
        "THUMBS.DB",
        "desktop.ini",
        "sub/.DS_Store",
        "x.tmp",
        "y.LNK",
        ".git/config",
        "campaign.toml",
        "units.csv",
        "sub/campaign.toml",
    ]);
    let inbox = list(folder.path(), &[PathBuf::from("units.csv")]).unwrap();
    let ignored: Vec<_> = inbox
        .ignored
        .iter()
        .map(|ignored| (ignored.name.as_str(), ignored.reason))
        .collect();
    assert_eq!(
        ignored,
        [
            (".git", IgnoredBecause::Hidden),
            (".~lock.a.ods#", IgnoredBecause::OwnerFile),
            ("THUMBS.DB", IgnoredBecause::SystemFile),
            ("campaign.toml", IgnoredBecause::OtherCampaign),
            ("desktop.ini", IgnoredBecause::SystemFile),
            ("sub/.DS_Store", IgnoredBecause::SystemFile),
            ("sub/campaign.toml", IgnoredBecause::OtherCampaign),
            ("units.csv", IgnoredBecause::Own),
            ("x.tmp", IgnoredBecause::Temporary),
            ("y.LNK", IgnoredBecause::Shortcut),
            ("~$a.xlsx", IgnoredBecause::OwnerFile),
        ]
    );
    assert!(names(&inbox).is_empty());
}

#[cfg(unix)]
#[test]
fn links_are_refused_and_not_followed() {
    let folder = folder(&["a.xlsx"]);
    std::os::unix::fs::symlink("/etc", folder.path().join("etc")).unwrap();
    let inbox = list(folder.path(), &[]).unwrap();
    assert_eq!(names(&inbox), ["a.xlsx"]);
    assert_eq!(inbox.refused.len(), 1);
    assert_eq!(inbox.refused[0].name, "etc");
    assert_eq!(inbox.refused[0].fault, LoadFault::Link);
}

#[test]
fn a_missing_folder_and_a_file_are_errors() {
    let folder = folder(&["a.xlsx"]);
    let missing = list(&folder.path().join("none"), &[]);
    assert!(matches!(missing, Err(InboxError::Missing(_))));
    let file = list(&folder.path().join("a.xlsx"), &[]);
    assert!(matches!(file, Err(InboxError::NotAFolder(_))));
}

#[test]
fn a_file_loads_with_its_sha256_up_to_the_limit() {
    let folder = folder(&["abc"]);
    let file = list(folder.path(), &[]).unwrap().received.remove(0);
    let loaded = file.load(3).unwrap();
    assert_eq!(loaded.bytes, b"abc");
    assert_eq!(
        loaded.sha256,
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
    let too_large = LoadFault::TooLarge { found: 3, limit: 2 };
    assert_eq!(file.load(2), Err(too_large));
    fs::remove_file(Path::new(&file.path)).unwrap();
    assert_eq!(file.load(3), Err(LoadFault::Gone));
}
