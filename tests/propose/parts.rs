//! Rows whose points are the mean, the best or the weakest of what stands below them: their own numbers say so.

use tonghop::campaign::scheme::ScoringRule;
use tonghop::input::propose::{Form, Suggestion};

use crate::propose::blank_parts::with_blanks;
use crate::propose::kinds::{form, maxima};
use crate::propose::marks::{UNITS, run};
use crate::propose::measure::{proposed, scheme};

/// The scores of two groups of three, by form.
pub const SCORES: [[[f64; 3]; 2]; 4] = [
    [[8.0, 10.0, 10.0], [5.0, 10.0, 7.0]],
    [[10.0, 7.0, 5.0], [5.0, 0.0, 10.0]],
    [[8.0, 2.0, 4.0], [5.0, 8.0, 9.0]],
    [[0.0, 8.0, 9.0], [6.0, 10.0, 3.0]],
];

pub type Way = fn(&[f64]) -> f64;

pub fn mean(of: &[f64]) -> f64 {
    let count = of.iter().map(|_| 1.0).sum::<f64>();
    (of.iter().sum::<f64>() / count * 100.0).round() / 100.0
}

pub fn sum(of: &[f64]) -> f64 {
    of.iter().sum()
}

pub fn best(of: &[f64]) -> f64 {
    of.iter().copied().fold(0.0, f64::max)
}

pub fn weakest(of: &[f64]) -> f64 {
    of.iter().copied().fold(10.0, f64::min)
}

/// Forms of two groups, each of which comes to its criteria in a way, and the total to the groups in another; the groups stand below
/// one above them where `is_inner`.
fn forms(way: Way, total: Way, is_inner: bool) -> Vec<Form> {
    let one = |place: usize| {
        let groups: Vec<f64> = SCORES[place].iter().map(|one| way(one)).collect();
        let mut text = format!(
            "UBND TỈNH HÀ NAM\n{}\nBẢNG TỰ CHẤM ĐIỂM NĂM 2024\nTT | Nội dung | Điểm tối đa | Điểm tự chấm\n",
            UNITS[place].to_uppercase()
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

pub fn questions(found: &Suggestion, what: &str) -> usize {
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
fn a_group_may_be_the_best_or_the_weakest_of_its_criteria() {
    let ways: [(Way, ScoringRule); 2] = [
        (best, ScoringRule::Maximum {}),
        (weakest, ScoringRule::Minimum {}),
    ];
    for (way, rule) in ways {
        let found = proposed(&forms(way, sum, false));
        let own = scheme(&found);
        assert_eq!(maxima(&own, 0)[..2], ["I 10", "II 10"]);
        assert_eq!(own.total_maximum.to_string(), "20");
        let ids: Vec<&str> = own.criteria.iter().map(|one| one.id.0.as_str()).collect();
        assert_eq!(ids[..4], ["I.0", "I.0.1", "I.0.2", "I.0.3"]);
        for id in ["I.0", "II.0"] {
            let one = own.criteria.iter().find(|one| one.id.0 == id).unwrap();
            assert_eq!(one.rule, rule, "{id}");
        }
        assert_eq!(questions(&found, "thay cho cả nhóm"), 2);
    }
}

/// The lines of a form of two groups, the first of which comes to its criteria in a way; codes of criteria are written so.
fn lines(place: usize, way: Way, code: fn(usize, usize) -> String) -> String {
    let mut text = String::from("TT;Nội dung;Điểm tối đa;Điểm tự chấm\n");
    let mut total = 0.0;
    for (at, (scores, way)) in SCORES[place].iter().zip([way, sum]).enumerate() {
        let (own, most) = (way(scores), [10, 30][at]);
        total += own;
        let group = ["I", "II"][at];
        text.push_str(&format!("{group};Nhóm {group};{most};{own}\n").replace('.', ","));
        for (place, score) in scores.iter().enumerate() {
            let code = code(at, place);
            text.push_str(&format!(
                "{code};Việc {group} số {};10;{score}\n",
                place + 1
            ));
        }
    }
    text.push_str(&format!(";Tổng cộng;40;{total}").replace('.', ","));
    text
}

#[test]
fn what_is_the_best_of_a_group_counts_whatever_codes_the_forms_print() {
    let codes: [fn(usize, usize) -> String; 3] = [
        |_, at| (at + 1).to_string(),
        |group, at| format!("{}.{}", ["I", "II"][group], at + 1),
        |_, at| ["a)", "b)", "c)"][at].to_string(),
    ];
    for code in codes {
        for way in [best as Way, weakest] {
            let forms = UNITS.iter().enumerate();
            let forms = forms.map(|(place, unit)| (*unit, lines(place, way, code)));
            let outcome = run(&forms.collect::<Vec<_>>());
            assert!(outcome.codes.is_empty(), "{:?}", outcome.codes);
            for (place, unit) in UNITS.iter().enumerate() {
                let total = way(&SCORES[place][0]) + sum(&SCORES[place][1]);
                assert_eq!(outcome.totals[*unit], total.to_string(), "{unit}");
            }
        }
    }
}

#[test]
fn what_one_form_says_of_parts_is_asked_with_its_figures() {
    let found = proposed(&with_blanks(mean, |_, _| false, |place| place == 0));
    let asked = "1 phiếu khớp trung bình (ví dụ 0.xlsx ghi 9,33, các dòng dưới ghi 8; 10; 10), 0 phiếu khớp tổng";
    assert_eq!(questions(&found, asked), 1);
    assert_eq!(questions(&found, "Phần đơn vị tự chấm cộng lại"), 0);
    // One that states the sum asks nothing of the kind.
    let found = proposed(&with_blanks(sum, |_, _| false, |place| place == 0));
    assert_eq!(questions(&found, "phiếu khớp"), 0);
}

/// Forms of two groups of two criteria of 5 points; the groups print 10, and what forms write in them is given.
fn summed_maxima(way: impl Fn(usize, &[f64]) -> f64) -> Vec<Form> {
    let scores = [[5.0, 5.0], [5.0, 5.0], [5.0, 5.0], [5.0, 0.0]];
    let one = |place: usize| {
        let own = way(place, &scores[place]);
        let mut text = format!(
            "UBND TỈNH HÀ NAM\n{}\nBẢNG TỰ CHẤM ĐIỂM NĂM 2024\nTT | Nội dung | Điểm tối đa | Điểm tự chấm\n",
            UNITS[place].to_uppercase()
        );
        for group in ["I", "II"] {
            text.push_str(&format!("{group} | Nhóm {group} | 10 | {own}\n"));
            for (at, score) in scores[place].iter().enumerate() {
                let number = at + 1;
                text.push_str(&format!("{number} | Việc {group} {number} | 5 | {score}\n"));
            }
        }
        text.push_str(&format!(" | Tổng cộng | 20 | {}\n", own * 2.0));
        form(&format!("{place}.xlsx"), &[("Phiếu", text)])
    };
    (0..4).map(one).collect()
}

#[test]
fn printed_maxima_that_add_up_are_not_cut() {
    let found = proposed(&summed_maxima(
        |place, of| {
            if place == 2 { sum(of) } else { best(of) }
        },
    ));
    let own = scheme(&found);
    assert_eq!(maxima(&own, 0)[..2], ["I 10", "II 10"]);
    assert_eq!(own.total_maximum.to_string(), "20");
    assert!(own.criteria.iter().all(|one| !one.id.0.contains(".0")));
    assert_eq!(questions(&found, "2 phiếu khớp điểm cao nhất"), 2);
    assert_eq!(questions(&found, "Điểm tối đa phiếu ghi ở đây là tổng"), 2);
    // A mean is not proved either, nor is it of the total.
    let own = scheme(&proposed(&summed_maxima(|_, of| mean(of))));
    assert_eq!(own.total_maximum.to_string(), "20");
    let mut weights = own.criteria.iter().map(|one| one.weight.to_string());
    assert!(weights.all(|one| one == "1"));
    // Sums ask nothing of the kind.
    let found = proposed(&summed_maxima(|_, of| sum(of)));
    assert_eq!(questions(&found, "phiếu khớp"), 0);
}

#[test]
fn a_maximum_that_is_the_best_of_those_below_is_asked_where_no_group_is_scored() {
    let found = proposed(&with_blanks(best, |_, _| false, |_| false));
    let asked = "điểm tối đa ở đây là 10, bằng điểm tối đa cao nhất của những dòng ngay dưới, không phải tổng của chúng (30)";
    assert_eq!(questions(&found, asked), 2);
    assert_eq!(questions(&found, "tự chấm phần còn lại"), 0);
}
