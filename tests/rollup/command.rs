//! `tonghop rollup` as it is typed.

use std::path::Path;
use std::process::{Command, Output};
use std::sync::OnceLock;

use calamine::{Data, Reader, open_workbook_auto};

const THEN: &str = "samples/kontum-2016-tong-hop.xlsx";

fn tonghop(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tonghop"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(arguments)
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// A folder with the results of both samples, a decision workbook and what else lies about, made once.
fn results() -> &'static tempfile::TempDir {
    static FOLDER: OnceLock<tempfile::TempDir> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let own = folder.path().join("Kết quả");
        std::fs::create_dir(&own).unwrap();
        let now = own.join("kontum-2017-tong-hop.xlsx");
        let now = now.to_str().unwrap();
        let made = tonghop(&[
            "samples/kontum-2017",
            "-o",
            now,
            "--json",
            "--fail-on",
            "never",
        ]);
        assert_eq!(made.status.code(), Some(0));
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        for name in [
            "kontum-2016-tong-hop.xlsx",
            "decision-134.xlsx",
            "README.md",
        ] {
            std::fs::copy(root.join("samples").join(name), own.join(name)).unwrap();
        }
        folder
    })
}

fn sheet(path: &Path, name: &str) -> Vec<Vec<Data>> {
    let mut book = open_workbook_auto(path).unwrap();
    let range = book.worksheet_range(name).unwrap();
    range.rows().map(<[Data]>::to_vec).collect()
}

#[test]
fn two_years_stand_side_by_side() {
    let folder = results();
    let own = folder.path().join("Kết quả");
    let output = tonghop(&["rollup", own.to_str().unwrap()]);
    let text = said(&output);
    assert_eq!(output.status.code(), Some(0), "{text}");
    for part in [
        "Đã gộp 2 kết quả của các năm 2016, 2017: 59 lượt đơn vị, 53 có kết quả, 6 chưa có.",
        "Đã xem 6 tệp: 2 được gộp, 0 không gộp được, 4 bỏ qua",
        "97,93% (19/20)",
        "README.md; decision-134.xlsx; kontum-2017-quyet-dinh.xlsx",
        "TH523",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let written = folder.path().join("Kết quả-tong-hop-chung.xlsx");
    let rows = sheet(&written, "Thống kê");
    let row = rows
        .iter()
        .find(|row| row[0].to_string().contains("CBCC cấp tỉnh được trang bị"));
    let row = row.unwrap();
    assert_eq!(
        row[6..9],
        [Data::Float(852.0), Data::Float(870.0), Data::Float(0.9793)]
    );
    assert_eq!(row[9].to_string(), "19/20");
    // A unit without a result has no total.
    let rows = sheet(&written, "Đơn vị");
    let gaps = rows
        .iter()
        .filter(|row| row[11] == Data::String("Chưa có kết quả".to_string()));
    let gaps: Vec<&Vec<Data>> = gaps.collect();
    assert_eq!(gaps.len(), 6);
    assert!(gaps.iter().all(|row| row[5].to_string().is_empty()));
    let rows = sheet(&written, "Qua các năm");
    let renamed = rows
        .iter()
        .find(|row| row[1] == Data::String("Sở Thông tin và Truyền thông".to_string()));
    let numbers = renamed
        .unwrap()
        .iter()
        .filter(|cell| matches!(cell, Data::Float(_)));
    assert_eq!(
        numbers.count(),
        5,
        "number, and two totals with their shares"
    );
    // The same once more: the first workbook is replaced, and nothing else changes.
    let first = std::fs::read(&written).unwrap();
    assert_eq!(said(&tonghop(&["rollup", own.to_str().unwrap()])), text);
    assert_eq!(std::fs::read(&written).unwrap(), first);
}

#[test]
fn files_that_are_named_are_results() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("a.xlsx");
    let json = folder.path().join("a.json");
    let (out, json) = (out.to_str().unwrap(), json.to_str().unwrap());
    let output = tonghop(&[
        "rollup",
        THEN,
        "samples/decision-134.xlsx",
        "-o",
        out,
        "--json",
        json,
    ]);
    let text = said(&output);
    assert_eq!(output.status.code(), Some(1), "{text}");
    assert!(
        text.contains(
            "decision-134.xlsx: lỗi TH521: tệp này chưa được gộp: không phải bảng tổng hợp"
        ),
        "{text}"
    );
    assert!(
        text.contains("Đã xem 2 tệp: 1 được gộp, 1 không gộp được, 0 bỏ qua"),
        "{text}"
    );
    let value: serde_json::Value = serde_json::from_slice(&std::fs::read(json).unwrap()).unwrap();
    assert_eq!(value["years"], serde_json::json!([2016]));
    let never = tonghop(&[
        "rollup",
        THEN,
        "samples/decision-134.xlsx",
        "-o",
        out,
        "--fail-on",
        "never",
    ]);
    assert_eq!(never.status.code(), Some(0));
    // Its own workbook is no result to be rolled up.
    let again = tonghop(&["rollup", THEN, out, "-o", out]);
    let text = said(&again);
    assert!(
        again.status.code() == Some(0) && text.contains("TH522"),
        "{text}"
    );
    let none = tonghop(&["rollup", "samples/decision-134.xlsx", "-o", out]);
    assert_eq!(none.status.code(), Some(2));
    let missing = tonghop(&["rollup", "no-such-file.xlsx", "-o", out]);
    assert_eq!(missing.status.code(), Some(2));
    let same = tonghop(&["rollup", THEN, "-o", THEN]);
    assert_eq!(same.status.code(), Some(2), "a result is not written over");
}
