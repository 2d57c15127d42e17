//! What a finding says, from the words of its rule.
//!
//! In: a template and the facts. Out: the text in either language. Not for: which template.

use std::borrow::Cow;

use crate::base::finding::{About, Fact, Finding};
use crate::base::lang::{Lang, filled, phrase, say};
use crate::base::rules::values;

impl Finding {
    /// What it is about, as people call it; empty where it says nothing of that.
    pub fn about_shown(&self, lang: Lang) -> String {
        match &self.about {
            Some(About::Row(text)) => text.clone(),
            Some(About::Group(id, name)) => say!(lang, "nhóm {id} ({name})", "group {id} ({name})"),
            Some(About::Total) => phrase("tổng điểm", "the total").get(lang).to_string(),
            Some(About::Parts) => phrase("điểm thành phần", "the points it adds up")
                .get(lang)
                .to_string(),
            None => String::new(),
        }
    }

    /// A template with the facts in it.
    pub(super) fn fill(&self, template: &str, lang: Lang) -> String {
        let show = |fact: &Option<Fact>| {
            fact.as_ref()
                .map(|fact| fact.show(lang))
                .unwrap_or_default()
        };
        filled(template, |name| {
            Cow::Owned(match name {
                "about" => self.about_shown(lang),
                "difference" => self.difference(lang),
                "expected" => show(&self.expected),
                "found" => self.found_shown(lang),
                "left_out" => self.left_out_shown(lang),
                "nearest" => self.nearest(lang),
                _ => String::new(),
            })
        })
    }

    /// Whether it is about a blank that the mean above it is without.
    pub(super) fn is_left_out(&self) -> bool {
        let counts = self.effect.is_some_and(|effect| effect.counted.is_some());
        self.rule == &values::SCORE_BLANK && counts
    }

    /// What stands in a cell that is taken for a blank, and that the mean above is without it.
    fn left_out_shown(&self, lang: Lang) -> String {
        let text = self.found.as_ref().map(|found| {
            let text = found.show(lang);
            say!(lang, " (ô ghi {text})", " (the cell says {text})")
        });
        let mean = self.is_left_out().then(|| {
            let mean = phrase(
                "; bình quân đang không tính tiêu chí này",
                "; the mean above is without it",
            );
            mean.get(lang)
        });
        text.unwrap_or_default() + mean.unwrap_or_default()
    }

    /// The names that are alike, or that there is none, or what is said in their place.
    fn nearest(&self, lang: Lang) -> String {
        match &self.expected {
            Some(Fact::Names(names)) if names.is_empty() => {
                phrase("không có tên gần giống", "nothing similar")
                    .get(lang)
                    .to_string()
            }
            Some(said @ Fact::Said(..)) => said.show(lang),
            Some(fact) => {
                let label = phrase("gần giống", "similar").get(lang);
                format!("{label}: {}", fact.show(lang))
            }
            None => String::new(),
        }
    }

    /// Found less expected, where both are numbers or what is expected is a range.
    pub fn difference(&self, lang: Lang) -> String {
        match (&self.found, &self.expected) {
            (Some(Fact::Number(found)), Some(Fact::Number(expected))) => {
                let difference = found.checked_sub(*expected);
                difference.map_or_else(String::new, |one| lang.number(one))
            }
            (Some(Fact::Number(found)), Some(Fact::Range(low, high))) => {
                let pair = found.checked_sub(*high).zip(found.checked_sub(*low));
                pair.map_or_else(String::new, |(low, high)| Fact::Range(low, high).show(lang))
            }
            _ => String::new(),
        }
    }
}
