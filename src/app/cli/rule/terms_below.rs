//! The criteria below another as terms of its points, in words.
//!
//! In: what they come to. Out: sums, means and choices of them as a reader sees them. Not for: rules of figures.

use crate::app::cli::decimals::shown;
use crate::app::cli::rule::RuleWords;
use crate::base::ids::CriterionId;
use crate::base::lang::say;
use crate::base::points::{Decimal, Points};
use crate::judge::score::terms::ChildPoints;

impl RuleWords<'_> {
    /// The points of criteria below, each by its weight: `12`, `6 × 2`.
    pub(super) fn below<'c>(
        &self,
        below: impl IntoIterator<Item = &'c ChildPoints>,
    ) -> Vec<String> {
        let lang = self.lang;
        let term = |one: &ChildPoints| {
            let points = match one.points {
                Some(points) if points < Points::ZERO => {
                    format!("({})", shown(points.0, lang))
                }
                Some(points) => shown(points.0, lang),
                None if one.exempt => "0".to_string(),
                None => "?".to_string(),
            };
            if one.weight == Decimal::ONE {
                return points;
            }
            format!("{points} × {}", shown(one.weight, lang))
        };
        below.into_iter().map(term).collect()
    }

    /// `(8 + 6) ÷ 2`, and what is left out of it.
    pub(super) fn mean(
        &self,
        below: &[ChildPoints],
        divisor: Decimal,
        left_out: &[CriterionId],
    ) -> String {
        let lang = self.lang;
        let terms = self.below(below).join(" + ");
        let mean = format!("({terms}) ÷ {}", shown(divisor, lang));
        if left_out.is_empty() {
            return mean;
        }
        let left: Vec<&str> = left_out.iter().map(|one| one.0.as_str()).collect();
        let left = left.join(", ");
        say!(
            lang,
            "{mean}, không tính {left} để trống",
            "{mean}, without {left}, left blank"
        )
    }

    /// Those of which one counts. What does not apply to the unit is not among them.
    pub(super) fn one_of(&self, below: &[ChildPoints]) -> String {
        let applies = below.iter().filter(|one| !one.exempt);
        self.below(applies).join("; ")
    }
}
