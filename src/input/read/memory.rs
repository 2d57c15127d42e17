//! A bound on the memory of the process that reads .xls, .xlsb and .ods.
//!
//! In: a limit, set once by the child process. Out: an allocator that refuses what is above it, so that the process ends and the
//! one that started it reports it. Not for: the main process, in which the bound stays off and costs one relaxed load.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicIsize, Ordering};

/// The limit in bytes; `isize::MAX` is off.
static LIMIT: AtomicIsize = AtomicIsize::new(isize::MAX);
/// Bytes allocated since the limit was set. Below zero when memory from before is given back.
static USED: AtomicIsize = AtomicIsize::new(0);

/// The system's allocator, bounded once [`limit`] was called. To be the program's global allocator.
#[derive(Debug)]
pub struct Bounded;

/// Bounds the memory of this process, if [`Bounded`] is its allocator, to this many bytes more than it has now.
pub fn limit(bytes: u64) {
    let bytes = isize::try_from(bytes).unwrap_or(isize::MAX);
    LIMIT.store(bytes, Ordering::Relaxed);
}

/// Whether this many bytes more are within the limit; if so they are counted.
fn take(bytes: usize) -> bool {
    let limit = LIMIT.load(Ordering::Relaxed);
    if limit == isize::MAX {
        return true;
    }
    // A Layout is never larger than isize::MAX.
    let bytes = bytes.cast_signed();
    let used = USED.fetch_add(bytes, Ordering::Relaxed);
    let fits = used.saturating_add(bytes) <= limit;
    if !fits {
        USED.fetch_sub(bytes, Ordering::Relaxed);
    }
    fits
}

fn give_back(bytes: usize) {
    if LIMIT.load(Ordering::Relaxed) != isize::MAX {
        USED.fetch_sub(bytes.cast_signed(), Ordering::Relaxed);
    }
}

// SAFETY: every call is passed on to the system's allocator with the arguments it came with, or answered with null, which the
// contract of `GlobalAlloc` allows for any allocation. Nothing here allocates or panics.
#[allow(unsafe_code)]
unsafe impl GlobalAlloc for Bounded {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if !take(layout.size()) {
            return std::ptr::null_mut();
        }
        // SAFETY: the caller's promise about `layout` is passed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        if !take(layout.size()) {
            return std::ptr::null_mut();
        }
        // SAFETY: the caller's promise about `layout` is passed on.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        give_back(layout.size());
        // SAFETY: `block` came from the system's allocator with this layout, as all blocks here do.
        unsafe { System.dealloc(block, layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        if !take(new_size) {
            return std::ptr::null_mut();
        }
        // SAFETY: `block` came from the system's allocator with this layout; the caller's promise about the size is passed on.
        let moved = unsafe { System.realloc(block, layout, new_size) };
        give_back(if moved.is_null() {
            new_size
        } else {
            layout.size()
        });
        moved
    }
}
