//! Habits that no definition takes, in Vietnamese: what to write instead.
//!
//! In: such a habit, or a row with too many fields. Out: a sentence. Not for: what else is wrong in a definition.

use crate::base::error::{Habit, HabitSlip};

/// What to write instead.
pub(super) fn said(slip: &HabitSlip) -> String {
    let HabitSlip {
        habit,
        written,
        instead,
    } = slip;
    let wanted = match habit {
        Habit::DecimalComma => "số lẻ viết bằng dấu chấm, không có ngoặc kép",
        Habit::Thousands => {
            let plain = slip.plain();
            return format!(
                "{written} có thể là {instead} hoặc {plain}: hãy viết số đúng, không có dấu chấm ngăn hàng nghìn"
            );
        }
        Habit::Grouped => "hàng nghìn viết liền",
        Habit::Percent => "số viết không có dấu %",
        Habit::BarePercent => "tỷ lệ đặt trong ngoặc kép thẳng",
        Habit::Quotes => "ngoặc kép phải là dấu thẳng",
        Habit::Day => "ngày viết theo thứ tự năm-tháng-ngày, không có ngoặc kép",
        Habit::Backslash => "dấu \\ trong ngoặc kép có nghĩa khác; đường dẫn dùng dấu /",
        Habit::Colon => "giữa khóa và giá trị là dấu =",
        Habit::Truth => "có, không viết là true, false",
        Habit::Brackets => "mỗi mục trong một danh sách bắt đầu bằng hai ngoặc vuông",
        Habit::OldFont => "đây là chữ phông cũ (TCVN3, VNI); cần chữ Unicode",
    };
    format!("{wanted}: {instead}, không phải {written}")
}

/// A row with more or fewer fields than the first one.
pub(super) fn fields(found: u64, expected: u64) -> String {
    let hint = if found > expected {
        "; chữ có dấu phẩy phải đặt trong ngoặc kép thẳng, ví dụ \"Sở Giao thông, Vận tải\""
    } else {
        ""
    };
    format!("dòng có {found} ô, dòng đầu có {expected} ô{hint}")
}
