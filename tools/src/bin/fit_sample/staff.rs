//! Full-time IT staff: who has how many, so that the printed sums come out and group 2 can reach its printed scores.

use std::error::Error;

use super::published::Unit;
use tonghop_tools::generator::dice::Dice;

/// Printed: 2 masters, 17 with a university degree, 10 with a college degree, 7 others, 30 of them trained in the year.
const PRINTED: [i64; 5] = [2, 17, 10, 7, 30];
/// Points per head of each of the first four.
const POINTS: [i64; 4] = [20, 15, 10, 5];

/// The IT staff of a unit.
#[derive(Clone, Copy, Default)]
pub struct Staff {
    /// Masters, university, college, others, and how many of all these were trained.
    pub counts: [i64; 5],
}

impl Staff {
    /// Points of criterion 2.3, in hundredths.
    pub fn degree_points(self) -> i64 {
        let sum: i64 = self
            .counts
            .iter()
            .zip(POINTS)
            .map(|(count, points)| count * points)
            .sum();
        100 * sum.min(40)
    }

    /// Points of criterion 2.6, in hundredths.
    pub fn training_points(self) -> i64 {
        100 * (20 * self.counts[4]).min(40)
    }

    fn heads(self) -> i64 {
        self.counts[..4].iter().sum()
    }
}

/// All ways to have up to three people, at most two of them trained.
fn choices() -> Vec<Staff> {
    let mut all = Vec::new();
    for mut code in 0..4_i64.pow(4) * 3 {
        let mut staff = Staff::default();
        for count in &mut staff.counts[..4] {
            *count = code % 4;
            code /= 4;
        }
        staff.counts[4] = code;
        if staff.heads() <= 3 && staff.counts[4] <= staff.heads() {
            all.push(staff);
        }
    }
    all
}

/// How far a choice is from what one would expect: what is left for the training of others should be about half of its
/// 60 points.
fn strangeness(unit: &Unit, staff: Staff) -> i64 {
    let online = if unit.provincial() { 2930 } else { 2320 };
    let left = unit.group(2) - 5000 - staff.degree_points() - staff.training_points() - online;
    let impossible = if (0..=5700).contains(&left) {
        0
    } else {
        100_000 + left.abs()
    };
    impossible + (left - 3000).abs() / 10 + 100 * (staff.heads() - 1).abs()
}

/// The IT staff of each unit.
///
/// # Errors
/// When the search ends away from the printed sums.
pub fn fit(units: &[Unit]) -> Result<Vec<Staff>, Box<dyn Error>> {
    let dice = &mut Dice::new("IT staff");
    let choices = choices();
    let mut staff = vec![Staff::default(); units.len()];
    let cost = |staff: &[Staff]| -> i64 {
        let strange: i64 = units
            .iter()
            .zip(staff)
            .map(|(unit, one)| strangeness(unit, *one))
            .sum();
        strange + 2000 * distance(staff)
    };
    let mut best = cost(&staff);
    for step in 0..200_000 {
        let before = staff.clone();
        for _ in 0..dice.between(1, 2) {
            let place = dice.index(units.len());
            staff[place] = choices[dice.index(choices.len())];
        }
        let now = cost(&staff);
        // Worse steps are taken early on, ever smaller ones, so that the search does not end in the first dip.
        if now <= best + (400 - step / 250).max(0) {
            best = now;
        } else {
            staff = before;
        }
    }
    if distance(&staff) != 0 || best >= 100_000 {
        return Err("the IT staff does not add up to the printed numbers".into());
    }
    Ok(staff)
}

/// How many people the sums are off.
fn distance(staff: &[Staff]) -> i64 {
    (0..5)
        .map(|kind| {
            let sum: i64 = staff.iter().map(|one| one.counts[kind]).sum();
            (sum - PRINTED[kind]).abs()
        })
        .sum()
}
