//! Group 6, and with it the number of computers, which the virus scanner's share needs.

use std::error::Error;

use super::published::Unit;
use super::rows::Rows;
use super::rule::part_for;
use tonghop_tools::generator::dice::Dice;

/// The yes/no criteria of the group: criterion, figure, points.
const ANSWERS: [(&str, &str, i64); 4] = [
    ("6.1", "co_quy_che_attt", 5),
    ("6.3", "co_tuong_lua", 10),
    ("6.4", "co_loc_thu_rac", 5),
    ("6.5", "co_sao_luu", 10),
];

/// All computers of a unit, and its answers in group 6.
pub struct Machines {
    /// Computers.
    pub all: i64,
    protected: i64,
    points: i64,
    answers: u32,
}

impl Machines {
    /// Writes group 6.
    pub fn write(&self, rows: &mut Rows) {
        for (place, (criterion, figure, points)) in (0_u32..).zip(ANSWERS) {
            rows.answer(criterion, figure, points, self.answers >> place & 1 == 1);
        }
        rows.score("6.2", self.points);
        rows.number("6.2", "mt_diet_virus", self.protected);
    }
}

/// Finds answers and a number of computers that give the printed score. As many points as possible come from the virus
/// scanner: the decision says that some units have nothing else.
///
/// # Errors
/// When there is no such number near the number of officials with a computer.
pub fn fit_machines(
    unit: &Unit,
    computers: i64,
    dice: &mut Dice,
) -> Result<Machines, Box<dyn Error>> {
    let maximum = if unit.provincial() { 10 } else { 20 };
    let mut found: Vec<Machines> = Vec::new();
    for answers in 0_u32..16 {
        let given: i64 = (0_u32..)
            .zip(ANSWERS)
            .filter(|(place, _)| answers >> place & 1 == 1)
            .map(|(_, (_, _, points))| 100 * points)
            .sum();
        let points = unit.group(6) - given;
        if !(0..=100 * maximum).contains(&points) {
            continue;
        }
        for all in computers + 2..=computers + 6 + computers / 4 {
            if let Some(protected) = part_for(points, maximum, all) {
                found.push(Machines {
                    all,
                    protected,
                    points,
                    answers,
                });
            }
        }
    }
    let most = found.iter().map(|one| one.points).max();
    found.retain(|one| Some(one.points) == most);
    let place = dice.index(found.len());
    if found.is_empty() {
        return Err(format!("{}: no number of computers fits group 6", unit.code).into());
    }
    Ok(found.swap_remove(place))
}
