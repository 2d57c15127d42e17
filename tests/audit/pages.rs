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
    let twice = Table::right().each(|_, line| {
        let mut cells: Vec<&str> = line.split(';').collect();
        let total = cells[9];
        cells.insert(10, total);
        cells.join(";")
    });
    assert_eq!(codes(&twice.audit()), ["K1 TH634"]);
    let called = |name: &'static str| Table::right().with("Tổng điểm", name);
    for name in ["Tổng điểm thẩm định", "Tổng số điểm đạt được"] {
        assert_eq!(
            codes(&called(name).audit()),
            codes(&Table::right().audit()),
            "{name}"
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
