//! Columns of points beside each other of which arithmetic proves the last: it counts, and the others are its parts.

use crate::propose::kinds::heading;
use crate::propose::marks::{Outcome, forms, run_units};
use crate::propose::measure::proposed;

/// The points of each unit in each row, of 20.
const POINTS: [[i64; 6]; 4] = [
    [18, 20, 15, 9, 20, 11],
    [20, 14, 16, 20, 8, 19],
    [12, 20, 20, 17, 13, 20],
    [20, 19, 10, 20, 16, 7],
];

/// Lines with these headings behind the maximum, and what a row has below them by its points.
fn lines(unit: usize, headings: &str, cells: impl Fn(usize, i64) -> String) -> String {
    let mut text = format!("STT | Nội dung | Điểm chuẩn | {headings}\n");
    for (row, points) in POINTS[unit].into_iter().enumerate() {
        let code = row + 1;
        text += &format!("{code} | Việc thứ {code} | 20 | {}\n", cells(row, points));
    }
    text
}

fn total(unit: usize) -> i64 {
    POINTS[unit].iter().sum()
}

/// The points that are missing; blank where none are.
fn missing(points: i64) -> String {
    let off = 20 - points;
    if off == 0 {
        String::new()
    } else {
        off.to_string()
    }
}

/// That all points count and nothing is found.
fn counts(found: &Outcome) {
    assert!(found.codes.is_empty(), "{:?} {}", found.codes, found.text);
    found.has_totals(total);
}

#[test]
fn what_is_left_of_the_maximum_is_the_score() {
    let off = |unit: usize| {
        lines(unit, "Điểm trừ | Điểm đạt", |_, points| {
            format!("{} | {points}", missing(points))
        })
    };
    counts(&run_units(off));
    let found = proposed(&forms(off));
    assert_eq!(heading(&found, "Điểm đạt"), Some("claimed"));
    assert_eq!(heading(&found, "Điểm trừ"), Some("ignored"));
    // What the unit gives itself goes before what is missing, whatever stands last.
    let gap = |unit: usize| {
        lines(
            unit,
            "Điểm tự chấm | Điểm bị trừ",
            |_, points| format!("{points} | {}", missing(points)),
        )
    };
    counts(&run_units(gap));
}

#[test]
fn points_with_what_is_added_and_taken_off_are_the_score() {
    counts(&run_units(|unit| {
        let headings = "Điểm đạt | Điểm thưởng | Điểm phạt | Điểm cuối cùng";
        lines(unit, headings, |row, points| match row % 3 {
            0 => format!("{} | 1 | | {points}", points - 1),
            1 if points < 20 => format!("{} | | 1 | {points}", points + 1),
            _ => format!("{points} | | | {points}"),
        })
    }));
}

/// A row of quarters whose points come to so many, or average to them.
fn quarters(points: i64, is_mean: bool) -> String {
    let parts = if is_mean {
        let off = i64::from(points > 0 && points < 20);
        [points - off, points + off, points, points]
    } else {
        let part = points / 4;
        [part, part, part, points - 3 * part]
    };
    let parts = parts.map(|part| part.to_string());
    format!("{} | {points}", parts.join(" | "))
}

#[test]
fn what_quarters_come_to_is_the_score() {
    for (last, is_mean) in [("Tổng điểm tự chấm", false), ("Điểm cả năm", true)] {
        let of = |unit: usize| {
            let headings = format!("Quý I | Quý II | Quý III | Quý IV | {last}");
            lines(unit, &headings, |_, points| quarters(points, is_mean))
        };
        counts(&run_units(of));
        let found = proposed(&forms(of));
        assert_eq!(heading(&found, last), Some("claimed"));
        assert_eq!(heading(&found, "Quý II"), Some("ignored"));
    }
}

/// "Cả năm" says what it is, though it is no sum and no mean.
#[test]
fn the_whole_year_is_the_score_beside_its_quarters() {
    let of = |unit: usize| {
        let headings = "Điểm quý I | Điểm quý II | Điểm cả năm";
        lines(unit, headings, |row, points| {
            let first = points - [1, 2][row % 2];
            format!("{first} | {} | {points}", points - 2)
        })
    };
    let found = proposed(&forms(of));
    assert_eq!(heading(&found, "Điểm cả năm"), Some("claimed"));
    assert_eq!(heading(&found, "Điểm quý I"), Some("ignored"));
}

#[test]
fn where_they_do_not_agree_the_cell_is_named() {
    let of = |unit: usize| {
        lines(unit, "Điểm trừ | Điểm đạt", |row, points| {
            let is_slip = (unit, row) == (1, 3);
            let off = if is_slip {
                "4".to_string()
            } else {
                missing(points)
            };
            format!("{off} | {points}")
        })
    };
    let found = proposed(&forms(of));
    assert_eq!(heading(&found, "Điểm đạt"), Some("claimed"));
    let mut asked = found.proposal.headings.iter();
    let score = asked.find(|one| one.text == "Điểm đạt").unwrap();
    assert!(
        score.question.contains("Có 1 ô KHÔNG khớp"),
        "{}",
        score.question
    );
    assert!(score.question.contains("!E8"), "{}", score.question);
}

#[test]
fn without_a_proof_nothing_is_passed_over() {
    // What is taken off does not lead to what was reached.
    let found = run_units(|unit| {
        lines(unit, "Điểm trừ | Điểm đạt", |row, points| {
            format!("{} | {points}", row % 4)
        })
    });
    assert!(
        found.codes.contains(&"TH230".to_string()),
        "{:?}",
        found.codes
    );
    // Things that are counted add up as well.
    let found = proposed(&forms(|unit| {
        let headings = "Số xã đạt | Số xã chưa đạt | Tổng số xã | Điểm tự chấm";
        lines(unit, headings, |row, points| {
            let (reached, rest) = (2 + (unit + row) % 3, 1 + row % 2);
            format!("{reached} | {rest} | {} | {points}", reached + rest)
        })
    }));
    assert_eq!(heading(&found, "Điểm tự chấm"), Some("claimed"));
    assert_ne!(heading(&found, "Số xã đạt"), Some("ignored"));
    assert_ne!(heading(&found, "Tổng số xã"), Some("claimed"));
    // What others give is no part of what the unit gives itself.
    let found = proposed(&forms(|unit| {
        let headings = "Điểm tự chấm | Điểm Sở Nội vụ chấm | Tổng điểm";
        lines(unit, headings, |row, points| {
            let other = [2, 3][row % 2];
            let own = points - other;
            format!("{own} | {other} | {points}")
        })
    }));
    assert_eq!(heading(&found, "Điểm tự chấm"), Some("claimed"));
}
