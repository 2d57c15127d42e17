//! `Thống kê`: every statistic with numerator, denominator, coverage and the units left out.
//!
//! In: the report's statistics. Out: a table by section; values are formulas over `Dữ liệu` where the plain formula says
//! what the report says. Not for: computing them.

use rust_decimal::Decimal;
use rust_xlsxwriter::{FormatAlign, Worksheet};

use crate::statistics::{Outcome, Statistic};
use crate::write::words;
use crate::write::xlsx::data::Formulas;
use crate::write::xlsx::page::{Done, Page, Stored};
use crate::write::xlsx::plan::{Book, STATISTICS_HEADER};
use crate::write::xlsx::quote::{self, Value, coverage, name_of, quote};
use crate::write::xlsx::styles;
use crate::write::xlsx::text::a1;

const WIDTHS: [f64; 10] = [5.0, 35.0, 10.0, 10.0, 11.5, 11.5, 10.0, 40.0, 32.0, 32.0];
const VALUE: u16 = 2;
const NUMERATOR: u16 = 4;
const DENOMINATOR: u16 = 5;
const LAST: u16 = 9;

/// Writes the sheet.
pub(super) fn write(sheet: &mut Worksheet, book: &Book) -> Done {
    let mut page = Page::new(sheet, &book.names.statistics, &WIDTHS, book.lang)?;
    let title = words::STATISTICS_TITLE.get(book.lang);
    page.title(0, LAST, [title])?;
    page.line(
        1,
        (0, LAST),
        &book.report.campaign.name,
        &styles::subtitle(),
    )?;
    for (column, phrase) in (0_u16..).zip(words::STATISTICS_HEADS) {
        page.text(
            STATISTICS_HEADER,
            column,
            phrase.get(book.lang),
            &styles::header(),
        )?;
    }
    let mut section = None;
    let mut number = 0;
    for (row, statistic) in book.statistics.iter().zip(&book.report.statistics) {
        if section != Some(&statistic.section) {
            section = Some(&statistic.section);
            let (id, name) = &statistic.section;
            let format = styles::sum(styles::GENERAL)
                .set_align(FormatAlign::Left)
                .set_indent(1);
            page.across(row - 1, (0, LAST), &format!("{id}) {name}"), &format)?;
        }
        number += 1;
        statistic_row(&mut page, book, *row, number, statistic)?;
    }
    page.finish(book.report, Some((STATISTICS_HEADER, STATISTICS_HEADER)))?;
    page.sheet.set_freeze_panes(STATISTICS_HEADER + 1, 2)?;
    Ok(())
}

fn statistic_row(
    page: &mut Page,
    book: &Book,
    row: u32,
    number: usize,
    statistic: &Statistic,
) -> Done {
    let (cell, middle) = (styles::cell(), styles::centered());
    page.count(row, 0, number, &styles::number(styles::WHOLE))?;
    page.text(row, 1, &statistic.name, &cell)?;
    parts(page, book, row, statistic)?;
    value(page, book, row, statistic)?;
    let share = matches!(quote::value(statistic), Value::Share(_));
    let unit = if share {
        "%"
    } else {
        statistic.unit.as_deref().unwrap_or_default()
    };
    page.text(row, 3, unit, &middle)?;
    let covered = match statistic.outcome {
        Outcome::Given { .. } => String::new(),
        _ => format!("{}/{}", statistic.covered, statistic.expected),
    };
    page.text(row, 6, &covered, &middle)?;
    page.text(row, 7, &quote(statistic, book), &cell)?;
    page.text(row, 8, &left_out(book, statistic), &cell)?;
    page.text(row, LAST, &statistic.formula, &cell)
}

/// Numerator and denominator.
fn parts(page: &mut Page, book: &Book, row: u32, statistic: &Statistic) -> Done {
    let format = styles::number("#,##0.###");
    let whole = styles::number(styles::WHOLE);
    let formulas = Formulas::new(book);
    let basis = &statistic.basis;
    let level = basis.level.as_ref().map(|level| level.0.as_str());
    match &statistic.outcome {
        Outcome::Ratio {
            numerator,
            denominator,
            ..
        } => {
            let columns = [
                (NUMERATOR, &basis.figures, numerator),
                (DENOMINATOR, &basis.of, denominator),
            ];
            for (column, figures, value) in columns {
                let formula = formulas
                    .as_ref()
                    .and_then(|formulas| formulas.sum(figures, level, *value));
                let format = if value.fract().is_zero() {
                    &whole
                } else {
                    &format
                };
                one(page, row, column, formula, *value, format)?;
            }
            Ok(())
        }
        Outcome::Share { yes, answered, .. } => {
            let pair = formulas
                .and_then(|formulas| formulas.share(&basis.figures, level, (*yes, *answered)));
            let (said_yes, said) = pair.unzip();
            one(page, row, NUMERATOR, said_yes, (*yes).into(), &whole)?;
            one(page, row, DENOMINATOR, said, (*answered).into(), &whole)
        }
        Outcome::Sum { .. } | Outcome::Units { .. } | Outcome::Given { .. } => {
            page.text(row, NUMERATOR, "", &whole)?;
            let of = match &statistic.outcome {
                Outcome::Given { of, .. } => *of,
                _ => None,
            };
            match of {
                Some(of) => page.number(row, DENOMINATOR, of, &whole),
                None => page.text(row, DENOMINATOR, "", &whole),
            }
        }
    }
}

/// A number, as a formula where there is one.
fn one(
    page: &mut Page,
    row: u32,
    column: u16,
    formula: Option<String>,
    value: Decimal,
    format: &rust_xlsxwriter::Format,
) -> Done {
    match formula {
        Some(formula) => page.formula(row, column, &formula, Stored::Number(value), format),
        None => page.number(row, column, value, format),
    }
}

fn value(page: &mut Page, book: &Book, row: u32, statistic: &Statistic) -> Done {
    let basis = &statistic.basis;
    let level = basis.level.as_ref().map(|level| level.0.as_str());
    match quote::value(statistic) {
        Value::Share(share) => {
            let format = styles::number(&quote::share_format(book.report)).set_bold();
            let formula = format!(
                "ROUND({}/{},{})",
                a1(row, NUMERATOR),
                a1(row, DENOMINATOR),
                book.report.campaign.percent_decimals + 2
            );
            page.formula(row, VALUE, &formula, Stored::Number(share), &format)
        }
        Value::Number(number) => {
            let format = if number.fract().is_zero() {
                styles::number(styles::WHOLE)
            } else {
                styles::number("#,##0.###")
            };
            let formula = match statistic.outcome {
                Outcome::Sum { .. } => Formulas::new(book)
                    .and_then(|formulas| formulas.sum(&basis.figures, level, number)),
                _ => None,
            };
            one(page, row, VALUE, formula, number, &format.set_bold())
        }
        Value::Missing => {
            let text = words::NO_VALUE.get(book.lang);
            page.text(row, VALUE, text, &styles::centered().set_italic())
        }
    }
}

/// The units that are not in it, and those that say no.
fn left_out(book: &Book, statistic: &Statistic) -> String {
    let names = |units: &[crate::ids::UnitId]| -> String {
        let list: Vec<&str> = units
            .iter()
            .map(|unit| name_of(book.report, unit))
            .collect();
        list.join("; ")
    };
    let mut text = names(&statistic.left_out);
    if let Outcome::Share { no_units, .. } = &statistic.outcome
        && !no_units.is_empty()
    {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&words::fill(
            words::SAY_NO.get(book.lang),
            &[&names(no_units)],
        ));
    }
    text
}

/// Value and coverage of a statistic as the overview shows them: the value refers to this sheet.
pub(super) fn headline(
    page: &mut Page,
    book: &Book,
    (row, column): (u32, u16),
    statistic: &Statistic,
    at: u32,
) -> Result<String, rust_xlsxwriter::XlsxError> {
    let formula = format!(
        "{}{}",
        crate::write::xlsx::text::sheet_prefix(&book.names.statistics),
        a1(at, VALUE)
    );
    match quote::value(statistic) {
        Value::Share(share) => {
            let format = styles::number(&quote::share_format(book.report)).set_bold();
            page.formula(row, column, &formula, Stored::Number(share), &format)?;
        }
        Value::Number(number) => {
            let format = styles::number("#,##0.##").set_bold();
            let whole = styles::number(styles::WHOLE).set_bold();
            let format = if number.fract().is_zero() {
                whole
            } else {
                format
            };
            page.formula(row, column, &formula, Stored::Number(number), &format)?;
        }
        Value::Missing => {
            let text = words::NO_VALUE.get(book.lang);
            page.text(row, column, text, &styles::centered().set_italic())?;
        }
    }
    Ok(coverage(statistic, book))
}
