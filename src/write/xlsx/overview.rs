//! `Tổng quan`: one printed page for the chair.
//!
//! In: the whole report. Out: grades per level, headline statistics, average attainment, who is missing, what is open. Not
//! for: charts, which `charts` draws from these tables.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::report::LevelResult;
use crate::statistics::Statistic;
use crate::write::words::{self, fill};
use crate::write::xlsx::page::{Done, Page, Stored};
use crate::write::xlsx::plan::{Book, LevelPlan};
use crate::write::xlsx::text::{a1, absolute};
use crate::write::xlsx::{attainment, charts, open, statistics, styles};

const LABEL: f64 = 44.0;
const COUNT: f64 = 9.0;
const CHART: f64 = 10.0;
/// Columns under the charts.
const CHART_COLUMNS: u16 = 6;
/// The height of a table's row and of its head, in points.
const ROW: f64 = 18.0;
const HEAD: f64 = 34.0;

/// The least height that the charts need, in points.
const CHARTS: f64 = 300.0;

/// The columns of the page.
pub(super) struct Columns {
    /// The last column of the tables on the left.
    pub(super) last: u16,
    /// The first column under the charts.
    pub(super) chart: u16,
    /// The last column of the page.
    pub(super) end: u16,
}

/// The tables that charts are drawn from.
#[derive(Default)]
pub(super) struct Tables {
    /// The row of the grades' names; the levels stand below.
    pub(super) grades: u32,
    /// The row of the levels' names above the attainment of each group.
    pub(super) attainment: u32,
    /// The first row beside the charts.
    pub(super) top: u32,
    /// The height beside the charts, in points.
    pub(super) height: f64,
}

/// The sheet while it grows downwards.
struct Overview<'b, 'p> {
    book: &'b Book<'b>,
    page: Page<'p>,
    columns: Columns,
    row: u32,
    height: f64,
}

/// Writes the sheet.
pub(super) fn write(sheet: &mut Worksheet, book: &Book) -> Done {
    // Not graded, without result, all.
    let counts = book.report.grades.len() as u16 + 3;
    let last = counts.max(book.report.levels.len() as u16).max(7);
    let columns = Columns {
        last,
        chart: last + 2,
        end: last + 1 + CHART_COLUMNS,
    };
    let mut widths = vec![LABEL];
    widths.extend((0..last).map(|_| COUNT));
    widths.push(2.0);
    widths.extend((0..CHART_COLUMNS).map(|_| CHART));
    let page = Page::new(sheet, &book.names.overview, &widths, book.lang)?;
    let mut overview = Overview {
        book,
        page,
        columns,
        row: 0,
        height: 0.0,
    };
    overview.heading()?;
    let mut tables = Tables {
        top: overview.row,
        ..Tables::default()
    };
    tables.grades = overview.grades()?;
    overview.headlines()?;
    tables.attainment = overview.attainment()?;
    if overview.height < CHARTS {
        overview.step(CHARTS - overview.height);
    }
    tables.height = overview.height;
    charts::draw(&mut overview.page, book, &tables, &overview.columns)?;
    overview.missing()?;
    overview.open()?;
    overview.page.finish(book.report, None)?;
    let (end, last) = (overview.row, overview.columns.end);
    overview
        .page
        .sheet
        .set_print_fit_to_pages(1, 1)
        .set_print_area(0, 0, end, last)?;
    Ok(())
}

impl Overview<'_, '_> {
    fn heading(&mut self) -> Done {
        let (report, lang) = (self.book.report, self.book.lang);
        let end = self.columns.end;
        let authority = styles::letterhead();
        self.page
            .line(0, (0, end), &report.campaign.authority, &authority)?;
        let lines = report.campaign.title.iter().map(String::as_str);
        self.row = self.page.title(1, end, lines)?;
        let units = report.units_line(lang);
        let bold = styles::subtitle().set_bold();
        self.page.line(self.row, (0, end), &units, &bold)?;
        let mut made = fill(words::MADE_WITH.get(lang), &[&report.program]);
        if let Some(as_of) = &report.as_of {
            let day = words::day(as_of, lang);
            made.push_str(&fill(words::AS_OF.get(lang), &[&day]));
        }
        self.page
            .line(self.row + 1, (0, end), &made, &styles::subtitle())?;
        self.row += 3;
        Ok(())
    }

    /// A heading over a table on the left, and a row of the table's height left free above all but the first.
    fn section(&mut self, phrase: words::Phrase) -> Done {
        if self.height > 0.0 {
            self.step(8.0);
        }
        let text = phrase.get(self.book.lang);
        self.page.free(self.row, 0, text, &styles::section())?;
        self.step(ROW);
        Ok(())
    }

    /// Gives the row its height and goes to the next.
    fn step(&mut self, height: f64) {
        self.page.at_least(self.row, height);
        self.height += self.page.height(self.row);
        self.row += 1;
    }

    /// Units per grade and level, counted by formulas on the levels' sheets. Gives the head's row.
    fn grades(&mut self) -> Result<u32, XlsxError> {
        self.section(words::SECTION_GRADES)?;
        let (report, lang) = (self.book.report, self.book.lang);
        let (top, head) = (self.row, styles::header());
        let count = report.grades.len() as u16;
        self.page.text(top, 0, words::LEVEL.get(lang), &head)?;
        let worst = report.grades.len().saturating_sub(1);
        for (index, grade) in report.grades.iter().enumerate() {
            let marked = styles::grade_mark(index, worst).merge(&head);
            let column = index as u16 + 1;
            self.page.text(top, column, &grade.name, &marked)?;
        }
        let rest = [words::UNGRADED_HEAD, words::NO_RESULT, words::ALL_UNITS];
        for (column, phrase) in (1 + count..).zip(rest) {
            self.page.text(top, column, phrase.get(lang), &head)?;
        }
        self.step(HEAD);
        for (level, plan) in report.levels.iter().zip(&self.book.levels) {
            self.grade_row(top, level, plan)?;
            self.step(ROW);
        }
        if report.levels.len() > 1 {
            self.grade_sums(top, count + 3)?;
            self.step(ROW);
        }
        Ok(top)
    }

    fn grade_row(&mut self, top: u32, level: &LevelResult, plan: &LevelPlan) -> Done {
        let (row, report) = (self.row, self.book.report);
        let (whole, sum) = (styles::number(styles::WHOLE), styles::sum(styles::WHOLE));
        let name = format!("{} ({})", level.name, level.units);
        self.page.text(row, 0, &name, &styles::cell())?;
        let grades = report.grades.iter().map(|grade| Some(&grade.name));
        let mut column = 1;
        for grade in grades.chain([None]) {
            let rows = level.rows.iter();
            let count = rows
                .filter(|unit| unit.grading.grade.as_ref() == grade)
                .count();
            match plan.rows() {
                Some((first, last)) => {
                    let formula = format!(
                        "COUNTIF({}{}:{},{})",
                        plan.prefix,
                        absolute(first, plan.grade()),
                        absolute(last, plan.grade()),
                        a1(top, column)
                    );
                    let stored = Stored::Number(count.into());
                    self.page.formula(row, column, &formula, stored, &whole)?;
                }
                None => self.page.count(row, column, count, &whole)?,
            }
            column += 1;
        }
        self.page.count(row, column, level.gaps.len(), &whole)?;
        let formula = format!("SUM({}:{})", a1(row, 1), a1(row, column));
        let all = level.rows.len() + level.gaps.len();
        let stored = Stored::Number(all.into());
        self.page.formula(row, column + 1, &formula, stored, &sum)
    }

    /// All levels together.
    fn grade_sums(&mut self, top: u32, columns: u16) -> Done {
        let (row, report) = (self.row, self.book.report);
        let sum = styles::sum(styles::WHOLE);
        let all = words::ALL_LEVELS.get(self.book.lang);
        self.page.text(row, 0, all, &styles::cell().set_bold())?;
        let rows = || report.levels.iter().flat_map(|level| &level.rows);
        let grades = report.grades.iter().map(|grade| Some(&grade.name));
        let mut counts: Vec<usize> = grades
            .chain([None])
            .map(|grade| {
                rows()
                    .filter(|unit| unit.grading.grade.as_ref() == grade)
                    .count()
            })
            .collect();
        counts.push(report.levels.iter().map(|level| level.gaps.len()).sum());
        counts.push(counts.iter().sum());
        for (column, count) in (1..=columns).zip(counts) {
            let (first, last) = (a1(top + 1, column), a1(row - 1, column));
            let formula = format!("SUM({first}:{last})");
            let stored = Stored::Number(count.into());
            self.page.formula(row, column, &formula, stored, &sum)?;
        }
        Ok(())
    }

    /// The headline statistics with their coverage.
    fn headlines(&mut self) -> Done {
        let book = self.book;
        let all = book.statistics.iter().zip(&book.report.statistics);
        let chosen: Vec<(u32, &Statistic)> = all
            .filter(|(_, statistic)| statistic.headline)
            .map(|(row, statistic)| (*row, statistic))
            .collect();
        if chosen.is_empty() {
            return Ok(());
        }
        self.section(words::SECTION_HEADLINES)?;
        let (head, last) = (styles::header(), self.columns.last);
        let heads = [words::STATISTIC, words::VALUE];
        for (column, phrase) in (0..).zip(heads) {
            self.page
                .text(self.row, column, phrase.get(book.lang), &head)?;
        }
        let coverage = words::COVERAGE_HEAD.get(book.lang);
        self.page.across(self.row, (2, last), coverage, &head)?;
        self.step(ROW);
        for (at, statistic) in chosen {
            let name = match &statistic.unit {
                Some(unit) => format!("{} ({unit})", statistic.name),
                None => statistic.name.clone(),
            };
            let cell = styles::cell();
            self.page.text(self.row, 0, &name, &cell)?;
            let place = (self.row, 1);
            let covered = statistics::headline(&mut self.page, book, place, statistic, at)?;
            self.page.across(self.row, (2, last), &covered, &cell)?;
            self.step(ROW);
        }
        Ok(())
    }

    /// The average of each group against its maximum. Gives the head's row.
    fn attainment(&mut self) -> Result<u32, XlsxError> {
        self.section(words::SECTION_ATTAINMENT)?;
        let book = self.book;
        let (top, head) = (self.row, styles::header());
        let name = words::CRITERION_GROUP.get(book.lang);
        self.page.text(top, 0, name, &head)?;
        for (column, level) in (1..).zip(&book.report.levels) {
            self.page.text(top, column, &level.name, &head)?;
        }
        self.step(HEAD);
        for (index, group) in attainment::groups(book.report) {
            attainment::row(&mut self.page, book, self.row, index, group)?;
            self.step(ROW);
        }
        Ok(top)
    }

    fn missing(&mut self) -> Done {
        self.section(words::SECTION_MISSING)?;
        for text in open::missing(self.book) {
            self.paragraph(&text)?;
        }
        Ok(())
    }

    fn open(&mut self) -> Done {
        self.section(words::SECTION_OPEN)?;
        for text in open::findings(self.book) {
            self.paragraph(&text)?;
        }
        Ok(())
    }

    fn paragraph(&mut self, text: &str) -> Done {
        let end = self.columns.end;
        self.page.line(self.row, (0, end), text, &styles::note())?;
        self.row += 1;
        Ok(())
    }
}
