//! Templates as Word writes them, and as it should not matter how.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::*;
use crate::base::error::{DocumentPart, TemplateProblem};

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
const LIST: &str = "dòng";

const fn field(name: &'static str, list: Option<&'static str>, is_needed: bool) -> FieldSpec {
    FieldSpec {
        name,
        about: Phrase { vi: "", en: "" },
        list,
        is_needed,
    }
}

static FIELDS: &[FieldSpec] = &[
    field("Tên đơn vị", None, false),
    field("Năm", None, false),
    field("STT", Some(LIST), false),
    field("Nội dung", Some(LIST), false),
    field("Lý do", Some("khác"), false),
];
static NEEDED: &[FieldSpec] = &[field("Tên đơn vị", None, true)];

fn types(more: &str) -> String {
    format!(
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>{more}</Types>"
    )
}

fn body(inner: &str) -> String {
    format!("<w:document {W}><w:body>{inner}</w:body></w:document>")
}

fn docx(inner: &str) -> Vec<u8> {
    let (types, body) = (types(""), body(inner));
    let parts = [
        ("[Content_Types].xml", types.as_str()),
        ("word/document.xml", body.as_str()),
        ("word/other.xml", "<other>{{không phải trường}}</other>"),
    ];
    package(&parts).unwrap()
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    let mut part = archive.by_name(name).unwrap();
    part.read_to_string(&mut text).unwrap();
    text
}

fn values() -> FieldValues {
    let line = |number: &str, text: &str| {
        vec![("STT", number.to_string()), ("Nội dung", text.to_string())]
    };
    FieldValues {
        single: vec![
            ("Tên đơn vị", "Sở Y tế".to_string()),
            ("Năm", "2017".to_string()),
        ],
        lists: vec![ListValues {
            list: LIST,
            none: "Không có.",
            rows: vec![line("1", "một"), line("2", "hai")],
        }],
    }
}

fn filled_with(inner: &str, values: &FieldValues) -> String {
    let template = DocxTemplate::read(docx(inner), FIELDS).unwrap();
    let bytes = template.fill(values).unwrap();
    assert_eq!(bytes, template.fill(values).unwrap());
    part(&bytes, "word/document.xml")
}

fn filled(inner: &str) -> String {
    filled_with(inner, &values())
}

/// The text of XML without its tags.
fn plain(xml: &str) -> String {
    let pieces = xml.split('<').filter_map(|piece| piece.split_once('>'));
    pieces.map(|(_, text)| text).collect()
}

fn problems(inner: &str) -> Vec<TemplateProblem> {
    let faults = DocxTemplate::read(docx(inner), FIELDS).unwrap_err();
    faults.into_iter().map(|fault| fault.problem).collect()
}

#[test]
fn a_field_is_found_wherever_word_splits_it() {
    let text = "A &amp; {{Tên đơn vị}}, {{ NĂM }}.";
    let is_cut_in_entity = |at: usize| {
        text[..at]
            .rfind('&')
            .is_some_and(|amp| !text[amp..at].contains(';'))
    };
    let places = (0..=text.len()).filter(|at| text.is_char_boundary(*at) && !is_cut_in_entity(*at));
    let mut seen = 0;
    for at in places {
        let (one, other) = text.split_at(at);
        for between in [
            "",
            "<w:proofErr w:type=\"spellStart\"/>",
            "<w:bookmarkStart w:id=\"1\" w:name=\"a\"/>",
        ] {
            let inner = format!(
                "<w:p><w:r><w:t>{one}</w:t></w:r>{between}<w:r><w:rPr><w:b/></w:rPr><w:t>{other}</w:t></w:r></w:p>"
            );
            let xml = filled(&inner);
            assert_eq!(plain(&xml), "A &amp; Sở Y tế, 2017.", "{at}");
            assert!(xml.contains(between) && xml.contains("<w:rPr><w:b/></w:rPr>"));
            seen += 1;
        }
    }
    assert!(seen > 90, "{seen}");
}

#[test]
fn a_field_takes_the_format_of_its_first_character() {
    let inner = "<w:p><w:r><w:t>{{Tên </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>đơn</w:t></w:r>\
                 <w:r><w:t xml:space=\"preserve\"> vị}} và</w:t></w:r></w:p>";
    let expected = "<w:p><w:r><w:t xml:space=\"preserve\">Sở Y tế</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\"></w:t></w:r>\
                    <w:r><w:t xml:space=\"preserve\"> và</w:t></w:r></w:p>";
    assert_eq!(filled(inner), body(expected));
}

#[test]
fn names_are_forgiven_what_people_forgive() {
    // Case, blanks, a tone mark on the other letter, letters with their marks apart.
    for name in [
        "tên đơn vị",
        " TÊN  ĐƠN VỊ ",
        "Te\u{302}n đơn vị",
        "Tên\u{a0}đơn vị",
    ] {
        let inner = format!("<w:p><w:r><w:t>{{{{{name}}}}}</w:t></w:r></w:p>");
        assert_eq!(plain(&filled(&inner)), "Sở Y tế", "{name}");
    }
}

#[test]
fn what_holds_no_field_keeps_its_bytes() {
    let inner = "<w:p  ><w:r><w:t>a{{Năm}}</w:t></w:r></w:p  ><!-- x --><w:p><w:r><w:t >b</w:t></w:r></w:p>";
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    // As no package of ours has it: not compressed.
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, text) in [
        ("[Content_Types].xml", types("")),
        ("word/document.xml", body(inner)),
        ("word/media/image1.png", "{{không phải trường}}".repeat(20)),
    ] {
        writer.start_file(name, stored).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    let bytes = writer.finish().unwrap().into_inner();
    let made = DocxTemplate::read(bytes.clone(), FIELDS).unwrap();
    let made = made.fill(&values()).unwrap();
    let raw = |bytes: &[u8]| {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let index = archive.index_for_name("word/media/image1.png").unwrap();
        let mut raw = Vec::new();
        let mut part = archive.by_index_raw(index).unwrap();
        part.read_to_end(&mut raw).unwrap();
        raw
    };
    assert_eq!(raw(&made), raw(&bytes));
    let expected = "<w:p  ><w:r><w:t xml:space=\"preserve\">a2017</w:t></w:r></w:p  ><!-- x --><w:p><w:r><w:t >b</w:t></w:r></w:p>";
    assert_eq!(part(&made, "word/document.xml"), body(expected));
}

const ROW: &str = "<w:tr w14:paraId=\"0A\" w:rsidR=\"1\"><w:tc><w:p w14:paraId=\"0B\" w14:textId=\"77\"><w:bookmarkStart w:id=\"3\" w:name=\"x\"/><w:r><w:t>{{STT}}. {{Nội dung}} {{Năm}}</w:t></w:r><w:bookmarkEnd w:id=\"3\"/></w:p></w:tc></w:tr>";
const HEAD: &str =
    "<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p><w:r><w:t>Đầu</w:t></w:r></w:p></w:tc></w:tr>";

#[test]
fn a_row_is_repeated_and_its_marks_are_not() {
    let xml = filled(&format!("<w:tbl>{HEAD}{ROW}</w:tbl>"));
    assert_eq!(plain(&xml), "Đầu1. một 20172. hai 2017");
    for once in [
        "0A",
        "0B",
        "bookmarkStart",
        "bookmarkEnd",
        "tblHeader",
        "w14:textId",
    ] {
        assert_eq!(xml.matches(once).count(), 1, "{once}: {xml}");
    }
    assert_eq!(xml.matches("<w:tr w").count(), 2);
}

#[test]
fn an_empty_list_is_a_sentence() {
    let mut values = values();
    values.lists[0].rows.clear();
    let xml = filled_with(&format!("<w:tbl>{HEAD}{ROW}</w:tbl><w:p/>"), &values);
    let expected = "<w:p><w:r><w:t xml:space=\"preserve\">Không có.</w:t></w:r></w:p><w:p/>";
    assert_eq!(xml, body(expected));
}

#[test]
fn a_value_is_text_whatever_it_says() {
    let mut values = values();
    values.single[0].1 = "</w:t>&<b> {{Năm}} ]]>\u{202e}\u{1}\nhai".to_string();
    values.single[1].1 = " \t ".to_string();
    let xml = filled_with(
        "<w:p><w:r><w:t>{{Tên đơn vị}} {{Năm}}</w:t></w:r></w:p>",
        &values,
    );
    assert!(
        xml.contains("&lt;/w:t&gt;&amp;&lt;b&gt; {{Năm}} ]]&gt;"),
        "{xml}"
    );
    assert!(xml.contains("</w:t><w:br/><w:t"), "{xml}");
    assert!(!xml.contains('\u{202e}') && !xml.contains('\u{1}'));
    // What is blank is a place to fill in.
    assert!(xml.contains(&format!("hai {BLANK}")), "{xml}");
    // It is a document still, in which the name of a field that came as a value is no field.
    let again = docx_of(&xml);
    assert!(DocxTemplate::read(again, FIELDS).is_ok());
}

fn docx_of(xml: &str) -> Vec<u8> {
    let types = types("");
    package(&[("[Content_Types].xml", &types), ("word/document.xml", xml)]).unwrap()
}

#[test]
fn all_that_is_wrong_is_told_with_its_place() {
    let inner = "<w:p><w:r><w:t>Gửi {{Tên đon vị}} và {{Quê quán}}</w:t></w:r></w:p>\
        <w:p><w:r><w:t>{{Năm</w:t></w:r></w:p><w:p><w:r><w:t>}}</w:t></w:r></w:p>\
        <w:p><w:r><w:t>{Năm}</w:t></w:r></w:p>\
        <w:p><w:r><w:t>{{STT}}</w:t></w:r></w:p>\
        <w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>{{STT}} {{Lý do}}</w:t></w:r></w:p></w:tc></w:tr>\
        <w:tr><w:tc><w:p><w:r><w:t>{{STT}}</w:t><w:drawing/></w:r></w:p></w:tc></w:tr></w:tbl>";
    let faults = DocxTemplate::read(docx(inner), FIELDS).unwrap_err();
    let said: Vec<String> = faults
        .iter()
        .map(|fault| fault.said(crate::base::lang::Lang::Vi))
        .collect();
    assert_eq!(faults.len(), 9, "{said:#?}");
    assert!(
        said[0].contains("thân văn bản, đoạn “Gửi {{Tên đon vị}}"),
        "{}",
        said[0]
    );
    assert!(
        said[0].contains("{{Tên đon vị}}") && said[0].ends_with("{{Tên đơn vị}}"),
        "{}",
        said[0]
    );
    assert!(
        said[1].contains("{{Quê quán}}") && said[1].contains("{{Nội dung}}"),
        "{}",
        said[1]
    );
    assert!(said[2].contains("không đi thành cặp") && said[3].contains("không đi thành cặp"));
    assert!(
        said[4].contains("{Năm}") && said[4].ends_with("ghi {{Năm}}"),
        "{}",
        said[4]
    );
    assert!(
        said[5].contains("{{STT}} thuộc một danh sách"),
        "{}",
        said[5]
    );
    assert!(
        said[6].contains("bảng 1, dòng 1, ô 2") && said[6].contains("{{Lý do}}"),
        "{}",
        said[6]
    );
    assert!(
        said[7].contains("hình ảnh") && said[7].contains("dòng 2, ô 1"),
        "{}",
        said[7]
    );
    assert!(said[8].contains("bảng khác"), "{}", said[8]);
}

#[test]
fn a_header_is_looked_at_and_a_field_may_be_needed() {
    let more = "<Override PartName=\"/word/header1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml\"/>";
    let (types, body) = (types(more), body("<w:p/>"));
    let header = |text: &str| format!("<w:hdr {W}><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:hdr>");
    let of = |header: &str| {
        package(&[
            ("[Content_Types].xml", &types),
            ("word/document.xml", &body),
            ("word/header1.xml", header),
        ])
        .unwrap()
    };
    let faults = DocxTemplate::read(of(&header("{{a}}")), NEEDED).unwrap_err();
    assert_eq!(faults[0].place.as_ref().unwrap().part, DocumentPart::Header);
    assert_eq!(
        faults[1].problem,
        TemplateProblem::Missing("Tên đơn vị".to_string())
    );
    let template = DocxTemplate::read(of(&header("{{Tên đơn vị}}")), NEEDED).unwrap();
    let made = template.fill(&values()).unwrap();
    assert_eq!(plain(&part(&made, "word/header1.xml")), "Sở Y tế");
}

#[test]
fn what_is_no_document_is_refused() {
    assert_eq!(problems_of(b"no zip"), [TemplateProblem::NotADocument]);
    for inner in [
        "<w:p>",
        "<w:p><w:r><w:t>&unknown;</w:t></w:r></w:p>",
        "</w:body>",
    ] {
        assert_eq!(problems(inner), [TemplateProblem::NotADocument], "{inner}");
    }
    let deep = ["<w:a>", "</w:a>"].map(|tag| tag.repeat(600)).concat();
    assert_eq!(problems(&deep), [TemplateProblem::NotADocument]);
    let bomb = docx(&format!("<w:p>{}</w:p>", " ".repeat(33 * 1024 * 1024)));
    assert_eq!(problems_of(&bomb), [TemplateProblem::TooLarge]);
    let doctype = "<!DOCTYPE a [<!ENTITY b \"c\">]><w:document xmlns:w=\"a\"/>";
    assert_eq!(
        problems_of(&docx_of(doctype)),
        [TemplateProblem::NotADocument]
    );
}

fn problems_of(bytes: &[u8]) -> Vec<TemplateProblem> {
    let faults = DocxTemplate::read(bytes.to_vec(), FIELDS).unwrap_err();
    faults.into_iter().map(|fault| fault.problem).collect()
}

#[test]
fn text_of_a_box_and_text_that_was_deleted_are_what_they_are() {
    let inner = "<w:p><w:r><w:t>{{N</w:t></w:r><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>{{Năm}}!</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>\
        <w:del><w:r><w:delText>{{x}}</w:delText></w:r></w:del><w:r><w:instrText>{{y}}</w:instrText></w:r><w:r><w:t>ăm}}</w:t></w:r></w:p>";
    assert_eq!(
        plain(&filled(inner)),
        "2017!{{x}}{{y}}".replace("2017!", "20172017!")
    );
}
