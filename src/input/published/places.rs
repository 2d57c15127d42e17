//! Where a table tells the places of its units: in a column, or by the order of its rows.
//!
//! In: the rows of a table or of one of its pages. Out: their places. Not for: whether they are right.

use crate::base::points::Points;
use crate::input::published::{PlacesTold, PublishedRow};

/// Fills in the places that the order of the rows tells, by their own numbers where these rise. A unit without a total has none.
pub fn places(rows: &mut [PublishedRow], numbers: &[Option<u32>], has_column: bool) -> PlacesTold {
    let places = told(rows, has_column);
    if places == PlacesTold::Order {
        let ascending = numbers.windows(2).all(|pair| match pair {
            [Some(above), Some(below)] => above < below,
            _ => false,
        });
        for ((number, row), position) in numbers.iter().zip(&mut *rows).zip(1_u32..) {
            row.place = number.filter(|_| ascending).or(Some(position));
        }
    }
    for row in rows.iter_mut().filter(|row| row.total().is_none()) {
        row.place = None;
    }
    places
}

/// Rows stand by rank if of all pairs at least three in four fall from above to below; in any other order about half do.
fn told(rows: &[PublishedRow], has_column: bool) -> PlacesTold {
    if has_column {
        return PlacesTold::Column;
    }
    let totals: Vec<Points> = rows.iter().filter_map(PublishedRow::total).collect();
    let (mut falling, mut rising) = (0_u64, 0_u64);
    for (index, above) in totals.iter().enumerate() {
        for below in totals.iter().skip(index + 1) {
            falling += u64::from(above > below);
            rising += u64::from(above < below);
        }
    }
    if falling >= rising.saturating_mul(3) {
        PlacesTold::Order
    } else {
        PlacesTold::None
    }
}

/// Whether the places of a page go on where those of the page above end.
pub fn are_further(above: &[PublishedRow], page: &[PublishedRow]) -> bool {
    let last = above.iter().filter_map(|row| row.place).max();
    let first = page.iter().filter_map(|row| row.place).min();
    first >= last
}

/// Lets the places that the order of a page tells go on where those of the page above end; rows that are numbered on have theirs.
pub fn go_on(above: &[PublishedRow], page: &mut [PublishedRow]) {
    let last = above.iter().filter_map(|row| row.place).max();
    let first = page.iter().filter_map(|row| row.place).min();
    if first > last {
        return;
    }
    let rows = above.len() as u32;
    for place in page.iter_mut().filter_map(|row| row.place.as_mut()) {
        *place += rows;
    }
}
