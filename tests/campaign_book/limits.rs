//! Where grades begin, in a campaign workbook: points or percentages, for all levels or for each.

use toml::{Table, Value};
use tonghop::base::cell::Format;
use tonghop::base::lang::Lang;
use tonghop::base::points::Points;

use tonghop::campaign::scheme::Attained;

use super::mistakes::{Book, told};
use super::{built_in, same, there_and_back};

const SHEET: &str = "Xếp loại";

/// Where the grades begin, as the documents say it.
fn limits(book: &Book) -> Vec<Value> {
    let read = book.read();
    let grades = read.documents.scheme["grade"].as_array().unwrap().clone();
    grades.iter().map(|one| one["from"].clone()).collect()
}

fn percent(text: &str) -> Value {
    Value::String(text.to_string())
}

#[test]
fn a_percentage_is_read_by_its_sign_or_by_its_format() {
    let mut book = Book::of(&built_in());
    let at = |book: &mut Book, grade| book.cell(SHEET, "Từ điểm", grade);
    let cell = at(&mut book, "Tốt");
    book.number(SHEET, &cell, 0.805, Format::Percent);
    let cell = at(&mut book, "Khá");
    book.number(SHEET, &cell, 65.0, Format::PercentSign);
    let cell = at(&mut book, "Trung bình");
    book.write(SHEET, &cell, " 50,5 % ");
    let all = [
        percent("80.5%"),
        percent("65%"),
        percent("50.5%"),
        Value::Integer(0),
    ];
    assert_eq!(limits(&book), all);
    let read = book.read();
    assert!(read.findings.is_empty(), "{:?}", read.findings);
    // Where points are meant, the same cell says nothing clear.
    let cell = book.cell("Tiêu chí", "Điểm tối đa", "1.2");
    book.number("Tiêu chí", &cell, 0.5, Format::Percent);
    let all: Vec<String> = book.read().findings.iter().map(told).collect();
    assert_eq!(all, [format!("Tiêu chí!{cell} TH707")]);
}

#[test]
fn minima_of_groups_stand_in_columns_of_their_own() {
    let mut book = Book::of(&built_in());
    let each = book.cell(SHEET, "Mỗi nhóm từ", "Tốt");
    book.number(SHEET, &each, 0.6, Format::Percent);
    let single = book.cell(SHEET, "Riêng nhóm", "Khá");
    book.write(SHEET, &single, "1: 50%\nNhóm 2 ≥ 110,5 điểm; 3 = 60 %");
    let read = book.read();
    assert!(read.findings.is_empty(), "{:?}", read.findings);
    let grades = read.documents.scheme["grade"].as_array().unwrap();
    assert_eq!(grades[0]["each_group"], percent("60%"));
    let expected = [
        ("1".to_string(), percent("50%")),
        ("2".to_string(), Value::Float(110.5)),
        ("3".to_string(), percent("60%")),
    ];
    assert_eq!(
        grades[1]["groups"],
        Value::Table(Table::from_iter(expected))
    );
    let back = there_and_back(&read.documents);
    assert_eq!(same(&back.documents), same(&read.documents));
    // Where levels differ, each has its own.
    book.write(SHEET, &each, "");
    let other = book.cell(SHEET, "Tham số khác", "Tốt");
    book.write(SHEET, &other, "each_group = { tinh = \"60%\", huyen = 20 }");
    let read = book.read();
    assert!(read.findings.is_empty(), "{:?}", read.findings);
    let grades = read.documents.scheme["grade"].as_array().unwrap();
    assert_eq!(grades[0]["each_group"]["tinh"], percent("60%"));
    let back = there_and_back(&read.documents);
    assert_eq!(same(&back.documents), same(&read.documents));
    book.write(SHEET, &other, "");
    // Each mistake is told at its cell.
    for (text, code) in [
        ("50%", "TH707"),
        ("1: nhiều", "TH707"),
        ("1: 50%; 1: 60%", "TH707"),
        ("9: 50%", "TH722"),
        ("1: 110%", "TH724"),
        ("1: 0,5", "TH726"),
    ] {
        book.write(SHEET, &single, text);
        let all: Vec<String> = book.read().findings.iter().map(told).collect();
        assert_eq!(all, [format!("{SHEET}!{single} {code}")], "{text}");
    }
}

#[test]
fn each_level_may_have_limits_of_its_own() {
    let mut book = Book::of(&built_in());
    let all = book.cell(SHEET, "Từ điểm", "Khá");
    let first = book.cell(SHEET, "Từ điểm: tinh", "Khá");
    let second = book.cell(SHEET, "Từ điểm: huyen", "Khá");
    book.write(SHEET, &all, "");
    book.write(SHEET, &first, "720");
    book.write(SHEET, &second, "65%");
    let of_levels = limits(&book).remove(1);
    let expected = [
        ("tinh".to_string(), Value::Integer(720)),
        ("huyen".to_string(), percent("65%")),
    ];
    assert_eq!(of_levels, Value::Table(Table::from_iter(expected)));
    let read = book.read();
    assert!(read.findings.is_empty(), "{:?}", read.findings);
    let scheme = read.loaded.unwrap().scheme;
    let levels = scheme.levels.iter().map(|level| &level.id);
    let grades = levels.map(|level| scheme.grade(level, &Attained::of_total(Points::from(700))));
    assert_eq!(grades.collect::<Vec<_>>(), ["Trung bình", "Khá"]);
    let back = there_and_back(&read.documents);
    assert_eq!(same(&back.documents), same(&read.documents));
}

#[test]
fn what_is_wrong_of_a_level_is_told_at_its_cell() {
    let said = |changes: &[(&str, &str, &str)]| {
        let mut book = Book::of(&built_in());
        for (heading, grade, text) in changes {
            let at = book.cell(SHEET, heading, grade);
            book.write(SHEET, &at, text);
        }
        let findings = book.read().findings;
        let all = findings
            .iter()
            .map(|one| format!("{}: {}", told(one), one.message(Lang::Vi)));
        all.collect::<Vec<_>>()
    };
    let (all, first, second) = ("Từ điểm", "Từ điểm: tinh", "Từ điểm: huyen");
    let mut all_said = Vec::new();
    for changes in [
        // One level is left out.
        vec![(all, "Khá", ""), (first, "Khá", "720")],
        // All levels, and one besides.
        vec![(first, "Khá", "720")],
        // As high as the grade above.
        vec![
            (all, "Khá", ""),
            (first, "Khá", "720"),
            (second, "Khá", "85%"),
        ],
        // What is no limit.
        vec![
            (all, "Khá", ""),
            (first, "Khá", "720"),
            (second, "Khá", "cao"),
        ],
        // A share.
        vec![
            (all, "Tốt", ""),
            (first, "Tốt", "850"),
            (second, "Tốt", "0,85"),
        ],
        // Nothing, where all points reach.
        vec![(all, "Yếu", "")],
    ] {
        all_said.push(said(&changes));
    }
    let expected = [
        vec!["Xếp loại!D4 TH710: Từ điểm: huyen không được để trống"],
        vec!["Xếp loại!C4 TH717: Từ điểm: “720” mâu thuẫn với ô B4"],
        vec!["Xếp loại!D4 TH724: “85%” không hợp lệ ở đây; cần < 850"],
        vec!["Xếp loại!D4 TH707: Từ điểm: huyen: “cao” không phải một số rõ ràng"],
        vec![
            "Xếp loại!D3 TH726: Từ điểm: huyen: giá trị “0,85” không dùng được: xếp loại cao nhất bắt đầu từ 0,85 trên tổng 1000 điểm \
             nên gần như đơn vị nào cũng đạt; hãy ghi số điểm, như 850, hoặc tỷ lệ có dấu %, như “80%”",
            "Xếp loại!B4 TH724: “700” không hợp lệ ở đây; cần < 0,85",
        ],
        vec!["Xếp loại!B6 TH710: Từ điểm không được để trống"],
    ];
    assert_eq!(all_said, expected);
}
