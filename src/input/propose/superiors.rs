//! Which line of a letterhead is the unit's own.
//!
//! In: the texts above the tables of a form. Out: the lines that name offices, those below each other together. The authority stands
//! above, the unit's own name below it. Not for: what other forms say.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::text;
use crate::campaign::units::offices::{UnitTier, kind_of, sentence};
use crate::campaign::units::superior::{
    LowerLine, are_equals, is_bare_part, is_office, lower_line, stands_below, with_place,
};
use crate::input::propose::cover_text::CoverText;

/// Lines of one letterhead, from above.
pub(super) type HeadLines<'c> = Vec<&'c CoverText>;

/// The letterheads of a form without the authority, in order.
pub(super) fn letterheads<'c>(
    texts: &'c [CoverText],
    authority: Option<&str>,
) -> Vec<HeadLines<'c>> {
    let is_line = |one: &&CoverText| {
        let is_named = is_office(&one.text, &one.key) || is_bare_part(&one.key);
        Some(one.key.as_str()) != authority && is_named
    };
    let mut all: Vec<HeadLines<'_>> = Vec::new();
    for one in texts.iter().filter(is_line) {
        let is_above =
            |lines: &&mut HeadLines<'_>| lines.last().is_some_and(|last| is_next(last, one));
        let Some(lines) = all.iter_mut().find(is_above) else {
            // Below the authority these are words of its own, and no name.
            if !is_bare_part(&one.key) {
                all.push(vec![one]);
            }
            continue;
        };
        let last = lines.last().map_or("", |last| last.key.as_str());
        if are_equals(last, &one.key) {
            all.push(vec![one]);
        } else if lower_line(last, &one.key) != LowerLine::Place {
            lines.push(one);
        }
    }
    all
}

fn is_next(above: &CoverText, one: &CoverText) -> bool {
    above.sheet == one.sheet && (above.at == one.at || stands_below(above.at, one.at))
}

/// By what the lowest line of a letterhead is told from those of other forms: a commune's, or that of a part of an office, by the line
/// above it as well, because several of one name stand below several offices.
pub(super) fn lowest_key(lines: &[&CoverText]) -> String {
    let own = lines.last().map_or("", |line| line.key.as_str());
    let above = lines.iter().rev().nth(1);
    let needs_above = |above: &&&CoverText| {
        kind_of(own) == Some(UnitTier::Commune) || lower_line(&above.key, own) == LowerLine::Staff
    };
    match above.filter(needs_above) {
        Some(above) => format!("{own} {}", above.key),
        None => own.to_string(),
    }
}

/// What stands below what in the letterheads of all forms.
#[derive(Debug, Default)]
pub(super) struct Superiors {
    above: BTreeMap<String, BTreeSet<String>>,
    below: BTreeMap<String, BTreeSet<String>>,
    /// Lines that stand below the authority, or alone: offices that write themselves.
    tops: BTreeSet<String>,
    /// How many forms have a part of an office as their lowest line.
    parts: usize,
}

impl Superiors {
    /// Takes a unit's own line, and the one above it.
    pub(super) fn take(&mut self, upper: &CoverText, own: &CoverText) {
        let above = self.above.entry(own.key.clone()).or_default();
        above.insert(upper.key.clone());
        let below = self.below.entry(upper.key.clone()).or_default();
        below.insert(own.key.clone());
        self.parts += usize::from(lower_line(&upper.key, &own.key) == LowerLine::Staff);
    }

    /// Takes a unit's own line that no other office stands above.
    pub(super) fn take_top(&mut self, own: &CoverText) {
        self.tops.insert(own.key.clone());
    }

    /// Whether the forms that a part of an office fills in are those of offices: each has one such part, and writes nothing itself.
    fn writes_for(&self, upper: &CoverText) -> bool {
        let mut below = self.below.iter();
        let is_alone = below.all(|(upper, below)| {
            let mut parts = below.iter();
            let has_staff = parts.any(|own| lower_line(upper, own) == LowerLine::Staff);
            below.len() == 1 || !has_staff
        });
        is_alone && !self.tops.contains(&upper.key)
    }

    /// The part of an office that writes for it, where that is not what most of so many forms have.
    pub(super) fn part<'c>(
        &self,
        upper: &CoverText,
        own: &'c CoverText,
        forms: usize,
    ) -> Option<&'c CoverText> {
        let is_part = lower_line(&upper.key, &own.key) == LowerLine::Staff;
        let is_left_out = || self.unit(upper, own).key == upper.key;
        (is_part && self.parts * 2 < forms && is_left_out()).then_some(own)
    }

    /// Whether a line above is a district, and parts of another one have forms as well.
    fn is_of_several_districts(&self, upper: &CoverText) -> bool {
        let is_district = |key: &str| kind_of(key) == Some(UnitTier::District);
        let has_staff = |upper: &str, below: &BTreeSet<String>| {
            let mut below = below.iter();
            below.any(|own| lower_line(upper, own) == LowerLine::Staff)
        };
        let mut others = self.below.iter();
        is_district(&upper.key)
            && others
                .any(|(key, below)| *key != upper.key && is_district(key) && has_staff(key, below))
    }

    /// The unit of a form, where the same line stands below several: with the line above it; or that line alone, where each of these
    /// has one part only that writes for it. A part of one of several districts has the district's name too: the same part of another,
    /// whose form comes later, is another unit.
    pub(super) fn unit(&self, upper: &CoverText, own: &CoverText) -> CoverText {
        let is_staff = lower_line(&upper.key, &own.key) == LowerLine::Staff;
        let several = self.above.get(&own.key).filter(|above| above.len() > 1);
        let has_one = |upper: &String| self.below.get(upper).is_none_or(|below| below.len() == 1);
        // The office itself, where nobody else of it writes.
        let is_bare = is_bare_part(&own.key);
        if is_bare && has_one(&upper.key) {
            return upper.clone();
        }
        match several {
            Some(above) if is_staff && above.iter().all(has_one) => return upper.clone(),
            None if is_staff && self.writes_for(upper) => return upper.clone(),
            None if is_bare && !self.is_of_several_districts(upper) => {
                return CoverText {
                    text: sentence(&own.text),
                    ..own.clone()
                };
            }
            None if !(is_staff && self.is_of_several_districts(upper)) => return own.clone(),
            _ => {}
        }
        let both = with_place(&own.text, &upper.text);
        CoverText {
            key: text::key(&both),
            text: both,
            ..own.clone()
        }
    }
}
