//! Whether forms of which nothing else is known assess something.
//!
//! In: the forms. Out: whether several alike say so in their words. Not for: what their columns hold.

use crate::base::cell::CellValue;
use crate::base::text;
use crate::input::propose::tree::Tree;
use crate::input::propose::{Form, forms, in_sight};

/// Words of forms by which something is assessed.
const ASSESSING: [&str; 4] = ["tiêu chí", "chỉ số", "điểm", "đánh giá"];

/// Whether several forms alike say that they assess something.
pub(super) fn assess(own: &[(&Form, &Tree)]) -> bool {
    let says = |form: &Form| {
        let mut cells = in_sight(form.grids()).flat_map(|(_, grid)| grid.cells());
        cells.any(|cell| {
            let key = match &cell.value {
                CellValue::Text(written) => text::key(written),
                _ => return false,
            };
            ASSESSING.iter().any(|word| key.contains(word))
        })
    };
    let count = own.iter().filter(|(form, _)| says(form)).count();
    count > 1 && forms::are_nearly_all(count, own.len())
}
