//! One form for offices of the province and for committees: they are ranked apart, and it is asked whether that is right.

use tonghop::campaign::documents::Certainty;
use tonghop::input::propose::Form;

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
