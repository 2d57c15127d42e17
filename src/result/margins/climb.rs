//! How a unit would come to the next better grade: the points that it lacks, where it left points, the fewest criteria that are enough.
//!
//! In: a unit's row and the grade above its own. Out: what is missing, in the total and in groups; each criterion that could bring more, and
//! what it would add alone; the smallest set of criteria that, at their most points, are enough. Not for: whether a unit has a right to them.

use indexmap::IndexMap;
use serde::Serialize;

use crate::base::ids::{CriterionId, GroupId};
use crate::base::points::Points;
use crate::campaign::scheme::{Attained, LackingGroup};
use crate::judge::score::CountedBy;
use crate::result::margins::front::{Front, Marks};
use crate::result::margins::gather::{Gathered, Stake, gather, had, meant, sum, with_groups};
use crate::result::report::{GradeLimit, GroupFacts, Report, UnitRow};

/// What keeps a unit from the next better grade, and what would carry it there.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Climb<'r> {
    /// The grade.
    pub grade: &'r str,
    /// Where it begins on the unit's level.
    pub limit: Points,
    /// The points that the total lacks; nothing where groups alone keep the grade from the unit.
    pub missing: Points,
    /// The groups of which the grade asks for more points.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lacking: Vec<LackingGroup>,
    /// Criteria that have not all their points, those that left most first.
    pub unclaimed: Vec<Unclaimed<'r>>,
    /// Criteria that can bring any number of points, in the order of the scheme; they are in neither of the others.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unlimited: Vec<&'r CriterionId>,
    /// The fewest criteria that are enough.
    pub way: Way<'r>,
}

/// A criterion that has not all its points, in points of the total.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Unclaimed<'r> {
    /// Which.
    pub criterion: &'r CriterionId,
    /// Its name.
    pub name: &'r str,
    /// Its group.
    pub group: &'r GroupId,
    /// What counts of it; `None` while it is open.
    pub counted: Option<Points>,
    /// The most that can count.
    pub maximum: Points,
    /// The difference: the maximum less what counts.
    pub unclaimed: Points,
    /// What the total would gain if this one alone had all its points: less where a cap, another criterion or a choice stands before it,
    /// more where the total is scaled up.
    pub adds: Points,
    /// Whether that alone would be enough.
    pub suffices: bool,
    /// Why what counts counts.
    pub counted_by: CountedBy,
    /// Whether it is bonus/penalty.
    pub outside_total: bool,
}

/// The fewest criteria that carry a unit to a grade.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Way<'r> {
    /// These, with all their points; of several sets of as many the one that comes to the most.
    Criteria {
        /// Which, in the order of the scheme.
        criteria: Vec<&'r CriterionId>,
        /// The total that the unit would have.
        total: Points,
    },
    /// All criteria together do not.
    OutOfReach {
        /// The total that the unit would have with all of them.
        total: Points,
        /// The groups of which the grade asks for more than they can bring.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        lacking: Vec<LackingGroup>,
    },
    /// The points of the unit do not come together as its scheme says, so nothing can be said.
    NotKnown,
}

impl<'r> Climb<'r> {
    /// The way of a unit to a grade. `agrees`: its points come together as the scheme says.
    pub(super) fn new(
        report: &'r Report,
        row: &'r UnitRow,
        grade: &'r GradeLimit,
        agrees: bool,
    ) -> Self {
        let level = &row.unit.level;
        let limit = grade.at(level);
        let has = report.attained(row);
        let goal = Goal { report, row, grade };
        Climb {
            grade: &grade.name,
            limit,
            missing: (limit - had(has.total)).max(Points::ZERO),
            lacking: goal.lacking(&has),
            unclaimed: if agrees {
                goal.unclaimed(&has)
            } else {
                Vec::new()
            },
            unlimited: goal.unlimited(),
            way: if agrees { goal.way() } else { Way::NotKnown },
        }
    }
}

/// A grade that a unit does not have.
struct Goal<'r> {
    report: &'r Report,
    row: &'r UnitRow,
    grade: &'r GradeLimit,
}

impl<'r> Goal<'r> {
    fn lacking(&self, has: &Attained) -> Vec<LackingGroup> {
        let minima = self.grade.minima.get(&self.row.unit.level);
        minima.map_or_else(Vec::new, |minima| has.lacking(minima).collect())
    }

    fn is_reached(&self, has: &Attained) -> bool {
        self.grade.is_reached(&self.row.unit.level, has)
    }

    /// The criteria without a limit.
    fn unlimited(&self) -> Vec<&'r CriterionId> {
        let unlimited = self.stakes().filter(|(_, stake)| stake.is_unlimited);
        unlimited.map(|(_, stake)| &stake.facts.id).collect()
    }

    /// All that can bring the unit points, with their groups.
    fn stakes(&self) -> impl Iterator<Item = (&'r GroupFacts, Stake<'r>)> {
        let row = self.row;
        self.report.groups.iter().flat_map(move |group| {
            let criteria = group.criteria.iter();
            criteria.filter_map(move |facts| Some((group, Stake::new(group, facts, row)?)))
        })
    }

    /// The criteria that have not all their points, the most first.
    fn unclaimed(&self, has: &Attained) -> Vec<Unclaimed<'r>> {
        let more = self.stakes().filter(|(_, stake)| stake.most > stake.now);
        let mut all: Vec<Unclaimed<'r>> = more
            .map(|(group, stake)| self.one(group, stake, has))
            .collect();
        all.sort_by_key(|one| std::cmp::Reverse(one.unclaimed));
        all
    }

    fn one(&self, group: &'r GroupFacts, stake: Stake<'r>, has: &Attained) -> Unclaimed<'r> {
        let raised = if stake.is_alone || group.above.is_empty() && !group.cap {
            let known = self.row.score.groups.get(&group.id);
            known.map(|one| one.sum).unwrap_or_default() + stake.most - stake.now
        } else {
            let id = &stake.facts.id;
            sum(group, self.row, |one| {
                if one.facts.id == *id {
                    one.most
                } else {
                    one.now
                }
            })
        };
        let groups = IndexMap::from([(&group.id, raised)]);
        let then = with_groups(self.report, self.row, &groups);
        Unclaimed {
            criterion: &stake.facts.id,
            name: &stake.facts.name,
            group: &group.id,
            counted: stake.score.own().map(|_| stake.now),
            maximum: stake.most,
            unclaimed: stake.most - stake.now,
            adds: had(then.total) - had(has.total),
            suffices: self.is_reached(&then),
            counted_by: stake.score.counted_by(),
            outside_total: group.outside_total,
        }
    }

    /// Each group with what raising its criteria makes of it, and whether it is outside the total.
    fn fronts(&self) -> Vec<(&'r GroupFacts, Front)> {
        let criteria = self.report.groups.iter().flat_map(|group| &group.criteria);
        let places: std::collections::HashMap<&CriterionId, usize> =
            criteria.map(|facts| &facts.id).zip(0..).collect();
        let of = |stake: Stake<'r>| {
            let place = places.get(&stake.facts.id).copied();
            // What can be said of it alone does not add up with others.
            let most = if stake.is_alone {
                stake.now
            } else {
                stake.most
            };
            Front::of(place.unwrap_or_default(), stake.now, most)
        };
        let groups = self.report.groups.iter();
        let here = groups.filter(|group| self.row.score.groups.contains_key(&group.id));
        here.map(|group| (group, gather(group, self.row, of)))
            .collect()
    }

    fn way(&self) -> Way<'r> {
        let fronts = self.fronts();
        let has = self.report.attained(self.row);
        let minima = self.grade.minima.get(&self.row.unit.level);
        let (mut inside, mut outside, mut is_out_of_reach) = (Vec::new(), Vec::new(), false);
        for (group, front) in &fronts {
            let share = has.groups.get(&group.id);
            let minimum = minima.and_then(|minima| minima.get(&group.id));
            let needed = share.zip(minimum).map(|(share, minimum)| {
                let nothing = share.maximum.is_zero();
                if nothing {
                    None
                } else {
                    Some(share.needed(*minimum))
                }
            });
            let enough = match needed.flatten() {
                Some(needed) => front.clone().at_least(needed),
                None => Some(front.clone()),
            };
            let Some(enough) = enough else {
                is_out_of_reach = true;
                continue;
            };
            let list = if group.outside_total {
                &mut outside
            } else {
                &mut inside
            };
            list.push(enough);
        }
        let (inside, outside) = (Front::plus(inside), Front::plus(outside));
        let found = (!is_out_of_reach).then(|| self.fewest(&inside, &outside));
        let found = found.flatten();
        let found = found.map(|(raised, total)| (self.named(&raised), total));
        if self.stakes().any(|(_, stake)| stake.is_alone) {
            return self.with_some_alone(&has, found);
        }
        match found {
            Some((criteria, total)) => Way::Criteria { criteria, total },
            None => self.out_of_reach(&fronts),
        }
    }

    /// The way where some criteria are known alone only, given the fewest of the others: what several of them come to is not, so neither is
    /// whether more than two are the fewest, nor whether all of them are not enough.
    fn with_some_alone(
        &self,
        has: &Attained,
        found: Option<(Vec<&'r CriterionId>, Points)>,
    ) -> Way<'r> {
        let found = found.filter(|(criteria, _)| criteria.len() <= 2);
        let enough = self.unclaimed(has).into_iter().filter(|one| one.suffices);
        let alone = enough.max_by_key(|one| one.adds);
        match (alone, found) {
            (Some(one), _) => Way::Criteria {
                criteria: vec![one.criterion],
                total: had(has.total) + one.adds,
            },
            (None, Some((criteria, total))) => Way::Criteria { criteria, total },
            (None, None) => Way::NotKnown,
        }
    }

    /// The fewest criteria whose total is enough, and that total.
    fn fewest(&self, inside: &Front, outside: &Front) -> Option<(Marks, Points)> {
        let limit = self.grade.at(&self.row.unit.level);
        let mut best: Option<(usize, Points, Marks)> = None;
        for beside in outside.steps() {
            for step in inside.steps() {
                let count = step.count + beside.count;
                if best.as_ref().is_some_and(|(fewest, ..)| count > *fewest) {
                    break;
                }
                let whole = self
                    .row
                    .score
                    .in_total(meant(step.points), meant(beside.points));
                if whole < limit {
                    continue;
                }
                let is_better = best.as_ref().is_none_or(|(fewest, most, _)| {
                    count < *fewest || (count == *fewest && whole > *most)
                });
                if is_better {
                    let mut raised = step.raised.clone();
                    raised.join(&beside.raised);
                    best = Some((count, whole, raised));
                }
                break;
            }
        }
        best.map(|(_, total, raised)| (raised, total))
    }

    fn named(&self, raised: &Marks) -> Vec<&'r CriterionId> {
        let criteria = self.report.groups.iter().flat_map(|group| &group.criteria);
        let all = criteria.enumerate();
        all.filter(|(place, _)| raised.has(*place))
            .map(|(_, facts)| &facts.id)
            .collect()
    }

    fn out_of_reach(&self, fronts: &[(&'r GroupFacts, Front)]) -> Way<'r> {
        let most = fronts.iter();
        let most = most.map(|(group, front)| (&group.id, meant(front.most())));
        let then = with_groups(self.report, self.row, &most.collect());
        Way::OutOfReach {
            total: had(then.total),
            lacking: self.lacking(&then),
        }
    }
}
