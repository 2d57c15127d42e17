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

#[test]
fn once_they_have_points_they_count() {
    let found = proposed(&forms(WORDS[1], "Điểm tối đa;"));
    let folder = tempfile::tempdir().unwrap();
    let forms = folder.path().join("phieu");
    fs::create_dir(&forms).unwrap();
    for (place, unit) in UNITS.iter().enumerate() {
        let text = lines(WORDS[1], "Điểm tối đa;", place);
        let text = format!("UBND TỈNH HÀ NAM\n{unit}\nPHIẾU ĐÁNH GIÁ NĂM 2024\n{text}");
        fs::write(forms.join(format!("{unit}.csv")), text).unwrap();
    }
    let documents = &found.proposal.documents;
    let mut own = documents.scheme.clone();
    for one in own["criterion"].as_array_mut().unwrap() {
        let one = one.as_table_mut().unwrap();
        one.insert("by_figures".to_string(), true.into());
        for option in one["rule"]["options"].as_array_mut().unwrap() {
            let points = match option["name"].as_str().unwrap() {
                "Hoàn thành tốt" => 10,
                "Hoàn thành" => 6,
                _ => 0,
            };
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
    let report: serde_json::Value = serde_json::from_str(&json).unwrap();
    let rows = report["levels"][0]["rows"].as_array().unwrap();
    let first = rows.iter().find(|row| row["name"] == UNITS[0]).unwrap();
    // Hoàn thành tốt, Không hoàn thành, Hoàn thành, Hoàn thành tốt, Không hoàn thành.
    assert_eq!(first["score"]["total"], "26", "{text}");
    let findings = report["findings"].as_array().unwrap();
    assert!(findings.is_empty(), "{findings:?}");
}
