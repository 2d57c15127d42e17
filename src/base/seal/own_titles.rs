//! The titles of those sheets of a result that hold no table of results: written by `output`, and known again by `signs`.

use crate::base::lang::{Phrase, phrase};

/// The first sheet's name.
pub const OVERVIEW: Phrase = phrase("Tổng quan", "Overview");
/// The comparison of two years.
pub const COMPARISON: Phrase = phrase("SO SÁNH KẾT QUẢ HAI NĂM", "TWO YEARS COMPARED");
/// Findings about the files that are compared.
pub const DOUBTS: Phrase = phrase(
    "CẢNH BÁO VỀ TỆP ĐƯỢC SO SÁNH",
    "FINDINGS ABOUT THE FILES COMPARED",
);
/// Statistics.
pub const STATISTICS: Phrase = phrase("CHỈ TIÊU THỐNG KÊ", "STATISTICS");
/// The points by criterion.
pub const DETAIL: Phrase = phrase("BẢNG ĐIỂM CHI TIẾT\nTHEO TIÊU CHÍ", "POINTS BY CRITERION");
/// How far units are from the limits of grades.
pub const MARGINS: Phrase = phrase("NGƯỠNG XẾP LOẠI", "LIMITS OF GRADES");
/// Who returned what.
pub const INTAKE: Phrase = phrase("TÌNH HÌNH NỘP", "RETURNS");
/// Findings.
pub const FINDINGS: Phrase = phrase("CẢNH BÁO", "FINDINGS");

/// What was decided.
pub const DECISIONS: Phrase = phrase("QUYẾT ĐỊNH ĐÃ GHI", "DECISIONS");

/// The titles that such a sheet can have in its first cell.
pub(super) const ALL: [Phrase; 8] = [
    COMPARISON, DOUBTS, STATISTICS, DETAIL, MARGINS, INTAKE, FINDINGS, DECISIONS,
];
