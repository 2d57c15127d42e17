//! A ministry's form: Roman numerals, weights, maxima of each kind of units, three columns of scores below one heading.

use tonghop::input::propose::Form;

use crate::propose::kinds::{form, heading, maxima};
use crate::propose::measure::{proposed, scheme};

const UNITS: [&str; 6] = [
    "VỤ PHÁP CHẾ",
    "VỤ TỔ CHỨC CÁN BỘ",
    "VỤ KẾ HOẠCH",
    "CỤC ĐĂNG KIỂM",
    "CỤC HÀNG HẢI",
    "CỤC ĐƯỜNG THỦY",
];
/// Group, code, weight, the maximum of a vụ and of a cục, which may not have it.
type Row = (&'static str, &'static str, f64, Option<f64>, Option<f64>);
const ROWS: [Row; 5] = [
    ("I", "1", 2.0, Some(10.0), Some(10.0)),
    ("I", "2", 1.0, Some(10.0), Some(15.0)),
    ("II", "1", 3.0, Some(10.0), Some(5.0)),
    ("II", "2", 1.0, None, Some(5.0)),
    ("II", "3", 2.0, Some(5.0), Some(10.0)),
];

fn ministry(headings: [&str; 2]) -> Vec<Form> {
    let one = |place: usize| {
        let is_agency = place > 2;
        let shown = |value: Option<f64>| value.map(|one| one.to_string()).unwrap_or_default();
        let (mut body, mut total, mut group) = (String::new(), 0.0, "");
        for (row, (own, code, weight, most, of_agency)) in ROWS.into_iter().enumerate() {
            if own != group {
                body.push_str(&format!("{own} | Lĩnh vực {own}\n"));
                group = own;
            }
            let Some(limit) = (if is_agency { of_agency } else { most }) else {
                continue;
            };
            let step = f64::from(u8::try_from((place * 3 + row * 5) % 7).unwrap());
            let score = limit - step / 4.0;
            total += weight * score;
            body.push_str(&format!(
                "{code} | Nhiệm vụ {own}{code} | {weight} | {} | {} | {score}\n",
                shown(most),
                shown(of_agency)
            ));
        }
        let [department, agency] = headings;
        let text = format!(
            "BỘ XÂY DỰNG\n{}\nPHIẾU CHẤM ĐIỂM NHIỆM VỤ NĂM 2025\nTT | Nội dung | Hệ số | {department} | {agency} | Điểm đơn vị chấm | Điểm tổ thẩm định | Điểm hội đồng\n{body} | Tổng cộng | | | | {total}",
            UNITS[place]
        );
        form(&format!("{place}.xlsx"), &[("Phiếu", text)])
    };
    (0..6).map(one).collect()
}

#[test]
fn columns_of_maxima_that_name_what_units_are_called_are_of_these_units() {
    for headings in [
        ["Điểm tối đa Vụ", "Điểm tối đa Cục"],
        ["Điểm chuẩn đối với các Vụ", "Điểm chuẩn đối với các Cục"],
    ] {
        let suggestion = proposed(&ministry(headings));
        let own = scheme(&suggestion);
        let level = |name: &str| own.levels.iter().position(|one| one.name == name).unwrap();
        assert_eq!(
            maxima(&own, level("Vụ")),
            ["I 30", "II 40", "I.1 10", "I.2 10", "II.1 10", "II.3 5"]
        );
        assert_eq!(own.levels[level("Cục")].units, "các cục");
        assert_eq!(
            maxima(&own, level("Cục")),
            [
                "I 35", "II 40", "I.1 10", "I.2 15", "II.1 5", "II.2 5", "II.3 10"
            ]
        );
        assert_eq!(heading(&suggestion, headings[0]), Some("maximum"));
        assert_eq!(heading(&suggestion, "Điểm đơn vị chấm"), Some("claimed"));
        let weights: Vec<String> = own
            .criteria
            .iter()
            .map(|one| one.weight.to_string())
            .collect();
        assert_eq!(weights, ["2", "1", "3", "1", "2"]);
    }
}

#[test]
fn columns_of_maxima_that_name_no_unit_are_of_no_kind() {
    let suggestion = proposed(&ministry(["Điểm tối đa", "Điểm tối đa theo quy định"]));
    assert_eq!(heading(&suggestion, "Điểm đơn vị chấm"), Some("claimed"));
    let of_none = ministry(["Điểm tối đa Vụ", "Điểm tối đa Trung tâm"]);
    let suggestion = proposed(&of_none[..3]);
    assert_eq!(
        heading(&suggestion, "Điểm tối đa Trung tâm"),
        Some("ignored")
    );
}
