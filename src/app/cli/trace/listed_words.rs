//! What people call the kinds of values that a list holds.

use crate::base::lang::{Phrase, phrase};
use crate::result::report::kind::{Kind, Part};

/// What people call a kind of value.
pub(super) fn words(kind: &Kind) -> Phrase {
    match kind {
        Kind::Return => phrase("Tệp", "File"),
        Kind::Claimed => phrase("Điểm tự chấm", "Self score"),
        Kind::Computed => phrase("Điểm tính từ số liệu", "Computed from figures"),
        Kind::Appraised => phrase("Điểm thẩm định", "Appraised score"),
        Kind::Decided => phrase("Điểm theo quyết định", "Decided"),
        Kind::Counted => phrase("Điểm được tính", "Counted"),
        Kind::Explanation => phrase("Giải trình", "Explanation"),
        Kind::Applicable => phrase("Điểm tối đa áp dụng", "Maximum that applies"),
        Kind::Group => phrase("Điểm nhóm", "Group"),
        Kind::Subtotal => phrase("Điểm mục", "Points of the criteria below"),
        Kind::Total => phrase("Tổng điểm", "Total"),
        Kind::OwnTotal => phrase("Đơn vị tự ghi tổng", "The unit states a total of"),
        Kind::Rank => phrase("Thứ hạng", "Place"),
        Kind::Grade => phrase("Xếp loại", "Grade"),
        _ => phrase("Giá trị khác", "Other value"),
    }
}

/// What people call a part of a statistic.
pub(super) fn words_of_part(part: Part) -> Phrase {
    match part {
        Part::Value => phrase("Giá trị", "Value"),
        Part::Numerator => phrase("Tử số", "Numerator"),
        Part::Denominator => phrase("Mẫu số", "Denominator"),
        Part::Covered => phrase("Số đơn vị có số liệu", "Units in it"),
        Part::Expected => phrase("Số đơn vị phải có", "Units expected"),
        Part::Order => phrase("Thứ tự", "Position"),
        Part::Formula => phrase("Cách tính", "Formula"),
    }
}
