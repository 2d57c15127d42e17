//! Lists whose groups no code tells: what adds up, a stated total and capitals say which line stands above which.

use tonghop::input::propose::Form;

use crate::propose::kinds::{form, maxima};
use crate::propose::measure::{proposed, scheme};

/// Groups with their criteria and maxima.
const GROUPS: [(&str, [(&str, i32); 3]); 3] = [
    (
        "Công tác chỉ đạo",
        [
            ("Kế hoạch năm", 10),
            ("Báo cáo định kỳ", 8),
            ("Kiểm tra", 12),
        ],
    ),
    (
        "Cải cách thủ tục",
        [("Công khai", 10), ("Đúng hạn", 20), ("Rà soát", 10)],
    ),
    (
        "Hiện đại hóa",
        [
            ("Văn bản điện tử", 10),
            ("Trực tuyến", 15),
            ("Chữ ký số", 5),
        ],
    ),
];

/// How a list looks.
#[derive(Clone, Copy)]
struct Look {
    /// Whether the names of the groups are in capitals.
    capitals: bool,
    /// Whether the groups print their points.
    numbers: bool,
    /// Whether the list ends with a total.
    total: bool,
    /// The code of a line: its number in the list, its number in its group, none of a group.
    code: fn(usize, Option<usize>) -> String,
}

const BARE: Look = Look {
    capitals: false,
    numbers: true,
    total: true,
    code: |_, _| String::new(),
};

fn forms(look: Look) -> Vec<Form> {
    let one = |place: usize| {
        let unit = ["SỞ Y TẾ", "SỞ TƯ PHÁP", "SỞ NỘI VỤ", "SỞ XÂY DỰNG"][place];
        let mut text = format!(
            "UBND TỈNH HÀ NAM\n{unit}\nBẢNG TỰ CHẤM ĐIỂM NĂM 2024\nTT | Nội dung | Điểm tối đa | Điểm tự chấm\n"
        );
        let (mut number, mut total) = (0, 0);
        let less = i32::try_from(place).unwrap();
        for (name, parts) in GROUPS {
            let scores: Vec<i32> = parts.iter().map(|(_, most)| most - less).collect();
            let name = if look.capitals {
                name.to_uppercase()
            } else {
                name.to_string()
            };
            let most: i32 = parts.iter().map(|(_, most)| most).sum();
            let own: i32 = scores.iter().sum();
            total += own;
            number += 1;
            let code = (look.code)(number, None);
            let numbers = if look.numbers {
                format!("{most} | {own}")
            } else {
                "|".to_string()
            };
            text.push_str(&format!("{code} | {name} | {numbers}\n"));
            for (at, ((name, most), score)) in parts.iter().zip(scores).enumerate() {
                number += 1;
                let code = (look.code)(number, Some(at + 1));
                text.push_str(&format!("{code} | {name} | {most} | {score}\n"));
            }
        }
        if look.total {
            text.push_str(&format!(" | Tổng cộng | 100 | {total}\n"));
        }
        form(&format!("{place}.xlsx"), &[("Phiếu", text)])
    };
    (0..4).map(one).collect()
}

/// The maxima of groups and the names of criteria, by group.
fn tree(forms: &[Form]) -> Vec<String> {
    let own = scheme(&proposed(forms));
    let group = |group: &tonghop::campaign::scheme::Group| {
        let of = own.criteria.iter().filter(|one| one.group() == group.id);
        let names: Vec<&str> = of.map(|one| one.name.as_str()).collect();
        let most = group.maximum_at(&own.levels[0].id);
        format!("{most}: {}", names.join(", "))
    };
    own.groups.iter().map(group).collect()
}

const EXPECTED: [&str; 3] = [
    "30: Kế hoạch năm, Báo cáo định kỳ, Kiểm tra",
    "40: Công khai, Đúng hạn, Rà soát",
    "30: Văn bản điện tử, Trực tuyến, Chữ ký số",
];

#[test]
fn lines_that_add_up_those_below_are_groups_whatever_their_codes() {
    let running: fn(usize, Option<usize>) -> String = |number, _| number.to_string();
    let signs: fn(usize, Option<usize>) -> String = |_, _| "-".to_string();
    for (name, look) in [
        ("no codes", BARE),
        (
            "capitals",
            Look {
                capitals: true,
                ..BARE
            },
        ),
        (
            "numbered through",
            Look {
                code: running,
                ..BARE
            },
        ),
        (
            "signs",
            Look {
                code: signs,
                ..BARE
            },
        ),
        (
            "no total",
            Look {
                total: false,
                ..BARE
            },
        ),
    ] {
        assert_eq!(tree(&forms(look)), EXPECTED, "{name}");
    }
}

#[test]
fn criteria_with_signs_or_running_numbers_stand_below_groups_without_codes() {
    let signs: fn(usize, Option<usize>) -> String =
        |_, part| part.map_or_else(String::new, |_| "-".to_string());
    let running: fn(usize, Option<usize>) -> String =
        |number, part| part.map_or_else(String::new, |_| number.to_string());
    for code in [signs, running] {
        assert_eq!(tree(&forms(Look { code, ..BARE })), EXPECTED);
    }
}

#[test]
fn groups_in_capitals_that_print_no_points_are_groups() {
    let capitals = Look {
        capitals: true,
        numbers: false,
        ..BARE
    };
    assert_eq!(tree(&forms(capitals)), EXPECTED);
    let code: fn(usize, Option<usize>) -> String =
        |_, part| part.map_or_else(String::new, |at| at.to_string());
    assert_eq!(tree(&forms(Look { code, ..capitals })), EXPECTED);
}

/// Forms with these lines: a name and its maximum, of which units claim all but their place.
fn lists(lines: &[(&str, i32)]) -> Vec<Form> {
    let one = |place: usize| {
        let unit = ["SỞ Y TẾ", "SỞ TƯ PHÁP", "SỞ NỘI VỤ"][place];
        let mut text = format!(
            "UBND TỈNH HÀ NAM\n{unit}\nBẢNG TỰ CHẤM ĐIỂM NĂM 2024\nNội dung | Điểm tối đa | Điểm tự chấm\n"
        );
        for (name, most) in lines {
            let claimed = most * (10 - i32::try_from(place).unwrap()) / 10;
            text.push_str(&format!("{name} | {most} | {claimed}\n"));
        }
        form(&format!("{place}.xlsx"), &[("Phiếu", text)])
    };
    (0..3).map(one).collect()
}

#[test]
fn heads_stand_above_heads() {
    let lines = [
        ("Phần chung", 100),
        ("Chỉ đạo", 40),
        ("Kế hoạch năm", 10),
        ("Báo cáo", 30),
        ("Thủ tục", 60),
        ("Công khai", 20),
        ("Đúng hạn", 40),
        ("Phần riêng", 50),
        ("Sáng kiến", 20),
        ("Khen thưởng", 30),
        ("Tổng cộng", 150),
    ];
    let own = scheme(&proposed(&lists(&lines)));
    assert_eq!(own.total_maximum.to_string(), "150");
    assert_eq!(
        maxima(&own, 0),
        [
            "1 100", "2 50", "1.1 40", "1.1.1 10", "1.1.2 30", "1.2 60", "1.2.1 20", "1.2.2 40",
            "2.1 20", "2.2 30"
        ]
    );
}

#[test]
fn a_total_of_all_lines_says_that_none_is_a_group() {
    // Each third line comes to the two below it, and is in capitals: the total counts it all the same.
    let lines = [
        ("BAN HÀNH KẾ HOẠCH", 30),
        ("Báo cáo", 10),
        ("Kiểm tra", 20),
        ("CÔNG KHAI THỦ TỤC", 20),
        ("Đúng hạn", 10),
        ("Rà soát", 10),
        ("Tổng cộng", 100),
    ];
    let own = scheme(&proposed(&lists(&lines)));
    assert_eq!((own.groups.len(), own.criteria.len()), (1, 6));
    assert_eq!(own.total_maximum.to_string(), "100");
}

#[test]
fn groups_in_capitals_that_do_not_add_up_are_asked_for() {
    let lines = [
        ("CÔNG TÁC CHỈ ĐẠO", 35),
        ("Báo cáo", 10),
        ("Kiểm tra", 20),
        ("CẢI CÁCH THỦ TỤC", 25),
        ("Đúng hạn", 10),
        ("Rà soát", 10),
    ];
    let suggestion = proposed(&lists(&lines));
    let own = scheme(&suggestion);
    assert_eq!(maxima(&own, 0)[..2], ["1 30", "2 20"]);
    let asked = suggestion.proposal.proposed.iter();
    let asked = asked.filter(|one| one.question.contains("phiếu ghi số khác"));
    assert_eq!(asked.count(), 2);
}

#[test]
fn a_group_of_one_line_counts_once() {
    let lines = [
        ("Chỉ đạo", 20),
        ("Kế hoạch năm", 10),
        ("Báo cáo", 10),
        ("Hiện đại hóa", 10),
        ("Phần mềm", 10),
        ("Tài chính công", 30),
        ("Giải ngân", 20),
        ("Tự chủ", 10),
        ("Tổ chức", 40),
        ("Sắp xếp", 20),
        ("Biên chế", 20),
    ];
    for total in [None, Some(("Tổng cộng", 100))] {
        let lines: Vec<(&str, i32)> = lines.into_iter().chain(total).collect();
        let own = scheme(&proposed(&lists(&lines)));
        assert_eq!((own.groups.len(), own.criteria.len()), (4, 7), "{total:?}");
        assert_eq!(own.total_maximum.to_string(), "100", "{total:?}");
    }
}

#[test]
fn what_stands_in_brackets_is_not_in_capitals() {
    let lines = [
        ("CÔNG TÁC CHỈ ĐẠO (30 điểm)", 30),
        ("Báo cáo", 10),
        ("Kiểm tra", 20),
        ("CẢI CÁCH THỦ TỤC (20 điểm)", 25),
        ("Đúng hạn", 10),
        ("Rà soát", 10),
    ];
    let own = scheme(&proposed(&lists(&lines)));
    assert_eq!((own.groups.len(), own.criteria.len()), (2, 4));
}
