//! Tables of results in which a person sees something else than the file stores: the same findings as for returns, from every kind of
//! file, in `audit` and on both sides of `diff`.
//!
//! The files of `tests/data/audit-looks` are one table, saved by `openpyxl` and from there by `LibreOffice` as .xls and .ods.

use std::process::Command;

use tonghop::base::finding::Finding;
use tonghop::result::audit::Audit;

use crate::audit::audited;

fn of_file(name: &str) -> Audit {
    let path = format!(
        "{}/tests/data/audit-looks/{name}",
        env!("CARGO_MANIFEST_DIR")
    );
    audited(&std::fs::read(path).unwrap())
}

/// The findings that do not come of adding up, by cell.
fn looks(audit: &Audit) -> Vec<String> {
    let line = |finding: &Finding| {
        assert!(finding.place.sheet.is_some() && finding.place.file.is_some());
        let cell = finding.place.cell?;
        Some(format!("{cell} {}", finding.rule.code))
    };
    let mut lines: Vec<String> = audit.findings.iter().filter_map(line).collect();
    lines.sort();
    lines
}

#[test]
fn the_looks_of_a_table_are_said_whatever_the_file() {
    let expected = [
        "B9 TH328",
        "C10 TH313",
        "C2 TH324",
        "C3 TH325",
        "C3 TH623",
        "C6 TH226",
        "D2 TH321",
        "D3 TH327",
        "D3 TH622",
        "E2 TH319",
        "E3 TH326",
        "F2 TH329",
        "F4 TH225",
        "G2 TH328",
        "H8 TH228",
        "H8 TH630",
        "I2 TH229",
        "J7 TH324",
        "K11 TH328",
    ];
    for file in ["looks.xlsx", "looks.xls", "looks.ods"] {
        assert_eq!(looks(&of_file(file)), expected, "{file}");
    }
}

const HEADINGS: [&str; 11] = [
    "STT",
    "Tên đơn vị",
    "Hạ tầng kỹ thuật CNTT",
    "Nguồn nhân lực CNTT",
    "Sử dụng các phần mềm ứng dụng",
    "Chính sách và đầu tư cho ƯDCNTT",
    "Trang/Cổng TTĐT",
    "An toàn thông tin",
    "Điểm cộng/trừ",
    "Tổng điểm",
    "Xếp loại",
];

fn headings(open: &str, close: &str) -> String {
    let heads = HEADINGS.map(|head| [open, head, close].concat());
    heads.concat()
}

/// The findings about looks alone.
fn of_looks(audit: &Audit) -> Vec<String> {
    let mut lines = looks(audit);
    lines.retain(|line| !line.contains(" TH6"));
    lines
}

#[test]
fn web_pages_say_the_same() {
    let page = format!(
        "<table><col><col><col><col><col width=0><tr>{}</tr>\
        <tr><td>1<td>UBND huyện Sa Thầy<td x:num=100>10,0<td x:num=200.5><td x:num=300>300<td x:num=1.5>150%<td><s>9</s>90\
        <td><font color=white>50</font><td>10<td>900,5<td>Tốt</tr>\
        <tr height=0><td>2<td>UBND thành phố Kon Tum<td>80<sup>1</sup><td><s>172,8</s><td>301<td rowspan=2>150<td>90<td>39<td>-10<td>822,8<td>Khá</tr>\
        <tr><td>3<td>UBND huyện Ngọc Hồi<td>80<td>206<td>270,6<td>77<td>50<td>-10<td>773,6<td>Khá</tr></table>",
        headings("<td>", "</td>")
    );
    let expected = [
        "C2 TH324", "C3 TH226", "C3 TH327", "D2 TH321", "D3 TH326", "E2 TH229", "F2 TH319",
        "F3 TH225", "G2 TH325", "H2 TH329",
    ];
    assert_eq!(of_looks(&audited(page.as_bytes())), expected);
    // The header once more, as on the next page: what is below it is looked at as well.
    let head = format!("<tr>{}</tr>", headings("<td>", "</td>"));
    let pages = page.replace("<tr height=0>", &format!("{head}<tr height=0>"));
    let audit = audited(pages.as_bytes());
    assert_eq!(audit.tables.len(), 1);
    let below = [
        "C2 TH324", "C4 TH226", "C4 TH327", "D2 TH321", "D4 TH326", "E2 TH229", "F2 TH319",
        "F4 TH225", "G2 TH325", "H2 TH329",
    ];
    assert_eq!(of_looks(&audit), below);
}

#[test]
fn the_xml_of_excel_2003_says_the_same() {
    let number = |style: &str, value: &str| {
        format!("<Cell ss:StyleID=\"{style}\"><Data ss:Type=\"Number\">{value}</Data></Cell>")
    };
    let text = |value: &str| {
        format!(
            "<Cell><Data ss:Type=\"String\" xmlns=\"http://www.w3.org/TR/REC-html40\">{value}</Data></Cell>"
        )
    };
    let row = |height: &str, cells: [String; 11]| format!("<Row{height}>{}</Row>", cells.concat());
    let first = row(
        "",
        [
            number("n", "1"),
            text("UBND huyện Sa Thầy"),
            number("t", "100"),
            number("h", "200.5"),
            number("n", "300"),
            number("p", "1.5"),
            text("<S>9</S><Font>90</Font>"),
            number("w", "50"),
            number("s", "10"),
            number("n", "900.5"),
            text("Tốt"),
        ],
    );
    let second = row(
        " ss:Height=\"0\"",
        [
            number("n", "2"),
            text("UBND thành phố Kon Tum"),
            text("80<Sup>1</Sup>"),
            text("<S>172,8</S>"),
            number("n", "301"),
            number("n", "150"),
            number("n", "90"),
            number("n", "39"),
            number("n", "-10"),
            number("n", "822.8"),
            text("Khá"),
        ],
    );
    let file = format!(
        "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\
        <Styles><Style ss:ID=\"n\"/><Style ss:ID=\"t\"><NumberFormat ss:Format=\"0\\,0\"/></Style><Style ss:ID=\"h\"><NumberFormat ss:Format=\";;;\"/></Style>\
        <Style ss:ID=\"p\"><NumberFormat ss:Format=\"Percent\"/></Style><Style ss:ID=\"w\"><Font ss:Color=\"#FFFFFF\"/></Style>\
        <Style ss:ID=\"s\"><Font ss:StrikeThrough=\"1\"/></Style></Styles>\
        <Worksheet ss:Name=\"A\"><Table><Column ss:Index=\"5\" ss:Hidden=\"1\"/><Row>{}</Row>{first}{second}</Table></Worksheet></Workbook>",
        headings("<Cell><Data ss:Type=\"String\">", "</Data></Cell>")
    );
    let expected = [
        "C2 TH324", "C3 TH226", "C3 TH327", "D2 TH321", "D3 TH326", "E2 TH229", "F2 TH319",
        "G2 TH325", "H2 TH329", "I2 TH328",
    ];
    assert_eq!(of_looks(&audited(file.as_bytes())), expected);
}

/// Each finding stands with file, sheet and cell in what is printed.
#[test]
fn audit_and_both_sides_of_diff_print_them() {
    let folder = tempfile::tempdir().unwrap();
    let data = format!("{}/tests/data/audit-looks", env!("CARGO_MANIFEST_DIR"));
    for (from, to) in [("looks.xlsx", "truoc.xlsx"), ("looks.ods", "nay.ods")] {
        std::fs::copy(format!("{data}/{from}"), folder.path().join(to)).unwrap();
    }
    let printed = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_tonghop"))
            .current_dir(folder.path())
            .args(arguments)
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let audit = printed(&["audit", "truoc.xlsx"]);
    let diff = printed(&["diff", "truoc.xlsx", "nay.ods"]);
    for (cell, code) in [
        ("C2", "TH324"),
        ("D2", "TH321"),
        ("E2", "TH319"),
        ("F2", "TH329"),
        ("G2", "TH328"),
        ("C3", "TH325"),
        ("D3", "TH327"),
        ("E3", "TH326"),
        ("F4", "TH225"),
        ("C6", "TH226"),
        ("I2", "TH229"),
        ("C10", "TH313"),
        ("H8", "TH228"),
    ] {
        let is_line = |line: &str| line.contains(&format!("Bảng!{cell}")) && line.contains(code);
        assert_eq!(
            audit.lines().filter(|line| is_line(line)).count(),
            1,
            "{code}: {audit}"
        );
        for file in ["truoc.xlsx: ", "nay.ods: "] {
            let count = diff
                .lines()
                .filter(|line| line.contains(file) && is_line(line))
                .count();
            assert_eq!(count, 1, "{file}{code}: {diff}");
        }
    }
}
