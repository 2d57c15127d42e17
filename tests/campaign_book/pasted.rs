//! Lists of units that are pasted into a campaign workbook.

use tonghop::base::lang::Lang;
use tonghop::campaign::documents::Documents;
use tonghop::input::campaign_book::Read;

use super::built_in;
use super::mistakes::{Book, told};

/// Writes names, and nothing else, below the units that are there; gives the first row, from 1.
fn paste(book: &mut Book, documents: &Documents, names: &[&str]) -> u32 {
    let last = &documents.units.last().unwrap()["code"];
    let first = book.row("Đơn vị", last) + 1;
    let column = book.column("Đơn vị", "Tên đơn vị");
    for (row, name) in (first..).zip(names) {
        book.write("Đơn vị", &format!("{column}{row}"), name);
    }
    first
}

fn said(read: &Read) -> Vec<String> {
    let all = read.findings.iter();
    all.map(|one| format!("{}: {}", told(one), one.message(Lang::Vi)))
        .collect()
}

/// What the last units are, by level and code.
fn last(read: &Read, count: usize) -> Vec<(&str, &str)> {
    let units = &read.documents.units;
    let of = |key: &'static str| units.iter().map(move |unit| &*unit[key]);
    let all: Vec<(&str, &str)> = of("level").zip(of("code")).collect();
    all[all.len() - count..].to_vec()
}

/// Names alone get codes and the level of units of their kind, with one finding for all.
#[test]
fn names_alone_are_units() {
    let documents = built_in();
    let mut book = Book::of(&documents);
    let names = [
        "Sở Thể chất",
        "UBND huyện Đăk Mới",
        "SỞ THANH CHÍNH",
        "UBND thị xã Mới",
    ];
    let first = paste(&mut book, &documents, &names);
    let read = book.read();
    let told = format!(
        "Đơn vị!A{first} TH734: 4 đơn vị ở dòng {first}–{} chưa ghi cấp hoặc mã, \
        đang dùng cấp “Cấp huyện” cho 2 đơn vị, cấp “Cấp tỉnh” cho 2 đơn vị, mã từ STC-2 đến TXM",
        first + 3
    );
    assert_eq!(said(&read), [told]);
    assert!(!read.is_wrong());
    let made = [
        ("tinh", "STC-2"),
        ("huyen", "HDM"),
        ("tinh", "STC-3"),
        ("huyen", "TXM"),
    ];
    assert_eq!(last(&read, 4), made);
    // What is written counts.
    let [level, code] = ["Cấp", "Mã đơn vị"].map(|one| book.column("Đơn vị", one));
    for (row, (of, own)) in (first..).zip(made) {
        book.write("Đơn vị", &format!("{level}{row}"), of);
        book.write("Đơn vị", &format!("{code}{row}"), own);
    }
    assert_eq!(said(&book.read()), [""; 0]);
}

/// A level that nothing tells is asked for, once; where there is one level alone, it is that of all.
#[test]
fn a_level_that_is_not_clear_is_asked_for_once() {
    let documents = built_in();
    let mut book = Book::of(&documents);
    let names = ["Quỹ Đầu tư", "Nhà máy nước", "Sở Mới"];
    let first = paste(&mut book, &documents, &names);
    let asked = format!(
        "Đơn vị!A{first} TH710: Cấp (2 đơn vị ở dòng {first}–{}) không được để trống",
        first + 1
    );
    let row = first + 2;
    let made = format!(
        "Đơn vị!A{row} TH734: 1 đơn vị ở dòng {row} chưa ghi cấp hoặc mã, đang dùng cấp “Cấp tỉnh” cho 1 đơn vị, mã SM"
    );
    assert_eq!(said(&book.read()), [asked, made]);
    let documents = crate::propose::measure::xa_2025();
    let mut book = Book::of(&documents);
    let levels = documents.scheme["level"].as_array().unwrap();
    assert_eq!(levels.len(), 1);
    paste(&mut book, &documents, &names);
    let read = book.read();
    assert_eq!(read.findings.len(), 1, "{:?}", said(&read));
    let id = levels[0]["id"].as_str().unwrap();
    assert_eq!(last(&read, 3), [(id, "QDT"), (id, "NMN"), (id, "SM")]);
}
