//! Scores that are shares of the maximum, where the scheme says that its forms have such.
//!
//! In: the cell of a score or a sum; later the level of the unit. Out: the share, marked as such, and then points. A number that may be
//! points all the same leaves the score open. Not for: whether a scheme should say so.

use crate::base::cell::{Cell, CellValue, Reading};
use crate::base::finding::{About, Fact, Finding};
use crate::base::ids::LevelId;
use crate::base::number::{self, NotANumber, Number, Sort, Step};
use crate::base::points::{Decimal, Most, Points};
use crate::base::rules::doubtful;
use crate::campaign::scheme::{Criterion, Scheme};
use crate::input::recognise::merge::Extract;
use crate::input::recognise::subject::Subject;
use crate::input::seen;
use crate::input::submission::{Entry, Found, OwnSum, SumOf};

/// So many scores above the maximum say that a form has points in place of shares.
const ENOUGH: usize = 2;

impl Subject<'_> {
    /// The number that stands for the maximum in its cell; `None` where it has points.
    pub(super) fn whole(self, scheme: &Scheme) -> Option<Decimal> {
        match self {
            Subject::Criterion(criterion) => scheme.whole_of(criterion),
            Subject::Figure(..) => None,
            Subject::Sum(SumOf::Total) => scheme.scores_as.whole(),
            Subject::Sum(SumOf::Groups(ids)) => {
                let mut wholes = ids
                    .iter()
                    .map(|id| scheme.whole_of_group(scheme.group(id)?));
                let first = wholes.next()?;
                first.filter(|_| wholes.all(|one| one == first))
            }
            Subject::Sum(SumOf::Group(id)) => scheme.whole_of_group(scheme.group(id)?),
            Subject::Sum(SumOf::Criterion(id)) => scheme.whole_of(scheme.criterion(id)?),
        }
    }
}

/// Reads a share, of which `whole` is the maximum. A score beyond it is none; a sum beyond it is points.
pub(super) fn read(
    cell: &Cell,
    whole: Decimal,
    subject: Subject<'_>,
) -> Result<Option<Number>, NotANumber> {
    let sort = Sort::Points {
        lowest: Decimal::ZERO,
        highest: whole,
    };
    let (mut number, is_percent) = match percentage(cell) {
        Some(percentage) => {
            let mut number = percentage?;
            let share = number.value.checked_mul(whole);
            let share = share.and_then(|share| share.checked_div(Decimal::ONE_HUNDRED));
            number.value = share.ok_or(NotANumber::Impossible)?.normalize();
            (number, true)
        }
        None => match number::read(&cell.value, sort, "")? {
            Some(number) => (number, false),
            None => return Ok(None),
        },
    };
    let is_within = (Decimal::ZERO..=whole).contains(&number.value);
    match subject {
        _ if is_within || is_percent && matches!(subject, Subject::Sum(_)) => {
            number.steps.push(Step::ShareOf(whole));
            Ok(Some(number))
        }
        Subject::Sum(_) => Ok(Some(number)),
        Subject::Criterion(_) | Subject::Figure(..) => Err(NotANumber::Other),
    }
}

/// What a cell says in percent: by its format, or by a sign behind the number.
fn percentage(cell: &Cell) -> Option<Result<Number, NotANumber>> {
    if let Some(shown) = seen::shown_percent(cell) {
        return Some(Ok(shown));
    }
    let CellValue::Text(text) = &cell.value else {
        return None;
    };
    let bare = text.trim().strip_suffix('%')?;
    let sort = Sort::Points {
        lowest: Decimal::ZERO,
        highest: Decimal::ONE_HUNDRED,
    };
    let mut read = number::read(&CellValue::Text(bare.to_string()), sort, "");
    if let Ok(Some(number)) = &mut read {
        number.steps.push(Step::Percent);
    }
    Some(read.and_then(|number| number.ok_or(NotANumber::Other)))
}

/// The most points that a sum can be, where that is limited.
pub fn most(scheme: &Scheme, level: &LevelId, of: &SumOf) -> Option<Points> {
    match of {
        SumOf::Total => Some(Points(scheme.total_at(level))),
        SumOf::Groups(ids) => {
            let most = |id| scheme.group(id)?.maximum_at(level).limit();
            ids.iter().map(most).sum()
        }
        SumOf::Group(id) => scheme.group(id)?.maximum_at(level).limit(),
        SumOf::Criterion(id) => scheme.criterion(id)?.maximum_at(level)?.limit(),
    }
}

/// The number that stands for the maximum where a value is a share.
pub fn whole(found: &Found<Points>) -> Option<Decimal> {
    found.steps.iter().find_map(|step| match step {
        Step::ShareOf(whole) => Some(*whole),
        _ => None,
    })
}

/// Makes points of all shares, and leaves open those that may be points as well.
pub(super) fn settle(extract: &mut Extract, scheme: &Scheme, level: &LevelId) {
    let Some(most_written) = scheme.scores_as.whole() else {
        return;
    };
    let claims = extract.entries.values().map(|entry| &entry.claimed);
    let appraised = extract.entries.values();
    let appraised = appraised.filter_map(|entry| entry.appraised.as_deref());
    let are_points = [
        says_points(claims, most_written),
        says_points(appraised, most_written),
    ];
    for (id, entry) in &mut extract.entries {
        let Some(criterion) = scheme.criterion(id) else {
            continue;
        };
        let maximum = criterion.maximum_at(level).and_then(Most::limit);
        let (Some(maximum), Some(whole)) = (maximum, scheme.whole_of(criterion)) else {
            continue;
        };
        // A number of another column that is no share is points.
        let points = |raw: Points| {
            if raw.0 <= whole {
                of_maximum(raw, maximum, whole)
            } else {
                Some(raw)
            }
        };
        entry.either = entry.either.drain(..).filter_map(points).collect();
        let doubts = settle_entry(entry, criterion, maximum, are_points);
        extract.findings.extend(doubts);
    }
    for own in extract
        .own_sums
        .iter_mut()
        .chain(&mut extract.appraised_sums)
    {
        let OwnSum { of, stated } = own;
        if let Some(most) = most(scheme, level, of) {
            to_points(stated, most);
        }
    }
}

/// Makes points of the shares of a criterion. Where one of them may be something else, either may count, and the finding says so.
/// `are_points`: whether its column says points, of the self score and the appraised one.
fn settle_entry(
    entry: &mut Entry,
    criterion: &Criterion,
    maximum: Points,
    are_points: [bool; 2],
) -> Vec<Finding> {
    let found = [Some(&entry.claimed), entry.appraised.as_deref()];
    let mut findings = Vec::new();
    let mut meanings = Vec::new();
    for (found, has_points) in found.into_iter().zip(are_points) {
        let Some(found) = found else {
            continue;
        };
        if let Some((raw, both)) = two_meanings(found, maximum, has_points) {
            let finding = Finding::new(&doubtful::SHARE_OR_POINTS, found.origin.place());
            let finding = finding.on(&criterion.id);
            let finding = finding.about(About::Row(criterion.label()));
            let finding = finding.found(Fact::Number(raw.0));
            let meant = both.map(|one| one.0).to_vec();
            findings.push(finding.expected(Fact::Numbers(meant)));
            meanings.extend(both);
        }
    }
    to_points(&mut entry.claimed, maximum);
    if let Some(appraised) = &mut entry.appraised {
        to_points(appraised, maximum);
    }
    if !meanings.is_empty() {
        let appraised = entry.appraised.as_ref();
        let appraised = appraised.and_then(|one| one.value.value());
        let read = entry.claimed.value.value().into_iter().chain(appraised);
        meanings.extend(read.copied());
    }
    entry.either.extend(meanings);
    findings
}

/// Whether a column has scores beyond the maximum of a share: then others may be points as well.
fn says_points<'f>(column: impl Iterator<Item = &'f Found<Points>>, whole: Decimal) -> bool {
    let is_beyond = |found: &&Found<Points>| {
        let written = number::read(&found.written, Sort::Amount, "");
        let is_unread = found.value == Reading::Unreadable;
        is_unread && matches!(written, Ok(Some(number)) if number.value > whole)
    };
    column.filter(is_beyond).count() >= ENOUGH
}

/// The number of a share that may be something else, what else it may be, and what it is as a share: points in a column of points; of
/// a number up to 1 in a form of percentages a share of 1.
fn two_meanings(
    found: &Found<Points>,
    maximum: Points,
    has_points: bool,
) -> Option<(Points, [Points; 2])> {
    let (whole, raw) = (whole(found)?, *found.value.value()?);
    let is_sure = found.steps.contains(&Step::Percent) || raw <= Points::ZERO;
    let other = if is_sure {
        None
    } else if whole > Decimal::ONE && raw.0 <= Decimal::ONE {
        of_maximum(raw, maximum, Decimal::ONE)
    } else {
        (has_points && raw <= maximum).then_some(raw)
    };
    let (other, share) = (other?, of_maximum(raw, maximum, whole)?);
    (other != share).then_some((raw, [other, share]))
}

fn to_points(found: &mut Found<Points>, maximum: Points) {
    let Some(whole) = whole(found) else {
        return;
    };
    if let Reading::Value(share) = found.value {
        let points = of_maximum(share, maximum, whole);
        found.value = points.map_or(Reading::Unreadable, Reading::Value);
    }
}

/// What a share comes to of so many points.
pub(super) fn of_maximum(share: Points, maximum: Points, whole: Decimal) -> Option<Points> {
    let points = share.checked_mul(maximum.0)?.0.checked_div(whole)?;
    Some(Points(points.normalize()))
}
