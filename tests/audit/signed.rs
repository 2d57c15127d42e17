//! Decision 134: the committed samples are what the example writes, and the audit says of them what is wrong with them.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::Path;
use std::str::FromStr;

use tonghop::base::cell::CellValue;
use tonghop::base::lang::Lang;
use tonghop::base::points::Decimal;
use tonghop::result::audit::{Audit, SumSlip, TotalCheck, Verdict};
use tonghop_tools::decision;

use crate::audit::{audited, codes, read};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sample(name: &str) -> Vec<u8> {
    std::fs::read(root().join("samples").join(name)).unwrap()
}

/// The tables as delimited text, with the notes.
fn csv() -> Vec<u8> {
    let decision = decision::read(root()).unwrap();
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .flexible(true)
        .from_writer(Vec::new());
    for table in &decision.tables {
        writer.write_record(&table.headings).unwrap();
        for row in &table.rows {
            writer.write_record(row).unwrap();
        }
        let (_, note) = decision.around(&table.level);
        writer.write_record([note]).unwrap();
    }
    writer.into_inner().unwrap()
}

/// The parts of a package by name: how they are packed is up to the compressor.
fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = archive
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect();
    let mut parts = BTreeMap::new();
    for name in names {
        let mut content = Vec::new();
        let mut part = archive.by_name(&name).unwrap();
        part.read_to_end(&mut content).unwrap();
        parts.insert(name, content);
    }
    parts
}

#[test]
fn samples_are_up_to_date() {
    let decision = decision::read(root()).unwrap();
    let workbook = decision::xlsx::workbook(&decision).unwrap();
    assert!(
        parts(&workbook) == parts(&sample("decision-134.xlsx")),
        "`cargo run -p tonghop-tools --bin make_decision` writes it"
    );
    let document = decision::docx::document(&decision).unwrap();
    assert!(
        parts(&document) == parts(&sample("decision-134.docx")),
        "`cargo run -p tonghop-tools --bin make_decision` writes it"
    );
}

#[test]
fn the_two_odd_numbers_are_texts_in_the_workbook() {
    let workbook = read(&sample("decision-134.xlsx")).unwrap();
    let text = |cell: &str| {
        let at = cell.parse().unwrap();
        workbook.grids[0].get(at).unwrap().value.clone()
    };
    assert_eq!(text("G9"), CellValue::Text("89,5".to_string()));
    assert_eq!(text("J9"), CellValue::Text("859,5".to_string()));
    assert_eq!(text("F5"), CellValue::Number(180.0));
}

/// What is wrong with the decision, whatever the kind of file; `row` is where unit 1 of the first table stands, `second`
/// where unit 1 of the second does.
fn expected(row: u32, second: u32) -> Vec<String> {
    let first = |column: &str, number: u32| format!("{column}{}", row + number - 1);
    let mut all = vec![
        format!("{} TH601", first("J", 4)),
        format!("{} TH610", first("K", 4)),
        format!("{} TH606", first("B", 5)),
        format!("{} TH601", first("J", 7)),
        format!("{} TH607", first("B", 11)),
        format!("{} TH603", first("J", 11)),
        format!("{} TH607", first("B", 12)),
        format!("{} TH622", first("G", 5)),
        format!("{} TH602", first("J", 17)),
    ];
    all.extend([1, 2, 4, 5, 6, 7, 8, 9].map(|number| format!("J{} TH602", second + number - 1)));
    all
}

fn verdict(other: usize) -> Verdict {
    Verdict {
        tables: 2,
        units: 28,
        totals_checked: 28,
        totals_wrong: 12,
        within_rounding: 9,
        inversions: 1,
        places_changed: 2,
        grades_wrong: 1,
        other,
    }
}

#[test]
fn the_workbook_has_twelve_wrong_totals() {
    let audit = audited(&sample("decision-134.xlsx"));
    assert_eq!(codes(&audit), expected(5, 5));
    assert_eq!(audit.verdict, verdict(1));
}

#[test]
fn the_document_has_the_same_and_what_its_text_repeats() {
    let audit = audited(&sample("decision-134.docx"));
    let mut all = expected(2, 2);
    all.extend(["A7 TH622".to_string(), "A12 TH624".to_string()]);
    assert_eq!(codes(&audit), all);
    assert_eq!(audit.verdict, verdict(3));
    let repeated = audit.findings.last().unwrap().message(Lang::En);
    assert!(
        repeated.starts_with("77.28% is given for several"),
        "{repeated}"
    );
}

#[test]
fn delimited_text_has_the_same() {
    let audit = audited(&csv());
    assert_eq!(codes(&audit), expected(2, 24));
    assert_eq!(audit.verdict, verdict(1));
}

/// The columns that were worked out by hand, unit by unit.
#[test]
fn sums_differences_and_rounding_are_those_worked_out_by_hand() {
    let audit = audited(&sample("decision-134.docx"));
    let path = root().join("tests/data/kontum-2017/published-results.csv");
    let decimal = |text: &str| Decimal::from_str(text).ok();
    let mut checked = 0;
    for record in csv::Reader::from_path(path).unwrap().records() {
        let record = record.unwrap();
        let rows = || audit.tables.iter().flat_map(|table| &table.rows);
        let row = rows().find(|row| row.printed.name == record[2]).unwrap();
        assert_eq!(
            row.sum.map(|sum| sum.0),
            decimal(&record[12]),
            "{}",
            &record[2]
        );
        assert_eq!(
            row.difference.map(|one| one.0),
            decimal(&record[13]),
            "{}",
            &record[2]
        );
        let Some(rounding) = decimal(&record[14]) else {
            assert_eq!(row.check, TotalCheck::Blank);
            continue;
        };
        assert_eq!(row.rounding.0, rounding, "{}", &record[2]);
        let check = match &record[15] {
            "yes" => TotalCheck::WithinRounding,
            "no" => TotalCheck::Wrong,
            _ => TotalCheck::Right,
        };
        assert_eq!(row.check, check, "{}", &record[2]);
        checked += 1;
    }
    assert_eq!(checked, 28);
}

fn row<'a>(audit: &'a Audit, name: &str) -> &'a tonghop::result::audit::AuditedRow {
    let mut rows = audit.tables.iter().flat_map(|table| &table.rows);
    rows.find(|row| row.printed.name == name).unwrap()
}

#[test]
fn rows_say_what_they_come_to_once_corrected() {
    let audit = audited(&sample("decision-134.docx"));
    let places = |name: &str| {
        let row = row(&audit, name);
        (row.printed.place, row.place, row.grade.clone().unwrap())
    };
    let four = places("Sở Khoa học và Công nghệ");
    assert_eq!(four, (Some(4), Some(5), "Khá".to_string()));
    assert_eq!(places("Văn phòng UBND tỉnh").1, Some(4));
    assert_eq!(places("Sở Kế hoạch và Đầu tư").1, Some(12));
    assert_eq!(places("Sở Công thương").1, Some(11));
    let causes = &row(&audit, "Sở Kế hoạch và Đầu tư").causes;
    assert_eq!((causes.len(), causes[0].group.0.as_str()), (1, "7"));
    assert_eq!(causes[0].slip, SumSlip::LeftOut);
    assert!(
        row(&audit, "Ban quản lý Khu kinh tế Kon Tum")
            .causes
            .is_empty()
    );
    let notes: Vec<usize> = audit.tables.iter().map(|table| table.notes.len()).collect();
    assert_eq!(notes, [1, 1]);
}
