//! By what the program knows its own workbooks again.
//!
//! In: the custom properties and the grids of a workbook. Out: what it is, where this program wrote it. Not for: whether it is still
//! what was written, and not for results of other forms, which their formats know.

use std::collections::BTreeMap;

use crate::base::cell::{Cell, Grid};
use crate::base::lang::{Lang, Phrase};
use crate::base::seal::{is_seal, own_titles};

/// The custom document property of a consolidated workbook, which holds the version of its form.
pub const REPORT: &str = "tonghop-report";
/// The same of the workbook of an audit.
pub const AUDIT: &str = "tonghop-audit";
/// The same of the workbook of a comparison.
pub const DIFF: &str = "tonghop-diff";
/// The same of the workbook of a roll-up.
pub const ROLLUP: &str = "tonghop-rollup";
/// The heads of the list of all values, the same in every language and every year.
pub const LIST_HEADS: [&str; 12] = [
    "Cấp",
    "Mã đơn vị",
    "Đơn vị",
    "Nhóm",
    "Tiêu chí",
    "Loại giá trị",
    "Giá trị",
    "Văn bản",
    "Trạng thái",
    "Tệp",
    "Trang tính",
    "Ô",
];
/// The heads of two further columns, which hold the level's id and the kind's own word for programs; where they are, the columns
/// `Cấp` and `Loại giá trị` hold what people call both.
pub const KEY_HEADS: [&str; 2] = ["Khóa: cấp", "Khóa: loại giá trị"];
/// The heads stand among so many first rows.
const HEAD_WITHIN: u32 = 10;

/// A kind of workbook that this program writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnWorkbook {
    /// A consolidated workbook.
    Report,
    /// The workbook of an audit.
    Audit,
    /// The workbook of a comparison.
    Diff,
    /// The workbook of a roll-up.
    Rollup,
}

impl OwnWorkbook {
    /// What a workbook is by its stamp; where a conversion has lost that, by the sheet of its seal, or by the heads of the list of
    /// all values. `None` for a workbook that this program did not write, such as a return.
    pub fn workbook(properties: &BTreeMap<String, String>, grids: &[Grid]) -> Option<OwnWorkbook> {
        let stamps = [
            (REPORT, OwnWorkbook::Report),
            (AUDIT, OwnWorkbook::Audit),
            (DIFF, OwnWorkbook::Diff),
            (ROLLUP, OwnWorkbook::Rollup),
        ];
        let stamped = stamps
            .iter()
            .find(|(stamp, _)| properties.contains_key(*stamp));
        if let Some((_, own)) = stamped {
            return Some(*own);
        }
        let has_list = grids.iter().any(is_list);
        (has_list || grids.iter().any(is_seal)).then_some(OwnWorkbook::Report)
    }
}

/// Where the list of all values begins on a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListHead {
    /// The zero-based row of the heads; the values follow below.
    pub row: u32,
    /// Whether the columns of [`KEY_HEADS`] are there.
    pub has_keys: bool,
}

/// The heads of the list of all values, if a sheet is that: in its first rows, below a title or not.
pub fn list_head(grid: &Grid) -> Option<ListHead> {
    let heads = || LIST_HEADS.into_iter().chain(KEY_HEADS);
    let row = (0..HEAD_WITHIN).find(|row| {
        let cells = own_columns(grid.row(*row));
        let columns = (0_u32..).zip(heads());
        let is_same = |(cell, (column, head)): (&Cell, (u32, &str))| {
            cell.address.column == column && cell.value.show() == head
        };
        [LIST_HEADS.len(), heads().count()].contains(&cells.len())
            && cells.iter().zip(columns).all(is_same)
    })?;
    let has_keys = own_columns(grid.row(row)).len() > LIST_HEADS.len();
    Some(ListHead { row, has_keys })
}

/// The cells of a row within the columns of the list; a person may note something beside it.
fn own_columns(cells: &[Cell]) -> &[Cell] {
    let columns = LIST_HEADS.len() + KEY_HEADS.len();
    let end = cells.partition_point(|cell| (cell.address.column as usize) < columns);
    cells.get(..end).unwrap_or_default()
}

/// The sheets of a workbook that may hold tables of results: in a result of ours those of the levels.
pub fn of_results(grids: &[Grid]) -> impl Iterator<Item = &Grid> {
    let is_ours = grids.iter().any(is_list);
    let is_beside = move |grid: &Grid| {
        let first = grid.row(0).first().map(|cell| cell.value.show());
        let title = first.unwrap_or_default();
        let title = title.lines().next().unwrap_or_default();
        is_list(grid)
            || is_ours
                && (is_one_of(&own_titles::ALL, title)
                    || is_one_of(&[own_titles::OVERVIEW], &grid.name))
    };
    grids.iter().filter(move |grid| !is_beside(grid))
}

/// Whether a text is the first line of a phrase in either language.
fn is_one_of(phrases: &[Phrase], text: &str) -> bool {
    let languages = |phrase: &Phrase| [Lang::Vi, Lang::En].map(|lang| phrase.get(lang));
    let mut all = phrases.iter().flat_map(languages);
    all.any(|one| one.lines().next() == Some(text))
}

/// Whether a sheet is the list of all values.
pub fn is_list(grid: &Grid) -> bool {
    list_head(grid).is_some()
}
