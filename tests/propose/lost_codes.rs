//! Rows whose codes an office program made dates, and units that only the name of a file names.

use tonghop::base::lang::Lang;
use tonghop::campaign::documents::Proposed;
use tonghop::input::propose::{Form, ListedUnit, Suggestion, propose};

use crate::propose::kinds::form;
use crate::propose::marks::UNITS;
use crate::propose::measure::proposed;

/// A form of which the codes below a group are these.
fn coded(place: usize, codes: [&str; 4]) -> Form {
    let unit = UNITS[place].to_uppercase();
    let [a, b, c, d] = codes;
    let score = 7 + place;
    let text = format!(
        "UBND TỈNH HÀ NAM\n{unit}\nPHIẾU TỰ CHẤM ĐIỂM NĂM 2025\n\nTT|Nội dung|Điểm tối đa|Điểm tự chấm\n\
         I|Quản lý|20|{0}\n{a}|Kế hoạch|10|{score}\n{b}|Báo cáo|10|5\n\
         II|Dịch vụ|20|{0}\n{c}|Trực tuyến|10|{score}\n{d}|Bưu chính|10|5\n|Tổng cộng|40|{1}",
        score + 5,
        2 * score + 10,
    );
    form(&format!("{place}.xlsx"), &[("Phiếu", text)])
}

fn ids(found: &Suggestion) -> Vec<String> {
    let criteria = found.proposal.documents.scheme["criterion"].as_array();
    let ids = criteria
        .into_iter()
        .flatten()
        .filter_map(|one| one["id"].as_str());
    ids.map(str::to_string).collect()
}

#[test]
fn codes_that_became_dates_are_the_same_rows() {
    let plain = ["1.1", "1.2", "2.1", "2.2"];
    let dates = ["01/01/2025", "01/02/2025", "02/01/2025", "02/02/2025"];
    let blank = ["", "", "", ""];
    for lost in [dates, blank] {
        for first in [0, 1] {
            let forms = (0..4).map(|place| {
                let is_lost = place % 2 == first;
                coded(place, if is_lost { lost } else { plain })
            });
            let found = proposed(&forms.collect::<Vec<Form>>());
            assert_eq!(ids(&found), ["I.1", "I.2", "II.1", "II.2"], "{lost:?}");
        }
    }
}

/// A form that says nothing of its unit.
fn unnamed(file: &str, shift: usize) -> Form {
    let text = format!(
        "PHIẾU TỰ CHẤM ĐIỂM NĂM 2025\n\nTT|Nội dung|Điểm tối đa|Điểm tự chấm\n\
         1|Kế hoạch|10|{0}\n2|Báo cáo|10|5\n3|Kiểm tra|10|{0}\n|Tổng cộng|30|{1}",
        4 + shift,
        13 + 2 * shift,
    );
    form(file, &[("Phiếu", text)])
}

fn names(found: &Suggestion) -> Vec<String> {
    let units = found.proposal.documents.units.iter();
    let mut names: Vec<String> = units.map(|unit| unit["name"].clone()).collect();
    names.sort();
    names
}

fn asked<'f>(found: &'f Suggestion, begin: &str) -> Vec<&'f Proposed> {
    let all = found.proposal.proposed.iter();
    all.filter(|one| one.question.starts_with(begin)).collect()
}

#[test]
fn a_unit_that_only_the_name_of_its_file_names_is_proposed_and_asked() {
    let files = [
        "Phieu danh gia - So Noi vu.xlsx",
        "01. Phiếu Sở Y tế năm 2025.xlsx",
        "UBND_xa_Tan_Son (da ky).xlsx",
        "Phieu so 3.xlsx",
        "Ban chinh thuc.xlsx",
    ];
    let forms = files.iter().enumerate();
    let forms: Vec<Form> = forms.map(|(at, file)| unnamed(file, at)).collect();
    let found = proposed(&forms);
    assert_eq!(names(&found), ["So Noi vu", "Sở Y tế", "UBND xa Tan Son"]);
    let by_file = asked(&found, "Phiếu không ghi tên đơn vị, tên này lấy ở tên tệp");
    assert_eq!(by_file.len(), 3);
    assert!(by_file.iter().all(|one| one.witness.is_none()));
    let open = asked(&found, "Tệp ");
    assert_eq!(open.len(), 2, "{open:?}");
}

#[test]
fn the_name_of_a_file_is_that_of_a_unit_which_is_known_already() {
    let with_head = |file: &str, shift: usize| {
        let text = format!(
            "UBND TỈNH HÀ NAM\nSỞ NỘI VỤ\nPHIẾU TỰ CHẤM ĐIỂM NĂM 2025\n\nTT|Nội dung|Điểm tối đa|Điểm tự chấm\n\
             1|Kế hoạch|10|{0}\n2|Báo cáo|10|5\n3|Kiểm tra|10|{0}\n|Tổng cộng|30|{1}",
            4 + shift,
            13 + 2 * shift,
        );
        form(file, &[("Phiếu", text)])
    };
    let forms = [
        with_head("1.xlsx", 0),
        unnamed("So Noi vu - nop lai.xlsx", 1),
        unnamed("So Y te.xlsx", 2),
    ];
    assert_eq!(names(&proposed(&forms)), ["So Y te", "Sở Nội vụ"]);
    let list = ["Sở Y tế", "Sở Nội vụ"].map(|name| ListedUnit {
        name: name.to_string(),
        code: None,
    });
    let found = propose(forms.to_vec(), &list, Lang::Vi).unwrap();
    assert_eq!(names(&found), ["Sở Nội vụ", "Sở Y tế"]);
    assert_eq!(found.unseen, 0);
}

#[test]
fn a_form_in_a_file_of_another_name_is_asked_about() {
    let with_head = |(shift, (file, unit)): (usize, &(&str, &str))| {
        let text = format!(
            "UBND TỈNH HÀ NAM\n{unit}\nPHIẾU TỰ CHẤM ĐIỂM NĂM 2025\n\nTT|Nội dung|Điểm tối đa|Điểm tự chấm\n\
             1|Kế hoạch|10|{0}\n2|Báo cáo|10|5\n3|Kiểm tra|10|{0}\n|Tổng cộng|30|{1}",
            4 + shift,
            13 + 2 * shift,
        );
        form(file, &[("Phiếu", text)])
    };
    let files = [
        ("Sở Nội vụ.xlsx", "SỞ NỘI VỤ"),
        ("Phieu So Tu phap 2025.xlsx", "SỞ TƯ PHÁP"),
        ("Sở Công Thương.xlsx", "SỞ Y TẾ"),
        ("Sở KHCN.xlsx", "SỞ KHOA HỌC VÀ CÔNG NGHỆ"),
    ];
    let forms = |files: &[(&str, &str)]| {
        files
            .iter()
            .enumerate()
            .map(with_head)
            .collect::<Vec<Form>>()
    };
    let found = proposed(&forms(&files));
    let other = asked(&found, "Tên tệp");
    assert_eq!(other.len(), 1, "{other:?}");
    let question = &other[0].question;
    assert!(question.contains("Sở Công Thương.xlsx") && question.contains("“Sở Công Thương”"));
    // Where no file is called as its form is, names of files say something else.
    let habit = [
        ("Sở Nội vụ 1.xlsx", "SỞ Y TẾ"),
        ("Sở Nội vụ 2.xlsx", "SỞ TƯ PHÁP"),
        ("Sở Nội vụ 3.xlsx", "SỞ TÀI CHÍNH"),
    ];
    assert!(asked(&proposed(&forms(&habit)), "Tên tệp").is_empty());
}
