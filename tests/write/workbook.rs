//! The workbook as calamine reads it.

use std::io::{Cursor, Read};

use calamine::{Data, DataType, Reader, Xlsx};
use tonghop::base::lang::Lang;
use tonghop::base::points::Points;
use tonghop::output::json::json;
use tonghop::output::xlsx::workbook;
use tonghop::result::report::Report;
use zip::ZipArchive;

use super::fixture::{unit_id, with_own_limits};
use super::small;

pub type Book = Xlsx<Cursor<Vec<u8>>>;

fn read(report: &Report, lang: Lang) -> Book {
    Xlsx::new(Cursor::new(workbook(report, lang).unwrap())).unwrap()
}

pub fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive
        .by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

/// The zero-based row and column of the first cell with this text.
pub fn find(book: &mut Book, sheet: &str, text: &str) -> (u32, u32) {
    let range = book.worksheet_range(sheet).unwrap();
    let (top, left) = range.start().unwrap();
    let found = range
        .used_cells()
        .find(|(_, _, cell)| cell.get_string() == Some(text));
    let (row, column, _) = found.unwrap_or_else(|| panic!("no {text} in {sheet}"));
    (top + row as u32, left + column as u32)
}

fn value(book: &mut Book, sheet: &str, at: (u32, u32)) -> Data {
    let range = book.worksheet_range(sheet).unwrap();
    range.get_value(at).cloned().unwrap_or_default()
}

fn formula(book: &mut Book, sheet: &str, at: (u32, u32)) -> String {
    let range = book.worksheet_formula(sheet).unwrap();
    range.get_value(at).cloned().unwrap_or_default()
}

#[test]
fn sheets_stand_in_the_order_of_use() {
    let report = small::report();
    assert_eq!(
        read(&report, Lang::Vi).sheet_names(),
        [
            "Tổng quan",
            "Cấp tỉnh",
            "Cấp huyện",
            "Thống kê",
            "Chi tiết",
            "Tình hình nộp",
            "Cảnh báo",
            "Ngưỡng xếp loại",
            "Dữ liệu"
        ]
    );
}

#[test]
fn the_result_table_is_live_and_holds_its_results() {
    let mut book = read(&small::report(), Lang::Vi);
    let (row, _) = find(&mut book, "Cấp tỉnh", "Sở Khoa học và Công nghệ");
    let cells = [
        (2, "'Chi tiết'!E9", Data::Float(544.3)),
        (
            5,
            "IF(ROUND(SUM(C9:E9),10)='Chi tiết'!J9,ROUND(SUM(C9:E9),10),\"\")",
            Data::Float(849.9),
        ),
        (
            6,
            "IF(F9='Chi tiết'!K9,IFERROR(IF(F9<$C$17,$C$16,LOOKUP(F9,$C$17:$F$17,$C$16:$F$16)),\"chưa xếp loại\"),\"chưa xếp loại\")",
            Data::String("Khá".to_string()),
        ),
        (
            7,
            "IF(F9='Chi tiết'!K9,IFERROR(RANK('Chi tiết'!L9,'Chi tiết'!$L$9:$L$13),\"\"),\"\")",
            Data::Float(1.0),
        ),
    ];
    assert_eq!(row, 8);
    for (column, wanted, stored) in cells {
        assert_eq!(formula(&mut book, "Cấp tỉnh", (row, column)), wanted);
        assert_eq!(value(&mut book, "Cấp tỉnh", (row, column)), stored);
    }
    let remark = value(&mut book, "Cấp tỉnh", (row, 8));
    assert_eq!(
        remark.get_string(),
        Some(
            "Đơn vị ghi tổng 852,4, điểm tự chấm cộng lại là 849,9 (lệch 2,5). Đơn vị tự xếp loại Tốt."
        )
    );
}

/// Each sheet has the limits by which its units are graded, lowest first.
#[test]
fn a_level_shows_its_own_limits() {
    let report = with_own_limits(small::report(), &[800, 650, 400, 0]);
    let mut book = read(&report, Lang::Vi);
    for (level, limits) in [
        ("Cấp tỉnh", [0.0, 500.0, 700.0, 850.0]),
        ("Cấp huyện", [0.0, 400.0, 650.0, 800.0]),
    ] {
        let (row, column) = find(&mut book, level, "Từ (điểm)");
        let shown = (column + 1..=column + 4)
            .map(|column| value(&mut book, level, (row, column)).get_float());
        let limits = limits.map(Some);
        assert_eq!(shown.collect::<Vec<_>>(), limits, "{level}");
    }
}

#[test]
fn equal_totals_share_a_place_and_the_next_is_left_free() {
    let mut book = read(&small::report(), Lang::Vi);
    let (first, column) = find(&mut book, "Cấp tỉnh", "Thứ hạng");
    let places: Vec<Option<f64>> = (first + 2..first + 7)
        .map(|row| value(&mut book, "Cấp tỉnh", (row, column)).get_float())
        .collect();
    assert_eq!(places, [Some(1.0), Some(1.0), Some(3.0), Some(4.0), None]);
}

#[test]
fn an_exempt_units_total_is_scaled_by_its_formula() {
    let mut book = read(&small::report(), Lang::Vi);
    let (row, _) = find(&mut book, "Cấp tỉnh", "Sở Ngoại vụ");
    let at = (row, 5);
    assert_eq!(
        formula(&mut book, "Cấp tỉnh", at),
        "IF(ROUND(SUM(C11:E11),10)='Chi tiết'!J11,'Chi tiết'!K11,\"\")"
    );
    assert_eq!(value(&mut book, "Cấp tỉnh", at), Data::Float(781.6625));
    assert_eq!(
        formula(&mut book, "Chi tiết", (10, 10)),
        "IF(J11=\"\",\"\",ROUND(SUM(E11,G11)*J$8/800+SUM(I11),10))"
    );
    assert_eq!(
        value(&mut book, "Chi tiết", (10, 10)),
        Data::Float(781.6625)
    );
    let spared = find(&mut book, "Chi tiết", "miễn");
    assert_eq!(spared.1, 3);
}

#[test]
fn what_is_open_is_empty_and_says_so() {
    let mut book = read(&small::report(), Lang::Vi);
    let (detail, _) = find(&mut book, "Chi tiết", "Sở Tư pháp");
    assert_eq!(value(&mut book, "Chi tiết", (detail, 3)), Data::Empty);
    let (row, _) = find(&mut book, "Cấp tỉnh", "Sở Tư pháp");
    let grade = value(&mut book, "Cấp tỉnh", (row, 6));
    assert_eq!(grade.get_string(), Some("chưa xếp loại"));
    let bounds = "IF(IF(ROUND(F11,10)<$C$17,$C$16,LOOKUP(ROUND(F11,10),$C$17:$F$17,$C$16:$F$16))=\
                  IF(ROUND(F11+SUMPRODUCT(('Chi tiết'!D11:D11=\"\")*'Chi tiết'!D$8:D$8),10)<$C$17";
    let formula = formula(&mut book, "Cấp tỉnh", (row, 6));
    let bounds = bounds.replace("F11", &format!("F{}", row + 1));
    let bounds = bounds.replace("D11", &format!("D{}", detail + 1));
    assert!(formula.contains(&bounds), "{formula}");
    let remark = value(&mut book, "Cấp tỉnh", (row, 8));
    assert_eq!(
        remark.get_string(),
        Some(
            "Tạm tính: còn 1 tiêu chí chưa xác định điểm; tổng điểm có thể từ 600,3 đến 800,3, \
             xếp loại là Trung bình hoặc Khá, thứ hạng từ 3 đến 4."
        )
    );
    // A group of which nothing counts is empty on the level's sheet as well, not 0.
    let (row, _) = find(&mut book, "Cấp huyện", "UBND huyện Sa Thầy");
    let blank = value(&mut book, "Cấp huyện", (row, 2));
    assert!(
        blank.is_empty() || blank.get_string() == Some(""),
        "{blank:?}"
    );
}

#[test]
fn missing_units_stand_at_the_foot_with_their_notes() {
    let mut book = read(&small::report(), Lang::Vi);
    let (row, _) = find(&mut book, "Cấp tỉnh", "Sở Nông nghiệp");
    assert_eq!(row, 12);
    for column in 2..8 {
        assert_eq!(value(&mut book, "Cấp tỉnh", (row, column)), Data::Empty);
    }
    let note = "* Chưa nộp phiếu: Sở Nông nghiệp.";
    assert_eq!(find(&mut book, "Cấp tỉnh", note), (13, 0));
    let other = "* Đã gửi phiếu nhưng phiếu chưa dùng được, nên chưa được tính điểm, xếp loại: UBND huyện Kon Rẫy \
         (tệp không phải bảng tính).";
    find(&mut book, "Cấp huyện", other);
}

#[test]
fn a_share_says_of_how_many() {
    let mut book = read(&small::report(), Lang::Vi);
    let quote = "50% (1/2 đơn vị đã báo cáo; 7 đơn vị thuộc danh sách)";
    let (row, _) = find(&mut book, "Thống kê", quote);
    assert_eq!(value(&mut book, "Thống kê", (row, 2)), Data::Float(0.5));
    assert_eq!(
        formula(&mut book, "Thống kê", (row, 4)),
        "COUNTIFS('Dữ liệu'!$N$5:$N$149,\"số liệu:co_lan\",'Dữ liệu'!$G$5:$G$149,1)"
    );
}

#[test]
fn units_without_a_figure_are_told_from_those_that_say_no() {
    let mut book = read(&small::report(), Lang::Vi);
    let (head, column) = find(&mut book, "Thống kê", "Đơn vị chưa có số liệu");
    assert_eq!((head, column), (3, 8));
    let (row, _) = find(&mut book, "Thống kê", "Có mạng");
    let left_out = value(&mut book, "Thống kê", (row, column));
    assert_eq!(
        left_out.get_string(),
        Some("1 đơn vị chưa có phiếu dùng được (¹)")
    );
    let (_, column) = find(&mut book, "Thống kê", "Đơn vị trả lời “Không”");
    let no = value(&mut book, "Thống kê", (row, column));
    assert!(no.get_string().is_some_and(|text| text.starts_with("=cmd")));
    let note = "(¹) Đơn vị chưa có phiếu dùng được: Cấp tỉnh – Sở Nông nghiệp. Cấp huyện – UBND huyện Kon Rẫy.";
    find(&mut book, "Thống kê", note);
}

#[test]
fn every_file_is_accounted_for() {
    let mut book = read(&small::report(), Lang::Vi);
    let line = "Đã xem 8 tệp: 5 được tính, 1 đã có phiếu khác thay, 1 không đọc được, 1 bỏ qua.";
    find(&mut book, "Tình hình nộp", line);
    find(&mut book, "Tình hình nộp", "~$khoa.xlsx");
    find(&mut book, "Tình hình nộp", &"0123456789abcdef".repeat(4));
}

#[test]
fn hostile_text_stays_text() {
    let report = small::report();
    let bytes = workbook(&report, Lang::Vi).unwrap();
    let mut book: Book = Xlsx::new(Cursor::new(bytes.clone())).unwrap();
    let shown = small::HOSTILE
        .replace('\u{1}', "\u{2401}")
        .replace('\u{7}', "\u{2407}");
    let (row, _) = find(&mut book, "Cấp tỉnh", &shown);
    assert_eq!(formula(&mut book, "Cấp tỉnh", (row, 1)), "");
    let range = book.worksheet_range("Cảnh báo").unwrap();
    let longest = range.used_cells().filter_map(|(_, _, cell)| {
        let text = cell.get_string()?;
        Some(text.encode_utf16().count())
    });
    assert_eq!(longest.max(), Some(32_767));
    assert!(!part(&bytes, "xl/sharedStrings.xml").contains('\u{1}'));
}

#[test]
fn findings_lead_to_their_cells_where_excel_can() {
    let bytes = workbook(&small::report(), Lang::Vi).unwrap();
    let targets = part(&bytes, "xl/worksheets/_rels/sheet7.xml.rels");
    assert!(
        targets.contains("Target=\"Tra%20loi/01%20A%20100%25.xlsx\""),
        "{targets}"
    );
    assert!(!targets.contains("a#b"), "{targets}");
    let sheet = part(&bytes, "xl/worksheets/sheet7.xml");
    assert!(sheet.contains("location=\"'Tổng hợp ''chung'''!D7\""));
}

#[test]
fn the_same_report_gives_the_same_bytes_and_a_stamp() {
    let report = small::report();
    for lang in [Lang::Vi, Lang::En] {
        let bytes = workbook(&report, lang).unwrap();
        assert!(bytes == workbook(&report, lang).unwrap());
        let properties = part(&bytes, "docProps/custom.xml");
        assert!(properties.contains("name=\"tonghop-report\""));
        assert!(properties.contains("kontum-2017 1 2017"));
        assert!(part(&bytes, "docProps/core.xml").contains("2018-02-20T09:30:00Z"));
    }
}

#[test]
fn an_empty_report_is_a_workbook_too() {
    let mut report = small::report();
    report.as_of = None;
    report.findings.clear();
    report.statistics.clear();
    report.intake.files.clear();
    for level in &mut report.levels {
        level.rows.clear();
    }
    read(&report, Lang::Vi);
    report.levels.clear();
    report.groups.clear();
    report.grades.clear();
    assert_eq!(read(&report, Lang::En).sheet_names().len(), 7);
}

#[test]
fn levels_of_awkward_names_have_sheets_of_their_own() {
    let mut report = small::report();
    let mut third = report.levels[0].clone();
    report.levels[0].name = "Thống kê".to_string();
    report.levels[1].name = "Khối 'A': sở/ban [ngành] và các đơn vị trực thuộc tỉnh".to_string();
    third.name = "thống KÊ".to_string();
    third.id = "ba".into();
    for row in &mut third.rows {
        row.unit = unit_id("ba", &row.unit.code);
    }
    third.gaps.clear();
    report.levels.push(third);
    let names = read(&report, Lang::Vi).sheet_names();
    assert_eq!(names[1], "Thống kê (2)");
    assert_eq!(names[2], "Khối 'A'- sở-ban -ngành- và các");
    assert_eq!(names[3], "thống KÊ (3)");
}

#[test]
fn json_reads_back_as_the_same_report() {
    let report = small::report();
    let bytes = json(&report).unwrap();
    assert!(bytes == json(&report).unwrap());
    let back: Report = serde_json::from_slice(&bytes).unwrap();
    assert!(back == report);
    assert_eq!(
        back.levels[0].rows[0].score.total,
        Points(849.9_f64.to_string().parse().unwrap())
    );
}

/// Excel repairs a workbook with a longer formula, and what a unit calls its grade may be any text of a cell.
#[test]
fn no_formula_is_longer_than_excel_allows() {
    let mut report = small::report();
    for row in &mut report.levels[0].rows {
        row.own_grade = Some("Tốt ".repeat(8_000));
    }
    let mut book = read(&report, Lang::Vi);
    for sheet in book.sheet_names() {
        let formulas = book.worksheet_formula(&sheet).unwrap();
        let lengths = formulas.used_cells();
        let longest = lengths.map(|(_, _, formula)| formula.encode_utf16().count());
        assert!(longest.max().unwrap_or_default() <= 8_192, "{sheet}");
    }
}
