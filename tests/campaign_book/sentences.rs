//! Mistakes in the sentences of the annex, each told at its cell.

use super::mistakes::{Book, told};
use crate::campaign_book::built_in;

const SHEET: &str = "Câu chữ";

/// Heading of the column, a text of the row, what is written there, and the finding.
const MISTAKES: [(&str, &str, &str, &str); 12] = [
    ("Mục", "dao-tao", "zz", "TH722"),
    ("Câu", "trained_it_staff", "Đạt {pc_rate_tin}.", "TH722"),
    ("Câu", "trained_it_staff", "Đạt {policy_top", "TH726"),
    ("Câu", "dao-tao", "", "TH710"),
    ("Chỉ số thống kê", "trained_it_staff", "khong_co", "TH722"),
    ("Điều kiện", "it_staff_total", "hơn nhiều", "TH709"),
    ("Mức", "trained_it_staff", "tám mươi", "TH707"),
    ("Mức", "trained_it_staff", "80", "TH726"),
    ("Ghi chú cuối trang", "policy_top", "lan_share", "TH726"),
    ("Ghi chú cuối trang", "policy_top", "khong_co", "TH722"),
    ("Chỗ người soạn viết", "dao-tao", "đào tạo", "TH726"),
    ("Chỗ người soạn viết", "eoffice", "dao-tao", "TH721"),
];

#[test]
fn each_mistake_in_a_sentence_is_told_at_its_cell() {
    for (heading, row, value, code) in MISTAKES {
        let mut book = Book::of(&built_in());
        let at = book.cell(SHEET, heading, row);
        book.write(SHEET, &at, value);
        let read = book.read();
        let all: Vec<String> = read.findings.iter().map(told).collect();
        assert_eq!(all, [format!("{SHEET}!{at} {code}")], "{heading}: {value}");
        assert!(read.is_wrong());
    }
}

#[test]
fn mistakes_in_several_sentences_are_told_together() {
    let mut book = Book::of(&built_in());
    let mut planted = Vec::new();
    for (heading, row, value, code) in [MISTAKES[1], MISTAKES[5], MISTAKES[9], MISTAKES[10]] {
        let at = book.cell(SHEET, heading, row);
        book.write(SHEET, &at, value);
        planted.push(format!("{SHEET}!{at} {code}"));
    }
    let mut all: Vec<String> = book.read().findings.iter().map(told).collect();
    all.sort();
    planted.sort();
    assert_eq!(all, planted);
}
