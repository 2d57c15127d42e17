//! Forms that are another unit's with a few cells changed, among many that are not.
//!
//! In: generated campaigns. What must hold: both units are told, with how many cells agree, and nobody else is; full marks and what the
//! blank form says accuse nobody. Broken on purpose: with `OF_TEN` at 10 the copy is not told, with `OF_TEN` at 1 and `ENOUGH` at 3 honest
//! units are.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tonghop_tools::generator::{self, hand, returns};

/// Units, the last of which have the scores of the first ones and figures of their own.
const UNITS: usize = 32;

/// A unit that has all maxima, as the next one.
const FULL: usize = 20;

fn code(unit: usize) -> String {
    format!("DV{unit:03}")
}

/// The criteria and names of figures that are large enough to be a unit's own.
fn numbers(root: &Path) -> Vec<(String, String)> {
    let figures = fs::read_to_string(root.join("samples/kontum-2017-source/figures.csv")).unwrap();
    let rows = figures
        .lines()
        .map(|line| line.split(',').collect::<Vec<&str>>());
    let of_first = rows.filter(|row| row[1] == "STNMT" && row[3] != "score");
    let large = of_first.filter(|row| row[4].parse().is_ok_and(|number: u32| number >= 10));
    large
        .map(|row| (row[2].to_string(), row[3].to_string()))
        .collect()
}

/// Writes a campaign in which the last unit has the values of the first one, with so many figures of its own.
fn write(folder: &Path, own_figures: Option<usize>) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let inbox = folder.join("phieu-nop");
    fs::create_dir_all(&inbox).unwrap();
    let settings = "name = \"Thử\"\nyear = 2017\nscheme = \"kontum-2017\"\nregistry = \"units.csv\"\ninbox = \"phieu-nop\"\n";
    fs::write(folder.join("campaign.toml"), settings).unwrap();
    let scheme = generator::read_scheme(root).unwrap();
    let numbers = numbers(root);
    let mut registry = "level,order,code,name,aliases\n".to_string();
    for unit in 0..=UNITS {
        let is_copy = unit == UNITS;
        if is_copy && own_figures.is_none() {
            continue;
        }
        let originals = returns::read(root).unwrap();
        let count = originals.len();
        let source = if is_copy { 0 } else { unit % count };
        let (_, mut one) = originals.into_iter().nth(source).unwrap();
        for (index, (criterion, item)) in numbers.iter().enumerate() {
            let is_own = is_copy && own_figures.is_some_and(|own| index < own);
            let times = match unit / count {
                _ if is_own => 5,
                _ if is_copy => 0,
                times => i64::try_from(times).unwrap(),
            };
            let number = one.values.count(item).unwrap_or_default();
            let value = (number + times * (number / 20 + 1)).to_string();
            one.values.set(criterion, item, &value);
        }
        if (FULL..FULL + 2).contains(&unit) {
            for criterion in scheme.groups.iter().flat_map(|group| &group.criteria) {
                let maximum = criterion.maximum.at(&one.level).to_string();
                one.values.set(&criterion.id, "score", &maximum);
            }
        }
        one.code = code(unit);
        one.name = format!("Sở Thử nghiệm {unit:03}");
        one.cover_name.clone_from(&one.name);
        one.hand = hand::hand(unit % hand::HANDS);
        one.stamped = false;
        if is_copy {
            // The evidence is that of the unit whose form it was.
            one.code = code(0);
        }
        let bytes = generator::workbook(&scheme, &one).unwrap();
        fs::write(inbox.join(format!("phieu {unit:03}.xlsx")), bytes).unwrap();
        writeln!(
            registry,
            "{},{unit},{},{},",
            one.level,
            code(unit),
            one.name
        )
        .unwrap();
    }
    fs::write(folder.join("units.csv"), registry).unwrap();
}

/// The files that are called alike, with the cells that agree, and the others.
fn alike(own_figures: Option<usize>) -> Vec<(String, Value, Value)> {
    let folder = tempfile::tempdir().unwrap();
    let campaign = folder.path().join("dot");
    write(&campaign, own_figures);
    let result = folder.path().join("out.xlsx");
    let status = Command::new(env!("CARGO_BIN_EXE_tonghop"))
        .args(["consolidate", "--json", "--fail-on", "never", "--output"])
        .args([&result, &campaign])
        .output()
        .unwrap();
    let json = fs::read(result.with_extension("json")).unwrap_or_else(|_| panic!("{status:?}"));
    let report: Value = serde_json::from_slice(&json).unwrap();
    let counted: usize = report["levels"]
        .as_array()
        .unwrap()
        .iter()
        .map(|level| level["rows"].as_array().unwrap().len())
        .sum();
    assert_eq!(counted, UNITS + usize::from(own_figures.is_some()));
    let findings = report["findings"].as_array().unwrap().iter();
    let alike = findings.filter(|finding| finding["code"] == "TH420");
    alike
        .map(|finding| {
            let file = finding["place"]["file"].as_str().unwrap().to_string();
            (file, finding["found"].clone(), finding["expected"].clone())
        })
        .collect()
}

#[test]
fn a_copied_form_with_a_few_cells_changed_is_told_to_both_units() {
    let found = alike(Some(5));
    let files: Vec<&str> = found.iter().map(|(file, ..)| file.as_str()).collect();
    assert_eq!(files, ["phieu 000.xlsx", "phieu 032.xlsx"], "{found:?}");
    for (file, cells, others) in &found {
        let other = files.iter().find(|other| *other != file).unwrap();
        assert_eq!(others["names"], serde_json::json!([other]), "{file}");
        let [agree, of] = [0, 1].map(|index| cells["out_of"][index].as_u64().unwrap());
        assert!(agree >= 40 && of - agree == 5, "{cells}");
    }
}

#[test]
fn honest_forms_and_full_marks_accuse_nobody() {
    assert_eq!(alike(None), []);
}
