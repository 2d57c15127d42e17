//! Findings about what a submission says: scores, figures, sums.
//!
//! In: a submission, its scores and the scheme. Out: findings with places and with the points at stake. A new check is a
//! function in one of these files and a rule in `rules/`. Not for: reading cells, computing scores.

pub mod across;
mod appraised;
mod evidence;
mod figures;
pub mod letterheads;
pub mod likeness;
pub mod percent;
pub mod plausible;
mod practice;
pub mod returns;
mod scores;
mod slack;
mod totals;

use crate::base::cell::Reading;
use crate::base::finding::{Fact, Finding, Place};
use crate::base::ids::LevelId;
use crate::base::origin::Origin;
use crate::base::points::Points;
use crate::base::rules::{formulas, values};
use crate::campaign::scheme::Scheme;
use crate::input::submission::{Found, Submission};
pub use crate::judge::check::totals::{own_sum, own_total};
use crate::judge::score::UnitScore;

/// A submission with all that its checks need.
#[derive(Clone, Copy)]
pub struct Checked<'a> {
    /// What was returned.
    pub submission: &'a Submission,
    /// What it comes to.
    pub score: &'a UnitScore,
    /// The criteria.
    pub scheme: &'a Scheme,
    /// Whether the document itself says that it was last saved by the deadline: then nobody has written in it since.
    pub saved_in_time: bool,
}

/// All findings about one submission. `year` is the year assessed.
pub fn check(checked: Checked<'_>, year: i32) -> Vec<Finding> {
    let mut findings = scores::check(checked);
    findings.extend(figures::check(checked));
    findings.extend(plausible::check(checked));
    findings.extend(totals::check(checked));
    findings.extend(practice::check(checked, year));
    findings
}

/// Adds the points at stake to findings of the reader about criteria that do not count.
pub fn add_effects(
    findings: &mut [Finding],
    (scheme, level): (&Scheme, &LevelId),
    score: &UnitScore,
) {
    for finding in findings
        .iter_mut()
        .filter(|finding| finding.effect.is_none())
    {
        if let Some((counted, other)) = stale(finding, score) {
            *finding = finding.clone().effect(Some(counted), counted, other);
            continue;
        }
        let open: Vec<_> = finding
            .criteria
            .iter()
            .filter_map(|id| score.criteria.get(id))
            .filter(|one| one.is_open())
            .collect();
        if !open.is_empty() {
            let lowest = open.iter().map(|one| one.lowest).sum();
            let highest = open.iter().map(|one| one.highest).sum();
            *finding = finding.clone().open_effect(None, lowest, highest);
            // The reader does not know the level yet; the range that applies is the level's, in points of the criterion, whatever
            // it brings to the total. A share of the maximum has one of its own.
            let id = finding.criteria.first();
            let criterion = id.and_then(|id| scheme.criterion(id));
            let of_points = criterion.filter(|one| scheme.whole_of(one).is_none());
            if let Some(one) = of_points.filter(|_| finding.rule == &values::SCORE_UNREADABLE) {
                let maximum = one.maximum_at(level).unwrap_or_default();
                finding.expected = Some(Fact::between(one.minimum(), maximum));
            }
        }
    }
}

/// The points that count by a stored result, and those that its formula gives.
fn stale(finding: &Finding, score: &UnitScore) -> Option<(Points, Points)> {
    let ([criterion], Some(Fact::Number(stored)), Some(Fact::Number(other))) = (
        finding.criteria.as_slice(),
        &finding.found,
        &finding.expected,
    ) else {
        return None;
    };
    let score = score.criteria.get(criterion)?;
    (finding.rule == &formulas::STALE_RESULT && score.own() == Some(Points(*stored)))
        .then_some((score.counted?, score.worth(Points(*other))))
}

impl Checked<'_> {
    fn level(&self) -> &LevelId {
        &self.submission.unit.level
    }

    /// The submission as a whole.
    fn file(&self) -> Place {
        Place {
            unit: Some(self.submission.unit.clone()),
            file: Some(self.submission.file.clone()),
            sheet: None,
            cell: None,
        }
    }

    /// Where a value of the submission came from.
    fn place(&self, origin: &Origin) -> Place {
        let Place { unit, file, .. } = self.file();
        Place {
            unit,
            file,
            ..origin.place()
        }
    }
}

fn points(found: &Found<Points>) -> Option<Points> {
    match found.value {
        Reading::Value(points) => Some(points),
        Reading::Empty | Reading::Unreadable => None,
    }
}
