//! Totals against the sums of their columns.
//!
//! In: a published table. Out: each row added up, with what rounding can explain and what the rest is equal to. Rounding: a
//! number printed with d decimals stands for all numbers up to half a unit of the last one away, and these halves add up over
//! the columns and the total. Bonus and penalty are granted in whole points, so they are exact unless they have decimals.

use crate::base::finding::{About, Fact, Finding};
use crate::base::ids::GroupId;
use crate::base::points::{Decimal, Points};
use crate::base::rules::{Rule, published};
use crate::input::published::{Printed, PublishedRow};
use crate::result::audit::{AuditedRow, Cause, Ground, Slip, TotalCheck};

/// Every row of a table, added up; places and grades are still to come.
pub fn rows(ground: Ground<'_>) -> Vec<AuditedRow> {
    let rows = ground.table.rows.iter();
    rows.map(|row| add_up(ground, row)).collect()
}

fn add_up(ground: Ground<'_>, row: &PublishedRow) -> AuditedRow {
    let is_complete = row.groups.len() == ground.known.scheme.groups.len();
    let values: Option<Vec<Points>> = row
        .groups
        .values()
        .map(|printed| printed.value.value().copied())
        .collect();
    let sum: Option<Points> = values
        .filter(|_| is_complete)
        .map(|values| values.into_iter().sum());
    let difference = row.total().zip(sum).map(|(total, sum)| total - sum);
    let rounding = rounding(ground, row);
    let check = match difference {
        _ if row.is_blank() => TotalCheck::Blank,
        None => TotalCheck::Open,
        Some(difference) if difference == Points::ZERO => TotalCheck::Right,
        Some(difference) if difference.abs() <= rounding => TotalCheck::WithinRounding,
        Some(_) => TotalCheck::Wrong,
    };
    let is_wrong = check == TotalCheck::Wrong;
    AuditedRow {
        printed: row.clone(),
        sum,
        difference,
        rounding,
        check,
        causes: match difference {
            Some(difference) if is_wrong => causes(row, difference),
            _ => Vec::new(),
        },
        total: match row.total() {
            Some(total) if !is_wrong => Some(total),
            _ => sum,
        },
        place: None,
        grade: None,
    }
}

/// The most that rounding can make a printed total differ from the sum of its printed columns.
fn rounding(ground: Ground<'_>, row: &PublishedRow) -> Points {
    let is_exact = |id: &GroupId, printed: &Printed| {
        let group = ground.known.scheme.group(id);
        printed.decimals == 0 && group.is_some_and(|group| group.outside_total)
    };
    let columns = row
        .groups
        .iter()
        .filter(|(id, printed)| !is_exact(id, printed))
        .map(|(_, printed)| printed);
    columns
        .chain(&row.total)
        .filter(|printed| printed.value.value().is_some())
        .map(half_unit)
        .sum()
}

/// Half a unit of the last printed decimal.
fn half_unit(printed: &Printed) -> Points {
    // Beyond 28 decimals there is nothing left to round.
    match printed.decimals.saturating_add(1) {
        decimals @ ..=28 => Points(Decimal::new(5, decimals)),
        _ => Points::ZERO,
    }
}

/// The columns that a difference is exactly equal to, by the likeliest slip.
fn causes(row: &PublishedRow, difference: Points) -> Vec<Cause> {
    let mut causes: Vec<Cause> = Vec::new();
    for (id, printed) in &row.groups {
        let Some(value) = printed.value.value().copied() else {
            continue;
        };
        if value == Points::ZERO {
            continue;
        }
        let slip = if difference == -value {
            Slip::LeftOut
        } else if difference == -(value + value) {
            Slip::SignTurned
        } else if difference == value {
            Slip::Twice
        } else {
            continue;
        };
        causes.push(Cause {
            group: id.clone(),
            slip,
        });
    }
    let likeliest = causes.iter().map(|cause| cause.slip).min();
    causes.retain(|cause| Some(cause.slip) == likeliest);
    causes
}

/// Findings about totals that do not add up.
pub fn check(ground: Ground<'_>, rows: &[AuditedRow]) -> Vec<Finding> {
    rows.iter().filter_map(|row| finding(ground, row)).collect()
}

fn finding(ground: Ground<'_>, row: &AuditedRow) -> Option<Finding> {
    let slip = row.causes.first().map(|cause| cause.slip);
    let rule: &'static Rule = match (row.check, slip) {
        (TotalCheck::WithinRounding, _) => &published::TOTAL_ROUNDED,
        (TotalCheck::Wrong, None) => &published::TOTAL_WRONG,
        (TotalCheck::Wrong, Some(Slip::LeftOut)) => &published::COLUMN_LEFT_OUT,
        (TotalCheck::Wrong, Some(Slip::SignTurned)) => &published::SIGN_TURNED,
        (TotalCheck::Wrong, Some(Slip::Twice)) => &published::COLUMN_TWICE,
        _ => return None,
    };
    let total = row.printed.total.as_ref()?;
    let place = ground.place(row.printed.unit.as_ref(), total.cell);
    let finding = Finding::new(rule, place).about(about(ground, &row.causes));
    Some(
        finding
            .found(row.printed.total()?)
            .expected(Fact::from(row.sum?)),
    )
}

fn about(ground: Ground<'_>, causes: &[Cause]) -> About {
    let name = |id: &GroupId| {
        let group = ground.known.scheme.group(id);
        group.map(|group| group.name.clone()).unwrap_or_default()
    };
    match causes {
        [] => About::Total,
        [only] => About::Group(only.group.clone(), name(&only.group)),
        several => {
            let names: Vec<String> = several.iter().map(|cause| name(&cause.group)).collect();
            About::Row(names.join(" / "))
        }
    }
}
