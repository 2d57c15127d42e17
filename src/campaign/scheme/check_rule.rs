//! What must hold in a scoring rule.
//!
//! In: a criterion. Out: every problem of its rule, with the path to it in the file.

#![deny(clippy::wildcard_enum_match_arm)]

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use crate::base::error::{Nameable, NeedsLimit, Problem};
use crate::base::ids::FigureId;
use crate::base::points::Decimal;
use crate::campaign::definition::{PathStep, Problems, at, nearest_or_few};
use crate::campaign::scheme::{
    ChoiceOption, CountedItem, Criterion, FigureKind, Scheme, ScoringRule, Tier, option_key,
};

/// Problems of a criterion's rule: figures that are not there or of the wrong kind, lists that have nothing in them, so that every
/// unit has the same points whatever it says, points out of range, tiers out of order.
pub fn check(scheme: &Scheme, index: usize, criterion: &Criterion, problems: &mut Problems) {
    let maxima = scheme.levels.iter();
    let highest = maxima.filter_map(|level| criterion.maximum.at(&level.id));
    let highest = highest.max().unwrap_or_default();
    let is_unlimited = highest.is_unlimited();
    // Points of parts are then as many as a number may be.
    let highest = highest.limit().map_or(Decimal::READABLE, |most| most.0);
    let lowest = criterion.minimum.unwrap_or_default();
    let mut check = Check {
        scheme,
        rule: at!["criterion", index, "rule"],
        unlimited: is_unlimited.then_some(criterion),
        points: lowest..=highest,
        problems,
    };
    if lowest > highest {
        let problem = Problem::OutOfRange {
            value: lowest,
            lowest: -Decimal::READABLE,
            highest,
        };
        check
            .problems
            .push((at!["criterion", index, "minimum"], problem));
        check.points = -Decimal::READABLE..=Decimal::READABLE;
    }
    check.check(&criterion.rule);
}

/// One rule that is looked at.
struct Check<'p> {
    scheme: &'p Scheme,
    /// The path to it.
    rule: Vec<PathStep>,
    /// The criterion, where it has no limit on some level.
    unlimited: Option<&'p Criterion>,
    /// The points that the criterion can have.
    points: RangeInclusive<Decimal>,
    problems: &'p mut Problems,
}

impl Check<'_> {
    /// All that must hold for a rule of its type.
    fn check(&mut self, rule: &ScoringRule) {
        match rule {
            ScoringRule::YesNo { figures } => {
                self.figures(
                    rule,
                    &[FigureKind::YesNo, FigureKind::Count, FigureKind::Amount],
                );
                self.some("figures", figures);
                self.limit();
            }
            ScoringRule::Ratio { .. } => {
                self.numbers(rule);
                self.limit();
            }
            ScoringRule::Tiers { tiers, .. } => {
                self.numbers(rule);
                self.some("tiers", tiers);
                self.tiers(tiers);
            }
            // A line without points is straight from nothing to the maximum.
            ScoringRule::Linear { between, .. } => {
                self.numbers(rule);
                self.line(between);
                if between.is_empty() {
                    self.limit();
                }
            }
            ScoringRule::PerItem { items } => {
                self.numbers(rule);
                self.some("items", items);
                self.items(items);
            }
            ScoringRule::Choice { options, .. } => {
                self.figures(rule, &[FigureKind::Choice]);
                self.some("options", options);
                self.points("options", options.iter().map(|option| option.points));
            }
            ScoringRule::Options { options } => self.options(options),
            ScoringRule::BestOfLevel { best, .. } => {
                self.numbers(rule);
                self.no_best(best.is_empty());
                self.limit();
            }
            ScoringRule::Declared {}
            | ScoringRule::Given {}
            | ScoringRule::Sum {}
            | ScoringRule::Maximum {}
            | ScoringRule::Minimum {}
            | ScoringRule::Mean {}
            | ScoringRule::MeanOfScored {} => {}
        }
    }

    /// The maximum, which the points are a share of, is a number.
    fn limit(&mut self) {
        if let Some(criterion) = self.unlimited {
            let (id, why) = (criterion.id.0.to_string(), NeedsLimit::Rule);
            self.add(at![], Problem::Unlimited { id, why });
        }
    }

    /// A problem at a path within the rule.
    fn add(&mut self, path: Vec<PathStep>, problem: Problem) {
        let mut whole = self.rule.clone();
        whole.extend(path);
        self.problems.push((whole, problem));
    }

    /// Its figures are there, and of the kinds that it can use.
    fn figures(&mut self, rule: &ScoringRule, allowed: &[FigureKind]) {
        for figure in rule.figures() {
            if let Some(problem) = figure_problem(self.scheme, figure, allowed) {
                self.add(at![], problem);
            }
        }
    }

    /// Its figures are there, and numbers.
    fn numbers(&mut self, rule: &ScoringRule) {
        self.figures(rule, &[FigureKind::Count, FigureKind::Amount]);
    }

    /// A list has something in it.
    fn some<T>(&mut self, list: &str, all: &[T]) {
        if all.is_empty() {
            self.add(at![list], Problem::Empty(list.to_string()));
        }
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
        self.some("options", options);
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
    fn no_best(&mut self, is_empty: bool) {
        if is_empty {
            return;
        }
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
    (!allowed.contains(&figure.kind)).then(|| Problem::WrongFigureKind(id.0.to_string()))
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
