//! The sample campaign: its committed workbooks are what the generator gives, and its figures give what was printed.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot read its data has failed"
)]

mod figures;

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use calamine::{Data, Reader, Xlsx, open_workbook_auto};
use tonghop_tools::generator;

/// The project's folder.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn inbox() -> PathBuf {
    root().join("samples/kontum-2017/phieu-nop")
}

/// The cells of every sheet that hold something. Numbers are kept as their shortest text.
type Cells = BTreeMap<String, BTreeMap<(usize, usize), String>>;

fn cells<R: Reader<S>, S>(book: &mut R) -> Cells
where
    S: std::io::Read + std::io::Seek,
    R::Error: std::fmt::Debug,
{
    let mut sheets = Cells::new();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).unwrap();
        let (top, left) = range.start().unwrap_or((0, 0));
        let mut sheet = BTreeMap::new();
        for (row, column, value) in range.used_cells() {
            let text = match value {
                Data::Float(number) => format!("{number:.9}"),
                Data::Int(number) => format!("{:.9}", f64::from(i32::try_from(*number).unwrap())),
                Data::String(text) if text.is_empty() => continue,
                Data::String(text) => format!("\"{text}\""),
                other => panic!("{name}: a cell holds {other:?}"),
            };
            sheet.insert((row + top as usize, column + left as usize), text);
        }
        sheets.insert(name, sheet);
    }
    sheets
}

#[test]
fn the_year_before_is_up_to_date() {
    for file in generator::earlier::files(root()).unwrap() {
        let path = root().join("samples/kontum-2016").join(&file.path);
        let committed = std::fs::read(&path).unwrap();
        assert!(
            committed == file.bytes,
            "{} is not what the generator gives; run tools/make-sample.sh",
            file.path
        );
    }
}

#[test]
fn committed_workbooks_are_up_to_date() {
    for made in generator::sample(root()).unwrap() {
        let path = inbox().join(&made.file);
        if made.is_kept() {
            let committed = std::fs::read(&path).unwrap();
            assert!(
                committed == made.bytes,
                "{} is not what the generator gives; run tools/make-sample.sh",
                made.file
            );
        } else {
            let mut generated = Xlsx::new(Cursor::new(made.bytes)).unwrap();
            let mut converted = open_workbook_auto(&path).unwrap();
            assert_eq!(
                cells(&mut generated),
                cells(&mut converted),
                "{} is out of date; run tools/make-sample.sh all",
                made.file
            );
        }
    }
}

#[test]
fn inbox_holds_the_made_workbooks_and_nothing_else() {
    let made: BTreeSet<PathBuf> = generator::sample(root())
        .unwrap()
        .into_iter()
        .map(|made| inbox().join(made.file))
        .collect();
    let there: BTreeSet<PathBuf> = walkdir::WalkDir::new(inbox())
        .into_iter()
        .map(|entry| entry.unwrap().into_path())
        .filter(|path| path.is_file())
        .collect();
    assert_eq!(made, there);
    let of_kind = |kind: &str| {
        let ending = |path: &&PathBuf| path.extension().is_some_and(|ending| ending == kind);
        there.iter().filter(ending).count()
    };
    assert_eq!(["xlsx", "xls", "ods", "xlsm"].map(of_kind), [21, 3, 3, 1]);
}

#[test]
fn own_totals_are_the_printed_ones() {
    let mut printed = BTreeMap::new();
    for row in figures::table("tests/data/kontum-2017/published-results.csv") {
        printed.insert(row["unit"].clone(), row["total_as_printed"].clone());
    }
    let codes = figures::table("templates/kontum-2017/units.csv");
    let returns = figures::table("samples/kontum-2017-source/returns.csv");
    for (row, made) in returns.iter().zip(generator::sample(root()).unwrap()) {
        let unit = codes
            .iter()
            .find(|unit| unit["code"] == row["unit"])
            .unwrap();
        let mut book = Xlsx::new(Cursor::new(made.bytes)).unwrap();
        let sheet = &cells(&mut book)["Tổng hợp"];
        let is_label = |text: &&String| text.to_lowercase() == "\"tổng điểm\"";
        let (label, _) = sheet.iter().find(|(_, text)| is_label(text)).unwrap();
        let total = sheet[&(label.0, 3)].trim_matches('"').replace(',', ".");
        let expected = printed[&unit["name"]].replace(',', ".");
        let difference = total.parse::<f64>().unwrap() - expected.parse::<f64>().unwrap();
        assert!(difference.abs() < 1e-9, "{}: {total}", made.file);
    }
}

#[test]
fn every_claim_has_evidence_and_every_penalty_a_reason() {
    let scheme = generator::read_scheme(root()).unwrap();
    for (file, one) in generator::returns::read(root()).unwrap() {
        let mut evidence = generator::evidence::Evidence::new(&one);
        for criterion in scheme.groups.iter().flat_map(|group| &group.criteria) {
            let score = one.values.score(&criterion.id).unwrap();
            let proof = evidence.of(criterion, score).unwrap();
            let place = format!("{file}, {}", criterion.id);
            assert!(score <= 0 || !proof.evidence.is_empty(), "{place}");
            assert!(score >= 0 || !proof.explanation.is_empty(), "{place}");
            let text = proof.evidence + &proof.explanation;
            assert!(!text.contains(['{', '}']), "{place}: {text}");
        }
    }
}

#[test]
fn covers_name_their_units_as_the_registry_does() {
    let units = figures::table("templates/kontum-2017/units.csv");
    for row in figures::table("samples/kontum-2017-source/returns.csv") {
        let unit = units
            .iter()
            .find(|unit| unit["code"] == row["unit"])
            .unwrap();
        let known = |name: &str| name.to_lowercase() == row["cover_name"].to_lowercase();
        assert!(
            known(&unit["name"]) || unit["aliases"].split('|').any(known),
            "{row:?}"
        );
        assert!(("2018-01-05".."2018-02-01").contains(&row["saved"].as_str()));
    }
}

#[test]
fn any_unit_can_be_made_with_any_hand() {
    let scheme = generator::read_scheme(root()).unwrap();
    let (_, mut one) = generator::returns::read(root()).unwrap().remove(0);
    one.name = "UBND xã Thứ Một Nghìn".to_string();
    one.cover_name.clone_from(&one.name);
    for number in 0..generator::hand::HANDS {
        one.hand = generator::hand::hand(number);
        let first = generator::workbook(&scheme, &one).unwrap();
        assert!(first == generator::workbook(&scheme, &one).unwrap());
        let mut book = Xlsx::new(Cursor::new(first)).unwrap();
        assert!(cells(&mut book)["Thông tin chung"].len() > 12);
    }
}
