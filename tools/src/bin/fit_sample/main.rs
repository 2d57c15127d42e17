//! Fits the figures of the sample campaign to the printed results of Decision 134.
//!
//! In: the published tables in `tests/data/kontum-2017` and the registry in `templates/kontum-2017`. Out:
//! `samples/kontum-2017-source/figures.csv` with every self score and every figure of the 28 units. The same tables give
//! the same bytes. Not for: judging; the test `sample` proves the result with its own arithmetic.
//!
//! Run with `cargo run -p tonghop-tools --bin fit_sample`.

#![allow(
    clippy::indexing_slicing,
    reason = "indices come from the lists' own lengths; a slip ends a program that only developers run"
)]

mod infrastructure;
mod people;
mod policy;
mod portal;
mod published;
mod rows;
mod rule;
mod security;
mod software;
mod staff;

use std::error::Error;

use rows::Rows;
use tonghop_tools::generator::dice::Dice;

/// Where the fitted figures go.
const FIGURES: &str = "samples/kontum-2017-source/figures.csv";

fn main() -> Result<(), Box<dyn Error>> {
    let root = tonghop_tools::root();
    let units = published::read(root)?;
    let computers = infrastructure::fit_computers(&units)?;
    let officials = people::fit(&units)?;
    let mut rows = Rows::default();
    for (index, unit) in units.iter().enumerate() {
        let dice = &mut Dice::new(&unit.code);
        rows.start_unit(unit);
        let owned = computers.get(index).copied().ok_or("a unit is left out")?;
        let machines = security::fit_machines(unit, owned, dice)?;
        infrastructure::write(unit, owned, machines.all, dice, &mut rows)?;
        officials
            .get(index)
            .ok_or("a unit is left out")?
            .write(&mut rows);
        software::fit(unit, dice, &mut rows)?;
        policy::fit(unit, dice, &mut rows)?;
        portal::fit(unit, dice, &mut rows)?;
        machines.write(&mut rows);
        write_bonus(unit.group(7), &mut rows);
    }
    rows.save(&root.join(FIGURES))
}

/// The bonus or penalty: 10 points for a complete return in time, or up to 10 points off for figures without evidence; what
/// is left of a larger penalty is for lateness.
fn write_bonus(total: i64, rows: &mut Rows) {
    let bonus = total.clamp(0, 1000);
    let unproven = total.clamp(-1000, 0);
    rows.score("7.1", bonus);
    rows.score("7.2", total.max(0) - bonus);
    rows.score("7.3", total.min(0) - unproven);
    rows.score("7.4", unproven);
}
