//! `tonghop audit` as it is called.

use std::path::Path;
use std::process::{Command, Output};

use tonghop::result::audit::Audit;

use crate::audit::codes;
use crate::audit::table::Table;

const SAMPLE: &str = "samples/decision-134.xlsx";

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tonghop"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .arg("audit")
        .args(arguments)
        .output()
        .unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn the_verdict_comes_first_and_the_status_says_whether_to_look() {
    let output = run(&[SAMPLE]);
    assert_eq!(output.status.code(), Some(1));
    let text = out(&output);
    assert_eq!(
        text.lines().next().unwrap(),
        "decision-134.xlsx: 2 bảng, 28 đơn vị: 12/28 tổng điểm không khớp các cột (9 có thể do làm tròn, 3 thì không); \
         1 chỗ xếp dưới đơn vị ít điểm hơn; 2 đơn vị đổi thứ hạng khi sửa tổng; 1 xếp loại không có căn cứ; \
         1 việc khác cần xem."
    );
    let line = text.lines().find(|line| line.contains("TH603")).unwrap();
    assert!(
        line.starts_with("lỗi       TH603  Sở, ban, ngành!J15"),
        "{line}"
    );
    assert!(
        line.contains("  11 → 12  Sở Kế hoạch và Đầu tư  "),
        "{line}"
    );
    assert_eq!(run(&[SAMPLE, "--fail-on", "never"]).status.code(), Some(0));
    let english = out(&run(&[SAMPLE, "--lang", "en"]));
    let verdict = "decision-134.xlsx: 2 tables, 28 units: 12 of 28 totals are not the sum of their columns \
        (9 by rounding, 3 not); 1 placed below a unit with fewer points; 2 places changed once totals are corrected; \
        1 grade without a basis; 1 other finding.";
    assert_eq!(english.lines().next().unwrap(), verdict);
}

#[test]
fn a_right_table_is_one_line_and_status_0() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bang.csv");
    std::fs::write(&file, Table::right().text()).unwrap();
    let output = run(&[path(&file), "--fail-on", "info"]);
    assert_eq!(output.status.code(), Some(0), "{}", out(&output));
    assert_eq!(
        out(&output),
        "bang.csv: 1 bảng, 10 đơn vị: 10 tổng điểm cộng đúng, thứ tự đúng, xếp loại đúng.\n\
         Bộ tiêu chí: kontum-2017, phiên bản 1, 1000 điểm (có sẵn; đổi bằng --campaign, --scheme, --registry).\n\
         Xếp loại: Tốt từ 850; Khá từ 700; Trung bình từ 500; Yếu dưới 500.\n\
         Đồng điểm: cùng thứ hạng, đơn vị sau cách quãng (1, 2, 2, 4); cách đánh 1, 2, 2, 3 cũng được chấp nhận.\n"
    );
}

#[test]
fn workbook_and_json_are_written_and_hold_the_same_twice() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str| {
        let (book, json) = (
            folder.path().join(name),
            folder.path().join(format!("{name}.json")),
        );
        let output = run(&[
            "samples/decision-134.docx",
            "-o",
            path(&book),
            "--json",
            path(&json),
        ]);
        assert_eq!(output.status.code(), Some(1));
        (std::fs::read(&book).unwrap(), std::fs::read(&json).unwrap())
    };
    let (first, again) = (write("a.xlsx"), write("a.xlsx"));
    assert!(first == again, "two runs differ");
    let audit: Audit = serde_json::from_slice(&first.1).unwrap();
    assert_eq!((audit.format, audit.verdict.totals_wrong), (1, 12));
    assert_eq!(codes(&audit).len(), 19);
    let workbook = crate::audit::read(&first.0).unwrap();
    let names: Vec<&str> = workbook
        .grids
        .iter()
        .map(|grid| grid.name.as_str())
        .collect();
    assert_eq!(names, ["Cấp tỉnh", "Cấp huyện", "Cảnh báo", "tonghop"]);
    let at = |sheet: usize, cell: &str| {
        let at = cell.parse().unwrap();
        workbook.grids[sheet]
            .get(at)
            .map(|cell| (cell.value.show(), cell.formula.clone()))
    };
    let formula =
        |result: &str, formula: &str| Some((result.to_string(), Some(formula.to_string())));
    assert_eq!(at(0, "L9"), formula("849.9", "SUM(D9:J9)"));
    assert_eq!(at(0, "M9"), formula("2.5", "ROUND(K9-L9,6)"));
}

#[test]
fn what_cannot_be_done_is_said_with_status_2() {
    let folder = tempfile::tempdir().unwrap();
    let foreign = folder.path().join("cua-toi.xlsx");
    std::fs::write(&foreign, "mine").unwrap();
    let cases: [(&[&str], &str); 5] = [
        (&["khong-co.xlsx"], "khong-co.xlsx: không đọc được tệp"),
        (&["README.md"], "README.md"),
        (&["Cargo.toml"], "Cargo.toml: không thấy bảng kết quả nào"),
        (
            &[SAMPLE, "--scheme", "khong-co.toml"],
            "khong-co.toml: không đọc được tệp",
        ),
        (
            &[SAMPLE, "-o", path(&foreign)],
            "không phải do tonghop tạo ra",
        ),
    ];
    for (arguments, said) in cases {
        let output = run(arguments);
        let err = String::from_utf8(output.stderr.clone()).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {err}");
        assert!(err.contains(said), "{arguments:?}: {err}");
    }
    assert_eq!(std::fs::read(&foreign).unwrap(), b"mine");
}

#[test]
fn a_damaged_file_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("hong.docx");
    let whole = std::fs::read("samples/decision-134.docx").unwrap();
    std::fs::write(&file, &whole[..whole.len() / 2]).unwrap();
    let output = run(&[path(&file)]);
    assert_eq!(output.status.code(), Some(2));
    let err = String::from_utf8(output.stderr).unwrap();
    assert!(
        err.starts_with("lỗi: ") && err.contains("hong.docx: "),
        "{err}"
    );
}

#[test]
fn the_workbook_of_an_audit_reads_as_people_read_it() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("a.xlsx");
    run(&["samples/decision-134.xlsx", "-o", path(&book)]);
    let workbook = crate::audit::read(&std::fs::read(&book).unwrap()).unwrap();
    let text = |sheet: usize, cell: &str| {
        let cell = workbook.grids[sheet].get(cell.parse().unwrap());
        cell.map(|cell| cell.value.show()).unwrap_or_default()
    };
    // The sheet that nobody sees comes after it.
    let last = workbook.grids.len() - 2;
    assert_eq!(
        (text(0, "A5"), text(0, "B5"), text(0, "K5")),
        (
            "Thứ hạng công bố".to_string(),
            "Thứ hạng tính lại".to_string(),
            "Tổng điểm công bố".to_string()
        )
    );
    assert_eq!(text(last, "G4"), "Cảnh báo");
    assert_eq!(text(last, "H4"), "Hướng xử lý");
    for row in 5..22 {
        for column in ["G", "H"] {
            let text = text(last, &format!("{column}{row}"));
            assert!(text.ends_with('.'), "{column}{row}: {text}");
            assert!(!text.starts_with(char::is_lowercase), "{text}");
            assert!(!text.contains("(lệch -"), "{text}");
        }
    }
}

/// A campaign whose headings are wrong is refused here as it is when it is consolidated.
#[test]
fn the_words_of_a_campaign_are_checked() {
    let folder = tempfile::tempdir().unwrap();
    let campaign = "name = \"Đợt\"\nyear = 2017\nscheme = \"kontum-2017\"\nregistry = \"kontum-2017\"\ninbox = \"phieu\"\n[columns]\ntotal = [\"Tổng\", \"tổng\"]\n";
    std::fs::write(folder.path().join("campaign.toml"), campaign).unwrap();
    let table = folder.path().join("bang.csv");
    std::fs::write(&table, Table::right().text()).unwrap();
    let output = run(&[path(&table)]);
    let text = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(output.status.code(), Some(2), "{text}");
    assert!(
        text.contains("campaign.toml:7:18: “tổng” ghi hai lần ở “total”"),
        "{text}"
    );
}
