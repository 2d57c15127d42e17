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
    // Two are one: it is asked once for all of them.
    let found = with(&["UBND xã Đăk La", "UBND xã Đăk Mar"]);
    let asked = asked_columns(&found);
    assert_eq!(asked.len(), 1, "{asked:?}");
    assert!(asked[0].1.contains("riêng cho Cấp xã"), "{asked:?}");
}

/// A heading of maxima with the points of a group and of each of its two criteria.
type Maxima = (&'static str, u8, u8);

const FOR_ALL: Maxima = ("Điểm tối đa", 20, 10);
const OF_DISTRICTS: Maxima = ("Điểm tối đa cấp huyện", 12, 6);
const OF_COMMUNES: Maxima = ("Điểm tối đa cấp xã", 8, 4);

/// Forms of offices, districts and communes with such columns.
fn of_three(columns: [Maxima; 3]) -> Vec<Form> {
    let units = [
        "Sở Tài chính",
        "Sở Y tế",
        "UBND huyện Đăk Hà",
        "UBND huyện Sa Thầy",
        "UBND xã Đăk La",
        "UBND xã Đăk Mar",
    ];
    let heads = columns.map(|one| one.0).join("|");
    let most = |of: fn(&Maxima) -> u8| columns.map(|one| of(&one).to_string()).join("|");
    let (groups, criteria) = (most(|one| one.1), most(|one| one.2));
    let one = |(index, unit): (usize, &&str)| {
        let own = 3.0 - 0.25 * f64::from(index as u32);
        let text = format!(
            "{unit}\nPHIẾU TỰ CHẤM ĐIỂM NĂM 2025\n\nTT|Nội dung|{heads}|Điểm tự chấm\n\
             I|Công tác chỉ đạo|{groups}|\n1|Ban hành kế hoạch|{criteria}|{own}\n2|Báo cáo đúng hạn|{criteria}|3\n\
             II|Kết quả thực hiện|{groups}|\n1|Hồ sơ trực tuyến|{criteria}|2\n2|Số hóa hồ sơ|{criteria}|{own}"
        );
        form(&format!("{index}.xlsx"), &[("Phiếu", text)])
    };
    units.iter().enumerate().map(one).collect()
}

/// Whatever stands first: a kind has its own column, and one without has that for all.
#[test]
fn a_kind_without_its_own_column_has_the_one_for_all() {
    for columns in [
        [FOR_ALL, OF_DISTRICTS, OF_COMMUNES],
        [OF_DISTRICTS, FOR_ALL, OF_COMMUNES],
        [OF_COMMUNES, OF_DISTRICTS, FOR_ALL],
    ] {
        let found = proposed(&of_three(columns));
        assert_eq!(asked_columns(&found), []);
        let own = scheme(&found);
        let groups = own.groups.iter().map(|group| {
            let most = own.levels.iter().map(|level| {
                let most = group.maximum_at(&level.id);
                format!("{} {most}", level.id)
            });
            let mut most: Vec<String> = most.collect();
            most.sort();
            most.join(", ")
        });
        let groups: Vec<String> = groups.collect();
        assert_eq!(groups, ["huyen 12, tinh 20, xa 8"; 2], "{columns:?}");
    }
}
