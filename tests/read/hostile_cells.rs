//! Worksheets that no program would write: every cell is read right, or told where it is not.

use tonghop::base::cell::CellValue;
use tonghop::input::read::{ReadLimits, SheetProblem, Workbook};

use super::build::Xlsx;
use super::{cell, damaged, number, problems, reader, reader_with, text, value};

fn read(xlsx: Xlsx) -> Workbook {
    reader().read(&xlsx.build()).unwrap()
}

fn sheet(data: &str) -> Workbook {
    read(Xlsx::new().sheet("A", data))
}

#[test]
fn a_stray_cell_in_the_last_corner_costs_nothing() {
    let workbook = sheet(
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row>",
    );
    assert_eq!(value(&workbook, "A", "A1"), number(1.0));
    assert_eq!(value(&workbook, "A", "XFD1048576"), number(2.0));
    assert_eq!(problems(&workbook), []);
}

#[test]
fn cells_outside_the_grid_are_left_out_and_told() {
    let workbook = sheet(
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFE1\"><v>2</v></c></row><row r=\"1048577\"><c r=\"A1048577\"><v>3</v></c></row>",
    );
    assert_eq!(workbook.grids[0].cells().len(), 1);
    let first = "XFE1".to_string();
    assert_eq!(
        problems(&workbook),
        [SheetProblem::OutsideGrid { count: 2, first }]
    );
}

#[test]
fn an_address_that_wraps_round_is_never_taken_for_one_inside() {
    for address in ["A4294967297", "AAAAAAAA1", "ZZZZ4294967295"] {
        let workbook = sheet(&format!(
            "<row><c r=\"B1\"><v>1</v></c><c r=\"{address}\"><v>2</v></c></row>"
        ));
        assert_eq!(workbook.grids[0].cells().len(), 1, "{address}");
        assert_eq!(problems(&workbook).len(), 1, "{address}");
    }
}

#[test]
fn a_shared_formula_of_any_number_takes_no_room() {
    let workbook = sheet(
        "<row r=\"1\"><c r=\"B1\"><f t=\"shared\" si=\"4000000000\" ref=\"B1:B2\">A1*2</f><v>2</v></c></row>\
        <row r=\"2\"><c r=\"B2\"><f t=\"shared\" si=\"4000000000\"/><v>4</v></c></row>",
    );
    assert_eq!(
        cell(&workbook, "A", "B1").unwrap().formula.as_deref(),
        Some("A1*2")
    );
    assert_eq!(
        cell(&workbook, "A", "B2").unwrap().formula.as_deref(),
        Some("A2*2")
    );
    assert_eq!(value(&workbook, "A", "B2"), number(4.0));
}

#[test]
fn a_formula_that_was_never_calculated_is_told_from_a_value() {
    let workbook = sheet(
        "<row><c r=\"A1\"><f>SUM(B1:B2)</f></c><c r=\"B1\" t=\"str\"><f>\"\"</f><v></v></c><c r=\"C1\" t=\"str\"><v></v></c></row>",
    );
    assert_eq!(value(&workbook, "A", "A1"), Some(CellValue::NotCalculated));
    assert_eq!(value(&workbook, "A", "B1"), text(""));
    assert_eq!(value(&workbook, "A", "C1"), None);
}

#[test]
fn errors_that_calamine_does_not_know_stand_in_their_cells() {
    let workbook = sheet(
        "<row r=\"3\"><c r=\"A3\"><v>1</v></c><c r=\"B3\" t=\"e\"><v>#SPILL!</v></c><c r=\"C3\"><v>3</v></c></row>\
        <row r=\"4\"><c/><c t=\"e\"><v>#CALC!</v></c></row>",
    );
    assert_eq!(value(&workbook, "A", "A3"), number(1.0));
    assert_eq!(
        value(&workbook, "A", "B3"),
        Some(CellValue::Error("#SPILL!".to_string()))
    );
    assert_eq!(value(&workbook, "A", "C3"), number(3.0));
    assert_eq!(
        value(&workbook, "A", "B4"),
        Some(CellValue::Error("#CALC!".to_string()))
    );
    assert_eq!(problems(&workbook), []);
}

#[test]
fn a_cell_that_cannot_be_read_is_damaged_where_it_stands() {
    let workbook = sheet(
        "<row><c r=\"A1\" t=\"n\"><v>1,5</v></c><c r=\"B1\" t=\"s\"><v>7</v></c><c r=\"C1\" t=\"zz\"><v>7</v></c><c r=\"D1\"><v>NaN</v></c>\
        <c r=\"E1\"><v>1e400</v></c><c r=\"F1\"><x/></c><c r=\"G1\" t=\"str\"><v>&undefined;</v></c><c r=\"H1\"><v>8</v></c></row>",
    );
    for at in ["A1", "B1", "C1", "D1", "E1", "F1", "G1"] {
        assert!(
            damaged(&workbook, at),
            "{at}: {:?}",
            value(&workbook, "A", at)
        );
    }
    assert_eq!(value(&workbook, "A", "H1"), number(8.0));
    assert_eq!(problems(&workbook), []);
}

#[test]
fn a_number_that_is_split_up_is_damaged_and_never_half_read() {
    let workbook = sheet(
        "<row><c r=\"A1\"><v>1&#50;</v></c><c r=\"B1\"><v>12<!-- -->34</v></c><c r=\"C1\"><v><![CDATA[7]]></v></c>\
        <c r=\"D1\" t=\"str\"><v>a&#10;b</v></c><c r=\"E1\"><v>5</v></c></row>",
    );
    for at in ["A1", "B1", "C1"] {
        assert!(
            damaged(&workbook, at),
            "{at}: {:?}",
            value(&workbook, "A", at)
        );
    }
    assert_eq!(value(&workbook, "A", "D1"), text("a\nb"));
    assert_eq!(value(&workbook, "A", "E1"), number(5.0));
}

#[test]
fn a_row_without_a_number_makes_cells_unreadable_and_is_told() {
    let workbook = sheet(
        "<row r=\"x\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"\"><v>2</v></c><c r=\"B2\"><v>3</v></c></row>",
    );
    assert_eq!(value(&workbook, "A", "B2"), number(3.0));
    assert!(matches!(
        problems(&workbook)[..],
        [SheetProblem::UnreadableCells { count: 2, .. }]
    ));
}

#[test]
fn of_two_cells_at_one_address_the_later_counts() {
    let workbook = sheet("<row><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>");
    assert_eq!(value(&workbook, "A", "A1"), number(2.0));
}

#[test]
fn a_wrong_dimension_is_ignored() {
    for dimension in ["foo", "", "1:4", "A1:A1", "C3:A1", "A1:ZZZZ99999999"] {
        let content = format!(
            "<dimension ref=\"{dimension}\"/><sheetData><row><c r=\"B2\"><v>1</v></c></row></sheetData>"
        );
        let workbook = read(Xlsx::new().whole_sheet("A", &content));
        assert_eq!(value(&workbook, "A", "B2"), number(1.0), "{dimension}");
        assert_eq!(problems(&workbook), [], "{dimension}");
    }
}

#[test]
fn merges_are_read_in_the_grid_and_bounded() {
    let content = "<sheetData/><mergeCells><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"nonsense\"/><mergeCell ref=\"A2:XFE3\"/><mergeCell ref=\"B4:B9\"/></mergeCells>";
    let file = Xlsx::new().whole_sheet("A", content).build();
    let merges: Vec<_> = reader().read(&file).unwrap().grids[0]
        .merges
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(merges, ["A1:C1", "B4:B9"]);
    let limits = ReadLimits {
        merges: 1,
        ..ReadLimits::default()
    };
    let bounded = reader_with(limits).read(&file).unwrap();
    assert_eq!(
        problems(&bounded),
        [SheetProblem::TooManyMerges { limit: 1 }]
    );
}

#[test]
fn a_sheet_that_ends_too_early_keeps_what_it_had() {
    let xml = "<worksheet><sheetData><row><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2".to_string();
    let workbook = read(Xlsx::new().entry("A", "", "worksheet", Some(xml)));
    assert_eq!(value(&workbook, "A", "A1"), number(1.0));
    let after = Some("A1".parse().unwrap());
    assert!(
        matches!(&problems(&workbook)[..], [SheetProblem::CutShort { after: a, .. }] if *a == after)
    );
}
