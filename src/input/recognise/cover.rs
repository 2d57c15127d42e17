//! What a workbook says about itself outside its tables: unit, level, year.
//!
//! In: the grids, and where their tables begin. Out: the lines of the cover and the names in letterheads, with places.

use crate::base::cell::{Cell, CellAddress, Grid};
use crate::base::finding::Place;
use crate::base::guard;
use crate::base::text;
use crate::campaign::hints::Hint;
use crate::campaign::units::offices::{is_authority, kind_of};
use crate::campaign::units::superior::is_bare_part;
use crate::campaign::vocabulary::{Caption, CoverLine};
use crate::input::recognise::Known;
use crate::input::recognise::cover_value::CoverValue;
use crate::input::recognise::office_line::OfficeLine;
use crate::input::recognise::sheet::Sheet;
use crate::input::recognise::titles;
use crate::input::tables::{self, Role, TableKind, title_years};
use crate::input::texts::{ByText, Text};

/// What a workbook says about itself.
#[derive(Clone, Debug, Default)]
pub struct Cover {
    /// What stands behind the label of the unit's name, wherever there is one.
    pub units: Vec<CoverValue>,
    /// Names of registered units that stand alone in a cell above a table, as in a letterhead.
    pub letterheads: Vec<CoverValue>,
    /// Names of offices above a table, registered or not, line by line.
    pub offices: Vec<OfficeLine>,
    /// The level.
    pub level: Option<CoverValue>,
    /// The periods of the figures, of the whole form first.
    pub periods: Vec<CoverValue>,
    /// The year assessed.
    pub year: Option<(i32, Place)>,
    /// The years in titles of sheets that have a table.
    pub title_years: Vec<(i32, Place)>,
    /// Titles that may say that the form is not the final one.
    pub titles: Vec<CoverValue>,
}

/// Rows from the top of a sheet in which a letterhead or a cover is looked for.
pub(super) const TOP_ROWS: u32 = 40;

/// The most words of a text box that speaks of the whole sheet wherever it lies.
const FEW_WORDS: usize = 4;

/// Columns to the right of a label in which its value is looked for.
const FURTHEST: u32 = 8;

/// What a text says above a table.
#[derive(Clone, Copy, Debug)]
struct TopText {
    /// The line of a cover that it is or begins.
    line: Option<CoverLine>,
    /// Whether it is the name of a registered unit.
    is_unit: bool,
    /// Whether it names an office or an authority, registered or not.
    is_office: bool,
    /// The year in a title.
    year: Option<i32>,
    /// The year that it names, as a title does.
    year_named: Option<i32>,
    /// Whether it may say that the form is not the final one.
    may_be_not_final: bool,
}

/// What each text says above a table, remembered.
#[derive(Debug)]
pub struct TopTexts<'k> {
    known: &'k Known<'k>,
    seen: ByText<TopText>,
}

impl<'k> TopTexts<'k> {
    /// Nothing seen yet.
    pub fn new(known: &'k Known<'k>) -> Self {
        TopTexts {
            known,
            seen: ByText::default(),
        }
    }

    /// Makes room for so many texts, and forgets what is beyond.
    pub fn fit(&mut self, texts: usize) {
        self.seen.fit(texts);
    }

    /// Whether a text is the name of a registered unit, or begins as names of units do.
    fn may_be_unit(&self, value: &str) -> bool {
        let key = text::key(value);
        self.known.names_unit(&key) || kind_of(&key).is_some()
    }

    fn of(&self, text: &Text) -> TopText {
        self.seen.of(text, || {
            let vocabulary = &self.known.vocabulary;
            TopText {
                line: match text.clean().split_once(':') {
                    Some((label, _)) => vocabulary.cover_line(&text::key(label)),
                    None => vocabulary.cover_line(text.key()),
                },
                is_unit: self.known.names_unit(text.key()),
                is_office: kind_of(text.key()).is_some()
                    || is_authority(text.key())
                    || is_bare_part(text.key()),
                year: year_in_title(text.key()),
                year_named: titles::year_named(text.key()).or_else(|| year_at_end(text.key())),
                may_be_not_final: titles::may_be_not_final(text.key()),
            }
        })
    }
}

impl Cover {
    /// Takes what a text above a table says of its sheet.
    fn take_title(&mut self, sheet: &Sheet<'_>, cell: &Cell, (text, top): (&Text, TopText)) {
        let year = top.year_named.filter(|_| !sheet.tables.is_empty());
        let years = year.map(|year| (year, place(sheet.grid, cell.address)));
        self.title_years.extend(years);
        // A sheet that says nothing else is somebody's scrap, and no part of the form.
        let says_more = || sheet.texts.iter().flatten().nth(1).is_some();
        if top.may_be_not_final && says_more() {
            self.titles.push(CoverValue {
                text: text.clean().to_string(),
                place: place(sheet.grid, cell.address),
                is_name: false,
            });
        }
    }

    /// Takes the unit's name out of a row of a table of general facts, `Tên địa phương | UBND huyện Sa Thầy`: no other row has such a
    /// label and a unit's name behind it.
    fn take_rows(&mut self, sheet: &Sheet<'_>, end: u32, tops: &TopTexts<'_>) {
        let cells = sheet.grid.cells().iter().zip(sheet.texts);
        let below = cells.skip_while(|(cell, _)| cell.address.row <= end);
        for (cell, text) in below.take_while(|(cell, _)| cell.address.row < TOP_ROWS) {
            guard::check();
            let names_unit = |key: &str| tops.known.vocabulary.names_unit_in_row(key);
            if !text.is_some_and(|text| names_unit(text.key())) {
                continue;
            }
            let stated = next_in_row(sheet.grid, cell.address);
            let Some((value, at)) = stated.filter(|(value, _)| tops.may_be_unit(value)) else {
                continue;
            };
            self.units.push(CoverValue {
                text: value,
                place: place(sheet.grid, at),
                is_name: true,
            });
        }
    }

    /// Takes what text boxes say of a sheet: those above its table, and a few words anywhere, as of a stamp.
    fn take_boxes(&mut self, sheet: &Sheet<'_>, end: u32) {
        for (over, text) in &sheet.grid.facts.box_texts {
            let key = text::key(text);
            let is_title = over.first.row < end || key.split(' ').count() <= FEW_WORDS;
            if is_title && titles::may_be_not_final(&key) {
                self.titles.push(CoverValue {
                    text: text::clean(text),
                    place: place(sheet.grid, over.first),
                    is_name: false,
                });
            }
        }
    }
}

/// Reads the covers and letterheads of all sheets.
pub fn cover(sheets: &[Sheet<'_>], tops: &TopTexts<'_>) -> Cover {
    let mut cover = Cover::default();
    let mut title_year = None;
    for sheet in sheets {
        let end = sheet
            .tables
            .first()
            .map_or(TOP_ROWS, |table| table.header.min(TOP_ROWS));
        let cells = sheet.grid.cells().iter().zip(sheet.texts);
        for (cell, text) in cells.take_while(|(cell, _)| cell.address.row < end) {
            guard::check();
            // A number is neither a name nor a title.
            let Some(text) = text.filter(|text| !text.clean().is_empty()) else {
                continue;
            };
            let top = tops.of(text);
            if let Some(line) = top.line {
                take_line(&mut cover, sheet.grid, cell, text, line);
            }
            if top.is_unit || top.is_office {
                let place = place(sheet.grid, cell.address);
                let raw = cell.value.show();
                let lines =
                    OfficeLine::of_cell(&raw, text.clean(), top.is_unit, &place, tops.known);
                cover.offices.extend(lines);
            }
            if top.is_unit {
                let place = place(sheet.grid, cell.address);
                cover.letterheads.push(CoverValue {
                    text: text.clean().to_string(),
                    place,
                    is_name: true,
                });
            }
            title_year = title_year.or_else(|| Some((top.year?, place(sheet.grid, cell.address))));
            cover.take_title(sheet, cell, (text, top));
        }
        cover.take_boxes(sheet, end);
        cover.take_rows(sheet, end, tops);
    }
    cover.year = cover.year.or(title_year);
    cover
}

/// Parts the names on a cover from the headings of a table that stand behind a heading `Tên đơn vị`: no unit has the name of a
/// criterion, a group or a total. Gives the first heading that a table of results has.
pub fn part_headings(cover: &mut Cover, known: &Known<'_>) -> Option<CoverValue> {
    let is_unit = |text: &str| {
        !known.registry.by_name(text).is_empty() || known.registry.by_code(text).is_some()
    };
    let of_results = |stated: &CoverValue| {
        let key = text::key(&stated.text);
        let is_total = known.vocabulary.caption(&key) == Some(Caption::Total);
        !is_unit(&stated.text) && (known.lexicon.is_group(&key) || is_total)
    };
    let found = cover.units.iter().find(|one| of_results(one)).cloned();
    // Nor has it that of a column: `Tên cơ quan | Điểm` are heads.
    let is_head = |stated: &CoverValue| {
        let key = text::key(&stated.text);
        let role = || tables::role(&stated.text, &known.vocabulary, TableKind::Form);
        let is_column = || matches!(role(), Some(Role::Column(_)));
        kind_of(&key).is_none() && (Hint::Points.begins(&key) || is_column())
    };
    cover.units.retain(|stated| {
        let is_row = |key: &str| known.lexicon.has_key(key);
        is_unit(&stated.text)
            || !(of_results(stated) || is_row(&text::key(&stated.text)) || is_head(stated))
    });
    found
}

/// Takes `Tên đơn vị: Sở Tài chính`, in one cell or in two.
fn take_line(cover: &mut Cover, grid: &Grid, cell: &Cell, text: &Text, line: CoverLine) {
    let inline = text
        .clean()
        .split_once(':')
        .map_or("", |(_, inline)| inline);
    let value = match text::clean(inline) {
        blank if blank.is_empty() => next_in_row(grid, cell.address),
        inline => Some((inline, cell.address)),
    };
    let Some((value, at)) = value else { return };
    let place = place(grid, at);
    let is_name = text.key().starts_with("tên");
    match line {
        CoverLine::Unit => cover.units.push(CoverValue {
            text: value,
            place,
            is_name,
        }),
        CoverLine::Level if cover.level.is_none() => {
            cover.level = Some(CoverValue {
                text: value,
                place,
                is_name,
            });
        }
        CoverLine::Year if cover.year.is_none() => {
            cover.year = year(&value).map(|year| (year, place));
        }
        CoverLine::Period => cover.periods.push(CoverValue {
            text: value,
            place,
            is_name,
        }),
        _ => {}
    }
}

/// The next cell to the right that holds something, within a few columns.
fn next_in_row(grid: &Grid, at: CellAddress) -> Option<(String, CellAddress)> {
    let row = grid.row(at.row);
    let start = row.partition_point(|cell| cell.address.column <= at.column);
    let right = row.get(start..).unwrap_or_default().iter();
    let mut near = right.take_while(|cell| cell.address.column - at.column <= FURTHEST);
    let cell = near.find(|cell| {
        !text::clean(&cell.value.show())
            .trim_matches([':', ' '])
            .is_empty()
    })?;
    let text = text::clean(cell.value.show().trim_start_matches([':', ' ']));
    Some((text, cell.address))
}

fn place(grid: &Grid, at: CellAddress) -> Place {
    Place {
        sheet: Some(grid.name.clone()),
        cell: Some(at),
        ..Place::default()
    }
}

/// A year of this century in a text that is nothing but a year.
pub(super) fn year(text: &str) -> Option<i32> {
    let year: i32 = text
        .trim_start_matches(|c: char| !c.is_ascii_digit())
        .trim()
        .parse()
        .ok()?;
    (2000..=2099).contains(&year).then_some(year)
}

/// The year in a title such as `PHIẾU TỰ ĐÁNH GIÁ … NĂM 2017`.
pub(super) fn year_of_title(text: &str) -> Option<i32> {
    year_in_title(&text::key(text))
}

/// The one year that a title ends in.
pub(super) fn year_at_end(key: &str) -> Option<i32> {
    let (first, last) = title_years(key)?;
    (first == last).then_some(last)
}

/// As [`year_of_title`], by the title's key.
pub(super) fn year_in_title(key: &str) -> Option<i32> {
    if !key.contains("đánh giá") && !key.contains("tự chấm") {
        return None;
    }
    match key.rsplit_once("năm ") {
        Some((_, after)) => year(after.get(..4)?),
        None => year_at_end(key),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_in_titles() {
        assert_eq!(
            year_of_title("PHIẾU TỰ ĐÁNH GIÁ MỨC ĐỘ ỨNG DỤNG CNTT NĂM 2017"),
            Some(2017)
        );
        assert_eq!(year_of_title("PHIẾU TỰ ĐÁNH GIÁ - 2017"), Some(2017));
        assert_eq!(year_of_title("PHIẾU TỰ ĐÁNH GIÁ 2017-2018"), None);
        assert_eq!(year_of_title("Kế hoạch năm 2018"), None);
        assert_eq!(year_of_title("Phiếu đánh giá năm nay"), None);
        assert_eq!(year("Năm 2017"), Some(2017));
        assert_eq!(year("2017-2018"), None);
    }
}
