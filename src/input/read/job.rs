//! What Windows keeps on the process that reads a file, set from outside: it ends when this process does, and its memory is bounded
//! should the allocator's own bound be passed by.
//!
//! In: the process, and the limits of its file. Out: a job object that lasts as long as it is kept. Not for: systems of Unix, where
//! the process bounds itself (`system`).

use std::process::Child;

#[cfg(windows)]
use win_custody::JobLimits;

use crate::input::read::limits::ReadLimits;

/// What Windows counts for the program besides what its allocator hands out: stacks, its own data, and what an allocator keeps for later.
#[cfg(windows)]
const OWN_BYTES: u64 = 512 * 1024 * 1024;

/// What a job object keeps on the process in it.
#[cfg(windows)]
fn bounds(limits: &ReadLimits) -> JobLimits {
    let memory = limits.child_memory_bytes.saturating_add(OWN_BYTES);
    JobLimits::new()
        .kill_on_close(true)
        .process_memory(usize::try_from(memory).unwrap_or(usize::MAX))
}

/// A job object with one process in it.
#[cfg(windows)]
pub(super) struct JobObject(#[cfg_attr(not(test), allow(dead_code))] win_custody::Job);

#[cfg(windows)]
impl JobObject {
    /// Puts a process that was started into a job of its own. A system that refuses leaves things as they are: the process ends
    /// when its input is closed, and its allocator has a bound.
    pub(super) fn around(child: &Child, limits: &ReadLimits) -> Option<JobObject> {
        let job = win_custody::Job::create(&bounds(limits)).ok()?;
        job.assign(child).ok()?;
        Some(JobObject(job))
    }
}

/// There are no such objects here.
#[cfg(not(windows))]
pub(super) struct JobObject;

#[cfg(not(windows))]
impl JobObject {
    pub(super) fn around(_: &Child, _: &ReadLimits) -> Option<JobObject> {
        None
    }
}

#[cfg(all(test, windows))]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::process::{Command, Stdio};
    use std::thread;
    use std::time::{Duration, Instant};

    use super::*;

    /// A process that waits for what is never typed.
    fn waiting() -> Child {
        Command::new("cmd")
            .args(["/c", "pause"])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap()
    }

    #[test]
    fn limits_are_kept_by_the_system() {
        let limits = ReadLimits {
            child_memory_bytes: 300 * 1024 * 1024,
            ..ReadLimits::default()
        };
        let bounds = bounds(&limits);
        assert!(bounds.kills_on_close());
        assert_eq!(bounds.process_memory_limit(), Some(812 * 1024 * 1024));
        let mut child = waiting();
        let job = JobObject::around(&child, &limits).unwrap();
        // Wine tells nobody what a job keeps; `tests/windows/child.rs` sees there what is asked of its server.
        if std::env::var_os("WINEPREFIX").is_none() {
            assert_eq!(job.0.limits().unwrap(), bounds);
        }
        child.kill().unwrap();
        child.wait().unwrap();
    }

    #[test]
    fn the_process_ends_with_its_job() {
        let mut child = waiting();
        let job = JobObject::around(&child, &ReadLimits::default()).unwrap();
        thread::sleep(Duration::from_millis(300));
        assert_eq!(child.try_wait().unwrap(), None);
        drop(job);
        let since = Instant::now();
        while child.try_wait().unwrap().is_none() {
            assert!(since.elapsed() < Duration::from_secs(10), "it still runs");
            thread::sleep(Duration::from_millis(10));
        }
    }
}
