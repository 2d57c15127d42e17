//! Headings: what a text names, alone or together with those above and below it.
//!
//! In: the texts of cells, most of which are no headings. Out: roles. What stands in brackets does not matter: `Điểm tự chấm (của
//! đơn vị)`. Not for: which cells stand below each other.

use crate::base::points::Decimal;
use crate::base::text;
use crate::campaign::vocabulary::Column;
use crate::input::tables::vocabulary::{HeadingWords, Role, TableKind, Vocabulary};
use crate::input::texts::{ByText, Text};

/// A text that is a heading, or a part of one, or says nothing at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heading {
    /// What it names alone.
    pub role: Option<Role>,
    /// Whether it says nothing.
    pub is_blank: bool,
}

/// What texts are to the headings of one kind of tables, remembered.
#[derive(Debug)]
pub struct Headings<'v> {
    words: &'v HeadingWords,
    pub(super) kind: TableKind,
    seen: ByText<Option<Heading>>,
}

/// What stands before a bracket, where there is one.
fn before_bracket(text: &str) -> Option<&str> {
    text.get(..text.find(['(', '['])?)
}

impl<'v> Headings<'v> {
    /// Nothing seen yet.
    pub fn new(vocabulary: &'v Vocabulary, kind: TableKind) -> Self {
        Headings {
            words: vocabulary.headings(kind),
            kind,
            seen: ByText::default(),
        }
    }

    /// Makes room for so many texts, and forgets what is beyond.
    pub fn fit(&mut self, texts: usize) {
        self.seen.fit(texts);
    }

    /// The heading that a text is, or is a part of.
    pub fn heading(&self, text: &Text) -> Option<Heading> {
        self.seen.of(text, || self.work_out(text))
    }

    fn work_out(&self, text: &Text) -> Option<Heading> {
        let before = before_bracket(text.clean());
        if !self.words.may_be(before.unwrap_or(text.clean())) {
            return None;
        }
        let before = before.map(text::key);
        let keys = [Some(text.key()), before.as_deref()];
        let mut parts = keys
            .into_iter()
            .flatten()
            .filter(|key| self.words.has_part(key) || self.role(key).is_some());
        let first = parts.next()?;
        let rest = parts.next();
        Some(Heading {
            role: keys.into_iter().flatten().find_map(|key| self.role(key)),
            is_blank: first.is_empty() && rest.is_none_or(str::is_empty),
        })
    }

    /// What texts name together that stand one below the other, top down; `None` among them is a number. What a bracket opens in
    /// ends there.
    pub fn together(&self, texts: &[Option<&Text>]) -> Option<Role> {
        let whole: Option<Vec<&str>> = texts.iter().map(|text| Some((*text)?.key())).collect();
        let role = whole.and_then(|keys| self.joined(&keys));
        role.or_else(|| {
            let mut keys: Vec<String> = Vec::new();
            for text in texts {
                let text = (*text)?;
                let before = before_bracket(text.clean());
                let is_last = before.is_some();
                keys.push(before.map_or_else(|| text.key().to_string(), text::key));
                if is_last {
                    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
                    return self.joined(&keys);
                }
            }
            None
        })
    }

    fn joined(&self, keys: &[&str]) -> Option<Role> {
        let said: Vec<&str> = keys.iter().copied().filter(|key| !key.is_empty()).collect();
        match said.as_slice() {
            [] => None,
            [only] => self.role(only),
            all => self.role(&all.join(" ")),
        }
    }

    /// What a key names; in tables of results places may be those of any year: `Xếp hạng năm 2024`.
    fn role(&self, key: &str) -> Option<Role> {
        let is_place = |role: &Role| *role == Role::Column(Column::Place);
        let known = self.words.role(key);
        known.or_else(|| match (self.kind, behind(key)) {
            (TableKind::Results, Some((before, _))) => self.words.role(before).filter(is_place),
            _ => None,
        })
    }
}

/// A key that ends in a year, without it, and the year.
fn behind(key: &str) -> Option<(&str, i32)> {
    let (before, year) = key.rsplit_once(' ')?;
    let year = year.parse().ok().filter(|year| YEARS.contains(year))?;
    Some((before.strip_suffix(" năm").unwrap_or(before), year))
}

/// The year that a heading ends in, alone or behind words.
pub(super) fn year_of(key: &str) -> Option<i32> {
    let alone = key.parse().ok().filter(|year| YEARS.contains(year));
    alone.or_else(|| behind(key).map(|(_, year)| year))
}

/// Years that headings name.
const YEARS: std::ops::Range<i32> = 1990..2100;

/// What a heading that stands alone names.
pub fn role(text: &str, vocabulary: &Vocabulary, kind: TableKind) -> Option<Role> {
    let text = Text::new(text);
    Headings::new(vocabulary, kind).heading(&text)?.role
}

/// What stands behind a number of percent that a grade is worth.
const BEHIND_PERCENT: [&str; 4] = ["", "điểm", "số điểm", "điểm tối đa"];

/// What stands before a number of percent that must be reached, and is worth nothing by itself.
const BEFORE_LIMIT: [&str; 9] = [
    "từ", "trên", "dưới", "đến", "hơn", "quá", "lệ", "nhất", "thiểu",
];

/// The share of the maximum in percent that the heading of a grade says: `Đạt (50%)`. What has to be reached is none: `Đạt (từ 50%)`.
pub fn stated_percent(heading: &str) -> Option<Decimal> {
    let clean = text::clean(heading);
    let (before, behind) = clean.split_once('%')?;
    let behind = behind.trim().trim_end_matches([')', ']']).trim();
    if !BEHIND_PERCENT.contains(&behind.to_lowercase().as_str()) {
        return None;
    }
    let before = before.trim_end();
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let words = before.trim_end_matches(is_part);
    let number = before.get(words.len()..)?.replace(',', ".");
    let number: Decimal = number.parse().ok()?;
    let words = words.trim_end();
    let last = words.rsplit(|c: char| !c.is_alphabetic()).next()?;
    let is_plain = words.ends_with(['(', '[', ':'])
        || !last.is_empty() && !BEFORE_LIMIT.contains(&last.to_lowercase().as_str());
    let is_share = (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&number);
    (is_plain && is_share).then_some(number)
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    const CLAIMED: Option<Role> = Some(Role::Column(Column::Claimed));

    #[test]
    fn headings_alone() {
        let vocabulary = Vocabulary::new(&[]).of_year(2017);
        let decomposed: String = "TÀI LIỆU KIỂM CHỨNG".nfd().collect();
        for (text, expected) in [
            ("ĐIỂM  TỰ CHẤM", CLAIMED),
            ("Điểm tự chấm (của đơn vị, năm 2017)", CLAIMED),
            ("Điểm\n(tự chấm)", CLAIMED),
            // Decomposed, it has more letters than any heading.
            (&decomposed, Some(Role::Column(Column::Evidence))),
            ("Đơn vị tính (người)", Some(Role::Column(Column::Measure))),
            ("Điểm", Some(Role::Perhaps(Column::Maximum))),
            (
                "Điểm Sở Nội vụ thẩm định",
                Some(Role::Column(Column::Appraised)),
            ),
            ("UBND xã Đăk Hà tự chấm", CLAIMED),
            ("UBND tự chấm", None),
            ("Sở Nội vụ chưa thẩm định lần nào", None),
            ("ĐIỂM TỰ CHẤM NĂM 2017", CLAIMED),
            ("Điểm tự chấm 2017", CLAIMED),
            ("Điểm tự chấm năm 2016", None),
            ("(Nội dung", Some(Role::Column(Column::Criterion))),
            ("Nội dung 1", None),
            ("", None),
        ] {
            assert_eq!(role(text, &vocabulary, TableKind::Form), expected, "{text}");
        }
    }

    #[test]
    fn places_of_a_year_head_tables_of_results() {
        let vocabulary = Vocabulary::new(&[]);
        let place = Some(Role::Column(Column::Place));
        for (text, expected) in [
            ("Xếp hạng 2024", place),
            ("Thứ hạng năm 2024", place),
            ("Xếp thứ hạng", place),
            ("Xếp hạng 24", None),
            ("Tổng điểm 2023", None),
            ("2024", None),
        ] {
            let found = role(text, &vocabulary, TableKind::Results);
            assert_eq!(found, expected, "{text}");
            assert_ne!(role(text, &vocabulary, TableKind::Form), place, "{text}");
        }
    }

    #[test]
    fn headings_of_other_provinces() {
        let vocabulary = Vocabulary::new(&[]);
        let (column, perhaps) = (Role::Column, Role::Perhaps);
        for (expected, texts) in [
            (column(Column::Code), "Mã chỉ số|Ký hiệu|Mục"),
            (
                column(Column::Criterion),
                "Chỉ số/Chỉ số thành phần|Lĩnh vực/Tiêu chí/Tiêu chí thành phần|Lĩnh vực, tiêu chí|Tên chỉ số|Tên chỉ tiêu",
            ),
            (perhaps(Column::Criterion), "Chỉ số|Yêu cầu"),
            (column(Column::Maximum), "Điểm quy định|Khung điểm"),
            (perhaps(Column::Maximum), "Điểm|Mức điểm"),
            (
                column(Column::Claimed),
                "Điểm UBND huyện tự chấm|Điểm tự đánh giá của đơn vị|Tự chấm điểm|Cơ quan, đơn vị tự chấm",
            ),
            (
                perhaps(Column::Claimed),
                "Đơn vị chấm|Kết quả tự đánh giá|Điểm đạt|Điểm đạt được|Điểm TC",
            ),
            (
                column(Column::Appraised),
                "Sở Nội vụ thẩm định|Điểm Sở Nội vụ thẩm định|Hội đồng thẩm định|Tổ thẩm định",
            ),
            (
                perhaps(Column::Appraised),
                "SNV đánh giá|Điểm Khối chấm|Điểm sau rà soát|Điểm chốt|Điểm phúc tra",
            ),
            (column(Column::Figure), "Số liệu tự đánh giá|Tỷ lệ đạt"),
            (perhaps(Column::Figure), "Kết quả"),
            (column(Column::Tick), "Đánh dấu (x)|Chọn"),
            (column(Column::Explanation), "Lý do"),
        ] {
            for text in texts.split('|') {
                let found = role(text, &vocabulary, TableKind::Form);
                assert_eq!(found, Some(expected), "{text}");
            }
        }
        for text in [
            "Điều tra XHH",
            "Đơn vị chủ trì",
            "Sở chủ trì",
            "Điểm",
            "Chỉ số",
        ] {
            let found = role(text, &vocabulary, TableKind::Results);
            assert_eq!(found, None, "{text}");
        }
    }

    #[test]
    fn shares_that_headings_say() {
        let read = |text| stated_percent(text).map(|percent| percent.to_string());
        for (text, percent) in [
            ("Đạt (50%)", "50"),
            ("Tốt 100 %", "100"),
            ("Đạt một phần\n(hưởng 33,5% điểm)", "33.5"),
            ("Không đạt: 0%", "0"),
        ] {
            assert_eq!(read(text).as_deref(), Some(percent), "{text}");
        }
        for text in [
            "Đạt (từ 50%)",
            "Đạt (50-80%)",
            "Đạt (≥ 50%)",
            "Tỷ lệ %",
            "Đạt",
            "Tỷ lệ 50%",
            "Đạt (50% trở lên)",
            "Đạt (150%)",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn headings_in_two_parts() {
        let vocabulary = Vocabulary::new(&[]);
        let headings = Headings::new(&vocabulary, TableKind::Form);
        let both = |upper: &str, lower: &str| {
            let texts = [upper, lower].map(Text::new);
            headings.together(&texts.each_ref().map(Some))
        };
        for (upper, lower, expected) in [
            ("Điểm", "tự chấm", CLAIMED),
            (
                "Nội dung",
                "đánh giá",
                Some(Role::Column(Column::Criterion)),
            ),
            ("Điểm", "tự chấm (của đơn vị)", CLAIMED),
            ("Điểm tự chấm (2017)", "của ai cũng được", CLAIMED),
            ("Điểm tự chấm", "-", CLAIMED),
            ("Điểm tự chấm", "(của đơn vị)", CLAIMED),
            ("Điểm tự chấm", "2017", None),
            ("Điểm", "khác", None),
        ] {
            assert_eq!(both(upper, lower), expected, "{upper} | {lower}");
        }
    }
}
