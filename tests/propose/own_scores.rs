//! Criteria that are scored on their own row, above rows that print the points of its parts and are not scored; and penalties behind
//! the last criterion of a group.

use tonghop::campaign::scheme::Scheme;

use crate::propose::kinds::maxima;
use crate::propose::marks::{forms, run, run_units};
use crate::propose::measure::{proposed, scheme};

/// The most of each criterion.
const MOST: [i64; 4] = [10, 20, 10, 40];

/// Its points, by form.
const POINTS: [[i64; 4]; 4] = [
    [8, 15, 10, 40],
    [10, 20, 6, 25],
    [0, 12, 7, 33],
    [9, 18, 10, 0],
];

/// What stands below a criterion: its most, its points, the place of its form.
type Below = fn(i64, i64, usize) -> String;

/// The lines of a form whose criteria have this below them; the heads of groups and the total print the sums of their maxima.
fn lines(place: usize, has_most: bool, below: Below) -> String {
    let points = POINTS[place];
    let row = |code: usize, name: &str, at: usize| {
        let (most, own) = (MOST[at], points[at]);
        let printed = if has_most {
            most.to_string()
        } else {
            String::new()
        };
        format!(
            "{code} | {name} | {printed} | {own}\n{}",
            below(most, own, place)
        )
    };
    let [one, two, three, four] = points;
    format!(
        "TT | Nội dung | Điểm tối đa | Điểm tự chấm\nI | Chỉ đạo | 30 | {}\n{}{}II | Kết quả | 50 | {}\n{}{} | Tổng điểm | 80 | {}\n",
        one + two,
        row(1, "Ban hành kế hoạch", 0),
        row(2, "Tổ chức kiểm tra", 1),
        three + four,
        row(1, "Giải quyết hồ sơ", 2),
        row(2, "Công khai thủ tục", 3),
        points.iter().sum::<i64>(),
    )
}

fn total(place: usize) -> i64 {
    POINTS[place].iter().sum()
}

/// That the criteria of a scheme are those of the four rows that are scored.
fn is_of_rows(own: &Scheme) {
    let expected = ["I 30", "II 50", "I.1 10", "I.2 20", "II.1 10", "II.2 40"];
    assert_eq!(maxima(own, 0), expected);
}

/// Halves of the most of a criterion.
fn halves(most: i64, _: i64, _: usize) -> String {
    let half = most / 2;
    format!(" | - Đầy đủ, đúng thời gian | {half} | \n | - Có báo cáo kết quả | {half} | \n")
}

#[test]
fn rows_that_print_parts_and_are_not_scored_are_words_of_their_criterion() {
    let coded: Below = |most, _, _| {
        let half = most / 2;
        format!("a) | Có văn bản triển khai | {half} | \nb) | Có kết quả cụ thể | {half} | \n")
    };
    let norms: Below = |most, _, _| {
        let half = most / 2;
        format!(
            " | - Không có văn bản: trừ 50% số điểm | -{half} | \n | - Thực hiện chậm | -1 | \n"
        )
    };
    let ranges: Below = |most, _, _| {
        let (high, half) = (most * 4 / 5, most / 2);
        format!(
            " | - Tốt | {high}-{most} | \n | - Khá | {half} - <{high} | \n | - Chưa đạt | 0 | \n"
        )
    };
    for below in [halves, coded, norms, ranges] {
        let of = |place: usize| lines(place, true, below);
        is_of_rows(&scheme(&proposed(&forms(of))));
        let outcome = run_units(of);
        assert!(outcome.codes.is_empty(), "{:?}", outcome.codes);
        outcome.has_totals(total);
    }
}

#[test]
fn a_criterion_without_a_maximum_has_that_of_the_rows_below_it() {
    // Their sum, or the largest of them, whichever the head of the group says.
    let levels: Below = |most, _, _| {
        let half = most / 2;
        format!(" | - Cấp tỉnh | {most} | \n | - Cấp xã | {half} | \n")
    };
    for below in [halves, levels] {
        let of = |place: usize| lines(place, false, below);
        is_of_rows(&scheme(&proposed(&forms(of))));
        let outcome = run_units(of);
        assert!(outcome.codes.is_empty(), "{:?}", outcome.codes);
        outcome.has_totals(total);
    }
}

#[test]
fn rows_that_forms_score_are_criteria() {
    // Half of the forms score the rows below as well.
    let some: Below = |most, own, place| {
        let half = most / 2;
        let (one, other) = (own.min(half), own - own.min(half));
        let said = |points: i64| {
            if place < 2 {
                points.to_string()
            } else {
                String::new()
            }
        };
        format!(
            " | - Đầy đủ | {half} | {}\n | - Có báo cáo | {half} | {}\n",
            said(one),
            said(other)
        )
    };
    // The parts have a column of their own.
    let beside: Below = |most, own, _| {
        let half = most / 2;
        let (one, other) = (own.min(half), own - own.min(half));
        format!(" | - Đầy đủ | {half} | | {one}\n | - Có báo cáo | {half} | | {other}\n")
    };
    for below in [some, beside] {
        let of = |place: usize| {
            lines(place, true, below).replacen("Điểm tự chấm", "Điểm tự chấm | Điểm thành phần", 1)
        };
        let own = scheme(&proposed(&forms(of)));
        assert!(own.criteria.len() > 4, "{:?}", maxima(&own, 0));
    }
}

#[test]
fn a_sum_of_rows_that_nobody_filled_in_is_no_score_of_its_own() {
    let of = |place: usize| {
        let all = lines(place, true, |most, own, _| {
            let half = most / 2;
            let (one, other) = (own.min(half), own - own.min(half));
            // What the first criterion comes to is 0 in all forms, as nothing below it is filled in.
            let said = |points: i64| {
                if most == 20 {
                    String::new()
                } else {
                    points.to_string()
                }
            };
            format!(
                " | - Đầy đủ | {half} | {}\n | - Có báo cáo | {half} | {}\n",
                said(one),
                said(other)
            )
        });
        let row = format!("kiểm tra | 20 | {}\n", POINTS[place][1]);
        all.replace(&row, "kiểm tra | 20 | 0\n")
    };
    let own = scheme(&proposed(&forms(of)));
    assert!(maxima(&own, 0).contains(&"I.2.1 10".to_string()));
}

#[test]
fn what_a_few_forms_score_below_a_scored_row_is_told() {
    let units = [
        "Sở Tài chính",
        "Sở Y tế",
        "Sở Nội vụ",
        "Sở Tư pháp",
        "Sở Xây dựng",
        "Sở Công Thương",
    ];
    let of = |place: usize| {
        let text = lines(place % 4, true, halves);
        let scored = text.replacen("kết quả | 5 | ", "kết quả | 5 | 4", 1);
        let text = if place == 4 { scored } else { text };
        text.replace(" | ", ";")
    };
    let all: Vec<(&str, String)> = units
        .iter()
        .enumerate()
        .map(|(at, one)| (*one, of(at)))
        .collect();
    let outcome = run(&all);
    assert_eq!(outcome.codes, ["TH208"], "{}", outcome.text);
    outcome.has_totals(total);
}

/// What is taken off in the groups of each form.
const TAKEN: [[i64; 2]; 4] = [[1, 2], [0, 1], [2, 0], [0, 3]];

/// The lines of a form with a row of this code and these words behind each group; the sums above count it or not.
fn with_penalties(place: usize, (code, words): (&str, &str), is_counted: bool) -> String {
    let ([one, two, three, four], taken) = (POINTS[place], TAKEN[place]);
    // Words say that nothing is taken off where nothing is written.
    let said = |taken: i64| match taken {
        0 if words.starts_with("Trừ") => String::new(),
        0 => "0".to_string(),
        _ => (-taken).to_string(),
    };
    let counted = taken.map(|one| if is_counted { one } else { 0 });
    let (first, second) = (one + two - counted[0], three + four - counted[1]);
    format!(
        "TT | Nội dung | Điểm tối đa | Điểm tự chấm\nI | Chỉ đạo | 30 | {first}\n1 | Ban hành kế hoạch | 10 | {one}\n\
         2 | Tổ chức kiểm tra | 20 | {two}\n{code} | {words} | | {}\nII | Kết quả | 50 | {second}\n\
         1 | Giải quyết hồ sơ | 10 | {three}\n2 | Công khai thủ tục | 40 | {four}\n{code} | {words} | | {}\n\
         | Tổng điểm | | {}\n",
        said(taken[0]),
        said(taken[1]),
        first + second,
    )
}

#[test]
fn a_penalty_behind_the_criteria_of_a_group_stands_beside_them() {
    for code in ["*", "-", "", "3"] {
        for words in [
            "Trừ 01 điểm cho mỗi lần chậm báo cáo",
            "Chậm báo cáo, mỗi lần 01 điểm",
        ] {
            let of = |place: usize| with_penalties(place, (code, words), true);
            let own = scheme(&proposed(&forms(of)));
            let expected = [
                "I 30", "II 50", "I.1 10", "I.2 20", "I.3 0", "II.1 10", "II.2 40", "II.3 0",
            ];
            assert_eq!(maxima(&own, 0), expected, "{code} {words}");
            // A group that also holds a penalty is no penalty.
            assert!(
                own.groups.iter().all(|one| !one.outside_total),
                "{code} {words}"
            );
            assert_eq!(own.total_maximum.to_string(), "80");
            let outcome = run_units(of);
            assert!(
                outcome.codes.is_empty(),
                "{code} {words}: {:?}",
                outcome.codes
            );
            outcome.has_totals(|place| total(place) - TAKEN[place].iter().sum::<i64>());
        }
    }
}

#[test]
fn a_penalty_below_zero_stands_beside_where_no_sum_says_anything() {
    let words = "Trừ 01 điểm cho mỗi lần chậm báo cáo";
    let of = |place: usize| {
        let text = with_penalties(place, ("*", words), true);
        let is_sum = |line: &&str| line.contains("Tổng điểm");
        let line = |line: &str| match line.rsplit_once(" | ") {
            Some((head, _)) if line.starts_with('I') => format!("{head} | \n"),
            _ => format!("{line}\n"),
        };
        let lines = text.lines().filter(|one| !is_sum(one));
        lines.map(line).collect::<String>()
    };
    let found = proposed(&forms(of));
    assert!(maxima(&scheme(&found), 0).contains(&"I.3 0".to_string()));
    let outcome = run_units(of);
    outcome.has_totals(|place| total(place) - TAKEN[place].iter().sum::<i64>());
}

#[test]
fn a_penalty_that_the_sums_above_leave_out_stays_below_its_criterion() {
    let words = "Trừ 01 điểm cho mỗi lần chậm báo cáo";
    let of = |place: usize| with_penalties(place, ("*", words), false);
    let own = scheme(&proposed(&forms(of)));
    assert!(!maxima(&own, 0).contains(&"I.3 0".to_string()));
    let outcome = run_units(of);
    assert!(!outcome.codes.is_empty());
}

#[test]
fn a_group_that_only_takes_off_or_that_the_total_leaves_out_is_outside_it() {
    let words = "Trừ 01 điểm cho mỗi lần chậm báo cáo";
    for (first, most) in [("Chậm báo cáo | | -1", ""), ("Sáng kiến | 5 | 4", "80")] {
        let of = |place: usize| {
            let text = with_penalties(place, ("3", words), true);
            let (before, _) = text.rsplit_once("| Tổng điểm").unwrap();
            format!(
                "{before}III | Công tác khác | | \n1 | {first}\n2 | Không báo cáo | | {}\n | Tổng điểm | {most} | \n",
                -i64::try_from(place).unwrap()
            )
        };
        let own = scheme(&proposed(&forms(of)));
        let outside: Vec<bool> = own.groups.iter().map(|one| one.outside_total).collect();
        assert_eq!(outside, [false, false, true], "{first}");
    }
}
