//! What the loaders say of the documents, as findings with sheet and cell.
//!
//! In: problems by their paths. Out: findings. What follows from a row that is told to be wrong is not told again.

use crate::base::error::{Kind, Problem};
use crate::base::finding::{About, Fact, Finding, Place};
use crate::base::rules::{Rule, campaign_form, campaign_values as rules};
use crate::campaign::book::Spot;
use crate::campaign::definition::{Step, steps};
use crate::campaign::documents::{Document, Misfit};
use crate::input::campaign_book::Reading;

/// The findings of what does not fit.
pub(super) fn findings(reading: &Reading, misfits: Vec<Misfit>) -> Vec<Finding> {
    let is_group = |misfit: &Misfit| matches!(&misfit.problem, Problem::MaximaDoNotAddUp { of, .. } if of != TOTAL);
    let has_groups = misfits.iter().any(is_group);
    let told = misfits.into_iter().filter(|misfit| {
        // The total is made of the groups.
        let is_total =
            matches!(&misfit.problem, Problem::MaximaDoNotAddUp { of, .. } if of == TOTAL);
        let is_of_groups = is_total && has_groups;
        !(is_of_groups || follows(reading, misfit))
    });
    told.map(|misfit| finding(reading, &misfit)).collect()
}

/// What the total is called by those who add up.
const TOTAL: &str = "total_maximum";

/// Whether it follows from what is told already.
fn follows(reading: &Reading, misfit: &Misfit) -> bool {
    let is_faulty = |spot: &Spot| {
        reading
            .faulty
            .contains(&(spot.sheet.clone(), spot.cell.row))
    };
    if spot(reading, misfit).as_ref().is_some_and(is_faulty) {
        return true;
    }
    let is_named = |id: &str| reading.faulty_texts.contains(id);
    let has_below = |id: &str| {
        let below = format!("{id}.");
        reading
            .faulty_texts
            .iter()
            .any(|text| text == id || text.starts_with(&below))
    };
    match &misfit.problem {
        Problem::Dangling {
            kind: Kind::Level, ..
        } if reading.is_level_lost => true,
        Problem::Dangling { id, .. }
        | Problem::Duplicate { id, .. }
        | Problem::WrongFigureKind(id) => is_named(id),
        Problem::AmbiguousName { name, .. } => is_named(name),
        Problem::SumRule(id) => reading.is_lost || has_below(id),
        Problem::MaximaDoNotAddUp { of, level, .. } => {
            let is_total = of == TOTAL && (is_named(TOTAL) || reading.has_faulty_tree());
            reading.is_lost || is_total || has_below(of) || is_named(level)
        }
        Problem::Empty(_) | Problem::MissingKey(_) => {
            misfit.path.len() < 2 && !reading.faulty.is_empty()
        }
        _ => false,
    }
}

/// The cell of what does not fit.
fn spot(reading: &Reading, misfit: &Misfit) -> Option<Spot> {
    let Misfit {
        document,
        path,
        problem,
    } = misfit;
    let with = |key: &str| {
        let mut path = path.clone();
        path.push(Step::from(key));
        reading.places.exact(*document, &path).cloned()
    };
    let says = |text: &str| {
        let holds = |spot: &&Spot| {
            let there = reading.texts.get(*spot).map_or("", String::as_str);
            there == text
                || there
                    .split([',', ';', ' ', '|', '\n'])
                    .any(|one| one.trim() == text)
        };
        reading.places.below(*document, path).find(holds).cloned()
    };
    let by_problem = match problem {
        Problem::MissingKey(key) | Problem::UnknownKey { key, .. } | Problem::Value { key, .. } => {
            with(key)
        }
        Problem::Empty(key) => with(key),
        Problem::NotADay { column, .. } => with(column),
        Problem::NotWhole { column, .. } => with(column),
        // Where one number stands for all levels, that of this level is blank.
        Problem::MaximaDoNotAddUp { level, .. } => {
            with(level).filter(|spot| reading.texts.get(spot).is_some_and(|one| !one.is_empty()))
        }
        Problem::Dangling {
            kind: Kind::Level, ..
        } if *document == Document::Units => with("level"),
        Problem::Dangling {
            kind: Kind::Relation,
            ..
        } => with("relation"),
        Problem::Dangling {
            kind: Kind::Figure,
            id,
            ..
        }
        | Problem::WrongFigureKind(id) => says(id),
        Problem::Dangling {
            kind: Kind::Group,
            id,
            ..
        } if says(id).is_some() => says(id),
        Problem::Duplicate { .. } if *document == Document::Units => with("code"),
        Problem::AmbiguousName { name, .. } if *document == Document::Units => {
            says(name).or_else(|| with("name"))
        }
        Problem::FollowsItself(_) | Problem::BeforeAndAfter => with("predecessors"),
        _ => None,
    };
    by_problem
        .or_else(|| reading.places.find(*document, path).cloned())
        .or_else(|| reading.first.clone())
}

fn finding(reading: &Reading, misfit: &Misfit) -> Finding {
    let spot = spot(reading, misfit);
    let there = spot
        .as_ref()
        .and_then(|spot| reading.texts.get(spot))
        .cloned()
        .unwrap_or_default();
    let place = Place {
        unit: None,
        file: Some(reading.file.clone()),
        sheet: spot.as_ref().map(|spot| spot.sheet.clone()),
        cell: spot.as_ref().map(|spot| spot.cell),
    };
    let (rule, about, found, expected) = said(reading, misfit, &there);
    let mut finding = Finding::new(rule, place).about(About::Row(about));
    finding.found = found;
    finding.expected = expected;
    finding
}

/// The rule of a finding, what it is about, what stands there and what is accepted.
type Said = (&'static Rule, String, Option<Fact>, Option<Fact>);

/// What is said of a problem.
fn said(reading: &Reading, misfit: &Misfit, there: &str) -> Said {
    let text = |text: &str| Some(Fact::Text(text.to_string()));
    match &misfit.problem {
        Problem::Duplicate { id, .. } => (&rules::TWICE, String::new(), text(id), None),
        Problem::AmbiguousName { name, .. } => (&rules::TWICE, String::new(), text(name), None),
        Problem::Dangling { id, nearest, .. } => (
            &rules::DANGLING,
            String::new(),
            text(id),
            Some(Fact::Names(nearest.clone())),
        ),
        Problem::UnknownKey { key, nearest } => (
            &rules::DANGLING,
            String::new(),
            text(key),
            Some(Fact::Names(nearest.clone())),
        ),
        Problem::MaximaDoNotAddUp {
            of,
            level,
            sum,
            stated,
        } => (
            &rules::SUMS,
            format!("{of}, {level}"),
            Some(Fact::Number(*sum)),
            Some(Fact::Number(*stated)),
        ),
        Problem::OutOfRange {
            value,
            lowest,
            highest,
        } => (
            &rules::OUT_OF_RANGE,
            String::new(),
            Some(Fact::Number(*value)),
            Some(Fact::Range(*lowest, *highest)),
        ),
        Problem::OutOfOrder { id, .. } => {
            let before = previous(reading, misfit);
            (
                &rules::OUT_OF_RANGE,
                String::new(),
                text(id),
                Some(Fact::Name(format!("< {before}"))),
            )
        }
        Problem::SumRule(id) | Problem::WrongFigureKind(id) => {
            (&rules::RULE_UNFIT, String::new(), text(id), None)
        }
        Problem::AmbiguousMeasure => (&rules::RULE_UNFIT, String::new(), text(there), None),
        Problem::MissingKey(key) | Problem::Empty(key) => {
            (&campaign_form::BLANK, key.clone(), None, None)
        }
        other => (
            &rules::WRONG,
            String::new(),
            text(there),
            text(&other.to_string()),
        ),
    }
}

/// What stands in the same column of the entry before.
fn previous(reading: &Reading, misfit: &Misfit) -> String {
    let mut path = misfit.path.clone();
    let index = path.iter_mut().rev().find_map(|step| match step {
        Step::Index(index) => Some(index),
        Step::Key(_) => None,
    });
    if let Some(index) = index {
        *index = index.saturating_sub(1);
    }
    let spot = reading.places.exact(misfit.document, &path);
    spot.and_then(|spot| reading.texts.get(spot))
        .cloned()
        .unwrap_or_default()
}

impl Reading {
    /// Whether a row of the tree is told to be wrong.
    fn has_faulty_tree(&self) -> bool {
        let tree = self.places.find(Document::Scheme, &steps!["group", 0]);
        let tree = tree.or_else(|| self.places.find(Document::Scheme, &steps!["criterion", 0]));
        tree.is_some_and(|spot| self.faulty.iter().any(|(sheet, _)| *sheet == spot.sheet))
    }
}
