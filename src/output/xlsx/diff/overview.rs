//! The first sheet of a comparison: how many units, the biggest changes, charts.
//!
//! In: a comparison. Out: one printed page, or more where there are many levels. Not for: single units.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::base::lang::Lang;
use crate::base::points::Points;
use crate::output::comparison;
use crate::output::comparison_heads as heads;
use crate::output::sentence::{capital, glued};
use crate::output::xlsx::diff::{charts, heading};
use crate::output::xlsx::numbers::{most, signed, total};
use crate::output::xlsx::page::{SheetPage, WriteResult};
use crate::output::xlsx::styles;
use crate::output::xlsx::tabs::{self, Tab};
use crate::result::diff::{Diff, LevelDiff, State, UnitDiff};

const STATES: [State; 9] = [
    State::Compared,
    State::NotThen,
    State::NotNow,
    State::Neither,
    State::New,
    State::Gone,
    State::NotInTableThen,
    State::NotInTableNow,
    State::Broken,
];
const LAST: u16 = 10;
/// Numbers of units; none is a dash.
const COUNTS: &str = "#,##0;-#,##0;\"–\"";

/// Writes the sheet.
pub(super) fn write(
    sheet: &mut Worksheet,
    diff: &Diff,
    name: &str,
    levels: &[String],
    lang: Lang,
) -> WriteResult {
    let mut widths = vec![34.0];
    widths.extend([12.0; LAST as usize]);
    let mut page = SheetPage::new(sheet, name, &widths, lang)?;
    let row = heading(&mut page, diff, LAST)?;
    let row = counts(&mut page, diff, row + 1)?;
    let row = movers(&mut page, diff, row + 1)?;
    page.free(
        row + 1,
        0,
        heads::SECTION_CHARTS.get(lang),
        &styles::section(),
    )?;
    charts::draw(&mut page, diff, levels, (row + 2, LAST))?;
    page.finish_as(heads::FOOTER.get(lang), None)?;
    page.sheet.set_tab_color(tabs::color(Tab::Overview));
    Ok(())
}

/// How many units there are in each state, without the states that no unit is in. Gives the row after.
fn counts(page: &mut SheetPage, diff: &Diff, row: u32) -> Result<u32, XlsxError> {
    let lang = page.lang();
    page.free(row, 0, heads::SECTION_COUNTS.get(lang), &styles::section())?;
    let changed = |level: &LevelDiff, is_meant: fn(Points) -> bool| {
        let changes = level.units.iter().filter_map(|unit| unit.change);
        changes.filter(|change| is_meant(*change)).count()
    };
    let counts = |level: &LevelDiff| {
        let of = |state: State| {
            let units = level.units.iter();
            units.filter(|unit| unit.state == state).count()
        };
        let moves = [
            changed(level, |change| change > Points::ZERO),
            changed(level, |change| change < Points::ZERO),
            changed(level, |change| change == Points::ZERO),
        ];
        STATES
            .map(of)
            .into_iter()
            .chain(moves)
            .collect::<Vec<usize>>()
    };
    let is_by_years = comparison::is_by_years(diff);
    let states = STATES.map(|state| capital(comparison::state(state, is_by_years).get(lang)));
    let moves = [heads::UP, heads::DOWN, heads::EVEN].map(|head| head.get(lang).to_string());
    let all: Vec<Vec<usize>> = diff.levels.iter().map(counts).collect();
    let used = |column: &usize| {
        let counts = all.iter().filter_map(|counts| counts.get(*column));
        counts.sum::<usize>() > 0
    };
    let heads: Vec<String> = states.into_iter().chain(moves).collect();
    let used: Vec<usize> = (0..heads.len()).filter(used).collect();
    page.text(row + 1, 0, heads::LEVEL.get(lang), &styles::header())?;
    for (column, head) in (1_u16..).zip(used.iter().filter_map(|at| heads.get(*at))) {
        page.text(row + 1, column, head, &styles::header())?;
    }
    let mut at = row + 1;
    for (level, counts) in diff.levels.iter().zip(&all) {
        at += 1;
        page.text(at, 0, &level.name, &styles::cell())?;
        for (column, count) in (1_u16..).zip(used.iter().filter_map(|at| counts.get(*at))) {
            page.count(at, column, *count, &styles::number(COUNTS))?;
        }
    }
    Ok(at + 1)
}

/// The biggest changes both ways. Gives the row after.
fn movers(page: &mut SheetPage, diff: &Diff, row: u32) -> Result<u32, XlsxError> {
    let lang = page.lang();
    page.free(row, 0, heads::SECTION_MOVERS.get(lang), &styles::section())?;
    let of = |level: &LevelDiff| level.up.len() + level.down.len();
    if diff.levels.iter().map(of).sum::<usize>() == 0 {
        page.free(row + 1, 0, heads::NOBODY.get(lang), &styles::note())?;
        return Ok(row + 2);
    }
    let changes = diff.units().filter_map(|unit| unit.change);
    let decimals = most(changes.map(|change| change.0));
    let header = styles::header();
    let mut at = row + 1;
    page.text(at, 0, heads::UNIT.get(lang), &header)?;
    page.text(at, 1, heads::LEVEL.get(lang), &header)?;
    page.text(at, 2, heads::CHANGE.get(lang), &header)?;
    page.across(at, (3, LAST), heads::PARTS.get(lang), &header)?;
    for level in &diff.levels {
        for position in level.up.iter().chain(&level.down) {
            let Some(unit) = level.units.get(*position) else {
                continue;
            };
            at += 1;
            mover(page, at, level, (unit, decimals))?;
        }
    }
    Ok(at + 1)
}

fn mover(
    page: &mut SheetPage,
    at: u32,
    level: &LevelDiff,
    (unit, decimals): (&UnitDiff, u32),
) -> WriteResult {
    let lang = page.lang();
    page.text(at, 0, &unit.name, &styles::cell())?;
    page.text(at, 1, &level.name, &styles::centered())?;
    let change = unit.change.unwrap_or_default();
    let format = total(&signed(decimals));
    page.number(at, 2, change.0, &format)?;
    let parts = unit.parts.as_ref();
    let parts = parts.map(|parts| comparison::parts(parts, &level.groups, lang));
    page.line(
        at,
        (3, LAST),
        &glued(&parts.unwrap_or_default()),
        &styles::cell(),
    )
}
