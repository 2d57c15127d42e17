//! The result as a page: its numbers are the workbook's, texts from workbooks are inert, and nobody's file is lost to it.

mod browser;
mod parsed;
mod same;
mod whole;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;
use tonghop::base::finding::{Finding, Place};
use tonghop::base::lang::Lang;
use tonghop::base::rules::units;
use tonghop::output::data_file::ValueList;
use tonghop::output::html::Html;
use tonghop::output::{Content, OutputFormat};
use tonghop::result::report::{Report, UnitGap};

use crate::write::small;
use parsed::{Element, read};

fn tonghop(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tonghop"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(arguments)
        .output()
        .unwrap()
}

/// Consolidates a sample with a page. Gives workbook and page.
pub fn run(folder: &TempDir, sample: &str, more: &[&str]) -> (PathBuf, PathBuf) {
    let book = folder.path().join("ket-qua.xlsx");
    let named = book.to_string_lossy().into_owned();
    let mut arguments = vec![sample, "--html", "-o", &named];
    arguments.extend(more);
    let output = tonghop(&arguments);
    // 1: the result is written, and there are errors among the findings.
    assert!(
        output.status.code().is_some_and(|code| code < 2),
        "{output:?}"
    );
    let page = book.with_extension("html");
    (book, page)
}

fn written(report: &Report, lang: Lang) -> Vec<u8> {
    let made = Html.write(
        Content::Report(report, None, ValueList::counted(report)),
        lang,
        Path::new(""),
    );
    made.unwrap().bytes
}

/// Names that a page might take for more than names.
const HOSTILE: [&str; 7] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "</style></title><svg onload='alert(1)'>",
    "javascript:alert(1)",
    "]]>--><!--&amp;&#60;b&#62;",
    "Sở \u{202e}txt.exe\u{2066}",
    "' autofocus onfocus='alert(1)",
];

/// Elements and attributes that the page is made of; no text can add one.
fn hold_inert(page: &Element) {
    let known = "html head meta title style body a header p h1 br nav ul li main section h2 h3 h4 h5 dl div dt dd table caption thead tbody \
                 tfoot tr th td span figure figcaption svg path text circle article strong footer script";
    let known: Vec<&str> = known.split_whitespace().collect();
    for element in page.all() {
        assert!(known.contains(&element.name.as_str()), "<{}>", element.name);
        for (name, value) in &element.attributes {
            assert!(!name.starts_with("on") && name != "style", "{name}");
            let is_address = ["href", "src", "action"].contains(&name.as_str());
            let is_near = value.starts_with('#') || value.starts_with("./");
            assert!(!is_address || is_near, "{name}=\"{value}\"");
        }
    }
    for once in ["script", "style", "h1", "main"] {
        assert_eq!(page.named(once).len(), 1, "{once}");
    }
    let text = page.named("body")[0].text();
    let is_obeyed = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{0}'..='\u{8}');
    assert!(!text.contains(is_obeyed));
}

#[test]
fn text_from_workbooks_is_inert() {
    let mut report = small::report();
    let mut hostile = HOSTILE.iter().cycle().map(|text| (*text).to_string());
    let mut next = || hostile.next().unwrap();
    report.campaign.authority = next();
    report.campaign.title = vec![next(), next()];
    report.campaign.name = next();
    for level in &mut report.levels {
        (level.name, level.units) = (next(), next());
        for row in &mut level.rows {
            (row.name, row.file, row.own_grade) = (next(), next(), Some(next()));
            row.unit.code = next();
        }
        level.gaps[0].files = vec![next(), next()];
    }
    for group in &mut report.groups {
        (group.name, group.short) = (next(), next());
    }
    for grade in &mut report.grades {
        grade.name = next();
    }
    for statistic in &mut report.statistics {
        (statistic.name, statistic.formula, statistic.section.1) = (next(), next(), next());
    }
    for finding in &mut report.findings {
        (finding.place.file, finding.place.sheet) = (Some(next()), Some(next()));
    }
    for folder in [
        "../Tra loi",
        "javascript:alert(1)",
        "//evil",
        "/etc",
        "C:/x",
    ] {
        report.intake.folder = folder.to_string();
        let page = read(&written(&report, Lang::Vi));
        hold_inert(&page);
        for text in &HOSTILE[..5] {
            assert!(page.text().contains(text), "{text} is shown as it is");
        }
        assert!(page.text().contains("Sở ⟨U+202E⟩txt.exe⟨U+2066⟩"));
    }
}

#[test]
fn a_round_without_returns_has_a_page() {
    let mut report = small::report();
    report.findings.clear();
    for level in &mut report.levels {
        for row in level.rows.drain(..) {
            let place = Place {
                unit: Some(row.unit.clone()),
                ..Place::default()
            };
            let missing = Finding::new(&units::UNIT_MISSING, place);
            report.findings.push(missing);
            level.gaps.push(UnitGap {
                unit: row.unit,
                name: row.name,
                order: row.order,
                files: Vec::new(),
                reasons: Vec::new(),
            });
        }
    }
    let page = read(&written(&report, Lang::En));
    hold_inert(&page);
    assert_eq!(page.attribute("lang"), Some("en"));
    assert!(
        page.named("figure").is_empty(),
        "nothing is drawn of nothing"
    );
    for row in page.rows("cap-1-b", "tbody") {
        let (last, cells) = row[2..].split_last().unwrap();
        assert!(
            cells.iter().all(String::is_empty),
            "a blank is not a zero: {cells:?}"
        );
        assert_eq!(last, "Not returned.");
    }
    let text = page.named("main")[0].text();
    for wrong in ["NaN", "inf", "{0}", "{1}"] {
        assert!(!text.contains(wrong), "{wrong}");
    }
}

/// A report of many units, each with findings, whose parts stay small.
fn many(units: usize) -> Report {
    let mut report = small::report();
    let finding = report.findings[0].clone();
    for level in &mut report.levels {
        let rows = std::mem::take(&mut level.rows);
        for (order, row) in (0..units).zip(rows.iter().cycle()) {
            let mut row = row.clone();
            row.unit.code = format!("U{order}");
            row.name = format!("Ủy ban nhân dân xã số {order}");
            row.file = format!("phieu {order}.xlsx");
            for _ in 0..3 {
                let mut finding = finding.clone();
                finding.place.unit = Some(row.unit.clone());
                finding.place.file = Some(row.file.clone());
                report.findings.push(finding);
            }
            level.rows.push(row);
        }
    }
    report
}

#[test]
fn a_thousand_units_stay_small() {
    let report = many(500);
    let bytes = written(&report, Lang::Vi);
    assert!(bytes.len() < 6_000_000, "{} bytes", bytes.len());
    let page = read(&bytes);
    assert_eq!(page.named("article").len(), 1_002);
    assert_eq!(page.rows("cap-1-b", "tbody").len(), 501);
}

#[test]
fn nobodys_file_is_lost_to_a_page() {
    let folder = tempfile::tempdir().unwrap();
    let foreign = folder.path().join("ket-qua.html");
    std::fs::write(&foreign, "<p>a plan</p>").unwrap();
    let inbox = folder.path().join("phieu");
    std::fs::create_dir(&inbox).unwrap();
    let returns = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/kontum-2017/phieu-nop");
    let one = returns.join("STNMT_phieu_2017.xlsx");
    std::fs::copy(one, inbox.join("a.xlsx")).unwrap();
    let sample = inbox.to_string_lossy().into_owned();
    let (book, _) = run(&folder, &sample, &[]);
    assert_eq!(std::fs::read(&foreign).unwrap(), b"<p>a plan</p>");
    let pages = || {
        let all = std::fs::read_dir(folder.path()).unwrap();
        let all = all.map(|entry| entry.unwrap().path());
        let mut all: Vec<PathBuf> = all
            .filter(|path| path.extension().is_some_and(|end| end == "html"))
            .collect();
        all.sort();
        all
    };
    let [_, other] = &pages()[..] else {
        panic!("{:?}", pages());
    };
    let first = std::fs::read(other).unwrap();
    // Replaced while it is ours, with the same bytes.
    run(&folder, &sample, &[]);
    assert!(std::fs::read(other).unwrap() == first && pages().len() == 2);
    // An edit is kept, and a page among the returns is none of them.
    let edited = String::from_utf8(first)
        .unwrap()
        .replacen("<h1>", "<h1>Bản nháp ", 1);
    std::fs::write(other, &edited).unwrap();
    std::fs::copy(other, inbox.join("trang.html")).unwrap();
    let output = tonghop(&[&sample, "--html", "-o", &book.to_string_lossy()]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("TH123"), "{said}");
    assert_eq!(std::fs::read_to_string(other).unwrap(), edited);
    assert_eq!(pages().len(), 3, "{said}");
}
