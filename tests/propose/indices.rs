//! Scores from 0 to 1 in forms that print no maximum, and criteria that a level does not have: made forms.

use std::fs;

use tonghop::campaign::documents::Certainty;
use tonghop::campaign::scheme::ScoresAs;
use tonghop::input::propose::{Form, Suggestion};

use crate::propose::command::{said, tonghop};
use crate::propose::kinds::{form, heading, maxima};
use crate::propose::measure::{proposed, scheme};

/// Scores of two criteria of one group and three of another, in five forms.
pub const SCORES: [[f64; 5]; 5] = [
    [0.25, 0.5, 1.0, 0.75, 0.5],
    [1.0, 0.5, 0.25, 0.5, 0.75],
    [0.5, 0.75, 0.5, 1.0, 0.0],
    [0.75, 1.0, 0.75, 0.25, 0.5],
    [0.0, 0.25, 0.5, 0.5, 1.0],
];
pub const UNITS: [&str; 10] = [
    "Nội vụ",
    "Y tế",
    "Tư pháp",
    "Tài chính",
    "Công Thương",
    "Xây dựng",
    "Ngoại vụ",
    "Du lịch",
    "Văn hóa",
    "Giáo dục và Đào tạo",
];

/// What the rows of groups and of the total say.
type Sums = fn([f64; 5]) -> ([f64; 2], f64);

fn text(place: usize, heading: &str, sums: Option<Sums>) -> String {
    text_of(place, SCORES[place], heading, sums)
}

/// The form of a unit with such scores.
fn text_of(place: usize, scores: [f64; 5], heading: &str, sums: Option<Sums>) -> String {
    let sums = sums.map(|sums| sums(scores));
    let shown = |value: Option<f64>| value.map(|one| format!("{one:.4}")).unwrap_or_default();
    let group = |at: usize| shown(sums.map(|(groups, _)| groups[at]));
    let [first, second, third, fourth, fifth] = scores;
    format!(
        "Sở {}\nBÁO CÁO CHỈ SỐ CHUYỂN ĐỔI SỐ NĂM 2025\nSTT | Chỉ số thành phần | {heading} | Ghi chú\n\
         I | Nhận thức số | {}\n1 | Kế hoạch năm | {first}\n2 | Tin đã đăng | {second}\nII | Hạ tầng số | {}\n1 | Máy tính | {third}\n2 | Mạng nội bộ | {fourth}\n3 | An toàn thông tin | {fifth}\n | Tổng hợp chung | {}",
        UNITS[place],
        group(0),
        group(1),
        shown(sums.map(|(_, total)| total))
    )
}

fn forms(heading: &str, sums: Option<Sums>) -> Vec<Form> {
    let one = |place| {
        form(
            &format!("{place}.xlsx"),
            &[("Phiếu", text(place, heading, sums))],
        )
    };
    (0..5).map(one).collect()
}

/// The sums of the two groups.
fn sums(scores: [f64; 5]) -> [f64; 2] {
    let (first, second) = scores.split_at(2);
    [first.iter().sum(), second.iter().sum()]
}

fn groups(scores: [f64; 5]) -> [f64; 2] {
    let [first, second] = sums(scores);
    [first / 2.0, second / 3.0]
}

const MEAN_OF_MEANS: Sums = |scores| {
    let groups = groups(scores);
    // A mean of rounded means may be off by one in its last decimal.
    (groups, f64::midpoint(groups[0], groups[1]) + 0.0001)
};
const MEAN_OF_ALL: Sums = |scores| (groups(scores), scores.iter().sum::<f64>() / 5.0);
const SUM: Sums = |scores| (sums(scores), scores.iter().sum());

fn question(suggestion: &Suggestion, text: &str) -> bool {
    let mut proposed = suggestion.proposal.proposed.iter();
    proposed.any(|one| one.question.contains(text))
}

#[test]
fn scores_from_0_to_1_without_a_maximum_are_what_their_totals_say() {
    let heading_of = "Kết quả đạt được";
    let found = |sums: Sums| {
        let suggestion = proposed(&forms(heading_of, Some(sums)));
        assert_eq!(heading(&suggestion, heading_of), Some("claimed"));
        let scheme = scheme(&suggestion);
        (scheme.scores_as, maxima(&scheme, 0), suggestion)
    };
    let (as_what, most, suggestion) = found(MEAN_OF_MEANS);
    let shared = [
        "I 6", "II 6", "I.1 3", "I.2 3", "II.1 2", "II.2 2", "II.3 2",
    ];
    assert_eq!(
        (as_what, most.as_slice()),
        (ScoresAs::Share, &shared.map(String::from)[..])
    );
    assert!(question(&suggestion, "tổng của 5/5 phiếu là trung bình"));
    let ones = [
        "I 2", "II 3", "I.1 1", "I.2 1", "II.1 1", "II.2 1", "II.3 1",
    ];
    let ones = ones.map(String::from);
    let (as_what, most, _) = found(MEAN_OF_ALL);
    assert_eq!((as_what, most.as_slice()), (ScoresAs::Share, &ones[..]));
    let (as_what, most, suggestion) = found(SUM);
    assert_eq!((as_what, most.as_slice()), (ScoresAs::Points, &ones[..]));
    assert!(question(&suggestion, "đã lấy tối đa 1"));
}

/// What comes to 0 either way, be it of most forms, does not say that scores are added up.
#[test]
fn forms_that_score_0_throughout_do_not_say_what_totals_are() {
    let heading = "Kết quả đạt được";
    let one = |place: usize| {
        let scores = if place < 3 { SCORES[place] } else { [0.0; 5] };
        let text = text_of(place, scores, heading, Some(MEAN_OF_ALL));
        form(&format!("{place}.xlsx"), &[("Phiếu", text)])
    };
    let found = proposed(&(0..9).map(one).collect::<Vec<_>>());
    assert_eq!(scheme(&found).scores_as, ScoresAs::Share);
    assert!(question(&found, "tổng của 3/3 phiếu là trung bình"));
}

/// One cell that somebody mistyped makes no points of what all others write.
#[test]
fn one_score_beyond_1_leaves_the_scores_of_others_what_they_are() {
    let ones = [
        "I 2", "II 3", "I.1 1", "I.2 1", "II.1 1", "II.2 1", "II.3 1",
    ];
    let ones = ones.map(String::from);
    let cases = [
        ("Giá trị tự đánh giá (0-1)", None, ScoresAs::Points),
        ("Điểm tự chấm", Some(MEAN_OF_ALL), ScoresAs::Share),
        ("Kết quả đạt được", Some(MEAN_OF_ALL), ScoresAs::Share),
        ("Kết quả đạt được", Some(SUM), ScoresAs::Points),
    ];
    for (name, sums, as_what) in cases {
        for wrong in [85.0, 1.5, -0.5] {
            let one = |place: usize| {
                let mut scores = SCORES[place];
                if place == 2 {
                    scores[3] = wrong;
                }
                form(
                    &format!("{place}.xlsx"),
                    &[("Phiếu", text_of(place, scores, name, sums))],
                )
            };
            let found = proposed(&(0..5).map(one).collect::<Vec<_>>());
            assert_eq!(heading(&found, name), Some("claimed"), "{wrong}");
            let own = scheme(&found);
            assert_eq!(own.scores_as, as_what, "{name} {wrong}");
            assert_eq!(maxima(&own, 0), ones, "{name} {wrong}");
        }
    }
}

/// A highest score that was seen is no maximum that anything is a share of.
#[test]
fn scores_are_no_shares_of_the_highest_seen() {
    let one = |place: usize| {
        let mut scores = SCORES[place];
        if place == 2 {
            scores[3] = 85.0;
        }
        // What has no limit is no score from 0 to 1.
        let more = "III | Điểm thưởng |\n1 | Thưởng sáng kiến (không giới hạn) | 0.5\n | Tổng hợp";
        let text = text_of(place, scores, "Điểm tự chấm", None).replace(" | Tổng hợp", more);
        form(&format!("{place}.xlsx"), &[("Phiếu", text)])
    };
    let found = proposed(&(0..5).map(one).collect::<Vec<_>>());
    assert!(maxima(&scheme(&found), 0).contains(&"II.2 85".to_string()));
    assert_eq!(scheme(&found).scores_as, ScoresAs::Points);
}

#[test]
fn scores_from_0_to_1_without_totals_are_asked_for_where_no_heading_says_whose_they_are() {
    let guessed = proposed(&forms("Kết quả đạt được", None));
    let headings = &guessed.proposal.headings;
    let asked = headings.iter().find(|one| one.text == "Kết quả đạt được");
    let asked = asked.map(|one| (one.role.as_deref(), one.certainty));
    assert_eq!(asked, Some((Some("claimed"), Certainty::Unclear)));
    let own = proposed(&forms("Giá trị tự đánh giá (0-1)", None));
    assert_eq!(scheme(&own).total_maximum.to_string(), "5");
    // Whole numbers may go up to anything: each maximum is asked for.
    let whole = |place: usize| {
        let text = text(place, "Giá trị tự đánh giá", None)
            .replace("0.", "1")
            .replace("1.0", "2");
        form(&format!("{place}.xlsx"), &[("Phiếu", text)])
    };
    let found = proposed(&(0..5).map(whole).collect::<Vec<_>>());
    let asked = found.proposal.proposed.iter();
    let asked = asked.filter(|one| one.question.contains("Điểm tối đa là bao nhiêu"));
    assert_eq!(asked.count(), scheme(&found).criteria.len());
}

#[test]
fn a_folder_of_indices_gets_a_result_without_a_false_finding() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("phieu")).unwrap();
    for place in 0..5 {
        let row = |line: &str| {
            let cells: Vec<String> = line
                .split('|')
                .map(|cell| format!("<td>{}</td>", cell.trim()))
                .collect();
            format!("<tr>{}</tr>", cells.concat())
        };
        let rows: Vec<String> = text(place, "Kết quả đạt được", Some(MEAN_OF_MEANS))
            .lines()
            .map(row)
            .collect();
        let page = format!("<meta charset=\"utf-8\"><table>{}</table>", rows.concat());
        fs::write(folder.path().join(format!("phieu/{place}.html")), page).unwrap();
    }
    let output = tonghop(&["phieu"], folder.path());
    let said = said(&output);
    assert!(
        said.contains("đã tổng hợp 5/5 đơn vị; 0 lỗi, 0 cảnh báo"),
        "{said}"
    );
}

/// Forms of another kind, be it one with a row that the built-in scheme has as well, are never the built-in scheme's.
#[test]
fn forms_that_are_not_understood_are_not_the_built_in_schemes() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("phieu")).unwrap();
    for (place, unit) in UNITS[..5].iter().enumerate() {
        let page = format!(
            "<meta charset=\"utf-8\"><table><tr><td></td><td>Sở {unit}</td></tr><tr><td>STT</td><td>Nội dung</td><td>Giá trị</td></tr><tr><td>1</td><td>Mạng nội bộ (LAN)</td><td>{place}5</td></tr><tr><td>2</td><td>Hạ tầng kỹ thuật CNTT</td><td>{place}7</td></tr><tr><td>3</td><td>Trồng cây xanh</td><td>9</td></tr><tr><td>4</td><td>Vệ sinh cơ quan</td><td>4{place}</td></tr><tr><td>5</td><td>Phòng cháy</td><td>1{place}</td></tr><tr><td>6</td><td>Giữ xe</td><td>1{place}</td></tr></table>"
        );
        fs::write(folder.path().join(format!("phieu/{place}.html")), page).unwrap();
    }
    let output = tonghop(&["phieu"], folder.path());
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("không nhận ra"), "{}", said(&output));
}

#[test]
fn a_criterion_that_a_level_does_not_have_is_not_asked_for_its_maximum() {
    let all = |with_row: bool| {
        let one = |(place, name): (usize, &&str)| {
            let is_commune = name.starts_with("UBND");
            let row = match (is_commune, with_row) {
                (false, _) => "3 | Thu phí | 5 | 4\n",
                (true, true) => "3 | Thu phí | | \n",
                (true, false) => "",
            };
            let (most, score) = if is_commune {
                (25, 20 + place)
            } else {
                (20, 12 + place)
            };
            let text = format!(
                "{name}\nPHIẾU CHẤM ĐIỂM NĂM 2025\nSTT | Nội dung | Điểm tối đa | Điểm tự chấm\n1 | Kế hoạch | {most} | {score}\n2 | Tiến độ | 10 | {place}\n{row}"
            );
            form(&format!("{place}.xlsx"), &[("Phiếu", text)])
        };
        let names = [
            "Sở Nội vụ",
            "Sở Y tế",
            "Sở Tư pháp",
            "UBND xã An Khê",
            "UBND xã Đông Hà",
            "UBND xã Hòa Lạc",
        ];
        proposed(&names.iter().enumerate().map(one).collect::<Vec<_>>())
    };
    for with_row in [true, false] {
        let suggestion = all(with_row);
        let scheme = scheme(&suggestion);
        let communes = scheme
            .levels
            .iter()
            .position(|one| one.id.0 == "xa")
            .unwrap();
        let own = maxima(&scheme, communes);
        assert_eq!(own, ["1 35", "1.1 25", "1.2 10"], "{with_row}");
        assert!(!question(&suggestion, "điểm cao nhất đã thấy"));
        assert_eq!(
            question(&suggestion, "Cấp xã không có tiêu chí này"),
            with_row
        );
        let mut lines = suggestion.proposal.proposed.iter();
        assert!(lines.all(
            |one| one.certainty != Certainty::Unclear || !one.question.contains("điểm tối đa")
        ));
    }
}
