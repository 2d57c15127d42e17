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
    if scheme.scores_as.whole().is_none() {
        return;
    }
    let has_points = says_points(extract, scheme);
    for (id, entry) in &mut extract.entries {
        let maximum = scheme.criterion(id).and_then(|one| one.maximum_at(level));
        let Some(maximum) = maximum.and_then(Most::limit) else {
            continue;
        };
        let raw = entry.claimed.value.value().copied();
        let points = |raw: Points| of_maximum(raw, maximum, whole(&entry.claimed)?);
        let as_share = raw.and_then(points);
        entry.either = entry.either.drain(..).filter_map(points).collect();
        to_points(&mut entry.claimed, maximum);
        if let Some(appraised) = &mut entry.appraised {
            to_points(appraised, maximum);
        }
        let other = raw.and_then(|raw| otherwise(entry, raw, maximum, has_points));
        if let (Some(share), Some(other), Some(raw)) = (as_share, other, raw)
            && share != other
        {
            entry.either.extend([other, share]);
            let place = entry.claimed.origin.place();
            let finding = Finding::new(&doubtful::SHARE_OR_POINTS, place).on(id);
            let label = scheme.criterion(id).map(Criterion::label);
            let finding = finding.about(About::Row(label.unwrap_or_default()));
            let finding = finding.found(Fact::Number(raw.0));
            let finding = finding.expected(Fact::Numbers(vec![other.0, share.0]));
            extract.findings.push(finding);
        }
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

/// Whether a form has scores beyond the maximum: then others may be points as well.
fn says_points(extract: &Extract, scheme: &Scheme) -> bool {
    let is_beyond = |entry: &Entry| {
        let written = number::read(&entry.claimed.written, Sort::Amount, "");
        let whole = scheme.scores_as.whole().unwrap_or_default();
        let is_unread = entry.claimed.value == Reading::Unreadable;
        is_unread && matches!(written, Ok(Some(number)) if number.value > whole)
    };
    let beyond = extract.entries.values().filter(|entry| is_beyond(entry));
    beyond.count() >= ENOUGH
}

/// What else a share may be: points in a form of points; of a number up to 1 in a form of percentages a share of 1.
fn otherwise(entry: &Entry, raw: Points, maximum: Points, has_points: bool) -> Option<Points> {
    let whole = whole(&entry.claimed)?;
    let is_sure = entry.claimed.steps.contains(&Step::Percent) || raw <= Points::ZERO;
    if is_sure {
        return None;
    }
    if whole > Decimal::ONE && raw.0 <= Decimal::ONE {
        return of_maximum(raw, maximum, Decimal::ONE);
    }
    (has_points && raw <= maximum).then_some(raw)
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

fn of_maximum(share: Points, maximum: Points, whole: Decimal) -> Option<Points> {
    let points = share.checked_mul(maximum.0)?.0.checked_div(whole)?;
    Some(Points(points.normalize()))
}
