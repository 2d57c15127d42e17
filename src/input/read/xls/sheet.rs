//! One sheet of an .xls workbook, beside its values.
//!
//! In: the records of the sheet. Out: the look of its cells, its hidden lines, its filled-down formulas. Not for: values.

use rustc_hash::FxHashMap;

use crate::base::cell::{Cell, CellAddress, CellValue, Grid, Lines};
use crate::input::read::marks::signs;
use crate::input::read::styles::show;
use crate::input::read::value::in_grid;
use crate::input::read::xls::globals::Globals;
use crate::input::read::xls::{BEGIN, END, formula, records, u16_at, u32_at};

/// Rows and columns as the records have them.
type Place = (u16, u16);

/// What is said of one cell.
#[derive(Clone, Copy, Debug, Default)]
struct Said {
    style: u16,
    text: Option<u32>,
    /// The first cell of those that share a formula.
    shares: Option<Place>,
}

/// Completes a grid from the records at a place of the stream.
#[expect(clippy::too_many_lines, reason = "to be parted into its steps")]
pub(super) fn complete(stream: &[u8], start: usize, globals: &Globals, grid: &mut Grid) {
    let mut cells: FxHashMap<Place, Said> = FxHashMap::default();
    let mut shared: FxHashMap<Place, &[u8]> = FxHashMap::default();
    let mut facts = std::mem::take(&mut grid.facts);
    let (mut depth, mut last) = (0_usize, (0, 0));
    for (kind, content) in records(stream, start) {
        let number = |at| u16_at(content, at).unwrap_or_default();
        let place = (number(0), number(2));
        match kind {
            BEGIN => depth += 1,
            END if depth <= 1 => break,
            END => depth -= 1,
            // Charts have sheets of their own within.
            _ if depth > 1 => {}
            // A record that is cut says nothing.
            0x0208 | 0x007d if content.len() < 10 => {}
            0x0208 if number(12) & 0x20 != 0 || number(6) == 0 => {
                Lines::add(
                    &mut facts.hidden_rows,
                    u32::from(place.0),
                    u32::from(place.0),
                );
            }
            0x007d if number(8) & 1 != 0 || number(4) == 0 => {
                let last = u32::from(place.1.min(255));
                Lines::add(&mut facts.hidden_columns, u32::from(place.0), last);
            }
            0x001c if in_grid(u32::from(place.0), u32::from(place.1)) => {
                facts
                    .comments
                    .push(CellAddress::new(u32::from(place.0), u32::from(place.1)));
            }
            0x0203 | 0x027e | 0x0205 | 0x0204 | 0x00d6 => {
                say(&mut cells, place, number(4), globals);
            }
            0x00bd => {
                let styles = content.get(4..).unwrap_or_default().chunks_exact(6);
                for (column, one) in (place.1..).zip(styles) {
                    say(
                        &mut cells,
                        (place.0, column),
                        u16_at(one, 0).unwrap_or_default(),
                        globals,
                    );
                }
            }
            0x00fd => {
                let text = u32_at(content, 6).filter(|text| globals.texts.contains_key(text));
                say(&mut cells, place, number(4), globals);
                if text.is_some() {
                    let said = cells.entry(place).or_default();
                    (said.style, said.text) = (number(4), text);
                }
            }
            0x0006 => {
                last = place;
                say(&mut cells, place, number(4), globals);
                if let Some(first) = formula::shares(content.get(22..).unwrap_or_default()) {
                    let said = cells.entry(place).or_default();
                    (said.style, said.shares) = (number(4), Some(first));
                }
            }
            // It follows the first cell that has it.
            0x04bc => drop(shared.insert(last, content.get(8..).unwrap_or_default())),
            _ => {}
        }
    }
    facts.comments.sort_unstable();
    facts.comments.dedup();
    let mut whole = std::mem::take(grid).with_facts(facts);
    if !cells.is_empty() {
        whole.each(|cell| {
            let place = (
                u16::try_from(cell.address.row),
                u16::try_from(cell.address.column),
            );
            if let (Ok(row), Ok(column)) = place
                && let Some(said) = cells.get(&(row, column))
            {
                apply(cell, *said, globals);
                let first = said.shares.and_then(|first| shared.get(&first));
                if let Some(text) = first.and_then(|code| formula::text(code, (row, column)))
                    && cell.formula.as_deref().is_none_or(str::is_empty)
                {
                    cell.formula = Some(text);
                }
            }
        });
    }
    *grid = whole;
}

fn say(cells: &mut FxHashMap<Place, Said>, place: Place, style: u16, globals: &Globals) {
    if globals.cell(style).is_some_and(|style| !style.is_plain()) {
        cells.entry(place).or_default().style = style;
    }
}

fn apply(cell: &mut Cell, said: Said, globals: &Globals) {
    let text = said.text.and_then(|text| globals.texts.get(&text));
    if let (CellValue::Text(value), Some(text)) = (&mut cell.value, text)
        && *value == text.plain()
    {
        value.clear();
        for (piece, font) in text.pieces().filter(|(piece, _)| !piece.is_empty()) {
            match signs(globals.mark(font, said.style)) {
                Some((start, end)) => {
                    value.push(start);
                    value.push_str(&piece);
                    value.push(end);
                }
                None => value.push_str(&piece),
            }
        }
        // The pieces tell more than the cell.
        return;
    }
    let Some(style) = globals.cell(said.style) else {
        return;
    };
    if let CellValue::Number(number) = cell.value {
        show(cell, style.format.look(number));
    }
    if style.is_struck || style.is_unseen {
        let look = cell.look_mut();
        (look.is_struck, look.is_unseen) = (style.is_struck, style.is_unseen);
    }
}
