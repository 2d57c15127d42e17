//! The sheets of a comparison as they are read and printed.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use calamine::{Data, Reader, Xlsx, open_workbook};
use tonghop::base::cell::{Cell, CellAddress, CellValue, Grid, Visibility};
use tonghop::base::seal::{KEY_HEADS, LIST_HEADS};
use tonghop::result::report::list;
use zip::ZipArchive;

const THEN: &str = "samples/kontum-2016-tong-hop.xlsx";
const NOW: &str = "samples/kontum-2017";

/// The workbook of the comparison, and a result with the sheet `So sánh`, made once.
fn books() -> &'static tempfile::TempDir {
    static BOOKS: OnceLock<tempfile::TempDir> = OnceLock::new();
    BOOKS.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let run = |arguments: &[&str], name: &str| {
            let output = Command::new(env!("CARGO_BIN_EXE_tonghop"))
                .current_dir(env!("CARGO_MANIFEST_DIR"))
                .args(arguments)
                .arg("-o")
                .arg(folder.path().join(name))
                .output()
                .unwrap();
            assert_ne!(output.status.code(), Some(2), "{output:?}");
        };
        run(&["diff", THEN, NOW], "diff.xlsx");
        run(&[NOW, "--previous", THEN], "result.xlsx");
        folder
    })
}

fn cells(book: &str, sheet: &str) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = open_workbook(books().path().join(book)).unwrap();
    let range = book.worksheet_range(sheet).unwrap();
    let end = range.end().unwrap();
    let range = range.range((0, 0), end);
    range.rows().map(<[Data]>::to_vec).collect()
}

fn part(book: &str, name: &str) -> String {
    let file = File::open(books().path().join(book)).unwrap();
    let mut text = String::new();
    let mut archive = ZipArchive::new(file).unwrap();
    let mut part = archive.by_name(name).unwrap();
    part.read_to_string(&mut text).unwrap();
    text
}

fn text(cell: &Data) -> &str {
    match cell {
        Data::String(text) => text,
        _ => "",
    }
}

/// Columns of numbers that are 0 in every row below the heads.
fn zero_columns(rows: &[Vec<Data>], header: usize, end: usize) -> Vec<String> {
    let columns = 0..rows[header].len();
    let is_zero = |column: &usize| {
        let numbers: Vec<f64> = rows[header + 1..end]
            .iter()
            .filter_map(|row| match row[*column] {
                Data::Float(number) => Some(number),
                #[allow(clippy::cast_precision_loss)]
                Data::Int(number) => Some(number as f64),
                _ => None,
            })
            .collect();
        !numbers.is_empty() && numbers.iter().all(|number| *number == 0.0)
    };
    columns
        .filter(is_zero)
        .map(|column| text(&rows[header][column]).to_string())
        .collect()
}

#[test]
fn no_column_of_the_units_is_all_zeros() {
    for (book, sheet) in [
        ("result.xlsx", "So sánh"),
        ("diff.xlsx", "Cấp tỉnh"),
        ("diff.xlsx", "Cấp huyện"),
    ] {
        let rows = cells(book, sheet);
        let header = rows
            .iter()
            .position(|row| text(&row[0]) == "Đơn vị")
            .unwrap();
        assert_eq!(zero_columns(&rows, header, rows.len()), [""; 0], "{sheet}");
        let heads: Vec<&str> = rows[header].iter().map(text).collect();
        assert!(heads.contains(&"An toàn thông tin"), "{heads:?}");
        assert!(!heads.contains(&"Thẩm định"), "{heads:?}");
    }
    let rows = cells("diff.xlsx", "Tổng quan");
    let header = rows.iter().position(|row| text(&row[0]) == "Cấp").unwrap();
    assert_eq!(zero_columns(&rows, header, header + 3), [""; 0]);
    assert!(
        !rows[header]
            .iter()
            .any(|head| text(head) == "Năm nay chưa có kết quả")
    );
}

#[test]
fn what_all_units_share_is_said_once() {
    for (book, sheet) in [("result.xlsx", "So sánh"), ("diff.xlsx", "Cấp tỉnh")] {
        let rows = cells(book, sheet);
        let all = rows.iter().flatten().map(text);
        let told: Vec<&str> = all
            .filter(|text| text.contains("so sánh sau quy đổi"))
            .collect();
        assert_eq!(
            told,
            [
                "Chung cho mọi đơn vị có kết quả cả hai năm: so sánh sau quy đổi; \
                 nhóm 4, 6 có tiêu chí thay đổi."
            ]
        );
    }
}

#[test]
fn heads_are_repeated_and_each_level_begins_a_page() {
    let names = part("result.xlsx", "xl/workbook.xml");
    assert!(names.contains("'So sánh'!$7:$7"), "{names}");
    let sheet = part("result.xlsx", "xl/worksheets/sheet9.xml");
    assert!(sheet.contains("<rowBreaks count=\"1\""));
}

#[test]
fn every_cell_says_what_it_holds_and_what_was_done() {
    let rows = cells("diff.xlsx", "Từng ô");
    let header = rows
        .iter()
        .position(|row| text(&row[1]) == "Đơn vị")
        .unwrap();
    let of = |column: usize| -> Vec<&str> {
        let mut all: Vec<&str> = rows[header + 1..]
            .iter()
            .map(|row| text(&row[column]))
            .collect();
        all.sort_unstable();
        all.dedup();
        all
    };
    assert_eq!(of(0), ["Bớt", "Thêm", "Đổi"]);
    assert_eq!(
        of(2),
        [
            "Số liệu",
            "Tổng điểm",
            "Điểm nhóm",
            "Điểm tiêu chí",
            "Đơn vị"
        ]
    );
    // One code, a score and a figure: told apart, the score as a number.
    let same = rows
        .iter()
        .filter(|row| text(&row[1]) == "Sở Tài nguyên và Môi trường" && text(&row[3]) == "4.1");
    let same: Vec<(&str, bool)> = same
        .map(|row| {
            (
                text(&row[2]),
                matches!(row[6], Data::Float(_) | Data::Int(_)),
            )
        })
        .collect();
    assert_eq!(same, [("Điểm tiêu chí", true), ("Số liệu", false)]);
}

#[test]
fn charts_are_told_in_words() {
    let drawing = part("diff.xlsx", "xl/drawings/drawing1.xml");
    let charts = drawing.matches("<xdr:graphicFrame").count();
    assert_eq!(drawing.matches("descr=\"Cấp ").count(), charts);
    assert!(charts >= 2, "{drawing}");
}

#[test]
fn the_overview_tells_what_changed_since_last_year() {
    let rows = cells("result.xlsx", "Tổng quan");
    let all: Vec<&str> = rows.iter().flatten().map(text).collect();
    assert!(
        all.iter()
            .any(|text| text.ends_with(". So với 2016 (chi tiết ở trang So sánh)"))
    );
    let line = all.iter().find(|text| text.starts_with("Cấp tỉnh: "));
    assert_eq!(
        line.copied(),
        Some(
            "Cấp tỉnh: 15 đơn vị có kết quả cả hai năm, 11 tăng điểm, 3 giảm điểm, 1 giữ nguyên; \
             tăng nhiều nhất: Sở Giáo dục và đào tạo (+50); giảm nhiều nhất: Sở Tư pháp (\u{2212}30)."
        )
    );
}

/// A sheet of data, its heads in a row, its cells below.
fn grid(header: u32, heads: &[&str], cells: &[&str]) -> Grid {
    let line = |row: u32, texts: &[&str]| -> Vec<Cell> {
        (0..)
            .zip(texts)
            .map(|(column, text)| {
                let value = CellValue::Text((*text).into());
                Cell::new(CellAddress::new(row, column), value)
            })
            .collect()
    };
    let all = [line(header, heads), line(header + 1, cells)].concat();
    Grid::new("Dữ liệu", Visibility::Visible, all, Vec::new())
}

#[test]
fn data_of_earlier_versions_are_read_as_well() {
    let old = grid(
        0,
        &LIST_HEADS,
        &[
            "tinh",
            "A",
            "Sở A",
            "1",
            "1.1",
            "số liệu:x",
            "",
            "chữ",
            "đọc được",
            "a.xlsx",
            "T",
            "C1",
            "ghi chú",
            "đã xem",
        ],
    );
    let heads: Vec<&str> = LIST_HEADS.into_iter().chain(KEY_HEADS).collect();
    let new = grid(
        3,
        &heads,
        &[
            "Cấp tỉnh",
            "A",
            "Sở A",
            "1",
            "1.1",
            "Số liệu: X",
            "",
            "chữ",
            "đọc được",
            "a.xlsx",
            "T",
            "C1",
            "tinh",
            "số liệu:x",
        ],
    );
    let old = list::rows_of(&[old]).unwrap();
    assert_eq!(old.len(), 1);
    assert_eq!(
        (&*old[0].level, old[0].kind.to_string().as_str()),
        ("tinh", "số liệu:x")
    );
    assert_eq!(list::rows_of(&[new]).unwrap(), old);
    // The committed workbook is of whatever version wrote it; a sheet without the heads is none.
    assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(THEN).is_file());
    assert!(list::rows_of(&[grid(3, &LIST_HEADS[1..], &["x"])]).is_none());
}

#[test]
fn what_the_scheme_changed_for_all_is_not_a_cell_of_each_unit() {
    let rows = cells("diff.xlsx", "Từng ô");
    let is_head = |row: &Vec<Data>| text(&row[1]) == "Đơn vị";
    let header = rows.iter().position(is_head).unwrap();
    let told = rows[..header].iter().map(|row| text(&row[0]));
    let told: Vec<&str> = told
        .filter(|text| text.contains("“Tiêu chí đổi”"))
        .collect();
    assert_eq!(told.len(), 1, "{told:?}");
    let digits: String = told[0].chars().filter(char::is_ascii_digit).collect();
    assert!(digits.parse::<usize>().unwrap() > 20, "{told:?}");
    for row in &rows[header + 1..] {
        assert_ne!(row[5], row[6], "{row:?}");
        let share = |cell: &Data| {
            text(cell)
                .split_once('(')
                .map(|(_, share)| share.to_string())
        };
        if let (Some(then), Some(now)) = (share(&row[5]), share(&row[6])) {
            assert!(then != now || !then.ends_with("%)"), "{row:?}");
        }
    }
}

#[test]
fn levels_that_all_criteria_share_are_said_once() {
    let rows = cells("diff.xlsx", "Tiêu chí đổi");
    let all = rows.iter().flatten().map(text);
    let told: Vec<&str> = all.filter(|text| text.contains("Cấp huyện")).collect();
    assert_eq!(told, ["Chung cho mọi dòng: Cấp tỉnh, Cấp huyện."]);
}

#[test]
fn changes_have_the_minus_of_the_texts_and_blanks_for_none() {
    let styles = part("diff.xlsx", "xl/styles.xml");
    assert!(styles.contains("\u{2212}"), "{styles}");
    assert!(!styles.contains(";-0"), "{styles}");
}

#[test]
fn each_page_of_charts_has_a_heading() {
    let rows = cells("diff.xlsx", "Tổng quan");
    let heads = rows.iter().map(|row| text(&row[0]));
    let heads: Vec<&str> = heads.filter(|text| text.starts_with("3. ")).collect();
    assert_eq!(heads, ["3. Biểu đồ", "3. Biểu đồ (tiếp theo)"]);
    let sheet = part("diff.xlsx", "xl/worksheets/sheet1.xml");
    assert_eq!(sheet.matches("<brk ").count(), heads.len(), "{sheet}");
}
