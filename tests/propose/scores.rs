//! Which of several columns of points is the self score: made forms with last year's points, shares, averages beside it.

use tonghop::input::propose::{Form, Suggestion};

use crate::propose::kinds::{form, heading};
use crate::propose::marks::{self, UNITS};
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
            let is_plain = ["Đơn vị tự chấm", "Điểm tự chấm năm 2024"].contains(text);
            assert!(is_asked || is_plain, "{text} of {headings:?}");
        }
        let lists = suggestion.proposal.documents.settings.get("columns");
        let said = lists.and_then(|lists| lists.get("claimed"));
        let said = said.map_or(0, |list| list.as_array().unwrap().len());
        assert!(said < 2, "{headings:?}: {lists:?}");
    }
}

#[test]
fn a_heading_that_comes_twice_in_one_form_is_asked_of_all_that_have_it() {
    let mut all = forms(&["Điểm tự chấm"]);
    let twice = forms(&["Điểm tự chấm", "Điểm tự chấm"]).remove(3);
    all[3] = twice;
    let suggestion = proposed(&all);
    let of: Vec<_> = suggestion
        .proposal
        .headings
        .iter()
        .filter(|one| one.text == "Điểm tự chấm")
        .collect();
    assert_eq!(of.len(), 1);
    assert_eq!((of[0].forms, of[0].role.as_deref()), (4, Some("claimed")));
    assert_eq!(of[0].question, "");
}

/// The lines of a form with a second column of self scores, or without.
fn twice(place: usize, has_second: bool) -> String {
    let second = |text: &str| {
        if has_second {
            format!(";{text}")
        } else {
            String::new()
        }
    };
    let mut lines = format!(
        "STT;Nội dung;Điểm tối đa;Điểm tự chấm{}",
        second("Điểm tự chấm")
    );
    for (at, most) in [10, 20, 30, 40].into_iter().enumerate() {
        let (own, older) = (most - place, most - place - 1);
        lines += &format!(
            "\n{};Tiêu chí {at};{most};{own}{}",
            at + 1,
            second(&older.to_string())
        );
    }
    lines
}

#[test]
fn two_columns_of_self_scores_in_one_form_cost_that_form_alone() {
    let run = |has_second: &dyn Fn(usize) -> bool| {
        let forms = UNITS.iter().enumerate();
        let forms = forms.map(|(place, unit)| (*unit, twice(place, has_second(place))));
        marks::run(&forms.collect::<Vec<_>>())
    };
    let one = run(&|place| place == 3);
    assert_eq!(one.codes, ["TH205"], "{}", one.text);
    assert!(
        one.text.contains("có hai cột như vậy: D và E"),
        "{}",
        one.text
    );
    for (place, unit) in UNITS.iter().enumerate() {
        let counted = one.of(unit).len();
        assert_eq!(counted, if place == 3 { 0 } else { 4 }, "{unit}");
    }
    // Where all do so, each is told of its two columns.
    let all = run(&|_| true);
    assert_eq!(all.codes, ["TH205"; 4], "{}", all.text);
    assert!(all.counted.is_empty());
    assert!(
        all.text.contains("có hai cột như vậy: D và E"),
        "{}",
        all.text
    );
}

#[test]
fn the_self_score_of_the_year_assessed_is_not_asked_for() {
    let suggestion = proposed(&forms(&["Điểm tự chấm năm 2023", "Điểm tự chấm năm 2024"]));
    assert_eq!(
        heading(&suggestion, "Điểm tự chấm năm 2024"),
        Some("claimed")
    );
    assert_eq!(question(&suggestion, "Điểm tự chấm năm 2024"), "");
    assert_ne!(question(&suggestion, "Điểm tự chấm năm 2023"), "");
}

#[test]
fn appraised_scores_of_several_offices_are_known_by_their_own_words() {
    // What stands in no form together is the same column by two names; what does may be one of them or neither.
    let mut all = forms(&["Điểm tự chấm", "SNV đánh giá"]);
    all[3] = forms(&["Điểm tự chấm", "Điểm hội đồng"]).remove(3);
    let apart = proposed(&all);
    for text in ["SNV đánh giá", "Điểm hội đồng"] {
        assert_eq!(heading(&apart, text), Some("appraised"), "{text}");
        assert_ne!(question(&apart, text), "", "{text}");
    }
    all[2] = forms(&["Điểm tự chấm", "SNV đánh giá", "Điểm hội đồng"]).remove(2);
    let together = proposed(&all);
    let settings = &together.proposal.documents.settings;
    let unknown = settings.get("columns").and_then(|all| all.get("unknown"));
    assert_eq!(unknown.unwrap().as_array().unwrap().len(), 2);
    for text in ["SNV đánh giá", "Điểm hội đồng"] {
        assert_eq!(heading(&together, text), None, "{text}");
    }
}
