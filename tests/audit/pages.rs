//! Tables of several pages and with several totals.

use crate::audit::codes;
use crate::audit::table::Table;

#[test]
fn a_header_once_more_and_a_sum_of_the_page_change_nothing() {
    let right = Table::right().audit();
    let text = Table::right().text();
    let head = text.lines().next().unwrap().to_string();
    let sum = format!(";Cộng trang 1{}", ";5000".repeat(9));
    for between in [head, sum] {
        let behind_third = |at: usize, line: &str| match at {
            3 => format!("{line}\n{between}"),
            _ => line.to_string(),
        };
        let audit = Table::right().each(behind_third).audit();
        assert_eq!(codes(&audit), codes(&right));
        assert_eq!(audit.tables.len(), right.tables.len());
        let places = |audit: &tonghop::result::audit::Audit| -> Vec<Option<u32>> {
            let rows = audit.tables.iter().flat_map(|table| &table.rows);
            rows.map(|row| row.place).collect()
        };
        assert_eq!(places(&audit), places(&right));
    }
}

#[test]
fn a_second_column_of_totals_is_said() {
    let twice = with_second(["Tổng điểm"; 2], [0, 0]);
    assert_eq!(codes(&twice.audit()), ["K1 TH644"]);
    let called = |name: &'static str| Table::right().with("Tổng điểm", name);
    for name in ["Tổng điểm thẩm định", "Tổng số điểm đạt được"] {
        assert_eq!(
            codes(&called(name).audit()),
            codes(&Table::right().audit()),
            "{name}"
        );
    }
}

/// The right table with its column of totals twice: under these headings, each that many points more than it should be.
fn with_second(headings: [&str; 2], more: [i32; 2]) -> Table {
    Table::right().each(|at, line| {
        let mut cells: Vec<String> = line.split(';').map(str::to_string).collect();
        let total = cells.remove(9).replace(',', ".");
        for (heading, more) in headings.into_iter().zip(more).rev() {
            let number = || total.parse::<f64>().unwrap() + f64::from(more);
            let text = || format!("{:.1}", number()).replace('.', ",");
            cells.insert(9, if at == 0 { heading.to_string() } else { text() });
        }
        cells.join(";")
    })
}

#[test]
fn of_two_totals_the_one_is_read_that_its_heading_or_the_sums_tell() {
    let audited = |headings, more| codes(&with_second(headings, more).audit());
    // The sums.
    assert_eq!(audited(["Tổng điểm"; 2], [20, 0]), ["J1 TH644"]);
    assert_eq!(audited(["Tổng điểm"; 2], [0, 20]), ["K1 TH644"]);
    // The heading, with sums that agree.
    for result in ["Tổng điểm thẩm định", "Tổng điểm sau rà soát", "Điểm chốt"]
    {
        assert_eq!(
            audited(["Tổng điểm", result], [20, 0]),
            ["J1 TH644"],
            "{result}"
        );
        assert_eq!(
            audited(["Tổng điểm tự chấm", result], [20, 0]),
            [""; 0],
            "{result}"
        );
    }
    // Of another year, and none of the result.
    assert_eq!(
        audited(["Tổng điểm", "Điểm thẩm định 2016"], [0, 20]),
        [""; 0]
    );
}

#[test]
fn where_neither_tells_which_total_is_the_result_nothing_follows_from_one() {
    let audited = |headings, more| with_second(headings, more).audit();
    let same = ["Tổng điểm"; 2];
    let spoken = ["Tổng điểm", "Tổng điểm thẩm định"];
    for (headings, more) in [(same, [20, 40]), (spoken, [0, 20])] {
        let audit = audited(headings, more);
        assert_eq!(codes(&audit), ["K1 TH634"]);
        let rows = audit.tables.iter().flat_map(|table| &table.rows);
        assert!(rows.clone().count() > 3);
        assert!(
            rows.clone()
                .all(|row| row.place.is_none() && row.grade.is_none())
        );
    }
}

/// Whatever its heading says: the places follow from it, and not from what is called the total.
#[test]
fn a_column_from_which_the_places_follow_may_be_the_result() {
    let audited =
        |heading: &str, numbers: &dyn Fn(usize) -> usize, places: &dyn Fn(usize) -> usize| {
            let table = Table::right().each(|at, line| {
                let mut cells: Vec<String> = line.split(';').map(str::to_string).collect();
                let (second, place) = match at {
                    0 => (heading.to_string(), "Thứ hạng".to_string()),
                    _ => (numbers(at).to_string(), places(at).to_string()),
                };
                cells.insert(10, second);
                cells.push(place);
                cells.join(";")
            });
            codes(&table.audit())
        };
    for heading in [
        "Tổng điểm lần 2",
        "Kết quả",
        "Điểm kết luận",
        "Tổng điểm xếp loại",
    ] {
        let told = audited(heading, &|at| 500 + at, &|at| 11 - at);
        assert_eq!(told, ["K1 TH634"], "{heading}");
    }
    // Here they follow from the total.
    assert_eq!(
        audited("Số phiếu khảo sát", &|at| 500 + at, &|at| at),
        [""; 0]
    );
    // From what is the same for all, or for some, nothing follows: here two places are wrong, which is said.
    let wrong = |at: usize| match at {
        2 => 3,
        3 => 2,
        at => at,
    };
    for numbers in [|_: usize| 0, |at: usize| 20 - at / 2] {
        let told = audited("Ghi nhận khác", &numbers, &wrong);
        assert!(
            !told.is_empty() && !told.contains(&"K1 TH634".to_string()),
            "{told:?}"
        );
    }
}

#[test]
fn places_told_by_the_order_go_on_over_pages_though_numbers_begin_again() {
    let right = Table::right().text();
    let head = right.lines().next().unwrap().to_string();
    let again = Table::right().each(|at, line| {
        let number = if at > 5 { at - 5 } else { at };
        match (at, line.split_once(';')) {
            (0, _) | (_, None) => line.to_string(),
            (6, Some((_, rest))) => format!("{head}\n{number};{rest}"),
            (_, Some((_, rest))) => format!("{number};{rest}"),
        }
    });
    let audit = again.audit();
    assert_eq!(codes(&audit), [""; 0]);
    assert_eq!(audit.tables.len(), 1);
    let places = audit.tables[0].rows.iter().map(|row| row.printed.place);
    assert!(places.eq((1..=10).map(Some)));
    // A unit with more points on the second page is still placed below.
    let swapped = again.with("680,3;Trung bình", "890,3;Tốt");
    assert!(codes(&swapped.audit()).contains(&"B8 TH606".to_string()));
}
