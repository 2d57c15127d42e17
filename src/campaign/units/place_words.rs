//! Abbreviations of kinds of places, as they stand before their names: `UBND H. Đăk Hà`, `TX. Đức Phổ`.
//!
//! In: a name as it is written. Out: the same with these words written out. Not for: which place it is.

/// An abbreviation.
pub(super) struct PlaceAbbreviation {
    /// Its letters.
    pub(super) letters: &'static str,
    /// What they stand for.
    pub(super) word: &'static str,
    /// Whether they mean something else before the name of an office: `P. Nội vụ` is a division, `TT. Y tế` a centre.
    is_vague: bool,
}

const fn of(letters: &'static str, word: &'static str, is_vague: bool) -> PlaceAbbreviation {
    PlaceAbbreviation {
        letters,
        word,
        is_vague,
    }
}

/// All of them.
pub(super) const PLACES: [PlaceAbbreviation; 8] = [
    of("t", "tỉnh", false),
    of("tp", "thành phố", false),
    of("tx", "thị xã", false),
    of("h", "huyện", false),
    of("q", "quận", false),
    of("x", "xã", false),
    of("tt", "thị trấn", true),
    of("p", "phường", true),
];

/// Behind these words stands the name of a place.
const COMMITTEES: [&str; 5] = ["ubnd", "dân", "hđnd", "ủy", "uỷ"];
/// Behind these stand initials of an office: `Bộ TT. và TT.`, `Sở T.T&TT`.
const OF_OFFICES: [&str; 5] = ["bộ", "sở", "ngành", "và", "&"];

/// A name with its kinds of places written out, where they cannot be anything else: behind a People's Committee, or with a full stop and a
/// name behind it.
pub(super) fn places_written_out(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let mut written: Vec<String> = Vec::with_capacity(words.len());
    for (at, word) in words.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        let before = before.map(|word| word.to_lowercase()).unwrap_or_default();
        let has_more = words.get(at + 1).is_some();
        written.push(place_word(word, &before, has_more).unwrap_or_else(|| (*word).to_string()));
    }
    written.join(" ")
}

/// A word with the kind of place that it is, or begins with, written out.
fn place_word(word: &str, before: &str, has_more: bool) -> Option<String> {
    if OF_OFFICES.contains(&before) {
        return None;
    }
    let is_named = COMMITTEES.contains(&before);
    let mut parts = word.splitn(3, '.');
    let (first, second) = (parts.next()?.to_lowercase(), parts.next());
    // `T.P. Kon Tum` for `TP. Kon Tum`.
    let both = second.map(|second| format!("{first}{}", second.to_lowercase()));
    let both = both.and_then(|letters| PLACES.iter().find(|one| one.letters == letters));
    let (kind, rest) = match (both, second) {
        (Some(kind), _) => (kind, parts.next().unwrap_or_default()),
        (None, second) => {
            let kind = PLACES.iter().find(|one| one.letters == first)?;
            let rest = word.split_once('.').map_or("", |(_, rest)| rest);
            if second.is_none() && !is_named {
                return None;
            }
            (kind, rest)
        }
    };
    let is_number = rest.starts_with(|c: char| c.is_ascii_digit());
    let is_it = is_named || !kind.is_vague || is_number;
    (is_it && (has_more || !rest.is_empty())).then(|| format!("{} {rest}", kind.word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_places_are_written_out() {
        for (name, full) in [
            ("UBND H. Đăk Hà", "UBND huyện  Đăk Hà"),
            ("UBND H Đăk Hà", "UBND huyện  Đăk Hà"),
            (
                "UBND TX.Đức Phổ, T. Quảng Ngãi",
                "UBND thị xã Đức Phổ, tỉnh  Quảng Ngãi",
            ),
            ("UBND TP. HCM", "UBND thành phố  HCM"),
            ("UBND T.P. Kon Tum", "UBND thành phố  Kon Tum"),
            ("UBND TT. Plei Kần", "UBND thị trấn  Plei Kần"),
            (
                "Ủy ban nhân dân P. An Phú",
                "Ủy ban nhân dân phường  An Phú",
            ),
            ("UBND P.1, Q.3", "UBND phường 1, quận 3"),
            ("UBND Q. 3, P.1", "UBND quận  3, phường 1"),
        ] {
            assert_eq!(places_written_out(name), full);
        }
        for name in [
            "BỘ TT&TT",
            "BỘ TT. VÀ TT.",
            "SỞ X.D",
            "SỞ T.T & TT",
            "TT. Y tế huyện Đăk Hà",
            "P. Nội vụ huyện Đăk Hà",
            "X",
            "UBND T",
            "H Đăk Hà",
        ] {
            assert_eq!(places_written_out(name), name);
        }
    }
}
