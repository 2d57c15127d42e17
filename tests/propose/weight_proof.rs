//! Weights that do not add up, read as the totals of the forms prove: made forms.

use tonghop::base::points::Decimal;
use tonghop::input::propose::{Form, Suggestion};

use crate::propose::kinds::form;
use crate::propose::measure::{proposed, scheme};

/// Code, weight, maximum.
pub type Row = (&'static str, &'static str, &'static str);

pub const MULTIPLIERS: [Row; 6] = [
    ("I", "", ""),
    ("1", "2", "10"),
    ("2", "1", "10"),
    ("II", "", ""),
    ("1", "3", "10"),
    ("2", "1", "5"),
];
const OF_GROUPS: [Row; 6] = [
    ("I", "2", ""),
    ("1", "", "10"),
    ("2", "", "10"),
    ("II", "3", ""),
    ("1", "", "10"),
    ("2", "", "5"),
];
/// Points of four units; each hundredth tells one sum from another.
pub const POINTS: [[f64; 4]; 4] = [
    [7.25, 6.5, 8.75, 3.0],
    [9.5, 8.25, 6.0, 4.5],
    [5.75, 9.0, 7.5, 2.25],
    [8.0, 7.75, 9.25, 4.0],
];

const UNITS: [&str; 9] = [
    "XÃ BÌNH MINH",
    "XÃ HÒA LẠC",
    "XÃ AN KHÊ",
    "XÃ ĐÔNG HÀ",
    "XÃ TÂN LẬP",
    "XÃ PHÚ MỸ",
    "XÃ LONG SƠN",
    "XÃ NAM TRÀ",
    "XÃ BẮC LÝ",
];

/// The total of a unit, and what the rows of its groups say, if anything.
pub type Totals = fn([f64; 4]) -> (Option<f64>, [Option<f64>; 2]);

/// Forms of so many units; the total stands below the scores, or below converted points behind them.
pub fn forms(rows: &[Row; 6], count: usize, is_converted: bool, totals: Totals) -> Vec<Form> {
    forms_of(rows, &POINTS[..count], is_converted, totals)
}

/// The same for such points.
fn forms_of(rows: &[Row; 6], points: &[[f64; 4]], is_converted: bool, totals: Totals) -> Vec<Form> {
    let one = |place: usize| {
        let text = text(rows, (place, points[place]), is_converted, totals);
        form(&format!("{place}.xlsx"), &[("Phiếu", text)])
    };
    (0..points.len()).map(one).collect()
}

/// The form of a unit with such points.
pub fn text(
    rows: &[Row; 6],
    (place, points): (usize, [f64; 4]),
    is_converted: bool,
    totals: Totals,
) -> String {
    let shown = |value: Option<f64>| value.map(|one| one.to_string()).unwrap_or_default();
    let name = UNITS[place];
    let (total, groups) = totals(points);
    let behind = if is_converted {
        " | Điểm quy đổi"
    } else {
        ""
    };
    let mut text = format!(
        "UBND {name}\nPHIẾU CHẤM ĐIỂM NĂM 2025\nTT | Nội dung | Hệ số | Điểm tối đa | Điểm tự chấm{behind}\n"
    );
    let mut leaves = points.iter().copied();
    let mut groups = groups.into_iter();
    for (number, (code, weight, most)) in rows.iter().enumerate() {
        let claimed = if code.starts_with('I') {
            groups.next().flatten()
        } else {
            leaves.next()
        };
        let claimed = shown(claimed);
        text.push_str(&format!(
            "{code} | Công việc thứ {number} | {weight} | {most} | {claimed}\n"
        ));
    }
    let above = if is_converted { " | " } else { "" };
    text.push_str(&format!(" | Tổng cộng | | {above} | {}\n", shown(total)));
    text
}

pub fn weights(suggestion: &Suggestion) -> Vec<String> {
    let found = scheme(suggestion);
    let groups = found.groups.iter().map(|one| one.weight);
    let all = groups.chain(found.criteria.iter().map(|one| one.weight));
    all.map(|one: Decimal| one.to_string()).collect()
}

pub fn question(suggestion: &Suggestion) -> String {
    let mut headings = suggestion.proposal.headings.iter();
    let it = headings.find(|one| one.text == "Hệ số").unwrap();
    it.question.clone()
}

pub const NONE: [Option<f64>; 2] = [None, None];

pub fn multiplied([a, b, c, d]: [f64; 4]) -> (Option<f64>, [Option<f64>; 2]) {
    let groups = [2.0 * a + b, 3.0 * c + d];
    (Some(groups[0] + groups[1]), groups.map(Some))
}

#[test]
fn multipliers_that_the_totals_come_to_are_weights() {
    for totals in [multiplied as Totals, |points| (multiplied(points).0, NONE)] {
        let found = proposed(&forms(&MULTIPLIERS, 4, false, totals));
        assert_eq!(weights(&found), ["1", "1", "2", "1", "3", "1"]);
        assert_eq!(scheme(&found).total_maximum.to_string(), "65");
        assert!(question(&found).contains("4/4 phiếu tính như vậy"));
    }
    // The total may stand below the converted points alone.
    let found = proposed(&forms(&MULTIPLIERS, 4, true, |points| {
        (multiplied(points).0, NONE)
    }));
    assert_eq!(weights(&found), ["1", "1", "2", "1", "3", "1"]);
}

#[test]
fn weights_of_sums_alone_are_weights_of_groups() {
    let totals: Totals = |[a, b, c, d]| {
        let groups = [a + b, c + d];
        (Some(2.0 * groups[0] + 3.0 * groups[1]), groups.map(Some))
    };
    let found = proposed(&forms(&OF_GROUPS, 4, false, totals));
    assert_eq!(weights(&found), ["2", "3", "1", "1", "1", "1"]);
    assert_eq!(scheme(&found).total_maximum.to_string(), "85");
    // Groups that say their points as they are weighed give their weights to what stands below them.
    let totals: Totals = |[a, b, c, d]| {
        let groups = [2.0 * (a + b), 3.0 * (c + d)];
        (Some(groups[0] + groups[1]), groups.map(Some))
    };
    let found = proposed(&forms(&OF_GROUPS, 4, false, totals));
    assert_eq!(weights(&found), ["1", "1", "2", "2", "3", "3"]);
}

#[test]
fn weights_that_no_total_proves_stay_a_question() {
    let asks = |count: usize, totals: Totals| {
        let found = proposed(&forms(&MULTIPLIERS, count, false, totals));
        assert_eq!(weights(&found), ["1"; 6]);
        question(&found)
    };
    // Two forms are not enough, and neither are totals that come to nothing known, or none at all.
    assert!(asks(2, multiplied).contains("CHƯA được dùng"));
    assert!(asks(4, |points| (Some(points[0] * 4.0), NONE)).contains("CHƯA được dùng"));
    assert!(asks(4, |_| (None, NONE)).contains("CHƯA được dùng"));
    // Simple sums prove that weights do not count.
    assert!(asks(4, plain).contains("4/4 phiếu là cộng thẳng"));
}

const SHARES: [Row; 6] = [
    ("I", "40", ""),
    ("1", "50", "10"),
    ("2", "50", "10"),
    ("II", "60", ""),
    ("1", "70", "10"),
    ("2", "30", "5"),
];

pub fn plain(points: [f64; 4]) -> (Option<f64>, [Option<f64>; 2]) {
    (Some(points.iter().sum()), NONE)
}

#[test]
fn forms_that_score_0_throughout_say_nothing_of_weights() {
    let zeros = |count: usize| -> Vec<[f64; 4]> {
        let scored = POINTS.into_iter().take(count);
        let zeros = std::iter::repeat_n([0.0; 4], 6);
        zeros.chain(scored).collect()
    };
    // Neither three nor one that are simple sums are overruled, by six that any weights come to.
    for count in [3, 1] {
        let found = proposed(&forms_of(&SHARES, &zeros(count), false, plain));
        assert_eq!(weights(&found), ["1"; 6], "{count}");
        let says = format!("{count}/{count} phiếu là cộng thẳng");
        assert!(question(&found).contains(&says), "{}", question(&found));
    }
    // Where nobody says anything, what adds up is taken.
    let found = proposed(&forms_of(&SHARES, &zeros(0), false, plain));
    assert_eq!(weights(&found), ["0.4", "0.6", "0.5", "0.5", "0.7", "0.3"]);
    let found = proposed(&forms_of(&MULTIPLIERS, &zeros(3), false, multiplied));
    assert_eq!(weights(&found), ["1", "1", "2", "1", "3", "1"]);
    assert!(question(&found).contains("3/3 phiếu tính như vậy"));
}

#[test]
fn weights_that_add_up_do_not_count_where_totals_are_simple_sums() {
    let found = proposed(&forms(&SHARES, 4, false, plain));
    assert_eq!(weights(&found), ["1"; 6]);
    assert!(question(&found).contains("KHÔNG được dùng"));
    let weighed: Totals = |[a, b, c, d]| {
        let groups = [0.5 * a + 0.5 * b, 0.7 * c + 0.3 * d];
        (Some(0.4 * groups[0] + 0.6 * groups[1]), groups.map(Some))
    };
    for totals in [weighed, |_| (None, NONE)] {
        let found = proposed(&forms(&SHARES, 4, false, totals));
        assert_eq!(weights(&found), ["0.4", "0.6", "0.5", "0.5", "0.7", "0.3"]);
    }
}

/// Groups that print what their criteria come to before they are weighed are right: the unit scores all of it.
#[test]
fn maxima_of_groups_that_are_not_weighed_are_not_asked_for() {
    let mut rows = MULTIPLIERS;
    (rows[0].2, rows[3].2) = ("20", "15");
    let texts = |rows: &[Row; 6]| {
        let found = proposed(&forms(rows, 4, false, multiplied));
        assert_eq!(weights(&found), ["1", "1", "2", "1", "3", "1"]);
        let lines = found.proposal.proposed.into_iter();
        let lines = lines.filter(|line| line.question.contains("cộng lại là"));
        lines.map(|line| line.question).collect::<Vec<_>>()
    };
    assert_eq!(texts(&rows), [""; 0]);
    // Another number is asked for.
    rows[3].2 = "17";
    assert_eq!(texts(&rows).len(), 1);
}
