//! What an office program prints: workbooks and letters as PDF, read by pdftotext. Words and numbers are there, no number is
//! `###`, sheets have the pages that they had when they were looked at, and each page of a table repeats its head.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use tempfile::TempDir;

use crate::write::recalculation::convert;

/// A printed page. Text is compared without white space: pdftotext puts some where letters stand apart.
struct Page {
    text: String,
}

impl Page {
    fn says(&self, words: &str) -> bool {
        self.text.contains(&bare(words))
    }
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The pages of a file as an office program prints it, laid out. No page may hold a number that its column is too narrow for.
pub fn pages(file: &Path) -> Vec<String> {
    let folder = TempDir::new().unwrap();
    convert(file, "pdf", folder.path());
    let mut written = fs::read_dir(folder.path()).unwrap();
    let output = Command::new("pdftotext")
        .arg("-layout")
        .arg(written.next().unwrap().unwrap().path())
        .arg("-")
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(!text.contains("###"), "{}: {text}", file.display());
    let pages = text.trim_end_matches('\u{c}').split('\u{c}');
    pages.map(str::to_string).collect()
}

fn printed(file: &Path) -> Vec<Page> {
    let pages = pages(file).into_iter();
    pages.map(|page| Page { text: bare(&page) }).collect()
}

/// What the commands wrote for the sample, by their own names, made once.
fn written() -> &'static Path {
    static WRITTEN: OnceLock<TempDir> = OnceLock::new();
    let folder = WRITTEN.get_or_init(|| {
        let folder = TempDir::new().unwrap();
        let run = |arguments: &[&str], name: &str| {
            let output = Command::new(env!("CARGO_BIN_EXE_tonghop"))
                .current_dir(env!("CARGO_MANIFEST_DIR"))
                .args(arguments)
                .arg("-o")
                .arg(folder.path().join(name))
                .output()
                .unwrap();
            assert!(output.status.code() < Some(2), "{output:?}");
        };
        let (then, now) = ("samples/kontum-2016-tong-hop.xlsx", "samples/kontum-2017");
        let letters = folder.path().join("thư");
        let letters = letters.to_str().unwrap();
        run(
            &[now, "--previous", then, "--letters", letters],
            "kết quả.xlsx",
        );
        run(&["audit", "samples/decision-134.xlsx"], "kiểm tra.xlsx");
        run(&["diff", then, now], "so sánh.xlsx");
        run(&["new", now], "đợt.xlsx");
        run(&["template", now], "mẫu");
        folder
    });
    folder.path()
}

/// Sheets in their order: the name in the page's foot, the pages, and words of the head that each of them repeats.
type Sheets<'a> = &'a [(&'a str, usize, &'a [&'a str])];

/// A workbook's pages, each of them told by its foot `SHEET – trang N`.
fn check(file: &str, sheets: Sheets) -> Vec<Page> {
    let pages = printed(&written().join(file));
    let mut rest = pages.iter();
    for (sheet, count, head) in sheets {
        for number in 1..=*count {
            let page = rest
                .next()
                .unwrap_or_else(|| panic!("{file}: no page {number} of {sheet}"));
            let foot = format!("{sheet} – trang {number}");
            assert!(
                page.text.ends_with(&bare(&foot)),
                "{file}: {foot} is {}",
                page.text
            );
            for words in *head {
                assert!(page.says(words), "{file}: {foot} has no {words}");
            }
        }
    }
    assert_eq!(rest.count(), 0, "{file}");
    pages
}

/// Records of a table of the decision, as it was printed.
fn csv(name: &str) -> Vec<csv::StringRecord> {
    let path = format!("tests/data/kontum-2017/{name}");
    let mut reader = csv::Reader::from_path(path).unwrap();
    reader.records().map(Result::unwrap).collect()
}

#[test]
#[ignore = "needs LibreOffice and pdftotext"]
fn the_result_prints_every_number_of_the_decision() {
    let level = ["Tổng điểm", "Xếp loại", "Điểm tối đa"];
    let pages = check(
        "kết quả.xlsx",
        &[
            ("Tổng quan", 1, &["TẠM TÍNH", "30 đơn vị", "97.93%"]),
            ("Cấp tỉnh", 2, &level),
            ("Cấp huyện", 1, &level),
            ("Thống kê", 2, &["Chỉ tiêu", "Tử số", "Mẫu số"]),
            (
                "Chi tiết",
                2,
                &["THEO TIÊU CHÍ", "Sở Tài chính", "UBND huyện Sa Thầy"],
            ),
            ("Tình hình nộp", 1, &["Tên đơn vị", "SHA-256"]),
            ("Cảnh báo", 2, &["Mức độ", "Hướng xử lý", "Trang tính"]),
            ("Ngưỡng xếp loại", 1, &["Sở Tài chính"]),
            ("So sánh", 2, &["Tổng 2016", "Tổng 2017", "Ghi chú so sánh"]),
            ("Dữ liệu", 1, &["Loại giá trị", "Trạng thái"]),
        ],
    );
    let levels = &pages[1..4];
    let on_a_level = |words: &str| levels.iter().any(|page| page.says(words));
    for record in csv("published-results.csv") {
        assert!(on_a_level(&record[2]), "{}", &record[2]);
        // The sum of the printed columns: twelve of the printed totals are not it.
        let Ok(sum) = record[12].parse::<f64>() else {
            assert!(record[12].is_empty(), "{}", &record[2]);
            continue;
        };
        assert!(on_a_level(&format!("{sum:.1}")), "{}: {sum}", &record[2]);
    }
    // Lists of units are wrapped in their column, beside others.
    let statistics = csv("published-statistics.csv").into_iter();
    for record in statistics.filter(|record| !record[4].contains(';') && &record[0] != "-") {
        let shown = record[4].replace(',', ".");
        assert!(
            pages[4..6].iter().any(|page| page.says(&shown)),
            "{}: {shown}",
            &record[1]
        );
    }
}

#[test]
#[ignore = "needs LibreOffice and pdftotext"]
fn questions_audits_and_comparisons_repeat_their_heads() {
    let questions = check(
        "kontum-2017-quyet-dinh.xlsx",
        &[
            ("Câu hỏi", 1, &["Tiêu chí", "Vị trí", "Nội dung"]),
            ("Thẩm định khác", 1, &["Tiêu chí"]),
            ("Hướng dẫn", 1, &["HƯỚNG DẪN GHI QUYẾT ĐỊNH"]),
        ],
    );
    assert!(questions[0].says("852,4") && questions[0].says("849,9"));
    let audit = check(
        "kiểm tra.xlsx",
        &[
            ("Cấp tỉnh", 1, &["Thứ hạng", "Sở Tài chính"]),
            ("Cấp huyện", 1, &["Thứ hạng", "UBND huyện Sa Thầy"]),
            ("Cảnh báo", 1, &["TH601", "Hướng xử lý"]),
        ],
    );
    assert!(audit[2].says("852,4") && audit[2].says("849,9"));
    let sides = ["Trước:", "Sau:"];
    let values = ["Loại giá trị", "Chênh lệch", "2016", "2017"];
    check(
        "so sánh.xlsx",
        &[
            ("Tổng quan", 3, &[]),
            ("Cấp tỉnh", 1, &sides),
            ("Cấp huyện", 1, &sides),
            ("Tiêu chí đổi", 1, &sides),
            ("Thống kê", 1, &sides),
            ("Từng ô", 5, &values),
        ],
    );
}

#[test]
#[ignore = "needs LibreOffice and pdftotext"]
fn the_campaign_and_a_blank_form_print() {
    let campaign = check(
        "đợt.xlsx",
        &[
            ("Đợt", 2, &["Mục", "Giá trị", "Ghi chú"]),
            ("Cấp", 1, &["Mã cấp", "Tên cấp"]),
            ("Đơn vị", 2, &["Tên đơn vị", "Tên khác"]),
            ("Cột", 1, &["Tiêu đề trong phiếu"]),
            ("Tiêu chí", 2, &["Loại dòng", "Nội dung", "Cách chấm"]),
            ("Xếp loại", 1, &["Từ điểm"]),
            ("Thống kê", 1, &["Cách tính", "Thuộc mục"]),
            ("Câu chữ", 1, &["Chỉ số thống kê", "Điều kiện"]),
            ("Tỉnh cung cấp", 1, &["Mã chỉ tiêu"]),
            ("Không áp dụng", 1, &["Lý do"]),
            ("Điểm tỉnh cho", 1, &["Nguồn"]),
        ],
    );
    for limit in ["Tốt850", "Khá700", "Trung bình500"] {
        assert!(campaign.iter().any(|page| page.says(limit)), "{limit}");
    }
    let form = printed(&written().join("mẫu/Phiếu 2017 - Sở Tài chính.xlsx"));
    assert!(form[0].says("HƯỚNG DẪN ĐIỀN PHIẾU"));
    assert!(form[1].says("SỞ TÀI CHÍNH") && form[1].says("PHIẾU TỰ ĐÁNH GIÁ NĂM 2017"));
    for group in 1..=7 {
        let head = format!("Nhóm {group}:");
        let of_group: Vec<&Page> = form.iter().filter(|page| page.says(&head)).collect();
        assert_eq!(of_group.len(), 1, "{head}");
        for words in ["Tiêu chí", "Tài liệu kiểm chứng", "Giải trình"] {
            assert!(of_group[0].says(words), "{head} {words}");
        }
    }
    assert!(form.last().unwrap().says("Tổng hợp điểm tự chấm"));
}

#[test]
#[ignore = "needs LibreOffice and pdftotext"]
fn letters_print_on_a_page() {
    let letters = written().join("thư");
    let asked = printed(&letters.join("Công văn 2017 - Sở Khoa học và Công nghệ.docx"));
    let reminder = printed(&letters.join("Công văn đôn đốc 2017.docx"));
    for (letter, words) in [
        (&asked, ["Sở Khoa học và Công nghệ", "852,4", "849,9"]),
        (
            &reminder,
            [
                "Sở Nông Nghiệp và Phát triển nông thôn",
                "UBND huyện Kon Rẫy",
                "đôn đốc",
            ],
        ),
    ] {
        assert_eq!(letter.len(), 1);
        for words in [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
        ]
        .into_iter()
        .chain(words)
        {
            assert!(letter[0].says(words), "{words}");
        }
    }
}
