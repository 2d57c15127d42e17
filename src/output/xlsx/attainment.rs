//! How far units come in each group on average: the part of the overview that a chart shows.
//!
//! In: group sums and maxima. Out: a row of shares, one per level. Not for: ranking anything.

use crate::output::points_shown::{average, scores};
use crate::output::xlsx::page::{SheetPage, StoredResult, WriteResult};
use crate::output::xlsx::plan::{Book, LevelPlan};
use crate::output::xlsx::styles;
use crate::output::xlsx::text::absolute;
use crate::result::report::{GroupFacts, LevelResult, Report};

/// The groups inside the total, with their positions.
pub(super) fn groups(report: &Report) -> impl Iterator<Item = (u16, &GroupFacts)> {
    (0..)
        .zip(&report.groups)
        .filter(|(_, group)| !group.outside_total)
}

/// Writes the row of a group.
pub(super) fn row(
    page: &mut SheetPage,
    book: &Book,
    row: u32,
    index: u16,
    group: &GroupFacts,
) -> WriteResult {
    let name = format!("{}. {}", group.id, group.name);
    page.text(row, 0, &name, &styles::cell())?;
    let format = styles::number("0.0%");
    let levels = book.report.levels.iter().zip(&book.levels);
    for (column, (level, plan)) in (1..).zip(levels) {
        let Some(share) = average(level, group) else {
            page.text(row, column, "–", &styles::centered())?;
            continue;
        };
        match formula(level, plan, index, group) {
            Some(text) => page.formula(row, column, &text, StoredResult::Number(share), &format)?,
            None => page.number(row, column, share, &format)?,
        }
    }
    Ok(())
}

/// The average as a formula over the level's sheet, where every unit has the level's maximum.
fn formula(
    level: &LevelResult,
    plan: &LevelPlan,
    index: u16,
    group: &GroupFacts,
) -> Option<String> {
    let maximum = group.maximum.get(&level.id)?.limit()?;
    let (first, last) = plan.rows()?;
    if scores(level, group).any(|(_, score)| score.maximum != maximum) {
        return None;
    }
    let column = plan.groups + index;
    // No average over fewer units than the run had: one of them is cleared or wrong then.
    Some(format!(
        "IF(COUNT({0}{1}:{2})<{4},\"–\",ROUND(AVERAGE({0}{1}:{2})/{0}{3},4))",
        plan.prefix,
        absolute(first, column),
        absolute(last, column),
        absolute(plan.maxima(), column),
        scores(level, group).count()
    ))
}
