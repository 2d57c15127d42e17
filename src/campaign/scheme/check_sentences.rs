//! What must hold of the sentences of a scheme: what they name is there and can be said so, and nothing of a row is without effect.
//!
//! In: a parsed scheme. Out: every problem, with the path to it in the file.

use std::collections::BTreeSet;

use crate::base::error::{Nameable, Problem, SentenceFault};
use crate::base::points::Decimal;
use crate::campaign::definition::{Problems, at};
use crate::campaign::scheme::check_rule::dangling;
use crate::campaign::scheme::narration::{FIELD_ENDINGS, PLAIN_FIELDS, SentencePiece, pieces};
use crate::campaign::scheme::{Formula, Scheme, SentenceCondition, SentenceSpec, StatisticSpec};

/// The array of sentences in a scheme.
const LIST: &str = "sentence";

/// What is wrong with the sentences.
pub(super) fn check(scheme: &Scheme, problems: &mut Problems) {
    let words = &scheme.share_words;
    let hundred = Decimal::from(100);
    for (key, value, lowest) in [
        ("majority_from", words.majority_from, Decimal::ZERO),
        ("most_from", words.most_from, words.majority_from),
    ] {
        if value < lowest || value > hundred {
            let problem = Problem::OutOfRange {
                value,
                lowest,
                highest: hundred,
            };
            problems.push((at!["share_words", key], problem));
        }
    }
    let mut tags = BTreeSet::new();
    for (index, one) in scheme.sentences.iter().enumerate() {
        let mut add = |key: &str, problem| problems.push((at![LIST, index, key], problem));
        if !scheme.sections.iter().any(|of| of.id == one.section) {
            let known = scheme.sections.iter().map(|section| section.id.as_str());
            add("section", dangling(Nameable::Section, &one.section, known));
        }
        if one.text.trim().is_empty() {
            add("text", Problem::Empty("text".to_string()));
        }
        match &one.blank {
            Some(tag) => {
                if !tags.insert(tag.clone()) {
                    let kind = Nameable::Blank;
                    let id = tag.clone();
                    add("blank", Problem::Duplicate { kind, id });
                }
                blank(one, tag, &mut add);
            }
            None => sentence(scheme, one, &mut add),
        }
    }
}

/// A place for the author has a name and says what belongs there; nothing else of its row would have an effect.
fn blank(one: &SentenceSpec, tag: &str, add: &mut dyn FnMut(&str, Problem)) {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "_-".contains(c);
    if tag.is_empty() || tag.len() > 40 || !tag.chars().all(is_plain) {
        add("blank", Problem::Sentence(SentenceFault::Tag(tag.into())));
    }
    let filled = [
        ("statistic", one.statistic.is_some()),
        ("when", one.when.is_some()),
        ("value", one.value.is_some()),
        ("footnote", one.footnote.is_some()),
    ];
    for (key, _) in filled.into_iter().filter(|(_, is_filled)| *is_filled) {
        add(key, Problem::Sentence(SentenceFault::NotOfBlank));
    }
}

fn sentence(scheme: &Scheme, one: &SentenceSpec, add: &mut dyn FnMut(&str, Problem)) {
    let found = |id: &str| scheme.statistics.iter().find(|spec| spec.id == id);
    let known = || scheme.statistics.iter().map(|spec| spec.id.as_str());
    if let Some(id) = &one.statistic
        && found(id).is_none()
    {
        add("statistic", dangling(Nameable::Statistic, id, known()));
    }
    let is_number =
        |id: &String| found(id).is_some_and(|spec| matches!(spec.formula, Formula::Sum { .. }));
    if one.when == Some(SentenceCondition::Full)
        && let Some(id) = one.statistic.as_ref().filter(|id| is_number(id))
    {
        let fault = SentenceFault::NeverFull(id.as_str().into());
        add("when", Problem::Sentence(fault));
    }
    condition(one, add);
    let pieces = match pieces(&one.text) {
        Ok(pieces) => pieces,
        Err(at) => {
            add("text", Problem::Sentence(SentenceFault::Braces(at.into())));
            return;
        }
    };
    for piece in &pieces {
        let Some(id) = piece.statistic() else {
            continue;
        };
        match found(id) {
            None => add("text", unknown(scheme, id)),
            Some(spec) => {
                if !is_of_kind(piece, spec) {
                    add("text", Problem::Sentence(SentenceFault::Kind(id.into())));
                }
            }
        }
    }
    let marks = pieces
        .iter()
        .filter(|one| **one == SentencePiece::FootnoteMark);
    match (&one.footnote, marks.count()) {
        (None, 0) => {}
        (None, _) => add("text", Problem::Sentence(SentenceFault::NoFootnote)),
        (Some(id), marks) => {
            match found(id).map(|spec| &spec.formula) {
                None => add("footnote", dangling(Nameable::Statistic, id, known())),
                Some(Formula::UnitsAtMaximum { .. }) => {}
                Some(_) => {
                    let fault = SentenceFault::FootnoteKind(id.as_str().into());
                    add("footnote", Problem::Sentence(fault));
                }
            }
            if marks != 1 {
                add("footnote", Problem::Sentence(SentenceFault::NoMark));
            }
        }
    }
}

/// A condition speaks of a statistic, and has a number exactly if it compares with one.
fn condition(one: &SentenceSpec, add: &mut dyn FnMut(&str, Problem)) {
    let needs = one.when.is_some_and(SentenceCondition::needs_value);
    if one.when.is_some() && one.statistic.is_none() {
        add("when", Problem::Sentence(SentenceFault::NoStatistic));
    }
    match (needs, one.value) {
        (true, None) => add("value", Problem::MissingKey("value".to_string())),
        (false, Some(_)) => add("value", Problem::Sentence(SentenceFault::NoComparison)),
        _ => {}
    }
}

/// A name that no statistic goes by, with those that are alike; what follows a known one may be mistyped as well.
fn unknown(scheme: &Scheme, id: &str) -> Problem {
    let own = scheme.statistics.iter().map(|spec| spec.id.clone());
    let stem = id.split('.').next().unwrap_or(id);
    let is_known = scheme.statistics.iter().any(|spec| spec.id == stem);
    let more = FIELD_ENDINGS.iter().filter(|_| is_known);
    let more = more.map(|ending| format!("{stem}.{ending}"));
    let plain = PLAIN_FIELDS.iter().map(ToString::to_string);
    let all: Vec<String> = more.chain(plain).chain(own).collect();
    dangling(Nameable::Field, id, all.iter().map(String::as_str))
}

/// Whether a statistic can be said as a field wants it.
fn is_of_kind(piece: &SentencePiece, spec: &StatisticSpec) -> bool {
    let is_units = matches!(spec.formula, Formula::UnitsAtMaximum { .. });
    match piece {
        SentencePiece::Share(_) => is_units || matches!(spec.formula, Formula::ShareYes { .. }),
        SentencePiece::Maximum(_) => is_units,
        _ => true,
    }
}
