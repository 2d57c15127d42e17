//! Zip archives in the folder.

use std::fs;
use std::path::Path;

use tonghop::input::inbox::{ArchiveFault, IgnoredBecause, Inbox, LoadFault, Received, list};
use tonghop::input::read::ReadLimits;
use zip::CompressionMethod::{Deflated, Stored};

use crate::read::build;

/// The files in an archive of these bytes.
fn inside_with(
    bytes: &[u8],
    limits: &ReadLimits,
) -> (tempfile::TempDir, Result<Inbox, ArchiveFault>) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("gửi.zip"), bytes).unwrap();
    let inside = archive(folder.path()).inside(limits);
    (folder, inside)
}

fn inside(bytes: &[u8]) -> (tempfile::TempDir, Inbox) {
    let (folder, inside) = inside_with(bytes, &ReadLimits::default());
    (folder, inside.unwrap())
}

fn fault(bytes: &[u8]) -> ArchiveFault {
    inside_with(bytes, &ReadLimits::default()).1.unwrap_err()
}

fn archive(folder: &Path) -> Received {
    list(folder, &[]).unwrap().received.remove(0)
}

fn names(inbox: &Inbox) -> Vec<&str> {
    let names = inbox.received.iter().map(|file| file.name.as_str());
    names.collect()
}

/// Where a sequence of bytes stands, the first and the last time.
fn places(bytes: &[u8], wanted: &[u8]) -> [usize; 2] {
    [
        memchr::memmem::find(bytes, wanted).unwrap(),
        memchr::memmem::rfind(bytes, wanted).unwrap(),
    ]
}

#[test]
fn every_file_in_an_archive_is_accounted_for() {
    let bytes = build::zip(
        &[
            ("b.xlsx", b"b"),
            ("Đợt 2/", b""),
            ("Đợt 2/a.xlsx", b"aaa"),
            ("__MACOSX/._a.xlsx", b"x"),
            ("__MACOSX/Đợt 2/._a.xlsx", b"x"),
            ("Đợt 2/~$a.xlsx", b"x"),
            ("Đợt 2\\c.xls", b"c"),
        ],
        Deflated,
    );
    let (_folder, inbox) = inside(&bytes);
    assert_eq!(
        names(&inbox),
        [
            "gửi.zip/b.xlsx",
            "gửi.zip/Đợt 2/a.xlsx",
            "gửi.zip/Đợt 2/c.xls"
        ]
    );
    let ignored: Vec<_> = inbox
        .ignored
        .iter()
        .map(|ignored| (ignored.name.as_str(), ignored.reason))
        .collect();
    assert_eq!(
        ignored,
        [
            ("gửi.zip/__MACOSX", IgnoredBecause::SystemFile),
            ("gửi.zip/Đợt 2/~$a.xlsx", IgnoredBecause::OwnerFile),
        ]
    );
    let loaded = inbox.received[1].load(3).unwrap();
    assert_eq!(loaded.bytes, b"aaa");
    let too_large = LoadFault::TooLarge { found: 3, limit: 2 };
    assert_eq!(inbox.received[1].load(2), Err(too_large));
    assert!(inbox.received[1].modified.is_some());
}

#[test]
fn names_are_readable_whatever_they_were_packed_with() {
    // The name field is 10 bytes long: first in the Vietnamese code page, then in that of MS-DOS, then decomposed UTF-8.
    let cases: [(&[u8], &str); 4] = [
        (b"S\xf5\xd2 T\xfd.xls", "Sở Tư.xls"),
        (b"caf\x82 1.xls", "café 1.xls"),
        ("Sở 12.xls".as_bytes(), "Sở 12.xls"),
        (b"a\\b\x01cd.xls", "a/b␁cd.xls"),
    ];
    for (raw, shown) in cases {
        let stand_in = "n".repeat(raw.len());
        let mut bytes = build::zip(&[(&stand_in, b"x")], Stored);
        for at in places(&bytes, stand_in.as_bytes()) {
            bytes[at..at + raw.len()].copy_from_slice(raw);
        }
        let (_folder, inbox) = inside(&bytes);
        assert_eq!(names(&inbox), [format!("gửi.zip/{shown}")]);
        assert_eq!(inbox.received[0].load(9).unwrap().bytes, b"x");
    }
}

#[test]
fn two_entries_of_one_name_are_two_files() {
    let mut bytes = build::zip(&[("a.xlsx", b"1"), ("b.xlsx", b"2")], Stored);
    for at in places(&bytes, b"b.xlsx") {
        bytes[at] = b'a';
    }
    let (_folder, inbox) = inside(&bytes);
    let contents: Vec<_> = inbox
        .received
        .iter()
        .map(|file| file.load(9).unwrap().bytes)
        .collect();
    assert_eq!(names(&inbox), ["gửi.zip/a.xlsx"; 2]);
    assert_eq!(contents, [b"1", b"2"]);
}

#[test]
fn an_entry_with_a_password_says_so() {
    let mut bytes = build::zip(&[("a.xlsx", b"x"), ("b.xlsx", b"y")], Stored);
    let [local, listed] = [b"PK\x03\x04", b"PK\x01\x02"].map(|magic| places(&bytes, magic)[0]);
    bytes[local + 6] |= 1;
    bytes[listed + 8] |= 1;
    let (_folder, inbox) = inside(&bytes);
    assert_eq!(inbox.received[0].load(9), Err(LoadFault::Encrypted));
    assert_eq!(inbox.received[1].load(9).unwrap().bytes, b"y");
}

#[test]
fn a_link_and_an_unknown_method_are_refused() {
    let mut bytes = build::zip(&[("a.xlsx", b"x"), ("b.xlsx", b"y")], Stored);
    let [first, last] = places(&bytes, b"PK\x01\x02");
    bytes[first + 10] = 14;
    // Made by Unix, and a symbolic link.
    bytes[last + 5] = 3;
    bytes[last + 38..last + 42].copy_from_slice(&0xA1FF_0000_u32.to_le_bytes());
    let (_folder, inbox) = inside(&bytes);
    assert_eq!(inbox.received[0].load(9), Err(LoadFault::Method(14)));
    assert_eq!(inbox.refused[0].name, "gửi.zip/b.xlsx");
    assert_eq!(inbox.refused[0].fault, LoadFault::Link);
}

#[test]
fn bombs_and_crowds_are_refused_before_anything_is_unpacked() {
    let limits = ReadLimits {
        archive_entries: 99,
        archive_bytes: 1 << 20,
        ..ReadLimits::default()
    };
    let bomb = build::zip(&[("a.xlsx", &vec![0; 2 << 20])], Deflated);
    let (found, limit) = (2 << 20, 1 << 20);
    let refused = inside_with(&bomb, &limits).1;
    assert_eq!(refused, Err(ArchiveFault::TooLarge { found, limit }));
    // One that lies about its size is damaged; no more than it claims is unpacked.
    let mut lie = bomb;
    let size = (2_u32 << 20).to_le_bytes();
    for at in places(&lie, &size) {
        lie[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
    }
    let (_folder, inbox) = inside(&lie);
    assert!(matches!(
        inbox.received[0].load(1 << 20),
        Err(LoadFault::Damaged(_))
    ));

    let names: Vec<String> = (0..100_000)
        .map(|number| format!("{number}.xlsx"))
        .collect();
    let parts: Vec<(&str, &[u8])> = names
        .iter()
        .map(|name| (name.as_str(), b"".as_slice()))
        .collect();
    let mut crowd = build::zip(&parts, Stored);
    let refused = inside_with(&crowd, &limits).1;
    assert!(
        matches!(refused, Err(ArchiveFault::TooManyEntries { limit: 99, .. })),
        "{refused:?}"
    );
    // The same with a lie about their number.
    let [_, end] = places(&crowd, b"PK\x05\x06");
    crowd[end + 8..end + 12].copy_from_slice(&[5, 0, 5, 0]);
    let refused = inside_with(&crowd, &limits).1;
    assert!(refused.is_err(), "{refused:?}");
}

#[test]
fn what_is_no_archive_of_files_says_why() {
    let good = build::zip(&[("a.xlsx", b"x")], Stored);
    assert_eq!(
        fault(&build::zip(&[("a/", b"")], Stored)),
        ArchiveFault::Empty
    );
    assert_eq!(
        fault(&build::zip(&[("[Content_Types].xml", b"x")], Stored)),
        ArchiveFault::Document
    );
    let mut split = good.clone();
    let [_, end] = places(&split, b"PK\x05\x06");
    split[end + 4] = 1;
    assert_eq!(fault(&split), ArchiveFault::Split);
    // Something in front, such as a program that unpacks it, does no harm.
    let program = [b"MZ program".as_slice(), &good].concat();
    let (_folder, inbox) = inside(&program);
    assert_eq!(inbox.received[0].load(9).unwrap().bytes, b"x");
}

#[test]
fn an_archive_cut_anywhere_or_with_any_byte_changed_is_no_panic() {
    let good = build::zip(
        &[("a.xlsx", b"content"), ("b/c.xlsx", b"content")],
        Deflated,
    );
    for at in 0..good.len() {
        let cut = inside_with(&good[..at], &ReadLimits::default()).1;
        let bytes = at as u64;
        assert_eq!(cut, Err(ArchiveFault::Cut { bytes }));
        let mut changed = good.clone();
        changed[at] ^= 0x11;
        if let (_folder, Ok(inbox)) = inside_with(&changed, &ReadLimits::default()) {
            for file in &inbox.received {
                let loaded = file.load(100);
                assert!(
                    loaded.is_err() || loaded.unwrap().bytes == b"content",
                    "{at}"
                );
            }
        }
    }
}
