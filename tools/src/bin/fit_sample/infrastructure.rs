//! Group 1: computers per official, Internet and devices, such that the printed rates of both levels come out.

use std::error::Error;

use super::published::Unit;
use super::rows::Rows;
use super::rule::percent;
use tonghop_tools::generator::dice::Dice;

/// The printed share of officials with a computer, in hundredths of a percent.
const PRINTED: [(&str, i64); 2] = [("tinh", 9793), ("huyen", 7728)];

/// Points for computers, for Internet and for devices that make up a unit's printed group score.
struct Split {
    computers: i64,
    internet: i64,
    devices: i64,
}

/// How the points that a unit did not get are shared out. Internal network, Wi-Fi and the dedicated network are always
/// there: the decision says 100 %, 100 % and 30 of 30.
fn split(unit: &Unit) -> Result<Split, Box<dyn Error>> {
    let odd = unit.order % 2 == 1;
    let (computers, internet, devices) = match (unit.group(1) / 100, unit.provincial(), odd) {
        (100, _, _) => (30, 20, 10),
        (90, true, true) => (30, 10, 10),
        (90, true, false) => (30, 20, 0),
        (90, false, _) => (20, 20, 10),
        (80, true, true) => (30, 10, 0),
        (80, _, _) => (20, 10, 10),
        (70, _, false) => (20, 10, 0),
        (70, _, true) => (10, 10, 10),
        (60, _, _) => (10, 10, 0),
        (other, _, _) => return Err(format!("no way to score {other} in group 1").into()),
    };
    Ok(Split {
        computers,
        internet,
        devices,
    })
}

/// The fewest and the most computers that give these points under the tiers 90, 70 and 50 %.
fn range(points: i64, officials: i64) -> (i64, i64) {
    let at_least = |percent: i64| (percent * officials + 99) / 100;
    match points {
        30 => (at_least(90), officials),
        20 => (at_least(70), at_least(90) - 1),
        10 => (at_least(50), at_least(70) - 1),
        _ => (0, at_least(50) - 1),
    }
}

/// The officials with a computer in each unit, in the order of the units.
///
/// # Errors
/// When no whole number of computers gives the printed rate.
pub fn fit_computers(units: &[Unit]) -> Result<Vec<i64>, Box<dyn Error>> {
    let mut computers = vec![0; units.len()];
    let dice = &mut Dice::new("computers");
    for (level, printed) in PRINTED {
        let members: Vec<usize> = (0..units.len())
            .filter(|&index| units[index].level == level)
            .collect();
        let officials: i64 = members.iter().map(|&index| units[index].officials).sum();
        let wanted = (0..=officials)
            .find(|&part| percent(part, officials) == printed)
            .ok_or_else(|| format!("{officials} officials cannot give {printed}"))?;
        let mut ranges = Vec::new();
        for &index in &members {
            let (low, high) = range(split(&units[index])?.computers, units[index].officials);
            computers[index] = if level == "tinh" {
                high
            } else {
                (2 * low + high) / 3
            };
            ranges.push((low, high));
        }
        for _ in 0..10_000 {
            let sum: i64 = members.iter().map(|&index| computers[index]).sum();
            let place = dice.index(members.len());
            let moved = computers[members[place]] + (wanted - sum).signum();
            if (ranges[place].0..=ranges[place].1).contains(&moved) {
                computers[members[place]] = moved;
            }
        }
        let sum: i64 = members.iter().map(|&index| computers[index]).sum();
        if sum != wanted {
            return Err(format!("{level}: {sum} computers instead of {wanted}").into());
        }
    }
    Ok(computers)
}

/// Writes group 1 of one unit.
///
/// # Errors
/// When the printed score cannot be made up.
pub fn write(
    unit: &Unit,
    computers: i64,
    machines: i64,
    dice: &mut Dice,
    rows: &mut Rows,
) -> Result<(), Box<dyn Error>> {
    let split = split(unit)?;
    rows.score("1.1", 100 * split.computers);
    rows.number("1.1", "cbcc", unit.officials);
    rows.number("1.1", "may_tinh", computers);
    rows.answer("1.2", "co_lan", 20, true);
    rows.answer("1.3", "co_wifi", 10, true);
    let online = if split.internet == 20 {
        machines - dice.between(0, machines / 14)
    } else {
        machines * dice.between(62, 87) / 100
    };
    rows.score("1.4", 100 * split.internet);
    rows.number("1.4", "tong_mt", machines);
    rows.number("1.4", "mt_internet", online);
    rows.answer("1.5", "co_tslcd", 10, true);
    rows.score("1.6", 100 * split.devices);
    rows.number("1.6", "may_in", machines * dice.between(28, 45) / 100);
    let copiers = dice.between(1, 1 + machines / 25);
    let scanners = dice.between(1, 2 + machines / 20);
    let (copiers, scanners) = match (split.devices, unit.order % 4) {
        (0, 2) => (copiers, 0),
        (0, _) => (0, scanners),
        _ => (copiers, scanners),
    };
    rows.number("1.6", "may_photo", copiers);
    rows.number("1.6", "may_quet", scanners);
    Ok(())
}
