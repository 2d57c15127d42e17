//! How long something takes, for the bounds of reading and recognising alone: no result hangs on it.
//!
//! In: nothing. Out: the time since. Not for: when something was (`moment`).

use std::time::Duration;
#[cfg(not(target_family = "wasm"))]
use std::time::Instant;

/// A watch that was started.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopwatch {
    #[cfg(not(target_family = "wasm"))]
    started: Instant,
}

#[cfg(not(target_family = "wasm"))]
impl Stopwatch {
    /// Starts one now.
    #[expect(
        clippy::disallowed_methods,
        reason = "a limit of reading is one of time"
    )]
    pub fn start() -> Self {
        Stopwatch {
            started: Instant::now(),
        }
    }

    /// The time since.
    pub fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }
}

/// In a page there is no clock: whoever had the file read there ends the worker that takes too long.
#[cfg(target_family = "wasm")]
impl Stopwatch {
    /// Starts one now.
    pub fn start() -> Self {
        Stopwatch {}
    }

    /// None.
    pub fn elapsed(&self) -> Duration {
        Duration::ZERO
    }
}
