//! What a run leaves: the data file beside the workbook, what each says of the other, and what is there already.

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use csv::ReaderBuilder;
use tonghop::base::formula_signs::unguarded;
use tonghop::output::data_file::{self, DataFormat, WrittenList};
use tonghop::output::file_in_place::FileInPlace;
use tonghop::output::format_of;
use tonghop::output::glimpse::Glimpse;
use tonghop::output::is_own_text;
use tonghop::output::run;
use tonghop::result::report::record::{self, COLUMNS, Records};
use tonghop::result::report::{Report, data};

use crate::write::small;

/// Runs the program; gives what it printed.
pub fn run(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_tonghop"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(arguments)
        .output()
        .unwrap();
    assert_ne!(output.status.code(), Some(2), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// A folder with the result of the sample, its list in a file. Gives the workbook.
pub fn result(folder: &Path, arguments: &[&str]) -> (PathBuf, String) {
    let workbook = folder.join("Kết quả.xlsx");
    let mut all = vec!["samples/kontum-2017", "-o", workbook.to_str().unwrap()];
    all.extend(arguments);
    let said = run(&all);
    (workbook, said)
}

/// The same with its list as CSV, which is written once for all.
pub fn listed(folder: &Path) -> PathBuf {
    static WRITTEN: OnceLock<[(&str, Vec<u8>); 2]> = OnceLock::new();
    let written = WRITTEN.get_or_init(|| {
        let first = tempfile::tempdir().unwrap();
        result(first.path(), &["--data", "csv"]);
        let names = ["Kết quả.xlsx", "Kết quả-du-lieu.csv"];
        names.map(|name| (name, fs::read(first.path().join(name)).unwrap()))
    });
    for (name, bytes) in written {
        fs::write(folder.join(name), bytes).unwrap();
    }
    folder.join(written[0].0)
}

fn csv(report: &Report) -> Vec<u8> {
    let mut bytes = Vec::new();
    DataFormat::Csv
        .write(report, &run::of(report).unwrap(), &mut bytes)
        .unwrap();
    bytes
}

#[test]
fn csv_says_what_the_rows_say_and_seals_it() {
    let report = small::report();
    let bytes = csv(&report);
    assert_eq!(bytes, csv(&report), "the same input gives the same bytes");
    let text = std::str::from_utf8(&bytes).unwrap();
    let text = text.strip_prefix('\u{feff}').unwrap();
    let bare = text.replace("\r\n", "");
    assert!(
        !bare.contains(['\n']) || text.contains('"'),
        "lines end with CR LF"
    );
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let names: Vec<String> = COLUMNS
        .iter()
        .map(|(name, _)| (*name).to_string())
        .collect();
    let mut records = Records::new(&names).unwrap();
    for record in reader.records().skip(1) {
        let record = record.unwrap();
        for field in &record {
            assert!(!field.starts_with(['=', '+', '@', '\t']), "{field}");
        }
        let fields: Vec<String> = record
            .iter()
            .map(|one| unguarded(one).to_string())
            .collect();
        records.take(&fields).unwrap();
    }
    assert_eq!(records.rows, data::rows(&report));
    let sealed = data_file::of_csv(&mut Cursor::new(&bytes)).unwrap();
    assert!(sealed.is_whole);
    let changed = text.replace("Máy tính", "Máy in");
    assert_ne!(changed, text);
    assert!(
        !data_file::of_csv(&mut Cursor::new(&changed))
            .unwrap()
            .is_whole
    );
}

#[test]
fn how_many_records_a_file_gets_is_known_before_it_is_written() {
    let report = small::report();
    let mut bytes = Vec::new();
    let run = run::of(&report).unwrap();
    let list = DataFormat::Csv.write(&report, &run, &mut bytes).unwrap();
    let rows = data::count(&report);
    assert!(list.records > rows as u64);
    assert_eq!(record::count(&report, rows), list.records);
}

#[test]
fn every_data_file_is_known_again() {
    let report = small::report();
    let run = run::of(&report).unwrap();
    for format in DataFormat::ALL {
        let mut bytes = Vec::new();
        let Ok(WrittenList { sum, .. }) = format.write(&report, &run, &mut bytes) else {
            assert!(format == DataFormat::Parquet && !data_file::HAS_PARQUET);
            continue;
        };
        let found = Glimpse::bytes(&bytes);
        let known = format_of(&found).unwrap();
        assert_eq!(known.extension(), format.format().extension());
        assert_eq!(
            known.kept(&mut FileInPlace::of(&bytes), Path::new("")),
            None
        );
        assert_eq!(known.run(&found).map(|run| run.len()), Some(64));
        let sealed = match format {
            DataFormat::Csv => data_file::of_csv(&mut Cursor::new(&bytes)),
            DataFormat::Parquet => data_file::of_parquet(&mut Cursor::new(&bytes)),
        };
        assert!(sealed.is_some_and(|sealed| sealed.is_whole && sealed.sum == sum));
        assert!(is_own_text(&bytes), "among returns it is none");
        // A bit of what is written changes the checksum.
        let middle = bytes.len() / 3;
        bytes[middle] ^= 1;
        assert!(
            known
                .kept(&mut FileInPlace::of(&bytes), Path::new(""))
                .is_some()
        );
    }
}

#[test]
fn the_list_is_in_a_file_where_it_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let (workbook, said) = result(folder.path(), &["--data", "csv"]);
    let list = folder.path().join("Kết quả-du-lieu.csv");
    let is_said = said.contains("Danh sách giá trị: ") && said.contains("Kết quả-du-lieu.csv");
    assert!(is_said, "{said}");
    let (first, book) = (fs::read(&list).unwrap(), fs::read(&workbook).unwrap());
    result(folder.path(), &["--data", "csv"]);
    assert_eq!(fs::read(&list).unwrap(), first);
    assert_eq!(fs::read(&workbook).unwrap(), book);
    let mut names: Vec<_> = fs::read_dir(folder.path()).unwrap().flatten().collect();
    names.retain(|one| one.file_name().to_string_lossy().contains("tonghop-"));
    assert!(names.is_empty(), "{names:?}");
}

#[test]
fn somebodys_data_file_stays() {
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("Kết quả-du-lieu.csv");
    fs::write(&list, "đơn vị;điểm\r\n").unwrap();
    let (workbook, said) = result(folder.path(), &["--data", "csv"]);
    assert_eq!(fs::read_to_string(&list).unwrap(), "đơn vị;điểm\r\n");
    assert!(said.contains("Kết quả-du-lieu_2.csv"), "{said}");
    assert!(folder.path().join("Kết quả-du-lieu_2.csv").exists());
    // One of ours that was changed stays as well, and the workbook names the one of its run.
    let second = folder.path().join("Kết quả-du-lieu_2.csv");
    let mut text = fs::read(&second).unwrap();
    text.truncate(text.len() - 9);
    fs::write(&second, &text).unwrap();
    let (_, said) = result(folder.path(), &["--data", "csv"]);
    assert_eq!(fs::read(&second).unwrap(), text);
    assert!(said.contains("Kết quả-du-lieu_3.csv"), "{said}");
    assert!(workbook.exists());
}
