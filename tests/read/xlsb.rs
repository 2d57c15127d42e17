//! What a person sees of an .xlsb file, from records written by hand, since nothing here writes such files.

use tonghop::input::read::Workbook;
use zip::CompressionMethod::Deflated;

use super::{build, described, reader};

/// One record of a binary part.
fn record(kind: u16, content: &[u8]) -> Vec<u8> {
    let kind = match kind {
        0..128 => vec![kind as u8],
        kind => vec![(kind & 0x7f) as u8 | 0x80, (kind >> 7) as u8],
    };
    let length = content.len();
    let length = vec![(length & 0x7f) as u8 | 0x80, (length >> 7) as u8];
    [kind, length, content.to_vec()].concat()
}

fn wide(text: &str) -> Vec<u8> {
    let count = (text.encode_utf16().count() as u32).to_le_bytes();
    let text = text.encode_utf16().flat_map(u16::to_le_bytes);
    count.into_iter().chain(text).collect()
}

fn numbers(numbers: &[u32]) -> Vec<u8> {
    numbers
        .iter()
        .flat_map(|number| number.to_le_bytes())
        .collect()
}

/// A font: struck out or not, raised or not, in black, white (by its theme) or the colour of the window.
fn font(struck: u16, raised: u16, color: [u8; 8]) -> Vec<u8> {
    let head = [220, struck, 400, raised].map(u16::to_le_bytes).concat();
    record(
        43,
        &[&head[..], &[0; 4], &color, &[0], &wide("Calibri")].concat(),
    )
}

const BLACK: [u8; 8] = [5, 0, 0, 0, 0, 0, 0, 255];
const WHITE: [u8; 8] = [7, 0, 0, 0, 255, 255, 255, 255];
const BLUE: [u8; 8] = [5, 0, 0, 0, 0, 0x44, 0x88, 255];

fn styles() -> Vec<u8> {
    let fill = |pattern: u32, color: [u8; 8]| {
        record(45, &[&pattern.to_le_bytes()[..], &color, &[0; 48]].concat())
    };
    let cell = |format: u16, font: u16, fill: u16| {
        record(
            47,
            &[
                &[0, format, font, fill, 0].map(u16::to_le_bytes).concat()[..],
                &[0; 6],
            ]
            .concat(),
        )
    };
    let code = |id: u16, code: &str| record(44, &[&id.to_le_bytes()[..], &wide(code)].concat());
    [
        code(170, "0\\,0"),
        font(0, 0, BLACK),
        font(8, 0, BLACK),
        font(0, 1, BLACK),
        font(0, 0, WHITE),
        fill(0, BLACK),
        fill(1, BLUE),
        // A format of a style is not one of a cell.
        cell(10, 1, 0),
        record(617, &[0; 4]),
        cell(0, 0, 0),
        cell(9, 0, 0),
        cell(170, 0, 0),
        cell(0, 1, 0),
        cell(0, 3, 0),
        cell(0, 3, 1),
        record(618, &[]),
        cell(0, 1, 0),
    ]
    .concat()
}

/// A shared text with the fonts that begin in it.
fn shared(text: &str, runs: &[(u16, u16)]) -> Vec<u8> {
    let count = (runs.len() as u32).to_le_bytes();
    let runs: Vec<u8> = runs
        .iter()
        .flat_map(|(at, font)| [at.to_le_bytes(), font.to_le_bytes()].concat())
        .collect();
    record(19, &[&[1][..], &wide(text), &count, &runs].concat())
}

fn row(number: u32, height: u16, flags: u8) -> Vec<u8> {
    record(
        0,
        &[
            &numbers(&[number, 0])[..],
            &height.to_le_bytes(),
            &[0, flags, 0, 0, 0, 0, 0],
        ]
        .concat(),
    )
}

fn number(style: u32) -> Vec<u8> {
    record(
        5,
        &[&numbers(&[0, style])[..], &40_f64.to_le_bytes()].concat(),
    )
}

fn text(style: u32, number: u32) -> Vec<u8> {
    record(7, &numbers(&[0, style, number]))
}

fn workbook(sheet: &[Vec<u8>], behind: &[Vec<u8>]) -> Workbook {
    let bundle = [&[0; 8][..], &wide("rId1"), &wide("A")].concat();
    let workbook = [record(0x9c, &bundle), record(0x90, &[]), record(0x9d, &[])].concat();
    let sheet = [
        record(0x94, &[0; 16]),
        // Columns B and C are hidden, D has no width.
        record(60, &[&numbers(&[1, 2, 2560, 0])[..], &[1, 0]].concat()),
        record(60, &[&numbers(&[3, 3, 10, 0])[..], &[0, 0]].concat()),
        record(0x91, &[]),
        sheet.concat(),
        record(0x92, &[]),
        behind.concat(),
    ]
    .concat();
    let texts = [
        shared("224", &[(0, 1), (1, 0)]),
        shared("41", &[(0, 0), (1, 2)]),
        shared("18", &[(1, 3)]),
    ];
    let texts = [
        record(159, &numbers(&[3, 3])),
        texts.concat(),
        record(160, &[]),
    ]
    .concat();
    let relations = b"<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.bin\"/>\
        <Relationship Id=\"rId2\" Type=\"x/styles\" Target=\"styles.bin\"/><Relationship Id=\"rId3\" Type=\"x/sharedStrings\" Target=\"sharedStrings.bin\"/></Relationships>";
    let parts: [(&str, &[u8]); 5] = [
        ("xl/workbook.bin", &workbook),
        ("xl/_rels/workbook.bin.rels", relations),
        ("xl/styles.bin", &styles()),
        ("xl/sharedStrings.bin", &texts),
        ("xl/worksheets/sheet1.bin", &sheet),
    ];
    reader().read(&build::zip(&parts, Deflated)).unwrap()
}

#[test]
fn an_xlsb_file_tells_how_cells_look() {
    for (cell, expected) in [
        (number(0), "40"),
        (number(1), "40 Percent"),
        (number(2), "40 Other 4,0"),
        (number(3), "40 struck"),
        (number(4), "40 unseen"),
        (number(5), "40"),
        (number(99), "40"),
        (text(0, 0), "\"24\" Struck:2"),
        (text(0, 1), "\"4\" Raised:1"),
        (text(0, 2), "\"18\" unseen"),
        (text(5, 2), "\"18\""),
    ] {
        let workbook = workbook(&[row(0, 300, 0), cell], &[]);
        assert_eq!(described(&workbook.grids[0].cells()[0]), expected);
    }
}

#[test]
fn an_xlsb_file_tells_what_is_hidden_and_merged() {
    let sheet = [
        row(0, 300, 0),
        number(0),
        row(1, 300, 0x10),
        number(0),
        row(2, 20, 0),
        number(0),
    ];
    let range = |corners: [u32; 4]| record(176, &numbers(&corners));
    let behind = [
        range([0, 1, 5, 5]),
        range([3, 2, 5, 5]),
        range([0, 9_000_000, 0, 0]),
    ];
    let workbook = workbook(&sheet, &behind);
    let grid = &workbook.grids[0];
    let hidden: Vec<bool> = (0..4).map(|row| grid.is_row_hidden(row)).collect();
    assert_eq!(hidden, [false, true, true, false]);
    let hidden: Vec<bool> = (0..5).map(|column| grid.is_column_hidden(column)).collect();
    assert_eq!(hidden, [false, true, true, true, false]);
    let found: Vec<String> = grid.merges.iter().map(ToString::to_string).collect();
    assert_eq!(found, ["F1:F2"]);
}
