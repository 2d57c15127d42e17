//! The result of one level, as the decision prints it: the sheet that is signed.
//!
//! In: the level's rows and gaps. Out: the result table with live formulas. Not for: what stands below the table, which
//! `level_foot` writes.

use rust_xlsxwriter::{
    ConditionalFormatCell, ConditionalFormatCellRule, Format, FormatUnderline, Worksheet, XlsxError,
};

use crate::output::caveats::remarks;
use crate::output::words;
use crate::output::xlsx::live::{EXACT, GradeCells, UnitCells, says_nothing};
use crate::output::xlsx::page::{LINE, SheetPage, StoredResult, WriteResult};
use crate::output::xlsx::paper::{self, PrintSetup};
use crate::output::xlsx::plan::PlacedLevel;
use crate::output::xlsx::sizes::A4;
use crate::output::xlsx::text::a1;
use crate::output::xlsx::{edited, level_foot, styles, validation};
use crate::result::report::{GroupFacts, UnitGap, UnitRow};

/// How far points stand from the border, in digits.
const INDENT: usize = 2;
/// The smallest scale at which a level is drawn on one page: 11 points become 8.
const SMALLEST: f64 = 0.73;

/// Writes the sheet of a level.
pub(super) fn write(sheet: &mut Worksheet, level: &PlacedLevel, name: &str) -> WriteResult {
    let plan = level.plan;
    let mut widths = vec![5.0, 32.0];
    widths.extend(level.book.report.groups.iter().map(|_| 9.5));
    widths.extend([10.5, 11.0, 7.0, 39.5]);
    let mut page = SheetPage::new(sheet, name, &widths, level.book.lang)?;
    letterhead(&mut page, level)?;
    header(&mut page, level)?;
    for (row, unit) in (plan.first..).zip(&level.result.rows) {
        result_row(&mut page, level, row, unit)?;
    }
    for (row, gap) in (plan.first + plan.results..).zip(&level.result.gaps) {
        gap_row(&mut page, level, row, gap)?;
    }
    mark_grades(&mut page, level)?;
    notice(&mut page, level)?;
    guard(&mut page, level)?;
    level_foot::write(&mut page, level)?;
    page.finish(level.book.report, Some((plan.header, plan.maxima())))?;
    paper::cut(
        &mut page,
        &PrintSetup {
            paper: A4,
            last_column: plan.remarks(),
            last_row: level_foot::end(level),
            repeat: (plan.header, plan.maxima()),
            keep: &[level_foot::kept(level)],
            smallest: SMALLEST,
        },
    )?;
    page.sheet.set_freeze_panes(plan.first, plan.groups)?;
    page.sheet.set_tab_color(styles::RESULT_TAB);
    Ok(())
}

/// The authority, the state's motto, the title and the level.
fn letterhead(page: &mut SheetPage, level: &PlacedLevel) -> WriteResult {
    let (plan, lang) = (level.plan, level.book.lang);
    let campaign = &level.book.report.campaign;
    let middle = plan.groups + level.book.report.groups.len() as u16 / 2;
    let format = styles::letterhead();
    page.across(0, (0, middle - 1), &campaign.authority, &format)?;
    let right = (middle, plan.remarks());
    page.across(0, right, words::STATE.get(lang), &format)?;
    let underlined = format.set_underline(FormatUnderline::Single);
    page.across(1, right, words::MOTTO.get(lang), &underlined)?;
    page.at_least(2, 8.0);
    let lines = campaign.title.iter().map(String::as_str);
    let next = page.title(3, plan.remarks(), lines)?;
    let about = words::LEVEL_TITLE.fill(lang, &[&level.result.name, &level.result.units]);
    page.line(next, (0, plan.remarks()), &about, &styles::letterhead())
}

/// A line above the table that speaks when somebody has changed scores since the run.
fn notice(page: &mut SheetPage, level: &PlacedLevel) -> WriteResult {
    let plan = level.plan;
    let Some(formula) = edited::notice(level) else {
        return Ok(());
    };
    let (row, format) = (plan.header - 1, styles::warning());
    let columns = (0, plan.remarks());
    page.across(row, columns, "", &format)?;
    page.formula(row, 0, &formula, StoredResult::Blank, &format)?;
    page.at_least(row, LINE + 2.0);
    page.fit_across(row, columns, &edited::longest(level.book));
    Ok(())
}

fn header(page: &mut SheetPage, level: &PlacedLevel) -> WriteResult {
    let (plan, lang) = (level.plan, level.book.lang);
    let (head, maxima) = (styles::header(), styles::maxima(styles::GENERAL));
    let report = level.book.report;
    page.text(plan.header, 0, words::NUMBER.get(lang), &head)?;
    page.text(plan.header, 1, words::UNIT_NAME.get(lang), &head)?;
    page.text(plan.maxima(), 0, "", &maxima)?;
    page.text(plan.maxima(), 1, words::MAXIMUM.get(lang), &maxima)?;
    for (column, group) in (plan.groups..).zip(&report.groups) {
        head_cell(page, plan.header, column, &group.name)?;
        maximum(page, plan.maxima(), column, group, level)?;
    }
    let heads = [words::TOTAL, words::GRADE, words::RANK, words::REMARKS];
    for (column, phrase) in (plan.total..).zip(heads) {
        head_cell(page, plan.header, column, phrase.get(lang))?;
        page.text(plan.maxima(), column, "", &maxima)?;
    }
    let total = report.total_at(&level.result.id).0;
    let points = styles::points(level.book.decimals);
    let points = styles::to_the_right(maxima.clone(), &points, INDENT);
    page.number(plan.maxima(), plan.total, total, &points)?;
    page.at_least(plan.header, 3.0 * LINE);
    Ok(())
}

/// A cell of the head: its text stands in the middle, without the indent that other texts have.
fn head_cell(page: &mut SheetPage, row: u32, column: u16, text: &str) -> WriteResult {
    page.tight(row, column, text);
    page.free(row, column, text, &styles::header())
}

/// The maximum of a group on this level; with its sign where the group is outside the total.
fn maximum(
    page: &mut SheetPage,
    row: u32,
    column: u16,
    group: &GroupFacts,
    level: &PlacedLevel,
) -> WriteResult {
    let decimals = level.book.decimals;
    let number = if group.outside_total {
        styles::signed(decimals)
    } else {
        styles::points(decimals)
    };
    let format = styles::to_the_right(styles::maxima(styles::GENERAL), &number, INDENT);
    match group.maximum.get(&level.result.id) {
        Some(most) => page.most(row, column, *most, &format),
        None => page.text(row, column, "", &format),
    }
}

fn result_row(page: &mut SheetPage, level: &PlacedLevel, row: u32, unit: &UnitRow) -> WriteResult {
    let plan = level.plan;
    page.count(
        row,
        0,
        (row - plan.first + 1) as usize,
        &styles::number(styles::WHOLE),
    )?;
    page.text(row, 1, &unit.name, &styles::cell())?;
    if let Some(cells) = UnitCells::new(level.book, level.result, unit) {
        groups(page, level, row, unit, &cells)?;
        judged(page, level, row, unit, &cells)?;
    }
    let remarks = remarks(unit, level.book.report, level.book.lang);
    page.small(row, plan.remarks(), &remarks, styles::cell())?;
    let Some(formula) = edited::remark(level, row, unit, &remarks) else {
        return Ok(());
    };
    let format = styles::cell().set_font_size(10);
    let stored = StoredResult::Text(remarks);
    page.formula(row, plan.remarks(), &formula, stored, &format)
}

/// The group scores, each from its sum in `Chi tiết`.
fn groups(
    page: &mut SheetPage,
    level: &PlacedLevel,
    row: u32,
    unit: &UnitRow,
    cells: &UnitCells,
) -> WriteResult {
    let scores = level
        .book
        .report
        .groups
        .iter()
        .zip(&level.book.detail.groups);
    for (column, (group, columns)) in (level.plan.groups..).zip(scores) {
        let Some(score) = unit.score.groups.get(&group.id) else {
            continue;
        };
        let formula = cells.elsewhere(columns.sum);
        if says_nothing(group, unit) {
            page.formula(row, column, &formula, StoredResult::Blank, &styles::open())?;
        } else {
            let stored = StoredResult::Number(score.sum.rounded(EXACT).0);
            page.formula(row, column, &formula, stored, &points(level))?;
        }
    }
    Ok(())
}

/// The format of points, decimal mark below decimal mark.
fn points(level: &PlacedLevel) -> Format {
    let points = styles::points(level.book.decimals);
    styles::to_the_right(styles::number(styles::GENERAL), &points, INDENT)
}

/// Total, grade and place, each as a formula.
fn judged(
    page: &mut SheetPage,
    level: &PlacedLevel,
    row: u32,
    unit: &UnitRow,
    cells: &UnitCells,
) -> WriteResult {
    let plan = level.plan;
    let columns: Vec<u16> = (plan.groups..plan.total).collect();
    let mut format = points(level).set_bold();
    if unit.score.open > 0 {
        format = format.set_italic();
    }
    let stored = StoredResult::Number(unit.score.total.rounded(EXACT).0);
    page.formula(
        row,
        plan.total,
        &cells.total(row, &columns),
        stored,
        &format,
    )?;
    let total = a1(row, plan.total);
    let formula = cells.grade(&GradeCells {
        total: total.clone(),
        groups: columns.iter().map(|column| a1(row, *column)).collect(),
        ranges: level_foot::limit_ranges(level),
        grades: level_foot::limit_cells(level),
    });
    let (grade, format) = match &unit.grading.grade {
        Some(grade) => (grade.as_str(), styles::centered()),
        None => (
            words::UNGRADED.get(level.book.lang),
            styles::centered().set_italic(),
        ),
    };
    let stored = StoredResult::Text(grade.to_string());
    page.formula(row, plan.grade(), &formula, stored, &format)?;
    let stored = StoredResult::Number(unit.rank.place.into());
    let format = styles::number(styles::WHOLE);
    page.formula(row, plan.rank(), &cells.place(&total), stored, &format)
}

/// A unit without a result: its name, and cells left empty.
fn gap_row(page: &mut SheetPage, level: &PlacedLevel, row: u32, gap: &UnitGap) -> WriteResult {
    let plan = level.plan;
    let format = styles::gap();
    let number = (row - plan.first + 1) as usize;
    page.count(row, 0, number, &styles::number(styles::WHOLE))?;
    page.text(row, 1, &gap.name, &format)?;
    for column in plan.groups..plan.remarks() {
        page.text(row, column, "", &format)?;
    }
    let remark = gap.remark(level.book.lang);
    page.small(row, plan.remarks(), &remark, format)
}

/// What is computed is not typed over; where a cell of it says that something is wrong, it shows.
fn guard(page: &mut SheetPage, level: &PlacedLevel) -> Result<(), XlsxError> {
    let plan = level.plan;
    let Some((first, last)) = plan.rows() else {
        return Ok(());
    };
    let refusal = validation::computed(level.book)?;
    page.sheet
        .add_data_validation(first, plan.groups, last, plan.rank(), &refusal)?;
    validation::mark(page, (first, plan.groups), (last, plan.total), plan.total)
}

/// Fills that follow the grade when a score is changed by hand.
fn mark_grades(page: &mut SheetPage, level: &PlacedLevel) -> Result<(), XlsxError> {
    let Some((first, last)) = level.plan.rows() else {
        return Ok(());
    };
    let grades = &level.book.report.grades;
    let worst = grades.len().saturating_sub(1);
    for (index, grade) in grades.iter().enumerate() {
        let rule = ConditionalFormatCellRule::EqualTo(grade.name.as_str());
        let mark = ConditionalFormatCell::new()
            .set_rule(rule)
            .set_format(styles::grade_mark(index, worst));
        let column = level.plan.grade();
        page.sheet
            .add_conditional_format(first, column, last, column, &mark)?;
    }
    Ok(())
}
