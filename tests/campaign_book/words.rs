//! What is said of mistakes in a campaign workbook, in whole sentences.

use tonghop::base::ids::CriterionId;
use tonghop::base::lang::Lang;
use tonghop::base::points::Most;
use tonghop::campaign::scheme::ScoringRule;
use tonghop::campaign::vocabulary::{Column, FileWords, WordLists};
use tonghop::input::tables::{self, Role, TableKind, Vocabulary};

use super::mistakes::{Book, told};
use super::{built_in, same, there_and_back};
use crate::propose::measure::proposed;
use crate::propose::weights;

/// What is said of a workbook: where, what, and what to do.
fn said(book: &Book) -> Vec<String> {
    let all = book.read().findings;
    let said = all.iter().map(|one| {
        let (message, advice) = (one.message(Lang::Vi), one.advice(Lang::Vi));
        format!("{}: {message}; {advice}", told(one))
    });
    said.collect()
}

/// Limits of grades as shares of the total.
#[test]
fn grades_are_points() {
    let mut book = Book::of(&built_in());
    for (grade, from) in [("Tốt", "0,8"), ("Khá", "0,65"), ("Trung bình", "0,5")] {
        let at = book.cell("Xếp loại", "Từ điểm", grade);
        book.write("Xếp loại", &at, from);
    }
    let at = book.cell("Xếp loại", "Từ điểm", "Tốt");
    let share = "xếp loại cao nhất bắt đầu từ 0,8 trên tổng 1000 điểm nên gần như đơn vị nào cũng đạt; \
        hãy ghi số điểm, như 800, hoặc tỷ lệ có dấu %, như “80%”";
    let told_so = format!(
        "Xếp loại!{at} TH726: Từ điểm: giá trị “0,8” không dùng được: {share}; sửa ô theo chú thích ở tiêu đề cột"
    );
    assert_eq!(said(&book), [told_so]);
}

/// A figure in percent times the maximum is one of the list, with one figure or with two.
#[test]
fn a_percentage_times_the_maximum_can_be_chosen() {
    let mut book = Book::of(&built_in());
    let rule = book.cell("Tiêu chí", "Cách chấm", "2.4");
    let label = "Số liệu % × điểm tối đa (hoặc theo đường thẳng giữa các mốc)";
    book.write("Tiêu chí", &rule, label);
    let rule = |book: &Book| {
        let read = book.read();
        assert!(read.findings.is_empty(), "{:?}", read.findings);
        let back = there_and_back(&read.documents);
        assert_eq!(same(&back.documents), same(&read.documents));
        let scheme = read.loaded.unwrap().scheme;
        let criterion = scheme.criterion(&CriterionId::from("2.4"));
        criterion.unwrap().rule.clone()
    };
    let is_linear = |rule: &ScoringRule| match rule {
        ScoringRule::Linear { value, between } => between.is_empty().then(|| value.figures().len()),
        _ => None,
    };
    assert_eq!(is_linear(&rule(&book)), Some(2));
    let over = book.cell("Tiêu chí", "Chia cho số liệu", "2.4");
    book.write("Tiêu chí", &over, "");
    assert_eq!(is_linear(&rule(&book)), Some(1));
}

/// Words for no limit are read in the column of maxima as people write them, and refused at their cell where a number is needed.
#[test]
fn a_maximum_may_be_without_a_limit() {
    let mut book = Book::of(&built_in());
    let [group, bonus] = ["7", "7.2"].map(|id| book.cell("Tiêu chí", "Điểm tối đa", id));
    book.write("Tiêu chí", &bonus, "Không khống chế");
    let refused = format!(
        "Tiêu chí!{bonus} TH726: Điểm tối đa: giá trị “Không khống chế” không dùng được: “7.2” ghi không giới hạn, nhưng “7” ở trên \
        lại có điểm tối đa: ghi “không giới hạn” ở đó, hoặc ghi có ở “Tính đến tối đa” (cap = true) của mục đó nếu chỉ tính đến \
        số ấy; sửa ô theo chú thích ở tiêu đề cột"
    );
    assert_eq!(said(&book), [refused]);
    book.write("Tiêu chí", &group, "khong gioi han");
    let read = book.read();
    assert!(read.findings.is_empty(), "{:?}", read.findings);
    let back = there_and_back(&read.documents);
    assert_eq!(same(&back.documents), same(&read.documents));
    let scheme = read.loaded.unwrap().scheme;
    let unlimited = scheme.criteria.iter().filter(|one| {
        let mut maxima = scheme.maxima_of(one);
        maxima.any(Most::is_unlimited)
    });
    let unlimited: Vec<&str> = unlimited.map(|one| one.id.0.as_str()).collect();
    assert_eq!(unlimited, ["7.2"]);
}

/// A column is said to hold weights, which count as the sheet of criteria has them: where that has none, nothing would be multiplied.
#[test]
fn a_column_of_weights_is_one_where_something_is_weighed() {
    let mut rows = weights::WHOLE;
    (rows[1].2, rows[2].2) = ("0.3", "0.6");
    let found = proposed(&weights::forms(&rows, 1.0, true, None));
    let mut book = Book::of(&found.proposal.documents);
    let meaning = book.cell("Cột", "Là", "Trọng số");
    assert_eq!(book.text("Cột", &meaning), "bỏ qua");
    let label = "cột: hệ số (ghi ở trang Tiêu chí)";
    book.write("Cột", &meaning, label);
    let word = book.cell("Cột", "Tiêu đề trong phiếu", "Trọng số");
    let refused = format!(
        "Cột!{word} TH726: Tiêu đề trong phiếu: giá trị “Trọng số” không dùng được: cột “Trọng số” được khai là hệ số mà không nhóm, tiêu chí nào có \
        hệ số: ghi hệ số (cột “Hệ số” ở trang Tiêu chí, khóa weight), nếu không nhân thì chọn “bỏ qua” (khóa ignored); sửa ô theo chú \
        thích ở tiêu đề cột"
    );
    assert_eq!(said(&book), [refused]);
    let weight = book.cell("Tiêu chí", "Hệ số", "1");
    book.write("Tiêu chí", &weight, "1,5");
    let codes = book.read().findings.iter().map(told).collect::<Vec<_>>();
    assert!(
        !codes.iter().any(|code| code.starts_with("Cột")),
        "{codes:?}"
    );
}

/// Another rule is chosen, and the rows of the one before stay.
#[test]
fn rows_of_another_rule_are_told() {
    let forms = crate::propose::measure::xa_2025();
    let mut book = Book::of(&forms);
    let rule = book.cell("Tiêu chí", "Cách chấm", "I.1.a");
    let row: u32 = book.row("Tiêu chí", "I.1.a");
    book.write("Tiêu chí", &rule, "Đơn vị tự chấm, không tính từ số liệu");
    let all = said(&book);
    let told_so = format!(
        "Tiêu chí!{rule} TH733: Cách chấm: “Đơn vị tự chấm, không tính từ số liệu” không dùng đến các dòng “phương án” ở dòng {}, ",
        row + 1
    );
    assert!(
        matches!(&all[..], [one] if one.starts_with(&told_so)),
        "{all:?}"
    );
    book.write("Tiêu chí", &rule, "Theo bậc (mỗi bậc một dòng bên dưới)");
    let codes: Vec<String> = book.read().findings.iter().map(told).collect();
    assert!(
        codes.contains(&format!("Tiêu chí!{rule} TH733")),
        "{codes:?}"
    );
}

/// A sheet, a heading, the text of a row, what is written there, and what is said.
const MISTAKES: [[&str; 5]; 6] = [
    [
        "Tiêu chí",
        "Tham số khác",
        "4.1",
        "khoa 1",
        "TH718: không hiểu “khoa 1”: sai cú pháp: thiếu dấu = giữa khóa và giá trị; ",
    ],
    [
        "Tiêu chí",
        "Tham số khác",
        "4.1",
        "weight = “2”",
        "TH718: không hiểu “weight = “2””: ngoặc kép phải là dấu thẳng: \"2\", không phải “2”; ",
    ],
    [
        "Tiêu chí",
        "Tham số khác",
        "4.1",
        "khoa = 1",
        "TH726: Tham số khác: giá trị “khoa = 1” không dùng được: không có khóa “khoa”; sửa ô",
    ],
    [
        "Tiêu chí",
        "Cách chấm",
        "4.1",
        "tu_cham",
        "TH709: Cách chấm: không có lựa chọn “tu_cham”; chỉ dùng: Đơn vị tự chấm, không tính từ số liệu; Có thì đạt ",
    ],
    [
        "Đơn vị",
        "Thay đổi",
        "Sở Tài chính",
        "doi_chu",
        "TH722: không có “doi_chu”; gần giống: đổi tên; sáp nhập; chia tách; giải thể; ",
    ],
    [
        "Đơn vị",
        "Tên đơn vị",
        "STC",
        "Së Tµi chÝnh",
        "TH726: Tên đơn vị: giá trị “Së Tµi chÝnh” không dùng được: đây là chữ phông cũ (TCVN3, VNI); cần chữ Unicode: Sở Tài chính, ",
    ],
];

/// What a workbook is told in words names no key and no sentence of a reader, and what is advised fits.
#[test]
fn what_is_wrong_is_said_in_the_words_of_the_sheets() {
    for [sheet, heading, row, value, wanted] in MISTAKES {
        let mut book = Book::of(&built_in());
        let at = book.cell(sheet, heading, row);
        book.write(sheet, &at, value);
        let all = said(&book);
        let wanted = format!("{sheet}!{at} {wanted}");
        assert!(
            matches!(&all[..], [one] if one.starts_with(&wanted)),
            "{wanted}\n{all:#?}"
        );
    }
}

/// Points for a criterion whose points are those of others below it.
#[test]
fn points_that_would_change_nothing_are_told_why() {
    let mut documents = crate::propose::measure::xa_2025();
    let unit = documents.units[0]["name"].clone();
    let points = format!(
        "[[points]]\nunit = \"{unit}\"\ncriterion = \"I.1\"\npoints = 1\nsource = \"khảo sát\""
    );
    let points: toml::Table = toml::from_str(&points).unwrap();
    documents.settings.extend(points);
    let read = Book::of(&documents).read();
    let all: Vec<String> = read
        .findings
        .iter()
        .map(|one| one.message(Lang::Vi))
        .collect();
    assert_eq!(
        all,
        [
            "Tiêu chí: giá trị “I.1” không dùng được: tiêu chí “I.1” không có điểm của riêng mình; hãy ghi mã I.1.a, I.1.b"
        ]
    );
}

/// What the workbook says of a heading rules, also where the program has a word for it.
#[test]
fn a_heading_that_the_workbook_does_not_know_is_read_as_nothing() {
    let known = |book: &Book| {
        let columns: WordLists<Column> = match book.read().documents.settings.get("columns") {
            Some(columns) => columns.clone().try_into().unwrap(),
            None => WordLists::new(),
        };
        let (rows, cover) = (WordLists::new(), WordLists::new());
        let words = FileWords {
            columns: &columns,
            rows: &rows,
            cover: &cover,
        };
        let vocabulary = Vocabulary::new(&[words]);
        tables::role("Điểm tự chấm", &vocabulary, TableKind::Form)
    };
    let found = proposed(&weights::forms(&weights::WHOLE, 1.0, true, None));
    let mut book = Book::of(&found.proposal.documents);
    assert_eq!(known(&book), Some(Role::Column(Column::Claimed)));
    let word = book.cell("Cột", "Tiêu đề trong phiếu", "Trọng số");
    book.write("Cột", &word, "Điểm tự chấm");
    for (meaning, role) in [
        ("không nhận ra", None),
        ("bỏ qua", Some(Role::Column(Column::Ignored))),
    ] {
        let cell = book.cell("Cột", "Là", "Điểm tự chấm");
        book.write("Cột", &cell, meaning);
        assert_eq!(known(&book), role, "{meaning}");
    }
}
