//! How names are spelt that forms print in capitals.
//!
//! In: names of files, texts above the tables of all forms, the authority. Out: a name as it is written in a list, and whether
//! anything says so. Not for: which text is a name.

use std::collections::BTreeMap;

use crate::base::text;
use crate::campaign::units::offices::{capital, name};
use crate::input::propose::cover::FormCover;

/// Spellings that somebody wrote, by their keys.
#[derive(Debug, Default)]
pub(super) struct Spellings {
    written: BTreeMap<String, String>,
    /// Names of places, as their words are written.
    places: Vec<Vec<String>>,
}

/// Words before the name of a place.
const BEFORE_PLACE: [&str; 6] = ["tỉnh", "thành phố", "huyện", "quận", "thị xã", "tp"];
/// Words before a numeral.
const BEFORE_NUMERAL: [&str; 6] = ["vực", "số", "hạng", "cấp", "vùng", "khu"];
/// Kinds of offices whose names mostly say what they do, and are of no place.
const PLAIN: [&str; 14] = [
    "sở",
    "ban",
    "văn phòng",
    "thanh tra",
    "ubnd",
    "ủy ban nhân dân",
    "xã",
    "phường",
    "huyện",
    "thành phố",
    "hội",
    "công an",
    "cục",
    "chi cục",
];

impl Spellings {
    /// The spellings in names of files and in texts of covers, with the place of the authority.
    pub(super) fn new<'t>(
        files: impl Iterator<Item = &'t str>,
        covers: &[FormCover],
        authority: Option<&str>,
    ) -> Spellings {
        let mut spellings = Spellings::default();
        let of_covers = covers.iter().flat_map(|cover| &cover.texts);
        let named = covers.iter().filter_map(|cover| cover.named.as_ref());
        for text in of_covers.chain(named) {
            spellings.take(&text.text);
        }
        for file in files {
            let file = file.rsplit('/').next().unwrap_or(file);
            let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
            let words: Vec<&str> = stem
                .split(['_', ' '])
                .filter(|word| !word.is_empty())
                .collect();
            // What stands before the name of a unit: "Phiếu", a number.
            for begin in 0..words.len() {
                let rest = words.get(begin..).unwrap_or_default().join(" ");
                if rest.starts_with(char::is_alphabetic) {
                    spellings.take(&rest);
                }
            }
        }
        let place = authority.and_then(|key| {
            let behind = BEFORE_PLACE
                .iter()
                .filter_map(|word| Some(key.split_once(&format!("{word} "))?.1));
            behind.min_by_key(|place| place.len())
        });
        let words = |place: &str| place.split(' ').map(capital).collect();
        spellings.places = place.map(words).into_iter().collect();
        spellings
    }

    /// Takes a text that is not in capitals, and has some.
    fn take(&mut self, text: &str) {
        let lower = text.chars().filter(|c| c.is_lowercase()).count();
        let upper = text.chars().filter(|c| c.is_uppercase()).count();
        if upper > 0 && lower > upper {
            let key = text::key(text);
            let known = self.written.entry(key).or_insert_with(|| text.to_string());
            // Whatever order they come in, the same one stays.
            if text < known.as_str() {
                *known = text.to_string();
            }
        }
    }

    /// A name as it is written in a list, and whether it is only guessed.
    pub(super) fn of(&self, written: &str) -> (String, bool) {
        if written.chars().any(char::is_lowercase) {
            return (name(written), false);
        }
        let key = text::key(written);
        if let Some(known) = self.written.get(&key) {
            return (known.clone(), false);
        }
        let guessed = self.with_places(&name(written));
        let is_plain = PLAIN.iter().any(|word| {
            let rest = key.strip_prefix(word);
            rest.is_some_and(|rest| rest.starts_with(' '))
        });
        // One of the province's own names no place.
        let is_plain = is_plain || key.ends_with(" tỉnh");
        (guessed, !is_plain)
    }

    /// A name with what is known to be the name of a place or a numeral.
    fn with_places(&self, name: &str) -> String {
        let mut words: Vec<String> = name.split(' ').map(str::to_string).collect();
        for place in self.places.iter().filter(|place| !place.is_empty()) {
            let is_at = |at: &usize| {
                let here = words.get(*at..*at + place.len());
                here.is_some_and(|here| {
                    here.iter()
                        .zip(place)
                        .all(|(a, b)| text::key(a) == text::key(b))
                })
            };
            let found: Vec<usize> = (1..words.len()).filter(is_at).collect();
            for at in found {
                for (word, place) in words.iter_mut().skip(at).zip(place) {
                    word.clone_from(place);
                }
            }
        }
        for at in 1..words.len() {
            let before = words.get(at - 1).map(|word| word.to_lowercase());
            let is_behind = before.is_some_and(|word| BEFORE_NUMERAL.contains(&word.as_str()));
            if let Some(word) = words.get_mut(at)
                && is_behind
                && word.to_lowercase().chars().all(|c| "ivx".contains(c))
            {
                *word = word.to_uppercase();
            }
        }
        words.join(" ").replace("tỉnh Ủy", "Tỉnh ủy")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_capitals_are_spelt_as_somebody_wrote_them() {
        let files = ["10 - Trung tâm Y tế Hương Sơn.xlsx", "phieu 3.xlsx"];
        let spellings = Spellings::new(files.into_iter(), &[], Some("ubnd tỉnh an bình"));
        for (written, expected, is_guessed) in [
            (
                "TRUNG TÂM Y TẾ HƯƠNG SƠN",
                "Trung tâm Y tế Hương Sơn",
                false,
            ),
            ("BÁO AN BÌNH", "Báo An Bình", true),
            ("TỈNH ĐOÀN AN BÌNH", "Tỉnh đoàn An Bình", true),
            (
                "KHO BẠC NHÀ NƯỚC KHU VỰC II",
                "Kho bạc Nhà nước khu vực II",
                true,
            ),
            ("SỞ NỘI VỤ", "Sở Nội vụ", false),
            ("Sở Y tế", "Sở Y tế", false),
        ] {
            let found = spellings.of(written);
            assert_eq!(found, (expected.to_string(), is_guessed));
        }
    }
}
