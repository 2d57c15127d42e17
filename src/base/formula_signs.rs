//! Texts that a spreadsheet program would take for formulas, and how they stand in CSV.
//!
//! In: a text. Out: the same with an apostrophe before it where it needs one, and back. Not for: workbooks, whose cells say what they are.

use std::borrow::Cow;

/// The signs with which a formula may begin, wide ones too.
const SIGNS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// Whether a text begins with such a sign, behind any number of apostrophes.
fn may_be_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(SIGNS)
}

/// A text as it stands in CSV.
pub fn guarded(text: &str) -> Cow<'_, str> {
    if may_be_formula(text) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// What stood in CSV, as it was before.
pub fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(inner) if may_be_formula(inner) => inner,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_a_formula_and_all_come_back() {
        for text in [
            "=1+1", "'=1", "''@a", "-5", "\tx", "＝1", "'", "", "a=1", "'a", "''",
        ] {
            let stands = guarded(text);
            assert!(!stands.starts_with(SIGNS), "{text}");
            assert_eq!(unguarded(&stands), text);
        }
    }
}
