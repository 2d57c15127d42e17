//! Takes out of a worksheet what holds no value: all that stands before its cells, the cells that have nothing but a format,
//! half of all in a form with borders, formats that only decorate, and the borders between rows where every cell says itself
//! where it stands.
//!
//! In: the bytes of a worksheet part. Out: the same cells in fewer bytes, so that the parser has less to do. Not for: tags in any
//! other form than Excel's own, which stay for the parser to judge; what stands after the cells, such as merged ranges; what
//! the head and the rows tell of hidden lines, which is to be read before.

use std::ops::Range;

use memchr::{memchr, memrchr};

use crate::input::read::find;

const START: &[u8] = b"<c r=\"";
const END: &[u8] = b"\"/>";
const STYLE: &[u8] = b" s=\"";
const ROW_START: &[u8] = b"<row r=\"";
const ROW_END: &[u8] = b"</row>";
const DATA_END: &[u8] = b"</sheetData>";
/// Digits of the number of a format.
const LONGEST_STYLE: usize = 9;
/// A blank cell with the longest address and the longest style is shorter.
const LONGEST: usize = 40;
/// The tag of a row with all that Excel writes into it is shorter.
const LONGEST_ROW: usize = 400;

/// Moves the bytes that stay to the front, and says how many they are. There are to be no comments and no CDATA, inside which
/// nothing is a tag; Excel writes neither. `decorates` says whether the format with this number tells nothing of a value.
pub(super) fn drop_blanks(sheet: &mut [u8], decorates: impl Fn(usize) -> bool) -> usize {
    let head = head(sheet).unwrap_or(0..0);
    let mut kept = Kept::new(sheet, head.start);
    kept.cut(head.clone());
    let borders = drop_cells(&mut kept, head.end, &decorates);
    let length = kept.finish();
    let Some(borders) = borders else {
        return length;
    };
    let mut kept = Kept::new(sheet.get_mut(..length).unwrap_or_default(), 0);
    for border in borders {
        kept.cut(border);
    }
    kept.finish()
}

/// Bytes of which some are cut out from front to back.
struct Kept<'a> {
    bytes: &'a mut [u8],
    /// How many bytes of what stays have their place.
    length: usize,
    /// Where that goes on which has still to be moved.
    from: usize,
}

impl<'a> Kept<'a> {
    /// Nothing is cut out before this place.
    fn new(bytes: &'a mut [u8], start: usize) -> Self {
        Kept {
            bytes,
            length: start,
            from: start,
        }
    }

    fn cut(&mut self, range: Range<usize>) {
        self.bytes.copy_within(self.from..range.start, self.length);
        self.length += range.start - self.from;
        self.from = range.end;
    }

    /// Where the byte at this place will stand.
    fn moved(&self, place: usize) -> usize {
        self.length + (place - self.from)
    }

    fn finish(mut self) -> usize {
        let end = self.bytes.len();
        self.cut(end..end);
        self.length
    }
}

/// Cuts the blank cells and the formats, and gives the places, after all is moved, of what stands between two rows, if the cells
/// do not need it: if each of them says where it stands.
fn drop_cells(
    kept: &mut Kept<'_>,
    start: usize,
    decorates: &impl Fn(usize) -> bool,
) -> Option<Vec<Range<usize>>> {
    let mut borders = Vec::new();
    let mut needless = true;
    let mut at = start;
    while let Some(found) = kept.bytes.get(at..).and_then(|rest| memchr(b'/', rest)) {
        let slash = at + found;
        at = slash + b"/>".len();
        let (before, rest) = kept.bytes.split_at(slash);
        if rest.starts_with(b"/>") {
            if let Some(start) = blank(kept.bytes, kept.from, at) {
                kept.cut(start..at);
                cut_style(kept, at, decorates);
            } else {
                needless &= is_no_cell_after(kept.bytes.get(at..).unwrap_or_default());
            }
        } else if !before.ends_with(b"<") {
        } else if rest.starts_with(b"/c>") {
            at += b">".len();
            needless &= cut_style(kept, at, decorates);
        } else if rest.starts_with(b"/row>") {
            let start = slash - 1;
            let end = start + ROW_END.len();
            let next = kept.bytes.get(end..).unwrap_or_default();
            match row(next) {
                Some(length) => {
                    at = end + length;
                    borders.push(kept.moved(start)..kept.moved(at));
                    needless &= cut_style(kept, at, decorates);
                }
                None => needless &= next.starts_with(DATA_END),
            }
        } else if rest.starts_with(b"/sheetData>") {
            break;
        }
    }
    needless.then_some(borders)
}

/// Cuts the format of the cell that begins here if it only decorates, unless the cell is blank and goes as a whole. Whether what
/// begins here needs no place from what stands before it.
fn cut_style(kept: &mut Kept<'_>, at: usize, decorates: &impl Fn(usize) -> bool) -> bool {
    let next = kept.bytes.get(at..).unwrap_or_default();
    let Some(rest) = address(next).and_then(|rest| rest.strip_prefix(b"\"")) else {
        return next.starts_with(ROW_END);
    };
    let style = rest.strip_prefix(STYLE).and_then(|style| {
        let behind = some(style, LONGEST_STYLE, u8::is_ascii_digit)?;
        let digits = style.get(..style.len() - behind.len())?.iter();
        let number = digits.fold(0, |number, digit| number * 10 + usize::from(digit - b'0'));
        let behind = behind.strip_prefix(b"\"")?;
        (matches!(behind.first(), Some(b' ' | b'>')) && decorates(number)).then_some(behind)
    });
    if let Some(behind) = style {
        let start = at + next.len() - rest.len();
        kept.cut(start..start + rest.len() - behind.len());
    }
    true
}

/// What stands between the start tag of the sheet and that of its cells.
fn head(sheet: &[u8]) -> Option<Range<usize>> {
    let root = find::WORKSHEET.find(sheet)?;
    let start = root + memchr(b'>', sheet.get(root..)?)? + 1;
    let end = start + find::SHEET_DATA.find(sheet.get(start..)?)?;
    let next = sheet.get(end + b"<sheetData".len())?;
    let is_root_open = !sheet.get(..start)?.ends_with(b"/>");
    (is_root_open && matches!(next, b'>' | b'/' | b' ')).then_some(start..end)
}

/// Where the blank cell starts that ends here, if one does. The next cell must say itself where it stands, so that it does not
/// depend on this one.
fn blank(sheet: &[u8], from: usize, end: usize) -> Option<usize> {
    let (before, next) = sheet.split_at_checked(end)?;
    if !before.ends_with(END) || !is_placed(next) {
        return None;
    }
    let near = from.max(end.saturating_sub(LONGEST));
    let start = near + memrchr(b'<', before.get(near..)?)?;
    let rest = address(before.get(start..)?)?;
    let rest = match rest.strip_prefix(b"\" s=\"") {
        Some(style) => some(style, LONGEST_STYLE, u8::is_ascii_digit)?,
        None => rest,
    };
    (rest == END).then_some(start)
}

/// Whether what follows needs no place from what stands before it: a cell with an address of its own, or the end of the row.
fn is_placed(next: &[u8]) -> bool {
    address(next).is_some_and(|rest| rest.starts_with(b"\"")) || next.starts_with(ROW_END)
}

/// Whether what follows a tag without content is surely not a cell without an address.
fn is_no_cell_after(next: &[u8]) -> bool {
    let others: [&[u8]; 4] = [b"</", b"<v", b"<is", b"<row"];
    is_placed(next) || others.iter().any(|other| next.starts_with(other))
}

/// What follows the address of a cell that begins here, within the grid and as Excel writes it.
fn address(cell: &[u8]) -> Option<&[u8]> {
    let rest = some(cell.strip_prefix(START)?, 2, u8::is_ascii_uppercase)?;
    some(rest, 6, u8::is_ascii_digit)
}

/// How long the start tag of a row is that begins here, with empty rows before it.
fn row(next: &[u8]) -> Option<usize> {
    let mut length = 0;
    loop {
        let rest = next.get(length..)?;
        let number = some(rest.strip_prefix(ROW_START)?, 6, u8::is_ascii_digit)?;
        if !number.starts_with(b"\"") {
            return None;
        }
        let end = memchr(b'>', rest.get(..LONGEST_ROW.min(rest.len()))?)?;
        let tag = rest.get(..end)?;
        let attributes = tag.strip_suffix(b"/").unwrap_or(tag);
        if !is_closed(attributes) {
            return None;
        }
        length += end + 1;
        if attributes.len() == tag.len() {
            return Some(length);
        }
    }
}

/// Whether this is all of a tag's attributes: not so if the `>` behind it stands within one, which is left open then.
fn is_closed(attributes: &[u8]) -> bool {
    let value = attributes.strip_suffix(b"\"").and_then(<[u8]>::last);
    let is_opening = |byte: &u8| *byte == b'=' || byte.is_ascii_whitespace();
    value.is_some_and(|last| !is_opening(last)) && memchr(b'\'', attributes).is_none()
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
        let length = drop_blanks(&mut bytes, |style| style != 3);
        bytes.truncate(length);
        String::from_utf8_lossy(&bytes).into_owned()
    }

    #[test]
    fn a_cell_without_an_address_keeps_all_rows() {
        for rows in [
            r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c><v>1</v></c></row>"#,
            r#"<row r="1"><c r="A1"><v>1</v></c><c><v>1</v></c></row><row r="2"></row>"#,
            r#"<row r="1"><c r="A1"><v>1</v></c></row> <row r="2"></row><row r="3"></row>"#,
            r#"<row r="1"></row><row><c r="A1"><v>1</v></c></row><row r="2"></row>"#,
            r#"<row r="1"></row><row r="2"><c r="A2" t="s"/><c t="s"/></row>"#,
            r#"<row r="1"></row><row r="2"><c r="a2"><v>1</v></c></row>"#,
            r#"<row r="1"></row><row r="2"> <c><v>1</v></c></row>"#,
            r#"<row r="1"></row><row r="2"/><c><v>1</v></c></row>"#,
            r#"<row r="1"></row><row r="x"><c r="A2"><v>1</v></c></row>"#,
            r#"<row r="1"></row><row r="2" x="><c r="A2"><v>1</v></c></row>"#,
            r#"<row r="1"></row><row r="2" x='"">'><c r="A2"><v>1</v></c></row>"#,
            r#"<row r="1"></row><row r="2" x= ">"><c r="A2"><v>1</v></c></row>"#,
            r#"<row r="1"></row><row r="2" x="a>"><c r="A2"><v>1</v></c></row>"#,
            r#"<row r="1"></row><row r="2" x="/>"><c r="A2"><v>1</v></c></row>"#,
            r#"<row r="1"></row><x:row r="2"><x:c r="A2"><x:v>1</x:v></x:c></x:row>"#,
        ] {
            let sheet = format!("<sheetData>{rows}</sheetData>");
            assert_eq!(dropped(&sheet), sheet);
        }
    }

    #[test]
    fn what_holds_no_value_goes_and_all_else_stays() {
        for (sheet, expected) in [
            (
                r#"<row r="1"><c r="A1" s="1"/><c r="B1" s="3"><v>7</v></c><c r="C1"/></row>"#,
                r#"<row r="1"><c r="B1" s="3"><v>7</v></c></row>"#,
            ),
            (r#"<c r="A1"/><c r="B1"/><c r="C1"/></row>"#, "</row>"),
            (
                r#"<c r="A1"/><c><v>7</v></c></row>"#,
                r#"<c r="A1"/><c><v>7</v></c></row>"#,
            ),
            (r#"<c r="A1" t="s"/></row>"#, r#"<c r="A1" t="s"/></row>"#),
            (r#"<c r="a1"/></row>"#, r#"<c r="a1"/></row>"#),
            (r#"<c r="A"/></row>"#, r#"<c r="A"/></row>"#),
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

    #[test]
    fn formats_go_that_tell_nothing() {
        // The third tells something.
        for (sheet, expected) in [
            (
                r#"<c r="A1"/><c r="A2" s="12"><v>1</v></c><c r="A3" s="3"><v>1</v></c><c r="A4" s="4" t="s"><v>1</v></c></row>"#,
                r#"<c r="A2"><v>1</v></c><c r="A3" s="3"><v>1</v></c><c r="A4" t="s"><v>1</v></c></row>"#,
            ),
            (
                r#"<c r="A1"/><c r="A2" s="1"/><c r="A3" s="1"><v/></c><c r="A4" s="1"><f/></c></row>"#,
                r#"<c r="A3"><v/></c><c r="A4"><f/></c></row>"#,
            ),
            (
                r#"<c r="A1"/><c r="A2" s="1"/> <c r="A3" s=""></c><c r="A3" s="1></c><c r="A3" s='1'></c></row>"#,
                r#"<c r="A2" s="1"/> <c r="A3" s=""></c><c r="A3" s="1></c><c r="A3" s='1'></c></row>"#,
            ),
            (
                r#"<row r="1"></row><row r="2"><c r="A2" s="1"><v>1</v></c></row></sheetData>"#,
                r#"<row r="1"><c r="A2"><v>1</v></c></row></sheetData>"#,
            ),
        ] {
            assert_eq!(dropped(sheet), expected, "{sheet}");
        }
    }

    #[test]
    fn what_stands_between_rows_goes_where_every_cell_says_where_it_stands() {
        for (sheet, expected) in [
            (
                r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="3" ht="5"><c r="A3"><v>2</v></c></row></sheetData>"#,
                r#"<row r="1"><c r="A1"><v>1</v></c><c r="A3"><v>2</v></c></row></sheetData>"#,
            ),
            (
                r#"<row r="1"></row><row r="2"/><row r="3"><c r="A3"/></row></sheetData></row><row r="7">"#,
                r#"<row r="1"></row></sheetData></row><row r="7">"#,
            ),
            (
                r#"<row r="1"><c r="A1" t="s"/><c r="B1"><f/><v/></c></row><row r="2"></row></sheetData>"#,
                r#"<row r="1"><c r="A1" t="s"/><c r="B1"><f/><v/></c></row></sheetData>"#,
            ),
        ] {
            assert_eq!(dropped(sheet), expected, "{sheet}");
        }
    }
}
