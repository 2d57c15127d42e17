//! Forms of any content: recognition and judging end in time, and no score comes out of a blank cell.
//!
//! In: a text in which a line is a row, a tab parts cells, and a line `# name` begins a sheet.

use std::collections::BTreeMap;
use std::sync::LazyLock;
use std::time::Duration;

use tonghop::base::cell::{Cell, CellAddress, CellValue, Grid, Reading, Visibility};
use tonghop::base::guard;
use tonghop::campaign::definition::Source;
use tonghop::campaign::scheme::{self, Scheme};
use tonghop::campaign::settings::Campaign;
use tonghop::campaign::units::{self, Registry};
use tonghop::input::recognise::{Known, recognise};
use tonghop::result::report::{Input, build};

/// What one input may take. The largest takes some hundredths of it, optimised; tests are not, and share their machine.
const TIME: Duration = Duration::from_secs(10);

static SCHEME: LazyLock<Scheme> = LazyLock::new(|| {
    let text = scheme::built_in("kontum-2017").unwrap();
    Scheme::parse(Source { file: "", text }).unwrap()
});
static KNOWN: LazyLock<Known<'static>> = LazyLock::new(|| {
    let text = units::built_in("kontum-2017").unwrap();
    let registry = Registry::parse(Source { file: "", text }, &SCHEME).unwrap();
    let registry = Box::leak(Box::new(registry));
    Known::new(&Campaign::built_in(), &SCHEME, registry)
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

/// Recognises and judges the form, as a run does it with each file.
pub fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let grids = grids(text);
    let known = &*KNOWN;
    let work = || recognise(&grids, &BTreeMap::new(), "phieu.xlsx", known);
    let recognised = guard::within(TIME, work).unwrap_or_else(|why| panic!("{why:?}"));
    for (id, entry) in recognised.submission.iter().flat_map(|one| &one.entries) {
        let is_blank = entry.claimed.text().trim().is_empty();
        let is_value = matches!(entry.claimed.value, Reading::Value(_));
        assert!(!(is_blank && is_value), "{id}: a blank became a number");
    }
    let has_submission = recognised.submission.is_some();
    let report = build(Input {
        campaign: &Campaign::built_in(),
        scheme: known.scheme,
        registry: known.registry,
        submissions: recognised.submission.into_iter().collect(),
        files: Vec::new(),
        findings: recognised.findings,
        folder: String::new(),
        decisions: Vec::new(),
        of_files: tonghop::result::report::FileDecisions::default(),
        time: TIME,
    });
    let rows: usize = report.levels.iter().map(|level| level.rows.len()).sum();
    assert_eq!(rows, usize::from(has_submission), "not judged");
}
