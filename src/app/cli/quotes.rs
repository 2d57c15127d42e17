//! Quotation marks that the command line of Windows leaves in an argument.
//!
//! In: arguments as the system split them. Out: what was meant. There `"phiếu về\"` is read as a quotation mark that is meant: the
//! folder's name would end in one, which no name can have there. Not for: other systems, on which a name may.

use std::ffi::OsString;

/// The arguments without a quotation mark at the end of any of them.
pub(super) fn meant(arguments: Vec<OsString>) -> Vec<OsString> {
    if cfg!(windows) {
        arguments.into_iter().map(without_last_mark).collect()
    } else {
        arguments
    }
}

fn without_last_mark(argument: OsString) -> OsString {
    match argument.to_str().and_then(|text| text.strip_suffix('"')) {
        // Back to the folder that it was: `D:` alone is another one than `D:\`.
        Some(text) => format!(r"{text}\").into(),
        None => argument,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_last_mark_was_a_backslash() {
        for (read, meant) in [
            ("phiếu về\"", "phiếu về\\"),
            ("D:\"", "D:\\"),
            ("phiếu về", "phiếu về"),
            ("a\"b", "a\"b"),
        ] {
            assert_eq!(without_last_mark(read.into()), OsString::from(meant));
        }
    }
}
