//! Campaigns with the forms of other provinces: every score that units mean is the one that counts, or open with a finding.
//!
//! What is meant stands in `forms/*/truth.csv`, which was written with the forms and not by the program.

mod answers;
mod first_hour;
mod layouts;
mod word;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::str::FromStr;

use tonghop::app::pipeline::Plan;
use tonghop::base::finding::Finding;
use tonghop::base::ids::{CriterionId, GroupId};
use tonghop::base::points::{Decimal, Points};
use tonghop::result::report::{Report, UnitRow};

fn report(campaign: &str) -> Report {
    let plan = Plan::new(&Path::new("tests/forms").join(campaign)).unwrap();
    let inbox = plan.list().unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_tonghop"));
    let limits = tonghop::input::read::ReadLimits::default();
    plan.report(&inbox, limits, program, campaign.to_string(), &|| {})
}

/// What a unit means in a row of its form, and whether the result says so.
struct Meant {
    /// The unit by its name, and the row.
    row: String,
    is_right: bool,
    /// Whether a finding about the unit names the criterion.
    is_open: bool,
    /// What was found instead of what is meant.
    said: String,
}

/// The names of the units by their codes.
fn names(campaign: &str) -> BTreeMap<String, String> {
    let path = format!("tests/forms/{campaign}/units.csv");
    let mut list = csv::Reader::from_path(path).unwrap();
    let rows = list.records().map(Result::unwrap);
    rows.map(|row| (row[2].to_string(), row[3].to_string()))
        .collect()
}

/// Each row of the truth, held against the result. Units are known by their names: a campaign may give them codes of its own.
fn meant(campaign: &str, report: &Report) -> Vec<Meant> {
    let path = format!("tests/forms/{campaign}/truth.csv");
    let mut truth = csv::Reader::from_path(path).unwrap();
    let rows: Vec<csv::StringRecord> = truth.records().map(Result::unwrap).collect();
    assert!(rows.len() > 100);
    let names = names(campaign);
    let of_row = |row: &csv::StringRecord| {
        let (unit, code, id) = (&row[0], &row[1], &row[2]);
        let name = tonghop::base::text::key(&names[unit]);
        let of = |one: &&UnitRow| {
            let own = report.unit_names()[&one.unit];
            tonghop::base::text::key(own) == name
        };
        let result = report.levels.iter().flat_map(|level| &level.rows).find(of);
        let Some(result) = result else {
            return Meant {
                row: format!("{unit} {code}"),
                is_right: false,
                is_open: false,
                said: "the unit has no result".to_string(),
            };
        };
        let meant = (!row[4].is_empty()).then(|| Points(Decimal::from_str(&row[4]).unwrap()));
        let found = match code {
            // The unit's own total is held against what counts, where it can be read.
            "TOTAL" => match result.own_total {
                Some(own) if own != result.score.total => Some(own),
                _ => Some(result.score.total),
            },
            _ if code.starts_with('G') => {
                let group = result.score.groups.get(&GroupId::from(id));
                group.map(|group| group.sum)
            }
            _ => {
                let criterion = result.score.criteria.get(&CriterionId::from(id));
                criterion.and_then(|criterion| criterion.counted)
            }
        };
        let about = |finding: &&Finding| {
            let of_unit = finding.place.unit.as_ref() == Some(&result.unit);
            of_unit && finding.criteria.contains(&CriterionId::from(id))
        };
        let is_open = report.findings.iter().any(|finding| about(&finding));
        Meant {
            row: format!("{unit} {code}"),
            is_right: match meant {
                Some(_) => found == meant,
                None => found.is_none() && is_open,
            },
            is_open,
            said: format!("{found:?} instead of {meant:?}"),
        }
    };
    rows.iter().map(of_row).collect()
}

/// What differs from the truth, one line each.
fn differences(campaign: &str, report: &Report) -> Vec<String> {
    let all = meant(campaign, report).into_iter();
    let wrong = all.filter(|one| !one.is_right);
    wrong
        .map(|one| format!("{}: {}", one.row, one.said))
        .collect()
}

/// The findings about returns: code, file, cell.
fn findings(report: &Report) -> BTreeSet<String> {
    let told = |finding: &Finding| {
        let cell = finding.place.cell.map(|cell| cell.to_string());
        format!(
            "{} {} {}",
            finding.rule.code,
            finding.place.file.as_deref().unwrap_or("-"),
            cell.as_deref().unwrap_or("-"),
        )
    };
    report.findings.iter().map(told).collect()
}

#[test]
fn ticked_options_of_communes() {
    let report = report("xa-2025-tick");
    assert_eq!(differences("xa-2025-tick", &report), [""; 0]);
    let expected = [
        "TH101 - -",
        "TH125 ../truth.csv -",
        "TH340 Phường 1 Bảo Lộc.xlsx D46",
    ];
    assert_eq!(findings(&report), expected.map(str::to_string).into());
}

#[test]
fn options_that_end_in_their_points() {
    let report = report("camau-cchc");
    assert_eq!(differences("camau-cchc", &report), [""; 0]);
    // Its formulas add up decimal commas that are texts.
    let expected = [
        "TH101 - -",
        "TH125 ../truth.csv -",
        "TH308 cong thuong.xlsx E10",
        "TH308 cong thuong.xlsx E136",
        "TH308 cong thuong.xlsx E9",
    ];
    assert_eq!(findings(&report), expected.map(str::to_string).into());
}
