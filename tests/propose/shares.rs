//! Scores that are no points in unknown forms: made forms with shares of the maximum, and with percentages of it.

use tonghop::campaign::definition::PathStep;
use tonghop::campaign::scheme::ScoresAs;
use tonghop::input::propose::{Form, Suggestion};

use crate::propose::kinds::form;
use crate::propose::measure::{proposed, scheme};

/// Five forms of six criteria, 5 to 30 points each; each score is such a share of the maximum, times a factor.
fn forms(factor: f64) -> Vec<Form> {
    let names = ["Nội vụ", "Y tế", "Tư pháp", "Tài chính", "Công Thương"];
    let one = |(index, name): (usize, &&str)| {
        let row = |number: usize| {
            let share = f64::from(u8::try_from(10 - (index + number) % 4).unwrap()) / 10.0;
            let score = (share * factor * 100.0).round() / 100.0;
            format!("{number} | Tiêu chí {number} | {} | {score}\n", number * 5)
        };
        let rows: String = (1..=6).map(row).collect();
        let text = format!(
            "Sở {name}\nPHIẾU CHẤM ĐIỂM CHUYỂN ĐỔI SỐ NĂM 2024\nSTT | Nội dung | Điểm tối đa | Điểm tự chấm\n{rows}"
        );
        form(&format!("{index}.xlsx"), &[("Phiếu", text)])
    };
    names.iter().enumerate().map(one).collect()
}

/// What is asked about the scores.
fn question(suggestion: &Suggestion) -> Option<&str> {
    let path = [PathStep::from("scores_as")];
    let mut proposed = suggestion.proposal.proposed.iter();
    proposed
        .find(|one| one.path == path)
        .map(|one| one.question.as_str())
}

#[test]
fn scores_up_to_1_are_proposed_as_shares_and_asked_for() {
    let suggestion = proposed(&forms(1.0));
    assert_eq!(scheme(&suggestion).scores_as, ScoresAs::Share);
    assert!(question(&suggestion).unwrap().starts_with("5/5 phiếu"));
}

#[test]
fn scores_beyond_the_maximum_up_to_100_are_proposed_as_percent() {
    let suggestion = proposed(&forms(100.0));
    assert_eq!(scheme(&suggestion).scores_as, ScoresAs::Percent);
    assert!(question(&suggestion).unwrap().contains("từ 0 đến 100"));
}

#[test]
fn points_are_points() {
    let suggestion = proposed(&forms(5.0));
    assert_eq!(scheme(&suggestion).scores_as, ScoresAs::Points);
    assert_eq!(question(&suggestion), None);
}
