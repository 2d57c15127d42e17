//! What one file may take, around all that is done with it: it costs itself, whatever it holds.
//!
//! In: the bytes of a file, and what is to be done with its workbook. Out: what became of it, or why nothing did. Not for: what the files
//! of a run may take together, which `spending` says.

use std::time::Duration;

use crate::base::clock::Stopwatch;
use crate::base::guard::{self, Stopped};
use crate::input::intake::spending::{Spending, Time};
use crate::input::read::{ReadFault, Reader, Workbook};

/// Why a file did not become anything.
#[derive(Clone, Debug)]
pub(super) enum Untreated {
    Unreadable(ReadFault),
    Stopped(Stopped),
    /// It was stopped, and others are to blame that it had so little time.
    NoTimeLeft,
}

/// Reads one file within its time, once there is room for it, and does something with it. A child process that needs more memory than
/// the file let one expect has all there is, alone.
pub(super) fn within<T>(
    bytes: &[u8],
    reader: &Reader,
    spending: &Spending,
    work: &impl Fn(Workbook) -> T,
) -> Result<T, Untreated> {
    let (here, child) = reader.room_bytes(bytes);
    let all = reader.limits().child_memory_bytes;
    let first = child.min(all);
    match within_room(bytes, (here, first), reader, spending, work) {
        Err(Untreated::Unreadable(ReadFault::OutOfMemory { .. })) if first < all => {
            within_room(bytes, (here, all), reader, spending, work)
        }
        treated => treated,
    }
}

/// As [`within`], with so much memory here and in a child process.
fn within_room<T>(
    bytes: &[u8],
    (here, child): (u64, u64),
    reader: &Reader,
    spending: &Spending,
    work: &impl Fn(Workbook) -> T,
) -> Result<T, Untreated> {
    let _room = spending.room(here.saturating_add(child));
    timed(spending, |time| {
        let reader = reader.within(time, child);
        guard::within(time, || reader.read_return(bytes).map(work))
    })
}

/// Does something with a file in the time that it has, and notes what it took if it had to be stopped.
pub(super) fn timed<T>(
    spending: &Spending,
    treat: impl FnOnce(Duration) -> Result<Result<T, ReadFault>, Stopped>,
) -> Result<T, Untreated> {
    let Time { of_file, is_last } = spending.time();
    let started = Stopwatch::start();
    let treated = treat(of_file);
    if let Err(Stopped::TooSlow(_)) | Ok(Err(ReadFault::TimedOut { .. })) = treated {
        spending.was_stopped(started.elapsed());
        if is_last {
            return Err(Untreated::NoTimeLeft);
        }
    }
    match treated {
        Ok(Ok(done)) => Ok(done),
        Ok(Err(fault)) => Err(Untreated::Unreadable(fault)),
        Err(stopped) => Err(Untreated::Stopped(stopped)),
    }
}
