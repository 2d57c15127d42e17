//! What libraries say of a file that they cannot read, in Vietnamese.
//!
//! In: the English words of the TOML, CSV and JSON readers. Out: a sentence for what they are known to say; anything else in a
//! Vietnamese frame. Not for: the place, which comes with the error.

use crate::base::outside::short;

/// The most letters of a value that are said again.
const MOST: usize = 100;

/// What is wrong with the form of a text: the reader's words up to what it expected, and ours.
const SYNTAX: [(&str, &str); 37] = [
    (
        "not UTF-8",
        "tệp không dùng bảng mã UTF-8 (lưu kiểu ANSI, hay gõ bằng phông cũ TCVN3, VNI?); Notepad: Lưu thành, Mã hóa UTF-8; \
        Excel: Lưu thành, kiểu CSV UTF-8",
    ),
    (
        "key with no value",
        "có khóa mà không có giá trị; cần ghi: khóa = giá trị",
    ),
    ("missing value", "thiếu giá trị sau dấu ="),
    ("missing assignment", "thiếu dấu = giữa khóa và giá trị"),
    ("extra assignment", "thừa dấu ="),
    ("extra `=`", "thừa dấu ="),
    ("unexpected `=` in array", "có dấu = trong danh sách"),
    ("duplicate key", "khóa này được ghi hai lần"),
    (
        "invalid unquoted key",
        "tên khóa có ký tự phải đặt trong ngoặc kép",
    ),
    ("unquoted keys cannot be empty", "thiếu tên khóa"),
    (
        "keys cannot be multi-line",
        "tên khóa phải nằm trên một dòng",
    ),
    ("invalid key-value pair", "cần ghi: khóa = giá trị"),
    (
        "string values must be quoted",
        "chữ phải đặt trong ngoặc kép",
    ),
    (
        "invalid basic string",
        "chữ trong ngoặc kép chưa đóng hoặc có ký tự không được phép",
    ),
    (
        "invalid literal string",
        "chữ trong ngoặc đơn chưa đóng hoặc có ký tự không được phép",
    ),
    (
        "invalid multi-line",
        "đoạn chữ nhiều dòng chưa đóng hoặc có ký tự không được phép",
    ),
    ("missing opening quote", "thiếu ngoặc kép mở"),
    ("missing escaped value", "sau dấu \\ thiếu ký tự"),
    (
        "invalid escape",
        "sau dấu \\ là ký tự không dùng được; muốn ghi chính dấu \\ thì ghi \\\\",
    ),
    (
        "too few unicode value digits",
        "mã ký tự sau \\u thiếu chữ số",
    ),
    ("unclosed array table", "tên bảng thiếu ]]"),
    ("unclosed array", "danh sách thiếu dấu ]"),
    ("unclosed inline table", "bảng trong dòng thiếu dấu }"),
    ("unclosed table", "tên bảng thiếu dấu ]"),
    ("missing comma", "thiếu dấu phẩy"),
    ("extra comma", "thừa dấu phẩy"),
    (
        "missing key for inline table",
        "trong bảng có giá trị mà không có khóa",
    ),
    (
        "invalid inline table",
        "bảng trong dòng không đúng dạng { khóa = giá trị }",
    ),
    (
        "cannot extend value",
        "khóa này đã có giá trị nên không thể thêm khóa con",
    ),
    ("cannot recurse further", "các ngoặc lồng nhau quá sâu"),
    ("recursion limit", "các ngoặc lồng nhau quá sâu"),
    (
        "unexpected leading zero",
        "số không được bắt đầu bằng chữ số 0",
    ),
    ("carriage return must", "có dấu xuống dòng lạ"),
    (
        "invalid comment character",
        "lời chú giải có ký tự không được phép",
    ),
    ("invalid value", "giá trị không đọc được"),
    (
        "unexpected key or value",
        "thừa nội dung trên dòng này; mỗi dòng chỉ ghi một khóa",
    ),
    ("unexpected content", "nội dung lạ"),
];

/// Words for the readers' names of kinds of values, as they begin.
const KINDS: [(&str, &str); 27] = [
    (
        "a number of points, a percentage, or a table",
        "số điểm, tỷ lệ như \"80%\", hoặc bảng { cấp = số điểm hay tỷ lệ }",
    ),
    (
        "a number of points or a percentage",
        "số điểm hoặc tỷ lệ như \"80%\"",
    ),
    (
        "a number, \"unlimited\", or a table",
        "một số, “không giới hạn”, hoặc bảng { cấp = số hay “không giới hạn” }",
    ),
    ("a number or \"unlimited\"", "một số hoặc “không giới hạn”"),
    (
        "a number, or a table of level",
        "một số, hoặc bảng { cấp = số }",
    ),
    ("a number", "một số"),
    ("integer", "số"),
    ("floating point", "số"),
    ("string", "chữ"),
    ("a string", "chữ trong ngoặc kép"),
    ("str", "chữ trong ngoặc kép"),
    ("borrowed string", "chữ trong ngoặc kép"),
    ("boolean", "giá trị đúng/sai"),
    ("a boolean", "true hoặc false"),
    ("bool", "true hoặc false"),
    ("sequence", "danh sách"),
    ("a sequence", "danh sách [ … ]"),
    ("map", "bảng"),
    ("a map", "bảng { khóa = giá trị }"),
    ("struct", "bảng { khóa = giá trị }"),
    ("internally tagged enum", "bảng có khóa “type”"),
    ("a TOML datetime", "ngày, ví dụ 2018-01-31"),
    ("datetime", "ngày, ví dụ 2018-01-31"),
    ("null", "giá trị trống"),
    ("unit value", "giá trị trống"),
    ("a tuple", "danh sách"),
    ("tuple", "danh sách"),
];

/// What is wrong with the form of a definition.
pub fn syntax(detail: &str) -> String {
    let known = SYNTAX.iter().find(|(start, _)| detail.starts_with(start));
    let words = known.map_or_else(|| frame(detail), |(_, words)| (*words).to_string());
    format!("sai cú pháp: {words}")
}

/// What is wrong with a value.
pub fn value(detail: &str) -> String {
    shape(detail).unwrap_or_else(|| format!("giá trị không đúng: {}", frame(detail)))
}

/// What is wrong with a JSON report; its place stands at the end of the reader's words.
pub fn json(detail: &str) -> String {
    let (words, place) = match detail.rsplit_once(" at line ") {
        Some((words, place)) => (words, place.split_once(" column ")),
        None => (detail, None),
    };
    let said = shape(words).unwrap_or_else(|| match words {
        _ if words.starts_with("EOF while") => "tệp bị cắt cụt".to_string(),
        _ if words.starts_with("trailing char") => "thừa nội dung ở cuối tệp".to_string(),
        _ if words.starts_with("expected") || words.starts_with("key must be") => {
            "không đúng cú pháp JSON".to_string()
        }
        _ if words.starts_with("recursion limit") => "các ngoặc lồng nhau quá sâu".to_string(),
        _ => frame(words),
    });
    match place {
        Some((line, column)) if line != "0" => format!("dòng {line}, cột {column}: {said}"),
        _ => said,
    }
}

/// What no table has words for.
fn frame(detail: &str) -> String {
    format!("bộ đọc tệp báo “{}”", short(detail, MOST))
}

/// The sentences that all readers share.
fn shape(detail: &str) -> Option<String> {
    let names: Vec<&str> = detail.split('`').skip(1).step_by(2).collect();
    let first = || names.first().map(|name| short(name, MOST));
    if let Some(rest) = detail.strip_prefix("invalid type: ") {
        return mismatch(rest);
    }
    if let Some(rest) = detail.strip_prefix("invalid value: ") {
        return mismatch(rest);
    }
    if let Some(rest) = detail.strip_prefix("invalid length ") {
        let (found, _) = rest.split_once(',')?;
        return Some(format!(
            "danh sách có {found} phần tử, không đúng số phải có"
        ));
    }
    if detail.starts_with("unknown variant") {
        let known: Vec<&str> = names.iter().skip(1).copied().collect();
        return Some(format!(
            "không có giá trị “{}”; chỉ dùng được: {}",
            first()?,
            known.join(", ")
        ));
    }
    if detail.starts_with("unknown field") {
        return Some(format!("không có khóa “{}”", first()?));
    }
    if detail.starts_with("missing field") {
        return Some(format!("thiếu khóa “{}”", first()?));
    }
    if detail.starts_with("duplicate field") {
        return Some(format!("khóa “{}” được ghi hai lần", first()?));
    }
    None
}

/// `string "abc", expected i32`.
fn mismatch(detail: &str) -> Option<String> {
    let (found, expected) = detail.rsplit_once(", expected ")?;
    let expected = wanted(expected)?;
    let quoted = found.split_once(['`', '"']).map(|(_, rest)| rest);
    let quoted = quoted.map(|rest| rest.trim_end_matches(['`', '"']));
    let kind = words_of(found).unwrap_or("giá trị");
    Some(match quoted.filter(|text| !text.is_empty()) {
        Some(text) => format!("cần {expected}, không phải {kind} “{}”", short(text, MOST)),
        None => format!("cần {expected}, không phải {kind}"),
    })
}

fn wanted(expected: &str) -> Option<String> {
    let bits = |text: &str| matches!(text, "8" | "16" | "32" | "64" | "size");
    if expected.strip_prefix('u').is_some_and(bits) {
        return Some("số nguyên từ 0 trở lên".to_string());
    }
    if expected.strip_prefix('i').is_some_and(bits) {
        return Some("số nguyên".to_string());
    }
    words_of(expected).map(str::to_string)
}

fn words_of(kind: &str) -> Option<&'static str> {
    let known = KINDS.iter().find(|(start, _)| {
        kind.strip_prefix(start)
            .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    });
    known.map(|(_, words)| *words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_words_become_sentences() {
        for (detail, said) in [
            (
                "invalid type: string \"abc\", expected i32",
                "cần số nguyên, không phải chữ “abc”",
            ),
            (
                "invalid value: integer `-1`, expected u32",
                "cần số nguyên từ 0 trở lên, không phải số “-1”",
            ),
            (
                "invalid type: boolean `true`, expected a number, or a table of level = number",
                "cần một số, hoặc bảng { cấp = số }, không phải giá trị đúng/sai “true”",
            ),
            (
                "invalid type: string \"tám mươi\", expected a number of points, a percentage, or a table of level = either",
                "cần số điểm, tỷ lệ như \"80%\", hoặc bảng { cấp = số điểm hay tỷ lệ }, không phải chữ “tám mươi”",
            ),
            (
                "invalid type: integer `1`, expected a sequence",
                "cần danh sách [ … ], không phải số “1”",
            ),
            (
                "invalid type: map, expected a string",
                "cần chữ trong ngoặc kép, không phải bảng",
            ),
            (
                "unknown variant `sums`, expected one of `sum`, `ratio`",
                "không có giá trị “sums”; chỉ dùng được: sum, ratio",
            ),
            ("missing field `type`", "thiếu khóa “type”"),
            ("duplicate field `id`", "khóa “id” được ghi hai lần"),
        ] {
            assert_eq!(value(detail), said);
        }
        assert_eq!(
            value("a fault of another kind"),
            "giá trị không đúng: bộ đọc tệp báo “a fault of another kind”"
        );
        assert_eq!(
            syntax("unclosed array, expected `]`"),
            "sai cú pháp: danh sách thiếu dấu ]"
        );
        assert_eq!(
            json("missing field `year` at line 3 column 7"),
            "dòng 3, cột 7: thiếu khóa “year”"
        );
        assert_eq!(
            json("EOF while parsing a value at line 9 column 1"),
            "dòng 9, cột 1: tệp bị cắt cụt"
        );
    }
}
