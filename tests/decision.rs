//! The sample campaign against Decision 134 as it was printed: scores, totals, grades, statistics, missing units.
//!
//! The printed tables are `tests/data/kontum-2017/*.csv`; nothing here comes from the program's own output.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::HashSet;
use std::path::Path;
use std::str::FromStr;
use std::sync::{Arc, OnceLock};

use tonghop::app::pipeline::Plan;
use tonghop::base::finding::{Fact, Finding};
use tonghop::base::ids::UnitId;
use tonghop::base::lang::Lang;
use tonghop::base::points::Decimal;
use tonghop::input::submission::Row;
use tonghop::judge::statistics::{Outcome, Statistic};
use tonghop::result::report::{Report, UnitRow};

/// The report of the sample campaign, made once.
pub fn report() -> &'static Report {
    static REPORT: OnceLock<Report> = OnceLock::new();
    REPORT.get_or_init(|| {
        let plan = Plan::new(Path::new("samples/kontum-2017")).unwrap();
        let inbox = plan.list().unwrap();
        let program = Path::new(env!("CARGO_BIN_EXE_tonghop"));
        let folder = "kontum-2017/phieu-nop".to_string();
        plan.report(
            &inbox,
            tonghop::input::read::ReadLimits::default(),
            program,
            folder,
            &|| {},
        )
    })
}

fn csv(name: &str) -> Vec<csv::StringRecord> {
    let path = format!("tests/data/kontum-2017/{name}");
    csv::Reader::from_path(path)
        .unwrap()
        .records()
        .map(Result::unwrap)
        .collect()
}

fn number(printed: &str) -> Decimal {
    Decimal::from_str(&printed.replace(',', ".")).unwrap()
}

fn row(level: &str, name: &str) -> &'static UnitRow {
    let level = report()
        .levels
        .iter()
        .find(|one| one.id.0 == level)
        .unwrap();
    level
        .rows
        .iter()
        .find(|row| row.name == name)
        .unwrap_or_else(|| panic!("{name} is not in the result"))
}

fn statistic(id: &str) -> &'static Statistic {
    report().statistics.iter().find(|one| one.id == id).unwrap()
}

fn total_mismatches() -> Vec<&'static Finding> {
    report()
        .findings
        .iter()
        .filter(|finding| ["TH401", "TH406"].contains(&finding.rule.code))
        .collect()
}

#[test]
fn all_group_scores_are_the_printed_ones() {
    let mut compared = 0;
    for record in csv("published-results.csv")
        .iter()
        .filter(|record| !record[3].is_empty())
    {
        let row = row(&record[0], &record[2]);
        for (index, group) in row.score.groups.values().enumerate() {
            assert_eq!(
                group.sum.0,
                number(&record[3 + index]),
                "{} group {}",
                row.name,
                index + 1
            );
            compared += 1;
        }
        assert_eq!(
            row.score.total.0,
            number(&record[12]),
            "{}: sum of the printed columns",
            row.name
        );
    }
    assert_eq!(compared, 196);
}

#[test]
fn sixteen_totals_are_right_and_twelve_are_flagged_with_both_values() {
    let (mut right, mut wrong) = (0, 0);
    for record in csv("published-results.csv")
        .iter()
        .filter(|record| !record[3].is_empty())
    {
        let row = row(&record[0], &record[2]);
        let (printed, sum) = (number(&record[10]), number(&record[12]));
        assert_eq!(row.own_total.unwrap().0, printed, "{}", row.name);
        let mut own = total_mismatches()
            .into_iter()
            .filter(|one| one.place.unit.as_ref() == Some(&row.unit));
        if printed == sum {
            assert!(own.next().is_none(), "{}", row.name);
            right += 1;
        } else {
            let finding = own
                .next()
                .unwrap_or_else(|| panic!("{} is not flagged", row.name));
            assert_eq!(finding.found, Some(Fact::Number(printed)));
            assert_eq!(finding.expected, Some(Fact::Number(sum)));
            assert!(
                finding.place.file.is_some()
                    && finding.place.sheet.is_some()
                    && finding.place.cell.is_some()
            );
            wrong += 1;
        }
    }
    assert_eq!((right, wrong), (16, 12));
}

#[test]
fn the_sample_raises_nothing_but_the_wrong_totals_and_the_missing_units() {
    let mut codes: Vec<&str> = report()
        .findings
        .iter()
        .map(|finding| finding.rule.code)
        .collect();
    codes.sort_unstable();
    // One of the twelve has its cause named: the total that leaves the penalty out.
    assert_eq!(
        codes,
        [vec!["TH101"; 2], vec!["TH401"; 11], vec!["TH406"; 1]].concat()
    );
}

#[test]
fn printed_grades_are_reproduced_but_the_one_that_hangs_on_its_total() {
    let mut same = 0;
    for record in csv("published-results.csv")
        .iter()
        .filter(|record| !record[3].is_empty())
    {
        let row = row(&record[0], &record[2]);
        let grade = row.grading.grade.as_deref().unwrap();
        if row.name == "Sở Khoa học và Công nghệ" {
            assert_eq!((grade, &record[11]), ("Khá", "Tốt"));
            assert_eq!(
                (row.grading.worst.as_str(), row.grading.best.as_str()),
                ("Khá", "Tốt")
            );
            continue;
        }
        assert_eq!(grade, &record[11], "{}", row.name);
        same += 1;
    }
    assert_eq!(same, 27);
    let first = &report().findings[0];
    assert_eq!(
        first.place.unit.as_ref().unwrap().code,
        "SKHCN",
        "what can change a grade comes first"
    );
    assert!(first.effect.unwrap().changes_grade);
    assert_eq!(
        report()
            .findings
            .iter()
            .filter_map(|one| one.effect)
            .filter(|one| one.changes_grade)
            .count(),
        1
    );
}

#[test]
fn ranks_follow_the_recomputed_totals() {
    for level in &report().levels {
        let mut sums: Vec<Decimal> = csv("published-results.csv")
            .iter()
            .filter(|record| record[0] == level.id.0 && !record[12].is_empty())
            .map(|record| number(&record[12]))
            .collect();
        sums.sort_unstable_by(|a, b| b.cmp(a));
        let ranked: Vec<Decimal> = level.rows.iter().map(|row| row.score.total.0).collect();
        assert_eq!(ranked, sums);
        let places: Vec<u32> = level.rows.iter().map(|row| row.rank.place).collect();
        assert_eq!(places, (1..=level.rows.len() as u32).collect::<Vec<_>>());
    }
    // The printed order has these two the other way round.
    assert_eq!(row("tinh", "Văn phòng UBND tỉnh").rank.place, 4);
    assert_eq!(row("tinh", "Sở Khoa học và Công nghệ").rank.place, 5);
}

/// A statistic as the decision prints it.
fn as_printed(statistic: &Statistic, printed: &str) -> String {
    match &statistic.outcome {
        Outcome::Sum { value } => value.to_string(),
        Outcome::Ratio { percent, .. } => Lang::Vi.percent(percent.unwrap(), 2),
        Outcome::Share { percent, .. } => format!("{}%", percent.unwrap().normalize()),
        Outcome::Units { units } => {
            // The decision lists them in an order of its own.
            let mut names: Vec<&str> = units
                .iter()
                .map(|unit| report().unit_name(unit).unwrap())
                .collect();
            names.sort_by_key(|name| printed.split("; ").position(|one| one == *name));
            names.join("; ")
        }
        Outcome::Given { value, of } => match of {
            Some(of) => format!("{}/{of}", value.unwrap()),
            None => value.unwrap().to_string(),
        },
    }
}

#[test]
fn every_printed_statistic_is_reproduced() {
    let records = csv("published-statistics.csv");
    assert_eq!(records.len(), 23);
    for record in &records {
        let (id, printed) = (&record[1], &record[4]);
        if let Some(level) = id.strip_prefix("missing_") {
            let level = report()
                .levels
                .iter()
                .find(|one| one.id.0 == level)
                .unwrap();
            let missing: Vec<&str> = level.gaps.iter().map(|gap| gap.name.as_str()).collect();
            assert_eq!(missing.join("; "), printed);
            continue;
        }
        assert_eq!(as_printed(statistic(id), printed), printed, "{id}");
    }
}

#[test]
fn coverage_says_of_how_many() {
    let share = statistic("lan_share");
    assert_eq!(
        (share.covered, share.expected, share.left_out.len()),
        (28, 30, 2)
    );
    let rate = statistic("pc_rate_tinh");
    assert_eq!((rate.covered, rate.expected), (19, 20));
}

#[test]
fn a_row_is_found_by_its_unit_also_where_rows_were_moved_since() {
    let mut report = report().clone();
    let rows = report.levels.iter().flat_map(|level| &level.rows);
    let units: Vec<UnitId> = rows.map(|row| row.unit.clone()).collect();
    assert!(units.len() > 20);
    for _ in 0..2 {
        for unit in &units {
            let row = report.level(&unit.level).and_then(|level| level.row(unit));
            assert_eq!(row.map(|row| &row.unit), Some(unit));
        }
        let other = UnitId {
            code: "?".to_string(),
            ..units[0].clone()
        };
        assert!(report.levels[0].row(&other).is_none());
        report
            .levels
            .iter_mut()
            .for_each(|level| level.rows.reverse());
    }
    report.levels[0].rows.truncate(1);
    assert!(
        report.levels[0]
            .row(&report.levels[0].rows[0].unit)
            .is_some()
    );
}

#[test]
fn forms_with_the_same_rows_share_them() {
    let rows = report().levels.iter().flat_map(|level| &level.rows);
    let rows: Vec<&Arc<Row>> = rows
        .flat_map(|unit| unit.sources.values())
        .filter_map(|source| source.row.as_ref())
        .collect();
    let places: HashSet<*const Row> = rows.iter().map(|row| Arc::as_ptr(row)).collect();
    // Each thread has its own, and some units have edited theirs.
    assert!(
        places.len() * 2 < rows.len(),
        "{} of {}",
        places.len(),
        rows.len()
    );
    assert!(rows.iter().any(|row| row.text.contains("máy tính")));
}
