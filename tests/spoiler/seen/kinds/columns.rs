//! A second column of numbers beside the scores or the figures.

use tonghop::base::cell::CellValue;

use super::{Fault, everywhere, fault};
use crate::spoiler::dice::Dice;
use crate::spoiler::seen::desk::Desk;
use crate::spoiler::seen::law::{Deed, Said};

pub const FAULTS: &[Fault] = &[
    fault(
        "second column of scores under a known word",
        everywhere,
        |w, d| {
            let words = [
                "Điểm sau rà soát",
                "Điểm chốt",
                "Điểm lần 2",
                "Lần 2",
                "Điểm điều chỉnh",
            ];
            let word = *d.pick(&words)?;
            second(w, d, Some(word), false)
        },
    ),
    fault(
        "second column of scores without a heading",
        everywhere,
        |w, d| second(w, d, None, false),
    ),
    fault(
        "second column of scores under the same heading",
        everywhere,
        |w, d| second(w, d, Some(SAME), false),
    ),
    fault(
        "two columns of scores under one merged heading",
        everywhere,
        |w, d| second(w, d, Some(SAME), true),
    ),
    fault("second column of figures", everywhere, |w, d| {
        let number = w.sheet_of_score(d)?;
        let header = w.header(&number.spot)?;
        let column = w.column_of(&number.spot, "số liệu")?;
        let name = number.spot.sheet.clone();
        let spots = w.figures.values();
        let rows: Vec<u32> = spots
            .filter(|spot| spot.sheet == name && w.header(spot) == Some(header))
            .map(|spot| spot.at.0)
            .collect();
        let sheet = w.sheet_mut(&name);
        let heading = sheet.text((header, column));
        let is_number = |at| {
            matches!(
                sheet.cells.get(&at).map(|one| &one.value),
                Some(CellValue::Number(_))
            )
        };
        let rows: Vec<u32> = rows
            .into_iter()
            .filter(|row| is_number((*row, column)))
            .collect();
        if rows.is_empty() {
            return None;
        }
        sheet.insert_column(column + 1);
        sheet.put_text((header, column + 1), &heading);
        for row in rows {
            sheet.put(
                (row, column + 1),
                CellValue::Number(1.0 + d.below(300) as f64),
            );
        }
        Some(on_sheet(&name, "two columns of figures"))
    }),
];

/// The heading of the scores themselves.
const SAME: &str = "";

/// The most by which a second score differs.
const MOST_STEP: f64 = 3.5;

fn steps(dice: &mut Dice) -> f64 {
    1.0 + dice.below(6) as f64 / 2.0
}

/// A column behind the scores, with other numbers for all criteria or for one.
fn second(desk: &mut Desk, dice: &mut Dice, word: Option<&str>, is_merged: bool) -> Option<Deed> {
    let number = desk.sheet_of_score(dice)?;
    let header = desk.header(&number.spot)?;
    let (name, column) = (number.spot.sheet.clone(), number.spot.at.1);
    let mut rows = desk.criteria_below(&name, header);
    if dice.once_in(3) {
        rows.retain(|(row, _)| *row == number.spot.at.0);
    }
    let mut scores: Vec<(u32, f64)> = rows
        .iter()
        .map(|(row, id)| (*row, desk.meant.scores[id].0.to_f64()))
        .collect();
    if word.is_none() {
        scores.retain(|(_, score)| *score >= MOST_STEP);
    }
    if scores.is_empty() {
        return None;
    }
    let sheet = desk.sheet_mut(&name);
    let heading = sheet.text((header, column));
    if heading.is_empty() {
        return None;
    }
    sheet.insert_column(column + 1);
    match word {
        Some(SAME) if is_merged => {}
        Some(SAME) => sheet.put_text((header, column + 1), &heading),
        Some(word) => sheet.put_text((header, column + 1), word),
        None => {}
    }
    for (row, score) in scores {
        let step = steps(dice);
        // Without a heading a number that no score can be is somebody's own.
        let other = if word.is_none() {
            score - step
        } else {
            score + step
        };
        sheet.put((row, column + 1), CellValue::Number(other));
    }
    if is_merged {
        if desk.is_merged(&name, (header, column), (header, column + 1)) {
            return None;
        }
        desk.merge(&name, (header, column), (header, column + 1));
    }
    let what = format!(
        "a second column {word:?} behind {heading:?}, merged: {is_merged}, {} rows",
        rows.len()
    );
    Some(on_sheet(&name, &what))
}

fn on_sheet(name: &str, what: &str) -> Deed {
    Deed {
        what: format!("{name}: {what}"),
        said: Said::OnSheet(name.to_string()),
    }
}
