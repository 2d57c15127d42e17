//! Rows whose codes some forms lost: left blank, or made a date by an office program ("1.2" shown as 01/02/2025).
//!
//! In: the identities of rows that have one text below the same row. Out: for each without a code the one with it. Not for: rows whose
//! codes differ, which `consensus` finds again by their texts.

use std::collections::{BTreeMap, BTreeSet};

/// For each row without a code the row of its text that other forms have a code for, where no form has both.
pub(super) fn coded<'t>(
    by_text: impl Iterator<Item = &'t Vec<&'t str>>,
    forms: &[Vec<String>],
) -> BTreeMap<String, String> {
    let sets = forms.iter().map(|own| own.iter().map(String::as_str));
    let sets: Vec<BTreeSet<&str>> = sets.map(Iterator::collect).collect();
    let is_bare = |one: &&str| {
        let label = one.rsplit_once('/').map_or(*one, |(_, label)| label);
        label.starts_with('~')
    };
    let pair = |all: &'t Vec<&'t str>| {
        let (bare, coded): (Vec<&str>, Vec<&str>) = all.iter().copied().partition(is_bare);
        let ([bare], [coded]) = (bare.as_slice(), coded.as_slice()) else {
            return None;
        };
        let has_both = |own: &BTreeSet<&str>| own.contains(bare) && own.contains(coded);
        (!sets.iter().any(has_both)).then(|| (bare.to_string(), coded.to_string()))
    };
    by_text.filter_map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_one_text_with_a_code_and_without_are_two_where_a_form_has_both() {
        let (bare, other) = ("I/~truc tuyen", "I/1");
        let rows = vec![bare, other];
        let form = |own: &[&str]| own.iter().map(ToString::to_string).collect::<Vec<String>>();
        let [bare, other, both] = [form(&[bare]), form(&[other]), form(&rows)];
        let found = coded([&rows].into_iter(), &[bare.clone(), other.clone()]);
        assert_eq!(found.get("I/~truc tuyen").map(String::as_str), Some("I/1"));
        assert!(coded([&rows].into_iter(), &[bare, other, both]).is_empty());
    }
}
