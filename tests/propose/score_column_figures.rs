//! Figures in the column of scores: rows without codes and maxima below a criterion that has points of its own.

use tonghop::campaign::scheme::ScoringRule;

use crate::propose::kinds::maxima;
use crate::propose::marks::{forms, run_units};
use crate::propose::measure::{proposed, scheme};
use crate::propose::parts::questions;

/// All and those in time, by form.
const FIGURES: [(i64, i64); 4] = [(100, 90), (200, 50), (80, 60), (50, 25)];

/// The lines of a form whose first criterion has these numbers below it and says what they come to.
fn lines(numbers: (i64, i64), own: i64) -> String {
    let (all, part) = numbers;
    let total = own + 9;
    format!(
        "TT | Nội dung | Điểm tối đa | Điểm tự chấm\n1 | Hồ sơ đúng hạn | 20 | {own}\n\
         | Tổng số hồ sơ | | {all}\n | Số hồ sơ đúng hạn | | {part}\n\
         2 | Báo cáo | 5 | 4\n3 | Kiểm tra | 5 | 5\n | Tổng điểm | 30 | {total}\n"
    )
}

fn share((all, part): (i64, i64)) -> i64 {
    part * 20 / all
}

#[test]
fn figures_in_the_column_of_scores_are_no_points() {
    let of = |place: usize| lines(FIGURES[place], share(FIGURES[place]));
    let own = scheme(&proposed(&forms(of)));
    assert_eq!(own.total_maximum.to_string(), "30");
    assert!(matches!(own.criteria[0].rule, ScoringRule::Ratio { .. }));
    assert_eq!(own.criteria[0].figures.len(), 2);
    // What counts is what forms say.
    let outcome = run_units(of);
    assert!(outcome.codes.is_empty(), "{:?}", outcome.codes);
    outcome.has_totals(|place| share(FIGURES[place]) + 9);
}

#[test]
fn rows_that_add_up_to_the_one_above_are_criteria() {
    let parts = [(8, 9), (10, 5), (4, 6), (7, 7)];
    let of = |place: usize| {
        let (one, other) = parts[place];
        lines(parts[place], one + other)
    };
    let own = scheme(&proposed(&forms(of)));
    assert!(own.criteria.iter().all(|one| one.figures.is_empty()));
    // Neither are numbers that the row could have, where no words and no totals say so.
    let of = |place: usize| {
        let text = lines(parts[place], 12).replace("Tổng số hồ sơ", "Hồ sơ giấy");
        let text = text.replace("Số hồ sơ đúng hạn", "Hồ sơ điện tử");
        let (text, _) = text.rsplit_once(" | Tổng điểm").unwrap();
        text.to_string()
    };
    let own = scheme(&proposed(&forms(of)));
    assert!(own.criteria.iter().all(|one| one.figures.is_empty()));
}

/// Figures that are no more than what their criterion can have.
const SMALL: [i64; 4] = [5, 8, 3, 12];

/// The points of that criterion.
const POINTS: [i64; 4] = [18, 8, 10, 20];

/// Forms with one such figure below a criterion whose points tell of it, with or without a total; and what they come to.
fn with_a_small_figure(name: &str, place: usize, has_total: bool) -> (String, i64) {
    let own = POINTS[place];
    (counting(name, place, has_total.then_some(own)), own + 9)
}

/// Such a form, whose totals count so many points of the criterion.
fn counting(name: &str, place: usize, counted: Option<i64>) -> String {
    let (figure, own) = (SMALL[place], POINTS[place]);
    let more = |by: i64| counted.map_or_else(String::new, |counted| (counted + by).to_string());
    let mut text = format!(
        "TT | Nội dung | Điểm tối đa | Điểm tự chấm\nI | Đào tạo | 25 | {}\n1 | Tập huấn | 20 | {own}\n\
         | {name} | | {figure}\n2 | Báo cáo | 5 | 4\nII | Kiểm tra | 5 | \n1 | Đúng hạn | 5 | 5\n",
        more(4)
    );
    if counted.is_some() {
        text += &format!(" | Tổng điểm | 30 | {}\n", more(9));
    }
    text
}

#[test]
fn a_figure_that_is_no_more_than_the_maximum_is_no_points() {
    // In the second form both are 8 by chance.
    for (name, has_total) in [
        ("Số người được tập huấn", true),
        ("Số người được tập huấn", false),
        ("Người được tập huấn", true),
    ] {
        let of = |place: usize| with_a_small_figure(name, place, has_total).0;
        let found = proposed(&forms(of));
        let own = scheme(&found);
        assert_eq!(own.total_maximum.to_string(), "30", "{name}");
        assert_eq!(own.criteria[0].figures.len(), 1, "{name}");
        let asked = "đã hiểu là số liệu, KHÔNG cộng vào điểm";
        assert_eq!(questions(&found, asked), usize::from(!has_total), "{name}");
        let outcome = run_units(of);
        assert!(outcome.codes.is_empty(), "{:?}", outcome.codes);
        outcome.has_totals(|place| with_a_small_figure(name, place, has_total).1);
    }
}

#[test]
fn what_the_total_counts_is_no_figure_whatever_it_is_called() {
    // The points of the criterion are last year's; the row below is what counts.
    let of = |place: usize| counting("Số điểm theo sáng kiến", place, Some(SMALL[place]));
    let own = scheme(&proposed(&forms(of)));
    assert!(own.criteria.iter().all(|one| one.figures.is_empty()));
}

#[test]
fn a_figure_that_stands_before_the_criteria_of_a_group_is_none_of_them() {
    let of = |place: usize| {
        format!(
            "TT | Nội dung | Điểm tối đa | Điểm tự chấm\n | Tổng số cán bộ | | {}\nI | Tổ chức | 30 | \n\
             | Tổng số đoàn viên | | {}\n1 | Phát triển đoàn viên | 20 | {}\n | Số kết nạp mới | | {}\n\
             2 | Sinh hoạt | 10 | 9\nII | Phong trào | 20 | \n1 | Văn nghệ | 20 | 15\n | Tổng điểm | 50 | {}\n",
            [9, 30, 12, 8][place],
            SMALL[place],
            POINTS[place],
            [2, 1, 6, 2][place],
            POINTS[place] + 24,
        )
    };
    let own = scheme(&proposed(&forms(of)));
    let names: Vec<&str> = own.criteria.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Phát triển đoàn viên", "Sinh hoạt", "Văn nghệ"]);
    assert_eq!(own.total_maximum.to_string(), "50");
    let outcome = run_units(of);
    outcome.has_totals(|place| POINTS[place] + 24);
}

#[test]
fn figures_may_have_a_sign_of_percent_or_decimals() {
    let of = |place: usize| {
        format!(
            "TT | Nội dung | Điểm tối đa | Điểm tự chấm\nI | Đơn thư | 40 | \n1 | Giải quyết đơn | 20 | {}\n\
             | Tổng số đơn tiếp nhận | | {}\n | Tỷ lệ giải quyết (%) | | {}%\n2 | Chất lượng | 20 | 9\n\
             | Tỷ lệ học sinh giỏi | | {}\nII | Phong trào | 20 | \n1 | Văn nghệ | 20 | 15\n | Tổng điểm | 60 | {}\n",
            POINTS[place],
            SMALL[place],
            [80, 95, 100, 90][place],
            ["12", "25,5", "18", "7,25"][place],
            POINTS[place] + 24,
        )
    };
    let own = scheme(&proposed(&forms(of)));
    let figures: Vec<usize> = own.criteria.iter().map(|one| one.figures.len()).collect();
    assert_eq!(figures, [2, 1, 0]);
    assert_eq!(own.criteria[0].figures[1].unit, "%");
    let outcome = run_units(of);
    assert!(outcome.codes.is_empty(), "{:?}", outcome.codes);
    outcome.has_totals(|place| POINTS[place] + 24);
}

/// A row with points that is called as a figure is, and no maximum.
const EACH: &str = "Số sáng kiến được công nhận (mỗi sáng kiến 1 điểm)";

/// Points by form: of three criteria, and of that row.
const BESIDE: [[i64; 4]; 4] = [
    [40, 20, 9, 5],
    [45, 12, 7, 3],
    [38, 20, 10, 0],
    [50, 15, 8, 2],
];

/// Where that row stands.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Place {
    First,
    Last,
    NoCodes,
}

/// A form with such a row, and what its total says where it has one.
fn beside(at: Place, place: usize, total: Option<i64>) -> String {
    let [one, two, three, each] = BESIDE[place];
    let each = format!(" | {EACH} | | {each}\n");
    let lines = format!(
        "1 | Tham mưu | 50 | {one}\n2 | Báo cáo | 30 | {two}\n3 | Lưu trữ | 10 | {three}\n"
    );
    let group = "I | Nhiệm vụ | 90 | \n";
    let head = "TT | Nội dung | Điểm tối đa | Điểm tự chấm\n";
    let total = total.map_or_else(String::new, |total| {
        format!(" | TỔNG ĐIỂM | 90 | {total}\n")
    });
    match at {
        Place::First => format!("{head}{group}{each}{lines}{total}"),
        Place::Last => format!("{head}{group}{lines}{each}{total}"),
        Place::NoCodes => {
            let all = format!("{head}{lines}{each}{total}");
            let own = all.lines().map(|line| line.split_once(" | ").unwrap().1);
            own.collect::<Vec<_>>().join("\n")
        }
    }
}

#[test]
fn what_the_totals_of_forms_count_is_a_criterion_whatever_it_is_called() {
    for at in [Place::First, Place::NoCodes, Place::Last] {
        let sum = |place: usize| BESIDE[place].iter().sum::<i64>();
        let of = |place: usize| beside(at, place, Some(sum(place)));
        let own = scheme(&proposed(&forms(of)));
        let mut names: Vec<&str> = own.criteria.iter().map(|one| one.name.as_str()).collect();
        names.sort_unstable();
        assert_eq!(names, ["Báo cáo", "Lưu trữ", EACH, "Tham mưu"], "{at:?}");
        assert!(own.criteria.iter().all(|one| one.figures.is_empty()));
        let outcome = run_units(of);
        outcome.has_totals(sum);
    }
}

#[test]
fn a_figure_beside_criteria_is_asked_for_unless_the_totals_leave_it_out() {
    let asked = format!("xlsx: “{EACH}”: ");
    for at in [Place::First, Place::NoCodes] {
        let without = |place: usize| BESIDE[place][..3].iter().sum::<i64>();
        for total in [false, true] {
            let of = |place: usize| beside(at, place, total.then(|| without(place)));
            let found = proposed(&forms(of));
            if at == Place::First || total {
                assert_eq!(scheme(&found).criteria.len(), 3, "{at:?}");
                assert_eq!(questions(&found, &asked), usize::from(!total), "{at:?}");
            }
        }
    }
    // A printed maximum of the total without points says no more.
    let of = |place: usize| beside(Place::NoCodes, place, Some(0)).replace("| 90 | 0", "| 90 | ");
    let found = proposed(&forms(of));
    assert_eq!(questions(&found, &asked), 1);
}

#[test]
fn one_form_that_fills_the_row_above_decides_for_no_other() {
    let codes = [("a", "b"), ("", "")];
    for (first, second) in codes {
        let of = |place: usize| {
            let [one, other] = [[10, 8], [8, 7], [10, 10], [6, 6]][place];
            let own = ["", "", "19", ""][place];
            format!(
                "TT | Nội dung | Điểm tối đa | Điểm tự chấm\n1 | Giải quyết hồ sơ | 20 | {own}\n\
                 {first} | Số văn bản đúng hạn | | {one}\n{second} | Số cuộc kiểm tra | | {other}\n\
                 2 | Báo cáo | 10 | {}\n3 | Kiểm tra | 20 | {}\n",
                [8, 7, 10, 8][place],
                [20, 12, 20, 15][place],
            )
        };
        let own = scheme(&proposed(&forms(of)));
        assert!(own.criteria.iter().all(|one| one.figures.is_empty()));
        let names = own.criteria.iter().map(|one| one.name.as_str());
        assert!(names.clone().any(|name| name == "Số cuộc kiểm tra"));
    }
}

#[test]
fn a_row_of_words_among_figures_leaves_them_figures() {
    for note in ["Ghi chú: kèm văn bản", "(ghi rõ số, ngày, tháng văn bản)"] {
        let with_note =
            |text: &str| text.replacen("2 | Báo cáo", &format!("| {note} | |\n2 | Báo cáo"), 1);
        let of = |place: usize| with_note(&lines(FIGURES[place], share(FIGURES[place])));
        let own = scheme(&proposed(&forms(of)));
        assert_eq!(own.criteria[0].figures.len(), 2, "{note}");
        let outcome = run_units(of);
        assert!(outcome.codes.is_empty(), "{note}: {:?}", outcome.codes);
        outcome.has_totals(|place| share(FIGURES[place]) + 9);
        // Rows that add up to the one above are criteria, whatever stands among them.
        let parts = [(8, 9), (10, 5), (4, 6), (7, 7)];
        let of = |place: usize| {
            let (one, other) = parts[place];
            with_note(&lines(parts[place], one + other))
        };
        let own = scheme(&proposed(&forms(of)));
        assert!(own.criteria.iter().all(|one| one.figures.is_empty()));
    }
}

#[test]
fn a_head_that_prints_a_maximum_is_no_figure_whatever_it_is_called() {
    for [first, second] in [
        ["Kết quả giải quyết hồ sơ", "Trang bị phương tiện"],
        ["Tỷ lệ giải quyết hồ sơ", "Thời gian giải quyết"],
    ] {
        let of = |place: usize| {
            let score = 10 - i64::try_from(place).unwrap();
            format!(
                "TT | Nội dung | Điểm tối đa | Điểm tự chấm\nI | Chỉ đạo | 20 | {}\n1 | Kế hoạch | 10 | {score}\n\
                 2 | Quy chế | 10 | 7\nII | Cải cách | 30 | {}\n | {first} | 20 | \n1 | Ngân sách | 10 | 6\n\
                 2 | Cán bộ | 10 | {score}\n | {second} | 10 | \n1 | Thiết bị | 10 | {score}\n | Tổng điểm | 50 | {}\n",
                score + 7,
                2 * score + 6,
                3 * score + 13,
            )
        };
        let own = scheme(&proposed(&forms(of)));
        let expected = [
            "I 20",
            "II 30",
            "I.1 10",
            "I.2 10",
            "II.1 20",
            "II.1.1 10",
            "II.1.2 10",
            "II.2 10",
            "II.2.1 10",
        ];
        assert_eq!(maxima(&own, 0), expected, "{first}");
        assert!(own.groups.iter().all(|one| !one.cap.is_set()));
    }
    // Without one it is a figure as before, and no head of what is numbered behind it.
    let of = |place: usize| {
        format!(
            "TT | Nội dung | Điểm tối đa | Điểm tự chấm\n | Tổng số đoàn viên | | {}\n1 | Kế hoạch | 10 | {}\n\
             2 | Quy chế | 10 | 7\n3 | Cán bộ | 10 | 8\n | Tổng điểm | 30 | {}\n",
            25 + place,
            6 + place,
            21 + place
        )
    };
    let own = scheme(&proposed(&forms(of)));
    assert_eq!(own.criteria.len(), 3);
}
