//! Criteria below another, as terms of its points.
//!
//! In: what they come to, and the rule of the criterion above. Out: which of them it takes, and the fewest and the most points
//! that it can come to. Not for: the working, which `rule` puts together.

use std::borrow::Cow;

use serde::Serialize;

use crate::base::ids::CriterionId;
use crate::base::points::{Decimal, Most, Points};
use crate::campaign::scheme::{Pick, ScoringRule, times};

/// A criterion below another.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChildPoints {
    /// Which.
    pub criterion: CriterionId,
    /// What a point of it is worth above.
    pub weight: Decimal,
    /// Its points, before the weight; `None`: open, or it does not apply to the unit.
    pub points: Option<Points>,
    /// The fewest points it can come to.
    pub lowest: Points,
    /// The most points it can come to.
    pub highest: Most,
    /// Whether it does not apply to the unit.
    pub exempt: bool,
    /// Whether the unit has left it blank.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub blank: bool,
}

impl ChildPoints {
    /// The fewest and the most points that it can bring, by its weight.
    fn ends(&self) -> (Points, Most) {
        (
            times(self.lowest, self.weight),
            self.highest.times(self.weight),
        )
    }
}

/// Those of the criteria below that a rule speaks of, and those that it leaves out because they are blank. Where it does, what does not
/// apply is left out as well; where none has points, nothing is.
pub(super) fn meant<'b>(
    rule: &ScoringRule,
    below: &'b [ChildPoints],
) -> (Cow<'b, [ChildPoints]>, Vec<CriterionId>) {
    let has_points = |one: &&ChildPoints| !one.blank && !one.exempt;
    if !rule.leaves_blanks() {
        return (below.into(), Vec::new());
    }
    let meant: Vec<ChildPoints> = below.iter().filter(has_points).cloned().collect();
    if !meant.is_empty() {
        let blank = below.iter().filter(|one| one.blank);
        return (
            meant.into(),
            blank.map(|one| one.criterion.clone()).collect(),
        );
    }
    let applies = below.iter().filter(|one| !one.exempt);
    let applies: Vec<ChildPoints> = applies.cloned().collect();
    if applies.is_empty() {
        (below.into(), Vec::new())
    } else {
        (applies.into(), Vec::new())
    }
}

/// The points that a rule takes of the criteria below, as they stand. Of several of which one counts it is that one's; an open one
/// brings nothing to a sum, of which there is none while all are open.
pub(super) fn taken(rule: &ScoringRule, below: &[ChildPoints]) -> Option<Points> {
    if let Some(pick) = rule.picks() {
        let one = picked(pick, below)?;
        return rule.come_to(&[(one.weight, one.points?)]);
    }
    below.iter().find_map(|one| one.points)?;
    let all = below.iter();
    let all = all.map(|one| (one.weight, one.points.unwrap_or_default()));
    rule.come_to(&all.collect::<Vec<_>>())
}

/// The one that counts: the one that is certain to be reached; of the weakest, nothing is certain while one is open that may be
/// weaker. The first of equals counts.
pub(super) fn picked(pick: Pick, below: &[ChildPoints]) -> Option<&ChildPoints> {
    let applies = below.iter().filter(|one| !one.exempt);
    match pick {
        Pick::Best => applies.rev().max_by_key(|one| one.ends().0),
        Pick::Weakest => applies.min_by_key(|one| one.ends()),
    }
}

/// The fewest and the most points that a criterion above others can come to.
pub fn range(rule: &ScoringRule, below: &[ChildPoints]) -> (Points, Most) {
    let picks = rule.picks().is_some();
    let (below, _) = meant(rule, below);
    let all = || below.iter().filter(|one| !(picks && one.exempt));
    let lowest: Vec<(Decimal, Points)> = all().map(|one| (one.weight, one.lowest)).collect();
    let highest: Vec<(Decimal, Most)> = all().map(|one| (one.weight, one.highest)).collect();
    (
        rule.come_to(&lowest).unwrap_or_default(),
        rule.come_to_most(&highest).unwrap_or_default(),
    )
}
