//! `Thống kê`: every statistic with numerator, denominator, coverage and the units left out.
//!
//! In: the report's statistics. Out: a table by section; values are formulas over `Dữ liệu` where the plain formula says
//! what the report says. Not for: computing them.

use std::ops::RangeInclusive;

use rust_xlsxwriter::{FormatAlign, Worksheet, XlsxError};

use crate::base::ids::UnitId;
use crate::base::points::Decimal;
use crate::base::seal::own_titles;
use crate::judge::statistics::{Outcome, Statistic};
use crate::output::quote::{self, QuotedValue, coverage, quote};
use crate::output::words;
use crate::output::xlsx::data::DataFormulas;
use crate::output::xlsx::numbers::share_format;
use crate::output::xlsx::page::{SheetPage, StoredResult, WriteResult};
use crate::output::xlsx::paper::{self, PrintSetup};
use crate::output::xlsx::plan::{Book, STATISTICS_HEADER};
use crate::output::xlsx::sizes::A4;
use crate::output::xlsx::styles;
use crate::output::xlsx::text::{a1, absolute, literal};

const WIDTHS: [f64; 8] = [5.0, 41.0, 10.5, 10.5, 11.0, 11.0, 10.0, 44.0];
const LEFT_OUT_WIDTH: f64 = 35.0;
const FORMULA_WIDTH: f64 = 36.0;
const VALUE: u16 = 2;
const NUMERATOR: u16 = 4;
const DENOMINATOR: u16 = 5;
const LEFT_OUT: u16 = 8;
/// How far numbers stand from the border, in digits.
const INDENT: usize = 1;
/// Numbers with the decimals they have, thousands set off.
const BROKEN: &str = "#,##0.###";
/// The smallest scale at which the sheet is drawn on one page: 11 points become 8.
const SMALLEST: f64 = 0.73;

/// Writes the sheet.
pub(super) fn write(sheet: &mut Worksheet, book: &Book) -> WriteResult {
    let mut widths = WIDTHS.to_vec();
    widths.push(LEFT_OUT_WIDTH);
    widths.extend(somebody_says_no(book).then_some(LEFT_OUT_WIDTH));
    widths.push(FORMULA_WIDTH);
    let last = last_column(book);
    let mut page = SheetPage::new(sheet, &book.names.statistics, &widths, book.lang)?;
    let title = own_titles::STATISTICS.get(book.lang);
    page.title(0, last, [title])?;
    let name = &book.report.campaign.name;
    page.line(1, (0, last), name, &styles::subtitle())?;
    heads(&mut page, book)?;
    let keep = table(&mut page, book, last)?;
    let end = notes(&mut page, book, last)?;
    page.finish(book.report, Some((STATISTICS_HEADER, STATISTICS_HEADER)))?;
    paper::cut_evenly(
        &mut page,
        &PrintSetup {
            paper: A4,
            last_column: last,
            last_row: end,
            repeat: (STATISTICS_HEADER, STATISTICS_HEADER),
            keep: &keep,
            smallest: SMALLEST,
        },
    )?;
    page.sheet.set_freeze_panes(STATISTICS_HEADER + 1, 2)?;
    page.sheet.set_tab_color(styles::FIGURES_TAB);
    Ok(())
}

/// Whether a column is needed for those that say no.
fn somebody_says_no(book: &Book) -> bool {
    let mut all = book.report.statistics.iter();
    all.any(|statistic| !no_units(statistic).is_empty())
}

fn no_units(statistic: &Statistic) -> &[UnitId] {
    match &statistic.outcome {
        Outcome::Share { no_units, .. } => no_units,
        _ => &[],
    }
}

/// The last column, that of the formula in words.
pub(super) fn last_column(book: &Book) -> u16 {
    LEFT_OUT + 1 + u16::from(somebody_says_no(book))
}

/// The last row of the table.
pub(super) fn last_row(book: &Book) -> u32 {
    book.statistics.last().copied().unwrap_or(STATISTICS_HEADER)
}

fn heads(page: &mut SheetPage, book: &Book) -> WriteResult {
    let [before @ .., formula] = words::STATISTICS_HEADS;
    let no = somebody_says_no(book).then_some(words::SAY_NO);
    let all = before.into_iter().chain(no).chain([formula]);
    for (column, phrase) in (0_u16..).zip(all) {
        let text = phrase.get(book.lang);
        page.text(STATISTICS_HEADER, column, text, &styles::header())?;
    }
    Ok(())
}

/// The statistics by section. Gives the rows that stay on one page: a heading and what follows it.
fn table(
    page: &mut SheetPage,
    book: &Book,
    last: u16,
) -> Result<Vec<RangeInclusive<u32>>, XlsxError> {
    let (mut section, mut keep) = (None, Vec::new());
    let rows = book.statistics.iter().zip(&book.report.statistics);
    for (number, (row, statistic)) in (1..).zip(rows) {
        if section != Some(&statistic.section) {
            section = Some(&statistic.section);
            let (id, name) = &statistic.section;
            let format = styles::sum(styles::GENERAL)
                .set_align(FormatAlign::Left)
                .set_indent(1);
            page.line(row - 1, (0, last), &format!("{id}) {name}"), &format)?;
            keep.push(row - 1..=*row);
        }
        statistic_row(page, book, *row, number, statistic)?;
    }
    Ok(keep)
}

/// What stands below the table: who is missing in every row, and what follows a change by hand. Gives the last row.
fn notes(page: &mut SheetPage, book: &Book, last: u16) -> Result<u32, XlsxError> {
    let mut row = last_row(book);
    let levels = book
        .report
        .levels
        .iter()
        .filter(|level| !level.gaps.is_empty());
    let missing: Vec<String> = levels
        .map(|level| {
            let names: Vec<&str> = level.gaps.iter().map(|gap| gap.name.as_str()).collect();
            format!("{} – {}", level.name, names.join("; "))
        })
        .collect();
    if !missing.is_empty() && !book.statistics.is_empty() {
        row += 1;
        let note = words::WITHOUT_RETURN_NOTE;
        let text = note.fill(book.lang, &[&missing.join(". ")]);
        page.line(row, (0, last), &text, &styles::note())?;
    }
    if let Some(text) = words::decided_figures(book.report, book.lang) {
        row += 1;
        page.line(row, (0, last), &text, &styles::note())?;
    }
    row += 1;
    let guide = words::STATISTICS_GUIDE;
    let text = guide.fill(book.lang, &[&book.names.data, &book.names.detail]);
    page.line(row, (0, last), &text, &styles::guide())?;
    Ok(row)
}

fn statistic_row(
    page: &mut SheetPage,
    book: &Book,
    row: u32,
    number: usize,
    statistic: &Statistic,
) -> WriteResult {
    let (cell, middle) = (styles::cell(), styles::centered());
    page.count(row, 0, number, &styles::number(styles::WHOLE))?;
    page.text(row, 1, &statistic.name, &cell)?;
    parts(page, book, row, statistic)?;
    value(page, book, row, statistic)?;
    let share = matches!(quote::value(statistic), QuotedValue::Share(_));
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
    page.text(row, 7, &quote(statistic, &book.told()), &cell)?;
    page.text(row, LEFT_OUT, &left_out(book, statistic), &cell)?;
    if somebody_says_no(book) {
        let no = names(book, no_units(statistic)).join("; ");
        page.text(row, LEFT_OUT + 1, &no, &cell)?;
    }
    page.text(row, last_column(book), &statistic.formula, &cell)
}

/// Numerator and denominator.
fn parts(page: &mut SheetPage, book: &Book, row: u32, statistic: &Statistic) -> WriteResult {
    let whole = styles::number(styles::WHOLE);
    let formulas = DataFormulas::new(book);
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
                one(
                    page,
                    row,
                    column,
                    formula,
                    *value,
                    (format_of(*value), false),
                )?;
            }
            Ok(())
        }
        Outcome::Share { yes, answered, .. } => {
            let pair = formulas
                .and_then(|formulas| formulas.share(&basis.figures, level, (*yes, *answered)));
            let (said_yes, said) = pair.unzip();
            let format = (styles::WHOLE, false);
            one(page, row, NUMERATOR, said_yes, (*yes).into(), format)?;
            one(page, row, DENOMINATOR, said, (*answered).into(), format)
        }
        Outcome::Sum { .. } | Outcome::Units { .. } | Outcome::Given { .. } => {
            page.text(row, NUMERATOR, "", &whole)?;
            let of = match &statistic.outcome {
                Outcome::Given { of, .. } => *of,
                _ => None,
            };
            match of {
                Some(of) => one(page, row, DENOMINATOR, None, of, (format_of(of), false)),
                None => page.text(row, DENOMINATOR, "", &whole),
            }
        }
    }
}

/// A `0.###` would show a decimal mark behind whole numbers.
fn format_of(value: Decimal) -> &'static str {
    if value.is_integer() {
        styles::WHOLE
    } else {
        BROKEN
    }
}

/// A number, as a formula where there is one; in italics where it does not follow a change.
fn one(
    page: &mut SheetPage,
    row: u32,
    column: u16,
    formula: Option<String>,
    value: Decimal,
    (number, bold): (&str, bool),
) -> WriteResult {
    let format = styles::to_the_right(styles::number(number), number, INDENT);
    let format = if bold { format.set_bold() } else { format };
    match formula {
        Some(formula) => page.formula(row, column, &formula, StoredResult::Number(value), &format),
        None => page.number(row, column, value, &format.set_italic()),
    }
}

fn value(page: &mut SheetPage, book: &Book, row: u32, statistic: &Statistic) -> WriteResult {
    let basis = &statistic.basis;
    let level = basis.level.as_ref().map(|level| level.0.as_str());
    match quote::value(statistic) {
        QuotedValue::Share(share) => {
            let format = share_format(book.report);
            let formula = format!(
                "IFERROR(ROUND({}/{},{}),{})",
                a1(row, NUMERATOR),
                a1(row, DENOMINATOR),
                book.report.campaign.percent_decimals + 2,
                literal(words::NO_VALUE.get(book.lang))
            );
            one(page, row, VALUE, Some(formula), share, (&format, true))
        }
        QuotedValue::Number(number) => {
            let formula = match statistic.outcome {
                Outcome::Sum { .. } => DataFormulas::new(book)
                    .and_then(|formulas| formulas.sum(&basis.figures, level, number)),
                Outcome::Units { .. } => at_maximum(book, statistic, number),
                _ => None,
            };
            one(page, row, VALUE, formula, number, (format_of(number), true))
        }
        QuotedValue::Missing => {
            let text = words::NO_VALUE.get(book.lang);
            page.text(row, VALUE, text, &styles::centered().set_italic())
        }
    }
}

/// How many units are at the maximum of a group, counted over their sums in `Chi tiết`, if it is this number.
fn at_maximum(book: &Book, statistic: &Statistic, count: Decimal) -> Option<String> {
    let plan = &book.detail;
    let wanted = statistic.basis.group.as_ref()?;
    let mut groups = book.report.groups.iter().zip(&plan.groups);
    let (group, columns) = groups.find(|(group, _)| group.id == *wanted)?;
    let (mut parts, mut counted) = (Vec::new(), 0_usize);
    for (position, (level, maxima)) in book.report.levels.iter().zip(&plan.levels).enumerate() {
        let of_level = statistic.basis.level.as_ref();
        if of_level.is_some_and(|id| *id != level.id) || level.rows.is_empty() {
            continue;
        }
        // A scheme counts no units at the maximum of what has none.
        let maximum = group.maximum.get(&level.id)?.limit()?;
        let scores = || {
            level
                .rows
                .iter()
                .filter_map(|row| row.score.groups.get(wanted))
        };
        if scores().any(|score| score.maximum != maximum) {
            return None;
        }
        counted += scores().filter(|score| score.sum == maximum).count();
        let (first, last) = plan.rows(position, level)?;
        parts.push(format!(
            "COUNTIF({0}{1}:{2},{0}{3})",
            plan.prefix,
            absolute(first, columns.sum),
            absolute(last, columns.sum),
            absolute(*maxima, columns.sum)
        ));
    }
    (Decimal::from(counted) == count && !parts.is_empty()).then(|| parts.join("+"))
}

fn names<'r>(book: &'r Book<'_>, units: &'r [UnitId]) -> Vec<&'r str> {
    let names = units.iter().map(|unit| book.name_of(unit));
    names.collect()
}

/// The units that are not in it: those that returned something by name, the others by their number and a note.
fn left_out(book: &Book, statistic: &Statistic) -> String {
    let is_gap = |unit: &&UnitId| {
        let mut gaps = book.report.levels.iter().flat_map(|level| &level.gaps);
        gaps.any(|gap| gap.unit == **unit)
    };
    let (gaps, others): (Vec<&UnitId>, Vec<&UnitId>) = statistic.left_out.iter().partition(is_gap);
    let named = others.iter().map(|unit| book.name_of(unit));
    let named = named.collect::<Vec<&str>>().join("; ");
    let count = gaps.len().to_string();
    match (named.is_empty(), gaps.is_empty()) {
        (_, true) => named,
        (true, false) => words::WITHOUT_RETURN.fill(book.lang, &[&count]),
        (false, false) => words::AND_WITHOUT_RETURN.fill(book.lang, &[&named, &count]),
    }
}

/// Value and coverage of a statistic as the overview shows them: the value refers to this sheet.
pub(super) fn headline(
    page: &mut SheetPage,
    book: &Book,
    (row, column): (u32, u16),
    statistic: &Statistic,
    at: u32,
) -> Result<String, XlsxError> {
    let formula = format!(
        "{}{}",
        crate::output::xlsx::text::sheet_prefix(&book.names.statistics),
        a1(at, VALUE)
    );
    match quote::value(statistic) {
        QuotedValue::Share(share) => {
            let format = styles::number(&share_format(book.report)).set_bold();
            page.formula(row, column, &formula, StoredResult::Number(share), &format)?;
        }
        QuotedValue::Number(number) => {
            let format = styles::number("#,##0.##").set_bold();
            let whole = styles::number(styles::WHOLE).set_bold();
            let format = if number.is_integer() { whole } else { format };
            page.formula(row, column, &formula, StoredResult::Number(number), &format)?;
        }
        QuotedValue::Missing => {
            let text = words::NO_VALUE.get(book.lang);
            page.text(row, column, text, &styles::centered().set_italic())?;
        }
    }
    Ok(coverage(statistic, book.lang))
}
