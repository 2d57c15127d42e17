//! `Thống kê` of a roll-up: each statistic with its years as columns, of all results and of each.
//!
//! In: a [`Rollup`]. Out: one table. Not for: numerators and denominators of many years, which `statistic_parts` lists.

use rust_xlsxwriter::{Format, Worksheet};

use crate::base::lang::Lang;
use crate::output::rollup_words as words;
use crate::output::xlsx::numbers::{grouped, right, scale, total};
use crate::output::xlsx::page::{SheetPage, WriteResult};
use crate::output::xlsx::rollup::{begin, dash, end, percent, texts};
use crate::output::xlsx::styles;
use crate::result::rollup::{RolledStatistic, Rollup, StatisticSum, StatisticTotal};

/// With more years there is no room for numerators and denominators.
const MOST_YEARS: usize = 2;

/// Writes the sheet.
pub(super) fn write(sheet: &mut Worksheet, rollup: &Rollup, lang: Lang) -> WriteResult {
    let with_parts = rollup.years.len() <= MOST_YEARS;
    let mut widths = vec![62.0, 12.0];
    let mut heads = texts(&[words::STATISTIC, words::MEASURE], lang);
    for year in &rollup.years {
        let parts = [words::NUMERATOR, words::DENOMINATOR];
        let parts = parts.iter().filter(|_| with_parts);
        let all = parts.chain([&words::VALUE, &words::COVERAGE]);
        for head in all {
            widths.push(12.0);
            heads.push(format!("{} {year}", head.get(lang)));
        }
    }
    widths.push(32.0);
    heads.push(words::REMARK.get(lang).to_string());
    let note = words::STATISTICS_NOTE.fill(lang, &[words::PARTS.get(lang)]);
    let what = (words::STATISTICS, words::STATISTICS_TITLE, note.as_str());
    let (mut page, head) = begin(sheet, rollup, what, (&widths, &heads), lang)?;
    let mut row = head;
    for one in &rollup.statistics {
        row += 1;
        of_all(&mut page, rollup, (row, with_parts), one)?;
        // Where each year has one result, that is all of it.
        if one.years.values().any(|year| year.results.len() > 1) {
            let mut own: Vec<usize> = one
                .years
                .values()
                .flat_map(|year| year.results.iter().map(|(at, _)| *at))
                .collect();
            own.sort_unstable();
            for result in own {
                row += 1;
                of_result(&mut page, rollup, (row, with_parts), (one, result))?;
            }
        }
    }
    end(&mut page, (head, head), widths.len() as u16 - 1, 1)
}

/// The row of all results.
fn of_all(
    page: &mut SheetPage,
    rollup: &Rollup,
    (row, with_parts): (u32, bool),
    one: &RolledStatistic,
) -> WriteResult {
    let lang = page.lang();
    let bold = styles::cell().set_bold();
    page.tight(row, 0, &one.name);
    page.text(row, 0, &one.name, &bold)?;
    page.text(row, 1, &one.measure, &styles::centered().set_bold())?;
    let mut column = 2;
    let mut remarks: Vec<String> = Vec::new();
    for year in &rollup.years {
        let of = one.years.get(year);
        let sum = of.and_then(|of| match &of.total {
            StatisticTotal::Sum(sum) => Some(sum),
            StatisticTotal::UnitsTwice | StatisticTotal::NotAdded => None,
        });
        let why = of.and_then(|of| words::why_none(of, lang));
        remarks.extend(why.map(|why| format!("{year}: {why}")));
        numbers(page, (row, &mut column), (sum, one, with_parts), total)?;
    }
    page.text(row, column, &remarks.join("; "), &styles::cell())
}

/// The row of a result.
fn of_result(
    page: &mut SheetPage,
    rollup: &Rollup,
    (row, with_parts): (u32, bool),
    (one, result): (&RolledStatistic, usize),
) -> WriteResult {
    page.text(row, 0, rollup.label(result), &styles::cell().set_indent(3))?;
    page.text(row, 1, "", &styles::centered())?;
    let mut column = 2;
    for year in &rollup.years {
        let own = one.years.get(year).and_then(|of| {
            let mut results = of.results.iter();
            results.find(|(at, _)| *at == result)
        });
        let is_of_year = rollup.results.get(result).map(|one| one.year) == Some(*year);
        if is_of_year {
            let sum = own.map(|(_, sum)| sum);
            numbers(page, (row, &mut column), (sum, one, with_parts), right)?;
        } else {
            let columns = if with_parts { 4 } else { 2 };
            for at in column..column + columns {
                page.text(row, at, "", &styles::centered())?;
            }
            column += columns;
        }
    }
    page.text(row, column, "", &styles::cell())
}

/// The numbers of a year, from a column on, which is then the one after.
fn numbers(
    page: &mut SheetPage,
    (row, column): (u32, &mut u16),
    (sum, one, with_parts): (Option<&StatisticSum>, &RolledStatistic, bool),
    style: fn(&str) -> Format,
) -> WriteResult {
    let middle = styles::centered();
    let mut cells = Vec::new();
    if with_parts {
        cells.push(sum.and_then(|sum| sum.numerator));
        cells.push(sum.and_then(|sum| sum.denominator));
    }
    for value in cells {
        match value {
            Some(value) => page.number(row, *column, value, &style(&grouped(scale(value))))?,
            None => page.text(row, *column, "", &middle)?,
        }
        *column += 1;
    }
    let value = sum.and_then(|sum| sum.value);
    match value {
        Some(value) if !one.is_percent => {
            page.number(row, *column, value, &style(&grouped(scale(value))))?;
        }
        value => percent(page, (row, *column), value, style)?,
    }
    let coverage = match sum {
        Some(sum) if sum.expected > 0 => format!("{}/{}", sum.covered, sum.expected),
        _ => dash(page).to_string(),
    };
    page.text(row, *column + 1, &coverage, &middle)?;
    *column += 2;
    Ok(())
}
