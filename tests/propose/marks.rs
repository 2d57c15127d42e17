//! Forms that are answered by marks and words, from the file to what counts: columns of grades, options with codes, boxes in the text,
//! one column of words. Truth is what a reader of the form would write down.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;
use tonghop::input::propose::Form;

use crate::propose::command::{said, tonghop};
use crate::propose::kinds::form;

/// What a run counts.
pub struct Outcome {
    /// Points by unit and criterion, for those that count.
    pub counted: BTreeMap<(String, String), String>,
    /// Totals by unit.
    pub totals: BTreeMap<String, String>,
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

    /// That the totals of the units are these.
    pub fn has_totals(&self, total: impl Fn(usize) -> i64) {
        for (place, unit) in UNITS.iter().enumerate() {
            assert_eq!(self.totals[*unit], total(place).to_string(), "{unit}");
        }
    }
}

/// Runs on a folder with a form of each of these units, whose cells are parted by semicolons, or that is the table of a web page.
pub fn run(forms: &[(&str, String)]) -> Outcome {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("phieu")).unwrap();
    for (unit, lines) in forms {
        let text = format!("UBND TỈNH HÀ NAM\n{unit}\nPHIẾU CHẤM ĐIỂM NĂM 2024\n{lines}\n");
        let page = lines.starts_with("<table>").then(|| {
            let head = format!("<table><tr><td>UBND TỈNH HÀ NAM</td></tr><tr><td>{unit}</td></tr>");
            lines.replacen("<table>", &head, 1)
        });
        let (ending, text) = page.map_or(("csv", text), |page| ("xls", page));
        fs::write(folder.path().join(format!("phieu/{unit}.{ending}")), text).unwrap();
    }
    let output = tonghop(&["phieu", "--json", "-o", "kq.xlsx"], folder.path());
    let text = said(&output);
    let json =
        fs::read_to_string(folder.path().join("kq.json")).unwrap_or_else(|_| panic!("{text}"));
    let report: Value = serde_json::from_str(&json).unwrap();
    let (mut counted, mut totals) = (BTreeMap::new(), BTreeMap::new());
    let levels = report["levels"].as_array().unwrap();
    for row in levels
        .iter()
        .flat_map(|level| level["rows"].as_array().unwrap())
    {
        let name = row["name"].as_str().unwrap();
        let total = row["score"]["total"].as_str().unwrap();
        totals.insert(name.to_string(), total.to_string());
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
        totals,
        codes,
        text,
    }
}

/// Runs on the forms whose lines [`forms`] takes, with cells parted by `|`.
pub fn run_units(lines: impl Fn(usize) -> String) -> Outcome {
    let parted = |line: &str| {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        cells.join(";")
    };
    let of = |place: usize| {
        lines(place)
            .lines()
            .map(parted)
            .collect::<Vec<_>>()
            .join("\n")
    };
    let units = UNITS.iter().enumerate();
    let forms: Vec<(&str, String)> = units.map(|(place, unit)| (*unit, of(place))).collect();
    run(&forms)
}

pub const UNITS: [&str; 4] = ["Sở Tài chính", "Sở Y tế", "Sở Nội vụ", "Sở Tư pháp"];

/// Forms of these units, with a letterhead above the lines of each.
pub fn forms(lines: impl Fn(usize) -> String) -> Vec<Form> {
    let one = |place: usize| {
        let unit = UNITS[place].to_uppercase();
        let text = format!(
            "UBND TỈNH HÀ NAM\n{unit}\nBẢNG TỰ CHẤM ĐIỂM NĂM 2024\n{}",
            lines(place)
        );
        form(&format!("{place}.xlsx"), &[("Phiếu", text)])
    };
    (0..4).map(one).collect()
}

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

/// Forms with options below each criterion; `line` writes one from its letter, its name, its points and whether it is chosen.
fn optional(
    headings: &str,
    line: fn(&str, &str, u32, bool) -> String,
) -> Vec<(&'static str, String)> {
    let form = |unit: usize| {
        let mut rows = format!("{headings}\nI;Công tác chỉ đạo;60\n");
        for (place, name) in ["Ban hành kế hoạch", "Báo cáo đúng hạn", "Kiểm tra công vụ"]
            .iter()
            .enumerate()
        {
            rows.push_str(&format!("{};{name};20\n", place + 1));
            let options = [
                ("a", "Đầy đủ", 20),
                ("b", "Còn thiếu", 5),
                ("c", "Không có", 0),
            ];
            for (at, (letter, option, points)) in options.iter().enumerate() {
                rows.push_str(&line(letter, option, *points, at == (unit + place) % 3));
            }
        }
        (UNITS[unit], rows)
    };
    (0..4).map(form).collect()
}

#[test]
fn options_with_letters_and_points_in_their_texts_are_options() {
    let found = run(&optional(
        "STT;Tiêu chí;Điểm tối đa;Đánh dấu",
        |letter, name, points, is_chosen| {
            let mark = if is_chosen { "x" } else { "" };
            format!("{letter});{name}: {points} điểm;;{mark}\n")
        },
    ));
    assert_eq!(found.of("Sở Tài chính"), ["20", "5", "0"], "{}", found.text);
    assert_eq!(found.of("Sở Y tế"), ["5", "0", "20"]);
    assert_eq!(found.codes, Vec::<String>::new(), "{}", found.text);
}

#[test]
fn parts_with_letters_that_add_up_are_no_options() {
    let forms: Vec<(&str, String)> = UNITS
        .iter()
        .enumerate()
        .map(|(unit, name)| {
            let row = |code: usize| {
                    let own = 10 - unit;
                    format!("{code};Tiêu chí số {code};20;{}\na);Phần một của {code}: 10 điểm;;{own}\nb);Phần hai của {code}: 10 điểm;;10\n", own + 10)
                };
            let rows: String = (1..4).map(row).collect();
            (*name, format!("STT;Tiêu chí;Điểm tối đa;Điểm tự chấm\n{rows}"))
        })
        .collect();
    let found = run(&forms);
    assert!(!found.text.contains("phương án"), "{}", found.text);
    assert_eq!(
        found.of("Sở Y tế"),
        ["9", "10", "9", "10", "9", "10"],
        "{}",
        found.text
    );
}

#[test]
fn a_box_in_the_text_of_an_option_is_its_tick() {
    let boxed = |_: &str, name: &str, points: u32, is_chosen: bool| {
        let sign = if is_chosen { "☑" } else { "☐" };
        format!("-;{sign} {name};{points}\n")
    };
    let mut forms = optional("STT;Tiêu chí;Điểm;Ghi chú", boxed);
    let found = run(&forms);
    assert_eq!(found.of("Sở Tài chính"), ["20", "5", "0"], "{}", found.text);
    assert_eq!(found.of("Sở Nội vụ"), ["0", "20", "5"]);
    assert_eq!(found.codes, Vec::<String>::new(), "{}", found.text);
    // Two boxes, and none.
    forms[0].1 = forms[0].1.replacen("☐ Còn thiếu", "☑ Còn thiếu", 1);
    forms[1].1 = forms[1].1.replacen('☑', "☐", 1);
    let found = run(&forms);
    assert_eq!(found.codes, ["TH340", "TH341"], "{}", found.text);
    assert_eq!(found.of("Sở Tài chính"), ["5", "0"]);
    assert_eq!(found.of("Sở Y tế"), ["0", "20"]);
}

/// Forms with one column of words.
fn worded(heading: &str, words: [&str; 2]) -> Vec<(&'static str, String)> {
    let form = |unit: usize| {
        let row = |code: usize| {
            format!(
                "{code};Tiêu chí số {code};{code}0;{}\n",
                words[(unit + code) % 2]
            )
        };
        let rows: String = (1..5).map(row).collect();
        (
            UNITS[unit],
            format!("STT;Tiêu chí;Điểm tối đa;{heading}\n{rows}"),
        )
    };
    (0..4).map(form).collect()
}

#[test]
fn one_column_of_yes_and_no_is_all_or_nothing() {
    for heading in ["Kết quả thực hiện (Có/Không)", "Tự đánh giá", "Đã làm chưa"]
    {
        let mut forms = worded(heading, ["Có", "Không"]);
        let found = run(&forms);
        assert_eq!(
            found.of("Sở Tài chính"),
            ["0", "20", "0", "40"],
            "{heading} {}",
            found.text
        );
        assert_eq!(found.of("Sở Y tế"), ["10", "0", "30", "0"], "{heading}");
        assert_eq!(found.codes, Vec::<String>::new(), "{}", found.text);
        assert!(found.text.contains("câu hỏi"), "{}", found.text);
        // What is neither does not count, and is said.
        forms[0].1 = forms[0].1.replacen("10;Không", "10;Chưa rõ", 1);
        let found = run(&forms);
        assert_eq!(found.of("Sở Tài chính"), ["20", "0", "40"], "{heading}");
        assert!(found.codes.contains(&"TH304".to_string()), "{}", found.text);
    }
    // Whether there are documents is no score.
    let found = run(&worded("Tài liệu kèm theo", ["Có", "Không"]));
    assert!(found.counted.is_empty(), "{:?}", found.counted);
}

/// Forms whose weighed points stand beside the scores, each a tenth of its score, with a total there alone.
fn weighed(heading: &str, totals: [&str; 4]) -> Vec<(&'static str, String)> {
    let form = |unit: usize| {
        let row = |code: usize| {
            let score = 90 - 10 * ((unit + code) % 3);
            let weighed = (f64::from(u32::try_from(score).unwrap()) / 4.0)
                .to_string()
                .replace('.', ",");
            format!("{code};Tiêu chí số {code};0,25;100;{score};{weighed}\n")
        };
        let rows: String = (1..5).map(row).collect();
        let head = format!("STT;Tiêu chí;Trọng số;Điểm tối đa;Điểm tự chấm;{heading}");
        (
            UNITS[unit],
            format!("{head}\n{rows};Tổng điểm;1;100;;{}\n", totals[unit]),
        )
    };
    (0..4).map(form).collect()
}

#[test]
fn a_total_that_stands_in_the_column_of_converted_points_is_compared() {
    // Of four scores 90, 80, 70 in turn, each a quarter of the total.
    let right = ["80", "77,5", "82,5", "80"];
    let found = run(&weighed("Điểm quy đổi", right));
    assert!(
        !found.codes.contains(&"TH401".to_string()),
        "{}",
        found.text
    );
    let found = run(&weighed("Điểm quy đổi", ["80", "77,5", "82,5", "89"]));
    assert_eq!(
        found.codes.iter().filter(|code| *code == "TH401").count(),
        1,
        "{}",
        found.text
    );
    // A share is no total.
    let found = run(&weighed("Xếp thứ", ["1", "2", "3", "4"]));
    assert!(
        !found.codes.contains(&"TH401".to_string()),
        "{}",
        found.text
    );
}

/// A range of percentages is what an option is called, though it has no letter.
#[test]
fn an_option_of_numbers_alone_is_an_option() {
    let text = |place: usize| {
        format!(
            "TT;Nội dung;Điểm tối đa;Điểm tự chấm\nI;Số hóa;50;\n1;Tỷ lệ hồ sơ số hóa;15;{}\n;Dưới 50%;5;\n;50% - 80%;10;\n\
             ;≥ 80%;15;\n2;Kho dữ liệu;35;{}\nII;Nhân lực;50;\n1;Đào tạo;50;40\n;Tổng cộng;100;{}",
            [10, 5, 15, 10][place],
            30 + place,
            [10, 5, 15, 10][place] + 70 + place,
        )
    };
    let units = UNITS.iter().enumerate();
    let outcome = run(&units
        .map(|(place, unit)| (*unit, text(place)))
        .collect::<Vec<_>>());
    assert!(outcome.codes.is_empty(), "{:?}", outcome.codes);
    assert_eq!(outcome.totals[UNITS[0]], "80");
}
