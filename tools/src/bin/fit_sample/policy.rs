//! Group 4: plans, rules, directives and the share of spending.

use std::error::Error;

use super::published::Unit;
use super::rows::Rows;
use tonghop_tools::generator::dice::Dice;

/// The yes/no criteria: criterion, figure, points, and how odd it would be to lack it.
const ANSWERS: [(&str, &str, i64, i64); 4] = [
    ("4.1", "co_ke_hoach", 30, 9),
    ("4.2", "co_qd_qlvb", 25, 5),
    ("4.3", "co_quy_che_cntt", 25, 4),
    ("4.4", "co_quy_che_web", 20, 3),
];
/// Points for spending, and the range of the share that gives them, in hundredths of a percent.
const SPENDING: [(i64, i64, i64); 5] = [
    (60, 204, 318),
    (45, 153, 196),
    (30, 104, 147),
    (15, 54, 96),
    (0, 12, 44),
];

/// How odd it is, the answers as bits, the directives, and the points and range for spending.
type Fit = (i64, u32, i64, (i64, i64, i64));

/// Fits and writes group 4.
///
/// # Errors
/// When nothing gives the printed score.
pub fn fit(unit: &Unit, dice: &mut Dice, rows: &mut Rows) -> Result<(), Box<dyn Error>> {
    let mut best: Option<Fit> = None;
    for answers in 0_u32..16 {
        for directives in 0..5 {
            for (tier, (points, low, high)) in (0_i64..).zip(SPENDING) {
                let mut sum = 5 * directives + points;
                let mut odd = (3 - directives).max(0) + 2 * tier + dice.between(0, 3);
                for (place, (_, _, points, missed)) in (0_u32..).zip(ANSWERS) {
                    let yes = answers >> place & 1 == 1;
                    sum += if yes { points } else { 0 };
                    odd += if yes { 0 } else { missed };
                }
                if 100 * sum == unit.group(4) && best.is_none_or(|(least, ..)| odd < least) {
                    best = Some((odd, answers, directives, (points, low, high)));
                }
            }
        }
    }
    let (_, answers, directives, (points, low, high)) =
        best.ok_or_else(|| format!("{}: nothing fits group 4", unit.code))?;
    for (place, (criterion, figure, points, _)) in (0_u32..).zip(ANSWERS) {
        rows.answer(criterion, figure, points, answers >> place & 1 == 1);
    }
    rows.score("4.5", 500 * directives);
    let more = if directives == 4 {
        dice.between(0, 3)
    } else {
        0
    };
    rows.number("4.5", "vb_chi_dao", directives + more);
    let per_official = if unit.provincial() {
        (96, 171)
    } else {
        (310, 540)
    };
    let budget =
        unit.officials * dice.between(per_official.0, per_official.1) + dice.between(11, 93);
    let budget = budget + if budget % 100 == 0 { 7 } else { 0 };
    rows.score("4.6", 100 * points);
    rows.number("4.6", "chi_tx", budget);
    rows.number(
        "4.6",
        "chi_cntt",
        (budget * dice.between(low, high) + 5000) / 10_000,
    );
    Ok(())
}
