//! Grades: as printed, by the printed total, and by the sum of the columns.
//!
//! In: rows added up, and the scheme. Out: the grade of each by the total that counts, and findings where the printed one does
//! not follow, or follows from a wrong total only. Not for: totals.

use crate::base::finding::{Fact, Finding};
use crate::base::points::Points;
use crate::base::rules::{Rule, published};
use crate::base::text;
use crate::result::audit::{AuditedRow, TableAudit, TotalCheck};

/// Fills in the grades by the totals that count.
pub fn grade(ground: TableAudit<'_>, rows: &mut [AuditedRow]) {
    for row in rows {
        let grade = row.total.and_then(|total| of(ground, row, total));
        row.grade = grade.map(str::to_string);
    }
}

/// The grade of a total, by the limits of the unit's level, else of the table's. `None`: those of several levels do not agree.
fn of<'a>(ground: TableAudit<'a>, row: &AuditedRow, total: Points) -> Option<&'a str> {
    let of_unit = row.printed.unit.as_ref().map(|unit| &unit.level);
    let level = of_unit.or(ground.table.level.as_ref());
    ground.known.scheme.grade_anywhere(level, total)
}

/// Findings about grades.
pub fn check(ground: TableAudit<'_>, rows: &[AuditedRow]) -> Vec<Finding> {
    if !ground.is_of_scheme() {
        return Vec::new();
    }
    rows.iter().filter_map(|row| finding(ground, row)).collect()
}

fn finding(ground: TableAudit<'_>, row: &AuditedRow) -> Option<Finding> {
    let word = row.printed.grade.as_ref()?;
    let right = row.grade.as_deref()?;
    let by_printed = row
        .printed
        .total()
        .and_then(|total| of(ground, row, total))
        .unwrap_or(right);
    let by_sum = row.sum.and_then(|sum| of(ground, row, sum));
    let by_sum = by_sum.unwrap_or(right);
    let is_printed = |grade: &str| text::key(grade) == text::key(&word.text);
    let (rule, right): (&'static Rule, &str) = if is_printed(right) {
        if row.check != TotalCheck::WithinRounding || is_printed(by_sum) {
            return None;
        }
        (&published::GRADE_ON_ROUNDING, by_sum)
    } else if row.check == TotalCheck::WithinRounding && is_printed(by_sum) {
        (&published::GRADE_ON_ROUNDING, right)
    } else if is_printed(by_printed) {
        (&published::GRADE_ON_WRONG_TOTAL, right)
    } else {
        (&published::GRADE_WRONG, right)
    };
    let place = ground.place(row.printed.unit.as_ref(), word.cell);
    let finding = Finding::new(rule, place).found(Fact::Text(word.text.clone()));
    Some(finding.expected(Fact::Name(right.to_string())))
}
