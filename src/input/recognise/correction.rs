//! What words that correct a number say it should be: `Đề nghị chấm lại: 15 điểm`.
//!
//! In: a text. Out: whether it corrects something, and the number. Not for: where it stands and what it speaks of (`remarks`).

use crate::base::cell::CellValue;
use crate::base::number::{self, Sort};
use crate::base::points::Decimal;
use crate::base::text;
use crate::campaign::hints::Hint;
use crate::campaign::scheme::Criterion;

/// The most words of a sentence that says that something came later.
const FEW: usize = 8;

/// Whether words correct something, take it back or add to it, by their key.
pub fn is_one(key: &str) -> bool {
    let all = [Hint::Corrects, Hint::TakesBack, Hint::Adds];
    all.into_iter().any(|hint| hint.is_in(key))
}

/// The sentences of a text, as keys; a number keeps its decimals.
fn sentences(text: &str) -> Vec<Vec<String>> {
    let mut sentences = vec![Vec::new()];
    let clean = text::clean(text).replace([':', '='], " là ");
    for word in clean.split(' ').filter(|word| !word.is_empty()) {
        if word.starts_with('(') {
            sentences.push(Vec::new());
        }
        let bare = word.trim_matches(['(', ')', ';', '.', ',', '“', '”', '"']);
        let is_number = bare.contains(|c: char| c.is_ascii_digit());
        let word_of = if is_number {
            bare.to_string()
        } else {
            text::key(bare)
        };
        if let Some(sentence) = sentences.last_mut() {
            sentence.push(word_of);
        }
        if word.ends_with([')', ';', '.', ',']) {
            sentences.push(Vec::new());
        }
    }
    sentences
}

/// A sentence, and what is left of it without one or more of the words before it that say nothing.
fn without_before(sentence: &[String]) -> impl Iterator<Item = String> {
    let says_nothing = |word: &&String| Hint::BeforeCorrection.is(word);
    let most = sentence.iter().take_while(says_nothing).count();
    (0..=most).map(|count| sentence.get(count..).unwrap_or_default().join(" "))
}

/// Whether words take back what stands beside them: `không tính`, `Không tính điểm mục này`.
pub fn takes_back(text: &str) -> bool {
    let is_behind = |rest: &str| {
        rest.split_whitespace()
            .all(|word| Hint::BehindTakingBack.is(word))
    };
    let is_one = |own: String| {
        let words = Hint::TakesBack.words();
        let mut rest = words.filter_map(|words| own.strip_prefix(words));
        rest.any(is_behind)
    };
    let is_all = |sentence: &Vec<String>| without_before(sentence).any(is_one);
    sentences(text).iter().any(is_all)
}

/// Whether words say that something came later: `đã nộp bổ sung`.
pub fn adds(text: &str) -> bool {
    let is_all = |sentence: &Vec<String>| {
        let own = sentence.join(" ");
        sentence.len() <= FEW && Hint::Adds.begins(&own)
    };
    sentences(text).iter().any(is_all)
}

/// The number that a sentence of nothing else says: `sửa lại là 5`, `đính chính: 5`.
fn alone(text: &str, read: impl Fn(&str) -> Option<Decimal>) -> Option<Decimal> {
    let all = sentences(text);
    let numbers = all.iter().filter_map(|sentence| {
        let (last, before) = sentence.split_last()?;
        let corrects = |own: String| {
            let linked = ["là", "thành", "còn"]
                .iter()
                .find_map(|word| own.strip_suffix(word));
            let is_it = |own: &str| Hint::Corrects.is(own.trim_end());
            is_it(&own) || linked.is_some_and(is_it)
        };
        without_before(before).any(corrects).then(|| read(last))?
    });
    numbers.last()
}

/// A text in which `15đ` and `15điểm` are two words.
fn apart_from_points(text: &str) -> String {
    let apart = |word: &str| {
        let number = word.trim_end_matches([')', '.', ',', ';']);
        let number = number
            .strip_suffix("điểm")
            .or_else(|| number.strip_suffix('đ'));
        let number = number.filter(|number| number.ends_with(|c: char| c.is_ascii_digit()));
        number.map_or_else(|| word.to_string(), |number| format!("{number} điểm"))
    };
    let words: Vec<String> = text.split(' ').map(apart).collect();
    words.join(" ")
}

/// Whether a word is one for points.
fn is_points(word: &str) -> bool {
    ["điểm", "đ"].contains(&text::key(word).as_str())
}

/// Whether the number at a place among words is not what should stand there: `(trước 10 điểm)`, `tăng 2 điểm so với năm trước`,
/// `126 điểm của các đơn vị`.
fn is_aside(words: &[&str], at: usize) -> bool {
    let keys = |from: usize, end: usize| -> String {
        let words = words.get(from..end.min(words.len())).unwrap_or_default();
        let keys: Vec<String> = words.iter().map(|word| text::key(word)).collect();
        keys.join(" ")
    };
    let before = format!(" {}", keys(at.saturating_sub(NEAR), at));
    let ends = |hint: Hint| {
        let mut words = hint.words();
        words.any(|word| before.ends_with(&format!(" {word}")))
    };
    let of_others = Hint::OfOthers.words().find_map(|words| {
        let at = before.rfind(words)? + words.len();
        before.get(at..)
    });
    let behind_others = of_others.is_some_and(|rest| rest.split_whitespace().count() <= NAME);
    let is_point = words.get(at + 1).is_some_and(|word| is_points(word));
    let behind = at + 1 + usize::from(is_point);
    let behind = keys(behind, behind + NEAR);
    ends(Hint::FormerNumber)
        || Hint::FormerBehind.begins(&behind)
        || ends(Hint::Difference) && Hint::Compared.is_in(&keys(0, words.len()))
        || Hint::OfOthers.begins(&behind)
        || behind_others
}

/// Words beside a number that say whose it is.
const NEAR: usize = 6;
/// Words that name others, behind the words that say so.
const NAME: usize = 2;

/// The number that words which correct say a figure should be: the last one behind `là`, `thành`, `còn` or a colon. Points are none.
pub fn figure(text: &str) -> Option<Decimal> {
    let spread = apart_from_points(&text::clean(text)).replace([':', '='], " là ");
    let words: Vec<&str> = spread.split(' ').filter(|word| !word.is_empty()).collect();
    let says = |word: &str| ["là", "thành", "còn"].contains(&text::key(word).as_str());
    let pairs = words.windows(2).zip(1..).filter(|(pair, at)| {
        let next = words.get(at + 1);
        pair.first().is_some_and(|word| says(word))
            && !next.is_some_and(|word| is_points(word))
            && !is_aside(&words, *at)
    });
    let number = |word: &str| {
        let word = word.trim_matches(['(', ')', ';', '.', ',', '“', '”', '"']);
        let value = CellValue::Text(word.to_string());
        number::read(&value, Sort::Amount, "").ok().flatten()
    };
    let numbers = pairs.filter_map(|(pair, _)| number(pair.last()?));
    numbers.map(|number| number.value).last()
}

/// The points that words which correct say should stand there: the number before `điểm`, or the last one.
pub fn points(text: &str, criterion: &Criterion, highest: Decimal) -> Option<Decimal> {
    let sort = Sort::Points {
        lowest: criterion.minimum.unwrap_or_default(),
        highest,
    };
    let read = |word: &str| {
        let word = word.trim_matches(['(', ')', ':', ';', '.', ',', '“', '”', '"']);
        let value = CellValue::Text(word.to_string());
        let number = number::read(&value, sort, "").ok().flatten()?;
        let Sort::Points { lowest, highest } = sort else {
            return None;
        };
        (lowest..=highest)
            .contains(&number.value)
            .then_some(number.value)
    };
    let clean = apart_from_points(&text::clean(text));
    let words: Vec<&str> = clean
        .split([' ', ':', '='])
        .filter(|word| !word.is_empty())
        .collect();
    let before_points = words.windows(2).enumerate().filter(|(at, pair)| {
        pair.last().is_some_and(|word| is_points(word)) && !is_aside(&words, *at)
    });
    let named = before_points
        .filter_map(|(_, pair)| read(pair.first()?))
        .next_back();
    // A number of a document or a day is no points, though points are spoken of.
    let is_other = |word: &str| Hint::NoPointsBehind.is(&text::key(word));
    let behind = words.windows(2).enumerate().filter(|(at, pair)| {
        pair.first().is_some_and(|word| !is_other(word)) && !is_aside(&words, at + 1)
    });
    // "Sửa lại thành 15" speaks of the score that it stands at.
    let speaks_of_points = |word: &str| is_points(word) || text::key(word) == "thành";
    let speaks_of_points = words.iter().any(|word| speaks_of_points(word));
    let named = named.or_else(|| alone(text, read));
    named.or_else(|| {
        behind
            .filter_map(|(_, pair)| read(pair.last()?))
            .next_back()
            .filter(|_| speaks_of_points)
    })
}
