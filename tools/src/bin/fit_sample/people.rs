//! Group 2: Internet users and trained officials, so that the printed rates and the 390 trained people come out.

use std::error::Error;

use super::published::Unit;
use super::rows::Rows;
use super::rule::{part_for, percent, ratio};
use super::staff::{self, Staff};
use tonghop_tools::generator::dice::Dice;

/// Officials (not IT staff) trained in the year, as printed.
const TRAINED: i64 = 390;
/// The printed shares of Internet users, in hundredths of a percent.
const PRINTED: [(&str, i64); 2] = [("tinh", 9790), ("huyen", 7728)];

/// Group 2 of one unit.
#[derive(Clone, Copy)]
pub struct People {
    staff: Staff,
    all: i64,
    online: i64,
    to_train: i64,
    trained: i64,
}

impl People {
    /// Writes group 2.
    pub fn write(&self, rows: &mut Rows) {
        rows.answer("2.1", "co_lanh_dao_cntt", 20, true);
        rows.answer("2.2", "co_can_bo_cntt", 30, true);
        rows.score("2.3", self.staff.degree_points());
        let degrees = ["ct_thac_si", "ct_dai_hoc", "ct_cao_dang", "ct_khac"];
        for (figure, count) in degrees.into_iter().zip(self.staff.counts) {
            rows.number("2.3", figure, count);
        }
        rows.score("2.4", ratio(30, self.online, self.all));
        rows.number("2.4", "cbccvc", self.all);
        rows.number("2.4", "dung_internet", self.online);
        rows.score("2.5", ratio(60, self.trained, self.to_train));
        rows.number("2.5", "can_tap_huan", self.to_train);
        rows.number("2.5", "tap_huan", self.trained);
        rows.score("2.6", self.staff.training_points());
        rows.number("2.6", "ct_tap_huan", self.staff.counts[4]);
    }
}

/// Every pair of ratios that gives the unit its printed score with the given IT staff.
fn options(unit: &Unit, staff: Staff) -> Vec<People> {
    let left = unit.group(2) - 5000 - staff.degree_points() - staff.training_points();
    let lowest = if unit.provincial() { 94 } else { 66 };
    let highest = if unit.provincial() { 100 } else { 91 };
    let mut found = Vec::new();
    for all in unit.officials + 2..=unit.officials + 4 + unit.officials / 4 {
        for online in all * lowest / 100..=all * highest / 100 {
            let rest = left - ratio(30, online, all);
            if !(0..=6000).contains(&rest) {
                continue;
            }
            for to_train in 9..=(all - 5).min(62) {
                if let Some(trained) = part_for(rest, 60, to_train) {
                    found.push(People {
                        staff,
                        all,
                        online,
                        to_train,
                        trained,
                    });
                }
            }
        }
    }
    found
}

/// Group 2 of each unit.
///
/// # Errors
/// When a unit has no option, or the options do not add up to the printed statistics.
pub fn fit(units: &[Unit]) -> Result<Vec<People>, Box<dyn Error>> {
    let staff = staff::fit(units)?;
    let dice = &mut Dice::new("people");
    let mut options_of = Vec::new();
    let mut chosen = Vec::new();
    for (unit, staff) in units.iter().zip(staff) {
        let found = options(unit, staff);
        let first = dice
            .pick(&found)
            .ok_or_else(|| format!("{}: nothing fits group 2", unit.code))?;
        chosen.push(first);
        options_of.push(found);
    }
    let mut best = distance(units, &chosen);
    for _ in 0..100_000 {
        if best == 0 {
            return Ok(chosen);
        }
        let before = chosen.clone();
        for _ in 0..dice.between(1, 3) {
            let place = dice.index(units.len());
            chosen[place] = options_of[place][dice.index(options_of[place].len())];
        }
        let now = distance(units, &chosen);
        if now <= best {
            best = now;
        } else {
            chosen = before;
        }
    }
    Err(format!("group 2 is {best} away from the printed statistics").into())
}

/// How far the sums are from the printed statistics; 0 where all of them hold.
fn distance(units: &[Unit], chosen: &[People]) -> i64 {
    let trained: i64 = chosen.iter().map(|one| one.trained).sum();
    let mut sum = 20 * (trained - TRAINED).abs();
    for (level, printed) in PRINTED {
        let members = || {
            units
                .iter()
                .zip(chosen)
                .filter(|(unit, _)| unit.level == level)
        };
        let all: i64 = members().map(|(_, one)| one.all).sum();
        let online: i64 = members().map(|(_, one)| one.online).sum();
        sum += (percent(online, all) - printed).abs();
    }
    sum
}
