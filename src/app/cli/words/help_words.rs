//! Headings of help pages, and what stands below lists of findings.
//!
//! In: nothing. Out: words in both languages. Not for: what a command or an option does.

use crate::base::lang::{Phrase, phrase};

/// The headings of help pages.
pub const USAGE: Phrase = phrase("Cách dùng:", "Usage:");
/// The heading of commands.
pub const COMMANDS: Phrase = phrase("Lệnh", "Commands");
/// The heading of positional arguments.
pub const ARGUMENTS: Phrase = phrase("Tham số", "Arguments");
/// The heading of options.
pub const OPTIONS: Phrase = phrase("Tùy chọn", "Options");
/// Before an error on stderr.
pub const ERROR: Phrase = phrase("lỗi", "error");

/// Where a finding is explained: by a command, or in the page that is handed out with the program, where none can be typed.
pub fn more(is_own_window: bool) -> Phrase {
    if is_own_window {
        phrase(
            "Xem giải thích từng mã: mở trang docs\\canh-bao.html trong thư mục đã giải nén",
            "For more on each code (in Vietnamese): docs\\canh-bao.html in the unpacked folder",
        )
    } else {
        phrase(
            "Xem giải thích: tonghop explain MÃ",
            "For more: tonghop explain CODE",
        )
    }
}
