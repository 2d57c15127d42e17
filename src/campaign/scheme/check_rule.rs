//! What must hold in a scoring rule.
//!
//! In: a criterion. Out: every problem of its rule, with the path to it in the file.

#![deny(clippy::wildcard_enum_match_arm)]

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use crate::base::error::{Nameable, Problem};
use crate::base::ids::FigureId;
use crate::base::points::Decimal;
use crate::campaign::definition::{PathStep, Problems, at, nearest_or_few};
use crate::campaign::scheme::{
    ChoiceOption, CountedItem, Criterion, FigureKind, Scheme, ScoringRule, Tier, option_key,
};

/// Problems of a criterion's rule: figures that are not there or of the wrong kind, points out of range, tiers out of order.
pub fn check(scheme: &Scheme, index: usize, criterion: &Criterion, problems: &mut Problems) {
    let rule = &criterion.rule;
    for figure in rule.figures() {
        let problem = figure_problem(scheme, figure, kinds(rule));
        problems.extend(problem.map(|problem| (at!["criterion", index, "rule"], problem)));
    }
    let maxima = scheme.levels.iter();
    let highest = maxima.filter_map(|level| criterion.maximum.at(&level.id));
    let highest = highest.max().unwrap_or_default();
    let lowest = criterion.minimum.unwrap_or_default();
    if lowest > highest {
        let problem = Problem::OutOfRange {
            value: lowest,
            lowest: -Decimal::READABLE,
            highest,
        };
        problems.push((at!["criterion", index, "minimum"], problem));
        return;
    }
    let mut check = Check {
        rule: at!["criterion", index, "rule"],
        points: lowest..=highest,
        problems,
    };
    if let Some(list) = empty_list(rule) {
        check.add(at![list], Problem::Empty(list.to_string()));
    }
    match rule {
        ScoringRule::Tiers { tiers, .. } => check.tiers(tiers),
        ScoringRule::Choice { options, .. } => {
            let points = options.iter().map(|option| option.points);
            check.points("options", points);
        }
        ScoringRule::Linear { between, .. } => check.line(between),
        ScoringRule::Options { options } => check.options(options),
        ScoringRule::PerItem { items } => check.items(items),
        ScoringRule::BestOfLevel { best, .. } if !best.is_empty() => check.no_best(),
        ScoringRule::Declared {}
        | ScoringRule::Given {}
        | ScoringRule::YesNo { .. }
        | ScoringRule::Ratio { .. }
        | ScoringRule::BestOfLevel { .. }
        | ScoringRule::Sum {}
        | ScoringRule::Maximum {}
        | ScoringRule::Minimum {}
        | ScoringRule::Mean {} => {}
    }
}

/// The list of a rule that has nothing in it, if there is one: such a rule gives every unit the same points, whatever it says.
fn empty_list(rule: &ScoringRule) -> Option<&'static str> {
    match rule {
        ScoringRule::YesNo { figures } => figures.is_empty().then_some("figures"),
        ScoringRule::Tiers { tiers, .. } => tiers.is_empty().then_some("tiers"),
        ScoringRule::PerItem { items } => items.is_empty().then_some("items"),
        ScoringRule::Choice { options, .. } => options.is_empty().then_some("options"),
        // The check of options refuses none; a line without points is straight from nothing to the maximum.
        ScoringRule::Options { .. }
        | ScoringRule::Linear { .. }
        | ScoringRule::Declared {}
        | ScoringRule::Given {}
        | ScoringRule::Ratio { .. }
        | ScoringRule::BestOfLevel { .. }
        | ScoringRule::Sum {}
        | ScoringRule::Maximum {}
        | ScoringRule::Minimum {}
        | ScoringRule::Mean {} => None,
    }
}

/// The kinds of figures that a rule can use.
fn kinds(rule: &ScoringRule) -> &'static [FigureKind] {
    match rule {
        ScoringRule::YesNo { .. } => &[FigureKind::YesNo, FigureKind::Count, FigureKind::Amount],
        ScoringRule::Choice { .. } => &[FigureKind::Choice],
        ScoringRule::Declared {}
        | ScoringRule::Given {}
        | ScoringRule::Ratio { .. }
        | ScoringRule::Tiers { .. }
        | ScoringRule::Linear { .. }
        | ScoringRule::PerItem { .. }
        | ScoringRule::Options { .. }
        | ScoringRule::BestOfLevel { .. }
        | ScoringRule::Sum {}
        | ScoringRule::Maximum {}
        | ScoringRule::Minimum {}
        | ScoringRule::Mean {} => &[FigureKind::Count, FigureKind::Amount],
    }
}

/// One rule that is looked at.
struct Check<'p> {
    /// The path to it.
    rule: Vec<PathStep>,
    /// The points that the criterion can have.
    points: RangeInclusive<Decimal>,
    problems: &'p mut Problems,
}

impl Check<'_> {
    /// A problem at a path within the rule.
    fn add(&mut self, path: Vec<PathStep>, problem: Problem) {
        let mut whole = self.rule.clone();
        whole.extend(path);
        self.problems.push((whole, problem));
    }

    /// The points of a list lie within those of the criterion.
    fn points(&mut self, list: &str, points: impl Iterator<Item = Decimal>) {
        for (index, value) in points.enumerate() {
            if !self.points.contains(&value) {
                let problem = Problem::OutOfRange {
                    value,
                    lowest: *self.points.start(),
                    highest: *self.points.end(),
                };
                self.add(at![list, index, "points"], problem);
            }
        }
    }

    /// The options of rows: there are some, and each can be told from the others by its text.
    fn options(&mut self, options: &[ChoiceOption]) {
        self.points("options", options.iter().map(|option| option.points));
        if options.is_empty() {
            self.add(at!["options"], Problem::Empty("options".to_string()));
        }
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        for (index, option) in options.iter().enumerate() {
            for name in option.names() {
                let key = option_key(name);
                let here = at!["options", index, "name"];
                if key.is_empty() {
                    self.add(here, Problem::NoLabel(name.to_string()));
                } else if let Some(first) = seen.get(&key).filter(|first| **first != option.name) {
                    let (first, second) = (first.to_string(), option.name.clone());
                    let name = name.to_string();
                    self.add(
                        here,
                        Problem::AmbiguousName {
                            name,
                            first,
                            second,
                        },
                    );
                } else if seen.insert(key, &option.name).is_some() && name == option.name {
                    let (kind, id) = (Nameable::Option, name.to_string());
                    self.add(here, Problem::Duplicate { kind, id });
                }
            }
        }
    }

    fn tiers(&mut self, tiers: &[Tier]) {
        self.points("tiers", tiers.iter().map(|tier| tier.points));
        for (index, pair) in tiers.windows(2).enumerate() {
            if let [above, below] = pair
                && below.from >= above.from
            {
                let problem = Problem::OutOfOrder {
                    kind: Nameable::Tier,
                    id: below.from.to_string(),
                };
                self.add(at!["tiers", index + 1, "from"], problem);
            }
        }
    }

    /// The points that a line goes through: none or two, and each further right than the one before.
    fn line(&mut self, between: &[Tier]) {
        self.points("between", between.iter().map(|tier| tier.points));
        if between.len() == 1 {
            self.add(at!["between"], Problem::Empty("between".to_string()));
        }
        for (index, pair) in between.windows(2).enumerate() {
            if let [left, right] = pair
                && right.from <= left.from
            {
                let problem = Problem::OutOfOrder {
                    kind: Nameable::Tier,
                    id: right.from.to_string(),
                };
                self.add(at!["between", index + 1, "from"], problem);
            }
        }
    }

    fn items(&mut self, items: &[CountedItem]) {
        self.points("items", items.iter().map(|item| item.points));
        for (index, item) in items.iter().enumerate() {
            if item.per <= Decimal::ZERO {
                let problem = Problem::OutOfRange {
                    value: item.per,
                    lowest: Decimal::ONE,
                    highest: Decimal::READABLE,
                };
                self.add(at!["items", index, "per"], problem);
            }
        }
    }

    /// The best values are those of the units: a scheme that gives one would be passed over.
    fn no_best(&mut self) {
        let problem = Problem::UnknownKey {
            key: "best".to_string(),
            nearest: Vec::new(),
        };
        self.add(at!["best"], problem);
    }
}

/// What is wrong with a reference to a figure, if anything.
pub fn figure_problem(scheme: &Scheme, id: &FigureId, allowed: &[FigureKind]) -> Option<Problem> {
    let Some((_, figure)) = scheme.figure(id) else {
        let known = scheme
            .criteria
            .iter()
            .flat_map(|one| &one.figures)
            .map(|figure| figure.id.0.as_str());
        return Some(dangling(Nameable::Figure, &id.0, known));
    };
    (!allowed.contains(&figure.kind)).then(|| Problem::WrongFigureKind(id.0.clone()))
}

pub(super) fn dangling<'a>(
    kind: Nameable,
    id: &str,
    known: impl Iterator<Item = &'a str>,
) -> Problem {
    let known: Vec<String> = known.map(str::to_string).collect();
    Problem::Dangling {
        kind,
        id: id.to_string(),
        nearest: nearest_or_few(id, &known),
    }
}
