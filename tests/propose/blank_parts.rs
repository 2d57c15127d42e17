//! Parts that are left blank below what is their mean: counted as 0, or left out.

use tonghop::campaign::documents::Certainty;
use tonghop::campaign::scheme::ScoringRule;
use tonghop::input::propose::Form;

use crate::propose::kinds::form;
use crate::propose::marks::{UNITS, run};
use crate::propose::measure::{proposed, scheme};
use crate::propose::parts::{SCORES, Way, mean, questions, sum, weakest};

/// Forms of two groups with some scores and some stated points left blank.
pub fn with_blanks(
    way: Way,
    is_blank: fn(usize, usize) -> bool,
    is_stated: fn(usize) -> bool,
) -> Vec<Form> {
    let one = |place: usize| {
        let mut text = format!(
            "UBND TỈNH HÀ NAM\n{}\nBẢNG TỰ CHẤM ĐIỂM NĂM 2024\nTT | Nội dung | Điểm tối đa | Điểm tự chấm\n",
            UNITS[place].to_uppercase()
        );
        for (at, scores) in SCORES[place].iter().enumerate() {
            let group = ["I", "II"][at];
            let kept = scores.iter().enumerate();
            let kept = kept.filter(|(at, _)| !is_blank(place, *at));
            let kept: Vec<f64> = kept.map(|(_, score)| *score).collect();
            let own = if is_stated(place) {
                way(&kept).to_string()
            } else {
                String::new()
            };
            text.push_str(&format!("{group} | Nhóm {group} | 10 | {own}\n"));
            for (at, score) in scores.iter().enumerate() {
                let score = if is_blank(place, at) {
                    String::new()
                } else {
                    score.to_string()
                };
                let number = at + 1;
                text.push_str(&format!(
                    "{number} | Việc {group} {number} | 10 | {score}\n"
                ));
            }
        }
        form(&format!("{place}.xlsx"), &[("Phiếu", text)])
    };
    (0..4).map(one).collect()
}

#[test]
fn a_mean_of_what_is_not_blank_leaves_out_blanks() {
    let found = proposed(&with_blanks(mean, |place, at| place % 3 == at, |_| true));
    let own = scheme(&found);
    assert_eq!(own.total_maximum.to_string(), "20");
    for id in ["I.0", "II.0"] {
        let one = own.criteria.iter().find(|one| one.id.0 == id).unwrap();
        assert_eq!(one.rule, ScoringRule::MeanOfScored {}, "{id}");
    }
    assert_eq!(questions(&found, "4/4 phiếu là trung bình (bỏ ô trống"), 2);
    assert_eq!(questions(&found, "Các dòng để trống"), 0);
}

#[test]
fn what_counts_is_what_forms_say_where_they_leave_out_blanks() {
    let is_blank = |place: usize, at: usize| place != 1 && at == 2;
    let lines = |place: usize| {
        let mut text = String::from("TT;Nội dung;Điểm tối đa;Điểm tự chấm\n");
        let mut total = 0.0;
        for (group, scores) in SCORES[place].iter().enumerate() {
            let code = ["I", "II"][group];
            let kept = scores.iter().enumerate();
            let kept = kept.filter(|(at, _)| !is_blank(place, *at));
            let kept: Vec<f64> = kept.map(|(_, score)| *score).collect();
            let own = mean(&kept);
            total += own;
            text.push_str(&format!("{code};Nhóm {code};10;{own}\n").replace('.', ","));
            for (at, score) in scores.iter().enumerate() {
                let score = if is_blank(place, at) {
                    String::new()
                } else {
                    score.to_string()
                };
                text.push_str(&format!(
                    "{};Việc {code} số {};10;{score}\n",
                    at + 1,
                    at + 1
                ));
            }
        }
        text.push_str(&format!(";Tổng cộng;20;{total}").replace('.', ","));
        text
    };
    let forms = UNITS.iter().enumerate();
    let forms = forms.map(|(place, unit)| (*unit, lines(place)));
    let outcome = run(&forms.collect::<Vec<_>>());
    // The blanks are told, and no sum is.
    let codes: Vec<&str> = outcome.codes.iter().map(String::as_str).collect();
    assert!(codes.iter().all(|one| *one == "TH302"), "{codes:?}");
    for (place, unit) in UNITS.iter().enumerate() {
        let mut total = 0.0;
        for scores in SCORES[place] {
            total += mean(&scores[..if place == 1 { 3 } else { 2 }]);
        }
        let own: f64 = outcome.totals[*unit].parse().unwrap();
        assert!((own - total).abs() < 0.02, "{unit}: {own} {total}");
    }
}

#[test]
fn a_mean_that_some_take_without_blanks_says_what_they_come_to() {
    // Two of four are too few to know that blanks are left out.
    let found = proposed(&with_blanks(
        mean,
        |place, at| place < 2 && place == at,
        |_| true,
    ));
    let asked: Vec<_> = found
        .proposal
        .proposed
        .iter()
        .filter(|one| one.question.contains("Các dòng để trống được tính là 0"))
        .collect();
    assert_eq!(asked.len(), 2);
    let example = "điểm của 2 phiếu (ví dụ 0.xlsx: ghi 10, tính ra 6,67) thấp hơn phiếu ghi";
    assert!(asked[0].question.contains(example), "{}", asked[0].question);
    let choose = "“Bình quân các tiêu chí con có điểm, bỏ ô trống”";
    assert!(asked[0].question.contains(choose), "{}", asked[0].question);
    assert!(asked.iter().all(|one| one.certainty == Certainty::Unclear));
    // The weakest passes over them as well; where nothing is blank nothing is said.
    let weak = proposed(&with_blanks(weakest, |place, at| place % 3 == at, |_| true));
    assert!(questions(&weak, "Các dòng để trống được tính là 0") > 0);
    // A form with one part says the same in each way, and its blanks count as 0 as well.
    let one = proposed(&with_blanks(
        mean,
        |place, at| place == 0 && at > 0,
        |_| true,
    ));
    let example = "điểm của 1 phiếu (ví dụ 0.xlsx: ghi 8, tính ra 2,67) thấp hơn phiếu ghi";
    assert_eq!(questions(&one, example), 1);
    let full = proposed(&with_blanks(mean, |_, _| false, |_| true));
    assert_eq!(questions(&full, "Các dòng để trống"), 0);
}

#[test]
fn means_in_which_one_form_counts_blanks_as_zero_are_asked() {
    let mut forms = with_blanks(mean, |place, at| place % 3 == at, |_| true);
    let zero = with_blanks(
        |of| {
            if of.len() == 2 {
                (sum(of) / 3.0 * 100.0).round() / 100.0
            } else {
                mean(of)
            }
        },
        |place, at| place % 3 == at,
        |_| true,
    );
    forms[0] = zero[0].clone();
    let own = scheme(&proposed(&forms));
    let is_left = |one: &ScoringRule| *one == ScoringRule::MeanOfScored {};
    assert!(!own.criteria.iter().any(|one| is_left(&one.rule)));
}

#[test]
fn a_total_may_be_the_mean_of_groups_that_are_rounded_themselves() {
    // What stands behind 81,7 and 65 is 81,67 and 65, whose mean is 73,33 and not 73,35.
    let scores: [([f64; 3], [f64; 2]); 4] = [
        ([80.0, 100.0, 70.0], [80.0, 40.0]),
        ([100.0, 55.0, 90.0], [30.0, 100.0]),
        ([50.0, 60.0, 80.0], [20.0, 10.0]),
        ([70.0, 100.0, 90.0], [70.0, 80.0]),
    ];
    let tenths = |points: f64| (points * 10.0).round() / 10.0;
    let lines = |place: usize| {
        let (first, second) = scores[place];
        let means = [sum(&first) / 3.0, sum(&second) / 2.0];
        let mut text = String::from("TT;Nội dung;Ghi chú;Điểm (thang 100)\n");
        text += &format!("I;An toàn thông tin;;{}\n", tenths(means[0]));
        for (name, points) in ["Mạng", "Máy chủ", "Ứng dụng"].iter().zip(first) {
            text += &format!(";{name};;{points}\n");
        }
        text += &format!("II;Nhân lực;;{}\n", tenths(means[1]));
        for (name, points) in ["Số lượng", "Trình độ"].iter().zip(second) {
            text += &format!(";{name};;{points}\n");
        }
        text += &format!(";Điểm trung bình chung;;{}\n", tenths(sum(&means) / 2.0));
        text.replace('.', ",")
    };
    let forms = UNITS.iter().enumerate();
    let forms = forms.map(|(place, unit)| (*unit, lines(place)));
    let outcome = run(&forms.collect::<Vec<_>>());
    assert!(outcome.codes.is_empty(), "{:?}", outcome.codes);
    for (place, unit) in UNITS.iter().enumerate() {
        let (first, second) = scores[place];
        let own: f64 = outcome.totals[*unit].parse().unwrap();
        let total = f64::midpoint(sum(&first) / 3.0, sum(&second) / 2.0);
        assert!((own - total).abs() < 0.01, "{unit}: {own} {total}");
    }
}
