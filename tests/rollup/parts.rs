//! A campaign that is split into several and rolled up has the numbers of the campaign.

use std::collections::BTreeMap;

use proptest::prelude::*;
use tonghop::base::cell::Reading;
use tonghop::base::ids::UnitId;
use tonghop::base::points::{Decimal, Points};
use tonghop::campaign::definition::Source;
use tonghop::campaign::units::Registry;
use tonghop::input::submission::{Figure, Submission};
use tonghop::result::diff;
use tonghop::result::report::{self, Report};
use tonghop::result::rollup::{
    FileCounts, ResultFacts, ResultHeading, RolledCounts, Rollup, StatisticTotal, rollup,
};

use crate::spoiler::truth::truth;

const UNITS: &str = include_str!("../../templates/kontum-2017/units.csv");

/// What is drawn of a unit: whether it has returned, to which part it belongs, what its figures are more.
type Drawn = (bool, usize, i64);

/// The lines of the registry with these units.
fn registry(is_in: impl Fn(usize) -> bool) -> Registry {
    let mut lines = UNITS.lines();
    let head = lines.next().unwrap();
    let own = lines.enumerate().filter(|(at, _)| is_in(*at));
    let text: Vec<&str> = [head]
        .into_iter()
        .chain(own.map(|(_, line)| line))
        .collect();
    let text = text.join("\n");
    let source = Source {
        file: "units.csv",
        text: &text,
    };
    Registry::parse(source, &truth().plan.scheme).unwrap()
}

/// The position of a unit in the registry's file.
fn position(unit: &UnitId) -> usize {
    let start = format!("{},", unit.level.0);
    let mut lines = UNITS.lines().skip(1);
    let code = format!(",{},", unit.code);
    lines
        .position(|line| line.starts_with(&start) && line.contains(&code))
        .unwrap()
}

fn submissions(drawn: &[Drawn], is_in: impl Fn(usize) -> bool) -> Vec<Submission> {
    let units = truth().units.iter().map(|unit| &unit.submission);
    let own = units.filter(|one| {
        let at = position(&one.unit);
        drawn[at].0 && is_in(at)
    });
    own.map(|one| {
        let mut one = one.clone();
        let more = Decimal::from(drawn[position(&one.unit)].2);
        for (_, figure) in &mut one.figures {
            if let Reading::Value(Figure::Number(number)) = &mut figure.value {
                *number = number.checked_add(more).unwrap();
            }
        }
        one
    })
    .collect()
}

fn report(registry: &Registry, mut submissions: Vec<Submission>) -> Report {
    submissions.sort_by_key(|submission| registry.position(&submission.unit));
    report::build(report::Input {
        campaign: &truth().plan.campaign,
        scheme: &truth().plan.scheme,
        registry,
        submissions,
        files: Vec::new(),
        findings: Vec::new(),
        folder: String::new(),
        decisions: Vec::new(),
        of_files: report::FileDecisions::default(),
        time: std::time::Duration::from_secs(30),
    })
}

fn facts(report: &Report, name: &str) -> ResultFacts {
    let heading = ResultHeading {
        file: format!("{name}.xlsx"),
        label: name.to_string(),
        authority: report.campaign.authority.clone(),
        provisional: None,
        percent_decimals: None,
    };
    ResultFacts::of(heading, diff::side_of_report(report)).unwrap()
}

fn rolled(results: Vec<ResultFacts>) -> Rollup {
    rollup(results, FileCounts::default(), Vec::new())
}

type UnitNumbers = (Option<Points>, Option<String>, Option<u32>, usize);

/// Totals, grades and places by unit.
fn units(rollup: &Rollup) -> BTreeMap<String, Option<UnitNumbers>> {
    let of = |unit: &tonghop::result::rollup::RolledUnit| {
        let score = unit.score.as_ref();
        let score = score.map(|one| (one.total, one.grade.clone(), one.place, one.among));
        (unit.unit.to_string(), score)
    };
    rollup.units.iter().map(of).collect()
}

fn counts(rollup: &Rollup) -> Vec<(String, RolledCounts)> {
    let levels = rollup.levels.iter();
    levels
        .map(|level| (level.id.0.to_string(), level.all.clone()))
        .collect()
}

fn statistics(rollup: &Rollup) -> Vec<(String, StatisticTotal)> {
    let all = rollup.statistics.iter();
    let computed = all.filter(|one| {
        one.years
            .values()
            .all(|year| year.total != StatisticTotal::NotAdded)
    });
    computed
        .map(|one| (one.id.clone(), one.years[&2017].total.clone()))
        .collect()
}

fn check(drawn: &[Drawn], has_whole_registry: bool) {
    let whole = report(&registry(|_| true), submissions(drawn, |_| true));
    let parts: Vec<ResultFacts> = (0..4)
        .filter(|part| drawn.iter().any(|(_, own, _)| own == part))
        .map(|part| {
            let is_own = |at: usize| drawn[at].1 == part;
            let registry = registry(|at| has_whole_registry || is_own(at));
            let report = report(&registry, submissions(drawn, is_own));
            facts(&report, &format!("part-{part}"))
        })
        .collect();
    let whole = rolled(vec![facts(&whole, "whole")]);
    let joined = rolled(parts);
    assert_eq!(units(&whole), units(&joined));
    assert_eq!(counts(&whole), counts(&joined));
    assert_eq!(statistics(&whole), statistics(&joined));
    assert!(joined.findings.is_empty(), "{:?}", joined.findings);
    // And those of the run itself.
    let own_places = whole.units.iter().filter_map(|unit| unit.score.as_ref());
    for score in own_places {
        assert_eq!(score.place, score.own_place);
    }
}

fn drawn() -> impl Strategy<Value = Vec<Drawn>> {
    let unit = (proptest::bool::weighted(0.9), 0_usize..4, 0_i64..4);
    proptest::collection::vec(unit, UNITS.lines().count() - 1)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn parts_say_what_the_whole_says(drawn in drawn(), has_whole_registry in any::<bool>()) {
        check(&drawn, has_whole_registry);
    }
}

#[test]
fn a_unit_in_two_parts_is_in_no_sum() {
    let whole = registry(|_| true);
    let all = vec![(true, 0, 0); UNITS.lines().count() - 1];
    let one = report(&whole, submissions(&all, |_| true));
    let mut more = all.clone();
    more[0].2 = 3;
    let other = report(&whole, submissions(&more, |at| at < 3));
    let joined = rolled(vec![facts(&one, "one"), facts(&other, "other")]);
    let codes: Vec<&str> = joined.findings.iter().map(|one| one.rule.code).collect();
    assert_eq!(codes, ["TH524"]);
    let twice: Vec<_> = joined.units.iter().filter(|unit| unit.is_twice).collect();
    assert_eq!(twice.len(), 6);
    assert!(
        twice
            .iter()
            .all(|unit| unit.score.as_ref().unwrap().place.is_none())
    );
    let of_level = joined
        .levels
        .iter()
        .find(|level| level.id.0 == "tinh")
        .unwrap();
    assert_eq!(of_level.all.expected, 20, "each unit counts once");
    let total = |id: &str| {
        let one = joined.statistics.iter().find(|one| one.id == id).unwrap();
        one.years[&2017].total.clone()
    };
    let computed = joined.statistics.iter().filter(|one| {
        let is_here = one.level.as_ref().is_none_or(|level| level.0 == "tinh");
        is_here && one.years[&2017].results[0].1.expected > 0
    });
    for one in computed {
        assert_eq!(total(&one.id), StatisticTotal::UnitsTwice, "{}", one.id);
    }
    // Those of the other level are whole.
    let other = joined
        .statistics
        .iter()
        .find(|one| one.level.as_ref().is_some_and(|level| level.0 == "huyen"));
    assert!(matches!(total(&other.unwrap().id), StatisticTotal::Sum(_)));
}
