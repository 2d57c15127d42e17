//! `tonghop diff` and `--previous` as they are typed.

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Output};

use calamine::{Reader, open_workbook_auto};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

pub(super) fn tonghop(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tonghop"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(arguments)
        .output()
        .unwrap()
}

pub(super) fn path(folder: &tempfile::TempDir, name: &str) -> String {
    folder.path().join(name).to_string_lossy().into_owned()
}

const THEN: &str = "samples/kontum-2016-tong-hop.xlsx";

#[test]
fn the_exit_status_is_that_of_git_diff() {
    let status = |arguments: &[&str]| tonghop(arguments).status.code();
    assert_eq!(status(&["diff", THEN, THEN, "--exit-code"]), Some(0));
    let table = "samples/kontum-2016/ket-qua-cong-bo-2016.csv";
    assert_eq!(status(&["diff", table, THEN, "--exit-code"]), Some(1));
    assert_eq!(status(&["diff", table, THEN]), Some(0));
    assert_eq!(status(&["diff", "samples/README.md", THEN]), Some(2));
    assert_eq!(status(&["diff", "no-such-file.xlsx", THEN]), Some(2));
}

#[test]
fn workbook_and_json_come_out_the_same_each_time() {
    let folder = tempfile::tempdir().unwrap();
    let table = "samples/decision-134.xlsx";
    let mut seen = Vec::new();
    for number in ["1", "2"] {
        let book = path(&folder, &format!("{number}.xlsx"));
        let json = path(&folder, &format!("{number}.json"));
        let output = tonghop(&[
            "diff", THEN, table, "-o", &book, "--json", &json, "--lang", "en",
        ]);
        assert!(output.status.success(), "{output:?}");
        seen.push((std::fs::read(&book).unwrap(), std::fs::read(&json).unwrap()));
    }
    assert!(seen[0] == seen[1]);
    let book = open_workbook_auto(path(&folder, "1.xlsx")).unwrap();
    let names = [
        "Overview",
        "Cấp tỉnh",
        "Cấp huyện",
        "Criteria changed",
        "Cells",
        "tonghop",
    ];
    assert_eq!(book.sheet_names(), names);
}

#[test]
fn previous_adds_a_sheet_and_findings() {
    let folder = tempfile::tempdir().unwrap();
    let book = path(&folder, "ket-qua.xlsx");
    let output = tonghop(&["samples/kontum-2017", "--previous", THEN, "-o", &book]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("TH507"), "{text}");
    let workbook = open_workbook_auto(Path::new(&book)).unwrap();
    assert!(workbook.sheet_names().contains(&"So sánh".to_string()));
}

#[test]
fn a_workbook_without_some_of_its_rows_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut from = ZipArchive::new(File::open(root.join(THEN)).unwrap()).unwrap();
    let cut = path(&folder, "cut.xlsx");
    let mut to = ZipWriter::new(File::create(&cut).unwrap());
    let book = open_workbook_auto(root.join(THEN)).unwrap();
    let place = book.sheet_names().iter().position(|name| name == "Dữ liệu");
    let data = format!("xl/worksheets/sheet{}.xml", place.unwrap() + 1);
    for number in 0..from.len() {
        let mut part = from.by_index(number).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        if name == data {
            let text = String::from_utf8(bytes).unwrap();
            let (start, end) = (
                text.find("<row r=\"9\"").unwrap(),
                text.find("<row r=\"10\"").unwrap(),
            );
            bytes = [&text[..start], &text[end..]].concat().into_bytes();
        }
        to.start_file(name, SimpleFileOptions::default()).unwrap();
        to.write_all(&bytes).unwrap();
    }
    to.finish().unwrap();
    let output = tonghop(&["diff", &cut, THEN]);
    let text = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{text}");
    assert!(text.contains("hãy tổng hợp lại"), "{text}");
}

#[test]
fn json_of_another_format_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let json = path(&folder, "x.json");
    std::fs::write(&json, "{\"format\": 99}").unwrap();
    let output = tonghop(&["diff", &json, THEN, "--lang", "en"]);
    assert_eq!(output.status.code(), Some(2));
    let text = String::from_utf8(output.stderr).unwrap();
    assert!(text.contains("format 99, not 1"), "{text}");
}

/// With `diff` and with `--previous`; in the terminal, the workbook and the JSON.
#[test]
fn what_is_not_last_year_is_said_in_every_form() {
    let folder = tempfile::tempdir().unwrap();
    let (book, json) = (path(&folder, "x.xlsx"), path(&folder, "x.json"));
    let table = "samples/decision-134.xlsx";
    let runs: [&[&str]; 2] = [
        &["diff", table, THEN, "-o", &book, "--json", &json],
        &[
            "samples/kontum-2016",
            "--previous",
            table,
            "-o",
            &book,
            "--json",
        ],
    ];
    for arguments in runs {
        let output = tonghop(arguments);
        let said = String::from_utf8(output.stdout).unwrap();
        let told = "TH513: bên trước là kết quả năm 2017, bên sau là kết quả năm 2016";
        assert!(said.contains(told), "{said}");
        assert!(
            said.contains("Chú ý: bên trước là kết quả của năm sau"),
            "{said}"
        );
        assert!(
            !said.contains(" mới,") && !said.contains("không còn,"),
            "{said}"
        );
        assert!(std::fs::read_to_string(&json).unwrap().contains("TH513"));
        let mut workbook = open_workbook_auto(Path::new(&book)).unwrap();
        let sheets: Vec<_> = workbook.worksheets();
        let mut texts = sheets.iter().flat_map(|(_, cells)| cells.used_cells());
        assert!(texts.any(|(.., value)| *value == "TH513"));
    }
}

#[test]
fn both_sides_say_that_nobody_confirmed_their_campaigns() {
    let folder = tempfile::tempdir().unwrap();
    let (returns, book) = (folder.path().join("dot"), path(&folder, "x.xlsx"));
    let inbox = returns.join("phieu-nop");
    std::fs::create_dir_all(&inbox).unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/kontum-2017/phieu-nop");
    let name = "BC tự chấm CNTT - Sở Y tế.xlsx";
    std::fs::copy(root.join(name), inbox.join(name)).unwrap();
    let campaign = "name = \"Đợt thử\"\nyear = 2017\nscheme = \"kontum-2017\"\nregistry = \"kontum-2017\"\ninbox = \"phieu-nop\"\nprovisional = true\n";
    std::fs::write(returns.join("campaign.toml"), campaign).unwrap();
    let returns = returns.to_string_lossy().into_owned();
    assert_ne!(tonghop(&[&returns, "-o", &book]).status.code(), Some(2));
    for pair in [[&*book, &*returns], [&*returns, &*book]] {
        let output = tonghop(&["diff", pair[0], pair[1]]);
        let said = String::from_utf8(output.stdout).unwrap();
        for side in ["  − TẠM TÍNH – Đợt thử", "  + TẠM TÍNH – Đợt thử"] {
            assert!(said.contains(side), "{said}");
        }
    }
}

/// A folder without a campaign whose forms are others' is not the units of the built-in list who have sent nothing.
#[test]
fn a_folder_of_forms_that_nobody_knows_is_no_side() {
    let folder = tempfile::tempdir().unwrap();
    let forms = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/forms/camau-cchc/phieu-nop");
    for file in std::fs::read_dir(forms).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), folder.path().join(file.file_name())).unwrap();
    }
    let output = tonghop(&["diff", THEN, &folder.path().to_string_lossy()]);
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{error}");
    assert!(error.contains("Hãy chạy trước: tonghop"), "{error}");
}
