//! Takes the cells out of a worksheet that have nothing but a format: half of all cells in a form with borders.
//!
//! In: the bytes of a worksheet part. Out: the same sheet, shorter, so that the parser has less to do. Not for: cells in any other
//! form than `<c r="B2" s="7"/>`, which stay for the parser to judge.

use memchr::memmem;

const START: &[u8] = b"<c r=\"";

/// Moves the bytes that stay to the front, and says how many they are.
pub(super) fn drop_blanks(sheet: &mut [u8]) -> usize {
    // Inside comments and CDATA nothing is a tag. Excel writes neither.
    if memmem::find(sheet, b"<!").is_some() {
        return sheet.len();
    }
    let finder = memmem::Finder::new(START);
    let (mut kept, mut from, mut at) = (0, 0, 0);
    while let Some(found) = sheet.get(at..).and_then(|rest| finder.find(rest)) {
        let start = at + found;
        match sheet.get(start..).and_then(blank) {
            Some(bytes) => {
                sheet.copy_within(from..start, kept);
                kept += start - from;
                from = start + bytes;
                at = from;
            }
            None => at = start + START.len(),
        }
    }
    let end = sheet.len();
    sheet.copy_within(from.., kept);
    kept + (end - from)
}

/// The length of a blank cell that these bytes begin with. The next cell must say itself where it stands, so that it does not
/// depend on this one.
fn blank(bytes: &[u8]) -> Option<usize> {
    let rest = bytes.strip_prefix(START)?;
    let rest = some(rest, 3, u8::is_ascii_uppercase)?;
    let rest = some(rest, 7, u8::is_ascii_digit)?.strip_prefix(b"\"")?;
    let rest = match rest.strip_prefix(b" s=\"") {
        Some(style) => some(style, 9, u8::is_ascii_digit)?.strip_prefix(b"\"")?,
        None => rest,
    };
    let rest = rest.strip_prefix(b"/>")?;
    let is_settled = rest.starts_with(START) || rest.starts_with(b"</row>");
    is_settled.then_some(bytes.len() - rest.len())
}

/// What follows one or more bytes of a kind, at most so many.
fn some(bytes: &[u8], most: usize, kind: impl Fn(&u8) -> bool) -> Option<&[u8]> {
    let count = bytes.iter().take_while(|byte| kind(byte)).count();
    (1..=most).contains(&count).then(|| bytes.get(count..))?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dropped(sheet: &str) -> String {
        let mut bytes = sheet.as_bytes().to_vec();
        let length = drop_blanks(&mut bytes);
        bytes.truncate(length);
        String::from_utf8_lossy(&bytes).into_owned()
    }

    #[test]
    fn blank_cells_go_and_all_others_stay() {
        for (sheet, expected) in [
            (
                r#"<row r="1"><c r="A1" s="1"/><c r="B1" s="2"><v>7</v></c><c r="C1"/></row>"#,
                r#"<row r="1"><c r="B1" s="2"><v>7</v></c></row>"#,
            ),
            (r#"<c r="A1"/><c r="B1"/><c r="C1"/></row>"#, "</row>"),
            (
                r#"<c r="A1"/><c><v>7</v></c></row>"#,
                r#"<c r="A1"/><c><v>7</v></c></row>"#,
            ),
            (r#"<c r="A1" t="s"/></row>"#, r#"<c r="A1" t="s"/></row>"#),
            (r#"<c r="a1"/></row>"#, r#"<c r="a1"/></row>"#),
            (r#"<c r="A"/></row>"#, r#"<c r="A"/></row>"#),
            (
                r#"<!-- --><c r="A1"/></row>"#,
                r#"<!-- --><c r="A1"/></row>"#,
            ),
            (r#"<c r="A1"/>"#, r#"<c r="A1"/>"#),
            ("", ""),
        ] {
            assert_eq!(dropped(sheet), expected, "{sheet}");
        }
    }
}
