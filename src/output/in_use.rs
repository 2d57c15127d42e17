//! Files that another program has open.
//!
//! In: a path and what the system said when it was to be replaced. Out: whether that was why.

use std::io;
use std::path::Path;

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
