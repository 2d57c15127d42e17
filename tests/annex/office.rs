//! The annex in other people's programs.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;
use tonghop::output::annex::{KeptBecause, StoredAnnex};
use tonghop::result::report::Report;

use super::{kept, paragraphs, put};
use crate::decision;
use crate::letters::part;
use crate::printed::pages;
use crate::write::recalculation::convert;

#[test]
#[ignore = "needs LibreOffice, pdftotext and python-docx"]
fn the_annex_opens_in_other_programs_and_survives_them() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("kontum-phu-luc.docx");
    let report = decision::report();
    put(report, &path);
    let script = "import sys, docx\n\
        d = docx.Document(sys.argv[1])\n\
        assert [len(t.rows) for t in d.tables] == [21, 11], [len(t.rows) for t in d.tables]\n\
        assert d.sections[0].different_first_page_header_footer\n\
        assert any('97,93%' in p.text for p in d.paragraphs)\n";
    let run = Command::new("python3")
        .args(["-c", script])
        .arg(&path)
        .output()
        .unwrap();
    assert!(
        run.status.success(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
    let pages = pages(&path);
    let text = pages.concat();
    assert!(text.contains("97,93%") && text.contains("889,2"));
    assert!((3..=5).contains(&pages.len()), "{}", pages.len());
    let number = |page: &str| page.trim_start().lines().next().unwrap().trim().to_string();
    assert_ne!(number(&pages[0]), "1");
    assert!(
        (2..=pages.len()).all(|page| number(&pages[page - 1]) == page.to_string()),
        "{text}"
    );
    // Saved by LibreOffice with the author's words in it, and written again.
    let bytes = kept::edited(&fs::read(&path).unwrap(), "word/document.xml", |xml| {
        xml.replacen("[Người soạn viết: Sự quan tâm", "[Đã viết: Sự quan tâm", 1)
    });
    fs::write(&path, bytes).unwrap();
    let saved = folder.path().join("saved");
    convert(&path, "docx", &saved);
    fs::copy(saved.join("kontum-phu-luc.docx"), &path).unwrap();
    let stored = put(report, &path);
    assert!(stored.kept.is_empty(), "{:?}", stored.kept);
    assert_eq!(stored.carried, 1);
    let all = paragraphs(&fs::read(&path).unwrap()).join("\n");
    assert!(all.contains("[Đã viết: Sự quan tâm"), "{all}");
}

#[test]
#[ignore = "needs LibreOffice and pdftotext"]
fn headings_stand_on_every_page_of_a_long_table() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("dai-phu-luc.docx");
    let mut report = decision::report().clone();
    let rows = report.levels[0].rows.clone();
    for _ in 0..4 {
        report.levels[0].rows.extend(rows.iter().cloned());
    }
    report.levels.truncate(1);
    put(&report, &path);
    let pages = pages(&path);
    let tables: Vec<&String> = pages
        .iter()
        .filter(|page| page.contains("Sở Tài chính") && page.contains("869,7"))
        .collect();
    assert!(tables.len() > 2, "{pages:?}");
    assert!(tables.iter().all(|page| page.contains("STT")), "{pages:?}");
}

/// An annex saved by `LibreOffice`, and written again.
fn saved_and_put(report: &Report, folder: &Path, change: impl Fn(&str) -> String) -> StoredAnnex {
    let path = folder.join("kontum-phu-luc.docx");
    put(report, &path);
    let bytes = kept::edited(&fs::read(&path).unwrap(), kept::DOCUMENT, change);
    fs::write(&path, bytes).unwrap();
    let saved = folder.join("saved");
    convert(&path, "docx", &saved);
    fs::copy(saved.join("kontum-phu-luc.docx"), &path).unwrap();
    put(report, &path)
}

#[test]
#[ignore = "needs LibreOffice"]
fn several_paragraphs_in_a_place_come_back_whole_from_libreoffice() {
    let folder = TempDir::new().unwrap();
    let paragraphs_of = |count: usize| -> String {
        let one = |number| {
            format!(
                "<w:p><w:pPr><w:pStyle w:val=\"NoiDung\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Đoạn {number} có chữ </w:t></w:r>\
                <w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t>đậm.</w:t></w:r></w:p>"
            )
        };
        (1..=count).map(one).collect()
    };
    let stored = saved_and_put(decision::report(), folder.path(), |xml| {
        let xml = kept::authored(xml, "dao-tao", &paragraphs_of(3));
        kept::authored(&xml, "han-che-attt", &paragraphs_of(2))
    });
    assert!(stored.kept.is_empty(), "{:?}", stored.kept);
    assert_eq!(stored.carried, 2);
    let bytes = fs::read(&stored.written.path).unwrap();
    let all = paragraphs(&bytes).join("\n");
    assert!(
        all.contains("\nĐoạn 1 có chữ đậm.\nĐoạn 2 có chữ đậm.\nĐoạn 3 có chữ đậm.\n"),
        "{all}"
    );
    assert_eq!(all.matches("Đoạn 2 có chữ đậm.").count(), 2);
    let body = part(&bytes, kept::DOCUMENT);
    let bold = body.split("Đoạn 3 có chữ").nth(1).unwrap();
    assert!(
        bold.split("đậm.").next().unwrap().contains("<w:b/>"),
        "{bold}"
    );
}

#[test]
#[ignore = "needs LibreOffice"]
fn an_annex_of_pages_that_lie_looks_the_same_when_libreoffice_saved_it() {
    let mut report = decision::report().clone();
    report.levels[0].rows[2].score.open = 2;
    for group in &mut report.groups {
        group.name = format!("{} trongmộttừrấtdài", group.name);
    }
    let folder = TempDir::new().unwrap();
    let stored = saved_and_put(&report, folder.path(), |xml| {
        assert!(xml.contains("landscape"));
        kept::authored(xml, "dao-tao", kept::PROSE)
    });
    assert!(stored.kept.is_empty(), "{:?}", stored.kept);
    assert_eq!(stored.carried, 1);
    // And what somebody made bold is told there as well.
    fs::remove_file(&stored.written.path).unwrap();
    let stored = saved_and_put(&report, folder.path(), |xml| {
        let run = "<w:r><w:t xml:space=\"preserve\">- Trình";
        xml.replacen(run, &run.replace("<w:t ", "<w:rPr><w:b/></w:rPr><w:t "), 1)
    });
    let why: Vec<KeptBecause> = stored.kept.into_iter().flat_map(|(_, why)| why).collect();
    assert_eq!(why, [KeptBecause::Looks]);
}
