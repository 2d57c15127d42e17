//! Rows of sums that name what they add up, one by one: `Cộng A + B + C`, `CỘNG PHẦN A VÀ B`, `Tổng điểm từ mục I đến mục IV`,
//! `TỔNG ĐIỂM (I-IV)`.
//!
//! In: the text of a row as it is written and the groups of a scheme. Out: whether it is the sum of all of them or of some. Not for: sums
//! that name nothing, which `sums` tells, and sums of criteria.

use crate::base::points::Decimal;
use crate::base::text;
use crate::campaign::scheme::{Group, Scheme};
use crate::campaign::vocabulary::Caption;
use crate::input::recognise::printed_codes::with_numbers;
use crate::input::submission::SumOf;
use crate::input::tables::Vocabulary;

/// Words between the groups that a sum names.
const BETWEEN: [&str; 9] = [
    "và", "cùng", "với", "các", "từ", "nhóm", "phần", "mục", "điểm",
];
/// What stands before the last of a row of groups.
const UP_TO: &str = "đến";
/// Signs that do, which may as well take the last one off.
const DASHES: [char; 4] = ['-', '–', '—', '−'];
/// Signs between the groups that a sum names.
const SIGNS: [char; 10] = ['+', ',', ';', '&', '=', ':', '(', ')', '[', ']'];

/// How many bytes a row may have that names its groups: each of its beginnings may be a caption.
const LONGEST: usize = 240;

/// What stands behind the caption of a sum.
enum SumPart {
    /// A word or a code, as it is written.
    Word(String),
    /// The sign of a range, or of a difference.
    Dash,
}

/// The groups that a sum names.
struct NamedGroups {
    /// Their places.
    places: Vec<usize>,
    /// The last one behind a dash.
    behind_dash: Option<usize>,
}

/// What a row is by the groups that it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NamedSum {
    /// The sum of these.
    Of(SumOf),
    /// Something else that is made of groups, which nothing can be held against.
    Other,
}

/// What a row is the sum of whose text has the codes of several groups behind the words for a sum.
pub(super) fn named(text: &str, vocabulary: &Vocabulary, scheme: &Scheme) -> Option<NamedSum> {
    let (is_total, terms) = terms_behind(text, vocabulary)?;
    let named = groups(parts(terms)?, scheme)?;
    let mut others = scheme.groups.iter().enumerate();
    // A total may leave out what stands beside it; a sum that does so is one before it.
    let is_whole = |(place, group): (usize, &Group)| {
        named.places.contains(&place) || is_total && group.outside_total
    };
    if others.all(is_whole) {
        return Some(NamedSum::Of(SumOf::Total));
    }
    let all = |places: &[usize]| -> Option<Vec<&Group>> {
        let groups = places.iter().map(|place| scheme.groups.get(*place));
        groups.collect()
    };
    let (some, behind) = (all(&named.places)?, all(named.behind_dash.as_slice())?);
    // What takes points off is behind a minus; of groups with weights nobody knows whether they are weighed.
    let may_be_less = |group: &&Group| group.outside_total || group.minimum.is_some();
    let is_weighed = |group: &&Group| group.weight != Decimal::ONE;
    let is_plain = !behind.iter().any(may_be_less) && !some.iter().any(is_weighed);
    Some(if is_plain {
        let some = some.into_iter().map(|group| group.id.clone());
        NamedSum::Of(SumOf::Groups(some.collect()))
    } else {
        NamedSum::Other
    })
}

/// Whether the caption of a sum says that it is the total, and what is written behind it; the longest caption that the text begins with.
fn terms_behind<'t>(text: &'t str, vocabulary: &Vocabulary) -> Option<(bool, &'t str)> {
    let total = |before: &str| {
        let key = text::key(before);
        match vocabulary.caption(&key) {
            Some(Caption::Total) => Some(true),
            Some(Caption::Sum) => Some(false),
            _ => {
                let mut sums = vocabulary.sums_of();
                sums.any(|words| words.trim_end() == key).then_some(false)
            }
        }
    };
    if text.len() > LONGEST {
        return None;
    }
    let ends = text.match_indices(|c: char| !c.is_alphanumeric());
    let parted = ends.map(|(at, _)| text.split_at(at));
    let mut found = None;
    for (before, terms) in parted {
        if let Some(is_total) = total(before) {
            // "Tổng điểm mục" is a sum of something, and "Tổng điểm" the total.
            let was_total = found.is_some_and(|(was_total, _)| was_total);
            found = Some((is_total || was_total, terms));
        }
    }
    found
}

/// The words and codes of what is written, as they stand there: `2.1` is one. `None` where there are other signs between them.
fn parts(written: &str) -> Option<Vec<SumPart>> {
    let mut parts: Vec<SumPart> = Vec::new();
    let mut word = String::new();
    let mut signs = written.chars().peekable();
    while let Some(sign) = signs.next() {
        let is_inner = |next: &char| next.is_alphanumeric();
        if sign.is_alphanumeric()
            || sign == '.' && !word.is_empty() && signs.peek().is_some_and(is_inner)
        {
            word.push(sign);
            continue;
        }
        if !word.is_empty() {
            parts.push(SumPart::Word(std::mem::take(&mut word)));
        }
        if DASHES.contains(&sign) {
            parts.push(SumPart::Dash);
        } else if !(sign.is_whitespace() || sign == '.' || SIGNS.contains(&sign)) {
            return None;
        }
    }
    if !word.is_empty() {
        parts.push(SumPart::Word(word));
    }
    Some(parts)
}

/// The groups that are named by their codes, where there are two or more and nothing else is said.
fn groups(parts: Vec<SumPart>, scheme: &Scheme) -> Option<NamedGroups> {
    let mut places: Vec<usize> = Vec::new();
    let (mut is_range, mut is_dash, mut behind_dash) = (false, false, None);
    for part in parts {
        match part {
            SumPart::Dash => (is_range, is_dash) = (true, true),
            SumPart::Word(word) if word.to_lowercase() == UP_TO => {
                (is_range, is_dash) = (true, false);
            }
            SumPart::Word(word) if BETWEEN.contains(&word.to_lowercase().as_str()) => {}
            SumPart::Word(word) => {
                let place = group(&word, scheme)?;
                let from = places.last().copied().filter(|_| is_range);
                places.extend(from.map_or(place, |from| from + 1)..=place);
                places.push(place);
                behind_dash = if is_dash && from.is_some() {
                    Some(place)
                } else {
                    behind_dash
                };
                (is_range, is_dash) = (false, false);
            }
        }
    }
    places.sort_unstable();
    places.dedup();
    (places.len() > 1).then_some(NamedGroups {
        places,
        behind_dash,
    })
}

/// The group of this code, or of the number that it stands for: `A` and `I` of group 1. A small letter is a criterion's.
fn group(code: &str, scheme: &Scheme) -> Option<usize> {
    let place = |code: &str| {
        let mut groups = scheme.groups.iter();
        groups.position(|group| group.id.0 == code)
    };
    let is_upper = !code.chars().any(char::is_lowercase);
    let lower = code.to_lowercase();
    let number = || with_numbers(&lower, '.').find_map(|number| place(&number));
    place(code).or_else(|| number().filter(|_| is_upper))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::base::ids::GroupId;
    use crate::campaign::definition::Source;

    const SCHEME: &str = r#"
id = "to"
version = 1
name = "To"
total_maximum = 30
level = [{ id = "tinh", name = "Cấp tỉnh", units = "Sở" }]
group = [
  { id = "A", name = "Một", maximum = 10 },
  { id = "B", name = "Hai", maximum = 10 },
  { id = "C", name = "Ba", maximum = 10 },
  { id = "D", name = "Thưởng", maximum = 5, outside_total = true },
]
criterion = [
  { id = "A.1", rule = { type = "declared" }, name = "a", maximum = 10 },
  { id = "B.1", rule = { type = "declared" }, name = "b", maximum = 10 },
  { id = "C.1", rule = { type = "declared" }, name = "c", maximum = 10 },
  { id = "D.1", rule = { type = "declared" }, name = "d", maximum = 5 },
]
"#;

    /// What each row is the sum of in this scheme.
    fn reader(text: &str) -> impl Fn(&str) -> Option<NamedSum> {
        let file = "scheme.toml";
        let scheme = Scheme::parse(Source { file, text }).unwrap();
        let vocabulary = Vocabulary::new(&[]);
        move |row| named(&text::clean(row), &vocabulary, &scheme)
    }

    #[test]
    fn sums_that_name_their_groups() {
        let of = reader(SCHEME);
        let total = || Some(NamedSum::Of(SumOf::Total));
        for row in [
            "Cộng A + B + C + D",
            "TỔNG ĐIỂM A, B VÀ C",
            "Tổng điểm từ mục A đến mục C",
            "TỔNG CỘNG (A+B+C+D)",
            "TỔNG ĐIỂM (A-C)",
            "Tổng điểm = A + B + C - D",
        ] {
            assert_eq!(of(row), total(), "{row}");
        }
        let groups = |codes: &[&str]| {
            let codes = codes.iter().map(|code| GroupId::from(*code));
            Some(NamedSum::Of(SumOf::Groups(codes.collect())))
        };
        for some in ["Cộng A + B", "CỘNG PHẦN A VÀ B", "Tổng (A-B)"] {
            assert_eq!(of(some), groups(&["A", "B"]), "{some}");
        }
        assert_eq!(of("Tổng (A+D)"), groups(&["A", "D"]));
        // What stands beside the total is behind this sum.
        assert_eq!(of("Cộng (A + B + C)"), groups(&["A", "B", "C"]));
        assert_eq!(of("Tổng (B - D)"), Some(NamedSum::Other));
        for none in [
            "Cộng phần A",
            "Cộng",
            "Tổng điểm",
            "Cộng tác viên và A",
            "Cộng E + F",
            "Cộng (A.1 + A.2)",
            "Cộng mục 2.1 và 3.2",
            "Cộng a + b",
            "Cộng A x 40% + B x 60%",
        ] {
            assert_eq!(of(none), None, "{none}");
        }
    }

    #[test]
    fn codes_of_criteria_name_no_groups() {
        let numbered = [("A", "1"), ("B", "2"), ("C", "3"), ("D", "4")];
        let numbered = numbered
            .into_iter()
            .fold(SCHEME.to_string(), |text, (letter, number)| {
                text.replace(&format!("id = \"{letter}"), &format!("id = \"{number}"))
            });
        let of = reader(&numbered);
        for total in [
            "Cộng (1 + 2 + 3 + 4)",
            "TỔNG ĐIỂM (I-III)",
            "Tổng điểm mục I – III",
        ] {
            assert_eq!(of(total), Some(NamedSum::Of(SumOf::Total)), "{total}");
        }
        assert_eq!(of("Cộng mục a và b"), None);
        assert_eq!(of("Cộng (1.1 + 2.2 + 3.1)"), None);
        assert_eq!(of("Cộng 1.1 và 2.1"), None);
    }
}
