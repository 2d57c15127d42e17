//! Workbooks as programs write them.

use std::io::Cursor;

use rust_xlsxwriter::{
    Chart, ChartType, DocProperties, ExcelDateTime, Format, Formula, Workbook as Writer,
};
use tonghop::base::cell::{CellValue, Visibility};
use tonghop::input::read::FileKind;

use super::build::Xlsx;
use super::{cell, number, reader, text, value};

fn ordinary() -> Vec<u8> {
    let mut writer = Writer::new();
    let properties = DocProperties::new()
        .set_creation_datetime(&ExcelDateTime::from_ymd(2017, 12, 4).unwrap())
        .set_custom_property("template-id", "kontum-2017")
        .set_custom_property("unit-code", "STP");
    writer.set_properties(&properties);
    let sheet = writer.add_worksheet().set_name("1. Hạ tầng").unwrap();
    sheet
        .merge_range(0, 0, 0, 3, "PHIẾU TỰ ĐÁNH GIÁ", &Format::new())
        .unwrap();
    sheet.write_string(2, 1, "Tỷ lệ CBCC").unwrap();
    sheet.write_number(2, 2, 97.6).unwrap();
    sheet.write_boolean(3, 2, true).unwrap();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    sheet.write_number_with_format(4, 2, 43000.0, &day).unwrap();
    sheet
        .write_formula(5, 2, Formula::new("=SUM(C3:C4)").set_result("97.6"))
        .unwrap();
    sheet
        .write_formula(6, 2, Formula::new("=1/0").set_result("#DIV/0!"))
        .unwrap();
    sheet.write_string(9, 30, "xa").unwrap();
    let hidden = writer.add_worksheet().set_name("Ẩn").unwrap();
    hidden.set_very_hidden(true);
    hidden.write_string(0, 0, "kontum-2017").unwrap();
    let mut chart = Chart::new(ChartType::Column);
    chart.add_series().set_values("'1. Hạ tầng'!$C$3:$C$3");
    let charts = writer.add_chartsheet().set_name("Biểu đồ").unwrap();
    charts.insert_chart(0, 0, &chart).unwrap();
    writer.save_to_buffer().unwrap()
}

#[test]
fn every_kind_of_value_arrives_at_its_address() {
    let workbook = reader().read(&ordinary()).unwrap();
    assert_eq!(workbook.kind, FileKind::Xlsx);
    assert_eq!(workbook.faults, []);
    let sheet = "1. Hạ tầng";
    assert_eq!(value(&workbook, sheet, "A1"), text("PHIẾU TỰ ĐÁNH GIÁ"));
    assert_eq!(value(&workbook, sheet, "B3"), text("Tỷ lệ CBCC"));
    assert_eq!(value(&workbook, sheet, "C3"), number(97.6));
    assert_eq!(value(&workbook, sheet, "C4"), Some(CellValue::Bool(true)));
    let day = CellValue::Date {
        serial: 43000.0,
        base_1904: false,
    };
    assert_eq!(value(&workbook, sheet, "C5"), Some(day));
    let sum = cell(&workbook, sheet, "C6").unwrap();
    assert_eq!(sum.value, CellValue::Number(97.6));
    assert_eq!(sum.formula.as_deref(), Some("SUM(C3:C4)"));
    let error = CellValue::Error("#DIV/0!".to_string());
    assert_eq!(value(&workbook, sheet, "C7"), Some(error));
    assert_eq!(value(&workbook, sheet, "AE10"), text("xa"));
}

#[test]
fn every_format_makes_a_date_or_none_as_calamine_says() {
    let codes = [
        "dd/mm/yyyy",
        "[h]:mm",
        "AM/PM",
        "a/p",
        "HH",
        "ss.0",
        "[$-42A]D",
        "yyyy",
        "General",
        "0.00",
        "#,##0_);(#,##0)",
        "0%",
        "@",
        "0.0\\ &quot;%&quot;",
        "[Red]0",
    ];
    let codes = codes.iter().enumerate().map(|(number, code)| {
        let id = 164 + number;
        (
            id,
            format!("<numFmt numFmtId=\"{id}\" formatCode=\"{code}\"/>"),
        )
    });
    let built_in = (0..70).map(|id| (id, String::new()));
    for (id, code) in built_in.chain(codes) {
        let styles = format!(
            "<styleSheet><numFmts>{code}</numFmts><cellXfs><xf numFmtId=\"{id}\"/></cellXfs></styleSheet>"
        );
        let cell = r#"<row r="1"><c r="A1" s="0"><v>43000</v></c></row>"#;
        let bytes = Xlsx::new().styles(&styles).sheet("S", cell).build();
        let mut bare: calamine::Xlsx<_> = calamine::Reader::new(Cursor::new(&bytes)).unwrap();
        let bare = calamine::Reader::worksheet_range(&mut bare, "S").unwrap();
        let is_date = matches!(bare.get((0, 0)), Some(calamine::Data::DateTime(_)));
        let read = reader().read(&bytes).unwrap();
        let read = matches!(value(&read, "S", "A1"), Some(CellValue::Date { .. }));
        assert_eq!(read, is_date, "{id} {code}");
    }
}

#[test]
fn sheets_keep_their_order_visibility_and_merges() {
    let workbook = reader().read(&ordinary()).unwrap();
    let names: Vec<_> = workbook
        .grids
        .iter()
        .map(|grid| (grid.name.as_str(), grid.visibility))
        .collect();
    assert_eq!(
        names,
        [
            ("1. Hạ tầng", Visibility::Visible),
            ("Ẩn", Visibility::VeryHidden)
        ]
    );
    assert_eq!(workbook.skipped, ["Biểu đồ"]);
    let merges: Vec<_> = workbook.grids[0]
        .merges
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(merges, ["A1:D1"]);
}

#[test]
fn document_properties_come_sorted() {
    let properties = reader().read(&ordinary()).unwrap().properties;
    assert_eq!(properties.created.as_deref(), Some("2017-12-04T00:00:00Z"));
    let custom: Vec<_> = properties.custom.iter().collect();
    assert_eq!(custom.len(), 2);
    assert_eq!(properties.custom["unit-code"], "STP");
}
