//! `Tình hình nộp`: who has returned what and when, and what became of every file.
//!
//! In: units, gaps and the files seen. Out: one row per unit, then every other file, and the three counts. Not for: findings.

use std::collections::{BTreeMap, HashMap};

use rust_xlsxwriter::{ExcelDateTime, Format, Worksheet, XlsxError};

use crate::base::ids::UnitId;
use crate::base::lang::Lang;
use crate::base::moment::Moment;
use crate::base::seal::own_titles;
use crate::input::receipt::{DateBasis, FileRow, Timing};
use crate::output::words;
use crate::output::xlsx::links::{self, Links};
use crate::output::xlsx::numbers;
use crate::output::xlsx::page::{SheetPage, WriteResult};
use crate::output::xlsx::plan::{Book, Standing, table_order};
use crate::output::xlsx::styles;
use crate::output::xlsx::tabs::{self, Tab};
use crate::output::xlsx::together;
use crate::result::report::LevelResult;
use crate::result::status::{self, Questions};

const WIDTHS: [f64; 15] = [
    5.0, 38.0, 12.0, 27.0, 7.0, 9.0, 20.0, 9.0, 32.0, 18.0, 17.0, 13.0, 12.0, 17.0, 70.0,
];
/// The last column that is printed; the whole SHA-256 stands beyond it.
const PRINTED: u16 = 13;
/// The first column of the open questions: errors, warnings, what they can change; behind them the number of decisions that hold.
const QUESTIONS: u16 = 4;
const FILE: u16 = 8;
/// The widest that the column of files becomes, in digits.
const WIDEST: f64 = 50.0;
const HEADER: u32 = 5;
/// The height of a heading within the sheet, in points.
const HEADING: f64 = 20.0;
/// Digits of SHA-256 that are shown.
const SHORT: usize = 12;

/// Writes the sheet. Gives the place of its table.
pub(super) fn write(sheet: &mut Worksheet, book: &Book) -> Result<String, XlsxError> {
    let (report, lang) = (book.report, book.lang);
    let mut widths = WIDTHS;
    if let Some(width) = widths.get_mut(usize::from(FILE)) {
        let names = report.intake.files.iter().map(|file| file.name.as_str());
        *width = links::width_for(names, (*width, WIDEST));
    }
    let mut page = SheetPage::new(sheet, &book.names.intake, &widths, lang)?;
    page.title(0, PRINTED, [own_titles::INTAKE.get(lang)])?;
    page.line(1, (0, PRINTED), &report.campaign.name, &styles::subtitle())?;
    page.line(
        2,
        (0, PRINTED),
        &format!("{}.", report.units_line(lang)),
        &styles::note(),
    )?;
    page.line(
        3,
        (0, PRINTED),
        &format!("{}.", report.files_line(lang)),
        &styles::note(),
    )?;
    header(&mut page, HEADER, book)?;
    let mut intake = IntakeSheet {
        book,
        files: by_name(&report.intake.files),
        links: Links::new(&report.intake.folder, book.limits.links),
        questions: status::questions(report),
        decided: status::decided(report),
    };
    let mut row = HEADER;
    for level in &report.levels {
        for (number, unit) in (1_usize..).zip(table_order(level)) {
            row += 1;
            intake.unit_row(&mut page, (row, number), level, &unit)?;
        }
    }
    let last = row;
    let row = intake.others(&mut page, last)?;
    intake.links.tell(&mut page, HEADER - 1, PRINTED)?;
    page.finish(report, Some((HEADER, HEADER)))?;
    page.sheet
        .set_tab_color(tabs::color(Tab::Work))
        .set_print_area(0, 0, row, PRINTED)?
        .set_freeze_panes(HEADER + 1, 2)?;
    if last > HEADER {
        page.sheet.autofilter(HEADER, 0, last, PRINTED + 1)?;
    }
    Ok(tabs::area(
        &book.names.intake,
        (HEADER, 0),
        (last, PRINTED + 1),
    ))
}

fn header(page: &mut SheetPage, row: u32, book: &Book) -> WriteResult {
    let format = styles::header();
    for (column, phrase) in (0_u16..).zip(words::INTAKE_HEADS) {
        page.text(row, column, phrase.get(book.lang), &format)?;
    }
    Ok(())
}

fn by_name(files: &[FileRow]) -> BTreeMap<&str, &FileRow> {
    files
        .iter()
        .map(|file| (file.name.as_str(), file))
        .collect()
}

struct IntakeSheet<'b> {
    book: &'b Book<'b>,
    files: BTreeMap<&'b str, &'b FileRow>,
    links: Links<'b>,
    questions: HashMap<&'b UnitId, Questions>,
    decided: HashMap<&'b UnitId, usize>,
}

impl<'b> IntakeSheet<'b> {
    fn unit_row(
        &mut self,
        page: &mut SheetPage,
        (row, number): (u32, usize),
        level: &'b LevelResult,
        unit: &Standing<'b>,
    ) -> WriteResult {
        let lang = self.book.lang;
        let (cell, middle) = (styles::cell(), styles::centered());
        page.count(row, 0, number, &styles::number(styles::WHOLE))?;
        page.text(row, 1, unit.name(), &cell)?;
        page.text(row, 2, &level.name, &middle)?;
        self.questions(page, row, unit.id())?;
        match unit {
            Standing::Row(unit) => {
                let file = self.files.get(unit.file.as_str()).copied();
                let timing = file.and_then(|file| self.book.report.timing(file));
                let phrase = words::returned(timing);
                let late = timing == Some(Timing::Late);
                let format = if late { middle.set_bold() } else { middle };
                let state = with_decisions(phrase.get(lang), file, lang);
                page.text(row, 3, &state, &format)?;
                self.file(page, row, &unit.file, file)
            }
            Standing::Gap(gap) => {
                let mark = middle.set_bold().set_italic();
                page.text(row, 3, &gap.remark(lang), &mark)?;
                if let [only] = gap.files.as_slice() {
                    let file = self.files.get(only.as_str()).copied();
                    return self.file(page, row, only, file);
                }
                page.text(row, FILE, &gap.files.join("; "), &styles::gap())?;
                for column in FILE + 1..=PRINTED + 1 {
                    page.text(row, column, "", &cell)?;
                }
                Ok(())
            }
        }
    }

    /// What is open of a unit.
    fn questions(&self, page: &mut SheetPage, row: u32, unit: &UnitId) -> WriteResult {
        let middle = styles::centered();
        let of = self.questions.get(unit).copied().unwrap_or_default();
        for (column, count) in (QUESTIONS..).zip([of.errors, of.warnings]) {
            if count > 0 {
                page.count(row, column, count, &styles::number(styles::WHOLE))?;
            } else {
                page.text(row, column, "", &middle)?;
            }
        }
        let changes = match (of.change_grade > 0, of.change_place > 0) {
            (true, _) => words::CHANGES_GRADE.get(self.book.lang),
            (false, true) => words::CHANGES_RANK.get(self.book.lang),
            (false, false) => "",
        };
        page.text(row, QUESTIONS + 2, changes, &middle)?;
        match self.decided.get(unit) {
            Some(count) => page.count(row, QUESTIONS + 3, *count, &styles::number(styles::WHOLE)),
            None => page.text(row, QUESTIONS + 3, "", &middle),
        }
    }

    /// Files that do not count, if there are any, under the same heads, a row below the last one. Gives the last row.
    fn others(&mut self, page: &mut SheetPage, last: u32) -> Result<u32, XlsxError> {
        let book = self.book;
        let files = book.report.intake.files.iter();
        let others: Vec<&FileRow> = files.filter(|file| !file.counts()).collect();
        if others.is_empty() {
            return Ok(last);
        }
        let (row, heading) = (last + 2, words::OTHER_FILES);
        page.free(row, 0, heading.get(book.lang), &styles::section())?;
        page.at_least(row, HEADING);
        let mut at = row;
        for (number, file) in (1_usize..).zip(others) {
            at += 1;
            self.other_row(page, at, number, file)?;
        }
        let first = page.height(row) + page.height(row + 1) + page.height(row + 2);
        together::keep(page, (HEADER, row), PRINTED, first)?;
        Ok(at)
    }

    fn other_row(
        &mut self,
        page: &mut SheetPage,
        row: u32,
        number: usize,
        file: &FileRow,
    ) -> WriteResult {
        let lang = self.book.lang;
        page.count(row, 0, number, &styles::number(styles::WHOLE))?;
        let unit = file.unit.as_ref();
        let name = unit.map_or(words::UNIT_NOT_KNOWN.get(lang), |unit| {
            self.book.name_of(unit)
        });
        page.text(row, 1, name, &styles::cell())?;
        page.text(row, 2, self.level_name(unit), &styles::centered())?;
        let fate = words::fate(file.fate).get(lang);
        let state = with_decisions(fate, Some(file), lang);
        page.text(row, 3, &state, &styles::centered())?;
        for column in QUESTIONS..FILE {
            page.text(row, column, "", &styles::centered())?;
        }
        self.file(page, row, &file.name, Some(file))
    }

    fn level_name(&self, unit: Option<&UnitId>) -> &'b str {
        let levels = &self.book.report.levels;
        let level = unit.and_then(|unit| levels.iter().find(|level| level.id == unit.level));
        level.map_or("", |level| level.name.as_str())
    }

    /// The columns of a file.
    fn file(
        &mut self,
        page: &mut SheetPage,
        row: u32,
        name: &str,
        file: Option<&FileRow>,
    ) -> WriteResult {
        self.links.write(page, (row, FILE), name, name, None)?;
        let (cell, middle) = (styles::cell(), styles::centered());
        let Some(file) = file else {
            for column in FILE + 1..=PRINTED + 1 {
                page.text(row, column, "", &cell)?;
            }
            return Ok(());
        };
        let saved = file.saved.as_ref();
        moment(
            page,
            (row, FILE + 1),
            saved.map(|(moment, _)| moment),
            &middle,
        )?;
        let basis = match saved {
            Some((_, DateBasis::Document)) => words::DATE_OF_DOCUMENT.get(self.book.lang),
            Some((_, DateBasis::File)) => words::DATE_OF_FILE.get(self.book.lang),
            None => "",
        };
        page.text(row, FILE + 2, basis, &middle)?;
        page.text(
            row,
            FILE + 3,
            words::file_kind(&file.kind, self.book.lang),
            &middle,
        )?;
        let bytes = numbers::right(styles::WHOLE);
        page.number(row, FILE + 4, file.bytes.into(), &bytes)?;
        let sha = file.sha256.as_deref().unwrap_or_default();
        let short: String = sha.chars().take(SHORT).collect();
        page.text(row, FILE + 5, &short, &middle)?;
        page.free(row, FILE + 6, sha, &cell)
    }
}

/// The state of a file, and what was decided of it.
fn with_decisions(state: &str, file: Option<&FileRow>, lang: Lang) -> String {
    let decided = file.map(|file| words::decided_file(file, lang));
    let lines = decided.unwrap_or_default();
    [vec![state.to_string()], lines].concat().join("; ")
}

/// A moment as a date of Excel, by the clocks of Vietnam, or as it stands where it is not one.
fn moment(
    page: &mut SheetPage,
    (row, column): (u32, u16),
    moment: Option<&Moment>,
    format: &Format,
) -> WriteResult {
    let Some(moment) = moment else {
        return page.text(row, column, "", format);
    };
    let local = moment.local();
    let cell = local.map(|local| ExcelDateTime::parse_from_str(&local.to_string()));
    match (local, cell) {
        (Some(local), Some(Ok(date))) => {
            // A time of the disk is a day.
            let is_moment = local.time.is_some();
            let shown = if is_moment {
                styles::MOMENT
            } else {
                styles::DAY
            };
            let format = format.clone().set_num_format(shown);
            page.sheet
                .write_datetime_with_format(row, column, &date, &format)?;
            Ok(())
        }
        _ => page.text(row, column, moment.as_str(), format),
    }
}
