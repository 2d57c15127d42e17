//! The best value of a level, by which scores of its units are measured.
//!
//! In: the scheme and the submissions that count. Out: the scheme with those values in its rules. Not for: what they give.

use crate::campaign::scheme::{Level, Scheme};
use crate::input::submission::Submission;
use crate::judge::score::rule::ComparedValue;

/// Notes in the rules of a scheme the best value of each level over these submissions, where scores are measured by it.
pub fn set_best(scheme: &mut Scheme, submissions: &[Submission]) {
    for criterion in &mut scheme.criteria {
        criterion.rule.set_best(|measure| {
            let of_level = |level: &Level| {
                let own = submissions.iter().filter(|one| one.unit.level == level.id);
                let values = own.filter_map(|one| ComparedValue::new(measure, &one.figures).result);
                Some((level.id.clone(), values.max()?))
            };
            scheme.levels.iter().filter_map(of_level).collect()
        });
    }
}
