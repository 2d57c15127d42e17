//! Compound files (the container of .xls, old .doc and encrypted Office files): which document they hold.
//!
//! In: the bytes of a compound file. Out: a [`FileKind`]. Not for: streams. The chains of sectors are not followed, so that no
//! cycle can catch us: directory entries are 128 bytes long and aligned, and are recognised wherever they stand.

use crate::input::read::file_kind::FileKind;
use crate::input::read::le::u16_at;

/// The first bytes of every compound file.
pub(super) const SIGNATURE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Bytes of an entry of the directory.
pub(super) const ENTRY_BYTES: usize = 128;

/// The streams that tell documents apart. The first one in the directory decides, because a document comes before what is
/// embedded in it; encryption decides wherever it stands.
const STREAMS: [(&str, FileKind); 7] = [
    ("EncryptedPackage", FileKind::EncryptedOoxml),
    ("Workbook", FileKind::Xls),
    ("Book", FileKind::Xls),
    ("WordDocument", FileKind::Word),
    ("PowerPoint Document", FileKind::PowerPoint),
    ("__properties_version1.0", FileKind::Mail),
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
    let mut streams = STREAMS.iter();
    let found = streams.find(|(name, _)| is_stream(entry, name));
    found.map(|(_, kind)| *kind)
}

/// Whether the 128 bytes of a directory entry are those of the stream with this name.
pub(super) fn is_stream(entry: &[u8], name: &str) -> bool {
    const STREAM: u8 = 2;
    let utf16 = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes);
    let length = u16_at(entry, 64).map(usize::from);
    entry.get(66) == Some(&STREAM)
        && length
            .and_then(|length| entry.get(..length))
            .is_some_and(|found| found.iter().copied().eq(utf16))
}
