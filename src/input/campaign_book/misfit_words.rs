//! What is said of a problem in a campaign workbook: the rule, what it is about, what stands there and what is accepted.
//!
//! In: a problem with its path. Out: the parts of its finding. Not for: the cell, and what follows from another problem.

use crate::base::error::{Nameable, Problem};
use crate::base::finding::Fact;
use crate::base::lang::Phrase;
use crate::base::points::Decimal;
use crate::base::rules::{Rule, campaign_fit as fit, campaign_form, campaign_values as rules};
use crate::campaign::book::{CellSort, FORMULAS, RULES, SETTINGS, SHEETS, SheetId, sheet};
use crate::campaign::definition::PathStep;
use crate::campaign::documents::Misfit;
use crate::input::campaign_book::BookReading;
use crate::input::campaign_book::cells::sentence;

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
        Problem::Duplicate { .. }
        | Problem::AmbiguousName { .. }
        | Problem::Repeated { .. }
        | Problem::Dangling { .. }
        | Problem::NoParent { .. } => of_name(&misfit.problem),
        Problem::UnknownKey { nearest, .. } if misfit.path.is_empty() => {
            let nearest = nearest.iter().map(|key| setting(key).to_string());
            let nearest = Some(Fact::Names(nearest.collect()));
            let rule = &rules::SETTING_UNKNOWN;
            (rule, String::new(), text(heading), nearest)
        }
        Problem::MaximaDoNotAddUp { .. } | Problem::LessThanBelow { .. } => {
            of_sums(reading, &misfit.problem)
        }
        Problem::SumRule(id) | Problem::NothingToCap(id) | Problem::WrongFigureKind(id) => {
            (&rules::RULE_UNFIT, String::new(), text(id), None)
        }
        Problem::BlankIsLeftOut { id, .. } => (&rules::RULE_UNFIT, String::new(), text(id), None),
        Problem::AmbiguousMeasure => (&rules::RULE_UNFIT, String::new(), text(there), None),
        // Where something stands, what is blank is a parameter that has no column of its own.
        Problem::MissingKey(_) | Problem::Empty(_) if there.is_empty() => {
            (&campaign_form::BLANK, about(), None, None)
        }
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
        Problem::Value { detail, .. } if detail.starts_with(NOT_A_NAME) => {
            let labels = Some(Fact::Names(labels(detail)));
            (&campaign_form::NOT_IN_LIST, about(), text(there), labels)
        }
        other => (&rules::WRONG, about(), text(there), Some(sentence(other))),
    }
}

/// What is said of a maximum that is not what stands below.
fn of_sums(reading: &BookReading, problem: &Problem) -> MisfitFinding {
    let of = |id: &str, level: &str, sum: Decimal, stated: Decimal| {
        let (sum, stated) = (Fact::Number(sum), Fact::Number(stated));
        (
            &rules::SUMS,
            sums(reading, id, level),
            Some(sum),
            Some(stated),
        )
    };
    match problem {
        Problem::MaximaDoNotAddUp {
            of: id,
            level,
            sum,
            stated,
        } => of(id, level, *sum, *stated),
        Problem::LessThanBelow {
            id,
            level,
            sum,
            stated,
        } => of(id, level, *sum, *stated),
        other => (&rules::WRONG, String::new(), None, Some(sentence(other))),
    }
}

/// What is said of a name: it stands twice, or nothing goes by it.
fn of_name(problem: &Problem) -> MisfitFinding {
    let text = |text: &str| Some(Fact::Text(text.to_string()));
    match problem {
        Problem::Duplicate { id, .. }
        | Problem::AmbiguousName { name: id, .. }
        | Problem::Repeated { name: id, .. } => (&rules::TWICE, String::new(), text(id), None),
        Problem::Dangling { kind, id, nearest } => {
            let nearest = nearest.iter().map(|one| called(*kind, one).to_string());
            let nearest = Some(Fact::Names(nearest.collect()));
            (&rules::DANGLING, String::new(), text(id), nearest)
        }
        Problem::NoParent { above, .. } => {
            let none = Some(Fact::Names(Vec::new()));
            (&rules::DANGLING, String::new(), text(above), none)
        }
        other => (&rules::WRONG, String::new(), None, Some(sentence(other))),
    }
}

/// How a reader begins to say that a name is none of a list; it stands in backticks, those of the list behind it.
pub(super) const NOT_A_NAME: &str = "unknown variant `";

/// The entries of the list that a reader names one by one, as the sheets have them.
fn labels(detail: &str) -> Vec<String> {
    let names: Vec<&str> = detail.split('`').skip(3).step_by(2).collect();
    let label = |value, label: Phrase| names.contains(&value).then_some(label.vi.to_string());
    let types = [RULES, FORMULAS].into_iter();
    let types = types.map(|all| all.iter().map(|one| (one.value, one.label)).collect());
    let columns = SHEETS.iter().flat_map(|sheet| sheet.columns);
    let columns = columns.filter_map(|column| match column.sort {
        CellSort::Choice(list) => Some(list.iter().map(|one| (one.value, one.label)).collect()),
        _ => None,
    });
    let lists = types.chain(columns).map(|list: Vec<(&str, Phrase)>| {
        let labels = list.into_iter().filter_map(|(value, of)| label(value, of));
        labels.collect::<Vec<String>>()
    });
    lists.max_by_key(Vec::len).unwrap_or_default()
}

/// A setting as its sheet calls it.
fn setting(key: &str) -> &str {
    let setting = SETTINGS.iter().find(|one| one.key == key);
    setting.map_or(key, |one| one.label.vi)
}

/// A name as the sheets have it: ways to follow one another are chosen from a list.
fn called(kind: Nameable, name: &str) -> &str {
    let column = sheet(SheetId::Units).column("relation");
    let list = match column.map(|column| column.sort) {
        Some(CellSort::Choice(list)) if kind == Nameable::Relation => list,
        _ => &[],
    };
    let entry = list.iter().find(|one| one.value == name);
    entry.map_or(name, |one| one.label.vi)
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
    let of = if of == TOTAL { setting(of) } else { of };
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
    // What is of all levels there may be of this level here, and the other way round.
    let above = path.split_last().map(|(_, above)| above);
    let below = reading.places.below(misfit.document, &path);
    let spots = below.chain(above.and_then(|path| reading.places.exact(misfit.document, path)));
    let mut texts = spots.filter_map(|spot| reading.texts.get(spot));
    texts
        .find(|text| !text.is_empty())
        .cloned()
        .unwrap_or_default()
}
