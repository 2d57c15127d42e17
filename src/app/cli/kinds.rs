//! What a definition names, in both languages.
//!
//! In: a kind. Out: its word. Not for: the names themselves.

use crate::base::error::Nameable;
use crate::base::lang::{Lang, phrase};

/// What a definition names.
pub(super) fn kind(kind: Nameable, lang: Lang) -> &'static str {
    match kind {
        Nameable::Level => phrase("cấp", "level"),
        Nameable::Grade => phrase("xếp loại", "grade"),
        Nameable::Group => phrase("nhóm tiêu chí", "group"),
        Nameable::Criterion => phrase("tiêu chí", "criterion"),
        Nameable::Figure => phrase("số liệu", "figure"),
        Nameable::Section => phrase("mục", "section"),
        Nameable::Statistic => phrase("chỉ tiêu thống kê", "statistic"),
        Nameable::Tier => phrase("bậc", "tier"),
        Nameable::Option => phrase("phương án", "option"),
        Nameable::Unit => phrase("đơn vị", "unit"),
        Nameable::Relation => phrase("quan hệ kế thừa", "relation"),
        Nameable::BuiltIn => phrase("bộ có sẵn hoặc tệp", "built-in definition or file"),
    }
    .get(lang)
}
