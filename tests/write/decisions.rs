//! The decision workbook: what a person sees and can choose, and that it stays what it is in the hands of other programs.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use calamine::Reader;
use tonghop::base::cell::CellAddress;
use tonghop::base::finding::Fact;
use tonghop::base::lang::Lang;
use tonghop::base::origin::Origin;
use tonghop::campaign::decisions::columns::{
    FREE, FREE_COLUMNS, LISTS, QUESTION_COLUMNS, QUESTIONS,
};
use tonghop::campaign::decisions::{
    DecisionGround, DecisionKind, DecisionStatus, DecisionSubject, QuestionId, STATUSES,
};
use tonghop::output::xlsx::{self, decisions};
use tonghop::result::report::{DecisionRow, Question, Report, ValueSource};

use super::fixture::{points, unit_id};
use super::small;
use crate::edits::book::Parts;

/// Questions about the small report: a total, a score that cannot be read, whose a file is.
fn questions() -> Vec<Question> {
    use DecisionKind::{Appraise, AskUnit, KeepClaim, OfUnit, TakeComputed, Zero};
    let question =
        |unit: Option<&str>, subject, code: &str, finding, kinds: &[DecisionKind]| Question {
            id: QuestionId {
                unit: unit.map(|code| unit_id("tinh", code)),
                subject,
                code: code.to_string(),
            },
            ground: DecisionGround {
                hash: format!("{finding:016x}"),
                words: "điểm tự chấm 13,5; giải trình “=1+1”".to_string(),
            },
            finding,
            kinds: kinds.to_vec(),
            counted: (finding == 0).then(|| points("849.9")),
            computed: None,
            range: (finding == 1).then(|| (points("0"), points("200").into())),
        };
    vec![
        question(
            Some("A"),
            DecisionSubject::Total,
            "TH401",
            0,
            &[TakeComputed, Appraise, AskUnit],
        ),
        question(
            Some("C"),
            DecisionSubject::Criterion("1.2".into()),
            "TH302",
            1,
            &[KeepClaim, Appraise, Zero, AskUnit],
        ),
        question(
            None,
            DecisionSubject::File("la.xlsx".to_string()),
            "TH103",
            2,
            &[OfUnit],
        ),
    ]
}

fn written(report: &Report, questions: &[Question]) -> (tempfile::TempDir, PathBuf) {
    let program = Path::new(env!("CARGO_BIN_EXE_tonghop"));
    let made = decisions::workbook(report, questions, program).unwrap();
    assert!(made.is_sealed);
    let again = decisions::workbook(report, questions, program).unwrap();
    assert!(made == again, "the same questions, other bytes");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dot-quyet-dinh.xlsx");
    fs::write(&path, made.bytes).unwrap();
    (folder, path)
}

/// The texts of a sheet's cells by their addresses; numbers as they are.
fn cells(path: &Path, sheet: &str) -> BTreeMap<String, String> {
    let mut book = calamine::open_workbook_auto(path).unwrap();
    let range = book.worksheet_range(sheet).unwrap();
    let (top, left) = range.start().unwrap();
    let address = |row: usize, column: usize| {
        CellAddress::new(top + row as u32, left + column as u32).to_string()
    };
    range
        .used_cells()
        .map(|(row, column, data)| (address(row, column), data.to_string()))
        .collect()
}

#[test]
fn questions_stand_below_the_headings_that_the_reader_knows() {
    let (_folder, path) = written(&small::report(), &questions());
    let found = cells(&path, QUESTIONS);
    for (column, id) in QUESTION_COLUMNS.iter().enumerate() {
        let at = CellAddress::new(3, column as u32).to_string();
        assert_eq!(found[&at], id.heading().vi);
    }
    for (at, text) in [
        ("A5", "Sở Khoa học và Công nghệ"),
        ("B5", "Tổng điểm"),
        ("C5", "Tổng hợp 'chung'!D7"),
        (
            "D5",
            "TH401: Đơn vị ghi tổng 852,4, cộng lại là 849,9 (lệch 2,5). (tệp 01 A 100%.xlsx)",
        ),
        ("E5", "849.9"),
        (
            "F5",
            "Tổng điểm từ 849,9 đến 852,4\nXếp loại đang là Khá, có thể là Tốt",
        ),
        ("M5", "điểm tự chấm 13,5; giải trình “=1+1”"),
        ("N5", "tinh/A|tổng|TH401"),
        ("O5", "0000000000000000"),
        ("N6", "tinh/C|tiêu chí 1.2|TH302"),
        ("B7", "la.xlsx"),
    ] {
        assert_eq!(found[at], text, "{at}");
    }
    assert!(
        found["F6"].starts_with("Tối đa 200 điểm\n"),
        "{}",
        found["F6"]
    );
    // Nothing counts there, which is no 0; and nothing is decided yet.
    for at in ["E6", "G5", "H5", "I5", "J5", "K5", "L5"] {
        assert!(found.get(at).is_none_or(String::is_empty), "{at}");
    }
    let mut parts = Parts::open(&path);
    let sheet = parts.sheet(QUESTIONS);
    for wanted in [
        "<autoFilter ref=\"A4:O7\"/>",
        "<pane xSplit=\"2\" ySplit=\"4\"",
        "orientation=\"landscape\"",
        "min=\"14\" max=\"15\"",
    ] {
        assert!(sheet.contains(wanted), "{wanted}");
    }
    for (name, text) in &parts.0 {
        // A rule of a later Excel is what openpyxl drops; a protected sheet cannot be sorted.
        for refused in ["x14:", "<sheetProtection"] {
            assert!(!text.contains(refused), "{name}: {refused}");
        }
    }
}

#[test]
fn what_can_be_chosen_hangs_on_the_question_and_not_on_its_row() {
    let (_folder, path) = written(&small::report(), &questions());
    let mut parts = Parts::open(&path);
    let sheet = parts.sheet(QUESTIONS);
    let rules = sheet.split_once("<dataValidations").unwrap().1;
    assert!(rules.contains("sqref=\"G5:G7\"") && rules.contains("MATCH($N5,QD_CauHoi,0)"));
    assert!(!rules.contains("QD_CauHoi!"), "{rules}");
    let found = cells(&path, LISTS);
    let row = |row: u32| -> Vec<String> {
        let of = |column: u32| found.get(&CellAddress::new(row, column).to_string());
        (8..24).map_while(of).cloned().collect()
    };
    // Id, the fewest and the most points, where targets begin (down, right) and how many, how many verdicts, and they.
    assert_eq!(
        row(1).join(" "),
        "tinh/A|tổng|TH401 -20 400 0 6 4 3 lấy điểm tính lại điểm thẩm định đơn vị giải trình"
    );
    assert_eq!(
        row(2).join(" "),
        "tinh/C|tiêu chí 1.2|TH302 0 200 0 32 1 4 giữ điểm đơn vị điểm thẩm định 0 điểm đơn vị giải trình"
    );
    assert_eq!(
        row(3).join(" "),
        "|tệp la.xlsx|TH103 -10000 10000 0 33 7 1 tệp của đơn vị"
    );
}

#[test]
fn the_free_sheet_shows_what_is_claimed() {
    let mut report = small::report();
    let blank = &mut report.levels[0].rows[0];
    let unit = blank.name.clone();
    for (id, text) in [("1.1", "365,8"), ("1.2", "mười ba"), ("2.1", " ")] {
        blank.sources.insert(id.into(), source(text));
    }
    let (_folder, path) = written(&report, &[]);
    let found = cells(&path, LISTS);
    let row = found
        .iter()
        .find(|(at, text)| at.starts_with('A') && **text == unit);
    let row: u32 = row.unwrap().0[1..].parse().unwrap();
    let claims: Vec<&str> = ["AA", "AB", "AC"]
        .iter()
        .map(|column| found[&format!("{column}{row}")].as_str())
        .collect();
    assert_eq!(claims, ["365.8", "mười ba", "(để trống)"]);
    let missing = found
        .iter()
        .find(|(_, text)| *text == "Sở Nông nghiệp")
        .unwrap();
    assert_eq!(found[&format!("AA{}", &missing.0[1..])], "(không có phiếu)");
    // Figures stand below criteria, with what the form says of each.
    let figure = found
        .iter()
        .find(|(at, text)| at.starts_with('C') && text.contains(" – "));
    assert!(figure.unwrap().1.starts_with("1.1 – "), "{figure:?}");
    assert_eq!(found[&format!("AE{row}")], "x");
    let mut parts = Parts::open(&path);
    assert!(
        parts
            .sheet(QUESTIONS)
            .contains("<autoFilter ref=\"A4:O4\"/>")
    );
    let free = parts.sheet(FREE);
    assert!(free.matches("QD_TuCham").count() >= 60);
    assert!(
        free.contains("IFERROR(INDEX(QD_TuCham,MATCH($A5,QD_DonVi,0),MATCH($B5,QD_TieuChi,0)),")
    );
    for (column, id) in FREE_COLUMNS.iter().enumerate() {
        let at = CellAddress::new(3, column as u32).to_string();
        assert_eq!(cells(&path, FREE)[&at], id.heading().vi);
    }
}

/// The place and the text of a claim.
fn source(text: &str) -> ValueSource {
    ValueSource {
        origin: Origin::Cell {
            sheet: "1".into(),
            cell: CellAddress::default(),
        },
        text: text.into(),
        evidence: None,
        explanation: None,
        steps: Box::default(),
        row: None,
        appraised: None,
    }
}

/// A row of each status.
fn decided() -> Vec<DecisionRow> {
    let row = |(number, status): (usize, DecisionStatus)| DecisionRow {
        question: Some(questions().swap_remove(0).id),
        name: "Sở Khoa học và Công nghệ".to_string(),
        about: "Tổng điểm".to_string(),
        kind: (number > 0).then_some(DecisionKind::Appraise),
        target: None,
        reason: "=biên bản số 3".to_string(),
        by: "Trưởng phòng".to_string(),
        on: "2018-03-05".parse().ok(),
        origin: Origin::book(
            "dot-quyet-dinh.xlsx".into(),
            QUESTIONS.into(),
            CellAddress::new(4 + number as u32, 6),
        ),
        file: "../dot-quyet-dinh.xlsx".to_string(),
        status,
        because: (number > 0).then(|| Fact::Said("phiếu đã khác".to_string(), String::new())),
        criterion: None,
        figure: None,
        before: Some(points("13.5")),
        after: (number == 0).then(|| points("8.5")),
        ground_then: "đơn vị ghi 852,4".to_string(),
        ground_now: "đơn vị ghi 860".to_string(),
    };
    STATUSES.into_iter().enumerate().map(row).collect()
}

#[test]
fn the_result_tells_what_became_of_every_decision() {
    let none = xlsx::workbook(&small::report(), Lang::Vi).unwrap();
    let report = Report {
        decisions: decided(),
        ..small::report()
    };
    let made = xlsx::workbook(&report, Lang::Vi).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.xlsx");
    fs::write(&path, none).unwrap();
    let book = calamine::open_workbook_auto(&path).unwrap();
    assert!(!book.sheet_names().contains(&"Quyết định".to_string()));
    fs::write(&path, made).unwrap();
    let found = cells(&path, "Quyết định");
    assert_eq!(
        found["A3"],
        "5 dòng có quyết định: 1 đã áp dụng, 1 cần xem lại, 1 không còn cần, 1 mâu thuẫn, 1 ghi chưa đúng."
    );
    let row: Vec<&str> = "ABCDEFGHIJKLMN"
        .chars()
        .map(|column| found.get(&format!("{column}7")).map_or("", String::as_str))
        .collect();
    assert_eq!(
        row,
        [
            "2",
            "Cần xem lại",
            "Sở Khoa học và Công nghệ",
            "Tổng điểm",
            "điểm thẩm định",
            "13.5",
            "",
            "=biên bản số 3",
            "Trưởng phòng",
            "43164",
            "Câu hỏi!G6",
            "Phiếu đã khác.",
            "đơn vị ghi 852,4",
            "đơn vị ghi 860"
        ]
    );
    assert_eq!(
        (
            found["G6"].as_str(),
            found.get("E6").map_or("", String::as_str)
        ),
        ("8.5", "")
    );
    let parts = Parts::open(&path);
    let mut links = parts
        .0
        .iter()
        .filter(|(name, _)| name.contains("worksheets/_rels/"));
    assert!(links.any(|(_, text)| text.contains("../dot-quyet-dinh.xlsx")));
    let overview = cells(&path, "Tổng quan");
    assert!(overview.values().any(|text| text == "Quyết định"));
}
