//! Of two columns of points the words say whose they are, before their places do: the unit's own, those of others, those of a plan.

use tonghop::input::propose::{Form, Suggestion};

use crate::propose::kinds::form;
use crate::propose::marks::UNITS;
use crate::propose::measure::proposed;

const SCORES: [[i32; 4]; 4] = [[9, 8, 10, 6], [9, 9, 10, 6], [8, 7, 10, 5], [7, 7, 9, 5]];

/// Forms with two columns of points, the first of which is a point lower.
fn forms(headings: [&str; 2], has_maximum: bool) -> Vec<Form> {
    let one = |(place, unit): (usize, &&str)| {
        let [first, second] = headings;
        let most = |text: &str| {
            if has_maximum {
                format!(" | {text}")
            } else {
                String::new()
            }
        };
        let mut text = format!(
            "UBND TỈNH HÀ NAM\n{unit}\nPHIẾU CHẤM ĐIỂM NĂM 2024\nTT | Nội dung{} | {first} | {second}\n",
            most("Điểm tối đa")
        );
        for (at, scores) in SCORES.iter().enumerate() {
            let (number, score, most) = (at + 1, scores[place], most("10"));
            text.push_str(&format!(
                "{number} | Việc số {number}{most} | {} | {score}\n",
                score - 1
            ));
        }
        form(&format!("{unit}.xlsx"), &[("Phiếu", text)])
    };
    UNITS.iter().enumerate().map(one).collect()
}

fn role<'s>(found: &'s Suggestion, heading: &str) -> Option<&'s str> {
    let mut all = found.proposal.headings.iter();
    all.find(|one| one.text == heading)?.role.as_deref()
}

fn question<'s>(found: &'s Suggestion, heading: &str) -> &'s str {
    let mut all = found.proposal.headings.iter();
    all.find(|one| one.text == heading)
        .map_or("", |one| one.question.as_str())
}

#[test]
fn words_go_before_places() {
    for (own, other, role_of_other) in [
        ("Đơn vị", "Hội đồng", "appraised"),
        ("Điểm đơn vị", "Điểm Hội đồng chấm", "appraised"),
        ("Cơ quan", "Khối thi đua", "appraised"),
        ("Tự chấm", "Phòng Nội vụ chấm", "appraised"),
        ("Đơn vị chấm", "Tổ giúp việc chấm", "appraised"),
        ("Cá nhân tự chấm", "Thủ trưởng chấm", "appraised"),
        ("Đơn vị tự đánh giá", "Sở Nội vụ", "appraised"),
        ("Thực hiện", "Kế hoạch", "ignored"),
        ("Kết quả đạt được", "Mục tiêu năm", "ignored"),
    ] {
        for headings in [[own, other], [other, own]] {
            let found = proposed(&forms(headings, true));
            assert_eq!(role(&found, own), Some("claimed"), "{headings:?}");
            assert_eq!(role(&found, other), Some(role_of_other), "{headings:?}");
            assert!(!question(&found, other).is_empty(), "{headings:?}");
        }
    }
}

#[test]
fn words_go_before_places_where_no_maximum_is_printed() {
    for (own, other) in [("Thực hiện", "Kế hoạch"), ("Đơn vị", "Hội đồng")] {
        for headings in [[own, other], [other, own]] {
            let found = proposed(&forms(headings, false));
            assert_eq!(role(&found, own), Some("claimed"), "{headings:?}");
            assert_ne!(role(&found, other), Some("claimed"), "{headings:?}");
        }
    }
}

/// "Kết quả thực hiện năm 2024" says what was reached, though its numbers are as small as scores and the score is called "Điểm" alone.
#[test]
fn what_was_reached_in_the_year_is_no_score_beside_points() {
    for (result, role_of_result) in [
        ("Kết quả thực hiện năm 2024", "figure"),
        ("Kết quả năm 2024", "figure"),
        ("Đạt được trong năm", ""),
    ] {
        let one = |(place, unit): (usize, &&str)| {
            let done = [7, 9, 10, 8][place];
            let text = format!(
                "UBND TỈNH HÀ NAM\n{unit}\nPHIẾU CHẤM ĐIỂM NĂM 2024\nTT | Chỉ tiêu | Kế hoạch năm 2024 | {result} | Điểm tối đa | Điểm\n\
                 1 | Kinh tế | | | 40 | {0}\n1.1 | Thu ngân sách | 10 | {done} | 20 | {1}\n1.2 | Giải ngân | 12 | {done} | 20 | 16\n\
                 2 | Xã hội | | | 40 | {0}\n2.1 | Việc làm | 10 | {done} | 20 | {1}\n2.2 | Nhà ở | 12 | {done} | 20 | 16\n\
                  | Tổng cộng | | | 80 | {2}\n",
                16 + 2 * done,
                2 * done,
                2 * (16 + 2 * done),
            );
            form(&format!("{unit}.xlsx"), &[("Phiếu", text)])
        };
        let forms: Vec<Form> = UNITS.iter().enumerate().map(one).collect();
        let found = proposed(&forms);
        assert_eq!(role(&found, "Điểm"), Some("claimed"), "{result}");
        let of_result = role(&found, result).unwrap_or_default();
        assert_eq!(of_result, role_of_result, "{result}");
    }
    // Where it stands alone beside the maximum, or beside what was counted, it is the score.
    let found = proposed(&forms(["Số lượng", "Kết quả năm 2024"], true));
    assert_eq!(role(&found, "Kết quả năm 2024"), Some("claimed"));
    assert_ne!(role(&found, "Số lượng"), Some("claimed"));
    assert!(question(&found, "Số lượng").contains("có thể là điểm tự chấm"));
    let found = proposed(&forms(["Kế hoạch năm", "Kết quả năm 2024"], true));
    assert_eq!(role(&found, "Kết quả năm 2024"), Some("claimed"));
}

#[test]
fn a_result_that_adds_up_is_the_score_beside_what_does_not() {
    for other in ["Tiến độ", "Số lượng"] {
        let one = |(place, unit): (usize, &&str)| {
            let (score, done) = ([7, 9, 10, 8][place], [3, 4, 2, 5][place]);
            let text = format!(
                "UBND TỈNH HÀ NAM\n{unit}\nPHIẾU CHẤM ĐIỂM NĂM 2024\nTT | Chỉ tiêu | Điểm tối đa | {other} | Kết quả năm 2024\n\
                 1 | Kinh tế | 40 | 9 | {0}\n1.1 | Thu ngân sách | 20 | {done} | {score}\n1.2 | Giải ngân | 20 | {done} | 16\n\
                 2 | Xã hội | 40 | 9 | {0}\n2.1 | Việc làm | 20 | {done} | {score}\n2.2 | Nhà ở | 20 | {done} | 16\n",
                16 + score,
            );
            form(&format!("{unit}.xlsx"), &[("Phiếu", text)])
        };
        let forms: Vec<Form> = UNITS.iter().enumerate().map(one).collect();
        let found = proposed(&forms);
        assert_eq!(role(&found, "Kết quả năm 2024"), Some("claimed"), "{other}");
        assert_ne!(role(&found, other), Some("claimed"), "{other}");
    }
}

#[test]
fn what_words_do_not_tell_apart_is_asked_of_both() {
    for headings in [["Cột A", "Cột B"], ["Cơ sở", "Đơn vị"]] {
        let found = proposed(&forms(headings, true));
        for heading in headings {
            assert!(
                question(&found, heading).contains("có thể là điểm tự chấm"),
                "{heading}"
            );
        }
    }
    // What was reached beside the self score stays a figure.
    let found = proposed(&forms(["Thực hiện", "Điểm tự chấm"], true));
    assert_eq!(role(&found, "Điểm tự chấm"), Some("claimed"));
    assert_eq!(role(&found, "Thực hiện"), Some("figure"));
}

#[test]
fn of_two_that_others_give_none_counts_and_both_are_asked() {
    let one = |(place, unit): (usize, &&str)| {
        let mut text = format!(
            "UBND TỈNH HÀ NAM\n{unit}\nPHIẾU CHẤM ĐIỂM NĂM 2024\nTT | Nội dung | Điểm tối đa | Đơn vị tự chấm | Sở Nội vụ chấm | Hội đồng chấm\n"
        );
        for (at, scores) in SCORES.iter().enumerate() {
            let (number, score) = (at + 1, scores[place]);
            let (second, third) = (score - 1, score - 2);
            text.push_str(&format!(
                "{number} | Việc số {number} | 10 | {score} | {second} | {third}\n"
            ));
        }
        form(&format!("{unit}.xlsx"), &[("Phiếu", text)])
    };
    let forms: Vec<Form> = UNITS.iter().enumerate().map(one).collect();
    let found = proposed(&forms);
    for heading in ["Sở Nội vụ chấm", "Hội đồng chấm"] {
        assert_eq!(role(&found, heading), Some("ignored"), "{heading}");
        let asked = question(&found, heading);
        assert!(asked.contains("đang KHÔNG được tính"), "{heading}: {asked}");
    }
}

#[test]
fn where_others_alone_give_points_the_one_that_was_taken_stays() {
    let one = |(place, unit): (usize, &&str)| {
        let mut text = format!(
            "UBND TỈNH HÀ NAM\n{unit}\nPHIẾU CHẤM ĐIỂM NĂM 2024\nTT | Nội dung | Điểm tối đa | Sở Nội vụ chấm | Hội đồng chấm | Tổ công tác chấm | Tỷ lệ Hội đồng chấm (%)\n"
        );
        for (at, scores) in SCORES.iter().enumerate() {
            let (number, score) = (at + 1, scores[place]);
            let (second, third) = (score - 1, score - 2);
            text.push_str(&format!(
                "{number} | Việc số {number} | 10 | {score} | {second} | {third} | {second}0\n"
            ));
        }
        form(&format!("{unit}.xlsx"), &[("Phiếu", text)])
    };
    let forms: Vec<Form> = UNITS.iter().enumerate().map(one).collect();
    let found = proposed(&forms);
    assert_eq!(role(&found, "Sở Nội vụ chấm"), Some("claimed"));
    let of_share = question(&found, "Tỷ lệ Hội đồng chấm (%)");
    assert!(!of_share.contains("kết quả cuối cùng"), "{of_share}");
}
