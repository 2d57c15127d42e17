//! Where what stands in a campaign's text files stands in its workbook: pages speak of keys, and most campaigns are workbooks.
//!
//! In: the Vietnamese text of a page. Out: the places of what it names. Not for: what the sheets are, which `campaign::book` says; a test
//! holds these words against it.

use crate::base::lang::{Lang, Phrase, phrase};

/// Keys and files as Vietnamese texts name them, and where a workbook has them.
const PLACES: &[(&str, Phrase)] = &[
    (
        "units.csv",
        phrase("trang “Đơn vị”", "the sheet \"Đơn vị\""),
    ),
    (
        "scheme.toml",
        phrase("trang “Tiêu chí”", "the sheet \"Tiêu chí\""),
    ),
    (
        "[[points]]",
        phrase("trang “Điểm tỉnh cho”", "the sheet \"Điểm tỉnh cho\""),
    ),
    (
        "[[exempt]]",
        phrase("trang “Không áp dụng”", "the sheet \"Không áp dụng\""),
    ),
    (
        "[[grade]]",
        phrase("trang “Xếp loại”", "the sheet \"Xếp loại\""),
    ),
    (
        "[given]",
        phrase("trang “Tỉnh cung cấp”", "the sheet \"Tỉnh cung cấp\""),
    ),
    (
        "[columns]",
        phrase("trang “Cột”, cột “Là”", "the sheet \"Cột\", column \"Là\""),
    ),
    (
        "[words]",
        phrase(
            "trang “Đợt”, các dòng “Chữ có nghĩa là 0” và “Chữ có nghĩa là để trống”",
            "the sheet \"Đợt\", rows \"Chữ có nghĩa là 0\" and \"Chữ có nghĩa là để trống\"",
        ),
    ),
    (
        "year",
        phrase(
            "trang “Đợt”, dòng “Năm đánh giá”",
            "the sheet \"Đợt\", row \"Năm đánh giá\"",
        ),
    ),
    (
        "deadline",
        phrase(
            "trang “Đợt”, dòng “Hạn nộp”",
            "the sheet \"Đợt\", row \"Hạn nộp\"",
        ),
    ),
    (
        "inbox",
        phrase(
            "trang “Đợt”, dòng “Thư mục phiếu”",
            "the sheet \"Đợt\", row \"Thư mục phiếu\"",
        ),
    ),
    (
        "level",
        phrase(
            "trang “Đơn vị”, cột “Cấp”",
            "the sheet \"Đơn vị\", column \"Cấp\"",
        ),
    ),
    (
        "maximum",
        phrase(
            "trang “Tiêu chí”, cột “Điểm tối đa”",
            "the sheet \"Tiêu chí\", column \"Điểm tối đa\"",
        ),
    ),
    (
        "rule",
        phrase(
            "trang “Tiêu chí”, cột “Cách chấm”",
            "the sheet \"Tiêu chí\", column \"Cách chấm\"",
        ),
    ),
    (
        "aliases",
        phrase(
            "trang “Đơn vị”, cột “Tên khác”, hoặc trang “Tiêu chí”, cột “Cách ghi khác”",
            "the sheet \"Đơn vị\", column \"Tên khác\", or the sheet \"Tiêu chí\", column \"Cách ghi khác\"",
        ),
    ),
];

/// Where a campaign workbook has what a Vietnamese text names; nothing where it names nothing.
pub(super) fn places(text: &str, lang: Lang) -> Option<String> {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || ",;:()“”".contains(c))
        .map(|word| word.trim_end_matches('.'))
        .collect();
    let named = PLACES.iter().filter(|(key, _)| words.contains(key));
    let is = phrase("{0} là {1}", "{0} is {1}");
    let told: Vec<String> = named
        .map(|(key, place)| is.fill(lang, &[key, place.get(lang)]))
        .collect();
    let before = phrase(
        "Nếu đợt đánh giá là tệp Excel (…-dot-danh-gia.xlsx) thì sửa trong tệp ấy:",
        "Where the campaign is a workbook (…-dot-danh-gia.xlsx), it is corrected there:",
    );
    (!told.is_empty()).then(|| format!("{} {}.", before.get(lang), told.join("; ")))
}

/// The names of sheets, columns and rows in the places, in Vietnamese.
pub fn workbook_names() -> impl Iterator<Item = &'static str> {
    let places = PLACES.iter().map(|(_, place)| place.get(Lang::Vi));
    places.flat_map(|place| {
        let quoted = place.split('“').skip(1);
        quoted.filter_map(|rest| rest.split('”').next())
    })
}
