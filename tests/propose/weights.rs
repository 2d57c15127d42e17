//! Weights that forms print, and names that they print in capitals: made forms.

use tonghop::campaign::documents::Certainty;
use tonghop::input::propose::Form;

use crate::propose::kinds::{form, heading, maxima};
use crate::propose::measure::{proposed, scheme};

/// Two groups of two criteria: code, text, weight.
pub type Row = (&'static str, &'static str, &'static str);

pub const WHOLE: [Row; 6] = [
    ("1", "Chính quyền số", "0.6"),
    ("1.1", "Dịch vụ công", "0.7"),
    ("1.2", "Dữ liệu mở", "0.3"),
    ("2", "Kinh tế số", "0.4"),
    ("2.1", "Thương mại điện tử", "0.5"),
    ("2.2", "Thuế điện tử", "0.5"),
];
const PARTS: [Row; 6] = [
    ("1", "Chính quyền số", "60"),
    ("1.1", "Dịch vụ công", "40"),
    ("1.2", "Dữ liệu mở", "20"),
    ("2", "Kinh tế số", "40"),
    ("2.1", "Thương mại điện tử", "15"),
    ("2.2", "Thuế điện tử", "25"),
];

/// Forms with weights and scores out of so many, which may be printed; the last column converts scores where it has a factor.
pub fn forms(rows: &[Row; 6], most: f64, is_printed: bool, factor: Option<f64>) -> Vec<Form> {
    let one = |place: usize| {
        let name = ["XÃ BÌNH MINH", "XÃ HÒA LẠC", "XÃ AN KHÊ", "XÃ ĐÔNG HÀ"][place];
        let mut text = format!("UBND {name}\nBÁO CÁO CHỈ SỐ NĂM 2025\nMã | Nội dung | Trọng số");
        text.push_str(if is_printed { " | Thang điểm" } else { "" });
        text.push_str(" | Điểm tự chấm | Điểm quy đổi\n");
        for (number, (code, name, weight)) in rows.iter().enumerate() {
            let claimed =
                most * 0.8 - f64::from(u8::try_from(place + number).unwrap()) * most / 20.0;
            let is_leaf = code.contains('.');
            let shown = |is: bool, value: f64| {
                if is && is_leaf {
                    format!("{value:.2}")
                } else {
                    String::new()
                }
            };
            let printed = if is_printed {
                format!(" | {}", shown(true, most))
            } else {
                String::new()
            };
            let weighed = claimed * weight.parse::<f64>().unwrap() * factor.unwrap_or(1.0);
            text.push_str(&format!(
                "{code} | {name} | {weight}{printed} | {} | {}\n",
                shown(true, claimed),
                shown(factor.is_some(), weighed)
            ));
        }
        form(&format!("{place}.xlsx"), &[("Phiếu", text)])
    };
    (0..4).map(one).collect()
}

fn weights(forms: &[Form]) -> (Vec<String>, Vec<String>, String) {
    let found = scheme(&proposed(forms));
    let groups = found.groups.iter().map(|one| one.weight);
    let all = groups.chain(found.criteria.iter().map(|one| one.weight));
    (
        all.map(|one| one.to_string()).collect(),
        maxima(&found, 0),
        found.total_maximum.to_string(),
    )
}

fn texts(all: &[&str]) -> Vec<String> {
    all.iter().map(|one| (*one).to_string()).collect()
}

#[test]
fn weights_that_the_forms_print_are_weights_and_no_maxima() {
    let whole = weights(&forms(&WHOLE, 1.0, false, None));
    assert_eq!(whole.0, texts(&["0.6", "0.4", "0.7", "0.3", "0.5", "0.5"]));
    assert_eq!(
        whole.1,
        texts(&["1 1", "2 1", "1.1 1", "1.2 1", "2.1 1", "2.2 1"])
    );
    assert_eq!(whole.2, "1");
    // Weights of criteria that come to those of their groups hold these already.
    let parts = weights(&forms(&PARTS, 10.0, true, None));
    assert_eq!(parts.0, texts(&["1", "1", "0.4", "0.2", "0.15", "0.25"]));
    assert_eq!(
        parts.1,
        texts(&["1 6", "2 4", "1.1 10", "1.2 10", "2.1 10", "2.2 10"])
    );
    assert_eq!(parts.2, "10");
    // A column of converted points says out of how many.
    let converted = weights(&forms(&PARTS, 10.0, true, Some(0.1)));
    assert_eq!(converted.0, texts(&["1", "1", "4", "2", "1.5", "2.5"]));
    assert_eq!(converted.2, "100");
    let suggestion = proposed(&forms(&PARTS, 10.0, true, None));
    assert_eq!(heading(&suggestion, "Trọng số"), Some("weight"));
    assert_eq!(heading(&suggestion, "Thang điểm"), Some("maximum"));
}

#[test]
fn weights_come_to_one_as_exactly_as_they_are_printed() {
    let mut rows = WHOLE;
    (rows[1].2, rows[2].2) = ("0.33", "0.66");
    let own = weights(&forms(&rows, 1.0, false, None)).0;
    assert_eq!(own, texts(&["0.6", "0.4", "0.33", "0.66", "0.5", "0.5"]));
}

#[test]
fn weights_that_do_not_add_up_are_not_said_to_count() {
    let mut rows = WHOLE;
    (rows[1].2, rows[2].2) = ("0.3", "0.6");
    let all = forms(&rows, 1.0, true, None);
    assert_eq!(weights(&all).0, texts(&["1"; 6]));
    assert_eq!(heading(&proposed(&all), "Trọng số"), Some("ignored"));
    let asked = |forms: &[Form]| {
        let found = proposed(forms).proposal.headings;
        let it = found.into_iter().find(|one| one.text == "Trọng số");
        it.map(|one| (one.certainty, one.question)).unwrap()
    };
    let (certainty, question) = asked(&all);
    assert_eq!(certainty, Certainty::Unclear);
    assert!(question.contains("CHƯA được dùng"), "{question}");
    let (_, question) = asked(&forms(&WHOLE, 1.0, true, None));
    assert!(question.contains("được lấy làm hệ số"), "{question}");
}

#[test]
fn what_no_score_exceeds_stays_the_maximum() {
    let (own, most, total) = weights(&forms(&PARTS, 10.0, false, None));
    assert_eq!(own, texts(&["1"; 6]));
    assert_eq!(
        most,
        texts(&["1 60", "2 40", "1.1 40", "1.2 20", "2.1 15", "2.2 25"])
    );
    assert_eq!(total, "100");
}

#[test]
fn names_in_capitals_are_spelt_as_files_and_places_are() {
    let one = |(file, name): (&str, &str)| {
        let text = format!(
            "UBND TỈNH AN BÌNH\n{name}\nBẢNG TỰ CHẤM ĐIỂM THI ĐUA NĂM 2025\nTT | Nội dung | Điểm tối đa | Điểm tự chấm\n1 | Kế hoạch | 30 | 20\n2 | Tiến độ | 30 | {}\n3 | Phong trào | 40 | 30",
            file.len()
        );
        form(file, &[("Phiếu", text)])
    };
    let all = [
        (
            "10_Trung tâm Y tế Hương Sơn.xlsx",
            "TRUNG TÂM Y TẾ HƯƠNG SƠN",
        ),
        ("phieu 2.xlsx", "SỞ NỘI VỤ"),
        ("phieu 3.xlsx", "KHO BẠC NHÀ NƯỚC KHU VỰC II"),
        ("phieu 4.xlsx", "BÁO AN BÌNH"),
    ];
    let suggestion = proposed(&all.map(one));
    let names = suggestion.proposal.documents.units.iter();
    let mut names: Vec<&str> = names.map(|row| row["name"].as_str()).collect();
    names.sort_unstable();
    let expected = [
        "Báo An Bình",
        "Kho bạc Nhà nước khu vực II",
        "Sở Nội vụ",
        "Trung tâm Y tế Hương Sơn",
    ];
    assert_eq!(names, expected);
    let asked = suggestion.proposal.proposed.iter();
    let asked = asked
        .filter(|one| one.question.contains("chữ in hoa"))
        .count();
    assert_eq!(asked, 2);
}
