//! Letterheads of several lines: the authority stands above, the unit's own name below it.

use tonghop::base::lang::Lang;
use tonghop::input::propose::{Form, ListedUnit, propose};

use crate::propose::kinds::form;
use crate::propose::measure::proposed;

fn of(index: usize, head: &str) -> Form {
    let shift = index as u32;
    let lines = format!(
        "{head}\n\nPHIẾU TỰ CHẤM ĐIỂM NĂM 2025\n\nTT|Nội dung|Điểm tối đa|Điểm tự chấm\n\
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

/// The units of forms with these letterheads, by name; `/` parts the lines.
fn units(heads: &[&str]) -> Vec<String> {
    let heads = heads.iter().enumerate();
    let forms: Vec<Form> = heads
        .map(|(index, head)| of(index, &head.replace(" / ", "\n")))
        .collect();
    let found = proposed(&forms);
    let units = found.proposal.documents.units.iter();
    let mut names: Vec<String> = units.map(|unit| unit["name"].clone()).collect();
    names.sort();
    names
}

#[test]
fn communes_stand_below_their_districts() {
    let found = units(&[
        "UBND HUYỆN KIM BẢNG / UBND XÃ TÂN SƠN",
        "UBND HUYỆN KIM BẢNG / UBND XÃ LÊ HỒ",
        "UBND HUYỆN THANH LIÊM / UBND XÃ LIÊM SƠN",
        "UBND HUYỆN KIM BẢNG",
    ]);
    let expected = [
        "UBND huyện Kim Bảng",
        "UBND xã Liêm Sơn",
        "UBND xã Lê Hồ",
        "UBND xã Tân Sơn",
    ];
    assert_eq!(found, expected);
}

#[test]
fn communes_of_one_name_are_told_apart_by_their_districts() {
    let found = units(&[
        "UBND HUYỆN KIM BẢNG / UBND XÃ TÂN SƠN",
        "UBND HUYỆN THANH LIÊM / UBND XÃ TÂN SƠN",
        "UBND HUYỆN KIM BẢNG / UBND XÃ LÊ HỒ",
    ]);
    let expected = [
        "UBND xã Lê Hồ",
        "UBND xã Tân Sơn, huyện Kim Bảng",
        "UBND xã Tân Sơn, huyện Thanh Liêm",
    ];
    assert_eq!(found, expected);
}

/// Only some forms have the office's name as the upper line, and others as their own.
#[test]
fn an_office_has_a_form_of_its_own_and_stands_above_others() {
    let found = units(&[
        "UBND TỈNH HÀ NAM / SỞ TÀI CHÍNH",
        "SỞ Y TẾ / CHI CỤC DÂN SỐ",
        "SỞ Y TẾ / TRUNG TÂM Y TẾ",
        "UBND TỈNH HÀ NAM / SỞ Y TẾ",
    ]);
    let expected = [
        "Chi cục Dân số",
        "Sở Tài chính",
        "Sở Y tế",
        "Trung tâm Y tế",
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_part_that_writes_for_its_district_is_no_unit() {
    let all = [
        "UBND HUYỆN KIM BẢNG / PHÒNG NỘI VỤ",
        "UBND HUYỆN THANH LIÊM / PHÒNG NỘI VỤ",
        "UBND HUYỆN LÝ NHÂN / VĂN PHÒNG",
        "UBND HUYỆN DUY TIÊN / VĂN PHÒNG",
    ];
    let expected = [
        "UBND huyện Duy Tiên",
        "UBND huyện Kim Bảng",
        "UBND huyện Lý Nhân",
        "UBND huyện Thanh Liêm",
    ];
    assert_eq!(units(&all), expected);
    // Two parts of each district, and each has its own form.
    let several = units(&[
        "UBND HUYỆN KIM BẢNG / PHÒNG NỘI VỤ",
        "UBND HUYỆN KIM BẢNG / PHÒNG TƯ PHÁP",
        "UBND HUYỆN LÝ NHÂN / PHÒNG NỘI VỤ",
        "UBND HUYỆN LÝ NHÂN / PHÒNG TƯ PHÁP",
    ]);
    assert_eq!(several.len(), 4, "{several:?}");
}

/// A part that most forms name is no heading of all of them.
#[test]
fn parts_of_several_offices_are_units_of_their_own() {
    let found = units(&[
        "UBND HUYỆN KIM BẢNG / PHÒNG NỘI VỤ",
        "UBND HUYỆN LÝ NHÂN / PHÒNG NỘI VỤ",
        "UBND HUYỆN KIM BẢNG / PHÒNG TƯ PHÁP",
    ]);
    let expected = [
        "Phòng Nội vụ, huyện Kim Bảng",
        "Phòng Nội vụ, huyện Lý Nhân",
        "Phòng Tư pháp, huyện Kim Bảng",
    ];
    assert_eq!(found, expected);
    // One of each district: the same part of another district may come later. Parts of one district alone are called as they are.
    let found = units(&[
        "UBND HUYỆN KIM BẢNG / PHÒNG NỘI VỤ",
        "UBND HUYỆN LÝ NHÂN / PHÒNG TƯ PHÁP",
        "UBND HUYỆN LÝ NHÂN / PHÒNG Y TẾ",
    ]);
    let expected = [
        "Phòng Nội vụ, huyện Kim Bảng",
        "Phòng Tư pháp, huyện Lý Nhân",
        "Phòng Y tế, huyện Lý Nhân",
    ];
    assert_eq!(found, expected);
    let found = units(&[
        "UBND HUYỆN KIM BẢNG / PHÒNG NỘI VỤ",
        "UBND HUYỆN KIM BẢNG / PHÒNG TƯ PHÁP",
        "UBND HUYỆN KIM BẢNG / PHÒNG Y TẾ",
    ]);
    assert_eq!(found, ["Phòng Nội vụ", "Phòng Tư pháp", "Phòng Y tế"]);
}

#[test]
fn the_place_below_a_commune_is_not_the_unit() {
    let found = units(&[
        "UBND XÃ TÂN SƠN / HUYỆN KIM BẢNG",
        "UBND XÃ LÊ HỒ / HUYỆN KIM BẢNG",
        "UBND XÃ LIÊM SƠN / HUYỆN THANH LIÊM",
    ]);
    assert_eq!(
        found,
        ["UBND xã Liêm Sơn", "UBND xã Lê Hồ", "UBND xã Tân Sơn"]
    );
}

/// The campaign's own province, before an office's name or behind it.
#[test]
fn offices_of_the_list_are_found_with_their_province() {
    let heads = [
        "UBND TỈNH HÀ NAM / SỞ TÀI CHÍNH TỈNH HÀ NAM",
        "UBND TỈNH HÀ NAM / SỞ Y TẾ HÀ NAM",
        "UBND TỈNH HÀ NAM – SỞ TƯ PHÁP",
        "UBND TỈNH HÀ NAM / SỞ NỘI VỤ TỈNH NAM ĐỊNH",
    ];
    let heads = heads.iter().enumerate();
    let forms: Vec<Form> = heads
        .map(|(index, head)| of(index, &head.replace(" / ", "\n")))
        .collect();
    let listed = |name: &str| ListedUnit {
        name: name.to_string(),
        code: None,
    };
    let list = ["Sở Tài chính", "Sở Y tế", "Sở Tư pháp", "Sở Nội vụ"].map(listed);
    let found = propose(forms, &list, Lang::Vi).unwrap();
    let units = found.proposal.documents.units.iter();
    let mut names: Vec<String> = units.map(|unit| unit["name"].clone()).collect();
    names.sort();
    // That of another province is none of these.
    let expected = [
        "Sở Nội vụ",
        "Sở Nội vụ tỉnh Nam Định",
        "Sở Tài chính",
        "Sở Tư pháp",
        "Sở Y tế",
    ];
    assert_eq!(names, expected);
    assert_eq!(found.unseen, 1);
}

/// The list says what no word of the name does.
#[test]
fn names_of_the_list_stand_alone_above_a_table() {
    let heads = [
        "TỈNH ĐOÀN",
        "Báo Hà Nam",
        "Tài liệu kèm theo",
        "TỈNH ĐOÀN\nBáo Hà Nam",
    ];
    let heads = heads.iter().enumerate();
    let forms: Vec<Form> = heads.map(|(index, head)| of(index, head)).collect();
    let listed = |name: &str| ListedUnit {
        name: name.to_string(),
        code: None,
    };
    let found = propose(
        forms,
        &["Tỉnh đoàn", "Báo Hà Nam", "Kiểm toán"].map(listed),
        Lang::Vi,
    );
    let found = found.unwrap();
    // A form with two of them is nobody's, and one with none neither.
    assert_eq!(found.unseen, 1);
    let questions = found.proposal.proposed.iter().map(|one| &one.question);
    let mut asked: Vec<&str> = questions
        .filter_map(|one| one.strip_prefix("Tệp ")?.split_once(' '))
        .map(|(file, _)| file)
        .collect();
    asked.sort_unstable();
    assert_eq!(asked, ["2.xlsx", "3.xlsx"]);
}

/// `THANH TRA` alone is a part where others of the same office write as well, and the office itself where it alone does.
#[test]
fn parts_named_by_their_kind_alone_are_units_below_one_office() {
    let found = units(&[
        "SỞ Y TẾ / PHÒNG TÀI VỤ",
        "SỞ Y TẾ / THANH TRA",
        "SỞ Y TẾ / VĂN PHÒNG",
        "SỞ Y TẾ / PHÒNG NGHIỆP VỤ Y",
    ]);
    assert_eq!(found.len(), 4, "{found:?}");
    assert!(found.contains(&"Thanh tra".to_string()), "{found:?}");
    let found = units(&[
        "UBND TỈNH HÀ NAM / SỞ Y TẾ / VĂN PHÒNG",
        "UBND TỈNH HÀ NAM / SỞ NỘI VỤ / VĂN PHÒNG",
        "UBND TỈNH HÀ NAM / SỞ TƯ PHÁP",
        "UBND TỈNH HÀ NAM / SỞ TÀI CHÍNH",
    ]);
    assert_eq!(
        found,
        ["Sở Nội vụ", "Sở Tài chính", "Sở Tư pháp", "Sở Y tế"]
    );
}

#[test]
fn a_room_that_fills_in_the_form_of_its_office_is_no_unit() {
    let found = units(&[
        "SỞ Y TẾ / THANH TRA",
        "SỞ TÀI CHÍNH / THANH TRA",
        "SỞ XÂY DỰNG / VĂN PHÒNG",
        "SỞ NỘI VỤ / PHÒNG TỔ CHỨC",
    ]);
    let expected = ["Sở Nội vụ", "Sở Tài chính", "Sở Xây dựng", "Sở Y tế"];
    assert_eq!(found, expected);
    // Several rooms of one office write, or the office does so itself.
    let found = units(&[
        "SỞ Y TẾ / THANH TRA",
        "SỞ Y TẾ / PHÒNG TÀI VỤ",
        "SỞ TÀI CHÍNH / THANH TRA",
    ]);
    let expected = ["Phòng Tài vụ", "Sở Tài chính", "Thanh tra Sở Y tế"];
    assert_eq!(found, expected);
    let found = units(&[
        "UBND TỈNH HÀ NAM / SỞ NỘI VỤ",
        "UBND TỈNH HÀ NAM / SỞ Y TẾ",
        "SỞ NỘI VỤ / PHÒNG TỔ CHỨC",
    ]);
    assert_eq!(found, ["Phòng Tổ chức", "Sở Nội vụ", "Sở Y tế"]);
}

/// The form of an office that one of its parts wrote, or the part's own: nothing in the form tells.
#[test]
fn it_is_asked_whether_a_form_is_a_parts_own() {
    let asked = |heads: &[&str]| {
        let heads = heads.iter().enumerate();
        let forms: Vec<Form> = heads
            .map(|(index, head)| of(index, &head.replace(" / ", "\n")))
            .collect();
        let found = proposed(&forms);
        let sources = found.proposal.proposed.iter();
        let questions = sources.map(|one| one.question.clone());
        questions
            .filter(|one| one.contains("Dưới tên này phiếu ghi"))
            .collect::<Vec<String>>()
    };
    let asked_of_one = asked(&["SỞ Y TẾ / THANH TRA", "SỞ TƯ PHÁP", "SỞ TÀI CHÍNH"]);
    assert_eq!(asked_of_one.len(), 1, "{asked_of_one:?}");
    assert!(
        asked_of_one[0].contains("“THANH TRA, Sở Y tế”"),
        "{asked_of_one:?}"
    );
    // Where most forms are so, it is how they are written.
    let all = ["SỞ Y TẾ / VĂN PHÒNG", "SỞ TƯ PHÁP / VĂN PHÒNG", "SỞ NỘI VỤ"];
    assert_eq!(asked(&all), Vec::<String>::new());
}
