//! What an author has written stays, whatever is written again.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use tonghop::output::annex::KeptBecause;
use tonghop::result::report::Report;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::{paragraphs, put};
use crate::decision;
use crate::letters::part;

/// A document with one part changed, saved as another program would.
pub fn edited(bytes: &[u8], name: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let own = entry.name().unwrap().into_owned();
        let mut text = String::new();
        entry.read_to_string(&mut text).unwrap();
        if own == name {
            let new = change(&text);
            assert_ne!(new, text, "nothing was changed in {name}");
            text = new;
        }
        writer
            .start_file(own, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

pub const DOCUMENT: &str = "word/document.xml";
/// What a reader calls two of the places.
pub const TRAINING: &str = "b) Nguồn nhân lực ứng dụng CNTT – “Sự quan tâm đối với công tác…”";
const EOFFICE: &str = "c) Các phần mềm ứng dụng – “Hiệu quả của phần mềm eOffice trong…”";

/// What a control of the body holds, replaced as an author does in Word.
pub fn authored(xml: &str, tag: &str, content: &str) -> String {
    let at = xml.find(&format!("w:val=\"tonghop:{tag}\"")).unwrap();
    let start = at + xml[at..].find("<w:sdtContent>").unwrap() + "<w:sdtContent>".len();
    let end = start + xml[start..].find("</w:sdtContent>").unwrap();
    let head = xml[at..start].replace("<w:showingPlcHdr/>", "");
    format!("{}{head}{content}{}", &xml[..at], &xml[end..])
}

pub const PROSE: &str = "<w:p w:rsidR=\"00AA11BB\"><w:pPr><w:pStyle w:val=\"NoiDung\"/></w:pPr><w:proofErr w:type=\"spellStart\"/>\
    <w:r><w:rPr><w:b/></w:rPr><w:t>Mạng nội bộ</w:t></w:r><w:r><w:t xml:space=\"preserve\"> đáp ứng &amp; ổn định.</w:t></w:r></w:p>\
    <w:p><w:r><w:t>Đoạn thứ hai.</w:t></w:r></w:p>";

pub struct Desk {
    _folder: TempDir,
    pub path: PathBuf,
    pub report: Report,
}

pub fn desk() -> Desk {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("kontum-phu-luc.docx");
    let report = decision::report().clone();
    let stored = put(&report, &path);
    assert!(stored.kept.is_empty() && stored.carried == 0 && stored.places == 12);
    Desk {
        _folder: folder,
        path,
        report,
    }
}

impl Desk {
    pub fn edit(&self, name: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
        let bytes = edited(&fs::read(&self.path).unwrap(), name, change);
        fs::write(&self.path, &bytes).unwrap();
        bytes
    }

    pub fn second(&self) -> PathBuf {
        self.path.with_file_name("kontum-phu-luc_2.docx")
    }
}

pub fn lines(path: &Path) -> String {
    paragraphs(&fs::read(path).unwrap()).join("\n")
}

#[test]
fn the_authors_text_stands_in_the_next_annex() {
    let mut desk = desk();
    desk.edit(DOCUMENT, |xml| {
        let xml = authored(xml, "mang-noi-bo", PROSE);
        let decided =
            "<w:p><w:r><w:t>(ban hành kèm theo Quyết định số 134/QĐ-UBND)</w:t></w:r></w:p>";
        authored(&xml, "quyet-dinh", decided)
    });
    desk.report.campaign.title = vec!["KẾT QUẢ MỚI".to_string()];
    let stored = put(&desk.report, &desk.path);
    assert!(stored.kept.is_empty(), "{:?}", stored.kept);
    assert_eq!((stored.carried, &stored.written.path), (2, &desk.path));
    let bytes = fs::read(&desk.path).unwrap();
    let all = paragraphs(&bytes).join("\n");
    assert!(all.contains("KẾT QUẢ MỚI"), "{all}");
    assert!(
        all.contains("Mạng nội bộ đáp ứng & ổn định.\nĐoạn thứ hai."),
        "{all}"
    );
    assert!(
        all.contains("134/QĐ-UBND") && !all.contains("số ………"),
        "{all}"
    );
    let body = part(&bytes, DOCUMENT);
    assert!(body.contains("<w:rPr><w:b/></w:rPr><w:t>Mạng nội bộ</w:t>"));
    assert!(!body.contains("proofErr") && !body.contains("rsid"));
    // And run after run: the same bytes.
    put(&desk.report, &desk.path);
    assert_eq!(fs::read(&desk.path).unwrap(), bytes);
    assert!(!desk.second().exists());
}

#[test]
fn a_change_outside_the_places_keeps_the_file() {
    for (name, from, to) in [
        (DOCUMENT, "mạng nội bộ;", "mạng nội bộ rất tốt;"),
        (DOCUMENT, ">332,7<", ">999<"),
        (
            DOCUMENT,
            "<w:p><w:pPr><w:pStyle w:val=\"Muc\"/></w:pPr>",
            "<w:p><w:r><w:drawing/></w:r></w:p><w:p><w:pPr><w:pStyle w:val=\"Muc\"/></w:pPr>",
        ),
        (
            DOCUMENT,
            "<w:p><w:pPr><w:pStyle w:val=\"Muc\"/></w:pPr>",
            "<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r></w:p><w:p><w:pPr><w:pStyle w:val=\"Muc\"/></w:pPr>",
        ),
        (
            DOCUMENT,
            "<w:p><w:pPr><w:pStyle w:val=\"Muc\"/></w:pPr>",
            "<w:p><w:pPr><w:pStyle w:val=\"Muc\"/></w:pPr><w:r><w:endnoteReference w:id=\"2\"/></w:r>",
        ),
        (
            DOCUMENT,
            "<w:p><w:pPr><w:pStyle w:val=\"Muc\"/></w:pPr>",
            "<w:p><w:r><w:t>[Lưu ý người soạn: hỏi lại Sở Y tế]</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val=\"Muc\"/></w:pPr>",
        ),
        ("word/footnotes.xml", "Sở Y Tế", "Sở Y tế"),
        (
            "word/header2.xml",
            "<w:p>",
            "<w:p><w:r><w:t>MẬT</w:t></w:r></w:p><w:p>",
        ),
    ] {
        let desk = desk();
        let before = desk.edit(name, |xml| {
            let xml = xml.replacen(from, to, 1);
            if name == DOCUMENT {
                authored(&xml, "mang-noi-bo", PROSE)
            } else {
                xml
            }
        });
        let stored = put(&desk.report, &desk.path);
        assert_eq!(
            stored.kept,
            [(desk.path.clone(), vec![KeptBecause::Outside])],
            "{from}"
        );
        assert_eq!(stored.written.path, desk.second());
        assert_eq!(fs::read(&desk.path).unwrap(), before);
        // What the author wrote stands in the new one as well, which the next run replaces.
        assert_eq!(lines(&desk.second()).contains("ổn định."), name == DOCUMENT);
        let again = put(&desk.report, &desk.path);
        assert_eq!(again.written.path, desk.second());
    }
}

#[test]
fn a_place_that_is_gone_keeps_the_file() {
    let desk = desk();
    let before = desk.edit(DOCUMENT, |xml| {
        let at = xml.find("w:val=\"tonghop:dao-tao\"").unwrap();
        let start = xml[..at].rfind("<w:sdt>").unwrap();
        let end = at + xml[at..].find("</w:sdt>").unwrap() + "</w:sdt>".len();
        format!("{}{}", &xml[..start], &xml[end..])
    });
    let stored = put(&desk.report, &desk.path);
    let gone = KeptBecause::Gone(vec![TRAINING.to_string()]);
    assert_eq!(stored.kept, [(desk.path.clone(), vec![gone])]);
    assert_eq!(fs::read(&desk.path).unwrap(), before);
    assert!(lines(&desk.second()).contains("[Người soạn viết: Sự quan tâm"));
}

#[test]
fn a_place_that_stands_twice_keeps_the_file() {
    let desk = desk();
    desk.edit(DOCUMENT, |xml| {
        let at = xml.find("w:val=\"tonghop:dao-tao\"").unwrap();
        let start = xml[..at].rfind("<w:sdt>").unwrap();
        let end = at + xml[at..].find("</w:sdt>").unwrap() + "</w:sdt>".len();
        format!("{}{}", &xml[..end], &xml[start..])
    });
    let twice = KeptBecause::Twice(vec![TRAINING.to_string()]);
    let kept = put(&desk.report, &desk.path).kept;
    assert!(kept[0].1.contains(&twice), "{kept:?}");
}

#[test]
fn a_symbol_alone_is_what_an_author_has_written() {
    let desk = desk();
    let symbol = "<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r></w:p>";
    desk.edit(DOCUMENT, |xml| authored(xml, "eoffice", symbol));
    let stored = put(&desk.report, &desk.path);
    assert!(stored.kept.is_empty(), "{:?}", stored.kept);
    assert_eq!(stored.carried, 1);
    let body = part(&fs::read(&desk.path).unwrap(), DOCUMENT);
    assert!(body.contains("<w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/>"));
}

#[test]
fn what_needs_another_part_is_not_taken_over_by_halves() {
    for content in [
        "<w:p><w:r><w:t>Xem hình</w:t></w:r><w:r><w:drawing/></w:r></w:p>",
        "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>Một</w:t></w:r></w:p>",
        "<w:p><w:hyperlink r:id=\"rId9\"><w:r><w:t>Liên kết</w:t></w:r></w:hyperlink></w:p>",
        "<w:p><w:pPr><w:pStyle w:val=\"KieuRieng\"/></w:pPr><w:r><w:t>Kiểu</w:t></w:r></w:p>",
        "<w:p><w:r><w:drawing/></w:r></w:p>",
    ] {
        let desk = desk();
        let before = desk.edit(DOCUMENT, |xml| authored(xml, "eoffice", content));
        let stored = put(&desk.report, &desk.path);
        let why = KeptBecause::NotText(vec![EOFFICE.to_string()]);
        assert_eq!(stored.kept, [(desk.path.clone(), vec![why])], "{content}");
        assert_eq!(fs::read(&desk.path).unwrap(), before);
    }
}

#[test]
fn text_whose_place_the_scheme_no_longer_has_is_not_lost() {
    let mut desk = desk();
    let before = desk.edit(DOCUMENT, |xml| authored(xml, "eoffice", PROSE));
    let sentences = &mut desk.report.annex.sentences;
    sentences.retain(|one| one.blank.as_deref() != Some("eoffice"));
    let stored = put(&desk.report, &desk.path);
    let why = KeptBecause::NoPlace(vec!["“Mạng nội bộ đáp ứng & ổn…”".to_string()]);
    assert_eq!(stored.kept, [(desk.path.clone(), vec![why])]);
    assert_eq!(fs::read(&desk.path).unwrap(), before);
}

#[test]
fn a_prompt_that_nobody_touched_follows_the_scheme_and_notes_may_be_deleted() {
    let mut desk = desk();
    let all = desk.report.annex.sentences.iter_mut();
    for one in all.filter(|one| one.blank.as_deref() == Some("eoffice")) {
        one.text = "Lời nhắc mới.".to_string();
    }
    let stored = put(&desk.report, &desk.path);
    assert!(stored.kept.is_empty() && stored.carried == 0);
    assert!(lines(&desk.path).contains("[Người soạn viết: Lời nhắc mới.]"));
    // A word to the author is deleted before the annex is signed.
    let given = desk.report.statistics.iter_mut();
    for one in given.filter(|one| one.id == "gov_mail_accounts") {
        one.outcome = tonghop::judge::statistics::Outcome::Given {
            value: None,
            of: None,
        };
    }
    put(&desk.report, &desk.path);
    desk.edit(DOCUMENT, |xml| {
        let at = xml.find("[Lưu ý người soạn: ").unwrap();
        let start = xml[..at].rfind("<w:p>").unwrap();
        let end = at + xml[at..].find("</w:p>").unwrap() + "</w:p>".len();
        format!("{}{}", &xml[..start], &xml[end..])
    });
    assert!(put(&desk.report, &desk.path).kept.is_empty());
    // Its text is changed, in its brackets or behind them.
    for (from, to) in [
        ("soạn: chưa", "soạn: nay chưa"),
        ("]</w:t>", "] Có 28/30 đơn vị.</w:t>"),
    ] {
        put(&desk.report, &desk.path);
        let before = desk.edit(DOCUMENT, |xml| {
            let at = xml.find("[Lưu ý người soạn: ").unwrap();
            format!("{}{}", &xml[..at], xml[at..].replacen(from, to, 1))
        });
        let kept = put(&desk.report, &desk.path).kept;
        assert_eq!(
            kept,
            [(desk.path.clone(), vec![KeptBecause::Outside])],
            "{to}"
        );
        assert_eq!(fs::read(&desk.path).unwrap(), before);
        fs::remove_file(&desk.path).unwrap();
        fs::remove_file(desk.second()).unwrap();
    }
}

#[test]
fn a_file_of_somebody_else_stays() {
    let desk = desk();
    fs::copy("samples/decision-134.docx", &desk.path).unwrap();
    let stored = put(&desk.report, &desk.path);
    assert_eq!(
        stored.kept,
        [(desk.path.clone(), vec![KeptBecause::NotOurs])]
    );
    assert_eq!(
        fs::read(&desk.path).unwrap(),
        fs::read("samples/decision-134.docx").unwrap()
    );
}

#[test]
#[cfg(not(windows))]
fn an_annex_that_is_open_stays_and_is_told() {
    let desk = desk();
    for owner in ["~$ntum-phu-luc.docx", ".~lock.kontum-phu-luc.docx#"] {
        let before = desk.edit(DOCUMENT, |xml| {
            authored(xml, "dao-tao", &PROSE.replace("hai", owner))
        });
        let owner = desk.path.with_file_name(owner);
        fs::write(&owner, "x").unwrap();
        // Run after run it is the same second file, with what was saved so far.
        for _ in 0..2 {
            let stored = put(&desk.report, &desk.path);
            assert_eq!(stored.kept, [(desk.path.clone(), vec![KeptBecause::Open])]);
            assert_eq!(stored.written.path, desk.second());
            assert_eq!(fs::read(&desk.path).unwrap(), before);
            assert!(lines(&desk.second()).contains("ổn định."));
        }
        fs::remove_file(owner).unwrap();
        fs::remove_file(desk.second()).unwrap();
        assert!(put(&desk.report, &desk.path).kept.is_empty());
    }
}

#[test]
fn words_in_an_annex_of_a_higher_number_are_told() {
    let desk = desk();
    let with = |tag| {
        let plain = fs::read(&desk.path).unwrap();
        let new = edited(&plain, DOCUMENT, |xml| authored(xml, tag, PROSE));
        fs::write(desk.second(), new).unwrap();
    };
    with("dao-tao");
    let stored = put(&desk.report, &desk.path);
    assert_eq!(stored.written.path, desk.path);
    assert_eq!(stored.besides, [desk.second()]);
    assert!(lines(&desk.second()).contains("ổn định."));
    // The same words in both, or a file that is none of ours.
    let second = fs::read(desk.second()).unwrap();
    fs::write(&desk.path, second).unwrap();
    assert_eq!(put(&desk.report, &desk.path).besides, [] as [PathBuf; 0]);
    fs::write(desk.second(), "x").unwrap();
    assert_eq!(put(&desk.report, &desk.path).besides, [] as [PathBuf; 0]);
}
