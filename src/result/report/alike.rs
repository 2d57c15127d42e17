//! What nearly all forms have alike is the campaign's: each such finding says of how many forms the same is true.
//!
//! In: the findings, and the units in the result with the files that count. Out: the same findings, marked; nothing is left out, as each
//! stands for a place of its own. Not for: lists, which tell them together (`told_together`).

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::base::finding::{About, Fact, Finding};
use crate::base::ids::{LevelId, UnitId};
use crate::base::lang::Lang;
use crate::base::rules::{Bearing, evidence, formulas, layout, practice, totals};
use crate::base::text;
use crate::result::report::{LevelResult, Report};

/// The fewest forms that make a habit of it.
pub(super) const FEWEST: usize = 3;
/// How many of so many forms have to be alike: four of five.
const NEARLY_ALL: (usize, usize) = (4, 5);

/// Rules whose criteria and values are each unit's own, though all do the same: no evidence, no reason, no stored results.
const OWN_PLACES: [&str; 4] = [
    evidence::NO_EVIDENCE.code,
    evidence::APPRAISED_WITHOUT_REASON.code,
    evidence::APPRAISED_IN_PART.code,
    formulas::CALCULATED.code,
];

/// Rules about sums that the units state.
const SUMS: [&str; 4] = [
    totals::TOTAL_MISMATCH.code,
    totals::GROUP_SUM_MISMATCH.code,
    totals::CLAIMS_COME_TO_OTHER.code,
    practice::BONUS_LEFT_OUT.code,
];

/// The files that count, by unit.
type CountedFiles<'r> = HashMap<&'r UnitId, &'r str>;

/// Marks what nearly all forms that count have alike: all of them, or else those of a level.
pub(super) fn mark(findings: &mut [Finding], levels: &[LevelResult]) {
    let rows = || levels.iter().flat_map(|level| &level.rows);
    let files: CountedFiles<'_> = rows().map(|row| (&row.unit, &*row.file)).collect();
    let of_level = |id: &LevelId| levels.iter().find(|one| one.id == *id);
    let in_level = |id: &LevelId| of_level(id).map_or(0, |level| level.rows.len());
    let mut alike: BTreeMap<LikenessKey, BTreeMap<LevelId, BTreeSet<String>>> = BTreeMap::new();
    for finding in &*findings {
        if let Some((key, level, file)) = counted(finding, &files) {
            let levels = alike.entry(key).or_default();
            let of_level = levels.entry(level.clone()).or_default();
            if !of_level.contains(file) {
                of_level.insert(file.to_string());
            }
        }
    }
    for finding in findings {
        // What is settled may be a copy of one that was marked; it is for itself.
        finding.forms = None;
        if finding.settled.is_some() {
            continue;
        }
        let Some((key, level, _)) = counted(finding, &files) else {
            continue;
        };
        let Some(forms) = alike.get(&key) else {
            continue;
        };
        let all = (forms.values().map(BTreeSet::len).sum(), files.len());
        let here = (forms.get(level).map_or(0, BTreeSet::len), in_level(level));
        finding.forms = [all, here]
            .into_iter()
            .find(|counts| are_nearly_all(*counts));
    }
}

fn are_nearly_all((some, all): (usize, usize)) -> bool {
    some >= FEWEST && some * NEARLY_ALL.1 >= all * NEARLY_ALL.0
}

/// What a finding about a form that counts has in common with others, the level and the file.
fn counted<'f>(
    finding: &'f Finding,
    files: &CountedFiles<'_>,
) -> Option<(LikenessKey, &'f LevelId, &'f str)> {
    let (unit, file) = (finding.place.unit.as_ref()?, finding.place.file.as_deref()?);
    let counts = files.get(unit) == Some(&file);
    // What is decided of some does not make the others any less alike.
    let key = likeness(finding).filter(|_| counts)?;
    Some((key, &unit.level, file))
}

/// The code of a rule, and what is the same in all such findings.
pub(super) type LikenessKey = (&'static str, String);

/// What findings have in common that are alike; `None` for those that are each for itself.
fn likeness(finding: &Finding) -> Option<LikenessKey> {
    let bearing = finding.rule.bearing;
    let is_of_forms = matches!(bearing, Bearing::Own | Bearing::Unread | Bearing::Shared);
    if !is_of_forms || finding.by_decided_figures {
        return None;
    }
    let told = match (&finding.found, &finding.expected) {
        (Some(Fact::More(_)), _) => "+".to_string(),
        _ if OWN_PLACES.contains(&finding.rule.code) => String::new(),
        (Some(Fact::NumberIn(_, column)), _) if bearing == Bearing::Shared => {
            text::key(heading_of(column))
        }
        // Which headings there are instead may be each unit's own: the table is the same.
        _ if finding.rule == &layout::SCORE_COLUMN_MISSING => {
            text::key(finding.place.sheet.as_deref().unwrap_or_default())
        }
        // What a unit wrote in a cell alone is its own, though others wrote the same elsewhere.
        (Some(Fact::Number(_)), _) if bearing == Bearing::Shared => return None,
        (found, expected) if bearing == Bearing::Shared => format!("{found:?} {expected:?}"),
        // Sums that each unit added up wrongly are alike only where all are off by as much.
        _ if SUMS.contains(&finding.rule.code) => {
            format!(
                "{} {}",
                finding.about_shown(Lang::En),
                finding.difference(Lang::En)
            )
        }
        (found, expected) => match &finding.about {
            // What was found there may be each unit's own.
            Some(About::Row(row)) => format!("row {row}"),
            Some(About::Group(id, _)) => format!("group {id}"),
            Some(About::Total) => "total".to_string(),
            Some(About::Parts) => "parts".to_string(),
            None => [found, expected]
                .map(|fact| without_number(fact.as_ref()))
                .join(" "),
        },
    };
    Some((finding.rule.code, told))
}

/// What a finding says, in the words that are the same where findings say the same: all headings of a table in which the scores are not found
/// are each form's own, and say nothing of its own.
pub(super) fn said(finding: &Finding) -> String {
    if finding.rule == &layout::SCORE_COLUMN_MISSING {
        return String::new();
    }
    finding.message(Lang::Vi)
}

/// What a column is called, without its letters: it stands elsewhere in forms with a column more. A column without a heading has its letters.
pub(super) fn heading_of(column: &str) -> &str {
    let is_letters = |letters: &str| letters.chars().all(|c| c.is_ascii_uppercase());
    match column.split_once(' ') {
        Some((letters, heading)) if is_letters(letters) => heading,
        _ => column,
    }
}

/// A fact as far as it is no number: numbers are each unit's own.
fn without_number(fact: Option<&Fact>) -> String {
    match fact {
        Some(
            Fact::Number(_)
            | Fact::NumberIn(..)
            | Fact::Numbers(_)
            | Fact::Range(..)
            | Fact::AtLeast(_)
            | Fact::Percent(_)
            | Fact::Amount(..)
            | Fact::OutOf(..),
        ) => "#".to_string(),
        other => format!("{other:?}"),
    }
}

/// What nearly all forms, or those of one level, have alike: what is the same, of how many forms, and the level where it is of one.
pub(super) type FormHabit<'r> = (LikenessKey, (usize, usize), Option<&'r LevelId>);

impl Report {
    /// What a finding has alike with nearly all others; `None` where it is for itself.
    pub(super) fn habit<'r>(&self, finding: &'r Finding) -> Option<FormHabit<'r>> {
        let forms = finding.forms.filter(|_| finding.settled.is_none())?;
        let received: usize = self.levels.iter().map(|level| level.rows.len()).sum();
        let level = finding.place.unit.as_ref().map(|unit| &unit.level);
        Some((
            likeness(finding)?,
            forms,
            level.filter(|_| forms.1 != received),
        ))
    }

    /// How many traits findings tell of: what is alike is one, however many forms have it.
    pub fn traits(&self, findings: &[&Finding]) -> usize {
        let habits = findings.iter().filter_map(|one| self.habit(one));
        habits.collect::<BTreeSet<_>>().len()
    }

    /// The findings that sums count: what the forms have alike and no unit has to mend, once for the campaign, as it leaves nothing open
    /// of any; every other one of itself.
    pub fn counted_findings(&self) -> impl Iterator<Item = &Finding> {
        let mut told = BTreeSet::new();
        self.findings.iter().filter(move |finding| {
            !finding.is_of_campaign() || self.habit(finding).is_none_or(|habit| told.insert(habit))
        })
    }
}
