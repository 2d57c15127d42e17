//! Forms whose scores are words: what a word is worth is asked for, and nothing counts until it is said.

use std::fs;

use tonghop::campaign::scheme::ScoringRule;
use tonghop::input::propose::Form;

use crate::propose::kinds::form;
use crate::propose::marks::{UNITS, run};
use crate::propose::measure::{proposed, scheme};

const ROWS: [&str; 5] = [
    "Ban hành kế hoạch",
    "Báo cáo định kỳ",
    "Kiểm tra nội bộ",
    "Tuyên truyền",
    "Tiếp công dân",
];

fn lines(words: &[&str], most: &str, place: usize) -> String {
    let mut text = format!("TT;Nội dung;{most}Tự đánh giá;Minh chứng\n");
    for (at, name) in ROWS.iter().enumerate() {
        let (number, word) = (at + 1, words[(at * 2 + place) % words.len()]);
        let most = if most.is_empty() { "" } else { "10;" };
        text.push_str(&format!(
            "{number};{name};{most}{word};Công văn {place}-{at}\n"
        ));
    }
    text
}

fn forms(words: &[&str], most: &str) -> Vec<Form> {
    let one = |(place, unit): (usize, &&str)| {
        let text = lines(words, most, place).replace(';', " | ");
        let text = format!("UBND TỈNH HÀ NAM\n{unit}\nPHIẾU ĐÁNH GIÁ NĂM 2024\n{text}");
        form(&format!("{unit}.xlsx"), &[("Phiếu", text)])
    };
    UNITS.iter().enumerate().map(one).collect()
}

const WORDS: [&[&str]; 2] = [
    &["Đạt", "Không đạt"],
    &["Hoàn thành tốt", "Hoàn thành", "Không hoàn thành"],
];

#[test]
fn words_are_options_whose_points_are_asked_for() {
    for words in WORDS {
        for most in ["", "Điểm tối đa;"] {
            let found = proposed(&forms(words, most));
            let own = scheme(&found);
            assert_eq!(own.criteria.len(), ROWS.len());
            for one in &own.criteria {
                let ScoringRule::Choice { options, .. } = &one.rule else {
                    panic!("{:?}", one.rule);
                };
                let mut names: Vec<&str> = options.iter().map(|one| one.name.as_str()).collect();
                let mut expected = words.to_vec();
                names.sort_unstable();
                expected.sort_unstable();
                assert_eq!(names, expected);
                assert!(!one.by_figures);
            }
            let mut headings = found.proposal.headings.iter();
            assert!(headings.any(|one| one.question.contains("Mỗi chữ được bao nhiêu điểm?")));
            // Nothing was seen there that could be the highest score.
            let mut asked = found.proposal.proposed.iter();
            assert!(!asked.any(|one| one.question.contains("điểm cao nhất đã thấy")));
        }
    }
}

#[test]
fn nothing_counts_until_words_have_points() {
    for words in WORDS {
        let forms = UNITS.iter().enumerate();
        let forms = forms.map(|(place, unit)| (*unit, lines(words, "Điểm tối đa;", place)));
        let outcome = run(&forms.collect::<Vec<_>>());
        assert!(outcome.counted.is_empty(), "{:?}", outcome.counted);
        assert!(outcome.text.contains("chưa đơn vị nào có điểm"));
        // Every cell says a word, which is no blank.
        let cells = UNITS.len() * ROWS.len();
        assert_eq!(outcome.codes, vec!["TH354"; cells]);
    }
}

#[test]
fn a_blank_among_words_is_a_blank() {
    let forms = UNITS.iter().enumerate().map(|(place, unit)| {
        let text = lines(WORDS[0], "Điểm tối đa;", place);
        let row = format!("2;{};10;", ROWS[1]);
        let blank = |text: &str| {
            let (before, rest) = text.split_once(&row).unwrap();
            format!("{before}{row};{}", rest.split_once(';').unwrap().1)
        };
        (*unit, if place == 0 { blank(&text) } else { text })
    });
    let outcome = run(&forms.collect::<Vec<_>>());
    let blanks = outcome.codes.iter().filter(|one| *one == "TH302");
    assert_eq!(blanks.count(), 1, "{:?}", outcome.codes);
}

/// Runs on forms with these lines by the scheme that others prove, where each word is worth so many points.
fn run_with_points(
    proving: impl Fn(usize) -> String,
    lines: impl Fn(usize) -> String,
    points: &[(&str, i64)],
) -> serde_json::Value {
    let folder = tempfile::tempdir().unwrap();
    let forms = folder.path().join("phieu");
    fs::create_dir(&forms).unwrap();
    let mut all = Vec::new();
    for (place, unit) in UNITS.iter().enumerate() {
        let whole =
            |lines: String| format!("UBND TỈNH HÀ NAM\n{unit}\nPHIẾU ĐÁNH GIÁ NĂM 2024\n{lines}");
        fs::write(forms.join(format!("{unit}.csv")), whole(lines(place))).unwrap();
        let text = whole(proving(place));
        all.push(form(
            &format!("{unit}.xlsx"),
            &[("Phiếu", text.replace(';', " | "))],
        ));
    }
    let found = proposed(&all);
    let documents = &found.proposal.documents;
    let mut own = documents.scheme.clone();
    for one in own["criterion"].as_array_mut().unwrap() {
        let one = one.as_table_mut().unwrap();
        one.insert("by_figures".to_string(), true.into());
        let Some(options) = one["rule"].get_mut("options") else {
            continue;
        };
        for option in options.as_array_mut().unwrap() {
            let name = option["name"].as_str().unwrap();
            let points = points.iter().find(|(word, _)| *word == name).unwrap().1;
            let option = option.as_table_mut().unwrap();
            option.insert("points".to_string(), points.into());
        }
    }
    let book = tonghop::output::xlsx::campaign::workbook(
        &tonghop::campaign::documents::Documents {
            scheme: own,
            ..documents.clone()
        },
        tonghop::base::lang::Lang::Vi,
    );
    fs::write(folder.path().join("dot.xlsx"), book.unwrap()).unwrap();
    let output = crate::propose::command::tonghop(
        &["phieu", "--campaign", "dot.xlsx", "--json", "-o", "kq.xlsx"],
        folder.path(),
    );
    let text = crate::propose::command::said(&output);
    let json = fs::read_to_string(folder.path().join("kq.json"));
    let json = json.unwrap_or_else(|_| panic!("{text}"));
    serde_json::from_str(&json).unwrap()
}

/// The total of a unit.
fn total<'r>(report: &'r serde_json::Value, unit: &str) -> &'r str {
    let rows = report["levels"][0]["rows"].as_array().unwrap();
    let row = rows.iter().find(|row| row["name"] == unit).unwrap();
    row["score"]["total"].as_str().unwrap()
}

/// The codes of findings with their cells.
fn found_at(report: &serde_json::Value) -> Vec<String> {
    let findings = report["findings"].as_array().unwrap().iter();
    findings
        .map(|one| format!("{} {}", one["code"], one["place"]["cell"]))
        .collect()
}

#[test]
fn once_they_have_points_they_count() {
    let points = [
        ("Hoàn thành tốt", 10),
        ("Hoàn thành", 6),
        ("Không hoàn thành", 0),
    ];
    let lines = |place| lines(WORDS[1], "Điểm tối đa;", place);
    let report = run_with_points(lines, lines, &points);
    // Hoàn thành tốt, Không hoàn thành, Hoàn thành, Hoàn thành tốt, Không hoàn thành.
    assert_eq!(total(&report, UNITS[0]), "26", "{report}");
    let findings = report["findings"].as_array().unwrap();
    assert!(findings.is_empty(), "{findings:?}");
}

/// Which of two words each unit writes in each row.
const CHOSEN: [[usize; 5]; 4] = [
    [0, 1, 0, 0, 1],
    [1, 0, 0, 1, 0],
    [1, 1, 0, 0, 0],
    [0, 0, 1, 1, 1],
];

/// The lines of forms that say what was reached beside the answer; in the first row of the first one stands this.
fn beside(words: &[&str], place: usize, first: (&str, &str)) -> String {
    let mut text = "TT;Nội dung;Điểm tối đa;Kết quả thực hiện;Tự đánh giá\n".to_string();
    for (at, name) in ROWS.iter().enumerate() {
        let reached = format!("{}%", 60 + 7 * at + place);
        let own = (reached.as_str(), words[CHOSEN[place][at]]);
        let (reached, word) = if (at, place) == (0, 0) { first } else { own };
        text.push_str(&format!("{};{name};10;{reached};{word}\n", at + 1));
    }
    text
}

#[test]
fn the_answer_is_read_where_the_options_stand_and_not_where_the_result_does() {
    let points = [("Đạt", 10), ("Không đạt", 0)];
    let run = |first: (&'static str, &'static str)| {
        let lines = |first| move |place| beside(WORDS[0], place, first);
        run_with_points(lines(("83%", "Đạt")), lines(first), &points)
    };
    let plain = run(("83%", "Đạt"));
    assert_eq!(found_at(&plain), [""; 0]);
    for (place, unit) in UNITS.iter().enumerate() {
        let reached = CHOSEN[place].iter().filter(|word| **word == 0).count();
        assert_eq!(total(&plain, unit), (10 * reached).to_string(), "{unit}");
    }
    // A word that is no option is told where it stands, and a blank is a blank.
    let has = |first, finding: &str| found_at(&run(first)).contains(&finding.to_string());
    assert!(has(("83%", "Gần đạt"), "\"TH304\" \"E5\""));
    assert!(has(("83%", ""), "\"TH303\" \"E5\""));
    // An option that stands with the results counts where nothing else is said; two that differ do not.
    assert_eq!(found_at(&run(("Đạt", ""))), [""; 0]);
    assert!(has(("Không đạt", "Đạt"), "\"TH340\" \"D5\""));
    assert_eq!(found_at(&run(("Đạt", "Đạt"))), [""; 0]);
}

#[test]
fn yes_and_no_are_read_where_they_stand_and_not_where_the_result_does() {
    let run = |first: (&'static str, &'static str)| {
        let lines = |first| move |place| beside(&["Có", "Không"], place, first);
        run_with_points(lines(("1", "Không")), lines(first), &[])
    };
    let plain = run(("1", "Không"));
    assert_eq!(found_at(&plain), [""; 0]);
    assert_eq!(total(&plain, UNITS[0]), "20");
    assert_eq!(total(&run(("0", "Có")), UNITS[0]), "30");
}
