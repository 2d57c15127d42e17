//! Whether what stands below a row counts no further than to the maximum that the forms print in it.
//!
//! In: what forms say in a row and in those below it, and the words of the row. Out: what says that it is cut. Not for: which rows.

use crate::base::points::{Decimal, Points};
use crate::input::propose::forms::SEVERAL;
use crate::input::propose::part_proof::{PrintedMost, SaidParts};
use crate::input::propose::value::written;

/// Words before the most points that count together: "tối đa 10 điểm".
const AT_MOST: [&str; 4] = ["tối đa", "không quá", "không vượt quá", "nhiều nhất"];

/// What says that points are cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CapSaid {
    /// The row itself in the forms.
    Own,
    /// The totals of the forms.
    Totals,
    /// The words of the row.
    Words,
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

    /// How many forms say something else.
    pub(super) fn misses(&self) -> usize {
        (self.of + self.others).saturating_sub(self.agree)
    }
}

/// What is printed in a row and what the maxima below it add up to, where that is more.
fn less(printed: Option<&PrintedMost>) -> Option<(Points, Points)> {
    let (most, parts) = printed?;
    let sum: Points = parts.iter().copied().sum();
    (*most > Points::ZERO && *most < sum).then_some((*most, sum))
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
    let is_said = says_most(words) == Some(most) && more == 0 && agree == of;
    is_said.then(|| cap(CapSaid::Words))
}

/// The most points that the words of a row say: "Điểm thưởng (tối đa 10 điểm)".
pub(super) fn says_most(key: &str) -> Option<Points> {
    let said = AT_MOST.iter().filter_map(|word| {
        let (_, rest) = key.split_once(word)?;
        let mut words = rest
            .split([' ', ')', '(', ';', ':'])
            .filter(|one| !one.is_empty());
        let points = written(words.next()?)?;
        let unit = words.next()?;
        (unit.starts_with("điểm") && points.0 > Decimal::ZERO).then_some(points)
    });
    let all: Vec<Points> = said.collect();
    let first = all.first().copied()?;
    all.iter().all(|one| *one == first).then_some(first)
}
