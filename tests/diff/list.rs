//! The rows of `Dữ liệu` come back from the cells in which they stand.

use std::sync::LazyLock;

use proptest::prelude::*;
use tonghop::base::cell::{Cell, CellAddress, CellValue, Grid, Visibility};
use tonghop::base::points::{Decimal, to_f64};
use tonghop::base::seal::{KEY_HEADS, LIST_HEADS};
use tonghop::result::report::kind::Kind;
use tonghop::result::report::list::{column, rows_of, texts};
use tonghop::result::report::row::DataRow;
use tonghop::result::report::{Labels, Report};

use crate::arithmetic::reported;

/// The row of the heads, as our workbooks have it.
const HEAD: u32 = 3;

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[a-zà-ỹ0-9 :|→;=“”/{}.,-]{1,12}",
        Just("12".to_string()),
    ]
}

/// A number of as many digits as a cell keeps.
fn number() -> impl Strategy<Value = Decimal> {
    (-999_999_999_999_i64..999_999_999_999, 0_u32..4)
        .prop_map(|(digits, scale)| Decimal::new(digits, scale))
}

fn row() -> impl Strategy<Value = DataRow<'static>> {
    let ids = (text(), text(), text(), text(), text(), "[a-zđ:]{1,12}");
    let rest = (text(), text(), text(), text(), text());
    (ids, proptest::option::of(number()), rest).prop_map(|(ids, value, rest)| DataRow {
        level: ids.0.into(),
        code: ids.1.into(),
        unit: ids.2.into(),
        group: ids.3.into(),
        criterion: ids.4.into(),
        kind: Kind::of(&ids.5),
        value,
        text: rest.0.into(),
        status: rest.1.into(),
        file: rest.2.into(),
        sheet: rest.3.into(),
        cell: rest.4.into(),
    })
}

fn cell(row: u32, column: u16, value: CellValue) -> Cell {
    Cell::new(CellAddress::new(row, u32::from(column)), value)
}

fn filled(row: u32, column: u16, text: &str) -> Option<Cell> {
    (!text.is_empty()).then(|| cell(row, column, CellValue::Text(text.into())))
}

/// A sheet with these rows; without keys as versions before wrote it.
fn sheet(rows: &[DataRow], has_keys: bool) -> Grid {
    static REPORT: LazyLock<Report> = LazyLock::new(|| reported(&[]));
    let labels = Labels::new(&REPORT);
    let keys = if has_keys { &KEY_HEADS[..] } else { &[] };
    let heads = (0..).zip(LIST_HEADS.iter().chain(keys));
    let mut cells: Vec<Cell> = heads
        .filter_map(|(column, head)| filled(HEAD, column, head))
        .collect();
    for (at, row) in (HEAD + 1..).zip(rows) {
        let value = row.value.map(|value| CellValue::Number(to_f64(value)));
        cells.extend(value.map(|value| cell(at, column::VALUE, value)));
        let kind = row.kind.to_string();
        for (column, text) in texts(row, &labels) {
            let own = match column {
                column::LEVEL if !has_keys => &*row.level,
                column::KIND if !has_keys => &*kind,
                column::LEVEL_KEY | column::KIND_KEY if !has_keys => "",
                _ => &*text,
            };
            cells.extend(filled(at, column, own));
        }
    }
    Grid::new("Dữ liệu", Visibility::Visible, cells, Vec::new())
}

proptest! {
    #[test]
    fn rows_come_back_from_their_cells(
        rows in proptest::collection::vec(row(), 0..8),
        has_keys in any::<bool>(),
    ) {
        prop_assert_eq!(rows_of(&[sheet(&rows, has_keys)]), Some(rows));
    }

    #[test]
    fn rows_come_back_from_several_sheets(
        rows in proptest::collection::vec(row(), 1..8),
        at in 0_usize..8,
    ) {
        let (one, other) = rows.split_at(at.min(rows.len()));
        prop_assert_eq!(rows_of(&[sheet(one, true), sheet(other, true)]), Some(rows));
    }
}

#[test]
fn a_sheet_without_the_heads_is_no_list() {
    let cells = vec![cell(0, 0, CellValue::Text("Cấp".into()))];
    let grid = Grid::new("Dữ liệu", Visibility::Visible, cells, Vec::new());
    assert_eq!(rows_of(&[grid]), None);
}
