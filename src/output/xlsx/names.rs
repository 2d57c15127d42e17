//! Names for the result tables, so that other workbooks and formulas can refer to them.
//!
//! In: where the tables stand. Out: `KetQua_Tinh`, `ThongKe`, `ChiTiet`. Not for: the tables.

use rust_xlsxwriter::{Workbook, XlsxError};

use crate::output::xlsx::plan::Book;
use crate::output::xlsx::statistics;
use crate::output::xlsx::text::{absolute, sheet_prefix};

/// Defines the names.
pub(super) fn define(workbook: &mut Workbook, book: &Book) -> Result<(), XlsxError> {
    let mut taken = Vec::new();
    for (level, plan) in book.report.levels.iter().zip(&book.levels) {
        let name = of_level(&level.id.0, &taken);
        let last = plan.end().saturating_sub(1).max(plan.maxima());
        let area = area(&plan.prefix, plan.header, (last, plan.remarks()));
        workbook.define_name(&name, &area)?;
        taken.push(name.to_lowercase());
    }
    let detail = &book.detail;
    let last = detail.units.values().copied().max();
    let last = (last.unwrap_or(detail.header + 2), detail.ranked());
    let points = area(&detail.prefix, detail.header, last);
    workbook.define_name("ChiTiet", &points)?;
    let prefix = sheet_prefix(&book.names.statistics);
    let last = (statistics::last_row(book), statistics::last_column(book));
    let figures = area(&prefix, crate::output::xlsx::plan::STATISTICS_HEADER, last);
    workbook.define_name("ThongKe", &figures)?;
    Ok(())
}

/// The name of a level's table, in letters that every program takes, unlike those taken.
fn of_level(id: &str, taken: &[String]) -> String {
    let safe: String = id
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .take(40)
        .collect();
    let mut letters = safe.chars();
    let safe = match letters.next() {
        Some(first) => format!("{}{}", first.to_ascii_uppercase(), letters.as_str()),
        None => (taken.len() + 1).to_string(),
    };
    let mut name = format!("KetQua_{safe}");
    let mut number = 2;
    while taken.contains(&name.to_lowercase()) {
        name = format!("KetQua_{safe}_{number}");
        number += 1;
    }
    name
}

fn area(prefix: &str, header: u32, (row, column): (u32, u16)) -> String {
    format!("={prefix}{}:{}", absolute(header, 0), absolute(row, column))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_ascii_and_differ() {
        let taken = ["ketqua_tinh".to_string()];
        assert_eq!(of_level("tinh", &[]), "KetQua_Tinh");
        assert_eq!(of_level("TINH", &taken), "KetQua_TINH_2");
        assert_eq!(of_level("xã, phường", &[]), "KetQua_Xphng");
        assert_eq!(of_level("ộ", &taken), "KetQua_2");
    }
}
