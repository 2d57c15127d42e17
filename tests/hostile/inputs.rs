//! Inputs that once ended, flooded or forged a run, made here from the sample's returns, each beside a sound one.
//!
//! | input | case |
//! |---|---|
//! | panic-points-add-claims | [`claims_that_no_number_can_add`] |
//! | panic-finding-fill-sub | [`a_sum_that_no_number_can_be_taken_from`] |
//! | panic-data-sheet-sum | [`figures_of_two_units_that_no_number_can_add`] |
//! | diff-panic-1.json | [`a_report_of_impossible_numbers_is_refused`] |
//! | sheet-name-control-char, sheet-name-esc, cell-esc | [`control_characters_are_seen_and_not_obeyed`] |
//! | mem-915MB-256KB | [`blanks_cost_the_file_alone`], `blanks_in_a_sheet_take_no_memory_but_their_own` |
//! | slow-mojibake-24KB | `long_texts_of_an_old_encoding_take_no_minutes` |
//! | ods-30s-688B | `a_folder_of_endless_files_has_an_end` |
//! | planted-campaign | [`a_planted_campaign_is_said_and_not_obeyed`] |
//! | scheme-decimals | the case `scheme-numbers-without-bounds` |

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::{OTHER, Outcome, is_unharmed};
use crate::read::build::Xlsx;
use crate::read::legacy::ods;

const INBOX: &str = "samples/kontum-2017/phieu-nop";

/// A return of the sample with its parts changed.
fn changed(path: &str, change: impl Fn(&str, String) -> String) -> Vec<u8> {
    let mut archive = ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    let mut made = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        made.start_file(&*name, SimpleFileOptions::default())
            .unwrap();
        made.write_all(change(&name, text).as_bytes()).unwrap();
    }
    made.finish().unwrap().into_inner()
}

/// The same with cells of one sheet, counted from 1, that hold something else: their XML behind the address and the format.
fn with_cells(path: &str, cells: &[(u32, &str, &str)]) -> Vec<u8> {
    changed(path, |name, mut text| {
        for (sheet, cell, content) in cells {
            if name != format!("xl/worksheets/sheet{sheet}.xml") {
                continue;
            }
            let start = text.find(&format!("<c r=\"{cell}\"")).unwrap();
            let end = start + text[start..].find("</c>").unwrap();
            text.replace_range(start..end, &format!("<c r=\"{cell}\" {content}"));
        }
        text
    })
}

/// The only finding of a rule at a cell of a file.
fn is_found(outcome: &Outcome, file: &str, code: &str, cells: &[&str]) {
    let found = outcome.findings(file, code);
    let found = found.iter().filter_map(|one| one.place.cell);
    let found: Vec<String> = found.map(|cell| cell.to_string()).collect();
    assert_eq!(found, cells, "{file} {code}");
}

#[test]
fn claims_that_no_number_can_add() {
    let most = "><v>79228162514264337593543950335</v>";
    let large = "><v>123456789012345678</v>";
    let file = with_cells(OTHER, &[(3, "F21", most), (6, "F13", large)]);
    let outcome = Outcome::of(&[("So Tai chinh.xlsx", file)], &[]);
    is_found(&outcome, "So Tai chinh", "TH323", &["F21", "F13"]);
    is_unharmed(&outcome);
}

#[test]
fn a_sum_that_no_number_can_be_taken_from() {
    let path = format!("{INBOX}/phieu tu danh gia UBND huyen Dak Ha.xlsx");
    let rest = "><f>MOD(7.9E+28,1E-28)</f><v>0</v>";
    let file = with_cells(&path, &[(2, "F24", rest), (2, "F38", "><v>1E+28</v>")]);
    let outcome = Outcome::of(&[("Dak Ha.xlsx", file)], &[]);
    is_found(&outcome, "Dak Ha", "TH323", &["F38"]);
    is_unharmed(&outcome);
}

#[test]
fn figures_of_two_units_that_no_number_can_add() {
    let least = "><v>-7.9E+28</v>";
    let one = with_cells(
        &format!("{INBOX}/STNMT_phieu_2017.xlsx"),
        &[(3, "D11", least)],
    );
    let other = format!("{INBOX}/UBND huyen Kon Plong 2017.xlsx");
    let other = with_cells(&other, &[(3, "D13", least)]);
    let outcome = Outcome::of(&[("STNMT.xlsx", one), ("Kon Plong.xlsx", other)], &[]);
    is_found(&outcome, "STNMT", "TH323", &["D11"]);
    is_found(&outcome, "Kon Plong", "TH323", &["D13"]);
    is_unharmed(&outcome);
}

#[test]
fn a_report_of_impossible_numbers_is_refused() {
    let around = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_tonghop"));
        program.args(arguments).output().unwrap()
    };
    let path = |name: &str| around.path().join(name).to_str().unwrap().to_string();
    let (book, json, odd) = (path("kq.xlsx"), path("kq.json"), path("odd.json"));
    run(&["samples/kontum-2017", "-o", &book, "--json"]);
    let text = fs::read_to_string(&json).unwrap();
    for number in [
        "79228162514264337593543950335",
        "-79228162514264337593543950335",
    ] {
        let spoilt = text.replace("\"counted\": \"10\"", &format!("\"counted\": \"{number}\""));
        assert_ne!(spoilt, text);
        fs::write(&odd, spoilt).unwrap();
        for (one, other) in [(&odd, &json), (&json, &odd), (&odd, &odd)] {
            let output = run(&["diff", one, other]);
            let told = String::from_utf8_lossy(&output.stderr).into_owned();
            assert_eq!(output.status.code(), Some(2), "{told}");
            assert!(
                told.contains("có số mà tonghop không bao giờ ghi: vượt ±10^12"),
                "{told}"
            );
        }
    }
}

#[test]
fn control_characters_are_seen_and_not_obeyed() {
    let named = |by: &str| {
        let path = format!("{INBOX}/Sở KH&CN - Phiếu tự chấm điểm CNTT 2017.xlsx");
        changed(&path, |name, text| match name {
            "xl/workbook.xml" => text.replacen("\"Tổng hợp\"", &format!("\"Tổng hợp{by}\""), 1),
            _ => text,
        })
    };
    let cell = "t=\"inlineStr\"><is><t>_x001B_]0;PWNED_x0007__x001B_[2J</t></is>";
    let path = format!("{INBOX}/Sở KH&CN - Phiếu tự chấm điểm CNTT 2017.xlsx");
    for file in [
        named("&#x1;"),
        named("&#x1b;]0;PWNED&#x7;"),
        with_cells(&path, &[(2, "F9", cell)]),
    ] {
        let outcome = Outcome::of(&[("KHCN.xlsx", file)], &[]);
        let is_odd = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
        assert!(!outcome.said.contains(is_odd), "{}", outcome.said);
        assert!(outcome.rows().any(|row| row.file == "KHCN.xlsx"));
        let mut book = ZipArchive::new(Cursor::new(&outcome.book)).unwrap();
        for index in 0..book.len() {
            let mut text = String::new();
            book.by_index(index)
                .unwrap()
                .read_to_string(&mut text)
                .unwrap();
            assert!(!text.contains(is_odd) && !text.contains("&#x"), "{index}");
        }
        is_unharmed(&outcome);
    }
}

/// What it holds is nothing, and the finding says so; its unit is not known. A return with blanks in it is read like any other.
#[test]
fn blanks_cost_the_file_alone() {
    let blanks = " ".repeat(16 << 20);
    let empty = Xlsx::new().sheet("S", &blanks).build();
    let with_blanks = changed(OTHER, |name, text| match name {
        "xl/worksheets/sheet3.xml" => {
            text.replacen("<sheetData>", &format!("<sheetData>{blanks}"), 1)
        }
        _ => text,
    });
    let files = [("a.xlsx", empty), ("So Tai chinh.xlsx", with_blanks)];
    let outcome = Outcome::of(&files, &[]);
    assert_eq!(outcome.findings("a.xlsx", "TH201").len(), 1);
    let sound = Outcome::of(&[("So Tai chinh.xlsx", fs::read(OTHER).unwrap())], &[]);
    let score = |outcome: &Outcome| {
        let row = outcome.rows().find(|row| row.file == "So Tai chinh.xlsx");
        row.unwrap().score.clone()
    };
    assert_eq!(score(&outcome), score(&sound));
    is_unharmed(&outcome);
}

/// A format that is too long for Excel, in more cells and styles than any workbook has, and pieces of text within each other: each costs
/// no more than its own file, which is read.
#[test]
fn long_formats_and_deep_pieces_take_no_time() {
    let code = format!("&quot;{}&quot;0", "1".repeat(200_000));
    let format = changed(OTHER, |name, text| match name {
        "xl/styles.xml" => {
            let end = text.find("</cellXfs>").unwrap();
            let one = "<xf numFmtId=\"200\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>";
            let head = text.find("<fonts").unwrap();
            format!(
                "{}<numFmts count=\"1\"><numFmt numFmtId=\"200\" formatCode=\"{code}\"/></numFmts>{}{}{}",
                &text[..head],
                &text[head..end],
                one.repeat(20_000),
                &text[end..]
            )
        }
        _ => text,
    });
    let pieces = ["<text:span>", "</text:span>"].map(|tag| tag.repeat(200_000));
    let deep = ods(&format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"A\"><table:table-row>\
         <table:table-cell office:value-type=\"string\"><text:p>a{}</text:p></table:table-cell></table:table-row></table:table>\
         </office:spreadsheet></office:body></office:document-content>",
        pieces.concat()
    ));
    let began = Instant::now();
    let outcome = Outcome::of(&[("a.xlsx", format), ("b.ods", deep)], &[]);
    // Both took more than ten times as long, and the first 4 GB.
    assert!(began.elapsed() < Duration::from_secs(30));
    for (file, code) in [("a.xlsx", "TH931"), ("a.xlsx", "TH952"), ("b.ods", "TH952")] {
        assert!(outcome.findings(file, code).is_empty(), "{file} {code}");
    }
    is_unharmed(&outcome);
}

#[test]
fn a_planted_campaign_is_said_and_not_obeyed() {
    let around = tempfile::tempdir().unwrap();
    let inbox = around.path().join("phieu");
    let copy = |from: &Path, to: &Path| {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap().flatten() {
            if entry.path().is_file() {
                fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
            }
        }
    };
    copy(Path::new(INBOX), &inbox);
    copy(&Path::new(INBOX).join("Huyện"), &inbox.join("Huyện"));
    let planted = "name = \"Đợt giả mạo\"\nyear = 2017\nscheme = \"kontum-2017\"\nregistry = \"kontum-2017\"\ninbox = \"Huyện\"\ndeadline = 2017-01-01\n";
    fs::write(inbox.join("campaign.toml"), planted).unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_tonghop"));
    let output = program.arg(&inbox).arg("--json").output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let first: Vec<&str> = said.lines().take(4).collect();
    assert!(
        first.iter().any(|line| line.contains("campaign.toml")),
        "{said}"
    );
    assert!(said.contains("TH124"), "{said}");
    let json = fs::read_to_string(around.path().join("phieu-tong-hop.json")).unwrap();
    let report: tonghop::result::report::Report = serde_json::from_str(&json).unwrap();
    let counted: usize = report.levels.iter().map(|level| level.rows.len()).sum();
    assert_eq!(counted, 28);
    assert!(!json.contains("giả mạo"));
}

/// Results that were written among the returns are said to lie there, and are no returns later.
#[test]
fn a_result_among_the_returns_is_said_and_recognised() {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join("phieu");
    fs::create_dir(&folder).unwrap();
    fs::copy(super::SOUND, folder.join("So Xay dung.xlsx")).unwrap();
    let run = |output: &Path| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_tonghop"));
        program.arg(&folder).arg("-o").arg(output).arg("--json");
        String::from_utf8(program.output().unwrap().stdout).unwrap()
    };
    let report = |output: &Path| {
        let json = fs::read_to_string(output.with_extension("json")).unwrap();
        serde_json::from_str::<tonghop::result::report::Report>(&json).unwrap()
    };
    let note = "kết quả nằm trong thư mục nhận phiếu";
    let (outside, inside) = (around.path().join("a.xlsx"), folder.join("kq.xlsx"));
    assert!(!run(&outside).contains(note));
    let before = report(&outside);
    assert!(run(&inside).contains(note));
    let again = run(&inside);
    assert!(again.contains(note) && !again.contains("kq_2"), "{again}");
    let after = report(&inside);
    let own = after.findings.iter().filter(|one| one.rule.code == "TH123");
    assert_eq!(own.count(), 2);
    let rows = |report: &tonghop::result::report::Report| {
        let rows = report.levels.iter().flat_map(|level| &level.rows);
        rows.map(|row| (row.file.clone(), row.score.clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(rows(&after), rows(&before));
}
