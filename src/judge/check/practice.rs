//! What is possible but unlikely, and what an appraiser should see: evidence, appraisal, scores that are all alike, totals
//! that rounding would lift over a limit.

use std::collections::BTreeSet;

use crate::base::cell::Reading;
use crate::base::finding::{About, Fact, Finding};
use crate::base::ids::CriterionId;
use crate::base::lang::Lang;
use crate::base::number::Step;
use crate::base::points::{Decimal, Most, Points, round_half_away};
use crate::base::rules::{evidence as evidence_rules, practice};
use crate::campaign::scheme::Criterion;
use crate::input::submission::{Entry, SumOf};
use crate::judge::check::appraised;
use crate::judge::check::evidence;
use crate::judge::check::{Checked, points};
use crate::judge::score::{CountedBy, CriterionScore};

/// Findings of this kind about a submission. `year` is the year assessed.
pub fn check(checked: Checked<'_>, year: i32) -> Vec<Finding> {
    let mut findings = Vec::new();
    // Evidence merged over several criteria is looked at once.
    let mut seen = BTreeSet::new();
    for criterion in &checked.scheme.criteria {
        let Some(entry) = checked.submission.entries.get(&criterion.id) else {
            continue;
        };
        findings.extend(not_a_step(checked, criterion, entry));
        findings.extend(appraised::check(checked, criterion, entry));
        let sheet = entry.claimed.origin.cell().map(|(sheet, _)| sheet);
        if entry.evidence_cell.is_none() || seen.insert((sheet, entry.evidence_cell)) {
            findings.extend(evidence::check(checked, criterion, entry, year));
        }
    }
    findings.extend(evidence::missing(checked));
    findings.extend(appraised_in_part(checked));
    findings.extend(near_limit(checked));
    findings.extend(all_alike(checked));
    findings.extend(total_not_of_details(checked));
    findings
}

/// A claim that none of the steps of its rule can give, where the figures are not there to say which it should be.
fn not_a_step(checked: Checked<'_>, criterion: &Criterion, entry: &Entry) -> Option<Finding> {
    let claimed = points(&entry.claimed)?;
    let score = checked.score.criteria.get(&criterion.id)?;
    let maximum = criterion.maximum_at(checked.level())?;
    if score.computed.is_some() || score.own() != Some(claimed) {
        return None;
    }
    let mut steps = criterion.rule.steps(maximum)?;
    steps.dedup();
    let lowest = steps.iter().min().copied()?;
    (!steps.contains(&claimed.0)).then(|| {
        Finding::new(&practice::NOT_A_STEP, checked.place(&entry.claimed.origin))
            .about(About::Row(criterion.label()))
            .on(&criterion.id)
            .found(claimed)
            .expected(Fact::Numbers(steps))
            .effect(
                score.counted,
                score.worth(Points(lowest)),
                score.worth(claimed),
            )
    })
}

/// Some criteria appraised and others not, so that claims count beside appraised scores: one finding for the whole submission.
/// A criterion that claims no points needs no appraisal; and where every appraised score differs from its claim, the appraiser
/// writes down what he changes, and a blank agrees.
fn appraised_in_part(checked: Checked<'_>) -> Option<Finding> {
    let entries = &checked.submission.entries;
    let is_appraised = |entry: &Entry| {
        let found = entry.appraised.as_ref();
        found.is_some_and(|found| found.value != Reading::Empty)
    };
    let claims = |id: &CriterionId| {
        let counted = checked.score.criteria.get(id).and_then(CriterionScore::own);
        counted.is_some_and(|points| points != Points::ZERO)
    };
    let appraised: Vec<&Entry> = entries.values().filter(|one| is_appraised(one)).collect();
    let agrees = |entry: &&Entry| {
        let found = entry.appraised.as_ref();
        found.is_some_and(|found| found.value == entry.claimed.value)
    };
    let left = entries
        .iter()
        .filter(|(id, entry)| !is_appraised(entry) && claims(id));
    let left: Vec<(&CriterionId, &Entry)> = left.collect();
    let (_, first) = left.first()?;
    let place = first
        .appraised
        .as_ref()
        .map_or(&first.claimed.origin, |one| &one.origin);
    appraised.iter().any(agrees).then(|| {
        let names = left.iter().map(|(id, _)| id.0.to_string()).collect();
        Finding::new(&evidence_rules::APPRAISED_IN_PART, checked.place(place))
            .found(Fact::Names(names))
            .expected(Fact::Number(Decimal::from(appraised.len())))
    })
}

/// A total that printing would round into another grade.
fn near_limit(checked: Checked<'_>) -> Option<Finding> {
    let total = checked.score.total;
    let printed = Points(round_half_away(
        total.0,
        checked.scheme.rounding.total_decimals,
    ));
    let certain = checked.score.lowest == checked.score.highest;
    let (scheme, level) = (checked.scheme, checked.level());
    let [_, has, _] = checked.score.ends(scheme, level);
    let shown = has.shifted((printed - total).into(), |_| Most::ZERO);
    (certain && scheme.grade(level, &has) != scheme.grade(level, &shown)).then(|| {
        let finding = Finding::new(&practice::NEAR_LIMIT, checked.file()).about(About::Total);
        finding.found(total).expected(printed)
    })
}

/// Every criterion claimed at its maximum, or every one at zero. What somebody else's points count for says nothing of the unit's
/// unless it claims the same, and where they count everywhere its claims do not.
fn all_alike(checked: Checked<'_>) -> Option<Finding> {
    let inside = checked
        .scheme
        .groups
        .iter()
        .filter(|group| !group.outside_total);
    let (mut scored, mut is_claim_counted): (Vec<(Points, Most)>, bool) = (Vec::new(), false);
    for criterion in inside.flat_map(|group| checked.scheme.scored(&group.id)) {
        let score = checked.score.criteria.get(&criterion.id);
        let Some((score, counted)) = score.and_then(|score| Some((score, score.own()?))) else {
            continue;
        };
        let Some(most) = criterion.maximum_at(checked.level()) else {
            continue;
        };
        if !is_by_others(score) {
            is_claim_counted = true;
        } else if score.claimed != Reading::Value(counted) {
            return None;
        }
        scored.push((counted, most));
    }
    let at_maximum = scored.iter().all(|(points, most)| points == most);
    let claims: Vec<Points> = scored.into_iter().map(|(points, _)| points).collect();
    let total: Points = claims.iter().copied().sum();
    let all_zero = claims.iter().all(|points| *points == Points::ZERO);
    let found = if all_zero {
        Fact::Number(total.0)
    } else {
        Fact::Said(
            format!("đúng điểm tối đa (tổng {})", Lang::Vi.number(total.0)),
            format!("its maximum ({} together)", Lang::En.number(total.0)),
        )
    };
    (claims.len() > 4 && is_claim_counted && (at_maximum || all_zero))
        .then(|| Finding::new(&practice::ALL_ALIKE, checked.file()).found(found))
}

/// Whether points count that the unit does not claim: appraised, decided, given.
fn is_by_others(score: &CriterionScore) -> bool {
    matches!(
        score.counted_by(),
        CountedBy::Appraised | CountedBy::Decided | CountedBy::Given
    )
}

/// An appraised total over a form in which nothing is appraised.
fn total_not_of_details(checked: Checked<'_>) -> Option<Finding> {
    let appraised = |entry: &Entry| {
        entry
            .appraised
            .as_ref()
            .is_some_and(|one| one.value != Reading::Empty)
    };
    if checked.submission.entries.values().any(appraised) {
        return None;
    }
    let total = checked
        .submission
        .appraised_sums
        .iter()
        .find(|own| own.of == SumOf::Total)?;
    let stated = points(&total.stated)?;
    let finding = Finding::new(
        &practice::TOTAL_NOT_OF_DETAILS,
        checked.place(&total.stated.origin),
    );
    // A zero that a formula gives over empty cells states nothing.
    (stated != Points::ZERO && !total.stated.steps.contains(&Step::Merged))
        .then(|| finding.found(stated))
}
