//! Texts as they stand in a written result.
//!
//! In: a text of a finding, which the terminal shows in lower case and without a full stop. Out: the same as a sentence, its
//! signs glued to their numbers; and the start of a text that is too long. Not for: texts that are names or values.

/// What ends a sentence already.
const ENDS: [char; 5] = ['.', '!', '?', '…', ':'];

/// A text with a capital letter at its beginning.
pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    let Some(first) = chars.next() else {
        return String::new();
    };
    let mut whole: String = first.to_uppercase().collect();
    whole.push_str(chars.as_str());
    whole
}

/// A text with a capital letter at its beginning and a full stop at its end.
pub(super) fn sentence(text: &str) -> String {
    let mut whole = capital(text.trim());
    if whole.is_empty() {
        return whole;
    }
    if !whole.ends_with(ENDS) {
        whole.push('.');
    }
    glued(&whole)
}

/// A minus before a number becomes one that no line ends after; what is quoted stays as it was found.
pub(super) fn glued(text: &str) -> String {
    let mut glued = String::with_capacity(text.len() + 4);
    let mut quoted = false;
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '“' => quoted = true,
            '”' => quoted = false,
            '"' => quoted = !quoted,
            _ => {}
        }
        let is_sign = c == '-' && !quoted && matches!(before, ' ' | '(' | '→' | '\u{a0}');
        let is_minus = is_sign && chars.peek().is_some_and(char::is_ascii_digit);
        glued.push(if is_minus { '\u{2212}' } else { c });
        before = c;
    }
    glued
}

/// The start of a text, at most so many UTF-16 units.
pub(super) fn clip(text: &str, limit: usize) -> String {
    let mut used = 0;
    text.chars()
        .take_while(|c| {
            used += c.len_utf16();
            used <= limit
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_becomes_a_sentence() {
        assert_eq!(
            sentence("đề nghị đơn vị gửi lại"),
            "Đề nghị đơn vị gửi lại."
        );
        assert_eq!(sentence("tệp “a.b”"), "Tệp “a.b”.");
        assert_eq!(sentence("tổng 1 (lệch 2)"), "Tổng 1 (lệch 2).");
        assert_eq!(sentence("đã xong."), "Đã xong.");
        assert_eq!(
            sentence("UBND huyện Đăk Hà hay Đăk Tô?"),
            "UBND huyện Đăk Hà hay Đăk Tô?"
        );
        assert_eq!(sentence(""), "");
    }

    #[test]
    fn a_sign_stays_with_its_number() {
        assert_eq!(glued("688,4 (lệch -0,4)"), "688,4 (lệch \u{2212}0,4)");
        assert_eq!(glued("ghi “-5”, tối đa -5"), "ghi “-5”, tối đa \u{2212}5");
        assert_eq!(glued("5-10 a -b"), "5-10 a -b");
    }
}
