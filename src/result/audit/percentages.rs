//! Percentages in the text around the tables.
//!
//! In: lines of text. Out: findings where different indicators have the same odd percentage, and where decimal marks are
//! mixed. Round percentages are repeated for good reasons. Not for: whether a percentage is right.

use indexmap::IndexMap;

use crate::base::cell::CellAddress;
use crate::base::finding::{Fact, Finding, Place};
use crate::base::rules::{Rule, printed};
use crate::base::text;
use crate::input::published::{PrintedWord, TextLine};

/// Letters of an indicator's text that a finding shows.
const SHOWN: usize = 110;

/// A percentage with decimals.
struct Percentage<'a> {
    sheet: &'a str,
    cell: CellAddress,
    /// The digits with a decimal point, without zeros at the end.
    value: String,
    /// As written.
    written: String,
    is_comma: bool,
    /// The text before it, or beside it where the cell holds nothing else.
    indicator: String,
}

/// Findings about percentages.
pub fn check(lines: &[TextLine], file: &str) -> Vec<Finding> {
    let all: Vec<Percentage<'_>> = lines.iter().flat_map(of_line).collect();
    let mut findings = repeated(&all, file);
    findings.extend(mixed(&all, file));
    findings
}

fn at(rule: &'static Rule, percentage: &Percentage<'_>, file: &str) -> Finding {
    let place = Place {
        unit: None,
        file: Some(file.to_string()),
        sheet: Some(percentage.sheet.to_string()),
        cell: Some(percentage.cell),
    };
    Finding::new(rule, place)
}

fn repeated(all: &[Percentage<'_>], file: &str) -> Vec<Finding> {
    let mut by_value: IndexMap<&str, Vec<&Percentage<'_>>> = IndexMap::new();
    for percentage in all {
        by_value
            .entry(&percentage.value)
            .or_default()
            .push(percentage);
    }
    let mut findings = Vec::new();
    for same in by_value.values() {
        let mut indicators: IndexMap<String, String> = IndexMap::new();
        for one in same {
            let shown = shorten(&one.indicator);
            indicators.entry(text::key(&one.indicator)).or_insert(shown);
        }
        let Some(second) = same.get(1).filter(|_| indicators.len() > 1) else {
            continue;
        };
        let finding = at(&printed::REPEATED_PERCENTAGE, second, file);
        let finding = finding.found(Fact::Name(second.written.clone()));
        findings.push(finding.expected(Fact::Names(indicators.into_values().collect())));
    }
    findings
}

fn mixed(all: &[Percentage<'_>], file: &str) -> Option<Finding> {
    let (commas, points): (Vec<_>, Vec<_>) = all.iter().partition(|one| one.is_comma);
    if commas.is_empty() || points.is_empty() {
        return None;
    }
    let fewer = if commas.len() <= points.len() {
        commas
    } else {
        points
    };
    let show = |one: &&Percentage<'_>| format!("{} ({})", one.written, one.cell);
    let finding = at(&printed::MIXED_DECIMAL_MARKS, fewer.first()?, file);
    Some(finding.found(Fact::Names(fewer.iter().map(show).collect())))
}

fn of_line(line: &TextLine) -> Vec<Percentage<'_>> {
    let mut found = Vec::new();
    for word in &line.cells {
        let mut from = 0;
        while let Some(sign) = word.text.get(from..).and_then(|rest| rest.find('%')) {
            let before = word.text.get(..from + sign).unwrap_or_default();
            let start_of_clause = from;
            from += sign + 1;
            let Some((start, number)) = number_at_end(before) else {
                continue;
            };
            let value = number.replace(',', ".");
            let value = value.trim_end_matches('0');
            if value.ends_with('.') {
                continue;
            }
            let indicator = indicator(line, word, start_of_clause, start);
            found.push(Percentage {
                sheet: &line.sheet,
                cell: word.cell,
                value: value.to_string(),
                written: format!("{number}%"),
                is_comma: number.contains(','),
                indicator,
            });
        }
    }
    found
}

/// The number with decimals that a text ends in, and where it begins.
fn number_at_end(text: &str) -> Option<(usize, &str)> {
    let text = text.trim_end();
    let start = text
        .rfind(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.'))
        .map_or(0, |at| {
            at + text
                .get(at..)
                .and_then(|rest| rest.chars().next())
                .map_or(1, char::len_utf8)
        });
    let number = text.get(start..)?;
    let (whole, fraction) = number.split_once([',', '.'])?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    (digits(whole) && digits(fraction)).then_some((start, number))
}

/// What a percentage is of: the text since the line began, and, where another percentage stands between, since that one.
fn indicator(line: &TextLine, word: &PrintedWord, clause: usize, start: usize) -> String {
    let get = |from: usize, to: usize| word.text.get(from..to).unwrap_or_default();
    let tidy = |text: &str| {
        let text = text::clean(text);
        text.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '(' | ')'))
            .to_string()
    };
    let own = tidy(get(clause, start));
    let all = tidy(get(0, start));
    if all.is_empty() {
        return beside(line, word);
    }
    if clause == 0 {
        return own;
    }
    let words: Vec<&str> = all.split(' ').take(8).collect();
    format!("{} … {own}", words.join(" "))
}

/// The longest text to the left of a cell, else the longest to its right.
fn beside(line: &TextLine, word: &PrintedWord) -> String {
    let longest = |is_left: bool| {
        let cells = line.cells.iter().filter(|other| {
            other.cell != word.cell && (other.cell.column < word.cell.column) == is_left
        });
        let texts = cells.map(|other| text::clean(&other.text));
        texts
            .filter(|text| text.chars().any(char::is_alphabetic))
            .max_by_key(|text| text.chars().count())
    };
    longest(true).or_else(|| longest(false)).unwrap_or_default()
}

fn shorten(text: &str) -> String {
    if text.chars().count() <= SHOWN {
        return text.to_string();
    }
    let cut: String = text.chars().take(SHOWN).collect();
    let cut = cut
        .rsplit_once(' ')
        .map_or(cut.as_str(), |(before, _)| before);
    format!("{cut} …")
}
