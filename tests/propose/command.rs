//! `tonghop new`, and a run on a folder whose forms nobody knows, as they are typed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

fn tonghop(arguments: &[&str], folder: &Path) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tonghop"));
    command
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    let out = String::from_utf8_lossy(&output.stdout).into_owned();
    out + &String::from_utf8_lossy(&output.stderr)
}

/// The forms of a campaign, alone in a folder.
fn copied(name: &str) -> (TempDir, PathBuf) {
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
    let made = folder.path().join("phieu-dot-danh-gia");
    let units = fs::read_to_string(made.join("units.csv")).unwrap();
    assert!(units.contains("tinh,1,SNV,Sở Nội vụ,"), "{units}");
    assert!(
        units.contains("tinh,2,SLD,Sở Lao động,") && !units.contains("Sở Xa"),
        "{units}"
    );
    let run = [
        "phieu",
        "--campaign",
        "phieu-dot-danh-gia/campaign.toml",
        "-o",
        "ket-qua.xlsx",
    ];
    let run = said(&tonghop(&run, folder.path()));
    assert!(run.contains("đã tổng hợp 10/11 đơn vị"), "{run}");
    assert!(
        run.contains("Sở Lao động"),
        "the missing unit is named: {run}"
    );
    fs::write(made.join("units.csv"), "sửa tay").unwrap();
    let second = tonghop(&["new", "phieu"], folder.path());
    assert_eq!(second.status.code(), Some(0), "{}", said(&second));
    assert_eq!(
        fs::read_to_string(made.join("units.csv")).unwrap(),
        "sửa tay"
    );
    assert!(
        folder
            .path()
            .join("phieu-dot-danh-gia_2/scheme.toml")
            .is_file()
    );
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
    assert!(text.contains("--campaign"), "{text}");
    assert!(
        folder
            .path()
            .join("phieu-dot-danh-gia/campaign.toml")
            .is_file()
    );
    let mut book: calamine::Xlsx<_> =
        calamine::open_workbook(folder.path().join("phieu-tong-hop.xlsx")).unwrap();
    let mut marked = 0;
    for name in calamine::Reader::sheet_names(&book) {
        let range = calamine::Reader::worksheet_range(&mut book, &name).unwrap();
        marked += usize::from(
            range
                .used_cells()
                .any(|(_, _, cell)| cell.to_string().contains("TẠM TÍNH")),
        );
    }
    assert!(marked >= 2, "{marked}");
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
    assert!(!folder.path().join("phieu-dot-danh-gia").exists());
}
