//! The units with a result in both years, as a table.
//!
//! In: one level of a comparison. Out: its rows, with what is provisional in them. Not for: units without a result.

use std::io::{self, Write};

use crate::app::cli::screen::{STRONG, paint};
use crate::app::cli::table::{self, words_then};
use crate::base::lang::{Lang, phrase, say};
use crate::output::comparison as words;
use crate::result::diff::{Diff, LevelDiff, State, UnitDiff, YearResult};

/// The units with a result in both years.
pub(super) fn table(
    out: &mut dyn Write,
    diff: &Diff,
    level: &LevelDiff,
    lang: Lang,
    width: Option<usize>,
) -> io::Result<()> {
    let (before, now) = words::years(diff, lang);
    let heads = [
        phrase("Đơn vị", "Unit").get(lang).to_string(),
        before.clone(),
        now.clone(),
        phrase("Thay đổi", "Change").get(lang).to_string(),
        phrase("Hạng*", "Place*").get(lang).to_string(),
        phrase("Xếp loại", "Grade").get(lang).to_string(),
    ];
    let mut rows = vec![heads];
    let compared = level
        .units
        .iter()
        .filter(|unit| unit.state == State::Compared);
    rows.extend(compared.map(|unit| row(unit, lang)));
    if rows.len() == 1 {
        return Ok(());
    }
    writeln!(out, "\n{}", paint(STRONG, &level.name))?;
    table::indented(out, &rows, (&words_then(3, 2), width))?;
    if diff.apart.is_empty() {
        let both = words::both(diff, lang);
        let note = say!(lang, "* trong số đơn vị {both}", "* among the units {both}");
        writeln!(out, "  {note}")?;
    }
    let is_open = |result: &Option<YearResult>| result.as_ref().is_some_and(|one| one.is_open);
    let open = level
        .units
        .iter()
        .filter(|one| one.state == State::Compared);
    let open = open.filter(|one| is_open(&one.before) || is_open(&one.now));
    let open: Vec<&str> = open.map(|one| one.name.as_str()).collect();
    if open.is_empty() {
        return Ok(());
    }
    let names = open.join("; ");
    let note = say!(
        lang,
        "Tạm tính: {names}. Tổng điểm còn có thể đổi trong khoảng đã ghi; thay đổi và hạng tính theo mức thấp nhất",
        "Provisional: {names}. The total can still be anything in the range; change and place go by its least"
    );
    writeln!(out, "  {note}")
}

fn row(unit: &UnitDiff, lang: Lang) -> [String; 6] {
    let total = |result: &Option<YearResult>| {
        let of = |one: &YearResult| Some((lang.number(one.total?.0), one.is_open, one.highest));
        match result.as_ref().and_then(of) {
            None => "–".to_string(),
            Some((least, false, _)) => least,
            Some((least, true, Some(most))) => match most.limit() {
                Some(most) => format!("{least} … {}", lang.number(most.0)),
                None => format!("≥ {least}"),
            },
            Some((least, true, None)) => format!("≥ {least}"),
        }
    };
    let change = match (unit.change, unit.share) {
        (Some(change), _) => words::signed(change.0, lang),
        (None, Some((then, today))) => {
            format!("{} → {}", lang.share(then, 2), lang.share(today, 2))
        }
        (None, None) => "–".to_string(),
    };
    let place = |result: &Option<YearResult>| result.as_ref().and_then(|one| one.common_place);
    let places = match (place(&unit.before), place(&unit.now)) {
        (Some(then), Some(today)) if then == today => then.to_string(),
        (Some(then), Some(today)) => format!("{then} → {today}"),
        _ => "–".to_string(),
    };
    let grade = |result: &Option<YearResult>| {
        let grade = result.as_ref().and_then(|one| one.grade.clone());
        grade.unwrap_or_else(|| "–".to_string())
    };
    let (then, today) = (grade(&unit.before), grade(&unit.now));
    let grades = if then == today {
        then
    } else {
        format!("{then} → {today}")
    };
    [
        unit.name.clone(),
        total(&unit.before),
        total(&unit.now),
        change,
        places,
        grades,
    ]
}
