//! The same with other programs: `LibreOffice` and openpyxl save a result, and a person's edit survives that too.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::book::{Campaign, cell_of, edit};
use crate::write::recalculation::convert;

const RESULT: &str = "dot-tong-hop.xlsx";

/// Opens and saves with `LibreOffice`, in place.
fn saved_by_libreoffice(file: &Path) {
    let out = tempfile::tempdir().unwrap();
    convert(file, "xlsx", out.path());
    fs::copy(out.path().join(file.file_name().unwrap()), file).unwrap();
}

/// Opens, perhaps changes and saves with openpyxl, in place; `code` sees the workbook as `book`.
fn saved_by_openpyxl(file: &Path, code: &str) {
    let script = format!(
        "import sys, openpyxl\nbook = openpyxl.load_workbook(sys.argv[1])\n{code}\nbook.save(sys.argv[1])\n"
    );
    let output = Command::new("python3")
        .arg("-c")
        .arg(script)
        .arg(file)
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
}

#[test]
#[ignore = "needs LibreOffice and openpyxl"]
fn a_bare_save_by_another_program_is_no_edit() {
    let campaign = Campaign::new();
    let samples = concat!(env!("CARGO_MANIFEST_DIR"), "/samples/");
    let result = campaign.path(RESULT);
    for (sample, lang) in [("kontum-2016", "en"), ("kontum-2017-spoiled", "vi")] {
        let sample = format!("{samples}{sample}");
        let run = || {
            let then = format!("{samples}kontum-2016-tong-hop.xlsx");
            campaign
                .run(&[&sample, "-o", RESULT, "--lang", lang, "--previous", &then])
                .0
        };
        run();
        let written = fs::read(&result).unwrap();
        saved_by_libreoffice(&result);
        let (text, _) = campaign.run(&["diff", RESULT, RESULT]);
        assert!(!text.contains("TH50"), "{text}");
        let text = run();
        assert!(fs::read(&result).unwrap() == written, "{text}");
        saved_by_openpyxl(&result, "");
        let (text, _) = campaign.run(&["diff", RESULT, RESULT]);
        assert!(!text.contains("TH50"), "{text}");
        let text = run();
        assert!(fs::read(&result).unwrap() == written, "{text}");
        saved_by_openpyxl(&result, "");
        saved_by_libreoffice(&result);
        let text = run();
        assert!(fs::read(&result).unwrap() == written, "{text}");
    }
    assert_eq!(campaign.files(), [RESULT]);
}

#[test]
#[ignore = "needs LibreOffice and openpyxl"]
fn an_edit_by_another_program_is_still_there() {
    let campaign = Campaign::consolidated(&["xlsx"]);
    let result = campaign.path(RESULT);
    let total = cell_of(&result, "Cấp tỉnh", "Sở Giao thông, Vận tải", "Tổng điểm");
    saved_by_openpyxl(
        &result,
        &format!(
            "from openpyxl.comments import Comment\n\
             sheet = book['Cấp tỉnh']\n\
             sheet['{total}'] = 1708\n\
             sheet['A1'].comment = Comment('xem lại', 'x')\n"
        ),
    );
    let edited = fs::read(&result).unwrap();
    let (text, _) = campaign.run(&["dot"]);
    for line in [
        &format!("Cấp tỉnh!{total}: trước là 852,8, nay là 1708\n"),
        "Cấp tỉnh!A1: ",
        "ghi chú “xem lại”",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
    assert!(fs::read(&result).unwrap() == edited);
    // Saved once more by LibreOffice, which calculates, it is the same edit, and the list still has the old number.
    saved_by_libreoffice(&result);
    let (text, _) = campaign.run(&["dot"]);
    let line = format!("Cấp tỉnh!{total}: trước là 852,8, nay là 1708\n");
    assert!(text.contains(&line), "{text}");
    assert_eq!(campaign.files(), [RESULT, "dot-tong-hop_2.xlsx"]);
}

#[test]
#[ignore = "needs LibreOffice"]
fn a_converted_result_among_the_returns_is_known() {
    let campaign = Campaign::consolidated(&["xlsx"]);
    campaign.run(&[
        "diff",
        "dot-tong-hop.xlsx",
        "dot/ket-qua-cong-bo-2016.csv",
        "-o",
        "diff.xlsx",
    ]);
    let inbox = campaign.path("dot/phieu-nop");
    for (file, kind) in [
        (RESULT, "ods"),
        (RESULT, "xls"),
        (RESULT, "xlsx"),
        ("diff.xlsx", "ods"),
        ("diff.xlsx", "xls"),
    ] {
        convert(&campaign.path(file), kind, &inbox);
    }
    let (text, _) = campaign.run(&["dot", "-o", "x.xlsx"]);
    assert!(text.contains("6 bỏ qua"), "{text}");
    let (text, _) = campaign.run(&["check", "dot", "--only", "TH123"]);
    assert_eq!(text.matches(" TH123").count(), 5, "{text}");
}

#[test]
fn the_tools_for_edits_change_what_they_say() {
    let campaign = Campaign::consolidated(&["xlsx"]);
    let result = campaign.path(RESULT);
    let total = cell_of(&result, "Cấp tỉnh", "Sở Giao thông, Vận tải", "Tổng điểm");
    edit(&result, |book| book.number("Cấp tỉnh", &total, "1708"));
    let mut book = calamine::open_workbook_auto(&result).unwrap();
    let range = calamine::Reader::worksheet_range(&mut book, "Cấp tỉnh").unwrap();
    let changed = range.used_cells().filter(|(_, _, cell)| **cell == 1708.0);
    assert_eq!(changed.count(), 1);
}
