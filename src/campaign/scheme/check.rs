//! What must hold in a scheme beyond its form.
//!
//! In: a parsed scheme. Out: every problem, with the path to it in the file.

use std::collections::BTreeSet;

use crate::base::error::{Nameable, NeedsLimit, Problem};
use crate::base::ids::LevelId;
use crate::base::points::{Decimal, Most, Points};
use crate::campaign::definition::{PathStep, Problems, at};
use crate::campaign::scheme::check_grades as grades;
use crate::campaign::scheme::check_limits as limits;
use crate::campaign::scheme::check_rule::{self as rules, dangling};
use crate::campaign::scheme::check_sentences as sentences;
use crate::campaign::scheme::{
    CombinedAt, Criterion, FigureKind, Formula, GROUP_RULE, Level, PerLevel, Scheme,
};

/// The most entries that any list of a scheme may have.
pub const MOST_ENTRIES: usize = 5_000;

/// The most decimals that anything can be rounded to.
const MOST_DECIMALS: u32 = 10;

/// Every problem of a scheme.
pub fn problems(scheme: &Scheme) -> Problems {
    let mut problems = bounds(scheme);
    if !problems.is_empty() {
        return problems;
    }
    duplicates(scheme, &mut problems);
    needed(scheme, &mut problems);
    grades::check(scheme, &mut problems);
    maxima(scheme, &mut problems);
    limits::check(scheme, &mut problems);
    weights(scheme, &mut problems);
    for (index, criterion) in scheme.criteria.iter().enumerate() {
        hierarchy(scheme, index, criterion, &mut problems);
        rules::check(scheme, index, criterion, &mut problems);
        at_most(scheme, index, criterion, &mut problems);
    }
    statistics(scheme, &mut problems);
    sentences::check(scheme, &mut problems);
    problems.extend(scheme.words.problems());
    problems.extend(scheme.vocabulary().problems());
    let is_weighed = scheme.is_weighed();
    problems.extend(scheme.vocabulary().unused_weights(is_weighed));
    problems
}

/// Figures that other figures take in, which must be there and numbers.
fn at_most(scheme: &Scheme, index: usize, criterion: &Criterion, problems: &mut Problems) {
    let numbers = [FigureKind::Count, FigureKind::Amount];
    for (place, figure) in criterion.figures.iter().enumerate() {
        let Some(whole) = &figure.at_most else {
            continue;
        };
        let of = |id| rules::figure_problem(scheme, id, &numbers);
        let problem = of(whole).or_else(|| of(&figure.id));
        let path = at!["criterion", index, "figures", place, "at_most"];
        problems.extend(problem.map(|problem| (path, problem)));
    }
}

/// More entries of a list, or more decimals, than any scheme has; what follows would take too long or too much.
fn bounds(scheme: &Scheme) -> Problems {
    let lists = [
        ("level", scheme.levels.len()),
        ("grade", scheme.grades.len()),
        ("group", scheme.groups.len()),
        ("criterion", scheme.criteria.len()),
        ("section", scheme.sections.len()),
        ("statistic", scheme.statistics.len()),
        ("sentence", scheme.sentences.len()),
    ];
    let long = lists.into_iter().filter(|(_, found)| *found > MOST_ENTRIES);
    let mut problems: Problems = long
        .map(|(key, found)| {
            let problem = Problem::TooMany {
                key: key.to_string(),
                found,
                limit: MOST_ENTRIES,
            };
            (at![key, MOST_ENTRIES], problem)
        })
        .collect();
    let rounding = &scheme.rounding;
    let decimals = [
        ("points_decimals", rounding.points_decimals),
        ("percent_decimals", rounding.percent_decimals),
        ("total_decimals", rounding.total_decimals),
    ];
    for (key, value) in decimals
        .into_iter()
        .filter(|(_, value)| *value > MOST_DECIMALS)
    {
        let problem = Problem::OutOfRange {
            value: value.into(),
            lowest: Decimal::ZERO,
            highest: MOST_DECIMALS.into(),
        };
        problems.push((at!["rounding", key], problem));
    }
    problems
}

fn duplicates(scheme: &Scheme, problems: &mut Problems) {
    let mut figures = Vec::new();
    for (index, criterion) in scheme.criteria.iter().enumerate() {
        for (figure_index, figure) in criterion.figures.iter().enumerate() {
            figures.push((
                at!["criterion", index, "figures", figure_index, "id"],
                figure.id.to_string(),
            ));
        }
    }
    let all = [
        (
            Nameable::Level,
            names("level", "id", &scheme.levels, |one| &one.id.0),
        ),
        (
            Nameable::Grade,
            names("grade", "name", &scheme.grades, |one| &one.name),
        ),
        (
            Nameable::Group,
            names("group", "id", &scheme.groups, |one| &one.id.0),
        ),
        (
            Nameable::Criterion,
            names("criterion", "id", &scheme.criteria, |one| &one.id.0),
        ),
        (
            Nameable::Section,
            names("section", "id", &scheme.sections, |one| &one.id),
        ),
        (
            Nameable::Statistic,
            names("statistic", "id", &scheme.statistics, |one| &one.id),
        ),
        (Nameable::Figure, figures),
    ];
    for (kind, names) in all {
        let mut seen = BTreeSet::new();
        for (path, id) in names {
            if !seen.insert(id.clone()) {
                problems.push((path, Problem::Duplicate { kind, id }));
            }
        }
    }
}

/// The names in a table of the file, each with the path to it.
fn names<T>(
    table: &str,
    key: &str,
    of: &[T],
    name: fn(&T) -> &str,
) -> Vec<(Vec<PathStep>, String)> {
    let with_path = |(index, one)| (at![table, index, key], name(one).to_string());
    of.iter().enumerate().map(with_path).collect()
}

/// Lists that no scheme goes without.
fn needed(scheme: &Scheme, problems: &mut Problems) {
    for (key, empty) in [
        ("level", scheme.levels.is_empty()),
        ("group", scheme.groups.is_empty()),
        ("criterion", scheme.criteria.is_empty()),
    ] {
        if empty {
            problems.push((at![key], Problem::Empty(key.to_string())));
        }
    }
}

fn maxima(scheme: &Scheme, problems: &mut Problems) {
    let known = || scheme.levels.iter().map(|level| level.id.0.as_str());
    let mut levels = |path: Vec<PathStep>, maximum: &PerLevel| {
        for level in maximum
            .named()
            .filter(|level| scheme.level(level).is_none())
        {
            let mut path = path.clone();
            path.push(PathStep::Key(level.0.to_string()));
            problems.push((path, dangling(Nameable::Level, &level.0, known())));
        }
    };
    for (index, group) in scheme.groups.iter().enumerate() {
        levels(at!["group", index, "maximum"], &group.maximum);
    }
    for (index, criterion) in scheme.criteria.iter().enumerate() {
        levels(at!["criterion", index, "maximum"], &criterion.maximum);
    }
    let is_plain = scheme.is_plain();
    'levels: for (position, level) in scheme.levels.iter().enumerate() {
        let mut total = Points::ZERO;
        for (index, group) in scheme.groups.iter().enumerate() {
            if group.outside_total {
                continue;
            }
            let of = |one: &Criterion| one.maximum_at(&level.id);
            let sum: Most = if is_plain {
                scheme.scored(&group.id).filter_map(of).sum()
            } else {
                let combined = scheme.combined_most(CombinedAt::Group(&group.id), &level.id, &of);
                combined.unwrap_or_default()
            };
            let worth = group.worth_at(&level.id).limit();
            // What has no limit here is said by itself.
            let (Some(worth), Some(stated), Some(sum)) =
                (worth, group.maximum_at(&level.id).limit(), sum.limit())
            else {
                continue 'levels;
            };
            total = total + worth;
            let sum = sum.rounded(MOST_DECIMALS);
            if sum != stated {
                problems.push((
                    at!["group", index, "maximum"],
                    does_not_add_up(&group.id.0, &level.id, sum.0, stated.0),
                ));
            }
        }
        of_parents(scheme, level, problems);
        let stated = scheme.total_at(&level.id);
        let total = total.rounded(MOST_DECIMALS);
        if total.0 != stated {
            let problem = does_not_add_up("total_maximum", &level.id, total.0, stated);
            let path = match level.total_maximum {
                Some(_) => at!["level", position, "total_maximum"],
                None => at!["total_maximum"],
            };
            problems.push((path, problem));
        }
    }
}

/// A criterion that takes its points from those below it states what these come to at most: a reader takes what it states for what it
/// gives. One that adds them up may state more, but less only where no more counts.
fn of_parents(scheme: &Scheme, level: &Level, problems: &mut Problems) {
    for (index, one) in scheme.criteria.iter().enumerate() {
        let of = |one: &Criterion| one.maximum_at(&level.id);
        let below = scheme.uncapped(CombinedAt::Criterion(&one.id), &level.id, &of);
        let below = below.filter(|_| one.rule.combines());
        // What has no limit is checked by itself.
        let Some(below) = below.and_then(Most::limit) else {
            continue;
        };
        let below = below.rounded(MOST_DECIMALS);
        let (is_capped, stated) = (one.cap.is_set(), one.maximum_at(&level.id));
        let stated = stated.or(is_capped.then_some(Most::ZERO));
        let stated = stated.and_then(Most::limit);
        let Some(stated) = stated.filter(|stated| *stated != below) else {
            continue;
        };
        let adds_up = one.rule == GROUP_RULE;
        let problem = match stated < below {
            true if adds_up && is_capped && of(one).is_some() => continue,
            false if adds_up && !is_capped => continue,
            true if adds_up && !is_capped => Problem::LessThanBelow {
                id: one.id.0.as_str().into(),
                level: level.id.0.as_str().into(),
                sum: below.0,
                stated: stated.0,
            },
            _ => does_not_add_up(&one.id.0, &level.id, below.0, stated.0),
        };
        problems.push((at!["criterion", index, "maximum"], problem));
    }
}

/// A weight is above nothing.
fn weights(scheme: &Scheme, problems: &mut Problems) {
    let groups = scheme.groups.iter().map(|one| one.weight).enumerate();
    let criteria = scheme.criteria.iter().map(|one| one.weight).enumerate();
    let groups = groups.map(|(index, weight)| ("group", index, weight));
    let criteria = criteria.map(|(index, weight)| ("criterion", index, weight));
    for (list, index, value) in groups.chain(criteria) {
        if value <= Decimal::ZERO {
            let problem = Problem::OutOfRange {
                value,
                lowest: Decimal::new(1, MOST_DECIMALS),
                highest: Decimal::READABLE,
            };
            problems.push((at![list, index, "weight"], problem));
        }
    }
}

fn does_not_add_up(of: &str, level: &LevelId, sum: Decimal, stated: Decimal) -> Problem {
    Problem::MaximaDoNotAddUp {
        of: of.to_string(),
        level: level.0.to_string(),
        sum,
        stated,
    }
}

/// Each criterion stands below a group or a criterion, and takes its points from its children exactly if it has some and none of
/// its own.
fn hierarchy(scheme: &Scheme, index: usize, criterion: &Criterion, problems: &mut Problems) {
    let above = criterion
        .id
        .0
        .rsplit_once('.')
        .map_or("", |(above, _)| above);
    let is_group = scheme.groups.iter().any(|group| group.id.0 == above);
    let is_criterion = scheme.criteria.iter().any(|other| other.id.0 == above);
    if !is_group && !is_criterion {
        let known = scheme.groups.iter().map(|group| group.id.0.as_str());
        // Within a group that is there, what is missing is the criterion between.
        let has_group = scheme.group(&criterion.group()).is_some();
        let problem = if has_group && above.contains('.') {
            Problem::NoParent {
                id: criterion.id.0.to_string(),
                above: above.to_string(),
            }
        } else {
            dangling(Nameable::Group, above, known)
        };
        problems.push((at!["criterion", index, "id"], problem));
    }
    let below = format!("{}.", criterion.id);
    let has_children = scheme
        .criteria
        .iter()
        .any(|other| other.id.0.starts_with(&below));
    let combines = criterion.rule.combines();
    if has_children != (combines || criterion.own_points) || combines && criterion.own_points {
        problems.push((
            at!["criterion", index, "rule"],
            Problem::SumRule(criterion.id.0.to_string()),
        ));
    }
    if criterion.blank_is_zero
        && let Some(above) = scheme.leaves_blanks_above(criterion)
    {
        let problem = Problem::BlankIsLeftOut {
            id: criterion.id.0.to_string(),
            above: above.id.0.to_string(),
        };
        problems.push((at!["criterion", index, "blank_is_zero"], problem));
    }
    if criterion.cap.is_set() && criterion.rule != GROUP_RULE {
        let problem = Problem::NothingToCap(criterion.id.0.to_string());
        problems.push((at!["criterion", index, "cap"], problem));
    }
}

fn statistics(scheme: &Scheme, problems: &mut Problems) {
    for (index, statistic) in scheme.statistics.iter().enumerate() {
        if !scheme
            .sections
            .iter()
            .any(|section| section.id == statistic.section)
        {
            let known = scheme.sections.iter().map(|section| section.id.as_str());
            let problem = dangling(Nameable::Section, &statistic.section, known);
            problems.push((at!["statistic", index, "section"], problem));
        }
        if let Some(level) = statistic
            .level
            .as_ref()
            .filter(|level| scheme.level(level).is_none())
        {
            let known = scheme.levels.iter().map(|level| level.id.0.as_str());
            problems.push((
                at!["statistic", index, "level"],
                dangling(Nameable::Level, &level.0, known),
            ));
        }
        let here = || at!["statistic", index, "formula"];
        let allowed: &[FigureKind] = match statistic.formula {
            Formula::ShareYes { .. } => &[FigureKind::YesNo],
            _ => &[FigureKind::Count, FigureKind::Amount],
        };
        for figure in statistic.formula.figures() {
            problems.extend(
                rules::figure_problem(scheme, figure, allowed).map(|problem| (here(), problem)),
            );
        }
        if let Formula::UnitsAtMaximum { group } = &statistic.formula {
            let known = scheme.groups.iter().map(|group| group.id.0.as_str());
            let problem = match scheme.group(group) {
                None => Some(dangling(Nameable::Group, &group.0, known)),
                Some(group) => limits::is_unlimited(scheme, group).then(|| Problem::Unlimited {
                    id: group.id.0.to_string(),
                    why: NeedsLimit::Statistic,
                }),
            };
            problems.extend(problem.map(|problem| (here(), problem)));
        }
    }
}
