//! What only shows when submissions stand beside each other: the same content twice, one value that stretches a scale.

use std::hash::BuildHasherDefault;

use indexmap::IndexMap;
use rustc_hash::{FxHashMap, FxHasher};

use crate::base::cell::Reading;
use crate::base::finding::{About, Fact, Finding, Place};
use crate::base::ids::{CriterionId, FigureId, LevelId, UnitId};
use crate::base::points::{Decimal, Points};
use crate::base::rules::{Severity, given, practice};
use crate::campaign::scheme::Scheme;
use crate::campaign::units::Registry;
use crate::input::submission::{Figure, Submission};
use crate::judge::score::ScoreTree;
use crate::judge::score::rule::ComparedValue;

/// A map whose keys are what forms say, in their order.
type FxIndexMap<K, V> = IndexMap<K, V, BuildHasherDefault<FxHasher>>;

/// Values that must be there before two submissions can be called the same by anything but chance.
const ENOUGH: usize = 10;

/// The scores that a submission claims, in its order.
type SaidScores<'a> = Vec<(&'a CriterionId, &'a Reading<Points>)>;

/// The figures that a submission gives, in its order.
type SaidFigures<'a> = Vec<(&'a FigureId, &'a Reading<Figure>)>;

/// Scores and figures.
type SaidContent<'a> = (SaidScores<'a>, SaidFigures<'a>);

fn scores(submission: &Submission) -> SaidScores<'_> {
    let entries = submission.entries.iter();
    entries
        .map(|(id, entry)| (id, &entry.claimed.value))
        .collect()
}

fn figures(submission: &Submission) -> SaidFigures<'_> {
    let figures = submission.figures.iter();
    figures.map(|(id, found)| (id, &found.value)).collect()
}

/// How many scores and figures were read; blanks are the same in all forms, and what was not understood may be anything.
fn said(submission: &Submission) -> (usize, usize) {
    let scores = submission.entries.values();
    let scores = scores.filter(|entry| entry.claimed.value.value().is_some());
    let figures = submission.figures.values();
    let figures = figures.filter(|found| found.value.value().is_some());
    (scores.count(), figures.count())
}

/// Whether a figure is more than yes or no: two units may well give the same answers.
fn has_more_than_answers(submission: &Submission) -> bool {
    let mut figures = submission.figures.values();
    figures.any(|found| !matches!(found.value, Reading::Value(Figure::Yes(_))))
}

/// All that a submission says, where that is enough to be no chance.
fn content(submission: &Submission) -> Option<SaidContent<'_>> {
    let (scores, figures) = (scores(submission), figures(submission));
    let (of_scores, of_figures) = said(submission);
    let said = of_scores + of_figures;
    let is_enough = said >= ENOUGH
        && said * 2 >= scores.len() + figures.len()
        && has_more_than_answers(submission);
    is_enough.then_some((scores, figures))
}

/// Submissions of several units that say the same in every score and every figure: the positions of each such lot.
pub fn same_content(submissions: &[Submission]) -> Vec<Vec<usize>> {
    let mut lots: FxIndexMap<SaidContent<'_>, Vec<usize>> = FxIndexMap::default();
    for (index, submission) in submissions.iter().enumerate() {
        if let Some(content) = content(submission) {
            lots.entry(content).or_default().push(index);
        }
    }
    lots.into_values().filter(|lot| lot.len() > 1).collect()
}

/// Submissions of one level whose scores are all the same while their figures differ.
pub fn same_scores(submissions: &[Submission]) -> Vec<Finding> {
    let mut seen: FxHashMap<(&LevelId, SaidScores<'_>), &Submission> = FxHashMap::default();
    let mut findings = Vec::new();
    for submission in submissions {
        let (said, _) = said(submission);
        let scores = scores(submission);
        if said < ENOUGH || said * 2 < scores.len() {
            continue;
        }
        let key = (&submission.unit.level, scores);
        match seen.get(&key) {
            Some(first) => {
                let finding = Finding::new(&practice::SAME_SCORES, file(submission));
                findings.push(finding.expected(Fact::Name(first.file.clone())));
            }
            None => {
                seen.insert(key, submission);
            }
        }
    }
    findings
}

/// Values that set the scale of their level and are at least three times the second best.
pub fn best_stands_alone(scheme: &Scheme, submissions: &[Submission]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for criterion in &scheme.criteria {
        let Some(measure) = criterion.rule.compared() else {
            continue;
        };
        for level in &scheme.levels {
            let of_level = submissions.iter().filter(|one| one.unit.level == level.id);
            let mut values: Vec<(Decimal, &Submission)> = of_level
                .filter_map(|one| Some((ComparedValue::new(measure, &one.figures).result?, one)))
                .collect();
            values.sort_by_key(|(value, _)| std::cmp::Reverse(*value));
            if let [(best, first), (second, _), ..] = values.as_slice()
                && second
                    .checked_mul(Decimal::from(3))
                    .is_some_and(|threefold| *best >= threefold)
                && !second.is_zero()
            {
                let finding = Finding::new(&practice::BEST_STANDS_ALONE, at(first, &criterion.id));
                let finding = finding.about(About::Row(criterion.label()));
                findings.push(
                    finding
                        .found(Fact::Number(*best))
                        .expected(Fact::Number(*second)),
                );
            }
        }
    }
    findings
}

/// Best values by which points that count are measured, while units of the level have none yet: one finding for each level, where the
/// best value stands.
pub fn best_open(
    tree: &ScoreTree<'_>,
    submissions: &[Submission],
    registry: &Registry,
) -> Vec<Finding> {
    let name = |unit: &UnitId| {
        let unit = registry.get(unit);
        unit.map(|unit| unit.name.clone()).unwrap_or_default()
    };
    let mut findings = Vec::new();
    for criterion in &tree.scheme.criteria {
        for level in &tree.scheme.levels {
            let rule = &criterion.rule;
            let without = tree.open_bests.of(&criterion.id, &level.id);
            let best = rule.best(&level.id).filter(|_| !without.is_empty());
            let (Some(best), Some(measure)) = (best, rule.compared()) else {
                continue;
            };
            let value = |one: &&Submission| ComparedValue::new(measure, &one.figures).result;
            let of_level = submissions.iter().filter(|one| one.unit.level == level.id);
            let mut of_level = of_level.filter(|one| value(one) == Some(best));
            let place = of_level.next().map(|one| at(one, &criterion.id));
            let finding = Finding::new(&given::BEST_OPEN, place.unwrap_or_default());
            let finding = finding.about(About::Row(criterion.label()));
            let names = without.iter().map(name).collect();
            findings.push(
                finding
                    .found(Fact::Number(best))
                    .expected(Fact::Names(names)),
            );
        }
    }
    findings
}

/// Best values by which points that count are measured, and which stand in cells that are doubtful themselves: one finding for each, where
/// the value stands. What several units have stands without any one of them.
pub fn best_doubtful(scheme: &Scheme, judged: &[(&Submission, &[Finding])]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let measured = scheme.criteria.iter().filter(|one| one.by_figures);
    for criterion in measured {
        let Some(measure) = criterion.rule.compared() else {
            continue;
        };
        for level in &scheme.levels {
            let Some(best) = criterion.rule.best(&level.id) else {
                continue;
            };
            let of_level = judged.iter().filter(|(one, _)| one.unit.level == level.id);
            let values: Vec<(Decimal, &Submission, &[Finding])> = of_level
                .filter_map(|(one, own)| {
                    let value = ComparedValue::new(measure, &one.figures).result?;
                    Some((value, *one, *own))
                })
                .collect();
            let others = values.iter().map(|(value, ..)| *value);
            let next = others.filter(|value| *value < best).max();
            let mut has = values.iter().filter(|(value, ..)| *value == best);
            let (Some((_, one, own)), None, Some(next)) = (has.next(), has.next(), next) else {
                continue;
            };
            let places = measure.figures().into_iter().filter_map(|id| {
                let place = one.figures.get(id)?.origin.place();
                let Place { unit, file, .. } = file(one);
                Some(Place {
                    unit,
                    file,
                    ..place
                })
            });
            let is_doubted = |place: &Place| {
                let at = |finding: &&Finding| finding.place == *place;
                let mut there = own.iter().filter(at);
                there.any(|finding| finding.severity() > Severity::Info)
            };
            if let Some(place) = places.into_iter().find(is_doubted) {
                let finding = Finding::new(&given::BEST_DOUBTFUL, place);
                let finding = finding.about(About::Row(criterion.label()));
                findings.push(
                    finding
                        .found(Fact::Number(best))
                        .expected(Fact::Number(next)),
                );
            }
        }
    }
    findings
}

fn file(submission: &Submission) -> Place {
    Place {
        unit: Some(submission.unit.clone()),
        file: Some(submission.file.clone()),
        ..Place::default()
    }
}

fn at(submission: &Submission, criterion: &CriterionId) -> Place {
    let entry = submission.entries.get(criterion);
    let place = entry.map(|entry| entry.claimed.origin.place());
    let Place { unit, file, .. } = file(submission);
    Place {
        unit,
        file,
        ..place.unwrap_or_default()
    }
}
