//! What all files of a run may take together: memory for those that are in work, time for those that have to be stopped.
//!
//! In: what a file asks for. Out: leave to go on, at once or later, or no leave. Not for: what one file may take, which
//! `ReadLimits` says.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Memory for all files that are in work at a time, in bytes, as their sizes let one expect it. 512 MiB: an office PC has 4 GiB.
pub(super) const ROOM: u64 = 512 * 1024 * 1024;

/// Of the time that is left for slow files, one of them may take this part: each next one less, so that they never take more
/// together, and the first has what a single file is allowed.
const PART: u32 = 4;
/// Below this no file is begun: an ordinary one takes a tenth of it, on a slow computer all.
const LEAST: Duration = Duration::from_secs(1);

/// The room and the time of one run.
#[derive(Debug)]
pub(super) struct Spending {
    room: Mutex<u64>,
    freed: Condvar,
    time: Mutex<Duration>,
    /// What a single file may take.
    of_one: Duration,
}

/// Room that is given back when this is dropped.
#[derive(Debug)]
pub(super) struct Room<'a> {
    of: &'a Spending,
    bytes: u64,
}

impl Spending {
    /// Nothing is spent. `of_one` is the time that a single file may take.
    pub(super) fn new(of_one: Duration) -> Self {
        Spending {
            room: Mutex::new(ROOM),
            freed: Condvar::new(),
            time: Mutex::new(of_one.saturating_mul(PART)),
            of_one,
        }
    }

    /// The time that slow files have together.
    pub(super) fn whole_time(&self) -> Duration {
        self.of_one.saturating_mul(PART)
    }

    /// How long the next file may take; `None` where slow files have used up what there is.
    pub(super) fn time(&self) -> Option<Duration> {
        let left = *held(&self.time);
        let time = (left / PART).min(self.of_one);
        (time >= LEAST.min(self.of_one)).then_some(time)
    }

    /// A file was stopped after so long.
    pub(super) fn was_stopped(&self, after: Duration) {
        let mut left = held(&self.time);
        *left = left.saturating_sub(after);
    }

    /// Waits until there is room for so many bytes. One file never waits for ever: it gets all there is at most.
    pub(super) fn room(&self, bytes: u64) -> Room<'_> {
        let bytes = bytes.min(ROOM);
        let mut left = held(&self.room);
        while *left < bytes {
            left = self
                .freed
                .wait(left)
                .unwrap_or_else(PoisonError::into_inner);
        }
        *left -= bytes;
        Room { of: self, bytes }
    }
}

impl Drop for Room<'_> {
    fn drop(&mut self) {
        *held(&self.of.room) += self.bytes;
        self.of.freed.notify_all();
    }
}

/// A number is whole whatever happened to a thread that held it.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::sync::atomic::{AtomicU64, Ordering};
    use std::thread;

    use super::*;

    #[test]
    fn slow_files_have_so_much_time_together() {
        let one = Duration::from_secs(30);
        let spending = Spending::new(one);
        assert_eq!(spending.time(), Some(one));
        let mut taken = Duration::ZERO;
        let mut files = 0;
        while let Some(time) = spending.time() {
            spending.was_stopped(time);
            taken += time;
            files += 1;
            assert!(files < 100);
        }
        assert!(
            taken <= spending.whole_time() && files > 10,
            "{taken:?} {files}"
        );
        // A limit below a second is a limit all the same.
        let short = Duration::from_millis(10);
        assert_eq!(Spending::new(short).time(), Some(short));
    }

    #[test]
    fn large_files_wait_for_each_other() {
        let spending = Spending::new(Duration::from_secs(30));
        let (now, most) = (AtomicU64::new(0), AtomicU64::new(0));
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    let _room = spending.room(ROOM / 3);
                    let held = now.fetch_add(1, Ordering::SeqCst) + 1;
                    most.fetch_max(held, Ordering::SeqCst);
                    thread::sleep(Duration::from_millis(5));
                    now.fetch_sub(1, Ordering::SeqCst);
                });
            }
        });
        assert!((1..=3).contains(&most.load(Ordering::SeqCst)));
        // More than there is takes all there is.
        let all = spending.room(u64::MAX);
        assert_eq!(*spending.room.lock().unwrap(), 0);
        drop(all);
        assert_eq!(*spending.room.lock().unwrap(), ROOM);
    }
}
