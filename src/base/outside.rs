//! Text that came from outside: what cannot be seen in it is made visible where it enters.
//!
//! In: names, texts and bytes as files and folders have them. Out: [`Shown`], which is safe in a terminal, in XML and in a line
//! of its own. Not for: how texts are compared, which `text` does, and not for old encodings.
//!
//! One way for all: the characters that a terminal or a reader obeys instead of showing them, and those that XML cannot have,
//! become signs. C0 and DEL have signs of their own (␛ for ESC); the others are written out (⟨U+202E⟩), as are bytes that are no
//! UTF-8 (⟨FF⟩), so that two names that differ still do.

use std::borrow::Cow;
use std::ffi::OsStr;
use std::fmt;
use std::ops::Deref;
use std::path::Path;

use crate::base::text;

/// A text from outside in which every character is seen.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shown<'t>(Cow<'t, str>);

impl<'t> Shown<'t> {
    /// A name, or anything else that stands in one line: line breaks and tabs become signs too.
    pub fn line(text: &'t str) -> Self {
        Shown::with(text, |c| {
            is_obeyed(c) || is_forgiven(c) || matches!(c, '\n' | '\t')
        })
    }

    /// A text of several lines: line breaks and tabs stay, a carriage return is a line break.
    pub fn lines(text: &'t str) -> Self {
        match with_line_feeds(text) {
            Cow::Borrowed(text) => Shown::with(text, |c| is_obeyed(c) || is_forgiven(c)),
            Cow::Owned(text) => Shown(Cow::Owned(
                Shown::with(&text, |c| is_obeyed(c) || is_forgiven(c)).into(),
            )),
        }
    }

    /// The text of a cell before it is understood: line breaks and tabs stay, and what recognition needs or forgives: the
    /// characters that texts in old encodings are made of (U+0080 to U+009F), and the marks of direction that come along
    /// with pasted numbers. Whatever is shown of it goes through [`Shown::lines`] or [`Shown::line`].
    pub fn cell(text: &'t str) -> Self {
        match with_line_feeds(text) {
            Cow::Borrowed(text) => Shown::with(text, |c| is_obeyed(c) && !is_c1(c)),
            Cow::Owned(text) => Shown(Cow::Owned(
                Shown::with(&text, |c| is_obeyed(c) && !is_c1(c)).into(),
            )),
        }
    }

    /// The name of a file or a folder; what is no UTF-8 in it is written out byte by byte.
    pub fn name(name: &'t OsStr) -> Self {
        match name.to_str() {
            Some(text) => Shown::line(text),
            None => Shown(Cow::Owned(of_bytes(name.as_encoded_bytes()))),
        }
    }

    /// A name in bytes that should be UTF-8.
    pub fn bytes(bytes: &'t [u8]) -> Self {
        match std::str::from_utf8(bytes) {
            Ok(text) => Shown::line(text),
            Err(_) => Shown(Cow::Owned(of_bytes(bytes))),
        }
    }

    /// The name of the file that a path leads to; empty where it leads to none.
    pub fn file_name(path: &'t Path) -> Self {
        Shown::name(path.file_name().unwrap_or_default())
    }

    /// A path, as messages name it.
    pub fn path(path: &'t Path) -> Self {
        match unmarked(path) {
            Cow::Borrowed(path) => Shown::name(path.as_os_str()),
            Cow::Owned(path) => Shown(Cow::Owned(Shown::name(path.as_os_str()).into())),
        }
    }

    fn with(text: &'t str, is_hidden: impl Fn(char) -> bool) -> Self {
        if is_plain(text.as_bytes()) || !text.contains(&is_hidden) {
            return Shown(Cow::Borrowed(text));
        }
        let mut shown = String::with_capacity(text.len() + 16);
        for c in text.chars() {
            if is_hidden(c) {
                push_sign(&mut shown, c);
            } else {
                shown.push(c);
            }
        }
        Shown(Cow::Owned(shown))
    }
}

/// Whether no byte of a text is one that a hidden character may begin with; hardly any text has one. Without an iterator, which takes
/// most of the time in a build without optimisation.
fn is_plain(mut text: &[u8]) -> bool {
    let mut is_plain = true;
    while let [byte, rest @ ..] = text {
        is_plain &= !matches!(byte, 0..=0x1f | 0x7f | 0xc2 | 0xd8 | 0xe2 | 0xef..);
        text = rest;
    }
    is_plain
}

/// A text without the byte order mark that some programs put before it.
pub fn without_bom(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// As [`without_bom`], of bytes that are to be UTF-8.
pub fn bytes_without_bom(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// A path without the mark (`\\?\`) with which Windows is asked to take it as it stands: nobody types it, and no link may have it.
pub fn unmarked(path: &Path) -> Cow<'_, Path> {
    let text = path.to_str().filter(|_| cfg!(windows));
    match text.and_then(without_mark) {
        Some(text) => Cow::Owned(text.into()),
        None => Cow::Borrowed(path),
    }
}

/// The path of a drive or of a share behind the mark, if that is what stands there.
fn without_mark(text: &str) -> Option<String> {
    let rest = text.strip_prefix(r"\\?\")?;
    if let Some(share) = rest.strip_prefix(r"UNC\") {
        return Some(format!(r"\\{share}"));
    }
    (rest.get(1..3) == Some(r":\")).then(|| rest.to_string())
}

/// Cleans a string in its place.
pub fn clean_line(text: &mut String) {
    if let Shown(Cow::Owned(shown)) = Shown::line(text) {
        *text = shown;
    }
}

/// Cleans the text of a cell in its place.
pub fn clean_cell(text: &mut String) {
    if let Shown(Cow::Owned(shown)) = Shown::cell(text) {
        *text = shown;
    }
}

/// Whether signs stand in a name for what it really has, so that it does not lead to its file.
pub fn has_signs(name: &str) -> bool {
    name.contains(|c| matches!(c, '\u{2400}'..='\u{241f}' | '\u{2421}' | '⟨'))
}

fn of_bytes(bytes: &[u8]) -> String {
    let mut shown = String::with_capacity(bytes.len() + 16);
    for chunk in bytes.utf8_chunks() {
        shown.push_str(&Shown::line(chunk.valid()));
        for byte in chunk.invalid() {
            shown.push_str(&format!("⟨{byte:02X}⟩"));
        }
    }
    shown
}

fn with_line_feeds(text: &str) -> Cow<'_, str> {
    if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    }
}

fn is_c1(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{9f}')
}

/// What a terminal or a reader obeys instead of showing it, and what XML cannot have; not line breaks and tabs.
fn is_obeyed(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        '\0'..='\u{1f}'
        | '\u{7f}'..='\u{9f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}' => true,
        c => matches!(u32::from(c) & 0xffff, 0xfffe | 0xffff),
    }
}

/// Marks of direction without an effect on what is around them, and breaks of lines that are blanks in a cell.
fn is_forgiven(c: char) -> bool {
    matches!(
        c,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}'
    )
}

fn push_sign(text: &mut String, c: char) {
    match c {
        '\0'..='\u{1f}' => text.extend(char::from_u32(0x2400 + u32::from(c))),
        '\u{7f}' => text.push('\u{2421}'),
        c => text.push_str(&format!("⟨U+{:04X}⟩", u32::from(c))),
    }
}

impl Deref for Shown<'_> {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl From<Shown<'_>> for String {
    fn from(shown: Shown<'_>) -> String {
        shown.0.into_owned()
    }
}

/// A text in one line, cut where it is longer than so many letters.
pub fn short(long: &str, most: usize) -> String {
    let line = text::clean(long);
    text::beginning(&line, most).map_or_else(|| line.clone(), |start| format!("{start}…"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_made_visible() {
        for (text, line) in [
            ("Tổng hợp", "Tổng hợp"),
            ("a\u{1b}]0;x\u{7}", "a␛]0;x␇"),
            (
                "a\u{1}\u{fffe}\u{ffff}\u{1ffff}",
                "a␁⟨U+FFFE⟩⟨U+FFFF⟩⟨U+1FFFF⟩",
            ),
            ("\u{9b}31m\u{7f}", "⟨U+009B⟩31m␡"),
            (
                "a\u{202e}b\u{2066}c\u{200f}\u{61c}",
                "a⟨U+202E⟩b⟨U+2066⟩c⟨U+200F⟩⟨U+061C⟩",
            ),
            ("a\r\nb\tc", "a␍␊b␉c"),
        ] {
            assert_eq!(&*Shown::line(text), line);
        }
        assert_eq!(&*Shown::lines("a\r\nb\tc\rd\u{85}"), "a\nb\tc\nd⟨U+0085⟩");
        assert_eq!(
            &*Shown::cell("\u{200e}30\u{9f}\u{1b}\u{202e}"),
            "\u{200e}30\u{9f}␛⟨U+202E⟩"
        );
    }

    #[test]
    fn the_mark_of_windows_before_a_path_goes() {
        for (marked, plain) in [
            (r"\\?\D:\phiếu\a.xlsx", Some(r"D:\phiếu\a.xlsx")),
            (r"\\?\D:\", Some(r"D:\")),
            (r"\\?\UNC\may\chung\phiếu", Some(r"\\may\chung\phiếu")),
            (r"\\?\Volume{9a-b}\phiếu", None),
            (r"\\may\chung", None),
            ("phiếu", None),
        ] {
            assert_eq!(without_mark(marked).as_deref(), plain, "{marked}");
        }
        let marked = Path::new(r"\\?\D:\phiếu");
        let shown = if cfg!(windows) {
            r"D:\phiếu"
        } else {
            r"\\?\D:\phiếu"
        };
        assert_eq!(&*Shown::path(marked), shown);
    }

    #[test]
    fn names_that_are_no_text_stay_apart() {
        let one = Shown::bytes(b"a\xff.xlsx").to_string();
        let other = Shown::bytes(b"a\xfe.xlsx").to_string();
        assert_eq!((one.as_str(), other.as_str()), ("a⟨FF⟩.xlsx", "a⟨FE⟩.xlsx"));
        assert!(has_signs(&one) && !has_signs("a.xlsx"));
    }

    #[test]
    fn no_character_that_is_obeyed_is_left() {
        for c in '\0'..=char::MAX {
            let shown = Shown::line(c.encode_utf8(&mut [0; 4])).to_string();
            let again = Shown::line(&shown);
            assert_eq!(shown, again.to_string(), "{c:?}");
            assert!(!shown.chars().any(char::is_control), "{c:?}");
        }
    }
}
