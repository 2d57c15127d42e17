//! Numbers that no rule of scoring doubts: figures against the percentage that stands above them, against figures that take them in
//! and against those of the other units; self scores that may all be shares of their maxima.
//!
//! In: one submission, or all of them. Out: findings; all these numbers are used as they are.

use std::collections::HashSet;

use crate::base::cell::{CellAddress, Reading};
use crate::base::finding::{About, Fact, Finding, Place};
use crate::base::points::{Decimal, round_half_away};
use crate::base::rules::doubtful;
use crate::campaign::scheme::{Criterion, FigureSpec, Scheme, ScoresAs};
use crate::input::recognise::figure_label;
use crate::input::submission::{Figure, Found, Submission};
use crate::judge::check::Checked;
use crate::judge::check::figures::number_in;
use crate::judge::score::figures::Figures;

/// Units of a level that must have a figure before one of them can be called unusual.
const ENOUGH: usize = 5;

/// How many times the median an unusual figure is, at least.
const FAR: u64 = 20;

/// How many times an unusually small figure goes into the median, at least: a district of some few people has a thirtieth of the
/// others' documents, what was written in billions for millions is a thousandth.
const FAR_BELOW: u64 = 100;

/// How many times the next one it is, at least.
const APART: u64 = 3;

/// The least median of figures that can be too small.
const LARGE: u64 = 100;

/// Self scores that must be there before all of them can be called shares of their maxima.
const ENOUGH_SCORES: usize = 5;

/// The least maximum at which a self score up to 1 is unusual.
const CLEAR_MAXIMUM: u64 = 5;

/// Findings about one submission.
pub fn check(checked: Checked<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = may_be_shares(checked).into_iter().collect();
    for criterion in &checked.scheme.criteria {
        findings.extend(ratio_contradicts(checked, criterion));
        let figures = criterion.figures.iter();
        findings.extend(figures.filter_map(|figure| above_another(checked, criterion, figure)));
    }
    findings
}

/// Self scores from 0 to 1 throughout, some of them with decimals and most of them above 0, where many times as much can be had.
fn may_be_shares(checked: Checked<'_>) -> Option<Finding> {
    if checked.scheme.scores_as != ScoresAs::Points {
        return None;
    }
    let criteria = checked.scheme.criteria.iter();
    let claims = criteria.filter_map(|one| {
        let maximum = one.maximum_at(checked.level())?.limit()?;
        let found = &checked.submission.entries.get(&one.id)?.claimed;
        let points = found.value.value()?.0;
        (maximum.0 >= Decimal::from(CLEAR_MAXIMUM)).then_some((points, maximum, found))
    });
    let claims: Vec<_> = claims.collect();
    let is_share = |points: Decimal| (Decimal::ZERO..=Decimal::ONE).contains(&points);
    let above_zero = claims.iter().filter(|one| one.0 > Decimal::ZERO).count();
    let is_so = claims.len() >= ENOUGH_SCORES
        && claims.iter().all(|(points, ..)| is_share(*points))
        && above_zero * 2 >= claims.len();
    let broken = |(points, ..): &&(Decimal, _, _)| round_half_away(*points, 0) != *points;
    let (points, _, found) = claims.iter().find(broken).filter(|_| is_so)?;
    let highest = claims.iter().map(|(_, maximum, _)| *maximum).max()?;
    let finding = Finding::new(
        &doubtful::SCORES_MAY_BE_SHARES,
        checked.place(&found.origin),
    );
    let finding = finding.found(Fact::Number(*points));
    Some(finding.expected(Fact::Number(highest.0)))
}

/// A percentage in the row of a criterion that its figures do not give.
fn ratio_contradicts(checked: Checked<'_>, criterion: &Criterion) -> Option<Finding> {
    let entry = checked.submission.entries.get(&criterion.id)?;
    let (at, stated) = entry.stated_ratio?;
    let (part, whole) = criterion.rule.ratio()?;
    let (part, whole) = checked.submission.figures.parts(part, whole)?;
    let share = part.checked_div(whole)?;
    let percent = share.checked_mul(Decimal::from(100))?;
    let is_near = |one: Decimal| {
        // As it is written: a whole percentage is rounded or cut to the whole, one with decimals to a tenth at least.
        let unit = if round_half_away(one, 0) == one {
            10
        } else {
            1
        };
        let apart = one.checked_sub(percent).map(Decimal::abs);
        apart
            .and_then(|apart| apart.checked_mul(Decimal::from(10)))
            .is_some_and(|tenths| tenths < Decimal::from(unit))
    };
    let as_percent = stated.checked_mul(Decimal::from(100))?;
    if is_near(stated) || (stated <= Decimal::ONE && is_near(as_percent)) {
        return None;
    }
    let place = Place {
        cell: Some(at),
        ..checked.place(&entry.claimed.origin)
    };
    let finding = Finding::new(&doubtful::RATIO_CONTRADICTS, place);
    let finding = finding.about(About::Row(criterion.label()));
    let decimals = checked.scheme.rounding.percent_decimals;
    Some(
        finding
            .found(Fact::Number(stated))
            .expected(Fact::Number(round_half_away(percent, decimals).normalize())),
    )
}

/// A figure above one that takes it in.
fn above_another(
    checked: Checked<'_>,
    criterion: &Criterion,
    figure: &FigureSpec,
) -> Option<Finding> {
    let figures = &checked.submission.figures;
    let whole_id = figure.at_most.as_ref()?;
    let (part_found, whole_found) = (figures.get(&figure.id)?, figures.get(whole_id)?);
    let (part, whole) = (figures.number(&figure.id)?, figures.number(whole_id)?);
    let is_ratio = checked
        .scheme
        .ratios()
        .any(|one| one == (&figure.id, whole_id));
    (part > whole && !is_ratio).then(|| {
        let place = checked.place(&part_found.origin);
        let finding = Finding::new(&doubtful::ABOVE_ANOTHER, place);
        finding
            .about(About::Row(figure_label(criterion, figure)))
            .found(Fact::Number(part))
            .expected(number_in(whole, whole_found, part_found))
    })
}

/// Figures of quite another size than those of the other units of the level. A cell about which something is said already is left
/// out: one cause, one finding.
pub fn other_magnitude(
    scheme: &Scheme,
    submissions: &[Submission],
    said: &[Finding],
) -> Vec<Finding> {
    let cells = said.iter().map(|finding| &finding.place);
    let cells = cells
        .filter_map(|place| Some((place.file.as_deref()?, place.sheet.as_deref()?, place.cell?)));
    let said: HashSet<(&str, &str, CellAddress)> = cells.collect();
    let mut findings = Vec::new();
    for level in &scheme.levels {
        let of_level = || submissions.iter().filter(|one| one.unit.level == level.id);
        for criterion in &scheme.criteria {
            for figure in &criterion.figures {
                let numbers = of_level().filter_map(|one| {
                    let found = one.figures.get(&figure.id)?;
                    match &found.value {
                        Reading::Value(Figure::Number(value)) if *value >= Decimal::ZERO => {
                            Some((*value, found, one))
                        }
                        _ => None,
                    }
                });
                let numbers: Vec<(Decimal, &Found<Figure>, &Submission)> = numbers.collect();
                for (value, found, one, median) in unusual(numbers) {
                    let (sheet, cell) = match found.origin.cell() {
                        Some((sheet, cell)) => (sheet.to_string(), cell),
                        None => continue,
                    };
                    if said.contains(&(one.file.as_str(), sheet.as_str(), cell)) {
                        continue;
                    }
                    let place = Place {
                        unit: Some(one.unit.clone()),
                        file: Some(one.file.clone()),
                        sheet: Some(sheet),
                        cell: Some(cell),
                    };
                    let finding = Finding::new(&doubtful::OTHER_MAGNITUDE, place);
                    let finding = finding.about(About::Row(figure_label(criterion, figure)));
                    let finding = finding.found(Fact::Number(value));
                    findings.push(finding.expected(Fact::Number(median.normalize())));
                }
            }
        }
    }
    findings
}

/// The one far above all others and the one far below them, each with the median.
fn unusual<'s>(
    mut numbers: Vec<(Decimal, &'s Found<Figure>, &'s Submission)>,
) -> Vec<(Decimal, &'s Found<Figure>, &'s Submission, Decimal)> {
    numbers.sort_by_key(|(value, _, _)| *value);
    let count = numbers.len();
    let Some((median, _, _)) = numbers.get(count / 2).copied().filter(|_| count >= ENOUGH) else {
        return Vec::new();
    };
    let exceeds = |large: Decimal, small: Decimal, times: u64| {
        small
            .checked_mul(Decimal::from(times))
            .is_some_and(|product| large > product)
    };
    let mut found = Vec::new();
    if let [.., (second, _, _), (first, at, one)] = numbers.as_slice()
        && exceeds(*first, median.max(Decimal::ONE), FAR)
        && exceeds(*first, *second, APART)
    {
        found.push((*first, *at, *one, median));
    }
    let mut above_none = numbers.iter().filter(|(value, _, _)| !value.is_zero());
    if let (Some((least, at, one)), Some((next, _, _))) = (above_none.next(), above_none.next())
        && median >= Decimal::from(LARGE)
        && exceeds(median, *least, FAR_BELOW)
        && exceeds(*next, *least, APART)
    {
        found.push((*least, *at, *one, median));
    }
    found
}
