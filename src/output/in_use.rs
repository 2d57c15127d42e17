//! Files that another program has open.
//!
//! In: a path and what the system said when it was to be replaced. Out: whether that was why.

use std::io;
use std::path::Path;

#[cfg(not(windows))]
use crate::input::inbox::owner_file;

/// Whether somebody has a file open as far as a file beside it tells. On Windows the system itself tells, and knows what a program
/// that crashed has left behind.
#[cfg(windows)]
pub(super) fn has_owner_file(_: &Path) -> bool {
    false
}

/// Whether somebody has a file open as far as a file beside it tells (`~$a.docx`, `.~lock.a.docx#`): here the system lets anybody
/// replace it, and what is saved afterwards would replace ours.
#[cfg(not(windows))]
pub(super) fn has_owner_file(target: &Path) -> bool {
    owner_file(target).is_some()
}

/// Whether what was refused was refused because another program has the file open. To replace such a file is "access denied", as
/// for one that is protected: whether it could be had for oneself alone tells the two apart.
#[cfg(windows)]
pub(super) fn is_open_elsewhere(target: &Path, error: &io::Error) -> bool {
    use std::os::windows::fs::OpenOptionsExt;
    const ACCESS_DENIED: i32 = 5;
    const SHARING_VIOLATION: i32 = 32;
    const LOCK_VIOLATION: i32 = 33;
    let is_in_use = |error: &io::Error| {
        matches!(
            error.raw_os_error(),
            Some(SHARING_VIOLATION | LOCK_VIOLATION)
        )
    };
    let alone = || {
        std::fs::File::options()
            .read(true)
            .share_mode(0)
            .open(target)
    };
    is_in_use(error)
        || (error.raw_os_error() == Some(ACCESS_DENIED)
            && alone().is_err_and(|error| is_in_use(&error)))
}

/// Whether what was refused was refused because another program has the file open. Elsewhere this keeps nobody from replacing it,
/// but for a file that runs or that a network folder holds.
#[cfg(not(windows))]
pub(super) fn is_open_elsewhere(_: &Path, error: &io::Error) -> bool {
    use io::ErrorKind::{ExecutableFileBusy, ResourceBusy};
    matches!(error.kind(), ResourceBusy | ExecutableFileBusy)
}
