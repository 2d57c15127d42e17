//! Documents of Word: what a person sees in the cells of their tables.

use tonghop::input::read::Workbook;
use zip::CompressionMethod::Deflated;

use super::{build, described, reader};

/// A document with styles and lists.
pub(super) fn document(body: &str, styles: &str, lists: &str) -> Workbook {
    let relations = "<Relationships><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
    let document = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    let styles = format!("<w:styles xmlns:w=\"w\">{styles}</w:styles>");
    let lists = format!("<w:numbering xmlns:w=\"w\">{lists}</w:numbering>");
    let file = build::zip(
        &[
            ("[Content_Types].xml", b"<Types/>".as_slice()),
            ("_rels/.rels", relations.as_bytes()),
            ("word/document.xml", document.as_bytes()),
            ("word/styles.xml", styles.as_bytes()),
            ("word/numbering.xml", lists.as_bytes()),
        ],
        Deflated,
    );
    reader().read_any(&file).unwrap()
}

/// What is seen in the cells of the first table, or of the text if there is none.
pub(super) fn cells(workbook: &Workbook) -> Vec<String> {
    workbook.grids[0].cells().iter().map(described).collect()
}

pub(super) fn run(looks: &str, text: &str) -> String {
    format!("<w:r><w:rPr>{looks}</w:rPr><w:t>{text}</w:t></w:r>")
}

/// A table of one cell: what is said of the table, the cell, the paragraph, and its runs.
fn one_cell([table, cell, paragraph, runs]: [&str; 4]) -> String {
    format!(
        "<w:tbl><w:tblPr>{table}</w:tblPr><w:tr><w:tc><w:tcPr>{cell}</w:tcPr><w:p><w:pPr>{paragraph}</w:pPr>{runs}</w:p></w:tc></w:tr></w:tbl>"
    )
}

const STYLES: &str = "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"22\"/></w:rPr></w:rPrDefault></w:docDefaults>\
    <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"/>\
    <w:style w:type=\"character\" w:styleId=\"White\"><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr></w:style>\
    <w:style w:type=\"character\" w:styleId=\"Gone\"><w:rPr><w:vanish/></w:rPr></w:style>\
    <w:style w:type=\"character\" w:styleId=\"Old\"><w:rPr><w:strike/></w:rPr></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Pale\"><w:basedOn w:val=\"Normal\"/><w:rPr><w:color w:val=\"FEFEFE\"/></w:rPr></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Paler\"><w:basedOn w:val=\"Pale\"/></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Loop\"><w:basedOn w:val=\"Loop\"/></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Dark\"><w:basedOn w:val=\"Paler\"/><w:pPr><w:shd w:val=\"clear\" w:fill=\"004488\"/></w:pPr></w:style>\
    <w:style w:type=\"table\" w:styleId=\"Ghost\"><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:tblStylePr w:type=\"firstRow\"><w:rPr><w:color w:val=\"000000\"/></w:rPr></w:tblStylePr></w:style>\
    <w:style w:type=\"table\" w:styleId=\"Night\"><w:tcPr><w:shd w:val=\"clear\" w:fill=\"004488\"/></w:tcPr></w:style>";

/// What a document of one cell gives.
fn seen_in(cell: [&str; 4]) -> Vec<String> {
    cells(&document(&one_cell(cell), STYLES, ""))
}

#[test]
fn letters_of_the_colour_behind_are_told() {
    let white = run("<w:color w:val=\"FFFFFF\"/>", "20");
    let theme = run("<w:color w:themeColor=\"background1\"/>", "20");
    let dark = "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"004488\"/>";
    let none = "<w:shd w:val=\"clear\" w:fill=\"auto\"/>";
    let plain = run("", "20");
    let blue = run("<w:color w:val=\"004488\"/>", "20");
    let own = run(&format!("<w:color w:val=\"FFFFFF\"/>{dark}"), "20");
    let lit = "<w:color w:val=\"FFFFFF\"/><w:highlight w:val=\"red\"/>";
    let lit = run(lit, "20");
    let former = "<w:rPrChange><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr></w:rPrChange>";
    let former = run(former, "20");
    let part = run("<w:color w:val=\"FFFFFF\"/>", "2") + &run("", "0");
    let pattern = "<w:shd w:val=\"pct50\" w:color=\"000000\" w:fill=\"FFFFFF\"/>";
    let end = "<w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr>";
    for (cell, is_unseen) in [
        (["", "", "", &white], true),
        (["", "", "", &theme], true),
        (["", "", "", &part], true),
        (["", "", "", &plain], false),
        (["", "", "", &former], false),
        (["", dark, "", &white], false),
        (["", dark, "", &blue], true),
        (["", pattern, "", &white], false),
        (["", "", "", &own], false),
        (["", "", "", &lit], false),
        (["", "", dark, &white], false),
        (["", "", end, &plain], false),
        ([dark, "", "", &white], false),
        ([dark, none, "", &white], true),
    ] {
        let expected = if is_unseen { "\"20\" unseen" } else { "\"20\"" };
        assert_eq!(seen_in(cell), [expected], "{cell:?}");
    }
}

#[test]
fn styles_say_how_letters_look() {
    let white = run("<w:color w:val=\"FFFFFF\"/>", "20");
    let automatic = run("<w:color w:val=\"auto\"/>", "20");
    let plain = run("", "20");
    let styled = |style: &str| run(&format!("<w:rStyle w:val=\"{style}\"/>"), "20");
    let paragraph = |style: &str| format!("<w:pStyle w:val=\"{style}\"/>");
    let table = |style: &str| format!("<w:tblStyle w:val=\"{style}\"/>");
    // The first row is another one, unless the table says that it is not.
    let ghost = table("Ghost") + "<w:tblLook w:val=\"0000\"/>";
    for (cell, expected) in [
        (["", "", "", &styled("White")], "\"20\" unseen"),
        (["", "", "", &styled("Old")], "\"\" Struck:20"),
        (["", "", &paragraph("Paler"), &plain], "\"20\" unseen"),
        (["", "", &paragraph("Paler"), &automatic], "\"20\""),
        (["", "", &paragraph("Dark"), &plain], "\"20\""),
        (["", "", &paragraph("Loop"), &plain], "\"20\""),
        ([&ghost, "", "", &plain], "\"20\" unseen"),
        ([&table("Ghost"), "", "", &plain], "\"20\""),
        ([&table("Night"), "", "", &white], "\"20\""),
    ] {
        assert_eq!(seen_in(cell), [expected], "{cell:?}");
    }
    assert_eq!(seen_in(["", "", "", &styled("Gone")]), [""; 0]);
}

fn level(at: usize, format: &str, text: &str) -> String {
    format!(
        "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>"
    )
}

/// A paragraph in a cell of its own row.
fn numbered(list: &str, at: usize, text: &str) -> String {
    format!(
        "<w:tr><w:tc><w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs><w:numPr><w:ilvl w:val=\"{at}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p></w:tc></w:tr>"
    )
}

#[test]
fn numbers_of_lists_are_read_as_they_are_seen() {
    let outline = level(0, "upperRoman", "%1.")
        + &level(1, "decimal", "%2.")
        + &level(2, "decimal", "%2.%3")
        + &level(3, "lowerLetter", "%4)");
    let lists = format!(
        "<w:abstractNum w:abstractNumId=\"0\">{outline}</w:abstractNum>\
        <w:abstractNum w:abstractNumId=\"1\">{}{}</w:abstractNum>\
        <w:abstractNum w:abstractNumId=\"2\">{}{}</w:abstractNum>\
        <w:abstractNum w:abstractNumId=\"3\">{}</w:abstractNum>\
        <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>\
        <w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>\
        <w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/></w:lvlOverride></w:num>\
        <w:num w:numId=\"4\"><w:abstractNumId w:val=\"2\"/></w:num>\
        <w:num w:numId=\"5\"><w:abstractNumId w:val=\"3\"/></w:num>",
        level(0, "decimal", "%1"),
        level(1, "decimal", "%1.%2"),
        level(0, "bullet", "-"),
        level(1, "bullet", "\u{f0b7}"),
        level(0, "chineseCounting", "%1"),
    );
    let rows = [
        ("1", 0, "Chung", "I. Chung"),
        ("1", 1, "Kế hoạch", "1. Kế hoạch"),
        ("1", 2, "Ban hành", "1.1 Ban hành"),
        ("1", 2, "", "1.2"),
        ("1", 3, "Đúng hạn", "a) Đúng hạn"),
        ("1", 3, "Trễ", "b) Trễ"),
        ("2", 1, "Riêng", "1.1 Riêng"),
        ("1", 1, "Báo cáo", "2. Báo cáo"),
        ("1", 2, "Số lượng", "2.1 Số lượng"),
        ("1", 3, "Đủ", "a) Đủ"),
        ("1", 0, "Thủ tục", "II. Thủ tục"),
        ("1", 1, "Công khai", "1. Công khai"),
        ("3", 0, "Phụ", "VII. Phụ"),
        ("4", 0, "Có", "- Có"),
        ("4", 0, "5", "• 5"),
        ("4", 1, "Không", "• Không"),
        ("2", 1, "500", "1.2\t500"),
        ("2", 0, "500", "1\t500"),
        ("1", 0, "500", "VIII.\t500"),
        ("5", 0, "Lạ", "Lạ"),
        ("0", 0, "Không số", "Không số"),
        ("9", 0, "Không có", "Không có"),
    ];
    let body: String = rows
        .iter()
        .map(|(list, at, text, _)| numbered(list, *at, text))
        .collect();
    let workbook = document(&format!("<w:tbl>{body}</w:tbl>"), "", &lists);
    let expected: Vec<String> = rows.iter().map(|row| format!("{:?}", row.3)).collect();
    assert_eq!(cells(&workbook), expected);
}

/// Headings are numbered by their style; one that says 0, one that was deleted and one from before a change are not.
#[test]
fn styles_and_changes_decide_on_numbers() {
    let styles = "<w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>\
        <w:style w:type=\"paragraph\" w:styleId=\"H2\"><w:basedOn w:val=\"H1\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/></w:numPr></w:pPr></w:style>";
    let lists = format!(
        "<w:abstractNum w:abstractNumId=\"0\">{}{}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
        level(0, "decimal", "%1."),
        level(1, "decimal", "%1.%2."),
    );
    let paragraph = |looks: &str, text: &str| {
        format!("<w:p><w:pPr>{looks}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
    };
    let list = "<w:numPr><w:numId w:val=\"1\"/></w:numPr>";
    let body = [
        paragraph("<w:pStyle w:val=\"H1\"/>", "a"),
        paragraph("<w:pStyle w:val=\"H2\"/>", "b"),
        paragraph(
            "<w:pStyle w:val=\"H2\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>",
            "c",
        ),
        paragraph(&format!("{list}<w:rPr><w:del/></w:rPr>"), ""),
        paragraph(
            &format!("<w:pPrChange><w:pPr>{list}</w:pPr></w:pPrChange>"),
            "d",
        ),
        paragraph("<w:pStyle w:val=\"H2\"/>", "e"),
        paragraph(list, "f"),
    ];
    let workbook = document(&body.concat(), styles, &lists);
    let expected = ["1. a", "1.1. b", "c", "d", "1.2. e", "2. f"];
    assert_eq!(cells(&workbook), expected.map(|text| format!("{text:?}")));
}

#[test]
fn fields_of_a_form_show_what_was_filled_in() {
    let field = |data: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:name w:val=\"x\"/>{data}</w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        )
    };
    let check = |inner: &str| field(&format!("<w:checkBox><w:sizeAuto/>{inner}</w:checkBox>"));
    let list = |inner: &str| {
        field(&format!(
            "<w:ddList>{inner}<w:listEntry w:val=\"Có\"/><w:listEntry w:val=\"Không &amp; chưa\"/></w:ddList>"
        ))
    };
    let (on, off) = ("<w:default w:val=\"1\"/>", "<w:default w:val=\"0\"/>");
    for (runs, expected) in [
        (check(&format!("{off}<w:checked/>")), "☒"),
        (check(on), "☒"),
        (check(&format!("{on}<w:checked w:val=\"0\"/>")), "☐"),
        (check(off) + &run("", " Có"), "☐ Có"),
        (list("<w:result w:val=\"1\"/>"), "Không & chưa"),
        (list(on), "Không & chưa"),
        (list(""), "Có"),
    ] {
        let seen = seen_in(["", "", "", &runs]);
        assert_eq!(seen, [format!("{expected:?}")], "{runs}");
    }
}

#[test]
fn controls_show_what_was_filled_in() {
    let control = |looks: &str, content: &str| {
        format!("<w:sdt><w:sdtPr>{looks}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>")
    };
    let ticked = |state: &str, content: &str| {
        let looks = format!(
            "<w14:checkbox><w14:checked w14:val=\"{state}\"/><w14:checkedState w14:val=\"2612\"/></w14:checkbox>"
        );
        control(&looks, content)
    };
    let sign =
        |font: &str, code: &str| format!("<w:r><w:sym w:font=\"{font}\" w:char=\"{code}\"/></w:r>");
    let asking = control("<w:showingPlcHdr/><w:text/>", &run("", "Bấm để nhập"));
    let text_box = "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>sửa: 15</w:t></w:r></w:p></w:txbxContent></mc:Choice>\
        <mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>sửa: 15</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
    for (runs, expected) in [
        (ticked("1", &run("", "☒")), "☒"),
        (ticked("0", &run("", "☐")), "☐"),
        (ticked("1", &sign("Wingdings", "F0FE")), "☑"),
        (ticked("1", &sign("Wingdings 3", "F0AB")), "☒"),
        (ticked("0", &sign("Webdings", "F031")), "☐"),
        (sign("Wingdings 2", "F052"), "☑"),
        (sign("Wingdings", "F031"), "\u{f031}"),
        (
            control("<w:rPr><w:vanish/></w:rPr>", &run("", "4,5")),
            "4,5",
        ),
        (asking + &run("", "4"), "4"),
        (run("", "4") + text_box, "4\nsửa: 15"),
    ] {
        let seen = seen_in(["", "", "", &runs]);
        assert_eq!(seen, [format!("{expected:?}")], "{runs}");
    }
}

/// A text box in a paragraph takes nothing of the paragraph away, and a table in it is a table.
#[test]
fn a_text_box_beside_a_paragraph_is_read_before_it() {
    let text_box =
        |inner: &str| format!("<w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r>");
    let inner = format!("<w:p>{}</w:p>", run("", "hộp"));
    let table = one_cell(["", "", "", &run("", "7")]);
    let body = format!(
        "<w:p>{}{}{}</w:p><w:p>{}</w:p>",
        run("", "trước "),
        text_box(&format!("{inner}{table}")),
        run("", "sau"),
        run("", "cuối"),
    );
    let workbook = document(&body, "", "");
    assert_eq!(cells(&workbook), ["\"7\""]);
    let text: Vec<String> = workbook.grids[1].cells().iter().map(described).collect();
    assert_eq!(text, ["\"hộp\"", "\"trước sau\"", "\"cuối\""]);
}

#[test]
fn equations_and_rubies_are_no_run_of_digits() {
    let equation = |inner: &str| one_cell(["", "", "", &format!("<m:oMath>{inner}</m:oMath>")]);
    let text = |text: &str| format!("<m:r><m:t>{text}</m:t></m:r>");
    let (one, two) = (text("1"), text("2"));
    let fraction = format!("<m:f><m:num>{one}</m:num><m:den>{two}</m:den></m:f>");
    let power = format!("<m:sSup><m:e>{one}</m:e><m:sup>{two}</m:sup></m:sSup>");
    let ruby = "<w:r><w:ruby><w:rt><w:r><w:t>1</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>8</w:t></w:r></w:rubyBase></w:ruby></w:r>";
    let read = |body: &str| cells(&document(body, STYLES, ""));
    assert_eq!(read(&equation(&fraction)), ["\"1/2\""]);
    assert_eq!(read(&equation(&power)), ["\"1^2\""]);
    assert_eq!(read(&one_cell(["", "", "", ruby])), ["\"8\""]);
}

#[test]
fn a_row_in_a_table_of_its_own_below_one_of_the_same_columns_is_its_last_row() {
    let row = |cells: &[&str]| {
        let cell = |text: &&str| format!("<w:tc><w:p>{}</w:p></w:tc>", run("", text));
        let cells: String = cells.iter().map(cell).collect();
        format!("<w:tr>{cells}</w:tr>")
    };
    let table = |rows: &[&[&str]]| {
        let rows: String = rows.iter().map(|cells| row(cells)).collect();
        format!("<w:tbl>{rows}</w:tbl>")
    };
    let form = table(&[&["STT", "Tiêu chí", "Điểm"], &["1", "Kế hoạch", "10"]]);
    let names = |below: &str| {
        let read = document(&format!("{form}{below}"), "", "");
        let named =
            |grid: &tonghop::base::cell::Grid| format!("{} {}", grid.name, grid.cells().len());
        read.grids.iter().map(named).collect::<Vec<_>>()
    };
    let total = table(&[&["", "Tổng điểm", "10"]]);
    let blank = "<w:p></w:p>";
    let last = table(&[&["Nơi nhận", "Chủ tịch"]]);
    assert_eq!(
        names(&format!("{blank}{total}{blank}{last}")),
        ["Bảng 1 8", "Bảng 3 2", "Văn bản 0"]
    );
    let read = document(&format!("{form}{total}"), "", "");
    let last_cell = read.grids[0].cells().last().unwrap();
    assert_eq!(last_cell.address.to_string(), "C3");
    assert_eq!(described(last_cell), "\"10\"");
    // A text between, other columns, words alone, several rows: a table of its own.
    for apart in [
        format!("<w:p>{}</w:p>{total}", run("", "Mục II")),
        table(&[&["Tổng điểm", "10"]]),
        table(&[&["Nơi nhận", "Lưu", "Chủ tịch"]]),
        table(&[&["", "Tổng điểm", "10"], &["", "Trừ", "1"]]),
    ] {
        assert_eq!(names(&apart)[0], "Bảng 1 6", "{apart}");
    }
}
