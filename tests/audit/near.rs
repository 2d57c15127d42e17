//! Each finding has a table that raises it and nothing else, and a near miss that does not.

use tonghop::base::ids::GroupId;
use tonghop::campaign::scheme::{PerLevel, Threshold};
use tonghop::input::published::TableContext;
use tonghop::result::audit::Audit;

use crate::audit::table::Table;
use crate::audit::{audited_by, codes, known};

/// Nothing is wrong with the table that all others are made from.
#[test]
fn a_right_table_raises_nothing() {
    let audit = Table::right().audit();
    assert_eq!(codes(&audit), [""; 0]);
    assert_eq!(audit.verdict.totals_checked, 10);
}

#[test]
fn a_total_is_wrong_beyond_rounding_and_rounded_within() {
    // Four whole numbers, three with one decimal: 4 × 0,5 + 3 × 0,05 less the exact bonus = at most 2,2 either way.
    let at = |total: &str| Table::right().with("719,7;Khá", total).audit();
    assert_eq!(codes(&at("721,9;Khá")), ["J5 TH602"]);
    assert_eq!(codes(&at("722,4;Khá")), ["J5 TH601"]);
    // With decimals printed there is less to round.
    let exact = Table::right().line(
        5,
        "4;UBND huyện Tu Mơ Rông;100,00;157,70;288,00;60,00;74,00;50,00;-10;720,00;Khá",
    );
    assert_eq!(codes(&exact.audit()), ["J5 TH601"]);
}

#[test]
fn a_difference_is_named_by_what_was_done_with_a_column() {
    let with = |total: &str| codes(&Table::right().with("719,7;Khá", total).audit());
    assert_eq!(with("729,7;Khá"), ["J5 TH603"]);
    assert_eq!(with("739,7;Khá"), ["J5 TH605"]);
    assert_eq!(with("769,7;Khá"), ["J5 TH604"]);
}

#[test]
fn the_printed_order_is_held_against_the_printed_totals() {
    let swapped = Table::right()
        .line(
            5,
            "4;UBND huyện Đăk Glei;90;156,5;257,3;80;80;35;-10;688,8;Trung bình",
        )
        .line(
            6,
            "5;UBND huyện Tu Mơ Rông;100;157,7;288;60;74;50;-10;719,7;Khá",
        );
    assert_eq!(codes(&swapped.audit()), ["B6 TH606"]);
    let equal = Table::right().line(
        6,
        "5;UBND huyện Đăk Glei;100;157,7;288;60;74;50;-10;719,7;Khá",
    );
    assert_eq!(codes(&equal.audit()), [""; 0]);
}

#[test]
fn a_table_that_is_not_sorted_tells_no_places() {
    let mut lines: Vec<usize> = (1..=10).collect();
    lines.sort_by_key(|line| (line * 7) % 11);
    let right = Table::right().text();
    let text: Vec<&str> = right.lines().collect();
    let shuffled = Table::right().each(|at, line| match at {
        0 => line.to_string(),
        at => text[lines[at - 1]].to_string(),
    });
    assert_eq!(codes(&shuffled.audit()), [""; 0]);
}

#[test]
fn a_wrong_total_moves_others() {
    // 688,8 stays above 680,3; 679,3 would not.
    let near = Table::right().with("688,8;Trung bình", "698,8;Trung bình");
    assert_eq!(codes(&near.audit()), ["J6 TH603"]);
    let moved = Table::right().line(
        6,
        "5;UBND huyện Đăk Glei;90;156,5;247,3;80;80;35;-10;688,8;Trung bình",
    );
    assert_eq!(codes(&moved.audit()), ["B6 TH607", "J6 TH603", "B7 TH607"]);
}

#[test]
fn places_in_a_column_may_count_ties_in_any_usual_way() {
    let placed = |places: [&str; 10]| {
        let table = Table::right().line(
            6,
            "5;UBND huyện Đăk Glei;100;157,7;288;60;74;50;-10;719,7;Khá",
        );
        let table = table.each(|at, line| match at {
            0 => format!("{line};Thứ hạng"),
            at => format!("{line};{}", places[at - 1]),
        });
        codes(&table.audit())
    };
    let none = [""; 0];
    assert_eq!(
        placed(["1", "2", "3", "4", "4", "6", "7", "8", "9", "10"]),
        none
    );
    assert_eq!(
        placed(["1", "2", "3", "4", "4", "5", "6", "7", "8", "9"]),
        none
    );
    assert_eq!(
        placed(["1", "2", "3", "5", "4", "6", "7", "8", "9", "10"]),
        ["B5 TH638"]
    );
    let wrong = placed(["1", "2", "3", "4", "4", "6", "7", "9", "9", "10"]);
    assert_eq!(wrong, ["B9 TH608"]);
}

#[test]
fn grades_follow_totals() {
    let wrong = Table::right().with("719,7;Khá", "719,7;Trung bình");
    assert_eq!(codes(&wrong.audit()), ["K5 TH609"]);
    let spelled = Table::right().with("719,7;Khá", "719,7;KHÁ");
    assert_eq!(codes(&spelled.audit()), [""; 0]);
    let hangs = Table::right().line(
        5,
        "4;UBND huyện Tu Mơ Rông;100;157,7;258;60;74;50;-10;719,7;Khá",
    );
    assert_eq!(codes(&hangs.audit()), ["J5 TH601", "K5 TH610"]);
    let rounded = Table::right().line(
        5,
        "4;UBND huyện Tu Mơ Rông;100;137,7;288;60;74;50;-10;700,1;Khá",
    );
    assert_eq!(codes(&rounded.audit()), ["J5 TH602", "K5 TH611"]);
    // The grade is right for the columns; only the total is wrong.
    let total = Table::right().with("688,8;Trung bình", "708,8;Trung bình");
    assert_eq!(codes(&total.audit()), ["J6 TH605"]);
}

/// The audit of a table by a scheme whose two best grades ask for this part of each group, and for so many points of the second.
fn asking(table: &Table, percent: u32, second: u32) -> Audit {
    let mut scheme = known().scheme.clone();
    for grade in scheme.grades.iter_mut().take(2) {
        grade.each_group = Some(PerLevel::All(Threshold::Percent(percent.into())));
        let second = Threshold::Points(second.into());
        grade.groups.insert(GroupId::from("2"), second);
    }
    let known = TableContext {
        scheme: &scheme,
        ..known()
    };
    audited_by(known, table.text().as_bytes())
}

#[test]
fn grades_follow_groups_where_these_are_asked_for() {
    // Portal and security are the groups with the fewest points; "Trung bình" asks for nothing.
    assert_eq!(codes(&asking(&Table::right(), 30, 150)), [""; 0]);
    let audit = asking(&Table::right(), 30, 160);
    assert_eq!(codes(&audit), ["K5 TH609"]);
    assert_eq!(audit.tables[0].rows[3].grade.as_deref(), Some("Trung bình"));
    // 157,7 may be 157,74 before rounding, but never 158.
    assert_eq!(codes(&asking(&Table::right(), 30, 158)), ["K5 TH609"]);
    assert_eq!(codes(&asking(&Table::right(), 30, 157)), [""; 0]);
}

#[test]
fn grades_by_groups_that_are_not_printed_are_not_judged() {
    let without = |column: usize| {
        Table::right().each(|_, line| {
            let mut cells: Vec<&str> = line.split(';').collect();
            cells.remove(column);
            cells.join(";")
        })
    };
    let audit = asking(&without(3), 30, 150);
    let told: Vec<String> = codes(&audit);
    assert!(told.contains(&"J2 TH645".to_string()), "{told:?}");
    assert!(!told.iter().any(|one| one.ends_with("TH609")), "{told:?}");
    assert!(!audit.tables[0].is_graded);
    // Whoever reaches neither grade by the total has the same one whatever the group is.
    assert_eq!(audit.tables[0].rows[9].grade.as_deref(), Some("Yếu"));
    assert_eq!(audit.tables[0].rows[3].grade, None);
    // A column of which nothing is asked says nothing more.
    let bonus = asking(&without(8), 30, 150);
    assert!(bonus.tables[0].is_graded);
}

#[test]
fn points_stay_within_the_maximum_of_the_level() {
    let at = |row: &str| codes(&Table::right().line(5, row).audit());
    assert_eq!(
        at("4;UBND huyện Tu Mơ Rông;100;157,7;287;60;74;51;-10;719,7;Khá"),
        ["H5 TH621"]
    );
    assert_eq!(
        at("4;UBND huyện Tu Mơ Rông;100;177,7;298;60;74;50;-40;719,7;Khá"),
        ["I5 TH621"]
    );
    assert_eq!(
        at("4;UBND huyện Tu Mơ Rông;100;157,7;288;60;74;50;-10;719,7;Khá"),
        [""; 0]
    );
}

#[test]
fn decimal_marks_are_the_same_throughout() {
    let mixed = Table::right().with("157,7", "157.7").with("719,7", "719.7");
    assert_eq!(codes(&mixed.audit()), ["D5 TH622"]);
    let points = Table::right().each(|_, line| line.replace(',', "."));
    assert_eq!(codes(&points.audit()), [""; 0]);
}

#[test]
fn units_without_a_result_have_a_note() {
    let gone = Table::right().without(11);
    assert_eq!(codes(&gone.audit()), [" TH625"]);
    let blank = Table::right().line(11, "10;UBND huyện Kon Rẫy;;;;;;;;;");
    assert_eq!(codes(&blank.audit()), ["B11 TH625"]);
    let ungraded = Table::right().line(11, "10;UBND huyện Kon Rẫy;;;;;;;;;Không xếp loại");
    assert_eq!(codes(&ungraded.audit()), [""; 0]);
    let note = "* UBND huyện Kon Rẫy chưa thực hiện việc tự đánh giá, xếp loại";
    let noted = Table::right()
        .line(11, "10;UBND huyện Kon Rẫy;;;;;;;;;")
        .and(note);
    assert_eq!(codes(&noted.audit()), [""; 0]);
    let dashes = Table::right()
        .line(11, "10;UBND huyện Kon Rẫy;-;-;-;-;-;-;-;-;")
        .and(note);
    assert_eq!(codes(&dashes.audit()), [""; 0]);
    let other = note.replace("Kon Rẫy", "Sa Thầy");
    let other = Table::right().without(11).and(&other);
    assert_eq!(codes(&other.audit()), [" TH625"]);
}

#[test]
fn names_are_those_of_the_registry() {
    let alias = Table::right().with("UBND huyện Kon Plong", "UBND H. Kon Plong (*)");
    assert_eq!(codes(&alias.audit()), [""; 0]);
    let unknown = Table::right().with("UBND huyện Kon Rẫy", "UBND huyện Kon Rẩy");
    let audit = unknown.audit();
    assert_eq!(codes(&audit), [" TH625", "B11 TH626"]);
    let message = audit.findings[1].message(tonghop::base::lang::Lang::Vi);
    assert!(
        message.contains("gần giống: UBND huyện Kon Rẫy"),
        "{message}"
    );
    let twice = Table::right().with("UBND huyện Kon Rẫy", "UBND TP. Kon Tum");
    assert_eq!(codes(&twice.audit()), ["B11 TH627", " TH625"]);
    let level = Table::right().with("UBND huyện Kon Rẫy", "Sở Y Tế");
    assert_eq!(codes(&level.audit()), [" TH625", "B11 TH628"]);
}

#[test]
fn blank_zero_and_unreadable_are_three_things() {
    let at = |row: &str| codes(&Table::right().line(11, row).audit());
    assert_eq!(
        at("10;UBND huyện Kon Rẫy;60;100;80;60;50;20;0;370;Yếu"),
        [""; 0]
    );
    assert_eq!(
        at("10;UBND huyện Kon Rẫy;60;100;80;60;50;20;;370;Yếu"),
        ["I11 TH630"]
    );
    assert_eq!(
        at("10;UBND huyện Kon Rẫy;60;100;80;60;50;20 d;0;370;Yếu"),
        ["H11 TH629"]
    );
    assert_eq!(
        at("10;UBND huyện Kon Rẫy;60;100;80;60;50;20;0;#REF!;Yếu"),
        ["J11 TH629"]
    );
}

#[test]
fn a_grade_that_only_rounding_decides_is_no_error_whichever_side_it_is_on() {
    // The columns come to 849,9.
    let at = |rest: &str| {
        let line = format!("2;UBND thành phố Kon Tum;80;180;313,1;157,8;90;39;-10;{rest}");
        codes(&Table::right().line(3, &line).audit())
    };
    assert_eq!(at("849,9;Khá"), [""; 0]);
    assert_eq!(at("850;Khá"), ["J3 TH602", "K3 TH611"]);
    assert_eq!(at("850;Tốt"), ["J3 TH602", "K3 TH611"]);
    assert_eq!(at("850;Yếu"), ["K3 TH609", "J3 TH602"]);
    assert_eq!(at("849,9;Tốt"), ["K3 TH609"]);
}

/// With places in a column of their own behind the total.
fn with_places(places: [u32; 10]) -> Table {
    Table::right().each(|at, line| {
        let place = match at {
            0 => "Thứ hạng".to_string(),
            at => places[at - 1].to_string(),
        };
        format!("{line};{place}")
    })
}

#[test]
fn equal_totals_share_a_place_or_it_is_said() {
    let equal = |places| {
        with_places(places)
            .each(|at, line| match at {
                5 => format!(
                    "5;UBND huyện Đăk Glei;100;157,7;288;60;74;50;-10;719,7;Khá;{}",
                    places[4]
                ),
                _ => line.to_string(),
            })
            .audit()
    };
    let shared = equal([1, 2, 3, 4, 4, 6, 7, 8, 9, 10]);
    assert_eq!(codes(&shared), [""; 0]);
    let dense = equal([1, 2, 3, 4, 4, 5, 6, 7, 8, 9]);
    assert_eq!(codes(&dense), [""; 0]);
    let apart = equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    assert_eq!(codes(&apart), ["B6 TH638"]);
    let wrong = equal([1, 2, 3, 4, 7, 6, 7, 8, 9, 10]);
    assert_eq!(codes(&wrong), ["B6 TH606"]);
}

#[test]
fn a_total_that_is_not_known_shifts_no_place() {
    let formula = |at: usize, line: &str| match at {
        2 => line.replace("822,8", "?"),
        _ => line.to_string(),
    };
    let table = with_places([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).each(formula);
    assert_eq!(codes(&table.audit()), ["J3 TH629"]);
    let wrong = with_places([1, 2, 3, 4, 5, 6, 7, 9, 9, 10]).each(formula);
    assert_eq!(codes(&wrong.audit()), ["J3 TH629", "B9 TH608"]);
    let far = with_places([1, 2, 3, 4, 5, 6, 7, 8, 7, 10]).each(formula);
    assert_eq!(codes(&far.audit()), ["J3 TH629", "B9 TH606"]);
}
