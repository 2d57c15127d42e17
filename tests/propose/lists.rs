//! Lists without codes: numbers that add up by chance are no groups, lines without numbers may be, and what is not known is asked.

use tonghop::input::propose::{Form, Suggestion};

use crate::propose::kinds::form;
use crate::propose::marks::UNITS;
use crate::propose::measure::{proposed, scheme};

/// A line: its text, its maximum, the score of each form.
type ListLine = (&'static str, Option<i32>, [i32; 4]);

/// Forms of a list, which ends with a total where there is one.
fn forms(lines: &[ListLine], total: Option<i32>) -> Vec<Form> {
    let one = |(place, unit): (usize, &&str)| {
        let mut text = format!(
            "UBND TỈNH HÀ NAM\n{unit}\nPHIẾU CHẤM ĐIỂM NĂM 2024\nNội dung | Điểm tối đa | Điểm tự chấm\n"
        );
        for (name, most, scores) in lines {
            let numbers = match most {
                Some(most) => format!("{most} | {}", scores[place]),
                None => "|".to_string(),
            };
            text.push_str(&format!("{name} | {numbers}\n"));
        }
        if let Some(total) = total {
            text.push_str(&format!("Tổng cộng | {total} |\n"));
        }
        form(&format!("{unit}.xlsx"), &[("Phiếu", text)])
    };
    UNITS.iter().enumerate().map(one).collect()
}

/// The groups, each with its criteria.
fn tree(found: &Suggestion) -> Vec<String> {
    let own = scheme(found);
    let group = |group: &tonghop::campaign::scheme::Group| {
        let of = own.criteria.iter().filter(|one| one.group() == group.id);
        let names: Vec<&str> = of.map(|one| one.name.as_str()).collect();
        format!("{}: {}", group.name, names.join(", "))
    };
    own.groups.iter().map(group).collect()
}

fn is_asked(found: &Suggestion, what: &str) -> bool {
    let mut all = found.proposal.proposed.iter();
    all.any(|one| one.question.contains(what))
}

/// Maxima of which each third line is the sum of the next two.
const CHANCE: [(&str, i32); 9] = [
    ("Kế hoạch", 2),
    ("Báo cáo", 1),
    ("Kiểm tra", 1),
    ("Tuyên truyền", 2),
    ("Tiếp công dân", 1),
    ("Giải quyết đơn", 1),
    ("Thủ tục", 2),
    ("Đào tạo", 1),
    ("Thi đua", 1),
];

fn full_marks(of: usize) -> Vec<ListLine> {
    let lines = CHANCE.iter().take(of);
    lines
        .map(|(name, most)| (*name, Some(*most), [*most; 4]))
        .collect()
}

#[test]
fn full_marks_that_add_up_are_no_groups_but_a_question() {
    for of in [6, 9] {
        let found = proposed(&forms(&full_marks(of), None));
        assert_eq!(tree(&found).len(), 1, "{:?}", tree(&found));
        assert_eq!(scheme(&found).criteria.len(), of);
        assert!(is_asked(&found, "“Báo cáo”, “Kiểm tra” dưới “Kế hoạch”"));
    }
}

#[test]
fn a_total_or_other_scores_say_whether_lines_are_groups() {
    let found = proposed(&forms(&full_marks(6), Some(4)));
    let groups = [
        "Kế hoạch: Báo cáo, Kiểm tra",
        "Tuyên truyền: Tiếp công dân, Giải quyết đơn",
    ];
    assert_eq!(tree(&found), groups);
    let found = proposed(&forms(&full_marks(6), Some(8)));
    assert_eq!(tree(&found).len(), 1);
    assert!(!is_asked(&found, "Các dòng không có mã"));
    // Scores below the maxima that add up as well are a second witness, those that do not are one against.
    let mut lines = full_marks(6);
    lines[0].2 = [2, 1, 2, 1];
    lines[1].2 = [1, 0, 1, 1];
    lines[2].2 = [1, 1, 1, 0];
    assert_eq!(tree(&proposed(&forms(&lines, None))), groups);
    lines[0].2 = [2, 2, 0, 2];
    let found = proposed(&forms(&lines, None));
    assert_eq!(tree(&found).len(), 1);
}

const HEADS: [ListLine; 7] = [
    ("Công tác chỉ đạo", None, [0; 4]),
    ("Kế hoạch", Some(10), [9, 8, 10, 6]),
    ("Báo cáo", Some(10), [9, 9, 10, 6]),
    ("Công tác chuyên môn", None, [0; 4]),
    ("Thủ tục", Some(10), [8, 7, 10, 5]),
    ("Hồ sơ", Some(10), [7, 7, 10, 5]),
    ("Điểm khác", Some(5), [3, 2, 5, 4]),
];

fn in_capitals(lines: &[ListLine]) -> Vec<(String, ListLine)> {
    let is_head = |line: &ListLine| line.1.is_none() || line.0 == "Điểm khác";
    let name = |line: &ListLine| {
        if is_head(line) {
            line.0.to_uppercase()
        } else {
            line.0.to_string()
        }
    };
    lines.iter().map(|line| (name(line), *line)).collect()
}

#[test]
fn lines_without_numbers_before_others_are_groups() {
    let found = proposed(&forms(&HEADS[..6], None));
    let groups = [
        "Công tác chỉ đạo: Kế hoạch, Báo cáo",
        "Công tác chuyên môn: Thủ tục, Hồ sơ",
    ];
    assert_eq!(tree(&found), groups);
    // One alone names all of the list, or nothing: it is asked.
    let mut lines = HEADS[..6].to_vec();
    lines.remove(3);
    let found = proposed(&forms(&lines, None));
    assert_eq!(tree(&found).len(), 1);
    assert!(is_asked(&found, "Các dòng “Công tác chỉ đạo”"));
    let mut lines = HEADS[..6].to_vec();
    lines.rotate_left(1);
    let found = proposed(&forms(&lines[..5], None));
    assert!(is_asked(&found, "Các dòng “Công tác chuyên môn”"));
}

#[test]
fn a_line_in_capitals_with_nothing_below_stands_for_itself() {
    let lines = in_capitals(&HEADS);
    let text: Vec<ListLine> = lines
        .iter()
        .map(|(name, line)| (&*name.clone().leak(), line.1, line.2))
        .collect();
    let found = proposed(&forms(&text, None));
    let groups = [
        "CÔNG TÁC CHỈ ĐẠO: Kế hoạch, Báo cáo",
        "CÔNG TÁC CHUYÊN MÔN: Thủ tục, Hồ sơ",
        "ĐIỂM KHÁC: ĐIỂM KHÁC",
    ];
    assert_eq!(tree(&found), groups);
    // Without a number it is none, and the others are groups all the same.
    let mut bare = text.clone();
    bare[6].1 = None;
    assert_eq!(tree(&proposed(&forms(&bare, None))), groups[..2]);
}
