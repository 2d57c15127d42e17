//! Which way of coming together the forms' own numbers say: of many forms it is proved, of a few it is asked.
//!
//! In: what forms say in a row and in those below it. Out: the way that is proved, or the one that may be meant beside the sum. Not for:
//! which rows these are (`parents`).

use crate::base::points::{Decimal, Points};
use crate::input::propose::forms::SEVERAL;
use crate::input::propose::part_ways::{BlanksPassed, PartsTogether, ProvedParts};

/// All of them.
const WAYS: [PartsTogether; 4] = [
    PartsTogether::Sum,
    PartsTogether::Mean,
    PartsTogether::Best,
    PartsTogether::Weakest,
];

/// What a form says in a row and in those below it.
#[derive(Clone, Debug)]
pub(super) struct SaidParts {
    /// The form.
    pub(super) place: usize,
    /// The points of the parts; none where one is blank.
    pub(super) parts: Vec<Option<Points>>,
    /// What it says that they come to; one of them is meant.
    pub(super) own: Vec<Points>,
}

/// A way that may be meant beside the sum, which too few forms say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DoubtedParts {
    pub(super) way: PartsTogether,
    /// How many forms come to it and to no sum.
    pub(super) agree: usize,
    /// How many come to the sum and not to it.
    pub(super) sums: usize,
    /// One that comes to it: the form, what it says, and its parts.
    pub(super) place: usize,
    pub(super) own: Points,
    pub(super) parts: Vec<Points>,
    /// Whether what the forms print as the most of the row is the sum of what they print below, and not what the way comes to.
    pub(super) is_sum_printed: bool,
}

/// What forms print as the most of a row, and of what is right below it.
pub(super) type PrintedMost = (Points, Vec<Points>);

/// Whether what is printed as the most of a row comes from what is printed below in a way.
fn is_printed(way: PartsTogether, maxima: Option<&PrintedMost>) -> bool {
    let Some((own, parts)) = maxima else {
        return false;
    };
    let parts: Vec<(Decimal, Points)> = parts.iter().map(|one| (Decimal::ONE, *one)).collect();
    way.come_to(&parts) == Some(*own)
}

/// Whether what is printed as the most of a row speaks for the sum and against a way.
fn is_sum_printed(way: PartsTogether, maxima: Option<&PrintedMost>) -> bool {
    is_printed(PartsTogether::Sum, maxima) && !is_printed(way, maxima)
}

/// Whether points are what is said, to so many decimals. What lies between two numbers that are rounded themselves may be either: it is
/// of what stands behind them.
fn is_as_said(value: Points, said: Points, decimals: u32) -> bool {
    let half = Points(Decimal::new(5, decimals.saturating_add(1)));
    value.rounded(decimals) == said || decimals > 0 && (value - said).abs() == half
}

impl SaidParts {
    /// Whether a way comes to what is said, to so many decimals. A blank is passed over by a mean, or is nothing.
    fn agrees(&self, way: PartsTogether, decimals: u32) -> bool {
        let comes_to = |parts: Vec<Points>| {
            let parts = parts.into_iter().map(|one| (Decimal::ONE, one));
            let value = way.come_to(&parts.collect::<Vec<_>>());
            value.is_some_and(|value| self.own.iter().any(|own| is_as_said(value, *own, decimals)))
        };
        let filled = self.filled();
        !filled.is_empty()
            && (comes_to(filled) || {
                let parts = self.parts.iter().map(|one| one.unwrap_or_default());
                way == PartsTogether::Mean && comes_to(parts.collect())
            })
    }

    /// What it comes to in a way where each blank is 0, to so many decimals, if it says that only without the blanks.
    fn with_blanks(&self, way: PartsTogether, decimals: u32) -> Option<Points> {
        let parts = self.parts.iter().map(|one| one.unwrap_or_default());
        let parts = parts.map(|one| (Decimal::ONE, one)).collect::<Vec<_>>();
        let counted = way.come_to(&parts)?;
        let is_said = self
            .own
            .iter()
            .any(|own| is_as_said(counted, *own, decimals));
        (self.agrees(way, decimals) && !is_said).then(|| counted.rounded(decimals))
    }

    /// Whether it says a mean in which its blanks are 0, and not the one without them.
    fn is_mean_of_zeros(&self, decimals: u32) -> bool {
        let mean = |parts: Vec<Points>| {
            let parts = parts.into_iter().map(|one| (Decimal::ONE, one));
            let mean = PartsTogether::Mean.come_to(&parts.collect::<Vec<_>>());
            mean.is_some_and(|mean| self.own.iter().any(|own| is_as_said(mean, *own, decimals)))
        };
        let zeros = self.parts.iter().map(|one| one.unwrap_or_default());
        mean(zeros.collect()) && !mean(self.filled())
    }

    /// The points that it has.
    fn filled(&self) -> Vec<Points> {
        self.parts.iter().copied().flatten().collect()
    }
}

/// The decimals that the forms print at most.
fn decimals(said: &[SaidParts]) -> Option<u32> {
    let printed = said.iter().flat_map(|one| &one.own);
    printed.map(|own| own.0.normalize().scale()).max()
}

/// The one way, if it is no sum, in which nearly all forms, and several, come to what they say: to as many decimals as any of them
/// prints. A form that says the same in each way says nothing. What they print as the most of the row must not speak for the sum:
/// several may have written the points of one part only.
pub(super) fn proved(said: &[SaidParts], maxima: Option<&PrintedMost>) -> Option<ProvedParts> {
    nearly_all(said).filter(|one| !is_sum_printed(one.way, maxima))
}

/// The way, if it is no sum, in which nearly all forms come to what they say.
fn nearly_all(said: &[SaidParts]) -> Option<ProvedParts> {
    let decimals = decimals(said)?;
    let telling = said.iter().filter(|one| {
        let agree = WAYS.iter().filter(|way| one.agrees(**way, decimals));
        agree.count() < WAYS.len() && !one.filled().is_empty()
    });
    let telling: Vec<&SaidParts> = telling.collect();
    let counted = WAYS.map(|way| {
        let agree = telling.iter().filter(|one| one.agrees(way, decimals));
        (way, agree.count())
    });
    let of = telling.len();
    let holds = |agree: usize| agree >= SEVERAL && agree * 3 >= of * 2;
    let most = counted.iter().map(|(_, agree)| *agree).max()?;
    let (way, agree) = counted.into_iter().find(|(_, agree)| *agree == most)?;
    let blanks = blanks(said, way, decimals);
    let is_proved = holds(agree) && way != PartsTogether::Sum;
    is_proved.then(|| {
        let leaves_blanks = way == PartsTogether::Mean && leave_blanks(said, blanks, decimals);
        ProvedParts {
            way: if leaves_blanks {
                PartsTogether::MeanOfScored
            } else {
                way
            },
            agree,
            of,
            by_totals: false,
            blanks: blanks.filter(|_| !leaves_blanks),
        }
    })
}

/// Whether means are proved to be of what is not blank: several forms come to what they say without their blanks, and none with them.
fn leave_blanks(said: &[SaidParts], passed: Option<BlanksPassed>, decimals: u32) -> bool {
    let is_of_zeros = |one: &SaidParts| one.is_mean_of_zeros(decimals);
    passed.is_some_and(|one| one.count >= SEVERAL) && !said.iter().any(is_of_zeros)
}

/// The forms that come to what they say in a way only without their blanks, also those with one part that say the same in each way.
fn blanks(said: &[SaidParts], way: PartsTogether, decimals: u32) -> Option<BlanksPassed> {
    let passed = || {
        let all = said.iter();
        all.filter_map(|one| Some((one, one.with_blanks(way, decimals)?)))
    };
    let (first, counted) = passed().next()?;
    Some(BlanksPassed {
        count: passed().count(),
        place: first.place,
        own: first.own.first().copied()?,
        counted,
    })
}

/// The way that may be meant beside the sum: some forms come to it and to no sum, and no more come to the sum. Where what the forms print
/// as the most of the row is the sum of what they print below, and not what the way comes to, the sum is meant, unless nearly all forms
/// come to the way.
pub(super) fn doubted(said: &[SaidParts], maxima: Option<&PrintedMost>) -> Option<DoubtedParts> {
    let decimals = decimals(said)?;
    let is_sum = |one: &SaidParts| one.agrees(PartsTogether::Sum, decimals);
    let of = |way: PartsTogether| {
        let agree = || {
            let all = said.iter();
            all.filter(move |one| one.agrees(way, decimals) && !is_sum(one))
        };
        let first = agree().next()?;
        let sums = said
            .iter()
            .filter(|one| is_sum(one) && !one.agrees(way, decimals));
        Some(DoubtedParts {
            way,
            agree: agree().count(),
            sums: sums.count(),
            place: first.place,
            own: first.own.first().copied()?,
            parts: first.filled(),
            is_sum_printed: is_sum_printed(way, maxima),
        })
    };
    if let Some(all) = nearly_all(said) {
        return of(all.way);
    }
    let others = WAYS.into_iter().filter(|way| *way != PartsTogether::Sum);
    let others = others.filter(|way| !is_sum_printed(*way, maxima));
    // Of equals the first.
    let most = others.filter_map(of).rev().max_by_key(|one| one.agree)?;
    (most.agree >= most.sums).then_some(most)
}
