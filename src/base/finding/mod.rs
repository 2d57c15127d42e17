//! Findings: something wrong or doubtful in what was returned, with its place.
//!
//! In: a rule, a place and the facts. Out: one type for all severities, with a message in either language. Not for: errors,
//! which mean that no result can be made (`error`).

mod amount;
mod effect;
mod form_trait;
mod named_file;
mod share;
mod table_side;
mod words;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::base::cell::CellAddress;
use crate::base::ids::{CriterionId, GroupId, UnitId};
use crate::base::lang::{Lang, phrase, say};
use crate::base::outside::Shown;
use crate::base::points::{Decimal, Most, Points};
use crate::base::rules::{self, Rule, Severity};
use crate::base::text;

pub use crate::base::finding::amount::AmountUnit;
pub use crate::base::finding::effect::{Effect, Settlement};
pub use crate::base::finding::named_file::shown_file;
pub use crate::base::finding::table_side::TableSide;

/// Where: a missing part widens the place (no cell: the whole sheet; no sheet: the whole file).
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// The unit concerned, if it is known.
    pub unit: Option<UnitId>,
    /// The file, by its name within the inbox, `/` between folders.
    pub file: Option<String>,
    /// The sheet.
    pub sheet: Option<String>,
    /// The cell.
    pub cell: Option<CellAddress>,
}

/// Something found or expected, as data, so that a program can filter it and each language can write it its own way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// Text as found, shown in quotation marks.
    Text(String),
    /// A name of the scheme or the registry, shown as it is.
    Name(String),
    /// Several of those, or none.
    Names(Vec<String>),
    /// Points or another exact number.
    Number(Decimal),
    /// A number that stands in another cell than the finding, with that cell as people know it.
    NumberIn(Decimal, String),
    /// Several numbers of which one may be meant.
    Numbers(Vec<Decimal>),
    /// From … to …, both included.
    Range(Decimal, Decimal),
    /// So much or more, without a limit.
    AtLeast(Decimal),
    /// Any number of points: there is no limit.
    Unlimited,
    /// A percentage with two decimals.
    Percent(Decimal),
    /// So much of something that is counted.
    Amount(u64, AmountUnit),
    /// The same fault in so many further places of the file, which are not named one by one.
    More(u64),
    /// So many cells out of so many.
    OutOf(u64, u64),
    /// A sentence, in Vietnamese and in English.
    Said(String, String),
}

/// The most characters of a text that a message quotes; a cell can hold 32,767. The fact itself keeps it whole.
const LONGEST_QUOTE: usize = 300;

impl Fact {
    /// What lies between two ends.
    pub fn between(lowest: Points, highest: Most) -> Fact {
        match highest.limit() {
            Some(highest) => Fact::Range(lowest.0, highest.0),
            None => Fact::AtLeast(lowest.0),
        }
    }

    /// The fact as people read it.
    pub fn show(&self, lang: Lang) -> String {
        match self {
            Fact::Text(text) => {
                let text = Shown::line(text);
                let (text, more) = match text::beginning(&text, LONGEST_QUOTE) {
                    Some(beginning) => (beginning, "…"),
                    None => (&*text, ""),
                };
                say!(lang, "“{text}{more}”", "\"{text}{more}\"")
            }
            Fact::Name(name) => name.clone(),
            Fact::Names(names) if names.is_empty() => {
                phrase("không có", "none").get(lang).to_string()
            }
            Fact::Names(names) => names.join("; "),
            Fact::Number(value) => lang.number(*value),
            Fact::NumberIn(value, cell) => format!("{} ({cell})", lang.number(*value)),
            Fact::Numbers(values) => values
                .iter()
                .map(|value| lang.number(*value))
                .collect::<Vec<_>>()
                .join("; "),
            Fact::Range(low, high) => say!(
                lang,
                ("từ {} đến {}", lang.number(*low), lang.number(*high)),
                ("from {} to {}", lang.number(*low), lang.number(*high))
            ),
            Fact::AtLeast(low) => lang.range(Points(*low), Most::Unlimited),
            Fact::Unlimited => lang.most(Most::Unlimited),
            Fact::Percent(value) => lang.percent(*value, 2),
            Fact::Amount(count, measure) => measure.show(*count, lang),
            Fact::More(count) => {
                let number = lang.number(Decimal::from(*count));
                let plural = if *count == 1 { "" } else { "s" };
                say!(lang, "{number} chỗ nữa", "{number} more place{plural}")
            }
            Fact::OutOf(some, all) => {
                let [some, all] = [some, all].map(|count| lang.number(Decimal::from(*count)));
                say!(lang, "{some} trên {all} ô", "{some} of {all} cells")
            }
            Fact::Said(vi, en) => say!(lang, "{vi}", "{en}"),
        }
    }
}

impl From<Most> for Fact {
    fn from(most: Most) -> Self {
        most.limit().map_or(Fact::Unlimited, Fact::from)
    }
}

impl From<Points> for Fact {
    fn from(points: Points) -> Self {
        Fact::Number(points.0)
    }
}

/// What a finding is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// A criterion, a figure, or another row or label: its code and text as users know it.
    Row(String),
    /// The sum of a criterion group.
    Group(GroupId, String),
    /// The unit's total.
    Total,
    /// The points that the totals are sums of.
    Parts,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// What kind of fault.
    #[serde(
        rename = "code",
        serialize_with = "code_only",
        deserialize_with = "rule_of_code"
    )]
    pub rule: &'static Rule,
    /// Where.
    pub place: Place,
    /// About what.
    pub about: Option<About>,
    /// The criteria whose scores it leaves open.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<CriterionId>,
    /// What is there.
    pub found: Option<Fact>,
    /// The share of the maximum that stands in the cell, where what was found are the points that it was read as.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<String>,
    /// What should be there, or what is nearest to it.
    pub expected: Option<Fact>,
    /// What deciding it could change.
    pub effect: Option<Effect>,
    /// In how many forms, of how many that count, the same is found, where nearly all are alike.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forms: Option<(usize, usize)>,
    /// Whether it is so only by figures that somebody decided on, and not by those that its cells have.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_decided_figures: bool,
    /// Who has decided what it asks, where somebody has: then nothing is open about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settled: Option<Box<Settlement>>,
    /// As what a published table was read that it is about, where that was not to be audited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<TableSide>,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // the shape that serde asks for
fn code_only<S: Serializer>(rule: &&'static Rule, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(rule.code)
}

fn rule_of_code<'de, D: Deserializer<'de>>(deserializer: D) -> Result<&'static Rule, D::Error> {
    let code = String::deserialize(deserializer)?;
    rules::by_code(&code)
        .ok_or_else(|| serde::de::Error::custom(format!("no finding has the code {code}")))
}

impl Finding {
    /// A finding of a rule at a place, without particulars yet.
    pub fn new(rule: &'static Rule, place: Place) -> Self {
        Finding {
            rule,
            place,
            about: None,
            criteria: Vec::new(),
            found: None,
            share: None,
            expected: None,
            effect: None,
            forms: None,
            by_decided_figures: false,
            settled: None,
            table: None,
        }
    }

    /// With what it is about.
    #[must_use]
    pub fn about(mut self, about: About) -> Self {
        self.about = Some(about);
        self
    }

    /// With a criterion whose score it leaves open; may be said of several.
    #[must_use]
    pub fn on(mut self, criterion: &CriterionId) -> Self {
        self.criteria.push(criterion.clone());
        self
    }

    /// With what was found.
    #[must_use]
    pub fn found(mut self, fact: impl Into<Fact>) -> Self {
        self.found = Some(fact.into());
        self
    }

    /// With what was expected.
    #[must_use]
    pub fn expected(mut self, fact: impl Into<Fact>) -> Self {
        self.expected = Some(fact.into());
        self
    }

    /// With the points at stake: what counts now, and between which two it could lie.
    #[must_use]
    pub fn effect(self, counted: Option<Points>, one: Points, other: Points) -> Self {
        self.open_effect(counted, one.min(other), one.max(other).into())
    }

    /// As [`Finding::effect`], from the fewest to the most points, which may have no limit.
    #[must_use]
    pub fn open_effect(mut self, counted: Option<Points>, lowest: Points, highest: Most) -> Self {
        self.effect = Some(Effect {
            counted,
            lowest,
            highest,
            changes_grade: false,
            changes_rank: false,
        });
        self
    }

    /// How bad it is; there is nothing left to do about what is settled.
    pub fn severity(&self) -> Severity {
        if self.settled.is_some() {
            return Severity::Info;
        }
        self.rule.severity
    }

    /// What is wrong, in one line.
    pub fn message(&self, lang: Lang) -> String {
        if let Some(more @ Fact::More(_)) = &self.found {
            let (more, title) = (more.show(lang), self.rule.page(lang).title);
            return say!(
                lang,
                "… và {more} trong tệp này cùng lỗi “{title}”",
                "… and {more} in this file with the same fault: {title}"
            );
        }
        let mut message = self.fill(self.rule.page(lang).message, lang);
        if self.by_decided_figures {
            message.push_str(
                phrase(
                    " – theo số liệu đã quyết định, không phải số trong phiếu",
                    " – by figures that were decided on, not those of the form",
                )
                .get(lang),
            );
        }
        message
    }

    /// What to do about it, in one line; of what is settled, what was decided.
    pub fn advice(&self, lang: Lang) -> String {
        if let Some(settled) = &self.settled {
            return settled.told(lang);
        }
        if let Some(advice) = self.table.and_then(|side| side.advice(self.rule)) {
            return advice.get(lang).to_string();
        }
        if self.is_left_out() {
            let advice = phrase(
                "hỏi đơn vị: không có việc này thì giữ nguyên, quên thì ghi điểm, kể cả điểm 0",
                "ask the unit: if there is nothing to score it stays as it is, if it was forgotten the score is written, even a 0",
            );
            return advice.get(lang).to_string();
        }
        let Some(Fact::More(_)) = self.found else {
            return self.fill(self.rule.page(lang).advice, lang);
        };
        let advice = phrase(
            "sửa những chỗ đã nêu và mọi chỗ giống như vậy trong tệp, rồi chạy lại",
            "mend the places that are named and all that are like them, then run again",
        );
        advice.get(lang).to_string()
    }

    /// What a letter asks of the unit, in one line; `None` where a letter does not tell it, or where it is settled.
    pub fn request(&self) -> Option<String> {
        if self.settled.is_some() {
            return None;
        }
        let request = self.rule.request()?;
        let request = match self.found {
            Some(Fact::More(_)) => rules::requests::MORE,
            _ if self.is_left_out() => rules::requests::LEFT_OUT,
            _ => request,
        };
        Some(self.fill(request, Lang::Vi))
    }
}
