//! Forms that are answered by marks and words, from the file to what counts: columns of grades, options with codes, boxes in the text,
//! one column of words. Truth is what a reader of the form would write down.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;

use crate::propose::command::{said, tonghop};

/// What a run counts.
pub struct Outcome {
    /// Points by unit and criterion, for those that count.
    pub counted: BTreeMap<(String, String), String>,
    /// The codes of findings with what they are about, sorted.
    pub codes: Vec<String>,
    /// What the run says.
    pub text: String,
}

impl Outcome {
    /// What counts for a unit, in the order of its criteria.
    pub fn of(&self, unit: &str) -> Vec<&str> {
        let own = self.counted.iter().filter(|((name, _), _)| name == unit);
        own.map(|(_, points)| points.as_str()).collect()
    }
}

/// Runs on a folder with a form of each of these units, whose cells are parted by semicolons.
pub fn run(forms: &[(&str, String)]) -> Outcome {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("phieu")).unwrap();
    for (unit, lines) in forms {
        let text = format!("UBND TỈNH HÀ NAM\n{unit}\nPHIẾU CHẤM ĐIỂM NĂM 2024\n{lines}\n");
        fs::write(folder.path().join(format!("phieu/{unit}.csv")), text).unwrap();
    }
    let output = tonghop(&["phieu", "--json", "-o", "kq.xlsx"], folder.path());
    let text = said(&output);
    let json =
        fs::read_to_string(folder.path().join("kq.json")).unwrap_or_else(|_| panic!("{text}"));
    let report: Value = serde_json::from_str(&json).unwrap();
    let mut counted = BTreeMap::new();
    let levels = report["levels"].as_array().unwrap();
    for row in levels
        .iter()
        .flat_map(|level| level["rows"].as_array().unwrap())
    {
        let name = row["name"].as_str().unwrap();
        for (id, score) in row["score"]["criteria"].as_object().unwrap() {
            if let Some(points) = score["counted"].as_str() {
                counted.insert((name.to_string(), id.clone()), points.to_string());
            }
        }
    }
    let findings = report["findings"].as_array().unwrap().iter();
    let mut codes: Vec<String> = findings
        .map(|one| one["code"].as_str().unwrap().to_string())
        .collect();
    codes.sort();
    Outcome {
        counted,
        codes,
        text,
    }
}

const UNITS: [&str; 4] = ["Sở Tài chính", "Sở Y tế", "Sở Nội vụ", "Sở Tư pháp"];

/// Forms in whose rows one of some columns is marked, another one in each form.
fn graded(headings: &[&str], mark: &str) -> Vec<(&'static str, String)> {
    let form = |unit: usize| {
        let row = |(place, (code, name, most)): (usize, &(&str, &str, u32))| {
            let mut cells = vec![""; headings.len()];
            cells[(unit + place) % headings.len()] = mark;
            format!("{code};{name};{most};{}\n", cells.join(";"))
        };
        let rows = [
            ("1", "Ban hành kế hoạch", 10),
            ("2", "Báo cáo đúng hạn", 20),
            ("3", "Kiểm tra công vụ", 30),
            ("4", "Công khai thủ tục", 40),
        ];
        let rows: String = rows.iter().enumerate().map(row).collect();
        let headings = headings.join(";");
        (
            UNITS[unit],
            format!("STT;Tiêu chí;Điểm tối đa;{headings}\n{rows}"),
        )
    };
    (0..4).map(form).collect()
}

#[test]
fn a_tick_below_a_grade_is_worth_the_share_that_its_heading_says() {
    for headings in [
        ["Tốt (100%)", "Đạt (50%)", "Không đạt (0%)"],
        ["Có 100%", "Có một phần 50%", "Không 0%"],
        ["Mức 1: 100%", "Mức 2: 50%", "Mức 3: 0%"],
    ] {
        let found = run(&graded(&headings, "x"));
        assert_eq!(
            found.of("Sở Tài chính"),
            ["10", "10", "0", "40"],
            "{headings:?} {}",
            found.text
        );
        assert_eq!(found.of("Sở Y tế"), ["5", "0", "30", "20"], "{headings:?}");
        assert_eq!(
            found.of("Sở Nội vụ"),
            ["0", "20", "15", "0"],
            "{headings:?}"
        );
        assert_eq!(found.codes, Vec::<String>::new(), "{}", found.text);
    }
}

#[test]
fn two_ticks_and_words_below_grades_are_findings() {
    let mut forms = graded(&["Tốt (100%)", "Đạt (50%)", "Không đạt (0%)"], "x");
    forms[0].1 = forms[0]
        .1
        .replace("10;x;;", "10;x;x;")
        .replace("20;;x;", "20;;x?;");
    let found = run(&forms);
    assert_eq!(found.of("Sở Tài chính"), ["0", "40"]);
    assert!(found.codes.contains(&"TH340".to_string()), "{}", found.text);
    assert!(found.codes.contains(&"TH304".to_string()), "{}", found.text);
}

#[test]
fn grades_of_which_nobody_says_what_they_are_worth_are_not_scored_and_asked_for() {
    for last in ["Đạt", "Đạt (từ 50%)"] {
        let found = run(&graded(&["Tốt", last, "Không đạt"], "x"));
        assert!(found.counted.is_empty(), "{last}: {:?}", found.counted);
        assert!(found.text.contains("CHƯA được tính điểm"), "{}", found.text);
        assert_eq!(found.codes.len(), 16, "{:?}", found.codes);
    }
}

#[test]
fn yes_beside_no_is_all_or_nothing() {
    for headings in [
        ["Đạt", "Không đạt"],
        ["Có", "Không"],
        ["Đạt (100%)", "Không đạt (0%)"],
    ] {
        let found = run(&graded(&headings, "x"));
        assert_eq!(
            found.of("Sở Tài chính"),
            ["10", "0", "30", "0"],
            "{headings:?} {}",
            found.text
        );
        assert_eq!(found.of("Sở Y tế"), ["0", "20", "0", "40"], "{headings:?}");
    }
}
