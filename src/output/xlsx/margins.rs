//! `Ngưỡng xếp loại`: what open findings leave of each total, grade and place, and how far each unit is from the limits beside its grade.
//!
//! In: the margins of the report. Out: one row per unit. Its numbers are those of the run and follow no cell. Not for: computing them.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use crate::base::lang::Lang;
use crate::base::points::Points;
use crate::base::seal::own_titles;
use crate::output::words;
use crate::output::xlsx::live::EXACT;
use crate::output::xlsx::numbers;
use crate::output::xlsx::page::{SheetPage, WriteResult};
use crate::output::xlsx::plan::Book;
use crate::output::xlsx::styles;
use crate::output::xlsx::tabs::{self, Tab};
use crate::result::margins::{Climb, LevelMargins, Margins, UnitMargins, Way};
use crate::result::report::{GroupFacts, HowCertain};

const WIDTHS: [f64; 18] = [
    5.0, 33.0, 11.0, 10.5, 10.5, 10.5, 11.5, 12.0, 12.0, 6.5, 6.5, 6.5, 16.0, 11.0, 10.0, 32.0,
    11.0, 10.5,
];
/// The last column.
const LAST: u16 = 17;
/// The row of the column heads.
const HEADER: u32 = 5;
/// The most decimals of points that are shown.
const DECIMALS: u32 = 3;

/// Writes the sheet. Gives the place of its table.
pub(super) fn write(sheet: &mut Worksheet, book: &Book) -> Result<String, XlsxError> {
    let (report, lang) = (book.report, book.lang);
    let margins = Margins::new(report);
    let mut page = SheetPage::new(sheet, &book.names.margins, &WIDTHS, lang)?;
    page.title(0, LAST, [own_titles::MARGINS.get(lang)])?;
    page.line(1, (0, LAST), &report.campaign.name, &styles::subtitle())?;
    let certain = report.certainty_line(lang);
    let certain = certain.map_or_else(
        || words::NOTHING_GRADED.get(lang).to_string(),
        |line| format!("{line}."),
    );
    page.line(2, (0, LAST), &certain, &styles::note())?;
    page.line(3, (0, LAST), words::MARGINS_NOTE.get(lang), &styles::note())?;
    for (column, phrase) in (0_u16..).zip(words::MARGIN_HEADS) {
        page.text(HEADER, column, phrase.get(lang), &styles::header())?;
    }
    let rows = MarginRows {
        lang,
        groups: &report.groups,
        points: points_format(&margins),
    };
    let mut row = HEADER;
    for level in &margins.levels {
        rows.level(&mut page, &mut row, level)?;
    }
    page.finish(report, Some((HEADER, HEADER)))?;
    page.sheet
        .set_tab_color(tabs::color(Tab::Work))
        .set_print_area(0, 0, row, LAST)?
        .set_freeze_panes(HEADER + 1, 2)?;
    if row > HEADER {
        page.sheet.autofilter(HEADER, 0, row, LAST)?;
    }
    Ok(tabs::area(&book.names.margins, (HEADER, 0), (row, LAST)))
}

/// Numbers with as many decimals as any of them has.
fn points_format(margins: &Margins<'_>) -> Format {
    let units = margins.levels.iter().flat_map(|level| &level.units);
    let all = units.flat_map(|unit| {
        let above = unit.above.as_ref().map(|above| above.missing);
        let below = unit.below.as_ref().map(|below| below.spare);
        let own = [unit.total, unit.lowest];
        let own = own.into_iter().chain(unit.highest.limit());
        own.chain(above).chain(below)
    });
    let decimals = numbers::most(all.map(|points| points.rounded(DECIMALS).0));
    numbers::right(&numbers::digits(decimals))
}

struct MarginRows<'r> {
    lang: Lang,
    groups: &'r [GroupFacts],
    points: Format,
}

impl MarginRows<'_> {
    /// The units of a level, then those without a result, of which nothing is said but why.
    fn level(&self, page: &mut SheetPage, row: &mut u32, level: &LevelMargins<'_>) -> WriteResult {
        let mut number = 0;
        let mut start = |page: &mut SheetPage, row: u32, name: &str| -> WriteResult {
            number += 1;
            page.count(row, 0, number, &styles::number(styles::WHOLE))?;
            page.text(row, 1, name, &styles::cell())?;
            page.text(row, 2, level.name, &styles::centered())
        };
        for unit in &level.units {
            *row += 1;
            start(page, *row, unit.name)?;
            self.unit(page, *row, unit)?;
        }
        for without in &level.without {
            *row += 1;
            start(page, *row, without.name)?;
            for column in 3..=LAST {
                page.text(*row, column, "", &styles::gap())?;
            }
            let remark = without.gap.remark(self.lang);
            page.text(*row, 12, &remark, &styles::gap())?;
        }
        Ok(())
    }

    fn unit(&self, page: &mut SheetPage, row: u32, unit: &UnitMargins<'_>) -> WriteResult {
        let lang = self.lang;
        let middle = styles::centered();
        for (column, points) in (3..).zip([unit.total, unit.lowest]) {
            self.number(page, (row, column), points)?;
        }
        page.most(row, 5, unit.highest.rounded(DECIMALS), &self.points)?;
        let grading = unit.grading;
        let ungraded = unit.grade_now.map(|_| words::UNGRADED.get(lang));
        let grade = grading.grade.as_deref().or(ungraded).unwrap_or_default();
        for (column, grade) in (6..).zip([grade, &grading.worst, &grading.best]) {
            page.text(row, column, grade, &middle)?;
        }
        let rank = unit.rank;
        for (column, place) in (9..).zip([rank.place, rank.best, rank.worst]) {
            let format = styles::number(styles::WHOLE);
            page.count(row, column, place as usize, &format)?;
        }
        let certain = match unit.certainty {
            // The total and the place are what the sheet of its level says.
            _ if unit.without_score => words::WITHOUT_SCORE.get(lang),
            None => "",
            Some(HowCertain::Certain) => words::CERTAIN.get(lang),
            Some(HowCertain::Open) => words::NOT_CERTAIN_OPEN.get(lang),
            Some(HowCertain::Unread) => words::NOT_CERTAIN_UNREAD.get(lang),
        };
        page.text(row, 12, certain, &middle)?;
        self.above(page, row, unit.above.as_ref())?;
        match &unit.below {
            Some(below) => {
                page.text(row, 16, below.grade, &middle)?;
                self.number(page, (row, 17), below.spare)
            }
            None => blank(page, row, 16..=17),
        }
    }

    fn above(&self, page: &mut SheetPage, row: u32, above: Option<&Climb<'_>>) -> WriteResult {
        let Some(above) = above else {
            return blank(page, row, 13..=15);
        };
        page.text(row, 13, above.grade, &styles::centered())?;
        self.number(page, (row, 14), above.missing)?;
        let way = match &above.way {
            Way::Criteria { criteria, .. } => {
                let ids: Vec<&str> = criteria.iter().map(|id| id.0.as_str()).collect();
                let (count, ids) = (ids.len().to_string(), ids.join(", "));
                words::WAY_CRITERIA.fill(self.lang, &[&count, &ids])
            }
            Way::OutOfReach { .. } => words::WAY_OUT_OF_REACH.get(self.lang).to_string(),
            Way::NotKnown => words::WAY_NOT_KNOWN.get(self.lang).to_string(),
        };
        let groups = above.lacking.iter().map(|one| {
            let group = self.groups.iter().find(|group| group.id == one.group);
            let name = group.map_or(one.group.0.as_str(), |group| group.short.as_str());
            let lacks = self
                .lang
                .number((one.needed - one.points).rounded(DECIMALS).0);
            words::WAY_GROUP.fill(self.lang, &[name, &lacks])
        });
        let parts: Vec<String> = [way].into_iter().chain(groups).collect();
        page.text(row, 15, &parts.join("; "), &styles::cell())
    }

    fn number(
        &self,
        page: &mut SheetPage,
        (row, column): (u32, u16),
        points: Points,
    ) -> WriteResult {
        // What is held against the list of all values has to be the same number.
        page.number(row, column, points.rounded(EXACT).0, &self.points)
    }
}

/// Cells of which nothing is to be said.
fn blank(page: &mut SheetPage, row: u32, columns: std::ops::RangeInclusive<u16>) -> WriteResult {
    let mut columns = columns;
    columns.try_for_each(|column| page.text(row, column, "–", &styles::centered()))
}
