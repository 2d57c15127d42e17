//! Points that are a share of the maximum: the forms' own figures prove the rule, or it is asked for.

use tonghop::campaign::scheme::{Scheme, ScoringRule};
use tonghop::input::propose::Form;

use crate::propose::kinds::form;
use crate::propose::marks::run;
use crate::propose::measure::{proposed, scheme};

const UNITS: [&str; 5] = [
    "Sở Tài chính",
    "Sở Y tế",
    "Sở Nội vụ",
    "Sở Tư pháp",
    "Sở Xây dựng",
];

/// Part and whole of each unit.
const FIGURES: [(f64, f64); 5] = [
    (80.0, 100.0),
    (30.0, 60.0),
    (45.0, 50.0),
    (27.0, 36.0),
    (12.0, 48.0),
];

/// Scores that no figure gives.
const OTHERS: [f64; 5] = [12.0, 17.0, 13.0, 11.0, 8.0];

const HEAD: &str = "TT;Nội dung;Đơn vị tính;Số liệu;Điểm tối đa;Điểm tự chấm";

type Rows = fn(f64, f64, f64) -> String;

/// Part, whole and formula in rows of their own.
fn two_rows(part: f64, whole: f64, points: f64) -> String {
    format!(
        "1;Tỷ lệ hồ sơ trực tuyến;;;20;{points}\n-;Số hồ sơ trực tuyến;hồ sơ;{part};;\n\
         -;Tổng số hồ sơ;hồ sơ;{whole};;\n-;Điểm = Tỷ lệ x điểm tối đa;;;;"
    )
}

/// The same with letters, and the percentage that they make.
fn lettered(part: f64, whole: f64, points: f64) -> String {
    let percent = part / whole * 100.0;
    format!(
        "1;Tỷ lệ hồ sơ trực tuyến;;;20;{points}\n;a = Số hồ sơ trực tuyến;hồ sơ;{part};;\n\
         ;b = Tổng số hồ sơ;hồ sơ;{whole};;\n;Tỷ lệ = a/b;%;{percent};;"
    )
}

/// A percentage in a row of its own.
fn percent_row(part: f64, whole: f64, points: f64) -> String {
    let percent = part / whole * 100.0;
    format!("1;Hồ sơ trực tuyến;;;20;{points}\n;Tỷ lệ đạt được;%;{percent};;")
}

/// A percentage in the criterion's own row.
fn own_percent(part: f64, whole: f64, points: f64) -> String {
    let percent = part / whole * 100.0;
    format!("1;Tỷ lệ hồ sơ trực tuyến;%;{percent};20;{points}")
}

fn lines(rows: Rows, place: usize, points: Option<f64>) -> String {
    let (part, whole) = FIGURES[place];
    let points = points.unwrap_or(part / whole * 20.0);
    let rows = rows(part, whole, points);
    let further = [4, 3, 5, 5, 2][place];
    format!(
        "{HEAD}\nI;Ứng dụng;;;30;\n{rows}\n2;Kế hoạch;văn bản;{further};5;{further}\n3;Báo cáo;;;5;4"
    )
}

fn forms(rows: Rows, points: fn(usize) -> Option<f64>) -> Vec<Form> {
    let one = |(place, unit): (usize, &&str)| {
        let text = lines(rows, place, points(place)).replace(';', " | ");
        let text = format!("UBND TỈNH HÀ NAM\n{unit}\nPHIẾU CHẤM ĐIỂM NĂM 2024\n{text}\n");
        form(&format!("{unit}.xlsx"), &[("Phiếu", text)])
    };
    UNITS.iter().enumerate().map(one).collect()
}

fn rule(own: &Scheme) -> &ScoringRule {
    &own.criteria[0].rule
}

#[test]
fn figures_that_the_points_are_a_share_of_give_the_rule() {
    for (rows, is_ratio) in [
        (two_rows as Rows, true),
        (lettered, true),
        (percent_row, false),
        (own_percent, false),
    ] {
        let found = proposed(&forms(rows, |_| None));
        let own = scheme(&found);
        match rule(&own) {
            ScoringRule::Ratio { part, whole } => {
                assert!(is_ratio && part.0 == "sI_1_1" && whole.0 == "sI_1_2");
            }
            ScoringRule::Linear { between, .. } => assert!(!is_ratio && between.is_empty()),
            other => panic!("{other:?}"),
        }
        // What is no share of anything stays as it is.
        assert_eq!(own.criteria[1].rule, ScoringRule::Declared {});
        let mut asked = found.proposal.proposed.iter();
        assert!(asked.any(|one| one.question.starts_with("Ở 5/5 phiếu điểm đúng bằng")));
    }
}

#[test]
fn a_score_that_is_not_the_share_is_told() {
    for rows in [two_rows as Rows, lettered, percent_row, own_percent] {
        let with = |points: fn(usize) -> Option<f64>| {
            let forms = UNITS.iter().enumerate();
            let forms = forms.map(|(place, unit)| (*unit, lines(rows, place, points(place))));
            run(&forms.collect::<Vec<_>>())
        };
        assert!(with(|_| None).codes.is_empty());
        let wrong = with(|place| (place == 1).then_some(15.0));
        assert_eq!(wrong.codes.len(), 1, "{:?}", wrong.codes);
        assert_eq!(wrong.of("Sở Y tế")[0], "15");
    }
}

#[test]
fn without_proof_it_is_asked_and_no_rule_is_proposed() {
    let found = proposed(&forms(two_rows, |place| Some(OTHERS[place])));
    assert_eq!(*rule(&scheme(&found)), ScoringRule::Declared {});
    let mut asked = found.proposal.proposed.iter();
    assert!(asked.any(|one| one.question.contains("CHƯA tính điểm từ số liệu")));
    // Two forms that agree may do so by chance.
    let two: Vec<Form> = forms(lettered, |_| None).into_iter().take(2).collect();
    let found = proposed(&two);
    assert_eq!(*rule(&scheme(&found)), ScoringRule::Declared {});
    let mut asked = found.proposal.proposed.iter();
    assert!(asked.any(|one| {
        one.question
            .contains("Mới có 2/2 phiếu có điểm đúng như vậy")
    }));
    // Full marks of everybody say nothing of a share.
    let found = proposed(&forms(percent_row, |_| Some(20.0)));
    assert_eq!(*rule(&scheme(&found)), ScoringRule::Declared {});
}

/// All of everything is a share of whatever it is held against.
fn all_of_it(part: f64, _whole: f64, points: f64) -> String {
    percent_row(part, part, points)
}

/// The whole, twice: as many as there are, as many as were asked for.
fn two_wholes(part: f64, whole: f64, points: f64) -> String {
    format!(
        "1;Tỷ lệ hồ sơ trực tuyến;;;20;{points}\n-;Số hồ sơ trực tuyến;hồ sơ;{part};;\n\
         -;Tổng số hồ sơ;hồ sơ;{whole};;\n-;Số hồ sơ theo kế hoạch;hồ sơ;{whole};;"
    )
}

#[test]
fn what_any_share_would_give_proves_none() {
    let found = proposed(&forms(all_of_it, |_| Some(20.0)));
    assert_eq!(*rule(&scheme(&found)), ScoringRule::Declared {});
}

/// Two shares that the points are alike: which of them is meant is not known.
#[test]
fn of_two_proved_shares_none_is_taken() {
    let found = proposed(&forms(two_wholes, |_| None));
    assert_eq!(*rule(&scheme(&found)), ScoringRule::Declared {});
}
