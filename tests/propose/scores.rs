//! Which of several columns of points is the self score: made forms with last year's points, shares, averages beside it.

use tonghop::input::propose::{Form, Suggestion};

use crate::propose::kinds::{form, heading};
use crate::propose::measure::proposed;

/// Forms of 2024 with these headings behind the maximum; below each stand other points in each form.
fn forms(headings: &[&str]) -> Vec<Form> {
    let row = |code: &str, most: u32, index: u32| {
        let points = |column: u32| (most - (index + column) % 3).to_string();
        let all: Vec<String> = (0..headings.len() as u32).map(points).collect();
        format!("{code} | Tiêu chí {code} | {most} | {}\n", all.join(" | "))
    };
    let one = |index: u32| {
        let name = ["Sở Nội vụ", "Sở Y tế", "Sở Tư pháp", "Sở Tài chính"][index as usize];
        let rows: String = [("1", 10), ("2", 20), ("3", 30), ("4", 40)]
            .iter()
            .map(|(code, most)| row(code, *most, index))
            .collect();
        let text = format!(
            "{name}\nPHIẾU CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM 2024\nSTT | Nội dung | Điểm tối đa | {}\n{rows}",
            headings.join(" | ")
        );
        form(&format!("{index}.xlsx"), &[("Phiếu", text)])
    };
    (0..4).map(one).collect()
}

/// The question about a heading.
fn question<'s>(suggestion: &'s Suggestion, text: &str) -> &'s str {
    let mut headings = suggestion.proposal.headings.iter();
    &headings.find(|one| one.text == text).unwrap().question
}

#[test]
fn the_score_of_the_year_assessed_is_chosen_and_what_is_beside_it_is_asked_for() {
    let claimed = Some("claimed");
    for columns in [
        &[
            ("Điểm tự chấm năm 2024", claimed),
            ("Điểm năm 2023", Some("earlier")),
        ][..],
        &[
            ("Điểm năm 2023", Some("earlier")),
            ("Điểm năm 2024", claimed),
        ],
        &[("Điểm đạt được", claimed), ("Tỷ lệ %", Some("ignored"))],
        &[
            ("Điểm trung bình toàn tỉnh năm 2023", Some("earlier")),
            ("Kết quả tự đánh giá", claimed),
        ],
        &[
            ("Điểm thẩm định năm 2023", Some("earlier")),
            ("Điểm tự chấm năm 2024", claimed),
        ],
        &[
            ("Điểm tự chấm kỳ trước", Some("earlier")),
            ("Điểm tự chấm kỳ này", claimed),
        ],
        &[("Tự chấm lần 1", None), ("Tự chấm lần 2", claimed)],
        &[
            ("Đơn vị tự chấm", claimed),
            ("Điểm Khối chấm", Some("appraised")),
        ],
        // What is asked for alone counts, whatever its year.
        &[("Điểm tự chấm năm 2023", claimed)],
    ] {
        let headings: Vec<&str> = columns.iter().map(|(text, _)| *text).collect();
        let suggestion = proposed(&forms(&headings));
        for (text, role) in columns {
            assert_eq!(heading(&suggestion, text), *role, "{text} of {headings:?}");
            let is_asked = !question(&suggestion, text).is_empty();
            assert!(
                is_asked || *text == "Đơn vị tự chấm",
                "{text} of {headings:?}"
            );
        }
        let lists = suggestion.proposal.documents.settings.get("columns");
        let said = lists.and_then(|lists| lists.get("claimed"));
        let said = said.map_or(0, |list| list.as_array().unwrap().len());
        assert!(said < 2, "{headings:?}: {lists:?}");
    }
}
