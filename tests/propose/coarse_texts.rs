//! Two columns of texts: one names what several rows belong to, the other one the rows.

use tonghop::campaign::scheme::Scheme;

use crate::propose::kinds::maxima;
use crate::propose::marks::{Outcome, UNITS, forms, run, run_units};
use crate::propose::measure::{proposed, scheme};

/// What the rows belong to, with the rows and their maxima.
const FIELDS: [(&str, &[(&str, i64)]); 4] = [
    (
        "Quy hoạch",
        &[
            ("Có quy hoạch được duyệt", 3),
            ("Ban hành quy định quản lý", 2),
        ],
    ),
    (
        "Giao thông",
        &[
            ("Đường xã được nhựa hóa", 4),
            ("Đường thôn được cứng hóa", 3),
            ("Đường ngõ xóm sạch", 3),
        ],
    ),
    ("Hệ thống điện", &[("Điện đạt chuẩn", 5)]),
    (
        "Văn hóa",
        &[("Xã có nhà văn hóa", 4), ("Thôn có nhà văn hóa", 6)],
    ),
];

const MAXIMA: [&str; 12] = [
    "1 5", "2 10", "3 5", "4 10", "1.1 3", "1.2 2", "2.1 4", "2.2 3", "2.3 3", "3.1 5", "4.1 4",
    "4.2 6",
];

/// The points of a form in its rows, from first to last.
fn points(place: usize) -> Vec<i64> {
    let rows = FIELDS.iter().flat_map(|(_, rows)| *rows);
    let given = rows
        .enumerate()
        .map(|(row, (_, most))| match (row + place) % 3 {
            0 => *most,
            1 => most - 1,
            _ => 0,
        });
    given.collect()
}

fn total(place: usize) -> i64 {
    points(place).iter().sum()
}

/// How what several rows belong to stands beside them.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Stands {
    Merged,
    Above,
    Repeated,
}

/// The table of a form; the row of the total says so much more than the rows.
fn table(place: usize, heads: [&str; 2], stands: Stands, over: i64) -> String {
    let row = |cells: &[String]| format!("<tr>{}</tr>", cells.concat());
    let cell = |text: &str| format!("<td>{text}</td>");
    let heads = ["TT", heads[0], heads[1], "Điểm tối đa", "Điểm tự chấm"];
    let mut rows = vec![row(&heads.map(cell))];
    let mut given = points(place).into_iter();
    for (number, (field, own)) in FIELDS.iter().enumerate() {
        for (at, (name, most)) in own.iter().enumerate() {
            let beside = |text: &str| match stands {
                Stands::Merged if at == 0 => format!("<td rowspan={}>{text}</td>", own.len()),
                Stands::Merged => String::new(),
                Stands::Above if at > 0 => cell(""),
                _ => cell(text),
            };
            let number = match stands {
                Stands::Repeated if at > 0 => cell(""),
                _ => beside(&(number + 1).to_string()),
            };
            rows.push(row(&[
                number,
                beside(field),
                cell(name),
                cell(&most.to_string()),
                cell(&given.next().unwrap().to_string()),
            ]));
        }
    }
    let total = (total(place) + over).to_string();
    rows.push(row(&["", "Tổng cộng", "", "30", &total].map(cell)));
    let title = "<tr><td>PHIẾU CHẤM ĐIỂM NĂM 2024</td></tr>";
    format!("<table>{title}{}</table>", rows.concat())
}

fn of_tables(heads: [&str; 2], stands: Stands, over: impl Fn(usize) -> i64) -> Outcome {
    let form =
        |(place, unit): (usize, &&'static str)| (*unit, table(place, heads, stands, over(place)));
    let forms: Vec<(&str, String)> = UNITS.iter().enumerate().map(form).collect();
    let mut outcome = run(&forms);
    // That they are web pages.
    outcome.codes.retain(|code| code != "TH910");
    outcome
}

#[test]
fn rows_are_told_by_the_column_whose_texts_differ() {
    for heads in [
        ["Tiêu chí", "Nội dung"],
        ["Tên tiêu chí", "Nội dung tiêu chí"],
        ["Lĩnh vực", "Tiêu chí"],
        ["Nội dung", "Tiêu chí cụ thể"],
    ] {
        for stands in [Stands::Merged, Stands::Above, Stands::Repeated] {
            let outcome = of_tables(heads, stands, |_| 0);
            assert!(
                outcome.codes.is_empty(),
                "{heads:?} {stands:?} {}",
                outcome.text
            );
            outcome.has_totals(total);
            for (place, unit) in UNITS.iter().enumerate() {
                let said: Vec<String> = points(place).iter().map(i64::to_string).collect();
                assert_eq!(outcome.of(unit), said, "{heads:?} {stands:?}");
            }
        }
    }
}

#[test]
fn a_total_says_so_in_the_column_of_what_rows_belong_to() {
    for heads in [["Tiêu chí", "Nội dung"], ["Lĩnh vực", "Tiêu chí"]] {
        let outcome = of_tables(heads, Stands::Merged, |place| i64::from(place == 2));
        assert_eq!(outcome.codes, ["TH401"], "{heads:?} {}", outcome.text);
    }
}

/// The lines of a form whose fields stand above their rows.
fn lines(place: usize) -> String {
    let mut given = points(place).into_iter();
    let mut text = "TT | Tiêu chí | Nội dung | Điểm tối đa | Điểm tự chấm\n".to_string();
    for (number, (field, own)) in FIELDS.iter().enumerate() {
        for (at, (name, most)) in own.iter().enumerate() {
            let (code, field) = if at == 0 {
                ((number + 1).to_string(), *field)
            } else {
                (String::new(), "")
            };
            let own = given.next().unwrap();
            text += &format!("{code} | {field} | {name} | {most} | {own}\n");
        }
    }
    text
}

fn names(scheme: &Scheme) -> Vec<&str> {
    scheme.groups.iter().map(|one| one.name.as_str()).collect()
}

#[test]
fn what_rows_belong_to_is_a_group_with_its_code() {
    let found = scheme(&proposed(&forms(lines)));
    assert_eq!(maxima(&found, 0), MAXIMA);
    let fields: Vec<&str> = FIELDS.iter().map(|(field, _)| *field).collect();
    assert_eq!(names(&found), fields);
}

#[test]
fn codes_behind_what_rows_belong_to_are_those_of_the_rows() {
    let coded = |place: usize| {
        let mut last = String::new();
        let mut at = 0;
        let mut text = String::new();
        for line in lines(place).lines() {
            let cells: Vec<&str> = line.split(" | ").collect();
            let code = if text.is_empty() {
                "Mã".to_string()
            } else {
                if !cells[0].is_empty() {
                    (last, at) = (cells[0].to_string(), 0);
                }
                at += 1;
                format!("{last}.{at}")
            };
            let [number, field, rest @ ..] = &cells[..] else {
                panic!("{line}");
            };
            text += &format!("{number} | {field} | {code} | {}\n", rest.join(" | "));
        }
        text
    };
    let found = scheme(&proposed(&forms(coded)));
    assert_eq!(maxima(&found, 0), MAXIMA);
    let outcome = run_units(coded);
    assert!(outcome.codes.is_empty(), "{}", outcome.text);
    outcome.has_totals(total);
}

/// Each row has a name of its own: what stands beside it says more of it.
#[test]
fn names_of_all_rows_stay_the_texts_of_the_rows() {
    let said = |place: usize| {
        let mut text = "TT | Tiêu chí | Nội dung | Điểm tối đa | Điểm tự chấm\n".to_string();
        let rows = [
            ("Kế hoạch", 10),
            ("Báo cáo", 5),
            ("Kiểm tra", 10),
            ("Công khai", 5),
        ];
        for (at, (name, most)) in rows.iter().enumerate() {
            let own = most - [0, 1, 2][(place + at) % 3];
            text += &format!(
                "{} | {name} | Đúng hạn, đầy đủ lần {at} | {most} | {own}\n",
                at + 1
            );
        }
        text
    };
    let found = scheme(&proposed(&forms(said)));
    let names: Vec<&str> = found.criteria.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Kế hoạch", "Báo cáo", "Kiểm tra", "Công khai"]);
    let outcome = run_units(said);
    assert!(outcome.codes.is_empty(), "{}", outcome.text);
}

#[test]
fn codes_may_stand_below_a_heading_of_texts() {
    let said = |place: usize| {
        let mut given = points(place).into_iter();
        let mut text = "Tiêu chí | Nội dung | Điểm tối đa | Điểm tự chấm\n".to_string();
        for (number, (field, own)) in FIELDS.iter().enumerate() {
            let most: i64 = own.iter().map(|(_, most)| most).sum();
            let number = number + 1;
            text += &format!("Tiêu chí {number} | {field} | {most} | \n");
            for (at, (name, most)) in own.iter().enumerate() {
                let own = given.next().unwrap();
                text += &format!("{number}.{} | {name} | {most} | {own}\n", at + 1);
            }
        }
        text + &format!(" | Tổng cộng | 30 | {}\n", total(place))
    };
    let found = scheme(&proposed(&forms(said)));
    assert_eq!(maxima(&found, 0), MAXIMA);
    let outcome = run_units(said);
    assert!(outcome.codes.is_empty(), "{}", outcome.text);
    outcome.has_totals(total);
}

#[test]
fn a_total_says_so_left_of_the_texts() {
    let said = |place: usize| {
        let slip = usize::from(place == 1) * 5;
        format!(
            "STT | Mã | Tiêu chí | Điểm tối đa | Điểm tự chấm\n1 | 1.1 | Kế hoạch | 10 | {}\n2 | 1.2 | Báo cáo | 5 | 4\n\
             3 | 1.3 | Kiểm tra | 10 | 7\n | Tổng cộng | | 25 | {}\n",
            9 - place,
            20 + slip - place
        )
    };
    let outcome = run_units(said);
    assert_eq!(outcome.codes, ["TH401"], "{}", outcome.text);
}

/// Nothing says what these points are of: they are told, and do not count.
#[test]
fn points_in_a_row_without_a_text_are_told() {
    let said = |place: usize| {
        let extra = if place == 2 { " | | | 3\n" } else { "" };
        format!(
            "STT | Tiêu chí | Điểm tối đa | Điểm tự chấm\n1 | Kế hoạch | 10 | {}\n2 | Báo cáo | 5 | 4\n{extra}3 | Kiểm tra | 10 | 7\n",
            9 - place
        )
    };
    let outcome = run_units(said);
    assert_eq!(outcome.codes, ["TH208"], "{}", outcome.text);
    assert!(outcome.text.contains("dòng 7"), "{}", outcome.text);
}
