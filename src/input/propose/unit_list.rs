//! A list of units, as offices have it: any table with a column of names.
//!
//! In: the grids of a workbook, a text with commas or a document. Out: units; those of one province, where the list holds several.
//! Columns are told by what stands in them, in any order; rows that are no unit are told. Not for: levels, which the forms tell.

use std::collections::BTreeSet;

use crate::base::cell::{Cell, CellAddress, Grid};
use crate::base::text;
use crate::campaign::hints::Hint;
use crate::campaign::units::offices::{is_authority, kind_of};
use crate::input::propose::units::ListedUnit;

/// Columns that are looked at.
const WIDEST: u32 = 32;

/// What a list of units holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitList {
    /// The units that are wanted, each once, in the order of the list.
    pub units: Vec<ListedUnit>,
    /// The provinces that the list names, each once, in its order.
    pub provinces: Vec<String>,
    /// Rows that name a unit and no province, in a list that has a column of provinces.
    pub without_province: usize,
    /// Rows that say something and are no unit that was not taken before.
    pub passed: Vec<PassedRow>,
}

/// A row of a list that is taken for no unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassedRow {
    /// Its number as Excel shows it.
    pub row: u32,
    /// What it says.
    pub text: String,
}

/// The units of a list; of a province those whose row names it. Every row is a unit, a heading, blank, or passed over and told.
pub fn listed(grids: &[Grid], province: Option<&str>) -> UnitList {
    let mut all = UnitList::default();
    let mut seen = BTreeSet::new();
    for grid in grids {
        let Some(names) = names(grid) else { continue };
        let provinces = column_of(grid, |column| {
            column != names && is_of_provinces(grid, column)
        });
        let codes = (0..names)
            .rev()
            .find(|column| is_of_codes(grid, *column, names));
        let rows = ListRows::new(grid, names);
        for cells in grid.rows() {
            let Some(row) = cells.first().map(|cell| cell.address.row) else {
                continue;
            };
            let shown = |column: u32| {
                let cell = grid.label(CellAddress::new(row, column))?;
                Some(text::clean(&cell.value.show())).filter(|shown| !shown.is_empty())
            };
            let name = match rows.kind(row, shown(names).as_deref()) {
                UnitListRow::Unit(name) => name,
                UnitListRow::Heading => continue,
                UnitListRow::Other => {
                    all.passed.extend(passed(cells, row));
                    continue;
                }
            };
            let place = provinces.and_then(shown);
            match &place {
                Some(place) if !all.provinces.contains(place) => all.provinces.push(place.clone()),
                None if provinces.is_some() => all.without_province += 1,
                _ => {}
            }
            let is_wanted = province
                .is_none_or(|wanted| place.as_ref().is_some_and(|of| short(of) == short(wanted)));
            if !is_wanted {
                continue;
            }
            // Without its province a name may stand in a list twice.
            if seen.insert((place.unwrap_or_default(), text::key(&name))) {
                let code = codes.and_then(shown);
                all.units.push(ListedUnit { name, code });
            } else {
                all.passed.extend(passed(cells, row));
            }
        }
    }
    all
}

/// What a row that is no unit says, unless it says nothing.
fn passed(cells: &[Cell], row: u32) -> Option<PassedRow> {
    let texts = cells.iter().map(|cell| text::clean(&cell.value.show()));
    let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
    let text = texts.join(" | ");
    (!text.is_empty()).then_some(PassedRow { row: row + 1, text })
}

/// What a row of a list is.
enum UnitListRow {
    Unit(String),
    Heading,
    Other,
}

/// Where in a sheet a list of units begins, and whether its rows are numbered.
struct ListRows<'g> {
    grid: &'g Grid,
    /// The row of the heading above the names.
    heading: Option<u32>,
    /// The column of ordinals.
    ordinals: Option<u32>,
}

/// The most words of a name; what is longer is a sentence.
const LONGEST: usize = 20;
/// What captions of groups, totals and signatures begin with.
const CAPTIONS: [&str; 9] = [
    "các",
    "khối",
    "cấp",
    "nhóm",
    "tổng cộng",
    "cộng",
    "tổng số",
    "ghi chú",
    "người lập",
];
/// What titles of a list and headings of its columns begin with.
const TITLES: [&str; 4] = ["danh sách", "tên", "stt", "đơn vị"];

fn begins(key: &str, words: &[&str]) -> bool {
    words.iter().any(|word| {
        let rest = key.strip_prefix(word);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    })
}

/// Whether a key heads a column of units' names.
fn is_heading(key: &str) -> bool {
    let is_short = key.split(' ').count() <= 6;
    is_short && (key.starts_with("tên ") || key.contains("đơn vị") || key == "cơ quan")
}

impl<'g> ListRows<'g> {
    fn new(grid: &'g Grid, names: u32) -> Self {
        let cells = || grid.cells().iter();
        let of_names = || cells().filter(move |cell| cell.address.column == names);
        let first = of_names().position(|cell| kind_of(&text::key(&cell.value.show())).is_some());
        let above = of_names().take(first.unwrap_or(usize::MAX));
        let heading = above
            .filter(|cell| is_heading(&text::key(&cell.value.show())))
            .last()
            .map(|cell| cell.address.row);
        let numbered = |column: &u32| {
            let own = cells().filter(|cell| cell.address.column == *column);
            let is_ordinal =
                |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
            own.filter(|cell| is_ordinal(cell.value.show().trim()))
                .count()
        };
        let count = of_names().count();
        ListRows {
            grid,
            heading,
            ordinals: (0..names).find(|column| numbered(column) * 2 > count),
        }
    }

    fn kind(&self, row: u32, name: Option<&str>) -> UnitListRow {
        if self.heading == Some(row) {
            return UnitListRow::Heading;
        }
        let key = name.map(text::key).unwrap_or_default();
        let Some(name) = name.filter(|_| key.chars().any(char::is_alphabetic)) else {
            return UnitListRow::Other;
        };
        if kind_of(&key).is_some() || self.is_listed(row, name, &key) {
            UnitListRow::Unit(name.to_string())
        } else {
            UnitListRow::Other
        }
    }

    /// Whether what begins as no known kind of unit stands where the units stand.
    fn is_listed(&self, row: u32, name: &str, key: &str) -> bool {
        if self.heading.is_some_and(|heading| row < heading) || key.split(' ').count() > LONGEST {
            return false;
        }
        if let Some(ordinals) = self.ordinals {
            let cell = self.grid.label(CellAddress::new(row, ordinals));
            let shown = cell.map(|cell| cell.value.show());
            return shown
                .is_some_and(|shown| shown.trim().starts_with(|c: char| c.is_ascii_digit()));
        }
        let is_title = self.heading.is_none() && begins(key, &TITLES);
        !is_title && !begins(key, &CAPTIONS) && !name.ends_with(':')
    }
}

/// The provinces of a list that somebody may have meant, best first: those that lack nothing but diacritics before all others.
pub fn nearest_provinces(wanted: &str, known: &[String]) -> Vec<String> {
    let bare = text::bare_key(&short(wanted));
    let same = known
        .iter()
        .filter(|one| text::bare_key(&short(one)) == bare);
    let same: Vec<String> = same.cloned().collect();
    if !same.is_empty() {
        return same;
    }
    let shorts: Vec<String> = known.iter().map(|one| short(one)).collect();
    let near = text::nearest(&short(wanted), shorts.iter().map(String::as_str));
    let of = |near: &str| {
        known
            .iter()
            .zip(&shorts)
            .find(|(_, one)| one.as_str() == near)
    };
    near.into_iter()
        .filter_map(|near| Some(of(near)?.0.clone()))
        .collect()
}

/// A province's name without what it is.
fn short(name: &str) -> String {
    let key = text::key(name);
    let bare = ["tỉnh ", "thành phố ", "tp "];
    let short = bare.iter().find_map(|kind| key.strip_prefix(kind));
    short.map_or_else(|| key.clone(), str::to_string)
}

/// What stands in a column, by key.
fn keys(grid: &Grid, column: u32) -> impl Iterator<Item = String> {
    let of = grid
        .cells()
        .iter()
        .filter(move |cell| cell.address.column == column);
    of.map(|cell| text::key(&cell.value.show()))
        .filter(|key| !key.is_empty())
}

/// The column with the most different names of units.
fn names(grid: &Grid) -> Option<u32> {
    let count = |column: &u32| {
        let of_units = keys(grid, *column).filter(|key| kind_of(key).is_some());
        of_units.collect::<BTreeSet<_>>().len()
    };
    let best = (0..WIDEST).rev().max_by_key(count)?;
    if count(&best) > 0 {
        return Some(best);
    }
    // A list of units of no known kind, below a heading that says what they are.
    (0..WIDEST)
        .find(|column| keys(grid, *column).any(|key| key.starts_with("tên ") && is_heading(&key)))
}

fn column_of(grid: &Grid, is_it: impl Fn(u32) -> bool) -> Option<u32> {
    let last = grid.cells().iter().map(|cell| cell.address.column).max()?;
    (0..=last.min(WIDEST)).find(|column| is_it(*column))
}

/// Whether a column says the province, over and over: by its heading, or by what stands in it.
fn is_of_provinces(grid: &Grid, column: u32) -> bool {
    let all: Vec<String> = keys(grid, column).collect();
    let different: BTreeSet<&String> = all.iter().collect();
    let is_named = all.first().is_some_and(|heading| {
        let is_code = Hint::Code.is_in(heading);
        !is_code && Hint::Province.is_in(heading)
    });
    let of_authorities = all
        .iter()
        .filter(|key| is_authority(key) || key.starts_with("thành phố "))
        .count();
    let is_repeated = different.len() * 2 < all.len().max(3);
    is_named || is_repeated && of_authorities * 2 > all.len()
}

/// Whether a column on the left of the names has a code for each of them.
fn is_of_codes(grid: &Grid, column: u32, names: u32) -> bool {
    let all: Vec<String> = keys(grid, column).collect();
    let heading = all.first().is_some_and(|heading| Hint::Code.is_in(heading));
    let different: BTreeSet<&String> = all.iter().collect();
    let is_short = all.iter().all(|key| key.len() <= 24 && !key.contains("  "));
    heading
        && is_short
        && different.len() == all.len()
        && all.len() >= keys(grid, names).count() / 2
}
