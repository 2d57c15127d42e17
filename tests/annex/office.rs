//! The annex in other people's programs.

use std::fs;
use std::process::Command;

use tempfile::TempDir;

use super::{kept, paragraphs, put};
use crate::decision;
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
