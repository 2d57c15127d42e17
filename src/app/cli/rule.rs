//! Rules in words: in short for the author of a scheme, in full with the names of figures, and with a unit's numbers filled in.

#![deny(clippy::wildcard_enum_match_arm)]

mod terms_below;

use crate::app::cli::decimals::TOLD;
use crate::base::ids::FigureId;
use crate::base::lang::{Lang, Phrase, UNLIMITED, phrase, say};
use crate::base::points::{Decimal, Most, Points, round_half_away};
use crate::campaign::scheme::{ChoiceOption, CountedItem, Measure, ScoringRule, Tier};
use crate::judge::score::rule::{ComparedValue, CountedFigure, Terms, Working, sum};

const SUM: Phrase = phrase("tổng các tiêu chí con", "sum of the criteria below");
const MAXIMUM: Phrase = phrase(
    "điểm của tiêu chí con cao nhất",
    "the best of the criteria below",
);
const MINIMUM: Phrase = phrase(
    "điểm của tiêu chí con thấp nhất",
    "the weakest of the criteria below",
);
/// Said behind the rule of what is added up no further than to its maximum.
pub const AT_MOST_MAXIMUM: Phrase = phrase(", không quá điểm tối đa", ", no more than the maximum");
const GIVEN: Phrase = phrase("tỉnh cho điểm", "given by the province");
const MEAN: Phrase = phrase(
    "bình quân các tiêu chí con theo hệ số",
    "the mean of the criteria below by their weights",
);

const MEAN_OF_SCORED: Phrase = phrase(
    "bình quân các tiêu chí con có điểm theo hệ số, bỏ ô trống",
    "the mean of the criteria below that have points, by their weights",
);

/// How rules are told to a reader.
pub struct RuleWords<'w> {
    /// In which language.
    pub lang: Lang,
    /// What a figure is called.
    pub name: &'w dyn Fn(&FigureId) -> String,
    /// Whether the criterion has no limit.
    pub is_unlimited: bool,
}

impl RuleWords<'_> {
    /// A rule in words.
    pub fn rule(&self, rule: &ScoringRule) -> String {
        let lang = self.lang;
        let number = |value: Decimal| lang.number(value);
        match rule {
            ScoringRule::Declared {} => phrase(
                "đơn vị tự chấm, không tính từ số liệu",
                "the unit claims points; nothing is computed from figures",
            )
            .get(lang)
            .to_string(),
            ScoringRule::Given {} => GIVEN.get(lang).to_string(),
            ScoringRule::Sum {} => SUM.get(lang).to_string(),
            ScoringRule::Maximum {} => MAXIMUM.get(lang).to_string(),
            ScoringRule::Minimum {} => MINIMUM.get(lang).to_string(),
            ScoringRule::Mean {} => MEAN.get(lang).to_string(),
            ScoringRule::MeanOfScored {} => MEAN_OF_SCORED.get(lang).to_string(),
            ScoringRule::YesNo { figures } => {
                let names: Vec<String> = figures.iter().map(|id| (self.name)(id)).collect();
                let names = names.join(", ");
                say!(
                    lang,
                    "có đủ {names} thì được điểm tối đa, thiếu thì 0",
                    "the maximum if yes to all of {names}, else 0"
                )
            }
            ScoringRule::Ratio { part, whole } => {
                let maximum = phrase("điểm tối đa", "maximum").get(lang);
                format!("{} ÷ {} × {maximum}", (self.name)(part), (self.name)(whole))
            }
            ScoringRule::Tiers { value, tiers } => self.tiers(value, tiers),
            ScoringRule::Linear { value, between } => {
                let line = self.line(between);
                format!("{} – {line}", self.measure(value))
            }
            ScoringRule::PerItem { items } => self.per_item(items),
            ScoringRule::Choice { figure, options } => {
                let option = |one: &ChoiceOption| format!("“{}”: {}", one.name, number(one.points));
                let options: Vec<String> = options.iter().map(option).collect();
                format!("{} – {}", (self.name)(figure), options.join("; "))
            }
            ScoringRule::Options { options } => {
                let option = |one: &ChoiceOption| format!("“{}”: {}", one.name, number(one.points));
                let options: Vec<String> = options.iter().map(option).collect();
                let one = phrase("đánh dấu một dòng", "one row is ticked").get(lang);
                format!("{one} – {}", options.join("; "))
            }
            ScoringRule::BestOfLevel { value, .. } => {
                let rest = phrase(
                    "÷ giá trị cao nhất trong cấp × điểm tối đa",
                    "÷ the best value of the level × maximum",
                );
                format!("{} {}", self.measure(value), rest.get(lang))
            }
        }
    }

    fn tiers(&self, value: &Measure, tiers: &[Tier]) -> String {
        let lang = self.lang;
        let sign = match value {
            Measure::Percent(..) => "%",
            Measure::Figure(_) => "",
        };
        let tier = |tier: &Tier| {
            let (from, points) = (lang.number(tier.from), lang.number(tier.points));
            say!(
                lang,
                "từ {from}{sign}: {points} điểm",
                "from {from}{sign}: {points} points"
            )
        };
        let tiers: Vec<String> = tiers.iter().map(tier).collect();
        let below = phrase("dưới đó: 0", "below: 0").get(lang);
        format!("{} – {}; {below}", self.measure(value), tiers.join("; "))
    }

    fn per_item(&self, items: &[CountedItem]) -> String {
        let lang = self.lang;
        let item = |item: &CountedItem| {
            let (points, name) = (lang.number(item.points), (self.name)(&item.figure));
            let per = lang.number(item.per);
            if item.per == Decimal::ONE {
                say!(
                    lang,
                    "mỗi {name}: {points} điểm",
                    "{points} points for each of {name}"
                )
            } else {
                say!(
                    lang,
                    "mỗi {per} {name}: {points} điểm",
                    "{points} points for every {per} of {name}"
                )
            }
        };
        let items: Vec<String> = items.iter().map(item).collect();
        let most = if self.is_unlimited {
            UNLIMITED.get(lang)
        } else {
            phrase("nhiều nhất là điểm tối đa", "at most the maximum").get(lang)
        };
        format!("{}; {most}", items.join("; "))
    }

    /// A rule with a unit's numbers: `58 ÷ 60 × 30`; `None` where nothing is computed.
    pub fn working(&self, working: &Working, maximum: Most) -> Option<String> {
        let lang = self.lang;
        let number = |value: Option<Decimal>| {
            value.map_or_else(|| "?".to_string(), |value| lang.number(value))
        };
        let most = lang.most(maximum);
        Some(match &working.terms {
            Terms::Declared => return None,
            Terms::YesNo { answers } => {
                let answer = |one: &Option<bool>| one.map_or("?", |yes| yes_no(yes, lang));
                let answers: Vec<&str> = answers.iter().map(answer).collect();
                answers.join(", ")
            }
            Terms::Ratio { part, whole } => {
                format!("{} ÷ {} × {most}", number(*part), number(*whole))
            }
            Terms::Tiers { value, reached } => {
                let sign = if value.whole.is_some() { "%" } else { "" };
                let tier = match (value.result, reached) {
                    (None, _) => return Some(self.value(value)),
                    (_, Some((from, _))) => {
                        let from = lang.number(*from);
                        say!(lang, "từ {from}{sign}", "from {from}{sign}")
                    }
                    (_, None) => say!(lang, "dưới mức thấp nhất", "below all tiers"),
                };
                format!("{} ({tier})", self.value(value))
            }
            Terms::Linear { value, between } => match between {
                Some((left, right)) => self.on_line(value, *left, *right),
                None => self.value(value),
            },
            Terms::PerItem { items } => self.items(items, maximum),
            Terms::Choice { chosen } => chosen
                .as_ref()
                .map_or_else(|| "?".to_string(), |(name, _)| format!("“{name}”")),
            Terms::BestOfLevel { value, best } => {
                format!("{} ÷ {} × {most}", self.value(value), number(*best))
            }
            Terms::Sum { below } => self.below(below).join(" + "),
            Terms::Mean {
                below,
                divisor,
                left_out,
            } => self.mean(below, *divisor, left_out),
            Terms::Maximum { below, .. } => {
                let terms = self.one_of(below);
                say!(lang, "cao nhất của ({terms})", "the best of ({terms})")
            }
            Terms::Minimum { below, .. } => {
                let terms = self.one_of(below);
                say!(lang, "thấp nhất của ({terms})", "the weakest of ({terms})")
            }
        })
    }

    /// A value on a line, with the two points that it lies between.
    fn on_line(
        &self,
        value: &ComparedValue,
        left: (Decimal, Decimal),
        right: (Decimal, Decimal),
    ) -> String {
        let lang = self.lang;
        let value = self.value(value);
        let end = |(at, points): (Decimal, Decimal)| {
            format!("{}: {}", lang.number(at), lang.number(points))
        };
        let (left, right) = (end(left), end(right));
        say!(
            lang,
            "{value}, nội suy giữa ({left}) và ({right})",
            "{value}, on the line from ({left}) to ({right})"
        )
    }

    /// The points of a line, or that it is a share of the maximum.
    fn line(&self, between: &[Tier]) -> String {
        let lang = self.lang;
        if between.is_empty() {
            let words = phrase("% × điểm tối đa", "% × maximum");
            return words.get(lang).to_string();
        }
        let point = |one: &Tier| {
            let (from, points) = (lang.number(one.from), lang.number(one.points));
            format!("{from}: {points}")
        };
        let points: Vec<String> = between.iter().map(point).collect();
        let points = points.join("; ");
        say!(
            lang,
            "nội suy tuyến tính giữa các mốc {points}",
            "on a line through {points}"
        )
    }

    /// `3 × 5 + 1 × 2`, and that it is cut to the maximum where it is above.
    fn items(&self, items: &[CountedFigure], maximum: Most) -> String {
        let lang = self.lang;
        let number = |value: Option<Decimal>| {
            value.map_or_else(|| "?".to_string(), |value| lang.number(value))
        };
        let term = |one: &CountedFigure| {
            let points = lang.number(one.points);
            if one.per == Decimal::ONE {
                format!("{} × {points}", number(one.count))
            } else {
                let (count, per) = (number(one.count), lang.number(one.per));
                format!("⌊{count} ÷ {per}⌋ × {points}")
            }
        };
        let terms: Vec<String> = items.iter().map(term).collect();
        let terms = terms.join(" + ");
        match sum(items).filter(|sum| Points(*sum) > maximum) {
            Some(sum) => {
                let most = lang.most(maximum);
                let cut = phrase("nhiều nhất", "at most").get(lang);
                format!("{terms} = {}, {cut} {most}", lang.number(sum))
            }
            None => terms,
        }
    }

    fn value(&self, value: &ComparedValue) -> String {
        let number = |value: Option<Decimal>| {
            value.map_or_else(|| "?".to_string(), |value| self.lang.number(value))
        };
        match value.whole {
            None => number(value.part),
            Some(whole) => {
                let terms = format!("{} ÷ {}", number(value.part), number(whole));
                let result = value.result.map(|result| {
                    let cut = round_half_away(result, TOLD);
                    let sign = if cut == result { "=" } else { "≈" };
                    format!(" {sign} {}%", self.lang.number(cut))
                });
                format!("{terms}{}", result.unwrap_or_default())
            }
        }
    }

    fn measure(&self, measure: &Measure) -> String {
        match measure {
            Measure::Figure(figure) => (self.name)(figure),
            Measure::Percent(part, whole) => {
                format!("{} ÷ {}", (self.name)(part), (self.name)(whole))
            }
        }
    }
}

/// A rule in short, in the ids of its figures, with the decimals to which points are rounded.
pub fn short(rule: &ScoringRule, decimals: u32, lang: Lang) -> String {
    let number = |value: Decimal| lang.number(value);
    match rule {
        ScoringRule::Declared {} => phrase("tự chấm", "declared").get(lang).to_string(),
        ScoringRule::YesNo { figures } => {
            let names: Vec<String> = figures.iter().map(ToString::to_string).collect();
            let word = phrase("có/không", "yes/no").get(lang);
            format!("{word}: {}", names.join(" + "))
        }
        ScoringRule::Ratio { part, whole } => {
            let times = phrase("× điểm tối đa", "× maximum").get(lang);
            let word = phrase("số lẻ", "decimals").get(lang);
            format!("{part} / {whole} {times} ({decimals} {word})")
        }
        ScoringRule::Tiers { value, tiers } => {
            let tier = |tier: &Tier| format!("≥ {}: {}", number(tier.from), number(tier.points));
            let tiers: Vec<String> = tiers.iter().map(tier).collect();
            format!("{}: {}", short_measure(value), tiers.join("; "))
        }
        ScoringRule::Linear { value, between } => {
            let words = RuleWords {
                lang,
                name: &ToString::to_string,
                is_unlimited: false,
            };
            format!("{}: {}", short_measure(value), words.line(between))
        }
        ScoringRule::PerItem { items } => {
            let item = |item: &CountedItem| {
                let (points, figure) = (number(item.points), &item.figure);
                if item.per == Decimal::ONE {
                    format!("{points} × {figure}")
                } else {
                    format!("{points} × ⌊{figure} / {}⌋", number(item.per))
                }
            };
            let items: Vec<String> = items.iter().map(item).collect();
            items.join(" + ")
        }
        ScoringRule::Choice { options, .. } | ScoringRule::Options { options } => {
            let option = |one: &ChoiceOption| format!("{}: {}", one.name, number(one.points));
            let options: Vec<String> = options.iter().map(option).collect();
            options.join("; ")
        }
        ScoringRule::BestOfLevel { value, .. } => {
            let best = phrase("tốt nhất trong cấp", "best of the level").get(lang);
            let times = phrase("× điểm tối đa", "× maximum").get(lang);
            format!("{} / {best} {times}", short_measure(value))
        }
        ScoringRule::Given {} => GIVEN.get(lang).to_string(),
        ScoringRule::Sum {} => SUM.get(lang).to_string(),
        ScoringRule::Maximum {} => MAXIMUM.get(lang).to_string(),
        ScoringRule::Minimum {} => MINIMUM.get(lang).to_string(),
        ScoringRule::Mean {} => MEAN.get(lang).to_string(),
        ScoringRule::MeanOfScored {} => MEAN_OF_SCORED.get(lang).to_string(),
    }
}

fn short_measure(measure: &Measure) -> String {
    match measure {
        Measure::Figure(figure) => figure.to_string(),
        Measure::Percent(part, whole) => format!("{part}/{whole} %"),
    }
}

/// Yes or no.
pub fn yes_no(answer: bool, lang: Lang) -> &'static str {
    if answer {
        phrase("có", "yes").get(lang)
    } else {
        phrase("không", "no").get(lang)
    }
}
