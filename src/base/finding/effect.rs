//! What deciding a finding can do, and what was decided of it.
//!
//! In: points. Out: by how much a total can move; who settled a finding, why, and what that changed. Not for: deciding.

use serde::{Deserialize, Serialize};

use crate::base::cell::CellAddress;
use crate::base::date::Day;
use crate::base::finding::Fact;
use crate::base::ids::CriterionId;
use crate::base::lang::{Lang, say};
use crate::base::outside::Shown;
use crate::base::points::{Decimal, Most, Points};

/// What an open finding could still do to the total of its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Effect {
    /// Points that count now. `None` where nothing counts: a blank is not a zero.
    pub counted: Option<Points>,
    /// The fewest points that could count once it is decided.
    pub lowest: Points,
    /// The most points that could count once it is decided.
    pub highest: Most,
    /// Whether deciding it can change the unit's grade.
    pub changes_grade: bool,
    /// Whether deciding it can change the unit's place.
    pub changes_rank: bool,
}

impl Effect {
    /// By how much deciding it can move the total at most, downwards and upwards, where a point is worth so much in it.
    pub fn shift(&self, weight: Decimal) -> (Points, Most) {
        let counted = self.counted.unwrap_or_default();
        // Points and maxima are so much alike in size that there always is a product.
        let worth = |points: Points| points.checked_mul(weight).unwrap_or(points);
        let highest = self.highest - counted;
        (worth(self.lowest - counted), highest.map(worth))
    }
}

/// That somebody has decided what a finding asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settlement {
    /// Who; empty where nobody says so.
    pub by: String,
    /// When, where that is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Day>,
    /// Why; empty where nobody says so.
    pub reason: String,
    /// The criterion whose points were given, where any were.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub criterion: Option<CriterionId>,
    /// What was decided, where it is not about points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<Fact>,
    /// What counted without the decision, in points of its own, where it is about a score.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Points>,
    /// What counts with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Points>,
    /// The decision workbook, by its name.
    pub document: String,
    /// The sheet of the row.
    pub sheet: String,
    /// The cell of the verdict.
    pub cell: CellAddress,
    /// What was decided besides, of a finding that asks several things.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Settlement>,
}

impl Settlement {
    /// What was decided, by whom, when and why, in one line; all of it where several things were.
    pub fn told(&self, lang: Lang) -> String {
        let also = self.also.iter().map(|one| one.told(lang));
        let all: Vec<String> = [self.told_alone(lang)].into_iter().chain(also).collect();
        all.join("; ")
    }

    fn told_alone(&self, lang: Lang) -> String {
        let criterion = self.criterion.as_ref();
        let at = criterion.map(|id| say!(lang, " tiêu chí {id}", " criterion {id}"));
        let (number, at) = (
            |points: Points| lang.number(points.0),
            at.unwrap_or_default(),
        );
        let mut parts = vec![match (self.before, self.after) {
            (Some(before), Some(after)) if before == after => {
                let after = number(after);
                say!(
                    lang,
                    "đã quyết định{at}: giữ {after} điểm",
                    "decided{at}: {after} points stay"
                )
            }
            (None, Some(after)) => {
                let after = number(after);
                say!(
                    lang,
                    "đã quyết định{at}: {after} điểm",
                    "decided{at}: {after} points"
                )
            }
            (Some(before), Some(after)) => {
                let (before, after) = (number(before), number(after));
                say!(
                    lang,
                    "đã quyết định{at}: từ {before} thành {after} điểm",
                    "decided{at}: from {before} to {after} points"
                )
            }
            _ if self.said.is_some() => {
                let said = self.said.as_ref().map(|said| said.show(lang));
                let said = said.unwrap_or_default();
                say!(lang, "đã quyết định: {said}", "decided: {said}")
            }
            _ => say!(
                lang,
                "đã quyết định: giữ như đang tính",
                "decided: as it counts now"
            ),
        }];
        let on = self.on.map(|on| on.shown(lang));
        match (&*Shown::line(&self.by), on) {
            ("", None) => {}
            ("", Some(on)) => parts.push(on),
            (by, None) => parts.push(by.to_string()),
            (by, Some(on)) => parts.push(format!("{by}, {on}")),
        }
        let reason = Shown::line(&self.reason);
        if !reason.is_empty() {
            parts.push(say!(lang, "căn cứ: {reason}", "reason: {reason}"));
        }
        let (document, sheet, cell) = (&self.document, &self.sheet, self.cell);
        format!("{} ({document}: {sheet}!{cell})", parts.join("; "))
    }
}
