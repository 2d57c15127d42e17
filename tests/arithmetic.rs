//! Numbers of any size go through everything: no sum, product or rounding ends the run, and nothing of them is in a result.
//!
//! Broken on purpose, these tests fail: without the limit of `Decimal` and `is_readable`, points leave the representation.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use proptest::prelude::*;
use proptest::sample::select;

use tonghop::app::pipeline::settings::Choice;
use tonghop::app::pipeline::{load_scheme, side};
use tonghop::base::cell::Grid;
use tonghop::base::error::{Error, Problem};
use tonghop::base::finding::Finding;
use tonghop::base::ids::CriterionId;
use tonghop::base::lang::Lang;
use tonghop::base::points::{Decimal, Most, Points};
use tonghop::campaign::definition::Source;
use tonghop::campaign::scheme::Scheme;
use tonghop::campaign::settings::Campaign;
use tonghop::campaign::units::Registry;
use tonghop::input::published;
use tonghop::input::read::ReadLimits;
use tonghop::input::recognise::{Known, recognise};
use tonghop::judge::score::UnitScore;
use tonghop::output::json::json;
use tonghop::output::xlsx;
use tonghop::result::audit::{OwnTotals, audit};
use tonghop::result::diff::{self, Side};
use tonghop::result::report::{self, Report, data};
use tonghop::result::trace::{CriterionTrace, FigureTrace, StatisticTrace, UnitTrace};

use crate::audit::known as published_known;
use crate::audit::table::Table;
use crate::cases::folder;
use crate::cases::grid::{Sheet, Value};
use crate::properties::grid;

const UNITS: [&str; 3] = ["STC", "SNV", "DHA"];

/// Numbers as files hold them: at every limit of ours and of the representation, of any size at all, and ordinary ones.
fn number() -> impl Strategy<Value = String> {
    let edges = [
        "1000000000000",
        "1000000000001",
        "-1e12",
        "-1.1e12",
        "1e15",
        "1e18",
        "1e21",
        "1.1e21",
        "1e28",
        "-1e28",
        "7.9e28",
        "-7.9e28",
        "7.922816251426434e28",
        "1e29",
        "1.7e308",
        "-1.7e308",
        "5e-324",
        "1e-28",
        "-1e-28",
        "1e-10",
        "9e-11",
        "0.3333333333333333",
        "5.55e-17",
        "123456789012345680",
    ];
    prop_oneof![
        4 => select(edges.to_vec()).prop_map(str::to_string),
        3 => any::<f64>().prop_filter("finite", |one| one.is_finite()).prop_map(|one| one.to_string()),
        2 => (-99_999_i64..99_999, -30_i32..30).prop_map(|(digits, power)| format!("{digits}e{power}")),
        1 => (-1000_i64..1000).prop_map(|one| one.to_string()),
    ]
}

/// A cell with a number of its own: its unit, which of the form's numbers it is, the number, whether it is text.
fn change() -> impl Strategy<Value = (usize, usize, String, bool)> {
    (
        0..UNITS.len(),
        0_usize..60,
        number(),
        proptest::bool::weighted(0.15),
    )
}

/// Several cells, each with a number of its own, or many with one number: together those leave every range.
fn changes() -> impl Strategy<Value = Vec<(usize, usize, String, bool)>> {
    let cells = prop::collection::vec((0..UNITS.len(), 0_usize..60), 10..60);
    let alike = (number(), cells).prop_map(|(number, cells)| {
        let cell = |(unit, which)| (unit, which, number.clone(), false);
        cells.into_iter().map(cell).collect()
    });
    prop_oneof![prop::collection::vec(change(), 1..6), alike]
}

fn spoil(sheets: &mut [Sheet], (_, which, number, is_text): &(usize, usize, String, bool)) {
    let mut numbers: Vec<&mut Value> = sheets
        .iter_mut()
        .flat_map(|sheet| sheet.cells.values_mut())
        .filter(|value| matches!(value, Value::Number(_)))
        .collect();
    let count = numbers.len();
    *numbers[which % count] = match is_text {
        true => Value::Text(number.clone()),
        false => Value::Number(number.clone()),
    };
}

fn definitions() -> (Scheme, Registry) {
    let source = |file, text| Source { file, text };
    let scheme = Scheme::parse(source("scheme", include_str!("cases/base/scheme.toml"))).unwrap();
    let registry = include_str!("cases/base/units.csv");
    let registry = Registry::parse(source("units", registry), &scheme).unwrap();
    (scheme, registry)
}

pub fn reported(changes: &[(usize, usize, String, bool)]) -> Report {
    let (scheme, registry) = definitions();
    let known = Known::new(&Campaign::built_in(), &scheme, &registry);
    let mut findings: Vec<Finding> = Vec::new();
    let mut submissions = Vec::new();
    for (unit, code) in UNITS.iter().enumerate() {
        let mut sheets = folder::form(code).unwrap();
        for change in changes.iter().filter(|change| change.0 == unit) {
            spoil(&mut sheets, change);
        }
        let grids: Vec<Grid> = sheets.iter().map(grid).collect();
        let recognised = recognise(&grids, &BTreeMap::new(), &format!("{code}.xlsx"), &known);
        findings.extend(recognised.findings);
        submissions.extend(recognised.submission);
    }
    report::build(report::Input {
        campaign: &Campaign::built_in(),
        scheme: &scheme,
        registry: &registry,
        submissions,
        files: Vec::new(),
        findings,
        folder: String::new(),
        decisions: Vec::new(),
        of_files: report::FileDecisions::default(),
        time: ReadLimits::default().time,
    })
}

fn scores(report: &Report) -> BTreeMap<String, &UnitScore> {
    let rows = report.levels.iter().flat_map(|level| &level.rows);
    rows.map(|row| (row.unit.code.clone(), &row.score))
        .collect()
}

/// Everything that is shown of a report.
fn show(report: &Report) {
    xlsx::workbook(report, Lang::Vi).unwrap();
    for lang in [Lang::Vi, Lang::En] {
        for finding in &report.findings {
            let _ = (finding.message(lang), finding.advice(lang));
        }
    }
    for row in report.levels.iter().flat_map(|level| &level.rows) {
        assert!(UnitTrace::new(report, &row.unit).is_some());
        for group in &report.groups {
            for criterion in &group.criteria {
                let trace = CriterionTrace::new(report, &row.unit, group, criterion);
                let trace = trace.unwrap();
                assert_eq!(
                    trace.working.points,
                    row.score
                        .criteria
                        .get(&criterion.id)
                        .and_then(|one| one.computed)
                );
                for figure in &criterion.figures {
                    let _ = FigureTrace::new(report, &row.unit, &figure.id);
                }
            }
        }
        for statistic in &report.statistics {
            let _ = StatisticTrace::new(report, &row.unit, statistic);
        }
    }
}

fn compare(one: &Side, other: &Side, report: &Report) {
    for (previous, current) in [(one, other), (other, one)] {
        let diff = diff::diff(previous, current);
        let _ = diff::findings(previous, current, Decimal::from(50));
        json(&diff).unwrap();
        xlsx::compared(report, Some(&diff), Lang::Vi).unwrap();
    }
}

/// What `diff` makes of a file of these bytes.
fn side_of(bytes: &[u8]) -> Result<Side, Error> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.json");
    fs::write(&path, bytes).unwrap();
    let program = PathBuf::from(env!("CARGO_BIN_EXE_tonghop"));
    side::side(
        &path,
        side::BareTableBasis::beside(folder.path()),
        &Choice::default(),
        &ReadLimits::default(),
        &program,
        &(),
    )
}

/// A score without what it owes to the best of its level where `other` owes something else: an ordinary number may be a better one, and
/// 200 of 201 are less than all points. What is claimed above that is asked about, and may be lost.
fn apart(score: &UnitScore, other: &UnitScore) -> UnitScore {
    let (mut own, of_best) = (score.clone(), CriterionId::from("2.2".to_string()));
    if own.criteria[&of_best].computed != other.criteria[&of_best].computed {
        own.criteria.shift_remove(&of_best);
        own.lowest = own.total;
    }
    own
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_number_of_any_size_costs_its_own_unit_at_most(changes in changes()) {
        let straight = reported(&[]);
        let report = reported(&changes);
        let (before, now) = (scores(&straight), scores(&report));
        for (unit, code) in UNITS.iter().enumerate() {
            if changes.iter().all(|change| change.0 != unit) {
                let (one, other) = (before[*code], now[*code]);
                prop_assert_eq!(apart(one, other), apart(other, one));
            } else if let Some(score) = now.get(*code) {
                prop_assert!(score.highest <= Points::from(1000), "{:?}", score);
            }
        }
        show(&report);
        let bytes = json(&report).unwrap();
        let side = side_of(&bytes).unwrap();
        compare(&side_of(&json(&straight).unwrap()).unwrap(), &side, &report);
        prop_assert!(diff::side_of_rows(&data::rows(&report)) == side);
    }

    #[test]
    fn a_report_with_numbers_of_any_size_is_compared_or_refused(
        changes in prop::collection::vec((0_usize..5000, number()), 1..6),
    ) {
        let straight = reported(&[]);
        let mut value = serde_json::to_value(&straight).unwrap();
        for (which, number) in &changes {
            let mut numbers = Vec::new();
            numbers_of(&mut value, &mut numbers);
            let count = numbers.len();
            *numbers[which % count] = serde_json::Value::String(plain(number));
        }
        let own = side_of(&json(&straight).unwrap()).unwrap();
        match side_of(&serde_json::to_vec(&value).unwrap()) {
            Ok(side) => compare(&own, &side, &straight),
            Err(
                Error::ImpossibleNumber { .. } | Error::NotAReport { .. } | Error::Unsound { .. },
            ) => {}
            Err(other) => panic!("{other}"),
        }
    }

    #[test]
    fn a_published_table_with_numbers_of_any_size_is_audited_and_compared(
        changes in prop::collection::vec((1_usize..12, 2_usize..10, number()), 1..6),
    ) {
        let table = Table::right().each(|line, text| {
            let mut cells: Vec<String> = text.split(';').map(str::to_string).collect();
            for (row, column, number) in &changes {
                if *row == line && line > 0 && *column < cells.len() {
                    cells[*column] = plain(number).replace('.', ",");
                }
            }
            cells.join(";")
        });
        let read = crate::audit::read(table.text().as_bytes()).unwrap();
        let published = published::recognise(&read.grids, published_known());
        let audit = audit(&published, published_known(), "bang.csv", &OwnTotals::default(), Vec::new());
        json(&audit).unwrap();
        let side = diff::side_of_table(&published, published_known(), "bang.csv");
        let right = published::recognise(
            &crate::audit::read(Table::right().text().as_bytes()).unwrap().grids,
            published_known(),
        );
        let right = diff::side_of_table(&right, published_known(), "bang.csv");
        compare(&right, &side, &reported(&[]));
    }
}

#[test]
fn a_stated_sum_leads_no_total_beyond_what_it_can_come_to() {
    // Each number of the form in turn, the stated sums among them.
    for which in 0..60 {
        let report = reported(&[(0, which, "1e6".to_string(), false)]);
        let maximum = |level| {
            report
                .groups
                .iter()
                .filter_map(move |one| one.maximum.get(level))
        };
        for level in &report.levels {
            let most: Most = maximum(&level.id).copied().sum();
            for row in &level.rows {
                assert!(
                    row.score.highest <= most,
                    "{which}: {:?}",
                    row.score.highest
                );
            }
        }
    }
}

/// The number in digits, as reports write numbers; words of their own where there are too many.
fn plain(number: &str) -> String {
    let value: f64 = number.parse().unwrap();
    value.to_string()
}

/// All numbers that stand in a report as texts of digits.
fn numbers_of<'v>(value: &'v mut serde_json::Value, found: &mut Vec<&'v mut serde_json::Value>) {
    match value {
        serde_json::Value::String(text) if text.parse::<Decimal>().is_ok() => found.push(value),
        serde_json::Value::Array(items) => items.iter_mut().for_each(|one| numbers_of(one, found)),
        serde_json::Value::Object(fields) => {
            fields.values_mut().for_each(|one| numbers_of(one, found));
        }
        _ => {}
    }
}

#[test]
fn a_report_with_an_impossible_number_is_refused_with_its_place() {
    let bytes = json(&reported(&[])).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let right = text.find("\"raw_total\": \"").unwrap();
    let line = text[..right].lines().count();
    let spoilt = text.replacen(
        "\"raw_total\": \"",
        "\"raw_total\": \"7922816251426433759354395",
        1,
    );
    match side_of(spoilt.as_bytes()) {
        Err(Error::ImpossibleNumber { place, .. }) => {
            assert!(place.starts_with(&format!("{line}:")), "{place} {line}");
        }
        other => panic!("{:?}", other.map(|_| ())),
    }
}

#[test]
fn definitions_without_bounds_are_refused_with_their_place() {
    let source = |text| Source { file: "f", text };
    let base = include_str!("cases/base/scheme.toml");
    let mut more = String::new();
    for n in 0..5000 {
        let of = "section = \"1\"\nformula = { type = \"given\" }";
        more += &format!("[[statistic]]\nid = \"s{n}\"\nname = \"s\"\n{of}\n");
    }
    let text = format!("{base}\n{more}");
    let statistics = base.matches("[[statistic]]").count();
    let errors = Scheme::parse(source(&text)).unwrap_err();
    let limit = 5000;
    let key = "statistic".to_string();
    let found = statistics + limit;
    assert!(statistics > 0);
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert_eq!(errors[0].problem, Problem::TooMany { key, found, limit });
    let first = text.match_indices("[[statistic]]").nth(limit).unwrap().0;
    assert_eq!(errors[0].line, text[..first].lines().count() + 1);

    let (scheme, _) = definitions();
    let mut rows = String::new();
    for n in 0..50_002 {
        rows += &format!("tinh,{n},U{n},Xã số {n}\n");
    }
    let registry = format!("level,order,code,name\n{rows}");
    let errors = Registry::parse(source(&registry), &scheme).unwrap_err();
    assert_eq!(errors.len(), 1);
    assert_eq!(errors[0].line, 50_002);
    let (key, found, limit) = ("units".to_string(), 50_002, 50_000);
    assert_eq!(errors[0].problem, Problem::TooMany { key, found, limit });

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("scheme.toml");
    fs::write(&path, format!("{base}\n{}", "# \n".repeat(4 << 20))).unwrap();
    match load_scheme(path.to_str().unwrap()) {
        Err(Error::Definition(errors)) => {
            assert!(matches!(errors[0].problem, Problem::FileTooLarge { .. }));
        }
        other => panic!("{:?}", other.map(|_| ())),
    }
}
