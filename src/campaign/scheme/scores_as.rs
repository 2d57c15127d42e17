//! What the scores in forms say: points, or shares of the maximum.
//!
//! In: a key of a scheme. Out: the number that stands for the maximum. Not for: reading cells.

use serde::Deserialize;

use crate::base::points::{Decimal, Points};
use crate::campaign::scheme::{Criterion, Group, Scheme};

/// What a score in a form says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ScoresAs {
    /// Points.
    #[default]
    Points,
    /// A share of the maximum, from 0 to 1.
    Share,
    /// The same in percent, from 0 to 100.
    Percent,
}

impl ScoresAs {
    /// The number that stands for the maximum; `None` where the scores are points.
    pub fn whole(self) -> Option<Decimal> {
        match self {
            ScoresAs::Points => None,
            ScoresAs::Share => Some(Decimal::ONE),
            ScoresAs::Percent => Some(Decimal::ONE_HUNDRED),
        }
    }
}

impl Scheme {
    /// The number that stands for the maximum in the score of a criterion; `None` where its score is points: always outside the total,
    /// below 0 and without a limit, and where options have points of their own.
    pub fn whole_of(&self, criterion: &Criterion) -> Option<Decimal> {
        let group = self.group(&criterion.group());
        let is_points = criterion.minimum() < Points::ZERO
            || !criterion.rule.option_rows().is_empty()
            || self.maxima_of(criterion).any(|most| most.limit().is_none());
        let whole = group.and_then(|group| self.whole_of_group(group));
        whole.filter(|_| !is_points)
    }

    /// As [`Scheme::whole_of`], in the sum of a group.
    pub fn whole_of_group(&self, group: &Group) -> Option<Decimal> {
        self.scores_as.whole().filter(|_| !group.outside_total)
    }
}
