//! Campaigns with the forms of other provinces: every score that units mean is the one that counts, or open with a finding.
//!
//! What is meant stands in `forms/*/truth.csv`, which was written with the forms and not by the program.

use std::collections::BTreeSet;
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

/// What differs from the truth, one line each.
fn differences(campaign: &str, report: &Report) -> Vec<String> {
    let path = format!("tests/forms/{campaign}/truth.csv");
    let mut truth = csv::Reader::from_path(path).unwrap();
    let rows: Vec<csv::StringRecord> = truth.records().map(Result::unwrap).collect();
    assert!(rows.len() > 100);
    let differs = |row: &csv::StringRecord| {
        let (unit, code, id) = (&row[0], &row[1], &row[2]);
        let of = |one: &&UnitRow| one.unit.code == *unit;
        let result = report.levels.iter().flat_map(|level| &level.rows).find(of);
        let Some(result) = result else {
            return Some(format!("{unit} has no result"));
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
                criterion.expect(id).counted
            }
        };
        let is_open = || {
            let about = |finding: &&Finding| {
                let of_unit = finding.place.unit.as_ref() == Some(&result.unit);
                of_unit && finding.criteria.contains(&CriterionId::from(id))
            };
            report.findings.iter().any(|finding| about(&finding))
        };
        let is_right = match meant {
            Some(_) => found == meant,
            None => found.is_none() && is_open(),
        };
        (!is_right).then(|| format!("{unit} {code}: {found:?} instead of {meant:?}"))
    };
    rows.iter().filter_map(differs).collect()
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
