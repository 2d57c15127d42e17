//! Rows whose points are the mean, the best or the weakest of what stands below them: their own numbers say so.

use tonghop::campaign::scheme::ScoringRule;
use tonghop::input::propose::{Form, Suggestion};

use crate::propose::kinds::{form, maxima};
use crate::propose::measure::{proposed, scheme};

const UNITS: [&str; 4] = ["SỞ Y TẾ", "SỞ TƯ PHÁP", "SỞ NỘI VỤ", "SỞ XÂY DỰNG"];

/// The scores of two groups of three, by form.
const SCORES: [[[f64; 3]; 2]; 4] = [
    [[8.0, 10.0, 10.0], [5.0, 10.0, 7.0]],
    [[10.0, 7.0, 5.0], [5.0, 0.0, 10.0]],
    [[8.0, 2.0, 4.0], [5.0, 8.0, 9.0]],
    [[0.0, 8.0, 9.0], [6.0, 10.0, 3.0]],
];

type Way = fn(&[f64]) -> f64;

fn mean(of: &[f64]) -> f64 {
    let count = of.iter().map(|_| 1.0).sum::<f64>();
    (of.iter().sum::<f64>() / count * 100.0).round() / 100.0
}

fn sum(of: &[f64]) -> f64 {
    of.iter().sum()
}

fn best(of: &[f64]) -> f64 {
    of.iter().copied().fold(0.0, f64::max)
}

fn weakest(of: &[f64]) -> f64 {
    of.iter().copied().fold(10.0, f64::min)
}

/// Forms of two groups, each of which comes to its criteria in a way, and the total to the groups in another; the groups stand below
/// one above them where `is_inner`.
fn forms(way: Way, total: Way, is_inner: bool) -> Vec<Form> {
    let one = |place: usize| {
        let groups: Vec<f64> = SCORES[place].iter().map(|one| way(one)).collect();
        let mut text = format!(
            "UBND TỈNH HÀ NAM\n{}\nBẢNG TỰ CHẤM ĐIỂM NĂM 2024\nTT | Nội dung | Điểm tối đa | Điểm tự chấm\n",
            UNITS[place]
        );
        if is_inner {
            text.push_str(&format!("1 | Phần chung | 20 | {}\n", sum(&groups)));
        }
        for (at, (own, scores)) in groups.iter().zip(SCORES[place]).enumerate() {
            let (group, above) = if is_inner {
                (format!("1.{}", at + 1), format!("1.{}.", at + 1))
            } else {
                (["I", "II"][at].to_string(), String::new())
            };
            text.push_str(&format!("{group} | Nhóm {group} | 10 | {own}\n"));
            for (at, score) in scores.iter().enumerate() {
                let number = at + 1;
                text.push_str(&format!(
                    "{above}{number} | Việc {group} {number} | 10 | {score}\n"
                ));
            }
        }
        text.push_str(&format!(
            " | Tổng cộng | {} | {}\n",
            if total(&[1.0, 1.0]) > 1.5 { 20 } else { 10 },
            total(&groups)
        ));
        form(&format!("{place}.xlsx"), &[("Phiếu", text)])
    };
    (0..4).map(one).collect()
}

fn questions(found: &Suggestion, what: &str) -> usize {
    let all = found.proposal.proposed.iter();
    all.filter(|one| one.question.contains(what)).count()
}

#[test]
fn a_group_may_be_the_mean_of_its_criteria() {
    let found = proposed(&forms(mean, sum, false));
    let own = scheme(&found);
    assert_eq!(maxima(&own, 0)[..2], ["I 10", "II 10"]);
    assert_eq!(own.total_maximum.to_string(), "20");
    let weights = own.criteria.iter().map(|one| one.weight.to_string());
    assert!(weights.into_iter().all(|one| one == "0.333333333333333"));
    assert_eq!(questions(&found, "4/4 phiếu là trung bình"), 2);
}

#[test]
fn a_total_may_be_the_mean_of_its_groups() {
    let own = scheme(&proposed(&forms(mean, mean, false)));
    assert_eq!(own.total_maximum.to_string(), "10");
    let weights: Vec<String> = own
        .groups
        .iter()
        .map(|one| one.weight.to_string())
        .collect();
    assert_eq!(weights, ["0.5", "0.5"]);
    // Sums stay sums.
    let own = scheme(&proposed(&forms(sum, sum, false)));
    let mut groups = own.groups.iter();
    assert!(groups.all(|one| one.weight.to_string() == "1"));
}

#[test]
fn criteria_may_be_the_mean_the_best_or_the_weakest_of_their_parts() {
    let ways: [(Way, ScoringRule); 3] = [
        (mean, ScoringRule::Mean {}),
        (best, ScoringRule::Maximum {}),
        (weakest, ScoringRule::Minimum {}),
    ];
    for (way, rule) in ways {
        let found = proposed(&forms(way, sum, true));
        let own = scheme(&found);
        assert_eq!(maxima(&own, 0)[..2], ["1 20", "1.1 10"]);
        for id in ["1.1", "1.2"] {
            let one = own.criteria.iter().find(|one| one.id.0 == id).unwrap();
            assert_eq!((&one.rule, one.own_points), (&rule, false), "{id}");
        }
        assert_eq!(questions(&found, "không phải tổng"), 2);
    }
}

#[test]
fn a_group_that_is_the_best_of_its_criteria_is_asked_for() {
    let found = proposed(&forms(best, sum, false));
    assert_eq!(questions(&found, "CHƯA được tính như vậy"), 2);
}
