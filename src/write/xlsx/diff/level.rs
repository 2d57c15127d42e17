//! The units of a level in both years.
//!
//! In: a comparison. Out: a table with totals, places, grades and the parts of each change. Not for: charts.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::diff::{Diff, LevelDiff, State, UnitDiff, YearResult};
use crate::ids::GroupId;
use crate::lang::Lang;
use crate::points::Points;
use crate::write::comparison;
use crate::write::comparison_heads as heads;
use crate::write::words::fill;
use crate::write::xlsx::diff::heading;
use crate::write::xlsx::page::{Done, Page, Stored};
use crate::write::xlsx::styles;
use crate::write::xlsx::text::a1;

/// The first row of heads on the sheet of a level; the units stand below.
pub(super) const HEADER: u32 = 5;
/// The columns that charts are drawn from.
pub(super) const NAME: u16 = 0;
pub(super) const BEFORE: u16 = 2;
pub(super) const NOW: u16 = 3;
pub(super) const PLACES: u16 = 7;
/// The first column of parts.
const PARTS: u16 = 10;
const WIDTHS: [f64; 10] = [27.0, 15.0, 8.0, 8.0, 8.0, 7.0, 7.0, 8.0, 10.0, 10.0];

/// Writes the sheet of a level.
pub(super) fn write(
    sheet: &mut Worksheet,
    diff: &Diff,
    level: &LevelDiff,
    name: &str,
    lang: Lang,
) -> Done {
    let (widths, last) = widths(level.groups.len());
    let mut page = Page::new(sheet, name, &widths, lang)?;
    heading(&mut page, diff, last)?;
    table(&mut page, diff, level, (HEADER, last))?;
    page.finish_as(heads::TITLE.get(lang), Some((HEADER, HEADER)))?;
    page.sheet.set_freeze_panes(HEADER + 1, 1)?;
    Ok(())
}

/// Writes all levels on one sheet.
pub(super) fn all(sheet: &mut Worksheet, diff: &Diff, name: &str, lang: Lang) -> Done {
    let most = diff.levels.iter().map(|level| level.groups.len()).max();
    let (widths, last) = widths(most.unwrap_or_default());
    let mut page = Page::new(sheet, name, &widths, lang)?;
    let mut row = heading(&mut page, diff, last)?;
    let mut breaks = Vec::new();
    for (number, level) in diff.levels.iter().enumerate() {
        if number > 0 {
            breaks.push(row);
        }
        page.free(row, 0, &level.name, &styles::section())?;
        row = table(&mut page, diff, level, (row + 1, last))? + 1;
    }
    page.sheet.set_page_breaks(&breaks)?;
    page.finish_as(heads::TITLE.get(lang), None)?;
    page.sheet.set_freeze_panes(0, 1)?;
    Ok(())
}

fn widths(groups: usize) -> (Vec<f64>, u16) {
    let mut widths = WIDTHS.to_vec();
    // The groups, the bonus among the other parts, and the reasons.
    widths.extend(std::iter::repeat_n(8.5, groups + 6));
    widths.push(36.0);
    let last = widths.len() as u16 - 1;
    (widths, last)
}

/// The units in the order of the table: compared ones by place now, then the others.
pub(super) fn ordered(level: &LevelDiff) -> Vec<&UnitDiff> {
    let mut units: Vec<&UnitDiff> = level.units.iter().collect();
    let place = |unit: &UnitDiff| unit.now.as_ref().and_then(|now| now.common_place);
    units.sort_by_key(|unit| {
        let rest = unit.state != State::Compared;
        (rest, place(unit).unwrap_or(u32::MAX))
    });
    units
}

/// Writes the table. Gives the row after it.
fn table(
    page: &mut Page,
    diff: &Diff,
    level: &LevelDiff,
    (header, last): (u32, u16),
) -> Result<u32, XlsxError> {
    let lang = page.lang();
    let (before, now) = comparison::years(diff, lang);
    let of = |phrase: crate::lang::Phrase, year: &str| fill(phrase.get(lang), &[year]);
    let mut texts = vec![
        heads::UNIT.get(lang).to_string(),
        heads::STATE.get(lang).to_string(),
        of(heads::TOTAL, &before),
        of(heads::TOTAL, &now),
        heads::CHANGE.get(lang).to_string(),
        of(heads::PLACE, &before),
        of(heads::PLACE, &now),
        heads::PLACES.get(lang).to_string(),
        of(heads::GRADE, &before),
        of(heads::GRADE, &now),
    ];
    texts.extend(level.groups.iter().map(|(_, name)| name.clone()));
    let others = comparison::other_parts(&crate::diff::Parts::default());
    texts.extend(
        others
            .iter()
            .map(|(phrase, _)| phrase.get(lang).to_string()),
    );
    for (column, text) in (0_u16..).zip(&texts) {
        page.text(header, column, text, &styles::header())?;
    }
    page.text(header, last, heads::WHY.get(lang), &styles::header())?;
    let mut row = header;
    for unit in ordered(level) {
        row += 1;
        unit_row(page, unit, level, (row, last))?;
    }
    page.line(row + 1, (0, last), heads::NOTE.get(lang), &styles::note())?;
    Ok(row + 2)
}

fn unit_row(page: &mut Page, unit: &UnitDiff, level: &LevelDiff, (row, last): (u32, u16)) -> Done {
    let lang = page.lang();
    let compared = unit.state == State::Compared;
    let text = if compared {
        styles::cell()
    } else {
        styles::gap()
    };
    page.text(row, NAME, &unit.name, &text)?;
    let state = match unit.state {
        State::Compared => comparison::class(unit.class),
        state => comparison::state(state),
    };
    page.text(row, 1, state.get(lang), &text)?;
    let total = |result: &Option<YearResult>| result.as_ref().and_then(|one| one.total);
    points(page, (row, BEFORE), total(&unit.before), styles::POINTS)?;
    points(page, (row, NOW), total(&unit.now), styles::POINTS)?;
    if let Some(change) = unit.change {
        let formula = format!("ROUND({}-{},6)", a1(row, NOW), a1(row, BEFORE));
        let format = styles::sum(styles::SIGNED);
        page.formula(row, 4, &formula, Stored::Number(change.0), &format)?;
    } else {
        let share = |(then, now)| format!("{} → {}", lang.percent(then, 2), lang.percent(now, 2));
        let shown = unit.share.map_or_else(|| "–".to_string(), share);
        page.text(row, 4, &shown, &styles::centered())?;
    }
    let place = |result: &Option<YearResult>| result.as_ref().and_then(|one| one.common_place);
    for (column, place) in [(5, place(&unit.before)), (6, place(&unit.now))] {
        match place {
            Some(place) => page.count(row, column, place as usize, &styles::number("0"))?,
            None => page.text(row, column, "–", &styles::centered())?,
        }
    }
    match unit.places {
        Some(places) => page.number(row, PLACES, places.into(), &styles::number(styles::SIGNED))?,
        None => page.text(row, PLACES, "–", &styles::centered())?,
    }
    for (column, result) in [(8, &unit.before), (9, &unit.now)] {
        let grade = result.as_ref().and_then(|one| one.grade.clone());
        page.text(
            row,
            column,
            grade.as_deref().unwrap_or("–"),
            &styles::centered(),
        )?;
    }
    part_cells(page, unit, &level.groups, (row, last))?;
    let mut why = comparison::reasons(unit, lang);
    if let Some(name) = &unit.name_before
        && !why.contains(name.as_str())
    {
        why = format!("{name} → {}; {why}", unit.name);
    }
    page.text(row, last, &why, &styles::cell())
}

fn part_cells(
    page: &mut Page,
    unit: &UnitDiff,
    groups: &[(GroupId, String)],
    (row, last): (u32, u16),
) -> Done {
    let Some(parts) = &unit.parts else {
        for column in PARTS..last {
            page.text(row, column, "–", &styles::centered())?;
        }
        return Ok(());
    };
    let of_groups = groups
        .iter()
        .map(|(id, _)| parts.groups.get(id).copied().unwrap_or_default());
    let others = comparison::other_parts(parts).map(|(_, points)| points);
    for (column, part) in (PARTS..).zip(of_groups.chain(others)) {
        points(page, (row, column), Some(part), styles::SIGNED)?;
    }
    Ok(())
}

/// A blank is a dash, not a zero.
fn points(
    page: &mut Page,
    (row, column): (u32, u16),
    points: Option<Points>,
    format: &str,
) -> Done {
    match points {
        Some(points) => page.number(row, column, points.0, &styles::number(format)),
        None => page.text(row, column, "–", &styles::centered()),
    }
}
