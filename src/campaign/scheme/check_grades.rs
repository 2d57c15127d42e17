//! What must hold in the grades of a scheme.
//!
//! In: a scheme. Out: every problem of its grades, with the path to it in the file.

use crate::base::error::{Nameable, Problem};
use crate::base::points::{Decimal, Points};
use crate::campaign::definition::{LONGEST_ID, Problems, at, longer};
use crate::campaign::scheme::{Level, Scheme};

/// Problems of the grades: names that are too long, limits that do not fall, and the first and the last of them.
pub fn check(scheme: &Scheme, problems: &mut Problems) {
    each(scheme, problems);
    last_grade(scheme, problems);
    first_grade(scheme, problems);
}

fn each(scheme: &Scheme, problems: &mut Problems) {
    // It stands in formulas, in which Excel takes no longer text.
    for (index, grade) in scheme.grades.iter().enumerate() {
        if let Some(problem) = longer(&grade.name, LONGEST_ID) {
            problems.push((at!["grade", index, "name"], problem));
        }
    }
    for (index, pair) in scheme.grades.windows(2).enumerate() {
        if let [above, below] = pair
            && below.from >= above.from
        {
            let problem = Problem::OutOfOrder {
                kind: Nameable::Grade,
                id: below.name.clone(),
            };
            problems.push((at!["grade", index + 1, "from"], problem));
        }
    }
}

/// The last grade is that of all totals below the others: a limit of its own would be one that nothing obeys.
fn last_grade(scheme: &Scheme, problems: &mut Problems) {
    if let Some(last) = scheme
        .grades
        .last()
        .filter(|last| last.from > Decimal::ZERO)
    {
        let index = scheme.grades.len() - 1;
        let problem = Problem::LastGrade(last.name.clone());
        problems.push((at!["grade", index, "from"], problem));
    }
}

/// The first grade begins where every level's units can get to: not above what all groups come to, those beside the total among
/// them.
fn first_grade(scheme: &Scheme, problems: &mut Problems) {
    let most = |level: &Level| -> Decimal {
        let groups = scheme.groups.iter().filter(|group| group.outside_total);
        let beside: Points = groups.map(|group| group.worth_at(&level.id)).sum();
        (Points(scheme.total_at(&level.id)) + beside).0
    };
    let Some(highest) = scheme.levels.iter().map(most).min() else {
        return;
    };
    let Some(first) = scheme.grades.first() else {
        return;
    };
    let problem = if first.from > highest {
        Some(Problem::OutOfRange {
            value: first.from,
            lowest: Decimal::ZERO,
            highest,
        })
    } else {
        share(scheme, first.from)
    };
    problems.extend(problem.map(|problem| (at!["grade", 0, "from"], problem)));
}

/// A first grade whose points look like a share of the total or a percentage of it: nearly every unit would have it. Where one passes
/// or fails, it may begin below half of the points.
fn share(scheme: &Scheme, from: Decimal) -> Option<Problem> {
    let total = scheme.totals().max().unwrap_or_default();
    let mut habits = [Decimal::ONE, Decimal::ONE_HUNDRED].into_iter();
    let whole = habits.find(|whole| from <= *whole && total > *whole)?;
    let most = if scheme.grades.len() > 2 {
        2_u32
    } else {
        10_u32
    };
    let is_low = from > Decimal::ZERO && from.checked_mul(most.into())? < total;
    let meant = from.checked_mul(total)?.checked_div(whole)?;
    is_low.then(|| Problem::FirstGrade {
        from,
        total,
        instead: meant.normalize(),
    })
}
