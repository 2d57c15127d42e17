//! From a folder to its files and findings, with the built-in campaign.

use std::fs;
use std::path::Path;

use tonghop::finding::Fact;
use tonghop::pipeline::Plan;
use tonghop::read::ReadLimits;
use tonghop::receipt::Fate;
use tonghop::report::Report;
use zip::CompressionMethod::{Deflated, Stored};

use crate::read::build;

const RETURNS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/samples/kontum-2017/phieu-nop");

fn returned(name: &str) -> Vec<u8> {
    fs::read(Path::new(RETURNS).join(name)).unwrap()
}

/// The report on a folder of these files.
fn report(files: &[(&str, &[u8])]) -> Report {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    let plan = Plan::new(folder.path()).unwrap();
    let inbox = plan.list().unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_tonghop"));
    plan.report(
        &inbox,
        ReadLimits::default(),
        program,
        String::new(),
        &|| {},
    )
}

/// Name, unit and fate of every file.
fn files(report: &Report) -> Vec<(&str, Option<String>, Fate)> {
    let files = report.intake.files.iter();
    files
        .map(|row| {
            let unit = row.unit.as_ref().map(|unit| unit.code.clone());
            (row.name.as_str(), unit, row.fate)
        })
        .collect()
}

/// The codes of the findings about a file.
fn codes<'r>(report: &'r Report, file: &str) -> Vec<&'r str> {
    let about = report
        .findings
        .iter()
        .filter(|finding| finding.place.file.as_deref() == Some(file));
    about.map(|finding| finding.rule.code).collect()
}

#[test]
fn an_archive_is_read_in_place() {
    let [first, second] = ["So Xay dung.xlsx", "STNMT_phieu_2017.xlsx"].map(returned);
    let mut mail = build::zip(
        &[
            ("So Xay dung.xlsx", &first),
            ("Đợt 2/So Tai chinh.pdf", b"%PDF-1.4"),
            ("Đợt 2/Thumbs.db", b"x"),
            (
                "So Ngoai vu.zip",
                &build::zip(&[("a.xlsx", &second)], Stored),
            ),
            ("So Y te.xlsx", &second),
        ],
        Deflated,
    );
    let [_, last] = [
        memchr::memmem::find(&mail, b"PK\x01\x02"),
        memchr::memmem::rfind(&mail, b"PK\x01\x02"),
    ];
    mail[last.unwrap() + 8] |= 1;
    let report = report(&[("Thư 1.zip", &mail), ("STNMT.xlsx", &second)]);
    let unit = |code: &str| Some(code.to_string());
    assert_eq!(
        files(&report),
        [
            ("STNMT.xlsx", unit("STNMT"), Fate::Counted),
            ("Thư 1.zip/So Ngoai vu.zip", unit("SNGV"), Fate::Unreadable),
            ("Thư 1.zip/So Xay dung.xlsx", unit("SXD"), Fate::Counted),
            ("Thư 1.zip/So Y te.xlsx", unit("SYT"), Fate::Unreadable),
            (
                "Thư 1.zip/Đợt 2/So Tai chinh.pdf",
                unit("STC"),
                Fate::Unreadable
            ),
            ("Thư 1.zip/Đợt 2/Thumbs.db", None, Fate::Ignored),
        ]
    );
    assert_eq!(codes(&report, "Thư 1.zip/So Ngoai vu.zip"), ["TH911"]);
    assert_eq!(codes(&report, "Thư 1.zip/So Y te.xlsx"), ["TH914"]);
    assert_eq!(
        codes(&report, "Thư 1.zip/Đợt 2/So Tai chinh.pdf"),
        ["TH901"]
    );
    let missing = report
        .findings
        .iter()
        .filter(|finding| finding.rule.code == "TH101");
    let is_credited = |code: &str| {
        !missing.clone().any(|finding| {
            finding
                .place
                .unit
                .as_ref()
                .is_some_and(|unit| unit.code == code)
        })
    };
    assert!(["SNGV", "SYT", "STC"].into_iter().all(is_credited));
}

#[test]
fn an_archive_is_known_by_its_content_and_its_unit_by_its_name() {
    let archive = build::zip(&[("quét.pdf", b"%PDF-1.4")], Deflated);
    let empty = build::zip(&[("trong/", b"")], Deflated);
    let report = report(&[("So Y te.xlsx", &archive), ("SXD.zip", &empty)]);
    let unit = |code: &str| Some(code.to_string());
    assert_eq!(
        files(&report),
        [
            ("SXD.zip", unit("SXD"), Fate::Unreadable),
            ("So Y te.xlsx/quét.pdf", unit("SYT"), Fate::Unreadable),
        ]
    );
    assert_eq!(codes(&report, "SXD.zip"), ["TH912"]);
}

#[test]
fn an_extension_that_lies_is_told() {
    let page = b"<html><table><tr><td>1</td></tr></table>".as_slice();
    let workbook = returned("STNMT_phieu_2017.xlsx");
    let report = report(&[
        ("a.xls", page),
        ("b.html", page),
        ("c.XLS", &workbook),
        ("d.xlsx", &workbook),
        ("e 2017", &workbook),
    ]);
    let lies = |file: &str| codes(&report, file).contains(&"TH910");
    assert!(lies("a.xls"));
    assert!(!lies("b.html") && !lies("d.xlsx") && !lies("e 2017"));
    let told = report
        .findings
        .iter()
        .find(|finding| finding.rule.code == "TH910")
        .unwrap();
    assert_eq!(told.found, Some(Fact::Name("HTML".to_string())));
    assert_eq!(told.expected, Some(Fact::Name(".xls".to_string())));
}
