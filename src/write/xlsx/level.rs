//! The result of one level, as the decision prints it: the sheet that is signed.
//!
//! In: the level's rows and gaps. Out: the result table with live formulas. Not for: what stands below the table, which
//! `level_foot` writes.

use rust_decimal::Decimal;
use rust_xlsxwriter::{
    ConditionalFormatCell, ConditionalFormatCellRule, FormatUnderline, Worksheet, XlsxError,
};

use crate::points::{Points, round_half_away};
use crate::report::{GroupFacts, LevelResult, UnitGap, UnitRow};
use crate::write::words;
use crate::write::xlsx::detail::says_nothing;
use crate::write::xlsx::page::{Done, LINE, Page, Stored};
use crate::write::xlsx::plan::{Book, LevelPlan};
use crate::write::xlsx::remarks::remarks;
use crate::write::xlsx::text::{a1, absolute, cells_of_row};
use crate::write::xlsx::{level_foot, styles};

/// Decimals that formulas keep: enough for every total, too few for the noise of binary sums.
pub(super) const EXACT: u32 = 10;

/// A level with its place in the book.
pub(super) struct Level<'b> {
    /// The book.
    pub(super) book: &'b Book<'b>,
    /// The result.
    pub(super) result: &'b LevelResult,
    /// Where it stands.
    pub(super) plan: &'b LevelPlan,
}

/// Writes the sheet of a level.
pub(super) fn write(sheet: &mut Worksheet, level: &Level, name: &str) -> Done {
    let plan = level.plan;
    let mut widths = vec![5.0, 33.0];
    widths.extend(level.book.report.groups.iter().map(|_| 10.5));
    widths.extend([9.5, 12.0, 7.5, 40.0]);
    let mut page = Page::new(sheet, name, &widths, level.book.lang)?;
    letterhead(&mut page, level)?;
    header(&mut page, level)?;
    for (row, unit) in (plan.first..).zip(&level.result.rows) {
        result_row(&mut page, level, row, unit)?;
    }
    for (row, gap) in (plan.first + plan.results..).zip(&level.result.gaps) {
        gap_row(&mut page, level, row, gap)?;
    }
    mark_grades(&mut page, level)?;
    level_foot::write(&mut page, level)?;
    page.finish(level.book.report, Some((plan.header, plan.maxima())))?;
    page.on_one_page(plan.remarks(), level_foot::end(level));
    page.sheet.set_freeze_panes(plan.first, plan.groups)?;
    Ok(())
}

/// The authority, the state's motto, the title and the level.
fn letterhead(page: &mut Page, level: &Level) -> Done {
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
    let about = words::fill(
        words::LEVEL_TITLE.get(lang),
        &[&level.result.name, &level.result.units],
    );
    page.line(next, (0, plan.remarks()), &about, &styles::letterhead())
}

fn header(page: &mut Page, level: &Level) -> Done {
    let (plan, lang) = (level.plan, level.book.lang);
    let (head, maxima) = (styles::header(), styles::maxima(styles::GENERAL));
    let report = level.book.report;
    page.text(plan.header, 0, words::NUMBER.get(lang), &head)?;
    page.text(plan.header, 1, words::UNIT_NAME.get(lang), &head)?;
    page.text(plan.maxima(), 0, "", &maxima)?;
    page.text(plan.maxima(), 1, words::MAXIMUM.get(lang), &maxima)?;
    for (column, group) in (plan.groups..).zip(&report.groups) {
        page.text(plan.header, column, &group.name, &head)?;
        maximum(page, plan.maxima(), column, group, level)?;
    }
    let heads = [words::TOTAL, words::GRADE, words::RANK, words::REMARKS];
    for (column, phrase) in (plan.total..).zip(heads) {
        page.text(plan.header, column, phrase.get(lang), &head)?;
        page.text(plan.maxima(), column, "", &maxima)?;
    }
    let total = report.campaign.total_maximum.0;
    page.number(plan.maxima(), plan.total, total, &maxima)?;
    page.at_least(plan.header, 3.0 * LINE);
    Ok(())
}

/// The maximum of a group on this level; with its sign where the group is outside the total.
fn maximum(page: &mut Page, row: u32, column: u16, group: &GroupFacts, level: &Level) -> Done {
    let format = if group.outside_total {
        styles::maxima(styles::SIGNED)
    } else {
        styles::maxima(styles::GENERAL)
    };
    match group.maximum.get(&level.result.id) {
        Some(points) => page.number(row, column, points.0, &format),
        None => page.text(row, column, "", &format),
    }
}

fn result_row(page: &mut Page, level: &Level, row: u32, unit: &UnitRow) -> Done {
    let plan = level.plan;
    page.count(
        row,
        0,
        (row - plan.first + 1) as usize,
        &styles::number(styles::WHOLE),
    )?;
    page.text(row, 1, &unit.name, &styles::cell())?;
    groups(page, level, row, unit)?;
    total(page, level, row, unit)?;
    grade(page, level, row, unit)?;
    if let Some((first, last)) = plan.rows() {
        let formula = format!(
            "RANK({},{}:{})",
            a1(row, plan.total),
            absolute(first, plan.total),
            absolute(last, plan.total)
        );
        let stored = Stored::Number(unit.rank.place.into());
        let format = styles::number(styles::WHOLE);
        page.formula(row, plan.rank(), &formula, stored, &format)?;
    }
    let remarks = remarks(unit, &level.book.report.grades, level.book.lang);
    page.small(row, plan.remarks(), &remarks, styles::cell())
}

/// The group scores, each from its sum in `Chi tiết`.
fn groups(page: &mut Page, level: &Level, row: u32, unit: &UnitRow) -> Done {
    let detail = &level.book.detail;
    let Some(detail_row) = detail.units.get(&unit.unit).copied() else {
        return Ok(());
    };
    let scores = level.book.report.groups.iter().zip(&detail.groups);
    for (column, (group, columns)) in (level.plan.groups..).zip(scores) {
        let Some(score) = unit.score.groups.get(&group.id) else {
            continue;
        };
        let formula = format!("{}{}", detail.prefix, a1(detail_row, columns.sum));
        if says_nothing(group, unit) {
            page.formula(row, column, &formula, Stored::Blank, &styles::open())?;
        } else {
            let stored = Stored::Number(score.sum.rounded(EXACT).0);
            let format = styles::number(styles::POINTS);
            page.formula(row, column, &formula, stored, &format)?;
        }
    }
    Ok(())
}

fn total(page: &mut Page, level: &Level, row: u32, unit: &UnitRow) -> Done {
    let column = level.plan.total;
    let mut format = styles::number(styles::POINTS).set_bold();
    if unit.score.open > 0 {
        format = format.set_italic();
    }
    let value = unit.score.total.rounded(EXACT).0;
    match total_formula(level, row, unit) {
        Some(formula) => page.formula(row, column, &formula, Stored::Number(value), &format),
        None => page.number(row, column, value, &format),
    }
}

/// The total as a formula over its row: the sum, or the sum scaled up to the whole maximum where the unit is exempt from
/// criteria; bonus and penalty are never scaled. `None` if neither gives the report's total.
fn total_formula(level: &Level, row: u32, unit: &UnitRow) -> Option<String> {
    let report = level.book.report;
    let columns = |outside: bool| -> Vec<u16> {
        (level.plan.groups..)
            .zip(&report.groups)
            .filter(|(_, group)| group.outside_total == outside)
            .map(|(column, _)| column)
            .collect()
    };
    let (inside, outside) = (columns(false), columns(true));
    let total = unit.score.total.0;
    if unit.score.raw_total.0 == total {
        let all: Vec<u16> = inside.iter().chain(&outside).copied().collect();
        return Some(format!("ROUND(SUM({}),{EXACT})", cells_of_row(row, &all)));
    }
    let sums = |outside: bool| -> Points {
        report
            .groups
            .iter()
            .filter(|group| group.outside_total == outside)
            .filter_map(|group| unit.score.groups.get(&group.id))
            .map(|score| score.sum)
            .sum()
    };
    let possible = possible_maximum(level, unit);
    let scaled = (sums(false).0 * report.campaign.total_maximum.0).checked_div(possible)?;
    let exact = scaled + sums(true).0;
    let decimals = [EXACT, report.campaign.points_decimals]
        .into_iter()
        .find(|&decimals| round_half_away(exact, decimals) == round_half_away(total, EXACT))?;
    let whole = absolute(level.plan.maxima(), level.plan.total);
    let scaled = format!(
        "SUM({})*{whole}/{}",
        cells_of_row(row, &inside),
        possible.normalize()
    );
    if outside.is_empty() {
        return Some(format!("ROUND({scaled},{decimals})"));
    }
    let rest = cells_of_row(row, &outside);
    Some(format!("ROUND({scaled}+SUM({rest}),{decimals})"))
}

/// The points that the unit can reach in the groups inside the total.
fn possible_maximum(level: &Level, unit: &UnitRow) -> Decimal {
    let inside = level.book.report.groups.iter().filter(|g| !g.outside_total);
    let maxima = inside.filter_map(|group| unit.score.groups.get(&group.id));
    maxima.map(|score| score.maximum).sum::<Points>().0
}

fn grade(page: &mut Page, level: &Level, row: u32, unit: &UnitRow) -> Done {
    let (plan, column) = (level.plan, level.plan.grade());
    let format = styles::centered();
    let Some(grade) = &unit.grading.grade else {
        let text = words::UNGRADED.get(level.book.lang);
        return page.text(row, column, text, &format.set_italic());
    };
    if level_foot::grade_at(level.book.report, unit.score.total) != Some(grade) {
        return page.text(row, column, grade, &format);
    }
    let (names, limits) = level_foot::limit_ranges(level);
    let formula = format!("LOOKUP({},{limits},{names})", a1(row, plan.total));
    page.formula(row, column, &formula, Stored::Text(grade.clone()), &format)
}

/// A unit without a result: its name, and cells left empty.
fn gap_row(page: &mut Page, level: &Level, row: u32, gap: &UnitGap) -> Done {
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

/// Fills that follow the grade when a score is changed by hand.
fn mark_grades(page: &mut Page, level: &Level) -> Result<(), XlsxError> {
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
