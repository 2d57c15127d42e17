//! Grades: as printed, by the printed total, and by the sum of the columns.
//!
//! In: rows added up, and the scheme. Out: the grade of each by the total that counts, and findings where the printed one does
//! not follow, or follows from a wrong total only. Not for: totals.

use crate::base::finding::{Fact, Finding};
use crate::base::rules::{Rule, published};
use crate::base::text;
use crate::campaign::scheme::Scheme;
use crate::result::audit::{AuditedRow, TableAudit, TotalCheck};

/// Fills in the grades by the totals that count.
pub fn grade(rows: &mut [AuditedRow], scheme: &Scheme) {
    for row in rows {
        row.grade = row.total.map(|total| scheme.grade(total).to_string());
    }
}

/// Findings about grades.
pub fn check(ground: TableAudit<'_>, rows: &[AuditedRow]) -> Vec<Finding> {
    if !ground.is_of_scheme() {
        return Vec::new();
    }
    rows.iter().filter_map(|row| finding(ground, row)).collect()
}

fn finding(ground: TableAudit<'_>, row: &AuditedRow) -> Option<Finding> {
    let scheme = ground.known.scheme;
    let word = row.printed.grade.as_ref()?;
    let right = row.grade.as_deref()?;
    let by_printed = row
        .printed
        .total()
        .map_or(right, |total| scheme.grade(total));
    let by_sum = row.sum.map_or(right, |sum| scheme.grade(sum));
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
