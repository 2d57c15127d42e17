//! Scores: missing, blank, out of range, on another scale, not what the figures give.

use crate::check::Checked;
use crate::finding::{About, Fact, Finding};
use crate::points::Points;
use crate::rules::{layout, values};
use crate::scheme::{Criterion, Group};
use crate::score::{CriterionScore, Open, claim};

/// Findings about the scores of a submission.
pub fn check(checked: Checked<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for group in &checked.scheme.groups {
        let scored: Vec<(&Criterion, &CriterionScore)> = checked
            .scheme
            .scored(&group.id)
            .filter_map(|criterion| Some((criterion, checked.score.criteria.get(&criterion.id)?)))
            .filter(|(_, score)| !score.exempt)
            .collect();
        let is_missing = |(criterion, _): &(&Criterion, &CriterionScore)| {
            !checked.submission.entries.contains_key(&criterion.id)
                && !checked.submission.explained.contains(&criterion.id)
        };
        if scored.len() > 1 && scored.iter().all(is_missing) {
            findings.push(group_missing(checked, group, &scored));
            continue;
        }
        for (criterion, score) in scored {
            findings.extend(criterion_open(checked, criterion, score));
            findings.extend(rule_disagrees(checked, criterion, score));
        }
    }
    findings
}

fn group_missing(
    checked: Checked<'_>,
    group: &Group,
    scored: &[(&Criterion, &CriterionScore)],
) -> Finding {
    let lowest: Points = scored.iter().map(|(_, score)| score.lowest).sum();
    let highest: Points = scored.iter().map(|(_, score)| score.highest).sum();
    let about = About::Group(group.id.clone(), group.name.clone());
    let finding = Finding::new(&layout::GROUP_MISSING, checked.file()).about(about);
    let finding = scored
        .iter()
        .fold(finding, |finding, (criterion, _)| finding.on(&criterion.id));
    finding.effect(None, lowest, highest)
}

/// Says why a claim cannot count, whatever was appraised.
fn criterion_open(
    checked: Checked<'_>,
    criterion: &Criterion,
    score: &CriterionScore,
) -> Option<Finding> {
    let entry = checked.submission.entries.get(&criterion.id);
    let maximum = criterion.maximum_at(checked.level())?;
    let open = claim(entry, criterion, maximum).err()?;
    let place = entry.map_or_else(
        || checked.file(),
        |entry| checked.place(&entry.claimed.spot),
    );
    let finding = match open {
        Open::Unreadable => return None,
        Open::Missing if checked.submission.explained.contains(&criterion.id) => return None,
        Open::Missing => Finding::new(&layout::CRITERION_MISSING, place),
        Open::Blank => Finding::new(&values::SCORE_BLANK, place),
        Open::Above(points) => Finding::new(&values::ABOVE_MAXIMUM, place)
            .found(points)
            .expected(maximum),
        Open::Below(points) => Finding::new(&values::BELOW_MINIMUM, place)
            .found(points)
            .expected(criterion.minimum()),
        Open::OtherMaximum(stated) => Finding::new(&values::OTHER_MAXIMUM, place)
            .found(stated)
            .expected(maximum),
    };
    let finding = finding
        .about(About::Row(criterion.label()))
        .on(&criterion.id);
    // An appraised score counts whatever was claimed; then nothing is at stake.
    Some(if score.counted.is_none() {
        finding.effect(None, score.lowest, score.highest)
    } else {
        finding
    })
}

/// A claim that its figures do not bear out. A claim that is the computed score rounded to the claim's own decimals (one
/// or more) agrees.
fn rule_disagrees(
    checked: Checked<'_>,
    criterion: &Criterion,
    score: &CriterionScore,
) -> Option<Finding> {
    let entry = checked.submission.entries.get(&criterion.id)?;
    let claimed = claim(
        Some(entry),
        criterion,
        criterion.maximum_at(checked.level())?,
    )
    .ok()?;
    let computed = score.computed?;
    let decimals = claimed.0.normalize().scale();
    if claimed == computed || (decimals > 0 && computed.rounded(decimals) == claimed) {
        return None;
    }
    let finding = Finding::new(
        &crate::rules::totals::RULE_DISAGREES,
        checked.place(&entry.claimed.spot),
    )
    .about(About::Row(criterion.label()))
    .on(&criterion.id)
    .found(Fact::Number(claimed.0))
    .expected(Fact::Number(computed.0));
    Some(if score.counted == Some(claimed) {
        finding.effect(score.counted, claimed, computed)
    } else {
        finding
    })
}
