//! Scores that are 0 or 1, below headings that say nothing: made forms.

use tonghop::base::lang::Lang;
use tonghop::campaign::documents::Certainty;
use tonghop::input::propose::{Form, propose};

use crate::propose::indices::UNITS;
use crate::propose::kinds::{form, heading, maxima};
use crate::propose::measure::{proposed, scheme};

/// What a form says in a row, by the places of both.
type Answer = fn(usize, usize) -> String;

/// Forms in which nothing but 0 and 1 stands below a heading that says nothing.
fn binary(headings: &str, cell: Answer, total: bool) -> Vec<Form> {
    let one = |place: usize| {
        let rows =
            (0..5).map(|row| format!("{} | Chỉ số thứ {row} | {}\n", row + 1, cell(place, row)));
        let sum = (0..5)
            .filter(|row| cell(place, *row).starts_with('1'))
            .count();
        let total = if total {
            format!(" | Tổng cộng | {sum}")
        } else {
            String::new()
        };
        let text = format!(
            "Sở {}\nBÁO CÁO CHỈ SỐ NĂM 2025\nSTT | Nội dung | {headings}\n{}{total}",
            UNITS[place],
            rows.collect::<String>()
        );
        form(&format!("{place}.xlsx"), &[("Phiếu", text)])
    };
    (0..5).map(one).collect()
}

fn zero_or_one(place: usize, row: usize) -> String {
    ((place * row + place) % 3).min(1).to_string()
}

/// Zeros and ones under a heading that says nothing are taken for scores, and that is asked before all else.
#[test]
fn zeros_and_ones_are_scores_and_are_asked_for() {
    for total in [true, false] {
        let found = proposed(&binary("Ghi nhận", zero_or_one, total));
        assert_eq!(heading(&found, "Ghi nhận"), Some("claimed"));
        let ones = ["1 5", "1.1 1", "1.2 1", "1.3 1", "1.4 1", "1.5 1"];
        assert_eq!(maxima(&scheme(&found), 0), ones, "{total}");
        let mut headings = found.proposal.headings.iter();
        let asked = headings.find(|one| one.text == "Ghi nhận").unwrap();
        assert_eq!(asked.certainty, Certainty::Unclear);
        assert!(
            asked.question.starts_with("Cột này chỉ ghi 0 và 1"),
            "{}",
            asked.question
        );
    }
    // Another number stands among them, most cells are blank, or two columns may be meant: the first that differs is asked for.
    let guessed: [(&str, Answer); 3] = [
        ("Ghi nhận", |place, row| {
            if (place, row) == (2, 2) {
                "3".to_string()
            } else {
                zero_or_one(place, row)
            }
        }),
        ("Ghi nhận", |place, row| {
            if row > 1 && place > 1 {
                String::new()
            } else {
                zero_or_one(place, row)
            }
        }),
        ("Ghi nhận | Xác nhận", |place, row| {
            format!("{0} | {0}", zero_or_one(place, row))
        }),
    ];
    for (headings, cell) in guessed {
        let found = proposed(&binary(headings, cell, false));
        let mut seen = found.proposal.headings.iter();
        let asked = seen.find(|one| one.role.as_deref() == Some("claimed"));
        let asked = asked.map(|one| (one.certainty, one.question.contains("TẠM hiểu là điểm")));
        assert_eq!(asked, Some((Certainty::Unclear, true)), "{headings}");
    }
    // Without a heading nothing could be read again.
    let forms = binary("", zero_or_one, false);
    assert!(propose(forms, &[], Lang::Vi).is_err());
}
