//! `Tử số, mẫu số` of a roll-up: every number of every statistic, one row for each result and year, and for all results.
//!
//! In: a [`Rollup`]. Out: a list with a filter. Not for: reading on paper.

use rust_xlsxwriter::Worksheet;

use crate::base::lang::Lang;
use crate::base::points::Decimal;
use crate::output::rollup_words as words;
use crate::output::xlsx::numbers::{grouped, right, scale};
use crate::output::xlsx::page::{SheetPage, WriteResult};
use crate::output::xlsx::rollup::{MOST, begin, end, left_out, percent, texts};
use crate::output::xlsx::styles;
use crate::output::xlsx::tabs::{self, Tab};
use crate::result::rollup::{RolledStatistic, Rollup, StatisticSum, StatisticTotal};

const WIDTHS: [f64; 10] = [44.0, 8.0, 28.0, 13.0, 13.0, 12.0, 10.0, 10.0, 12.0, 70.0];

/// Writes the sheet.
pub(super) fn write(sheet: &mut Worksheet, rollup: &Rollup, lang: Lang) -> WriteResult {
    let heads = [
        words::STATISTIC,
        words::YEAR,
        words::RESULT,
        words::NUMERATOR,
        words::DENOMINATOR,
        words::VALUE,
        words::COVERED,
        words::EXPECTED,
        words::MEASURE,
        words::FORMULA,
    ];
    let heads = texts(&heads, lang);
    let what = (words::PARTS, words::PARTS_TITLE, "");
    let (mut page, head) = begin(sheet, rollup, what, (&WIDTHS, &heads), lang)?;
    let all = words::ALL_RESULTS.get(lang);
    let (mut row, mut left) = (head, 0);
    for one in &rollup.statistics {
        for (year, of) in &one.years {
            let whole = match &of.total {
                StatisticTotal::Sum(sum) if of.results.len() > 1 => Some((all, sum)),
                _ => None,
            };
            let each = of.results.iter();
            let each = each.map(|(at, sum)| (rollup.label(*at), sum));
            for (label, sum) in whole.into_iter().chain(each) {
                if (row - head) as usize >= MOST {
                    left += 1;
                    continue;
                }
                row += 1;
                line(&mut page, row, (one, *year, label), sum)?;
            }
        }
    }
    left_out(&mut page, row + 1, left)?;
    end(&mut page, (head, row), WIDTHS.len() as u16 - 1, 1)?;
    page.sheet.set_tab_color(tabs::color(Tab::Data));
    Ok(())
}

fn line(
    page: &mut SheetPage,
    row: u32,
    (one, year, label): (&RolledStatistic, i32, &str),
    sum: &StatisticSum,
) -> WriteResult {
    let (cell, middle) = (styles::cell(), styles::centered());
    page.text(row, 0, &one.name, &cell)?;
    page.number(row, 1, Decimal::from(year), &styles::number("0"))?;
    page.text(row, 2, label, &cell)?;
    for (column, value) in [(3, sum.numerator), (4, sum.denominator)] {
        match value {
            Some(value) => page.number(row, column, value, &right(&grouped(scale(value))))?,
            None => page.text(row, column, "", &middle)?,
        }
    }
    match sum.value {
        Some(value) if !one.is_percent => {
            page.number(row, 5, value, &right(&grouped(scale(value))))?;
        }
        value => percent(page, (row, 5), value, right)?,
    }
    page.count(row, 6, sum.covered, &styles::number("0"))?;
    page.count(row, 7, sum.expected, &styles::number("0"))?;
    page.text(row, 8, &one.measure, &middle)?;
    page.text(row, 9, &one.formula, &cell)
}
