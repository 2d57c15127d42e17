//! What a person may see otherwise than it is stored, and what is written beside cells, comes out of every kind of file.

use tonghop::base::cell::{CellValue, Format, SheetFacts};
use tonghop::input::read::Workbook;

use super::legacy::ods;
use super::reader;

/// The addresses of conditional formats that may matter, and whether the first cell shows its number.
fn told(workbook: &Workbook) -> (Vec<String>, bool) {
    let grid = &workbook.grids[0];
    let ranges = grid.facts.conditional.iter().map(ToString::to_string);
    (ranges.collect(), grid.cells()[0].format != Format::Hidden)
}

/// What comments and text boxes say, with their places.
fn said(facts: &SheetFacts) -> Vec<String> {
    let comments = facts
        .comment_texts
        .iter()
        .map(|(at, text)| format!("{at} {text}"));
    let boxes = facts
        .box_texts
        .iter()
        .map(|(over, text)| format!("{over} {text}"));
    comments.chain(boxes).collect()
}

const STYLES: &str = "<office:automatic-styles>\
    <number:number-style style:name=\"N9\"><number:text>x</number:text></number:number-style>\
    <number:percentage-style style:name=\"N10\"><number:number number:decimal-places=\"0\" number:min-integer-digits=\"1\"/><number:text>%</number:text></number:percentage-style>\
    <style:style style:name=\"struck\" style:family=\"table-cell\"><style:text-properties style:text-line-through-style=\"solid\"/></style:style>\
    <style:style style:name=\"white\" style:family=\"table-cell\"><style:text-properties fo:color=\"#ffffff\"/></style:style>\
    <style:style style:name=\"words\" style:family=\"table-cell\" style:data-style-name=\"N9\"/>\
    <style:style style:name=\"filled\" style:family=\"table-cell\"><style:table-cell-properties fo:background-color=\"#ffff00\"/></style:style>\
    <style:style style:name=\"percent\" style:family=\"table-cell\" style:data-style-name=\"N10\"/>\
    <style:style style:name=\"ce1\" style:family=\"table-cell\"><style:map style:condition=\"cell-content()&gt;3\" style:apply-style-name=\"struck\"/></style:style>\
    </office:automatic-styles>";

/// An .ods file with this in its first row, and this behind its rows.
fn open_document(cells: &str, behind: &str) -> Workbook {
    let content = format!(
        "<office:document-content>{STYLES}<office:body><office:spreadsheet><table:table table:name=\"A.b\"><table:table-row>{cells}</table:table-row>{behind}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    reader().read(&ods(&content)).unwrap()
}

#[test]
fn conditional_formats_of_an_ods_file_are_told_where_they_may_matter() {
    let cell = |style: &str| {
        format!(
            "<table:table-cell{style} office:value-type=\"float\" office:value=\"4\"><text:p>4</text:p></table:table-cell>"
        )
    };
    let condition = |inner: &str| {
        format!(
            "<calcext:conditional-formats><calcext:conditional-format calcext:target-range-address=\"'A.b'.A1:'A.b'.A2 'A.b'.C9\">{inner}</calcext:conditional-format></calcext:conditional-formats>"
        )
    };
    let styled = |style: &str| {
        condition(&format!(
            "<calcext:condition calcext:apply-style-name=\"{style}\" calcext:value=\"&gt;3\"/>"
        ))
    };
    let both = ["A1:A2", "C9:C9"];
    let bar = "<calcext:data-bar calcext:show-value=\"false\"/>";
    let map = " table:style-name=\"ce1\"";
    for (style, behind, ranges, is_shown) in [
        ("", styled("struck"), &both[..], true),
        ("", styled("white"), &both, true),
        ("", styled("words"), &both, true),
        ("", styled("filled"), &[], true),
        ("", styled("unknown"), &[], true),
        (
            " table:style-name=\"white\"",
            styled("filled"),
            &["A1:A1"],
            true,
        ),
        ("", condition(bar), &[], false),
        ("", condition("<calcext:data-bar/>"), &[], true),
        (map, String::new(), &["A1:A1"], true),
        // LibreOffice writes its conditions twice.
        (map, styled("struck"), &both, true),
    ] {
        let workbook = open_document(&cell(style), &behind);
        let expected = ranges.iter().map(ToString::to_string).collect();
        assert_eq!(told(&workbook), (expected, is_shown), "{style} {behind}");
    }
}

#[test]
fn text_boxes_and_comments_of_an_ods_file_are_read() {
    let shape = "<draw:custom-shape table:end-cell-address=\"'A.b'.D3\"><text:p>Sửa lại:</text:p><text:p>15<text:s text:c=\"2\"/><text:span>điểm</text:span></text:p></draw:custom-shape>";
    let note = "<office:annotation><dc:creator>An</dc:creator><dc:date>2018-01-20T00:00:00</dc:date><text:p>xem <text:span>lại</text:span></text:p></office:annotation>";
    let frame = "<draw:frame><draw:text-box><text:p>7</text:p></draw:text-box></draw:frame><draw:frame><draw:image/></draw:frame>";
    let cells = format!(
        "<table:table-cell office:value-type=\"float\" office:value=\"4\">{note}<text:p>4</text:p></table:table-cell>\
         <table:table-cell office:value-type=\"string\">{shape}<text:p>chữ</text:p></table:table-cell><table:table-cell>{frame}</table:table-cell>"
    );
    let workbook = open_document(&cells, "");
    let grid = &workbook.grids[0];
    assert_eq!(
        said(&grid.facts),
        ["A1 xem lại", "B1:D3 Sửa lại:\n15  điểm", "C1:C1 7"]
    );
    assert_eq!(grid.facts.pictures.len(), 1);
    let values: Vec<String> = grid.cells().iter().map(|cell| cell.value.show()).collect();
    assert_eq!(values, ["4", "chữ"]);
}

#[test]
fn an_ods_formula_without_a_result_is_one_with_its_number_format() {
    for (attributes, code) in [
        ("", None),
        (" table:style-name=\"percent\"", Some("0%")),
        (
            " table:style-name=\"percent\" office:value-type=\"string\" office:string-value=\"\"",
            Some("0%"),
        ),
        (
            " table:style-name=\"percent\" office:value-type=\"percentage\" office:value=\"0.1\"",
            None,
        ),
    ] {
        let cell = format!("<table:table-cell table:formula=\"of:=[.B1]/10\"{attributes}/>");
        let workbook = open_document(&cell, "");
        let cell = &workbook.grids[0].cells()[0];
        assert_eq!(cell.formula.as_deref(), Some("[.B1]/10"));
        let kept = cell.look.as_deref().and_then(|look| look.code.as_deref());
        assert_eq!(kept, code, "{attributes}");
    }
}

fn excel_2003(cells: &str, behind: &str) -> Workbook {
    let file = format!(
        "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\
        <Styles><Style ss:ID=\"p\"><NumberFormat ss:Format=\"Percent\"/></Style><Style ss:ID=\"Default\"><Font ss:StrikeThrough=\"1\"/></Style></Styles>\
        <Worksheet ss:Name=\"A\"><Table><Row>{cells}</Row></Table>{behind}</Worksheet></Workbook>"
    );
    reader().read(file.as_bytes()).unwrap()
}

#[test]
fn conditional_formats_of_excel_2003_are_told_where_they_may_matter() {
    let cell = "<Cell><Data ss:Type=\"Number\">4</Data></Cell>";
    let rule = |style: &str| {
        format!(
            "<ConditionalFormatting xmlns=\"urn:schemas-microsoft-com:office:excel\"><Range>R1C1:R2C1,R9C3</Range><Condition><Qualifier>Greater</Qualifier><Value1>3</Value1><Format Style='{style}'/></Condition></ConditionalFormatting>"
        )
    };
    let page = |style: &str| {
        let rule = rule(style)
            .replace("</", "</x:")
            .replace('<', "<x:")
            .replace("<x:/x:", "</x:");
        let rule = rule.replace(" xmlns=\"urn:schemas-microsoft-com:office:excel\"", "");
        let page = format!(
            "<html><!--[if gte mso 9]><xml>{rule}</xml><![endif]--><body><table><tr><td x:num=\"4\">4</td></tr></table></body></html>"
        );
        reader().read(page.as_bytes()).unwrap()
    };
    for (style, ranges) in [
        (
            "color:red;text-line-through:single",
            &["A1:A2", "C9:C9"][..],
        ),
        ("color:white", &["A1:A2", "C9:C9"]),
        ("color:#9C0006;background:#FFC7CE", &[]),
    ] {
        let expected: Vec<String> = ranges.iter().map(ToString::to_string).collect();
        assert_eq!(told(&excel_2003(cell, &rule(style))).0, expected, "{style}");
        assert_eq!(told(&page(style)).0, expected, "{style} in a page");
    }
}

#[test]
fn formulas_comments_and_pieces_in_white_of_excel_2003_are_read() {
    let comment = "<Comment ss:Author=\"An\"><ss:Data xmlns=\"http://www.w3.org/TR/REC-html40\"><B>An:</B><Font html:Color=\"#FFFFFF\">15</Font></ss:Data></Comment>";
    let cells = format!(
        "<Cell ss:StyleID=\"p\" ss:Formula=\"=RC[1]/10\"/><Cell ss:StyleID=\"p\"><Data ss:Type=\"Number\">4</Data>{comment}</Cell>\
         <Cell><Data ss:Type=\"Number\">5</Data></Cell><Cell ss:StyleID=\"p\"><ss:Data ss:Type=\"String\"><Font html:Color=\"#FFFFFF\">1</Font>8</ss:Data></Cell>"
    );
    let workbook = excel_2003(&cells, "");
    let grid = &workbook.grids[0];
    let look = |place: usize| {
        grid.cells()[place]
            .look
            .as_deref()
            .cloned()
            .unwrap_or_default()
    };
    assert_eq!(grid.cells()[0].formula.as_deref(), Some("B1/10"));
    assert_eq!(grid.cells()[0].value, CellValue::NotCalculated);
    assert_eq!(look(0).code.as_deref(), Some("0.00%"));
    assert_eq!(said(&grid.facts), ["B1 An:15"]);
    assert!(
        look(2).is_struck,
        "a cell without a style has the one by default"
    );
    assert_eq!(grid.cells()[3].value.show(), "18");
    assert!(look(3).is_unseen);
}
