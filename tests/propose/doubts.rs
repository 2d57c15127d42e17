//! What one unit altered, points taken off, numbers below 0, fields beside the rows, blocks, titles: made forms.

use tonghop::base::cell::{CellAddress, CellRange};
use tonghop::campaign::definition::PathStep;
use tonghop::campaign::documents::{Certainty, Proposed};
use tonghop::input::propose::{Form, Suggestion};

use crate::propose::kinds::{form, maxima, merged};
use crate::propose::measure::{proposed, scheme};

const COMMUNES: [&str; 6] = [
    "Tân Hà",
    "Bảo Lâm",
    "Tân Lập",
    "Bình An",
    "Hòa Bình",
    "Phú Lâm",
];
const TITLE: &str = "PHIẾU CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM 2024";

/// A form with these maxima in two groups of two.
fn of_maxima(unit: &str, title: &str, own: [u32; 4]) -> Form {
    let [a, b, c, d] = own;
    let rows = [
        ("I", a + b, String::new()),
        ("1", a, a.to_string()),
        ("2", b, (b - 1).to_string()),
        ("II", c + d, String::new()),
        ("1", c, (c - 1).to_string()),
        ("2", d, d.to_string()),
    ];
    let mut text = format!("{unit}\n{title}\nSTT | Nội dung | Điểm tối đa | Điểm tự chấm\n");
    for (place, (code, most, claimed)) in rows.iter().enumerate() {
        text.push_str(&format!("{code} | Nội dung {place} | {most} | {claimed}\n"));
    }
    form(&format!("{unit}.xlsx"), &[("Phiếu", text)])
}

#[test]
fn what_one_form_alone_prints_is_no_level_unless_its_unit_is_of_another_kind() {
    let of = |name: &str, own| of_maxima(name, TITLE, own);
    let usual = || {
        COMMUNES
            .iter()
            .map(|name| of(&format!("UBND xã {name}"), [10, 20, 30, 40]))
    };
    let altered = [[10, 25, 30, 40], [10, 20, 40, 30], [20, 40, 60, 80]];
    for own in altered {
        let mut forms: Vec<Form> = usual().collect();
        forms.push(of("UBND xã Mỹ Đức", own));
        let found = scheme(&proposed(&forms));
        assert_eq!(found.levels.len(), 1, "{own:?}");
        let expected = ["I 30", "II 70", "I.1 10", "I.2 20", "II.1 30", "II.2 40"];
        assert_eq!(maxima(&found, 0), expected);
        // Two that print the same are a level, and so is the only one of its kind.
        forms.push(of("UBND xã Đông Hà", own));
        let found = proposed(&forms);
        assert_eq!(scheme(&found).levels.len(), 2, "{own:?}");
        // They may have changed the maxima themselves.
        let both = "Chỉ có 2 phiếu (UBND xã Mỹ Đức.xlsx; UBND xã Đông Hà.xlsx)";
        let is_asked = |found: &Suggestion, begin: &str| {
            let mut all = found.proposal.proposed.iter();
            all.any(|one| one.question.starts_with(begin))
        };
        assert!(is_asked(&found, both), "{own:?}");
        let mut forms: Vec<Form> = usual().collect();
        forms.push(of("Sở Nội vụ", own));
        let found = proposed(&forms);
        assert_eq!(scheme(&found).levels.len(), 2, "{own:?}");
        assert!(!is_asked(&found, "Chỉ có"), "{own:?}");
    }
}

#[test]
fn blocks_are_named_as_the_forms_print_them() {
    let of = |blocks: [&str; 2]| {
        let one = |place: usize| {
            let own = [[10, 20, 30, 40], [20, 20, 30, 30]][place % 2];
            let unit = format!("{}\nUBND xã {}", blocks[place % 2], COMMUNES[place]);
            of_maxima(&unit, TITLE, own)
        };
        let found = scheme(&proposed(&(0..6).map(one).collect::<Vec<_>>()));
        let names = found.levels.iter().map(|one| one.name.clone());
        names.collect::<Vec<String>>()
    };
    assert_eq!(
        of(["KHỐI CÁC CƠ QUAN KINH TẾ", "KHỐI CÁC CƠ QUAN VĂN HÓA"]),
        ["Khối các cơ quan kinh tế", "Khối các cơ quan văn hóa"]
    );
    // The brackets around a line are none of its name.
    assert_eq!(
        of(["(Khối sở)", "(Khối các xã)"]),
        ["Khối các xã", "Khối sở"]
    );
}

/// Forms with two criteria and one whose points are what these forms write.
fn with_last(caption: &str, row: &str, most: &str, claimed: [&str; 4]) -> Suggestion {
    let one = |place: usize| {
        let text = format!(
            "UBND xã {}\n{TITLE}\nSTT | Nội dung | Điểm tối đa | Điểm tự chấm\nI | CHUYÊN MÔN | 100 |\n1 | Kế hoạch | 60 | {}\n2 | Tiến độ | 40 | {}\nII | {caption} | |\n1 | {row} | {most} | {}\n",
            COMMUNES[place],
            60 - place,
            40 - place,
            claimed[place]
        );
        form(&format!("{place}.xlsx"), &[("Phiếu", text)])
    };
    proposed(&(0..4).map(one).collect::<Vec<_>>())
}

fn key(key: &str) -> PathStep {
    PathStep::Key(key.to_string())
}

/// The limits of the last criterion, and whether it is asked for.
fn last(suggestion: &Suggestion) -> (String, bool) {
    let found = scheme(suggestion);
    let one = found.criteria.last().unwrap();
    let most = one.maximum_at(&found.levels[0].id).unwrap();
    let place = found.criteria.len() - 1;
    let is_it = |line: &&Proposed| {
        let path = [key("criterion"), PathStep::Index(place), key("maximum")];
        line.path == path
    };
    let line = suggestion.proposal.proposed.iter().find(is_it).unwrap();
    let least = one.minimum.unwrap_or_default();
    let limits = format!("{least} to {most}");
    (
        limits,
        line.certainty != Certainty::Sure && !line.question.is_empty(),
    )
}

#[test]
fn points_that_are_taken_off_are_never_proposed_to_be_added() {
    for (caption, row, most) in [
        (
            "ĐIỂM TRỪ",
            "Bị trừ điểm do có công chức vi phạm kỷ luật",
            "",
        ),
        ("KỶ LUẬT", "Bị trừ điểm do có công chức vi phạm", ""),
        ("KỶ LUẬT", "Trừ 5 điểm nếu có công chức bị kỷ luật", ""),
        ("ĐIỂM TRỪ", "Vi phạm kỷ luật", "5"),
        ("PHẦN GIẢM TRỪ", "Báo cáo chậm", ""),
        ("CÁC VI PHẠM, KHUYẾT ĐIỂM", "Báo cáo chậm", "5"),
    ] {
        for claimed in [["2", "", "5", ""], ["-2", "", "5", "-5"]] {
            let suggestion = with_last(caption, row, most, claimed);
            let expected = ("-5 to 0".to_string(), true);
            assert_eq!(last(&suggestion), expected, "{caption}, {row}, {claimed:?}");
        }
    }
    // What the group and the total count is no penalty, whatever it is called.
    let counted = with_last(
        "CHẤN CHỈNH",
        "Vi phạm đã được xử lý xong",
        "10",
        ["9", "4", "10", "8"],
    );
    assert_eq!(last(&counted).0, "-10 to 0");
    let one = |place: usize| {
        let text = format!(
            "UBND xã {}\n{TITLE}\nSTT | Nội dung | Điểm tối đa | Điểm tự chấm\nI | CHUYÊN MÔN | 60 |\n1 | Kế hoạch | 60 | {}\nII | CHẤN CHỈNH | 20 |\n1 | Vi phạm đã được xử lý xong | 10 | {}\n2 | Giảm trừ giấy tờ | 10 | 8\n",
            COMMUNES[place],
            60 - place,
            10 - place
        );
        form(&format!("{place}.xlsx"), &[("Phiếu", text)])
    };
    let own = scheme(&proposed(&(0..4).map(one).collect::<Vec<_>>()));
    assert_eq!(own.total_maximum.to_string(), "80");
    let added = with_last("ĐIỂM CỘNG", "Có sáng kiến", "", ["2", "", "5", ""]);
    assert_eq!(last(&added).0, "0 to 5");
}

#[test]
fn one_number_below_zero_is_no_minimum() {
    let suggestion = with_last(
        "KỶ LUẬT",
        "Chấp hành giờ làm việc",
        "10",
        ["9", "-4", "10", "8"],
    );
    assert_eq!(last(&suggestion).0, "0 to 10");
    let all = with_last(
        "KỶ LUẬT",
        "Vi phạm giờ làm việc",
        "",
        ["-1", "-4", "", "-2"],
    );
    assert_eq!(last(&all).0, "-4 to 0");
}

#[test]
fn a_field_that_is_merged_or_repeated_beside_its_rows_is_a_group() {
    let fields = ["Thể chế", "Thủ tục hành chính", "Bộ máy"];
    for (is_numbered, is_merged) in [(false, true), (true, true), (false, false), (true, false)] {
        let one = |place: usize| {
            let code = |text: &str| {
                if is_numbered {
                    format!("{text} | ")
                } else {
                    String::new()
                }
            };
            let mut text = format!(
                "UBND xã {}\n{TITLE}\nLĩnh vực | {}Tiêu chí | Điểm tối đa | Điểm tự chấm\n",
                COMMUNES[place],
                code("TT")
            );
            for field in fields {
                for (number, (name, most)) in [("Ban hành", 5), ("Thực hiện", 10), ("Báo cáo", 5)]
                    .iter()
                    .enumerate()
                {
                    let field = if number == 0 || !is_merged { field } else { "" };
                    let code = code(&(number + 1).to_string());
                    text.push_str(&format!(
                        "{field} | {code}{name} | {most} | {}\n",
                        most - place as u32 % 3
                    ));
                }
            }
            let range = |first: u32| CellRange {
                first: CellAddress::new(first, 0),
                last: CellAddress::new(first + 2, 0),
            };
            let merges = if is_merged {
                [3, 6, 9].map(range).to_vec()
            } else {
                Vec::new()
            };
            merged(&format!("{place}.xlsx"), &text, merges)
        };
        let suggestion = proposed(&(0..4).map(one).collect::<Vec<_>>());
        let found = scheme(&suggestion);
        let names: Vec<&str> = found.groups.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, fields);
        let expected = [
            "I 20", "II 20", "III 20", "I.1 5", "I.2 10", "I.3 5", "II.1 5", "II.2 10", "II.3 5",
            "III.1 5", "III.2 10", "III.3 5",
        ];
        assert_eq!(maxima(&found, 0), expected);
        // The three fields, and nothing of them is the unit's own.
        for account in &suggestion.files {
            assert_eq!(
                (account.answer, account.note, account.ignored),
                (10, 0, 0),
                "{account:?}"
            );
        }
    }
}

/// What comes back further down tells rows apart, and does not put them together.
#[test]
fn a_word_that_comes_back_beside_the_rows_is_no_group() {
    let one = |place: usize| {
        let mut text = format!(
            "UBND xã {}\n{TITLE}\nCách chấm | TT | Tiêu chí | Điểm tối đa | Điểm tự chấm\n",
            COMMUNES[place]
        );
        for number in 1..=12 {
            let way = ["tự chấm", "tự chấm", "theo báo cáo"][number % 3];
            let points = 5 + number - place % 3;
            text.push_str(&format!(
                "{way} | {number} | Tiêu chí số {number} | {} | {points}\n",
                5 + number
            ));
        }
        merged(&format!("{place}.xlsx"), &text, Vec::new())
    };
    let found = scheme(&proposed(&(0..4).map(one).collect::<Vec<_>>()));
    assert_eq!(found.groups.len(), 1);
    assert_eq!(found.criteria.len(), 12);
}

#[test]
fn a_title_keeps_what_it_is_about() {
    for (title, name) in [
        (
            "BẢNG CHẤM ĐIỂM KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2025",
            "Kết quả thực hiện nhiệm vụ năm 2025",
        ),
        (
            "KẾT QUẢ TỰ CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH NĂM 2025",
            "Cải cách hành chính năm 2025",
        ),
        (
            "BIỂU CHẤM ĐIỂM KẾT HỢP QUÂN DÂN Y NĂM 2025",
            "Kết hợp quân dân y năm 2025",
        ),
        (
            "PHIẾU TỰ ĐÁNH GIÁ, CHẤM ĐIỂM TỰ CHỦ TÀI CHÍNH NĂM 2025",
            "Tự chủ tài chính năm 2025",
        ),
        (TITLE, "Cải cách hành chính năm 2024"),
    ] {
        let forms =
            COMMUNES.map(|unit| of_maxima(&format!("UBND xã {unit}"), title, [10, 20, 30, 40]));
        let settings = proposed(&forms).proposal.documents.settings;
        assert_eq!(settings["name"].as_str(), Some(name), "{title}");
    }
}

/// Grades that forms print are quoted where they are asked for, and each level's own where these differ.
#[test]
fn grades_that_forms_print_are_quoted_by_level() {
    let one = |place: usize, unit: &str, least: u32| {
        let text = format!(
            "UBND TỈNH HÀ NAM\n{unit}\nPHIẾU TỰ CHẤM ĐIỂM NĂM 2025\n\nTT|Nội dung|Điểm tối đa|Điểm tự chấm\n\
             1|Kế hoạch|10|{0}\n2|Báo cáo|10|5\n3|Kiểm tra|10|{0}\n|Tổng cộng|30|{1}\n\n\
             - Xuất sắc: từ {least} điểm trở lên\n- Tốt: dưới {least} điểm\nNgười lập: tốt nghiệp khóa 12",
            4 + place,
            13 + 2 * place,
        );
        form(&format!("{place}.xlsx"), &[("Phiếu", text)])
    };
    let question = |forms: &[Form]| {
        let found = proposed(forms);
        let mut all = found
            .proposal
            .proposed
            .iter()
            .map(|one| one.question.clone());
        all.find(|one| one.contains("xếp loại")).unwrap()
    };
    let offices = ["SỞ NỘI VỤ", "SỞ Y TẾ", "SỞ TƯ PHÁP"];
    let districts = [
        "UBND HUYỆN KIM BẢNG",
        "UBND HUYỆN LÝ NHÂN",
        "UBND HUYỆN DUY TIÊN",
    ];
    let of_offices = || (0..3).map(|at| one(at, offices[at], 28));
    let of_districts = |least: u32| (0..3).map(move |at| one(at + 3, districts[at], least));
    let alone = question(&of_offices().collect::<Vec<_>>());
    assert!(
        alone.contains("“Xuất sắc: từ 28 điểm trở lên”; “Tốt: dưới 28 điểm”."),
        "{alone}"
    );
    let both = question(&of_offices().chain(of_districts(25)).collect::<Vec<_>>());
    let quoted = ["Cấp tỉnh: “Xuất sắc: từ 28", "Cấp huyện: “Xuất sắc: từ 25"];
    assert!(quoted.iter().all(|one| both.contains(one)), "{both}");
    let same = question(&of_offices().chain(of_districts(28)).collect::<Vec<_>>());
    assert!(!same.contains("Cấp huyện"), "{same}");
    // What options and rows ask for is no grade.
    let with_options = |place: usize| {
        let text = format!(
            "UBND TỈNH HÀ NAM\n{}\nPHIẾU TỰ CHẤM ĐIỂM NĂM 2025\n\nTT|Nội dung|Điểm tối đa|Điểm tự chấm\n\
             1|Kế hoạch|10|{1}\n|Hoàn thành từ 80% đến dưới 100%: 10||\n|Hoàn thành dưới 80%: 5||\n\
             2|Tỷ lệ đánh giá tốt từ 90% trở lên|10|5\n3|Tỷ lệ đánh giá khá dưới 90%|10|{2}\n|Tổng cộng|30|{3}",
            offices[place],
            5 + 5 * (place % 2),
            4 + place,
            14 + place + 5 * (place % 2),
        );
        form(&format!("{place}.xlsx"), &[("Phiếu", text)])
    };
    let asked = question(&(0..3).map(with_options).collect::<Vec<_>>());
    assert!(!asked.contains('“'), "{asked}");
}
