//! Compound files (the container of .xls, old .doc and encrypted Office files): which document they hold.
//!
//! In: the bytes of a compound file. Out: a [`FileKind`]. Not for: streams. The chains of sectors are not followed, so that no
//! cycle can catch us: directory entries are 128 bytes long and aligned, and are recognised wherever they stand.

use crate::input::read::kind::FileKind;

/// The first bytes of every compound file.
pub(super) const SIGNATURE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

const ENTRY_BYTES: usize = 128;

/// The streams that tell documents apart. The first one in the directory decides, because a document comes before what is
/// embedded in it; encryption decides wherever it stands.
const STREAMS: [(&str, FileKind); 6] = [
    ("EncryptedPackage", FileKind::EncryptedOoxml),
    ("Workbook", FileKind::Xls),
    ("Book", FileKind::Xls),
    ("WordDocument", FileKind::Word),
    ("PowerPoint Document", FileKind::PowerPoint),
    ("EncryptionInfo", FileKind::EncryptedOoxml),
];

/// Which document a compound file holds.
pub(super) fn kind(bytes: &[u8]) -> FileKind {
    let mut found = FileKind::Compound;
    for entry in bytes.chunks_exact(ENTRY_BYTES) {
        match stream_kind(entry) {
            Some(FileKind::EncryptedOoxml) => return FileKind::EncryptedOoxml,
            Some(kind) if found == FileKind::Compound => found = kind,
            _ => {}
        }
    }
    found
}

/// The document that a directory entry names, if the 128 bytes are such an entry.
fn stream_kind(entry: &[u8]) -> Option<FileKind> {
    const STREAM: u8 = 2;
    if entry.get(66) != Some(&STREAM) {
        return None;
    }
    let length = usize::from(*entry.get(64)?);
    let name = entry.get(..length)?;
    let kind = STREAMS.iter().find(|(stream, _)| {
        let utf16 = stream.encode_utf16().chain([0]);
        name.len() == (stream.len() + 1) * 2
            && utf16
                .zip(name.chunks_exact(2))
                .all(|(a, b)| a.to_le_bytes() == b)
    })?;
    Some(kind.1)
}
