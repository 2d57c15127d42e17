//! A terminal with the program in it.
//!
//! In: arguments, a folder, the terminal's size. Out: what the screen shows, now and at the end, and how the program ended. Not
//! for: what should be shown.

use std::ffi::OsStr;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::process::{Child, ExitStatus};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use pty_process::Size;
use pty_process::blocking::{Command, Pty, open};

/// How many lines above the screen are counted.
const SCROLLED: usize = 100_000;
/// More lines than any command writes.
const ALL_LINES: NonZeroU16 = NonZeroU16::new(3000).unwrap();
/// Between two looks at the screen.
const LOOK: Duration = Duration::from_millis(2);
/// After so long all is read that a program wrote before its end. The terminal itself may stay: a service of Wine's that began in it
/// keeps it.
const READ: Duration = Duration::from_secs(3);

/// Columns and lines, as terminals open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    pub columns: u16,
    pub lines: u16,
}

/// The window of old, which is also that of a narrow one, and that of Windows.
pub const WINDOWS: [Window; 2] = [
    Window {
        columns: 80,
        lines: 24,
    },
    Window {
        columns: 120,
        lines: 30,
    },
];

/// A terminal in which the program runs; the program ends with it.
pub struct Terminal {
    child: Child,
    pty: Arc<Pty>,
    seen: Arc<Mutex<Seen>>,
    reader: Option<JoinHandle<()>>,
}

/// What came out so far.
struct Seen {
    bytes: Vec<u8>,
    parser: vt100::Parser,
}

/// What is left when the program has ended.
pub struct Ended {
    pub status: ExitStatus,
    /// The last screen without colours: lines without blanks at their end, and before them how many scrolled away.
    pub screen: String,
    /// All that was written, with its control sequences.
    pub written: String,
    /// Whether a person may type on: the cursor shows, at the beginning of a line.
    pub is_ready: bool,
    /// Lines that the terminal had to break, up to the break.
    pub broken: Vec<String>,
}

impl Terminal {
    /// Types the program's name and these arguments.
    pub fn start(window: Window, folder: &Path, arguments: &[String]) -> Terminal {
        Terminal::of(window, folder, env!("CARGO_BIN_EXE_tonghop"), arguments)
    }

    /// Types another program's name, and these arguments.
    pub fn of<W: AsRef<OsStr>>(
        window: Window,
        folder: &Path,
        program: &str,
        arguments: &[W],
    ) -> Terminal {
        let (pty, pts) = open().unwrap();
        pty.resize(Size::new(window.lines, window.columns)).unwrap();
        let child = Command::new(program)
            .args(arguments)
            .current_dir(folder)
            .env("TERM", "xterm-256color")
            .env_remove("COLUMNS")
            .env_remove("LINES")
            .env_remove("NO_COLOR")
            .spawn(pts)
            .unwrap();
        let side = |number| NonZeroU16::new(number).unwrap();
        let parser = vt100::Parser::new(side(window.lines), side(window.columns), SCROLLED);
        let seen = Arc::new(Mutex::new(Seen {
            bytes: Vec::new(),
            parser,
        }));
        let pty = Arc::new(pty);
        let reader = thread::spawn({
            let (pty, seen) = (Arc::clone(&pty), Arc::clone(&seen));
            move || read(&pty, &seen)
        });
        Terminal {
            child,
            pty,
            seen,
            reader: Some(reader),
        }
    }

    /// The program's process.
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// What the screen shows now.
    pub fn screen(&self) -> String {
        screen(&self.seen.lock().unwrap().parser)
    }

    /// Types.
    pub fn keys(&self, keys: &[u8]) {
        (&*self.pty).write_all(keys).unwrap();
    }

    /// Waits until the screen shows what is wanted.
    pub fn until(&self, bound: Duration, mut wanted: impl FnMut(&str) -> bool) {
        let since = Instant::now();
        loop {
            let screen = self.screen();
            if wanted(&screen) {
                return;
            }
            assert!(since.elapsed() < bound, "never shown:\n{screen}");
            thread::sleep(LOOK);
        }
    }

    /// Waits for the program's end.
    ///
    /// # Errors
    /// The screen of a program that does not end.
    pub fn end(mut self, bound: Duration) -> Result<Ended, String> {
        let since = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            if since.elapsed() > bound {
                return Err(self.screen());
            }
            thread::sleep(LOOK);
        };
        let reader = self.reader.take().unwrap();
        let since = Instant::now();
        while !reader.is_finished() && since.elapsed() < READ {
            thread::sleep(LOOK);
        }
        let seen = self.seen.lock().unwrap();
        let shown = seen.parser.screen();
        Ok(Ended {
            status,
            screen: screen(&seen.parser),
            written: String::from_utf8(seen.bytes.clone()).unwrap(),
            is_ready: shown.cursor_position().1 == 0 && !shown.hide_cursor(),
            broken: broken(&seen.bytes, shown.size().1),
        })
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // Both fail only if it has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Reads until no process has the terminal any more, which is an error on Linux.
fn read(mut pty: &Pty, seen: &Mutex<Seen>) {
    let mut bytes = [0; 4096];
    while let Ok(count @ 1..) = pty.read(&mut bytes) {
        let mut seen = seen.lock().unwrap();
        seen.bytes.extend_from_slice(&bytes[..count]);
        seen.parser.process(&bytes[..count]);
    }
}

fn screen(parser: &vt100::Parser) -> String {
    let screen = parser.screen();
    let (_, columns) = screen.size();
    let mut text = match screen.scrollback_len() {
        0 => String::new(),
        lines => format!("… {lines} lines above\n"),
    };
    for row in screen.rows(0, columns.get()) {
        text.push_str(row.trim_end());
        text.push('\n');
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// The lines of all that was written that are wider than the terminal.
fn broken(written: &[u8], columns: NonZeroU16) -> Vec<String> {
    let mut tall = vt100::Parser::new(ALL_LINES, columns, 0);
    tall.process(written);
    let screen = tall.screen();
    let rows = (0..).zip(screen.rows(0, columns.get()));
    let broken = rows.filter(|(row, _)| screen.row_wrapped(*row));
    broken.map(|(_, text)| text).collect()
}

/// As a service of Wine's does that began in the terminal.
#[test]
fn a_program_has_ended_though_another_keeps_its_terminal() {
    let around = tempfile::tempdir().unwrap();
    let words = ["-c", "sleep 60 & echo xong"];
    let since = Instant::now();
    let terminal = Terminal::of(WINDOWS[0], around.path(), "sh", &words);
    let ended = terminal.end(Duration::from_secs(30)).unwrap();
    assert_eq!(
        (ended.status.code(), ended.screen.as_str()),
        (Some(0), "xong\n")
    );
    assert!(since.elapsed() < Duration::from_secs(30));
}

#[test]
fn a_line_wider_than_the_terminal_is_seen() {
    let around = tempfile::tempdir().unwrap();
    let broken = |columns| {
        let words = ["-c", &format!("printf '%{columns}s\\nxong\\n' .")];
        let terminal = Terminal::of(WINDOWS[0], around.path(), "sh", &words);
        let ended = terminal.end(Duration::from_secs(30)).unwrap();
        ended.broken.len()
    };
    assert_eq!((broken(80), broken(81)), (0, 1));
}
