//! Forms in several sheets: the second part, and points on a sheet of their own, under headings that no word of the program knows.

use tonghop::input::propose::Form;

use crate::propose::kinds::form;
use crate::propose::measure::{proposed, scheme};

/// A form whose third group, of two criteria, stands on a sheet with these headings; without a row of a total.
fn of(index: usize, headings: &str) -> Form {
    let own = index;
    let first = format!(
        "SỞ {index}\n\nBẢNG TỰ CHẤM ĐIỂM NĂM 2025\n\nTT|Nội dung|Điểm tối đa|Điểm tự chấm\n\
         I|Công tác chỉ đạo|60|{}\n1|Ban hành kế hoạch|40|{}\n2|Báo cáo đúng hạn|20|20\n\
         II|Kết quả thực hiện|40|{}\n1|Hồ sơ trực tuyến|25|{}\n2|Số hóa hồ sơ|15|10",
        50 + own,
        30 + own,
        31 + own,
        21 + own,
    );
    let second = format!(
        "SỞ {index}\nPHẦN II\n\n{headings}\nIII|Ứng dụng công nghệ|20|{}\n1|Họp trực tuyến|12|{}\n2|Chữ ký số|8|{}",
        8 + own,
        7 + own / 2,
        1 + own - own / 2,
    );
    form(
        &format!("SỞ {index}.xlsx"),
        &[("Phần 1", first), ("Phần 2", second)],
    )
}

#[test]
fn the_second_part_of_a_form_counts_whatever_its_texts_are_called() {
    for headings in [
        "TT|Nội dung|Điểm tối đa|Điểm tự chấm",
        "TT|Nội dung công tác|Điểm tối đa|Điểm tự chấm",
        "TT|Hoạt động|Điểm tối đa|Điểm tự chấm",
    ] {
        let forms: Vec<Form> = (0..6).map(|index| of(index, headings)).collect();
        let found = scheme(&proposed(&forms));
        let ids: Vec<&str> = found.groups.iter().map(|one| &*one.id.0).collect();
        assert_eq!(ids, ["I", "II", "III"], "{headings}");
        assert_eq!(found.criteria.len(), 6, "{headings}");
    }
}

#[test]
fn points_added_on_a_sheet_of_their_own_are_asked_for() {
    let bonus = |index: usize, points: &str| {
        let own = of(index, "TT|Nội dung|Điểm tối đa|Điểm tự chấm");
        let mut book = (*own.book).clone();
        let lines = format!(
            "ĐIỂM THƯỞNG\nSTT|Thành tích đạt được|Số quyết định|{points}\n1|Bằng khen cấp bộ|12/QĐ|{}\n2|Sáng kiến cấp tỉnh|7/QĐ|2",
            1 + index % 3
        );
        let sheet = form("Thưởng.xlsx", &[("Thưởng", lines)]);
        book.grids.extend(sheet.book.grids.iter().cloned());
        Form {
            book: book.into(),
            ..own
        }
    };
    for points in ["Điểm cộng", "Điểm thưởng"] {
        let forms: Vec<Form> = (0..6).map(|index| bonus(index, points)).collect();
        let found = proposed(&forms).proposal;
        let asked = found.headings.iter().filter(|one| !one.question.is_empty());
        let asked: Vec<&str> = asked.map(|one| one.text.as_str()).collect();
        assert_eq!(asked, [points]);
    }
}
