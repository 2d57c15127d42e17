//! The words among the arguments that are no options, and options that take no value and were given one.
//!
//! In: the arguments. Out: words, what was typed as a value, and the sentence about it. Not for: what is wrong with the rest.

use std::ffi::OsString;

use crate::base::lang::{Lang, phrase};

/// Options of any command that are followed by a value.
const WITH_VALUE: [&str; 11] = [
    "--lang",
    "-o",
    "--output",
    "--previous",
    "--fail-on",
    "--limit",
    "--only",
    "--ignore",
    "--scheme",
    "--registry",
    "--campaign",
];

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

pub(super) fn first_word(arguments: &[OsString]) -> Option<String> {
    words_of(arguments).into_iter().next()
}

/// Words that are no options and no values of options.
pub(super) fn words_of(arguments: &[OsString]) -> Vec<String> {
    let mut found = Vec::new();
    let mut words = arguments.iter().skip(1).map(|word| word.to_string_lossy());
    while let Some(word) = words.next() {
        if WITH_VALUE.contains(&word.as_ref()) {
            words.next();
        } else if !word.starts_with('-') {
            found.push(word.into_owned());
        }
    }
    found
}
