//! One sheet with several tables, each with a header of its own in other words: each is a group, and what is headed "Điểm trừ" is taken off.

use tonghop::campaign::scheme::Scheme;

use crate::propose::kinds::maxima;
use crate::propose::marks::{UNITS, forms, run_units};
use crate::propose::measure::{proposed, scheme};

/// What a form says above and over its parts.
#[derive(Clone, Copy)]
struct Words {
    titles: [&'static str; 3],
    bonus: &'static str,
    penalty: &'static str,
}

const WORDS: Words = Words {
    titles: [
        "PHẦN A. ĐIỂM CÁC TIÊU CHÍ",
        "PHẦN B. ĐIỂM THƯỞNG",
        "PHẦN C. ĐIỂM TRỪ",
    ],
    bonus: "STT | Nội dung thưởng | Mức thưởng | Điểm tự chấm | Căn cứ",
    penalty: "STT | Nội dung trừ | Mức trừ tối đa | Điểm trừ | Căn cứ",
};

/// A form whose unit was given so much and lost so much.
fn lines(unit: usize, words: Words) -> String {
    let Words {
        titles: [first, second, third],
        bonus,
        penalty,
    } = words;
    let (given, lost) = ([3, 0, 2, 0][unit], [1, 2, 0, 1][unit]);
    let own = 40 - 3 * unit;
    format!(
        "{first}\nSTT | Nội dung | Điểm tối đa | Điểm tự chấm | Ghi chú\n\
         I | Chỉ đạo, điều hành | 60 | {}\n1 | Ban hành kế hoạch | 40 | {own}\n2 | Kiểm tra | 20 | 15\n\
         II | Kết quả thực hiện | 40 | 30\n1 | Hồ sơ đúng hạn | 40 | 30\n\
         \n{second}\n{bonus}\n1 | Bằng khen của Thủ tướng | 3 | {given}\n2 | Sáng kiến cấp tỉnh | 2 | 1\n\
         \n{third}\n{penalty}\n1 | Nộp báo cáo muộn | 2 | {lost}\n2 | Có đơn thư đúng | 3 | 0\n",
        own + 15
    )
}

fn proposed_of(words: Words) -> Scheme {
    scheme(&proposed(&forms(|unit| lines(unit, words))))
}

/// The lowest points of the criteria of a group.
fn lowest(own: &Scheme, group: &str) -> Vec<String> {
    let of = own
        .criteria
        .iter()
        .filter(|one| one.id.0.starts_with(&format!("{group}.")));
    of.map(|one| one.minimum.unwrap_or_default().to_string())
        .collect()
}

#[test]
fn each_part_is_a_group_and_penalties_are_taken_off() {
    let own = proposed_of(WORDS);
    let groups: Vec<&str> = own.groups.iter().map(|one| one.id.0.as_str()).collect();
    assert_eq!(groups, ["A", "B", "C"]);
    assert!(
        maxima(&own, 0).contains(&"B.1 3".to_string()),
        "{:?}",
        maxima(&own, 0)
    );
    assert_eq!(lowest(&own, "C"), ["-2", "-3"]);
    assert_eq!(lowest(&own, "B"), ["0", "0"]);
}

#[test]
fn a_penalty_without_a_sign_is_told_and_never_added() {
    let outcome = run_units(|unit| lines(unit, WORDS));
    assert_eq!(outcome.codes, ["TH316"; 3], "{}", outcome.text);
    for (place, unit) in UNITS.iter().enumerate() {
        let total: i64 = outcome.totals[*unit].parse().unwrap();
        let given = [3, 0, 2, 0][place] + 1;
        assert_eq!(total, [40, 37, 34, 31][place] + 15 + 30 + given, "{unit}");
    }
}

#[test]
fn the_heading_says_so_where_the_title_does_not() {
    for third in ["PHẦN C. CÁC LỖI", "NHỮNG VIỆC CHƯA LÀM ĐƯỢC"] {
        let titles = [WORDS.titles[0], WORDS.titles[1], third];
        let outcome = run_units(|unit| lines(unit, Words { titles, ..WORDS }));
        assert_eq!(outcome.codes, ["TH316"; 3], "{third}: {}", outcome.text);
    }
}

/// What goes on with its numbering below another header is no part, and what is given there is added.
#[test]
fn points_under_other_words_are_points() {
    let penalty = "STT | Nội dung khác | Mức tối đa | Điểm tự chấm";
    let titles = [WORDS.titles[0], WORDS.titles[1], "PHẦN C. VIỆC KHÁC"];
    let own = proposed_of(Words {
        titles,
        penalty,
        ..WORDS
    });
    assert_eq!(lowest(&own, "C"), ["0", "0"]);
}
