//! The workbook of a roll-up.
//!
//! In: a [`Rollup`]. Out: the bytes of an .xlsx file, the same for the same results. Not for: adding anything up.

mod findings;
mod overview;
mod rolled_list;
mod statistic_parts;
mod statistic_years;
mod through_years;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use crate::base::cell::ROWS;
use crate::base::lang::{Lang, Phrase};
use crate::base::points::{Decimal, Points};
use crate::base::seal::ROLLUP;
use crate::output::WriteError;
use crate::output::rollup_words as words;
use crate::output::run::{self, RUN};
use crate::output::xlsx::numbers::{grouped, most, scale};
use crate::output::xlsx::page::{SheetPage, WriteResult};
use crate::output::xlsx::styles;
use crate::output::xlsx::tabs::{self, Tab};
use crate::output::xlsx::text::clip;
use crate::result::rollup::Rollup;

/// Rows that fit below the head, less one that says how many were left out.
const MOST: usize = ROWS as usize - 12;

/// The workbook of a roll-up.
///
/// # Errors
/// [`WriteError::Workbook`] if it does not fit into Excel's limits.
pub fn workbook(rollup: &Rollup, lang: Lang) -> Result<Vec<u8>, WriteError> {
    let mut workbook = Workbook::new();
    workbook.set_default_format(&styles::plain(), 20, 64)?;
    // Never the clock's date: two runs give the same bytes.
    let properties = DocProperties::new()
        .set_title(clip(words::TITLE.get(lang), 255))
        .set_author(&rollup.program)
        .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?)
        .set_custom_property(ROLLUP, rollup.format.cast_signed())
        .set_custom_property(RUN, run::of(rollup)?);
    workbook.set_properties(&properties);
    overview::write(workbook.add_worksheet(), rollup, lang)?;
    if !rollup.statistics.is_empty() {
        statistic_years::write(workbook.add_worksheet(), rollup, lang)?;
    }
    rolled_list::write(workbook.add_worksheet(), rollup, lang)?;
    if !rollup.through_years.is_empty() {
        through_years::totals(workbook.add_worksheet(), rollup, lang)?;
        through_years::groups(workbook.add_worksheet(), rollup, lang)?;
    }
    if !rollup.statistics.is_empty() {
        statistic_parts::write(workbook.add_worksheet(), rollup, lang)?;
    }
    if !rollup.findings.is_empty() {
        findings::write(workbook.add_worksheet(), rollup, lang)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// A sheet as far as its heads: title, the years, a note. Gives the row of the heads.
fn begin<'s>(
    sheet: &'s mut Worksheet,
    rollup: &Rollup,
    (name, title, note): (Phrase, Phrase, &str),
    (widths, heads): (&[f64], &[String]),
    lang: Lang,
) -> Result<(SheetPage<'s>, u32), XlsxError> {
    let mut page = SheetPage::new(sheet, name.get(lang), widths, lang)?;
    let last = widths.len() as u16 - 1;
    let mut row = page.title(0, last, [title.get(lang)])?;
    let years = format!("{} {}", words::YEAR.get(lang), words::years(rollup));
    page.line(row, (0, last), &years, &styles::subtitle())?;
    if !note.is_empty() {
        row += 1;
        page.line(row, (0, last), note, &styles::guide())?;
    }
    row += 2;
    for (column, text) in (0_u16..).zip(heads) {
        page.text(row, column, text, &styles::header())?;
    }
    Ok((page, row))
}

/// Heads in a language.
fn texts(heads: &[Phrase], lang: Lang) -> Vec<String> {
    let texts = heads.iter().map(|head| head.get(lang).to_string());
    texts.collect()
}

/// The first cells of a unit's row: its number, its name in a style of its own, its level, the result that it is of.
fn whose_cells(
    page: &mut SheetPage,
    (row, number): (u32, usize),
    [name, level, result]: [&str; 3],
    style: &Format,
) -> WriteResult {
    page.count(row, 0, number, &styles::number("0"))?;
    page.text(row, 1, name, style)?;
    page.text(row, 2, level, &styles::centered())?;
    page.text(row, 3, result, &styles::cell())
}

/// As many decimals as the totals of all units need.
fn decimals_of_totals(rollup: &Rollup) -> u32 {
    let scores = rollup.units.iter().filter_map(|unit| unit.score.as_ref());
    most(scores.filter_map(|score| Some(score.total?.0)))
}

/// Print set-up, and a filter over the rows of a list.
fn end(page: &mut SheetPage, (head, last): (u32, u32), columns: u16, fixed: u16) -> WriteResult {
    let footer = words::FOOTER.get(page.lang());
    page.finish_as(footer, Some((head, head)))?;
    page.sheet
        .set_tab_color(tabs::color(Tab::Comparison))
        .set_freeze_panes(head + 1, fixed)?;
    if last > head {
        page.sheet.autofilter(head, 0, last, columns)?;
    }
    Ok(())
}

/// How many rows of a list do not fit on its sheet.
fn left_out(page: &mut SheetPage, row: u32, left: usize) -> WriteResult {
    if left == 0 {
        return Ok(());
    }
    let more = words::MORE.fill(page.lang(), &[&left.to_string()]);
    page.free(row, 1, &more, &styles::plain())
}

/// Points, or a dash where there are none.
fn points(
    page: &mut SheetPage,
    (row, column): (u32, u16),
    points: Option<Points>,
    (decimals, style): (u32, fn(&str) -> Format),
) -> WriteResult {
    match points {
        Some(points) => page.number(row, column, points.0, &style(&grouped(decimals))),
        None => page.text(row, column, dash(page), &styles::centered()),
    }
}

/// A percentage, or a dash where there is none.
fn percent(
    page: &mut SheetPage,
    (row, column): (u32, u16),
    percent: Option<Decimal>,
    style: fn(&str) -> Format,
) -> WriteResult {
    match percent {
        Some(percent) => {
            let decimals = scale(percent).max(2) as usize;
            let format = format!("[=1]0%;[=0]0%;0.{}%", "0".repeat(decimals));
            page.number(row, column, percent.hundredth(), &style(&format))
        }
        None => page.text(row, column, dash(page), &styles::centered()),
    }
}

fn dash(page: &SheetPage) -> &'static str {
    words::DASH.get(page.lang())
}
