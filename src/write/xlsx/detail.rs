//! `Chi tiết`: what counts, unit by criterion, with sums per group.
//!
//! In: the counted points of every unit. Out: a matrix whose sums are formulas; open cells are empty and hatched. Not for:
//! ranks and grades, which the levels' sheets have.

use rust_xlsxwriter::{Color, Format, FormatAlign, Worksheet};

use crate::cell::Reading;
use crate::points::Points;
use crate::report::{GroupFacts, LevelResult, UnitRow};
use crate::score::CriterionScore;
use crate::write::words;
use crate::write::xlsx::level::EXACT;
use crate::write::xlsx::page::{Done, LINE, PRINTED_WIDTH, Page, Stored, whole};
use crate::write::xlsx::plan::{Book, GroupColumns, Standing, table_order};
use crate::write::xlsx::styles;
use crate::write::xlsx::text::{a1, cells_of_row};

const NUMBER_WIDTH: f64 = 4.5;
const NAME_WIDTH: f64 = 33.0;
const CRITERION_WIDTH: f64 = 5.6;
const SUM_WIDTH: f64 = 8.0;
/// What is kept free on each page for the differences between printers.
const SLACK: f64 = 0.95;

/// Writes the sheet.
pub(super) fn write(sheet: &mut Worksheet, book: &Book) -> Done {
    let plan = &book.detail;
    let mut widths = vec![NUMBER_WIDTH, NAME_WIDTH];
    for group in &book.report.groups {
        widths.extend(group.criteria.iter().map(|_| CRITERION_WIDTH));
        widths.push(SUM_WIDTH);
    }
    widths.push(SUM_WIDTH);
    let mut page = Page::new(sheet, &book.names.detail, &widths, book.lang)?;
    heading(&mut page, book)?;
    header(&mut page, book)?;
    for (row, level) in plan.levels.iter().zip(&book.report.levels) {
        maxima(&mut page, book, *row, level)?;
        for (number, unit) in (1_usize..).zip(table_order(level)) {
            let Some(row) = plan.units.get(unit.id()).copied() else {
                continue;
            };
            unit_row(&mut page, book, (row, number), &unit)?;
        }
    }
    page.finish(book.report, Some((plan.header, plan.header + 2)))?;
    split_pages(&mut page, book)?;
    page.sheet.set_freeze_panes(plan.header + 3, 2)?;
    Ok(())
}

/// Right of the columns that are repeated, so that it is printed on the first page only.
fn heading(page: &mut Page, book: &Book) -> Done {
    let lang = book.lang;
    let title = styles::section().set_font_size(14);
    page.free(0, 2, words::DETAIL_TITLE.get(lang), &title)?;
    page.at_least(0, 1.5 * LINE);
    let plain = styles::plain().set_italic();
    page.free(1, 2, &book.report.campaign.name, &plain)?;
    page.free(2, 2, "", &styles::open())?;
    page.free(2, 3, words::DETAIL_LEGEND.get(lang), &plain)
}

fn header(page: &mut Page, book: &Book) -> Done {
    let (plan, lang) = (&book.detail, book.lang);
    let (top, head) = (plan.header, styles::header());
    for (column, phrase) in [(0, words::NUMBER), (1, words::UNIT_NAME)] {
        page.sheet
            .merge_range(top, column, top + 2, column, phrase.get(lang), &head)?;
    }
    for (group, columns) in book.report.groups.iter().zip(&plan.groups) {
        group_header(page, book, group, columns)?;
    }
    let rescaled = book.report.levels.iter().flat_map(|level| &level.rows);
    let total = if rescaled
        .into_iter()
        .any(|row| row.score.raw_total != row.score.total)
    {
        words::TOTAL_UNSCALED
    } else {
        words::TOTAL
    };
    let (column, upwards) = (plan.total, styles::header_upwards().set_bold());
    page.sheet
        .merge_range(top, column, top + 2, column, total.get(lang), &upwards)?;
    page.at_least(top, 2.0 * LINE);
    page.at_least(top + 2, 150.0);
    Ok(())
}

fn group_header(page: &mut Page, book: &Book, group: &GroupFacts, columns: &GroupColumns) -> Done {
    let (top, head) = (book.detail.header, styles::header());
    let name = format!("{}. {}", group.id, group.name);
    page.across(top, (columns.first, columns.sum), &name, &head)?;
    let upwards = styles::header_upwards();
    for (column, criterion) in (columns.first..).zip(&group.criteria) {
        page.free(
            top + 1,
            column,
            &criterion.id.0,
            &head.clone().set_font_size(9),
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
fn maxima(page: &mut Page, book: &Book, row: u32, level: &LevelResult) -> Done {
    let plan = &book.detail;
    let format = styles::maxima(styles::GENERAL).set_bold();
    let name = words::fill(words::LEVEL_MAXIMA.get(book.lang), &[&level.name]);
    let left = format.clone().set_align(FormatAlign::Left);
    page.across(row, (0, 1), &name, &left)?;
    for (group, columns) in book.report.groups.iter().zip(&plan.groups) {
        let signed = styles::maxima(styles::SIGNED).set_bold();
        let format = if group.outside_total {
            &signed
        } else {
            &format
        };
        for (column, criterion) in (columns.first..).zip(&group.criteria) {
            match criterion.maximum.get(&level.id) {
                Some(points) => page.number(row, column, points.0, format)?,
                None => page.text(row, column, "", format)?,
            }
        }
        match group.maximum.get(&level.id) {
            Some(points) => page.number(row, columns.sum, points.0, format)?,
            None => page.text(row, columns.sum, "", format)?,
        }
    }
    let total = book.report.campaign.total_maximum.0;
    page.number(row, plan.total, total, &format)
}

fn unit_row(page: &mut Page, book: &Book, (row, number): (u32, usize), unit: &Standing) -> Done {
    page.count(row, 0, number, &styles::number(styles::WHOLE))?;
    match unit {
        Standing::Row(unit) => {
            page.text(row, 1, &unit.name, &styles::cell())?;
            for (group, columns) in book.report.groups.iter().zip(&book.detail.groups) {
                group_cells(page, book, row, group, columns, unit)?;
            }
            let sums: Vec<u16> = book.detail.groups.iter().map(|g| g.sum).collect();
            let formula = format!("ROUND(SUM({}),{EXACT})", cells_of_row(row, &sums));
            let stored = Stored::Number(unit.score.raw_total.rounded(EXACT).0);
            let format = styles::sum(styles::POINTS);
            page.formula(row, book.detail.total, &formula, stored, &format)
        }
        Standing::Gap(gap) => {
            let format = styles::gap();
            page.text(row, 1, &gap.name, &format)?;
            for column in 2..=book.detail.total {
                page.text(row, column, "", &format)?;
            }
            Ok(())
        }
    }
}

fn group_cells(
    page: &mut Page,
    book: &Book,
    row: u32,
    group: &GroupFacts,
    columns: &GroupColumns,
    unit: &UnitRow,
) -> Done {
    for (column, criterion) in (columns.first..).zip(&group.criteria) {
        let score = unit.score.criteria.get(&criterion.id);
        criterion_cell(page, book, row, column, score)?;
    }
    let Some(score) = unit.score.groups.get(&group.id) else {
        return page.text(row, columns.sum, "", &styles::sum(styles::POINTS));
    };
    let (first, last) = (a1(row, columns.first), a1(row, columns.last));
    let formula = format!("IF(COUNT({first}:{last})=0,\"\",ROUND(SUM({first}:{last}),{EXACT}))");
    if says_nothing(group, unit) {
        return page.formula(row, columns.sum, &formula, Stored::Blank, &styles::open());
    }
    let mut format = styles::sum(styles::POINTS);
    if score.lowest != score.highest {
        format = format.set_italic();
    }
    let stored = Stored::Number(score.sum.rounded(EXACT).0);
    page.formula(row, columns.sum, &formula, stored, &format)
}

/// Points that count; an exemption in words; an open criterion empty and hatched, never 0.
fn criterion_cell(
    page: &mut Page,
    book: &Book,
    row: u32,
    column: u16,
    score: Option<&CriterionScore>,
) -> Done {
    let format = styles::number(styles::GENERAL).set_font_size(10);
    let Some(score) = score else {
        return page.text(row, column, "", &styles::open());
    };
    match shown(score) {
        Some(points) => page.number(row, column, points.0, &appraised(format, score)),
        None if score.exempt => {
            let text = words::EXEMPT_SHORT.get(book.lang);
            page.text(row, column, text, &format.set_italic())
        }
        None => page.text(row, column, "", &styles::open()),
    }
}

/// The points that stand in the cell of a criterion: those that count, but no 0 where the unit is exempt.
fn shown(score: &CriterionScore) -> Option<Points> {
    score
        .counted
        .filter(|points| !score.exempt || *points != Points::ZERO)
}

/// Whether no criterion of a group shows points, so that its sum is empty.
pub(super) fn says_nothing(group: &GroupFacts, unit: &UnitRow) -> bool {
    let criteria = group.criteria.iter();
    let mut scores = criteria.filter_map(|criterion| unit.score.criteria.get(&criterion.id));
    scores.all(|score| shown(score).is_none())
}

/// Bold where the department granted something else than the unit claims.
fn appraised(format: Format, score: &CriterionScore) -> Format {
    let claimed = match &score.claimed {
        Reading::Value(points) => Some(*points),
        Reading::Empty | Reading::Unreadable => None,
    };
    match score.appraised {
        Some(granted) if claimed != Some(granted) => format
            .set_bold()
            .set_background_color(Color::RGB(0x00DD_EBF7)),
        _ => format,
    }
}

/// A matrix too wide for one page in a size that can be read is printed on several, side by side, cut between groups;
/// the units' names are repeated on each.
fn split_pages(page: &mut Page, book: &Book) -> Done {
    let groups: Vec<(u16, f64)> = book
        .detail
        .groups
        .iter()
        .map(|group| (group.first, page.pixels(group.first, group.sum)))
        .collect();
    let names = page.pixels(0, 1);
    let total = page.pixels(book.detail.total, book.detail.total);
    let all: f64 = names + groups.iter().map(|(_, width)| width).sum::<f64>() + total;
    let fits = PRINTED_WIDTH * 96.0 / 72.0 * SLACK;
    // Below 60 % of 11 points nobody reads it on paper.
    let pages = (all * 0.6 / fits).ceil().max(1.0);
    if pages <= 1.0 {
        return Ok(());
    }
    let share = (all - names) / pages;
    let (mut breaks, mut used, mut widest) = (Vec::new(), 0.0, 0.0_f64);
    for (first, width) in groups {
        if used > 0.0 && used + width / 2.0 > share {
            breaks.push(u32::from(first));
            used = 0.0;
        }
        used += width;
        widest = widest.max(used + names);
    }
    widest = widest.max(used + total + names);
    let last = book.detail.units.values().last().copied().unwrap_or(0);
    let high = page.one_page_high(last);
    // A few rows left over for a second page are drawn in.
    let wide = (fits / widest).min(1.0);
    let scale = if high > 0.8 * wide {
        high.min(wide)
    } else {
        wide
    };
    let scale = whole((scale * 100.0).clamp(40.0, 100.0)) as u16;
    page.sheet.set_print_fit_to_pages(0, 0);
    page.sheet
        .set_print_scale(scale)
        .set_vertical_page_breaks(&breaks)?
        .set_repeat_columns(0, 1)?;
    Ok(())
}
