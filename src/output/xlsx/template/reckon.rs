//! The formulas of a form: sums, ratios, ticks, the total and its grade. Over blank cells each gives the empty text: a blank is not a zero.
//!
//! In: cells as a formula writes them. Out: formulas without `=`. Not for: where the cells are.

use crate::base::points::{Decimal, Points};
use crate::campaign::scheme::{GROUP_RULE, Pick, ScoringRule};
use crate::output::xlsx::template::seats::WeighedCell;
use crate::output::xlsx::text::{a1, literal};

/// The most arguments that are given to one function; Excel takes 255.
const MOST_ARGUMENTS: usize = 200;
/// The longest formula, in UTF-16 units; Excel takes 8,192.
const LONGEST: usize = 8_000;
/// The most options that nested conditions tell apart, and the most grades; Excel takes 64.
const MOST_NESTED: usize = 60;

/// A function of many cells: neighbours below each other joined, and as many calls of it as its arguments need, put together by a sign.
fn over(function: &str, cells: &[&WeighedCell], sign: &str) -> String {
    let runs = cells.chunk_by(|a, b| a.column == b.column && a.row + 1 == b.row);
    let areas: Vec<String> = runs
        .filter_map(|run| {
            let (first, last) = (run.first()?, run.last()?);
            let (from, to) = (a1(first.row, first.column), a1(last.row, last.column));
            Some(if from == to {
                from
            } else {
                format!("{from}:{to}")
            })
        })
        .collect();
    let all: Vec<String> = areas
        .chunks(MOST_ARGUMENTS)
        .map(|some| format!("{function}({})", some.join(",")))
        .collect();
    all.join(sign)
}

/// What the points of a cell are worth; nothing where it is blank.
fn worth(one: &WeighedCell) -> String {
    let cell = a1(one.row, one.column);
    if one.weight == Decimal::ONE {
        format!("SUM({cell})")
    } else {
        format!("SUM({cell})*{}", one.weight.normalize())
    }
}

/// What cells of points come to by a rule, no more than `cap`; `None` where there are none, or too many for a formula.
pub(super) fn combined(
    rule: &ScoringRule,
    below: &[WeighedCell],
    cap: Option<Points>,
) -> Option<String> {
    let all: Vec<&WeighedCell> = below.iter().collect();
    if all.is_empty() {
        return None;
    }
    let count = over("COUNT", &all, "+");
    let is_plain = below.iter().all(|one| one.weight == Decimal::ONE);
    let joined = |of: &dyn Fn(&WeighedCell) -> String, sign: &str| {
        let parts: Vec<String> = below.iter().map(of).collect();
        parts.join(sign)
    };
    let value = match rule.picks() {
        Some(pick) => {
            let (function, none) = match pick {
                Pick::Best => ("MAX", "-1000000"),
                Pick::Weakest => ("MIN", "1000000"),
            };
            let of = |one: &WeighedCell| {
                let cell = a1(one.row, one.column);
                format!("IF(COUNT({cell})=0,{none},{})", worth(one))
            };
            if is_plain && all.len() <= MOST_ARGUMENTS {
                over(function, &all, ",")
            } else {
                format!("{function}({})", joined(&of, ","))
            }
        }
        None if is_plain => over("SUM", &all, "+"),
        None => joined(&worth, "+"),
    };
    // The weakest is known once all are; of a mean the weights of those that are there count.
    let value = if rule.divisor(std::iter::once(Decimal::from(2))) == Decimal::ONE {
        value
    } else {
        let weight = |one: &WeighedCell| {
            format!(
                "COUNT({})*{}",
                a1(one.row, one.column),
                one.weight.normalize()
            )
        };
        format!("({value})/({})", joined(&weight, "+"))
    };
    let value = match cap {
        Some(cap) => format!("MIN({value},{})", cap.0.normalize()),
        None => value,
    };
    let needed = match rule.picks() {
        Some(Pick::Weakest) => format!("{count}<{}", below.len()),
        Some(Pick::Best) | None => format!("{count}=0"),
    };
    Some(format!("IF({needed},\"\",{value})")).filter(|formula| fits(formula))
}

/// A part in percent of a whole.
pub(super) fn percent(part: &str, whole: &str, decimals: u32) -> String {
    format!(
        "IF(COUNT({part},{whole})<2,\"\",IF({whole}=0,\"\",ROUND({part}/{whole}*100,{decimals})))"
    )
}

/// The points of the one option that is ticked, by the column of ticks, the first row and the points of each.
pub(super) fn ticked(column: u16, first: u32, points: &[Decimal], tick: &str) -> String {
    let rows: Vec<u32> = (first..).take(points.len()).collect();
    let last = rows.last().copied().unwrap_or(first);
    let area = format!("{}:{}", a1(first, column), a1(last, column));
    let tick = literal(tick);
    let of = |(row, points): (&u32, &Decimal)| {
        format!("IF({}={tick},{},0)", a1(*row, column), points.normalize())
    };
    let parts: Vec<String> = rows.iter().zip(points).map(of).collect();
    format!("IF(COUNTIF({area},{tick})=1,{},\"\")", parts.join("+"))
}

/// What a cell of another sheet says, the empty text where that is blank.
pub(super) fn same(cell: &str) -> String {
    format!("IF({cell}=\"\",\"\",{cell})")
}

/// The total of the groups in some rows of a column, each by what a point of it is worth.
pub(super) fn total(groups: &[WeighedCell]) -> Option<String> {
    combined(&GROUP_RULE, groups, None)
}

/// A grade as a form works it out.
pub(super) struct FormGrade {
    /// Its name.
    pub(super) name: String,
    /// Cells of points with the fewest that it asks for; the first is the total.
    pub(super) minima: Vec<(WeighedCell, Decimal)>,
}

/// The grade of a total and its groups, best first, the last one for whatever reaches none; `None` where there are none or too many.
pub(super) fn grade(total: &str, grades: &[FormGrade]) -> Option<String> {
    let (last, better) = grades.split_last()?;
    if better.len() > MOST_NESTED {
        return None;
    }
    // What a sum of decimals leaves behind the sixth of them is none of the points.
    let reaches = |(cell, minimum): &(WeighedCell, Decimal)| {
        format!("ROUND({},6)>={}", worth(cell), minimum.normalize())
    };
    let mut formula = literal(&last.name);
    for grade in better.iter().rev() {
        let minima: Vec<String> = grade.minima.iter().map(reaches).collect();
        let name = literal(&grade.name);
        formula = format!("IF(AND({}),{name},{formula})", minima.join(","));
    }
    Some(format!("IF({total}=\"\",\"\",{formula})")).filter(|formula| fits(formula))
}

/// The 0 of a criterion that can have no points, as soon as any other score is there: a blank form stays blank.
pub(super) fn zero_beside(cells: &[WeighedCell]) -> Option<String> {
    let all: Vec<&WeighedCell> = cells.iter().collect();
    let count = over("COUNT", &all, "+");
    let formula = format!("IF({count}=0,\"\",0)");
    (!cells.is_empty())
        .then_some(formula)
        .filter(|formula| fits(formula))
}

/// How many scores are still blank, in words; the empty text where none is. `None`: there are too many cells for a formula.
pub(super) fn still_blank(cells: &[WeighedCell]) -> Option<String> {
    let all: Vec<&WeighedCell> = cells.iter().collect();
    let left = format!("{}-({})", cells.len(), over("COUNT", &all, "+"));
    let formula = format!("IF({left}=0,\"\",\"Còn \"&({left})&\" tiêu chí chưa chấm\")");
    (!cells.is_empty())
        .then_some(formula)
        .filter(|formula| fits(formula))
}

/// A remark that is always the same, and one of another cell behind it where that says something.
pub(super) fn remark(always: &str, cell: &str) -> String {
    if always.is_empty() {
        return same(cell);
    }
    let always = literal(always);
    format!("IF({cell}=\"\",{always},{always}&\". \"&{cell})")
}

/// Whether a formula is no longer than Excel takes.
fn fits(formula: &str) -> bool {
    formula.encode_utf16().count() < LONGEST
}
