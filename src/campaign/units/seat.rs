//! Which place an authority is of, by the words of its name.
//!
//! In: names of authorities as they stand above a title. Out: whether two of them are of two places. Not for: names of units, which the
//! list of units knows, and not for what an authority publishes.

use crate::base::text;
use crate::campaign::units::place_words::places_written_out;

/// Words before the name of a place, the smallest places first; then those of ministries, which are no place but as little one another.
const RANKS: [&[&str]; 4] = [
    &["xã", "phường", "thị trấn", "đặc khu"],
    &["huyện", "quận", "thị xã", "thành phố", "tp"],
    &["tỉnh"],
    &["bộ"],
];
/// The cities that stand beside the provinces; any other is of a province, beside the districts.
const CENTRAL_CITIES: [&str; 6] = [
    "ha noi",
    "ho chi minh",
    "hai phong",
    "da nang",
    "can tho",
    "hue",
];
/// What stands between such a word and the name.
const BETWEEN: [&str; 2] = ["ủy", "đoàn"];
/// With what the name of another office begins behind that of a place.
const OFFICES: [&str; 5] = ["ubnd", "sở", "ban", "văn", "phòng"];
/// Words that are one with the word before them: `xã hội` is no commune.
const NO_PLACES: [&str; 2] = ["xã hội", "bộ phận"];
/// Names in which such a word is part of the name.
const NO_OFFICES: [&str; 2] = ["hải phòng", "quốc phòng"];

/// Whether two authorities are of two places: the smallest place that either names is none of the other's, or places of one rank that
/// both name are not the same: communes of one name are in many provinces. Nothing is claimed where one of them names no place, nor
/// where the names are alike.
pub fn are_of_two_places(one: &str, other: &str) -> bool {
    let (one, other) = (places(one), places(other));
    let (Some((_, first)), Some((_, second))) = (one.first(), other.first()) else {
        return false;
    };
    let has = |all: &[(usize, String)], name: &str| all.iter().any(|(_, one)| is_alike(one, name));
    let differs = |rank: usize| {
        let [here, there] = [&one, &other].map(|all| of_rank(all, rank));
        let is_shared = |name: &&str| there.iter().any(|other| is_alike(name, other));
        !here.is_empty() && !there.is_empty() && !here.iter().any(is_shared)
    };
    !has(&other, first) && !has(&one, second) || (0..RANKS.len()).any(differs)
}

/// The names of one rank.
fn of_rank(all: &[(usize, String)], rank: usize) -> Vec<&str> {
    let these = all.iter().filter(|(its, _)| *its == rank);
    these.map(|(_, name)| name.as_str()).collect()
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
    text::key(&places_written_out(part)).replace("ủy ban nhân dân", "ubnd")
}

/// The places of a part of a name that no sign parts, without diacritics, which are written in more than one way: `ĐẮK LẮK`, `ĐĂK LĂK`.
fn places_of(key: &str) -> Vec<(usize, String)> {
    let words: Vec<&str> = key.split(' ').filter(|word| !word.is_empty()).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some((rank, length)) = place_word(&words, at) else {
            at += 1;
            continue;
        };
        let word = words.get(at).copied().unwrap_or_default();
        let rest = words.get(at + length..).unwrap_or_default();
        let rest = match rest {
            [first, rest @ ..] if BETWEEN.contains(first) => rest,
            rest => rest,
        };
        let is_end = |place: usize, word: &str| {
            is_office(rest, place, word)
                || place_word(rest, place).is_some_and(|_| rank != MINISTRY)
        };
        let name = rest.iter().enumerate();
        let name: Vec<&str> = name
            .take_while(|(place, word)| !is_end(*place, word))
            .map(|(_, word)| *word)
            .filter(|word| *word != "và")
            .collect();
        if !name.is_empty() {
            let name = text::strip_marks(&name.join(" "));
            found.push((lifted(rank, word, &name), name));
        }
        at += length;
    }
    found
}

/// The rank of a place: that of provinces for the cities that are beside them.
fn lifted(rank: usize, word: &str, name: &str) -> usize {
    let is_city = ["thành", "tp"].contains(&word);
    if is_city && CENTRAL_CITIES.iter().any(|city| is_alike(city, name)) {
        PROVINCE
    } else {
        rank
    }
}

/// Whether the name of another office begins at a word behind that of a place.
fn is_office(words: &[&str], at: usize, word: &str) -> bool {
    let next = words.get(at + 1);
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    let is_one = before.is_some_and(|one| NO_OFFICES.contains(&format!("{one} {word}").as_str()));
    OFFICES.contains(&word) && !is_one && (word != "văn" || next == Some(&"phòng"))
}

/// The rank of ministries.
const MINISTRY: usize = RANKS.len() - 1;
/// The rank of provinces.
const PROVINCE: usize = MINISTRY - 1;

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

/// Whether two names may be of one place: `Thừa Thiên Huế` and `Huế`, `Hồ Chí Minh` and `HCM`.
fn is_alike(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let rest = long.strip_prefix(short).map(|rest| rest.starts_with(' '));
    let before = long.strip_suffix(short).map(|rest| rest.ends_with(' '));
    let is_short = is_short_for(one, other) || is_short_for(other, one);
    one == other || rest == Some(true) || before == Some(true) || is_short
}

/// Whether a name is made of the initials of the words of another. Where no vowel is among its letters, it is no word of its own, and
/// one may go on where the other ends: `LĐTBXH` and `Lao động`, which a sign parts from what follows.
fn is_short_for(short: &str, long: &str) -> bool {
    let initials: String = long
        .split(' ')
        .filter_map(|word| word.chars().next())
        .collect();
    let letters = short.replace(' ', "");
    let is_word = |letters: &str| letters.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    let goes_on = letters.starts_with(&initials) || initials.starts_with(&letters);
    let least = letters.len().min(initials.len());
    least > 1 && (letters == initials || goes_on && !is_word(&letters))
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
            (
                "UBND XÃ TÂN LẬP, TỈNH ĐỒNG NAI",
                "UBND XÃ TÂN LẬP, TỈNH THÁI NGUYÊN",
            ),
            (
                "UBND XÃ TÂN LẬP - TỈNH ĐỒNG NAI",
                "UBND XÃ TÂN LẬP - TỈNH THÁI NGUYÊN",
            ),
            (
                "UBND HUYỆN CHÂU THÀNH, TỈNH LONG AN",
                "UBND HUYỆN CHÂU THÀNH, TỈNH TIỀN GIANG",
            ),
            (
                "UBND HUYỆN CHÂU THÀNH TỈNH LONG AN",
                "UBND HUYỆN CHÂU THÀNH TỈNH TIỀN GIANG",
            ),
            (
                "UBND XÃ TÂN LẬP, HUYỆN TÂN THẠNH",
                "UBND XÃ TÂN LẬP, HUYỆN MỘC HÓA, TỈNH LONG AN",
            ),
            (
                "UBND PHƯỜNG 1, TP ĐÀ LẠT",
                "UBND PHƯỜNG 1, THÀNH PHỐ VŨNG TÀU",
            ),
            (
                "UBND PHƯỜNG AN PHÚ, TP.HCM",
                "UBND PHƯỜNG AN PHÚ, TỈNH GIA LAI",
            ),
            ("UBND TP.HCM", "UBND TP HÀ NỘI"),
            ("UBND TP HẢI PHÒNG", "UBND TỈNH HẢI DƯƠNG"),
            ("UBND HUYỆN VĂN GIANG", "UBND HUYỆN VĂN LÂM"),
            ("UBND HUYỆN KBANG", "UBND HUYỆN KRÔNG BÔNG"),
            ("BỘ TT&TT", "BỘ GIÁO DỤC VÀ ĐÀO TẠO"),
            ("BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "BỘ QUỐC PHÒNG"),
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
            ("UBND TỈNH ĐẮK LẮK", "UBND TỈNH ĐĂK LĂK"),
            ("UBND TỈNH ĐẮK LẮK", "UBND TỈNH ĐAK LAK"),
            ("UBND TP HỒ CHÍ MINH", "UBND TP.HCM"),
            ("THÀNH PHỐ HỒ CHÍ MINH", "UBND TP.HCM"),
            ("UBND TP HỒ CHÍ MINH", "THÀNH PHỐ HỒ CHÍ MINH"),
            ("UBND TỈNH BR-VT", "UBND TỈNH BÀ RỊA - VŨNG TÀU"),
            ("BỘ THÔNG TIN VÀ TRUYỀN THÔNG", "BỘ TT&TT"),
            ("BỘ THÔNG TIN VÀ TRUYỀN THÔNG", "BỘ TTTT"),
            ("BỘ LAO ĐỘNG, THƯƠNG BINH VÀ XÃ HỘI", "BỘ LĐ-TB&XH"),
            ("BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "BỘ LĐTBXH"),
            ("BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "BỘ VHTTDL"),
            ("BỘ QUỐC PHÒNG", "BỘ QP"),
            (
                "UBND PHƯỜNG AN PHÚ, TP THỦ ĐỨC",
                "UBND PHƯỜNG AN PHÚ, TP HỒ CHÍ MINH",
            ),
            (
                "UBND PHƯỜNG VỸ DẠ, TP HUẾ, TỈNH THỪA THIÊN HUẾ",
                "UBND PHƯỜNG VỸ DẠ, THÀNH PHỐ HUẾ",
            ),
            ("VĂN PHÒNG UBND TỈNH LÀO CAI", "UBND TỈNH LÀO CAI VĂN PHÒNG"),
        ] {
            assert!(!are_of_two_places(one, other), "{one} / {other}");
            assert!(!are_of_two_places(other, one), "{other} / {one}");
        }
    }

    /// Each of these is decided by one word or abbreviation alone.
    #[test]
    fn each_word_tells_places_apart() {
        for (one, other) in [
            ("UBND PHƯỜNG B", "UBND PHƯỜNG BÌNH AN"),
            ("UBND HUYỆN ĐĂK HÀ", "UBND TỈNH CÀ MAU"),
            (
                "UBND tỉnh Kon Tum\nUBND huyện Đăk Hà",
                "UBND tỉnh Kon Tum\nUBND xã Đăk Mar",
            ),
            ("UBND H. ĐĂK HÀ", "UBND HUYỆN ĐĂK TÔ"),
            ("UBND H ĐĂK HÀ", "UBND H. ĐĂK TÔ"),
            ("UBND TX. ĐỨC PHỔ", "UBND TX. AN NHƠN"),
            (
                "UBND TT. ĐĂK HÀ, H. ĐĂK HÀ",
                "UBND TT. PLEI KẦN, H. NGỌC HỒI",
            ),
            ("UBND T. KON TUM", "UBND T. GIA LAI"),
            ("UBND P.1, TP. ĐÀ LẠT", "UBND P.1, TP. VŨNG TÀU"),
            ("SỞ NỘI VỤ T. KON TUM", "SỞ NỘI VỤ T. GIA LAI"),
        ] {
            assert!(are_of_two_places(one, other), "{one} / {other}");
            assert!(are_of_two_places(other, one), "{other} / {one}");
        }
        for (one, other) in [
            ("UBND TỈNH KON TUM SỞ NỘI VỤ", "UBND TỈNH KON TUM SỞ Y TẾ"),
            ("SỞ LĐ, THƯƠNG BINH VÀ XÃ HỘI", "UBND TỈNH CÀ MAU"),
            ("BỘ PHẬN MỘT CỬA", "UBND TỈNH CÀ MAU"),
            ("TỈNH ỦY BR-VT", "UBND TỈNH BÀ RỊA - VŨNG TÀU"),
            ("TỈNH ĐOÀN BR-VT", "UBND TỈNH BÀ RỊA - VŨNG TÀU"),
            (
                "TRƯỜNG CÁN BỘ QUẢN LÝ TỈNH CÀ MAU",
                "PHÒNG CÁN BỘ NỮ TỈNH CÀ MAU",
            ),
            ("BỘ TT. VÀ TT.", "BỘ THÔNG TIN VÀ TRUYỀN THÔNG"),
            ("UBND H. ĐĂK HÀ", "UBND huyện Đăk Hà"),
            ("UBND TX ĐỨC PHỔ", "Ủy ban nhân dân thị xã Đức Phổ"),
            ("UBND T.P. HỒ CHÍ MINH", "UBND TP.HCM"),
            ("UBND TT. PLEI KẦN", "UBND THỊ TRẤN PLEI KẦN"),
            ("UBND P. AN PHÚ, T. GIA LAI", "UBND PHƯỜNG AN PHÚ"),
            ("P. NỘI VỤ HUYỆN ĐĂK HÀ", "P. TÀI CHÍNH HUYỆN ĐĂK HÀ"),
            ("TT. Y TẾ HUYỆN ĐĂK HÀ", "UBND HUYỆN ĐĂK HÀ"),
        ] {
            assert!(!are_of_two_places(one, other), "{one} / {other}");
            assert!(!are_of_two_places(other, one), "{other} / {one}");
        }
    }
}
