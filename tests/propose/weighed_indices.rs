//! Weights beside scores from 0 to 1 that no maximum is printed for: made forms.

use tonghop::campaign::scheme::ScoresAs;
use tonghop::input::propose::Form;

use crate::propose::indices::{SCORES, UNITS};
use crate::propose::kinds::{form, heading, maxima};
use crate::propose::measure::{proposed, scheme};

/// Forms of one group whose rows have weights and no maximum, with what the form of a unit says in all.
fn weighed(weights: [u32; 5], total: fn([f64; 5], [f64; 5]) -> Option<f64>) -> Vec<Form> {
    let one = |place: usize| {
        let scores = SCORES[place];
        let rows = weights.iter().zip(scores).enumerate();
        let rows = rows.map(|(at, (weight, score))| {
            format!("{} | Chỉ số thứ {at} | {weight} | {score}\n", at + 1)
        });
        let total = total(weights.map(f64::from), scores);
        let text = format!(
            "Sở {}\nBÁO CÁO CHỈ SỐ NĂM 2025\nSTT | Nội dung | Trọng số | Điểm tự chấm\n{} | Tổng cộng | | {}",
            UNITS[place],
            rows.collect::<String>(),
            total.map(|one| one.to_string()).unwrap_or_default()
        );
        form(&format!("{place}.xlsx"), &[("Phiếu", text)])
    };
    (0..5).map(one).collect()
}

fn of(weights: [f64; 5], scores: [f64; 5]) -> f64 {
    let terms = weights.iter().zip(scores);
    let sum: f64 = terms.map(|(weight, score)| weight * score).sum();
    (sum * 100.0).round() / 100.0
}

/// What weighs scores from 0 to 1 is no maximum of them.
#[test]
fn weights_beside_scores_from_0_to_1_are_no_maxima() {
    let weights = [2, 1, 3, 1, 2];
    let found = proposed(&weighed(weights, |weights, scores| {
        Some(of(weights, scores))
    }));
    assert_eq!(heading(&found, "Trọng số"), Some("weight"));
    let own = scheme(&found);
    assert_eq!(own.total_maximum.to_string(), "9");
    assert_eq!(
        maxima(&own, 0)[1..],
        ["1.1 1", "1.2 1", "1.3 1", "1.4 1", "1.5 1"]
    );
    assert_eq!(own.scores_as, ScoresAs::Points);
    let mean: fn([f64; 5], [f64; 5]) -> Option<f64> =
        |weights, scores| Some((of(weights, scores) / 9.0 * 100.0).round() / 100.0);
    assert_eq!(
        scheme(&proposed(&weighed(weights, mean)))
            .total_maximum
            .to_string(),
        "1"
    );
    // Without totals nothing is multiplied, and it is asked.
    let found = proposed(&weighed(weights, |_, _| None));
    assert_eq!(heading(&found, "Trọng số"), Some("ignored"));
    assert_eq!(scheme(&found).total_maximum.to_string(), "5");
    let mut headings = found.proposal.headings.iter();
    let asked = headings.find(|one| one.text == "Trọng số").unwrap();
    assert!(
        asked.question.contains("CHƯA được dùng"),
        "{}",
        asked.question
    );
    // What may be the maximum that a score is a share of stays it.
    let found = proposed(&weighed([20, 10, 30, 10, 30], |_, _| None));
    assert_eq!(scheme(&found).total_maximum.to_string(), "100");
    assert_eq!(scheme(&found).scores_as, ScoresAs::Share);
}
