//! Statistics of both years side by side, with the coverage of each.
//!
//! In: two sides. Out: one row per statistic. Not for: wording.

use serde::{Deserialize, Serialize};

use crate::base::points::Decimal;
use crate::base::text;
use crate::result::diff::side::{Side, SideStatistic};
use crate::result::diff::{Apart, Class};

/// A statistic in both years.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StatisticDiff {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether it may be compared: another formula is another statistic, a sum over other units compares with a condition.
    pub class: Class,
    /// Whether it is a percentage; the change is then in percentage points.
    pub is_percent: bool,
    /// Then. `None`: there was none.
    pub before: Option<StatisticYear>,
    /// Now. `None`: there is none.
    pub now: Option<StatisticYear>,
    /// The change, where it may be compared.
    pub change: Option<Decimal>,
}

/// A statistic of one year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StatisticYear {
    /// Its value.
    pub value: Option<Decimal>,
    /// Its numerator.
    pub numerator: Option<Decimal>,
    /// Its denominator.
    pub denominator: Option<Decimal>,
    /// Units that are in it.
    pub covered: usize,
    /// Units that were expected in it.
    pub expected: usize,
}

impl StatisticDiff {
    /// Whether both years say the same.
    pub fn is_same(&self) -> bool {
        self.class == Class::Comparable && self.before == self.now
    }
}

/// All statistics, those of the current year first. None where one side is a published table; those of two places are of other things.
pub fn statistics(previous: &Side, current: &Side, apart: &[Apart]) -> Vec<StatisticDiff> {
    if previous.is_table || current.is_table {
        return Vec::new();
    }
    let gone = previous
        .statistics
        .keys()
        .filter(|id| !current.statistics.contains_key(*id));
    let ids = current.statistics.keys().chain(gone);
    let pairs = ids.map(|id| (id, previous.statistics.get(id), current.statistics.get(id)));
    let all = pairs.filter_map(|(id, then, now)| statistic(id, then, now));
    let is_of_two_places = apart.contains(&Apart::Units);
    all.map(|one| {
        if !is_of_two_places {
            return one;
        }
        StatisticDiff {
            class: Class::NotComparable,
            change: None,
            ..one
        }
    })
    .collect()
}

fn statistic(
    id: &str,
    before: Option<&SideStatistic>,
    now: Option<&SideStatistic>,
) -> Option<StatisticDiff> {
    let one = now.or(before)?;
    let is_same = |(old, new): (&SideStatistic, &SideStatistic)| {
        text::key(&old.name) == text::key(&new.name) && old.formula == new.formula
    };
    let same = before.zip(now).is_some_and(is_same);
    let values = before.and_then(value).zip(now.and_then(value));
    // A share of other units is a share still; a sum over other units is another sum.
    let covers = |one: &SideStatistic| (one.covered, one.expected);
    let other_units = before.map(covers) != now.map(covers) && !one.is_percent();
    Some(StatisticDiff {
        id: id.to_string(),
        name: one.name.clone(),
        class: match (same, other_units) {
            (false, _) => Class::NotComparable,
            (true, true) => Class::Conditional,
            (true, false) => Class::Comparable,
        },
        is_percent: one.is_percent(),
        before: before.map(year),
        now: now.map(year),
        change: values
            .filter(|_| same)
            .and_then(|(old, new)| new.checked_sub(old)),
    })
}

/// A sum over no unit at all is no 0.
fn value(one: &SideStatistic) -> Option<Decimal> {
    one.value.filter(|_| one.covered > 0 || one.expected == 0)
}

fn year(one: &SideStatistic) -> StatisticYear {
    StatisticYear {
        value: value(one),
        numerator: one.numerator,
        denominator: one.denominator,
        covered: one.covered,
        expected: one.expected,
    }
}
