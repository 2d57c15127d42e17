//! Which place an authority is of, by the words of its name.
//!
//! In: names of authorities as they stand above a title. Out: whether two of them are of two places. Not for: names of units, which the
//! list of units knows, and not for what an authority publishes.

use crate::base::text;

/// Words before the name of a place, the smallest places first; then those of ministries, which are no place but as little one another.
const RANKS: [&[&str]; 5] = [
    &["xã", "phường", "thị trấn", "đặc khu"],
    &["huyện", "quận", "thị xã"],
    &["thành phố", "tp"],
    &["tỉnh"],
    &["bộ"],
];
/// What stands between such a word and the name.
const BETWEEN: [&str; 2] = ["ủy", "đoàn"];
/// With what the name of another office begins behind that of a place.
const OFFICES: [&str; 5] = ["ubnd", "sở", "ban", "văn", "phòng"];
/// Words that are one with the word before them: `xã hội` is no commune.
const NO_PLACES: [&str; 2] = ["xã hội", "bộ phận"];

/// Whether two authorities are of two places: the smallest place that either names is none of the other's. Nothing is claimed where one
/// of them names no place, nor where one name is the beginning or the end of the other.
pub fn are_of_two_places(one: &str, other: &str) -> bool {
    let (one, other) = (places(one), places(other));
    let (Some((_, first)), Some((_, second))) = (one.first(), other.first()) else {
        return false;
    };
    let has = |all: &[(usize, String)], name: &str| all.iter().any(|(_, one)| is_alike(one, name));
    !has(&other, first) && !has(&one, second)
}

/// The places that a name names with their ranks, the smallest first.
fn places(name: &str) -> Vec<(usize, String)> {
    let parts = name.split([',', ';', ':', '\n', '/', '|', '(', '–', '—']);
    let mut found: Vec<(usize, String)> =
        parts.flat_map(|part| places_of(&part_key(part))).collect();
    found.sort_by_key(|(rank, _)| *rank);
    found
}

fn part_key(part: &str) -> String {
    text::key(part).replace("ủy ban nhân dân", "ubnd")
}

/// The places of a part of a name that no sign parts.
fn places_of(key: &str) -> Vec<(usize, String)> {
    let words: Vec<&str> = key.split(' ').filter(|word| !word.is_empty()).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some((rank, length)) = place_word(&words, at) else {
            at += 1;
            continue;
        };
        let rest = words.get(at + length..).unwrap_or_default();
        let rest = match rest {
            [first, rest @ ..] if BETWEEN.contains(first) => rest,
            rest => rest,
        };
        let is_end = |place: usize, word: &str| {
            OFFICES.contains(&word) || place_word(rest, place).is_some_and(|_| rank != MINISTRY)
        };
        let name = rest.iter().enumerate();
        let name: Vec<&str> = name
            .take_while(|(place, word)| !is_end(*place, word))
            .map(|(_, word)| *word)
            .collect();
        if !name.is_empty() {
            found.push((rank, name.join(" ")));
        }
        at += length;
    }
    found
}

/// The rank of ministries.
const MINISTRY: usize = RANKS.len() - 1;

/// The rank of the word for a place that begins at a word, and of how many words it is.
fn place_word(words: &[&str], at: usize) -> Option<(usize, usize)> {
    let here = |length: usize| words.get(at..at + length).map(|words| words.join(" "));
    if here(2).is_some_and(|both| NO_PLACES.contains(&both.as_str())) {
        return None;
    }
    let rank = |word: &str| RANKS.iter().position(|all| all.contains(&word));
    [2, 1].into_iter().find_map(|length| {
        let rank = rank(&here(length)?)?;
        (rank != MINISTRY || at == 0).then_some((rank, length))
    })
}

/// Whether two names may be of one place: `Thừa Thiên Huế` and `Huế`.
fn is_alike(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let rest = long.strip_prefix(short).map(|rest| rest.starts_with(' '));
    let before = long.strip_suffix(short).map(|rest| rest.ends_with(' '));
    one == other || rest == Some(true) || before == Some(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn authorities_of_two_places() {
        for (one, other) in [
            ("UBND TỈNH KON TUM", "ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI"),
            ("UBND TỈNH QUẢNG NAM", "UBND THÀNH PHỐ ĐÀ NẴNG"),
            ("SỞ NỘI VỤ TỈNH KON TUM", "UBND TỈNH CÀ MAU"),
            (
                "UBND HUYỆN ĐĂK HÀ, TỈNH KON TUM",
                "UBND HUYỆN ĐĂK TÔ, TỈNH KON TUM",
            ),
            (
                "UBND tỉnh Kon Tum\nUBND huyện Đăk Hà",
                "UBND tỉnh Kon Tum\nUBND huyện Đăk Tô",
            ),
            ("BỘ NỘI VỤ", "BỘ Y TẾ"),
            ("UBND XÃ BẢO LÂM 1", "UBND XÃ BẢO LÂM 2"),
        ] {
            assert!(are_of_two_places(one, other), "{one} / {other}");
            assert!(are_of_two_places(other, one), "{other} / {one}");
        }
    }

    #[test]
    fn authorities_that_may_be_of_one_place() {
        for (one, other) in [
            ("UBND TỈNH KON TUM", "Ủy ban nhân dân tỉnh Kon Tum"),
            ("", "UBND TỈNH KON TUM"),
            ("SỞ THÔNG TIN VÀ TRUYỀN THÔNG", "SỞ KHOA HỌC VÀ CÔNG NGHỆ"),
            (
                "SỞ LAO ĐỘNG, THƯƠNG BINH VÀ XÃ HỘI TỈNH CÀ MAU",
                "SỞ NỘI VỤ TỈNH CÀ MAU",
            ),
            ("SỞ NỘI VỤ", "UBND TỈNH CÀ MAU"),
            ("UBND TỈNH THỪA THIÊN HUẾ", "UBND THÀNH PHỐ HUẾ"),
            ("UBND TỈNH BÀ RỊA - VŨNG TÀU", "UBND tỉnh Bà Rịa – Vũng Tàu"),
            ("UBND THỊ XÃ ĐỨC PHỔ", "UBND HUYỆN ĐỨC PHỔ"),
            ("TỈNH ỦY KON TUM", "UBND TỈNH KON TUM"),
            ("UBND TỈNH KON TUM SỞ NỘI VỤ", "UBND TỈNH KON TUM"),
            ("UBND HUYỆN ĐĂK HÀ", "UBND HUYỆN ĐĂK HÀ – TỈNH KON TUM"),
        ] {
            assert!(!are_of_two_places(one, other), "{one} / {other}");
            assert!(!are_of_two_places(other, one), "{other} / {one}");
        }
    }
}
