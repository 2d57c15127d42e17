//! Sheets that bear another unit's name and have its scores as well.
//!
//! In: the submissions, and what was found about letterheads. Out: a finding beside each of these whose sheet says what the other unit's
//! own form says. Not for: forms that are alike as a whole (`likeness`).

use crate::base::cell::Reading;
use crate::base::finding::{About, Fact, Finding};
use crate::base::points::{Decimal, Points};
use crate::base::rules::apart;
use crate::campaign::scheme::Scheme;
use crate::campaign::units::Registry;
use crate::input::submission::{Figure, Submission};
use crate::judge::check::likeness::LARGE;

/// Scores and figures that a sheet has to have.
const FEWEST: u64 = 3;

/// Of ten that two sheets have, so many are the same.
const OF_TEN: u64 = 9;

/// Findings beside those about letterheads.
pub fn check(
    (scheme, registry): (&Scheme, &Registry),
    submissions: &[Submission],
    findings: &[Finding],
) -> Vec<Finding> {
    let told = findings.iter();
    let told = told.filter(|finding| finding.rule == &apart::OTHER_UNIT);
    told.filter_map(|finding| {
        let (file, sheet) = (finding.place.file.as_ref()?, finding.place.sheet.as_ref()?);
        let Some(About::Row(name)) = &finding.about else {
            return None;
        };
        let own = submissions.iter().find(|one| one.file == *file)?;
        let units = registry.by_name(name);
        let others = submissions.iter().filter(|one| units.contains(&one.unit));
        let same = |other: &Submission| {
            Some((agreement(scheme, (own, sheet), other)?, other.file.clone()))
        };
        let (found, other) = others.filter(|one| one.unit != own.unit).find_map(same)?;
        let finding_of = Finding::new(&apart::SCORES_OF_OTHER, finding.place.clone());
        let finding_of = finding_of.about(About::Row(name.clone())).found(found);
        Some(finding_of.expected(Fact::Name(other)))
    })
    .collect()
}

/// How many scores and figures of a sheet are those of another form, where nearly all are.
fn agreement(
    scheme: &Scheme,
    (own, sheet): (&Submission, &str),
    other: &Submission,
) -> Option<Fact> {
    let (mut same, mut all, mut telling) = (0_u64, 0_u64, 0_u64);
    let mut count = |is_same: bool, is_telling: bool| {
        all += 1;
        same += u64::from(is_same);
        telling += u64::from(is_same && is_telling);
    };
    for (id, entry) in &own.entries {
        let Some(points) = entry.claimed.value.value() else {
            continue;
        };
        if entry.claimed.origin.is_on(sheet) {
            let maximum = scheme.criterion(id);
            let maximum = maximum.and_then(|one| one.maximum_at(&own.unit.level));
            let theirs = other.entries.get(id).map(|one| &one.claimed.value);
            let is_most = maximum.is_some_and(|most| *points == most);
            let is_telling = *points != Points::ZERO && !is_most;
            count(theirs == Some(&entry.claimed.value), is_telling);
        }
    }
    for (id, figure) in &own.figures {
        let Reading::Value(value) = &figure.value else {
            continue;
        };
        if figure.origin.is_on(sheet) {
            let theirs = other.figures.get(id).map(|one| &one.value);
            let is_large =
                matches!(value, Figure::Number(number) if number.abs() >= Decimal::from(LARGE));
            count(theirs == Some(&figure.value), is_large);
        }
    }
    let is_much = all >= FEWEST && telling > 0 && same * 10 >= all * OF_TEN;
    is_much.then_some(Fact::OutOf(same, all))
}
