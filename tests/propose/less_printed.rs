//! Rows whose printed maximum is less than what stands below them comes to: one of it counts, or no more than the maximum.

use tonghop::campaign::documents::Certainty;
use tonghop::campaign::scheme::{Scheme, ScoringRule};

use crate::propose::marks::{forms, run_units};
use crate::propose::measure::{proposed, scheme};
use crate::propose::parts::questions;

/// A cell with points; nothing where there are none.
fn cell(points: Option<i64>) -> String {
    points.map_or_else(String::new, |points| points.to_string())
}

/// What a form says in the first group and in the total.
struct SaidTotals {
    own: Option<i64>,
    total: i64,
}

/// The lines of forms of two groups, the first of which has rows of these maxima, points by form, and prints a maximum.
fn lines(
    (name, most): (&str, Option<i64>),
    maxima: &[i64],
    points: &[Option<i64>],
    say: impl Fn(&[i64]) -> SaidTotals,
) -> String {
    let given: Vec<i64> = points.iter().copied().flatten().collect();
    let said = say(&given);
    let mut text = format!(
        "TT | Nội dung | Điểm tối đa | Điểm tự chấm\nI | {name} | {} | {}\n",
        cell(most),
        cell(said.own)
    );
    for (at, (maximum, points)) in maxima.iter().zip(points).enumerate() {
        let number = at + 1;
        text += &format!(
            "{number} | Mục số {number} | {maximum} | {}\n",
            cell(*points)
        );
    }
    text += "II | Nhiệm vụ chính | 20 | 15\n1 | Đúng hạn | 10 | 8\n2 | Chất lượng | 10 | 7\n";
    // What is printed of the total may prove something itself.
    text + &format!(" | Tổng cộng | | {}\n", said.total)
}

/// Points of three rows of 5, more than 10 together in three forms.
const MORE: [[i64; 3]; 4] = [[5, 5, 3], [5, 0, 1], [5, 5, 5], [4, 5, 2]];

fn all(of: [i64; 3]) -> [Option<i64>; 3] {
    of.map(Some)
}

fn cut(given: &[i64]) -> i64 {
    given.iter().sum::<i64>().min(10)
}

fn is_capped(own: &Scheme) -> bool {
    own.groups[0].cap.is_set()
}

const BONUS: (&str, Option<i64>) = ("Điểm thưởng", Some(10));

#[test]
fn a_group_that_forms_cut_to_its_maximum_is_capped() {
    let of = |place: usize| {
        lines(BONUS, &[5; 3], &all(MORE[place]), |given| SaidTotals {
            own: Some(cut(given)),
            total: cut(given) + 15,
        })
    };
    let found = proposed(&forms(of));
    let own = scheme(&found);
    assert!(is_capped(&own));
    assert_eq!(
        own.groups[0].maximum_at(&own.levels[0].id).to_string(),
        "10"
    );
    let asked = "vì 3/3 phiếu có các dòng dưới cộng lại hơn 10 đều ghi ở đây 10";
    assert_eq!(questions(&found, asked), 1);
    // What counts is what the forms say.
    let outcome = run_units(of);
    assert!(outcome.codes.is_empty(), "{:?}", outcome.codes);
    outcome.has_totals(|place| cut(&MORE[place]) + 15);
}

#[test]
fn a_cap_may_be_proved_by_totals_or_said_in_words() {
    let silent = |given: &[i64]| SaidTotals {
        own: None,
        total: cut(given) + 15,
    };
    let found = proposed(&forms(|place| {
        lines(BONUS, &[5; 3], &all(MORE[place]), silent)
    }));
    assert!(is_capped(&scheme(&found)));
    let asked = "vì tổng điểm của 3/3 phiếu chỉ đúng khi tính như vậy";
    assert_eq!(questions(&found, asked), 1);
    // No form reaches the maximum.
    let low = |given: &[i64]| SaidTotals {
        own: Some(given.iter().sum()),
        total: given.iter().sum::<i64>() + 15,
    };
    let few = all([3, 2, 1]);
    for most in [Some(10), None] {
        let name = ("Điểm thưởng (tối đa 10 điểm)", most);
        let found = proposed(&forms(|_| lines(name, &[5; 3], &few, low)));
        assert!(is_capped(&scheme(&found)), "{most:?}");
        assert_eq!(questions(&found, "vì lời của dòng này ghi như vậy"), 1);
    }
    // Of other points than those of the row the words say nothing.
    let name = ("Điểm thưởng (tối đa 3 điểm mỗi mục)", Some(10));
    let found = proposed(&forms(|_| lines(name, &[5; 3], &few, low)));
    assert!(!is_capped(&scheme(&found)));
}

#[test]
fn a_maximum_of_each_row_below_is_no_cap() {
    let plain = |given: &[i64]| SaidTotals {
        own: None,
        total: given.iter().sum::<i64>() + 15,
    };
    for words in [
        "mỗi tiêu chí tối đa 10 điểm",
        "tối đa 10 điểm/tiêu chí",
        "tối đa 10 điểm / tiêu chí",
        "tối đa 10 điểm cho từng tiêu chí",
        "một tiêu chí tối đa 10 điểm",
        "Mỗi tiêu chí: từ 0 điểm đến tối đa 10 điểm",
        "tối đa 10 điểm, mỗi tiêu chí",
        "các tiêu chí đều tối đa 10 điểm",
    ] {
        let name = format!("Kết quả thực hiện nhiệm vụ ({words})");
        for points in [MORE, [[3, 2, 1]; 4]] {
            let of = |place: usize| lines((&name, None), &[10; 3], &all(points[place]), plain);
            let found = proposed(&forms(of));
            let own = scheme(&found);
            assert!(!is_capped(&own), "{words}");
            let most = own.groups[0].maximum_at(&own.levels[0].id);
            assert_eq!(most.to_string(), "30", "{words}");
        }
    }
    // What each thing counts is no most of the rows below.
    let few = all([3, 2, 1]);
    for words in [
        "mỗi sáng kiến 2 điểm, tối đa 10 điểm",
        "tối đa 10 điểm, mỗi sáng kiến 2 điểm",
    ] {
        let name = format!("Điểm thưởng ({words})");
        let found = proposed(&forms(|_| lines((&name, None), &[5; 3], &few, plain)));
        assert!(is_capped(&scheme(&found)), "{words}");
    }
}

#[test]
fn totals_that_count_more_than_words_say_are_asked() {
    let name = ("Kết quả thực hiện (tối đa 10 điểm)", None);
    let plain = |given: &[i64]| SaidTotals {
        own: None,
        total: given.iter().sum::<i64>() + 15,
    };
    let of = |place: usize| lines(name, &[5; 3], &all(MORE[place]), plain);
    let found = proposed(&forms(of));
    let own = scheme(&found);
    assert!(!is_capped(&own));
    let most = own.groups[0].maximum_at(&own.levels[0].id);
    assert_eq!(most.to_string(), "15");
    let asked =
        "Phiếu ghi điểm tối đa ở đây là 10, điểm tối đa của các dòng ngay dưới cộng lại là 15";
    assert_eq!(questions(&found, asked), 1);
}

#[test]
fn a_maximum_that_is_less_than_its_parts_is_asked_with_both_numbers() {
    let low = |given: &[i64]| SaidTotals {
        own: Some(given.iter().sum()),
        total: given.iter().sum::<i64>() + 15,
    };
    let few = all([3, 2, 1]);
    let found = proposed(&forms(|_| lines(BONUS, &[5; 3], &few, low)));
    assert!(!is_capped(&scheme(&found)));
    let asked =
        "Phiếu ghi điểm tối đa ở đây là 10, điểm tối đa của các dòng ngay dưới cộng lại là 15";
    assert_eq!(questions(&found, asked), 1);
    assert_eq!(questions(&found, "tự chấm phần còn lại"), 0);
    let mut lines_asked = found.proposal.proposed.iter();
    let line = lines_asked
        .find(|one| one.question.contains(asked))
        .unwrap();
    assert_eq!(line.certainty, Certainty::Unclear);
    // Words do not count against a form that says more.
    let name = ("Điểm thưởng (tối đa 10 điểm)", Some(10));
    let found = proposed(&forms(|place| lines(name, &[5; 3], &all(MORE[place]), low)));
    assert!(!is_capped(&scheme(&found)));
}

#[test]
fn one_of_several_rows_that_each_form_fills_alone_is_an_option() {
    let options = [5, 10, 15];
    let say = |given: &[i64]| SaidTotals {
        own: Some(given.iter().sum()),
        total: given.iter().sum::<i64>() + 15,
    };
    let chosen = [0, 1, 2, 1];
    let of = |place: usize, also: Option<i64>| {
        let mut points = [None; 3];
        points[chosen[place]] = Some(options[chosen[place]]);
        if place == 2 && also.is_some() {
            points[0] = also;
        }
        lines(("Tiến độ", Some(15)), &options, &points, say)
    };
    let found = proposed(&forms(|place| of(place, None)));
    let own = scheme(&found);
    assert!(matches!(own.criteria[0].rule, ScoringRule::Options { .. }));
    assert_eq!(own.total_maximum.to_string(), "35");
    let outcome = run_units(|place| of(place, None));
    assert!(outcome.codes.is_empty(), "{:?}", outcome.codes);
    outcome.has_totals(|place| options[chosen[place]] + 15);
    // A form with points in two of them says that they are criteria.
    let own = scheme(&proposed(&forms(|place| of(place, Some(5)))));
    assert_eq!(own.criteria[0].rule, ScoringRule::Declared {});
}

#[test]
fn the_best_of_a_group_may_be_proved_by_totals_alone() {
    let points = [[5, 10, 0], [0, 5, 15], [5, 3, 0], [2, 10, 1]];
    let best = |given: &[i64]| SaidTotals {
        own: None,
        total: given.iter().copied().max().unwrap_or_default() + 15,
    };
    let of = |say: fn(&[i64]) -> SaidTotals| {
        move |place: usize| {
            lines(
                ("Tiến độ", Some(15)),
                &[5, 10, 15],
                &all(points[place]),
                say,
            )
        }
    };
    let found = proposed(&forms(of(best)));
    let own = scheme(&found);
    assert_eq!(own.criteria[0].rule, ScoringRule::Maximum {});
    assert_eq!(own.total_maximum.to_string(), "35");
    let asked = "tổng điểm của 4/4 phiếu chỉ đúng khi điểm ở đây là điểm cao nhất";
    assert_eq!(questions(&found, asked), 1);
    // Totals that are sums prove nothing of the kind.
    let sum = |given: &[i64]| SaidTotals {
        own: None,
        total: given.iter().sum::<i64>() + 15,
    };
    let own = scheme(&proposed(&forms(of(sum))));
    assert!(
        own.criteria
            .iter()
            .all(|one| one.rule == ScoringRule::Declared {})
    );
    assert!(!is_capped(&own));
}
