//! Sums of criteria of which no more than a maximum counts, as formulas.

use std::io::Cursor;

use calamine::{Reader, Xlsx};
use tonghop::base::ids::CriterionId;
use tonghop::base::lang::Lang;
use tonghop::output::xlsx::workbook;
use tonghop::result::report::Report;

use super::small;

/// The formulas of the detail sheet.
fn formulas(report: &Report) -> Vec<String> {
    let bytes = workbook(report, Lang::Vi).unwrap();
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    let range = book.worksheet_formula("Chi tiết").unwrap();
    let all = range.used_cells().map(|(_, _, formula)| formula.clone());
    all.collect()
}

/// A sum above the cap is none. Where some points of a cell are cut away, what it would bring is not in the workbook: then no other
/// cell below the cap may change.
#[test]
fn a_sum_below_a_cap_is_never_more() {
    let mut report = small::report();
    let with = |text: &str, report: &Report| {
        let all = formulas(report);
        all.iter().filter(|one| one.contains(text)).count()
    };
    let (bounded, fixed) = (",9)<=600", "ABS(N(C");
    assert_eq!((with(bounded, &report), with(fixed, &report)), (0, 0));
    report.groups[0].cap = true;
    let open = with(fixed, &report);
    let sums = with(bounded, &report);
    assert!(sums > 1 && open > 0, "{sums} {open}");
    let row = &mut report.levels[0].rows[0];
    row.score
        .criteria
        .get_mut(&CriterionId::from("1.2"))
        .unwrap()
        .cut = true;
    assert_eq!(
        (with(bounded, &report), with(fixed, &report)),
        (sums - 1, open + 1)
    );
}
