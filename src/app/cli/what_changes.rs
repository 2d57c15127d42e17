//! What deciding a finding could change, as the terminal says it.
//!
//! In: a change that is possible. Out: one line. Not for: which changes are possible.

use crate::base::lang::{Lang, phrase, say};
use crate::result::report::PossibleChange;

/// What deciding a finding could change, in words; empty where neither the grade nor the place.
pub(super) fn shown(change: &PossibleChange, lang: Lang) -> String {
    let mut parts = Vec::new();
    let or = phrase(" hoặc ", " or ").get(lang);
    if !change.grades.is_empty() {
        let (grades, now) = (change.grades.join(or), &change.grade);
        parts.push(if change.is_open {
            say!(
                lang,
                "có thể xếp loại {grades} thay vì {now}",
                "the grade may be {grades} instead of {now}"
            )
        } else {
            say!(
                lang,
                "nếu đúng thì xếp loại {grades} thay vì {now}",
                "if it is right, the grade is {grades} instead of {now}"
            )
        });
    }
    let place = change.place;
    let (best, worst) = (change.best, change.worst);
    let up = (best < place).then(|| say!(lang, "lên {best}", "up to {best}"));
    let down = (worst > place).then(|| say!(lang, "xuống {worst}", "down to {worst}"));
    let ways: Vec<String> = [up, down].into_iter().flatten().collect();
    if !ways.is_empty() {
        let ways = ways.join(or);
        parts.push(say!(
            lang,
            "có thể từ hạng {place} {ways}",
            "the place may go from {place} {ways}"
        ));
    }
    parts.join("; ")
}
