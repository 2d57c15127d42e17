//! The annex of the decision: everything that Decision 134 publishes stands in it, nothing that nobody reported, and nothing that its
//! author has written is lost.

mod change;
mod kept;
mod looks;
mod mistakes;
mod office;

use std::fs;
use std::path::Path;

use tempfile::TempDir;
use tonghop::output::annex::{self, Annex, AnnexBlock, AnnexRun};
use tonghop::result::report::Report;

use crate::decision;
use crate::letters::{paragraphs, part};
use crate::write::small::{self, HOSTILE};

/// The document of a report.
pub fn document(report: &Report) -> Vec<u8> {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("a-phu-luc.docx");
    let ready = annex::ready(&annex::annex(report), &path).unwrap();
    ready.bytes().to_vec()
}

/// A paragraph's text, with `^1` for a footnote.
pub fn text(runs: &[AnnexRun]) -> String {
    let texts = runs.iter().map(|run| match run {
        AnnexRun::Text(text) => text.clone(),
        AnnexRun::Footnote(number) => format!("^{number}"),
    });
    texts.collect()
}

/// The sentences of an annex, and its words to the author in brackets.
pub fn sentences(annex: &Annex) -> Vec<String> {
    let of = |block: &AnnexBlock| match block {
        AnnexBlock::Paragraph(runs) => Some(text(runs)),
        AnnexBlock::AuthorNote(note) => Some(format!("[{note}]")),
        _ => None,
    };
    annex.blocks.iter().filter_map(of).collect()
}

fn csv(name: &str) -> Vec<csv::StringRecord> {
    let path = format!("tests/data/kontum-2017/{name}");
    let mut reader = csv::Reader::from_path(path).unwrap();
    reader.records().map(Result::unwrap).collect()
}

/// A printed number as the annex writes it.
fn written(printed: &str) -> String {
    let number: tonghop::base::points::Decimal = printed.replace(',', ".").parse().unwrap();
    let shown = tonghop::base::lang::Lang::Vi.number(number);
    shown.replace('-', "\u{2212}")
}

/// Units whose printed total is not the sum of their printed groups; of one the grade hangs on it. The annex has the sums.
const WRONG_TOTALS: [&str; 12] = [
    "Sở Khoa học và Công nghệ",
    "Ban quản lý Khu kinh tế Kon Tum",
    "Sở Kế hoạch và Đầu tư",
    "Sở Thông tin và Truyền thông",
    "UBND huyện Sa Thầy",
    "UBND thành phố Kon Tum",
    "UBND huyện Tu Mơ Rông",
    "UBND huyện Đăk Glei",
    "UBND huyện Đăk Hà",
    "UBND huyện Đăk Tô",
    "UBND huyện Kon Plong",
    "UBND huyện IaH'drai",
];
/// The unit whose printed grade follows from its wrong total.
const WRONG_GRADE: &str = "Sở Khoa học và Công nghệ";

#[test]
fn every_published_row_stands_in_its_table() {
    let annex = annex::annex(decision::report());
    let tables = annex.blocks.iter().filter_map(|block| match block {
        AnnexBlock::Table(table) => Some(table),
        _ => None,
    });
    let tables: Vec<_> = tables.collect();
    let (mut rows, mut wrong) = (0, Vec::new());
    for record in csv("published-results.csv") {
        let table = tables[usize::from(&record[0] == "huyen")];
        let found = table
            .rows
            .iter()
            .find(|row| row[1].trim_end_matches([' ', '*']) == &record[2]);
        let row = found.unwrap_or_else(|| panic!("{} is not there", &record[2]));
        rows += 1;
        if record[3].is_empty() {
            assert!(row[2..].iter().all(String::is_empty), "{row:?}");
            assert_eq!(row[1], format!("{} *", &record[2]));
            continue;
        }
        let groups: Vec<String> = (3..10).map(|at| written(&record[at])).collect();
        assert_eq!(row[2..9], groups, "{}", &record[2]);
        if written(&record[10]) != row[9] {
            wrong.push(record[2].to_string());
            assert_eq!(row[9], written(&record[12]), "{}", &record[2]);
        }
        let is_other = &record[2] == WRONG_GRADE;
        assert_eq!(row[10] == record[11], !is_other, "{}", &record[2]);
    }
    assert_eq!(rows, 30);
    assert_eq!(wrong, WRONG_TOTALS);
    let heads = ["STT", "Tên đơn vị", "Hạ tầng kỹ thuật CNTT"];
    assert_eq!(tables[0].heads[..3], heads);
    assert_eq!(tables[0].heads[9..], ["Tổng điểm", "Xếp loại"]);
    // Places follow the sums: all rows but the two that the decision has the other way round, as its total of one is wrong.
    let names: Vec<&str> = tables[0].rows.iter().map(|row| row[1].as_str()).collect();
    assert_eq!(
        names[3..5],
        ["Văn phòng UBND tỉnh", "Sở Khoa học và Công nghệ **"]
    );
}

/// How each published statistic is said; `{}` is what is printed.
const SAID: &[(&str, &str)] = &[
    ("lan_share", "{} các đơn vị có mạng nội bộ"),
    ("wifi_share", "{} các đơn vị có mạng không dây"),
    ("pc_rate_tinh", "phục vụ công tác đạt {}"),
    ("pc_rate_huyen", "(CQNN cấp huyện) đạt {}"),
    ("leader_share", "{} các đơn vị bố trí cán bộ lãnh đạo"),
    ("it_staff_total", "chuyên trách về CNTT: {} người"),
    ("it_staff_master", "thạc sỹ có {} người"),
    ("it_staff_university", "đại học {} người"),
    ("it_staff_college", "cao đẳng {} người"),
    ("it_staff_other", "khác {} người"),
    (
        "trained_it_staff",
        "tập huấn cho {} người là cán bộ, công chức chuyên trách",
    ),
    (
        "trained_others",
        "tập huấn cho {} người là cán bộ, công chức, viên chức",
    ),
    ("internet_rate_tinh", "xử lý công việc đạt {}"),
    ("internet_rate_huyen", "cấp huyện đạt {}"),
    (
        "accounting_share",
        "{} các đơn vị sử dụng phần mềm tài chính",
    ),
    (
        "opensource_share",
        "{} các đơn vị sử dụng phần mềm mã nguồn mở",
    ),
    ("gov_mail_accounts", "khoảng {} tài khoản"),
    ("eoffice_linked", "cho {} đơn vị sử dụng phần mềm eOffice"),
    ("portal_share", "{} các đơn vị có trang thông tin điện tử"),
];

#[test]
fn every_published_statistic_note_and_footnote_is_said() {
    let report = decision::report();
    let annex = annex::annex(report);
    let docx = document(report);
    let all = paragraphs(&docx).join("\n");
    let has = |text: &str| assert!(all.contains(text), "{text}\n{all}");
    let printed = csv("published-statistics.csv");
    let of = |id: &str| printed.iter().find(|record| &record[1] == id).unwrap()[4].to_string();
    for (id, said) in SAID.iter().copied() {
        has(&said.replace("{}", &of(id)));
    }
    has("(cấp tỉnh 40/40, cấp huyện 50/50; 28/30 đơn vị có số liệu)");
    // Which units a footnote lists is published; in which order is the decision's own.
    let notes = part(&docx, "word/footnotes.xml");
    for (number, id) in ["policy_top", "security_top"].into_iter().enumerate() {
        let sorted = |list: &str| {
            let mut names: Vec<String> = list
                .trim_end_matches('.')
                .split("; ")
                .map(str::to_string)
                .collect();
            names.sort();
            names
        };
        assert_eq!(sorted(&annex.footnotes[number]), sorted(&of(id)), "{id}");
        assert!(notes.contains(&annex.footnotes[number]));
    }
    assert_eq!(annex.footnotes.len(), 2);
    for level in ["missing_tinh", "missing_huyen"] {
        has(&format!("* Chưa nộp phiếu: {}.", of(level)));
    }
    for (id, name) in &report.annex.sections {
        has(&format!("{id}) {name}"));
    }
    has("KẾT QUẢ\nĐÁNH GIÁ, XẾP LOẠI MỨC ĐỘ ỨNG DỤNG");
    has("(ban hành kèm theo Quyết định số ………/QĐ-UBND ngày ……/……/……… của UBND tỉnh Kon Tum)");
    assert!(annex.provisional.is_none() && !all.contains("chưa có số liệu"));
}

#[test]
fn the_same_report_gives_the_same_bytes_and_they_are_known_as_ours() {
    let report = small::report();
    let docx = document(&report);
    assert_eq!(docx, document(&report));
    assert!(annex::is_ours(&docx) && !annex::is_ours(b"PK"));
    assert!(!annex::is_ours(
        &fs::read("samples/decision-134.docx").unwrap()
    ));
    let body = part(&docx, "word/document.xml");
    assert_eq!(body.matches("<w:tblHeader/>").count(), report.levels.len());
    let rows = body.matches("<w:tr>").count();
    assert_eq!(body.matches("<w:cantSplit/>").count(), rows);
    assert!(body.contains("<w:titlePg/>") && body.contains("w:left=\"1701\""));
}

#[test]
fn names_from_workbooks_are_inert() {
    let mut report = small::report();
    let hostile = format!("</w:t><w:p> ]]> {{lan_share}} {HOSTILE}\u{202e}");
    report.levels[0].rows[0].name = hostile.clone();
    report.levels[0].gaps[0].name = hostile.clone();
    report.campaign.authority = hostile.clone();
    report.campaign.title = vec![hostile.clone()];
    report.statistics[0].name = hostile;
    let docx = document(&report);
    for name in [
        "word/document.xml",
        "word/footnotes.xml",
        "word/header2.xml",
    ] {
        let xml = part(&docx, name);
        assert!(
            !xml.contains(['\u{1}', '\u{7}', '\u{202e}']) && !xml.contains("]]>"),
            "{name}"
        );
        let mut reader = quick_xml::Reader::from_str(&xml);
        while !matches!(reader.read_event().unwrap(), quick_xml::events::Event::Eof) {}
    }
    let all = paragraphs(&docx).join("\n");
    assert!(all.contains("<w:p> ]]> {lan_share} =cmd"), "{all}");
}

#[test]
fn a_provisional_result_says_so_on_the_first_page_and_above_every_page() {
    let mut report = decision::report().clone();
    report.levels[0].rows[2].score.open = 2;
    let docx = document(&report);
    let text = "TẠM TÍNH – còn 2 tiêu chí chưa xác định điểm";
    for name in ["word/document.xml", "word/header1.xml", "word/header2.xml"] {
        assert!(part(&docx, name).contains(text), "{name}");
    }
    report.levels[0].rows[2].score.open = 0;
    report.campaign.unconfirmed = true;
    assert!(part(&document(&report), "word/header2.xml").contains("chưa được xác nhận"));
    assert!(!part(&document(decision::report()), "word/header2.xml").contains("TẠM TÍNH"));
}

#[test]
fn a_unit_with_open_criteria_has_bounds_and_a_note() {
    let mut report = decision::report().clone();
    let row = &mut report.levels[0].rows[2];
    row.score.open = 2;
    row.score.lowest = tonghop::base::points::Points::from(840);
    row.score.highest = tonghop::base::points::Points::from(870).into();
    (row.grading.best, row.grading.worst) = ("Tốt".to_string(), "Khá".to_string());
    let annex = annex::annex(&report);
    let table = annex.blocks.iter().find_map(|block| match block {
        AnnexBlock::Table(table) => Some(table),
        _ => None,
    });
    let row = &table.unwrap().rows[2];
    assert_eq!(row[1], "Sở Tài chính **");
    assert_eq!(row[9..], ["840 – 870", "Khá – Tốt"]);
    let note = annex.blocks.iter().any(|block| {
        matches!(block, AnnexBlock::TableNote(note) if note.starts_with("** Sở Tài chính: Tạm tính: còn 2 tiêu chí chưa xác định điểm; tổng điểm có thể từ 840 đến 870"))
    });
    assert!(note, "{:?}", annex.blocks);
}

/// A file's place in a folder of its own.
pub fn put(report: &Report, path: &Path) -> annex::StoredAnnex {
    let ready = annex::ready(&annex::annex(report), path).unwrap();
    ready.put().unwrap()
}
