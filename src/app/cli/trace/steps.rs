//! What was done to a text on its way to a number, and why a row was taken, in words.

use crate::base::lang::{Lang, phrase, say};
use crate::base::number::Step;
use crate::base::text;
use crate::input::submission::{Ground, Row};

/// A step in words.
pub fn step(step: &Step, lang: Lang) -> String {
    let words = match step {
        Step::UnitWord(_) | Step::Word(_) | Step::Option(_) | Step::OutOf(_) | Step::ShareOf(_) => {
            return with_what_was_there(step, lang);
        }
        Step::Tidied => phrase(
            "bỏ dấu cách thừa, ký tự ẩn",
            "removed blanks and invisible characters",
        ),
        Step::FromText => phrase("chữ đọc thành số", "text read as a number"),
        Step::DecimalComma => phrase("dấu phẩy là dấu thập phân", "the comma is a decimal comma"),
        Step::Thousands => phrase(
            "bỏ dấu phân cách hàng nghìn",
            "removed separators of thousands",
        ),
        Step::Minus => phrase(
            "đọc dấu trừ hoặc ngoặc đơn là số âm",
            "read as a negative number",
        ),
        Step::Percent => phrase(
            "lấy số phần trăm mà ô hiện",
            "took the percentage that the cell shows",
        ),
        Step::Noise => phrase(
            "bỏ sai số nhị phân sau chữ số thứ 15",
            "removed binary noise behind the 15th digit",
        ),
        Step::Calculated => phrase(
            "tính công thức vì tệp không lưu kết quả",
            "computed the formula, whose result the file does not store",
        ),
        Step::Merged => phrase(
            "lấy giá trị của vùng gộp ô",
            "took the value of the merged range",
        ),
        Step::Approximate => phrase(
            "bỏ từ hoặc dấu chỉ số gần đúng",
            "left off what makes it approximate",
        ),
        Step::Exponent => phrase("viết lại số mũ", "wrote out the exponent"),
    };
    words.get(lang).to_string()
}

/// A step that names what stood there, in words.
fn with_what_was_there(step: &Step, lang: Lang) -> String {
    match step {
        Step::UnitWord(word) => {
            say!(
                lang,
                "bỏ đơn vị tính “{word}”",
                "left off the unit \"{word}\""
            )
        }
        Step::Word(word) => {
            say!(
                lang,
                "theo bộ tiêu chí, “{word}” là 0",
                "in the scheme \"{word}\" means 0"
            )
        }
        Step::Option(name) => {
            say!(
                lang,
                "lấy điểm của phương án “{name}”",
                "took the points of the option \"{name}\""
            )
        }
        Step::OutOf(whole) => {
            let whole = lang.number(*whole);
            say!(
                lang,
                "lấy số trước dấu “/”; số sau là điểm tối đa {whole}",
                "took the number before \"/\"; the one behind is the maximum {whole}"
            )
        }
        Step::ShareOf(whole) => {
            let whole = lang.number(*whole);
            say!(
                lang,
                "phiếu ghi tỷ lệ ({whole} là điểm tối đa): nhân với điểm tối đa",
                "the form has shares ({whole} is the maximum): multiplied by the maximum"
            )
        }
        _ => String::new(),
    }
}

/// All steps in one line; that the number stands there as it is where there are none.
pub fn steps(steps: &[Step], lang: Lang) -> String {
    if steps.is_empty() {
        return phrase("nguyên như ô ghi", "read as it stands")
            .get(lang)
            .to_string();
    }
    let all: Vec<String> = steps.iter().map(|one| step(one, lang)).collect();
    all.join("; ")
}

/// Why a row was taken for a row of the form whose text is `name`.
pub fn ground(row: &Row, name: &str, lang: Lang) -> &'static str {
    let is_alias = text::key(&row.text) != text::key(name);
    match row.ground {
        Ground::CodeAndText if is_alias => phrase(
            "khớp một cách gọi khác của tiêu chí",
            "another wording in use for it",
        ),
        Ground::CodeAndText if row.code.is_empty() => phrase("khớp nội dung", "the text agrees"),
        Ground::CodeAndText => phrase("khớp mã và nội dung", "code and text agree"),
        Ground::TextAndOrder => phrase(
            "khớp nội dung và thứ tự; mã ghi khác",
            "text and order agree; the code is another",
        ),
        Ground::CodeAndOrder => phrase(
            "khớp mã và thứ tự; nội dung đã bị sửa",
            "code and order agree; the text was edited",
        ),
    }
    .get(lang)
}
