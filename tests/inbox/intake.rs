//! From a folder to its files and findings, with the built-in campaign.

use std::fs;
use std::path::Path;

use tonghop::app::pipeline::Plan;
use tonghop::base::finding::Fact;
use tonghop::base::lang::Lang;
use tonghop::input::read::ReadLimits;
use tonghop::input::receipt::Fate;
use tonghop::result::report::Report;
use zip::CompressionMethod::{Deflated, Stored};

use crate::read::build::{self, Xlsx};

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

/// The one finding of a code, as Vietnamese and English users read it.
fn told(report: &Report, file: &str, code: &str) -> [String; 2] {
    let mut findings = report.findings.iter();
    let finding = findings
        .find(|finding| finding.rule.code == code && finding.place.file.as_deref() == Some(file))
        .unwrap_or_else(|| panic!("{file}: no {code} in {:?}", codes(report, file)));
    [Lang::Vi, Lang::En].map(|lang| finding.message(lang))
}

#[test]
fn faults_of_files_are_told_in_both_languages() {
    let whole = returned("STNMT_phieu_2017.xlsx");
    let report = report(&[
        ("cut.xlsx", &whole[..10_000]),
        ("zeros.xlsx", &[0; 5000]),
        ("empty.xlsx", b""),
        ("whole.xlsx", &whole),
    ]);
    let texts = told(&report, "cut.xlsx", "TH909");
    assert_eq!(texts[0], "tệp chỉ còn 9,8 KB, thiếu phần cuối");
    assert_eq!(
        texts[1],
        "only 9.8 KB are left of the file, its end is missing"
    );
    let texts = told(&report, "zeros.xlsx", "TH908");
    assert!(texts[0].starts_with("tệp dài 4,9 KB nhưng"), "{texts:?}");
    told(&report, "empty.xlsx", "TH907");
    let codes = codes(&report, "whole.xlsx");
    assert!(
        !codes.iter().any(|code| code.starts_with("TH9")),
        "{codes:?}"
    );
}

#[test]
fn faults_of_sheets_are_told_in_both_languages() {
    let cell = |at: &str| format!("<row><c r=\"{at}\"><v>1</v></c></row>");
    let cut = format!("<worksheet><sheetData>{}<row><c r=\"B1\"><v>2", cell("A1"));
    let file = Xlsx::new()
        .entry("Gone", "", "worksheet", None)
        .entry("Cut", "", "worksheet", Some(cut))
        .sheet("Odd", "<row r=\"x\"><c r=\"A1\"><v>1</v></c></row>")
        .sheet("Far", &(cell("A1") + &cell("XFE1")))
        .sheet("Odd", &cell("A1"))
        .build();
    let report = report(&[("a.xlsx", &file)]);
    for (code, vi, en) in [
        (
            "TH941",
            "tệp có tên trang tính này nhưng không có nội dung của nó",
            "the file names this sheet and does not hold it",
        ),
        (
            "TH942",
            "một trang tính đứng trước mang cùng tên hoặc cùng phần nội dung, nên trang này không được đọc",
            "a sheet before it has the same name or the same content, so that this one was not read",
        ),
        (
            "TH943",
            "chỉ đọc được đến ô A1, phần sau bị hỏng",
            "it was read to the cell A1; what follows is damaged",
        ),
        (
            "TH944",
            "1 ô không đọc được và không rõ đứng ở đâu",
            "1 cell could not be read, and it is not known where they stand",
        ),
        (
            "TH945",
            "1 ô nằm ngoài giới hạn của Excel, ô đầu tiên ghi là XFE1",
            "1 cell outside the grid of Excel, the first at XFE1",
        ),
    ] {
        assert_eq!(told(&report, "a.xlsx", code), [vi, en]);
    }
}

#[test]
fn a_damaged_picture_is_told_and_costs_nothing_else() {
    let mut file = Xlsx::new()
        .stored()
        .sheet("A", "<row><c r=\"A1\"><v>1</v></c></row>")
        .part("xl/media/image1.png", b"picture")
        .build();
    let at = memchr::memmem::find(&file, b"picture").unwrap();
    let whole = file.clone();
    file[at] ^= 1;
    let mut sheet = whole.clone();
    let at = memchr::memmem::find(&sheet, b"<v>1").unwrap();
    sheet[at + 3] = b'7';
    let report = report(&[("a.xlsx", &file), ("b.xlsx", &whole), ("c.xlsx", &sheet)]);
    let unread = told(&report, "c.xlsx", "TH906");
    assert_eq!(unread[0], "không đọc được trang tính: “the CRC is wrong”");
    assert!(!codes(&report, "b.xlsx").contains(&"TH906"));
    assert_eq!(
        told(&report, "a.xlsx", "TH947")[0],
        "tệp có phần bị hỏng: xl/media/image1.png"
    );
    assert!(!codes(&report, "b.xlsx").contains(&"TH947"));
}

#[test]
fn a_file_that_somebody_has_open_is_told() {
    let whole = returned("STNMT_phieu_2017.xlsx");
    let report = report(&[
        ("a.xlsx", &whole),
        ("~$a.xlsx", b"\x02An"),
        ("~$gone.xlsx", b"\x02An"),
        (".~lock.b.xlsx#", b",binh,PC,x,y;"),
        ("b.xlsx", &whole),
    ]);
    assert!(told(&report, "a.xlsx", "TH120")[0].contains("“An”"));
    assert!(told(&report, "b.xlsx", "TH120")[1].contains("\"binh\""));
    assert_eq!(
        report
            .findings
            .iter()
            .filter(|one| one.rule.code == "TH120")
            .count(),
        2
    );
}
