//! One form for all with a column of maxima for each level: the unit's kind says which one is its own.

use tonghop::input::propose::Form;

use crate::propose::kinds::{form, maxima};
use crate::propose::measure::{proposed, scheme};

const UNITS: [&str; 5] = [
    "Sở Tài chính",
    "Sở Nội vụ",
    "Thanh tra tỉnh",
    "UBND huyện Sa Thầy",
    "UBND huyện Đắk Hà",
];

fn of(index: usize, heads: [&str; 2]) -> Form {
    let shift = index as u32;
    let [province, district] = heads;
    let own = if index < 3 {
        [38 - shift, 18, 25, 14]
    } else {
        [28 - shift, 27, 30, 8]
    };
    let lines = format!(
        "{}\nPHIẾU TỰ CHẤM ĐIỂM NĂM 2025\n\nTT|Nội dung|{province}|{district}|Điểm tự chấm\n\
         I|Công tác chỉ đạo|60|60|{}\n1|Ban hành kế hoạch|40|30|{}\n2|Báo cáo đúng hạn|20|30|{}\n\
         II|Kết quả thực hiện|40|40|{}\n1|Hồ sơ trực tuyến|25|30|{}\n2|Số hóa hồ sơ|15|10|{}\n|Tổng cộng|100|100|{}",
        UNITS[index],
        own[0] + own[1],
        own[0],
        own[1],
        own[2] + own[3],
        own[2],
        own[3],
        own.iter().sum::<u32>(),
    );
    form(&format!("{index}.xlsx"), &[("Phiếu", lines)])
}

#[test]
fn a_column_of_maxima_for_each_level_makes_two_levels() {
    for heads in [
        ["Điểm tối đa cấp tỉnh", "Điểm tối đa cấp huyện"],
        [
            "Điểm chuẩn của sở, ban, ngành",
            "Điểm chuẩn đối với UBND cấp huyện",
        ],
        ["Điểm tối đa (cấp tỉnh)", "Điểm tối đa (cấp huyện)"],
    ] {
        let forms: Vec<Form> = (0..5).map(|index| of(index, heads)).collect();
        let own = scheme(&proposed(&forms));
        let names: Vec<&str> = own.levels.iter().map(|level| level.name.as_str()).collect();
        let mut levels: Vec<(&str, Vec<String>)> = Vec::new();
        for (level, name) in names.into_iter().enumerate() {
            levels.push((name, maxima(&own, level)));
        }
        levels.sort();
        let of_level = |own: [u32; 4]| {
            let ids = ["I.1", "I.2", "II.1", "II.2"];
            let own = ids.iter().zip(own).map(|(id, own)| format!("{id} {own}"));
            let groups = ["I 60".to_string(), "II 40".to_string()];
            groups.into_iter().chain(own).collect::<Vec<String>>()
        };
        let expected = [
            ("Cấp huyện", of_level([30, 30, 30, 10])),
            ("Cấp tỉnh", of_level([40, 20, 25, 15])),
        ];
        assert_eq!(levels, expected, "{heads:?}");
    }
}

/// Where all units are of one kind, the other column holds for nobody.
#[test]
fn a_column_of_a_level_that_no_form_is_of_is_no_maximum() {
    let heads = ["Điểm tối đa cấp tỉnh", "Điểm tối đa cấp huyện"];
    let forms: Vec<Form> = [3, 4].into_iter().map(|index| of(index, heads)).collect();
    let own = scheme(&proposed(&forms));
    assert_eq!(own.levels.len(), 1);
    assert_eq!(
        maxima(&own, 0)[2..],
        ["I.1 30", "I.2 30", "II.1 30", "II.2 10"]
    );
}
