//! Which of several files of a unit counts, by what somebody decided: the choice is of contents, and names tell them apart.
//!
//! In: a row of a decision workbook, files as they were looked at. Out: what becomes of it, and the file that is meant. Not for: two rows
//! against each other.

use std::collections::BTreeSet;

use crate::base::finding::Fact;
use crate::base::ids::UnitId;
use crate::base::text;
use crate::campaign::decisions::{Decision, DecisionGround};
use crate::input::intake::LookedFiles;
use crate::input::intake::choice::{choosable_files, ground_of_choice, told_contents};
use crate::input::receipt::{Fate, FileRow};
use crate::result::report::decide::Case;
use crate::result::report::decide::outcome::{Act, RowOutcome};

/// What becomes of a decision which file of a unit counts.
pub(super) fn weigh(case: &Case<'_>, act: Act, unit: &UnitId, looked: &LookedFiles) -> RowOutcome {
    let decision = &case.decision;
    let all = of_unit(looked, unit);
    let offered = choosable_files(all.iter().copied());
    let ground = ground_of_choice(&offered);
    let then = &decision.ground;
    let chosen = decision.file.as_deref();
    if let [only] = offered.as_slice() {
        let mut told = told_contents(&then.words).into_iter();
        let was = told.any(|(_, key)| only.has_contents(key));
        if was && chosen.is_none_or(|name| meant(name, then, &[only]).is_some()) {
            return RowOutcome::NotNeeded(Fact::Said(
                "đơn vị chỉ còn một tệp".to_string(),
                "the unit has only one file left".to_string(),
            ));
        }
    }
    if then.hash != ground.hash && !tells_the_same(&then.words, &ground.words) {
        let none = "đơn vị không còn tệp nào đọc được";
        let now = if offered.is_empty() {
            none
        } else {
            &ground.words
        };
        return RowOutcome::Stale {
            now: now.to_string(),
        };
    }
    match chosen {
        Some(name) if meant(name, then, &all).is_none() => {
            let names: Vec<&str> = offered.iter().map(|file| file.name.as_str()).collect();
            let names = names.join("; ");
            RowOutcome::Mistyped(vec![Fact::Said(
                format!("đơn vị không có tệp “{name}”, chỉ có: {names}"),
                format!("the unit has no file \"{name}\", only: {names}"),
            )])
        }
        _ => RowOutcome::Holds(act),
    }
}

/// Whether the words of two grounds tell the same contents.
fn tells_the_same(one: &str, other: &str) -> bool {
    let contents = |words| {
        let told = told_contents(words).into_iter();
        told.map(|(_, key)| key).collect::<BTreeSet<&str>>()
    };
    let one = contents(one);
    !one.is_empty() && one == contents(other)
}

/// The file that is meant by a name: that of the contents which had it when it was decided, or else the one that has it.
pub(super) fn meant<'f>(
    name: &str,
    then: &DecisionGround,
    files: &[&'f FileRow],
) -> Option<&'f FileRow> {
    match key_named(name, then) {
        Some(key) => files.iter().find(|file| file.has_contents(key)).copied(),
        None => named(name, files),
    }
}

/// The contents that had a name when it was decided.
fn key_named<'g>(name: &str, then: &'g DecisionGround) -> Option<&'g str> {
    let told = told_contents(&then.words);
    let find = |is_it: &dyn Fn(&str) -> bool| {
        let mut told = told.iter();
        told.find(|(own, _)| is_it(own)).map(|(_, key)| *key)
    };
    find(&|own| own == name).or_else(|| find(&|own| text::key(own) == text::key(name)))
}

/// The file that a decision names, as far as two can be compared: by its contents, or by its name where they are not told.
pub(super) fn contents_named(decision: &Decision) -> Option<String> {
    let name = decision.file.as_deref()?;
    let key = key_named(name, &decision.ground).map(str::to_string);
    Some(key.unwrap_or_else(|| text::key(name)))
}

/// The files of a unit that can count.
pub(super) fn of_unit<'f>(looked: &'f LookedFiles, unit: &UnitId) -> Vec<&'f FileRow> {
    let is_of = |file: &&FileRow| file.fate == Fate::Counted && file.unit.as_ref() == Some(unit);
    looked.rows().filter(is_of).collect()
}

/// The file that is named, whatever its capitals; nothing where two have the name.
fn named<'f>(name: &str, files: &[&'f FileRow]) -> Option<&'f FileRow> {
    if let Some(file) = files.iter().find(|file| file.name == name) {
        return Some(file);
    }
    let key = text::key(name);
    let mut alike = files.iter().filter(|file| text::key(&file.name) == key);
    alike.next().filter(|_| alike.next().is_none()).copied()
}
