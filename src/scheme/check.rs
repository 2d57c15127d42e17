//! What must hold in a scheme beyond its form.
//!
//! In: a parsed scheme. Out: every problem, with the path to it in the file.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::definition::{Problems, Step, at, nearest_or_few};
use crate::error::{Kind, Problem};
use crate::ids::{FigureId, LevelId};
use crate::scheme::{Criterion, FigureKind, Formula, Measure, PerLevel, Scheme, ScoringRule};

/// Every problem of a scheme.
pub fn problems(scheme: &Scheme) -> Problems {
    let mut problems = Problems::new();
    duplicates(scheme, &mut problems);
    grades(scheme, &mut problems);
    maxima(scheme, &mut problems);
    for (index, criterion) in scheme.criteria.iter().enumerate() {
        hierarchy(scheme, index, criterion, &mut problems);
        rule(scheme, index, criterion, &mut problems);
    }
    statistics(scheme, &mut problems);
    problems
}

fn dangling<'a>(kind: Kind, id: &str, known: impl Iterator<Item = &'a str>) -> Problem {
    let known: Vec<String> = known.map(str::to_string).collect();
    Problem::Dangling {
        kind,
        id: id.to_string(),
        nearest: nearest_or_few(id, &known),
    }
}

fn duplicates(scheme: &Scheme, problems: &mut Problems) {
    let ids = |table: &str, key: &str, names: Vec<&str>| -> Vec<(Vec<Step>, String)> {
        let with_path =
            |(index, name): (usize, &&str)| (at![table, index, key], (*name).to_string());
        names.iter().enumerate().map(with_path).collect()
    };
    let mut figures = Vec::new();
    for (index, criterion) in scheme.criteria.iter().enumerate() {
        for (figure_index, figure) in criterion.figures.iter().enumerate() {
            figures.push((
                at!["criterion", index, "figures", figure_index, "id"],
                figure.id.0.clone(),
            ));
        }
    }
    let all = [
        (
            Kind::Level,
            ids(
                "level",
                "id",
                scheme
                    .levels
                    .iter()
                    .map(|level| level.id.0.as_str())
                    .collect(),
            ),
        ),
        (
            Kind::Grade,
            ids(
                "grade",
                "name",
                scheme
                    .grades
                    .iter()
                    .map(|grade| grade.name.as_str())
                    .collect(),
            ),
        ),
        (
            Kind::Group,
            ids(
                "group",
                "id",
                scheme
                    .groups
                    .iter()
                    .map(|group| group.id.0.as_str())
                    .collect(),
            ),
        ),
        (
            Kind::Criterion,
            ids(
                "criterion",
                "id",
                scheme
                    .criteria
                    .iter()
                    .map(|one| one.id.0.as_str())
                    .collect(),
            ),
        ),
        (
            Kind::Section,
            ids(
                "section",
                "id",
                scheme
                    .sections
                    .iter()
                    .map(|section| section.id.as_str())
                    .collect(),
            ),
        ),
        (
            Kind::Statistic,
            ids(
                "statistic",
                "id",
                scheme
                    .statistics
                    .iter()
                    .map(|one| one.id.as_str())
                    .collect(),
            ),
        ),
        (Kind::Figure, figures),
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

fn grades(scheme: &Scheme, problems: &mut Problems) {
    for (key, empty) in [
        ("level", scheme.levels.is_empty()),
        ("grade", scheme.grades.is_empty()),
        ("group", scheme.groups.is_empty()),
        ("criterion", scheme.criteria.is_empty()),
    ] {
        if empty {
            problems.push((at![key], Problem::Empty(key.to_string())));
        }
    }
    for (index, pair) in scheme.grades.windows(2).enumerate() {
        if let [above, below] = pair
            && below.from >= above.from
        {
            let problem = Problem::OutOfOrder {
                kind: Kind::Grade,
                id: below.name.clone(),
            };
            problems.push((at!["grade", index + 1, "from"], problem));
        }
    }
}

fn maxima(scheme: &Scheme, problems: &mut Problems) {
    let known = || scheme.levels.iter().map(|level| level.id.0.as_str());
    let mut levels = |path: Vec<Step>, maximum: &PerLevel| {
        for level in maximum
            .named()
            .filter(|level| scheme.level(level).is_none())
        {
            let mut path = path.clone();
            path.push(Step::Key(level.0.clone()));
            problems.push((path, dangling(Kind::Level, &level.0, known())));
        }
    };
    for (index, group) in scheme.groups.iter().enumerate() {
        levels(at!["group", index, "maximum"], &group.maximum);
    }
    for (index, criterion) in scheme.criteria.iter().enumerate() {
        levels(at!["criterion", index, "maximum"], &criterion.maximum);
    }
    for level in &scheme.levels {
        let mut total = Decimal::ZERO;
        for (index, group) in scheme.groups.iter().enumerate() {
            if group.outside_total {
                continue;
            }
            let stated = group.maximum_at(&level.id).0;
            let sum = scheme
                .scored(&group.id)
                .filter_map(|one| one.maximum.at(&level.id))
                .sum();
            total += stated;
            if sum != stated {
                problems.push((
                    at!["group", index, "maximum"],
                    does_not_add_up(&group.id.0, &level.id, sum, stated),
                ));
            }
        }
        if total != scheme.total_maximum {
            let problem = does_not_add_up("total_maximum", &level.id, total, scheme.total_maximum);
            problems.push((at!["total_maximum"], problem));
        }
    }
}

fn does_not_add_up(of: &str, level: &LevelId, sum: Decimal, stated: Decimal) -> Problem {
    Problem::MaximaDoNotAddUp {
        of: of.to_string(),
        level: level.0.clone(),
        sum,
        stated,
    }
}

/// Each criterion stands below a group or a criterion, and adds up its children exactly if it has some.
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
        problems.push((
            at!["criterion", index, "id"],
            dangling(Kind::Group, above, known),
        ));
    }
    let below = format!("{}.", criterion.id);
    let has_children = scheme
        .criteria
        .iter()
        .any(|other| other.id.0.starts_with(&below));
    if has_children != (criterion.rule == ScoringRule::Sum {}) {
        problems.push((
            at!["criterion", index, "rule"],
            Problem::SumRule(criterion.id.0.clone()),
        ));
    }
}

fn rule(scheme: &Scheme, index: usize, criterion: &Criterion, problems: &mut Problems) {
    let here = || at!["criterion", index, "rule"];
    for figure in criterion.rule.figures() {
        let allowed: &[FigureKind] = match criterion.rule {
            ScoringRule::YesNo { .. } => {
                &[FigureKind::YesNo, FigureKind::Count, FigureKind::Amount]
            }
            ScoringRule::Choice { .. } => &[FigureKind::Choice],
            _ => &[FigureKind::Count, FigureKind::Amount],
        };
        figure_problem(scheme, figure, allowed)
            .into_iter()
            .for_each(|problem| problems.push((here(), problem)));
    }
    if let ScoringRule::Tiers { value, .. } | ScoringRule::BestOfLevel { value } = &criterion.rule
        && !matches!(
            value,
            Measure {
                figure: Some(_),
                ratio: None,
                of: None
            } | Measure {
                figure: None,
                ratio: Some(_),
                of: Some(_)
            }
        )
    {
        problems.push((here(), Problem::AmbiguousMeasure));
    }
    let highest = scheme
        .levels
        .iter()
        .filter_map(|level| criterion.maximum.at(&level.id))
        .max()
        .unwrap_or_default();
    let lowest = criterion.minimum.unwrap_or_default();
    if lowest > highest {
        let problem = Problem::OutOfRange {
            value: lowest,
            lowest: Decimal::MIN,
            highest,
        };
        problems.push((at!["criterion", index, "minimum"], problem));
        return;
    }
    let mut check = |path: Vec<Step>, value: Decimal| {
        if !(lowest..=highest).contains(&value) {
            problems.push((
                path,
                Problem::OutOfRange {
                    value,
                    lowest,
                    highest,
                },
            ));
        }
    };
    match &criterion.rule {
        ScoringRule::Tiers { tiers, .. } => {
            for (tier, one) in tiers.iter().enumerate() {
                check(
                    at!["criterion", index, "rule", "tiers", tier, "points"],
                    one.points,
                );
            }
            tiers_in_order(index, criterion, problems);
        }
        ScoringRule::Choice { options, .. } => {
            for (option, one) in options.iter().enumerate() {
                check(
                    at!["criterion", index, "rule", "options", option, "points"],
                    one.points,
                );
            }
        }
        ScoringRule::PerItem { items } => {
            for (item, one) in items.iter().enumerate() {
                check(
                    at!["criterion", index, "rule", "items", item, "points"],
                    one.points,
                );
                if one.per <= Decimal::ZERO {
                    let problem = Problem::OutOfRange {
                        value: one.per,
                        lowest: Decimal::ONE,
                        highest: Decimal::MAX,
                    };
                    problems.push((
                        at!["criterion", index, "rule", "items", item, "per"],
                        problem,
                    ));
                    return;
                }
            }
        }
        _ => {}
    }
}

fn tiers_in_order(index: usize, criterion: &Criterion, problems: &mut Problems) {
    let ScoringRule::Tiers { tiers, .. } = &criterion.rule else {
        return;
    };
    for (tier, pair) in tiers.windows(2).enumerate() {
        if let [above, below] = pair
            && below.from >= above.from
        {
            let problem = Problem::OutOfOrder {
                kind: Kind::Tier,
                id: below.from.to_string(),
            };
            problems.push((
                at!["criterion", index, "rule", "tiers", tier + 1, "from"],
                problem,
            ));
        }
    }
}

/// What is wrong with a reference to a figure, if anything.
fn figure_problem(scheme: &Scheme, id: &FigureId, allowed: &[FigureKind]) -> Option<Problem> {
    let Some((_, figure)) = scheme.figure(id) else {
        let known = scheme
            .criteria
            .iter()
            .flat_map(|one| &one.figures)
            .map(|figure| figure.id.0.as_str());
        return Some(dangling(Kind::Figure, &id.0, known));
    };
    (!allowed.contains(&figure.kind)).then(|| Problem::WrongFigureKind(id.0.clone()))
}

fn statistics(scheme: &Scheme, problems: &mut Problems) {
    for (index, statistic) in scheme.statistics.iter().enumerate() {
        if !scheme
            .sections
            .iter()
            .any(|section| section.id == statistic.section)
        {
            let known = scheme.sections.iter().map(|section| section.id.as_str());
            let problem = dangling(Kind::Section, &statistic.section, known);
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
                dangling(Kind::Level, &level.0, known),
            ));
        }
        let here = || at!["statistic", index, "formula"];
        let allowed: &[FigureKind] = match statistic.formula {
            Formula::ShareYes { .. } => &[FigureKind::YesNo],
            _ => &[FigureKind::Count, FigureKind::Amount],
        };
        for figure in statistic.formula.figures() {
            figure_problem(scheme, figure, allowed)
                .into_iter()
                .for_each(|problem| problems.push((here(), problem)));
        }
        if let Formula::UnitsAtMaximum { group } = &statistic.formula
            && scheme.group(group).is_none()
        {
            let known = scheme.groups.iter().map(|group| group.id.0.as_str());
            problems.push((here(), dangling(Kind::Group, &group.0, known)));
        }
    }
}
