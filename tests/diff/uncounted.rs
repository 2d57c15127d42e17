//! Files that were received and do not count: every form of a result says so where it is compared.

use std::path::Path;

use tonghop::base::finding::Place;
use tonghop::base::lang::Lang;
use tonghop::result::diff;

use crate::diff::command::{path, tonghop};
use crate::diff::made::Made;
use crate::readme::copy;

/// The lines of a finding in what a comparison says.
fn told(side: &str, other: &str) -> Vec<String> {
    let output = tonghop(&["diff", side, other]);
    let text = String::from_utf8(output.stdout).unwrap();
    let lines = text.lines().filter(|line| line.contains("TH516"));
    lines.map(|line| line.trim().to_string()).collect()
}

#[test]
fn a_written_result_says_it_as_its_folder_does() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/kontum-2017");
    let folder = tempfile::tempdir().unwrap();
    let campaign = folder.path().join("dot");
    let forms = campaign.join("phieu-nop");
    copy(&root, &campaign);
    let run = |name: &str| {
        let [book, json] = ["xlsx", "json"].map(|kind| path(&folder, &format!("{name}.{kind}")));
        let campaign = campaign.to_string_lossy();
        let output = tonghop(&[&campaign, "-o", &book, "--json", "--data", "csv"]);
        assert!(output.status.code() < Some(2), "{output:?}");
        let list = path(&folder, &format!("{name}-du-lieu.csv"));
        [campaign.into_owned(), book, json, list]
    };
    let last = &root.to_string_lossy();
    for side in run("du") {
        assert_eq!(told(&side, last), [""; 0], "all files of {side} count");
    }
    std::fs::write(forms.join("Sở Nội vụ (2).xlsx"), "hỏng").unwrap();
    for side in run("thieu") {
        let name = Path::new(&side).file_name().unwrap().to_string_lossy();
        let expected = format!(
            "{name}: cảnh báo TH516: 1 tệp ở đây chưa được tính: Sở Nội vụ (2).xlsx (tệp không phải bảng tính)"
        );
        assert_eq!(told(&side, last), [expected]);
    }
}

/// A result of an earlier version tells files of its units alone.
#[test]
fn files_of_units_are_told_where_a_result_knows_no_others() {
    let mut made = Made::new(2017, &[("1.1", "Một", 60)], &["tinh"]);
    made.missing("tinh/SNV", "Sở Nội vụ");
    let told = |made: &Made| {
        let side = diff::side_of_rows(&made.rows);
        let finding = diff::not_counted(&side, Place::default());
        finding.map(|one| one.message(Lang::Vi))
    };
    assert_eq!(told(&made), None);
    let row = made.rows.last_mut().unwrap();
    row.file = "So Noi vu.xlsx; SNV 2.xlsx".into();
    row.status = "không đọc được".into();
    let expected = "2 tệp ở đây chưa được tính: So Noi vu.xlsx; SNV 2.xlsx";
    assert_eq!(told(&made).as_deref(), Some(expected));
}
