//! One form for offices of the province and for committees: they are ranked apart, and it is asked whether that is right.

use tonghop::campaign::documents::Certainty;
use tonghop::input::propose::{Form, Suggestion};

use crate::propose::kinds::form;
use crate::propose::measure::{proposed, scheme};

fn of(index: usize, unit: &str) -> Form {
    let shift = index as u32;
    let lines = format!(
        "{unit}\nPHIẾU TỰ CHẤM ĐIỂM NĂM 2025\n\nTT|Nội dung|Điểm tối đa|Điểm tự chấm\n\
         I|Công tác chỉ đạo|60|{}\n1|Ban hành kế hoạch|40|{}\n2|Báo cáo đúng hạn|20|20\n\
         II|Kết quả thực hiện|40|{}\n1|Hồ sơ trực tuyến|25|{}\n2|Số hóa hồ sơ|15|10\n|Tổng cộng|100|{}",
        50 + shift,
        30 + shift,
        31 + shift,
        21 + shift,
        81 + 2 * shift,
    );
    form(&format!("{index}.xlsx"), &[("Phiếu", lines)])
}

fn forms(units: &[&str]) -> Vec<Form> {
    let units = units.iter().enumerate();
    units.map(|(index, unit)| of(index, unit)).collect()
}

#[test]
fn offices_and_communes_of_one_form_are_two_levels() {
    let found = proposed(&forms(&[
        "Sở Tài chính",
        "UBND xã Bờ Y",
        "Sở Nội vụ",
        "UBND xã Sa Loong",
        "UBND phường Lê Lợi",
    ]));
    let own = scheme(&found);
    let mut names: Vec<&str> = own.levels.iter().map(|level| level.name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["Cấp tỉnh", "Cấp xã"]);
    let units = found.proposal.documents.units.iter();
    let mut units: Vec<String> = units
        .map(|unit| format!("{} {}", unit["level"], unit["name"]))
        .collect();
    units.sort();
    assert_eq!(
        units,
        [
            "tinh Sở Nội vụ",
            "tinh Sở Tài chính",
            "xa UBND phường Lê Lợi",
            "xa UBND xã Bờ Y",
            "xa UBND xã Sa Loong",
        ]
    );
    let asked = found.proposal.proposed.iter();
    let asked = asked.filter(|line| line.question.contains("dùng chung một mẫu phiếu"));
    let asked: Vec<Certainty> = asked.map(|line| line.certainty).collect();
    assert_eq!(asked, [Certainty::Look, Certainty::Look]);
}

#[test]
fn one_committee_among_offices_is_no_level() {
    let found = proposed(&forms(&[
        "Sở Tài chính",
        "Sở Nội vụ",
        "Sở Xây dựng",
        "UBND xã Bờ Y",
    ]));
    assert_eq!(scheme(&found).levels.len(), 1);
    let mut lines = found.proposal.proposed.iter();
    assert!(!lines.any(|line| line.question.contains("dùng chung một mẫu phiếu")));
}

/// Forms with two columns of maxima: the first has twice the points of the second.
fn of_levels(units: &[&str], heads: &str) -> Vec<Form> {
    let one = |(index, unit): (usize, &&str)| {
        let own = if unit.starts_with("UBND huyện") {
            3
        } else {
            8
        };
        let text = format!(
            "{unit}\nPHIẾU TỰ CHẤM ĐIỂM NĂM 2025\n\nTT|Nội dung|{heads}|Điểm tự chấm\n\
             I|Công tác chỉ đạo|20|10|\n1|Ban hành kế hoạch|10|5|{}\n2|Báo cáo đúng hạn|10|5|{own}\n\
             II|Kết quả thực hiện|20|10|\n1|Hồ sơ trực tuyến|10|5|{own}\n2|Số hóa hồ sơ|10|5|{}\n|Tổng cộng|40|20|",
            f64::from(own) - 0.25 * f64::from(index as u32),
            f64::from(own) - 0.5 * f64::from(index as u32),
        );
        form(&format!("{index}.xlsx"), &[("Phiếu", text)])
    };
    units.iter().enumerate().map(one).collect()
}

/// What is asked of columns of maxima that are not for a unit, by the table and the question.
fn asked_columns(found: &Suggestion) -> Vec<(Certainty, &str)> {
    let lines = found.proposal.proposed.iter();
    let lines = lines.filter(|line| line.question.contains("không có cột điểm tối đa"));
    lines
        .map(|line| (line.certainty, line.question.as_str()))
        .collect()
}

const OFFICES: [&str; 5] = [
    "Sở Tài chính",
    "Sở Nội vụ",
    "Sở Y tế",
    "UBND huyện Đăk Hà",
    "UBND huyện Sa Thầy",
];
const OF_TWO: &str = "Điểm tối đa cấp tỉnh|Điểm tối đa cấp huyện";

#[test]
fn it_is_asked_which_maxima_a_kind_without_its_own_column_has() {
    let with = |more: &[&str]| {
        let units: Vec<&str> = OFFICES.iter().chain(more).copied().collect();
        proposed(&of_levels(&units, OF_TWO))
    };
    assert_eq!(asked_columns(&with(&[])), []);
    // One commune is no level: it is asked for itself.
    let found = with(&["UBND xã Đăk La"]);
    let asked = asked_columns(&found);
    assert_eq!(asked.len(), 1, "{asked:?}");
    assert_eq!(asked[0].0, Certainty::Look);
    assert!(asked[0].1.contains("“Điểm tối đa cấp tỉnh”"), "{asked:?}");
    // Two are one, which is asked as well.
    let found = with(&["UBND xã Đăk La", "UBND xã Đăk Mar"]);
    let asked = asked_columns(&found);
    assert_eq!(asked.len(), 3, "{asked:?}");
    let of_level = |one: &&(Certainty, &str)| one.1.contains("Cấp xã");
    assert_eq!(asked.iter().filter(of_level).count(), 3, "{asked:?}");
}

#[test]
fn a_kind_without_its_own_column_has_the_one_for_all() {
    let units = [
        "UBND huyện Đăk Hà",
        "UBND huyện Sa Thầy",
        "Sở Tài chính",
        "Sở Y tế",
    ];
    let found = proposed(&of_levels(&units, "Điểm tối đa|Điểm tối đa cấp huyện"));
    assert_eq!(asked_columns(&found), []);
}
