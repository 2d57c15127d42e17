//! What leads through a workbook: the colours of the sheets' tabs, and the names of tables.
//!
//! In: what a sheet is for, where its table stands. Out: a colour; a place as a name takes it. Not for: cells.

use rust_xlsxwriter::Color;

use crate::output::xlsx::text::{absolute, sheet_prefix};

/// What a sheet is for.
#[derive(Clone, Copy)]
pub(super) enum Tab {
    /// To be read first.
    Overview,
    /// To be worked with: returns and findings.
    Work,
    /// Another year beside this one.
    Comparison,
    /// For programs and formulas.
    Data,
}

/// The colour of a tab.
pub(super) fn color(tab: Tab) -> Color {
    Color::RGB(match tab {
        Tab::Overview => 0x00C0_0000,
        Tab::Work => 0x00ED_7D31,
        Tab::Comparison => 0x0070_30A0,
        Tab::Data => 0x0080_8080,
    })
}

/// Cells of a sheet, both corners included, as the name of a range takes them.
pub(super) fn area(sheet: &str, first: (u32, u16), last: (u32, u16)) -> String {
    let (from, to) = (absolute(first.0, first.1), absolute(last.0, last.1));
    format!("={}{from}:{to}", sheet_prefix(sheet))
}
