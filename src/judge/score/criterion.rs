//! The score of one criterion of one unit, and why what counts counts.
//!
//! In: what [`score`](super::score) decided. Out: its words for whoever reads it. Not for: deciding.

use serde::{Deserialize, Serialize};

use crate::base::cell::Reading;
use crate::base::points::{Decimal, Most, Points};
use crate::campaign::decisions::DecidedScore;
use crate::campaign::rulings::PointsFrom;
use crate::campaign::scheme::times;

/// Decimals that a division by a weight gives right, of the 28 that it gives.
pub(super) const SURE: u32 = 20;

/// One criterion of one unit.
#[allow(clippy::struct_excessive_bools)] // Each says something of its own, and so the JSON has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CriterionScore {
    /// What the unit claims.
    pub claimed: Reading<Points>,
    /// What its figures give under the rule, where the rule computes and all figures are there.
    pub computed: Option<Points>,
    /// What the department grants.
    pub appraised: Option<Points>,
    /// What counts: what was decided; else what the province gives; else the appraised points, where valid; else what the figures give where the scheme says
    /// so, or the valid claim. `None`: open.
    pub counted: Option<Points>,
    /// The fewest points it can come to.
    pub lowest: Points,
    /// The most points it can come to; unlimited while a criterion without a limit is open.
    pub highest: Most,
    /// Whether the unit is exempt from this criterion.
    pub exempt: bool,
    /// What a point of it is worth in the total; what counts, the fewest and the most are in points of the total.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub weight: Decimal,
    /// What would count, in points of its own, where what counts is something else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<Points>,
    /// What counts in place of the claim, where the campaign or the scheme says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<CountsInstead>,
    /// What somebody has decided counts, whatever the unit, its figures or the province say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided: Option<Box<DecidedScore>>,
    /// Whether another criterion counts in its place.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub passed_over: bool,
    /// Whether less than its points counts, because what it adds to has reached its maximum.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub cut: bool,
    /// What it could change, where it is blank and the mean that it is below is of the others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_out: Option<BlankLeftOut>,
    /// Whether what counts is the appraised score that stands in the form, whoever wrote it there.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub appraised_counts: bool,
}

/// What a blank criterion that a mean leaves out could change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlankLeftOut {
    /// By how much the total would be less with the fewest points in it: nothing or a negative number.
    pub lowest: Points,
    /// By how much it would be more with the most points in it.
    pub highest: Points,
}

/// What counts in place of a claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CountsInstead {
    /// What the province gives, with what it comes from; nothing where it has not given any yet.
    Given(Option<Box<PointsFrom>>),
    /// What the unit's figures give.
    Figures,
}

/// Why what counts counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CountedBy {
    /// The appraised score that stands in the form goes before the claim.
    Appraised,
    /// There is no valid appraised score, and the claim is valid.
    Claim,
    /// The score is blank, which is 0 by the scheme.
    Blank,
    /// The score is blank, and the mean above it is of the others by the scheme.
    LeftOut,
    /// Nothing counts until somebody decides.
    Open,
    /// The criterion does not apply to the unit.
    Exempt,
    /// The unit's level does not have the criterion.
    OtherLevel,
    /// The points of the criterion above are those of another criterion, or its own.
    PassedOver,
    /// The province gives the points.
    Given,
    /// What the figures give goes before the claim.
    Figures,
    /// Somebody has decided it, in a decision workbook.
    Decided,
}

impl CriterionScore {
    /// Why what counts counts: what [`score`](super::score) decided.
    pub fn counted_by(&self) -> CountedBy {
        match self.counted {
            _ if self.exempt => CountedBy::Exempt,
            _ if self.left_out.is_some() => CountedBy::LeftOut,
            None => CountedBy::Open,
            _ if self.passed_over || self.weight.is_zero() => CountedBy::PassedOver,
            _ if self.decided.is_some() => CountedBy::Decided,
            _ if matches!(self.basis, Some(CountsInstead::Given(Some(_)))) => CountedBy::Given,
            Some(_) if self.appraised_counts => CountedBy::Appraised,
            Some(_) if self.basis == Some(CountsInstead::Figures) => CountedBy::Figures,
            Some(_) if self.claimed == Reading::Empty => CountedBy::Blank,
            Some(_) => CountedBy::Claim,
        }
    }

    /// Whether nothing counts until somebody decides.
    pub fn is_open(&self) -> bool {
        self.counted.is_none() && !self.exempt && self.left_out.is_none()
    }

    /// What would count in points of its own, whatever a point is worth.
    pub fn own(&self) -> Option<Points> {
        if self.passed_over || self.cut || self.weight != Decimal::ONE {
            return self.own;
        }
        self.counted
    }

    /// Points of its own as points of the total, whatever counts.
    pub fn weighed(&self, points: Points) -> Points {
        if self.weight == Decimal::ONE {
            return points;
        }
        // What a third leaves behind its last decimal is none of the points.
        times(points, self.weight).rounded(SURE)
    }

    /// What points of its own are worth in the total; nothing changes where another criterion counts, and more points change nothing
    /// where not all of them count.
    pub fn worth(&self, points: Points) -> Points {
        let counted = self.counted.unwrap_or_default();
        if self.passed_over {
            return counted;
        }
        if self.cut {
            let less = times(points - self.own.unwrap_or_default(), self.weight);
            return counted + less.min(Points::ZERO);
        }
        times(points, self.weight)
    }
}

fn one() -> Decimal {
    Decimal::ONE
}

fn is_one(weight: &Decimal) -> bool {
    *weight == Decimal::ONE
}
