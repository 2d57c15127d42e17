//! What Excel refuses, and how the sheets come out of a printer.

use std::io::Cursor;

use calamine::{Reader, Xlsx};
use tonghop::base::lang::Lang;
use tonghop::output::xlsx::workbook;

use super::fixture::unit_id;
use super::small;
use super::workbook::{Book, find, part};

#[test]
fn points_are_typed_within_their_limits_and_sums_not_at_all() {
    let bytes = workbook(&small::report(), Lang::Vi).unwrap();
    let detail = part(&bytes, "xl/worksheets/sheet5.xml");
    for area in ["C9:D13 F9:F13", "H9:H13", "C15:D16 F15:F16", "H15:H16"] {
        let rule = format!("sqref=\"{area}\" prompt");
        let found = detail.split("<dataValidation ").filter(|one| {
            one.contains("type=\"decimal\"") && one.contains(&format!("sqref=\"{area}\""))
        });
        assert_eq!(found.count(), 1, "{rule}");
    }
    assert!(detail.contains("<formula1>-20</formula1><formula2>H$8</formula2>"));
    assert!(detail.contains("<formula1>0</formula1><formula2>C$14</formula2>"));
    for (sheet, area) in [(2, "C9:H12"), (3, "C9:H9"), (5, "E9:E13 G9:G13 I9:K13")] {
        let text = part(&bytes, &format!("xl/worksheets/sheet{sheet}.xml"));
        let refused = text.split("<dataValidation ").any(|one| {
            one.contains("type=\"custom\"") && one.contains(&format!("sqref=\"{area}\""))
        });
        assert!(refused, "{sheet} {area}");
    }
}

#[test]
fn sheets_print_with_pages_of_their_own_and_the_matrix_on_a3() {
    let bytes = workbook(&super::kontum::report(), Lang::Vi).unwrap();
    for number in 1..=8 {
        let sheet = part(&bytes, &format!("xl/worksheets/sheet{number}.xml"));
        assert!(sheet.contains("useFirstPageNumber=\"1\""), "{number}");
        assert!(sheet.contains("&amp;A – trang &amp;P<"), "{number}");
        let paper = if number == 5 { 8 } else { 9 };
        assert!(
            sheet.contains(&format!("paperSize=\"{paper}\"")),
            "{number}"
        );
    }
    let scale = part(&bytes, "xl/worksheets/sheet5.xml");
    let (_, scale) = scale.split_once("scale=\"").unwrap();
    let (scale, _) = scale.split_once('"').unwrap();
    assert!(scale.parse::<u32>().unwrap() >= 80, "{scale}");
    let book = part(&bytes, "xl/workbook.xml");
    assert!(
        book.contains("localSheetId=\"4\">'Chi tiết'!$A:$B,'Chi tiết'!$1:$7<"),
        "{book}"
    );
    for name in ["KetQua_Tinh", "KetQua_Huyen", "ThongKe", "ChiTiet"] {
        assert!(
            book.contains(&format!("<definedName name=\"{name}\">")),
            "{name}"
        );
    }
}

/// The signatures stand below rows of the table: no page begins between them.
#[test]
fn the_signatures_never_stand_alone() {
    // So many lengths that the end of a page falls on every row of the foot.
    for count in 30..60 {
        let mut report = small::report();
        let level = &mut report.levels[0];
        for number in 0..count {
            let mut row = level.rows[0].clone();
            row.unit = unit_id("tinh", &format!("X{number}"));
            level.rows.push(row);
        }
        let bytes = workbook(&report, Lang::Vi).unwrap();
        let sheet = part(&bytes, "xl/worksheets/sheet2.xml");
        let (_, breaks) = sheet.split_once("<rowBreaks").unwrap();
        let (_, last) = breaks.rsplit_once("<brk id=\"").unwrap();
        let last: u32 = last.split_once('"').unwrap().0.parse().unwrap();
        let mut book: Book = Xlsx::new(Cursor::new(bytes)).unwrap();
        let (missing, _) = find(&mut book, "Cấp tỉnh", "Sở Nông nghiệp");
        assert!(last < missing, "{count}: {last}, {missing}");
    }
}
