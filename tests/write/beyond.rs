//! What is beyond what a sheet holds: said on the sheet, and nothing lost. The limits are lowered, so that a small report goes beyond them.

use std::io::Cursor;

use calamine::{Reader, Xlsx};
use tonghop::base::lang::Lang;
use tonghop::output::xlsx::{self, SheetLimits};
use tonghop::result::report::data;

use super::small;
use super::workbook::{Book, part};

fn made(limits: SheetLimits) -> Vec<u8> {
    xlsx::within(&small::report(), None, limits, Lang::Vi).unwrap()
}

fn open(limits: SheetLimits) -> Book {
    Xlsx::new(Cursor::new(made(limits))).unwrap()
}

/// The rows of a sheet from its first one on, as text.
fn rows(book: &mut Book, sheet: &str) -> Vec<String> {
    let range = book.worksheet_range(sheet).unwrap();
    let rows = range
        .rows()
        .map(|row| row.iter().map(ToString::to_string).collect::<Vec<_>>());
    rows.map(|row| row.join("|")).collect()
}

#[test]
fn places_beyond_the_links_that_excel_has_are_told() {
    let links = |sheet: &str| sheet.matches("<hyperlink ").count();
    let few = SheetLimits {
        links: 1,
        ..SheetLimits::default()
    };
    for (name, title) in [("sheet6", "Tình hình nộp"), ("sheet7", "Cảnh báo")] {
        let name = format!("xl/worksheets/{name}.xml");
        let all = links(&part(&made(SheetLimits::default()), &name));
        assert!(all > 1, "{title}: {all}");
        assert_eq!(links(&part(&made(few), &name)), 1, "{title}");
        let told = "Excel chỉ cho 1 liên kết trên một trang tính: ";
        let of = |limits| rows(&mut open(limits), title).concat();
        let said = format!("{told}{} chỗ", all - 1);
        assert!(of(few).contains(&said), "{title}: {}", of(few));
        assert!(!of(SheetLimits::default()).contains("Excel chỉ cho"));
    }
}

#[test]
fn findings_beyond_a_sheet_are_counted_and_the_worst_stay() {
    let findings = small::report().findings.len();
    let few = SheetLimits {
        findings: 1,
        ..SheetLimits::default()
    };
    let of = |limits| rows(&mut open(limits), "Cảnh báo");
    let (all, few) = (of(SheetLimits::default()), of(few));
    let first = all.iter().position(|row| row.starts_with("1|")).unwrap();
    assert_eq!(few[first], all[first]);
    assert!(all[first + 1].starts_with("2|"));
    let said = format!("… và {} cảnh báo khác", findings - 1);
    assert!(few[first + 1].contains(&said), "{}", few[first + 1]);
    assert!(!all.concat().contains("… và "));
}

#[test]
fn rows_beyond_a_sheet_go_on_to_the_next() {
    let count = data::count(&small::report());
    let of = |rows| {
        open(SheetLimits {
            rows,
            ..SheetLimits::default()
        })
    };
    let (mut one, mut two) = (of(count), of(count - 1));
    let second = "Dữ liệu 2".to_string();
    assert!(!one.sheet_names().contains(&second));
    let (whole, rest) = (rows(&mut one, "Dữ liệu"), rows(&mut two, &second));
    assert_eq!(whole.last(), rest.last());
    let first = rows(&mut two, "Dữ liệu");
    let heads = whole.len() - count;
    assert_eq!(first, whole[..whole.len() - 1]);
    assert_eq!(rest.len(), heads + 1);
    // A formula over a list on two sheets would add up one of them.
    let live = |book: &mut Book| {
        let formulas = book.worksheet_formula("Thống kê").unwrap();
        let all = formulas.used_cells().map(|(_, _, text)| text.as_str());
        all.filter(|text| text.contains("Dữ liệu")).count()
    };
    assert!(live(&mut one) > 0);
    assert_eq!(live(&mut two), 0);
}
