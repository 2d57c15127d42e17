//! A second proposal: it has the corrections of the workbook that a person corrected, and says in what it differs.

use std::fs;
use std::path::{Path, PathBuf};

use tonghop::input::campaign_book::{self, Read};
use tonghop::input::read::{ReadLimits, Reader};

use super::command::{copied, said, tonghop};
use crate::edits::book::{Parts, cell_of};

fn read(path: &Path) -> Read {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_tonghop"));
    let reader = Reader::new(ReadLimits::default(), program);
    let book = reader.read_any(&fs::read(path).unwrap()).unwrap();
    campaign_book::read(&book.grids, "dot-danh-gia.xlsx")
}

/// What a person writes over the name of a criterion.
const CORRECTED: &str = "Kế hoạch cải cách hành chính năm";

/// Corrects a criterion and a unit, and confirms the campaign.
fn correct(first: &Path, criterion: &str, unit: &str) {
    let mut parts = Parts::open(first);
    let at = cell_of(first, "Tiêu chí", criterion, "Nội dung");
    parts.text("Tiêu chí", &at, CORRECTED);
    let at = cell_of(first, "Đơn vị", unit, "Tên đơn vị");
    parts.text("Đơn vị", &at, "Sở Đã Sửa");
    let at = cell_of(first, "Đợt", "Tạm tính", "Giá trị");
    parts.text("Đợt", &at, "không");
    parts.save(first);
}

#[test]
fn corrections_survive_a_proposal_with_more_forms() {
    let (around, forms) = copied("camau-cchc");
    let late = forms.join("cong thuong.xlsx");
    let kept = fs::read(&late).unwrap();
    fs::remove_file(&late).unwrap();
    let made = tonghop(&["new", "phieu"], around.path());
    assert_eq!(made.status.code(), Some(0), "{}", said(&made));
    let first = around.path().join("phieu-dot-danh-gia.xlsx");
    let second = around.path().join("phieu-dot-danh-gia_2.xlsx");
    // Nothing was corrected, and no form came.
    let text = said(&tonghop(&["new", "phieu"], around.path()));
    assert!(
        text.contains("Không khác gì phieu-dot-danh-gia.xlsx"),
        "{text}"
    );
    fs::remove_file(&second).unwrap();
    let before = read(&first);
    let criterion = before.documents.scheme["criterion"][0]["name"]
        .as_str()
        .unwrap();
    let unit = before.documents.units[0]["name"].clone();
    correct(&first, criterion, &unit);
    let corrected = fs::read(&first).unwrap();
    fs::write(&late, kept).unwrap();
    let text = said(&tonghop(&["new", "phieu"], around.path()));
    assert!(
        text.contains("So với phieu-dot-danh-gia.xlsx: giữ "),
        "{text}"
    );
    assert!(
        text.contains(&format!("giữ “{CORRECTED}” (suy ra “{criterion}”)")),
        "{text}"
    );
    assert!(
        text.contains("Đơn vị, ") && text.contains(": dòng mới"),
        "{text}"
    );
    assert_eq!(fs::read(&first).unwrap(), corrected);
    let after = read(&second);
    assert!(!after.is_wrong(), "{:?}", after.findings);
    assert_eq!(
        after.documents.scheme["criterion"][0]["name"].as_str(),
        Some(CORRECTED)
    );
    let names: Vec<&str> = after
        .documents
        .units
        .iter()
        .map(|one| &*one["name"])
        .collect();
    assert!(
        names.contains(&"Sở Đã Sửa") && !names.contains(&&*unit),
        "{names:?}"
    );
    assert_eq!(names.len(), before.documents.units.len() + 1, "{names:?}");
    codes_are_kept(&before, &after);
    // What nobody has confirmed is not confirmed with the first.
    assert!(after.documents.settings.contains_key("provisional"));
    a_third_has_them(around.path(), criterion);
}

/// Codes stand in results of before.
fn codes_are_kept(before: &Read, after: &Read) {
    for unit in &before.documents.units {
        let code = &unit["code"];
        let same = after.documents.units.iter();
        let same = same.filter(|one| &one["code"] == code).count();
        assert_eq!(same, 1, "{code}");
    }
}

/// They are corrections of the second as well.
fn a_third_has_them(folder: &Path, criterion: &str) {
    let first = folder.join("phieu-dot-danh-gia.xlsx");
    fs::copy(folder.join("phieu-dot-danh-gia_2.xlsx"), &first).unwrap();
    let text = said(&tonghop(&["new", "phieu", "-o", "ba.xlsx"], folder));
    assert!(
        text.contains(&format!("giữ “{CORRECTED}” (suy ra “{criterion}”)")),
        "{text}"
    );
    let third = read(&folder.join("ba.xlsx"));
    assert_eq!(
        third.documents.scheme["criterion"][0]["name"].as_str(),
        Some(CORRECTED)
    );
}

/// A workbook in which a cell cannot be read is not compared in part.
#[test]
fn what_cannot_be_read_is_said_to_be_carried_by_nobody() {
    let (around, _) = copied("camau-cchc");
    tonghop(&["new", "phieu"], around.path());
    let first = around.path().join("phieu-dot-danh-gia.xlsx");
    let mut parts = Parts::open(&first);
    let at = cell_of(&first, "Đợt", "Năm đánh giá", "Giá trị");
    parts.text("Đợt", &at, "năm ngoái");
    parts.save(&first);
    let text = said(&tonghop(&["new", "phieu"], around.path()));
    assert!(
        text.contains("chưa chép các chỗ đã sửa sang tệp mới"),
        "{text}"
    );
    assert!(text.contains(&format!("Đợt!{at}")), "{text}");
}

/// `SNV` was Sở Nội vụ; Sở Ngoại vụ, which comes before it in the alphabet, gets another code.
#[test]
fn a_unit_that_comes_later_takes_nobodys_code() {
    let (around, forms) = copied("camau-cchc");
    tonghop(&["new", "phieu"], around.path());
    let first = around.path().join("phieu-dot-danh-gia.xlsx");
    let before = read(&first);
    let late = forms.join("cong thuong.xlsx");
    let kept = fs::read(&late).unwrap();
    fs::remove_file(&late).unwrap();
    fs::remove_file(&first).unwrap();
    tonghop(&["new", "phieu"], around.path());
    let without = read(&first);
    let is_late = |name: &str| {
        without
            .documents
            .units
            .iter()
            .all(|one| one["name"] != name)
    };
    let late_unit = before
        .documents
        .units
        .iter()
        .find(|one| is_late(&one["name"]));
    let late_unit = late_unit.unwrap();
    // Somebody else has the code that it would get.
    let held = without.documents.units[0]["name"].clone();
    let mut parts = Parts::open(&first);
    let at = cell_of(&first, "Đơn vị", &held, "Mã đơn vị");
    parts.text("Đơn vị", &at, &late_unit["code"]);
    parts.save(&first);
    fs::write(&late, kept).unwrap();
    tonghop(&["new", "phieu"], around.path());
    let after = read(&around.path().join("phieu-dot-danh-gia_2.xlsx"));
    let code = |name: &str| {
        let unit = after.documents.units.iter().find(|one| one["name"] == name);
        unit.map(|one| one["code"].clone()).unwrap()
    };
    assert_eq!(code(&held), late_unit["code"]);
    assert_eq!(code(&late_unit["name"]), format!("{}-2", late_unit["code"]));
}

/// Deletes the row of a unit.
fn delete(first: &Path, unit: &str) {
    let at = cell_of(first, "Đơn vị", unit, "Tên đơn vị");
    let row = at.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let mut parts = Parts::open(first);
    let sheet = parts.sheet("Đơn vị");
    let start = sheet.find(&format!("<row r=\"{row}\"")).unwrap();
    let end = start + sheet[start..].find("</row>").unwrap() + "</row>".len();
    sheet.replace_range(start..end, "");
    parts.save(first);
}

fn names(read: &Read) -> Vec<String> {
    let units = read.documents.units.iter();
    units.map(|one| one["name"].clone()).collect()
}

#[test]
fn a_row_that_comes_stands_behind_the_nearest_before_it_that_is_there() {
    let (around, forms) = copied("camau-cchc");
    tonghop(&["new", "phieu"], around.path());
    let first = around.path().join("phieu-dot-danh-gia.xlsx");
    let all = names(&read(&first));
    let late = forms.join("cong thuong.xlsx");
    let kept = fs::read(&late).unwrap();
    fs::remove_file(&late).unwrap();
    fs::remove_file(&first).unwrap();
    tonghop(&["new", "phieu"], around.path());
    let without = names(&read(&first));
    let at = all.iter().position(|one| !without.contains(one)).unwrap();
    assert!(0 < at && at + 1 < all.len(), "{all:?}");
    delete(&first, &all[at - 1]);
    fs::write(&late, kept).unwrap();
    tonghop(&["new", "phieu"], around.path());
    let second = names(&read(&around.path().join("phieu-dot-danh-gia_2.xlsx")));
    let expected: Vec<String> = all
        .iter()
        .filter(|one| **one != all[at - 1])
        .cloned()
        .collect();
    assert_eq!(second, expected);
}

#[test]
fn a_heading_that_means_something_else_is_no_row() {
    let (around, _) = copied("camau-cchc");
    tonghop(&["new", "phieu"], around.path());
    let first = around.path().join("phieu-dot-danh-gia.xlsx");
    let heading = read(&first).documents.settings["columns"]["claimed"][0].clone();
    let heading = heading.as_str().unwrap();
    let mut parts = Parts::open(&first);
    let at = cell_of(&first, "Cột", heading, "Là");
    parts.text("Cột", &at, "bỏ qua");
    parts.save(&first);
    let text = said(&tonghop(&["new", "phieu"], around.path()));
    let told = format!("Cột, Là, {heading}: giữ “bỏ qua” (suy ra “cột: điểm tự chấm”)");
    assert!(text.contains(&told), "{text}");
}

#[test]
fn a_deleted_row_stays_deleted_and_is_told_as_such() {
    let (around, _) = copied("camau-cchc");
    tonghop(&["new", "phieu"], around.path());
    let first = around.path().join("phieu-dot-danh-gia.xlsx");
    let unit = read(&first).documents.units[1]["name"].clone();
    delete(&first, &unit);
    let text = said(&tonghop(&["new", "phieu"], around.path()));
    let told = format!("{unit}: dòng đã xóa ở tệp trước, không đưa lại");
    assert!(text.contains(&told), "{text}");
    let second = read(&around.path().join("phieu-dot-danh-gia_2.xlsx"));
    let mut units = second.documents.units.iter();
    assert!(units.all(|one| one["name"] != unit));
}
