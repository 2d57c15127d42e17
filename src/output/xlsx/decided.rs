//! `Quyết định`: every row in which somebody has decided something, and what became of it.
//!
//! In: the report's decisions. Out: one row each, those that hold first named by their counts, with links to the rows. Not for: deciding,
//! and not for what is asked, which has a workbook of its own.

use rust_xlsxwriter::{Color, ExcelDateTime, Format, Worksheet, XlsxError};

use crate::base::date::Day;
use crate::base::origin::Origin;
use crate::base::seal::own_titles;
use crate::campaign::decisions::{DecidedValue, DecisionStatus, STATUSES};
use crate::output::sentence::{capital, sentence};
use crate::output::words;
use crate::output::xlsx::links::Links;
use crate::output::xlsx::numbers;
use crate::output::xlsx::page::{SheetPage, WriteResult};
use crate::output::xlsx::plan::Book;
use crate::output::xlsx::styles;
use crate::output::xlsx::tabs::{self, Tab};
use crate::result::report::DecisionRow;

const WIDTHS: [f64; 14] = [
    5.0, 13.0, 20.0, 26.0, 17.0, 9.0, 9.0, 26.0, 18.0, 12.0, 15.0, 26.0, 30.0, 30.0,
];
const STATUS: u16 = 1;
/// The last column that is printed; what decisions rest on stands beyond it.
const PRINTED: u16 = 11;
const LAST: u16 = 13;
/// The row of the column heads.
const HEADER: u32 = 4;

/// Writes the sheet. Gives the place of its table.
pub(super) fn write(sheet: &mut Worksheet, book: &Book) -> Result<String, XlsxError> {
    let (report, lang) = (book.report, book.lang);
    let name = &book.names.decided;
    let mut page = SheetPage::new(sheet, name, &WIDTHS, lang)?;
    page.title(0, PRINTED, [own_titles::DECISIONS.get(lang)])?;
    page.line(1, (0, PRINTED), &report.campaign.name, &styles::subtitle())?;
    page.line(2, (0, PRINTED), &summary(book), &styles::note())?;
    for (column, phrase) in (0_u16..).zip(words::DECIDED_HEADS) {
        page.text(HEADER, column, phrase.get(lang), &styles::header())?;
    }
    // Decision workbooks lie beside the folder of returns, wherever the result is.
    let mut links = Links::new(&report.intake.folder, book.limits.links);
    let mut row = HEADER;
    for (number, decision) in (1_usize..).zip(&report.decisions) {
        row += 1;
        page.count(row, 0, number, &styles::number(styles::WHOLE))?;
        decision_row(&mut page, &mut links, row, decision)?;
    }
    links.tell(&mut page, HEADER - 1, PRINTED)?;
    page.finish(report, Some((HEADER, HEADER)))?;
    page.sheet
        .set_tab_color(tabs::color(Tab::Work))
        .set_print_area(0, 0, row, PRINTED)?
        .set_freeze_panes(HEADER + 1, 3)?
        .autofilter(HEADER, 0, row, LAST)?;
    Ok(tabs::area(name, (HEADER, 0), (row, LAST)))
}

/// How many rows of each status; they add up to all.
fn summary(book: &Book) -> String {
    let (decisions, lang) = (&book.report.decisions, book.lang);
    let of = |status| decisions.iter().filter(|one| one.status == status).count();
    let counts = STATUSES.into_iter().filter(|status| of(*status) > 0);
    let counts = counts.map(|status| format!("{} {}", of(status), status.name().get(lang)));
    let counts: Vec<String> = counts.collect();
    let all = decisions.len().to_string();
    words::DECIDED_COUNTS.fill(lang, &[&all, &counts.join(", ")])
}

fn decision_row(
    page: &mut SheetPage,
    links: &mut Links,
    row: u32,
    decision: &DecisionRow,
) -> WriteResult {
    let lang = page.lang();
    let (cell, middle) = (styles::cell(), styles::centered());
    let status = capital(decision.status.name().get(lang));
    page.text(row, STATUS, &status, &marked(decision.status))?;
    page.text(row, 2, &decision.name, &cell)?;
    page.text(row, 3, &decision.about, &cell)?;
    page.text(row, 4, &decision.verdict(lang), &middle)?;
    for (column, value) in (5..).zip(decision.values()) {
        self::value(page, (row, column), value.as_ref())?;
    }
    page.text(row, 7, &decision.reason, &cell)?;
    page.text(row, 8, &decision.by, &cell)?;
    day(page, (row, 9), decision.on)?;
    place(page, links, (row, 10), decision)?;
    let because = decision.because.as_ref().map(|fact| fact.show(lang));
    page.text(row, 11, &sentence(&because.unwrap_or_default()), &cell)?;
    page.text(row, 12, &decision.ground_then, &cell)?;
    page.text(row, 13, &decision.ground_now, &cell)
}

/// The look of a status: what holds is plain, all else is to be looked at.
fn marked(status: DecisionStatus) -> Format {
    let middle = styles::centered();
    match status {
        DecisionStatus::Applied => middle,
        DecisionStatus::NotNeeded => middle.set_italic(),
        DecisionStatus::Stale => middle
            .set_bold()
            .set_background_color(Color::RGB(0x00FF_F2CC)),
        DecisionStatus::Contradictory | DecisionStatus::Mistyped => middle
            .set_bold()
            .set_background_color(Color::RGB(0x00F4_B183)),
    }
}

fn value(page: &mut SheetPage, at: (u32, u16), value: Option<&DecidedValue>) -> WriteResult {
    match value {
        Some(DecidedValue::Number(value)) => {
            page.number(at.0, at.1, *value, &numbers::right(styles::GENERAL))
        }
        Some(DecidedValue::Chosen { option }) => page.text(at.0, at.1, option, &styles::centered()),
        None => page.text(at.0, at.1, "", &styles::centered()),
    }
}

fn day(page: &mut SheetPage, at: (u32, u16), day: Option<Day>) -> WriteResult {
    let middle = styles::centered();
    let Some(day) = day else {
        return page.text(at.0, at.1, "", &middle);
    };
    let date = ExcelDateTime::from_ymd(day.year() as u16, day.month() as u8, day.day() as u8);
    match date {
        Ok(date) => {
            let format = middle.set_num_format(styles::DAY);
            page.sheet
                .write_datetime_with_format(at.0, at.1, &date, &format)?;
            Ok(())
        }
        Err(_) => page.text(at.0, at.1, &day.shown(page.lang()), &middle),
    }
}

/// The row that somebody wrote, as a link.
fn place(
    page: &mut SheetPage,
    links: &mut Links,
    at: (u32, u16),
    decision: &DecisionRow,
) -> WriteResult {
    match &decision.origin {
        Origin::Book(of) => {
            let text = format!("{}!{}", of.sheet, of.cell);
            let target = Some((&*of.sheet, Some(of.cell)));
            links.write(page, at, &text, &decision.file, target)
        }
        other => page.text(at.0, at.1, &other.to_string(), &styles::cell()),
    }
}
