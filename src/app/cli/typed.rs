//! What can be typed: how help names it, and what it is called in a sentence, in both languages.
//!
//! In: the name of a value as the command line is derived. Out: its words. Not for: what the help says of it, which is in `words`.

use crate::base::lang::{Phrase, phrase};

/// What stands for a value in help, and what it is called in a sentence.
pub struct ValueName {
    /// As the command line is derived.
    pub key: &'static str,
    /// In help, in capitals unless it is typed as it stands.
    pub name: Phrase,
    /// In a sentence.
    pub noun: Phrase,
}

const fn value(key: &'static str, name: Phrase, noun: Phrase) -> ValueName {
    ValueName { key, name, noun }
}

/// Every value that can be typed.
pub const VALUES: &[ValueName] = &[
    value(
        "CAMPAIGN",
        phrase("ĐỢT", "CAMPAIGN"),
        phrase("đợt đánh giá", "the campaign"),
    ),
    value(
        "FOLDER",
        phrase("THƯ MỤC", "FOLDER"),
        phrase("thư mục phiếu", "the folder of returns"),
    ),
    value(
        "FILE",
        phrase("TỆP", "FILE"),
        phrase("tên tệp", "the name of a file"),
    ),
    value(
        "DIR",
        phrase("THƯ MỤC", "DIR"),
        phrase("thư mục để ghi", "the folder to write into"),
    ),
    value(
        "FILE|FOLDER",
        phrase("TỆP|THƯ MỤC", "FILE|FOLDER"),
        phrase(
            "tệp hoặc thư mục cần kiểm tra",
            "the files or folders to check",
        ),
    ),
    value(
        "FOLDER|RESULT",
        phrase("THƯ MỤC|KẾT QUẢ", "FOLDER|RESULT"),
        phrase(
            "thư mục phiếu hoặc kết quả đã ghi",
            "the folder of returns, or a result that was written",
        ),
    ),
    value(
        "PREVIOUS",
        phrase("NĂM TRƯỚC", "PREVIOUS"),
        phrase("kết quả năm trước", "last year's result"),
    ),
    value(
        "CURRENT",
        phrase("NĂM NAY", "CURRENT"),
        phrase("kết quả năm nay", "this year's result"),
    ),
    value(
        "RESULT",
        phrase("KẾT QUẢ", "RESULT"),
        phrase(
            "kết quả hoặc thư mục kết quả cần gộp",
            "the results or folders of results to roll up",
        ),
    ),
    value(
        "TABLE",
        phrase("BẢNG", "TABLE"),
        phrase("tệp có bảng kết quả", "the file with the result table"),
    ),
    value(
        "SCHEME",
        phrase("BỘ TIÊU CHÍ", "SCHEME"),
        phrase("bộ tiêu chí", "the scheme"),
    ),
    value(
        "REGISTRY",
        phrase("DANH SÁCH", "REGISTRY"),
        phrase("danh sách đơn vị", "the registry"),
    ),
    value(
        "UNIT",
        phrase("ĐƠN VỊ", "UNIT"),
        phrase("đơn vị", "the unit"),
    ),
    value(
        "BLANK",
        phrase("PHIẾU TRẮNG", "BLANK"),
        phrase("phiếu trắng", "the blank form"),
    ),
    value(
        "LIST",
        phrase("DANH SÁCH", "LIST"),
        phrase("danh sách đơn vị", "the list of units"),
    ),
    value(
        "NAME",
        phrase("TÊN", "NAME"),
        phrase("tên tỉnh", "the name of the province"),
    ),
    value("ID", phrase("MỤC", "ID"), phrase("mục cần xem", "the id")),
    value(
        "CODE",
        phrase("MÃ", "CODE"),
        phrase("mã cảnh báo", "the code of a finding"),
    ),
    value(
        "SHELL",
        phrase("LOẠI", "SHELL"),
        phrase("loại cửa sổ lệnh", "the shell"),
    ),
    value(
        "COMMAND",
        phrase("LỆNH", "COMMAND"),
        phrase("lệnh", "the command"),
    ),
    value(
        "NAME=VALUE",
        phrase("TÊN=SỐ", "NAME=VALUE"),
        phrase("giới hạn", "the bound"),
    ),
    value(
        "vi|en",
        phrase("vi|en", "vi|en"),
        phrase("ngôn ngữ", "the language"),
    ),
    value(
        "error|warning|info|never",
        phrase("error|warning|info|never", "error|warning|info|never"),
        phrase("mức", "the severity"),
    ),
    value(
        "sheet|csv|parquet",
        phrase("sheet|csv|parquet", "sheet|csv|parquet"),
        phrase("nơi ghi danh sách giá trị", "the place of the list"),
    ),
];
