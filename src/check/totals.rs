//! Sums that the unit states against the sums of its own scores, and its own grade.

use crate::check::{Checked, points};
use crate::finding::{About, Fact, Finding};
use crate::points::Points;
use crate::rules::{practice, totals};
use crate::submission::{OwnSum, SumOf};
use crate::text;

/// Findings about the sums of a submission.
pub fn check(checked: Checked<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut said: Vec<(&SumOf, Points)> = Vec::new();
    for own in &checked.submission.own_sums {
        let Some(stated) = points(&own.stated) else {
            continue;
        };
        // The same wrong sum stands on the group's sheet and on the summary: one finding.
        if said.contains(&(&own.of, stated)) {
            continue;
        }
        if let Some(finding) = sum_mismatch(checked, own, stated) {
            said.push((&own.of, stated));
            findings.push(finding);
        }
    }
    findings.extend(group_ranges(checked));
    findings.extend(own_grade(checked));
    findings
}

/// A stated sum that is not the sum of the scores. While criteria are open, only one that no score could make true.
fn sum_mismatch(checked: Checked<'_>, own: &OwnSum, stated: Points) -> Option<Finding> {
    let (rule, about, sum, lowest, highest) = match &own.of {
        SumOf::Total => {
            let (lowest, highest) = raw_bounds(checked);
            (
                &totals::TOTAL_MISMATCH,
                About::Total,
                checked.score.raw_total,
                lowest,
                highest,
            )
        }
        SumOf::Group(id) => {
            let group = checked.score.groups.get(id)?;
            let name = checked
                .scheme
                .group(id)
                .map(|group| group.name.clone())
                .unwrap_or_default();
            (
                &totals::GROUP_SUM_MISMATCH,
                About::Group(id.clone(), name),
                group.sum,
                group.lowest,
                group.highest,
            )
        }
        SumOf::Criterion(id) => {
            let below: Vec<_> = checked
                .scheme
                .scored_below(id)
                .filter_map(|criterion| checked.score.criteria.get(&criterion.id))
                .collect();
            let sum = below.iter().filter_map(|score| score.counted).sum();
            let lowest = below.iter().map(|score| score.lowest).sum();
            let highest = below.iter().map(|score| score.highest).sum();
            (
                &totals::GROUP_SUM_MISMATCH,
                About::Row(id.0.clone()),
                sum,
                lowest,
                highest,
            )
        }
    };
    let agrees = if lowest == highest {
        stated == sum
    } else {
        (lowest..=highest).contains(&stated)
    };
    if agrees {
        return None;
    }
    let left_out = own.of == SumOf::Total && stated != sum && stated == sum - outside(checked);
    let rule = if left_out {
        &practice::BONUS_LEFT_OUT
    } else {
        rule
    };
    let finding = Finding::new(rule, checked.place(&own.stated.spot))
        .about(about)
        .found(stated)
        .expected(sum);
    Some(finding.effect(Some(sum), sum, stated))
}

/// Bonus and penalty, outside the maximum of the total.
fn outside(checked: Checked<'_>) -> Points {
    let groups = checked
        .scheme
        .groups
        .iter()
        .filter(|group| group.outside_total);
    groups
        .filter_map(|group| checked.score.groups.get(&group.id))
        .map(|group| group.sum)
        .sum()
}

fn raw_bounds(checked: Checked<'_>) -> (Points, Points) {
    let groups = checked.score.groups.values();
    (
        groups.clone().map(|group| group.lowest).sum(),
        groups.map(|group| group.highest).sum(),
    )
}

/// Groups whose sum leaves the range that the scheme gives them, as bonus and penalty can.
fn group_ranges(checked: Checked<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for group in &checked.scheme.groups {
        let Some(score) = checked.score.groups.get(&group.id) else {
            continue;
        };
        let lowest = Points(group.minimum.unwrap_or_default());
        let highest = group.maximum_at(checked.level());
        if score.sum > highest || score.sum < lowest {
            let about = About::Group(group.id.clone(), group.name.clone());
            let finding = Finding::new(&totals::GROUP_OUT_OF_RANGE, checked.file()).about(about);
            let nearest = score.sum.clamp(lowest, highest);
            let finding = finding
                .found(score.sum)
                .expected(Fact::Range(lowest.0, highest.0));
            findings.push(finding.effect(Some(score.sum), score.sum, nearest));
        }
    }
    findings
}

/// The unit's own grade against that of its total, where the total is certain.
fn own_grade(checked: Checked<'_>) -> Option<Finding> {
    let own = checked.submission.own_grade.as_ref()?;
    let stated = own.value.value()?;
    let grade = checked.scheme.grade(checked.score.total);
    let certain =
        checked.scheme.grade(checked.score.lowest) == checked.scheme.grade(checked.score.highest);
    if !certain || text::key(stated) == text::key(grade) {
        return None;
    }
    // A grade that follows from the unit's own total is wrong only because that total is, which is said already.
    let mut totals = checked
        .submission
        .own_sums
        .iter()
        .filter(|own| own.of == SumOf::Total);
    let follows = |own: &OwnSum| {
        points(&own.stated)
            .is_some_and(|total| text::key(checked.scheme.grade(total)) == text::key(stated))
    };
    if totals.any(follows) {
        return None;
    }
    let finding = Finding::new(&totals::GRADE_MISMATCH, checked.place(&own.spot));
    Some(
        finding
            .found(Fact::Text(stated.clone()))
            .expected(Fact::Name(grade.to_string())),
    )
}
