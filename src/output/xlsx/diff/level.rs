//! The units of levels in both years.
//!
//! In: a comparison. Out: a table with totals, places, grades and the parts of each change, under one row of heads. Not for:
//! charts, nor for which columns there are, which is in `columns`.

use rust_xlsxwriter::{Color, Worksheet, XlsxError};

use crate::base::lang::Lang;
use crate::base::points::Points;
use crate::output::comparison;
use crate::output::comparison_heads as heads;
use crate::output::sentence::sentence;
use crate::output::xlsx::diff::columns::DiffColumns;
use crate::output::xlsx::diff::heading;
use crate::output::xlsx::numbers::{right, signed, total};
use crate::output::xlsx::page::{SheetPage, StoredResult, WriteResult};
use crate::output::xlsx::styles;
use crate::output::xlsx::tabs::{self, Tab};
use crate::output::xlsx::text::a1;
use crate::result::diff::{Diff, LevelDiff, State, UnitDiff, YearResult};

/// The row of heads; the units stand below.
pub(super) const HEADER: u32 = 6;
/// The columns that charts are drawn from.
pub(super) const NAME: u16 = 0;
pub(super) const BEFORE: u16 = 1;
pub(super) const NOW: u16 = 2;
pub(super) const PLACES: u16 = 6;
/// The first column of parts.
const PARTS: u16 = 9;
const WIDTHS: [f64; 9] = [30.0, 9.5, 9.5, 9.5, 8.0, 8.0, 9.0, 11.0, 11.0];
/// The band above the units of a level.
const BAND: Color = Color::RGB(0x00F2_F2F2);

/// Writes the sheet of a level.
pub(super) fn write(
    sheet: &mut Worksheet,
    diff: &Diff,
    level: &LevelDiff,
    name: &str,
    lang: Lang,
) -> WriteResult {
    let footer = heads::FOOTER.get(lang);
    table(sheet, diff, &[level], (name, footer), lang).map(|_| ())
}

/// Writes all levels on one sheet, each beginning a page. Gives the place of the table.
pub(super) fn all(
    sheet: &mut Worksheet,
    diff: &Diff,
    name: &str,
    lang: Lang,
) -> Result<String, XlsxError> {
    let levels: Vec<&LevelDiff> = diff.levels.iter().collect();
    table(sheet, diff, &levels, (name, &diff.current.name), lang)
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

/// A table while it is written.
struct LevelTable<'d, 'p> {
    page: SheetPage<'p>,
    columns: DiffColumns<'d>,
    /// The last column, of the remarks.
    last: u16,
}

fn table(
    sheet: &mut Worksheet,
    diff: &Diff,
    levels: &[&LevelDiff],
    (name, footer): (&str, &str),
    lang: Lang,
) -> Result<String, XlsxError> {
    let columns = DiffColumns::of(levels, comparison::is_by_years(diff));
    let mut widths = WIDTHS.to_vec();
    widths.extend(std::iter::repeat_n(11.5, columns.parts()));
    widths.push(40.0);
    let last = widths.len() as u16 - 1;
    let mut table = LevelTable {
        page: SheetPage::new(sheet, name, &widths, lang)?,
        columns,
        last,
    };
    let row = heading(&mut table.page, diff, last)?;
    if let Some(common) = table.columns.common(lang) {
        let text = heads::COMMON.fill(lang, &[&common]);
        table
            .page
            .line(row, (0, last), &sentence(&text), &styles::note())?;
    }
    table.heads(diff)?;
    let mut row = HEADER;
    let mut breaks = Vec::new();
    for (number, level) in levels.iter().enumerate() {
        if levels.len() > 1 {
            row += 1;
            if number > 0 {
                breaks.push(row);
            }
            let band = styles::cell().set_bold().set_background_color(BAND);
            table.page.across(row, (0, last), &level.name, &band)?;
            table.page.at_least(row, 20.0);
        }
        for unit in ordered(level) {
            row += 1;
            table.unit(unit, level, row)?;
        }
    }
    let page = &mut table.page;
    page.line(row + 1, (0, last), heads::NOTE.get(lang), &styles::note())?;
    page.finish_as(footer, Some((HEADER, HEADER)))?;
    page.sheet
        .set_tab_color(tabs::color(Tab::Comparison))
        .set_freeze_panes(HEADER + 1, 1)?;
    if !breaks.is_empty() {
        page.sheet.set_page_breaks(&breaks)?;
    }
    page.sheet.set_print_area(0, 0, row + 1, last)?;
    Ok(tabs::area(name, (HEADER, 0), (row, last)))
}

impl LevelTable<'_, '_> {
    fn heads(&mut self, diff: &Diff) -> WriteResult {
        let lang = self.page.lang();
        let (before, now) = comparison::years(diff, lang);
        let of = |phrase: crate::base::lang::Phrase, year: &str| phrase.fill(lang, &[year]);
        let mut texts = vec![
            heads::UNIT.get(lang).to_string(),
            of(heads::TOTAL, &before),
            of(heads::TOTAL, &now),
            heads::CHANGE.get(lang).to_string(),
            of(heads::PLACE, &before),
            of(heads::PLACE, &now),
            heads::PLACES.get(lang).to_string(),
            of(heads::GRADE, &before),
            of(heads::GRADE, &now),
        ];
        texts.extend(self.columns.heads(lang));
        texts.push(heads::WHY.get(lang).to_string());
        for (column, text) in (0_u16..).zip(&texts) {
            self.page.text(HEADER, column, text, &styles::header())?;
        }
        Ok(())
    }

    fn unit(&mut self, unit: &UnitDiff, level: &LevelDiff, row: u32) -> WriteResult {
        let lang = self.page.lang();
        let text = if unit.state == State::Compared {
            styles::cell()
        } else {
            styles::gap()
        };
        self.page.text(row, NAME, &unit.name, &text)?;
        let total = |result: &Option<YearResult>| result.as_ref().and_then(|one| one.total);
        let format = self.columns.total_format();
        self.points((row, BEFORE), total(&unit.before), &format)?;
        self.points((row, NOW), total(&unit.now), &format)?;
        self.change(unit, row)?;
        self.places(unit, row)?;
        for (column, result) in [(7, &unit.before), (8, &unit.now)] {
            let grade = result.as_ref().and_then(|one| one.grade.clone());
            let grade = grade.as_deref().unwrap_or("–");
            self.page.text(row, column, grade, &styles::centered())?;
        }
        let parts = self.columns.of_unit(unit, level);
        let format = self.columns.part_format();
        for (column, part) in (PARTS..).zip(parts) {
            self.points((row, column), part, &format)?;
        }
        let remark = self.columns.remark(unit, lang);
        self.page.text(row, self.last, &remark, &text)
    }

    fn change(&mut self, unit: &UnitDiff, row: u32) -> WriteResult {
        let lang = self.page.lang();
        let Some(change) = unit.change else {
            let share = |(then, now)| format!("{} → {}", lang.share(then, 2), lang.share(now, 2));
            let shown = unit.share.map_or_else(|| "–".to_string(), share);
            return self.page.text(row, 3, &shown, &styles::centered());
        };
        let formula = format!("ROUND({}-{},6)", a1(row, NOW), a1(row, BEFORE));
        let format = total(&self.columns.signed_format());
        let stored = StoredResult::Number(change.0);
        self.page.formula(row, 3, &formula, stored, &format)
    }

    fn places(&mut self, unit: &UnitDiff, row: u32) -> WriteResult {
        let place = |result: &Option<YearResult>| result.as_ref().and_then(|one| one.common_place);
        for (column, place) in [(4, place(&unit.before)), (5, place(&unit.now))] {
            match place {
                Some(place) => {
                    let format = styles::number("0");
                    self.page.count(row, column, place as usize, &format)?;
                }
                None => self.page.text(row, column, "–", &styles::centered())?,
            }
        }
        match unit.places {
            Some(places) => {
                let format = styles::number(&signed(0));
                self.page.number(row, PLACES, places.into(), &format)
            }
            None => self.page.text(row, PLACES, "–", &styles::centered()),
        }
    }

    /// A blank is a dash, not a zero.
    fn points(
        &mut self,
        (row, column): (u32, u16),
        points: Option<Points>,
        format: &str,
    ) -> WriteResult {
        match points {
            Some(points) => self.page.number(row, column, points.0, &right(format)),
            None => self.page.text(row, column, "–", &styles::centered()),
        }
    }
}
