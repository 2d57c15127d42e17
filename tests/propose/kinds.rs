//! Forms of other kinds, made for this: sections that number anew, lists of dashes, headings that nobody knows.

use std::sync::Arc;

use tonghop::base::cell::{Cell, CellAddress, CellRange, CellValue, Grid, Visibility};
use tonghop::base::lang::Lang;
use tonghop::campaign::documents::Certainty;
use tonghop::campaign::scheme::Scheme;
use tonghop::input::propose::{Form, Suggestion, propose};
use tonghop::input::read::{FileKind, Properties, Workbook};

use crate::propose::measure::{proposed, scheme};

/// A sheet of lines, whose cells are parted by `|`.
fn grid(name: &str, lines: &str, merges: Vec<CellRange>) -> Grid {
    let mut cells = Vec::new();
    for (row, line) in lines.lines().enumerate() {
        for (column, text) in line.split('|').map(str::trim).enumerate() {
            let value = match text.parse() {
                _ if text.is_empty() => continue,
                Ok(number) => CellValue::Number(number),
                Err(_) => CellValue::Text(text.to_string()),
            };
            cells.push(Cell::new(
                CellAddress::new(row as u32, column as u32),
                value,
            ));
        }
    }
    Grid::new(name, Visibility::Visible, cells, merges)
}

pub fn form(file: &str, sheets: &[(&str, String)]) -> Form {
    let grids = sheets
        .iter()
        .map(|(name, lines)| grid(name, lines, Vec::new()));
    of_grids(file, grids.collect())
}

/// A form of one sheet in which some cells are merged.
pub fn merged(file: &str, lines: &str, merges: Vec<CellRange>) -> Form {
    of_grids(file, vec![grid("Phiếu", lines, merges)])
}

fn of_grids(file: &str, grids: Vec<Grid>) -> Form {
    Form {
        file: file.to_string(),
        book: Arc::new(Workbook {
            kind: FileKind::Xlsx,
            grids,
            faults: Vec::new(),
            skipped: Vec::new(),
            damaged_parts: Vec::new(),
            properties: Properties::default(),
        }),
        is_blank: false,
    }
}

/// Ids of groups and criteria with their maxima on a level.
pub fn maxima(scheme: &Scheme, level: usize) -> Vec<String> {
    let level = &scheme.levels[level].id;
    let groups = scheme
        .groups
        .iter()
        .map(|one| format!("{} {}", one.id, one.maximum_at(level)));
    let criteria = scheme
        .criteria
        .iter()
        .filter_map(|one| Some(format!("{} {}", one.id, one.maximum_at(level)?)));
    groups.chain(criteria).collect()
}

pub fn heading<'s>(suggestion: &'s Suggestion, text: &str) -> Option<&'s str> {
    let heading = suggestion
        .proposal
        .headings
        .iter()
        .find(|one| one.text == text)
        .unwrap();
    heading.role.as_deref()
}

const PEOPLE: [&str; 4] = ["Bộ phận A", "Cục Hải quan", "Sở Nội vụ", "Sở Y tế"];

#[test]
fn sections_with_their_own_tables_number_anew_and_begin_with_their_sum() {
    let section = |number: &str, name: &str, sum: u32, parts: [(u32, u32); 2]| {
        format!(
            "{number}. {name}\nTT|Tiêu chí|Điểm tối đa|Điểm tự chấm|Minh chứng\n|Tổng điểm|{sum}|{}|\n1|{name} thứ nhất|{}|{}|Báo cáo\n2|{name} thứ hai|{}|{}|\n",
            parts[0].1 + parts[1].1,
            parts[0].0,
            parts[0].1,
            parts[1].0,
            parts[1].1
        )
    };
    let one = |index: usize| {
        let shift = index as u32;
        let text = format!(
            "BỘ NỘI VỤ\n{}\nPHIẾU ĐÁNH GIÁ MỨC ĐỘ ỨNG DỤNG CNTT NĂM 2017\n{}{}{}",
            PEOPLE[index],
            section("I", "Hạ tầng", 200, [(120, 100 + shift), (80, 70)]),
            section("II", "Nhân lực", 100, [(60, 50), (40, 30 + shift)]),
            section("III", "Website", 300, [(100, 90), (200, 150 + shift)]),
        );
        form(&format!("{index}.xlsx"), &[("Phiếu", text)])
    };
    for count in [1, 2, 4] {
        let forms: Vec<Form> = (0..count).map(one).collect();
        let own = scheme(&proposed(&forms));
        let expected = [
            "I 200",
            "II 100",
            "III 300",
            "I.1 120",
            "I.2 80",
            "II.1 60",
            "II.2 40",
            "III.1 100",
            "III.2 200",
        ];
        assert_eq!(maxima(&own, 0), expected, "{count}");
        assert_eq!(own.groups[1].name, "Nhân lực");
    }
}

#[test]
fn a_flat_list_of_dashes_with_maxima_of_each_block_and_two_scores() {
    let one = |index: usize, block: u32| {
        let (a, b) = if block == 1 { (30, 20) } else { (20, 30) };
        let shift = index as u32;
        let text = format!(
            "{}\nBẢNG CHẤM ĐIỂM THI ĐUA NĂM 2016\n\nSTT|Nội dung thi đua|Điểm chuẩn|Đơn vị chấm|Điểm Khối chấm\n\
             -|Thực hiện nhiệm vụ chuyên môn|{a}|{}|\n-|Xây dựng cơ quan văn hóa|{b}|{}|\n-|Cải cách hành chính|50|{}|\n|Tổng cộng|100|{}|",
            PEOPLE[index],
            a - shift - 1,
            b - 2,
            45 - shift,
            a + b + 42 - 2 * shift
        );
        form(&format!("{index}.xlsx"), &[("Sheet1", text)])
    };
    let forms = [one(0, 1), one(1, 1), one(2, 2), one(3, 2)];
    let suggestion = proposed(&forms);
    let own = scheme(&suggestion);
    assert_eq!(own.levels.len(), 2);
    let mut levels = [maxima(&own, 0), maxima(&own, 1)];
    levels.sort();
    assert_eq!(levels[0], ["1 100", "1.1 20", "1.2 30", "1.3 50"]);
    assert_eq!(levels[1], ["1 100", "1.1 30", "1.2 20", "1.3 50"]);
    assert_eq!(heading(&suggestion, "Đơn vị chấm"), Some("claimed"));
    assert_ne!(heading(&suggestion, "Điểm Khối chấm"), Some("claimed"));
}

#[test]
fn headings_that_nobody_knows_are_told_by_what_stands_below() {
    let one = |index: u8| {
        let shift = f64::from(index) / 2.0;
        let text = format!(
            "UBND TỈNH X\n{}\nBIỂU CHẤM NĂM 2024\n\nKý tự|Công việc phải làm|Trần|Ta cho|Người ta cho\n\
             A|Công tác chỉ đạo của lãnh đạo|10|{}|\n1|Ban hành kế hoạch năm|6|{}|\n2|Kiểm tra thực hiện kế hoạch|4|{}|\n\
             B|Công tác truyền thông nội bộ|20|{}|\n1|Đưa tin trên cổng thông tin|15|{}|\n2|Tập huấn cho cán bộ|5|{}|",
            PEOPLE[usize::from(index)],
            9.0 - shift,
            5.5 - shift,
            3.5,
            17.0 - shift,
            13.0,
            4.0 - shift
        );
        form(&format!("{index}.xlsx"), &[("Sheet1", text)])
    };
    let forms: Vec<Form> = (0..4_u8).map(one).collect();
    let suggestion = proposed(&forms);
    let own = scheme(&suggestion);
    assert_eq!(
        maxima(&own, 0),
        ["A 10", "B 20", "A.1 6", "A.2 4", "B.1 15", "B.2 5"]
    );
    assert_eq!(heading(&suggestion, "Trần"), Some("maximum"));
    assert_eq!(heading(&suggestion, "Ta cho"), Some("claimed"));
    let columns = &suggestion.proposal.documents.settings["columns"];
    assert_eq!(columns["criterion"][0].as_str(), Some("Công việc phải làm"));
    assert_eq!(columns["maximum"][0].as_str(), Some("Trần"));
}

fn five(index: usize, more: &str) -> Form {
    let shift = index as u32;
    let text = format!(
        "UBND TỈNH X\n{}\nPHIẾU CHẤM ĐIỂM CHUYỂN ĐỔI SỐ NĂM 2023\n\nTT|Chỉ tiêu|Điểm tối đa|Tự chấm\n\
         1|Nhận thức số|30|{}\n1.1|Ban hành kế hoạch|10|{}\n1.2|Tổ chức hội nghị|20|{}\n2|Thể chế số|20|15\n\
         2.1|Ban hành quy chế|12|{}\n2.2|Kinh phí|8|{}\n{more}|Tổng điểm|50|{}",
        PEOPLE[index],
        25 + shift,
        5 + shift,
        20,
        7,
        8,
        40 + shift
    );
    form(&format!("{index}.xlsx"), &[("Phiếu", text)])
}

#[test]
fn one_form_says_the_same_with_less_certainty() {
    let one = proposed(&[five(0, "")]);
    let all = proposed(&[five(0, ""), five(1, ""), five(2, "")]);
    assert_eq!(
        one.proposal.documents.scheme["criterion"],
        all.proposal.documents.scheme["criterion"]
    );
    let sure = |suggestion: &Suggestion| {
        let lines = suggestion.proposal.proposed.iter();
        lines
            .filter(|line| line.certainty == Certainty::Sure)
            .count()
    };
    assert_eq!(sure(&one), 0);
    assert!(sure(&all) > 10);
    let asks = |suggestion: &Suggestion| {
        let mut lines = suggestion.proposal.proposed.iter();
        lines.any(|line| line.question.contains("còn cấp nào được xếp hạng riêng"))
    };
    assert!(asks(&one) && !asks(&all));
}

#[test]
fn a_row_that_one_unit_added_is_no_criterion_and_what_differs_is_shown() {
    let mut forms = vec![
        five(0, ""),
        five(1, "2.3|Việc riêng của chúng tôi|3|3\n"),
        five(2, ""),
        five(3, ""),
    ];
    let cells = forms[2].book.grids[0].cells().to_vec();
    let wrong = cells.into_iter().map(|mut cell| {
        if cell.value == CellValue::Number(12.0) {
            cell.value = CellValue::Number(35.0);
        }
        cell
    });
    let wrong = Grid::new("Phiếu", Visibility::Visible, wrong.collect(), Vec::new());
    Arc::make_mut(&mut forms[2].book).grids[0] = wrong;
    let suggestion = proposed(&forms);
    let own = scheme(&suggestion);
    assert_eq!(
        maxima(&own, 0),
        ["1 30", "2 20", "1.1 10", "1.2 20", "2.1 12", "2.2 8"]
    );
    assert_eq!(own.levels.len(), 1);
    let line = suggestion
        .proposal
        .proposed
        .iter()
        .find(|line| line.others.iter().any(|one| one.says == "35"));
    let line = line.unwrap();
    assert_eq!(
        (line.agree, line.of, line.certainty),
        (3, 4, Certainty::Look)
    );
    assert_eq!(
        (line.others[0].file.as_str(), line.others[0].cell.as_str()),
        ("2.xlsx", "C10")
    );
    assert!(line.question.contains("3/4"), "{}", line.question);
}

#[test]
fn what_is_no_form_is_not_recognised_and_a_form_of_another_campaign_is_set_aside() {
    let letter = form(
        "thu.xlsx",
        &[(
            "Sheet1",
            "Kính gửi\nSở Nội vụ\nTT|Họ tên\n1|Nguyễn Văn A".to_string(),
        )],
    );
    let fault = propose(vec![letter], &[], Lang::Vi).unwrap_err();
    assert!(fault.criteria.is_empty());
    assert!(propose(Vec::new(), &[], Lang::Vi).is_err());
    let other = form(
        "khac.xlsx",
        &[("Sheet1", "TT|Tiêu chí|Điểm tối đa|Điểm tự chấm\n1|Vệ sinh cơ quan|5|5\n2|Trồng cây|5|4\n3|Phòng cháy|5|3".to_string())],
    );
    let suggestion = proposed(&[five(0, ""), other, five(1, ""), five(2, "")]);
    assert_eq!(suggestion.aside, ["khac.xlsx"]);
    assert_eq!(suggestion.forms, 3);
    let aside = suggestion
        .files
        .iter()
        .find(|one| one.file == "khac.xlsx")
        .unwrap();
    assert_eq!((aside.all(), aside.ignored), (16, 16));
}

/// What heads every paper is the form's and no answer, in one form as in several; what only one says is its own.
#[test]
fn the_national_heading_is_no_answer() {
    let one = |index: usize| {
        let shift = index as u32;
        let text = format!(
            "{}|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n|Độc lập – Tự do – Hạnh phúc\n\nTT|Tiêu chí|Điểm tối đa|Điểm tự chấm\n\
             1|Kế hoạch|30|{}\n2|Nhân lực|20|{}\n3|Hạ tầng|50|40\n|Tổng cộng|100|{}",
            PEOPLE[index],
            30 - shift,
            20 - shift,
            90 - 2 * shift
        );
        form(&format!("{index}.xlsx"), &[("Sheet1", text)])
    };
    for count in [1, 4] {
        let suggestion = proposed(&(0..count).map(one).collect::<Vec<_>>());
        for account in &suggestion.files {
            // The name of the unit, three scores and their sum.
            assert_eq!(account.answer, 5, "{account:?}");
        }
    }
}

#[test]
fn a_sum_of_indices_without_a_code_is_no_criterion() {
    let rows = |own: [&str; 3]| {
        let [a, b, c] = own;
        format!(
            "TT | Chỉ số thành phần | Điểm tối đa | Điểm tự chấm\n1 | Nhận thức số | 0.4 | {a}\n2 | Thể chế số | 0.3 | {b}\n3 | Hạ tầng số | 0.3 | {c}\n | Tổng chỉ số | 1 | 0.9"
        )
    };
    let forms: Vec<Form> = [
        ["0.4", "0.2", "0.3"],
        ["0.3", "0.3", "0.3"],
        ["0.4", "0.3", "0.2"],
    ]
    .into_iter()
    .enumerate()
    .map(|(index, own)| form(&format!("{index}.xlsx"), &[("Phiếu", rows(own))]))
    .collect();
    let scheme = scheme(&proposed(&forms));
    let names: Vec<&str> = scheme
        .criteria
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(names, ["Nhận thức số", "Thể chế số", "Hạ tầng số"]);
}
