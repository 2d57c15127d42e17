//! How far the program is, drawn on stderr where that is a terminal.
//!
//! In: how many files there are, each file that is read, and that the result is being written. Out: one line that is gone before
//! anything else is printed. Not for: what is found in the files.

use std::io;
use std::sync::{Mutex, PoisonError};

use console::Term;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle, TermLike};

use crate::app::cli::Context;
use crate::app::pipeline::Watch;
use crate::base::lang::{Lang, phrase};

/// What is drawn now, for whoever stops the program.
static DRAWN: Mutex<Option<ProgressBar>> = Mutex::new(None);

/// How many times a second the line is drawn at most.
const HERTZ: u8 = 20;
/// Columns that are left free at the right.
const FREE: u16 = 4;

/// A terminal whose lines end before its right margin. The bar fills its line with blanks, and the `^C` that the terminal writes
/// for a person who stops the run would go to the next line, where nobody could take it away together with the bar.
#[derive(Debug)]
struct Narrow(Term);

impl TermLike for Narrow {
    fn width(&self) -> u16 {
        self.0.size().1.saturating_sub(FREE)
    }

    fn height(&self) -> u16 {
        self.0.size().0
    }

    fn move_cursor_up(&self, lines: usize) -> io::Result<()> {
        self.0.move_cursor_up(lines)
    }

    fn move_cursor_down(&self, lines: usize) -> io::Result<()> {
        self.0.move_cursor_down(lines)
    }

    fn move_cursor_right(&self, columns: usize) -> io::Result<()> {
        self.0.move_cursor_right(columns)
    }

    fn move_cursor_left(&self, columns: usize) -> io::Result<()> {
        self.0.move_cursor_left(columns)
    }

    fn write_line(&self, text: &str) -> io::Result<()> {
        self.0.write_line(text)
    }

    fn write_str(&self, text: &str) -> io::Result<()> {
        self.0.write_str(text)
    }

    fn clear_line(&self) -> io::Result<()> {
        self.0.clear_line()
    }

    fn flush(&self) -> io::Result<()> {
        self.0.flush()
    }
}

/// The line; it is taken off the screen at the latest when this ends.
pub(super) struct Progress {
    bar: ProgressBar,
    lang: Lang,
}

impl Progress {
    /// Draws nothing yet.
    pub(super) fn new(context: &Context<'_>) -> Progress {
        let target = if context.is_terminal {
            ProgressDrawTarget::term_like_with_hz(Box::new(Narrow(Term::buffered_stderr())), HERTZ)
        } else {
            ProgressDrawTarget::hidden()
        };
        let bar = ProgressBar::with_draw_target(None, target);
        set_drawn(Some(bar.clone()));
        Progress {
            bar,
            lang: context.lang,
        }
    }

    /// Says that the result is put together and written.
    pub(super) fn writing(&self) {
        let text = phrase(
            "đang lập và ghi kết quả …",
            "building and writing the result …",
        );
        self.draw(text.get(self.lang));
    }

    /// Takes the line off the screen.
    pub(super) fn clear(&self) {
        self.bar.finish_and_clear();
    }

    fn draw(&self, template: &str) {
        self.style(template);
        self.bar.force_draw();
    }

    fn style(&self, template: &str) {
        if let Ok(style) = ProgressStyle::with_template(template) {
            self.bar.set_style(style);
        }
    }
}

impl Watch for Progress {
    fn reading(&self, files: usize) {
        let text = phrase(
            "đang đọc {bar:30} {pos}/{len} tệp",
            "reading {bar:30} {pos}/{len} files",
        );
        // First, or the bar is drawn as it looks without a style.
        self.style(text.get(self.lang));
        self.bar.set_length(files as u64);
        self.bar.set_position(0);
        self.bar.force_draw();
    }

    fn read(&self) {
        self.bar.inc(1);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.clear();
        set_drawn(None);
    }
}

fn set_drawn(bar: Option<ProgressBar>) {
    *DRAWN.lock().unwrap_or_else(PoisonError::into_inner) = bar;
}

/// Takes whatever is drawn off the screen; what is drawn later does not show.
pub(super) fn clear_all() {
    let drawn = DRAWN.lock().unwrap_or_else(PoisonError::into_inner).clone();
    if let Some(bar) = drawn {
        bar.finish_and_clear();
    }
}
