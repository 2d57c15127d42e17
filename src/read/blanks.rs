//! Takes out of a worksheet what holds no value: all that stands before its cells, and the cells that have nothing but a format,
//! half of all in a form with borders.
//!
//! In: the bytes of a worksheet part. Out: the same sheet, shorter, so that the parser has less to do. Not for: cells in any other
//! form than `<c r="B2" s="7"/>`, which stay for the parser to judge; what stands after the cells, such as merged ranges; what
//! the head tells of hidden columns, which is to be read before.

use std::ops::Range;

use memchr::{memchr, memmem, memrchr};

const START: &[u8] = b"<c r=\"";
const END: &[u8] = b"\"/>";
/// A blank cell with the longest address and the longest style is shorter.
const LONGEST: usize = 40;

/// Moves the bytes that stay to the front, and says how many they are.
pub(super) fn drop_blanks(sheet: &mut [u8]) -> usize {
    // Inside comments and CDATA nothing is a tag. Excel writes neither.
    if memmem::find(sheet, b"<!").is_some() {
        return sheet.len();
    }
    let head = head(sheet).unwrap_or(0..0);
    let (mut kept, mut from, mut at) = (head.start, head.end, head.end);
    while let Some(found) = sheet.get(at..).and_then(|rest| memchr(b'/', rest)) {
        let end = at + found + b"/>".len();
        if let Some(start) = blank(sheet, from, end) {
            sheet.copy_within(from..start, kept);
            kept += start - from;
            from = end;
        }
        at = end;
    }
    let end = sheet.len();
    sheet.copy_within(from.., kept);
    kept + (end - from)
}

/// What stands between the start tag of the sheet and that of its cells.
fn head(sheet: &[u8]) -> Option<Range<usize>> {
    let root = memmem::find(sheet, b"<worksheet")?;
    let start = root + memchr(b'>', sheet.get(root..)?)? + 1;
    let end = start + memmem::find(sheet.get(start..)?, b"<sheetData")?;
    let next = sheet.get(end + b"<sheetData".len())?;
    let is_root_open = !sheet.get(..start)?.ends_with(b"/>");
    (is_root_open && matches!(next, b'>' | b'/' | b' ')).then_some(start..end)
}

/// Where the blank cell starts that ends here, if one does. The next cell must say itself where it stands, so that it does not
/// depend on this one.
fn blank(sheet: &[u8], from: usize, end: usize) -> Option<usize> {
    let (before, next) = sheet.split_at_checked(end)?;
    if !before.ends_with(END) {
        return None;
    }
    if !next.starts_with(START) && !next.starts_with(b"</row>") {
        return None;
    }
    let near = from.max(end.saturating_sub(LONGEST));
    let start = near + memrchr(b'<', before.get(near..)?)?;
    let rest = before.get(start..)?.strip_prefix(START)?;
    let rest = some(rest, 3, u8::is_ascii_uppercase)?;
    let rest = some(rest, 7, u8::is_ascii_digit)?;
    let rest = match rest.strip_prefix(b"\" s=\"") {
        Some(style) => some(style, 9, u8::is_ascii_digit)?,
        None => rest,
    };
    (rest == END).then_some(start)
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
    fn what_holds_no_value_goes_and_all_else_stays() {
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
            (
                r#"<worksheet a="b"><cols><col hidden="1"/></cols><sheetData><row><c r="A1"/></row>"#,
                r#"<worksheet a="b"><sheetData><row></row>"#,
            ),
            (
                "<worksheet/><cols/><sheetData/>",
                "<worksheet/><cols/><sheetData/>",
            ),
            (
                "<worksheet><cols/><sheetDataX/>",
                "<worksheet><cols/><sheetDataX/>",
            ),
            (
                "<x:worksheet><cols/><x:sheetData>",
                "<x:worksheet><cols/><x:sheetData>",
            ),
            ("", ""),
        ] {
            assert_eq!(dropped(sheet), expected, "{sheet}");
        }
    }
}
