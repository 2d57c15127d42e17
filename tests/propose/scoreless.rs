//! Forms whose score or whose maxima no heading tells: what differs between forms, what adds up, and the texts of the rows do.

use tonghop::campaign::documents::Certainty;
use tonghop::input::propose::Form;

use crate::propose::kinds::{form, heading, maxima};
use crate::propose::measure::{proposed, scheme};
use crate::propose::weights::{WHOLE, forms as weighed};

const ROWS: [(&str, &str, i32); 6] = [
    ("I", "Công tác chỉ đạo", 0),
    ("1", "Kế hoạch năm", 10),
    ("2", "Báo cáo định kỳ", 8),
    ("II", "Cải cách thủ tục", 0),
    ("1", "Công khai", 12),
    ("2", "Đúng hạn", 20),
];

/// Forms whose rows are a code, a text and what the cells are made of the maximum, the score and the place of the form.
fn forms(
    headings: &str,
    text: fn(&str, i32) -> String,
    cells: fn(i32, i32, usize) -> String,
) -> Vec<Form> {
    let one = |place: usize| {
        let unit = ["SỞ Y TẾ", "SỞ TƯ PHÁP", "SỞ NỘI VỤ", "SỞ XÂY DỰNG"][place];
        let mut lines = format!(
            "UBND TỈNH HÀ NAM\n{unit}\nBẢNG TỰ CHẤM ĐIỂM NĂM 2024\nTT | Nội dung | {headings}\n"
        );
        for (at, (code, name, most)) in ROWS.into_iter().enumerate() {
            let score = |most: i32| most - i32::try_from(place).unwrap();
            let below = ROWS.iter().skip(at + 1).take(2).map(|row| row.2);
            let (sum, own) = match most {
                0 => (below.clone().sum(), below.map(score).sum()),
                most => (most, score(most)),
            };
            let name = if most == 0 {
                name.to_string()
            } else {
                text(name, most)
            };
            lines.push_str(&format!(
                "{code} | {name} | {}\n",
                cells(sum, own, place + at)
            ));
        }
        form(&format!("{place}.xlsx"), &[("Phiếu", lines)])
    };
    (0..4).map(one).collect()
}

fn plain(name: &str, _: i32) -> String {
    name.to_string()
}

const EXPECTED: [&str; 6] = ["I 18", "II 32", "I.1 10", "I.2 8", "II.1 12", "II.2 20"];

#[test]
fn maxima_within_the_texts_of_rows_are_maxima() {
    let texts: [fn(&str, i32) -> String; 5] = [
        |name, most| format!("{name} ({most} điểm)"),
        |name, most| format!("{name}, tối đa {most} điểm"),
        |name, most| format!("{name}: từ 0 đến {most} điểm"),
        |name, most| format!("{name} (tối đa: {most}) trong năm"),
        |name, most| format!("{name}: {most} điểm"),
    ];
    for text in texts {
        for scored in ["Tự chấm", "Kết quả"] {
            let all = forms(scored, text, |_, own, _| own.to_string());
            let found = proposed(&all);
            assert_eq!(maxima(&scheme(&found), 0), EXPECTED);
            assert_eq!(heading(&found, scored), Some("claimed"));
        }
    }
}

#[test]
fn a_self_score_is_one_without_any_maximum() {
    let found = proposed(&forms("Tự chấm", plain, |_, own, _| own.to_string()));
    assert_eq!(heading(&found, "Tự chấm"), Some("claimed"));
    assert_eq!(maxima(&scheme(&found), 0), EXPECTED);
    let asked = found.proposal.proposed.iter();
    let asked = asked.filter(|one| one.question.contains("Điểm tối đa là bao nhiêu"));
    assert_eq!(asked.count(), 4);
}

#[test]
fn of_numbers_that_differ_those_that_add_up_are_taken_and_asked_for() {
    let cells: fn(i32, i32, usize) -> String =
        |_, own, seed| format!("{} | {own} | Báo cáo", 7 + seed * 13 % 31);
    let found = proposed(&forms("Số văn bản | Mức đạt được | Ghi chú", plain, cells));
    assert_eq!(heading(&found, "Mức đạt được"), Some("claimed"));
    let mut headings = found.proposal.headings.iter();
    let asked = headings.find(|one| one.text == "Mức đạt được").unwrap();
    assert_eq!(asked.certainty, Certainty::Unclear);
    assert!(asked.question.contains("TẠM hiểu là điểm"));
}

/// One form on another scale, and a slip in another, are no reason to score all by theirs.
#[test]
fn the_scale_of_weighed_scores_is_that_of_most_forms() {
    let mut all = weighed(&WHOLE, 1.0, false, None);
    let stray = weighed(&WHOLE, 100.0, false, None).swap_remove(3);
    all[3] = stray;
    let found = proposed(&all);
    assert_eq!(scheme(&found).total_maximum.to_string(), "1");
    let asked = found.proposal.proposed.iter();
    let asked = asked.filter(|one| one.question.contains("đã lấy thang 1 cho mọi dòng"));
    assert_eq!(asked.count(), 1);
}

/// A score that the words do not name tells weights from maxima all the same.
#[test]
fn weights_beside_a_score_without_a_known_heading_are_no_maxima() {
    let one = |place: usize| {
        let mut text =
            "BÁO CÁO CHỈ SỐ NĂM 2025\nMã | Nội dung | Trọng số | Giá trị tự đánh giá\n".to_string();
        text.insert_str(
            0,
            ["BỘ Y TẾ\n", "BỘ NỘI VỤ\n", "BỘ TƯ PHÁP\n", "BỘ XÂY DỰNG\n"][place],
        );
        for (at, (code, name, weight)) in WHOLE.into_iter().enumerate() {
            let score = f64::from(u8::try_from(90 - 7 * place - at).unwrap()) / 100.0;
            let score = if code.contains('.') {
                score.to_string()
            } else {
                String::new()
            };
            text.push_str(&format!("{code} | {name} | {weight} | {score}\n"));
        }
        form(&format!("{place}.xlsx"), &[("Phiếu", text)])
    };
    let found = proposed(&(0..4).map(one).collect::<Vec<_>>());
    assert_eq!(heading(&found, "Trọng số"), Some("weight"));
    assert_eq!(heading(&found, "Giá trị tự đánh giá"), Some("claimed"));
    // Ministries that are assessed are units, and no authority above them.
    let names = found.proposal.documents.units.iter();
    let names: Vec<&str> = names
        .filter_map(|one| one.get("name").map(String::as_str))
        .collect();
    assert_eq!(names.len(), 4, "{names:?}");
}

/// A column of numbers beside the score, alike in all forms, that nothing calls a maximum.
#[test]
fn an_order_of_urgency_is_neither_maximum_nor_score() {
    let lines = [
        ("Kế hoạch", 10, 1),
        ("Báo cáo", 8, 2),
        ("Kiểm tra", 12, 3),
        ("Đào tạo", 20, 1),
    ];
    let one = |place: usize| {
        let unit = ["SỞ Y TẾ", "SỞ TƯ PHÁP", "SỞ NỘI VỤ"][place];
        let mut text = format!(
            "UBND TỈNH HÀ NAM\n{unit}\nBẢNG TỰ CHẤM ĐIỂM NĂM 2024\nTT | Nội dung | Thứ tự ưu tiên | Đạt được\n"
        );
        for (at, (name, most, order)) in lines.into_iter().enumerate() {
            let number = at + 1;
            let claimed = most / 2 + i32::try_from((place + at) % 3).unwrap();
            let line = format!("{number} | {name}: từ 0 đến {most} điểm | {order} | {claimed}\n");
            text.push_str(&line);
        }
        form(&format!("{place}.xlsx"), &[("Phiếu", text)])
    };
    let forms: Vec<Form> = (0..3).map(one).collect();
    let found = proposed(&forms);
    assert_eq!(heading(&found, "Đạt được"), Some("claimed"));
    let own = scheme(&found);
    let most: i32 = lines.iter().map(|(_, most, _)| most).sum();
    assert_eq!(own.total_maximum.to_string(), most.to_string());
}
