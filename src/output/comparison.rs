//! The words of a comparison of two years, for the terminal and for the workbook.
//!
//! In: facts of a [`Diff`]. Out: texts in either language. Not for: where they stand.

use crate::base::ids::GroupId;
use crate::base::lang::{Lang, Phrase, phrase, plural, say};
use crate::base::points::{Decimal, Points};
use crate::base::rules::{Rule, edits, years};
pub use crate::output::comparison_reasons::{item_reason, reason, reasons};
use crate::result::diff::{
    Action, Apart, CellSubject, ChangeParts, Class, Diff, Seen, SideFacts, State,
};

/// What a year is called in headings: the year, or then and now.
pub fn years(diff: &Diff, lang: Lang) -> (String, String) {
    match (diff.previous.year, diff.current.year) {
        (Some(before), Some(now)) if before != now => (before.to_string(), now.to_string()),
        _ => (
            phrase("Trước", "Before").get(lang).to_string(),
            phrase("Sau", "After").get(lang).to_string(),
        ),
    }
}

/// A side in one line.
pub fn side(side: &SideFacts, lang: Lang) -> String {
    let year = side
        .year
        .map(|year| say!(lang, "năm {year}; ", "year {year}; "));
    let year = year.unwrap_or_default();
    let (name, scheme) = (&side.name, &side.scheme);
    if side.is_table && scheme.is_empty() {
        say!(
            lang,
            "{name} ({year}bảng công bố, không theo bộ tiêu chí nào đã biết)",
            "{name} ({year}published table, by no scheme that is known)"
        )
    } else if side.is_table && side.total_maximum.is_none() {
        say!(
            lang,
            "{name} ({year}bảng công bố: chỉ có điểm nhóm và tổng; thang điểm khác bộ tiêu chí {scheme})",
            "{name} ({year}published table: groups and totals only; its scale is not that of scheme {scheme})"
        )
    } else if side.is_table {
        say!(
            lang,
            "{name} ({year}bảng công bố: chỉ có điểm nhóm và tổng; điểm tối đa lấy theo bộ tiêu chí {scheme})",
            "{name} ({year}published table: groups and totals only; maxima are those of scheme {scheme})"
        )
    } else {
        say!(
            lang,
            "{name} ({year}bộ tiêu chí {scheme})",
            "{name} ({year}scheme {scheme})"
        )
    }
}

/// Whether the sides are told as last year and this one: they are of one place, and of two years in their order. Otherwise they are
/// the side before and the side after.
pub fn is_by_years(diff: &Diff) -> bool {
    let years = diff.previous.year.zip(diff.current.year);
    years.is_some_and(|(before, now)| before < now) && !diff.apart.contains(&Apart::Units)
}

/// What is known about a unit. `is_by_years`: as [`is_by_years`] has it.
pub fn state(state: State, is_by_years: bool) -> Phrase {
    match (state, is_by_years) {
        (State::Compared, true) => phrase("có kết quả cả hai năm", "result in both years"),
        (State::Compared, false) => phrase("có kết quả ở cả hai bên", "result on both sides"),
        (State::NotThen, true) => phrase("năm trước chưa có kết quả", "no result then"),
        (State::NotThen, false) => phrase("bên trước chưa có kết quả", "no result before"),
        (State::NotNow, true) => phrase("năm nay chưa có kết quả", "no result now"),
        (State::NotNow, false) => phrase("bên sau chưa có kết quả", "no result after"),
        (State::Neither, true) => phrase("cả hai năm chưa có kết quả", "no result in either year"),
        (State::Neither, false) => phrase("cả hai bên chưa có kết quả", "no result on either side"),
        (State::New, true) => phrase("mới", "new"),
        (State::New, false) => phrase("chỉ có ở bên sau", "on the side after only"),
        (State::Gone, true) => phrase("không còn", "gone"),
        (State::Gone, false) => phrase("chỉ có ở bên trước", "on the side before only"),
        (State::NotInTableThen, true) => {
            phrase("không có trong bảng năm trước", "not in the table of then")
        }
        (State::NotInTableThen, false) => {
            phrase("không có trong bảng bên trước", "not in the table before")
        }
        (State::NotInTableNow, true) => {
            phrase("không có trong bảng năm nay", "not in the table of now")
        }
        (State::NotInTableNow, false) => {
            phrase("không có trong bảng bên sau", "not in the table after")
        }
        (State::Broken, _) => phrase("không so sánh được", "not comparable"),
    }
}

/// A class.
pub fn class(class: Class) -> Phrase {
    match class {
        Class::Comparable => phrase("so sánh được", "comparable"),
        Class::Conditional => phrase("so sánh sau quy đổi", "comparable with conditions"),
        Class::NotComparable => phrase("không so sánh được", "not comparable"),
    }
}

/// What a cell holds.
pub fn held(held: CellSubject) -> Phrase {
    match held {
        CellSubject::Unit => phrase("Đơn vị", "Unit"),
        CellSubject::Total => phrase("Tổng điểm", "Total"),
        CellSubject::Group => phrase("Điểm nhóm", "Group points"),
        CellSubject::Criterion => phrase("Điểm tiêu chí", "Points"),
        CellSubject::Figure => phrase("Số liệu", "Figure"),
    }
}

/// What was done to a cell.
pub fn action(action: Action) -> Phrase {
    match action {
        Action::Added => phrase("Thêm", "Added"),
        Action::Removed => phrase("Bớt", "Removed"),
        Action::Changed => phrase("Đổi", "Changed"),
    }
}

/// A number with its sign: `+17,5`, `-3`, `0`.
pub fn signed(value: Decimal, lang: Lang) -> String {
    let text = lang.number(value);
    if value > Decimal::ZERO {
        format!("+{text}")
    } else {
        text
    }
}

/// What a cell shows.
pub fn seen(seen: &Seen, lang: Lang) -> String {
    match seen {
        Seen::Absent => phrase("(không có)", "(none)").get(lang).to_string(),
        Seen::Blank => phrase("(trống)", "(blank)").get(lang).to_string(),
        Seen::Number(value) => lang.number(*value),
        Seen::Text(text) => text.clone(),
        Seen::Answer(true) => phrase("Có", "Yes").get(lang).to_string(),
        Seen::Answer(false) => phrase("Không", "No").get(lang).to_string(),
    }
}

/// The parts apart from the groups, with their names, in the order of columns.
pub fn other_parts(parts: &ChangeParts) -> [(Phrase, Points); 7] {
    [
        (
            phrase("Do đổi tiêu chí", "Criteria changed"),
            parts.criteria_changed,
        ),
        (
            phrase(
                "Nhóm có tiêu chí đổi (không tách được)",
                "Groups with changed criteria (not separable)",
            ),
            parts.inseparable,
        ),
        (phrase("Do đổi đơn vị", "Unit changed"), parts.unit_changed),
        (phrase("Thẩm định", "Appraisal"), parts.appraisal),
        (phrase("Điểm cộng/trừ", "Bonus/penalty"), parts.bonus),
        (phrase("Tổng công bố lệch", "Arithmetic"), parts.arithmetic),
        (phrase("Chưa chốt", "Open"), parts.open),
    ]
}

/// The parts that are not 0, biggest first, in one line.
pub fn parts(parts: &ChangeParts, groups: &[(GroupId, String)], lang: Lang) -> String {
    let name = |id: &GroupId| {
        let found = groups.iter().find(|(group, _)| group == id);
        found.map_or_else(|| id.0.to_string(), |(_, name)| name.clone())
    };
    let of_groups = parts.groups.iter().map(|(id, points)| (name(id), *points));
    let others = other_parts(parts).map(|(phrase, points)| (phrase.get(lang).to_string(), points));
    let mut all: Vec<(String, Points)> = of_groups.chain(others).collect();
    all.retain(|(_, points)| *points != Points::ZERO);
    all.sort_by_key(|(_, points)| std::cmp::Reverse(points.abs()));
    let texts: Vec<String> = all
        .iter()
        .map(|(name, points)| format!("{name} {}", signed(points.0, lang)))
        .collect();
    texts.join("; ")
}

/// That units have a result on both sides, behind the word for them.
pub fn both(diff: &Diff, lang: Lang) -> &'static str {
    let both = if is_by_years(diff) {
        phrase("có kết quả cả hai năm", "with a result in both years")
    } else {
        phrase("có kết quả ở cả hai bên", "with a result on both sides")
    };
    both.get(lang)
}

/// How many units there are in a state.
pub fn count(diff: &Diff, state: State) -> usize {
    diff.units().filter(|unit| unit.state == state).count()
}

/// The comparison in one sentence, and in a second one why a file cannot be believed without a word.
pub fn verdict(diff: &Diff, lang: Lang) -> String {
    let Some(doubt) = doubt(diff, lang) else {
        return numbers(diff, lang);
    };
    if diff.is_empty() {
        let but = phrase("Số liệu không khác nhau, nhưng", "The data agree, but").get(lang);
        return format!("{but} {doubt}");
    }
    let note = phrase("Chú ý:", "Note:").get(lang);
    format!("{} {note} {doubt}", numbers(diff, lang))
}

/// That a file was changed by hand, may have been, or says what cannot be taken; nothing where all can be believed.
fn doubt(diff: &Diff, lang: Lang) -> Option<String> {
    let count = diff.findings.len();
    let has = |rules: &[&Rule]| diff.findings.iter().any(|one| rules.contains(&one.rule));
    let what = if count == 0 {
        return None;
    } else if !diff.apart.is_empty() {
        phrase(
            "hai bên không so sánh với nhau được, số liệu chỉ đặt cạnh nhau",
            "the sides cannot be held against each other, so their numbers only stand side by side",
        )
    } else if has(&[&edits::EDITED, &edits::APART, &edits::CONTRADICTORY]) {
        phrase(
            "có tệp đã bị sửa tay sau khi tonghop ghi",
            "a file was changed by hand after tonghop wrote it",
        )
    } else if has(&[&years::LATER_YEAR]) {
        phrase(
            "bên trước là kết quả của năm sau",
            "the first side is the result of a later year",
        )
    } else if has(&[&edits::UNSEALED]) {
        phrase(
            "có tệp không biết đã bị sửa tay hay chưa",
            "whether a file was changed by hand cannot be told",
        )
    } else {
        phrase(
            "có điều phải xem ở tệp được so sánh",
            "a file that is compared needs a look",
        )
    };
    let what = what.get(lang);
    Some(say!(
        lang,
        "{what} ({count} cảnh báo, liệt kê ở phần cảnh báo).",
        (
            "{what} ({}, listed with the findings).",
            plural(count, "finding")
        )
    ))
}

/// What differs in the numbers, in one sentence.
fn numbers(diff: &Diff, lang: Lang) -> String {
    if diff.is_empty() {
        return phrase("Không có gì khác nhau.", "Nothing differs.")
            .get(lang)
            .to_string();
    }
    let states = [
        State::New,
        State::Gone,
        State::NotInTableThen,
        State::NotInTableNow,
        State::NotThen,
        State::NotNow,
        State::Neither,
        State::Broken,
    ];
    let others: Vec<String> = states
        .into_iter()
        .map(|one| (count(diff, one), state(one, is_by_years(diff)).get(lang)))
        .filter(|(count, _)| *count > 0)
        .map(|(count, state)| format!("{count} {state}"))
        .collect();
    let compared = count(diff, State::Compared);
    let (before, now) = years(diff, lang);
    let others = if others.is_empty() {
        String::new()
    } else {
        format!("; {}", others.join(", "))
    };
    let both = both(diff, lang);
    say!(
        lang,
        "So sánh {before} → {now}: {compared} đơn vị {both}{others}.",
        "{before} → {now}: {compared} units {both}{others}."
    )
}
