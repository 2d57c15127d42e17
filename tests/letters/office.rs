//! What office programs make of letters and of their templates.

use std::fs;
use std::process::Command;

use tempfile::TempDir;
use tonghop::output::letters;
use tonghop::output::letters::templates::{LetterKind, LetterTemplates, OwnTemplate};

use super::stored::put;
use super::{of, paragraphs};
use crate::write::recalculation::convert;
use crate::write::small;

#[test]
#[ignore = "needs LibreOffice"]
fn a_template_that_libreoffice_saved_says_the_same() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("out");
    let own = |kind: LetterKind| {
        let path = folder.path().join(kind.file_name());
        fs::write(&path, kind.built_in().unwrap()).unwrap();
        convert(&path, "docx:MS Word 2007 XML", &out);
        let path = out.join(kind.file_name());
        let bytes = fs::read(&path).unwrap();
        Some(OwnTemplate { path, bytes })
    };
    let templates = LetterTemplates::read(own).unwrap().unwrap();
    let report = small::report();
    let (saved, ours) = (letters::letters(&report, &templates).unwrap(), of(&report));
    let pairs = saved.units.iter().zip(&ours.units);
    for (one, other) in pairs.chain(saved.reminder.iter().zip(&ours.reminder)) {
        assert_eq!(texts(&one.bytes), texts(&other.bytes), "{}", one.name);
    }
}

#[test]
#[ignore = "needs LibreOffice"]
fn a_letter_that_libreoffice_saved_needs_no_second() {
    let folder = TempDir::new().unwrap();
    let letters = folder.path().join("công văn");
    let mut made = of(&small::report());
    // What no person would write into a form LibreOffice writes otherwise.
    let is_plain = |bytes: &[u8]| !super::part(bytes, "word/document.xml").contains("_x0041_");
    made.units.retain(|one| is_plain(&one.bytes));
    put(&letters, &made);
    for one in made.units.iter().chain(&made.reminder) {
        let out = folder.path().join("out");
        convert(&letters.join(&one.name), "docx:MS Word 2007 XML", &out);
        fs::copy(out.join(&one.name), letters.join(&one.name)).unwrap();
    }
    let stored = put(&letters, &made);
    assert_eq!((stored.same.len(), stored.written.len()), (2, 0));
}

/// The text of a document, whatever program wrote it.
fn texts(docx: &[u8]) -> String {
    let xml = super::part(docx, "word/document.xml");
    let pieces = xml.split('<').filter_map(|piece| piece.split_once('>'));
    let text = pieces.filter(|(tag, _)| *tag == "w:t" || tag.starts_with("w:t "));
    text.map(|(_, text)| text.trim())
        .collect::<String>()
        .replace(' ', "")
}

#[test]
#[ignore = "needs LibreOffice and Python with python-docx"]
fn other_programs_open_letters() {
    let folder = TempDir::new().unwrap();
    let made = of(&small::report());
    let script = "import sys, docx\n\
        d = docx.Document(sys.argv[1])\n\
        for t in d.tables:\n\
        \x20   print(len(t.rows), t.rows[0].cells[0].text)\n\
        for p in d.paragraphs:\n\
        \x20   print(p.text)";
    for (number, one) in made.units.iter().chain(&made.reminder).enumerate() {
        let path = folder.path().join(format!("{number}.docx"));
        fs::write(&path, &one.bytes).unwrap();
        let output = Command::new("python3")
            .arg("-c")
            .arg(script)
            .arg(&path)
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
        let said = String::from_utf8(output.stdout).unwrap();
        let kinh_gui = paragraphs(&one.bytes)
            .into_iter()
            .find(|text| text.starts_with("Kính gửi"))
            .unwrap();
        assert!(said.contains(&kinh_gui) && said.contains("2 STT"), "{said}");
        convert(&path, "pdf", folder.path());
        let pdf = fs::read(path.with_extension("pdf")).unwrap();
        assert!(pdf.starts_with(b"%PDF"));
    }
}
