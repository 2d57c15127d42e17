//! The pieces of a large part: texts and tags, which a parser of XML holds one at a time, whole.
//!
//! In: the bytes of a part. Out: the part without the blanks between its tags, which mean nothing and may be hundreds of
//! megabytes; the length of its longest piece. Not for: small parts, in which no piece is long.

use memchr::memmem::find;
use memchr::{memchr, memrchr};

use crate::input::read::fault::{Bound, ReadFault};
use crate::input::read::package::within;

/// A part of this many bytes is large.
const LARGE: usize = 1 << 20;
/// Blanks that are dropped come in runs of so many bytes at least.
const RUN: usize = 1 << 10;
/// The longest piece that is read, in bytes. 4 MiB: a cell holds 32,767 characters at most.
const LONGEST: usize = 4 << 20;
/// Tags in which no text stands, but only other tags.
const CONTAINERS: [&[u8]; 9] = [
    b"worksheet",
    b"sheetData",
    b"row",
    b"c",
    b"is",
    b"sst",
    b"si",
    b"r",
    b"styleSheet",
];

/// Moves what stays to the front, and says how many bytes that is: all but long runs of blanks between two tags where no text
/// can be. There are to be no comments and no CDATA, inside which nothing is a tag.
pub(super) fn drop_runs(part: &mut [u8]) -> usize {
    if part.len() < LARGE || find(part, b"<!").is_some() {
        return part.len();
    }
    let (mut length, mut from, mut at) = (0, 0, 0);
    while let Some(found) = part.get(at..).and_then(|rest| memchr(b'>', rest)) {
        let start = at + found + 1;
        at = start;
        let rest = part.get(start..).unwrap_or_default();
        if !rest.first().is_some_and(u8::is_ascii_whitespace) {
            continue;
        }
        let blanks = rest
            .iter()
            .take_while(|byte| byte.is_ascii_whitespace())
            .count();
        at = start + blanks;
        if blanks >= RUN
            && part.get(at) == Some(&b'<')
            && is_between(part.get(..start).unwrap_or_default())
        {
            part.copy_within(from..start, length);
            length += start - from;
            from = at;
        }
    }
    let end = part.len();
    part.copy_within(from..end, length);
    length + end - from
}

/// Whether no text follows the tag that ends these bytes.
fn is_between(before: &[u8]) -> bool {
    let Some(open) = memrchr(b'<', before) else {
        return false;
    };
    let tag = before.get(open + 1..before.len() - 1).unwrap_or_default();
    let is_name = |byte: &u8| !byte.is_ascii_whitespace() && *byte != b'/';
    let name = tag.iter().take_while(|byte| is_name(byte)).count();
    let name = tag.get(..name).unwrap_or_default();
    let local = memrchr(b':', name).and_then(|colon| name.get(colon + 1..));
    let is_end = tag.starts_with(b"/") || tag.ends_with(b"/") || tag.ends_with(b"?");
    is_end || CONTAINERS.contains(&local.unwrap_or(name))
}

/// Refuses a part with a piece longer than any that means something.
///
/// # Errors
/// [`ReadFault::TooLarge`].
pub(super) fn bounded(part: &[u8]) -> Result<(), ReadFault> {
    if part.len() < LONGEST {
        return Ok(());
    }
    within(Bound::TextBytes, longest(part) as u64, LONGEST as u64)
}

/// The bytes of the longest text, tag, comment or CDATA.
fn longest(part: &[u8]) -> usize {
    let mut longest = 0;
    let mut at = 0;
    while let Some(rest) = part.get(at..).filter(|rest| !rest.is_empty()) {
        let end: &[u8] = if rest.starts_with(b"<!--") {
            b"-->"
        } else if rest.starts_with(b"<![CDATA[") {
            b"]]>"
        } else if rest.starts_with(b"<") {
            b">"
        } else {
            b"<"
        };
        let length = if end.len() == 1 {
            let length = memchr(end.first().copied().unwrap_or_default(), rest);
            length.map(|length| length + usize::from(end == b">"))
        } else {
            find(rest, end).map(|length| length + end.len())
        };
        let length = length.unwrap_or(rest.len()).max(1);
        longest = longest.max(length);
        at += length;
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dropped(part: &str) -> String {
        let mut bytes = part.as_bytes().to_vec();
        let length = drop_runs(&mut bytes);
        bytes.truncate(length);
        String::from_utf8_lossy(&bytes).into_owned()
    }

    #[test]
    fn blanks_between_tags_go_and_those_of_texts_stay() {
        let blanks = " \n".repeat(LARGE / 4);
        for (before, after) in [
            ("<sheetData>", "<row/>"),
            ("<row r=\"1\">", "<c/>"),
            ("</row>", "</sheetData>"),
            ("<x:row>", "</x:row>"),
            ("<c/>", "</row>"),
        ] {
            let part = format!("<a>{before}{blanks}{after}{blanks}{blanks}");
            assert_eq!(
                dropped(&part),
                format!("<a>{before}{after}{blanks}{blanks}")
            );
        }
        for (before, after) in [
            ("<t>", "</t>"),
            ("<t xml:space=\"preserve\">", "</t>"),
            ("<v>", "</v>"),
            ("<!-- <row>", "</row> -->"),
            ("<row>", "x"),
            ("", ""),
        ] {
            let part = format!("{before}{blanks}{blanks}{after}");
            assert_eq!(dropped(&part), part);
        }
        assert_eq!(dropped("<row>     </row>"), "<row>     </row>");
    }

    #[test]
    fn a_piece_is_a_text_or_a_tag() {
        assert_eq!(longest(b"<a b=\"c\">text</a>"), 9);
        assert_eq!(longest(b"<a>a text<b/>"), 6);
        assert_eq!(longest(b"<!-- <a>one<b> -->"), 18);
        assert_eq!(longest(b"<![CDATA[<a><b>]]>x"), 18);
        assert_eq!(longest(b"<a><not closed"), 11);
        assert_eq!(longest(b""), 0);
        let long = "x".repeat(LONGEST + 1);
        assert!(bounded(long.as_bytes()).is_err());
        assert!(bounded("<a>xxxx".repeat(LONGEST / 4).as_bytes()).is_ok());
    }
}
