//! Signs of edits: what stopped being true since the run says so itself.
//!
//! In: the numbers of the run and where they stand. Out: formulas that stay silent until something was changed by hand. Not for:
//! totals, grades and places, which follow an edit by themselves.

use crate::base::points::{Decimal, Most, Points, round_half_away};
use crate::output::edit_words;
use crate::output::words::Phrase;
use crate::output::xlsx::level_foot;
use crate::output::xlsx::live::{EXACT, says_nothing, shown};
use crate::output::xlsx::plan::Book;
use crate::output::xlsx::plan::PlacedLevel;
use crate::output::xlsx::text::{a1, absolute, clean, column_absolute, literal};
use crate::result::report::UnitRow;

/// The weight of a cell is one more than what these leave: cells of one column, and of one row, weigh differently.
const PER_ROW: u64 = 101;
const PER_COLUMN: u64 = 37;
const WEIGHTS: u64 = 997;
/// Sums differ by less than this as long as nothing is edited; far more where they are so large that doubles are coarse.
const NOISE: (&str, &str) = ("0.0005", "1");
const LARGE: u32 = 1_000_000_000;
/// Characters of one text in a formula; Excel takes 255.
const PIECE: usize = 120;
/// The longest formula that Excel takes, in UTF-16 units.
const LONGEST: usize = 8_192;

/// What has happened to a level since the run, in words; empty while nothing has.
pub(super) fn notice(level: &PlacedLevel) -> Option<String> {
    let (first, last) = level.plan.rows()?;
    let (book, place) = (level.book, level.plan.rank());
    let places = |from, to| {
        let (from, to) = (column_absolute(from, place), column_absolute(to, place));
        format!("{from}:{to}")
    };
    let text = |phrase: Phrase| literal(&said(book, phrase));
    let mut formula = "\"\"".to_string();
    if let Some(same) = unchanged(level) {
        let edited = text(edit_words::SCORES_EDITED);
        formula = format!("IF(IFERROR({same},FALSE()),{formula},{edited})");
    }
    if first < last {
        formula = format!(
            "IF(SUMPRODUCT(--({}>{}))>0,{},{formula})",
            places(first, last - 1),
            places(first + 1, last),
            text(edit_words::ORDER_EDITED)
        );
    }
    Some(format!(
        "IF(COUNT({})<{},{},{formula})",
        places(first, last),
        level.result.rows.len(),
        text(edit_words::TOTALS_MISSING)
    ))
}

/// The longest of the texts that the line can show.
pub(super) fn longest(book: &Book) -> String {
    let all = [
        edit_words::SCORES_EDITED,
        edit_words::ORDER_EDITED,
        edit_words::TOTALS_MISSING,
    ];
    let texts = all.map(|phrase| said(book, phrase));
    let longest = texts.into_iter().max_by_key(|text| text.chars().count());
    longest.unwrap_or_default()
}

fn said(book: &Book, phrase: Phrase) -> String {
    phrase.fill(book.lang, &[&book.names.detail])
}

/// Whether points, maxima and limits are those of the run: as many, and the same sum when each is given a weight of its own, so
/// that edits that offset each other show.
fn unchanged(level: &PlacedLevel) -> Option<String> {
    let detail = &level.book.detail;
    let levels = &level.book.report.levels;
    let at = levels.iter().position(|one| one.id == level.result.id)?;
    let top = detail.levels.get(at).copied()?;
    let count = (level.result.rows.len() + level.result.gaps.len()) as u32;
    let (left, right) = (detail.groups.first()?.first, detail.groups.last()?.sum);
    let prefix = &detail.prefix;
    let corner = absolute(top, left);
    let cells = format!("{prefix}{corner}:{}", absolute(top + count, right));
    let (mut sum, mut numbers) = (Decimal::ZERO, 0_usize);
    for (row, column, points) in stored(level, top) {
        let value = points.rounded(EXACT).0;
        sum = sum.checked_add(value.checked_mul(weight(row.checked_sub(top)?, column))?)?;
        numbers += 1;
    }
    let weights = format!(
        "MOD((ROW({cells})-ROW({prefix}{corner}))*{PER_ROW}+COLUMN({cells})^2*{PER_COLUMN},{WEIGHTS})+1"
    );
    let mut conditions = format!(
        "COUNT({cells})={numbers},{}",
        near(&format!("SUMPRODUCT({cells},{weights})"), sum)
    );
    let (limits, grades) = level_foot::limits_sign(level)?;
    if grades > 0 {
        let (_, cells) = level_foot::limit_ranges(level);
        let sum = near(&format!("SUMPRODUCT({cells},COLUMN({cells})^2)"), limits);
        conditions = format!("{conditions},COUNT({cells})={grades},{sum}");
    }
    Some(format!("AND({conditions})"))
}

/// Whether a sum of doubles is an exact one.
fn near(formula: &str, exact: Decimal) -> String {
    let large = exact.abs() > Decimal::from(LARGE);
    let noise = if large { NOISE.1 } else { NOISE.0 };
    let exact = round_half_away(exact, 6).normalize();
    format!("ABS({formula}-({exact}))<{noise}")
}

fn weight(row: u32, column: u16) -> Decimal {
    let column = u64::from(column) + 1;
    Decimal::from((u64::from(row) * PER_ROW + column * column * PER_COLUMN) % WEIGHTS + 1)
}

/// The numbers of a level in `Chi tiết`, without its totals: row, column, points.
fn stored(level: &PlacedLevel, top: u32) -> Vec<(u32, u16, Points)> {
    let mut all = Vec::new();
    let groups = || {
        let report = level.book.report;
        report.groups.iter().zip(&level.book.detail.groups)
    };
    for (group, columns) in groups() {
        for (column, criterion) in (columns.first..).zip(&group.criteria) {
            let maximum = level.result.most_there(group, criterion);
            let limit = maximum.and_then(Most::limit);
            all.extend(limit.map(|points| (top, column, points)));
        }
        let maximum = group.maximum.get(&level.result.id);
        let limit = maximum.and_then(|most| most.limit());
        all.extend(limit.map(|points| (top, columns.sum, points)));
    }
    for unit in &level.result.rows {
        let Some(row) = level.book.detail.units.get(&unit.unit).copied() else {
            continue;
        };
        all.extend(of_unit(level.book, unit).map(|(column, points)| (row, column, points)));
    }
    all
}

/// The numbers of a unit in `Chi tiết`, without its totals.
fn of_unit<'b>(book: &'b Book, unit: &'b UnitRow) -> impl Iterator<Item = (u16, Points)> {
    let groups = book.report.groups.iter().zip(&book.detail.groups);
    groups.flat_map(|(group, columns)| {
        let criteria = (columns.first..).zip(&group.criteria);
        let own = criteria.filter_map(|(column, criterion)| {
            let score = unit.score.criteria.get(&criterion.id)?;
            Some((column, shown(score)?))
        });
        let sum = unit.score.groups.get(&group.id);
        let sum = sum.filter(|_| !says_nothing(group, unit));
        own.chain(sum.map(|score| (columns.sum, score.sum)))
    })
}

/// A unit's remark as a formula: it stands as long as what it speaks of is that of the run. `None`: it cannot be written so.
pub(super) fn remark(level: &PlacedLevel, row: u32, unit: &UnitRow, text: &str) -> Option<String> {
    let (book, plan) = (level.book, level.plan);
    if text.is_empty() || clean(text, book.lang) != text || text.contains("_x") {
        return None;
    }
    let detail = &book.detail;
    let there = detail.units.get(&unit.unit).copied()?;
    let (left, right) = (detail.groups.first()?.first, detail.groups.last()?.sum);
    let mut conditions = format!(
        "{}={},COUNT({}{}:{})={}",
        a1(row, plan.total),
        unit.score.total.rounded(EXACT),
        detail.prefix,
        a1(there, left),
        a1(there, right),
        of_unit(book, unit).count()
    );
    let (rank, grading) = (&unit.rank, &unit.grading);
    if rank.best != rank.worst {
        let place = format!(",{}={}", a1(row, plan.rank()), rank.place);
        conditions.push_str(&place);
    }
    if let (Some(grade), true) = (
        &grading.grade,
        grading.best != grading.worst || unit.own_grade.is_some() || grading.withheld.is_some(),
    ) {
        let grade = format!(",{}={}", a1(row, plan.grade()), literal(grade));
        conditions.push_str(&grade);
    }
    for one in grading.withheld.iter().flat_map(|one| &one.lacking) {
        let mut groups = (plan.groups..).zip(&book.report.groups);
        let (column, _) = groups.find(|(_, group)| group.id == one.group)?;
        let (cell, points) = (a1(row, column), one.points.rounded(EXACT));
        let same = format!(",N({cell})={points}");
        conditions.push_str(&same);
    }
    let letters: Vec<char> = text.chars().collect();
    let pieces: Vec<String> = letters
        .chunks(PIECE)
        .map(|piece| literal(&piece.iter().collect::<String>()))
        .collect();
    let gone = literal(edit_words::REMARK_GONE.get(book.lang));
    let formula = format!("IF(AND({conditions}),{},{gone})", pieces.join("&"));
    (formula.encode_utf16().count() < LONGEST).then_some(formula)
}

/// The sign on the overview; empty while no level shows one.
pub(super) fn overview(book: &Book) -> Option<String> {
    let levels = book.levels.iter().filter(|plan| plan.rows().is_some());
    let signs: Vec<String> = levels
        .map(|plan| format!("{}{}<>\"\"", plan.prefix, absolute(plan.header - 1, 0)))
        .collect();
    let text = literal(edit_words::OVERVIEW_EDITED.get(book.lang));
    (!signs.is_empty()).then(|| format!("IF(OR({}),{text},\"\")", signs.join(",")))
}
