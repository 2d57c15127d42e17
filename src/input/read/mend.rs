//! What the guard takes out of calamine's sight, and reads in its place.
//!
//! In: an inflated package. Out: the same package without claims that make calamine reserve memory or give up, and the merged
//! ranges of a sheet. Not for: cells.

use quick_xml::events::Event;

use crate::base::cell::{CellAddress, CellRange};
use crate::input::read::fault::{Bound, ReadFault, SheetProblem};
use crate::input::read::limits::ReadLimits;
use crate::input::read::package::{Package, within};
use crate::input::read::worksheets::MainPart;
use crate::input::read::{find, xml};

/// Crosses out the number of shared texts that a package claims: calamine reserves memory for as many.
pub(super) fn shared_strings(package: &mut Package, main: &MainPart) {
    let Some(part) = package.find(&format!("{}sharedStrings.xml", main.folder)) else {
        return;
    };
    let bytes = package.content(part);
    let mut reader = xml::reader(bytes);
    let mut claim = None;
    loop {
        let start = reader.buffer_position() as usize;
        match reader.read_event() {
            Ok(Event::Start(tag)) if tag.local_name().as_ref() == "sst" => {
                claim = xml::attributes(&tag)
                    .find(|attribute| attribute.key == "uniqueCount")
                    .map(|attribute| (start + attribute.key_offset, attribute.value.to_string()));
                break;
            }
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    // The shortest text, <si/>, takes five bytes.
    let possible = bytes.len() / 5;
    if let Some((offset, value)) = claim
        && value
            .parse::<usize>()
            .map_or(true, |count| count > possible)
    {
        package.cross_out(part, offset);
    }
}

/// Refuses a workbook whose cell formats would take too much memory: calamine copies number
/// formats and names of fonts into every cell format that refers to them.
///
/// # Errors
/// [`ReadFault::TooLarge`].
pub(super) fn formats_bounded(
    package: &Package,
    main: &MainPart,
    limits: &ReadLimits,
) -> Result<(), ReadFault> {
    let Some(bytes) = package.named(&format!("{}styles.xml", main.folder)) else {
        return Ok(());
    };
    let mut longest = 0;
    let mut before = 0;
    for quote in memchr::memchr2_iter(b'"', b'\'', bytes) {
        longest = longest.max(quote - before);
        before = quote;
    }
    let formats = memchr::memmem::find_iter(bytes, b"xf").count();
    let found = (longest as u64).saturating_mul(formats as u64);
    // Excel allows 64,000 formats and 255 characters.
    within(Bound::FormatBytes, found, limits.text_bytes)
}

/// Crosses out a sheet's claim about its size if calamine would give the sheet up for it. The claim is of no use to us.
pub(super) fn dimension(package: &mut Package, part: usize) {
    let bytes = package.content(part);
    // Behind the start of the cells nothing is a claim any more, but for what a comment makes seem so.
    let head = find::SHEET_DATA
        .find(bytes)
        .and_then(|end| bytes.get(..end));
    let head = head.filter(|head| find::NO_TAG.find(head).is_none());
    let mut claims = find::DIMENSION.find_iter(head.unwrap_or(bytes));
    if claims.all(|at| bytes.get(at..).is_some_and(is_good_dimension)) {
        return;
    }
    let mut reader = xml::reader(bytes);
    let mut wrong = Vec::new();
    loop {
        let start = reader.buffer_position() as usize;
        match reader.read_event() {
            Ok(Event::Start(tag)) => match tag.local_name().as_ref() {
                "dimension" if xml::attribute(&tag, "ref").and_then(range).is_none() => {
                    wrong.push(start + tag.name().as_ref().len());
                }
                "sheetData" => break,
                _ => {}
            },
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    for offset in wrong {
        package.cross_out(part, offset);
    }
}

/// Whether these bytes begin with a claim as programs write it, and in order, so that no closer look is needed.
fn is_good_dimension(bytes: &[u8]) -> bool {
    let is_range = |claim: &[u8]| {
        let claim = std::str::from_utf8(claim);
        claim.is_ok_and(|claim| range(claim).is_some())
    };
    bytes.strip_prefix(b"dimension ref=\"").is_some_and(|rest| {
        let rest = rest.get(..32).unwrap_or(rest);
        let quote = memchr::memchr(b'"', rest);
        let (claim, end) = rest.split_at(quote.unwrap_or_default());
        is_range(claim) && end.starts_with(b"\"/>")
    })
}

/// Takes the indentation out of the content of an .ods file, which calamine does not expect: blanks between the tags of tables
/// become blanks at the end of the tag before them, where they mean nothing. Blanks between other tags may be text.
pub(super) fn indentation(package: &mut Package) {
    let Some(part) = package.find("content.xml") else {
        return;
    };
    let is_table = |bytes: &[u8]| bytes.starts_with(b"table:") || bytes.starts_with(b"/table:");
    let bytes = package.content(part);
    let mut moves = Vec::new();
    let mut tag = 0;
    for end in memchr::memchr2_iter(b'<', b'>', bytes) {
        if bytes.get(end) == Some(&b'<') {
            tag = end + 1;
            continue;
        }
        let rest = bytes.get(end + 1..).unwrap_or_default();
        let blanks = rest.iter().take_while(|byte| byte.is_ascii_whitespace());
        let blanks = blanks.count();
        let next = rest.get(blanks..).unwrap_or_default();
        let before = bytes.get(tag..end).unwrap_or_default();
        let Some(next) = next.strip_prefix(b"<").filter(|_| blanks > 0) else {
            continue;
        };
        let is_paragraph_end = before == b"/text:p" && next.starts_with(b"text:p");
        let is_tag = !before.starts_with(b"!") && !before.starts_with(b"?");
        if is_tag && (is_table(before) || is_table(next) || is_paragraph_end) {
            let start = if before.ends_with(b"/") { end - 1 } else { end };
            moves.push((start, end + 1 + blanks));
        }
    }
    if moves.is_empty() {
        return;
    }
    let bytes = package.content_mut(part);
    for (start, end) in moves {
        if let Some(piece) = bytes.get_mut(start..end) {
            let mark = if piece.first() == Some(&b'/') { 2 } else { 1 };
            piece.rotate_left(mark);
        }
    }
}

/// A range such as `A1:C3`, or a single cell; `None` if it is malformed, reversed or outside the grid.
fn range(text: &str) -> Option<CellRange> {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    let first: CellAddress = first.parse().ok()?;
    let last: CellAddress = last.parse().ok()?;
    (first.row <= last.row && first.column <= last.column).then_some(CellRange { first, last })
}

/// The merged ranges as programs write them, if all are in order and no more than the limit.
fn plain_merges(tail: &[u8], limits: &ReadLimits) -> Option<Vec<CellRange>> {
    let tail = tail.strip_prefix(b"<mergeCells")?;
    let mut rest = tail.get(memchr::memchr(b'>', tail)? + 1..)?;
    let mut merges = Vec::new();
    while let Some(after) = rest.strip_prefix(b"<mergeCell ref=\"") {
        let (text, after) = after.split_at_checked(memchr::memchr(b'"', after)?)?;
        if merges.len() as u64 >= limits.merges {
            return None;
        }
        merges.push(range(std::str::from_utf8(text).ok()?)?);
        rest = after.strip_prefix(b"\"/>")?;
    }
    rest.starts_with(b"</mergeCells>").then_some(merges)
}

/// The merged ranges of a sheet, which stand after its cells; and a problem if there are too many.
pub(super) fn merges(sheet: &[u8], limits: &ReadLimits) -> (Vec<CellRange>, Option<SheetProblem>) {
    let mut merges = Vec::new();
    let data_end = find::LAST_SHEET_DATA.rfind(sheet).unwrap_or(0);
    let tail = sheet.get(data_end..).unwrap_or_default();
    let start = memchr::memchr(b'>', tail).map_or(tail.len(), |end| end + 1);
    let tail = tail.get(start..).unwrap_or_default();
    let Some(first) = find::MERGES.find(tail) else {
        return (merges, None);
    };
    if let Some(merges) = plain_merges(tail.get(first..).unwrap_or_default(), limits) {
        return (merges, None);
    }
    let mut reader = xml::reader(tail);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) if tag.local_name().as_ref() == "mergeCell" => {
                let Some(range) = xml::attribute(&tag, "ref").and_then(range) else {
                    continue;
                };
                if merges.len() as u64 >= limits.merges {
                    let limit = limits.merges;
                    return (merges, Some(SheetProblem::TooManyMerges { limit }));
                }
                merges.push(range);
            }
            Event::End(tag) if tag.local_name().as_ref() == "mergeCells" => break,
            Event::Eof => break,
            _ => {}
        }
    }
    (merges, None)
}
