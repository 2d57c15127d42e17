//! What a definition names, in Vietnamese.
//!
//! In: a kind. Out: its word. Not for: the names themselves.

use crate::base::error::Nameable;

/// What a definition names.
pub(super) fn kind(kind: Nameable) -> &'static str {
    match kind {
        Nameable::Level => "cấp",
        Nameable::Grade => "xếp loại",
        Nameable::Group => "nhóm tiêu chí",
        Nameable::Criterion => "tiêu chí",
        Nameable::Figure => "số liệu",
        Nameable::Section => "mục",
        Nameable::Statistic => "chỉ tiêu thống kê",
        Nameable::Tier => "bậc",
        Nameable::Option => "phương án",
        Nameable::Unit => "đơn vị",
        Nameable::Relation => "quan hệ kế thừa",
        Nameable::BuiltIn => "bộ có sẵn hoặc tệp",
        Nameable::Blank => "chỗ người soạn viết",
        Nameable::Field => "trường",
    }
}
