//! What holds for any two years.

use proptest::prelude::*;
use tonghop::base::points::Points;
use tonghop::result::diff::{self, ChangeParts, Class, Diff, Side, State};

use super::made::{Made, Score};

const UNITS: [&str; 4] = ["tinh/A", "tinh/B", "tinh/C", "huyen/A"];
const CRITERIA: [&str; 4] = ["1.1", "1.2", "1.10", "2.1"];

/// A unit's scores, and what its total is more than their sum; or it is missing, or not there.
#[derive(Clone, Debug)]
enum Unit {
    Absent,
    Missing,
    Result(Vec<(Option<i64>, Option<i64>, bool)>, i64),
}

fn unit() -> impl Strategy<Value = Unit> {
    let score = (
        proptest::option::of(-50_i64..300),
        proptest::option::of(-50_i64..300),
        proptest::bool::weighted(0.1),
    );
    let scores = proptest::collection::vec(score, CRITERIA.len());
    prop_oneof![
        1 => Just(Unit::Absent),
        1 => Just(Unit::Missing),
        6 => (scores, prop_oneof![Just(0_i64), -40_i64..40]).prop_map(|(scores, more)| Unit::Result(scores, more)),
    ]
}

fn year(year: i32) -> impl Strategy<Value = Made> {
    let names = proptest::collection::vec(prop_oneof![3 => Just("x"), 1 => Just("y")], 3);
    let maxima = proptest::collection::vec(prop_oneof![3 => Just(20_i64), 1 => Just(30)], 3);
    let units = proptest::collection::vec(unit(), UNITS.len());
    (names, maxima, units).prop_map(move |(names, maxima, units)| {
        let criteria: Vec<(&str, &str, i64)> = CRITERIA
            .iter()
            .zip(names)
            .zip(maxima)
            .map(|((id, name), maximum)| (*id, name, maximum))
            .collect();
        let mut made = Made::new(year, &criteria, &["tinh", "huyen"]);
        for (id, unit) in UNITS.iter().zip(units) {
            match unit {
                Unit::Absent => {}
                Unit::Missing => drop(made.missing(id, id)),
                Unit::Result(scores, more) => {
                    let scores: Vec<Score> = CRITERIA
                        .iter()
                        .zip(scores)
                        .map(|(id, (claimed, counted, exempt))| (*id, claimed, counted, exempt))
                        .collect();
                    made.unit(id, id, &scores, more);
                }
            }
        }
        made
    })
}

fn side(made: &Made) -> Side {
    diff::side_of_rows(&made.rows)
}

/// What a comparison says of each unit, in any order, as seen from the other side if asked.
fn facts(diff: &Diff, turned: bool) -> Vec<String> {
    let state = |state: State| match (state, turned) {
        (State::New, true) => State::Gone,
        (State::Gone, true) => State::New,
        (State::NotThen, true) => State::NotNow,
        (State::NotNow, true) => State::NotThen,
        (State::NotInTableThen, true) => State::NotInTableNow,
        (State::NotInTableNow, true) => State::NotInTableThen,
        (state, _) => state,
    };
    let sign = |points: Points| {
        if turned {
            Points::ZERO - points
        } else {
            points
        }
    };
    let mut facts: Vec<String> = diff
        .units()
        .map(|unit| {
            let (mut before, mut now) = (unit.before.clone(), unit.now.clone());
            if turned {
                std::mem::swap(&mut before, &mut now);
            }
            let parts = unit.parts.as_ref().map(|parts| {
                let groups: Vec<Points> = parts.groups.values().map(|one| sign(*one)).collect();
                let others = [
                    parts.criteria_changed,
                    parts.inseparable,
                    parts.unit_changed,
                    parts.appraisal,
                    parts.bonus,
                    parts.arithmetic,
                    parts.open,
                ];
                (groups, others.map(sign))
            });
            format!(
                "{} {:?} {:?} {before:?} {now:?} {:?} {:?} {parts:?}",
                unit.unit,
                state(unit.state),
                unit.class,
                unit.change.map(sign),
                unit.places
                    .map(|places| if turned { -places } else { places }),
            )
        })
        .collect();
    facts.sort();
    facts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_year_does_not_differ_from_itself(made in year(2017)) {
        let side = side(&made);
        let diff = diff::diff(&side, &side);
        prop_assert!(diff.is_empty(), "{diff:#?}");
    }

    #[test]
    fn turned_around_it_says_the_same(before in year(2016), now in year(2017)) {
        let (before, now) = (side(&before), side(&now));
        let there = facts(&diff::diff(&before, &now), false);
        let back = facts(&diff::diff(&now, &before), true);
        prop_assert_eq!(there, back);
    }

    #[test]
    fn parts_add_up_to_the_change(before in year(2016), now in year(2017)) {
        let diff = diff::diff(&side(&before), &side(&now));
        for unit in diff.units() {
            prop_assert_eq!(unit.parts.as_ref().map(ChangeParts::sum), unit.change);
            prop_assert!(unit.change.is_none() || unit.class != Class::NotComparable);
        }
    }

    #[test]
    fn the_order_of_rows_does_not_matter(
        (made, shuffled) in year(2017).prop_flat_map(|made| {
            let rows = Just(made.rows.clone()).prop_shuffle();
            (Just(made), rows)
        }),
        before in year(2016),
    ) {
        let (one, other) = (side(&made), diff::side_of_rows(&shuffled));
        let before = side(&before);
        prop_assert_eq!(diff::diff(&before, &one), diff::diff(&before, &other));
    }
}
