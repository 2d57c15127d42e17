//! Why a unit, a group or a criterion is not compared, or under what condition.
//!
//! In: reasons of a comparison. Out: texts in either language. Not for: where they stand.

use crate::base::date::Day;
use crate::base::lang::{Lang, Phrase, phrase, say};
use crate::base::points::{Most, Points};
use crate::campaign::units::Relation;
use crate::result::diff::{Reason, UnitDiff};

fn relation(relation: Relation) -> Phrase {
    match relation {
        Relation::Renamed => phrase("đổi tên", "renamed"),
        Relation::Merged => phrase("sáp nhập", "merged"),
        Relation::Split => phrase("chia tách", "split"),
        Relation::Abolished => phrase("giải thể", "abolished"),
    }
}

/// Why something is not compared, or under what condition.
pub fn reason(reason: &Reason, lang: Lang) -> String {
    let number = |points: &Points| lang.number(points.0);
    match reason {
        Reason::Succession {
            relation,
            before,
            after,
            date,
            basis,
        } => succession(*relation, (before, after), *date, basis, lang),
        Reason::NameDiffers { before, now } => say!(
            lang,
            "cùng mã, khác tên ({before} → {now}), danh sách không ghi là đổi tên",
            "one code, two names ({before} → {now}); the registry does not call it renamed"
        ),
        Reason::TotalMaximum { before, now } => say!(
            lang,
            (
                "tổng điểm tối đa {} → {}, so theo tỷ lệ",
                number(before),
                number(now)
            ),
            (
                "the total's maximum {} → {}, compared as shares",
                number(before),
                number(now)
            )
        ),
        Reason::Maximum { before, now } => maximum(*before, *now, lang),
        Reason::Rule => say!(lang, "quy tắc chấm đã đổi", "its rule changed"),
        Reason::Replaced { before, now } => say!(
            lang,
            "nội dung khác: “{before}” → “{now}”",
            "another text: \"{before}\" → \"{now}\""
        ),
        Reason::Added => say!(lang, "mới, năm trước không có", "new, not there then"),
        Reason::Removed => say!(lang, "đã bỏ", "gone"),
        Reason::Open {
            is_now,
            lowest,
            highest,
        } => open(*is_now, *lowest, *highest, lang),
        Reason::Criteria { criteria } => say!(
            lang,
            ("nhóm {} có tiêu chí thay đổi", criteria.join(", ")),
            ("criteria changed in group {}", criteria.join(", "))
        ),
        Reason::NotCounted { is_now, files } => not_counted(*is_now, files, lang),
        Reason::OtherUnits | Reason::OtherCriteria | Reason::OtherScale | Reason::ScaleUnknown => {
            apart(reason).get(lang).to_string()
        }
    }
}

/// That files of the unit lie there and do not count.
fn not_counted(is_now: bool, files: &str, lang: Lang) -> String {
    let side = if is_now {
        phrase("bên sau", "the side after")
    } else {
        phrase("bên trước", "the side before")
    };
    let side = side.get(lang);
    say!(
        lang,
        "{side} có tệp nhưng chưa được tính: {files}",
        "{side} has a file that does not count: {files}"
    )
}

/// That the sides themselves are not of one kind.
fn apart(reason: &Reason) -> Phrase {
    match reason {
        Reason::OtherUnits => phrase(
            "hai bên có lẽ là hai nơi khác nhau",
            "the sides are probably two places",
        ),
        Reason::OtherCriteria => phrase(
            "hai bên không có tiêu chí chung",
            "the sides share no criterion",
        ),
        Reason::OtherScale => phrase(
            "hai bên không cùng thang điểm",
            "the sides are on two scales",
        ),
        _ => phrase(
            "một bên không cho biết thang điểm, thay đổi chỉ đúng nếu hai bên cùng thang",
            "one side does not tell its scale; the change holds only if it is that of the other",
        ),
    }
}

/// That a maximum is another; of what has no limit there is no share.
fn maximum(before: Most, now: Most, lang: Lang) -> String {
    let is_limited = !before.is_unlimited() && !now.is_unlimited();
    let (before, now) = (lang.most(before), lang.most(now));
    let how = if is_limited {
        phrase(", so theo tỷ lệ", ", compared as shares").get(lang)
    } else {
        ""
    };
    say!(
        lang,
        "điểm tối đa {before} → {now}{how}",
        "maximum {before} → {now}{how}"
    )
}

/// That a total is provisional, and what it can come to.
fn open(is_now: bool, lowest: Points, highest: Option<Most>, lang: Lang) -> String {
    let year = if is_now {
        phrase("năm nay", "this year")
    } else {
        phrase("năm trước", "last year")
    };
    let year = year.get(lang);
    let least = lang.number(lowest.0);
    match highest {
        Some(highest) => {
            let range = lang.range(lowest, highest);
            say!(
                lang,
                "tổng điểm {year} là tạm tính, {range}",
                "the total of {year} is provisional, {range}"
            )
        }
        None => say!(
            lang,
            "tổng điểm {year} là tạm tính, ít nhất {least}",
            "the total of {year} is provisional, at least {least}"
        ),
    }
}

/// What became of units: `sáp nhập: A + B → C, từ 01/7/2025 (Nghị quyết 5)`.
fn succession(
    how: Relation,
    (before, after): (&[String], &[String]),
    date: Option<Day>,
    basis: &str,
    lang: Lang,
) -> String {
    let ends = format!("{} → {}", before.join(" + "), after.join(" + "));
    let ends = ends.trim_end_matches("→ ").trim_end();
    let mut text = format!("{}: {ends}", relation(how).get(lang));
    if let Some(date) = date {
        let day = date.shown(lang);
        text.push_str(&say!(lang, ", từ {day}", ", from {day}"));
    }
    if !basis.is_empty() {
        text.push_str(&format!(" ({basis})"));
    }
    text
}

/// Why a group or a criterion is not compared, or under what condition.
pub fn item_reason(one: &Reason, lang: Lang) -> String {
    match one {
        Reason::Criteria { criteria } => {
            let all = criteria.join(", ");
            say!(
                lang,
                "có tiêu chí thay đổi: {all}",
                "criteria changed: {all}"
            )
        }
        _ => reason(one, lang),
    }
}

/// All reasons of a unit in one line.
pub fn reasons(unit: &UnitDiff, lang: Lang) -> String {
    let texts: Vec<String> = unit.reasons.iter().map(|one| reason(one, lang)).collect();
    texts.join("; ")
}
