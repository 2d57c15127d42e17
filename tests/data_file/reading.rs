//! Data files read again: the comparison is the same, and what is wrong with one is said.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::files::{listed, run};

const THEN: &str = "samples/kontum-2016-tong-hop.xlsx";
/// A table of the other year, which is read at once.
const TABLE: &str = "samples/kontum-2016/ket-qua-cong-bo-2016.csv";
const LIST: &str = "Kết quả-du-lieu.csv";

/// What a comparison prints, and how it ends.
fn diff(before: &Path, now: &Path) -> (String, Option<i32>) {
    let output = Command::new(env!("CARGO_BIN_EXE_tonghop"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .arg("diff")
        .args([before, now])
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    (String::from_utf8(said).unwrap(), output.status.code())
}

/// Without the lines that name the sides.
fn body(text: &str) -> Vec<&str> {
    let lines = text.lines();
    lines
        .filter(|line| !line.contains("Kết quả") && !line.contains("kontum-2017"))
        .collect()
}

#[test]
fn a_comparison_is_the_same_by_workbook_list_and_folder() {
    let folder = tempfile::tempdir().unwrap();
    let workbook = listed(folder.path());
    let list = folder.path().join(LIST);
    let (by_folder, status) = diff(Path::new(THEN), Path::new("samples/kontum-2017"));
    assert_eq!(status, Some(0), "{by_folder}");
    for now in [&workbook, &list] {
        let (text, status) = diff(Path::new(THEN), now);
        assert_eq!(status, Some(0), "{text}");
        assert!(!text.contains("TH50"), "{text}");
        assert_eq!(body(&text), body(&by_folder));
    }
    let (same, _) = diff(&workbook, &list);
    assert!(
        !same.contains("TH508") && same.contains("Không có gì khác nhau"),
        "{same}"
    );
    let next = folder.path().join("sau.xlsx");
    let said = run(&[
        "samples/kontum-2017",
        "--previous",
        list.to_str().unwrap(),
        "-o",
        next.to_str().unwrap(),
    ]);
    // The same points and figures as in the list, to the last one.
    assert!(said.contains("TH509") && !said.contains("TH508"), "{said}");
}

#[test]
fn a_list_that_is_not_the_one_written_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let workbook = listed(folder.path());
    let list = folder.path().join(LIST);
    let whole = fs::read_to_string(&list).unwrap();
    let now = Path::new(TABLE);
    let told = |text: &str, status: Option<i32>| (text.contains("TH508"), status);

    // A criterion that counts for one point more.
    let row = whole.lines().find(|line| line.contains(",explanation,"));
    let row = row.unwrap();
    let changed = whole.replacen(
        row,
        &row.replace(
            ",explanation,,,Giải trình,,,",
            ",explanation,,,Giải trình,,,x",
        ),
        1,
    );
    assert_ne!(changed, whole);
    fs::write(&list, &changed).unwrap();
    for before in [&workbook, &list] {
        let (text, status) = diff(before, now);
        assert_eq!(told(&text, status), (true, Some(0)), "{text}");
        assert!(text.contains(LIST) && text.contains("đã bị sửa"), "{text}");
    }

    // Of another run.
    let other = tempfile::tempdir().unwrap();
    let name = other.path().join("Kết quả.xlsx");
    run(&[
        "samples/kontum-2016",
        "--data",
        "csv",
        "-o",
        name.to_str().unwrap(),
    ]);
    fs::copy(other.path().join(LIST), &list).unwrap();
    let (text, status) = diff(&workbook, now);
    assert_eq!(told(&text, status), (true, Some(0)), "{text}");
    assert!(text.contains("lần chạy khác"), "{text}");

    // Gone, or somebody else's: no comparison without a word.
    fs::write(&list, "đơn vị;điểm\n").unwrap();
    let (text, status) = diff(&workbook, now);
    assert_eq!(status, Some(2), "{text}");
    assert!(text.contains("không phải do tonghop ghi"), "{text}");
    fs::remove_file(&list).unwrap();
    let (text, status) = diff(&workbook, now);
    assert_eq!(status, Some(2), "{text}");
    assert!(
        text.contains(LIST) && text.contains("không có ở cạnh"),
        "{text}"
    );
}

#[test]
fn hostile_lists_end_with_a_word() {
    let folder = tempfile::tempdir().unwrap();
    listed(folder.path());
    let list = folder.path().join(LIST);
    let whole = fs::read(&list).unwrap();
    let head = whole.split(|byte| *byte == b'\n').next().unwrap();
    let head = String::from_utf8(head.to_vec()).unwrap();
    let number = "9".repeat(5_000);
    let text = |text: &str| [head.as_bytes(), b"\n", text.as_bytes()].concat();
    let cases = [
        whole[..whole.len() / 2].to_vec(),
        whole[..=head.len()].to_vec(),
        text("1,a,2017"),
        text(&",".repeat(100_000)),
        text(&format!("1{},\"", ",x".repeat(23))),
        text(&format!("1,a,2017,,,,,,,total,,,,{number},,,,,,,,,,,")),
        text(&format!("2,a,2017{}", ",".repeat(22))),
        [&whole[..=head.len()], &[0xff, 0xfe, 0, 0, b'\n'][..]].concat(),
        [
            b"PAR1".to_vec(),
            vec![7; 64],
            b"\xff\xff\xff\x7fPAR1".to_vec(),
        ]
        .concat(),
    ];
    for (at, bytes) in cases.iter().enumerate() {
        fs::write(&list, bytes).unwrap();
        let (said, status) = diff(&list, Path::new(TABLE));
        assert_eq!(status, Some(2), "{at}: {said}");
        assert!(!said.contains("panicked"), "{at}: {said}");
    }
}

#[test]
fn what_does_not_fit_in_a_changed_list_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let workbook = listed(folder.path());
    let list = folder.path().join(LIST);
    let whole = fs::read_to_string(&list).unwrap();
    let changed = whole.replacen(",total,,,Tổng điểm,849.9,", ",total,,,Tổng điểm,859.9,", 1);
    assert_ne!(changed, whole);
    fs::write(&list, &changed).unwrap();
    for now in [&workbook, &list] {
        let (text, status) = diff(Path::new(TABLE), now);
        assert_eq!(status, Some(0), "{text}");
        assert!(text.contains("TH508"), "{text}");
        let told = text.lines().find(|line| line.contains("TH506"));
        assert!(
            told.is_some_and(|line| line.contains("859,9") && line.contains("849,9")),
            "{text}"
        );
    }
}

#[test]
fn what_is_wrong_with_a_list_is_said_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let workbook = listed(folder.path());
    let list = folder.path().join(LIST);
    let whole = fs::read_to_string(&list).unwrap();
    let row = whole.lines().position(|line| line.contains(",849.9,"));
    let line = format!("dòng {}", row.unwrap() + 1);
    let second = whole.lines().nth(1).unwrap();
    let half: String = whole.split_inclusive('\n').take(2_000).collect();
    let cases: [(String, &[&str]); 5] = [
        (
            whole.replacen(",849.9,", ",\"849,9\",", 1),
            &[&line, "“value”"],
        ),
        (
            whole.replacen("value_exact", "gia_tri", 1),
            &["“value_exact”"],
        ),
        (
            whole.replacen(second, &second.replacen('1', "2", 1), 1),
            &["lược đồ “2”"],
        ),
        (
            whole.replacen(second, &format!("{second},"), 1),
            &["số cột"],
        ),
        (half, &["1999 dòng"]),
    ];
    for (text, words) in cases {
        assert_ne!(text, whole);
        fs::write(&list, &text).unwrap();
        for now in [&workbook, &list] {
            let (said, status) = diff(Path::new(TABLE), now);
            assert_eq!(status, Some(2), "{said}");
            // The file that is wrong is named, not the workbook beside it.
            assert!(said.contains(LIST), "{said}");
            for word in words {
                assert!(said.contains(word), "{word}: {said}");
            }
            assert!(!said.contains("đề nghị đơn vị"), "{said}");
        }
    }
}

#[test]
fn a_list_may_be_many_times_as_large_as_a_return() {
    let folder = tempfile::tempdir().unwrap();
    listed(folder.path());
    let list = folder.path().join(LIST);
    let large = fs::metadata(&list).unwrap().len();
    let with = |bytes: u64| {
        let output = Command::new(env!("CARGO_BIN_EXE_tonghop"))
            .arg("diff")
            .args([&list, &list])
            .args(["--limit", &format!("file-bytes={bytes}")])
            .output()
            .unwrap();
        let said = [output.stdout, output.stderr].concat();
        (String::from_utf8(said).unwrap(), output.status.code())
    };
    let (said, status) = with(large / 60);
    assert_eq!(status, Some(0), "{said}");
    let (said, status) = with(large / 65);
    assert!(
        status == Some(2) && said.contains("vượt giới hạn đọc"),
        "{said}"
    );
}
