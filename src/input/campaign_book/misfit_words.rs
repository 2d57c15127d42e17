//! What is said of a problem in a campaign workbook: the rule, what it is about, what stands there and what is accepted.
//!
//! In: a problem with its path. Out: the parts of its finding. Not for: the cell, and what follows from another problem.

use crate::base::error::Problem;
use crate::base::finding::Fact;
use crate::base::points::Decimal;
use crate::base::rules::{Rule, campaign_fit as fit, campaign_form, campaign_values as rules};
use crate::campaign::book::SETTINGS;
use crate::campaign::definition::PathStep;
use crate::campaign::documents::Misfit;
use crate::input::campaign_book::BookReading;

/// What the total is called by those who add up.
pub(super) const TOTAL: &str = "total_maximum";

/// The rule of a finding, what it is about, what stands there and what is accepted.
pub(super) type MisfitFinding = (&'static Rule, String, Option<Fact>, Option<Fact>);

/// What is said of a problem, by the heading of its cell.
pub(super) fn said(
    reading: &BookReading,
    misfit: &Misfit,
    (there, heading): (&str, &str),
) -> MisfitFinding {
    let text = |text: &str| Some(Fact::Text(text.to_string()));
    let about = || heading.to_string();
    match &misfit.problem {
        Problem::Duplicate { id, .. }
        | Problem::AmbiguousName { name: id, .. }
        | Problem::Repeated { name: id, .. } => (&rules::TWICE, String::new(), text(id), None),
        Problem::Dangling { id, nearest, .. }
        | Problem::NoOwnPoints {
            id,
            others: nearest,
        }
        | Problem::UnknownKey { key: id, nearest } => (
            &rules::DANGLING,
            String::new(),
            text(id),
            Some(Fact::Names(nearest.clone())),
        ),
        Problem::NoParent { above, .. } => {
            let none = Some(Fact::Names(Vec::new()));
            (&rules::DANGLING, String::new(), text(above), none)
        }
        Problem::MaximaDoNotAddUp {
            of,
            level,
            sum,
            stated,
        } => (
            &rules::SUMS,
            sums(reading, of, level),
            Some(Fact::Number(*sum)),
            Some(Fact::Number(*stated)),
        ),
        Problem::SumRule(id) | Problem::WrongFigureKind(id) => {
            (&rules::RULE_UNFIT, String::new(), text(id), None)
        }
        Problem::AmbiguousMeasure => (&rules::RULE_UNFIT, String::new(), text(there), None),
        Problem::MissingKey(_) | Problem::Empty(_) => (&campaign_form::BLANK, about(), None, None),
        Problem::NoWord(word) | Problem::NoLabel(word) => {
            (&fit::WORD_UNFIT, about(), text(word), None)
        }
        Problem::TooLong { limit, .. } => {
            let limit = Some(Fact::Number(Decimal::from(*limit as u64)));
            (&fit::TOO_LONG, about(), text(there), limit)
        }
        Problem::NotADay { .. } => (&campaign_form::NOT_A_DAY, about(), text(there), None),
        Problem::FollowsItself(_) | Problem::BeforeAndAfter => {
            (&fit::SUCCESSION, about(), text(there), None)
        }
        Problem::NotWhole { .. } => (&fit::NOT_WHOLE, about(), text(there), None),
        Problem::Value { detail, .. } if is_of_whole(detail) => {
            (&fit::NOT_WHOLE, about(), text(there), None)
        }
        Problem::OutOfRange { .. }
        | Problem::OutOfOrder { .. }
        | Problem::LastGrade(_)
        | Problem::ImpossibleNumber
        | Problem::TooMany { .. } => out_of_range(reading, misfit, there),
        other => (&rules::WRONG, about(), text(there), text(&why(other))),
    }
}

/// Why a value cannot be used, where no rule is about that alone.
fn why(problem: &Problem) -> String {
    match problem {
        Problem::Slip(slip) => slip.mended(),
        other => other.to_string(),
    }
}

/// Whether a reader wanted a whole number, or one that is not so large.
fn is_of_whole(detail: &str) -> bool {
    ["i32", "i64", "u8", "u16", "u32", "u64", "usize"]
        .iter()
        .any(|one| {
            let mut words = detail.split(|c: char| !c.is_ascii_alphanumeric());
            words.any(|word| word == *one)
        })
}

/// The largest number that anything may be.
const LARGEST: i64 = 1_000_000_000_000;

/// What is said of a number that cannot be there.
fn out_of_range(reading: &BookReading, misfit: &Misfit, there: &str) -> MisfitFinding {
    let whole = |number: usize| Decimal::from(number as u64);
    let stands = || Some(Fact::Text(there.to_string()));
    let (found, expected) = match &misfit.problem {
        Problem::OutOfRange {
            value,
            lowest,
            highest,
        } => (Some(Fact::Number(*value)), Fact::Range(*lowest, *highest)),
        Problem::TooMany { found, limit, .. } => (
            Some(Fact::Number(whole(*found))),
            Fact::Range(Decimal::ZERO, whole(*limit)),
        ),
        Problem::LastGrade(_) => (stands(), Fact::Number(Decimal::ZERO)),
        Problem::OutOfOrder { id, .. } => {
            let before = previous(reading, misfit);
            let found = if there.is_empty() { id } else { there };
            (
                Some(Fact::Text(found.to_string())),
                Fact::Name(format!("< {before}")),
            )
        }
        _ => (
            stands(),
            Fact::Range(Decimal::from(-LARGEST), Decimal::from(LARGEST)),
        ),
    };
    (&rules::OUT_OF_RANGE, String::new(), found, Some(expected))
}

/// What is added up, as the sheets call it: a group by its code, the total by its setting, a level by its name.
fn sums(reading: &BookReading, of: &str, level: &str) -> String {
    let total = SETTINGS.iter().find(|one| one.key == TOTAL);
    let of = total.filter(|_| of == TOTAL).map_or(of, |one| one.label.vi);
    let mut levels = reading.levels.iter();
    let name = levels.find(|(id, name)| id == level && !name.is_empty());
    format!("{of}, {}", name.map_or(level, |(_, name)| name))
}

/// What stands in the same column of the entry before.
fn previous(reading: &BookReading, misfit: &Misfit) -> String {
    let mut path = misfit.path.clone();
    let index = path.iter_mut().rev().find_map(|step| match step {
        PathStep::Index(index) => Some(index),
        PathStep::Key(_) => None,
    });
    if let Some(index) = index {
        *index = index.saturating_sub(1);
    }
    let spot = reading.places.exact(misfit.document, &path);
    spot.and_then(|spot| reading.texts.get(spot))
        .cloned()
        .unwrap_or_default()
}
