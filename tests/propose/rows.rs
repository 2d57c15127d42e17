//! Rows of unknown forms: what they were taken for when the campaign was proposed, they are known as when it is run.

use crate::propose::command::{said, tonghop};
use crate::propose::kinds::form;
use crate::propose::marks::{Outcome, UNITS, run};
use crate::propose::measure::proposed;

/// The outcome of forms of these lines, in which `#` stands for a score that differs from unit to unit, and `2#` for two of them.
fn outcome(lines: &str) -> Outcome {
    of_forms(|_| lines.to_string())
}

/// The outcome of forms whose lines differ by the place of their unit.
fn of_forms(lines: impl Fn(usize) -> String) -> Outcome {
    let of_unit = |(place, unit): (usize, &&'static str)| {
        let score = 5 + place;
        let mut text = lines(place);
        for times in [3, 2] {
            text = text.replace(&format!("{times}#"), &(times * score).to_string());
        }
        (*unit, text.replace('#', &score.to_string()))
    };
    run(&UNITS.iter().enumerate().map(of_unit).collect::<Vec<_>>())
}

const HEADS: &str = "Nội dung;Điểm chuẩn;Tự chấm\n";

#[test]
fn words_before_the_codes_of_groups_stand_in_the_way_of_no_row() {
    for (first, second) in [
        ("PHẦN A: MÔI TRƯỜNG", "PHẦN B: NƯỚC VÀ RÁC"),
        ("Phần I. Môi trường", "Phần II. Nước và rác"),
        ("Mục 1 - Môi trường", "Mục 2 - Nước và rác"),
        ("Nhóm I: Môi trường", "Nhóm II: Nước và rác"),
    ] {
        let found = outcome(&format!(
            "{HEADS}{first};20;2#\nVệ sinh;10;#\nCây xanh;10;#\n{second};30;3#\nRác thải;10;#\nNước sạch;10;#\nTuyên \
             truyền;10;#\n"
        ));
        assert!(found.codes.is_empty(), "{first}: {:?}", found.codes);
        assert_eq!(found.of(UNITS[0]).len(), 5, "{first}");
    }
}

#[test]
fn a_word_before_another_code_is_no_row_of_the_group() {
    let found = of_forms(|place| {
        let code = if place == 3 { "C" } else { "A" };
        format!(
            "{HEADS}PHẦN {code}: MÔI TRƯỜNG;20;2#\nVệ sinh;10;#\nCây xanh;10;#\nPHẦN B: RÁC;20;2#\nRác thải;10;#\nNước \
             sạch;10;#\n"
        )
    });
    assert_eq!(found.codes, ["TH208"], "{}", found.text);
}

#[test]
fn a_number_in_place_of_the_letter_of_a_group_is_its_code() {
    for (first, second) in [("I", "II"), ("A", "B"), ("1", "2")] {
        let found = outcome(&format!(
            "STT;{HEADS}{first};Môi trường;20;2#\n1.1;Vệ sinh;10;#\n1.2;Cây xanh;10;#\n{second};Nước và rác;20;2#\n2.1;Rác \
             thải;10;#\n2.2;Nước sạch;10;#\n"
        ));
        assert!(found.codes.is_empty(), "{first}: {:?}", found.codes);
        assert_eq!(found.of(UNITS[0]).len(), 4, "{first}");
    }
}

#[test]
fn the_number_of_another_group_is_told() {
    let found = of_forms(|place| {
        let code = if place == 3 { "2.3" } else { "1.2" };
        format!(
            "STT;{HEADS}I;Môi trường;20;2#\n1.1;Vệ sinh;10;#\n{code};Cây xanh;10;#\nII;Nước và rác;20;2#\n2.1;Rác \
             thải;10;#\n2.2;Nước sạch;10;#\n"
        )
    });
    assert_eq!(found.codes, ["TH209"], "{}", found.text);
}

/// Points that are a share of what is beside them, in forms most of which plan 100.
fn planned(row: &str, plans: [u32; 4]) -> Outcome {
    of_forms(|place| {
        let (plan, done) = (plans[place], 60 + 10 * place as u32);
        let points = f64::from(done * 10) / f64::from(plan);
        let points = points.to_string().replace('.', ",");
        format!(
            "STT;Chỉ tiêu;Điểm tối đa;Kế hoạch;Thực hiện;Điểm tự chấm\n1;{row};10;{plan};{done};{points}\n2;Trồng \
             rừng;10;5;4;8\n3;Báo cáo;10;;;#\n"
        )
    })
}

#[test]
fn a_share_of_a_plan_of_a_hundred_is_no_percentage() {
    for plans in [[100; 4], [100, 100, 100, 200]] {
        let found = planned("Thu ngân sách", plans);
        // That nothing is read from the column is said, and no number is called a percentage above 100.
        assert_eq!(found.codes, ["TH232"; 4], "{plans:?}");
    }
}

#[test]
fn a_percentage_beside_a_plan_of_a_hundred_is_one_where_its_row_says_so() {
    let found = planned("Thu ngân sách (%)", [100; 4]);
    assert!(found.codes.is_empty(), "{:?}", found.codes);
}

#[test]
fn a_year_that_a_title_ends_in_needs_no_word() {
    let suggestion = |title: &str| {
        let one = |unit: &&str| {
            let lines = "STT|Tiêu chí|Điểm tối đa|Điểm tự chấm\n1|Vệ sinh|10|8\n2|Cây xanh|10|7\n3|Rác thải|10|9\n";
            form(
                &format!("{unit}.xlsx"),
                &[("Phiếu", format!("{unit}\n{title}\n{lines}"))],
            )
        };
        proposed(&UNITS.iter().map(one).collect::<Vec<_>>())
    };
    for (title, expected, asked) in [
        ("BÁO CÁO TỰ ĐÁNH GIÁ 2025", Some(2025), false),
        ("PHIẾU CHẤM ĐIỂM - 2025", Some(2025), false),
        ("PHIẾU CHẤM ĐIỂM NĂM 2025", Some(2025), false),
        ("BÁO CÁO TỰ ĐÁNH GIÁ 2024-2025", Some(2025), true),
        (
            "PHIẾU TỰ ĐÁNH GIÁ TRƯỜNG HỌC AN TOÀN, PHÒNG CHỐNG TAI NẠN THƯƠNG TÍCH NĂM HỌC 2024-2025",
            Some(2025),
            true,
        ),
        ("PHIẾU TỰ ĐÁNH GIÁ\nNăm học: 2024 - 2025", Some(2025), true),
        (
            "PHIẾU CHẤM ĐIỂM THEO KẾ HOẠCH NĂM HỌC 2024-2025",
            None,
            true,
        ),
        ("PHIẾU CHẤM ĐIỂM THEO BỘ CHỈ SỐ 2020", None, true),
    ] {
        let found = suggestion(title).proposal;
        let year = found
            .documents
            .settings
            .get("year")
            .and_then(toml::Value::as_integer);
        assert_eq!(year, expected, "{title}");
        let is_asked = found
            .proposed
            .iter()
            .any(|one| one.question == "Đánh giá của năm nào?");
        assert_eq!(is_asked, asked, "{title}");
    }
}

#[test]
fn the_same_part_of_two_offices_is_found_with_its_office() {
    let heads = [
        ("0", "SỞ Y TẾ\nPHÒNG TÀI VỤ"),
        ("1", "SỞ Y TẾ\nTHANH TRA"),
        ("2", "SỞ NỘI VỤ\nVĂN PHÒNG"),
        ("3", "SỞ TƯ PHÁP\nTHANH TRA"),
    ];
    let rows =
        "TT;Tiêu chí;Điểm tối đa;Điểm tự chấm\n1;Vệ sinh;10;8\n2;Cây xanh;10;7\n3;Rác thải;10;9\n";
    let folder = tempfile::tempdir().unwrap();
    let forms = folder.path().join("phieu");
    std::fs::create_dir(&forms).unwrap();
    for (place, (name, head)) in heads.iter().enumerate() {
        let rows = rows.replace(";8", &format!(";{place}"));
        let text = format!("{head}\nPHIẾU CHẤM ĐIỂM NĂM 2024\n{rows}");
        std::fs::write(forms.join(format!("{name}.csv")), text).unwrap();
    }
    let text = said(&tonghop(&["phieu"], folder.path()));
    assert!(
        text.contains("đã tổng hợp 4/4 đơn vị; 0 lỗi, 0 cảnh báo"),
        "{text}"
    );
}
