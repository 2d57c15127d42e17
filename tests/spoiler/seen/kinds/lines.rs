//! Rows and columns that nobody sees, and merged scores.

use tonghop::base::cell::{CellValue, Lines};

use super::{Fault, everywhere, fault};
use crate::spoiler::dice::Dice;
use crate::spoiler::seen::Way;
use crate::spoiler::seen::desk::{Desk, Number, place};
use crate::spoiler::seen::law::{Deed, Said};

pub const FAULTS: &[Fault] = &[
    fault("hidden row", everywhere, |w, d| {
        let number = w.number(d, |_| true)?;
        // One of a sheet: of several only the first has the finding.
        let sheet = w.sheet_mut(&number.spot.sheet);
        if !sheet.facts.hidden_rows.is_empty() || !sheet.flat_rows.is_empty() {
            return None;
        }
        Lines::add(
            &mut sheet.facts.hidden_rows,
            number.spot.at.0,
            number.spot.at.0,
        );
        Some(in_row(&number, "in a hidden row"))
    }),
    fault("row of no height", everywhere, |w, d| {
        let number = w.number(d, |_| true)?;
        let sheet = w.sheet_mut(&number.spot.sheet);
        if !sheet.facts.hidden_rows.is_empty() || !sheet.flat_rows.is_empty() {
            return None;
        }
        sheet.flat_rows.insert(number.spot.at.0);
        Some(in_row(&number, "in a row of no height"))
    }),
    fault("hidden column of scores", everywhere, |w, d| {
        let number = w.sheet_of_score(d)?;
        Some(hide(w, &number.spot.sheet, number.spot.at.1))
    }),
    fault("hidden column of figures", everywhere, |w, d| {
        let number = w.sheet_of_score(d)?;
        let column = w.column_of(&number.spot, "số liệu")?;
        let sheet = &number.spot.sheet;
        let mut figures = w.figures.values();
        figures.find(|spot| spot.sheet == *sheet && spot.at.1 == column)?;
        Some(hide(w, sheet, column))
    }),
    fault("scores of two criteria merged", everywhere, |w, d| {
        merged(w, d, false)
    }),
    fault(
        "scores of two criteria merged, content below",
        covers,
        |w, d| merged(w, d, true),
    ),
];

/// Whether such a file keeps what stands under a merged range.
fn covers(way: Way) -> bool {
    matches!(way, Way::Xlsx | Way::Ods)
}

/// A figure in the row of a score goes without saying beside it.
fn in_row(number: &Number, what: &str) -> Deed {
    Deed {
        what: format!("{}: {what}", number.name),
        said: Said::InRow(number.place()),
    }
}

fn hide(desk: &mut Desk, sheet: &str, column: u32) -> Deed {
    let page = desk.sheet_mut(sheet);
    Lines::add(&mut page.facts.hidden_columns, column, column);
    Deed {
        what: format!("{sheet}: column {column} hidden"),
        said: Said::OnSheet(sheet.to_string()),
    }
}

/// One merged cell over the scores of two criteria: Excel keeps the first alone, other programs may keep the second below it.
fn merged(desk: &mut Desk, dice: &mut Dice, is_kept: bool) -> Option<Deed> {
    let number = desk.score(dice, |_| true)?;
    let header = desk.header(&number.spot)?;
    let (sheet, at) = (number.spot.sheet.clone(), number.spot.at);
    let rows = desk.criteria_below(&sheet, header);
    let (next, other) = rows.into_iter().find(|(row, _)| *row > at.0)?;
    let last = (next, at.1);
    if desk.is_merged(&sheet, at, last) {
        return None;
    }
    for row in at.0 + 1..=next {
        desk.take_row(&sheet, row)?;
    }
    if is_kept {
        let value = CellValue::Number(7.0 + dice.below(3) as f64);
        desk.sheet_mut(&sheet).put(last, value);
    } else {
        for row in at.0 + 1..=next {
            desk.sheet_mut(&sheet).cells.remove(&(row, at.1));
        }
    }
    desk.merge(&sheet, at, last);
    Some(Deed {
        what: format!("{} and {other}: one merged score", number.name),
        said: Said::At(vec![place(&number.spot)]),
    })
}
