//! What holds for every table.

use proptest::prelude::*;
use tonghop::base::points::Decimal;
use tonghop::campaign::scheme::Group;
use tonghop::result::audit::{Audit, AuditedRow};

use crate::audit::{audited, known};

/// Points of every group for ten units, in hundredths, within the maxima of the districts.
fn points() -> impl Strategy<Value = Vec<Vec<i64>>> {
    let level = known().scheme.levels[1].id.clone();
    let group = move |group: &Group| {
        let lowest = group
            .minimum
            .unwrap_or_default()
            .checked_mul(Decimal::from(100))
            .unwrap();
        let highest = group
            .maximum_at(&level)
            .limit()
            .unwrap()
            .0
            .checked_mul(Decimal::from(100))
            .unwrap();
        let whole = |value: Decimal| value.to_i64().unwrap();
        whole(lowest)..=whole(highest)
    };
    let row: Vec<_> = known().scheme.groups.iter().map(group).collect();
    prop::collection::vec(row, 10)
}

fn shown(hundredths: i64) -> String {
    Decimal::new(hundredths, 2).to_string().replace('.', ",")
}

/// A table of rows in some order; each total is the sum and, with `off`, so much more.
fn table(points: &[Vec<i64>], order: &[usize], off: i64) -> Audit {
    let names: Vec<&str> = known()
        .registry
        .units()
        .filter(|unit| unit.id.level.0 == "huyen")
        .map(|unit| unit.name.as_str())
        .collect();
    let groups: Vec<&str> = known()
        .scheme
        .groups
        .iter()
        .map(|group| group.name.as_str())
        .collect();
    let mut text = format!("Tên đơn vị;{};Tổng điểm\n", groups.join(";"));
    for &at in order {
        let row = &points[at];
        let total = row.iter().sum::<i64>() + off;
        let row: Vec<String> = row.iter().map(|one| shown(*one)).collect();
        text.push_str(&format!(
            "{};{};{}\n",
            names[at],
            row.join(";"),
            shown(total)
        ));
    }
    audited(text.as_bytes())
}

fn has(audit: &Audit, codes: &[&str]) -> bool {
    audit
        .findings
        .iter()
        .any(|finding| codes.contains(&finding.rule.code))
}

const TOTALS: [&str; 5] = ["TH601", "TH602", "TH603", "TH604", "TH605"];

/// What is judged of a row, without where it stands.
fn judgement(row: &AuditedRow) -> impl PartialEq + std::fmt::Debug + use<> {
    let AuditedRow {
        sum,
        difference,
        rounding,
        check,
        total,
        place,
        ..
    } = *row;
    (
        sum,
        difference,
        rounding,
        check,
        row.causes.clone(),
        total,
        place,
        row.grade.clone(),
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn totals_that_are_sums_raise_nothing(points in points()) {
        let audit = table(&points, &(0..10).collect::<Vec<_>>(), 0);
        prop_assert!(!has(&audit, &TOTALS));
        prop_assert!(!has(&audit, &["TH607", "TH609", "TH610", "TH611", "TH621"]));
        prop_assert_eq!(audit.verdict.totals_checked, 10);
    }

    #[test]
    fn totals_that_are_not_are_all_found(points in points(), off in 1_i64..5_000) {
        let audit = table(&points, &(0..10).collect::<Vec<_>>(), off);
        prop_assert_eq!(audit.verdict.totals_wrong, 10);
        // Every number has two decimals: eight halves of a hundredth, seven columns and the total.
        let most = 4;
        prop_assert_eq!(audit.verdict.within_rounding == 10, off <= most);
    }

    #[test]
    fn the_order_of_rows_changes_no_judgement(
        points in points(),
        order in Just((0..10).collect::<Vec<usize>>()).prop_shuffle(),
        off in 0_i64..5_000,
    ) {
        let sorted = table(&points, &(0..10).collect::<Vec<_>>(), off);
        let shuffled = table(&points, &order, off);
        for (at, row) in order.iter().zip(&shuffled.tables[0].rows) {
            prop_assert_eq!(judgement(row), judgement(&sorted.tables[0].rows[*at]));
        }
    }

    #[test]
    fn any_text_is_audited_without_panic(text in "(\\PC{0,12}[;\n]){0,60}") {
        let text = format!("Tên đơn vị;Tổng điểm\n{text}");
        let _ = audited(text.as_bytes());
    }
}
