//! Figures in the column of scores: rows without codes and maxima below a criterion that has points of its own.

use tonghop::campaign::scheme::ScoringRule;

use crate::propose::marks::{UNITS, forms, run};
use crate::propose::measure::{proposed, scheme};

/// All and those in time, by form.
const FIGURES: [(i64, i64); 4] = [(100, 90), (200, 50), (80, 60), (50, 25)];

/// The lines of a form whose first criterion has these numbers below it and says what they come to.
fn lines(numbers: (i64, i64), own: i64) -> String {
    let (all, part) = numbers;
    let total = own + 9;
    format!(
        "TT | Nội dung | Điểm tối đa | Điểm tự chấm\n1 | Hồ sơ đúng hạn | 20 | {own}\n\
         | Tổng số hồ sơ | | {all}\n | Số hồ sơ đúng hạn | | {part}\n\
         2 | Báo cáo | 5 | 4\n3 | Kiểm tra | 5 | 5\n | Tổng điểm | 30 | {total}\n"
    )
}

fn share((all, part): (i64, i64)) -> i64 {
    part * 20 / all
}

#[test]
fn figures_in_the_column_of_scores_are_no_points() {
    let of = |place: usize| lines(FIGURES[place], share(FIGURES[place]));
    let own = scheme(&proposed(&forms(of)));
    assert_eq!(own.total_maximum.to_string(), "30");
    assert!(matches!(own.criteria[0].rule, ScoringRule::Ratio { .. }));
    assert_eq!(own.criteria[0].figures.len(), 2);
    // What counts is what forms say.
    let read = |place: usize| of(place).replace(" | ", ";").replace(" |", ";");
    let units = UNITS.iter().enumerate();
    let outcome = run(&units
        .map(|(place, unit)| (*unit, read(place)))
        .collect::<Vec<_>>());
    assert!(outcome.codes.is_empty(), "{:?}", outcome.codes);
    for (place, unit) in UNITS.iter().enumerate() {
        let total = share(FIGURES[place]) + 9;
        assert_eq!(outcome.totals[*unit], total.to_string(), "{unit}");
    }
}

#[test]
fn rows_that_add_up_to_the_one_above_are_criteria() {
    let parts = [(8, 9), (10, 5), (4, 6), (7, 7)];
    let of = |place: usize| {
        let (one, other) = parts[place];
        lines(parts[place], one + other)
    };
    let own = scheme(&proposed(&forms(of)));
    assert!(own.criteria.iter().all(|one| one.figures.is_empty()));
    // Neither are numbers that the row could have.
    let own = scheme(&proposed(&forms(|place| lines(parts[place], 12))));
    assert!(own.criteria.iter().all(|one| one.figures.is_empty()));
}
