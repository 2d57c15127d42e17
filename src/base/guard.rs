//! A bound around the whole treatment of one file: how long it may take, and what becomes of a panic in it.
//!
//! In: a time, and what is to be done. Out: what came of it, or why it was stopped. A thread cannot be stopped from outside, so
//! what is done asks in each of its loops, by [`check`], whether it may go on. Not for: files that another process reads, which
//! is ended, and not for memory.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::path::Path;
use std::sync::Once;
use std::time::Duration;

use crate::base::clock::Stopwatch;

/// Why something was stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// It took longer than this many seconds.
    TooSlow(u64),
    /// It met a fault of this program, which these words name for those who mend it, in English.
    Fault(String),
}

/// Of so many calls of [`check`] one looks at the clock: what stands between two of them takes microseconds, as looking does.
const CALLS: u8 = 16;

/// What [`check`] unwinds with: no panic, so that nobody is told of one.
struct Overdue;

thread_local! {
    /// How long what this thread does may take, and since when; `None` outside of [`within`].
    static END: Cell<Option<(Stopwatch, Duration)>> = const { Cell::new(None) };
    /// Calls of [`check`] before the next one that looks at the clock.
    static UNLOOKED: Cell<u8> = const { Cell::new(0) };
    /// What the last panic of this thread inside of [`within`] said.
    static WORDS: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Does something on this thread, for so long at most, and survives a panic in it. Nothing of the panic is printed.
///
/// # Errors
/// [`Stopped`].
pub fn within<T>(time: Duration, work: impl FnOnce() -> T) -> Result<T, Stopped> {
    keep_quiet();
    let before = END.replace(Some((Stopwatch::start(), time)));
    UNLOOKED.set(0);
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    END.set(before);
    done.map_err(|payload| {
        if payload.is::<Overdue>() {
            Stopped::TooSlow(time.as_secs())
        } else {
            let words = WORDS.take();
            Stopped::Fault(words.unwrap_or_else(|| message(payload.as_ref()).to_string()))
        }
    })
}

/// To be called in loops: goes on only while there is time. Does nothing outside of [`within`].
pub fn check() {
    let left = UNLOOKED.get();
    if left > 0 {
        UNLOOKED.set(left - 1);
        return;
    }
    UNLOOKED.set(CALLS - 1);
    let is_over = |(watch, time): (Stopwatch, Duration)| watch.elapsed() > time;
    if END.get().is_some_and(is_over) {
        panic::resume_unwind(Box::new(Overdue));
    }
}

/// Passes on what [`check`] unwinds with, for those who catch panics on the way.
pub fn pass_on(payload: Box<dyn Any + Send>) -> Box<dyn Any + Send> {
    if payload.is::<Overdue>() {
        panic::resume_unwind(payload);
    }
    payload
}

/// What a panic says, if it was raised with words.
pub fn message(payload: &(dyn Any + Send)) -> &str {
    let owned = payload.downcast_ref::<String>().map(String::as_str);
    owned
        .or_else(|| payload.downcast_ref::<&str>().copied())
        .unwrap_or("no message")
}

/// From now on a panic inside of [`within`] is kept for [`Stopped::Fault`]; all others are told as before.
fn keep_quiet() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            // Where nothing survives a panic, it is told whoever it comes from.
            if END.get().is_some() && cfg!(panic = "unwind") {
                WORDS.set(Some(words(info)));
            } else {
                before(info);
            }
        }));
    });
}

/// The message of a panic and where in the sources it was raised, without the folders of the machine that built them.
fn words(info: &PanicHookInfo<'_>) -> String {
    let message = message(info.payload());
    let Some(location) = info.location() else {
        return message.to_string();
    };
    let path = Path::new(location.file());
    let mut names: Vec<_> = path.iter().rev().take(3).collect();
    names.reverse();
    let names: Vec<_> = names.iter().map(|name| name.to_string_lossy()).collect();
    format!("{message} ({}:{})", names.join("/"), location.line())
}

#[cfg(test)]
#[allow(clippy::panic)]
mod tests {
    use std::time::Instant;

    use super::*;

    const LONG: Duration = Duration::from_secs(60);

    #[test]
    fn what_ends_in_time_is_left_alone() {
        check();
        assert_eq!(within(LONG, || (check(), 7).1), Ok(7));
        assert_eq!(END.get(), None);
    }

    #[test]
    fn what_takes_too_long_is_stopped() {
        let started = Instant::now();
        let endless = || -> () {
            loop {
                check();
            }
        };
        let stopped = within(Duration::from_millis(20), endless);
        assert_eq!(stopped, Err(Stopped::TooSlow(0)));
        assert!(started.elapsed() < LONG);
        // A bound inside of another ends with it.
        let inner = || within(Duration::ZERO, endless);
        assert_eq!(within(LONG, inner), Ok(Err(Stopped::TooSlow(0))));
    }

    #[test]
    fn nothing_of_a_panic_is_printed() {
        let test = "base::guard::tests::a_panic_is_kept_with_its_place";
        let program = std::env::current_exe().unwrap_or_default();
        let output = std::process::Command::new(program)
            .args([test, "--exact", "--nocapture"])
            .output();
        let output = output.map(|output| (output.stdout, output.stderr));
        let (out, err) = output.unwrap_or_default();
        let (out, err) = (String::from_utf8_lossy(&out), String::from_utf8_lossy(&err));
        assert!(out.contains("1 passed"), "{out}");
        assert!(
            !err.contains("row 7") && !out.contains("row 7"),
            "{err}{out}"
        );
    }

    #[test]
    fn a_panic_is_kept_with_its_place() {
        let fault: Result<(), Stopped> = within(LONG, || panic!("row {} is none", 7));
        let is_told = |stopped: Stopped| match stopped {
            Stopped::Fault(words) => words.starts_with("row 7 is none (src/base/guard.rs:"),
            Stopped::TooSlow(_) => false,
        };
        assert!(fault.is_err_and(is_told));
    }
}
