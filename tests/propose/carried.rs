//! A second proposal: it has the corrections of the workbook that a person corrected, and says in what it differs.

use std::fs;
use std::path::{Path, PathBuf};

use calamine::{Reader as _, Xlsx};
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
    let noted = [("Đợt", "Tạm tính"), ("Đơn vị", unit)];
    for (sheet, row) in noted {
        let at = cell_of(first, sheet, row, "Ghi chú");
        parts.text(sheet, &at, &format!("Đã hỏi: {sheet}"));
    }
    let at = cell_of(first, "Tiêu chí", criterion, "Ghi chú");
    parts.text("Tiêu chí", &at, NOTE);
    parts.save(first);
}

/// What a person writes beside a row whose text they corrected.
const NOTE: &str = "Theo Quyết định số 5";

/// Notes stand beside the same rows, those that the program writes itself are none.
fn notes_are_kept(after: &Read) {
    let notes: Vec<&str> = after.notes.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(notes, ["Đã hỏi: Đợt", "Đã hỏi: Đơn vị", NOTE]);
    let last = after.notes.last().unwrap();
    assert_eq!(last.row.name, CORRECTED.to_lowercase());
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
        text.contains("So với phieu-dot-danh-gia.xlsx: giữ 2 chỗ đã sửa;"),
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
    notes_are_kept(&after);
    no_form_says_what_was_corrected(&second, criterion);
    // What nobody has confirmed is not confirmed with the first.
    assert!(after.documents.settings.contains_key("provisional"));
    a_third_has_them(around.path(), criterion);
}

/// The sheet of sources counts no form for what a person wrote, and says what they say.
fn no_form_says_what_was_corrected(second: &Path, criterion: &str) {
    let mut book: Xlsx<_> = calamine::open_workbook(second).unwrap();
    let range = book.worksheet_range("Nguồn").unwrap();
    let rows = range.rows().map(|row| row.iter().map(ToString::to_string));
    let mut rows = rows.map(Iterator::collect::<Vec<String>>);
    let row = rows.find(|row| row[2] == CORRECTED).unwrap();
    assert!(row[4].starts_with("0/"), "{row:?}");
    assert!(row[9].contains(criterion), "{row:?}");
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
    notes_are_kept(&third);
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

/// By the criteria of its forms too a table of results is none of them, whoever's it is.
#[test]
fn a_table_of_results_beside_a_campaign_is_told_as_one() {
    let (around, forms) = copied("camau-cchc");
    tonghop(&["new", "phieu"], around.path());
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::copy(root.join("samples/decision-134.xlsx"), forms.join("a.xlsx")).unwrap();
    let published = root.join("samples/kontum-2016/ket-qua-cong-bo-2016.csv");
    fs::copy(published, forms.join("b.csv")).unwrap();
    let others =
        "STT;Đơn vị;Nhận thức số;Tổng điểm;Xếp hạng\n1;Sở Ngoại vụ;10;30;1\n2;Sở Dân tộc;9;24;2\n";
    fs::write(forms.join("c.csv"), others).unwrap();
    for (name, headings) in [("e.csv", "Điểm;Loại"), ("f.csv", "Số điểm đạt;Xếp loại")]
    {
        let rows = "1;Sở Ngoại vụ;30;A\n2;Sở Dân tộc;24;B\n";
        let lines = format!("KẾT QUẢ NĂM 2024\n\nTT;Tên cơ quan;{headings}\n{rows}");
        fs::write(forms.join(name), lines).unwrap();
    }
    // A list of units with another number is none.
    let other = "TT;Tên cơ quan;Số cán bộ;Loại\n1;Sở Ngoại vụ;30;A\n2;Sở Dân tộc;24;A\n";
    fs::write(forms.join("g.csv"), other).unwrap();
    // Nor is one whose only points are added to a total or taken off it.
    for (name, heading) in [("h.csv", "Điểm thưởng"), ("i.csv", "Điểm trừ")] {
        fs::write(forms.join(name), other.replace("Số cán bộ", heading)).unwrap();
    }
    // One unit is no table of results.
    let one = "STT;Đơn vị;Nhận thức số;Tổng điểm;Xếp hạng\n1;Sở Ngoại vụ;10;30;1\n";
    fs::write(forms.join("d.csv"), one).unwrap();
    let text = said(&tonghop(&["check", "phieu"], around.path()));
    let of = |name: &str| -> Vec<&str> {
        let lines = text.lines().map(str::trim);
        lines.filter(|line| line.starts_with(name)).collect()
    };
    for name in ["a.xlsx", "b.csv", "c.csv", "e.csv", "f.csv"] {
        let lines = of(name);
        assert_eq!(lines.len(), 1, "{lines:?}");
        assert!(lines[0].contains("TH126"), "{lines:?}");
    }
    for name in ["d.csv", "g.csv", "h.csv", "i.csv"] {
        let lines = of(name);
        let is_none = |line: &&str| !line.contains("TH126");
        assert!(!lines.is_empty() && lines.iter().all(is_none), "{lines:?}");
    }
}

/// A list that a person made in the earlier workbook is one; units that returned forms and are not in it are told once.
#[test]
fn the_list_of_an_earlier_workbook_is_a_list() {
    let (around, _) = copied("camau-cchc");
    let text = said(&tonghop(&["new", "phieu"], around.path()));
    assert!(text.contains("Chưa có danh sách đơn vị"), "{text}");
    let first = around.path().join("phieu-dot-danh-gia.xlsx");
    let all = names(&read(&first));
    let gone = &all[..2];
    for name in gone {
        delete(&first, name);
    }
    let mut parts = Parts::open(&first);
    let cells = [("A", "tinh"), ("C", "SXX"), ("D", "Sở Dân tộc")];
    let cells = cells.map(|(column, text)| {
        format!("<c r=\"{column}400\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
    });
    let row = format!("<row r=\"400\">{}</row></sheetData>", cells.concat());
    let sheet = parts.sheet("Đơn vị");
    *sheet = sheet.replace("</sheetData>", &row);
    parts.save(&first);
    let text = said(&tonghop(&["new", "phieu"], around.path()));
    assert!(!text.contains("Chưa có danh sách đơn vị"), "{text}");
    assert!(
        text.contains("Danh sách đơn vị lấy theo phieu-dot-danh-gia.xlsx"),
        "{text}"
    );
    let told: Vec<&str> = text
        .lines()
        .filter(|line| line.contains(&gone[0]))
        .collect();
    assert_eq!(told.len(), 1, "{text}");
    assert!(
        told[0].contains("không có 2 đơn vị đã có phiếu"),
        "{told:?}"
    );
    assert!(told[0].contains(&gone[1]), "{told:?}");
}
