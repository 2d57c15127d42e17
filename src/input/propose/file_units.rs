//! The unit that a file's name names, where the form itself names none: "Phieu danh gia - So Noi vu.xlsx".
//!
//! In: the name of a file. Out: what may be a unit's name in it, as it is written there. Not for: units of a list, which the reader finds
//! in names of files by itself.

use crate::base::cell::CellAddress;
use crate::base::text;
use crate::campaign::hints::Hint;
use crate::campaign::units::offices::{UnitTier, kind_of};
use crate::input::propose::cover_text::CoverText;

/// Kinds of units whose words, without diacritics, are hardly anything else in the name of a file.
const BARE: [&str; 17] = [
    "so",
    "ubnd",
    "xa",
    "phuong",
    "huyen",
    "thi tran",
    "thi xa",
    "dac khu",
    "thanh tra",
    "van phong",
    "cong an",
    "chi cuc",
    "trung tam",
    "benh vien",
    "kho bac",
    "bao hiem xa hoi",
    "lien minh",
];
/// What stands behind "so" where it is "số", and behind other words that then name nothing.
const NO_NAMES: [&str; 13] = [
    "lieu", "bo", "luong", "ket", "2", "diem", "theo", "chuan", "dong", "nop", "moi", "cuoi",
    "pham",
];
/// What stands behind "bản" where it tells files apart.
const VERSIONS: [&str; 9] = [
    "chinh", "sua", "cuoi", "moi", "goc", "nop", "in", "final", "chuan",
];
/// What stands behind "so" where it is "số lần", "số bản" or "sổ tay".
const COUNTED: [&str; 3] = ["lan", "ban", "tay"];
/// What the place above a commune begins with.
const ABOVE: [&str; 7] = ["tinh", "huyen", "thanh", "tp", "thi", "quan", "tx"];
/// The most words of a name.
const LONGEST: usize = 12;

/// What may be the name of a unit in the name of a file; its place is no cell of the form.
pub(super) fn named(file: &str) -> Option<CoverText> {
    let name = file.rsplit('/').next().unwrap_or(file);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let stem = stem.replace('_', " ");
    let parts = stem.split(['(', ')', '[', ']', '+']);
    let mut parts = parts
        .flat_map(|part| part.split(" - "))
        .flat_map(|part| part.split(" – "));
    let found = parts.find_map(in_part)?;
    Some(CoverText {
        key: text::key(&found),
        text: found,
        sheet: 0,
        at: CellAddress::new(0, 0),
    })
}

/// Whether a name is shortened: `Sở KHCN` and `so khcn` are held against no name.
pub(super) fn is_short(name: &str) -> bool {
    let is_upper = |word: &str| word.chars().count() > 1 && !word.chars().any(char::is_lowercase);
    let bare = text::strip_marks(&text::key(name));
    let is_silent = |word: &str| word.len() > 1 && word.bytes().all(is_consonant);
    let mut words = name
        .split(' ')
        .filter(|word| !word.eq_ignore_ascii_case("ubnd"));
    let is_mixed = words.any(is_upper) && name.chars().any(char::is_lowercase);
    is_mixed
        || bare
            .split(' ')
            .any(|word| word != "ubnd" && is_silent(word))
}

fn is_consonant(letter: u8) -> bool {
    letter.is_ascii_alphabetic() && !b"aeiouy".contains(&letter)
}

/// Whether two names without diacritics may be those of one unit: they are the same but for "và", or one goes on behind the other with the
/// place above a commune, or with more of the name of an office.
pub(super) fn are_alike(one: &str, other: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        let all = name
            .split([' ', ','])
            .filter(|word| !["", "va"].contains(word));
        all.map(ToString::to_string).collect()
    };
    let (one, other) = (words(one), words(other));
    let (short, long) = if one.len() < other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let Some(rest) = long.strip_prefix(short.as_slice()) else {
        return false;
    };
    let is_place = |word: &String| ABOVE.contains(&word.as_str());
    let is_office = kind_of(&short.join(" ")) == Some(UnitTier::Province) && short.len() > 1;
    match rest.first() {
        Some(next) => is_place(next) || is_office,
        None => true,
    }
}

/// The name that a part of a file's name ends in.
fn in_part(part: &str) -> Option<String> {
    let words: Vec<&str> = part
        .split([' ', '-', '.', ','])
        .filter(|word| !word.is_empty())
        .collect();
    let begins = (0..words.len()).find(|begin| is_name(words.get(*begin..).unwrap_or_default()))?;
    let is_year = |word: &&&str| word.len() > 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    let own = words.get(begins..)?;
    let end = own
        .iter()
        .position(|word| is_year(&word))
        .unwrap_or(own.len());
    let own = own.get(..end)?;
    let own = match own {
        [before @ .., "năm" | "nam" | "Năm" | "Nam"] if end > 0 => before,
        all => all,
    };
    let own = without_version(own);
    (own.len() > 1).then(|| own.join(" "))
}

/// A name without what tells several files of one unit apart: `Sở Y tế lần 2`, `So Y te ban chinh`, `Sở Y tế final`.
fn without_version<'w>(mut name: &'w [&'w str]) -> &'w [&'w str] {
    loop {
        // In "Ngọc Lan 2" it is a name.
        let plain = |word: &&str| match *word {
            "Lan" | "Ban" => String::new(),
            word => text::strip_marks(&word.to_lowercase()),
        };
        let words: Vec<String> = name.iter().map(plain).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let is_number = |word: &str| (1..3).contains(&word.len()) && word.parse::<u8>().is_ok();
        let cut = match words.as_slice() {
            [.., "lan" | "ban" | "version", last] if is_number(last) => 2,
            [.., "ban", "chinh", "thuc"]
            | [.., "tu", "cham", "diem"]
            | [.., "tu", "danh", "gia"] => 3,
            [.., "ban", last] if VERSIONS.contains(last) => 2,
            [.., "chinh", "thuc"]
            | [.., "da", "sua"]
            | [.., "lan", "cuoi"]
            | [.., "tu", "cham"]
            | [.., "cham", "diem"] => 2,
            [.., last] if ["final", "copy"].contains(last) => 1,
            [.., last] if last.strip_prefix('v').is_some_and(is_number) => 1,
            _ => return name,
        };
        name = name.get(..name.len() - cut).unwrap_or_default();
    }
}

/// Whether words begin as the name of a unit does, and name something.
fn is_name(words: &[&str]) -> bool {
    let key = text::key(&words.join(" "));
    let has_marks = text::strip_marks(&key) != key;
    let rest = BARE
        .iter()
        .find_map(|kind| key.strip_prefix(kind)?.strip_prefix(' '));
    let next = |rest: &str| rest.split(' ').next().unwrap_or_default().to_string();
    let is_word = |next: &str| next.chars().next().is_some_and(char::is_alphabetic);
    let is_bare = rest.is_some_and(|rest| {
        let next = next(rest);
        let is_count = key.starts_with("so ") && COUNTED.contains(&next.as_str());
        let is_numbered = key.starts_with("phuong ") && next.parse::<u8>().is_ok();
        (is_word(&next) || is_numbered) && !is_count && !NO_NAMES.contains(&next.as_str())
    });
    let is_known = kind_of(&key).is_some() && !Hint::Form.begins(&key);
    is_known && words.len() <= LONGEST && (has_marks || is_bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tells_files_apart_is_no_part_of_a_name() {
        let of = |file: &str| named(file).map(|found| found.text);
        for file in [
            "Phiếu Sở Y tế.xlsx",
            "Phiếu Sở Y tế lần 2.xlsx",
            "Phiếu Sở Y tế lan 2.xlsx",
            "Phiếu Sở Y tế (2).xlsx",
            "Phiếu Sở Y tế bản chính.xlsx",
            "Phiếu Sở Y tế ban sua lần 3.xlsx",
            "Phiếu Sở Y tế bản chính thức_final.xlsx",
            "Phiếu Sở Y tế năm 2025 v2.xlsx",
            "Sở Y tế tự chấm điểm.xlsx",
            "Sở Y tế tu danh gia lan 2.xlsx",
        ] {
            assert_eq!(of(file).as_deref(), Some("Sở Y tế"), "{file}");
        }
        for (file, name) in [
            ("So lan 2 - UBND xa Tan Son.xlsx", "UBND xa Tan Son"),
            ("Phieu - So Y te ban chinh.xlsx", "So Y te"),
            ("Phường 2.xlsx", "Phường 2"),
            ("Xã Ngọc Lan 2.xlsx", "Xã Ngọc Lan 2"),
            ("xa Ban Ho.xlsx", "xa Ban Ho"),
        ] {
            assert_eq!(of(file).as_deref(), Some(name), "{file}");
        }
        assert_eq!(of("So lan 2.xlsx"), None);
        assert_eq!(of("Phuong 12.xlsx").as_deref(), Some("Phuong 12"));
    }

    #[test]
    fn names_of_one_unit_are_alike_and_others_are_not() {
        for (one, other) in [
            ("so y te", "so y te ha nam"),
            ("so giao duc va dao tao", "so giao duc dao tao"),
            ("xa an phu", "xa an phu huyen an lao"),
            ("phuong 1", "phuong 1, tp ha nam"),
        ] {
            assert!(
                are_alike(one, other) && are_alike(other, one),
                "{one}, {other}"
            );
        }
        for (one, other) in [
            ("phuong 1", "phuong 12"),
            ("xa bao lam 1", "xa bao lam 10"),
            ("xa an phu", "xa an phu tay"),
            ("so y te", "so cong thuong"),
        ] {
            assert!(
                !are_alike(one, other) && !are_alike(other, one),
                "{one}, {other}"
            );
        }
        assert!(is_short("so khcn") && is_short("Sở KHCN") && is_short("So TN va MT"));
        assert!(!is_short("Sở Y tế") && !is_short("UBND xã An Phú") && !is_short("SỞ Y TẾ"));
    }
}
