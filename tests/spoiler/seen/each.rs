//! Each kind of fault and each harmless variation alone, in each way of writing: none is without a place, and which of them breaks the law
//! shows at once. Everybody's tests try each in one way, half of them in .xlsx; `SPOILER_SEEDS` of 300 or more tries all ways.
//! `SPOILER_KIND=words cargo test spoiler::seen::each` tries those alone whose names have these words.

use std::fmt::Write as _;

use rayon::prelude::*;

use super::kinds::{self, Fault, Variation};
use super::{Trial, Way, law, outcome, report, unchanged, written};
use crate::spoiler::dice::Dice;
use crate::spoiler::truth::truth;

/// Returns tried for a place before a kind is said to have none.
const TRIES: u64 = 40;

fn plain(way: Way, dice: &mut Dice) -> Trial {
    let index = dice.below(truth().units.len());
    Trial {
        index,
        way,
        varied: Vec::new(),
        before: super::book(index, way),
    }
}

/// What breaks the law in one return with one fault; `None` where it has no place for it.
fn one_fault(fault: &'static Fault, way: Way, seed: u64) -> Option<String> {
    let mut dice = Dice::new(seed);
    let trial = plain(way, &mut dice);
    let before = unchanged(trial.index, way);
    let (spoilt, deeds) = trial.spoil(&before, &[fault], &mut dice);
    if deeds.is_empty() {
        return None;
    }
    let name = way.name(trial.meant());
    let after = outcome::of(trial.index, &name, &written(&spoilt, way));
    let problems = law::broken(trial.meant(), &before, &after, &deeds);
    Some(report(
        &trial,
        seed,
        &problems,
        &deeds,
        &law::told(&before, &after),
    ))
}

fn one_variation(variation: &'static Variation, way: Way, seed: u64) -> Option<String> {
    let mut dice = Dice::new(seed);
    let mut trial = plain(way, &mut dice);
    trial.vary(&[variation], &mut dice);
    if trial.varied.is_empty() {
        return None;
    }
    let outcome = trial.outcome();
    let problems = trial.alarms(&outcome, &unchanged(trial.index, way));
    Some(report(&trial, seed, &problems, &[], ""))
}

/// How often each kind was tried and broke the law, where it did; with the first one told.
fn census<T: Sync>(
    all: &[(&'static T, Way, &'static str)],
    try_one: impl Fn(&'static T, Way, u64) -> Option<String> + Sync,
) -> String {
    let seeds = super::super::seeds(super::USUAL);
    let rounds = ((seeds.end - seeds.start) / 300).max(1) as usize;
    let seeds = match seeds.end - seeds.start {
        1 => seeds,
        _ => 0..TRIES * rounds as u64,
    };
    let wanted = std::env::var("SPOILER_KIND").unwrap_or_default();
    let told = |(kind, way, name): &(&'static T, Way, &'static str)| {
        let tries = seeds.clone().filter_map(|seed| try_one(kind, *way, seed));
        let told: Vec<String> = tries.take(rounds).collect();
        let broken: Vec<&String> = told.iter().filter(|text| !text.is_empty()).collect();
        let mut text = String::new();
        if told.is_empty() {
            let _ = writeln!(text, "{way:?}: {name}: has no place in any return");
        } else if let Some(first) = broken.first() {
            let (count, of) = (broken.len(), told.len());
            let _ = writeln!(
                text,
                "{way:?}: {name}: {count} of {of} break the law, first\n{first}"
            );
        }
        text
    };
    let all = all.par_iter().filter(|(_, _, name)| name.contains(&wanted));
    all.map(told).collect()
}

/// The ways in which one of the kinds is tried, by its place among them and by those that it fits.
fn ways(place: usize, fits: fn(Way) -> bool) -> Vec<Way> {
    let fitting = || Way::WRITTEN.into_iter().filter(|way| fits(*way));
    let all =
        super::super::seeds(super::USUAL).end >= 300 || std::env::var_os("SPOILER_KIND").is_some();
    if all {
        return fitting().collect();
    }
    let others = fitting().count().saturating_sub(1).max(1);
    let usual = match place % 2 {
        0 => 0,
        _ => 1 + place / 2 % others,
    };
    fitting()
        .nth(usual)
        .or_else(|| fitting().next())
        .into_iter()
        .collect()
}

#[test]
fn each_kind_of_fault_alone_is_right_or_said() {
    truth().known();
    let all: Vec<(&'static Fault, Way, &'static str)> = kinds::faults()
        .enumerate()
        .flat_map(|(place, one)| {
            let ways = ways(place, one.fits).into_iter();
            ways.map(move |way| (one, way, one.name))
        })
        .collect();
    let broken = census(&all, one_fault);
    assert!(broken.is_empty(), "{broken}");
}

#[test]
fn each_harmless_variation_alone_adds_nothing() {
    truth().known();
    let all: Vec<(&'static Variation, Way, &'static str)> = kinds::variations()
        .enumerate()
        .flat_map(|(place, one)| {
            let ways = ways(place, one.fits).into_iter();
            ways.map(move |way| (one, way, one.name))
        })
        .collect();
    let broken = census(&all, one_variation);
    assert!(broken.is_empty(), "{broken}");
}
