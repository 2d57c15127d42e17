//! Sums that the unit states against the sums of its own scores, and its own grade.

use crate::base::cell::{CellValue, Reading};
use crate::base::finding::{About, Fact, Finding};
use crate::base::ids::GroupId;
use crate::base::number::Step;
use crate::base::points::{Decimal, Most, Points};
use crate::base::rules::{practice, totals};
use crate::base::text;
use crate::campaign::scheme::{Attained, CombinedAt, Criterion, GROUP_RULE, times};
use crate::input::recognise::{groups_label, shares};
use crate::input::submission::{OwnSum, SumOf};
use crate::judge::check::slack::{self, is_in};
use crate::judge::check::{Checked, points};
use crate::judge::score::{self, CriterionScore};

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
    findings.extend(below_zero(checked));
    findings.extend(own_grade(checked));
    findings
}

/// A stated sum that is not the sum of the unit's own scores. While some of them are blank or unreadable, only one that no
/// score could make true. Once the submission is appraised, a sum may follow the appraised scores by a formula: then it is not
/// the unit's.
fn sum_mismatch(checked: Checked<'_>, own: &OwnSum, stated: Points) -> Option<Finding> {
    let (rule, about) = match &own.of {
        SumOf::Total => (&totals::TOTAL_MISMATCH, About::Total),
        SumOf::Group(id) => {
            let group = checked.scheme.group(id);
            let name = group.map(|group| group.name.clone()).unwrap_or_default();
            (&totals::GROUP_SUM_MISMATCH, About::Group(id.clone(), name))
        }
        SumOf::Groups(ids) => {
            let about = About::Row(groups_label(ids));
            (&totals::GROUP_SUM_MISMATCH, about)
        }
        SumOf::Criterion(id) => (&totals::GROUP_SUM_MISMATCH, About::Row(id.0.to_string())),
    };
    let rule = if is_of_claims(checked, &own.of) {
        rule
    } else {
        &totals::CLAIMS_COME_TO_OTHER
    };
    let slack = slack::slack(checked, own);
    let is_between = |least: Points, most: Most| stated + slack >= least && stated - slack <= most;
    let (lowest, highest) = claims(checked, &own.of);
    if is_between(lowest, highest) {
        return None;
    }
    let (counted, least, most) = counted(checked, &own.of);
    if checked.submission.is_appraised() && is_between(least, most) {
        return None;
    }
    let left_out =
        own.of == SumOf::Total && lowest == highest && stated == lowest - outside(checked);
    let rule = if left_out {
        &practice::BONUS_LEFT_OUT
    } else {
        rule
    };
    let expected = if lowest == highest {
        Fact::from(lowest)
    } else {
        Fact::between(lowest, highest)
    };
    let finding = Finding::new(rule, checked.place(&own.stated.origin))
        .about(about)
        .found(stated)
        .as_share(share(checked, own))
        .expected(expected);
    // Where appraised scores count, or something is open, the unit's sum says nothing about what counts.
    let is_counted = lowest == highest && lowest == counted;
    Some(if is_counted {
        finding.effect(Some(counted), counted, stated)
    } else {
        finding
    })
}

/// What stands in the cell of a sum that is a share of its maximum, in percent where the cell shows it so; `None` where it has points.
fn share(checked: Checked<'_>, own: &OwnSum) -> Option<String> {
    shares::whole(&own.stated)?;
    let text = own.stated.text();
    let is_number = matches!(own.stated.written, CellValue::Number(_));
    if !is_number || !own.stated.steps.contains(&Step::Percent) {
        return Some(text);
    }
    // A percentage is stored as 0.95 or, with the sign alone, as 95: whichever comes to these points.
    let (stored, points) = (text.parse::<Decimal>().ok()?, points(&own.stated)?);
    let most = shares::most(checked.scheme, checked.level(), &own.of)?;
    let percent = stored.checked_mul(Decimal::ONE_HUNDRED)?;
    let as_stored = percent.checked_mul(most.0)? == points.checked_mul(Decimal::from(10_000))?.0;
    let shown = if as_stored { stored } else { percent };
    Some(format!("{}%", shown.normalize()))
}

/// Whether what counts under a sum is the sum of what the unit claims: neither one of several nor a mean, not cut to a maximum, and
/// nothing that is given or computed in place of a claim. A total is told as a sum all the same.
fn is_of_claims(checked: Checked<'_>, of: &SumOf) -> bool {
    let is_sum =
        |one: &Criterion| one.rule == GROUP_RULE && !one.cap.is_set() || !one.rule.combines();
    let is_whole = |ids: &[GroupId]| {
        let mut means = checked.scheme.criteria.iter().filter(|one| is_in(one, of));
        let mut groups = ids.iter().filter_map(|id| checked.scheme.group(id));
        groups.all(|one| !one.cap.is_set()) && !means.any(|one| one.rule.is_mean())
    };
    let rule_is_sum = match of {
        SumOf::Total => return true,
        SumOf::Group(id) => is_whole(std::slice::from_ref(id)),
        SumOf::Groups(ids) => is_whole(ids),
        SumOf::Criterion(id) => checked.scheme.criterion(id).is_none_or(is_sum),
    };
    let mut scored = checked.scheme.criteria.iter().filter(|one| is_in(one, of));
    let is_claimed = |one: &Criterion| {
        let score = checked.score.criteria.get(&one.id);
        score.is_none_or(|score| score.basis.is_none())
    };
    rule_is_sum && scored.all(is_claimed)
}

/// What counts under a sum, with the fewest and the most points that it can come to.
fn counted(checked: Checked<'_>, of: &SumOf) -> (Points, Points, Most) {
    let is_plain = checked.scheme.is_plain();
    let score = |one: &Criterion| checked.score.criteria.get(&one.id);
    let end = |one: &Criterion, plain: fn(&CriterionScore) -> Most, open: Most| {
        let score = score(one)?;
        match score.own() {
            _ if is_plain => Some(plain(score)),
            _ if score.exempt || score.left_out.is_some() => None,
            Some(points) => Some(points.into()),
            None => Some(open),
        }
    };
    let least = |one: &Criterion| {
        let lowest = end(one, |score| score.lowest.into(), one.minimum().into());
        lowest.and_then(Most::limit)
    };
    let most = |one: &Criterion| one.maximum_at(checked.level()).unwrap_or_default();
    (
        sum_of(checked, of, &|one| score(one)?.own()),
        sum_of(checked, of, &least),
        most_of(checked, of, &|one| {
            end(one, |score| score.highest, most(one))
        }),
    )
}

/// What criteria come to under a sum, as the form has it: a group's sum is in points of the group.
fn sum_of(
    checked: Checked<'_>,
    of: &SumOf,
    points: &dyn Fn(&Criterion) -> Option<Points>,
) -> Points {
    let sum = most_of(checked, of, &|one| points(one).map(Most::Points));
    // What is added up of so many points is so many.
    sum.limit().unwrap_or_default()
}

/// As [`sum_of`], of the most that they can come to.
fn most_of(checked: Checked<'_>, of: &SumOf, points: &dyn Fn(&Criterion) -> Option<Most>) -> Most {
    let scheme = checked.scheme;
    if scheme.is_plain() {
        let criteria = scheme.criteria.iter().filter(|one| is_in(one, of));
        return criteria.filter_map(points).sum();
    }
    let group = |id: &GroupId| {
        scheme
            .combined_most(CombinedAt::Group(id), checked.level(), points)
            .unwrap_or_default()
    };
    match of {
        SumOf::Group(id) => group(id),
        SumOf::Groups(ids) => ids.iter().map(group).sum(),
        SumOf::Criterion(id) => {
            let combined = scheme.combined_most(CombinedAt::Criterion(id), checked.level(), points);
            combined.unwrap_or_default()
        }
        SumOf::Total => {
            let groups = scheme.groups.iter();
            groups.map(|one| group(&one.id).times(one.weight)).sum()
        }
    }
}

/// What the unit's own scores add up to in all, from the fewest to the most points that it can be.
pub fn own_sum(checked: Checked<'_>) -> (Points, Most) {
    claims(checked, &SumOf::Total)
}

/// The total that the unit states, with the share of the maximum that stands in its cell where it is one: a share that is rounded stands
/// for the sum of its scores where that is no further off.
pub fn own_total(checked: Checked<'_>) -> (Option<Points>, Option<String>) {
    let mut totals = checked.submission.own_sums.iter();
    let total = |own: &&OwnSum| own.of == SumOf::Total && points(&own.stated).is_some();
    totals.find(total).map_or((None, None), |own| {
        (meant_total(checked, own), share(checked, own))
    })
}

/// The points of a stated total.
fn meant_total(checked: Checked<'_>, own: &OwnSum) -> Option<Points> {
    let (stated, slack) = (points(&own.stated)?, slack::of_share(checked, own));
    let (least, most) = own_sum(checked);
    let nearest = most.at_most(stated.max(least));
    let is_near = (nearest - stated).abs() <= slack;
    Some(if is_near { nearest } else { stated })
}

/// The sum of the unit's own scores under a sum, from the fewest to the most points that it can be.
fn claims(checked: Checked<'_>, of: &SumOf) -> (Points, Most) {
    (
        sum_of(checked, of, &|one| Some(claimed(checked, one)?.0)),
        most_of(checked, of, &|one| Some(claimed(checked, one)?.1)),
    )
}

/// What a criterion is in a sum of the unit's own, from the fewest to the most points; `None` where it is in none.
fn claimed(checked: Checked<'_>, criterion: &Criterion) -> Option<(Points, Most)> {
    let score = checked.score.criteria.get(&criterion.id)?;
    let is_left_out = || {
        let above = checked.scheme.parent(criterion);
        above.is_some_and(|above| above.rule.leaves_blanks())
    };
    if score.left_out.is_some() || score.exempt && is_left_out() {
        return None;
    }
    let maximum = criterion.maximum_at(checked.level()).unwrap_or_default();
    let entry = checked.submission.entries.get(&criterion.id);
    let claim = score::claim(entry, criterion, maximum).ok();
    Some(match (&score.claimed, score.exempt) {
        // A claim that cannot count may be in the unit's own sum or not, whatever was appraised since.
        (Reading::Value(points), false) if claim.is_none() => (
            criterion.minimum().min(*points),
            maximum.max(Most::Points(*points)),
        ),
        (Reading::Value(points), false) => (*points, Most::Points(*points)),
        (Reading::Value(points), true) => {
            let most = Points::ZERO.max(*points);
            (Points::ZERO.min(*points), Most::Points(most))
        }
        (_, true) => (Points::ZERO, Most::ZERO),
        // Blank, which is 0 by the scheme.
        (Reading::Empty, false) if claim.is_some() => (Points::ZERO, Most::ZERO),
        (_, false) => (criterion.minimum(), maximum),
    })
}

/// The unit's own bonus and penalty, outside the maximum of the total.
fn outside(checked: Checked<'_>) -> Points {
    let groups = checked
        .scheme
        .groups
        .iter()
        .filter(|group| group.outside_total);
    groups
        .map(|group| {
            let sum = claims(checked, &SumOf::Group(group.id.clone())).0;
            times(sum, group.weight)
        })
        .sum()
}

/// Groups whose sum leaves the range that the scheme gives them, as bonus and penalty can.
fn group_ranges(checked: Checked<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for group in &checked.scheme.groups {
        let Some(score) = checked.score.groups.get(&group.id) else {
            continue;
        };
        let lowest = times(Points(group.minimum.unwrap_or_default()), group.weight);
        // Where a criterion below a weakest one does not apply, what is left may come to more.
        let highest = group.worth_at(checked.level()).max(score.maximum);
        if score.sum > highest || score.sum < lowest {
            let about = About::Group(group.id.clone(), group.name.clone());
            let finding = Finding::new(&totals::GROUP_OUT_OF_RANGE, checked.file()).about(about);
            let nearest = highest.at_most(score.sum.max(lowest));
            let finding = finding
                .found(score.sum)
                .expected(Fact::between(lowest, highest));
            findings.push(finding.effect(Some(score.sum), score.sum, nearest));
        }
    }
    findings
}

/// A total below 0: more is taken off than there is, and no scheme says how far a total may fall. While a score is open, what is given
/// for it may make up for that. At the unit's own total, where it states one.
fn below_zero(checked: Checked<'_>) -> Option<Finding> {
    let score = checked.score;
    if score.open > 0 || score.total >= Points::ZERO {
        return None;
    }
    let mut sums = checked.submission.own_sums.iter();
    let own = sums.find(|own| own.of == SumOf::Total && points(&own.stated).is_some());
    let place = own.map_or_else(|| checked.file(), |own| checked.place(&own.stated.origin));
    let finding = Finding::new(&totals::GROUP_OUT_OF_RANGE, place)
        .about(About::Total)
        .found(score.total)
        .expected(Fact::AtLeast(Decimal::ZERO));
    Some(finding.effect(Some(score.total), score.total, Points::ZERO))
}

/// The unit's own grade against that of its total, where the total is certain.
fn own_grade(checked: Checked<'_>) -> Option<Finding> {
    let own = checked.submission.own_grade.as_ref()?;
    let stated = own.value.value()?;
    let (scheme, level) = (checked.scheme, checked.level());
    let [lowest, has, highest] = checked.score.ends(scheme, level);
    let grade = scheme.grade(level, &has);
    let certain = scheme.grade(level, &lowest) == scheme.grade(level, &highest);
    let grade_of = |total: Most| {
        let groups = has.groups.clone();
        scheme.grade(level, &Attained { total, groups })
    };
    // Where the scheme has no grades there is none to hold it against.
    if !certain || scheme.grades.is_empty() || text::key(stated) == text::key(grade) {
        return None;
    }
    // A grade that fits the unit's own scores differs only because they were appraised otherwise.
    let mut scores = checked.score.criteria.values();
    if checked.submission.is_appraised() || scores.any(|one| one.decided.is_some()) {
        let (lowest, highest) = own_sum(checked);
        let fits = |end: Most| text::key(grade_of(end)) == text::key(stated);
        let is_scaled = checked.score.total != checked.score.raw_total;
        if is_scaled || fits(lowest.into()) || fits(highest) {
            return None;
        }
    }
    // A grade that follows from the unit's own total is wrong only because that total is, which is said already.
    let mut totals = checked
        .submission
        .own_sums
        .iter()
        .filter(|own| own.of == SumOf::Total);
    let follows = |own: &OwnSum| {
        points(&own.stated)
            .is_some_and(|total| text::key(grade_of(total.into())) == text::key(stated))
    };
    if totals.any(follows) {
        return None;
    }
    let finding = Finding::new(&totals::GRADE_MISMATCH, checked.place(&own.origin));
    Some(
        finding
            .found(Fact::Text(stated.clone()))
            .expected(if grade.is_empty() {
                Fact::Said("không đạt mức nào".to_string(), "none".to_string())
            } else {
                Fact::Name(grade.to_string())
            }),
    )
}
