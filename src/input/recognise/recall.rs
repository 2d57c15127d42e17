//! What texts say as labels of rows, remembered.
//!
//! In: texts, the form's rows and the captions of sums. Out: what a row with such a label may be. Not for: the order of rows, by
//! which `align` decides.

use std::sync::Arc;

use crate::base::text;
use crate::campaign::hints::Hint;
use crate::campaign::vocabulary::Caption;
use crate::input::recognise::Known;
use crate::input::recognise::correction;
use crate::input::recognise::lexicon::Lexicon;
use crate::input::recognise::named_sums::{self, NamedSum};
use crate::input::submission::{Row, SumOf};
use crate::input::tables::Vocabulary;
use crate::input::texts::{ByText, Text};

/// What a row is by its text alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextMeaning {
    /// A sum; without saying of what, it is of the group above.
    Sum(Option<SumOf>),
    /// The unit's own grade.
    OwnGrade,
    /// A row of the form, or none.
    Row,
}

/// What each text says as a label of a row.
#[derive(Debug)]
pub struct Recall<'k> {
    /// The form's rows.
    pub lexicon: &'k Lexicon<'k>,
    vocabulary: &'k Vocabulary,
    said: ByText<TextMeaning>,
    items: ByText<&'k [usize]>,
    codes: ByText<Option<usize>>,
    corrects: ByText<bool>,
    rows: ByText<Arc<Row>>,
}

impl<'k> Recall<'k> {
    /// Nothing seen yet.
    pub fn new(known: &'k Known<'k>) -> Self {
        Recall {
            lexicon: &known.lexicon,
            vocabulary: &known.vocabulary,
            said: ByText::default(),
            items: ByText::default(),
            codes: ByText::default(),
            corrects: ByText::default(),
            rows: ByText::default(),
        }
    }

    /// Makes room for so many texts, and forgets what is beyond.
    pub fn fit(&mut self, texts: usize) {
        self.said.fit(texts);
        self.items.fit(texts);
        self.codes.fit(texts);
        self.corrects.fit(texts);
        self.rows.fit(texts);
    }

    /// What a row with this text is, as far as the text alone tells.
    pub fn said(&self, text: &Text) -> TextMeaning {
        self.said.of(text, || {
            let key = text.key();
            let rest = self.vocabulary.sum_of(key);
            if let Some(group) = rest.and_then(|rest| self.lexicon.group(rest)) {
                return TextMeaning::Sum(Some(SumOf::Group(group.id.clone())));
            }
            let is_row = !self.lexicon.of_text(key).is_empty();
            let named = || named_sums::named(text.clean(), self.vocabulary, self.lexicon.scheme);
            match (!is_row).then(named).flatten() {
                Some(NamedSum::Of(sum)) => return TextMeaning::Sum(Some(sum)),
                Some(NamedSum::Other) => return TextMeaning::Row,
                None => {}
            }
            let caption = self.vocabulary.caption(key);
            match caption.or_else(|| self.vocabulary.caption(&without_terms(text.clean())?)) {
                Some(Caption::Total) => TextMeaning::Sum(Some(SumOf::Total)),
                Some(Caption::Sum) => TextMeaning::Sum(None),
                Some(Caption::Grade) => TextMeaning::OwnGrade,
                Some(Caption::SumOf | Caption::Summary) | None => TextMeaning::Row,
            }
        })
    }

    /// The rows of the form that have this text.
    pub fn items(&self, text: &Text) -> &'k [usize] {
        self.items.of(text, || {
            let items = self.lexicon.of_text(text.key());
            let plain = || without_note(text.clean()).map(text::key);
            match items {
                [] => plain().map_or(items, |key| self.lexicon.of_text(&key)),
                items => items,
            }
        })
    }

    /// The criterion that has this code.
    pub fn criterion(&self, code: &Text) -> Option<usize> {
        self.codes.of(code, || {
            let code = code.clean();
            let plain = without_note(code).unwrap_or(code);
            self.lexicon.of_code(plain)
        })
    }

    /// A row with this text, shared with that of the first form that had the same: a campaign's forms have the same rows, and a report
    /// keeps the row of each value.
    pub fn row(&self, text: &Text, row: Row) -> Arc<Row> {
        let first = self.rows.of(text, || Arc::new(row.clone()));
        if *first == row { first } else { Arc::new(row) }
    }

    /// Whether a text corrects something.
    pub fn corrects(&self, text: &Text) -> bool {
        self.corrects.of(text, || correction::is_one(text.key()))
    }
}

/// A text without the number of a note behind it: `Mạng nội bộ (2)`, `1.1 [3]`, `Mạng nội bộ (*)`.
fn without_note(text: &str) -> Option<&str> {
    let inner = text.trim_end().strip_suffix([')', ']'])?;
    let (before, mark) = inner.rsplit_once(['(', '['])?;
    let is_mark = |mark: &str| {
        let is_number = mark.len() <= 2 && mark.chars().all(|c| c.is_ascii_digit());
        is_number || mark.chars().all(|c| c == '*')
    };
    let before = before.trim_end();
    (!mark.is_empty() && is_mark(mark) && !before.is_empty()).then_some(before)
}

/// The longest code of a group in what a caption says it is made of; a year is longer.
const LONGEST_TERM: usize = 3;

/// What a bracket begins with that says what a sum has in it as well: `Tổng điểm (gồm điểm thưởng)`, `Tổng điểm (đã nhân hệ số)`.
const WITH: [&str; 6] = ["gồm ", "bao gồm ", "đã ", "cả ", "kể cả ", "tính cả "];
/// What it may be that is in it, besides what is added and taken off; and words that deny it.
const WEIGHTS: &str = "đã nhân hệ số";
const NOT_IN_IT: [&str; 2] = ["chưa", "không"];

/// The key of a caption without what it says it is made of: `Tổng cộng (I+II+III)`, `Tổng điểm = A + B`, `Tổng điểm (I - II)`.
fn without_terms(caption: &str) -> Option<String> {
    let (before, terms) = caption.split_once(['(', '=', '['])?;
    let is_term = |c: char| c.is_alphanumeric() || " .,+-–:;)]".contains(c);
    let is_code = |term: &str| (1..=LONGEST_TERM).contains(&term.trim().chars().count());
    let bare = terms.trim_end_matches([')', ']']);
    let is_difference = bare.contains(['-', '–']) && bare.split(['-', '–']).all(is_code);
    let is_made = terms.contains('+') || is_difference;
    let key = text::key(terms);
    let begins = WITH.iter().any(|word| key.starts_with(word));
    let is_bonus = begins && Hint::Bonus.is_in(&key);
    let is_denied = || NOT_IN_IT.iter().any(|word| key.contains(word));
    let is_with = (is_bonus || key.starts_with(WEIGHTS)) && !is_denied();
    (is_with || is_made && terms.chars().all(is_term)).then(|| text::key(before))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caption_may_say_what_it_is_made_of() {
        let total = Some("tổng điểm".to_string());
        assert_eq!(without_terms("Tổng điểm (I+II+III)"), total);
        assert_eq!(without_terms("TỔNG ĐIỂM (I - II)"), total);
        assert_eq!(without_terms("Tổng điểm = A – B"), total);
        assert_eq!(without_terms("Tổng điểm (gồm điểm thưởng)"), total);
        assert_eq!(without_terms("TỔNG ĐIỂM (đã nhân hệ số)"), total);
        assert_eq!(without_terms("Tổng điểm (đã trừ điểm phạt)"), total);
        for other in [
            "Tổng điểm (trừ điểm thưởng)",
            "Tổng điểm (gồm nhóm 1 và nhóm 2)",
            "Tổng điểm (đã quy đổi về thang 100)",
            "Tổng số (gồm cả hợp đồng)",
            "Tổng điểm (cả 6 nhóm, chưa gồm điểm cộng)",
        ] {
            assert_eq!(without_terms(other), None, "{other}");
        }
        assert_eq!(without_terms("Tổng điểm (chưa gồm điểm thưởng)"), None);
        assert_eq!(without_terms("Tổng điểm (2024-2025)"), None);
        assert_eq!(without_terms("Tổng điểm (tự chấm - thẩm định)"), None);
    }

    #[test]
    fn numbers_of_notes_behind_a_text() {
        assert_eq!(without_note("Mạng nội bộ (2)"), Some("Mạng nội bộ"));
        assert_eq!(without_note("1.1 [3]"), Some("1.1"));
        assert_eq!(without_note("Mạng nội bộ (**)"), Some("Mạng nội bộ"));
        assert_eq!(without_note("Mạng nội bộ (LAN)"), None);
        assert_eq!(without_note("Kế hoạch (2017)"), None);
        assert_eq!(without_note("(2)"), None);
    }
}
