//! Words of offices: kinds of units, authorities, how their names are written.
//!
//! In: keys of names. Out: what they are. Not for: headings, which are in `templates/vocabulary.toml`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::base::text;

/// A kind of unit, by which a level is named where nothing else names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnitTier {
    /// Offices of the province.
    Province,
    /// Districts.
    District,
    /// Communes, wards, special zones.
    Commune,
}

impl UnitTier {
    /// Every kind.
    pub const ALL: [UnitTier; 3] = [UnitTier::Province, UnitTier::District, UnitTier::Commune];

    /// Id, name and what its units are called.
    pub fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            UnitTier::Province => ("tinh", "Cấp tỉnh", "sở, ban, ngành"),
            UnitTier::District => ("huyen", "Cấp huyện", "UBND các huyện, thành phố"),
            UnitTier::Commune => ("xa", "Cấp xã", "UBND các xã, phường, đặc khu"),
        }
    }

    /// What headings call the level or its units, in the words of [`text::key`].
    pub fn names(self) -> &'static [&'static str] {
        match self {
            UnitTier::Province => &[
                "cấp tỉnh",
                "sở ban ngành",
                "các sở ban ngành",
                "sở ngành",
                "các sở ngành",
            ],
            UnitTier::District => &[
                "cấp huyện",
                "ubnd cấp huyện",
                "ubnd huyện",
                "các huyện",
                "ubnd các huyện",
                "các huyện thành phố",
                "ubnd các huyện thành phố",
            ],
            UnitTier::Commune => &[
                "cấp xã",
                "ubnd cấp xã",
                "ubnd xã",
                "các xã",
                "ubnd các xã",
                "các xã phường",
                "ubnd các xã phường",
                "các xã phường đặc khu",
                "ubnd các xã phường đặc khu",
            ],
        }
    }

    /// The one kind of units that a heading names, by its key.
    pub fn named_in(key: &str) -> Option<UnitTier> {
        let key = format!(" {key} ");
        let is_named = |tier: &UnitTier| {
            let mut names = tier.names().iter();
            names.any(|name| key.contains(&format!(" {name} ")))
        };
        let mut named = UnitTier::ALL.into_iter().filter(is_named);
        named.next().filter(|_| named.next().is_none())
    }
}

/// Words of two syllables for kinds of places.
const HALVES: [(&str, &[&str]); 3] = [
    ("thành", &["phố"]),
    ("thị", &["xã", "trấn"]),
    ("đặc", &["khu"]),
];

/// What names of units begin with.
const KINDS: [(&str, UnitTier); 52] = [
    ("ubnd xã", UnitTier::Commune),
    ("ubnd phường", UnitTier::Commune),
    ("ubnd đặc khu", UnitTier::Commune),
    ("ubnd thị trấn", UnitTier::Commune),
    ("xã", UnitTier::Commune),
    ("phường", UnitTier::Commune),
    ("đặc khu", UnitTier::Commune),
    ("thị trấn", UnitTier::Commune),
    ("ubnd huyện", UnitTier::District),
    ("ubnd thành phố", UnitTier::District),
    ("ubnd thị xã", UnitTier::District),
    ("ubnd quận", UnitTier::District),
    ("ubnd tp", UnitTier::District),
    ("ubnd h", UnitTier::District),
    ("huyện", UnitTier::District),
    ("thành phố", UnitTier::District),
    ("thị xã", UnitTier::District),
    ("quận", UnitTier::District),
    ("sở", UnitTier::Province),
    ("ban", UnitTier::Province),
    ("văn phòng", UnitTier::Province),
    ("thanh tra", UnitTier::Province),
    ("cục", UnitTier::Province),
    ("chi cục", UnitTier::Province),
    ("công an", UnitTier::Province),
    ("trung tâm", UnitTier::Province),
    ("trường", UnitTier::Province),
    ("bệnh viện", UnitTier::Province),
    ("viện", UnitTier::Province),
    ("hội", UnitTier::Province),
    ("đoàn", UnitTier::Province),
    ("liên minh", UnitTier::Province),
    ("bảo hiểm xã hội", UnitTier::Province),
    ("kho bạc", UnitTier::Province),
    ("tổng cục", UnitTier::Province),
    ("vụ", UnitTier::Province),
    ("phòng", UnitTier::Province),
    ("đài", UnitTier::Province),
    ("liên đoàn", UnitTier::Province),
    ("tỉnh đoàn", UnitTier::Province),
    ("bộ chỉ huy", UnitTier::Province),
    ("học viện", UnitTier::Province),
    ("quỹ đầu tư", UnitTier::Province),
    ("quỹ bảo vệ", UnitTier::Province),
    ("công ty", UnitTier::Province),
    ("vườn quốc gia", UnitTier::Province),
    ("đảng ủy", UnitTier::Province),
    ("tòa án", UnitTier::Province),
    ("thuế tỉnh", UnitTier::Province),
    ("ngân hàng nhà nước", UnitTier::Province),
    ("ủy ban mặt trận", UnitTier::Province),
    ("ubmttq", UnitTier::Province),
];

/// The words of [`KINDS`] without diacritics.
static BARE_KINDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let words = KINDS.iter().map(|(word, _)| word);
    words.map(|word| text::strip_marks(word)).collect()
});

/// Words before the name of a place, in the name of an office.
const PLACES: [&str; 4] = ["tỉnh", "huyện", "quận", "thành phố"];

/// What names of authorities begin with.
const AUTHORITIES: [&str; 5] = ["ubnd tỉnh", "ubnd thành phố", "tỉnh", "bộ", "chính phủ"];

fn short(key: &str) -> String {
    key.replace("ủy ban nhân dân", "ubnd")
        .replace("uy ban nhan dan", "ubnd")
}

/// The kind of a unit's name, also of one without diacritics.
pub fn kind_of(key: &str) -> Option<UnitTier> {
    kind(key).map(|(_, tier)| *tier)
}

/// The key of a place's name with or without the committee before it, whichever it is not: `ubnd huyện sa thầy`, `huyện sa thầy`.
pub fn with_or_without_committee(key: &str) -> Option<String> {
    const COMMITTEE: &str = "ubnd ";
    let other = match key.strip_prefix(COMMITTEE) {
        Some(place) => place.to_string(),
        None => format!("{COMMITTEE}{key}"),
    };
    let tier = kind_of(key)?;
    matches!(tier, UnitTier::District | UnitTier::Commune).then_some(other)
}

/// The words that a unit's name begins with, and its kind.
pub(super) fn kind(key: &str) -> Option<&'static (&'static str, UnitTier)> {
    let key = short(key);
    let begins = |word: &str, key: &str| {
        key.strip_prefix(word)
            .is_some_and(|rest| rest.starts_with(' '))
    };
    let has_marks = text::strip_marks(&key) != key;
    let is = |((word, _), bare): &(&(&str, UnitTier), &String)| {
        begins(word, &key) || (!has_marks && begins(bare, &key))
    };
    KINDS
        .iter()
        .zip(&*BARE_KINDS)
        .find(is)
        .map(|(kind, _)| kind)
}

/// Whether a key is the name of an authority above units.
pub fn is_authority(key: &str) -> bool {
    let key = short(key);
    AUTHORITIES.iter().any(|word| {
        key.strip_prefix(word)
            .is_some_and(|rest| rest.starts_with(' '))
    })
}

/// Words within a name that begin with small letters.
const SMALL: &str = "xã phường huyện thành phố thị trấn đặc khu quận tỉnh và";

/// A name in capitals as it is written in a list: `SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH` becomes `Sở Văn hóa, Thể thao và Du lịch`,
/// `UBND XÃ BẢO LÂM 1` becomes `UBND xã Bảo Lâm 1`.
pub fn name(written: &str) -> String {
    if written.chars().any(char::is_lowercase) {
        return written.to_string();
    }
    let kind = kind(&text::key(written));
    let is_place = matches!(kind, Some((_, UnitTier::Commune | UnitTier::District)));
    // What an office is of begins behind the words for its kind: `Sở Nội vụ`, `Thanh tra tỉnh`, `Văn phòng Đoàn`.
    let behind = kind.map_or(1, |(words, _)| words.split(' ').count()) + 1;
    let mut is_new = true;
    let mut count = 0;
    let mut words = Vec::new();
    let mut is_named_place = is_place;
    let mut before = String::new();
    let mut rest = written.split(' ').peekable();
    while let Some(word) = rest.next() {
        let lower = word.to_lowercase();
        let letters = lower.trim_matches(|c: char| !c.is_alphanumeric());
        count += 1;
        // Half of a word of two syllables is a part of a name: `UBND phường Thành Nhất`.
        let next = rest.peek().map(|next| text::key(next)).unwrap_or_default();
        let is_half = HALVES.iter().any(|(first, second)| {
            (letters == *first && !second.contains(&next.as_str()))
                || (second == &[letters] && before != *first)
        });
        let is_small =
            SMALL.split(' ').any(|small| small == letters) && !(is_named_place && is_half);
        let is_capital = if is_named_place {
            !is_small || count == 1
        } else {
            (is_new && letters != "và" && !(count > 1 && PLACES.contains(&letters)))
                || (count == behind && !is_small)
        };
        // An office within the name of a part of it: `Thanh tra Sở Y tế`.
        let is_office = letters == "sở" && count > 1 && !["cơ", "trụ"].contains(&before.as_str());
        words.push(match lower.as_str() {
            "ubnd" | "hđnd" | "ubmttq" => word.to_string(),
            _ if is_capital || is_office => capital(&lower),
            _ => lower.clone(),
        });
        is_new = word.ends_with(',') || is_office || ["-", "–", "VÀ"].contains(&word);
        // What follows is the name of a place: `Sở Y tế tỉnh Cà Mau`.
        let both = format!("{before} {letters}");
        is_named_place |= count > 1
            && [letters, both.as_str()]
                .iter()
                .any(|one| PLACES.contains(one));
        before = letters.to_string();
    }
    words.join(" ")
}

/// With a capital letter at its beginning.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// A title in capitals as a sentence; what has no vowel stays, because it is an abbreviation.
pub fn sentence(title: &str) -> String {
    if title.chars().any(char::is_lowercase) {
        return title.to_string();
    }
    let is_vowel =
        |c: char| "aeiouy".contains(text::strip_marks(&c.to_lowercase().to_string()).as_str());
    let word = |word: &str| {
        if word.chars().any(is_vowel) {
            word.to_lowercase()
        } else {
            word.to_string()
        }
    };
    capital(&title.split(' ').map(word).collect::<Vec<_>>().join(" "))
}

/// The initials of a name, as codes of units are made.
fn initials(name: &str) -> String {
    let bare = text::bare_words(name);
    let of = |word: &String| match word.as_str() {
        "ubnd" | "va" => String::new(),
        word if word.chars().all(|c| c.is_ascii_digit()) => word.to_string(),
        word => word.chars().take(1).collect::<String>().to_uppercase(),
    };
    bare.iter().map(of).collect()
}

/// A code for a unit without one: its initials; where another unit has them, also a number. `used` are the codes that there are, in
/// small letters.
pub fn code(name: &str, used: &mut BTreeSet<String>) -> String {
    let short = match initials(name) {
        short if short.is_empty() => "DV".to_string(),
        short => short,
    };
    let mut code = short.clone();
    let mut number = 1;
    while !used.insert(code.to_lowercase()) {
        number += 1;
        code = format!("{short}-{number}");
    }
    code
}

/// The initials that a unit's code consists of, where it is one as [`code`] makes them.
pub fn made_of(code: &str, name: &str) -> Option<String> {
    let short = initials(name);
    let (letters, number) = match code.rsplit_once('-') {
        Some((letters, number)) => (letters, number),
        None => (code, "2"),
    };
    let is_made = letters.eq_ignore_ascii_case(&short) && number.parse::<u32>().is_ok();
    (is_made && !short.is_empty()).then(|| short.to_lowercase())
}

/// A text as an id has it: `Cấp tỉnh` is `cap-tinh`.
pub fn slug(text: &str) -> String {
    text::bare_words(text).join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_capitals_become_names_of_a_list() {
        for (written, expected) in [
            ("SỞ NỘI VỤ", "Sở Nội vụ"),
            (
                "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH",
                "Sở Văn hóa, Thể thao và Du lịch",
            ),
            ("SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG", "Sở Tài nguyên và Môi trường"),
            ("UBND XÃ BẢO LÂM 1", "UBND xã Bảo Lâm 1"),
            (
                "UBND PHƯỜNG XUÂN HƯƠNG - ĐÀ LẠT",
                "UBND phường Xuân Hương - Đà Lạt",
            ),
            ("Sở Y tế", "Sở Y tế"),
            ("SỞ Y TẾ TỈNH CÀ MAU", "Sở Y tế tỉnh Cà Mau"),
            (
                "SỞ XÂY DỰNG THÀNH PHỐ CẦN THƠ",
                "Sở Xây dựng thành phố Cần Thơ",
            ),
            ("THANH TRA TỈNH", "Thanh tra tỉnh"),
            ("UBND PHƯỜNG THÀNH NHẤT", "UBND phường Thành Nhất"),
            ("UBND THỊ XÃ BA ĐỒN", "UBND thị xã Ba Đồn"),
            ("UBND XÃ QUẢNG PHỐ", "UBND xã Quảng Phố"),
            ("VĂN PHÒNG HĐND VÀ UBND", "Văn phòng HĐND và UBND"),
            ("THANH TRA SỞ Y TẾ", "Thanh tra Sở Y tế"),
            ("VĂN PHÒNG SỞ NỘI VỤ", "Văn phòng Sở Nội vụ"),
            ("TRUNG TÂM Y TẾ CƠ SỞ HAI", "Trung tâm Y tế cơ sở hai"),
            (
                "PHÒNG NỘI VỤ, HUYỆN KIM BẢNG",
                "Phòng Nội vụ, huyện Kim Bảng",
            ),
            (
                "BẢO HIỂM XÃ HỘI TỈNH BẾN TRE",
                "Bảo hiểm xã hội tỉnh Bến Tre",
            ),
        ] {
            assert_eq!(name(written), expected);
        }
        assert_eq!(sentence("CHỈ SỐ CCHC NĂM 2013"), "Chỉ số CCHC năm 2013");
        assert_eq!(initials("UBND xã Bảo Lâm 1"), "XBL1");
        assert_eq!(made_of("SNV-2", "Sở Nội vụ").as_deref(), Some("snv"));
        assert_eq!(made_of("SNgV", "Sở Ngoại vụ"), None);
    }

    #[test]
    fn kinds_of_units_with_and_without_diacritics() {
        assert_eq!(kind_of("sở nội vụ"), Some(UnitTier::Province));
        assert_eq!(kind_of("ubnd xa bao lam 1"), Some(UnitTier::Commune));
        assert_eq!(
            kind_of("ủy ban nhân dân huyện sa thầy"),
            Some(UnitTier::District)
        );
        assert_eq!(kind_of("cộng hòa xã hội chủ nghĩa việt nam"), None);
        assert_eq!(kind_of("số 15"), None);
        assert_eq!(
            kind_of("đài phát thanh và truyền hình tỉnh"),
            Some(UnitTier::Province)
        );
        assert_eq!(
            with_or_without_committee("huyện sa thầy").as_deref(),
            Some("ubnd huyện sa thầy")
        );
        assert_eq!(with_or_without_committee("sở nội vụ"), None);
    }
}
