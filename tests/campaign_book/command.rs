//! The campaign workbook at the command line: where it is followed, where not, and the way between workbook and text files.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;

fn sample() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/kontum-2017")
}

/// What a command prints on stdout, or on stderr where it fails.
fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let command = Command::cargo_bin("tonghop")
        .unwrap()
        .current_dir(folder)
        .args(arguments)
        .output();
    let output = command.unwrap();
    let text = if output.stdout.is_empty() {
        output.stderr
    } else {
        output.stdout
    };
    (output.status.code(), String::from_utf8(text).unwrap())
}

/// A folder with two returns of the sample, and its campaign as a workbook.
fn made() -> TempDir {
    let made = TempDir::new().unwrap();
    let returns = made.path().join("phiếu nộp");
    fs::create_dir(&returns).unwrap();
    let files = fs::read_dir(sample().join("phieu-nop"))
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = files
        .filter(|path| path.extension().is_some_and(|end| end == "xlsx"))
        .collect();
    files.sort();
    for file in files.iter().take(2) {
        fs::copy(file, returns.join(file.file_name().unwrap())).unwrap();
    }
    let campaign = sample();
    let (status, said) = run(
        made.path(),
        &[
            "scheme",
            "export",
            campaign.to_str().unwrap(),
            "-o",
            "dot.xlsx",
        ],
    );
    assert_eq!((status, said.as_str()), (Some(0), "Đã ghi: dot.xlsx\n"));
    made
}

#[test]
fn a_workbook_beside_a_plain_folder_is_followed_and_said() {
    let made = made();
    let plain = run(made.path(), &["check", "phiếu nộp"]).1;
    assert!(plain.starts_with("Không có campaign.toml:"), "{plain}");
    fs::copy(
        made.path().join("dot.xlsx"),
        made.path().join("phiếu nộp-dot-danh-gia.xlsx"),
    )
    .unwrap();
    let beside = run(made.path(), &["check", "phiếu nộp"]).1;
    let first = "Theo phiếu nộp-dot-danh-gia.xlsx: phiếu ở phiếu nộp, bộ tiêu chí kontum-2017";
    assert!(beside.starts_with(first), "{beside}");
    let named = run(
        made.path(),
        &["check", "phiếu nộp", "--campaign", "dot.xlsx"],
    )
    .1;
    assert!(named.starts_with("Theo dot.xlsx:"), "{named}");
    let rest = |text: &str, first: usize| {
        let lines = text.lines().skip(first);
        lines.map(str::to_string).collect::<Vec<_>>()
    };
    for by_book in [beside, named] {
        // The campaign's own folder of returns is another.
        assert!(
            by_book.contains("TH728 Thư mục phiếu: “phieu-nop”"),
            "{by_book}"
        );
        assert_eq!(rest(&by_book, 2), rest(&plain, 1));
    }
}

#[test]
fn a_workbook_at_the_top_of_a_campaign_folder_is_followed_and_one_among_returns_is_not() {
    let made = made();
    let top = made.path().join("dot");
    fs::create_dir(&top).unwrap();
    fs::rename(made.path().join("phiếu nộp"), top.join("phieu-nop")).unwrap();
    fs::copy(made.path().join("dot.xlsx"), top.join("dot-danh-gia.xlsx")).unwrap();
    let (_, said) = run(made.path(), &["check", "dot"]);
    let followed = Path::new("dot").join("dot-danh-gia.xlsx");
    assert!(
        said.starts_with(&format!("Theo {}: phiếu ở phieu-nop", followed.display())),
        "{said}"
    );
    let among = top.join("phieu-nop").join("dot-danh-gia.xlsx");
    fs::rename(top.join("dot-danh-gia.xlsx"), among).unwrap();
    let (_, said) = run(&top, &["check", "phieu-nop"]);
    assert!(said.starts_with("Không theo "), "{said}");
    assert!(said.contains("dot-danh-gia.xlsx: cảnh báo TH124"), "{said}");
}

#[test]
fn what_is_wrong_stops_a_run_and_names_the_cell() {
    let made = made();
    let documents = crate::campaign_book::built_in();
    let mut wrong = documents.clone();
    wrong.settings.remove("year");
    wrong.settings.insert("years".to_string(), 2017.into());
    let bytes =
        tonghop::output::xlsx::campaign::workbook(&wrong, tonghop::base::lang::Lang::Vi).unwrap();
    fs::write(made.path().join("sai.xlsx"), bytes).unwrap();
    let (status, said) = run(
        made.path(),
        &["check", "phiếu nộp", "--campaign", "sai.xlsx"],
    );
    assert_eq!(status, Some(2));
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 2, "{said}");
    assert!(
        lines[0].starts_with("lỗi: sai.xlsx: Đợt!B4: TH710 Năm đánh giá không được để trống; "),
        "{said}"
    );
    assert!(lines[1].starts_with("lỗi: sai.xlsx: Đợt!"), "{said}");
    let wanted = "TH719 không có mục “campaign.years”; gần giống: Năm đánh giá; ";
    assert!(lines[1].contains(wanted), "{said}");
}

#[test]
fn a_workbook_that_is_no_campaign_is_told_as_what_it_is() {
    let made = made();
    let returns = fs::read_dir(made.path().join("phiếu nộp")).unwrap();
    let form = returns.map(|entry| entry.unwrap().path()).min().unwrap();
    fs::copy(form, made.path().join("phiếu.xlsx")).unwrap();
    let sample = sample();
    let result = ["-o", "kết quả.xlsx"];
    run(
        made.path(),
        &[&[sample.to_str().unwrap()], &result[..]].concat(),
    );
    let other = "lỗi: phiếu.xlsx: không phải tệp đợt đánh giá mà là một bảng tính khác, ví dụ phiếu của đơn vị. \
        Để có tệp đợt đánh giá suy ra từ các phiếu: tonghop new THƯ-MỤC-PHIẾU\n";
    let own = "lỗi: kết quả.xlsx: không phải tệp đợt đánh giá mà là kết quả do chương trình ghi ra; \
        tệp đợt đánh giá có tên kết thúc bằng -dot-danh-gia.xlsx\n";
    for (file, wanted) in [("phiếu.xlsx", other), ("kết quả.xlsx", own)] {
        for command in [
            &["scheme", "check", file][..],
            &["scheme", "import", file, "-o", "chữ"],
            &["check", "phiếu nộp", "--campaign", file],
        ] {
            let (status, said) = run(made.path(), command);
            assert_eq!((status, said.as_str()), (Some(2), wanted), "{command:?}");
        }
    }
}

#[test]
fn a_campaign_goes_into_a_workbook_and_back_and_nothing_is_written_over() {
    let made = made();
    let (status, said) = run(made.path(), &["scheme", "import", "dot.xlsx", "-o", "toml"]);
    assert_eq!(status, Some(0), "{said}");
    assert_eq!(said.lines().count(), 3);
    for name in ["campaign.toml", "scheme.toml", "units.csv"] {
        assert!(made.path().join("toml").join(name).is_file(), "{name}");
    }
    let (status, said) = run(made.path(), &["scheme", "import", "dot.xlsx", "-o", "toml"]);
    assert_eq!(status, Some(2), "{said}");
    let before = fs::read(made.path().join("dot.xlsx")).unwrap();
    let (status, said) = run(
        made.path(),
        &["scheme", "export", "kontum-2017", "-o", "dot.xlsx"],
    );
    assert_eq!(status, Some(2), "{said}");
    assert_eq!(fs::read(made.path().join("dot.xlsx")).unwrap(), before);
    let (status, said) = run(
        made.path(),
        &["scheme", "export", "toml/campaign.toml", "-o", "again.xlsx"],
    );
    assert_eq!(status, Some(0), "{said}");
    assert_eq!(fs::read(made.path().join("again.xlsx")).unwrap(), before);
    // The folder says the same, also before any form is in it.
    let folder = ["scheme", "export", "toml", "-o", "of-folder.xlsx"];
    let (status, said) = run(made.path(), &folder);
    assert_eq!(status, Some(0), "{said}");
    assert_eq!(
        fs::read(made.path().join("of-folder.xlsx")).unwrap(),
        before
    );
    fs::rename(
        made.path().join("phiếu nộp"),
        made.path().join("toml/phieu-nop"),
    )
    .unwrap();
    let (_, said) = run(made.path(), &["check", "toml"]);
    assert!(said.starts_with("Theo "), "{said}");
}
