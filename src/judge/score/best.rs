//! The best value of a level, by which scores of its units are measured.
//!
//! In: the scheme, the submissions that count, what is ruled of units, and all that are expected. Out: the scheme with those values in its
//! rules, and where a unit that is still to come may have a better one. Not for: what they give.

use std::collections::BTreeMap;

use crate::base::ids::{CriterionId, LevelId, UnitId};
use crate::base::points::{Decimal, Points};
use crate::campaign::rulings::Rulings;
use crate::campaign::scheme::{Criterion, Level, Measure, Scheme};
use crate::campaign::units::Registry;
use crate::input::submission::Submission;
use crate::judge::score::figures::Figures;
use crate::judge::score::rule::{ComparedValue, Scale};

/// Units that have no value where points that count are measured by the best of the level.
#[derive(Clone, Debug, Default)]
pub struct OpenBests(BTreeMap<(CriterionId, LevelId), Vec<UnitId>>);

impl OpenBests {
    /// The units without a value of a criterion, on a level; none where the best value is certain, or no points that count rest on it.
    pub fn of(&self, criterion: &CriterionId, level: &LevelId) -> &[UnitId] {
        let key = (criterion.clone(), level.clone());
        self.0.get(&key).map_or(&[], Vec::as_slice)
    }

    /// The fewest points that a criterion can come to while the best value may become better; `None` where it cannot.
    pub(super) fn least(
        &self,
        criterion: &Criterion,
        figures: &impl Figures,
        scale: Scale<'_>,
    ) -> Option<Points> {
        let measure = criterion.rule.compared()?;
        if self.of(&criterion.id, scale.level).is_empty() {
            return None;
        }
        let value = ComparedValue::new(measure, figures).result?;
        let least = match measure {
            // There is no end to numbers, and a value of nothing stays nothing.
            Measure::Figure(_) => Decimal::ZERO,
            Measure::Percent(..) => {
                let share = value.checked_mul(scale.maximum.limit()?.0)?;
                share.checked_div(Decimal::ONE_HUNDRED)?
            }
        };
        Some(
            Points(least)
                .rounded(scale.decimals)
                .max(criterion.minimum()),
        )
    }
}

/// Notes in the rules of a scheme the best value of each level over these submissions, where scores are measured by it. What does not
/// apply to a unit is not measured by it either.
pub fn set_best(
    scheme: &mut Scheme,
    submissions: &[Submission],
    rulings: &Rulings,
    registry: &Registry,
) -> OpenBests {
    let mut open = OpenBests::default();
    let levels = &scheme.levels;
    for criterion in &mut scheme.criteria {
        let (id, counts) = (&criterion.id, criterion.by_figures);
        criterion.rule.set_best(|measure| {
            let mut of_level = |level: &Level| {
                let own = submissions.iter();
                let own = own.filter(|one| one.unit.level == level.id);
                let own = own.filter(|one| !rulings.is_exempt(&one.unit, id));
                let value = |one: &Submission| ComparedValue::new(measure, &one.figures).result;
                let known: BTreeMap<&UnitId, Decimal> = own
                    .filter_map(|one| Some((&one.unit, value(one)?)))
                    .collect();
                let without = registry.of_level(&level.id).map(|unit| &unit.id);
                let without = without.filter(|unit| !known.contains_key(*unit));
                let without = without.filter(|unit| !rulings.is_exempt(unit, id));
                let without: Vec<UnitId> = without.filter(|_| counts).cloned().collect();
                let best = known.into_values().max()?;
                if !without.is_empty() {
                    open.0.insert((id.clone(), level.id.clone()), without);
                }
                Some((level.id.clone(), best))
            };
            levels.iter().filter_map(&mut of_level).collect()
        });
    }
    open
}
