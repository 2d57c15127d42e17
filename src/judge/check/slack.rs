//! How far a sum that a unit states may be off because it is rounded.
//!
//! In: a judged form and a stated sum. Out: the points by which it may be off. Not for: what the sum should be.

use crate::base::number::{self, Sort};
use crate::base::points::{Decimal, Points};
use crate::campaign::scheme::{CombinedAt, Criterion, Rounding, is_quotient};
use crate::input::recognise::shares;
use crate::input::submission::{OwnSum, SumOf};
use crate::judge::check::{Checked, points};

/// To how many decimals quotients are what they mean.
const QUOTIENT_OFF: u32 = 6;

/// How far a stated sum may be off.
pub(super) fn slack(checked: Checked<'_>, own: &OwnSum) -> Points {
    of_share(checked, own).max(rounding(checked, own))
}

/// How far a sum that is written as a share of its maximum may be off because it is rounded: half of its last decimal, and as much
/// again where it is a total of shares that are rounded themselves.
pub(super) fn of_share(checked: Checked<'_>, own: &OwnSum) -> Points {
    let off = || {
        let whole = shares::whole(&own.stated)?;
        let most = shares::most(checked.scheme, checked.level(), &own.of)?;
        let written = number::read(&own.stated.written, Sort::Amount, "").ok()??;
        let is_share =
            |one: &&OwnSum| one.of != SumOf::Total && shares::whole(&one.stated).is_some();
        let parts = checked.submission.own_sums.iter().find(is_share);
        let tenths = match parts.filter(|_| own.of == SumOf::Total) {
            Some(_) => 10,
            None => 5,
        };
        let off = Decimal::new(tenths, written.decimals.checked_add(1)?);
        Some(Points(off.checked_mul(most.0)?.checked_div(whole)?))
    };
    off().unwrap_or_default()
}

/// How far a sum may be off that is written as the scheme prints totals, where it says with how many decimals: half of the last. What is
/// divided has no end: it is right to the decimals that are written, and a total of what is rounded itself to twice that.
fn rounding(checked: Checked<'_>, own: &OwnSum) -> Points {
    let decimals = checked.scheme.rounding.total_decimals;
    let stated = points(&own.stated).unwrap_or_default();
    let is_said = decimals != Rounding::default().total_decimals;
    let written = stated.0.normalize().scale();
    let as_printed = if is_said && written <= decimals {
        Points(Decimal::new(5, decimals.saturating_add(1)))
    } else {
        Points::ZERO
    };
    if !is_endless(checked, &own.of, written) {
        return as_printed;
    }
    let tenths = if is_of_rounded(checked, &own.of) {
        10
    } else {
        5
    };
    // A whole number is right as it is, but for what a quotient is off by.
    let decimals = if written == 0 { QUOTIENT_OFF } else { written };
    as_printed.max(Points(Decimal::new(tenths, decimals.saturating_add(1))))
}

/// Whether points in a sum are divided, by means or by weights that are quotients, so that they do not end within so many decimals. Of
/// appraised forms the means of what the unit claims are not at hand: they may be anything.
fn is_endless(checked: Checked<'_>, of: &SumOf, decimals: u32) -> bool {
    let scheme = checked.scheme;
    let goes_on = |one: &Criterion| {
        let subtotal = checked.score.subtotals.get(&one.id);
        let is_exact = subtotal.is_some_and(|own| own.sum.rounded(decimals) == own.sum);
        checked.submission.is_appraised() || !is_exact
    };
    let is_divided =
        |one: &Criterion| is_quotient(one.weight) || one.rule.is_mean() && goes_on(one);
    let is_here = match of {
        SumOf::Total => scheme.groups.iter().any(|one| is_quotient(one.weight)),
        SumOf::Group(_) | SumOf::Groups(_) => false,
        SumOf::Criterion(id) => scheme.criterion(id).is_some_and(is_divided),
    };
    let mut below = scheme.criteria.iter().filter(|one| is_in(one, of));
    is_here || below.any(is_divided)
}

/// Whether a sum is of sums, each of which may be rounded itself.
fn is_of_rounded(checked: Checked<'_>, of: &SumOf) -> bool {
    let scheme = checked.scheme;
    let above = match of {
        SumOf::Total | SumOf::Groups(_) => return true,
        SumOf::Group(id) => CombinedAt::Group(id),
        SumOf::Criterion(id) => CombinedAt::Criterion(id),
    };
    scheme.children(above).any(|one| one.rule.combines())
}

/// Whether a criterion is under a sum.
pub(super) fn is_in(criterion: &Criterion, of: &SumOf) -> bool {
    match of {
        SumOf::Total => true,
        SumOf::Group(id) => criterion.group_code() == id.0,
        SumOf::Groups(ids) => ids.iter().any(|id| criterion.group_code() == id.0),
        SumOf::Criterion(id) => criterion
            .id
            .0
            .strip_prefix(id.0.as_str())
            .is_some_and(|rest| rest.starts_with('.')),
    }
}
