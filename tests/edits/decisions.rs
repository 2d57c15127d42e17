//! The decision workbook beside a result: what somebody wrote in it stays, byte for byte, and what is asked anew goes into another.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use tonghop::input::decisions;
use tonghop::input::read::{ReadLimits, Reader};

use super::book::{Campaign, edit};
use crate::write::recalculation::convert;

const BOOK: &str = "dot-quyet-dinh.xlsx";
const SECOND: &str = "dot-quyet-dinh_2.xlsx";

/// The ids of the questions that a decision workbook asks.
fn asked(path: &Path) -> BTreeSet<String> {
    let reader = Reader::new(ReadLimits::default(), env!("CARGO_BIN_EXE_tonghop").into());
    let read = reader.read_any(&fs::read(path).unwrap()).unwrap();
    let asked = decisions::asked(&read.grids);
    asked.into_iter().map(|(id, _)| id).collect()
}

/// The total that a unit states, as somebody in the unit would type it.
fn state(campaign: &Campaign, unit: &str, cell: &str, total: &str) {
    let file = format!("dot/phieu-nop/{unit} 2016.xlsx");
    edit(&campaign.path(&file), |book| {
        book.text("Tổng hợp", cell, total);
    });
}

#[test]
fn what_somebody_decided_stays_and_what_is_new_goes_into_another() {
    let campaign = Campaign::new();
    let (book, second) = (campaign.path(BOOK), campaign.path(SECOND));
    let (text, _) = campaign.run(&["dot"]);
    assert!(
        text.contains("Tệp quyết định: dot-quyet-dinh.xlsx (2 câu hỏi)\n"),
        "{text}"
    );
    let written = fs::read(&book).unwrap();
    let stc = "tinh/STC|tổng|TH401";
    assert!(asked(&book).contains(stc), "{:?}", asked(&book));
    // Saved by another program, in which nobody wrote: replaced whole.
    edit(&book, |_| {});
    campaign.run(&["dot"]);
    assert!(fs::read(&book).unwrap() == written);

    edit(&book, |book| {
        book.text("Câu hỏi", "G5", "đơn vị giải trình");
        book.text("Câu hỏi", "K5", "Phòng CNTT");
    });
    let filled = fs::read(&book).unwrap();
    let (text, _) = campaign.run(&["dot"]);
    assert!(
        text.contains("(giữ nguyên; không có câu hỏi mới)\n"),
        "{text}"
    );
    assert_eq!(campaign.all_files(), [BOOK, "dot-tong-hop.xlsx"]);

    state(&campaign, "SNV", "D15", "776,6");
    let (text, _) = campaign.run(&["dot", "--lang", "en"]);
    assert!(
        text.contains("Decisions: dot-quyet-dinh_2.xlsx (1 new question)\n"),
        "{text}"
    );
    assert!(text.contains("somebody has written in it"), "{text}");
    assert_eq!(asked(&second), ["tinh/SNV|tổng|TH401".to_string()].into());
    // What it rests on is another: asked once more. Nobody has written in the second one.
    state(&campaign, "STC", "D16", "889,7");
    let (text, _) = campaign.run(&["dot"]);
    assert!(
        text.contains("Tệp quyết định: dot-quyet-dinh_2.xlsx (2 câu hỏi mới)\n"),
        "{text}"
    );
    assert!(asked(&second).contains(stc));
    assert!(fs::read(&book).unwrap() == filled);
    assert_eq!(campaign.all_files(), [BOOK, SECOND, "dot-tong-hop.xlsx"]);
    // Elsewhere nothing is asked twice either; and among the returns nobody would trust it.
    fs::create_dir(campaign.path("ra")).unwrap();
    campaign.run(&["dot", "-o", "ra/x.xlsx"]);
    assert_eq!(fs::read_dir(campaign.path("ra")).unwrap().count(), 1);
    let (text, _) = campaign.run(&["dot", "-o", "dot/phieu-nop/x.xlsx"]);
    assert!(text.contains("Không lập tệp quyết định"), "{text}");
}

#[test]
fn a_decision_workbook_is_no_return_and_no_result() {
    let campaign = Campaign::new();
    campaign.run(&["dot"]);
    let book = campaign.path(BOOK);
    for to in ["dot/phieu-nop/SNV quyết định.xlsx", "dot/quyết định.xlsx"] {
        fs::copy(&book, campaign.path(to)).unwrap();
    }
    let (text, _) = campaign.run(&["dot"]);
    assert_eq!(text.matches(" TH808").count(), 1, "{text}");
    for other in ["TH123", "../quyết định.xlsx", "Sở Nội vụ: "] {
        assert!(!text.contains(other), "{other}: {text}");
    }
    let before = fs::read(&book).unwrap();
    let (text, status) = campaign.run(&["dot", "-o", BOOK]);
    assert_eq!(status, Some(2), "{text}");
    assert!(fs::read(&book).unwrap() == before);
    // Nor does it take the place of a result that somebody gave its name.
    let result = fs::read(campaign.path("dot-tong-hop.xlsx")).unwrap();
    fs::write(&book, &result).unwrap();
    campaign.run(&["dot"]);
    assert!(fs::read(&book).unwrap() == result);
    assert_eq!(campaign.all_files(), [BOOK, SECOND, "dot-tong-hop.xlsx"]);
}

/// Opens, changes and saves with openpyxl, in place; `code` sees the workbook as `book`.
pub fn by_openpyxl(file: &Path, code: &str) {
    let script = format!(
        "import sys, openpyxl\nbook = openpyxl.load_workbook(sys.argv[1])\n{code}\nbook.save(sys.argv[1])\n"
    );
    let output = Command::new("python3")
        .args(["-W", "error", "-c", &script])
        .arg(file)
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
}

#[test]
#[ignore = "needs LibreOffice and openpyxl"]
fn other_programs_keep_what_a_decision_workbook_is() {
    let campaign = Campaign::new();
    campaign.run(&["dot"]);
    let book = campaign.path(BOOK);
    let written = fs::read(&book).unwrap();
    // A bare save is nobody's work.
    let saved = tempfile::tempdir().unwrap();
    convert(&book, "xlsx", saved.path());
    fs::copy(saved.path().join(BOOK), &book).unwrap();
    campaign.run(&["dot"]);
    assert!(fs::read(&book).unwrap() == written, "LibreOffice");
    by_openpyxl(&book, "");
    campaign.run(&["dot"]);
    assert!(fs::read(&book).unwrap() == written, "openpyxl");
    // Nothing is lost that openpyxl does not know, and sorted rows are the same questions.
    let questions = asked(&book);
    by_openpyxl(
        &book,
        "from openpyxl.comments import Comment\n\
         sheet = book['Câu hỏi']\n\
         assert len(sheet.data_validations.dataValidation) == 4\n\
         assert len(book['Thẩm định khác'].data_validations.dataValidation) == 4\n\
         one, other = ([cell.value for cell in sheet[row]] for row in (5, 6))\n\
         for row, values in ((5, other), (6, one)):\n\
         \tfor cell, value in zip(sheet[row], values):\n\
         \t\tcell.value = value\n\
         sheet['D5'].comment = Comment('xem lại', 'x')",
    );
    let sorted = fs::read(&book).unwrap();
    let (text, _) = campaign.run(&["dot"]);
    assert!(text.contains("không có câu hỏi mới"), "{text}");
    assert!(fs::read(&book).unwrap() == sorted);
    assert_eq!(asked(&book), questions);
    for kind in ["ods", "xls"] {
        convert(&book, kind, &campaign.path("dot/phieu-nop"));
        let file = campaign
            .path("dot/phieu-nop")
            .join(BOOK)
            .with_extension(kind);
        assert_eq!(asked(&file), questions, "{kind}");
    }
    let (text, _) = campaign.run(&["check", "dot", "--only", "TH808"]);
    assert_eq!(text.matches(" TH808").count(), 2, "{text}");
}
