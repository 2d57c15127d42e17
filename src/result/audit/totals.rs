//! Totals against the sums of their columns.
//!
//! In: a published table. Out: each row added up, with what rounding can explain and what the rest is equal to. Rounding: a
//! number printed with d decimals stands for all numbers up to half a unit of the last one away, a stored one with those of its column, and these halves add up over
//! the columns and the total. Bonus and penalty are granted in whole points, so they are exact unless they have decimals.

use indexmap::IndexMap;

use crate::base::cell::Reading;
use crate::base::finding::{About, Fact, Finding};
use crate::base::ids::GroupId;
use crate::base::points::{Decimal, Points};
use crate::base::rules::{Rule, foreign, published};
use crate::campaign::scheme::Group;
use crate::input::published::{Notation, Printed, PublishedRow, TableBasis};
use crate::result::audit::{
    AuditedRow, Cause, OwnTotals, Rescaled, SumSlip, TableAudit, TotalCheck,
};
use crate::result::report::is_near;

/// Every row of a table, added up; places and grades are still to come. Where the totals are no plain sums, nothing is added up,
/// which is said once; where none of a table of the scheme is, all are wrong, and the printed ones stand.
pub fn rows(ground: TableAudit<'_>, own: &OwnTotals) -> (Vec<AuditedRow>, Option<Finding>) {
    let decimals = Decimals::of(ground);
    let rows = ground.table.rows.iter();
    let mut rows: Vec<AuditedRow> = rows
        .map(|row| add_up(ground, row, own, &decimals))
        .collect();
    let is_checked = |row: &&mut AuditedRow| row.difference.is_some();
    let (finding, is_open) = if is_none(ground, &rows) {
        (Some(&foreign::NO_TOTAL_ADDS_UP), false)
    } else {
        (
            is_no_plain_sum(ground, &rows).then_some(&foreign::NO_PLAIN_SUM),
            true,
        )
    };
    let Some(rule) = finding else {
        return (rows, None);
    };
    let finding = told(ground, rule, &rows);
    for row in rows.iter_mut().filter(is_checked) {
        row.total = row.printed.total();
        row.causes.clear();
        if is_open {
            row.check = TotalCheck::Open;
            (row.sum, row.difference) = (None, None);
        }
    }
    (rows, Some(finding))
}

/// Rows of which none adds up, before that is said of the table.
const FEWEST: usize = 3;

fn wrong(rows: &[AuditedRow]) -> impl Iterator<Item = &AuditedRow> + Clone {
    rows.iter().filter(|row| row.check == TotalCheck::Wrong)
}

fn checked(rows: &[AuditedRow]) -> usize {
    rows.iter().filter(|row| row.difference.is_some()).count()
}

/// So many of the totals, as findings about all of them say.
fn told(ground: TableAudit<'_>, rule: &'static Rule, rows: &[AuditedRow]) -> Finding {
    let found = format!("{}/{}", wrong(rows).count(), checked(rows));
    Finding::new(rule, ground.of_totals()).found(Fact::Name(found))
}

/// Whether a table that is not of the scheme, or not on its scale, adds up for fewer than half of its units.
fn is_no_plain_sum(ground: TableAudit<'_>, rows: &[AuditedRow]) -> bool {
    !ground.is_of_scheme() && wrong(rows).count() * 2 > checked(rows)
}

/// Whether no total of several is the sum of its columns, and not for want of one column.
fn is_none(ground: TableAudit<'_>, rows: &[AuditedRow]) -> bool {
    let wrong = wrong(rows).count();
    let is_all = ground.is_of_scheme() && wrong == checked(rows);
    is_all && wrong >= FEWEST && left_out(rows).is_none()
}

/// The column that all wrong totals lack, where all totals of rows lack it that have points in it.
fn left_out(rows: &[AuditedRow]) -> Option<(&GroupId, usize)> {
    let lacks = |row: &AuditedRow| match row.causes.as_slice() {
        [only] if only.slip == SumSlip::LeftOut => Some(only.group.clone()),
        _ => None,
    };
    let group = lacks(wrong(rows).next()?)?;
    let has_points = |row: &&AuditedRow| {
        let points = row.printed.groups.get(&group);
        let points = points.and_then(|printed| printed.value.value());
        row.difference.is_some() && points.is_some_and(|points| *points != Points::ZERO)
    };
    let count = wrong(rows).count();
    let is_all = wrong(rows).all(|row| lacks(row).as_ref() == Some(&group))
        && rows.iter().filter(has_points).count() == count;
    let first = wrong(rows).next()?.causes.first()?;
    (is_all && count >= FEWEST).then_some((&first.group, count))
}

/// The most decimals of the numbers that each column stores. One that is stored whole among others with decimals is whole, and
/// not rounded.
struct Decimals {
    groups: IndexMap<GroupId, u32>,
    total: u32,
}

impl Decimals {
    fn of(ground: TableAudit<'_>) -> Self {
        let is_stored = |printed: &&Printed| printed.written == Notation::Number;
        let mut most = Decimals {
            groups: IndexMap::new(),
            total: 0,
        };
        for row in &ground.table.rows {
            for (id, printed) in row.groups.iter().filter(|(_, one)| is_stored(one)) {
                let own = most.groups.entry(id.clone()).or_default();
                *own = printed.decimals.max(*own);
            }
            let total = row.total.as_ref().filter(is_stored);
            most.total = most.total.max(total.map_or(0, |total| total.decimals));
        }
        most
    }

    /// Half a unit of the last decimal that a number is told with.
    fn half_unit(&self, id: Option<&GroupId>, printed: &Printed) -> Points {
        let of_column = match id {
            Some(id) => self.groups.get(id).copied().unwrap_or_default(),
            None => self.total,
        };
        let decimals = match printed.written {
            Notation::Number => of_column,
            Notation::Whole | Notation::Comma | Notation::Point => printed.decimals,
        };
        // Beyond 28 decimals there is nothing left to round.
        match decimals.saturating_add(1) {
            decimals @ ..=28 => Points(Decimal::new(5, decimals)),
            _ => Points::ZERO,
        }
    }
}

/// What points of a column are worth in the total.
fn worth(
    ground: TableAudit<'_>,
    rescaled: Option<Rescaled>,
    id: &GroupId,
    points: Points,
) -> Points {
    match rescaled {
        Some(rescaled) if !ground.is_outside(id) => rescaled.worth(points),
        _ => points,
    }
}

fn add_up(
    ground: TableAudit<'_>,
    row: &PublishedRow,
    own: &OwnTotals,
    decimals: &Decimals,
) -> AuditedRow {
    let rescaled = own.rescaled(row.unit.as_ref());
    let scheme = ground.known.scheme;
    let is_complete = match ground.table.basis {
        TableBasis::Own => row.groups.len() > 1,
        TableBasis::Scheme | TableBasis::OtherScale => {
            let has = |group: &Group| row.groups.contains_key(&group.id);
            scheme.groups.iter().all(has)
        }
    };
    let values: Option<Vec<Points>> = row
        .groups
        .iter()
        .map(|(id, printed)| match &printed.value {
            Reading::Empty if own.is_exempt(row.unit.as_ref(), id) => Some(Points::ZERO),
            value => Some(worth(ground, rescaled, id, *value.value()?)),
        })
        .collect();
    let sum: Option<Points> = values
        .filter(|_| is_complete)
        .map(|values| values.into_iter().sum());
    // What a division leaves behind the digits that a workbook keeps is no difference.
    let sum = match (sum, row.total()) {
        (Some(sum), Some(total)) if rescaled.is_some() && is_near(sum.0, total.0) => Some(total),
        _ => sum,
    };
    let difference = row.total().zip(sum).map(|(total, sum)| total - sum);
    let rounding = rounding(ground, row, decimals);
    let check = match difference {
        _ if row.is_blank() => TotalCheck::Blank,
        None => TotalCheck::Open,
        Some(difference) if difference == Points::ZERO => TotalCheck::Right,
        Some(difference) if difference.abs() <= rounding && !is_slip(row, difference) => {
            TotalCheck::WithinRounding
        }
        Some(_) => TotalCheck::Wrong,
    };
    let is_wrong = check == TotalCheck::Wrong;
    AuditedRow {
        printed: row.clone(),
        sum,
        difference,
        rescaled,
        rounding,
        check,
        causes: match difference {
            Some(difference) if is_wrong => {
                let worth = |id: &GroupId, points| worth(ground, rescaled, id, points);
                causes(row, difference, worth)
            }
            _ => Vec::new(),
        },
        total: match row.total() {
            // What is the result cannot be told; no place and no grade follows from a sum then.
            _ if ground.table.is_total_unclear() => None,
            Some(total) if !is_wrong => Some(total),
            _ => sum,
        },
        place: None,
        grade: None,
    }
}

/// Whether stored numbers with decimals differ by a whole number, which rounding does not leave.
fn is_slip(row: &PublishedRow, difference: Points) -> bool {
    let stored = |printed: &&Printed| printed.written == Notation::Number;
    let has_decimals = |printed: &Printed| printed.decimals > 0;
    let mut numbers = row.groups.values().chain(&row.total).filter(stored);
    row.total.as_ref().is_some_and(|total| stored(&total))
        && difference.0.is_integer()
        && numbers.any(has_decimals)
}

/// The most that rounding can make a printed total differ from the sum of its printed columns.
fn rounding(ground: TableAudit<'_>, row: &PublishedRow, decimals: &Decimals) -> Points {
    let is_exact = |id: &GroupId, printed: &Printed| printed.decimals == 0 && ground.is_outside(id);
    let columns = row
        .groups
        .iter()
        .filter(|(id, printed)| !is_exact(id, printed))
        .map(|(id, printed)| (Some(id), printed));
    columns
        .chain(row.total.iter().map(|total| (None, total)))
        .filter(|(_, printed)| printed.value.value().is_some())
        .map(|(id, printed)| decimals.half_unit(id, printed))
        .sum()
}

/// The columns that a difference is exactly equal to, by the likeliest slip.
fn causes(
    row: &PublishedRow,
    difference: Points,
    worth: impl Fn(&GroupId, Points) -> Points,
) -> Vec<Cause> {
    let mut causes: Vec<Cause> = Vec::new();
    for (id, printed) in &row.groups {
        let Some(value) = printed.value.value() else {
            continue;
        };
        let value = worth(id, *value);
        if value == Points::ZERO {
            continue;
        }
        let slip = if difference == -value {
            SumSlip::LeftOut
        } else if difference == -(value + value) {
            SumSlip::SignTurned
        } else if difference == value {
            SumSlip::Twice
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

/// Findings about totals that do not add up; one where all of them lack the same column, or none adds up at all.
pub fn check(ground: TableAudit<'_>, rows: &[AuditedRow]) -> Vec<Finding> {
    let everywhere = left_out(rows);
    let is_together = everywhere.is_some() || is_none(ground, rows);
    let is_said = |row: &&AuditedRow| is_together && row.check == TotalCheck::Wrong;
    let unsaid = rows.iter().filter(|row| !is_said(row));
    let mut findings: Vec<Finding> = unsaid.filter_map(|row| finding(ground, row)).collect();
    findings.extend(everywhere.map(|(group, count)| {
        let finding = Finding::new(&foreign::LEFT_OUT_EVERYWHERE, ground.of_totals());
        let count = Fact::Name(format!("{count}/{count}"));
        finding.about(ground.about(group)).found(count)
    }));
    findings
}

fn finding(ground: TableAudit<'_>, row: &AuditedRow) -> Option<Finding> {
    let slip = row.causes.first().map(|cause| cause.slip);
    let rule: &'static Rule = match (row.check, slip) {
        (TotalCheck::WithinRounding, _) => &published::TOTAL_ROUNDED,
        (TotalCheck::Wrong, None) => &published::TOTAL_WRONG,
        (TotalCheck::Wrong, Some(SumSlip::LeftOut)) => &published::COLUMN_LEFT_OUT,
        (TotalCheck::Wrong, Some(SumSlip::SignTurned)) => &published::SIGN_TURNED,
        (TotalCheck::Wrong, Some(SumSlip::Twice)) => &published::COLUMN_TWICE,
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

fn about(ground: TableAudit<'_>, causes: &[Cause]) -> About {
    match causes {
        [] => About::Total,
        [only] => ground.about(&only.group),
        several => {
            let names = several.iter().map(|cause| ground.name(&cause.group));
            let names: Vec<String> = names.collect();
            About::Row(names.join(" / "))
        }
    }
}
