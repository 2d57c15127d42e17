//! Numbers in the bytes of a file, their low byte first, as zip archives and compound files have them.
//!
//! In: bytes and a place. Out: the number, or nothing where the bytes end. Not for: what it means.

/// Two bytes as a number.
pub(crate) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    two.try_into().ok().map(u16::from_le_bytes)
}

/// Four bytes as a number.
pub(crate) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    four.try_into().ok().map(u32::from_le_bytes)
}
