//! Formulas whose stored result is another one, and errors.

use tonghop::base::cell::{CellAddress, CellValue};
use tonghop::base::points::Decimal;

use super::marks::said;
use super::{Fault, everywhere, fault};
use crate::spoiler::dice::Dice;
use crate::spoiler::seen::Way;
use crate::spoiler::seen::desk::{Desk, place};
use crate::spoiler::seen::law::{Deed, Said};
use crate::spoiler::truth::Spot;

pub const FAULTS: &[Fault] = &[
    fault("stale result of a formula", keeps_results, |w, d| {
        let number = w.number(d, |one| one.value > Decimal::from(1))?;
        let stored = CellValue::Number(number.float() - 1.0);
        let formula = format!("{}+0", number.value);
        w.put_formula(&number.spot, &formula, stored);
        Some(said(&number, &format!("={formula}, one less stored")))
    }),
    fault("stale sum of other cells", keeps_results, stale_sum),
    fault("stale text of a formula", keeps_results, |w, d| {
        let number = w.number(d, |one| {
            one.value > Decimal::from(1) && one.float().fract() == 0.0
        })?;
        let stored = CellValue::Text(format!("{:.0}", number.float() + 1.0));
        let formula = format!("{}+0", number.value);
        w.put_formula(&number.spot, &formula, stored);
        Some(said(&number, &format!("={formula}, one more stored")))
    }),
    fault("error in place of a number", everywhere, |w, d| {
        let number = w.number(d, |_| true)?;
        let error = *d.pick(&["#REF!", "#N/A", "#VALUE!", "#DIV/0!"])?;
        w.put(&number.spot, CellValue::Error(error.to_string()));
        Some(said(&number, error))
    }),
    fault("error as evidence", typed_errors, |w, d| {
        let number = w.score(d, |one| one.value > Decimal::from(0))?;
        let column = w.column_of(&number.spot, "kiểm chứng")?;
        let error = *d.pick(&["#REF!", "#N/A", "#VALUE!"])?;
        let spot = Spot {
            sheet: number.spot.sheet.clone(),
            at: (number.spot.at.0, column),
        };
        w.put(&spot, CellValue::Error(error.to_string()));
        Some(Deed {
            what: format!("{}: evidence {error}", number.name),
            said: Said::At(vec![place(&spot)]),
        })
    }),
];

/// An office program calculates anew what it converts, and a web page has no formulas.
fn keeps_results(way: Way) -> bool {
    matches!(way, Way::Xlsx | Way::Ods)
}

/// On a web page an error is a text like any other.
fn typed_errors(way: Way) -> bool {
    !matches!(way, Way::Html)
}

/// A figure that is the sum of two cells far to the right, of which one was changed later.
fn stale_sum(desk: &mut Desk, dice: &mut Dice) -> Option<Deed> {
    let number = desk.number(dice, |one| one.value > Decimal::from(2))?;
    let (row, column) = (number.spot.at.0, number.spot.at.1 + 30);
    let half = (number.float() / 2.0).floor();
    let names = [column, column + 1].map(|column| CellAddress::new(row, column).to_string());
    let sheet = desk.sheet_mut(&number.spot.sheet);
    sheet.put((row, column), CellValue::Number(half));
    sheet.put((row, column + 1), CellValue::Number(number.float() - half));
    let formula = format!("SUM({}:{})", names[0], names[1]);
    let stored = CellValue::Number(number.float() - 2.0);
    desk.put_formula(&number.spot, &formula, stored);
    Some(said(&number, &format!("={formula}, two less stored")))
}
