//! Whether points that are given for sums come to what the sums are off by.
//!
//! In: decisions that hold. Out: a finding for each that gives a sum something else than its difference. Not for: sums of criteria not
//! all of whose points count, of a unit whose total is scaled up: there nobody but the appraiser can tell the points.

use crate::base::finding::{Fact, Finding};
use crate::base::ids::{CriterionId, UnitId};
use crate::base::points::Points;
use crate::base::rules::decisions as rules;
use crate::judge::score::CriterionScore;
use crate::result::report::decide::Case;
use crate::result::report::decide::act::stated;
use crate::result::report::decide::desk::Desk;
use crate::result::report::decide::outcome::{Act, RowOutcome};
use crate::result::report::decide::tell;

/// What a decision on a sum gives a criterion.
struct Given<'d> {
    unit: &'d UnitId,
    criterion: &'d CriterionId,
    more: Points,
}

/// A warning for each decision on a sum whose criteria get another number of points than it is off by.
pub(super) fn findings(desk: &Desk<'_>, cases: &[Case<'_>]) -> Vec<Finding> {
    let mut given: Vec<Given<'_>> = Vec::new();
    for one in cases.iter().filter_map(|case| of(desk, case)) {
        // Two rows that give one criterion the same give it once.
        let is_there =
            |other: &Given<'_>| (other.unit, other.criterion) == (one.unit, one.criterion);
        if !given.iter().any(is_there) {
            given.push(one);
        }
    }
    let told = cases.iter().filter_map(|case| {
        let one = of(desk, case)?;
        let id = case.decision.question.as_ref()?;
        let (question, report) = desk.question(id)?;
        let finding = stated(question, report)?;
        let (Some(Fact::Number(stated)), Some(Fact::Number(summed))) =
            (&finding.found, &finding.expected)
        else {
            return None;
        };
        let difference = Points(stated.checked_sub(*summed)?);
        let within = given
            .iter()
            .filter(|other| other.unit == one.unit && desk.is_in_sum(id, other.criterion));
        let more: Points = within.map(|other| other.more).sum();
        (more != difference).then(|| {
            let finding = tell::finding(desk, case, &rules::SUM_NOT_MET);
            finding.found(more).expected(difference)
        })
    });
    told.collect()
}

/// What a decision that holds gives for a sum, where that can be told.
fn of<'d>(desk: &Desk<'_>, case: &'d Case<'_>) -> Option<Given<'d>> {
    let id = case.decision.question.as_ref()?;
    let RowOutcome::Holds(Act::Score { criterion, points }) = &case.outcome else {
        return None;
    };
    let target = case.decision.criterion.as_ref()?;
    let is_of_sum = Desk::criterion(id) != Some(criterion) && target == criterion;
    let score = desk.score(id, criterion).filter(|_| is_of_sum)?;
    desk.worth_in_sum(id, score)?;
    let own = CriterionScore::own(score).unwrap_or_default();
    Some(Given {
        unit: id.unit.as_ref()?,
        criterion: target,
        more: score.weighed(*points - own),
    })
}
