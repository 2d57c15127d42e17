//! A filled-in form of the built-in scheme, as grids, with ways to spoil it.

use std::collections::BTreeMap;

use tonghop::base::cell::{Cell, CellAddress, CellValue, Grid, Visibility};
use tonghop::campaign::definition::Source;
use tonghop::campaign::scheme::{self, Criterion, FigureKind, Scheme, ScoringRule};
use tonghop::campaign::settings::Campaign;
use tonghop::campaign::units::{self, Registry};
use tonghop::input::recognise::{Known, Recognised, recognise};

/// Columns of the form: code, text, figure, maximum, self score, evidence.
pub const HEADINGS: [&str; 6] = [
    "TT",
    "Tiêu chí",
    "Số liệu",
    "Điểm tối đa",
    "Điểm tự chấm",
    "Tài liệu kiểm chứng",
];

pub fn scheme() -> Scheme {
    let text = scheme::built_in("kontum-2017").unwrap();
    let file = "scheme.toml";
    Scheme::parse(Source { file, text }).unwrap()
}

pub fn registry(scheme: &Scheme) -> Registry {
    let text = units::built_in("kontum-2017").unwrap();
    let file = "units.csv";
    Registry::parse(Source { file, text }, scheme).unwrap()
}

pub fn cell(at: &str, value: CellValue) -> Cell {
    Cell {
        address: at.parse().unwrap(),
        value,
        formula: None,
        format: tonghop::base::cell::Format::General,
        look: None,
    }
}

fn text(row: u32, column: u32, text: &str) -> Cell {
    Cell {
        address: CellAddress::new(row, column),
        value: CellValue::Text(text.to_string()),
        formula: None,
        format: tonghop::base::cell::Format::General,
        look: None,
    }
}

fn number(row: u32, column: u32, value: f64) -> Cell {
    Cell {
        address: CellAddress::new(row, column),
        value: CellValue::Number(value),
        formula: None,
        format: tonghop::base::cell::Format::General,
        look: None,
    }
}

/// A cover and one sheet with all criteria, each claiming its fewest points, with figures of 1, `Có` and first choices.
pub fn form(scheme: &Scheme, unit: &str) -> Vec<Grid> {
    let cover = vec![
        text(0, 0, "PHIẾU TỰ ĐÁNH GIÁ ỨNG DỤNG CNTT NĂM 2017"),
        text(2, 0, "Tên đơn vị:"),
        text(2, 1, unit),
        text(3, 0, "Cấp"),
        text(3, 1, "Cấp tỉnh"),
    ];
    let mut cells: Vec<Cell> = (0_u32..)
        .zip(HEADINGS)
        .map(|(column, heading)| text(0, column, heading))
        .collect();
    let mut row = 1;
    for criterion in &scheme.criteria {
        cells.push(text(row, 0, &criterion.id.0));
        cells.push(text(row, 1, &criterion.name));
        if criterion.rule != (ScoringRule::Sum {}) {
            cells.push(number(row, 4, 0.0));
        }
        cells.push(text(row, 5, "Quyết định số 12/QĐ-UBND ngày 01/02/2017"));
        for figure in &criterion.figures {
            if let Some(name) = &figure.name {
                row += 1;
                cells.push(text(row, 1, name));
            }
            cells.push(match figure.kind {
                FigureKind::YesNo => text(row, 2, "Có"),
                FigureKind::Choice => text(row, 2, first_choice(criterion)),
                FigureKind::Count | FigureKind::Amount => number(row, 2, 1.0),
            });
        }
        row += 1;
    }
    vec![grid("Thông tin chung", cover), grid("Tiêu chí", cells)]
}

fn first_choice(criterion: &Criterion) -> &str {
    match &criterion.rule {
        ScoringRule::Choice { options, .. } => &options[0].name,
        _ => "",
    }
}

pub fn grid(name: &str, cells: Vec<Cell>) -> Grid {
    Grid::new(name, Visibility::Visible, cells, Vec::new())
}

/// The same form with every text changed.
pub fn with_texts(grids: &[Grid], change: impl Fn(&str) -> String) -> Vec<Grid> {
    let changed = |cell: &Cell| {
        let mut cell = cell.clone();
        if let CellValue::Text(text) = &mut cell.value {
            *text = change(text);
        }
        cell
    };
    grids
        .iter()
        .map(|one| grid(&one.name, one.cells().iter().map(changed).collect()))
        .collect()
}

/// The same form with other cells in one of its sheets.
pub fn with_cells(grids: &[Grid], sheet: usize, cells: Vec<Cell>) -> Vec<Grid> {
    let mut grids = grids.to_vec();
    let all = grids[sheet].cells().iter().cloned().chain(cells).collect();
    grids[sheet] = grid(&grids[sheet].name, all);
    grids
}

/// Recognises a form and hands what came out to a test.
pub fn read(scheme: &Scheme, grids: &[Grid]) -> Recognised {
    let registry = registry(scheme);
    let known = Known::new(&Campaign::built_in(), scheme, &registry);
    recognise(grids, &BTreeMap::new(), "phieu.xlsx", &known)
}

/// The codes of the findings, in order.
pub fn codes(recognised: &Recognised) -> Vec<&'static str> {
    recognised
        .findings
        .iter()
        .map(|finding| finding.rule.code)
        .collect()
}
