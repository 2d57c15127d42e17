//! Scoring rules: how the score of a criterion follows from its figures. `judge::score` evaluates them.
//!
//! In: a rule of a `scheme.toml`, or of a report. Out: the rule, and what others ask of any rule. Not for: computing with figures.
//!
//! A new rule type is a variant here, its evaluation in `judge/score/rule.rs`, what must hold for it in `check_rule.rs` and
//! its words in `app/cli/rule.rs`; the compiler says where it is missing.

#![deny(clippy::wildcard_enum_match_arm)]

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::base::ids::{FigureId, LevelId};
use crate::base::points::{Decimal, Most, Points};
use crate::campaign::scheme::from_below::{FromBelow, Pick, mean, sum, weighed};
use crate::campaign::scheme::parts::{ChoiceOption, CountedItem, Measure, Tier};

/// How the score of a criterion follows from figures. A report writes it shorter than a scheme: tiers and options as pairs,
/// numbers as text; both are read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum ScoringRule {
    /// The unit declares points; nothing to compute.
    Declared {},
    /// The maximum if every figure says yes, or is a number above zero; else nothing.
    YesNo {
        /// Those figures.
        figures: Vec<FigureId>,
    },
    /// Part / whole x maximum.
    Ratio {
        /// The part.
        #[serde(rename(deserialize = "numerator"), alias = "part")]
        part: FigureId,
        /// The whole.
        #[serde(rename(deserialize = "denominator"), alias = "whole")]
        whole: FigureId,
    },
    /// The points of the first tier that the value reaches, nothing below the last.
    Tiers {
        /// The value compared.
        value: Measure,
        /// Highest first.
        tiers: Vec<Tier>,
    },
    /// The points on a line between two points or through several, the first's below them, the last's above. Without any: a figure
    /// in percent x maximum.
    Linear {
        /// The value compared.
        value: Measure,
        /// Lowest first.
        #[serde(default)]
        between: Vec<Tier>,
    },
    /// Points for each of a number of things, up to the maximum.
    PerItem {
        /// What is counted.
        items: Vec<CountedItem>,
    },
    /// The points of the option chosen.
    Choice {
        /// The figure that holds the choice.
        figure: FigureId,
        /// The options.
        options: Vec<ChoiceOption>,
    },
    /// The points of the option whose row below the criterion is ticked, or whose points are written down.
    Options {
        /// The options, in the order of the form.
        options: Vec<ChoiceOption>,
    },
    /// Value / the level's best value x maximum.
    BestOfLevel {
        /// The value compared.
        value: Measure,
        /// The best value of each level: a result, which no scheme gives.
        #[serde(default)]
        best: IndexMap<LevelId, Decimal>,
    },
    /// The province gives each unit its points, of its own or by a survey; the campaign holds them.
    Given {},
    /// The sum of the criteria below, each by its weight.
    Sum {},
    /// The points of the best of the criteria below.
    Maximum {},
    /// The points of the weakest of the criteria below.
    Minimum {},
    /// The mean of the criteria below, each by its weight.
    Mean {},
    /// The same of those that have points: what is left blank is left out.
    MeanOfScored {},
}

/// How points of criteria come together in their group.
pub const GROUP_RULE: ScoringRule = ScoringRule::Sum {};

impl Default for ScoringRule {
    fn default() -> Self {
        ScoringRule::Declared {}
    }
}

/// What others ask of any rule, told once for each type.
#[derive(Default)]
struct RuleTraits<'r> {
    needs: Needs<'r>,
    steps: Steps<'r>,
    below: Option<FromBelow>,
}

/// The figures that a rule needs.
#[derive(Default)]
enum Needs<'r> {
    #[default]
    Nothing,
    Answers(&'r [FigureId]),
    Ratio(&'r FigureId, &'r FigureId),
    Value(&'r Measure),
    Counts(&'r [CountedItem]),
    Choice(&'r FigureId),
}

/// All points that a rule can give.
#[derive(Default)]
enum Steps<'r> {
    /// Anything between two of them.
    #[default]
    Any,
    /// The maximum or nothing.
    AllOrNothing,
    /// Those of the tiers, or nothing.
    Tiers(&'r [Tier]),
    /// Those of the options.
    Options(&'r [ChoiceOption]),
}

impl ScoringRule {
    fn traits(&self) -> RuleTraits<'_> {
        let (mut needs, mut steps, mut below) = Default::default();
        match self {
            ScoringRule::Declared {} | ScoringRule::Given {} => {}
            ScoringRule::YesNo { figures } => {
                (needs, steps) = (Needs::Answers(figures), Steps::AllOrNothing);
            }
            ScoringRule::Ratio { part, whole } => needs = Needs::Ratio(part, whole),
            ScoringRule::Tiers { value, tiers } => {
                (needs, steps) = (Needs::Value(value), Steps::Tiers(tiers));
            }
            ScoringRule::Linear { value, .. } | ScoringRule::BestOfLevel { value, .. } => {
                needs = Needs::Value(value);
            }
            ScoringRule::PerItem { items } => needs = Needs::Counts(items),
            ScoringRule::Choice { figure, options } => {
                (needs, steps) = (Needs::Choice(figure), Steps::Options(options));
            }
            ScoringRule::Options { options } => steps = Steps::Options(options),
            ScoringRule::Sum {} => below = Some(FromBelow::all(sum)),
            ScoringRule::Maximum {} => {
                below = Some(FromBelow {
                    picks: Some(Pick::Best),
                    ..FromBelow::all(|all| weighed(all).max())
                });
            }
            ScoringRule::Minimum {} => {
                below = Some(FromBelow {
                    picks: Some(Pick::Weakest),
                    ..FromBelow::all(|all| weighed(all).min())
                });
            }
            ScoringRule::Mean {} | ScoringRule::MeanOfScored {} => {
                below = Some(FromBelow {
                    is_mean: true,
                    leaves_blanks: *self == ScoringRule::MeanOfScored {},
                    ..FromBelow::all(mean)
                });
            }
        }
        RuleTraits {
            needs,
            steps,
            below,
        }
    }

    /// Whether a value may be above 100 percent: a tier begins there, or a point of a line lies beyond.
    pub fn foresees_above_hundred(&self) -> bool {
        if let ScoringRule::Linear { between, .. } = self {
            let mut points = between.iter();
            return points.any(|point| point.from > Decimal::ONE_HUNDRED);
        }
        let ScoringRule::Tiers { tiers, .. } = self else {
            return false;
        };
        tiers.iter().any(|tier| tier.from >= Decimal::ONE_HUNDRED)
    }

    /// The figures it needs, in order.
    pub fn figures(&self) -> Vec<&FigureId> {
        match self.traits().needs {
            Needs::Nothing => Vec::new(),
            Needs::Answers(figures) => figures.iter().collect(),
            Needs::Ratio(part, whole) => vec![part, whole],
            Needs::Value(value) => value.figures(),
            Needs::Counts(items) => items.iter().map(|item| &item.figure).collect(),
            Needs::Choice(figure) => vec![figure],
        }
    }

    /// The ratio it rests on: part and whole.
    pub fn ratio(&self) -> Option<(&FigureId, &FigureId)> {
        match self.traits().needs {
            Needs::Ratio(part, whole) | Needs::Value(Measure::Percent(part, whole)) => {
                Some((part, whole))
            }
            Needs::Nothing
            | Needs::Answers(_)
            | Needs::Value(Measure::Figure(_))
            | Needs::Counts(_)
            | Needs::Choice(_) => None,
        }
    }

    /// Whether the score comes from the criteria below, so that the criterion itself carries no points.
    pub fn combines(&self) -> bool {
        self.traits().below.is_some()
    }

    /// Whether points of criteria below are divided by their weights.
    pub fn is_mean(&self) -> bool {
        self.traits().below.is_some_and(|below| below.is_mean)
    }

    /// Whether criteria below that are left blank are left out, as long as others have points.
    pub fn leaves_blanks(&self) -> bool {
        self.traits().below.is_some_and(|below| below.leaves_blanks)
    }

    /// What points of criteria below come to, each with its weight; `None` where there are none, or they are not what it takes.
    pub fn come_to(&self, below: &[(Decimal, Points)]) -> Option<Points> {
        (self.traits().below?.come_to)(below)
    }

    /// The same of the most that each can come to. Without a limit is a sum of what has none; of several of which the weakest
    /// counts, it is where all are.
    pub fn come_to_most(&self, below: &[(Decimal, Most)]) -> Option<Most> {
        let limits = below
            .iter()
            .filter_map(|(weight, most)| Some((*weight, most.limit()?)));
        let limits: Vec<(Decimal, Points)> = limits.collect();
        let is_weakest = self.picks() == Some(Pick::Weakest) && !limits.is_empty();
        if limits.len() == below.len() || is_weakest {
            return self.come_to(&limits).map(Most::Points);
        }
        self.combines().then_some(Most::Unlimited)
    }

    /// Which one of the criteria below counts, where only one does.
    pub fn picks(&self) -> Option<Pick> {
        self.traits().below?.picks
    }

    /// What the weighted sum of points below is divided by, given the weights of all of them.
    pub fn divisor(&self, weights: impl Iterator<Item = Decimal>) -> Decimal {
        if !self.is_mean() {
            return Decimal::ONE;
        }
        weights.map(Points).sum::<Points>().0
    }

    /// Whether the province gives the points, and no form has to.
    pub fn is_given(&self) -> bool {
        *self == ScoringRule::Given {}
    }

    /// Whether figures give a score.
    pub fn is_computed(&self) -> bool {
        !matches!(self.traits().needs, Needs::Nothing)
    }

    /// All points that it can give, best first; `None` where it gives anything between two of them.
    pub fn steps(&self, maximum: Most) -> Option<Vec<Decimal>> {
        match self.traits().steps {
            Steps::Any => None,
            Steps::AllOrNothing => Some(vec![maximum.limit()?.0, Decimal::ZERO]),
            Steps::Tiers(tiers) => {
                let points = tiers.iter().map(|tier| tier.points);
                Some(points.chain([Decimal::ZERO]).collect())
            }
            Steps::Options(options) => Some(options.iter().map(|option| option.points).collect()),
        }
    }

    /// The figure in which one of its options is chosen.
    pub fn choice(&self) -> Option<(&FigureId, &[ChoiceOption])> {
        if let ScoringRule::Choice { figure, options } = self {
            return Some((figure, options));
        }
        None
    }

    /// The options that have rows of their own below the criterion, in the order of the form.
    pub fn option_rows(&self) -> &[ChoiceOption] {
        if let ScoringRule::Options { options } = self {
            return options;
        }
        &[]
    }

    /// The value whose best on each level the score is measured by.
    pub fn compared(&self) -> Option<&Measure> {
        if let ScoringRule::BestOfLevel { value, .. } = self {
            return Some(value);
        }
        None
    }

    /// The best value of a level, where it is noted.
    pub fn best(&self, level: &LevelId) -> Option<Decimal> {
        if let ScoringRule::BestOfLevel { best, .. } = self {
            return best.get(level).copied();
        }
        None
    }

    /// Notes the best value of each level, where the score is measured by it.
    pub fn set_best(&mut self, of: impl FnOnce(&Measure) -> IndexMap<LevelId, Decimal>) {
        if let ScoringRule::BestOfLevel { value, best } = self {
            *best = of(value);
        }
    }

    /// The rule as a report holds it, without what only the reading of forms needs.
    #[must_use]
    pub fn without_aliases(mut self) -> Self {
        for option in self.options_mut() {
            option.aliases.clear();
        }
        self
    }

    /// Its options, wherever one of them is chosen.
    pub fn options(&self) -> &[ChoiceOption] {
        match self.traits().steps {
            Steps::Options(options) => options,
            Steps::Any | Steps::AllOrNothing | Steps::Tiers(_) => &[],
        }
    }

    /// The same, to be changed.
    pub fn options_mut(&mut self) -> &mut [ChoiceOption] {
        if let ScoringRule::Choice { options, .. } | ScoringRule::Options { options } = self {
            return options;
        }
        &mut []
    }
}
