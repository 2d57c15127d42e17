//! The year at the end of a title, without the word: `BÁO CÁO TỰ ĐÁNH GIÁ 2025`, `PHIẾU CHẤM ĐIỂM - 2024-2025`.
//!
//! In: the key of a text above a table. Out: the year that it ends in, or the two of a school year. Not for: `năm 2025`, whose word may
//! stand anywhere.

use crate::campaign::hints::Hint;

/// The most words of a title.
const LONGEST: usize = 16;

/// Words behind which a year is that of a document.
const DOCUMENT: [&str; 20] = [
    "theo",
    "phiên bản",
    "ban hành",
    "số",
    "luật",
    "pháp lệnh",
    "hiến pháp",
    "điều lệ",
    "đề án",
    "dự án",
    "phương án",
    "chương trình",
    "chiến lược",
    "quy hoạch",
    "quy định",
    "quy chế",
    "hướng dẫn",
    "kết luận",
    "công điện",
    "thông báo",
];

/// Documents that are called by their years: `Luật Đất đai năm 2013`.
const LAWS: [&str; 10] = [
    "luật",
    "bộ luật",
    "pháp lệnh",
    "hiến pháp",
    "nghị quyết",
    "nghị định",
    "quyết định",
    "chỉ thị",
    "thông tư",
    "điều lệ",
];

/// Words that hold one of those and are no document.
const NO_DOCUMENT: [&str; 3] = ["pháp luật", "kỷ luật", "kỉ luật"];

/// Whether a title names a document before `năm 2008`, of which the year may be.
pub fn may_be_of_document(key: &str) -> bool {
    let Some((before, _)) = key.rsplit_once(" năm ") else {
        return false;
    };
    let mut before = format!(" {before} ");
    for word in NO_DOCUMENT {
        before = before.replace(&format!(" {word} "), " … ");
    }
    let mut laws = LAWS.iter();
    laws.any(|word| before.contains(&format!(" {word} ")))
}

/// The year that a title ends in, twice, or the first and the last of two that follow each other.
pub fn title_years(key: &str) -> Option<(i32, i32)> {
    if let Some(years) = school_years(key) {
        return Some(years);
    }
    let mut words: Vec<&str> = key.split(' ').collect();
    let is_title = Hint::Form.begins(key) || Hint::Title.begins(key);
    if !is_title || words.len() > LONGEST {
        return None;
    }
    let last = year(words.pop()?)?;
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let first = match words.last().copied().filter(|word| is_number(word)) {
        Some(before) => {
            words.pop();
            year(before).filter(|first| first + 1 == last)?
        }
        None => last,
    };
    let is_whole = words.last().is_some_and(|word| !is_number(word));
    (is_whole && !names_document(&words.join(" "))).then_some((first, last))
}

fn year(word: &str) -> Option<i32> {
    let is_year = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let year: i32 = word.parse().ok().filter(|_| is_year)?;
    (2000..=2099).contains(&year).then_some(year)
}

/// The two years of `NĂM HỌC 2025-2026`, in a title of any length or on a line of its own.
fn school_years(key: &str) -> Option<(i32, i32)> {
    let (before, after) = key.rsplit_once("năm học ")?;
    let mut behind = after.split(' ').map(year);
    let (first, last) = (behind.next()??, behind.next()??);
    let is_title = Hint::Form.begins(key) || Hint::Title.begins(key);
    let is_own = before.is_empty() && behind.next().is_none();
    let is_meant = is_own || is_title && !names_document(before);
    (first + 1 == last && is_meant).then_some((first, last))
}

/// Whether words name a document, of which a year behind them is.
fn names_document(words: &str) -> bool {
    let mut before = format!(" {words} ");
    for word in NO_DOCUMENT {
        before = before.replace(&format!(" {word} "), " … ");
    }
    let is_said = |word: &str| before.contains(&format!(" {word} "));
    Hint::OtherYear.words().any(is_said) || DOCUMENT.into_iter().any(is_said)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::text;

    #[test]
    fn years_of_documents() {
        let may_be = |title: &str| may_be_of_document(&text::key(title));
        assert!(may_be(
            "PHIẾU CHẤM ĐIỂM THỰC HIỆN LUẬT CÁN BỘ, CÔNG CHỨC NĂM 2008"
        ));
        assert!(may_be("Bảng chấm điểm theo Nghị quyết số 18 năm 2017"));
        assert!(!may_be("Phiếu chấm điểm chuẩn tiếp cận pháp luật năm 2025"));
        assert!(!may_be("Phiếu chấm điểm năm 2025"));
    }

    #[test]
    fn years_at_the_ends_of_titles() {
        let years = |title: &str| title_years(&text::key(title));
        assert_eq!(years("BÁO CÁO TỰ ĐÁNH GIÁ 2025"), Some((2025, 2025)));
        assert_eq!(years("Phiếu chấm điểm xã xanh - 2025"), Some((2025, 2025)));
        assert_eq!(years("Phiếu chấm điểm (2025)"), Some((2025, 2025)));
        assert_eq!(years("Tự chấm điểm 2024-2025"), Some((2024, 2025)));
        for school in [
            "PHIẾU TỰ ĐÁNH GIÁ TRƯỜNG HỌC AN TOÀN, PHÒNG CHỐNG TAI NẠN THƯƠNG TÍCH NĂM HỌC 2025-2026",
            "Năm học: 2025 - 2026",
            "Phiếu chấm điểm thi đua năm học 2025–2026 của trường",
        ] {
            assert_eq!(years(school), Some((2025, 2026)), "{school}");
        }
        for form in [
            "Phiếu chấm điểm xã đạt chuẩn tiếp cận pháp luật 2025",
            "Phiếu chấm điểm chấp hành kỷ luật, kỷ cương 2025",
        ] {
            assert_eq!(years(form), Some((2025, 2025)), "{form}");
        }
        for none in [
            "Báo cáo theo Quyết định số 15/2024",
            "Phiếu chấm điểm theo Bộ chỉ số 2020",
            "Báo cáo kết quả giai đoạn 2021-2025",
            "Bảng chấm điểm tháng 12/2024",
            "Phiếu chấm điểm 31/12/2024",
            "Sở Y tế 2025",
            "Phiếu chấm điểm theo Kế hoạch năm học 2024-2025",
            "Căn cứ nhiệm vụ năm học 2024-2025",
            "Phiếu chấm điểm năm học 2023-2025",
            "Năm học mới 2025-2026",
            "Bảng 2025 chỗ",
            "Kế hoạch 2025",
            "Phiếu tự chấm điểm thực hiện Luật Cán bộ, công chức 2008",
            "Phiếu chấm điểm thi hành Bộ luật Lao động 2019",
            "Phiếu chấm điểm thi hành pháp luật, Luật Đất đai 2024",
            "Phiếu tự chấm điểm thực hiện Nghị định về văn thư 2020",
            "Phiếu tự chấm điểm thực hiện Kế hoạch cải cách 2024",
            "Phiếu tự chấm điểm thực hiện Đề án 06 chuyển đổi số 2022",
            "Phiếu tự chấm điểm thực hiện Chương trình nông thôn mới 2021",
            "Phiếu tự chấm điểm thực hiện Quy chế dân chủ 2023",
        ] {
            assert_eq!(years(none), None, "{none}");
        }
    }
}
