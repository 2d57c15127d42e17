//! Criteria that words name by their codes: `Mục 1.2 đề nghị sửa lại 15 điểm`.
//!
//! In: a text. Out: the criteria, each with the words about it. Not for: codes in cells of their own.

use crate::base::text;
use crate::campaign::scheme::Criterion;
use crate::input::recognise::lexicon::{Item, Lexicon};

/// Words that stand before a code, as keys; the last of several.
const BEFORE: [&str; 3] = ["mục", "chí", "tc"];

/// Words for other documents, as keys.
const DOCUMENTS: [(&str, &str); 6] = [
    ("quyết", "định"),
    ("nghị", "định"),
    ("nghị", "quyết"),
    ("thông", "tư"),
    ("công", "văn"),
    ("kế", "hoạch"),
];

/// The criteria that a text names, in its order, each with what is said from there on. What is said of a single one is all of the text
/// but its name.
pub fn named<'a>(text: &str, lexicon: &Lexicon<'a>) -> Vec<(&'a Criterion, String)> {
    let clean = text::clean(text);
    let words: Vec<&str> = clean.split(' ').collect();
    let found = places(&words, lexicon);
    let said = |from: usize, end: usize| words.get(from..end).unwrap_or_default().join(" ");
    if let [(at, criterion)] = found.as_slice() {
        let about = [said(0, *at), said(at + 2, words.len())].join(" ");
        return vec![(*criterion, about)];
    }
    let ends = found.iter().skip(1).map(|(at, _)| *at);
    let ends = ends.chain([words.len()]);
    let all = found.iter().zip(ends);
    all.map(|((at, criterion), end)| (*criterion, said(at + 2, end)))
        .collect()
}

/// A text without the codes of the criteria that it names.
pub fn without(text: &str, lexicon: &Lexicon<'_>) -> String {
    let clean = text::clean(text);
    let words: Vec<&str> = clean.split(' ').collect();
    let found = places(&words, lexicon);
    let is_code = |at: usize| found.iter().any(|(before, _)| before + 1 == at);
    let kept = words.iter().enumerate().filter(|(at, _)| !is_code(*at));
    let kept: Vec<&str> = kept.map(|(_, word)| *word).collect();
    kept.join(" ")
}

/// The criteria that words name, each with the place of the word before its code.
fn places<'a>(words: &[&str], lexicon: &Lexicon<'a>) -> Vec<(usize, &'a Criterion)> {
    let criterion = |code: &str| match lexicon.items.get(lexicon.of_code(code)?)? {
        Item::Criterion(criterion) => Some(*criterion),
        Item::Head(_) | Item::Figure(..) => None,
    };
    let code = |pair: &[&str]| {
        let [word, code] = pair else { return None };
        let is_code = code.contains(|c: char| c.is_ascii_digit());
        let is_before = is_code && BEFORE.contains(&text::key(word).as_str());
        let code = code.trim_matches(|c: char| !c.is_alphanumeric());
        criterion(code).filter(|_| is_before)
    };
    // `mục 1.3 của Quyết định 12` is of another document.
    let is_of_document = |at: usize| {
        let behind = words.get(at..).unwrap_or_default().iter();
        let mut behind = behind
            .map(|word| text::key(word))
            .skip_while(|word| word == "của");
        let pair = (behind.next(), behind.next());
        let (Some(first), Some(second)) = pair else {
            return false;
        };
        DOCUMENTS.contains(&(first.as_str(), second.as_str())) || first == "qđ" || first == "nđ"
    };
    let pairs = words.windows(2).enumerate();
    let found = pairs.filter_map(|(at, pair)| Some((at, code(pair)?)));
    let found = found.filter(|(at, _)| !is_of_document(at + 2));
    found.collect()
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;
    use crate::campaign::definition::Source;
    use crate::campaign::scheme::{Scheme, built_in};

    #[test]
    fn criteria_in_words() {
        let scheme = Scheme::parse(Source {
            file: "scheme.toml",
            text: built_in("kontum-2017").expect("a scheme"),
        });
        let scheme = scheme.expect("a scheme");
        let lexicon = Lexicon::new(&scheme);
        let of = |text: &str| -> Vec<(String, String)> {
            let named = named(text, &lexicon).into_iter();
            let named = named.map(|(criterion, words)| (criterion.id.0.to_string(), words));
            named.collect()
        };
        let pair = |id: &str, words: &str| (id.to_string(), words.to_string());
        assert_eq!(
            of("Mục 1.2 sửa lại 15 điểm"),
            [pair("1.2", " sửa lại 15 điểm")]
        );
        assert_eq!(
            of("Sửa lại 15 điểm (tiêu chí 1.2)"),
            [pair("1.2", "Sửa lại 15 điểm (tiêu ")]
        );
        assert_eq!(
            of("sửa lại mục 1.1: 5 điểm; mục 1.2: 6 điểm"),
            [pair("1.1", "5 điểm;"), pair("1.2", "6 điểm")]
        );
        assert!(of("Theo mục 1.2 của Quyết định 12, chấm lại 9 điểm").is_empty());
        assert!(of("Mục 9.9 sửa lại 15 điểm, khoản 1.2").is_empty());
    }
}
