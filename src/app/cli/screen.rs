//! The terminal: how wide it is, whether it shows colours, and a writer that keeps lines to it.
//!
//! In: lines as commands write them, with colours, as long as they come. Out: in a terminal, lines no wider than it is, broken
//! between words and indented; with colours where the terminal takes them. What does not go to a terminal keeps its lines whole, so
//! that `grep` and other programs find one thing on one line. Not for: tables, whose columns `table` fits.

#[cfg(not(target_family = "wasm"))]
use std::io::IsTerminal;
use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

use crate::base::rules::Severity;

/// Columns of a terminal that does not say how many it has.
#[cfg(not(target_family = "wasm"))]
const USUAL: usize = 80;
/// No line is broken to fewer columns than this.
const FEWEST: usize = 20;

/// What stands before an error, and errors among findings.
pub const ERROR: Style = AnsiColor::Red.on_default().bold();
/// Warnings.
pub const WARNING: Style = AnsiColor::Yellow.on_default().bold();
/// Notes.
pub const NOTE: Style = AnsiColor::Cyan.on_default();
/// Headings, and what to look for first in a line.
pub const STRONG: Style = Style::new().bold();
/// What is there for those who need it.
pub const QUIET: Style = Style::new().dimmed();

/// The style of a severity.
pub fn of_severity(severity: Severity) -> Style {
    match severity {
        Severity::Error => ERROR,
        Severity::Warning => WARNING,
        Severity::Info => NOTE,
    }
}

/// A text in a style.
pub fn paint(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}

/// Where a stream goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stream {
    /// Columns of the terminal. `None`: it is none, and lines are not broken.
    pub width: Option<usize>,
    /// Whether colours are shown.
    pub colour: bool,
}

/// Where the two streams go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Streams {
    /// Findings and summaries.
    pub out: Stream,
    /// Progress and errors.
    pub err: Stream,
}

#[cfg(not(target_family = "wasm"))]
impl Streams {
    /// Asks the system.
    pub fn detect() -> Self {
        let (out, err) = (io::stdout(), io::stderr());
        let columns = |size: Option<(terminal_size::Width, terminal_size::Height)>| {
            size.map_or(USUAL, |(width, _)| usize::from(width.0))
        };
        let stream = |is_terminal: bool, columns: usize| Stream {
            // In the last column, consoles of Windows begin a new line by themselves.
            width: is_terminal.then(|| columns.saturating_sub(usize::from(cfg!(windows)))),
            colour: takes_colours(is_terminal),
        };
        Streams {
            out: stream(
                out.is_terminal(),
                columns(terminal_size::terminal_size_of(&out)),
            ),
            err: stream(
                err.is_terminal(),
                columns(terminal_size::terminal_size_of(&err)),
            ),
        }
    }
}

/// Whether colours may go to a stream: <https://no-color.org> and <https://bixense.com/clicolors>.
#[cfg(not(target_family = "wasm"))]
fn takes_colours(is_terminal: bool) -> bool {
    use anstyle_query::{clicolor, clicolor_force, no_color, term_supports_ansi_color};
    if no_color() {
        return false;
    }
    // A console of Windows 10 and later shows colours once it is asked to, one before that shows the codes themselves.
    let console = anstyle_query::windows::enable_ansi_colors();
    if clicolor_force() {
        return true;
    }
    // Consoles of Windows do not say in `TERM` what they are.
    let is_named = std::env::var_os("TERM").is_some();
    let shown = if cfg!(windows) && !is_named {
        console == Some(true)
    } else {
        term_supports_ansi_color() && console != Some(false)
    };
    is_terminal && clicolor() != Some(false) && shown
}

/// Breaks lines and removes colours, as the stream needs.
pub struct Screen<'a> {
    inner: &'a mut dyn Write,
    stream: Stream,
    line: Vec<u8>,
}

impl<'a> Screen<'a> {
    /// A writer on top of another.
    pub fn new(inner: &'a mut dyn Write, stream: Stream) -> Self {
        Screen {
            inner,
            stream,
            line: Vec::new(),
        }
    }

    /// Writes what was held back.
    fn let_go(&mut self, end: &str) -> io::Result<()> {
        let line = std::mem::take(&mut self.line);
        let Ok(text) = std::str::from_utf8(&line) else {
            self.inner.write_all(&line)?;
            return self.inner.write_all(end.as_bytes());
        };
        let text = if self.stream.colour {
            text.into()
        } else {
            plain(text)
        };
        let text = match self.stream.width {
            Some(width) => wrapped(&text, width, hang(&plain(&text))).join("\n"),
            None => text,
        };
        self.inner.write_all(text.as_bytes())?;
        self.inner.write_all(end.as_bytes())
    }
}

impl Write for Screen<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut rest = bytes;
        while let Some(at) = memchr::memchr(b'\n', rest) {
            let (line, after) = rest.split_at(at);
            self.line.extend_from_slice(line);
            self.let_go("\n")?;
            rest = after.get(1..).unwrap_or_default();
        }
        self.line.extend_from_slice(rest);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if !self.line.is_empty() {
            self.let_go("")?;
        }
        self.inner.flush()
    }
}

/// Columns that a text takes, without its colours.
pub fn columns(text: &str) -> usize {
    if text.contains('\x1b') {
        plain(text).width()
    } else {
        text.width()
    }
}

/// A text without colours and other codes for terminals.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, code)) = rest.split_once('\x1b') {
        out.push_str(before);
        let code = code.strip_prefix('[').unwrap_or(code);
        let end = code.find(|c: char| ('@'..='~').contains(&c));
        rest = end.and_then(|end| code.get(end + 1..)).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// Where the lines below the first begin: under the text behind a mark such as `→` or `1.`, else a little further in.
fn hang(line: &str) -> usize {
    let text = line.trim_start_matches(' ');
    let indent = line.len() - text.len();
    let first = text.split(' ').next().unwrap_or_default();
    let number = first
        .strip_suffix('.')
        .is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()));
    if number || matches!(first, "→" | "⇒" | "−" | "-" | "+" | "…") {
        return indent + columns(first) + 1;
    }
    if indent == 0 { 2 } else { indent + 4 }
}

/// A line in lines of at most so many columns, broken at blanks; those below the first are indented. A word that is wider than a
/// line stays whole: the terminal breaks it, and it can still be copied.
pub fn wrapped(line: &str, width: usize, hang: usize) -> Vec<String> {
    let width = width.max(FEWEST);
    if columns(line) <= width {
        return vec![line.to_string()];
    }
    let hang = hang.min(width / 2);
    let text = line.trim_start_matches(' ');
    let indent = line.len() - text.len();
    let mut lines = Vec::new();
    let (mut current, mut used, mut is_empty) = (" ".repeat(indent), indent, true);
    for word in text.split(' ') {
        let wide = columns(word);
        if !is_empty && used + 1 + wide > width {
            lines.push(current.trim_end().to_string());
            (current, used, is_empty) = (" ".repeat(hang), hang, true);
        }
        if !is_empty {
            current.push(' ');
            used += 1;
        }
        current.push_str(word);
        used += wide;
        is_empty = false;
    }
    lines.push(current);
    lines
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn shown(text: &str, stream: Stream) -> String {
        let mut bytes = Vec::new();
        let mut screen = Screen::new(&mut bytes, stream);
        screen.write_all(text.as_bytes()).unwrap();
        screen.flush().unwrap();
        String::from_utf8(bytes).unwrap()
    }

    const NARROW: Stream = Stream {
        width: Some(24),
        colour: false,
    };

    #[test]
    fn what_does_not_go_to_a_terminal_is_neither_broken_nor_coloured() {
        let line = format!("{} {}\n", paint(ERROR, "lỗi"), "dài ".repeat(60));
        let expected = format!("lỗi {}\n", "dài ".repeat(60));
        assert_eq!(shown(&line, Stream::default()), expected);
    }

    #[test]
    fn lines_hang_below_the_text_behind_a_mark() {
        assert_eq!(
            shown("      → một hai ba bốn năm sáu\n", NARROW),
            "      → một hai ba bốn\n        năm sáu\n"
        );
        assert_eq!(
            shown("  2. đôn đốc 7 đơn vị chưa nộp\n", NARROW),
            "  2. đôn đốc 7 đơn vị\n     chưa nộp\n"
        );
        assert_eq!(
            shown("Đơn vị chưa nộp: 2 (Sở A; Sở B)\n", NARROW),
            "Đơn vị chưa nộp: 2 (Sở A;\n  Sở B)\n".replace("(Sở A;\n  Sở", "(Sở\n  A; Sở")
        );
    }

    #[test]
    fn a_word_that_is_too_wide_stays_whole() {
        let path = "thu-muc/ten-tep-rat-dai-khong-co-dau-cach.xlsx";
        assert_eq!(
            shown(&format!("Kết quả: {path}\n"), NARROW),
            format!("Kết quả:\n  {path}\n")
        );
    }

    /// Composed and decomposed letters take the same columns, and colours take none.
    #[test]
    fn columns_are_those_that_are_seen() {
        assert_eq!(columns("Sở Y tế"), 7);
        assert_eq!(columns("So\u{31b}\u{309} Y te\u{302}\u{301}"), 7);
        assert_eq!(columns(&paint(WARNING, "cảnh báo")), 8);
    }

    #[test]
    fn a_line_without_an_end_is_written_too() {
        assert_eq!(shown("a", NARROW), "a");
    }

    #[test]
    fn colours_do_not_count_for_the_width() {
        let stream = Stream {
            width: Some(24),
            colour: true,
        };
        let line = format!("{} 4567890123456789\n", paint(ERROR, "lỗi TH1"));
        assert_eq!(shown(&line, stream), line);
    }
}
