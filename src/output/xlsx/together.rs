//! What must not be torn apart by the end of a page.
//!
//! In: rows with their heights. Out: a page break above a heading that would stand alone. Not for: print set-up.

use crate::output::xlsx::page::{SheetPage, WriteResult};
use crate::output::xlsx::sizes::A4;

/// Begins a new page at a row, where what stands from there on, so many points high, would not fit below what stands above it.
/// `header` is the row that is repeated on each page, `last_column` the last one printed.
pub(super) fn keep(
    page: &mut SheetPage,
    (header, row): (u32, u32),
    last_column: u16,
    height: f64,
) -> WriteResult {
    let scale = (A4.width / (page.pixels(0, last_column) * 72.0 / 96.0)).min(1.0);
    let room = A4.height / scale;
    let used = (0..row).fold(0.0, |used, one| {
        let high = page.height(one);
        if used + high > room {
            page.height(header) + high
        } else {
            used + high
        }
    });
    if used + height > room {
        page.sheet.set_page_breaks(&[row])?;
    }
    Ok(())
}
