//! Takes fonts, fills and borders out of the styles of a workbook, which nothing is read from: most of what the part holds.
//!
//! In: the bytes of the part. Out: the same part, shorter, so that the parser has less to do. Not for: number formats, which
//! tell dates from numbers.

use memchr::memmem;

/// What goes: from the start tag to the end tag.
const SECTIONS: [(&[u8], &[u8]); 6] = [
    (b"<fonts", b"</fonts>"),
    (b"<fills", b"</fills>"),
    (b"<borders", b"</borders>"),
    (b"<cellStyleXfs", b"</cellStyleXfs>"),
    (b"<cellStyles", b"</cellStyles>"),
    (b"<dxfs", b"</dxfs>"),
];

/// Moves the bytes that stay to the front, and says how many they are.
pub(super) fn drop_decoration(styles: &mut [u8]) -> usize {
    // Inside comments and CDATA nothing is a tag. Excel writes neither.
    if memmem::find(styles, b"<!").is_some() {
        return styles.len();
    }
    let mut length = styles.len();
    for (start, end) in SECTIONS {
        let Some(kept) = styles.get(..length) else {
            break;
        };
        if let Some((first, behind)) = section(kept, start, end) {
            styles.copy_within(behind..length, first);
            length -= behind - first;
        }
    }
    length
}

/// Where a section begins, and where what follows it does.
fn section(styles: &[u8], start: &[u8], end: &[u8]) -> Option<(usize, usize)> {
    let first = memmem::find(styles, start)?;
    let rest = styles.get(first + start.len()..)?;
    // A longer name is another section; an empty one has no end tag.
    if !rest.first().is_some_and(|byte| matches!(byte, b' ' | b'>')) {
        return None;
    }
    let tag_end = memchr::memchr(b'>', rest)?;
    if rest.get(..tag_end)?.ends_with(b"/") {
        return None;
    }
    let length = memmem::find(rest, end)?;
    // Cell formats inside would be lost; no program writes them there.
    if memmem::find(rest.get(..length)?, b"cellXfs").is_some() {
        return None;
    }
    Some((first, first + start.len() + length + end.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_decoration_goes() {
        for (styles, expected) in [
            (
                "<styleSheet><numFmts><numFmt/></numFmts><fonts count=\"1\"><font/></fonts><fills/><borders><border/></borders>\
                 <cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId=\"14\"/></cellXfs><dxfs></dxfs></styleSheet>",
                "<styleSheet><numFmts><numFmt/></numFmts><fills/><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>",
            ),
            ("<fontsX></fonts>", "<fontsX></fonts>"),
            ("<fonts", "<fonts"),
            ("<fonts/><x></fonts>", "<fonts/><x></fonts>"),
            ("<fonts><cellXfs/></fonts>", "<fonts><cellXfs/></fonts>"),
            ("<!-- <fonts></fonts> -->", "<!-- <fonts></fonts> -->"),
            ("", ""),
        ] {
            let mut bytes = styles.as_bytes().to_vec();
            let length = drop_decoration(&mut bytes);
            bytes.truncate(length);
            assert_eq!(String::from_utf8_lossy(&bytes), expected, "{styles}");
        }
    }
}
