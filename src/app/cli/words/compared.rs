//! The words of `diff`, `rollup` and `audit`, and of `trace` where it reads a result, in both languages.
//!
//! In: nothing. Out: help by command and argument. Not for: other commands.

use crate::base::lang::{Phrase, phrase};

/// Help of these commands and their arguments.
pub const HELP: &[(&str, Phrase)] = &[
    (
        "diff",
        phrase(
            "So sánh kết quả hai năm: đơn vị, nhóm tiêu chí, chỉ tiêu thống kê; nói rõ chỗ nào không so được và vì sao",
            "Compares two years: units, groups, statistics; says what cannot be compared and why",
        ),
    ),
    (
        "diff previous",
        phrase(
            "Kết quả năm trước: thư mục đợt đánh giá, bảng tổng hợp của tonghop, báo cáo JSON, hoặc tệp có bảng kết quả đã công bố",
            "Last year's result: a campaign folder, a workbook by tonghop, a report as JSON, or a file with the published table",
        ),
    ),
    (
        "diff current",
        phrase(
            "Kết quả năm nay, cùng các dạng như trên",
            "This year's result, in any of the same forms",
        ),
    ),
    (
        "diff output",
        phrase(
            "Ghi thêm bảng tính .xlsx: biểu đồ, bảng từng cấp, chỉ tiêu thống kê, từng ô khác nhau",
            "Also write a workbook: charts, a sheet per level, statistics, every cell that differs",
        ),
    ),
    (
        "diff previous_scheme",
        phrase(
            "Bộ tiêu chí của năm trước, khi đó là bảng công bố: tệp scheme.toml hoặc tên có sẵn; mặc định theo đợt của bên kia",
            "The scheme of last year's result where it is a published table: a scheme.toml or a built-in one; by default that of the other side's campaign",
        ),
    ),
    (
        "diff previous_registry",
        phrase(
            "Danh sách đơn vị của bảng năm trước: tệp units.csv hoặc tên có sẵn",
            "The registry of last year's table: a units.csv or a built-in one",
        ),
    ),
    (
        "diff current_scheme",
        phrase(
            "Bộ tiêu chí của năm nay, khi đó là bảng công bố",
            "The scheme of this year's result where it is a published table",
        ),
    ),
    (
        "diff current_registry",
        phrase(
            "Danh sách đơn vị của bảng năm nay",
            "The registry of this year's table",
        ),
    ),
    (
        "diff exit_code",
        phrase(
            "Trả mã thoát 1 khi có khác nhau hoặc tệp đã bị sửa tay, 0 khi giống hệt",
            "Exit with 1 if anything differs or a file was changed by hand, 0 if nothing is",
        ),
    ),
    (
        "rollup",
        phrase(
            "Gộp nhiều bảng tổng hợp (các tỉnh, các sở, các năm) thành một bảng chung: thống kê cộng tử số, mẫu số; mỗi năm một cột",
            "Rolls up results of provinces, departments and years into one workbook: summed statistics, years as columns",
        ),
    ),
    (
        "rollup results",
        phrase(
            "Bảng tổng hợp hoặc JSON do tonghop ghi ra, hoặc thư mục có các tệp đó; tệp khác trong thư mục được bỏ qua và nêu tên",
            "Consolidated workbooks or JSON that tonghop wrote, or folders of them; other files there are left out and named",
        ),
    ),
    (
        "rollup output",
        phrase(
            "Ghi vào tệp này (mặc định: THƯ-MỤC-tong-hop-chung.xlsx bên cạnh thư mục, hoặc tong-hop-chung.xlsx cạnh tệp đầu tiên)",
            "Write into this file (default: FOLDER-tong-hop-chung.xlsx beside the folder, or tong-hop-chung.xlsx beside the first file)",
        ),
    ),
    (
        "trace folder",
        phrase(
            "Thư mục phiếu, thư mục của đợt, hoặc một kết quả đã ghi: sổ .xlsx, danh sách giá trị (-du-lieu.csv, .parquet), bản JSON",
            "The folder of returns or of a campaign, or a result that was written: workbook, data file (-du-lieu.csv, .parquet), JSON",
        ),
    ),
    (
        "audit",
        phrase(
            "Kiểm tra một bảng kết quả đã công bố: cộng lại, xếp hạng lại, xếp loại lại",
            "Audits a published result table: adds up, ranks and grades again",
        ),
    ),
    (
        "audit table",
        phrase(
            "Tệp có bảng kết quả (.xlsx, .xlsm, .xls, .ods, .docx, .csv), hoặc danh sách giá trị (-du-lieu.csv, .parquet), bản JSON do tonghop ghi",
            "The file with the result table (.xlsx, .xlsm, .xls, .ods, .docx, .csv), or a data file (-du-lieu.csv, .parquet) or JSON of tonghop",
        ),
    ),
    (
        "audit campaign",
        phrase(
            "Đợt đánh giá của bảng: tệp campaign.toml hoặc tệp đợt đánh giá Excel; mặc định là tệp cùng thư mục, hoặc của thư mục mà bảng là kết quả (THƯ-MỤC-tong-hop.xlsx)",
            "The campaign of the table: a campaign.toml or a campaign workbook; by default the one beside it, or that of the folder it is the result of (FOLDER-tong-hop.xlsx)",
        ),
    ),
    (
        "audit scheme",
        phrase(
            "Tệp scheme.toml hoặc tên bộ tiêu chí có sẵn; mặc định theo đợt đánh giá của bảng, không có thì kontum-2017",
            "A scheme.toml, or a built-in scheme; by default that of the table's campaign, else kontum-2017",
        ),
    ),
    (
        "audit registry",
        phrase(
            "Tệp danh sách đơn vị (units.csv) hoặc tên danh sách có sẵn; mặc định như bộ tiêu chí",
            "A units.csv, or a built-in registry; by default as for the scheme",
        ),
    ),
    (
        "audit output",
        phrase(
            "Ghi thêm bảng tính .xlsx: số công bố và số tính lại cạnh nhau",
            "Also write a workbook with printed and recomputed numbers side by side",
        ),
    ),
];
