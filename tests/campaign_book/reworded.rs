//! Wordings that a person corrects in a campaign workbook: what the forms say stays known, or it is told that it does not.

use tonghop::base::lang::Lang;
use tonghop::input::campaign_book::Read;

use super::built_in;
use super::mistakes::{Book, told};

/// A name and what is written over it.
const WRONG: &str = "Quy chế nội bộ về ứng dụng CNTT";
const RIGHT: &str = "Quy chế nội bộ về ứng dụng công nghệ thông tin";

fn said(read: &Read) -> Vec<String> {
    let all = read.findings.iter();
    all.map(|one| format!("{}: {}", told(one), one.message(Lang::Vi)))
        .collect()
}

/// The other wordings of a row of the tree, by its name.
fn aliases(read: &Read, list: &str, name: &str) -> Vec<String> {
    let all = read.documents.scheme[list].as_array().unwrap();
    let one = all.iter().find(|one| one["name"].as_str() == Some(name));
    let others = one.unwrap().get("aliases").and_then(|all| all.as_array());
    let others = others.into_iter().flatten();
    others
        .map(|one| one.as_str().unwrap().to_string())
        .collect()
}

fn reworded() -> (Book, String, String) {
    let mut book = Book::of(&built_in());
    let at = book.cell("Tiêu chí", "Nội dung", WRONG);
    book.write("Tiêu chí", &at, RIGHT);
    let row = at.trim_start_matches(char::is_alphabetic).to_string();
    (book, at, row)
}

#[test]
fn what_forms_say_stays_known_when_a_wording_is_corrected() {
    assert_eq!(said(&Book::of(&built_in()).read()), [""; 0]);
    let (book, at, row) = reworded();
    let read = book.read();
    assert!(aliases(&read, "criterion", RIGHT).contains(&WRONG.to_string()));
    let line = format!(
        "Tiêu chí!{at} TH735: Nội dung: đã sửa 1 ô (dòng {row}); phiếu ghi như trước (“{WRONG}”) vẫn được nhận ra"
    );
    assert_eq!(said(&read), [line]);
    assert!(!read.is_wrong());
    // What stands among the other wordings is known anyway.
    let (mut book, ..) = reworded();
    let others = book.cell("Tiêu chí", "Cách ghi khác", RIGHT);
    book.write("Tiêu chí", &others, WRONG);
    assert_eq!(said(&book.read()), [""; 0]);
}

#[test]
fn names_of_groups_units_and_headings_stay_known_as_well() {
    let mut book = Book::of(&built_in());
    let group = "Hạ tầng kỹ thuật CNTT";
    let at = book.cell("Tiêu chí", "Nội dung", group);
    book.write("Tiêu chí", &at, "Hạ tầng kỹ thuật");
    let at = book.cell("Đơn vị", "Tên đơn vị", "Sở Tài chính");
    book.write("Đơn vị", &at, "Sở Tài chánh");
    let at = book.cell("Cột", "Tiêu đề trong phiếu", "Điểm tự cho");
    book.write("Cột", &at, "Điểm đơn vị tự cho");
    let read = book.read();
    assert_eq!(aliases(&read, "group", "Hạ tầng kỹ thuật"), [group]);
    let unit = read.documents.units.iter();
    let mut unit = unit.filter(|unit| unit["name"] == "Sở Tài chánh");
    assert!(
        unit.next().unwrap()["aliases"]
            .split('|')
            .any(|one| one == "Sở Tài chính")
    );
    let words = read.documents.settings["columns"]["claimed"].as_array();
    let words: Vec<&str> = words
        .unwrap()
        .iter()
        .filter_map(|one| one.as_str())
        .collect();
    assert_eq!(words, ["Điểm đơn vị tự cho", "Điểm tự cho"]);
    let codes: Vec<&str> = read.findings.iter().map(|one| one.rule.code).collect();
    assert_eq!(codes, ["TH735"; 3], "{:?}", said(&read));
}

/// Of another version, and where another row is more like what it was, nobody knows whether it is still that row.
#[test]
fn a_row_that_may_be_another_is_told() {
    let (mut book, at, row) = reworded();
    let version = book.cell("Đợt", "Giá trị", "Phiên bản bộ tiêu chí");
    book.write("Đợt", &version, "2");
    let read = book.read();
    assert_eq!(aliases(&read, "criterion", RIGHT), [""; 0]);
    let line = format!(
        "Tiêu chí!{at} TH736: Nội dung: đã sửa 1 ô (dòng {row}); phiếu ghi như trước (“{WRONG}”) không còn được nhận ra ở đây"
    );
    assert_eq!(said(&read), [line]);
    // Its row says something else, and the corrected text stands below another code.
    let mut book = Book::of(&built_in());
    let at = book.cell("Tiêu chí", "Nội dung", WRONG);
    book.write("Tiêu chí", &at, "Kế hoạch chuyển đổi số hằng năm");
    let other = book.cell(
        "Tiêu chí",
        "Nội dung",
        "Quy định quản lý văn bản và điều hành",
    );
    book.write("Tiêu chí", &other, RIGHT);
    let codes: Vec<String> = book.read().findings.iter().map(told).collect();
    assert!(codes.contains(&format!("Tiêu chí!{at} TH736")), "{codes:?}");
}
