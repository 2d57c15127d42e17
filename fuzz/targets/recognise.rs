//! Forms of any content: recognition ends, and no score comes out of a blank cell.
//!
//! In: a text in which a line is a row, a tab parts cells, and a line `# name` begins a sheet.
#![no_main]

use std::collections::BTreeMap;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use tonghop::cell::{Cell, CellAddress, CellValue, Grid, Reading, Visibility};
use tonghop::definition::Source;
use tonghop::recognise::{Known, Lexicon, recognise};
use tonghop::scheme::{self, Scheme};
use tonghop::units::{self, Registry};

static SCHEME: LazyLock<Scheme> = LazyLock::new(|| {
    let text = scheme::built_in("kontum-2017").unwrap();
    Scheme::parse(Source { file: "", text }).unwrap()
});
static KNOWN: LazyLock<Known<'static>> = LazyLock::new(|| {
    let text = units::built_in("kontum-2017").unwrap();
    let registry = Registry::parse(Source { file: "", text }, &SCHEME).unwrap();
    Known {
        scheme: &SCHEME,
        lexicon: Lexicon::new(&SCHEME),
        registry: Box::leak(Box::new(registry)),
        year: 2017,
    }
});

fn grids(text: &str) -> Vec<Grid> {
    let mut sheets: Vec<(String, Vec<Cell>)> = vec![("Sheet1".to_string(), Vec::new())];
    let mut row = 0;
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("# ") {
            sheets.push((name.to_string(), Vec::new()));
            row = 0;
            continue;
        }
        let cells = line
            .split('\t')
            .zip(0..)
            .filter(|(text, _)| !text.is_empty());
        let cells = cells.map(|(text, column)| {
            let value = match text.parse::<f64>() {
                Ok(number) if number.is_finite() => CellValue::Number(number),
                _ => CellValue::Text(text.to_string()),
            };
            Cell::new(CellAddress::new(row, column), value)
        });
        if let Some((_, sheet)) = sheets.last_mut() {
            sheet.extend(cells);
        }
        row += 1;
    }
    let grid = |(name, cells)| Grid::new(name, Visibility::Visible, cells, Vec::new());
    sheets.into_iter().map(grid).collect()
}

fuzz_target!(|data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let recognised = recognise(&grids(text), &BTreeMap::new(), "phieu.xlsx", &KNOWN);
    for (id, entry) in recognised.submission.iter().flat_map(|one| &one.entries) {
        let is_blank = entry.claimed.text.trim().is_empty();
        let is_value = matches!(entry.claimed.value, Reading::Value(_));
        assert!(!(is_blank && is_value), "{id}: a blank became a number");
    }
});
