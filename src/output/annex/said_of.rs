//! What may be said of a statistic: its share in words, its coverage, whether a condition holds.
//!
//! In: statistics of a report. Out: words that are true of them, or nothing. Not for: the sentences around them.

use crate::base::ids::LevelId;
use crate::base::lang::Lang;
use crate::base::points::{Decimal, percent_of};
use crate::campaign::scheme::{SentenceCondition, ShareWords};
use crate::judge::statistics::{Outcome, Statistic};
use crate::output::quote;
use crate::result::report::Report;

/// The value with its unit. `None`: nobody reported it.
pub(super) fn value(statistic: &Statistic, report: &Report) -> Option<String> {
    quote::said(statistic, Lang::Vi, report.campaign.percent_decimals)
}

/// How many units, of how many.
fn share(statistic: &Statistic) -> Option<(usize, usize)> {
    match &statistic.outcome {
        Outcome::Share { yes, answered, .. } => Some((*yes, *answered)),
        Outcome::Units { units } => Some((units.len(), statistic.covered)),
        Outcome::Sum { .. } | Outcome::Ratio { .. } | Outcome::Given { .. } => None,
    }
}

/// A share of units in words: `100% các đơn vị`, `hầu hết các đơn vị`, …, `chưa có đơn vị nào`. `None`: nobody answered.
pub(super) fn share_in_words(
    statistic: &Statistic,
    report: &Report,
    limits: &ShareWords,
) -> Option<String> {
    let (count, of) = share(statistic).filter(|(_, of)| *of > 0)?;
    let whose = statistic.basis.level.as_ref();
    let whose = whose.map_or_else(String::new, |level| {
        format!(" {}", level_name(report, level))
    });
    let percent = percent_of(Decimal::from(count), Decimal::from(of))?;
    // Whatever the limits say, half is no majority.
    let is_majority = count * 2 > of;
    Some(if count == 0 {
        format!("chưa có đơn vị{whose} nào")
    } else if count == of {
        format!("100% các đơn vị{whose}")
    } else if is_majority && percent >= limits.most_from {
        format!("hầu hết các đơn vị{whose}")
    } else if is_majority && percent >= limits.majority_from {
        format!("đa số các đơn vị{whose}")
    } else if count == 1 {
        format!("một đơn vị{whose}")
    } else {
        format!("một số đơn vị{whose}")
    })
}

/// A level's name inside a sentence.
pub(super) fn level_name(report: &Report, level: &LevelId) -> String {
    let level = report.levels.iter().find(|one| one.id == *level);
    let name = level.map_or("", |level| level.name.as_str());
    lower_first(name)
}

/// A name that begins with a capital in the middle of a sentence; what is written in capitals throughout stays.
pub(super) fn lower_first(name: &str) -> String {
    let mut chars = name.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().chain(chars).collect()
        }
        _ => name.to_string(),
    }
}

/// The maximum of the group of a statistic: `180/180`, or `cấp tỉnh 40/40, cấp huyện 50/50`.
pub(super) fn maximum(statistic: &Statistic, report: &Report) -> Option<String> {
    let group = statistic.basis.group.as_ref()?;
    let group = report.groups.iter().find(|one| one.id == *group)?;
    let of_level = |level: &LevelId| {
        let points = Lang::Vi.number(group.maximum.get(level)?.limit()?.0);
        Some(format!("{points}/{points}"))
    };
    if let Some(level) = &statistic.basis.level {
        return of_level(level);
    }
    let mut all: Vec<(String, String)> = Vec::new();
    for level in &report.levels {
        if let Some(points) = of_level(&level.id) {
            all.push((lower_first(&level.name), points));
        }
    }
    let (_, first) = all.first()?;
    if all.iter().all(|(_, points)| points == first) {
        return Some(first.clone());
    }
    let all: Vec<String> = all
        .iter()
        .map(|(level, points)| format!("{level} {points}"))
        .collect();
    Some(all.join(", "))
}

/// Of how many units statistics are that are said together; `None`: all units are in all of them, or they are of none.
pub(super) fn coverage(statistics: &[&Statistic], report: &Report) -> Option<String> {
    let counted = statistics
        .iter()
        .filter(|one| !matches!(one.outcome, Outcome::Given { .. }));
    let mut all: Vec<(&Statistic, String)> = Vec::new();
    for one in counted {
        all.push((one, format!("{}/{}", one.covered, one.expected)));
    }
    if all.iter().all(|(one, _)| one.covered == one.expected) {
        return None;
    }
    let (first, numbers) = all.first()?;
    let level = |one: &Statistic| one.basis.level.clone();
    if all
        .iter()
        .all(|(one, other)| other == numbers && level(one) == level(first))
    {
        return Some(format!("{numbers} đơn vị có số liệu"));
    }
    // One number for each level, where a level has one.
    let mut parts: Vec<(String, String)> = Vec::new();
    for (one, numbers) in &all {
        let whose =
            level(one).map_or_else(|| "chung".to_string(), |level| level_name(report, &level));
        let is_other = |(of, there): &(String, String)| *of == whose && there != numbers;
        if parts.iter().any(is_other) {
            return Some(by_name(&all));
        }
        let part = (whose, numbers.clone());
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    let parts: Vec<String> = parts
        .iter()
        .map(|(whose, numbers)| format!("{whose} {numbers}"))
        .collect();
    Some(format!("{} đơn vị có số liệu", parts.join(", ")))
}

/// Coverages by the names of the statistics.
fn by_name(all: &[(&Statistic, String)]) -> String {
    let parts: Vec<String> = all
        .iter()
        .map(|(one, numbers)| format!("{}: {numbers}", lower_first(&one.name)))
        .collect();
    format!("số đơn vị có số liệu – {}", parts.join("; "))
}

/// Whether a condition holds of a statistic that has a value.
pub(super) fn holds(
    when: SentenceCondition,
    number: Option<Decimal>,
    statistic: &Statistic,
) -> bool {
    let (part, whole) = match &statistic.outcome {
        Outcome::Sum { value } => (*value, None),
        Outcome::Ratio {
            numerator,
            denominator,
            ..
        } => (*numerator, Some(*denominator)),
        Outcome::Given { value, of } => (value.unwrap_or_default(), *of),
        Outcome::Share { .. } | Outcome::Units { .. } => {
            let (count, of) = share(statistic).unwrap_or_default();
            (Decimal::from(count), Some(Decimal::from(of)))
        }
    };
    let compared = match whole {
        Some(whole) => percent_of(part, whole),
        None => Some(part),
    };
    let compare = |is: fn(&Decimal, &Decimal) -> bool| match (compared, number) {
        (Some(compared), Some(number)) => is(&compared, &number),
        _ => false,
    };
    match when {
        SentenceCondition::Full => whole == Some(part),
        SentenceCondition::AtLeast => compare(Decimal::ge),
        SentenceCondition::Below => compare(Decimal::lt),
        SentenceCondition::Zero => part.is_zero(),
        SentenceCondition::AboveZero => part > Decimal::ZERO,
    }
}
