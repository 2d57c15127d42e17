//! Whose a file is by its name.
//!
//! In: its path and the registry. Out: one unit, where the name is that of one only. Not for: what stands in the file.

use crate::base::text;
use crate::campaign::units::{Registry, Unit};

/// The unit of a file that cannot be read, where its path tells it in part only: `Huyện/Kon Ray.xlsx`, `gtvt.csv`. The place that gives
/// a district or a commune its name, or the letters of an office, have to stand in the path, and in the names of no other unit. What counts is never chosen by
/// this.
pub fn named_in_part<'r>(file: &str, registry: &'r Registry) -> Option<&'r Unit> {
    let path = file.rsplit_once('.').map_or(file, |(path, _)| path);
    let path = padded(path);
    if let Some(unit) = by_letters(&path, registry) {
        return Some(unit);
    }
    let place = |unit: &Unit| {
        let words = text::bare_words(&unit.name);
        let kind = words
            .iter()
            .take_while(|word| KINDS.contains(&word.as_str()));
        let place: Vec<&str> = words
            .iter()
            .skip(kind.count())
            .map(String::as_str)
            .collect();
        (place.len() > 1 && place.len() < words.len()).then(|| format!(" {} ", place.join(" ")))
    };
    let is_named = |unit: &&Unit| place(unit).is_some_and(|place| path.contains(&place));
    let mut named = registry.units().filter(is_named);
    let unit = named.next().filter(|_| named.next().is_none())?;
    let place = place(unit)?;
    let mut others = registry.units().filter(|other| other.id != unit.id);
    (!others.any(|other| other.names().any(|name| padded(name).contains(&place)))).then_some(unit)
}

/// The unit of the letters of an office in a path: `gtvt` of `Sở GTVT`.
fn by_letters<'r>(path: &str, registry: &'r Registry) -> Option<&'r Unit> {
    const FEWEST: usize = 3;
    let letters = |name: &str| {
        let (kind, letters) = name.split_once(' ')?;
        let is_short = text::key(kind) == "sở" && letters.len() >= FEWEST;
        let is_letters = |c: char| c.is_uppercase() || matches!(c, '&' | '-');
        (is_short && letters.chars().all(is_letters)).then(|| padded(letters))
    };
    let has = |unit: &&Unit| {
        let mut names = unit.names().filter_map(letters);
        names.any(|letters| path.contains(&letters))
    };
    let mut named = registry.units().filter(has);
    named.next().filter(|_| named.next().is_none())
}

/// Words for kinds of units that have the name of a place.
const KINDS: [&str; 15] = [
    "uy", "ban", "nhan", "dan", "ubnd", "huyen", "quan", "thanh", "pho", "thi", "xa", "tran",
    "phuong", "dac", "khu",
];

fn padded(text: &str) -> String {
    format!(
        " {} ",
        text::bare_words(&text.replace(['_', '/'], " ")).join(" ")
    )
}

/// The unit that a file's name names: the longest name, alias or code whose words stand in it one after the other, if it
/// is one unit's only. Diacritics and case are often lost in file names, so they do not count here, and where two units
/// differ in them alone the file name says nothing.
pub fn named_by_file<'r>(file: &str, registry: &'r Registry) -> Option<&'r Unit> {
    let words = words_of(file);
    let mut best: Option<(usize, &Unit)> = None;
    let mut rival = false;
    for count in 1..=registry.most_words().min(words.len()) {
        for window in words.windows(count) {
            let length: usize = window.iter().map(String::len).sum();
            if length <= 2 || best.is_some_and(|(longest, _)| longest > length) {
                continue;
            }
            for unit in registry.by_words(window) {
                match best {
                    Some((longest, one)) if longest == length => rival |= one.id != unit.id,
                    _ => {
                        best = Some((length, unit));
                        rival = false;
                    }
                }
            }
        }
    }
    best.filter(|_| !rival).map(|(_, unit)| unit)
}

/// The words of a file's name, without marks.
pub(super) fn words_of(file: &str) -> Vec<String> {
    let name = file.rsplit('/').next().unwrap_or(file);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    text::bare_words(&stem.replace('_', " "))
}
