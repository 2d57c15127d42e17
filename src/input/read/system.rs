//! Limits that the operating system keeps on the process that reads a file: a second bound, should the allocator's own be passed
//! by, and one on the processor's time.
//!
//! In: the limits of a file. Out: nothing. Not for: Windows, where the parent sets them (`job`), and not for the main
//! process.

use crate::input::read::limits::ReadLimits;

/// What the system may count for the program besides what its allocator hands out: stacks, its own data, and what allocators lay
/// claim to before they use it.
#[cfg(unix)]
const OWN_BYTES: u64 = 2 * 1024 * 1024 * 1024;
/// Seconds after which the system ends a process that its parent should have ended.
#[cfg(unix)]
const GRACE_SECONDS: u64 = 5;

/// Bounds this process, once and for all. A system that refuses leaves things as they are: the other bounds hold.
#[cfg(unix)]
pub(super) fn limit(limits: &ReadLimits) {
    use rustix::process::Resource;

    let memory = limits.child_memory_bytes.saturating_add(OWN_BYTES);
    let seconds = limits.time.as_secs().saturating_add(GRACE_SECONDS);
    for (resource, most) in [
        (Resource::Data, memory),
        (Resource::Cpu, seconds),
        (Resource::Core, 0),
    ] {
        let before = rustix::process::getrlimit(resource);
        let most = before.maximum.map_or(most, |maximum| maximum.min(most));
        let new = rustix::process::Rlimit {
            current: Some(most),
            maximum: Some(most),
        };
        let _ = rustix::process::setrlimit(resource, new);
    }
}

/// As on Unix, where there is anything to be done.
#[cfg(not(unix))]
pub(super) fn limit(_: &ReadLimits) {}
