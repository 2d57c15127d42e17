//! Cells and rows with and without addresses: ours stand where calamine says.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Reader as _, Xlsx as Calamine};
use proptest::prelude::*;
use tonghop::base::cell::CellValue;

use super::build::Xlsx;
use super::reader;

/// Tags in the forms that programs write, and in some that none should. `#` stands for a number.
const PIECES: [&str; 19] = [
    "<c r=\"A#\"><v>#</v></c>",
    "<c r=\"A#\"><v>#</v></c>",
    "<c r=\"B#\" s=\"1\"/>",
    "<c r=\"C#\" s=\"1\" t=\"n\"/>",
    "<c r=\"b#\"><v>#</v></c>",
    "<c r=\"F#\" s=\"0\"><v>#</v></c>",
    "<c r=\"G#\" s=\"1\" t=\"n\"><v>#</v></c>",
    "<c r=\"D#\"><f/><v>#</v></c>",
    "<c r=\"E#\"><v/></c>",
    "<c><v>#</v></c>",
    "<c/>",
    " ",
    "</row><row r=\"#\" spans=\"1:9\" ht=\"15.75\">",
    "</row><row r=\"#\">",
    "</row><row r=\"#\"/><row r=\"#\">",
    "</row><row>",
    "</row> <row r=\"#\">",
    "<!-- <c r='A1'/></row> -->",
    "</row><row r=\"#\" x=\"><c r='A1'/>\">",
];

proptest! {
    #[test]
    fn cells_stand_where_calamine_says(
        chosen in prop::collection::vec((0..PIECES.len(), 1..30_u32), 0..14),
        usual in any::<bool>(),
    ) {
        let mut data = "<row r=\"1\">".to_string();
        for (piece, number) in chosen {
            let piece = PIECES[if usual { [0, 2, 3, 5, 6, 7, 12, 13, 14][piece % 9] } else { piece }];
            data.push_str(&piece.replace('#', &number.to_string()));
        }
        data.push_str("</row>");
        let file = Xlsx::new().sheet("A", &data).build();
        let mut book = Calamine::new(Cursor::new(&file)).unwrap();
        let mut cells = book.worksheet_cells_reader("A").unwrap();
        // Of two cells at one address the later counts.
        let mut theirs = BTreeMap::new();
        while let Some(cell) = cells.next_cell().unwrap() {
            if let DataRef::Float(number) = cell.get_value() {
                theirs.insert(cell.get_position(), *number);
            }
        }
        let workbook = reader().read(&file).unwrap();
        let ours: BTreeMap<(u32, u32), f64> = workbook.grids[0]
            .cells()
            .iter()
            .filter_map(|cell| match cell.value {
                CellValue::Number(number) => Some(((cell.address.row, cell.address.column), number)),
                _ => None,
            })
            .collect();
        prop_assert_eq!(&workbook.faults, &[]);
        prop_assert_eq!(ours, theirs);
    }
}
