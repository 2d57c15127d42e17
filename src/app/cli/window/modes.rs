//! How the window takes the mouse while the program is at work.
//!
//! In: the console's own mode. Out: the same without quick editing, until it is restored: a click into the window begins a selection
//! then, and what is selected holds up the program that writes there, without a word, until a key is pressed.

use winapi_util::HandleRef;
use winapi_util::console::{mode, set_mode};

/// `ENABLE_QUICK_EDIT_MODE`.
const QUICK_EDIT: u32 = 0x40;
/// `ENABLE_EXTENDED_FLAGS`, without which the other is not taken.
const EXTENDED: u32 = 0x80;

/// The mode from before, if it was changed.
pub(super) struct Modes {
    before: Option<u32>,
}

impl Modes {
    /// Clicks do not hold up the program.
    pub(super) fn at_work() -> Modes {
        let before = mode(HandleRef::stdin()).ok();
        let changed = before.filter(|mode| {
            let at_work = (mode & !QUICK_EDIT) | EXTENDED;
            set_mode(HandleRef::stdin(), at_work).is_ok()
        });
        Modes { before: changed }
    }

    /// A person may select and copy what is shown.
    pub(super) fn restore(&mut self) {
        if let Some(mode) = self.before.take() {
            // Nothing depends on it.
            let _ = set_mode(HandleRef::stdin(), mode | EXTENDED);
        }
    }
}
