//! What open findings can still make of a unit, in one line.
//!
//! In: the margins of a unit. Out: the range of its total, its grades and its places; nothing where all of it is certain. The terminal and
//! the workbook say the same. Not for: the findings themselves.

use crate::base::lang::{Lang, phrase, say};
use crate::result::margins::UnitMargins;
use crate::result::report::{HowCertain, Report};

/// What can still change; empty where nothing can.
pub fn open(unit: &UnitMargins<'_>, report: &Report, lang: Lang) -> String {
    let mut parts = Vec::new();
    if unit.open > 0 {
        let open = unit.open;
        parts.push(say!(
            lang,
            "tạm tính, còn {open} tiêu chí chưa xác định điểm",
            "provisional, {open} criteria open"
        ));
    }
    let (lowest, highest) = (unit.lowest.rounded(3), unit.highest.rounded(3));
    if lowest != highest {
        let range = lang.range(lowest, highest);
        parts.push(say!(lang, "tổng {range}", "total {range}"));
    }
    let grading = unit.grading;
    if grading.best != grading.worst {
        let (worst, best) = (&grading.worst, &grading.best);
        let place = |name: &String| report.grades.iter().position(|grade| grade.name == *name);
        let is_next = place(best).map(|best| best + 1) == place(worst);
        parts.push(if is_next {
            say!(lang, "xếp {worst} hoặc {best}", "grade {worst} or {best}")
        } else {
            say!(lang, "xếp từ {worst} đến {best}", "grade {worst} to {best}")
        });
    }
    let rank = unit.rank;
    if rank.best != rank.worst {
        let (best, worst) = (rank.best, rank.worst);
        parts.push(say!(
            lang,
            "hạng {best} đến {worst}",
            "place {best} to {worst}"
        ));
    }
    let is_settled = grading.grade.is_some() && grading.best == grading.worst;
    if unit.certainty == Some(HowCertain::Open) && is_settled {
        let text = phrase(
            "giá trị làm mốc của cấp còn nghi vấn",
            "the value that the level is measured by is in doubt",
        );
        parts.push(text.get(lang).to_string());
    }
    if unit.certainty == Some(HowCertain::Unread) {
        let text = phrase(
            "có phần chưa đọc được nên chưa chắc chắn",
            "something was not read, so it is not certain",
        );
        parts.push(text.get(lang).to_string());
    }
    parts.join("; ")
}
