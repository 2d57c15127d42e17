//! `tonghop trace` and `tonghop audit` of a result that was written: what it says, and that it says what the report does.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use csv::ReaderBuilder;
use tonghop::base::formula_signs::unguarded;
use tonghop::base::points::Decimal;
use tonghop::output::data_file::DataFormat;
use tonghop::output::run;
use tonghop::result::report::kind::Kind;
use tonghop::result::report::record::{COLUMNS, Records};
use tonghop::result::report::row::DataRow;
use tonghop::result::report::{Report, data};
use tonghop::result::trace::{ListedPart, ListedResult};

use super::files::{listed, result};
use crate::write::small;

const LIST: &str = "Kết quả-du-lieu.csv";

fn tonghop(arguments: &[&str]) -> (String, Option<i32>) {
    let output = Command::new(env!("CARGO_BIN_EXE_tonghop"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(arguments)
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    (String::from_utf8(said).unwrap(), output.status.code())
}

/// The records of a report, and beside each row the codes that its record names.
fn records(report: &Report) -> (Records, Vec<String>) {
    let mut bytes = Vec::new();
    DataFormat::Csv
        .write(report, &run::of(report).unwrap(), &mut bytes)
        .unwrap();
    let text = std::str::from_utf8(&bytes).unwrap();
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = ReaderBuilder::new().from_reader(text.as_bytes());
    let names: Vec<String> = reader
        .headers()
        .unwrap()
        .iter()
        .map(str::to_string)
        .collect();
    let at = COLUMNS
        .iter()
        .position(|(name, _)| *name == "finding_codes")
        .unwrap();
    let (mut records, mut codes) = (Records::new(&names).unwrap(), Vec::new());
    for record in reader.records() {
        let record = record.unwrap();
        let fields: Vec<String> = record
            .iter()
            .map(|one| unguarded(one).to_string())
            .collect();
        let before = records.rows.len();
        records.take(&fields).unwrap();
        if records.rows.len() > before {
            codes.push(fields[at].clone());
        }
    }
    (records, codes)
}

#[test]
fn findings_come_back_and_touch_the_rows_whose_records_name_them() {
    for report in [&small::report(), crate::decision::report()] {
        let (records, codes) = records(report);
        assert_eq!(records.rows, data::rows(report));
        assert_eq!(records.findings.len(), report.findings.len());
        let mut touched = 0;
        for (row, codes) in records.rows.iter().zip(&codes) {
            let own = |row: &DataRow| {
                let all = records.findings.iter().filter(|one| {
                    let unit = one.place.unit.as_ref();
                    unit.is_some_and(|unit| *unit.level.0 == *row.level && unit.code == row.code)
                });
                let codes = all
                    .filter(|one| one.touches(row))
                    .map(|one| one.code.as_str());
                codes
                    .collect::<BTreeSet<_>>()
                    .into_iter()
                    .collect::<Vec<_>>()
                    .join(" ")
            };
            assert_eq!(&own(row), codes, "{row:?}");
            touched += usize::from(!codes.is_empty());
        }
        assert!(touched > 0);
    }
}

#[test]
fn a_list_says_of_each_criterion_what_the_report_says() {
    let report = crate::decision::report();
    let (records, _) = records(report);
    let list = ListedResult {
        rows: &records.rows,
        findings: &records.findings,
    };
    let mut compared = 0;
    for row in report.levels.iter().flat_map(|level| &level.rows) {
        for (id, score) in &row.score.criteria {
            let part = list.part(&id.0).unwrap();
            assert_eq!(part, ListedPart::Criterion(&id.0));
            let trace = list.trace(&row.unit, part);
            let value = |kind: Kind| -> Option<Decimal> {
                let found = trace.rows.iter().find(|(row, _)| row.kind == kind);
                found.and_then(|(row, _)| row.value)
            };
            let points = |points: Option<tonghop::base::points::Points>| points.map(|one| one.0);
            assert_eq!(value(Kind::Claimed), points(score.claimed.value().copied()));
            assert_eq!(value(Kind::Computed), points(score.computed));
            assert_eq!(value(Kind::Appraised), points(score.appraised));
            assert_eq!(value(Kind::Counted), points(score.counted));
            let facts = report.groups.iter().flat_map(|group| &group.criteria);
            let facts = facts.clone().find(|one| one.id == *id).unwrap();
            let counted = trace.rows.iter().find(|(row, _)| row.kind == Kind::Counted);
            let most = counted.unwrap().1;
            assert_eq!(most.as_ref(), facts.maximum.get(&row.unit.level));
            let total = trace.sums.iter().find(|(row, _)| row.kind == Kind::Total);
            assert_eq!(total.unwrap().0.value, Some(row.score.total.0));
            compared += 1;
        }
    }
    assert!(compared > 1000, "only {compared} were compared");
}

/// All that a page says above the name of its file.
fn body(text: &str) -> &str {
    text.split("\nTheo ").next().unwrap()
}

#[test]
fn a_number_is_traced_in_each_form_of_a_result() {
    let folder = tempfile::tempdir().unwrap();
    let workbook = listed(folder.path());
    let list = folder.path().join(LIST);
    let (workbook, list) = (workbook.to_str().unwrap(), list.to_str().unwrap());
    let (text, status) = tonghop(&["trace", list, "STNMT", "2.5"]);
    let expected = fs::read_to_string("tests/data/trace/STNMT-2.5-du-lieu.txt").unwrap();
    assert_eq!((text.as_str(), status), (expected.as_str(), Some(0)));
    // A workbook whose list lies beside it, and its units by their names.
    let (same, _) = tonghop(&["trace", workbook, "so tai nguyen va moi truong", "2.5"]);
    assert_eq!(same, text);
    for (id, said) in [
        ("2", "nhóm 2: Nguồn nhân lực CNTT"),
        ("pc_rate_tinh", "Giá trị: 97,93%\nTử số: 852\nMẫu số: 870\n"),
        ("cbcc", "cbcc (Tổng số cán bộ, công chức): "),
    ] {
        let (text, status) = tonghop(&["trace", list, "STNMT", id]);
        assert!(status == Some(0) && text.contains(said), "{id}: {text}");
    }
    let (none, _) = tonghop(&["trace", list, "SNNPTNT", "2.5"]);
    assert!(
        none.contains("Chưa có phiếu được tính") && none.contains("TH101"),
        "{none}"
    );
    let (unknown, status) = tonghop(&["trace", list, "STNMT", "2.55"]);
    assert!(status == Some(2) && unknown.contains("2.55"), "{unknown}");
    let (unknown, status) = tonghop(&["trace", list, "Sở Tài nguyên và Môi trườn"]);
    assert!(
        status == Some(2) && unknown.contains("Sở Tài nguyên và Môi trường?"),
        "{unknown}"
    );

    // What was changed is told on the same page.
    let whole = fs::read_to_string(list).unwrap();
    let own = whole
        .lines()
        .find(|line| line.contains(",STNMT,") && line.contains(",total,"));
    let own = own.unwrap();
    fs::write(list, whole.replace(own, &own.replace("889.2", "989.2"))).unwrap();
    for file in [workbook, list] {
        let (text, _) = tonghop(&["trace", file, "STNMT", "2.5"]);
        let told = text.contains("TH506") && text.contains("TH508") && text.contains("989,2");
        assert!(told, "{text}");
        let (other, _) = tonghop(&["trace", file, "STC", "2.5"]);
        assert!(!other.contains("Môi trường, tổng điểm"), "{other}");
    }
    let (text, status) = tonghop(&["audit", list]);
    assert!(
        text.contains("tổng điểm: ở đây là 989,2") && status == Some(0),
        "{text}"
    );
    let (_, status) = tonghop(&["audit", list, "--fail-on", "warning"]);
    assert_eq!(status, Some(1));
}

/// A workbook with its list on a sheet, and JSON, which says as much as the folder.
#[test]
fn a_workbook_and_json_are_traced_and_audited() {
    let folder = tempfile::tempdir().unwrap();
    let (workbook, _) = result(folder.path(), &["--json", "--fail-on", "never"]);
    let json = workbook.with_extension("json");
    let (workbook, json) = (workbook.to_str().unwrap(), json.to_str().unwrap());
    let (by_folder, _) = tonghop(&["trace", "samples/kontum-2017", "STNMT", "2.5"]);
    assert_eq!(
        tonghop(&["trace", json, "STNMT", "2.5"]),
        (by_folder, Some(0))
    );
    let (by_book, status) = tonghop(&["trace", workbook, "STNMT", "2.5"]);
    let expected = fs::read_to_string("tests/data/trace/STNMT-2.5-du-lieu.txt").unwrap();
    assert_eq!((body(&by_book), status), (body(&expected), Some(0)));
    // Findings are those of the sheet.
    let listed = listed(folder.path()).with_file_name(LIST);
    let codes = |file: &str, unit: &str| -> Vec<String> {
        let (text, _) = tonghop(&["trace", file, unit]);
        let words = text.split(|c: char| !c.is_ascii_alphanumeric());
        let mut codes: Vec<String> = words
            .filter(|one| one.starts_with("TH"))
            .map(str::to_string)
            .collect();
        codes.sort_unstable();
        codes
    };
    for unit in ["SNV", "SNNPTNT"] {
        let own = codes(workbook, unit);
        assert!(!own.is_empty(), "{unit}");
        assert_eq!(own, codes(listed.to_str().unwrap(), unit));
    }
    let (text, status) = tonghop(&["audit", json]);
    assert!(text.contains("đều đúng") && status == Some(0), "{text}");
    let (text, status) = tonghop(&["audit", listed.to_str().unwrap()]);
    assert!(
        text.contains("28 tổng điểm") && text.contains("đều đúng"),
        "{text}"
    );
    assert_eq!(status, Some(0));
}

#[test]
fn what_is_no_result_is_not_traced() {
    let table = Path::new("samples/kontum-2016/ket-qua-cong-bo-2016.csv");
    for file in [table, Path::new("samples/decision-134.xlsx")] {
        let (text, status) = tonghop(&["trace", file.to_str().unwrap(), "STC"]);
        assert!(
            status == Some(2) && text.contains("không phải bảng tổng hợp"),
            "{text}"
        );
    }
}
