//! The pieces of texts in an .ods file that stand out.
//!
//! In: the content of the file. Out: the same, with signs around such pieces in place of the names of their styles, without pieces that
//! are not shown, and with line breaks as such; so that the parser hands all of it over within the texts. Not for: whole cells.

use crate::base::cell::Mark;
use crate::input::read::marks::signs;
use crate::input::read::ods_styles::{OdsStyles, Span};

const SPAN: &[u8] = b"<text:span";
const SPAN_END: &[u8] = b"</text:span>";
const BREAK: &[u8] = b"<text:line-break";
const NAME: &[u8] = b"style-name=";

/// Puts signs around the pieces that stand out, and says how long the part is then. It never grows.
pub(super) fn mark(part: &mut [u8], styles: &OdsStyles) -> usize {
    let marked = marked(part, styles);
    match part.get_mut(..marked.len()) {
        Some(place) => {
            place.copy_from_slice(&marked);
            marked.len()
        }
        None => part.len(),
    }
}

fn marked(part: &[u8], styles: &OdsStyles) -> Vec<u8> {
    let mut out = Vec::with_capacity(part.len());
    // What the ends of the spans around are to be.
    let mut open: Vec<Span> = Vec::new();
    let (mut at, mut hidden) = (0, 0_usize);
    while let Some(found) = part.get(at..).and_then(|rest| memchr::memchr(b'<', rest)) {
        let start = at + found;
        if hidden == 0 {
            out.extend_from_slice(part.get(at..start).unwrap_or_default());
        }
        let rest = part.get(start..).unwrap_or_default();
        // Inside comments and CDATA nothing is a tag.
        if let Some(length) = no_tag(rest) {
            at = start + length;
            let is_text = rest.starts_with(CDATA.0);
            if hidden == 0 || !is_text {
                out.extend_from_slice(rest.get(..length).unwrap_or_default());
            }
            continue;
        }
        let length = memchr::memchr(b'>', rest).map_or(rest.len(), |end| end + 1);
        let tag = rest.get(..length).unwrap_or_default();
        at = start + length;
        if tag.starts_with(SPAN) && !tag.ends_with(b"/>") {
            let span = style_name(tag).map_or(Span::Shown(Mark::Plain), |name| styles.span(name));
            open.push(span);
            hidden += usize::from(span == Span::Hidden);
            match span {
                Span::Shown(Mark::Plain) => out.extend_from_slice(tag),
                Span::Hidden => out.extend_from_slice(b"<text:span>"),
                Span::Shown(mark) => {
                    out.extend_from_slice(b"<text:span>");
                    sign(mark, true, &mut out);
                }
            }
        } else if tag == SPAN_END {
            match open.pop() {
                Some(Span::Shown(mark)) => sign(mark, false, &mut out),
                Some(Span::Hidden) => hidden -= 1,
                None => {}
            }
            out.extend_from_slice(tag);
        } else if tag.starts_with(BREAK) {
            if hidden == 0 {
                out.push(b'\n');
            }
        } else {
            if tag.starts_with(b"<table:") {
                open.clear();
                hidden = 0;
            }
            out.extend_from_slice(tag);
        }
    }
    out.extend_from_slice(part.get(at..).unwrap_or_default());
    out
}

const COMMENT: (&[u8], &[u8]) = (b"<!--", b"-->");
const CDATA: (&[u8], &[u8]) = (b"<![CDATA[", b"]]>");

/// How long a comment or a piece of CDATA is that begins here; without an end, all that follows.
fn no_tag(rest: &[u8]) -> Option<usize> {
    let (start, end) = [COMMENT, CDATA]
        .into_iter()
        .find(|(start, _)| rest.starts_with(start))?;
    let inner = rest.get(start.len()..)?;
    let found = memchr::memmem::find(inner, end);
    Some(found.map_or(rest.len(), |at| start.len() + at + end.len()))
}

fn sign(mark: Mark, is_start: bool, out: &mut Vec<u8>) {
    if let Some((start, end)) = signs(mark) {
        let sign = if is_start { start } else { end };
        out.extend_from_slice(sign.encode_utf8(&mut [0; 4]).as_bytes());
    }
}

/// The name of a span's style, in either kind of quotation marks.
fn style_name(tag: &[u8]) -> Option<&str> {
    let start = memchr::memmem::find(tag, NAME)? + NAME.len();
    let (quote, rest) = tag.get(start..)?.split_first()?;
    std::str::from_utf8(rest.get(..memchr::memchr(*quote, rest)?)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_that_stand_out_come_between_signs() {
        let mut styles = OdsStyles::default();
        styles.read(
            "<a><style:style style:name=\"T1\" style:family=\"text\"><style:text-properties style:text-line-through-style=\"solid\"/></style:style>\
             <style:style style:name=\"T2\" style:family=\"text\"><style:text-properties style:text-position=\"super 58%\"/></style:style>\
             <style:style style:name=\"T3\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style></a>"
                .as_bytes(),
        );
        for (part, expected) in [
            (
                "<text:p><text:span text:style-name=\"T1\">2</text:span>24</text:p>",
                "<text:p><text:span>\u{fdd0}2\u{fdd1}</text:span>24</text:p>",
            ),
            (
                "<text:p>4<text:span text:style-name=\"T2\">1</text:span></text:p>",
                "<text:p>4<text:span>\u{fdd2}1\u{fdd3}</text:span></text:p>",
            ),
            (
                "<text:p><text:span text:style-name='T1'>2</text:span>24</text:p>",
                "<text:p><text:span>\u{fdd0}2\u{fdd1}</text:span>24</text:p>",
            ),
            (
                "<text:p><text:span text:style-name=\"T3\">0<text:line-break/>0<text:s/></text:span>4<text:line-break/>5</text:p>",
                "<text:p><text:span><text:s/></text:span>4\n5</text:p>",
            ),
            (
                "<text:p><!-- <text:span text:style-name=\"T3\"> -->4<text:span text:style-name=\"T1\"><![CDATA[</text:span>]]></text:span>5</text:p>",
                "<text:p><!-- <text:span text:style-name=\"T3\"> -->4<text:span>\u{fdd0}<![CDATA[</text:span>]]>\u{fdd1}</text:span>5</text:p>",
            ),
            (
                "<text:p><text:span text:style-name=\"T9\">4</text:span>",
                "<text:p><text:span text:style-name=\"T9\">4</text:span>",
            ),
        ] {
            let mut bytes = part.as_bytes().to_vec();
            let length = mark(&mut bytes, &styles);
            bytes.truncate(length);
            assert_eq!(String::from_utf8_lossy(&bytes), expected);
        }
    }
}
