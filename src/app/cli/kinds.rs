//! What a definition names, in both languages.
//!
//! In: a kind. Out: its word. Not for: the names themselves.

use crate::base::error::Kind;
use crate::base::lang::{Lang, phrase};

/// What a definition names.
pub(super) fn kind(kind: Kind, lang: Lang) -> &'static str {
    match kind {
        Kind::Level => phrase("cấp", "level"),
        Kind::Grade => phrase("xếp loại", "grade"),
        Kind::Group => phrase("nhóm tiêu chí", "group"),
        Kind::Criterion => phrase("tiêu chí", "criterion"),
        Kind::Figure => phrase("số liệu", "figure"),
        Kind::Section => phrase("mục", "section"),
        Kind::Statistic => phrase("chỉ tiêu thống kê", "statistic"),
        Kind::Tier => phrase("bậc", "tier"),
        Kind::Option => phrase("phương án", "option"),
        Kind::Unit => phrase("đơn vị", "unit"),
        Kind::Relation => phrase("quan hệ kế thừa", "relation"),
        Kind::BuiltIn => phrase("bộ có sẵn hoặc tệp", "built-in definition or file"),
    }
    .get(lang)
}
