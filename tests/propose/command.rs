//! `tonghop new`, and a run on a folder whose forms nobody knows, as they are typed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::edits::book::Parts;

pub fn tonghop(arguments: &[&str], folder: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tonghop"));
    command
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap()
}

pub fn said(output: &Output) -> String {
    let out = String::from_utf8_lossy(&output.stdout).into_owned();
    out + &String::from_utf8_lossy(&output.stderr)
}

/// The forms of a campaign, alone in a folder.
pub fn copied(name: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let forms = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/forms")
        .join(name)
        .join("phieu-nop");
    let own = folder.path().join("phieu");
    fs::create_dir(&own).unwrap();
    for file in fs::read_dir(forms).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), own.join(file.file_name())).unwrap();
    }
    (folder, own)
}

#[test]
fn a_province_that_a_list_does_not_name_is_said() {
    let (folder, _) = copied("camau-cchc");
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write(
        "hai.csv",
        "Tỉnh;Tên cơ quan\nTỉnh Cà Mau;Sở Nội vụ\nTỉnh Khác;Sở Xa\n;Sở Lạc\n",
    );
    write("khong.csv", "STT;Tên cơ quan\n1;Sở Nội vụ\n2;Sở Xa\n");
    let run = |list: &str, province: &[&str]| {
        let options = ["new", "phieu", "-o", "moi.xlsx", "--units", list];
        let _ = fs::remove_file(folder.path().join("moi.xlsx"));
        let all: Vec<&str> = options.iter().chain(province).copied().collect();
        let output = tonghop(&all, folder.path());
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        (output.status.code(), said(&output) + &error)
    };
    let (status, text) = run("hai.csv", &["--province", "Ca Mau"]);
    assert_eq!(status, Some(2));
    assert!(
        text.contains("không có tỉnh “Ca Mau”; có phải là “Tỉnh Cà Mau”?"),
        "{text}"
    );
    let (_, text) = run("hai.csv", &["--province", "Hà Giang"]);
    assert!(
        text.contains("danh sách có: Tỉnh Cà Mau, Tỉnh Khác"),
        "{text}"
    );
    let (_, text) = run("hai.csv", &["--province", "Cà Mau"]);
    assert!(
        text.contains("Danh sách có 1 đơn vị") && text.contains("1 dòng của danh sách"),
        "{text}"
    );
    let (_, text) = run("hai.csv", &[]);
    assert!(text.contains("của 2 tỉnh và đã lấy cả"), "{text}");
    let (status, text) = run("khong.csv", &["--province", "Cà Mau"]);
    assert_eq!(status, Some(0));
    assert!(text.contains("không lọc theo “Cà Mau”"), "{text}");
    let (_, text) = run("khong.csv", &[]);
    assert!(!text.contains("tỉnh và đã lấy cả"), "{text}");
}

#[test]
fn a_campaign_is_proposed_and_a_second_one_leaves_it_alone() {
    let (folder, _) = copied("camau-cchc");
    let list = "STT;Tỉnh;Mã ĐV;Tên cơ quan\n1;Tỉnh Cà Mau;SNV;Sở Nội vụ\n2;Tỉnh Cà Mau;SLD;Sở Lao động\n3;Tỉnh Khác;SX;Sở Xa\n";
    fs::write(folder.path().join("danh-sach.csv"), list).unwrap();
    let first = tonghop(
        &[
            "new",
            "phieu",
            "--units",
            "danh-sach.csv",
            "--province",
            "Cà Mau",
        ],
        folder.path(),
    );
    assert_eq!(first.status.code(), Some(0), "{}", said(&first));
    let made = folder.path().join("phieu-dot-danh-gia.xlsx");
    let text = said(&first);
    assert!(
        text.contains("Tạm tính") && text.contains("phieu-dot-danh-gia.xlsx"),
        "{text}"
    );
    let units = column(&made, "Đơn vị", "Sở ");
    assert!(
        units.contains(&"Sở Nội vụ".to_string()) && units.contains(&"Sở Lao động".to_string()),
        "{units:?}"
    );
    assert!(!units.contains(&"Sở Xa".to_string()), "{units:?}");
    // The workbook beside the folder is followed without being named.
    let run = said(&tonghop(&["phieu", "-o", "ket-qua.xlsx"], folder.path()));
    assert!(run.contains("phieu-dot-danh-gia.xlsx"), "{run}");
    assert!(run.contains("đã tổng hợp 10/11 đơn vị"), "{run}");
    assert!(
        run.contains("Sở Lao động"),
        "the missing unit is named: {run}"
    );
    let before = fs::read(&made).unwrap();
    let second = tonghop(&["new", "phieu"], folder.path());
    assert_eq!(second.status.code(), Some(0), "{}", said(&second));
    assert_eq!(fs::read(&made).unwrap(), before);
    let other = folder.path().join("phieu-dot-danh-gia_2.xlsx");
    assert!(other.is_file());
    assert!(
        said(&second).contains("--campaign \"phieu-dot-danh-gia_2.xlsx\""),
        "{}",
        said(&second)
    );
}

/// The texts of a sheet that begin with something.
fn column(book: &Path, sheet: &str, begin: &str) -> Vec<String> {
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(book).unwrap();
    let range = calamine::Reader::worksheet_range(&mut book, sheet).unwrap();
    let texts = range.used_cells().map(|(_, _, cell)| cell.to_string());
    texts.filter(|text| text.starts_with(begin)).collect()
}

/// How many sheets of a result have a text.
fn sheets_with(book: &Path, wanted: &str) -> usize {
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(book).unwrap();
    let names = calamine::Reader::sheet_names(&book);
    let mut has = |name: &String| {
        let range = calamine::Reader::worksheet_range(&mut book, name).unwrap();
        range
            .used_cells()
            .any(|(_, _, cell)| cell.to_string().contains(wanted))
    };
    names.iter().filter(|name| has(name)).count()
}

#[test]
fn unknown_forms_give_a_provisional_result_that_says_so() {
    let (folder, _) = copied("xa-2025-tick");
    let run = tonghop(&["phieu"], folder.path());
    let text = said(&run);
    assert!(
        text.contains("TẠM TÍNH") && text.contains("chưa được xác nhận"),
        "{text}"
    );
    assert!(text.contains("đã tổng hợp 11/11 đơn vị"), "{text}");
    let made = folder.path().join("phieu-dot-danh-gia.xlsx");
    assert!(made.is_file() && text.contains("“không”"), "{text}");
    let result = folder.path().join("phieu-tong-hop.xlsx");
    assert!(sheets_with(&result, "TẠM TÍNH") >= 2);
    // It stays provisional until somebody says that it is not.
    let again = tonghop(&["phieu"], folder.path());
    let text = said(&again);
    assert!(text.contains("phieu-dot-danh-gia.xlsx"), "{text}");
    assert!(sheets_with(&result, "TẠM TÍNH") >= 2, "{text}");
    confirm(&made);
    let kept = fs::read(&made).unwrap();
    let confirmed = tonghop(&["phieu", "-o", "xong.xlsx"], folder.path());
    let text = said(&confirmed);
    assert!(text.contains("đã tổng hợp 11/11 đơn vị"), "{text}");
    let done = folder.path().join("xong.xlsx");
    for mark in ["TẠM TÍNH: ", "TẠM TÍNH – Cải cách"] {
        assert!(sheets_with(&result, mark) > 0, "{mark}");
        assert_eq!(sheets_with(&done, mark), 0, "{mark}");
        assert!(!text.contains(mark), "{text}");
    }
    assert_eq!(fs::read(&made).unwrap(), kept);
}

/// Before anything was returned the blank form says by itself what it asks for; whose forms are due it does not say.
#[test]
fn a_blank_form_alone_gives_a_campaign() {
    let (folder, own) = copied("camau-cchc");
    let blank = folder.path().join("mau.xlsx");
    fs::copy(own.join("SXD.xlsx"), &blank).unwrap();
    fs::create_dir(folder.path().join("trong")).unwrap();
    let run = tonghop(&["new", "trong", "--form", "mau.xlsx"], folder.path());
    let text = said(&run);
    assert_eq!(run.status.code(), Some(0), "{text}");
    assert!(text.contains("Suy ra từ 1 phiếu"), "{text}");
    assert!(text.contains("mọi giá trị đều nên xem lại"), "{text}");
    assert!(!text.contains("không ghi tên đơn vị"), "{text}");
    assert!(folder.path().join("trong-dot-danh-gia.xlsx").is_file());
    // Without it there is nothing to go by.
    let run = tonghop(&["new", "trong"], folder.path());
    assert_eq!(run.status.code(), Some(2), "{}", said(&run));
}

/// A plain folder is never guessed in silence, by no command that takes one; once a run has proposed its campaign all of them follow that.
#[test]
fn no_command_judges_unknown_forms_by_the_built_in_scheme() {
    let (folder, own) = copied("xa-2025-tick");
    let one = fs::read_dir(&own).unwrap().next().unwrap().unwrap().path();
    let one = one.to_str().unwrap();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/kontum-2017");
    let sample = sample.to_str().unwrap();
    let commands: [&[&str]; 6] = [
        &["status", "phieu"],
        &["margins", "phieu"],
        &["check", "phieu"],
        &["check", one],
        &["trace", "phieu", "Phường Phan Thiết"],
        &["diff", sample, "phieu"],
    ];
    for command in commands {
        let run = tonghop(command, folder.path());
        let text = said(&run);
        assert_eq!(run.status.code(), Some(2), "{command:?}: {text}");
        let is_told = text.contains("chưa có đợt đánh giá") && !text.contains("Kon Rẫy");
        assert!(is_told, "{command:?}: {text}");
    }
    let status = tonghop(&["status", "phieu", "--lang", "en"], folder.path());
    let text = said(&status);
    assert!(text.contains("has no campaign yet"), "{text}");
    tonghop(&["phieu"], folder.path());
    for command in commands.iter().filter(|one| one[0] != "diff") {
        let run = tonghop(command, folder.path());
        assert_ne!(run.status.code(), Some(2), "{command:?}: {}", said(&run));
    }
}

/// Writes "không" where a campaign workbook says that it is provisional.
fn confirm(made: &Path) {
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(made).unwrap();
    let range = calamine::Reader::worksheet_range(&mut book, "Đợt").unwrap();
    let (first, _) = range.start().unwrap();
    let row = range.rows().position(|row| row[0] == "Tạm tính").unwrap();
    let cell = format!("B{}", u32::try_from(row).unwrap() + first + 1);
    let mut parts = Parts::open(made);
    parts.text("Đợt", &cell, "không");
    parts.save(made);
}

#[test]
fn what_is_not_recognised_is_said_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("phieu");
    fs::create_dir(&own).unwrap();
    fs::write(
        own.join("thu.html"),
        "<table><tr><td>Kính gửi</td><td>Sở Nội vụ</td></tr></table>",
    )
    .unwrap();
    let output = tonghop(&["new", "phieu"], folder.path());
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("không nhận ra"), "{}", said(&output));
    assert!(!folder.path().join("phieu-dot-danh-gia.xlsx").exists());
}

/// A table of results is told as one, and is no form that a campaign could be proposed from.
#[test]
fn a_table_of_results_is_no_form_of_others() {
    let around = tempfile::tempdir().unwrap();
    for name in ["decision-134.xlsx", "decision-134.docx"] {
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
        fs::copy(sample.join(name), around.path().join(name)).unwrap();
        let output = tonghop(&["check", name], around.path());
        let text = said(&output);
        assert!(
            text.contains("TH126") && text.contains("tonghop audit"),
            "{text}"
        );
    }
}
