//! What all files of a run may take together: memory for those that are in work, time for those that have to be stopped.
//!
//! In: what a file asks for. Out: leave to go on, at once or later, and for how long. No file pays for those that came before it:
//! each has at least what ordinary ones need, many times over. Not for: what one file may take, which `ReadLimits` says.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Memory for all files that are in work at a time, in bytes, as their sizes let one expect it. 512 MiB: an office PC has 4 GiB.
pub(super) const ROOM: u64 = 512 * 1024 * 1024;

/// Of the time that is left for slow files, one of them may take this part: each next one less, so that they never take more
/// together, and the first has what a single file is allowed.
const PART: u32 = 4;
/// What every file has, however much the slow ones took: a hundred times what an ordinary one takes, and enough on a computer that
/// is slow and busy.
const LEAST: Duration = Duration::from_secs(2);
/// What every file still has once slow ones have taken twice the time that is theirs, which with the usual limits needs more than
/// seventy of them: a folder of nothing else has to end.
const LAST: Duration = Duration::from_millis(500);

/// The room and the time of one run.
#[derive(Debug)]
pub(super) struct Spending {
    room: Mutex<u64>,
    freed: Condvar,
    /// What files took that were stopped.
    taken: Mutex<Duration>,
    /// What a single file may take.
    of_one: Duration,
}

/// How long a file may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Time {
    pub(super) of_file: Duration,
    /// Whether it is so little because of other files: one that does not end in time may be in order.
    pub(super) is_last: bool,
}

/// Room that is given back when this is dropped.
#[derive(Debug)]
pub(super) struct Reservation<'a> {
    of: &'a Spending,
    bytes: u64,
}

impl Spending {
    /// Nothing is spent. `of_one` is the time that a single file may take.
    pub(super) fn new(of_one: Duration) -> Self {
        Spending {
            room: Mutex::new(ROOM),
            freed: Condvar::new(),
            taken: Mutex::new(Duration::ZERO),
            of_one,
        }
    }

    /// The time that slow files have together.
    fn whole_time(&self) -> Duration {
        self.of_one.saturating_mul(PART)
    }

    /// The time after which slow files have nothing left but [`LAST`].
    pub(super) fn most_time(&self) -> Duration {
        self.whole_time() * 2
    }

    /// How long the next file may take.
    pub(super) fn time(&self) -> Time {
        let (taken, whole) = (*held(&self.taken), self.whole_time());
        let share = whole.saturating_sub(taken) / PART;
        let least = if taken < self.most_time() {
            LEAST
        } else {
            LAST
        };
        Time {
            of_file: share.max(least).min(self.of_one),
            is_last: least == LAST && LAST < self.of_one,
        }
    }

    /// A file was stopped after so long.
    pub(super) fn was_stopped(&self, after: Duration) {
        let mut taken = held(&self.taken);
        *taken = taken.saturating_add(after);
    }

    /// Waits until there is room for so many bytes. One file never waits for ever: it gets all there is at most.
    pub(super) fn room(&self, bytes: u64) -> Reservation<'_> {
        let bytes = bytes.min(ROOM);
        let mut left = held(&self.room);
        while *left < bytes {
            left = self
                .freed
                .wait(left)
                .unwrap_or_else(PoisonError::into_inner);
        }
        *left -= bytes;
        Reservation { of: self, bytes }
    }
}

impl Drop for Reservation<'_> {
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
        let first = spending.time();
        assert_eq!((first.of_file, first.is_last), (one, false));
        let mut taken = Duration::ZERO;
        let mut files = 0;
        while !spending.time().is_last {
            let time = spending.time().of_file;
            assert!(time >= LEAST);
            spending.was_stopped(time);
            taken += time;
            files += 1;
            assert!(files < 100);
        }
        assert!(
            taken <= spending.most_time() + LEAST && files > 70,
            "{taken:?} {files}"
        );
        // From then on each has what an ordinary file needs many times over.
        spending.was_stopped(one * 100);
        assert_eq!(spending.time().of_file, LAST);
        // A limit below a second is a limit all the same.
        let short = Duration::from_millis(10);
        let spending = Spending::new(short);
        spending.was_stopped(one);
        let time = spending.time();
        assert_eq!((time.of_file, time.is_last), (short, false));
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
