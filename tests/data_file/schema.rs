//! `docs/data.md` against the code, and records against the rows that they are made of.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use tonghop::app::pipeline::Plan;
use tonghop::base::points::{Decimal, Most, Points};
use tonghop::input::read::ReadLimits;
use tonghop::result::report::kind::Kind;
use tonghop::result::report::record::{
    self, COLUMNS, CampaignColumns, ColumnType, END, FINDING, FIRST_COLUMNS, KEYS, PARTS, Records,
    SCHEMA_VERSION, STATES,
};
use tonghop::result::report::{Report, data};

use crate::write::small;

/// The first cells of the rows of the table below a heading's column, with the second ones.
fn table(text: &str, head: &str) -> Vec<(String, String)> {
    let lines = text.lines().skip_while(|line| !line.starts_with(head));
    let rows = lines.skip(2).take_while(|line| line.starts_with('|'));
    rows.map(|line| {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        (cells[1].trim_matches('`').to_string(), cells[2].to_string())
    })
    .collect()
}

#[test]
fn the_document_tells_the_schema() {
    let text = fs::read_to_string("docs/data.md").unwrap();
    let told = table(&text, "| Column |");
    let own = COLUMNS.map(|(name, of)| {
        let of = match of {
            ColumnType::Text => "text",
            ColumnType::Whole => "whole",
            ColumnType::Decimal => "decimal",
        };
        (name.to_string(), of.to_string())
    });
    assert_eq!(told, own);
    let first = |head| table(&text, head).into_iter().map(|(key, _)| key);
    let sorted = |mut keys: Vec<String>| {
        keys.sort();
        keys
    };
    let plain = KEYS.iter().map(|(_, key)| *key);
    let named = [
        "figure",
        "figure_in_form",
        "figure_name",
        "statistic",
        "other",
    ];
    let kinds = plain.chain(named).chain([FINDING, END]).map(str::to_string);
    assert_eq!(sorted(first("| Kind |").collect()), sorted(kinds.collect()));
    let parts = PARTS.map(|(_, key)| key.to_string());
    assert_eq!(first("| Part |").collect::<Vec<_>>(), parts);
    let states = STATES
        .map(|(_, key)| key)
        .into_iter()
        .chain(["contradicted"]);
    let states = states.map(str::to_string).collect();
    assert_eq!(sorted(first("| Status |").collect()), sorted(states));
    assert!(text.contains(&format!("This is version {SCHEMA_VERSION} of the schema")));
}

fn records(report: &Report) -> Vec<Vec<String>> {
    let mut all = Vec::new();
    let count = record::each(report, "TẠM TÍNH", &mut |record| {
        all.push(record.iter().map(ToString::to_string).collect());
    });
    assert_eq!(all.len() as u64, count);
    all
}

#[test]
fn the_rows_come_back_from_the_records() {
    let report = crate::decision::report();
    let names = COLUMNS.map(|(name, _)| name.to_string());
    // Other columns between them, in another order, change nothing.
    let reordered = |fields: &[String]| -> Vec<String> {
        let further = ["?".to_string()];
        further.iter().chain(fields.iter().rev()).cloned().collect()
    };
    let mut back = Records::new(&reordered(&names)).unwrap();
    for record in records(report) {
        back.take(&reordered(&record)).unwrap();
    }
    let rows = data::rows(report);
    assert_eq!(back.rows.len(), rows.len());
    let differ = back.rows.iter().zip(&rows).find(|(back, row)| back != row);
    assert_eq!(differ, None);
    assert!(rows.iter().any(|row| matches!(row.kind, Kind::Figure(_))));
    let campaign = &report.campaign;
    assert!(!campaign.authority.is_empty());
    let said = CampaignColumns {
        authority: campaign.authority.clone(),
        provisional: "TẠM TÍNH".to_string(),
        percent_decimals: Some(2),
    };
    assert_eq!(back.campaign, said);
}

#[test]
fn columns_that_were_added_may_be_missing() {
    let report = crate::decision::report();
    let names = COLUMNS.map(|(name, _)| name.to_string());
    let mut back = Records::new(&names[..FIRST_COLUMNS]).unwrap();
    for record in records(report) {
        back.take(&record[..FIRST_COLUMNS]).unwrap();
    }
    assert_eq!(back.rows, data::rows(report));
    assert_eq!(back.campaign, CampaignColumns::default());
    assert!(Records::new(&names[..FIRST_COLUMNS - 1]).is_err());
}

#[test]
fn records_say_what_touches_them() {
    let plan = Plan::new(Path::new("samples/kontum-2017-spoiled")).unwrap();
    let inbox = plan.list().unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_tonghop"));
    let limits = ReadLimits::default();
    let report = &plan.report(&inbox, limits, program, String::new(), &|| {});
    let at = |name: &str| COLUMNS.iter().position(|(own, _)| *own == name).unwrap();
    let all = records(report);
    let of = |kind: &'static str| {
        let at = at("kind");
        all.iter().filter(move |one| one[at] == kind)
    };
    assert_eq!(of(FINDING).count(), report.findings.len());
    let codes = at("finding_codes");
    for kind in ["claimed", "total", "return"] {
        let touched = of(kind).filter(|one| !one[codes].is_empty()).count();
        assert!(touched > 0, "no finding touches a record of {kind}");
        assert!(touched < of(kind).count(), "findings touch all of {kind}");
    }
    let counted = |one: &&Vec<String>| !one[at("maximum")].is_empty();
    assert_eq!(of("counted").count(), of("counted").filter(counted).count());
    let mut totals = of("total");
    assert!(totals.all(|one| one[at("maximum")] == "1000"));
}

#[test]
fn what_is_no_record_of_ours_is_refused() {
    let names = COLUMNS.map(|(name, _)| name.to_string());
    assert!(Records::new(&names[1..]).is_err());
    let twice: Vec<String> = names.iter().chain(&names).cloned().collect();
    assert!(Records::new(&twice).is_err());
    let report = crate::decision::report();
    let first = records(report).remove(0);
    let with = |column: usize, text: &str| {
        let mut record = first.clone();
        record[column] = text.to_string();
        Records::new(&names).unwrap().take(&record)
    };
    assert!(with(0, "1").is_ok());
    assert!(with(0, "2").is_err(), "another version");
    for number in ["1,5", "9e99", "NaN", "x"] {
        assert!(with(13, number).is_err(), "{number}");
    }
}

/// What a unit claims is held against the maximum before the weight, what counts against that of the total.
#[test]
fn a_weighted_criterion_has_two_maxima() {
    let mut report = small::report();
    let level = report.levels[0].id.clone();
    let criterion = &mut report.groups[0].criteria[0];
    let (id, weighted) = (criterion.id.0.clone(), criterion.maximum[&level]);
    let own = Most::Points(Points(Decimal::from(7)));
    assert_ne!(own, weighted);
    criterion.own_maximum.insert(level.clone(), own);
    let at = |name: &str| COLUMNS.iter().position(|(one, _)| *one == name).unwrap();
    let mut seen = BTreeSet::new();
    for record in records(&report) {
        let is_here = record[at("level_id")] == level.0 && record[at("criterion_id")] == id;
        if !is_here || record[at("unit_code")].is_empty() {
            continue;
        }
        let kind = record[at("kind")].as_str();
        let most = match kind {
            "claimed" | "computed" | "appraised" | "decided" => own,
            "counted" => weighted,
            _ => continue,
        };
        let most = most.limit().unwrap().0.normalize();
        let told: Decimal = record[at("maximum")].parse().unwrap();
        assert_eq!(told.normalize(), most, "{kind}");
        seen.insert(kind.to_string());
    }
    assert!(
        seen.contains("claimed") && seen.contains("counted"),
        "{seen:?}"
    );
}
