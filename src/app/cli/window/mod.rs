//! The console window that the program was given for itself, where it was: it opened with the program and closes with it.
//!
//! In: the system. Out: the person at that window, who is asked for a folder, waited for, and shown a result. Windows gives such a
//! window to a program that is clicked or that things are dropped on; one that was typed shares the window of its shell. Elsewhere
//! there is none. Not for: what is said there, which is [`crate::app::cli::dropped`]'s.
//!
//! Text needs no code page: the standard library writes to consoles in UTF-16 (`WriteConsoleW`), and reads from them so; into files
//! and pipes go the bytes as they are, UTF-8. That holds for what indicatif draws too, as it writes through the standard library.

#[cfg(windows)]
mod modes;
#[cfg(windows)]
mod system;

use std::io;
use std::path::{Path, PathBuf};

use crate::app::cli::dropped::Person;

#[cfg(not(windows))]
use self::none as own_window;
#[cfg(windows)]
use self::windows as own_window;

pub(super) use own_window::Window;

/// The person at the program's own window. `None` where it has none, or is not waited for there.
pub(super) fn own() -> Option<Window> {
    own_window::own()
}

#[cfg(windows)]
mod windows {
    use std::io::IsTerminal;

    use super::{Path, PathBuf, Person, io, modes, system};

    /// The program's own window.
    pub struct Window {
        modes: modes::Modes,
    }

    pub(super) fn own() -> Option<Window> {
        // Whoever gave another input or output is no person at a window.
        let is_console = io::stdin().is_terminal() && io::stdout().is_terminal();
        (is_console && system::processes() == 1).then(|| Window {
            modes: modes::Modes::at_work(),
        })
    }

    impl Person for Window {
        fn folder(&mut self, title: &str) -> Option<PathBuf> {
            rfd::FileDialog::new().set_title(title).pick_folder()
        }

        fn ready(&mut self) {
            self.modes.restore();
            system::forget_keys();
        }

        fn line(&mut self) -> Option<String> {
            let mut line = String::new();
            match io::stdin().read_line(&mut line) {
                Ok(1..) => Some(line),
                _ => None,
            }
        }

        fn open(&mut self, file: &Path) -> io::Result<()> {
            open::that_detached(file)
        }
    }
}

#[cfg(not(windows))]
mod none {
    use super::{Path, PathBuf, Person, io};

    /// There is none.
    pub enum Window {}

    pub(super) fn own() -> Option<Window> {
        None
    }

    impl Person for Window {
        fn folder(&mut self, _: &str) -> Option<PathBuf> {
            match *self {}
        }

        fn ready(&mut self) {
            match *self {}
        }

        fn line(&mut self) -> Option<String> {
            match *self {}
        }

        fn open(&mut self, _: &Path) -> io::Result<()> {
            match *self {}
        }
    }
}
