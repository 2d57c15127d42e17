//! Letters: they say what findings say, to whom it concerns, and never over what a person has written.

mod changed;
mod office;
mod page;
mod stored;

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use tempfile::TempDir;
use tonghop::base::lang::Lang;
use tonghop::base::rules::requests::{NOT_ASKED, REQUESTS};
use tonghop::base::rules::{self, Bearing, totals};
use tonghop::output::letters::templates::{LetterKind, LetterTemplates, OwnTemplate};
use tonghop::output::letters::{self, LetterSet};
use tonghop::result::report::{GapReason, Report};
use zip::ZipArchive;

use crate::write::fixture::unit_id;
use crate::write::small::{self, HOSTILE};

fn built_in() -> LetterTemplates {
    LetterTemplates::read(|_| None).unwrap().unwrap()
}

pub fn of(report: &Report) -> LetterSet {
    letters::letters(report, &built_in()).unwrap()
}

pub fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive
        .by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

/// The paragraphs of a document that hold text, whoever saved it.
pub fn paragraphs(docx: &[u8]) -> Vec<String> {
    let xml = part(docx, "word/document.xml");
    let plain = |paragraph: &str| -> String {
        let pieces = paragraph
            .split('<')
            .filter_map(|piece| piece.split_once('>'));
        let texts = pieces.filter(|(tag, _)| *tag == "w:t" || tag.starts_with("w:t "));
        let text: String = texts.map(|(_, text)| text).collect();
        quick_xml::escape::unescape(&text).unwrap().into_owned()
    };
    let all = xml.split("</w:p>").map(plain);
    all.filter(|text| !text.is_empty()).collect()
}

#[test]
fn every_rule_asks_something_of_a_unit_or_is_known_not_to() {
    let asked: Vec<&str> = REQUESTS.iter().map(|(code, _)| *code).collect();
    assert!(asked.is_sorted() && NOT_ASKED.is_sorted());
    let of_returns = |code: &str| ["TH1", "TH2", "TH3", "TH4", "TH5", "TH9"].contains(&&code[..3]);
    let mut seen = BTreeSet::new();
    for rule in rules::ALL.iter().filter(|rule| of_returns(rule.code)) {
        let times = [&asked[..], NOT_ASKED]
            .concat()
            .iter()
            .filter(|code| **code == rule.code)
            .count();
        assert_eq!(
            times, 1,
            "{}: say in base::rules::requests what a letter asks",
            rule.code
        );
        let is_asked = rule.request().is_some();
        assert!(
            !(is_asked && rule.bearing == Bearing::OfResult),
            "{}",
            rule.code
        );
        seen.insert(rule.code);
    }
    assert_eq!(
        seen.len(),
        asked.len() + NOT_ASKED.len(),
        "codes that no rule has"
    );
    for (code, request) in REQUESTS {
        let first = request.chars().next().unwrap();
        assert!(
            first.is_lowercase() && !request.ends_with('.'),
            "{code}: {request}"
        );
        let is_for_us = [
            "chạy lại",
            "tonghop",
            "thẩm định",
            "hỏi đơn vị",
            "chương trình",
        ];
        assert!(
            !is_for_us.iter().any(|word| request.contains(word)),
            "{code}: {request}"
        );
    }
}

#[test]
fn a_letter_says_what_the_findings_say_to_the_unit_that_they_are_about() {
    let report = small::report();
    let made = of(&report);
    let names: Vec<&str> = made.units.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "Công văn 2017 - Sở Khoa học và Công nghệ.docx",
            "Công văn 2017 - Sở Tư pháp.docx"
        ]
    );
    let said = paragraphs(&made.units[0].bytes);
    let total = report
        .findings
        .iter()
        .find(|one| one.rule.code == totals::TOTAL_MISMATCH.code)
        .unwrap();
    let message = total.message(Lang::Vi);
    for text in [
        "ỦY BAN NHÂN DÂN TỈNH",
        "Kính gửi: Sở Khoa học và Công nghệ",
        "Tổng hợp 'chung'",
        "D7",
        "Kiểm tra điểm thành phần hoặc tổng điểm.",
    ] {
        assert!(said.iter().any(|one| one == text), "{text}: {said:#?}");
    }
    // Its first letter and its minus are as in a sentence.
    assert!(message.starts_with("đơn vị ghi tổng 852,4, cộng lại là 849,9"));
    assert!(
        said.iter()
            .any(|one| one.starts_with("Đơn vị ghi tổng 852,4, cộng lại là 849,9"))
    );
    let all = said.join("\n");
    assert!(
        all.contains(
            "“01 A 100%.xlsx”, lưu lần cuối ngày 31/01/2018; ngoài ra đã nhận: “01 A cu.xlsx”"
        ),
        "{all}"
    );
    assert!(!all.contains("{{") && !all.contains("Sở Tư pháp"));
    assert_eq!((made.told, made.untold), (2, 0));
    let again = of(&report);
    assert_eq!(again.units, made.units);
    assert_eq!(again.reminder, made.reminder);
}

#[test]
fn a_reminder_names_who_sent_nothing_and_why_files_cannot_be_used() {
    let mut report = small::report();
    let made = of(&report);
    let said = paragraphs(&made.reminder.unwrap().bytes);
    for text in [
        "Sở Nông nghiệp",
        "UBND huyện Kon Rẫy",
        "“kon ray.pdf”",
        "Tệp không phải bảng tính.",
    ] {
        assert!(said.iter().any(|one| one == text), "{text}: {said:#?}");
    }
    assert_eq!(made.reminded, 2);
    // An empty list is a sentence; what has to be decided first is told to nobody but the office.
    report.levels[1].gaps[0].reasons = vec![GapReason::Undecided];
    let made = of(&report);
    assert_eq!(made.undecided, ["UBND huyện Kon Rẫy"]);
    let said = paragraphs(&made.reminder.unwrap().bytes);
    assert!(
        said.contains(&"Không có đơn vị nào.".to_string()),
        "{said:#?}"
    );
    assert!(!said.join("\n").contains("Kon Rẫy"));
    for level in &mut report.levels {
        level.gaps.clear();
    }
    assert_eq!(of(&report).reminder, None);
}

#[test]
fn the_day_for_answers_is_never_one_that_has_passed() {
    let mut report = small::report();
    let day = |report: &Report| paragraphs(&of(report).units[0].bytes).join("\n");
    // A return was saved after the deadline.
    assert!(of(&report).is_day_blank && day(&report).contains("chậm nhất ngày …… tháng"));
    report.as_of = Some("2018-01-20T09:30:00Z".to_string().into());
    assert!(day(&report).contains("chậm nhất ngày 31/01/2018."));
    report.campaign.deadline = None;
    report.campaign.authority.clear();
    let blank = day(&report);
    assert!(
        blank.contains("chậm nhất ngày …… tháng") && blank.starts_with("………………………\n"),
        "{blank}"
    );
}

#[test]
fn what_a_unit_is_called_or_writes_is_text_and_a_name_of_a_file() {
    let mut report = small::report();
    let rows = &mut report.levels[0].rows;
    // Two units whose names differ in signs that no file has; one has something of its own that it could not have.
    for row in rows.iter_mut() {
        match row.unit.code.as_str() {
            "A" => row.name = "Ban: A/B".to_string(),
            "B" => row.name = "Ban - A-B".to_string(),
            "C" => row.name = format!("{} {{{{Năm}}}} {}", HOSTILE.repeat(9), "dài ".repeat(50)),
            _ => {}
        }
    }
    let mut other = report.findings[0].clone();
    other.place.unit = Some(unit_id("tinh", "B"));
    report.findings.push(other);
    let made = of(&report);
    let names: BTreeSet<String> = made
        .units
        .iter()
        .map(|one| one.name.to_lowercase())
        .collect();
    assert_eq!(names.len(), 3, "{names:?}");
    for one in &made.units {
        assert!(
            !one.name
                .contains(['/', '\\', ':', '|', '<', '?', '*', '\u{1}']),
            "{}",
            one.name
        );
        assert!(one.name.chars().count() < 110, "{}", one.name);
        let xml = part(&one.bytes, "word/document.xml");
        assert!(!xml.contains("<b>") && !xml.contains('\u{1}'));
    }
    let hostile = made
        .units
        .iter()
        .map(|one| paragraphs(&one.bytes).join("\n"));
    // A name that looks like a field stays the name that it is.
    assert!(
        hostile
            .into_iter()
            .any(|text| text.contains(" {{Năm}} dài dài"))
    );
    let folder = TempDir::new().unwrap();
    stored::put(folder.path(), &made);
}

#[test]
fn a_template_is_read_as_the_office_saved_it() {
    let own = |kind: LetterKind| {
        let bytes = kind.built_in().unwrap();
        let path = kind.file_name().into();
        Some(OwnTemplate { path, bytes })
    };
    let templates = LetterTemplates::read(own).unwrap().unwrap();
    let report = small::report();
    assert_eq!(
        letters::letters(&report, &templates).unwrap().units,
        of(&report).units
    );
}
