//! `Tổng quan`: one printed page for the chair.
//!
//! In: the whole report, and the comparison with last year where there is one. Out: whether all is final, grades per level,
//! headline statistics, average attainment, the best and the last, what changed, who is missing, what is open. Not for: the
//! chart, which `charts` draws from the table of grades.

use rust_xlsxwriter::{Color, FormatAlign, FormatBorder, FormatUnderline, Worksheet, XlsxError};

use crate::judge::statistics::Statistic;
use crate::output::outstanding;
use crate::output::words;
use crate::output::xlsx::charts::{PageColumns, Tables};
use crate::output::xlsx::page::{LINE, SheetPage, StoredResult, WriteResult};
use crate::output::xlsx::plan::Book;
use crate::output::xlsx::tabs::{self, Tab};
use crate::output::xlsx::{
    attainment, changes, charts, edited, leaders, links, open, statistics, styles,
};
use crate::result::diff::Diff;

const LABEL: f64 = 50.0;
const COUNT: f64 = 11.0;
const CHART: f64 = 12.0;
/// Columns under the charts.
const CHART_COLUMNS: u16 = 6;
/// The height of a table's row and of its head, in points.
pub(super) const ROW: f64 = 18.0;
pub(super) const HEAD: f64 = 34.0;

/// The height of the banner, in points.
const BANNER: f64 = 24.0;
/// The least height that the chart needs, in points.
const CHARTS: f64 = 230.0;

/// The sheet while it grows downwards.
pub(super) struct Overview<'b, 'p> {
    pub(super) book: &'b Book<'b>,
    pub(super) page: SheetPage<'p>,
    columns: PageColumns,
    pub(super) row: u32,
    /// Headings so far.
    number: u32,
    height: f64,
    has_comparison: bool,
}

/// Writes the sheet. Gives names and places of its tables.
pub(super) fn write(
    sheet: &mut Worksheet,
    book: &Book,
    comparison: Option<&Diff>,
) -> Result<Vec<(&'static str, String)>, XlsxError> {
    // Not graded, without result, all.
    let counts = book.report.grades.len() as u16 + 3;
    let last = counts.max(book.report.levels.len() as u16).max(7);
    let columns = PageColumns {
        last,
        chart: last + 2,
        end: last + 1 + CHART_COLUMNS,
    };
    let mut widths = vec![LABEL];
    widths.extend((0..last).map(|_| COUNT));
    widths.push(2.0);
    widths.extend((0..CHART_COLUMNS).map(|_| CHART));
    let page = SheetPage::new(sheet, &book.names.overview, &widths, book.lang)?;
    let mut overview = Overview {
        book,
        page,
        columns,
        row: 0,
        number: 0,
        height: 0.0,
        has_comparison: comparison.is_some(),
    };
    overview.heading()?;
    let mut tables = Tables {
        top: overview.row,
        ..Tables::default()
    };
    tables.grades = overview.grades()?;
    let graded = (tables.grades, overview.row - 1);
    overview.headlines()?;
    if overview.height < CHARTS && !book.report.grades.is_empty() {
        overview.step(CHARTS - overview.height);
    }
    tables.height = overview.height;
    charts::draw(&mut overview.page, book, &tables, &overview.columns)?;
    let averages = overview.averages()?;
    overview.comparison(comparison)?;
    overview.missing()?;
    overview.open()?;
    overview.page.finish(book.report, None)?;
    let (end, last) = (overview.row, overview.columns.end);
    overview
        .page
        .sheet
        .set_tab_color(tabs::color(Tab::Overview))
        .set_print_fit_to_pages(1, 1)
        .set_print_area(0, 0, end, last)?;
    let named = |name, (first, last): (u32, u32), columns: u16| {
        let area = tabs::area(&book.names.overview, (first, 0), (last, columns));
        (name, area)
    };
    let levels = (book.report.levels.len() as u16).max(1);
    Ok(vec![
        named("KetQuaXepLoai", graded, counts),
        named("DiemBinhQuan", averages, levels),
    ])
}

impl Overview<'_, '_> {
    fn heading(&mut self) -> WriteResult {
        let (report, lang) = (self.book.report, self.book.lang);
        let end = self.columns.end;
        let authority = styles::letterhead();
        self.page
            .line(0, (0, end), &report.campaign.authority, &authority)?;
        let lines = report.campaign.title.iter().map(String::as_str);
        self.row = self.page.title(1, end, lines)?;
        if let Some(text) = outstanding::provisional(report, lang) {
            let banner = styles::letterhead()
                .set_font_size(12)
                .set_border(FormatBorder::Medium)
                .set_background_color(Color::RGB(0x00FF_E699));
            self.page.line(self.row, (0, end), &text, &banner)?;
            self.page.at_least(self.row, BANNER);
            self.row += 1;
        }
        let units = format!("{}.", report.units_line(lang));
        let bold = styles::subtitle().set_bold();
        self.page.line(self.row, (0, end), &units, &bold)?;
        if let Some(certain) = report.certainty_line(lang) {
            self.row += 1;
            let certain = format!("{certain}.");
            self.page.line(self.row, (0, end), &certain, &bold)?;
        }
        let mut made = words::MADE_WITH.fill(lang, &[&report.program]);
        if let Some(as_of) = &report.as_of {
            let day = match as_of.day() {
                Some(day) => day.shown(lang),
                None => as_of.to_string(),
            };
            made.push_str(&words::AS_OF.fill(lang, &[&day]));
        }
        made.push('.');
        self.page
            .line(self.row + 1, (0, end), &made, &styles::subtitle())?;
        self.row += 2;
        self.links()?;
        if let Some(formula) = edited::overview(self.book) {
            let (row, format) = (self.row, styles::warning());
            self.page.across(row, (0, end), "", &format)?;
            self.page
                .formula(row, 0, &formula, StoredResult::Blank, &format)?;
            self.page.at_least(row, LINE + 2.0);
        }
        self.row += 1;
        Ok(())
    }

    /// Links to the sheets that are not a level's, two columns each; the levels' names in the first table lead to theirs.
    fn links(&mut self) -> WriteResult {
        let (book, columns) = (self.book, &self.columns);
        let pairs = |first: u16, last: u16| (first..last).step_by(2);
        let slots: Vec<u16> = pairs(1, columns.last)
            .chain(pairs(columns.chart, columns.end))
            .collect();
        let names = book
            .names
            .of_all_levels(!book.report.decisions.is_empty(), self.has_comparison);
        let label = words::SHEETS_LINKS.get(book.lang);
        let link = styles::plain()
            .set_align(FormatAlign::Center)
            .set_font_color(Color::RGB(0x0005_63C1))
            .set_underline(FormatUnderline::Single)
            .set_shrink();
        for (line, chunk) in names.chunks(slots.len().max(1)).enumerate() {
            if line == 0 {
                let right = styles::plain().set_align(FormatAlign::Right);
                self.page.free(self.row, 0, label, &right)?;
            }
            for (name, column) in chunk.iter().zip(&slots) {
                let columns = (*column, column + 1);
                self.page.across(self.row, columns, name, &link)?;
                links::to_sheet(&mut self.page, (self.row, *column), name, (name, &link))?;
            }
            self.row += 1;
        }
        Ok(())
    }

    /// The next numbered heading over a table on the left, with some room above all but the first.
    pub(super) fn section(&mut self, phrase: words::Phrase) -> WriteResult {
        if self.number > 0 {
            self.step(8.0);
        }
        let text = self.numbered(phrase.get(self.book.lang));
        self.page.free(self.row, 0, &text, &styles::section())?;
        self.step(ROW);
        Ok(())
    }

    fn numbered(&mut self, text: &str) -> String {
        self.number += 1;
        format!("{}. {text}", self.number)
    }

    /// Gives the row its height and goes to the next.
    pub(super) fn step(&mut self, height: f64) {
        self.page.at_least(self.row, height);
        self.height += self.page.height(self.row);
        self.row += 1;
    }

    /// The headline statistics with their coverage.
    fn headlines(&mut self) -> WriteResult {
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

    /// The average of each group against its maximum, and beside it the best and the last units. Gives the first and the last row of
    /// the averages.
    fn averages(&mut self) -> Result<(u32, u32), XlsxError> {
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
        let last = self.row - 1;
        let heading = self.numbered(words::SECTION_LEADERS.get(book.lang));
        let place = (top - 1, self.columns.chart);
        self.page
            .free(place.0, place.1, &heading, &styles::section())?;
        let below = leaders::write(&mut self.page, book, (top, self.columns.chart))?;
        while self.row < below {
            self.step(ROW);
        }
        Ok((top, last))
    }

    /// What changed against last year.
    fn comparison(&mut self, comparison: Option<&Diff>) -> WriteResult {
        let Some(diff) = comparison else {
            return Ok(());
        };
        let lines = changes::lines(diff, self.book.lang);
        let year = diff.previous.year.map(|year| year.to_string());
        let year = year.unwrap_or_else(|| diff.previous.name.clone());
        let heading = words::SECTION_CHANGES;
        let heading = heading.fill(self.book.lang, &[&year, &self.book.names.comparison]);
        self.step(8.0);
        let heading = self.numbered(&heading);
        self.page.free(self.row, 0, &heading, &styles::section())?;
        self.step(ROW);
        lines.iter().try_for_each(|line| self.paragraph(line))
    }

    fn missing(&mut self) -> WriteResult {
        self.section(words::SECTION_MISSING)?;
        let lines = open::missing(self.book);
        lines.iter().try_for_each(|line| self.paragraph(line))
    }

    fn open(&mut self) -> WriteResult {
        self.section(words::SECTION_OPEN)?;
        let lines = open::findings(self.book);
        lines.iter().try_for_each(|line| self.paragraph(line))
    }

    fn paragraph(&mut self, text: &str) -> WriteResult {
        let end = self.columns.end;
        self.page.line(self.row, (0, end), text, &styles::note())?;
        self.row += 1;
        Ok(())
    }
}
