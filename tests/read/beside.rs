//! What stands beside the cells: hidden rows and columns, pictures, comments; and what number formats do.

use rust_xlsxwriter::{Format as Written, Image, Note, Workbook as Writer};
use tonghop::base::cell::{CellAddress, Format, Lines};
use tonghop::input::read::Workbook;

use super::build::Xlsx;
use super::{cell, number, reader, value};

fn read(bytes: &[u8]) -> Workbook {
    reader().read(bytes).unwrap()
}

fn addresses(cells: &[CellAddress]) -> Vec<String> {
    cells.iter().map(ToString::to_string).collect()
}

/// The smallest picture there is: one grey pixel.
const PICTURE: &[u8] = b"GIF89a\x01\0\x01\0\x80\0\0\x7f\x7f\x7f\0\0\0!\xf9\x04\0\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";

#[test]
fn what_a_program_hides_and_adds_is_told() {
    let mut writer = Writer::new();
    let sheet = writer.add_worksheet();
    sheet.write_number(0, 0, 1.0).unwrap();
    for row in [3, 4, 9] {
        sheet.write_number(row, 0, 2.0).unwrap();
        sheet.set_row_hidden(row).unwrap();
    }
    sheet.set_column_range_hidden(2, 5).unwrap();
    let picture = Image::new_from_buffer(PICTURE).unwrap();
    sheet.insert_image(6, 1, &picture).unwrap();
    sheet.insert_note(7, 3, &Note::new("xem lại")).unwrap();
    writer.add_worksheet().write_number(0, 0, 1.0).unwrap();
    let workbook = read(&writer.save_to_buffer().unwrap());
    let facts = &workbook.grids[0].facts;
    let lines = |first, last| Lines { first, last };
    assert_eq!(facts.hidden_rows, [lines(3, 4), lines(9, 9)]);
    assert_eq!(facts.hidden_columns, [lines(2, 5)]);
    assert_eq!(addresses(&facts.pictures), ["B7"]);
    assert_eq!(addresses(&facts.comments), ["D8"]);
    assert!(facts.text_boxes.is_empty());
    assert!(workbook.grids[0].is_row_hidden(4) && !workbook.grids[0].is_row_hidden(5));
    assert!(workbook.grids[0].is_column_hidden(2) && !workbook.grids[0].is_column_hidden(6));
    assert!(workbook.grids[1].facts.is_empty());
}

#[test]
fn text_boxes_are_told_and_the_word_alone_hides_nothing() {
    let relations = "<Relationships><Relationship Id=\"rId1\" Type=\"x/drawing\" Target=\"../drawings/drawing1.xml\"/>\
        <Relationship Id=\"rId2\" Type=\"x/comments\" Target=\"/xl/lost.xml\"/></Relationships>";
    let anchor = |column: u32, row: u32, content: &str| {
        format!(
            "<xdr:twoCellAnchor><xdr:from><xdr:col>{column}</xdr:col><xdr:colOff>9</xdr:colOff><xdr:row>{row}</xdr:row></xdr:from>\
            <xdr:to><xdr:col>99</xdr:col></xdr:to>{content}</xdr:twoCellAnchor>"
        )
    };
    let drawing = format!(
        "<xdr:wsDr>{}{}{}</xdr:wsDr>",
        anchor(
            1,
            2,
            "<xdr:sp><xdr:txBody><a:t>Điểm: </a:t><a:t>30</a:t></xdr:txBody></xdr:sp>"
        ),
        anchor(
            3,
            3,
            "<xdr:sp><xdr:txBody><a:t> </a:t></xdr:txBody></xdr:sp>"
        ),
        anchor(0, 5_000_000, "<xdr:pic/>"),
    );
    let data = "<row r=\"1\" hidden=\"0\"><c r=\"A1\" t=\"inlineStr\"><is><t> hidden=\"1\"</t></is></c></row>\
        <row hidden=\"1\"><c r=\"A2\"><v>1</v></c></row><row r=\"0\" hidden=\"1\"/><row r=\"4\" hidden=\"true\"/><row r=\"3\" hidden=\"1\"/>";
    let file = Xlsx::new()
        .whole_sheet("A", &format!("<cols><col min=\"2\" max=\"99999\" hidden=\"1\"/></cols><sheetData>{data}</sheetData>"))
        .part("xl/worksheets/_rels/sheet1.xml.rels", relations.as_bytes())
        .part("xl/drawings/drawing1.xml", drawing.as_bytes())
        .build();
    let workbook = read(&file);
    let facts = &workbook.grids[0].facts;
    assert_eq!(facts.hidden_rows, [Lines { first: 2, last: 3 }]);
    assert_eq!(
        facts.hidden_columns,
        [Lines {
            first: 1,
            last: 16_383
        }]
    );
    assert_eq!(addresses(&facts.text_boxes), ["B3"]);
    assert!(facts.pictures.is_empty());
}

#[test]
fn percentages_and_hidden_numbers_are_known() {
    let mut writer = Writer::new();
    let sheet = writer.add_worksheet().set_name("A").unwrap();
    for (row, code) in (0..).zip(["0.00%", "0%", "#,##0.0\" %\"", ";;;", "General", "0;-0;;@"]) {
        let format = Written::new().set_num_format(code);
        sheet
            .write_number_with_format(row, 0, 0.9793, &format)
            .unwrap();
        sheet
            .write_number_with_format(row, 1, 0.0, &format)
            .unwrap();
        sheet
            .write_string_with_format(row, 2, "chữ", &format)
            .unwrap();
        sheet.write_blank(row, 3, &format).unwrap();
    }
    let workbook = read(&writer.save_to_buffer().unwrap());
    let format = |at: &str| cell(&workbook, "A", at).unwrap().format;
    let (general, percent, hidden) = (Format::General, Format::Percent, Format::Hidden);
    let sign = Format::PercentSign;
    let column = |letter: &str| [1, 2, 3, 4, 5, 6].map(|row| format(&format!("{letter}{row}")));
    assert_eq!(
        column("A"),
        [percent, percent, sign, hidden, general, general]
    );
    assert_eq!(
        column("B"),
        [percent, percent, sign, hidden, general, hidden]
    );
    // Only `;;;` has a section for texts that shows none.
    assert_eq!(
        column("C"),
        [general, general, general, hidden, general, general]
    );
    assert_eq!(value(&workbook, "A", "A1"), number(0.9793));
}

#[test]
fn formats_of_cells_out_of_order_and_of_no_address_do_no_harm() {
    let styles = "<styleSheet><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"9\"/></cellXfs></styleSheet>";
    let data = "<row r=\"2\" s=\"1\"><c r=\"B2\" s=\"1\"><v>2</v></c><c r=\"A2\"><v>1</v></c></row>\
        <row r=\"1\"><c r=\"A1\" s=\"1\"><v>1</v></c><c r=\"A1\" s=\"0\"><v>3</v></c><c s=\"1\"><v>4</v></c><c r=\"D1\" s=\"77\"><v>4</v></c></row>";
    let workbook = read(&Xlsx::new().styles(styles).sheet("A", data).build());
    let format = |at: &str| cell(&workbook, "A", at).unwrap().format;
    assert_eq!(format("B2"), Format::Percent);
    assert_eq!(format("A2"), Format::General);
    assert_eq!(format("D1"), Format::General);
    assert_eq!(value(&workbook, "A", "A1"), number(3.0));
    // Long text that looks like attributes ends in time.
    let text = " s=\"1\" hidden=\"1\"".repeat(200_000);
    let data = format!(
        "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>{text}</v></c><c r=\"B1\" s=\"1\"><v>1</v></c></row>"
    );
    let workbook = read(&Xlsx::new().styles(styles).sheet("A", &data).build());
    assert_eq!(cell(&workbook, "A", "B1").unwrap().format, Format::Percent);
}
