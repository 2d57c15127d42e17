//! The texts of an .xlsx part in which pieces stand out: struck out, set above or below the line.
//!
//! In: the bytes of a part with texts. Out: the same part with signs around such pieces in place of their properties, so that the
//! parser, which knows no pieces, hands them over within the text. Not for: what the pieces mean.

use memchr::memmem;

use crate::base::cell::Mark;
use crate::input::read::find;
use crate::input::read::marks::signs;

/// Puts signs around the pieces that stand out, and says how long the part is then. It never grows: the properties of a piece take
/// more room than the signs.
pub(super) fn mark(part: &mut [u8]) -> usize {
    let has = |needle: &find::Needle| needle.find(part).is_some();
    let has_marks = has(&find::STRIKE)
        || has(&find::VERT_ALIGN)
        || has(&find::WHITE)
        || has(&find::WHITE_OF_THEME);
    // Inside comments and CDATA nothing is a tag. Excel writes neither.
    if !has_marks || find::NO_TAG.find(part).is_some() {
        return part.len();
    }
    let marked = marked(part);
    match part.get_mut(..marked.len()) {
        Some(place) => {
            place.copy_from_slice(&marked);
            marked.len()
        }
        None => part.len(),
    }
}

/// A tag: where it begins, where what follows it does, its name without a prefix, and whether it is an end or empty.
struct PlacedTag<'a> {
    start: usize,
    behind: usize,
    name: &'a [u8],
    attributes: &'a [u8],
    is_end: bool,
    is_empty: bool,
}

fn tag(bytes: &[u8], from: usize) -> Option<PlacedTag<'_>> {
    let start = from + memchr::memchr(b'<', bytes.get(from..)?)?;
    let behind = start + memchr::memchr(b'>', bytes.get(start..)?)? + 1;
    let inner = bytes.get(start + 1..behind - 1)?;
    let is_end = inner.first() == Some(&b'/');
    let is_empty = inner.last() == Some(&b'/');
    let inner = inner.strip_prefix(b"/").unwrap_or(inner);
    let inner = inner.strip_suffix(b"/").unwrap_or(inner);
    let name_end = inner.iter().position(u8::is_ascii_whitespace);
    let (name, attributes) = inner.split_at(name_end.unwrap_or(inner.len()));
    let name = name.rsplit(|&byte| byte == b':').next().unwrap_or(name);
    Some(PlacedTag {
        start,
        behind,
        name,
        attributes,
        is_end,
        is_empty,
    })
}

fn marked(part: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(part.len());
    let (mut at, mut copied) = (0, 0);
    let mut mark = Mark::Plain;
    while let Some(one) = tag(part, at) {
        at = one.behind;
        match (one.name, one.is_end) {
            (b"r" | b"si" | b"is", _) => mark = Mark::Plain,
            (b"rPr", false) if !one.is_empty => {
                let Some((found, behind)) = properties(part, at) else {
                    break;
                };
                mark = found;
                at = behind;
                if mark != Mark::Plain {
                    out.extend_from_slice(part.get(copied..one.start).unwrap_or_default());
                    copied = behind;
                }
            }
            (b"t", is_end) if !one.is_empty => {
                if let Some((start, end)) = signs(mark) {
                    let (until, sign) = if is_end {
                        (one.start, end)
                    } else {
                        (one.behind, start)
                    };
                    out.extend_from_slice(part.get(copied..until).unwrap_or_default());
                    out.extend_from_slice(sign.encode_utf8(&mut [0; 4]).as_bytes());
                    copied = until;
                }
            }
            _ => {}
        }
    }
    out.extend_from_slice(part.get(copied..).unwrap_or_default());
    out
}

/// Whether a colour is white: that of the window, which is the first of a theme.
fn is_white(attributes: &[u8]) -> bool {
    let has = |value: &[u8]| memmem::find(attributes, value).is_some();
    let is_white = attributes
        .to_ascii_uppercase()
        .windows(7)
        .any(|end| end == b"FFFFFF\"");
    is_white || (has(b"theme=\"0\"") && !has(b"tint="))
}

/// What the properties of a piece say, and where what follows them begins.
fn properties(part: &[u8], from: usize) -> Option<(Mark, usize)> {
    let mut mark = Mark::Plain;
    let mut at = from;
    loop {
        let one = tag(part, at)?;
        at = one.behind;
        let has = |value: &[u8]| memmem::find(one.attributes, value).is_some();
        match (one.name, one.is_end) {
            (b"rPr", true) => return Some((mark, at)),
            (b"strike", false) if !has(b"\"0\"") && !has(b"\"false\"") => mark = Mark::Struck,
            (b"color", false) if mark == Mark::Plain && is_white(one.attributes) => {
                mark = Mark::Unseen;
            }
            (b"vertAlign", false) if mark != Mark::Struck => {
                if has(b"superscript") {
                    mark = Mark::Raised;
                } else if has(b"subscript") {
                    mark = Mark::Lowered;
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_that_stand_out_come_between_signs() {
        for (part, expected) in [
            (
                "<sst><si><r><rPr><strike/><sz val=\"11\"/></rPr><t>2</t></r><r><rPr><sz val=\"11\"/></rPr><t xml:space=\"preserve\">24</t></r></si></sst>",
                "<sst><si><r><t>\u{fdd0}2\u{fdd1}</t></r><r><rPr><sz val=\"11\"/></rPr><t xml:space=\"preserve\">24</t></r></si></sst>",
            ),
            (
                "<x:si><x:r><x:t>4</x:t></x:r><x:r><x:rPr><x:vertAlign val=\"superscript\"/></x:rPr><x:t>1</x:t></x:r></x:si>",
                "<x:si><x:r><x:t>4</x:t></x:r><x:r><x:t>\u{fdd2}1\u{fdd3}</x:t></x:r></x:si>",
            ),
            (
                "<si><r><rPr><strike val=\"0\"/></rPr><t>2</t></r><t>4</t></si>",
                "<si><r><rPr><strike val=\"0\"/></rPr><t>2</t></r><t>4</t></si>",
            ),
            (
                "<si><r><rPr><vertAlign val=\"subscript\"/></rPr><t/></r><r><rPr/><t>4</t></r></si>",
                "<si><r><t/></r><r><rPr/><t>4</t></r></si>",
            ),
            (
                "<si><r><rPr><color rgb=\"FFFFFFFF\"/></rPr><t>2</t></r><r><rPr><color theme=\"1\"/></rPr><t>4</t></r></si>",
                "<si><r><t>\u{fdd6}2\u{fdd7}</t></r><r><rPr><color theme=\"1\"/></rPr><t>4</t></r></si>",
            ),
            ("<si><r><rPr><strike/>", "<si><r><rPr><strike/>"),
        ] {
            let mut bytes = part.as_bytes().to_vec();
            let length = mark(&mut bytes);
            bytes.truncate(length);
            assert_eq!(String::from_utf8_lossy(&bytes), expected);
        }
    }
}
