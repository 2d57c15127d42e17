//! Files that are text inside: web pages, the XML of Excel 2003, and delimited text, mostly under the name .xls.

use tonghop::base::cell::{CellValue, Format, Visibility};
use tonghop::input::read::{Bound, FileKind, ReadFault, ReadLimits, SheetProblem, Workbook};

use super::{cell, number, problems, reader, reader_with, text, value};

fn read(bytes: &[u8]) -> Workbook {
    reader().read(bytes).unwrap()
}

fn merges(workbook: &Workbook) -> Vec<String> {
    let merges = workbook.grids[0].merges.iter();
    merges.map(ToString::to_string).collect()
}

#[test]
fn a_web_page_is_read_as_excel_opens_it() {
    let page = "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta charset=utf-8><title>t</title>\
        <style>td {}</style></head><body><p>PHIẾU TỰ ĐÁNH GIÁ</p>\
        <table border=1><tr><th rowspan=2>TT<th colspan=\"2\">Điểm<tr><td>tự<br>chấm<td> thẩm\n định </td></tr>\
        <tr><td>1.1</td><td x:num=\"0.9793\">97,93%</td><td x:num x:fmla=\"=B4*2\">1.5</td></tr>\
        <tr><td>1.2</td><td>8&#44;5</td><td></td></tr></table>\
        <div>Ghi chú</div><table><tr><td>a</td></tr></table></body></html>";
    let workbook = read(page.as_bytes());
    assert_eq!(workbook.kind, FileKind::Html);
    assert_eq!(problems(&workbook), []);
    let at = |place: &str| value(&workbook, "HTML", place);
    assert_eq!(at("A1"), text("PHIẾU TỰ ĐÁNH GIÁ"));
    assert_eq!(at("A2"), text("TT"));
    assert_eq!(at("B2"), text("Điểm"));
    assert_eq!(at("B3"), text("tự\nchấm"));
    assert_eq!(at("C3"), text("thẩm định"));
    assert_eq!(at("A4"), text("1.1"));
    assert_eq!(at("B4"), number(0.9793));
    assert_eq!(
        cell(&workbook, "HTML", "B4").unwrap().format,
        Format::Percent
    );
    assert_eq!(at("C4"), number(1.5));
    assert_eq!(
        cell(&workbook, "HTML", "C4").unwrap().formula.as_deref(),
        Some("B4*2")
    );
    assert_eq!(at("B5"), text("8,5"));
    assert_eq!(at("C5"), None);
    assert_eq!(at("A6"), text("Ghi chú"));
    assert_eq!(at("A7"), text("a"));
    assert_eq!(merges(&workbook), ["A2:A3", "B2:C2"]);
}

#[test]
fn a_web_page_in_an_old_code_page_is_read_right() {
    for head in ["<meta content=\"text/html; charset=windows-1258\">", ""] {
        let page = [
            format!("<html>{head}<table><tr><td>").as_bytes(),
            b"S\xf5\xd2 T\xfd ph\xe1p</table>",
        ]
        .concat();
        assert_eq!(value(&read(&page), "HTML", "A1"), text("Sở Tư pháp"));
    }
    let wide = "\u{feff}<html><table><tr><td>Sở"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect::<Vec<_>>();
    assert_eq!(value(&read(&wide), "HTML", "A1"), text("Sở"));
}

#[test]
fn tables_in_tables_and_text_between_cells_are_not_lost() {
    let page = "<table>lạc<tr><td>ngoài <table><tr><td>trong</td></tr></table> tiếp</td><td>b</td></table>cuối";
    let workbook = read(page.as_bytes());
    let found: Vec<_> = workbook.grids[0]
        .cells()
        .iter()
        .map(|cell| cell.value.show())
        .collect();
    assert_eq!(found, ["lạc", "trong", "ngoài tiếp", "b", "cuối"]);
}

#[test]
fn a_page_without_a_table_is_no_workbook() {
    for (page, kind) in [
        ("<html><body><p>Kính gửi</p>", FileKind::Html),
        (
            "MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html><table><tr><td>1</table>",
            FileKind::WebArchive,
        ),
    ] {
        assert_eq!(
            reader().read(page.as_bytes()),
            Err(ReadFault::NotAWorkbook(kind))
        );
    }
}

#[test]
fn hostile_pages_end_in_time_and_room() {
    let nested = format!("<table>{}", "<tr><td><table>".repeat(300_000));
    assert!(read(nested.as_bytes()).grids[0].cells().is_empty());
    for open in ["<a ", "<td title=\"", "<!--", "</", "<", "&", "<script>"] {
        let page = format!("<table><tr><td>x</td>{}", open.repeat(300_000));
        let workbook = read(page.as_bytes());
        let mut cells = workbook.grids[0].cells().iter();
        assert!(
            cells.any(|cell| cell.value.show().starts_with('x')),
            "{open}"
        );
    }
    let crowd = format!("<table>{}", "<tr><td>x".repeat(30));
    let limits = ReadLimits {
        cells: 20,
        ..ReadLimits::default()
    };
    let fault = reader_with(limits).read(crowd.as_bytes()).unwrap_err();
    assert!(
        matches!(
            fault,
            ReadFault::TooLarge {
                what: Bound::Cells,
                ..
            }
        ),
        "{fault}"
    );
    let spans = format!(
        "<table>{}",
        "<tr><td rowspan=99999 colspan=99999>".repeat(100_000)
    );
    let fault = reader().read(spans.as_bytes()).unwrap_err();
    assert!(matches!(fault, ReadFault::TooLarge { .. }), "{fault}");
    let wide = format!("<table><tr>{}<td>x", "<td colspan=1000>".repeat(17));
    let problems = problems(&read(wide.as_bytes()));
    assert!(
        matches!(problems[..], [SheetProblem::OutsideGrid { count: 1, .. }]),
        "{problems:?}"
    );
}

const XML: &str = "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n\
    <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\
    <DocumentProperties xmlns=\"urn:schemas-microsoft-com:office:office\"><LastAuthor>An</LastAuthor>\
    <LastSaved>2017-12-04T08:00:00Z</LastSaved></DocumentProperties>\
    <CustomDocumentProperties xmlns=\"urn:schemas-microsoft-com:office:office\"><tonghop-unit dt:dt=\"string\">STP</tonghop-unit></CustomDocumentProperties>\
    <Styles><Style ss:ID=\"p\"><NumberFormat ss:Format=\"0.00%\"/></Style><Style ss:ID=\"h\"><NumberFormat ss:Format=\";;;\"/></Style></Styles>\
    <Worksheet ss:Name=\"1. Hạ tầng &amp; &quot;x&quot;\"><Table ss:ExpandedColumnCount=\"4\">\
    <Row><Cell ss:MergeAcross=\"1\" ss:MergeDown=\"1\"><Data ss:Type=\"String\">PHIẾU &amp;&#10;x</Data></Cell><Cell><Data ss:Type=\"Boolean\">1</Data></Cell></Row>\
    <Row ss:Index=\"4\"><Cell ss:Index=\"2\" ss:StyleID=\"p\"><Data ss:Type=\"Number\">0.9793</Data><Comment ss:Author=\"An\"><ss:Data>xem lại</ss:Data></Comment></Cell>\
    <Cell ss:Formula=\"=SUM(R[-1]C)\"><Data ss:Type=\"Number\">5</Data></Cell><Cell ss:Formula=\"=R1C1\"/><Cell ss:StyleID=\"h\"><Data ss:Type=\"Number\">1,5</Data></Cell></Row>\
    <Row ss:Span=\"2\"/><Row><Cell><Data ss:Type=\"DateTime\">2017-09-22T00:00:00.000</Data></Cell><Cell><Data ss:Type=\"Error\">#REF!</Data></Cell>\
    <Cell><ss:Data ss:Type=\"String\" xmlns=\"http://www.w3.org/TR/REC-html40\">a<B>b</B></ss:Data></Cell><Cell ss:StyleID=\"h\"><Data ss:Type=\"Number\">7</Data></Cell></Row>\
    </Table></Worksheet><Worksheet ss:Name=\"Ẩn\"><Table/><WorksheetOptions xmlns=\"urn:schemas-microsoft-com:office:excel\">\
    <Visible>SheetVeryHidden</Visible></WorksheetOptions></Worksheet></Workbook>";

#[test]
fn xml_of_excel_2003_is_read() {
    let workbook = read(XML.as_bytes());
    assert_eq!(workbook.kind, FileKind::SpreadsheetMl2003);
    assert_eq!(problems(&workbook), []);
    let sheet = "1. Hạ tầng & \"x\"";
    let at = |place: &str| value(&workbook, sheet, place);
    assert_eq!(at("A1"), text("PHIẾU &\nx"));
    assert_eq!(merges(&workbook), ["A1:B2"]);
    assert_eq!(at("C1"), Some(CellValue::Bool(true)));
    assert_eq!(at("B4"), number(0.9793));
    assert_eq!(
        cell(&workbook, sheet, "B4").unwrap().format,
        Format::Percent
    );
    assert_eq!(at("C4"), number(5.0));
    assert_eq!(
        cell(&workbook, sheet, "C4").unwrap().formula.as_deref(),
        Some("SUM(C3)")
    );
    assert_eq!(at("D4"), Some(CellValue::NotCalculated));
    assert!(matches!(at("E4"), Some(CellValue::Damaged(_))));
    assert_eq!(
        at("A8"),
        Some(CellValue::Date {
            serial: 43_000.0,
            base_1904: false
        })
    );
    assert_eq!(at("B8"), Some(CellValue::Error("#REF!".to_string())));
    assert_eq!(at("C8"), text("ab"));
    assert_eq!(cell(&workbook, sheet, "D8").unwrap().format, Format::Hidden);
    assert_eq!(workbook.grids[1].visibility, Visibility::VeryHidden);
    assert_eq!(
        workbook.properties.modified.as_deref(),
        Some("2017-12-04T08:00:00Z")
    );
    assert_eq!(workbook.properties.custom["tonghop-unit"], "STP");
}

#[test]
fn xml_of_excel_2003_cut_or_changed_is_no_panic() {
    for at in (400..XML.len())
        .step_by(7)
        .filter(|at| XML.is_char_boundary(*at))
    {
        let cut = reader().read(&XML.as_bytes()[..at]);
        assert!(matches!(cut, Err(ReadFault::Damaged(_))), "{at}: {cut:?}");
        let mut changed = XML.as_bytes().to_vec();
        changed[at] ^= 0x11;
        let _ = reader().read(&changed);
    }
    let far = XML
        .replace("ss:Index=\"4\"", "ss:Index=\"4294967295\"")
        .replace("ss:Index=\"2\"", "ss:Index=\"0\"");
    assert!(!problems(&read(far.as_bytes())).is_empty());
}

#[test]
fn delimited_text_is_read_as_text() {
    let csv = "TT;Tiêu chí;Điểm\n1.1;\"Tỷ lệ; %\";8,5\n\n1.2;b;\n";
    let unicode = format!(
        "\u{feff}{}",
        csv.replace("\"Tỷ lệ; %\"", "Tỷ lệ, %").replace(';', "\t")
    );
    let wide = unicode
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect::<Vec<_>>();
    for (bytes, label) in [(csv.as_bytes().to_vec(), "Tỷ lệ; %"), (wide, "Tỷ lệ, %")] {
        let workbook = read(&bytes);
        assert_eq!(workbook.kind, FileKind::Text);
        assert_eq!(value(&workbook, "CSV", "B2"), text(label));
        assert_eq!(value(&workbook, "CSV", "C2"), text("8,5"));
        assert_eq!(value(&workbook, "CSV", "A4"), text("1.2"));
    }
    // Line ends of other systems, and a line break within a field.
    let mac = read(b"a,b,c\r\r1,2,3\r\"x\ry\",5,6\r7,8,9");
    let rows: Vec<_> = mac.grids[0]
        .rows()
        .map(|row| row[0].address.to_string())
        .collect();
    assert_eq!(rows, ["A1", "A3", "A4", "A6"]);
    let old = read(b"S\xf5\xd2;a;b\n1;2;3\n4;5;6\n");
    assert_eq!(value(&old, "CSV", "A1"), text("Sở"));
}

#[test]
fn a_note_is_no_table() {
    let note = "Kính gửi Sở,\nđơn vị gửi lại phiếu, có sửa mục 2, mục 3.\nTrân trọng.\n";
    assert_eq!(
        reader().read(note.as_bytes()),
        Err(ReadFault::NotAWorkbook(FileKind::Text))
    );
}
