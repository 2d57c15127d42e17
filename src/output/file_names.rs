//! Names of files that are each for one unit: as every system takes them, as every person reads them, no two alike.
//!
//! In: units with their levels. Out: a name for each. Not for: where the files go.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use crate::output::reserved;

/// The longest name of a unit in the name of a file, in characters: paths have an end on Windows.
const LONGEST: usize = 90;

/// A unit, as the name of a file tells it from others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NamedUnit {
    /// Its name.
    pub(super) name: String,
    /// The name of its level.
    pub(super) level: String,
    /// What no other unit has.
    pub(super) code: String,
}

/// The names: what all begin with and the unit's own name, its level or its code behind it where two would be called alike, be it only
/// on a system that takes letters of either case for the same.
pub(super) fn of_units(start: &str, units: &[NamedUnit], ending: &str) -> Vec<String> {
    let stem = |unit: &NamedUnit, more: &str| safe(&format!("{start}{}{more}", unit.name));
    let level = |unit: &NamedUnit| format!(" ({})", unit.level);
    let code = |unit: &NamedUnit| format!(" ({})", unit.code);
    let mut names: Vec<String> = units.iter().map(|unit| stem(unit, "")).collect();
    let ways: [&dyn Fn(&NamedUnit) -> String; 2] = [&level, &code];
    for way in ways {
        let twice = twice(&names);
        for ((name, unit), is_twice) in names.iter_mut().zip(units).zip(twice) {
            if is_twice {
                *name = stem(unit, &way(unit));
            }
        }
    }
    // What still is alike differs in signs that no file name has.
    let all = twice(&names);
    let lower = names.iter().map(|name| name.to_lowercase());
    let mut taken: BTreeSet<String> = lower.collect();
    let mut number = 1;
    let alike = names.iter_mut().zip(all).filter(|(_, is_twice)| *is_twice);
    for (name, _) in alike {
        *name = loop {
            number += 1;
            let numbered = format!("{name} {number}");
            if taken.insert(numbered.to_lowercase()) {
                break numbered;
            }
        };
    }
    names.iter().map(|name| format!("{name}{ending}")).collect()
}

/// Which names are alike on some system.
fn twice(names: &[String]) -> Vec<bool> {
    let lower: Vec<String> = names.iter().map(|name| name.to_lowercase()).collect();
    let mut counts = std::collections::BTreeMap::<&str, usize>::new();
    for name in &lower {
        *counts.entry(name).or_default() += 1;
    }
    let is_twice = |name: &String| counts.get(name.as_str()).is_some_and(|count| *count > 1);
    lower.iter().map(is_twice).collect()
}

/// A name as every system takes it: composed letters, no signs that mean something else, no blank or full stop at its end.
pub(super) fn safe(name: &str) -> String {
    let name = name.replace(':', " -");
    let clean = |c: char| match c {
        '<' | '>' | '"' | '/' | '\\' | '|' | '?' | '*' => '-',
        c if c.is_control() || c.is_whitespace() => ' ',
        c => c,
    };
    let clean: String = name.nfc().map(clean).collect();
    let words: Vec<&str> = clean.split_whitespace().collect();
    let short: String = words.join(" ").chars().take(LONGEST).collect();
    let name = short.trim_end_matches([' ', '.']).to_string();
    if reserved::is_impossible(&name) || name.is_empty() {
        format!("_{}", name.replace(|c: char| !c.is_alphanumeric(), "_"))
    } else {
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_as_every_system_takes_them() {
        for (name, expected) in [
            ("Phiếu 2025 - Sở Y tế", "Phiếu 2025 - Sở Y tế"),
            ("a: b / c\\d?\t\"e\" ", "a - b - c-d- -e-"),
            ("Sở.", "Sở"),
            // A letter with its mark apart, as some systems write it.
            ("Ho\u{300}a", "Hòa"),
            ("con", "_con"),
            ("..", "_"),
        ] {
            assert_eq!(safe(name), expected, "{name}");
        }
        let long = safe(&"ế".repeat(300));
        assert_eq!(long.chars().count(), LONGEST);
    }

    #[test]
    fn names_that_differ_in_case_alone_are_alike() {
        let names = ["Xã Đỏ", "XÃ ĐỎ", "Xã Xanh"].map(str::to_string);
        assert_eq!(twice(&names), [true, true, false]);
    }
}
