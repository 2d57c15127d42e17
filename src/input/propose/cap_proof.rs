//! Whether what stands below a row counts no further than to the maximum that the forms print in it.
//!
//! In: what forms say in a row and in those below it, and the words of the row. Out: what says that it is cut. Not for: which rows.

use crate::base::points::{Decimal, Points};
use crate::base::text;
use crate::input::propose::forms::SEVERAL;
use crate::input::propose::part_proof::{PrintedMost, SaidParts};
use crate::input::propose::value::written;

/// Words before the most points that count together: "tối đa 10 điểm".
const AT_MOST: [&str; 4] = ["tối đa", "không quá", "không vượt quá", "nhiều nhất"];

/// The word behind a number of points.
const POINTS: &str = "điểm";

/// Words that make the most points those of each of several things: "mỗi tiêu chí tối đa 10 điểm".
const EACH: [&str; 4] = ["mỗi", "từng", "mọi", "đều"];

/// The same, where one of those things is named behind: "tối đa 10 điểm cho một tiêu chí".
const ONE: [&str; 3] = ["một", "1", "01"];
const THINGS: [&str; 18] = [
    "tiêu chí",
    "tiêu chuẩn",
    "chỉ số",
    "chỉ tiêu",
    "nội dung",
    "nhiệm vụ",
    "mục",
    "tiểu mục",
    "hạng mục",
    "việc",
    "lần",
    "sáng kiến",
    "đề tài",
    "mô hình",
    "văn bản",
    "trường hợp",
    "công trình",
    "danh hiệu",
];

/// What says that points are cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CapSaid {
    /// The row itself in the forms.
    Own,
    /// The totals of the forms.
    Totals,
    /// The words of the row.
    Words,
    /// The maxima that the forms print above.
    Maxima,
}

/// That points are cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FoundCap {
    pub(super) said: CapSaid,
    /// How many of so many forms say so.
    pub(super) agree: usize,
    pub(super) of: usize,
    /// How many of the others do not say the sum.
    others: usize,
    /// What the maxima below add up to.
    pub(super) sum: Points,
}

impl FoundCap {
    /// That only totals say so.
    pub(super) fn of_totals((agree, of): (usize, usize), sum: Points) -> Self {
        FoundCap {
            said: CapSaid::Totals,
            agree,
            of,
            others: 0,
            sum,
        }
    }

    /// That only the maxima printed above say so.
    pub(super) fn of_maxima(sum: Points) -> Self {
        FoundCap {
            said: CapSaid::Maxima,
            ..FoundCap::of_totals((0, 0), sum)
        }
    }

    /// How many forms say something else.
    pub(super) fn misses(&self) -> usize {
        (self.of + self.others).saturating_sub(self.agree)
    }
}

/// What is printed in a row and what the maxima below it add up to, where that is more.
fn less(printed: Option<&PrintedMost>) -> Option<(Points, Points)> {
    let (most, parts) = printed?;
    // What may be taken off is no part of what can be had.
    let sum: Points = parts.iter().map(|part| (*part).max(Points::ZERO)).sum();
    let is_all = parts.iter().copied().sum::<Points>() == *most;
    (*most > Points::ZERO && *most < sum && !is_all).then_some((*most, sum))
}

/// That the forms cut what their rows below add up to, several of those where that is more than what is printed and nearly all of them,
/// while the others say the sum; or that the words of the row say so and no form says more.
pub(super) fn found(
    said: &[SaidParts],
    printed: Option<&PrintedMost>,
    words: &str,
) -> Option<FoundCap> {
    let (most, sum) = less(printed)?;
    let added = |one: &SaidParts| -> Points { one.parts.iter().copied().flatten().sum() };
    let (mut agree, mut of, mut others, mut more) = (0, 0, 0, 0);
    for one in said {
        let points = added(one);
        let says = |points: Points| one.own.contains(&points);
        more += usize::from(one.own.iter().all(|own| *own > most));
        if points > most {
            of += 1;
            agree += usize::from(says(most));
        } else if !one.parts.iter().all(Option::is_none) {
            others += usize::from(!says(points));
        }
    }
    let cap = |said| FoundCap {
        said,
        agree,
        of,
        others,
        sum,
    };
    if agree >= SEVERAL && agree * 3 >= (of + others) * 2 {
        return Some(cap(CapSaid::Own));
    }
    let words = says_most(words).filter(|one| one.is_of_all);
    let is_said = words.is_some_and(|one| one.points == most) && more == 0 && agree == of;
    is_said.then(|| cap(CapSaid::Words))
}

/// The most points that the words of a row say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SaidMost {
    pub(super) points: Points,
    /// Whether it is plainly that of all together.
    is_of_all: bool,
}

/// The most points that the words of a row say: "Điểm thưởng (tối đa 10 điểm)". What each thing below may have, "mỗi tiêu chí tối đa
/// 10 điểm", "tối đa 10 điểm/tiêu chí", is none.
pub(super) fn says_most(words: &str) -> Option<SaidMost> {
    let words = text::clean(words).to_lowercase();
    let said = AT_MOST.iter().flat_map(|word| {
        let all = words.match_indices(word);
        all.filter_map(|(at, _)| most_at(words.get(..at)?, words.get(at + word.len()..)?))
    });
    let all: Vec<SaidMost> = said.collect();
    let first = all.first().copied()?;
    let is_one = all.iter().all(|one| one.points == first.points);
    is_one.then_some(SaidMost {
        is_of_all: all.iter().all(|one| one.is_of_all),
        ..first
    })
}

/// The most points that stand between what is before words like "tối đa" and what is behind them.
fn most_at(before: &str, behind: &str) -> Option<SaidMost> {
    let behind = behind.trim_start_matches([' ', '(', ')', ':', ';']);
    let (number, rest) = behind.split_once([' ', '('])?;
    let points = written(number).filter(|points| points.0 > Decimal::ZERO)?;
    let rest = rest.trim_start_matches([' ', '(']).strip_prefix(POINTS)?;
    // What is said of other points is of those: "mỗi sáng kiến 2 điểm, tối đa 10 điểm".
    let parts = [',', ';', '(', ')', '.'];
    let since = numbers_of_points(before).last();
    let since = since.and_then(|at| before.get(at + POINTS.len()..));
    let since = since.filter(|since| since.contains(parts) || since.contains("nhưng"));
    let before = since.unwrap_or(before);
    let near_behind = rest.split(parts).next().unwrap_or_default();
    let behind = match numbers_of_points(rest).next() {
        Some(_) => near_behind,
        None => rest,
    };
    let near_before = before.rsplit(['(', ')', ';']).next().unwrap_or_default();
    let is_of_each =
        rest.trim_start().starts_with('/') || [near_before, near_behind].into_iter().any(says_each);
    (!is_of_each).then(|| SaidMost {
        points,
        is_of_all: ![before, behind].into_iter().any(says_each),
    })
}

/// Where the word stands behind a number.
fn numbers_of_points(words: &str) -> impl Iterator<Item = usize> {
    let all = words.match_indices(POINTS).map(|(at, _)| at);
    all.filter(|at| {
        let before = words.get(..*at).unwrap_or_default().trim_end();
        before.ends_with(|last: char| last.is_ascii_digit())
    })
}

/// Whether words are of each of several things.
fn says_each(words: &str) -> bool {
    let key = format!(" {} ", text::key(words));
    let holds = |word: &str| key.contains(&format!(" {word} "));
    let is_one = |one: &str| THINGS.iter().any(|thing| holds(&format!("{one} {thing}")));
    EACH.into_iter().any(holds) || ONE.into_iter().any(is_one)
}
