//! One year's result as a comparison needs it.
//!
//! In: the rows of `Dữ liệu`, of a report or of a workbook that the program wrote: both come out the same. Out: a [`Side`].
//! Not for: published tables, which `table` takes in, and not for files.

use indexmap::IndexMap;

use crate::base::cell::{CellAddress, CellValue, Grid};
use crate::base::finding::Finding;
use crate::base::ids::{CriterionId, GroupId, LevelId, UnitId};
use crate::base::points::{Decimal, Points, from_f64, to_f64};
use crate::base::seal::{is_list, list_head};
use crate::campaign::units::Succession;
use crate::result::report::row::DataRow;

/// One year's result.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Side {
    /// The campaign's name, or the file's.
    pub name: String,
    /// The year assessed, where it is known.
    pub year: Option<i32>,
    /// The scheme's id and version, as `kontum-2017 1`.
    pub scheme: String,
    /// Whether it is only a published table: maxima and grades are then those of a scheme and not told by the file.
    pub is_table: bool,
    /// What the groups inside the total add up to.
    pub total_maximum: Option<Points>,
    /// Grades and where each begins, best first.
    pub grades: Vec<(String, Points)>,
    /// Levels by id, with their names.
    pub levels: IndexMap<LevelId, String>,
    /// Groups, in order.
    pub groups: IndexMap<GroupId, Item>,
    /// Criteria, in order.
    pub criteria: IndexMap<CriterionId, Item>,
    /// Figures by id.
    pub figures: IndexMap<String, FigureItem>,
    /// Units by level, in the registry's order.
    pub units: IndexMap<UnitId, SideUnit>,
    /// Statistics by id, in order.
    pub statistics: IndexMap<String, SideStatistic>,
    /// What its registry says about units before and after.
    pub successions: Vec<Succession>,
    /// What makes its file doubtful: it was changed by hand, or its sheets contradict each other.
    pub doubts: Vec<Finding>,
}

/// A figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FigureItem {
    /// The criterion that asks for it.
    pub criterion: CriterionId,
    /// Its name.
    pub name: String,
    /// Whether it is answered by yes (1) or no (0).
    pub is_yes_no: bool,
}

/// A group or a criterion.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    /// Its name.
    pub name: String,
    /// Its group.
    pub group: GroupId,
    /// Its maximum per level.
    pub maximum: IndexMap<LevelId, Points>,
    /// Its rule, in a form that is equal for equal rules. Empty where it is not known.
    pub rule: String,
    /// Whether it is bonus/penalty, outside the maximum of the total.
    pub outside_total: bool,
}

/// A unit of one year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SideUnit {
    /// Its name.
    pub name: String,
    /// Its position in the registry.
    pub order: u32,
    /// Its result. `None`: nothing that counts was submitted.
    pub result: Option<SideResult>,
}

/// A unit's result.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SideResult {
    /// The total that is ranked and graded, as published.
    pub total: Option<Points>,
    /// Its place.
    pub place: Option<u32>,
    /// Its grade.
    pub grade: Option<String>,
    /// The points of each group that has any. A group that is not here is blank, which is not 0.
    pub groups: IndexMap<GroupId, Points>,
    /// The scores of criteria. Empty for a published table.
    pub criteria: IndexMap<CriterionId, SideScore>,
    /// Figures by id: as number, and as text.
    pub figures: IndexMap<String, (Option<Decimal>, String)>,
    /// The file it comes from.
    pub file: String,
}

/// A score.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SideScore {
    /// What the unit claims.
    pub claimed: Option<Points>,
    /// What counts. `None`: open, or exempt.
    pub counted: Option<Points>,
    /// Whether the unit is exempt.
    pub exempt: bool,
    /// Whether the unit gives an explanation.
    pub explained: bool,
    /// The sheet and cell of the claim.
    pub place: Option<(String, CellAddress)>,
}

/// A statistic.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SideStatistic {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: Option<Decimal>,
    /// Its numerator, where it has one.
    pub numerator: Option<Decimal>,
    /// Its denominator, where it has one.
    pub denominator: Option<Decimal>,
    /// Units that are in it.
    pub covered: usize,
    /// Units that were expected in it.
    pub expected: usize,
    /// Its kind, unit of measure and formula.
    pub formula: String,
    /// Its position.
    pub order: u32,
}

impl SideStatistic {
    /// Whether its value is a percentage.
    pub fn is_percent(&self) -> bool {
        self.formula.starts_with("ratio;") || self.formula.starts_with("share;")
    }
}

impl SideResult {
    /// The sum of the groups.
    pub fn sum(&self) -> Points {
        self.groups.values().copied().sum()
    }

    /// Whether a criterion does not apply to the unit.
    pub fn has_exemption(&self) -> bool {
        self.criteria.values().any(|score| score.exempt)
    }
}

/// A number as a workbook keeps it: its first 15 digits. So a report and the workbook made of it compare the same.
pub fn kept(value: Decimal) -> Decimal {
    from_f64(to_f64(value)).unwrap_or(value).normalize()
}

/// A code such as `1.10` in a form that sorts by its numbers.
pub fn sort_key(code: &str) -> Vec<(u64, String)> {
    code.split('.')
        .map(|part| (part.parse().unwrap_or(u64::MAX), part.to_string()))
        .collect()
}

/// The first cell of the sheets `Dữ liệu` that holds a number this program writes nowhere, as `sheet!cell`.
pub fn impossible_number(grids: &[Grid]) -> Option<String> {
    let data = grids.iter().filter(|grid| is_list(grid));
    data.flat_map(|grid| grid.rows().flatten().map(move |cell| (grid, cell)))
        .find(|(_, cell)| match cell.value {
            CellValue::Number(number) => from_f64(number).is_none(),
            _ => false,
        })
        .map(|(grid, cell)| format!("{}!{}", grid.name, cell.address))
}

/// The rows of `Dữ liệu`, where the grids of a file have such sheets: below the row of the heads, which stands among the first. A
/// workbook of an earlier version has no columns with keys; its columns `Cấp` and `Loại giá trị` hold the keys themselves.
pub fn rows_of(grids: &[Grid]) -> Option<Vec<DataRow>> {
    let mut rows = None;
    for grid in grids {
        if let Some(head) = list_head(grid) {
            let lines = grid.rows().filter(|cells| is_below(cells, head.row));
            let rows: &mut Vec<DataRow> = rows.get_or_insert_default();
            rows.extend(lines.map(|cells| data_row(cells, head.has_keys)));
        }
    }
    rows
}

fn is_below(cells: &[crate::base::cell::Cell], row: u32) -> bool {
    cells.first().is_some_and(|cell| cell.address.row > row)
}

fn data_row(cells: &[crate::base::cell::Cell], has_keys: bool) -> DataRow {
    let mut row = DataRow::default();
    for cell in cells {
        let text = cell.value.show();
        match cell.address.column {
            0 if !has_keys => row.level = text,
            1 => row.code = text,
            2 => row.unit = text,
            3 => row.group = text,
            4 => row.criterion = text,
            5 if !has_keys => row.kind = text,
            6 => {
                if let CellValue::Number(number) = cell.value {
                    row.value = from_f64(number);
                }
            }
            7 => row.text = text,
            8 => row.status = text,
            9 => row.file = text,
            10 => row.sheet = text,
            11 => row.cell = text,
            12 if has_keys => row.level = text,
            13 if has_keys => row.kind = text,
            _ => {}
        }
    }
    row
}
