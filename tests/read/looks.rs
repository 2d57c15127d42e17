//! How cells look to a person comes out of every kind of file in the same way.

use tonghop::base::cell::Cell;
use tonghop::input::read::Workbook;
use zip::CompressionMethod::Deflated;

use super::{build, described, reader};

/// What is special about the first cell of a row.
fn seen(workbook: &Workbook, row: usize) -> String {
    let cells: Vec<&Cell> = workbook.grids[0].cells().iter().collect();
    let cell = cells
        .iter()
        .find(|cell| cell.address.row as usize == row && cell.address.column == 0);
    let Some(cell) = cell else {
        return "-".to_string();
    };
    described(cell)
}

fn page(rows: &str) -> Workbook {
    let page = format!(
        "<html><head><style>\n.xl65 {{color:white;}}\n.font7, .x {{text-decoration:line-through}}\ntd.gone{{display:none}}</style></head><body><table>{rows}</table>"
    );
    reader().read(page.as_bytes()).unwrap()
}

#[test]
fn a_web_page_is_read_as_a_browser_shows_it() {
    for (cell, expected) in [
        ("<td><s>2</s>24</td>", "\"24\" Struck:2"),
        ("<td><font class=font7>2</font>24</td>", "\"24\" Struck:2"),
        (
            "<td><span style='text-decoration: line-through'>7</span></td>",
            "\"\" Struck:7",
        ),
        ("<td>4<sup>1</sup></td>", "\"4\" Raised:1"),
        (
            "<td>4<span style=\"vertical-align:super\">1</span></td>",
            "\"4\" Raised:1",
        ),
        (
            "<td><p>Sở Y Tế<sup>1</sup></p></td>",
            "\"Sở Y Tế\" Raised:1",
        ),
        ("<td>2<br>100</td>", "\"2\\n100\""),
        ("<td><span style='mso-hide:all'>9</span>4</td>", "\"4\""),
        (
            "<td><span style=\"display:none\">0000000004</span>4</td>",
            "\"4\"",
        ),
        ("<td><span hidden>00</span>4</td>", "\"4\""),
        ("<td class=gone>9</td><td>4</td>", "\"4\""),
        ("<td style='display:none' x:num>9</td><td x:num>4</td>", "9"),
        ("<td x:num=\"0.3203\">32,03%</td>", "0.3203 Percent"),
        ("<td x:num=\"40\">4,0</td>", "40 Other 4,0"),
        ("<td sdval=\"30\"></td>", "30 Hidden"),
        ("<td sdval=\"30\"><s>30</s></td>", "30 struck"),
        ("<td class=\"x\">30</td>", "\"30\" struck"),
        ("<td class=xl65 x:num>20</td>", "20 unseen"),
        (
            "<td><font color=\"#FFFFFF\">20</font></td>",
            "\"20\" unseen",
        ),
        (
            "<td bgcolor=\"#004488\"><font color=\"#FFFFFF\">20</font></td>",
            "\"20\"",
        ),
        (
            "<td><font color=\"#FFFFFF\">2</font>0</td>",
            "\"20\" unseen",
        ),
    ] {
        let workbook = page(&format!("<tr>{cell}<td>x</td></tr><tr><td>b</td></tr>"));
        assert_eq!(seen(&workbook, 0), expected, "{cell}");
        assert_eq!(seen(&workbook, 1), "\"b\"", "{cell}");
    }
    let workbook = page(
        "<col><col width=0 style='display:none'><tr height=0><td>1</td></tr><tr style='display:none'><td>2</td></tr><tr><td>3</td></tr>",
    );
    let grid = &workbook.grids[0];
    assert!(grid.is_column_hidden(1) && !grid.is_column_hidden(0));
    assert!(grid.is_row_hidden(0) && grid.is_row_hidden(1) && !grid.is_row_hidden(2));
    assert_eq!(seen(&workbook, 1), "\"2\"");
}

/// A row of no height in the XML of Excel 2003.
fn excel_2003(styles: &str, columns: &str, cells: &str) -> Workbook {
    let file = format!(
        "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">{styles}<Worksheet ss:Name=\"A\"><Table>{columns}<Row ss:Height=\"0\">{cells}</Row></Table></Worksheet></Workbook>"
    );
    reader().read(file.as_bytes()).unwrap()
}

/// Excel's own names, such as that of percentages, are parents; a cell without a style has that of its column; and a comment has a
/// font of its own, which is not the last style's.
#[test]
fn styles_of_excel_2003_come_from_parents_and_columns() {
    let styles = "<Styles><Style ss:ID=\"p\"><NumberFormat ss:Format=\"Percent\"/></Style><Style ss:ID=\"s\"><Font ss:StrikeThrough=\"1\"/></Style>\
        <Style ss:ID=\"q\" ss:Parent=\"p\"><Font/></Style><Style ss:ID=\"b\" ss:Parent=\"s\"><NumberFormat/></Style></Styles>";
    let cell = |style: &str| format!("<Cell{style}><Data ss:Type=\"Number\">0.4</Data></Cell>");
    let comment = "<Cell ss:Index=\"2\"><Comment><ss:Data xmlns=\"http://www.w3.org/TR/REC-html40\"><Font>a</Font></ss:Data></Comment></Cell>";
    for (columns, cells, expected) in [
        ("", cell(" ss:StyleID=\"q\""), "0.4 Percent"),
        ("", cell(" ss:StyleID=\"b\""), "0.4 struck"),
        ("<Column ss:StyleID=\"s\"/>", cell(""), "0.4 struck"),
        ("<Column ss:Index=\"2\" ss:StyleID=\"s\"/>", cell(""), "0.4"),
        (
            "",
            format!("{comment}{}", cell(" ss:Index=\"1\" ss:StyleID=\"b\"")),
            "0.4 struck",
        ),
    ] {
        let workbook = excel_2003(styles, columns, &cells);
        assert_eq!(seen(&workbook, 0), expected, "{columns}{cells}");
    }
}

#[test]
fn the_xml_of_excel_2003_tells_how_cells_look() {
    let styles = "<Styles><Style ss:ID=\"s\"><Font ss:StrikeThrough=\"1\"/></Style><Style ss:ID=\"w\"><Font ss:Color=\"#FFFFFF\"/></Style>\
        <Style ss:ID=\"d\"><Font ss:Color=\"#FFFFFF\"/><Interior ss:Color=\"#004488\" ss:Pattern=\"Solid\"/></Style>\
        <Style ss:ID=\"t\"><NumberFormat ss:Format=\"0\\,0\"/></Style><Style ss:ID=\"p\"><NumberFormat ss:Format=\"Percent\"/></Style></Styles>";
    let text = "<Data ss:Type=\"String\" xmlns=\"http://www.w3.org/TR/REC-html40\">";
    let cells = [
        (
            format!("<Cell>{text}<S>2</S><Font>24</Font></Data></Cell>"),
            "\"24\" Struck:2",
        ),
        (
            format!("<Cell>{text}4<Sup>1</Sup></Data></Cell>"),
            "\"4\" Raised:1",
        ),
        (
            format!("<Cell>{text}2&#10;100</Data></Cell>"),
            "\"2\\n100\"",
        ),
        (
            "<Cell ss:StyleID=\"s\"><Data ss:Type=\"Number\">25</Data></Cell>".to_string(),
            "25 struck",
        ),
        (
            "<Cell ss:StyleID=\"w\"><Data ss:Type=\"Number\">25</Data></Cell>".to_string(),
            "25 unseen",
        ),
        (
            "<Cell ss:StyleID=\"d\"><Data ss:Type=\"Number\">25</Data></Cell>".to_string(),
            "25",
        ),
        (
            "<Cell ss:StyleID=\"t\"><Data ss:Type=\"Number\">40</Data></Cell>".to_string(),
            "40 Other 4,0",
        ),
        (
            "<Cell ss:StyleID=\"p\"><Data ss:Type=\"Number\">0.4</Data></Cell>".to_string(),
            "0.4 Percent",
        ),
    ];
    for (cell, expected) in cells {
        let workbook = excel_2003(styles, "", &cell);
        assert_eq!(seen(&workbook, 0), expected, "{cell}");
        assert!(workbook.grids[0].is_row_hidden(0));
    }
}

/// A sheet `A` of .xlsx with these cells in column A, in these styles: 1 white on blue, 2 nearly white, 3 a colour of the format,
/// 4 text formats, 5 white, 6 a percent sign, 7 dates.
fn styled(columns: &str, rows: &str, behind: &str) -> Workbook {
    let styles = "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"[White]0\"/><numFmt numFmtId=\"171\" formatCode=\"@&quot;5&quot;\"/>\
        <numFmt numFmtId=\"172\" formatCode=\"0\\%\"/><numFmt numFmtId=\"173\" formatCode=\";;;\"/></numFmts>\
        <fonts><font/><font><color rgb=\"FFFFFFFF\"/></font><font><color rgb=\"FFF2F2F2\"/></font><font><color theme=\"0\" tint=\"-0.05\"/></font></fonts>\
        <fills><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF004488\"/></patternFill></fill></fills>\
        <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"0\" fontId=\"1\" fillId=\"1\"/><xf numFmtId=\"0\" fontId=\"2\"/><xf numFmtId=\"170\"/>\
        <xf numFmtId=\"171\"/><xf numFmtId=\"0\" fontId=\"1\"/><xf numFmtId=\"172\"/><xf numFmtId=\"14\"/><xf numFmtId=\"173\"/><xf numFmtId=\"0\" fontId=\"3\"/></cellXfs>\
        <dxfs><dxf><font><strike/></font></dxf><dxf><font><color rgb=\"FF9C0006\"/></font><fill><patternFill><bgColor rgb=\"FFFFC7CE\"/></patternFill></fill></dxf></dxfs></styleSheet>";
    let content = format!("{columns}<sheetData>{rows}</sheetData>{behind}");
    let file = build::Xlsx::new().styles(styles).whole_sheet("A", &content);
    reader().read(&file.build()).unwrap()
}

#[test]
fn colours_and_formats_of_texts_are_looked_at() {
    let text = |style: u32, inner: &str| {
        format!("<c r=\"A1\" s=\"{style}\" t=\"inlineStr\"><is>{inner}</is></c>")
    };
    let run = "<r><rPr><color rgb=\"FFFFFFFF\"/></rPr><t>2</t></r><r><t>4</t></r>";
    for (cell, expected) in [
        ("<c r=\"A1\" s=\"1\"><v>4</v></c>".to_string(), "4"),
        ("<c r=\"A1\" s=\"2\"><v>4</v></c>".to_string(), "4 unseen"),
        ("<c r=\"A1\" s=\"9\"><v>4</v></c>".to_string(), "4 unseen"),
        ("<c r=\"A1\" s=\"3\"><v>4</v></c>".to_string(), "4 unseen"),
        (text(4, "<t>2</t>"), "\"2\" Other 25"),
        (text(8, "<t>2</t>"), "\"2\" Hidden"),
        (text(0, "<t>2</t>"), "\"2\""),
        (text(0, run), "\"24\" unseen"),
        (text(1, run), "\"24\""),
        (
            "<c r=\"A1\" s=\"6\"><v>4</v></c>".to_string(),
            "4 PercentSign 4%",
        ),
    ] {
        let workbook = styled("", &format!("<row r=\"1\">{cell}</row>"), "");
        assert_eq!(seen(&workbook, 0), expected, "{cell}");
    }
    for (style, code) in [(6, "0\\%"), (7, "dd/mm/yyyy"), (8, ";;;")] {
        let cell = format!("<row r=\"1\"><c r=\"A1\" s=\"{style}\"><f>1+1</f></c></row>");
        let workbook = styled("", &cell, "");
        let look = workbook.grids[0].cells()[0].look.as_deref();
        assert_eq!(look.and_then(|look| look.code.as_deref()), Some(code));
    }
}

#[test]
fn lines_of_almost_no_size_are_hidden() {
    let cell = |row: u32| format!("<c r=\"A{row}\"><v>4</v></c>");
    let columns = "<cols><col min=\"1\" max=\"1\" width=\"0.25\"/><col min=\"2\" max=\"2\" width=\"0.5\"/></cols>";
    let sizes = ["0.75", "1", "1.5", "15", "2", "18.75"];
    let rows: Vec<String> = (1..)
        .zip(sizes)
        .map(|(row, size)| {
            let cell = cell(row);
            format!("<row r=\"{row}\" ht=\"{size}\" customHeight=\"1\">{cell}</row>")
        })
        .collect();
    let rows = rows.concat();
    let workbook = styled(columns, &rows, "");
    let grid = &workbook.grids[0];
    assert_eq!(
        [0, 1, 2, 3, 4, 5].map(|row| grid.is_row_hidden(row)),
        [true, true, true, false, false, false]
    );
    assert_eq!(
        [0, 1].map(|column| grid.is_column_hidden(column)),
        [true, false]
    );
    let flat = excel_2003(
        "",
        "",
        "<Cell><Data ss:Type=\"Number\">4</Data></Cell></Row><Row ss:Height=\"1.5\"><Cell><Data ss:Type=\"Number\">4</Data></Cell></Row><Row ss:Height=\"15\"><Cell/>",
    );
    assert!(flat.grids[0].is_row_hidden(1) && !flat.grids[0].is_row_hidden(2));
}

#[test]
fn conditional_formats_are_told_where_they_may_matter() {
    let row = |style: u32| format!("<row r=\"1\"><c r=\"A1\" s=\"{style}\"><v>4</v></c></row>");
    let rule = |inner: &str| {
        format!(
            "<conditionalFormatting sqref=\"C9 A1:B2\"><cfRule {inner}</cfRule></conditionalFormatting>"
        )
    };
    let by_number = |number: u32| {
        rule(&format!(
            "type=\"cellIs\" dxfId=\"{number}\"><formula>1</formula>"
        ))
    };
    let bar = rule("type=\"dataBar\"><dataBar showValue=\"0\"/>");
    let own = "<extLst><ext><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type=\"expression\"><x14:dxf><font><color theme=\"0\"/></font></x14:dxf></x14:cfRule><xm:sqref>A1</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>";
    for (style, behind, expected, ranges) in [
        (0, bar, "4 Hidden", 0),
        (0, rule("type=\"dataBar\"><dataBar/>"), "4", 0),
        (
            0,
            rule("type=\"iconSet\"><iconSet showValue=\"0\"/>"),
            "4 Hidden",
            0,
        ),
        (0, by_number(0), "4", 2),
        (0, by_number(1), "4", 0),
        (5, by_number(1), "4", 1),
        (5, by_number(0), "4 unseen", 2),
        (0, own.to_string(), "4", 1),
    ] {
        let workbook = styled("", &row(style), &behind);
        assert_eq!(seen(&workbook, 0), expected, "{behind}");
        assert_eq!(
            workbook.grids[0].facts.conditional.len(),
            ranges,
            "{behind}"
        );
    }
}

#[test]
fn a_document_is_read_as_word_shows_it() {
    for (cell, expected) in [
        (
            "<w:r><w:rPr><w:strike/></w:rPr><w:t>9</w:t></w:r><w:r><w:t>86</w:t></w:r>",
            "\"86\" Struck:9",
        ),
        (
            "<w:r><w:t>869.7</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>1</w:t></w:r>",
            "\"869.7\" Raised:1",
        ),
        (
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>9</w:t></w:r><w:r><w:t>86</w:t></w:r>",
            "\"86\"",
        ),
        (
            "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>9</w:t></w:r>",
            "\"9\"",
        ),
        (
            "<w:moveFrom><w:r><w:t>888</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>869.7</w:t></w:r></w:moveTo>",
            "\"869.7\"",
        ),
        (
            "<w:del><w:r><w:t>1</w:t><w:delText>2</w:delText></w:r></w:del><w:ins><w:r><w:t>3</w:t></w:r></w:ins>",
            "\"3\"",
        ),
        (
            "<w:r><w:sym w:font=\"Symbol\" w:char=\"F02D\"/><w:t>10</w:t></w:r>",
            "\"-10\"",
        ),
        (
            "<w:r><w:rPr><w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange></w:rPr><w:t>5</w:t></w:r>",
            "\"5\"",
        ),
        (
            "<w:r><w:t>2</w:t><w:br/><w:t>100</w:t></w:r>",
            "\"2\\n100\"",
        ),
    ] {
        let document = format!(
            "<w:document xmlns:w=\"w\"><w:body><w:tbl><w:tr><w:tc><w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>{cell}</w:p></w:tc></w:tr></w:tbl></w:body></w:document>"
        );
        let relations = "<Relationships><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
        let file = build::zip(
            &[
                ("[Content_Types].xml", b"<Types/>".as_slice()),
                ("_rels/.rels", relations.as_bytes()),
                ("word/document.xml", document.as_bytes()),
            ],
            Deflated,
        );
        let workbook = reader().read_any(&file).unwrap();
        assert_eq!(seen(&workbook, 0), expected, "{cell}");
    }
}
