//! The words among the arguments that are no options, and options that take no value and were given one.
//!
//! In: the arguments. Out: words, what was typed as a value, and the sentence about it. Not for: what is wrong with the rest.

use std::ffi::OsString;

use crate::base::lang::{Lang, phrase, say};
use crate::output::{OutputFormat, further_formats};

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

/// An option of a further format and what stands behind it as if it were its value, where the folder stands before it.
pub fn format_value(arguments: &[OsString]) -> Option<(String, String)> {
    let of = |option: String| {
        let at = arguments.iter().position(|word| *word == *option)?;
        let typed = arguments.get(at + 1)?.to_string_lossy();
        let is_alone = typed.starts_with('-') || first_word(arguments)? == typed;
        (!is_alone).then(|| (option, typed.into_owned()))
    };
    further_formats().find_map(|format| of(option(format)))
}

fn option(format: &dyn OutputFormat) -> String {
    format!("--{}", format.extension())
}

/// That an option takes no value.
pub fn takes_no_value(typed_option: &str, typed: &str, lang: Lang) -> String {
    let mut text = say!(
        lang,
        "{typed_option} không nhận giá trị, đã gõ “{typed}”",
        "{typed_option} takes no value, and \"{typed}\" was typed"
    );
    let format = further_formats().find(|format| option(*format) == typed_option);
    if let Some(format) = format {
        let name = format.extension().to_uppercase();
        let beside = phrase(
            "; khi tổng hợp, tệp {0} được ghi cạnh bảng tổng hợp, cùng tên",
            "; when consolidating, the {0} is written beside the workbook under its name",
        );
        text.push_str(&beside.fill(lang, &[&name]));
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
