//! The page says what the workbook says: every number and every word of the tables that both have.

use std::path::Path;

use calamine::{Data, Reader, Xlsx, open_workbook};

use super::parsed::{Element, read};
use super::run;

const THEN: &str = "samples/kontum-2016-tong-hop.xlsx";

/// The cells of a sheet from its first row and column on.
fn sheet(book: &Path, name: &str) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = open_workbook(book).unwrap();
    let range = book.worksheet_range(name).unwrap();
    let range = range.range((0, 0), range.end().unwrap());
    range.rows().map(<[Data]>::to_vec).collect()
}

/// A number as people write it in Vietnamese.
fn number(text: &str) -> Option<f64> {
    let plain = text.trim().trim_end_matches('%').replace('.', "");
    let plain = plain.replace(',', ".").replace('\u{2212}', "-");
    plain.parse().ok()
}

/// Whether a text of the page is what a cell shows: an empty one where the cell is, a number to the decimals that are written.
fn shows(text: &str, cell: &Data) -> bool {
    match cell {
        Data::Empty => text.is_empty(),
        Data::String(own) => text == own,
        Data::Float(value) => {
            let value = if text.ends_with('%') {
                value * 100.0
            } else {
                *value
            };
            let decimals = text.trim_end_matches('%').split_once(',');
            let decimals = decimals.map_or(0, |(_, decimals)| decimals.len());
            let half = 0.5 / 10_f64.powi(i32::try_from(decimals).unwrap()) + 1e-9;
            number(text).is_some_and(|shown| (shown - value).abs() <= half)
        }
        _ => false,
    }
}

fn is_empty(row: &[Data]) -> bool {
    row.iter().all(|cell| matches!(cell, Data::Empty))
}

/// Holds rows of the page against those of a sheet from a row on; as many as the page has, which must be all.
fn hold(rows: &[Vec<String>], cells: &[Vec<Data>], first: usize, about: &str) -> usize {
    let mut numbers = 0;
    for (at, row) in rows.iter().enumerate() {
        let own = &cells[first + at];
        for (column, text) in row.iter().enumerate() {
            let cell = own.get(column).unwrap_or(&Data::Empty);
            assert!(
                shows(text, cell),
                "{about}, row {at}, column {column}: {text:?} and {cell:?}"
            );
            numbers += usize::from(matches!(cell, Data::Float(_)));
        }
    }
    numbers
}

fn row_of(cells: &[Vec<Data>], start: &str) -> usize {
    let is_start = |row: &Vec<Data>| row.first() == Some(&Data::String(start.to_string()));
    cells.iter().position(is_start).unwrap()
}

/// Points have a decimal, as the format of their cells asks for.
fn hold_levels(page: &Element, book: &Path, units: [usize; 2]) {
    for (number, (level, units)) in ["Cấp tỉnh", "Cấp huyện"].into_iter().zip(units).enumerate()
    {
        let cells = sheet(book, level);
        let header = row_of(&cells, "STT");
        let table = format!("cap-{}-b", number + 1);
        let heads = page.rows(&table, "thead");
        assert_eq!(hold(&heads[..1], &cells, header, level), 0);
        hold(&heads[1..], &cells, header + 1, level);
        let rows = page.rows(&table, "tbody");
        assert_eq!(rows.len(), units, "{level}");
        let count = hold(&rows, &cells, header + 2, level);
        assert!(count > 6 * units, "{count} numbers");
        let next = cells.get(header + 2 + units).unwrap();
        assert!(
            !matches!(next[0], Data::Float(_)),
            "all rows are there: {next:?}"
        );
        for row in &rows {
            let points = &row[2..row.len() - 3];
            let is_written = |text: &String| text.is_empty() || text.contains(',');
            assert!(points.iter().all(is_written), "{points:?}");
        }
        hold_limits(page, &cells, number + 1);
    }
}

/// Limits of grades stand below the table of the sheet, two columns from the left.
fn hold_limits(page: &Element, cells: &[Vec<Data>], number: usize) {
    let limits = format!("cap-{number}-n");
    let is_limits = |row: &&Vec<Data>| row.get(1) == Some(&Data::String("Xếp loại".to_string()));
    let at = cells.iter().position(|row| is_limits(&row)).unwrap();
    let parts = [page.rows(&limits, "thead"), page.rows(&limits, "tbody")].concat();
    let cells: Vec<Vec<Data>> = cells[at..].iter().map(|row| row[1..].to_vec()).collect();
    assert_eq!(hold(&parts, &cells, 0, "limits"), 4);
}

fn hold_statistics(page: &Element, book: &Path) {
    let cells = sheet(book, "Thống kê");
    let header = row_of(&cells, "STT");
    let rows = [
        page.rows("thong-ke-b", "thead"),
        page.rows("thong-ke-b", "tbody"),
    ]
    .concat();
    let count = hold(&rows, &cells, header, "statistics");
    assert!(count > 30, "{count} numbers");
    let note = &cells[header + rows.len()][0];
    assert!(
        note.to_string().starts_with("(¹)"),
        "all rows are there: {note:?}"
    );
}

fn hold_overview(page: &Element, book: &Path) {
    let cells = sheet(book, "Tổng quan");
    let mut grades = page.rows("xep-loai", "tbody");
    grades.extend(page.rows("xep-loai", "tfoot"));
    for row in &mut grades {
        for text in row.iter_mut().skip(1).filter(|text| *text == "–") {
            // The format of the cell shows a dash for none.
            *text = "0".to_string();
        }
    }
    let first = row_of(&cells, "Cấp") + 1;
    assert_eq!(grades.len(), 3);
    hold(&grades, &cells, first, "grades");
    let averages = page.rows("binh-quan", "tbody");
    let first = row_of(&cells, "Nhóm tiêu chí") + 1;
    assert_eq!(hold(&averages, &cells, first, "averages"), 12);
    let cards = page.with_id("tong-quan").named("dl");
    let texts = |name: &str| -> Vec<String> {
        let all = cards[1].named(name).into_iter();
        all.map(Element::text).collect()
    };
    let (names, values) = (texts("dt"), texts("dd"));
    for (name, pair) in names.iter().zip(values.chunks(2)) {
        let row = &cells[row_of(&cells, name)];
        assert!(
            shows(&pair[0], &row[1]) && shows(&pair[1], &row[2]),
            "{name}: {pair:?}"
        );
    }
    assert_eq!(names.len(), 5);
}

fn hold_findings(page: &Element, book: &Path) -> usize {
    let cells = sheet(book, "Cảnh báo");
    let header = row_of(&cells, "STT");
    let rows = [
        page.rows("canh-bao-b", "thead"),
        page.rows("canh-bao-b", "tbody"),
    ]
    .concat();
    hold(&rows, &cells, header, "findings");
    let after = cells.get(header + rows.len());
    assert!(after.is_none_or(|row| is_empty(row)), "all rows are there");
    rows.len() - 1
}

/// Both years by unit: the sheet has bands between the levels, and columns of parts that the page says in one.
fn hold_comparison(page: &Element, book: &Path) {
    let cells = sheet(book, "So sánh");
    for number in [1, 2] {
        let rows = page.rows(&format!("so-sanh-{number}-b"), "tbody");
        assert!(rows.len() > 8);
        for row in rows {
            let own = &cells[row_of(&cells, &row[0])];
            for (column, text) in row.iter().enumerate().take(9) {
                let is_dash = text == "–" && own[column] == Data::String("–".to_string());
                let plain = text.trim_start_matches('+');
                assert!(is_dash || shows(plain, &own[column]), "{}: {text}", row[0]);
            }
        }
    }
}

#[test]
fn the_page_says_what_the_workbook_says() {
    let folder = tempfile::tempdir().unwrap();
    let (book, page) = run(&folder, "samples/kontum-2017", &["--previous", THEN]);
    let bytes = std::fs::read(&page).unwrap();
    assert!(bytes.len() < 500_000, "{} bytes", bytes.len());
    let page = read(&bytes);
    assert_eq!(page.attribute("lang"), Some("vi"));
    hold_levels(&page, &book, [20, 10]);
    hold_statistics(&page, &book);
    hold_overview(&page, &book);
    hold_comparison(&page, &book);
    assert!(hold_findings(&page, &book) >= 14);
    // Each unit has its part, to which its name in the result table leads; what it had last year is there.
    assert_eq!(page.named("article").len(), 30);
    let unit = page.with_id("dv-1-1").text();
    for text in ["889,2/1000", "Kết quả 2016: tổng điểm", "thay đổi"] {
        assert!(unit.contains(text), "{text} in {unit}");
    }
    for anchor in page.named("a") {
        let target = anchor.attribute("href").unwrap();
        if let Some(id) = target.strip_prefix('#') {
            page.with_id(id);
        }
    }
}

#[test]
fn open_totals_stand_with_their_bounds() {
    let folder = tempfile::tempdir().unwrap();
    let (book, page) = run(&folder, "samples/kontum-2017-spoiled", &[]);
    let page = read(&std::fs::read(&page).unwrap());
    hold_levels(&page, &book, [20, 10]);
    hold_statistics(&page, &book);
    hold_overview(&page, &book);
    assert!(hold_findings(&page, &book) > 20);
    let banner = page.named("p").into_iter();
    let mut banner = banner.filter(|one| one.has_class("provisional"));
    let text = banner.next().unwrap().text();
    assert!(text.starts_with("TẠM TÍNH – còn "), "{text}");
    let rows = page.rows("cap-1-b", "tbody");
    let remarks = rows.iter().filter_map(|row| row.last());
    let open = remarks.filter(|text| text.contains("Tạm tính: còn"));
    assert!(open.count() >= 2);
}
