//! Scores: missing, blank, out of range, on another scale, not what the figures give.

use std::sync::Arc;

use crate::base::cell::{CellValue, Reading};
use crate::base::finding::{About, Fact, Finding, Place};
use crate::base::number::{self, Sort};
use crate::base::points::{Decimal, Most, Points, RoundingMode};
use crate::base::rules::{cells, given, layout, options, totals, values};
use crate::campaign::scheme::{Criterion, Group};
use crate::input::submission::Entry;
use crate::judge::check::Checked;
use crate::judge::score::{CountsInstead, CriterionScore, Open, claim};

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
        let (settled, scored): (Vec<_>, Vec<_>) = scored
            .into_iter()
            .partition(|(_, score)| score.basis.is_some());
        for (criterion, score) in settled {
            findings.extend(without_claim(checked, criterion, score));
            findings.extend(appraised_left(checked, criterion, score));
            findings.extend(appraised_out_of_range(checked, criterion));
        }
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
            findings.extend(beyond_total(checked, criterion, score));
            findings.extend(appraised_out_of_range(checked, criterion));
            findings.extend(rule_disagrees(checked, criterion, score));
        }
    }
    findings.extend(of_other_level(checked));
    findings
}

/// Points in rows of criteria that the unit's level does not have. They are in no sum.
fn of_other_level(checked: Checked<'_>) -> Vec<Finding> {
    let criteria = checked.scheme.criteria.iter();
    let others = criteria.filter(|one| one.maximum_at(checked.level()).is_none());
    let entries = others.filter_map(|one| Some((one, checked.submission.entries.get(&one.id)?)));
    let found = |(criterion, entry): (&Criterion, &Entry)| {
        let claimed = Some(&entry.claimed);
        let all = claimed.into_iter().chain(entry.appraised.as_deref());
        let mut stated = all.filter_map(|found| Some((found, *found.value.value()?)));
        let (found, points) = stated.find(|(_, points)| *points != Points::ZERO)?;
        let finding = Finding::new(&given::OTHER_LEVEL, checked.place(&found.origin));
        let finding = finding.about(About::Row(criterion.label()));
        Some(finding.on(&criterion.id).found(points))
    };
    entries.filter_map(found).collect()
}

/// What counts in place of a claim and is not there; a claim that says something else than what counts.
fn without_claim(
    checked: Checked<'_>,
    criterion: &Criterion,
    score: &CriterionScore,
) -> Option<Finding> {
    let is_given = matches!(score.basis, Some(CountsInstead::Given(_)));
    let entry = checked.submission.entries.get(&criterion.id);
    let place = entry.map_or_else(
        || checked.file(),
        |entry| checked.place(&entry.claimed.origin),
    );
    let about = |finding: Finding| {
        let finding = finding.about(About::Row(criterion.label()));
        finding.on(&criterion.id)
    };
    if score.counted.is_none() {
        let (rule, place) = if is_given {
            (&given::NOT_GIVEN, checked.file())
        } else {
            (&given::NOT_COMPUTED, place)
        };
        let finding = about(Finding::new(rule, place));
        return Some(finding.open_effect(None, score.lowest, score.highest));
    }
    let claimed = *score.claimed.value()?;
    let counts = score.own()?;
    let is_appraised = score.appraised == Some(counts) && !is_given;
    let is_decided = score.decided.is_some();
    (!is_appraised && !is_decided && claimed != counts).then(|| {
        let finding = about(Finding::new(&given::CLAIM_LEFT, place));
        finding.found(claimed).expected(counts)
    })
}

/// An appraised score that gives way to other points of the province.
fn appraised_left(
    checked: Checked<'_>,
    criterion: &Criterion,
    score: &CriterionScore,
) -> Option<Finding> {
    let is_given = matches!(score.basis, Some(CountsInstead::Given(Some(_))));
    let entry = checked.submission.entries.get(&criterion.id)?;
    let is_left = is_given && score.decided.is_none();
    let found = entry.appraised.as_ref().filter(|_| is_left)?;
    let (appraised, granted) = (*found.value.value()?, score.own()?);
    (appraised != granted).then(|| {
        let finding = Finding::new(&given::APPRAISED_LEFT, checked.place(&found.origin));
        let finding = finding.about(About::Row(criterion.label()));
        finding.on(&criterion.id).found(appraised).expected(granted)
    })
}

fn group_missing(
    checked: Checked<'_>,
    group: &Group,
    scored: &[(&Criterion, &CriterionScore)],
) -> Finding {
    let open = || {
        let open = scored.iter().filter(|(_, score)| score.counted.is_none());
        open.map(|(_, score)| score)
    };
    let lowest: Points = open().map(|score| score.lowest).sum();
    let highest: Most = open().map(|score| score.highest).sum();
    let about = About::Group(group.id.clone(), group.name.clone());
    let finding = Finding::new(&layout::GROUP_MISSING, checked.file()).about(about);
    let finding = scored
        .iter()
        .fold(finding, |finding, (criterion, _)| finding.on(&criterion.id));
    finding.open_effect(None, lowest, highest)
}

/// Says why a claim cannot count, whatever was appraised.
fn criterion_open(
    checked: Checked<'_>,
    criterion: &Criterion,
    score: &CriterionScore,
) -> Option<Finding> {
    // What adds nothing may be left blank.
    if score.weight.is_zero() {
        return None;
    }
    let entry = checked.submission.entries.get(&criterion.id);
    let maximum = criterion.maximum_at(checked.level())?;
    let open = claim(entry, criterion, maximum).err()?;
    let place = entry.map_or_else(
        || checked.file(),
        |entry| checked.place(&entry.claimed.origin),
    );
    let finding = match open {
        Open::Unreadable => return None,
        Open::Missing if checked.submission.explained.contains(&criterion.id) => return None,
        Open::Missing => Finding::new(&layout::CRITERION_MISSING, place),
        Open::Blank => match answer(checked, criterion, score) {
            Some(answer) => {
                Finding::new(&options::ANSWER_WITHOUT_POINTS, place).found(Fact::Text(answer))
            }
            None => blank(entry, place, criterion, maximum, score),
        },
        Open::Above(points) if maximum <= Most::ZERO && -points >= criterion.minimum() => {
            let finding = Finding::new(&cells::PENALTY_POSITIVE, place);
            finding.found(points).expected(-points)
        }
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
    Some(if let Some(left) = score.left_out {
        finding.effect(Some(Points::ZERO), left.lowest, left.highest)
    } else if score.counted.is_none() {
        finding.open_effect(None, score.lowest, score.highest)
    } else {
        finding
    })
}

/// A claim without a limit that is more than all points of the total together: it counts, but it may be a year, a number of a document
/// or a figure.
fn beyond_total(
    checked: Checked<'_>,
    criterion: &Criterion,
    score: &CriterionScore,
) -> Option<Finding> {
    let is_unlimited = criterion.maximum_at(checked.level())?.is_unlimited();
    let entry = checked.submission.entries.get(&criterion.id)?;
    let claimed = *entry.claimed.value.value()?;
    let total = Points(checked.scheme.total_at(checked.level()));
    let counts = score.own() == Some(claimed);
    (is_unlimited && counts && claimed > total).then(|| {
        let place = checked.place(&entry.claimed.origin);
        Finding::new(&values::ABOVE_TOTAL, place)
            .about(About::Row(criterion.label()))
            .on(&criterion.id)
            .found(claimed)
            .expected(total)
            .effect(
                score.counted,
                score.worth(criterion.minimum()),
                score.worth(claimed),
            )
    })
}

/// What stands in the cell of a score that is none: the answer that a rule asks for, in a form without a column of scores.
fn answer(checked: Checked<'_>, criterion: &Criterion, score: &CriterionScore) -> Option<String> {
    let at = checked
        .submission
        .entries
        .get(&criterion.id)?
        .claimed
        .origin
        .cell()?;
    let figures = criterion.figures.iter();
    let mut found = figures.filter_map(|one| checked.submission.figures.get(&one.id));
    let here = found.find(|one| one.origin.cell() == Some(at) && one.value != Reading::Empty);
    let text = here?.text();
    (score.own().is_none() && text.chars().any(char::is_alphabetic)).then_some(text)
}

/// A blank score: appraised all the same, written into a neighbouring column, or simply blank.
fn blank(
    entry: Option<&Entry>,
    place: Place,
    criterion: &Criterion,
    maximum: Most,
    score: &CriterionScore,
) -> Finding {
    if let Some(appraised) = score.own().filter(|_| score.decided.is_none()) {
        return Finding::new(&cells::APPRAISED_WITHOUT_CLAIM, place).found(appraised);
    }
    let lowest = criterion.minimum().0;
    let highest = maximum.limit().map_or(Decimal::READABLE, |most| most.0);
    let number = |text: &Arc<str>| {
        let sort = Sort::Points { lowest, highest };
        number::read(&CellValue::Text(text.to_string()), sort, "")
            .ok()
            .flatten()
    };
    let beside = entry.and_then(|entry| {
        let texts = [&entry.evidence, &entry.explanation];
        texts.into_iter().flatten().find_map(number)
    });
    match beside.filter(|number| (lowest..=highest).contains(&number.value)) {
        Some(number) => {
            Finding::new(&cells::SCORE_SHIFTED, place).found(Fact::Number(number.value))
        }
        None if !criterion.rule.option_rows().is_empty() => {
            Finding::new(&options::NONE_TICKED, place)
        }
        None => {
            let text = entry.map(|entry| entry.claimed.text());
            let text = text.filter(|text| text.chars().any(char::is_alphabetic));
            let finding = Finding::new(&values::SCORE_BLANK, place);
            match text {
                Some(text) => finding.found(Fact::Text(text)),
                None => finding,
            }
        }
    }
}

/// An appraised score that the criterion cannot have; the claim counts instead.
fn appraised_out_of_range(checked: Checked<'_>, criterion: &Criterion) -> Option<Finding> {
    let found = checked
        .submission
        .entries
        .get(&criterion.id)?
        .appraised
        .as_ref()?;
    let appraised = found.value.value()?;
    let (lowest, highest) = (criterion.minimum(), criterion.maximum_at(checked.level())?);
    let is_within = *appraised >= lowest && *appraised <= highest;
    (!is_within).then(|| {
        Finding::new(&cells::APPRAISED_OUT_OF_RANGE, checked.place(&found.origin))
            .about(About::Row(criterion.label()))
            .on(&criterion.id)
            .found(*appraised)
            .expected(Fact::between(lowest, highest))
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
    let is_cut = decimals > 0 && computed.0.rounded(decimals, RoundingMode::ToZero) == claimed.0;
    let finding = Finding::new(
        if is_cut {
            &totals::CUT_OFF
        } else {
            &totals::RULE_DISAGREES
        },
        checked.place(&entry.claimed.origin),
    )
    .about(About::Row(criterion.label()))
    .on(&criterion.id)
    .found(Fact::Number(claimed.0))
    .expected(Fact::Number(computed.0));
    Some(if score.own() == Some(claimed) {
        let (claimed, computed) = (score.worth(claimed), score.worth(computed));
        finding.effect(score.counted, claimed, computed)
    } else {
        finding
    })
}
