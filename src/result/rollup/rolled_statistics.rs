//! Statistics of several results: summed numerators by summed denominators, with the coverage of all.
//!
//! In: results, and which of their units are the same. Out: one row for each id, name and formula; where one of these differs, it is
//! another statistic. Not for: what is said of it.

use indexmap::IndexMap;

use crate::base::points::{Decimal, percent_of, round_half_away};
use crate::base::text;
use crate::result::diff::SideStatistic;
use crate::result::rollup::same_unit::{SameUnits, returned};
use crate::result::rollup::{
    ResultFacts, RolledStatistic, StatisticOfYear, StatisticSum, StatisticTotal,
};

/// Decimals of a percentage where no result tells how many it rounds to; so many a scheme has that does not say.
const DECIMALS: u32 = 2;
/// More decimals than these no scheme has.
const MOST_DECIMALS: u32 = 10;

/// Where a statistic stands: its id, its name as it is compared, its formula.
type StatisticKey = (String, String, String);

/// All statistics, in the order in which results have them.
pub(super) fn statistics(results: &[ResultFacts], known: &SameUnits) -> Vec<RolledStatistic> {
    let mut keys: IndexMap<StatisticKey, &SideStatistic> = IndexMap::new();
    for result in results {
        for (id, one) in &result.statistics {
            let key = (id.clone(), text::key(&one.name), one.formula.clone());
            keys.entry(key).or_insert(one);
        }
    }
    // Those of one id stand one after the other.
    let mut order: Vec<&str> = Vec::new();
    for (id, ..) in keys.keys() {
        if !order.contains(&id.as_str()) {
            order.push(id);
        }
    }
    let at = |id: &str| order.iter().position(|one| *one == id);
    let mut all: Vec<(&StatisticKey, &&SideStatistic)> = keys.iter().collect();
    all.sort_by_key(|((id, ..), _)| at(id));
    let each = all.into_iter();
    each.map(|(key, one)| statistic(results, known, key, one))
        .collect()
}

fn statistic(
    results: &[ResultFacts],
    known: &SameUnits,
    key: &StatisticKey,
    one: &SideStatistic,
) -> RolledStatistic {
    let (id, name, formula) = key;
    let own = |result: &ResultFacts| {
        let own = result.statistics.get(id)?;
        (text::key(&own.name) == *name && own.formula == *formula).then(|| own.clone())
    };
    let each = (0..).zip(results);
    let having: Vec<(usize, SideStatistic)> = each
        .filter_map(|(at, result)| Some((at, own(result)?)))
        .collect();
    let all = having.iter().filter_map(|(at, _)| results.get(*at));
    let decimals = all.filter_map(decimals_of).max().unwrap_or(DECIMALS);
    let mut years: IndexMap<i32, StatisticOfYear> = IndexMap::new();
    for (at, own) in &having {
        let Some(result) = results.get(*at) else {
            continue;
        };
        let year = years.entry(result.year).or_default();
        year.results.push((*at, sum_of(own)));
    }
    for (year, of) in &mut years {
        of.total = total(results, known, (*year, one, decimals), &of.results);
    }
    let mut parts = formula.splitn(3, "; ").skip(1);
    RolledStatistic {
        id: id.clone(),
        name: one.name.clone(),
        measure: parts.next().unwrap_or_default().to_string(),
        formula: parts.next().unwrap_or_default().to_string(),
        is_percent: one.is_percent(),
        level: one.level.clone(),
        years,
    }
}

/// The numbers of one result. A sum over no unit at all is no 0.
fn sum_of(own: &SideStatistic) -> StatisticSum {
    StatisticSum {
        value: own.value.filter(|_| own.covered > 0 || own.expected == 0),
        numerator: own.numerator,
        denominator: own.denominator,
        covered: own.covered,
        expected: own.expected,
    }
}

/// To how many decimals a result rounds percentages: as it says, or as many as its percentages show, and no fewer than most schemes
/// have, as 98.40 shows one only. A result has one such number.
fn decimals_of(result: &ResultFacts) -> Option<u32> {
    let said = result.percent_decimals;
    let said = said.filter(|decimals| *decimals <= MOST_DECIMALS);
    let shown = || result.statistics.values().filter_map(told_decimals).max();
    said.or_else(|| shown().map(|decimals| decimals.max(DECIMALS)))
}

/// To how many decimals a percentage was rounded, where it is not exact.
fn told_decimals(own: &SideStatistic) -> Option<u32> {
    if !own.is_percent() {
        return None;
    }
    let (value, exact) = (own.value?, percent_of(own.numerator?, own.denominator?)?);
    let mut all = 0..=MOST_DECIMALS;
    let decimals = all.find(|decimals| round_half_away(exact, *decimals) == value)?;
    (exact != value).then_some(decimals)
}

/// All results of a year together.
fn total(
    results: &[ResultFacts],
    known: &SameUnits,
    (year, one, decimals): (i32, &SideStatistic, u32),
    parts: &[(usize, StatisticSum)],
) -> StatisticTotal {
    if let [(_, only)] = parts {
        return StatisticTotal::Sum(only.clone());
    }
    if one.formula.starts_with("given;") {
        let first = parts.first().map(|(_, sum)| sum.clone());
        let is_one = is_of_one_authority(results, parts)
            && parts.iter().all(|(_, sum)| Some(sum) == first.as_ref());
        return match first.filter(|_| is_one) {
            Some(sum) => StatisticTotal::Sum(sum),
            None => StatisticTotal::NotAdded,
        };
    }
    let is_here = |at: &usize| parts.iter().any(|(own, _)| own == at);
    let mut sum = StatisticSum::default();
    for (_, part) in parts {
        sum.covered += part.covered;
        sum.expected += part.expected;
    }
    for met in known.of_year(year) {
        let here = met.iter().filter(|(at, unit)| {
            is_here(at) && one.level.as_ref().is_none_or(|level| unit.level == *level)
        });
        let here: Vec<_> = here.cloned().collect();
        if returned(results, &here).count() > 1 {
            return StatisticTotal::UnitsTwice;
        }
        // A unit that one result has and another waits for is expected once.
        sum.expected = sum.expected.saturating_sub(here.len().saturating_sub(1));
    }
    let add = |of: fn(&StatisticSum) -> Option<Decimal>| {
        let all: Vec<Decimal> = parts.iter().filter_map(|(_, part)| of(part)).collect();
        (!all.is_empty())
            .then(|| Decimal::checked_sum(all))
            .flatten()
    };
    sum.numerator = add(|part| part.numerator);
    sum.denominator = add(|part| part.denominator);
    sum.value = if one.is_percent() {
        let percent = sum.numerator.zip(sum.denominator);
        let percent = percent.and_then(|(part, whole)| percent_of(part, whole));
        percent.map(|percent| round_half_away(percent, decimals))
    } else {
        add(|part| part.value)
    };
    StatisticTotal::Sum(sum)
}

/// Whether one authority publishes all of these.
fn is_of_one_authority(results: &[ResultFacts], parts: &[(usize, StatisticSum)]) -> bool {
    let mut of = parts.iter().filter_map(|(at, _)| results.get(*at));
    let key = |result: &ResultFacts| super::same_unit::authority_key(&result.authority);
    let first = of.next().map(key);
    of.all(|result| Some(key(result)) == first)
}
