//! From a folder of forms that nobody knows to a result, with nothing typed but the folder and nothing corrected but a workbook.
#![allow(clippy::print_stdout)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;
use tonghop::app::pipeline::Plan;
use tonghop::campaign::documents::Documents;
use tonghop::result::report::Report;

use crate::edits::book::Parts;
use crate::forms::{differences, findings, meant, names, word};

/// The returned workbooks of a campaign, alone in a folder.
struct Round {
    _around: TempDir,
    folder: PathBuf,
}

/// What is written into a cell of the campaign workbook: the sheet, a text of the row, the heading of the column, the content.
type Correction = (&'static str, &'static str, &'static str, &'static str);

impl Round {
    /// The forms as they were returned, but as Word documents where a unit sent one.
    fn of(campaign: &str, is_word: fn(usize) -> bool) -> Round {
        let around = tempfile::tempdir().unwrap();
        let folder = around.path().join("phieu");
        fs::create_dir(&folder).unwrap();
        let forms = Path::new("tests/forms").join(campaign).join("phieu-nop");
        let files = fs::read_dir(forms).unwrap();
        let mut files: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
        files.sort();
        for (index, file) in files.iter().enumerate() {
            let to = folder.join(file.file_name().unwrap());
            if is_word(index) {
                fs::write(to.with_extension("docx"), word::of_workbook(file)).unwrap();
            } else {
                fs::copy(file, to).unwrap();
            }
        }
        Round {
            _around: around,
            folder,
        }
    }

    /// `tonghop FOLDER`.
    fn run(&self) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tonghop"));
        let output = command.arg(&self.folder).output().unwrap();
        assert!(output.status.code().is_some_and(|code| code < 2));
        String::from_utf8(output.stdout).unwrap()
    }

    fn book(&self) -> PathBuf {
        self.folder.with_file_name("phieu-dot-danh-gia.xlsx")
    }

    /// What a run on the folder comes to.
    fn report(&self) -> Report {
        let plan = Plan::new(&self.folder).unwrap();
        assert_eq!(plan.notes, []);
        let inbox = plan.list().unwrap();
        let program = Path::new(env!("CARGO_BIN_EXE_tonghop"));
        let limits = tonghop::input::read::ReadLimits::default();
        plan.report(&inbox, limits, program, "phieu".to_string(), &|| {})
    }

    fn documents(&self) -> Documents {
        let program = Path::new(env!("CARGO_BIN_EXE_tonghop"));
        tonghop::app::pipeline::workbook::read(&self.book(), program)
            .unwrap()
            .documents
    }

    fn correct(&self, all: &[Correction]) {
        assert!(all.len() <= 10);
        let mut parts = Parts::open(&self.book());
        for (sheet, row, heading, content) in all {
            let at = crate::edits::book::cell_of(&self.book(), sheet, row, heading);
            parts.text(sheet, &at, content);
        }
        parts.save(&self.book());
    }

    /// Pastes rows below those of the sheet of units.
    fn paste(&self, rows: &[[&str; 4]]) {
        let mut parts = Parts::open(&self.book());
        let sheet = parts.sheet("Đơn vị");
        let mut pasted = String::new();
        for (number, row) in (500..).zip(rows) {
            pasted.push_str(&format!("<row r=\"{number}\">"));
            for (column, text) in ["A", "B", "C", "D"].iter().zip(row) {
                pasted.push_str(&format!(
                    "<c r=\"{column}{number}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"
                ));
            }
            pasted.push_str("</row>");
        }
        *sheet = sheet.replace("</sheetData>", &format!("{pasted}</sheetData>"));
        parts.save(&self.book());
    }

    /// The units of the list that no form is of: level, order, code, name.
    fn missing(&self, campaign: &str) -> Vec<(String, String)> {
        let own = self.documents();
        let key = tonghop::base::text::key;
        let is_own = |name: &str| own.units.iter().any(|unit| key(&unit["name"]) == key(name));
        let all = names(campaign).into_iter();
        all.filter(|(_, name)| !is_own(name)).collect()
    }
}

/// Runs on nothing but the folder, then with corrections and the missing units; gives the findings at the end.
fn first_hour(campaign: &str, corrections: &[Correction]) -> Vec<String> {
    first_hour_of(campaign, corrections, |_| false)
}

/// As [`first_hour`], where some forms are Word documents.
fn first_hour_of(
    campaign: &str,
    corrections: &[Correction],
    is_word: fn(usize) -> bool,
) -> Vec<String> {
    let round = Round::of(campaign, is_word);
    let said = round.run();
    assert!(said.contains("TẠM TÍNH"), "{said}");
    let all = meant(campaign, &round.report());
    let right = all.iter().filter(|one| one.is_right).count();
    println!(
        "{campaign}: {right} of {} scores with nothing but the folder",
        all.len()
    );
    assert!(right * 100 >= all.len() * 95, "{right} of {}", all.len());
    for one in all.iter().filter(|one| !one.is_right) {
        assert!(one.is_open, "{}: {} and nothing says so", one.row, one.said);
    }
    round.correct(corrections);
    let missing = round.missing(campaign);
    assert_eq!(missing.len(), 2, "{missing:?}");
    let level = round.documents().units[0]["level"].clone();
    let rows = missing.iter().zip(["901", "902"]);
    let rows: Vec<[&str; 4]> = rows
        .map(|((_, name), order)| [level.as_str(), order, order, name.as_str()])
        .collect();
    round.paste(&rows);
    let report = round.report();
    assert_eq!(differences(campaign, &report), [""; 0]);
    let said = round.run();
    for (_, name) in &missing {
        assert!(said.contains(name), "{name} is not called missing: {said}");
    }
    assert!(!said.contains("TẠM TÍNH"), "{said}");
    findings(&report).into_iter().collect()
}

#[test]
fn ticked_forms_in_the_first_hour() {
    let corrections = [("Đợt", "Tạm tính", "Giá trị", "không")];
    let expected = ["TH101 - -", "TH340 Phường 1 Bảo Lộc.xlsx D46"];
    assert_eq!(first_hour("xa-2025-tick", &corrections), expected);
}

#[test]
fn forms_with_three_scores_in_the_first_hour() {
    let corrections = [("Đợt", "Tạm tính", "Giá trị", "không")];
    let expected = [
        "TH101 - -",
        "TH308 cong thuong.xlsx E10",
        "TH308 cong thuong.xlsx E136",
        "TH308 cong thuong.xlsx E9",
    ];
    assert_eq!(first_hour("camau-cchc", &corrections), expected);
}

/// A folder of Word documents gives what the same forms in workbooks give.
#[test]
fn forms_in_word_in_the_first_hour() {
    let corrections = [("Đợt", "Tạm tính", "Giá trị", "không")];
    let expected = ["TH101 - -", "TH340 Phường 1 Bảo Lộc.docx D41"];
    let found = first_hour_of("xa-2025-tick", &corrections, |_| true);
    assert_eq!(found, expected);
    let round = Round::of("xa-2025-tick", |_| true);
    round.run();
    let files = round.report().intake.files;
    let saved: Vec<String> = files
        .iter()
        .map(|file| format!("{:?}", file.saved.as_ref().unwrap().1))
        .collect();
    assert_eq!(saved, ["Document"; 11]);
}

/// Every second form is a document.
#[test]
fn forms_in_word_and_excel_in_the_first_hour() {
    let corrections = [("Đợt", "Tạm tính", "Giá trị", "không")];
    let expected = [
        "TH101 - -",
        "TH308 cong thuong.xlsx E10",
        "TH308 cong thuong.xlsx E136",
        "TH308 cong thuong.xlsx E9",
    ];
    let found = first_hour_of("camau-cchc", &corrections, |index| index % 2 == 0);
    assert_eq!(found, expected);
}

/// A document without a form is no form that is wrong, and a workbook of the same unit counts.
#[test]
fn a_letter_among_the_forms_is_no_form() {
    let round = Round::of("xa-2025-tick", |_| false);
    fs::write(round.folder.join("công văn.docx"), word::letter()).unwrap();
    round.run();
    let found: Vec<String> = findings(&round.report()).into_iter().collect();
    let expected = ["TH340 Phường 1 Bảo Lộc.xlsx D46", "TH901 công văn.docx -"];
    assert_eq!(found, expected);
}

/// Codes that Word sets as numbers of a list are read as those that are typed, and a score in white is a finding.
#[test]
fn forms_in_word_with_numbers_of_a_list_and_a_white_score() {
    let scores = |report: &Report| -> Vec<(String, String)> {
        let all = meant("camau-cchc", report).into_iter();
        all.map(|one| (one.row.clone(), one.said.clone())).collect()
    };
    let round = Round::of("camau-cchc", |_| true);
    round.run();
    let typed = round.report();
    let round = Round::of("camau-cchc", |_| true);
    for form in fs::read_dir("tests/forms/camau-cchc/phieu-nop").unwrap() {
        let form = form.unwrap().path();
        let (mut body, count) = word::numbered(&word::body_of(&form));
        assert!(count > 30, "{count} codes");
        let file = round.folder.join(form.file_name().unwrap());
        let file = file.with_extension("docx");
        assert!(file.exists());
        if file.ends_with("Ban QL KKT nop.docx") {
            let score = "<w:r><w:t xml:space=\"preserve\">0,5</w:t>";
            let color = "<w:r><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr>";
            body = body.replacen(score, &score.replace("<w:r>", color), 1);
        }
        fs::write(file, word::document(&body)).unwrap();
    }
    round.run();
    let set = round.report();
    assert_eq!(scores(&set), scores(&typed));
    let (set, typed) = (findings(&set), findings(&typed));
    let new: Vec<&String> = set.symmetric_difference(&typed).collect();
    assert_eq!(new, ["TH329 Ban QL KKT nop.docx E5"]);
}

/// A paragraph of a list in which nobody typed anything is no score, whatever number the list sets before it.
#[test]
fn the_number_of_a_list_is_no_score() {
    let list = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr>";
    let listed = format!("<w:p><w:pPr>{list}</w:pPr></w:p>");
    let results = ["<w:p></w:p>", &listed].map(|blank| {
        let round = Round::of("camau-cchc", |index| index < 2);
        let form = fs::read_dir("tests/forms/camau-cchc/phieu-nop").unwrap();
        let form = form.map(|one| one.unwrap().path()).min().unwrap();
        let score = "<w:p><w:r><w:t xml:space=\"preserve\">0,5</w:t></w:r></w:p>";
        let body = word::body_of(&form);
        assert!(body.contains(score), "{body}");
        let file = round.folder.join(form.file_name().unwrap());
        let document = word::document(&body.replacen(score, blank, 1));
        fs::write(file.with_extension("docx"), document).unwrap();
        round.run();
        let report = round.report();
        (differences("camau-cchc", &report), findings(&report))
    });
    let [blank, listed] = results;
    assert!(!blank.1.is_empty());
    assert_eq!(blank, listed);
}
