//! The program in a window of its own, which closes with it: clicked, or with folders and files dropped on it.
//!
//! In: what was dropped, and the person at the window. Out: each thing dealt with by the command for it, what was written and what
//! to do next, and a window that stays until it was read. The exit status is that of the worst job. Not for: what is dropped where
//! the program shares the window of a shell, which stays open.

mod jobs;
#[cfg(test)]
mod tests;
mod words;

use std::collections::VecDeque;
use std::ffi::OsString;
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use crate::app::cli::dropped::jobs::{Job, WindowRequest};
use crate::app::cli::dropped::words::{End, WorstFinding};
use crate::app::cli::screen::{self, STRONG, Screen, paint};
use crate::app::cli::{
    CommandOutcome, FINDINGS, GOOD, NO_RESULT, Streams, language, progress, system,
};
use crate::base::lang::Lang;
use crate::output::main_format;

/// What Rust's runtime ends with after a panic.
const FAULT: u8 = 101;

/// Whoever sits at the window.
pub trait Person {
    /// Chooses a folder in a dialog of this title; `None` for none.
    fn folder(&mut self, title: &str) -> Option<PathBuf>;
    /// Is about to be asked: keys that were pressed before that, out of impatience, are no answer.
    fn ready(&mut self);
    /// Types a line; `None` where nobody can.
    fn line(&mut self) -> Option<String>;
    /// Is shown a file, in the program for its kind.
    ///
    /// # Errors
    /// There is no such program, or the system does not let us.
    fn open(&mut self, file: &Path) -> io::Result<()>;
}

/// Runs a command line and prints to the two writers.
pub(super) type Work<'w> =
    dyn FnMut(Vec<OsString>, &mut dyn Write, &mut dyn Write) -> CommandOutcome + 'w;

/// Does what was dropped or typed, and waits for the person; gives the exit status.
pub(super) fn run(
    arguments: Vec<OsString>,
    streams: Streams,
    person: &mut dyn Person,
    (out, err): (&mut dyn Write, &mut dyn Write),
    work: &mut Work<'_>,
) -> u8 {
    let lang = language(&arguments);
    let mut window = OpenWindow {
        lang,
        streams,
        person,
        out,
        err,
    };
    let jobs = match jobs::asked(&arguments) {
        WindowRequest::Typed => {
            let outcome = window.survive(|out, err| work(arguments, out, err));
            window.wait(&outcome.written);
            return outcome.status;
        }
        WindowRequest::Dropped(jobs) => jobs,
        WindowRequest::Nothing => {
            window.say(&format!("{}\n", words::CHOOSE.get(lang)));
            let Some(folder) = window.person.folder(words::TITLE.get(lang)) else {
                window.say(words::DROP.get(lang));
                window.wait(&[]);
                return NO_RESULT;
            };
            vec![Job::Folder(folder)]
        }
    };
    let (mut end, mut worst) = (End::default(), 0);
    let count = jobs.len();
    let numbered = (1..).zip(jobs).map(|(number, job)| match count {
        1 => (String::new(), job),
        count => (format!("{number}/{count}. "), job),
    });
    let mut jobs: VecDeque<(String, Job)> = numbered.collect();
    while let Some((number, job)) = jobs.pop_front() {
        let heading = format!("{number}{}", job.heading(lang));
        window.say(&format!("{}\n", paint(STRONG, &heading)));
        let outcome = window.survive(|out, err| work(job.arguments(lang), out, err));
        window.say("");
        end.add(&job, &outcome);
        worst = worst.max(outcome.status);
        // What turned out to be no return is dealt with as what it is.
        let tables = outcome.tables.into_iter().map(Job::Table);
        tables
            .rev()
            .for_each(|table| jobs.push_front((String::new(), table)));
    }
    for line in words::closing(&end, lang) {
        window.say(&line);
    }
    window.wait(&end.written);
    worst
}

impl End {
    fn add(&mut self, job: &Job, outcome: &CommandOutcome) {
        self.written.extend_from_slice(&outcome.written);
        let found = match outcome.status {
            GOOD => WorstFinding::Nothing,
            FINDINGS => WorstFinding::Errors,
            _ => {
                self.failed += 1;
                return;
            }
        };
        let of = match job {
            Job::Folder(_) | Job::Campaign { .. } => &mut self.results,
            Job::Files(_) | Job::Missing(_) | Job::Lone(_) => &mut self.returns,
            Job::Table(_) => &mut self.tables,
        };
        *of = Some(found).max(*of);
    }
}

/// The window, and who sits at it. Nowhere is left to say that nothing can be written into it.
struct OpenWindow<'a> {
    lang: Lang,
    streams: Streams,
    person: &'a mut dyn Person,
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
}

impl OpenWindow<'_> {
    fn say(&mut self, text: &str) {
        let mut screen = Screen::new(&mut *self.out, self.streams.out);
        let _ = writeln!(screen, "{text}");
        let _ = screen.flush();
    }

    fn fail(&mut self, text: &str) {
        let label = paint(screen::ERROR, super::words::ERROR.get(self.lang));
        let mut screen = Screen::new(&mut *self.err, self.streams.err);
        let _ = writeln!(screen, "{label}: {text}");
        let _ = screen.flush();
    }

    /// Does something that may meet a fault of the program, of which the runtime has said what it knows.
    fn survive(
        &mut self,
        work: impl FnOnce(&mut dyn Write, &mut dyn Write) -> CommandOutcome,
    ) -> CommandOutcome {
        let (out, err) = (&mut *self.out, &mut *self.err);
        let done = catch_unwind(AssertUnwindSafe(|| work(out, err)));
        done.unwrap_or_else(|_| {
            progress::clear_all();
            self.fail(words::FAULT.get(self.lang));
            CommandOutcome {
                status: FAULT,
                ..CommandOutcome::default()
            }
        })
    }

    /// Waits until the person has read it all, and opens the results that are asked for.
    fn wait(&mut self, written: &[PathBuf]) {
        let is_workbook = |path: &&PathBuf| {
            path.extension()
                .is_some_and(|end| end == main_format().extension())
        };
        let results: Vec<&PathBuf> = written.iter().filter(is_workbook).collect();
        let typed = self.ask(results.len());
        if results.is_empty() || !typed.is_some_and(|typed| words::is_open(&typed)) {
            return;
        }
        let mut all_open = true;
        for result in results {
            if let Err(error) = self.person.open(result) {
                let cause = match self.lang {
                    Lang::Vi => system::cause(&error),
                    Lang::En => error.to_string(),
                };
                self.fail(&words::not_opened(result, &cause, self.lang));
                all_open = false;
            }
        }
        if !all_open {
            self.ask(0);
        }
    }

    fn ask(&mut self, results: usize) -> Option<String> {
        self.person.ready();
        let mut screen = Screen::new(&mut *self.out, self.streams.out);
        let _ = write!(screen, "{}", words::keys(results).get(self.lang));
        let _ = screen.flush();
        self.person.line()
    }
}
