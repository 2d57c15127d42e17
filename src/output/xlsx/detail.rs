//! `Chi tiết`: what counts, unit by criterion, with sums per group.
//!
//! In: the counted points of every unit. Out: a matrix whose sums are formulas; open cells are empty and grey. Not for:
//! ranks and grades, which the levels' sheets have.

use std::ops::RangeInclusive;

use rust_xlsxwriter::{Color, Format, FormatAlign, Worksheet};

use crate::base::seal::own_titles;
use crate::judge::score::{CountedBy, CriterionScore};
use crate::output::edit_words;
use crate::output::words;
use crate::output::xlsx::live::{EXACT, UnitCells, says_nothing, shown};
use crate::output::xlsx::page::{LINE, SheetPage, StoredResult, WriteResult};
use crate::output::xlsx::paper::{self, PrintSetup, SLACK};
use crate::output::xlsx::plan::{Book, GroupColumns, Standing, table_order};
use crate::output::xlsx::sizes::A3;
use crate::output::xlsx::text::lines;
use crate::output::xlsx::{score_note, styles, validation};
use crate::result::report::{CriterionFacts, GroupFacts, LevelResult, UnitRow};

const NUMBER_WIDTH: f64 = 4.5;
const NAME_WIDTH: f64 = 33.0;
const CRITERION_WIDTH: f64 = 6.4;
const SUM_WIDTH: f64 = 8.5;
/// The smallest scale: 10 points become 8.
const SMALLEST: f64 = 0.8;
/// Lines of a criterion's name in its column, and the heights that its head may have, in points.
const NAME_LINES: u32 = 2;
const NAME_HEIGHTS: [f64; 4] = [120.0, 150.0, 180.0, 210.0];
/// What a digit of 10 points takes of a line, in points.
const DIGIT: f64 = 5.0;
/// What somebody has decided.
const DECIDED_FILL: Color = Color::RGB(0x00E2_EFDA);

/// Writes the sheet.
pub(super) fn write(sheet: &mut Worksheet, book: &Book) -> WriteResult {
    let plan = &book.detail;
    let mut widths = vec![NUMBER_WIDTH, NAME_WIDTH];
    for group in &book.report.groups {
        widths.extend(group.criteria.iter().map(|_| CRITERION_WIDTH));
        widths.push(SUM_WIDTH);
    }
    widths.extend((plan.total..=plan.judged()).map(|_| SUM_WIDTH));
    let mut page = SheetPage::new(sheet, &book.names.detail, &widths, book.lang)?;
    heading(&mut page, book)?;
    header(&mut page, book)?;
    for (position, (row, level)) in plan.levels.iter().zip(&book.report.levels).enumerate() {
        maxima(&mut page, book, *row, level)?;
        for (number, unit) in (1_usize..).zip(table_order(level)) {
            let Some(row) = plan.units.get(unit.id()).copied() else {
                continue;
            };
            unit_row(&mut page, book, level, (row, number), &unit)?;
        }
        if let Some(rows) = plan.rows(position, level) {
            validation::level(&mut page, book, (*row, &level.id), rows)?;
        }
    }
    page.finish(book.report, Some((0, plan.header + 2)))?;
    split_pages(&mut page, book)?;
    page.sheet.set_column_hidden(plan.judged())?;
    page.sheet.set_freeze_panes(plan.header + 3, 2)?;
    page.sheet.set_tab_color(styles::INPUT_TAB);
    Ok(())
}

/// The title in the columns that are repeated, so that each page has it; what the signs mean right of them, on the first.
fn heading(page: &mut SheetPage, book: &Book) -> WriteResult {
    let lang = book.lang;
    let title = styles::section().set_text_wrap();
    page.across(0, (0, 1), own_titles::DETAIL.get(lang), &title)?;
    page.at_least(0, 2.4 * LINE);
    let plain = styles::note().set_italic();
    page.line(1, (0, 1), &book.report.campaign.name, &plain)?;
    page.free(2, 2, "", &styles::open())?;
    let free = styles::plain().set_italic();
    let mut legend = words::DETAIL_LEGEND.get(lang).to_string();
    let rows = book.report.levels.iter().flat_map(|level| &level.rows);
    let mut scores = rows.flat_map(|row| row.score.criteria.values());
    if scores.any(|score| score.decided.is_some()) {
        legend.push(' ');
        legend.push_str(words::DECIDED_LEGEND.get(lang));
    }
    page.free(2, 3, &legend, &free)?;
    page.free(3, 2, edit_words::DETAIL_GUIDE.get(lang), &free)
}

fn header(page: &mut SheetPage, book: &Book) -> WriteResult {
    let (plan, lang) = (&book.detail, book.lang);
    let (top, head) = (plan.header, styles::header());
    for (column, phrase) in [(0, words::NUMBER), (1, words::UNIT_NAME)] {
        page.sheet
            .merge_range(top, column, top + 2, column, phrase.get(lang), &head)?;
    }
    for (group, columns) in book.report.groups.iter().zip(&plan.groups) {
        group_header(page, book, group, columns)?;
    }
    let totals = if plan.scaled {
        vec![words::TOTAL_UNSCALED, words::TOTAL_SCALED]
    } else {
        vec![words::TOTAL]
    };
    let totals = totals.into_iter().chain([edit_words::JUDGED_TOTAL]);
    let upwards = styles::header_upwards().set_bold();
    for (column, phrase) in (plan.total..).zip(totals) {
        page.sheet
            .merge_range(top, column, top + 2, column, phrase.get(lang), &upwards)?;
    }
    page.at_least(top, 2.0 * LINE);
    let criteria = book.report.groups.iter().flat_map(|group| &group.criteria);
    let fits = |height: &f64| {
        let mut names = criteria.clone();
        names.all(|criterion| lines(&criterion.name, height / DIGIT) <= NAME_LINES)
    };
    let [.., highest] = NAME_HEIGHTS;
    let height = NAME_HEIGHTS.into_iter().find(fits).unwrap_or(highest);
    page.at_least(top + 2, height);
    Ok(())
}

fn group_header(
    page: &mut SheetPage,
    book: &Book,
    group: &GroupFacts,
    columns: &GroupColumns,
) -> WriteResult {
    let (top, head) = (book.detail.header, styles::header());
    let name = format!("{}. {}", group.id, group.name);
    page.across(top, (columns.first, columns.sum), &name, &head)?;
    let upwards = styles::header_upwards();
    for (column, criterion) in (columns.first..).zip(&group.criteria) {
        page.free(
            top + 1,
            column,
            &criterion.id.0,
            &head.clone().set_font_size(10),
        )?;
        page.free(top + 2, column, &criterion.name, &upwards)?;
    }
    let sum = words::GROUP_SUM.get(book.lang);
    page.sheet.merge_range(
        top + 1,
        columns.sum,
        top + 2,
        columns.sum,
        sum,
        &upwards.set_bold(),
    )?;
    Ok(())
}

/// The heading of a level, with its maxima.
fn maxima(page: &mut SheetPage, book: &Book, row: u32, level: &LevelResult) -> WriteResult {
    let plan = &book.detail;
    let format = styles::maxima(styles::GENERAL).set_bold();
    let sums = |number: &str| styles::to_the_right(format.clone(), number, 1);
    let points = styles::points(book.decimals);
    let name = words::LEVEL_MAXIMA.fill(book.lang, &[&level.name]);
    let left = format.clone().set_align(FormatAlign::Left).set_indent(1);
    page.across(row, (0, 1), &name, &left)?;
    for (group, columns) in book.report.groups.iter().zip(&plan.groups) {
        for (column, criterion) in (columns.first..).zip(&group.criteria) {
            let format = of_criterion(format.clone(), book, criterion, group.outside_total);
            match level.most_there(group, criterion) {
                Some(most) => page.most(row, column, most, &format)?,
                None => page.text(row, column, "", &format)?,
            }
        }
        let format = if group.outside_total {
            sums(&styles::signed(book.decimals))
        } else {
            sums(&points)
        };
        match group.maximum.get(&level.id) {
            Some(most) => page.most(row, columns.sum, *most, &format)?,
            None => page.text(row, columns.sum, "", &format)?,
        }
    }
    let total = book.report.total_at(&level.id).0;
    for column in plan.total..=plan.ranked() {
        page.number(row, column, total, &sums(&points))?;
    }
    Ok(())
}

/// The format of a criterion's points: those of one criterion stand decimal mark below decimal mark, whole ones as they are.
fn of_criterion(format: Format, book: &Book, criterion: &CriterionFacts, signed: bool) -> Format {
    let whole = !book.detail.fractions.contains(&criterion.id);
    let number = match (whole, signed) {
        (true, true) => styles::SIGNED.to_string(),
        (true, false) => styles::GENERAL.to_string(),
        (false, true) => styles::signed(book.decimals),
        (false, false) => styles::points(book.decimals),
    };
    styles::to_the_right(format, &number, 1)
}

fn unit_row(
    page: &mut SheetPage,
    book: &Book,
    level: &LevelResult,
    (row, number): (u32, usize),
    unit: &Standing,
) -> WriteResult {
    page.count(row, 0, number, &styles::number(styles::WHOLE))?;
    match unit {
        Standing::Row(unit) => {
            page.text(row, 1, &unit.name, &styles::cell())?;
            match UnitCells::new(book, level, unit) {
                Some(cells) => scores(page, book, row, unit, &cells),
                None => Ok(()),
            }
        }
        Standing::Gap(gap) => {
            let format = styles::gap();
            page.text(row, 1, &gap.name, &format)?;
            for column in 2..=book.detail.ranked() {
                page.text(row, column, "", &format)?;
            }
            Ok(())
        }
    }
}

/// The points of a unit, with their sums.
fn scores(
    page: &mut SheetPage,
    book: &Book,
    row: u32,
    unit: &UnitRow,
    cells: &UnitCells,
) -> WriteResult {
    for (group, columns) in book.report.groups.iter().zip(&book.detail.groups) {
        group_cells(page, book, row, (group, columns), (unit, cells))?;
    }
    let plan = &book.detail;
    let mut format = sum_format(book);
    if unit.score.open > 0 {
        format = format.set_italic();
    }
    let stored = StoredResult::Number(unit.score.raw_total.rounded(EXACT).0);
    page.formula(row, plan.total, &cells.raw_total(), stored, &format)?;
    let stored = || StoredResult::Number(unit.score.total.rounded(EXACT).0);
    if plan.scaled {
        let total = cells.ranked_total();
        page.formula(row, plan.ranked(), &total, stored(), &format)?;
    }
    page.formula(row, plan.judged(), &cells.judged_total(), stored(), &format)
}

fn group_cells(
    page: &mut SheetPage,
    book: &Book,
    row: u32,
    (group, columns): (&GroupFacts, &GroupColumns),
    (unit, cells): (&UnitRow, &UnitCells),
) -> WriteResult {
    for (column, criterion) in (columns.first..).zip(&group.criteria) {
        let format = styles::number(styles::GENERAL).set_font_size(10);
        let format = of_criterion(format, book, criterion, false);
        let score = unit.score.criteria.get(&criterion.id);
        criterion_cell(page, (row, column), score, format)?;
        if let Some(score) = score {
            let figures = book.report.decided_figures(unit, Some(criterion));
            let source = unit.sources.get(&criterion.id);
            score_note::write(page, (row, column), score, (source, &figures))?;
        }
    }
    let format = sum_format(book);
    let formula = cells.group_sum(group, columns);
    let (Some(score), Some(formula)) = (unit.score.groups.get(&group.id), formula) else {
        return page.text(row, columns.sum, "", &format);
    };
    if says_nothing(group, unit) {
        return page.formula(
            row,
            columns.sum,
            &formula,
            StoredResult::Blank,
            &styles::open(),
        );
    }
    let format = if score.lowest == score.highest {
        format
    } else {
        format.set_italic()
    };
    let stored = StoredResult::Number(score.sum.rounded(EXACT).0);
    page.formula(row, columns.sum, &formula, stored, &format)
}

fn sum_format(book: &Book) -> Format {
    let points = styles::points(book.decimals);
    styles::to_the_right(styles::sum(styles::GENERAL), &points, 1)
}

/// Points that count; an exemption in words; an open criterion empty and grey, never 0.
fn criterion_cell(
    page: &mut SheetPage,
    (row, column): (u32, u16),
    score: Option<&CriterionScore>,
    format: Format,
) -> WriteResult {
    let Some(score) = score else {
        return page.text(row, column, "", &styles::open());
    };
    match shown(score) {
        Some(points) => page.number(row, column, points.0, &ruled(format, score)),
        None if score.exempt => {
            let text = words::EXEMPT_SHORT.get(page.lang());
            let format = format.set_align(FormatAlign::Center).set_italic();
            page.free(row, column, text, &format)
        }
        None => page.text(row, column, "", &styles::open()),
    }
}

/// Bold where an appraised score in the form goes before another claim, with another fill where it was decided.
fn ruled(format: Format, score: &CriterionScore) -> Format {
    match score.counted_by() {
        CountedBy::Decided => format.set_bold().set_background_color(DECIDED_FILL),
        CountedBy::Appraised if score_note::is_otherwise(score) => format
            .set_bold()
            .set_background_color(Color::RGB(0x00DD_EBF7)),
        _ => format,
    }
}

/// On A3. A matrix too wide for one page in a size that can be read is printed on several, side by side, cut between groups,
/// or between criteria of a group that is too wide alone; title, heads and units' names are repeated on each.
fn split_pages(page: &mut SheetPage, book: &Book) -> WriteResult {
    let plan = &book.detail;
    let room = A3.width * SLACK * 96.0 / 72.0;
    let names = page.pixels(0, 1);
    let widest = (room / SMALLEST - names).max(1.0);
    let mut blocks: Vec<(u16, f64)> = Vec::new();
    for group in &plan.groups {
        let width = page.pixels(group.first, group.sum);
        if width <= widest {
            blocks.push((group.first, width));
        } else {
            blocks.extend((group.first..=group.sum).map(|one| (one, page.pixels(one, one))));
        }
    }
    // The totals stay with the last group.
    if let Some((_, width)) = blocks.last_mut() {
        *width += page.pixels(plan.total, plan.ranked());
    }
    let (breaks, width) = paper::columns(&blocks, names, room / SMALLEST);
    let keep: Vec<RangeInclusive<u32>> = plan.levels.iter().map(|row| *row..=row + 1).collect();
    let printed = PrintSetup {
        paper: A3,
        last_column: plan.ranked(),
        last_row: plan
            .units
            .values()
            .last()
            .copied()
            .unwrap_or(plan.header + 2),
        repeat: (0, plan.header + 2),
        keep: &keep,
        smallest: SMALLEST,
    };
    let wide = (room / width).min(1.0);
    let high = paper::high(page, &printed);
    // A few rows left over for a second page are drawn in.
    let scale = if high >= SMALLEST {
        high.min(wide)
    } else {
        wide
    };
    page.sheet
        .set_paper_size(A3.code)
        .set_vertical_page_breaks(&breaks)?
        .set_repeat_columns(0, 1)?;
    paper::scaled(page, &printed, scale)
}
