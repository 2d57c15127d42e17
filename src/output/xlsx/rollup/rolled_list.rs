//! `Đơn vị` of a roll-up: every unit in every year, with its place among all that are judged alike.
//!
//! In: a [`Rollup`]. Out: a list with a filter. Not for: criteria.

use rust_xlsxwriter::Worksheet;

use crate::base::lang::Lang;
use crate::base::points::Decimal;
use crate::output::rollup_words as words;
use crate::output::xlsx::numbers::right;
use crate::output::xlsx::page::{SheetPage, WriteResult};
use crate::output::xlsx::rollup::{
    MOST, begin, decimals_of_totals, end, left_out, percent, points, texts, whose_cells,
};
use crate::output::xlsx::styles;
use crate::result::rollup::{RolledScore, RolledUnit, Rollup};

const WIDTHS: [f64; 12] = [
    6.0, 40.0, 20.0, 24.0, 8.0, 11.0, 10.0, 10.0, 14.0, 9.0, 10.0, 34.0,
];

/// Writes the sheet.
pub(super) fn write(sheet: &mut Worksheet, rollup: &Rollup, lang: Lang) -> WriteResult {
    let heads = [
        words::NUMBER,
        words::UNIT,
        words::LEVEL,
        words::RESULT,
        words::YEAR,
        words::TOTAL,
        words::MAXIMUM,
        words::SHARE,
        words::GRADE,
        words::PLACE,
        words::OWN_PLACE,
        words::REMARK,
    ];
    let heads = texts(&heads, lang);
    let note = words::PLACE_NOTE.get(lang);
    let what = (words::UNITS, words::UNITS_TITLE, note);
    let (mut page, head) = begin(sheet, rollup, what, (&WIDTHS, &heads), lang)?;
    let decimals = decimals_of_totals(rollup);
    let mut row = head;
    for (number, unit) in (1_usize..).zip(rollup.units.iter().take(MOST)) {
        row += 1;
        line(&mut page, rollup, (row, number, decimals), unit)?;
    }
    left_out(&mut page, row + 1, rollup.units.len().saturating_sub(MOST))?;
    end(&mut page, (head, row), WIDTHS.len() as u16 - 1, 2)
}

fn line(
    page: &mut SheetPage,
    rollup: &Rollup,
    (row, number, decimals): (u32, usize, u32),
    unit: &RolledUnit,
) -> WriteResult {
    let own = if unit.score.is_none() {
        styles::gap()
    } else {
        styles::cell()
    };
    let whose = [&*unit.name, &unit.level, rollup.label(unit.result)];
    whose_cells(page, (row, number), whose, &own)?;
    page.number(row, 4, Decimal::from(unit.year), &styles::number("0"))?;
    match &unit.score {
        Some(score) => score_cells(page, (row, decimals), unit, score)?,
        None => {
            for column in 5..=10 {
                page.text(row, column, "", &styles::centered())?;
            }
        }
    }
    page.text(
        row,
        11,
        &remarks(rollup, unit, page.lang()).join("; "),
        &own,
    )
}

fn score_cells(
    page: &mut SheetPage,
    (row, decimals): (u32, u32),
    unit: &RolledUnit,
    score: &RolledScore,
) -> WriteResult {
    let middle = styles::centered();
    points(page, (row, 5), score.total, (decimals, right))?;
    points(page, (row, 6), unit.maximum, (0, right))?;
    percent(page, (row, 7), score.share, right)?;
    page.text(row, 8, score.grade.as_deref().unwrap_or_default(), &middle)?;
    for (column, place) in [(9, score.place), (10, score.own_place)] {
        match place {
            Some(place) => page.number(row, column, place.into(), &styles::number("0"))?,
            None => page.text(row, column, "", &middle)?,
        }
    }
    Ok(())
}

/// What has to be said of a unit.
fn remarks(rollup: &Rollup, unit: &RolledUnit, lang: Lang) -> Vec<String> {
    let is_alike = |unit: &RolledUnit| {
        let mut levels = rollup.levels.iter();
        let own = levels.find(|one| one.id == unit.unit.level && one.year == unit.year);
        own.is_none_or(|own| own.is_alike)
    };
    let mut remarks = Vec::new();
    match &unit.score {
        None => remarks.push(words::WITHOUT_RESULT.get(lang).to_string()),
        Some(score) if score.is_open => remarks.push(words::IS_OPEN.get(lang).to_string()),
        Some(_) => {}
    }
    if unit.is_twice {
        remarks.push(words::IS_TWICE.get(lang).to_string());
    }
    if !is_alike(unit)
        && let Some(result) = rollup.results.get(unit.result)
    {
        remarks.push(words::JUDGED_BY.fill(lang, &[&result.scheme]));
    }
    remarks
}
