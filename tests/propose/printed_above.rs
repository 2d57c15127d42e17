//! Maxima that what is printed above proves: what is cut to them, and options below a criterion that prints none.

use tonghop::campaign::scheme::ScoringRule;

use crate::propose::marks::{forms, run_units};
use crate::propose::measure::{proposed, scheme};
use crate::propose::parts::questions;

/// Points below a bonus of 10, by form; the second is more than that.
const BONUS: [[i64; 3]; 4] = [[3, 2, 1], [5, 5, 6], [0, 5, 0], [5, 1, 0]];

/// What forms say in the bonus group and in the total, by form.
type SaidScores = fn(usize) -> (Option<i64>, i64);

/// What the lines of forms with a bonus print.
struct Printed {
    /// The most of the total.
    total: i64,
    /// Points of the bonus group and of the total, by form.
    scores: Option<SaidScores>,
    /// A row of the bonus that takes points off.
    penalty: &'static str,
}

/// The lines of a form with a bonus of 10 whose rows come to 16.
fn with_a_bonus(place: usize, printed: &Printed) -> String {
    let cell = |points: Option<i64>| points.map_or_else(String::new, |one| one.to_string());
    let said = printed.scores.map(|say| say(place));
    let [one, two, three] = BONUS[place];
    format!(
        "TT | Nội dung | Điểm tối đa | Điểm tự chấm\nI | Nhiệm vụ | 90 | \n1 | Tham mưu | 50 | 40\n2 | Báo cáo | 40 | 30\n\
         II | Điểm thưởng | 10 | {}\n1 | Sáng kiến | 5 | {one}\n\
         2 | Khen thưởng | 5 | {two}\n3 | Điển hình | 6 | {three}\n{} | TỔNG ĐIỂM | {} | {}\n",
        cell(said.and_then(|one| one.0)),
        printed.penalty,
        printed.total,
        cell(said.map(|one| one.1)),
    )
}

fn cut(place: usize) -> i64 {
    BONUS[place].iter().sum::<i64>().min(10)
}

#[test]
fn a_total_that_only_a_cut_group_comes_to_proves_the_cut() {
    let asked = "điểm tối đa phiếu ghi ở dòng trên (hoặc dòng tổng) chỉ đúng khi tính như vậy";
    for penalty in ["", "4 | Trừ điểm: chậm báo cáo | -2 | 0\n"] {
        let printed = Printed {
            total: 100,
            scores: None,
            penalty,
        };
        let of = |place: usize| with_a_bonus(place, &printed);
        let found = proposed(&forms(of));
        let own = scheme(&found);
        assert!(own.groups[1].cap.is_set(), "{penalty}");
        assert_eq!(own.total_maximum.to_string(), "100");
        assert_eq!(questions(&found, asked), 1);
        // No score says that the form with more is cut: it is named.
        let cut_form = "1.xlsx: các dòng dưới cộng lại 16, chỉ tính 10";
        assert_eq!(questions(&found, cut_form), 1);
        let outcome = run_units(of);
        assert!(outcome.codes.is_empty(), "{:?}", outcome.codes);
        outcome.has_totals(|place| cut(place) + 70);
    }
}

#[test]
fn a_total_of_all_rows_or_scores_above_the_maximum_prove_no_cut() {
    let plain = |place: usize| {
        let sum = BONUS[place].iter().sum::<i64>();
        (Some(sum), sum + 70)
    };
    let total_alone = |place: usize| (None, BONUS[place].iter().sum::<i64>() + 70);
    for (total, scores) in [
        (106, None),
        (90, None),
        (100, Some(plain as SaidScores)),
        (100, Some(total_alone as SaidScores)),
    ] {
        let printed = Printed {
            total,
            scores,
            penalty: "",
        };
        let found = proposed(&forms(|place| with_a_bonus(place, &printed)));
        assert!(!scheme(&found).groups[1].cap.is_set(), "{total}");
        let asked = "Phiếu ghi điểm tối đa ở đây là 10";
        assert_eq!(questions(&found, asked), 1, "{total}");
    }
}

#[test]
fn a_penalty_below_is_no_part_of_what_can_be_had() {
    let say = |place: usize| (Some(cut(place)), cut(place) + 70);
    let penalty = "4 | Trừ điểm: chậm báo cáo | -7 | 0\n";
    let printed = Printed {
        total: 100,
        scores: Some(say),
        penalty,
    };
    let of = |place: usize| {
        let text = with_a_bonus(place, &printed);
        text.replace("Điểm thưởng", "Điểm thưởng (tối đa 10 điểm)")
    };
    let found = proposed(&forms(of));
    assert!(scheme(&found).groups[1].cap.is_set());
    assert_eq!(questions(&found, "vì lời của dòng này ghi như vậy"), 1);
}

#[test]
fn a_criterion_within_a_group_may_be_cut() {
    let of = |place: usize| {
        let [one, two, three] = BONUS[place];
        format!(
            "TT | Nội dung | Điểm tối đa | Điểm tự chấm\nI | Nhiệm vụ | 60 | \n1 | Tham mưu | 60 | 40\n\
             II | Cải tiến | 40 | \n1 | Sáng kiến | 10 | \n1.1 | Cấp tỉnh | 5 | {one}\n1.2 | Cấp huyện | 5 | {two}\n\
             1.3 | Cấp xã | 6 | {three}\n2 | Số hóa | 30 | 20\n"
        )
    };
    let found = proposed(&forms(of));
    let own = scheme(&found);
    let mut capped = own.criteria.iter().filter(|one| one.cap.is_set());
    assert_eq!(
        capped.next().map(|one| one.name.as_str()),
        Some("Sáng kiến")
    );
    assert!(capped.next().is_none() && own.groups.iter().all(|one| !one.cap.is_set()));
    assert_eq!(own.total_maximum.to_string(), "100");
}

/// Rows of which each form fills one alone, below a criterion without a maximum of its own.
fn chosen_below_no_maximum(most: i64, place: usize) -> (String, i64) {
    let (first, second) = ([0, 1, 2, 1][place], [2, 1, 2, 0][place]);
    let (points, marks) = ([5, 10, 15], [3, 6, 10]);
    let of = |all: [i64; 3], chosen: usize, at: usize| {
        let points = if at == chosen {
            all[at].to_string()
        } else {
            String::new()
        };
        format!("{} | {points}", all[at])
    };
    let (one, two) = (points[first], marks[second]);
    let total = one + two + 20 + 9;
    let mut text = format!(
        "TT | Nội dung | Điểm tối đa | Điểm tự chấm\nI | Số hóa | {most} | {}\n1 | Tỷ lệ số hóa | | \n",
        one + two + 20
    );
    for (at, name) in ["Dưới 50%", "Từ 50% đến 80%", "Trên 80%"]
        .iter()
        .enumerate()
    {
        text += &format!(" | {name} | {}\n", of(points, first, at));
    }
    text += "2 | Thời hạn | | \n";
    for (at, name) in ["Chậm", "Đúng hạn", "Sớm"].iter().enumerate() {
        text += &format!(" | {name} | {}\n", of(marks, second, at));
    }
    text += "3 | Kho dữ liệu | 25 | 20\nII | Nhân lực | 10 | 9\n1 | Đào tạo | 10 | 9\n";
    (
        text + &format!(" | Tổng cộng | {} | {total}\n", most + 10),
        total,
    )
}

#[test]
fn options_need_no_maximum_of_their_criterion() {
    let found = proposed(&forms(|place| chosen_below_no_maximum(50, place).0));
    let own = scheme(&found);
    for at in [0, 1] {
        assert!(
            matches!(own.criteria[at].rule, ScoringRule::Options { .. }),
            "{at}"
        );
    }
    assert_eq!(own.total_maximum.to_string(), "60");
    let outcome = run_units(|place| chosen_below_no_maximum(50, place).0);
    assert!(outcome.codes.is_empty(), "{:?}", outcome.codes);
    outcome.has_totals(|place| chosen_below_no_maximum(50, place).1);
    // A maximum above that is the sum of all of them says that they are criteria.
    let own = scheme(&proposed(&forms(|place| {
        chosen_below_no_maximum(74, place).0
    })));
    assert!(
        own.criteria
            .iter()
            .all(|one| !matches!(one.rule, ScoringRule::Options { .. }))
    );
}

/// Two rows of which each form scores one alone, below a criterion that prints nothing in a group that prints nothing.
fn alone_below_blanks(total: &str, place: usize) -> String {
    let (one, other) = [(5, 0), (0, 3), (5, 0), (0, 3)][place];
    let second = [40, 45, 38, 50][place];
    format!(
        "TT | Nội dung | Điểm tối đa | Điểm tự chấm\nI | Nhiệm vụ | | \n1 | Thi đua | | \n | - Phong trào cấp tỉnh | 5 | {one}\n\
         | - Phong trào cấp xã | 3 | {other}\n2 | Tham mưu | 50 | {second}\n3 | Báo cáo | 30 | 15\n | TỔNG ĐIỂM | {total} | {}\n",
        one + other + second + 15
    )
}

#[test]
fn the_total_tells_options_from_criteria_where_no_group_prints_a_maximum() {
    let asked = "đã hiểu là các mức để chọn MỘT";
    for (total, criteria, questions_asked) in [("88", 4, 0), ("85", 3, 0), ("", 3, 1)] {
        let found = proposed(&forms(|place| alone_below_blanks(total, place)));
        let own = scheme(&found);
        let leaves = own.criteria.iter().filter(|one| one.name != "Thi đua");
        let is_choice = |rule: &ScoringRule| matches!(rule, ScoringRule::Options { .. });
        let choices = own.criteria.iter().filter(|one| is_choice(&one.rule));
        assert_eq!(choices.count(), usize::from(criteria == 3), "{total}");
        assert_eq!(leaves.count(), if criteria == 3 { 2 } else { 4 }, "{total}");
        let most = if criteria == 3 { "85" } else { "88" };
        assert_eq!(own.total_maximum.to_string(), most, "{total}");
        assert_eq!(questions(&found, asked), questions_asked, "{total}");
    }
    let found = proposed(&forms(|place| alone_below_blanks("", place)));
    let named = "“- Phong trào cấp tỉnh”: 5; “- Phong trào cấp xã”: 3; ví dụ ";
    let dashless = named.replace("“- ", "“");
    assert_eq!(questions(&found, named) + questions(&found, &dashless), 1);
}
