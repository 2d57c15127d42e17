//! A rule in words, and with the unit's numbers filled in.

use crate::app::cli::trace::Page;
use crate::app::cli::trace::figure::yes_no;
use crate::base::ids::FigureId;
use crate::base::lang::{Lang, phrase};
use crate::base::points::{Decimal, Points, round_half_away};
use crate::result::report::{MeasureFacts, RuleFacts};
use crate::result::trace::{Counted, Value, Working, sum};

impl Page<'_> {
    /// A rule in words.
    pub(super) fn rule(&self, rule: &RuleFacts) -> String {
        let (lang, vi) = (self.lang, self.lang == Lang::Vi);
        let number = |value: Decimal| lang.number(value);
        match rule {
            RuleFacts::Declared => phrase(
                "đơn vị tự chấm, không tính từ số liệu",
                "the unit claims points; nothing is computed from figures",
            )
            .get(lang)
            .to_string(),
            RuleFacts::YesNo { figures } => {
                let names: Vec<String> = figures.iter().map(|id| self.name(id)).collect();
                let names = names.join(", ");
                if vi {
                    format!("có đủ {names} thì được điểm tối đa, thiếu thì 0")
                } else {
                    format!("the maximum if yes to all of {names}, else 0")
                }
            }
            RuleFacts::Ratio { part, whole } => {
                let maximum = phrase("điểm tối đa", "maximum").get(lang);
                format!("{} ÷ {} × {maximum}", self.name(part), self.name(whole))
            }
            RuleFacts::Tiers { value, tiers } => {
                let sign = if matches!(value, MeasureFacts::Percent(..)) {
                    "%"
                } else {
                    ""
                };
                let tier = |(from, points): &(Decimal, Decimal)| {
                    let (from, points) = (number(*from), number(*points));
                    if vi {
                        format!("từ {from}{sign}: {points} điểm")
                    } else {
                        format!("from {from}{sign}: {points} points")
                    }
                };
                let tiers: Vec<String> = tiers.iter().map(tier).collect();
                let below = phrase("dưới đó: 0", "below: 0").get(lang);
                format!("{} – {}; {below}", self.measure(value), tiers.join("; "))
            }
            RuleFacts::PerItem { items } => {
                let item = |item: &crate::result::report::ItemFacts| {
                    let (points, name) = (number(item.points), self.name(&item.figure));
                    match (item.per == Decimal::ONE, vi) {
                        (true, true) => format!("mỗi {name}: {points} điểm"),
                        (true, false) => format!("{points} points for each of {name}"),
                        (false, true) => format!("mỗi {} {name}: {points} điểm", number(item.per)),
                        (false, false) => {
                            format!("{points} points for every {} of {name}", number(item.per))
                        }
                    }
                };
                let items: Vec<String> = items.iter().map(item).collect();
                let most = phrase("nhiều nhất là điểm tối đa", "at most the maximum").get(lang);
                format!("{}; {most}", items.join("; "))
            }
            RuleFacts::Choice { figure, options } => {
                let option =
                    |(name, points): &(String, Decimal)| format!("“{name}”: {}", number(*points));
                let options: Vec<String> = options.iter().map(option).collect();
                format!("{} – {}", self.name(figure), options.join("; "))
            }
            RuleFacts::BestOfLevel { value, .. } => {
                let rest = phrase(
                    "÷ giá trị cao nhất trong cấp × điểm tối đa",
                    "÷ the best value of the level × maximum",
                );
                format!("{} {}", self.measure(value), rest.get(lang))
            }
        }
    }

    /// A rule with a unit's numbers: `58 ÷ 60 × 30`; `None` where nothing is computed.
    pub(super) fn working(&self, working: &Working, maximum: Points) -> Option<String> {
        let lang = self.lang;
        let number = |value: Option<Decimal>| {
            value.map_or_else(|| "?".to_string(), |value| lang.number(value))
        };
        let most = number(Some(maximum.0));
        Some(match working {
            Working::Declared => return None,
            Working::YesNo { answers } => {
                let answer = |one: &Option<bool>| one.map_or("?", |yes| yes_no(yes, lang));
                let answers: Vec<&str> = answers.iter().map(answer).collect();
                answers.join(", ")
            }
            Working::Ratio { part, whole } => {
                format!("{} ÷ {} × {most}", number(*part), number(*whole))
            }
            Working::Tiers { value, reached } => {
                let sign = if value.whole.is_some() { "%" } else { "" };
                let tier = match (value.result, reached, lang) {
                    (None, _, _) => return Some(self.value(value)),
                    (_, Some((from, _)), Lang::Vi) => format!("từ {}{sign}", lang.number(*from)),
                    (_, Some((from, _)), Lang::En) => format!("from {}{sign}", lang.number(*from)),
                    (_, None, Lang::Vi) => "dưới mức thấp nhất".to_string(),
                    (_, None, Lang::En) => "below all tiers".to_string(),
                };
                format!("{} ({tier})", self.value(value))
            }
            Working::PerItem { items } => self.items(items, maximum),
            Working::Choice { chosen } => chosen
                .as_ref()
                .map_or_else(|| "?".to_string(), |(name, _)| format!("“{name}”")),
            Working::BestOfLevel { value, best } => {
                format!("{} ÷ {} × {most}", self.value(value), number(*best))
            }
        })
    }

    /// `3 × 5 + 1 × 2`, and that it is cut to the maximum where it is above.
    fn items(&self, items: &[Counted], maximum: Points) -> String {
        let lang = self.lang;
        let number = |value: Option<Decimal>| {
            value.map_or_else(|| "?".to_string(), |value| lang.number(value))
        };
        let term = |one: &Counted| {
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
        match sum(items).filter(|sum| *sum > maximum.0) {
            Some(sum) => {
                let most = lang.number(maximum.0);
                let cut = phrase("nhiều nhất", "at most").get(lang);
                format!("{terms} = {}, {cut} {most}", lang.number(sum))
            }
            None => terms,
        }
    }

    fn value(&self, value: &Value) -> String {
        let number = |value: Option<Decimal>| {
            value.map_or_else(|| "?".to_string(), |value| self.lang.number(value))
        };
        match value.whole {
            None => number(value.part),
            Some(whole) => {
                let terms = format!("{} ÷ {}", number(value.part), number(whole));
                let result = value.result.map(|result| {
                    // As many decimals as tell a reader on which side of a limit it lies.
                    let shown = self.lang.number(round_half_away(result, 4));
                    let sign = if round_half_away(result, 4) == result {
                        "="
                    } else {
                        "≈"
                    };
                    format!(" {sign} {shown}%")
                });
                format!("{terms}{}", result.unwrap_or_default())
            }
        }
    }

    fn measure(&self, measure: &MeasureFacts) -> String {
        match measure {
            MeasureFacts::Figure(figure) => self.name(figure),
            MeasureFacts::Percent(part, whole) => {
                format!("{} ÷ {}", self.name(part), self.name(whole))
            }
        }
    }

    /// A figure's name in quotation marks.
    pub(super) fn name(&self, id: &FigureId) -> String {
        let mut criteria = self.report.groups.iter().flat_map(|group| &group.criteria);
        let name = criteria.find_map(|one| one.figures.iter().find(|figure| figure.id == *id));
        let name = name.map_or(id.0.as_str(), |figure| figure.name.as_str());
        match self.lang {
            Lang::Vi => format!("“{name}”"),
            Lang::En => format!("\"{name}\""),
        }
    }
}
