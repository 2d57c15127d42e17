//! The keys of kinds, parts and states in records: ASCII, for programs, the same in every language and every year.
//!
//! In: a kind or a state of `Dữ liệu`, or its key. Out: the other. Not for: what people call them.

use crate::base::rules::Severity;
use crate::result::report::kind::{Kind, Part};
use crate::result::report::row::status;

/// The kind of a record that is a finding, which is no row of `Dữ liệu`.
pub const FINDING: &str = "finding";
/// The kind of the record that ends a file of text and seals it, which is no row either.
pub const END: &str = "end";
const FIGURE: &str = "figure";
const FIGURE_IN_FORM: &str = "figure_in_form";
const FIGURE_NAME: &str = "figure_name";
const STATISTIC: &str = "statistic";
const OTHER: &str = "other";

/// Keys of kinds that name no figure and no statistic.
pub static KEYS: [(Kind, &str); 30] = [
    (Kind::Maximum, "maximum"),
    (Kind::Return, "return"),
    (Kind::Claimed, "claimed"),
    (Kind::Computed, "computed"),
    (Kind::Appraised, "appraised"),
    (Kind::Decided, "decided"),
    (Kind::Counted, "counted"),
    (Kind::Explanation, "explanation"),
    (Kind::Applicable, "applicable_maximum"),
    (Kind::Group, "group_sum"),
    (Kind::Subtotal, "subtotal"),
    (Kind::Total, "total"),
    (Kind::OwnTotal, "stated_total"),
    (Kind::Rank, "rank"),
    (Kind::Grade, "grade"),
    (Kind::Year, "campaign_year"),
    (Kind::Campaign, "campaign_name"),
    (Kind::Authority, "authority"),
    (Kind::Scheme, "scheme"),
    (Kind::TotalMaximum, "total_maximum"),
    (Kind::PercentDecimals, "percent_decimals"),
    (Kind::Level, "level"),
    (Kind::GradeFrom, "grade_from"),
    (Kind::Outside, "outside_total"),
    (Kind::Rule, "rule"),
    (Kind::Succession, "succession"),
    (Kind::OtherNames, "other_names"),
    (Kind::OptionNames, "other_option_names"),
    (Kind::NotCounted, "file_not_counted"),
    (Kind::Rows, "row_count"),
];

/// Keys of the parts of a statistic.
pub const PARTS: [(Part, &str); 7] = [
    (Part::Value, "value"),
    (Part::Numerator, "numerator"),
    (Part::Denominator, "denominator"),
    (Part::Covered, "covered"),
    (Part::Expected, "expected"),
    (Part::Order, "order"),
    (Part::Formula, "formula"),
];

/// Keys of states.
pub const STATES: [(&str, &str); 9] = [
    (status::READ, "read"),
    (status::EMPTY, "empty"),
    (status::UNREADABLE, "unreadable"),
    (status::LEFT_OUT, "left_out"),
    (status::OPEN, "open"),
    (status::EXEMPT, "exempt"),
    (status::FINAL, "final"),
    (status::UNLIMITED, "unlimited"),
    (status::PROVISIONAL, "provisional"),
];

/// How a record says that a finding is about the total, or about the points that it adds up.
pub(super) const ABOUT_TOTAL: &str = "total";
pub(super) const ABOUT_PARTS: &str = "parts";

/// Keys of severities.
const SEVERITIES: [(Severity, &str); 3] = [
    (Severity::Error, "error"),
    (Severity::Warning, "warning"),
    (Severity::Info, "info"),
];

/// The state of a figure that another one contradicts, so that no statistic uses it; `Dữ liệu` has it as read.
pub(super) const CONTRADICTED: &str = "contradicted";

/// The key of a kind, the id of the figure or the statistic that it names, and the key of its part.
pub fn of(kind: &Kind) -> (&'static str, String, &'static str) {
    match kind {
        Kind::Figure(id) => (FIGURE, id.clone(), ""),
        Kind::FigureInForm(id) => (FIGURE_IN_FORM, id.clone(), ""),
        Kind::FigureName(id) => (FIGURE_NAME, id.clone(), ""),
        Kind::Statistic(id, part) => {
            let found = PARTS.iter().find(|(one, _)| one == part);
            (STATISTIC, id.clone(), found.map_or("", |(_, key)| key))
        }
        Kind::Other(word) => (OTHER, word.clone(), ""),
        plain => {
            let found = KEYS.iter().find(|(one, _)| one == plain);
            (found.map_or("", |(_, key)| key), String::new(), "")
        }
    }
}

/// The key of a severity.
pub fn of_severity(severity: Severity) -> &'static str {
    let found = SEVERITIES.iter().find(|(one, _)| *one == severity);
    found.map_or("", |(_, key)| key)
}

/// The severity of a key; a word that a later version may know is no less than a warning.
pub(super) fn severity(key: &str) -> Severity {
    let found = SEVERITIES.iter().find(|(_, one)| *one == key);
    found.map_or(Severity::Warning, |(severity, _)| *severity)
}

/// The kind of a key, an id and the key of a part. `None`: it is no row of `Dữ liệu`.
pub(super) fn kind(key: &str, item: &str, part: &str) -> Option<Kind> {
    let item = || item.to_string();
    Some(match key {
        FINDING | END => return None,
        FIGURE => Kind::Figure(item()),
        FIGURE_IN_FORM => Kind::FigureInForm(item()),
        FIGURE_NAME => Kind::FigureName(item()),
        OTHER => Kind::Other(item()),
        STATISTIC => match PARTS.iter().find(|(_, key)| *key == part) {
            Some((part, _)) => Kind::Statistic(item(), *part),
            None => Kind::Other(format!("{key}:{}:{part}", item())),
        },
        plain => {
            let found = KEYS.iter().find(|(_, key)| *key == plain);
            found.map_or_else(|| Kind::Other(plain.to_string()), |(kind, _)| kind.clone())
        }
    })
}

/// The key of a state, or the word itself where it is none of them, as of what became of units.
pub fn of_state(word: &str) -> &str {
    let found = STATES.iter().find(|(one, _)| *one == word);
    found.map_or(word, |(_, key)| key)
}

/// The state of a key.
pub(super) fn state(key: &str) -> &str {
    if key == CONTRADICTED {
        return status::READ;
    }
    let found = STATES.iter().find(|(_, one)| *one == key);
    found.map_or(key, |(word, _)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_and_state_comes_back_from_its_key() {
        let named = [
            Kind::Figure("may_in".to_string()),
            Kind::FigureInForm("may_in".to_string()),
            Kind::FigureName("may_in".to_string()),
            Kind::Other("đợt:khác".to_string()),
        ];
        let parts = PARTS.map(|(part, _)| Kind::Statistic("a:b".to_string(), part));
        let plain = KEYS.iter().map(|(kind, _)| kind.clone());
        for one in plain.chain(named).chain(parts) {
            let (key, item, part) = of(&one);
            assert!(!key.is_empty(), "{one} has no key");
            assert_eq!(kind(key, &item, part), Some(one));
        }
        for (word, _) in STATES {
            assert_eq!(state(of_state(word)), word);
        }
        assert_eq!(state(of_state("sáp nhập")), "sáp nhập");
        for (one, _) in SEVERITIES {
            assert_eq!(severity(of_severity(one)), one);
        }
    }
}
