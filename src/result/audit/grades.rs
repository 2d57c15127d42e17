//! Grades: as printed, by the printed total, and by the sum of the columns.
//!
//! In: rows added up, and the scheme. Out: the grade of each by the total that counts, and findings where the printed one does
//! not follow, or follows from a wrong total only. Not for: totals.

use crate::base::finding::{Fact, Finding};
use crate::base::ids::LevelId;
use crate::base::points::{Most, Points};
use crate::base::rules::{Rule, foreign, published};
use crate::base::text;
use crate::campaign::scheme::{Attained, GroupShare};
use crate::result::audit::{AuditedRow, TableAudit, TotalCheck};

/// Fills in the grades by the totals that count, and by the groups where grades ask for these.
pub fn grade(ground: TableAudit<'_>, rows: &mut [AuditedRow]) {
    for row in rows {
        let grade = row.total.and_then(|total| of(ground, row, total));
        row.grade = grade.map(str::to_string);
    }
}

/// The grade of a total, by the limits of the unit's level, else of the table's. `None`: those of several levels do not agree, or the
/// table does not print a group on which it rests.
fn of<'a>(ground: TableAudit<'a>, row: &AuditedRow, total: Points) -> Option<&'a str> {
    let of_unit = row.printed.unit.as_ref().map(|unit| &unit.level);
    let level = of_unit.or(ground.table.level.as_ref());
    let scheme = ground.known.scheme;
    let with = |is_best: bool| {
        let has = |level: &LevelId| attained(ground, (row, total), level, is_best);
        scheme.grade_anywhere(level, has)
    };
    let grade = with(true)?;
    (!scheme.grades_ask_for_groups() || with(false)? == grade).then_some(grade)
}

/// A total with the groups that the row prints; the points of one that it does not print are all that can be had, or none. Printed points
/// may be rounded, so that those within half a unit of what is asked for are enough at best, and not at worst.
fn attained(
    ground: TableAudit<'_>,
    (row, total): (&AuditedRow, Points),
    level: &LevelId,
    is_best: bool,
) -> Attained {
    let scheme = ground.known.scheme;
    if !scheme.grades_ask_for_groups() {
        return Attained::of_total(total);
    }
    let groups = scheme.groups.iter().map(|group| {
        let whole = group.worth_at(level);
        let printed = row.printed.groups.get(&group.id);
        let read = printed.and_then(|one| Some((*one.value.value()?, one)));
        let points = match read {
            Some((points, one)) => {
                let half = one.half_unit();
                if is_best {
                    Most::Points(points + half)
                } else {
                    Most::Points(points - half)
                }
            }
            None if is_best => whole,
            None => Most::ZERO,
        };
        // Of how much of a group applies where a total is scaled up the table says nothing.
        let is_less = row.rescaled.is_some() && is_best;
        let share = GroupShare {
            points,
            maximum: if is_less { Most::ZERO } else { whole },
            whole,
        };
        (group.id.clone(), share)
    });
    Attained {
        total: total.into(),
        groups: groups.collect(),
    }
}

/// Whether the printed grade of a row rests on a group whose points the table does not tell.
pub fn is_unseen(ground: TableAudit<'_>, row: &AuditedRow) -> bool {
    let is_open = row.printed.grade.is_some() && row.total.is_some() && row.grade.is_none();
    is_open && ground.known.scheme.grades_ask_for_groups()
}

/// That grades rest on groups whose points the table does not tell: once for the table.
fn unseen(ground: TableAudit<'_>, rows: &[AuditedRow]) -> Option<Finding> {
    let open = rows.iter().filter(|row| is_unseen(ground, row));
    let word = open.clone().find_map(|row| row.printed.grade.as_ref())?;
    let finding = Finding::new(&foreign::GRADE_BY_GROUPS, ground.place(None, word.cell));
    Some(finding.found(Fact::Number(open.count().into())))
}

/// Findings about grades.
pub fn check(ground: TableAudit<'_>, rows: &[AuditedRow]) -> Vec<Finding> {
    if !ground.is_of_scheme() {
        return Vec::new();
    }
    let unseen = unseen(ground, rows);
    let of_rows = rows.iter().filter_map(|row| finding(ground, row));
    unseen.into_iter().chain(of_rows).collect()
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
