//! What the sheets of a workbook say about themselves one by one: another unit's letterhead, another year, a period that is no whole
//! year, a draft.
//!
//! In: what stands above the tables, the file's path, whose it is. Out: findings; the sheets count all the same. Not for: whose a
//! workbook is, and which year's, as a whole.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use crate::base::finding::{About, Fact, Finding, Place};
use crate::base::ids::UnitId;
use crate::base::rules::apart;
use crate::base::text;
use crate::campaign::hints::Hint;
use crate::input::recognise::Known;
use crate::input::recognise::cover::Cover;
use crate::input::recognise::cover_value::CoverValue;
use crate::input::recognise::titles::within_province;

/// The most words of a title that says so; a sentence that mentions a draft is another matter.
const LONGEST_TITLE: usize = 20;

/// Takes names that say the campaign's own province besides for the registered ones.
pub fn leave_off_province(cover: &mut Cover, known: &Known<'_>) {
    for stated in &mut cover.units {
        let key = text::key(&stated.text);
        let name = within_province(&key, known.province.as_deref(), known.registry);
        let unit = name.and_then(|name| {
            known
                .registry
                .get(known.registry.by_name_key(&name).first()?)
        });
        if let Some(unit) = unit {
            stated.text.clone_from(&unit.name);
        }
    }
}

/// Findings about single sheets, the period and the file's path.
pub fn check(cover: &Cover, file: &str, unit: &UnitId, known: &Known<'_>) -> Vec<Finding> {
    let mut findings = other_units(cover, unit, known);
    findings.extend(other_years(cover, known.year));
    findings.extend(part_of_year(cover, known.year));
    let own = known
        .registry
        .get(unit)
        .map_or("", |unit| unit.name.as_str());
    findings.extend(not_final(cover, file, own));
    findings
}

/// Sheets whose letterheads name registered units, none of which is this one. A commune's letterhead has its district's above it.
fn other_units(cover: &Cover, unit: &UnitId, known: &Known<'_>) -> Vec<Finding> {
    let mut sheets: IndexMap<&str, Vec<&CoverValue>> = IndexMap::new();
    // What stands behind a label is no letterhead.
    let labelled: BTreeSet<&Place> = cover.units.iter().map(|unit| &unit.place).collect();
    let is_labelled = |stated: &&CoverValue| labelled.contains(&stated.place);
    for stated in cover.letterheads.iter().filter(|one| !is_labelled(one)) {
        let sheet = stated.place.sheet.as_deref().unwrap_or_default();
        sheets.entry(sheet).or_default().push(stated);
    }
    let own = known.registry.get(unit).map(|unit| unit.name.clone());
    let units_of = |text: &str| {
        let key = text::key(text);
        let within = within_province(&key, known.province.as_deref(), known.registry);
        let key = within.as_deref().unwrap_or(&key);
        known.registry.by_name_key(key)
    };
    let is_own = |stated: &&CoverValue| {
        let units = units_of(&stated.text);
        units.contains(unit)
            || units.iter().any(|one| {
                known
                    .registry
                    .renamed(one)
                    .is_some_and(|now| now.id == *unit)
            })
    };
    let all = sheets.len();
    let others = sheets.into_values();
    let others = others.filter(|named| !named.iter().any(is_own));
    let mut others: Vec<Vec<&CoverValue>> = others.collect();
    // Where no sheet names this unit, the letterheads are one cause.
    others.truncate(if others.len() == all { 1 } else { all });
    let of = |named: Vec<&CoverValue>| {
        let first = *named.first()?;
        let finding = Finding::new(&apart::OTHER_UNIT, first.place.clone());
        let finding = finding.found(Fact::Text(first.text.clone()));
        let finding = finding.expected(Fact::Name(own.clone().unwrap_or_default()));
        // By what name the registry knows it, its own return is found.
        let other = units_of(&first.text)
            .first()
            .and_then(|id| known.registry.get(id));
        Some(match other {
            Some(other) => finding.about(About::Row(other.name.clone())),
            None => finding,
        })
    };
    others.into_iter().filter_map(of).collect()
}

/// Sheets whose titles name another year than the one assessed.
fn other_years(cover: &Cover, expected: i32) -> Vec<Finding> {
    let mut sheets: BTreeMap<&str, (i32, &Place)> = BTreeMap::new();
    for (year, place) in &cover.title_years {
        let sheet = place.sheet.as_deref().unwrap_or_default();
        // A sheet that names the year assessed as well, compares the two.
        let one = sheets.entry(sheet).or_insert((*year, place));
        if *year == expected {
            *one = (*year, place);
        }
    }
    let others = sheets.into_values().filter(|(year, _)| *year != expected);
    let of = |(year, place): (i32, &Place)| {
        let finding = Finding::new(&apart::OTHER_YEAR_ON_SHEET, place.clone());
        let finding = finding.found(Fact::Name(year.to_string()));
        finding.expected(Fact::Name(expected.to_string()))
    };
    others.map(of).collect()
}

/// Periods of fewer months than a year, which name the year assessed; each that is written is told once.
fn part_of_year(cover: &Cover, year: i32) -> Vec<Finding> {
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let mut findings = Vec::new();
    for stated in &cover.periods {
        let is_part = months(&stated.text).is_some_and(|months| months < 12);
        let is_of_year = stated.text.contains(&year.to_string());
        if is_part && is_of_year && told.insert(&stated.text) {
            let finding = Finding::new(&apart::PART_OF_YEAR, stated.place.clone());
            findings.push(finding.found(Fact::Text(stated.text.clone())));
        }
    }
    findings
}

/// How many months a period has: `01/01 - 30/06/2017` six, `Quý I năm 2017` three, `6 tháng đầu năm 2017` six.
fn months(period: &str) -> Option<i32> {
    let key = text::key(period);
    let words: Vec<&str> = key.split(' ').collect();
    let before_months = words.windows(2).find(|pair| pair.last() == Some(&"tháng"));
    if let Some(count) = before_months.and_then(|pair| pair.first()?.parse().ok()) {
        return (1..12).contains(&count).then_some(count);
    }
    if words.first() == Some(&text::key("quý").as_str()) {
        return Some(3);
    }
    let numbers: Vec<i32> = words.iter().filter_map(|word| word.parse().ok()).collect();
    let year = 1990..=2099;
    let (from, to) = match *numbers.as_slice() {
        [_, month, first, _, end, last] if year.contains(&first) && year.contains(&last) => {
            ((first, month), (last, end))
        }
        [_, month, _, end, last] if year.contains(&last) => ((last, month), (last, end)),
        [month, first, end, last] if year.contains(&first) && year.contains(&last) => {
            ((first, month), (last, end))
        }
        [month, end, last] if year.contains(&last) && month < end => ((last, month), (last, end)),
        _ => return None,
    };
    let is_month = |month: i32| (1..=12).contains(&month);
    let count = (to.0 - from.0) * 12 + to.1 - from.1 + 1;
    (is_month(from.1) && is_month(to.1) && count > 0).then_some(count)
}

/// A title, a file's name or a folder that says that this is not the final form. `own` is the unit's name, which may say `cũ` itself.
fn not_final(cover: &Cover, file: &str, own: &str) -> Option<Finding> {
    let has = |key: &str, word: &str| format!(" {key} ").contains(&format!(" {word} "));
    let has_word = |key: &str, hint: Hint| hint.words().any(|word| has(key, word));
    let path = file.replace(['_', '/', '.'], " ");
    let named = text::key(&path);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let parts = stem.split(['-', '_', '/', '–', '(']).map(text::key);
    let last = parts.skip(1).last().unwrap_or_default();
    let is_old = Hint::NotFinalLast.is(&last) && !has(&text::bare_words(own).join(" "), "cu");
    if has_word(&named, Hint::NotFinal)
        || has_word(&named, Hint::NotFinalFile)
        || is_old
        || has_word(&text::bare_words(&path).join(" "), Hint::NotFinalBare)
    {
        let finding = Finding::new(&apart::NOT_FINAL, Place::default());
        return Some(finding.found(Fact::Text(file.to_string())));
    }
    let is_title = |stated: &&CoverValue| {
        let key = text::key(&stated.text);
        key.split(' ').count() <= LONGEST_TITLE && has_word(&key, Hint::NotFinal)
    };
    let title = cover.titles.iter().find(is_title)?;
    let finding = Finding::new(&apart::NOT_FINAL, title.place.clone());
    Some(finding.found(Fact::Text(title.text.clone())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_of_periods() {
        for (period, expected) in [
            ("01/01/2017 - 30/06/2017", Some(6)),
            ("01/01–30/06/2017", Some(6)),
            ("01/2017 - 12/2017", Some(12)),
            ("từ 15/12/2016 đến 14/12/2017", Some(13)),
            ("6 tháng đầu năm 2017", Some(6)),
            ("Quý I năm 2017", Some(3)),
            ("Năm 2017", None),
            ("01/01/2017 - 31/12/2017", Some(12)),
        ] {
            assert_eq!(months(period), expected, "{period}");
        }
    }
}
