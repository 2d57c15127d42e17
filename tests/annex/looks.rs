//! What was moved or looks otherwise is not put back without a word.

use std::fs;
use std::ops::Range;

use tonghop::output::annex::KeptBecause;

use super::kept::{DOCUMENT, PROSE, TRAINING, authored, desk, lines};
use super::put;

/// Where the control of a place stands in the body.
fn control(xml: &str, tag: &str) -> Range<usize> {
    let at = xml.find(&format!("w:val=\"tonghop:{tag}\"")).unwrap();
    let start = xml[..at].rfind("<w:sdt>").unwrap();
    let end = at + xml[at..].find("</w:sdt>").unwrap() + "</w:sdt>".len();
    start..end
}

/// The body with a place elsewhere: before the first `target`.
fn moved(xml: &str, tag: &str, target: &str) -> String {
    let own = control(xml, tag);
    let place = xml[own.clone()].to_string();
    let rest = format!("{}{}", &xml[..own.start], &xml[own.end..]);
    let at = rest.find(target).unwrap();
    format!("{}{place}{}", &rest[..at], &rest[at..])
}

/// What keeps the annex after a change of a part, which must stay as it is.
fn kept_after(part: &str, change: impl Fn(&str) -> String) -> Vec<KeptBecause> {
    let desk = desk();
    let before = desk.edit(part, change);
    let stored = put(&desk.report, &desk.path);
    let kept = stored.kept.into_iter().flat_map(|(_, why)| why).collect();
    let is_kept = stored.written.path == desk.second();
    assert_eq!(fs::read(&desk.path).unwrap() == before, is_kept);
    kept
}

#[test]
fn a_place_that_was_moved_is_told() {
    let desk = desk();
    desk.edit(DOCUMENT, |xml| {
        let xml = authored(xml, "dao-tao", PROSE);
        moved(
            &xml,
            "dao-tao",
            "<w:p><w:pPr><w:pStyle w:val=\"Muc\"/></w:pPr><w:r><w:t xml:space=\"preserve\">2.",
        )
    });
    let stored = put(&desk.report, &desk.path);
    let why = KeptBecause::Moved(vec![TRAINING.to_string()]);
    assert_eq!(stored.kept, [(desk.path.clone(), vec![why])]);
    // In the new one its text stands where the place belongs.
    assert!(lines(&desk.second()).contains("ổn định."));
    // Two places between the same two lines, one put before the other.
    let kept = kept_after(DOCUMENT, |xml| {
        moved(xml, "kinh-phi", &xml[control(xml, "van-ban-chi-dao")])
    });
    assert!(
        matches!(&kept[..], [KeptBecause::Moved(names)] if names.len() == 2 && names[0].starts_with("d) ")),
        "{kept:?}"
    );
    // Into a sentence of ours.
    let kept = kept_after(DOCUMENT, |xml| {
        let run = "<w:sdt><w:sdtPr><w:tag w:val=\"tonghop:dao-tao\"/></w:sdtPr><w:sdtContent><w:r><w:t>Ba chữ.</w:t></w:r></w:sdtContent></w:sdt>";
        let own = control(xml, "dao-tao");
        let before = xml[..own.start].rfind("</w:p>").unwrap();
        format!(
            "{}{run}{}{}",
            &xml[..before],
            &xml[before..own.start],
            &xml[own.end..]
        )
    });
    assert_eq!(kept, [KeptBecause::Moved(vec![TRAINING.to_string()])]);
}

#[test]
fn looks_outside_the_places_are_told() {
    let bold = "<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">- Trình";
    let styles = "word/styles.xml";
    for (part, from, to) in [
        (DOCUMENT, "<w:r><w:t xml:space=\"preserve\">- Trình", bold),
        (
            DOCUMENT,
            "<w:r><w:t xml:space=\"preserve\">- Trình",
            &bold.replace("<w:b/>", "<w:sz w:val=\"26\"/>"),
        ),
        (
            DOCUMENT,
            "<w:r><w:t xml:space=\"preserve\">- Trình",
            &bold.replace("<w:b/>", "<w:highlight w:val=\"yellow\"/>"),
        ),
        (
            DOCUMENT,
            "<w:pStyle w:val=\"Muc\"/>",
            "<w:pStyle w:val=\"Muc\"/><w:jc w:val=\"center\"/>",
        ),
        (
            DOCUMENT,
            "<w:pStyle w:val=\"Muc\"/>",
            "<w:pStyle w:val=\"Muc\"/><w:ind w:firstLine=\"0\"/>",
        ),
        (DOCUMENT, "<w:tcW w:w=\"1710\"", "<w:tcW w:w=\"1910\""),
        (
            DOCUMENT,
            "w:type=\"dxa\"/><w:vAlign",
            "w:type=\"dxa\"/><w:shd w:val=\"clear\" w:fill=\"FFFF00\"/><w:vAlign",
        ),
        (DOCUMENT, "w:left=\"1701\"", "w:left=\"1134\""),
        (
            styles,
            "<w:color w:val=\"C00000\"/>",
            "<w:color w:val=\"C00000\"/><!-- nobody sees it -->",
        ),
        (
            styles,
            "<w:i/><w:iCs/><w:sz w:val=\"26\"/>",
            "<w:sz w:val=\"26\"/>",
        ),
        (
            "word/footnotes.xml",
            "<w:r><w:t xml:space=\"preserve\"> Sở",
            "<w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\"> Sở",
        ),
    ] {
        let kept = kept_after(part, |xml| xml.replacen(from, to, 1));
        let expected: &[KeptBecause] = if to.contains("nobody") {
            &[]
        } else {
            &[KeptBecause::Looks]
        };
        assert_eq!(kept, expected, "{to}");
    }
}

#[test]
fn what_programs_write_otherwise_looks_the_same() {
    let kept = kept_after(DOCUMENT, |xml| {
        let run = "<w:r><w:t xml:space=\"preserve\">- Trình";
        let split = "<w:r w:rsidR=\"00AA\"><w:rPr><w:b w:val=\"false\"/><w:color w:val=\"auto\"/><w:u w:val=\"none\"/>\
            <w:sz w:val=\"28\"/><w:rFonts w:ascii=\"Times New Roman\"/></w:rPr><w:t xml:space=\"preserve\">- </w:t></w:r>\
            <w:proofErr w:type=\"spellStart\"/><w:r><w:t xml:space=\"preserve\">Trình";
        let xml = xml.replacen(run, split, 1);
        let xml = xml.replacen("<w:tcW w:w=\"1710\"", "<w:tcW w:w=\"1695\"", 1);
        let place = authored(
            &xml,
            "dao-tao",
            &PROSE.replace("<w:b/>", "<w:b/><w:sz w:val=\"40\"/>"),
        );
        place.replacen("<w:pStyle w:val=\"Diem\"/>", "<w:pStyle w:val=\"Diem\"/><w:spacing w:before=\"120\" w:after=\"121\" w:line=\"240\"/>", 1)
    });
    assert_eq!(kept, []);
}

#[test]
fn paragraphs_behind_a_place_belong_to_it() {
    let more = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Viết thêm.</w:t></w:r></w:p>";
    let behind = |xml: &str, tag: &str| {
        let own = control(xml, tag);
        format!("{}{more}{}", &xml[..own.end], &xml[own.end..])
    };
    let desk = desk();
    desk.edit(DOCUMENT, |xml| {
        let xml = authored(xml, "dao-tao", PROSE);
        behind(&behind(&xml, "dao-tao"), "han-che-attt")
    });
    let stored = put(&desk.report, &desk.path);
    assert!(stored.kept.is_empty(), "{:?}", stored.kept);
    assert_eq!(stored.carried, 2);
    let bytes = fs::read(&desk.path).unwrap();
    let text = lines(&desk.path);
    assert!(text.contains("Đoạn thứ hai.\nViết thêm.\n"), "{text}");
    assert!(
        text.contains("toàn thông tin mạng.]\nViết thêm.\n"),
        "{text}"
    );
    put(&desk.report, &desk.path);
    assert_eq!(fs::read(&desk.path).unwrap(), bytes);
    // Where anything else is changed as well, nobody can tell what belongs where.
    for to in ["mạng nội bộ rất tốt;", ""] {
        let kept = kept_after(DOCUMENT, |xml| {
            behind(xml, "dao-tao").replacen("mạng nội bộ;", to, 1)
        });
        assert_eq!(kept, [KeptBecause::Outside]);
    }
}

#[test]
fn a_table_of_the_author_is_no_change_of_looks() {
    let kept = kept_after(DOCUMENT, |xml| {
        let table = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"900\"/></w:tblGrid><w:tr><w:tc><w:tcPr>\
            <w:tcW w:w=\"900\" w:type=\"dxa\"/></w:tcPr><w:p><w:r><w:t>Bảng</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
        authored(xml, "dao-tao", &format!("{PROSE}{table}{PROSE}"))
    });
    assert_eq!(kept, []);
}
