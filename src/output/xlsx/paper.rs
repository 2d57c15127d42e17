//! Where a printed sheet is cut into pages: nothing that belongs together is parted, and text stays large enough to read.
//!
//! In: a sheet with its widths and heights, what must stay together. Out: scale and page breaks. Not for: headers and footers,
//! which `page` sets.

use std::ops::RangeInclusive;

use rust_xlsxwriter::XlsxError;

use crate::output::xlsx::page::{SheetPage, WriteResult, whole};
use crate::output::xlsx::sizes::Paper;

/// What is kept free on each page for the differences between printers and programs.
pub(super) const SLACK: f64 = 0.95;

/// As [`SLACK`], of the width: programs differ in the widths of columns.
const WIDTH: f64 = 0.94;

/// What of a sheet is printed.
pub(super) struct PrintSetup<'k> {
    /// The paper.
    pub(super) paper: Paper,
    /// The last column.
    pub(super) last_column: u16,
    /// The last row.
    pub(super) last_row: u32,
    /// Rows that are repeated on each page.
    pub(super) repeat: (u32, u32),
    /// Rows that stay on one page where it is high enough for them, in ascending order.
    pub(super) keep: &'k [RangeInclusive<u32>],
    /// The smallest scale at which all is drawn on fewer pages, 1 for 100 %.
    pub(super) smallest: f64,
}

/// Prints a sheet on one page where that stays large enough, else as wide as the page, cut where nothing is parted.
pub(super) fn cut(page: &mut SheetPage, printed: &PrintSetup) -> WriteResult {
    let last = (printed.last_row, printed.last_column);
    page.sheet.set_print_area(0, 0, last.0, last.1)?;
    let wide = widest(page, printed);
    if high(page, printed) >= printed.smallest.min(wide) {
        page.sheet.set_print_fit_to_pages(1, 1);
        return Ok(());
    }
    scaled(page, printed, wide)
}

/// As [`cut`], for a table without a block of signatures: about as much on each page, so that no line or two stand alone.
pub(super) fn cut_evenly(page: &mut SheetPage, printed: &PrintSetup) -> WriteResult {
    cut(page, printed)?;
    let wide = widest(page, printed);
    if high(page, printed) < printed.smallest.min(wide) {
        let breaks = even(page, printed, room(printed, percent(wide)));
        page.sheet.set_page_breaks(taken(&breaks))?;
    }
    Ok(())
}

/// How many breaks of pages a sheet may have: [`rust_xlsxwriter::XlsxError::ParameterError`] beyond, as Excel takes no more.
const MOST_BREAKS: usize = 1023;

/// The breaks that a sheet can hold. Behind the last of them pages end where they are full.
fn taken(breaks: &[u32]) -> &[u32] {
    breaks.get(..MOST_BREAKS).unwrap_or(breaks)
}

/// The scale at which the printed columns are as wide as a page.
fn widest(page: &SheetPage, printed: &PrintSetup) -> f64 {
    let width = page.pixels(0, printed.last_column) * 72.0 / 96.0;
    (printed.paper.width * WIDTH / width).min(1.0)
}

fn percent(scale: f64) -> u16 {
    whole((scale * 100.0).clamp(30.0, 100.0)) as u16
}

/// The height that rows have on a page.
fn room(printed: &PrintSetup, percent: u16) -> f64 {
    printed.paper.height * SLACK * 100.0 / f64::from(percent)
}

/// Prints a sheet at a scale, cut into pages one below the other where nothing is parted.
pub(super) fn scaled(
    page: &mut SheetPage,
    printed: &PrintSetup,
    scale: f64,
) -> Result<(), XlsxError> {
    let percent = percent(scale);
    let breaks = breaks(page, printed, room(printed, percent));
    page.sheet.set_print_fit_to_pages(0, 0);
    page.sheet
        .set_print_scale(percent)
        .set_page_breaks(taken(&breaks))?;
    Ok(())
}

/// The scale at which the printed rows fill one page.
pub(super) fn high(page: &SheetPage, printed: &PrintSetup) -> f64 {
    let rows: f64 = (0..=printed.last_row).map(|row| page.height(row)).sum();
    printed.paper.height * SLACK / rows.max(1.0)
}

/// The rows that begin a page: no more pages than are needed, and about as much on each, so that no line or two stand alone.
fn even(page: &SheetPage, printed: &PrintSetup, room: f64) -> Vec<u32> {
    let fullest = breaks(page, printed, room);
    let (mut low, mut high) = (0.0, room);
    for _ in 0..12 {
        let middle = f64::midpoint(low, high);
        if breaks(page, printed, middle).len() > fullest.len() {
            low = middle;
        } else {
            high = middle;
        }
    }
    // What is kept together there is kept together in less room as well, if it does not part what it kept before.
    let largest = printed
        .keep
        .iter()
        .map(|rows| height(page, rows))
        .fold(0.0, f64::max);
    let (first, last) = printed.repeat;
    if largest + height(page, &(first..=last)) > high {
        return fullest;
    }
    breaks(page, printed, high)
}

fn height(page: &SheetPage, rows: &RangeInclusive<u32>) -> f64 {
    rows.clone().map(|row| page.height(row)).sum()
}

/// The rows that begin a page, given the height that a page has room for.
fn breaks(page: &SheetPage, printed: &PrintSetup, room: f64) -> Vec<u32> {
    let height = |rows: RangeInclusive<u32>| -> f64 { rows.map(|row| page.height(row)).sum() };
    let (first, last) = printed.repeat;
    let head = height(first..=last);
    let (mut all, mut start, mut used) = (Vec::new(), 0, 0.0);
    let mut row = 0;
    while row <= printed.last_row {
        let kept = printed.keep.iter().find(|rows| *rows.start() == row);
        let block = kept.map_or(page.height(row), |rows| height(rows.clone()));
        let on_a_page = kept.is_none() || head + block <= room;
        let needed = if on_a_page { block } else { page.height(row) };
        if used + needed > room && row > start.max(last) {
            all.push(row);
            start = row;
            used = head;
        }
        used += page.height(row);
        row += 1;
    }
    all
}

/// Columns that begin a page when blocks of columns are laid side by side, as even as they can be, at no less than the
/// smallest scale; and the width of the widest page in pixels. `names` are repeated on each.
pub(super) fn columns(blocks: &[(u16, f64)], names: f64, room: f64) -> (Vec<u32>, f64) {
    let fill = |limit: f64| -> (Vec<u32>, f64) {
        let (mut starts, mut used, mut widest) = (Vec::new(), 0.0, 0.0_f64);
        for (first, width) in blocks {
            if used > 0.0 && used + width > limit {
                starts.push(u32::from(*first));
                used = 0.0;
            }
            used += width;
            widest = widest.max(used);
        }
        (starts, widest + names)
    };
    let (mut low, mut high) = (0.0, (room - names).max(1.0));
    let pages = fill(high).0.len();
    for _ in 0..20 {
        let middle = f64::midpoint(low, high);
        if fill(middle).0.len() > pages {
            low = middle;
        } else {
            high = middle;
        }
    }
    fill(high)
}

#[cfg(test)]
mod tests {
    use rust_xlsxwriter::Worksheet;

    use super::taken;

    #[test]
    fn no_more_breaks_are_set_than_a_sheet_may_have() {
        let breaks: Vec<u32> = (1..3000).collect();
        let set = |breaks: &[u32]| Worksheet::new().set_page_breaks(breaks).is_ok();
        assert!(!set(&breaks) && set(taken(&breaks)));
        assert_eq!(taken(&[4, 8]), [4, 8]);
    }
}
