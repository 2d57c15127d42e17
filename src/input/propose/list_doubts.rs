//! What to ask of lists whose lines have no codes: which of them are heads of others.
//!
//! In: what was found. Out: questions, as [`Sources`] gives them. Not for: finding out (`outline`).

use crate::base::lang::say;
use crate::campaign::definition::at;
use crate::campaign::documents::{Certainty, Proposed};
use crate::input::propose::code::CodeStyle;
use crate::input::propose::row_kinds::FormRowKind;
use crate::input::propose::sources::Sources;

/// Lines that a question names.
const MOST_NAMED: usize = 5;

/// Texts in quotes, no more than a question names.
fn quoted(texts: &[&str]) -> String {
    let named = texts
        .iter()
        .take(MOST_NAMED)
        .map(|text| format!("“{text}”"));
    let more = if texts.len() > MOST_NAMED {
        ", …"
    } else {
        ""
    };
    let named: Vec<String> = named.collect();
    format!("{}{more}", named.join(", "))
}

impl Sources<'_> {
    /// What to ask of a list without groups: of lines that add up those below them and are taken for criteria, and of lines that nothing
    /// is taken for.
    pub(super) fn list(&self) -> Vec<Proposed> {
        let mut groups = self.found.items.iter().filter(|one| one.is_group);
        if !groups.all(|one| one.row.is_none()) {
            return Vec::new();
        }
        let asked = |key: &str, question: String| {
            let mut line = Sources::blank(at!["group", 0, key]);
            (line.certainty, line.question) = (Certainty::Unclear, question);
            line
        };
        let heads = self.doubted_heads().map(|question| asked("name", question));
        let unused = self
            .unused_lines()
            .map(|question| asked("maximum", question));
        heads.into_iter().chain(unused).collect()
    }

    fn doubted_heads(&self) -> Option<String> {
        let doubted = &self.found.doubted_heads;
        let (first, parts) = doubted.first()?;
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        let heads: Vec<&str> = doubted.iter().map(|(head, _)| head.as_str()).collect();
        let (heads, parts) = (quoted(&heads), quoted(&parts));
        Some(say!(
            self.lang,
            "Các dòng không có mã. Điểm của {heads} đúng bằng tổng các dòng ngay dưới mỗi dòng ấy (như {parts} dưới “{first}”), nhưng không có dòng tổng, các phiếu chấm như nhau nên không biết đó là tên nhóm hay là tiêu chí: đang coi mọi dòng là tiêu chí và cộng tất cả. Có đúng không? Nếu là nhóm thì chuyển dòng ấy thành nhóm, các dòng dưới thành tiêu chí của nhóm, rồi sửa tổng điểm tối đa.",
            "The rows have no codes. The points of {heads} are the sum of the rows right below each (such as {parts} below “{first}”), but there is no total and all forms score alike, so these may be groups or criteria: every row is taken for a criterion and all are added up. Is that right? If they are groups, make these rows groups and those below their criteria, and correct the total."
        ))
    }

    /// Lines without points or codes, before lines with points.
    fn unused_lines(&self) -> Option<String> {
        let rows = &self.finder.forms.consensus.rows;
        let is_words = |at: usize| self.kinds.get(at) == Some(&FormRowKind::Words);
        let is_unused = |at: &usize| {
            let row = rows.get(*at);
            let is_bare = row.is_some_and(|row| {
                row.parent.is_none() && row.code.style == CodeStyle::Bare && !row.key.is_empty()
            });
            let has_next = matches!(self.kinds.get(at + 1), Some(FormRowKind::Leaf(_)));
            is_bare && is_words(*at) && has_next
        };
        let unused = (0..rows.len()).filter(is_unused);
        let unused: Vec<&str> = unused
            .filter_map(|at| Some(rows.get(at)?.text.as_str()))
            .collect();
        let lines = quoted(&unused);
        (!unused.is_empty()).then(|| {
            say!(
                self.lang,
                "Các dòng {lines} không có mã, không có điểm nên không được dùng; các tiêu chí ở chung một nhóm. Nếu đó là tên nhóm thì thêm nhóm ở trang Tiêu chí và đặt các tiêu chí dưới nhóm của mình.",
                "The rows {lines} have neither codes nor points and are not used; all criteria are in one group. If these are names of groups, add the groups on the sheet of criteria and put the criteria below theirs."
            )
        })
    }

    /// What to ask where the lines of some forms took too long to be looked at.
    pub(super) fn ask_slow(&self) -> Option<String> {
        let slow: Vec<&str> = self.found.slow.iter().map(String::as_str).collect();
        let files = quoted(&slow);
        (!slow.is_empty()).then(|| {
            say!(
                self.lang,
                "Xem cấu trúc nhóm của {files} lâu quá nên bỏ dở: các tệp ấy không được tính đến khi xác định dòng nào là nhóm. Xem lại các nhóm và tổng điểm tối đa có đúng không?",
                "Looking for groups took too long in {files}: these files had no say in which rows are groups. Are the groups and the total right?"
            )
        })
    }
}
