//! Memory: bytes that are allocated and not yet freed, counted by the allocator, on any system.
//!
//! In: a piece of work. Out: the highest count while it ran and what its result keeps, both above the start. Where `/proc` is,
//! also the highest resident set of a process. Counting is off unless [`measure`] runs, so that it costs the timings nothing.

#![allow(
    unsafe_code,
    reason = "an allocator cannot be written without; every call is handed on as it came"
)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicBool, AtomicIsize, Ordering::Relaxed};

static COUNTS: AtomicBool = AtomicBool::new(false);
static LIVE: AtomicIsize = AtomicIsize::new(0);
static PEAK: AtomicIsize = AtomicIsize::new(0);

/// The program's allocator, with a count.
pub struct Counting;

fn count(change: isize) {
    if COUNTS.load(Relaxed) {
        let live = LIVE.fetch_add(change, Relaxed) + change;
        if change > 0 {
            PEAK.fetch_max(live, Relaxed);
        }
    }
}

fn signed(bytes: usize) -> isize {
    isize::try_from(bytes).unwrap_or(isize::MAX)
}

unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(signed(layout.size()));
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        count(-signed(layout.size()));
        unsafe { System.dealloc(place, layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        count(signed(layout.size()));
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(signed(size) - signed(layout.size()));
        unsafe { System.realloc(place, layout, size) }
    }
}

/// What a piece of work took, in bytes above the start.
#[derive(Clone, Copy)]
pub struct Taken {
    /// The most at any time.
    pub peak: isize,
    /// What its result keeps.
    pub kept: isize,
}

/// Runs a piece of work and counts.
pub fn measure<T>(work: impl FnOnce() -> T) -> Taken {
    LIVE.store(0, Relaxed);
    PEAK.store(0, Relaxed);
    COUNTS.store(true, Relaxed);
    let result = work();
    COUNTS.store(false, Relaxed);
    let taken = Taken {
        peak: PEAK.load(Relaxed),
        kept: LIVE.load(Relaxed),
    };
    drop(result);
    taken
}

/// The highest resident set of this process so far, in KiB; `None` where the system does not say.
pub fn highest_resident_kib() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
