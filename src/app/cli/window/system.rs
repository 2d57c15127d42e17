//! Two calls about the console that the standard library does not have.
//!
//! In: nothing. Out: how many processes share the console, and the console without the keys that were pressed. Not for: anything
//! that a kept crate offers as a safe call.
#![allow(unsafe_code)]

use windows_sys::Win32::System::Console::{
    FlushConsoleInputBuffer, GetConsoleProcessList, GetStdHandle, STD_INPUT_HANDLE,
};

/// How many processes share this console: 1 where it opened for this program alone, 0 where there is none.
pub(super) fn processes() -> u32 {
    // One alone need not be counted further.
    let mut numbers = [0; 2];
    // SAFETY: the array is ours and has room for the two numbers that may be written into it; where there are more, none is.
    unsafe { GetConsoleProcessList(numbers.as_mut_ptr(), 2) }
}

/// Forgets the keys that were pressed and not read yet.
pub(super) fn forget_keys() {
    // SAFETY: both calls take a handle alone. One that is missing, closed or no console's is refused by the second, which then
    // does nothing.
    unsafe {
        FlushConsoleInputBuffer(GetStdHandle(STD_INPUT_HANDLE));
    }
}
