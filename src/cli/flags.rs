//! Options that take no value and were given one.
//!
//! In: the arguments. Out: what was typed as a value, and the sentence about it. Not for: options with values.

use std::ffi::OsString;

use crate::cli::usage::first_word;
use crate::lang::{Lang, phrase};

/// What stands behind `--json` as if it were its value, where the folder stands before it.
pub fn json_value(arguments: &[OsString]) -> Option<String> {
    let at = arguments.iter().position(|word| word == "--json")?;
    let typed = arguments.get(at + 1)?.to_string_lossy();
    let is_alone = typed.starts_with('-') || first_word(arguments)? == typed;
    (!is_alone).then(|| typed.into_owned())
}

/// That an option takes no value.
pub fn takes_no_value(option: &str, typed: &str, lang: Lang) -> String {
    let mut text = match lang {
        Lang::Vi => format!("{option} không nhận giá trị, đã gõ “{typed}”"),
        Lang::En => format!("{option} takes no value, and \"{typed}\" was typed"),
    };
    if option == "--json" {
        text.push_str(
            phrase(
                "; khi tổng hợp, tệp JSON được ghi cạnh bảng tổng hợp, cùng tên",
                "; when consolidating, the JSON is written beside the workbook under its name",
            )
            .get(lang),
        );
    }
    text
}
