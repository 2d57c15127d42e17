//! The biography of a number: every fact of a report that stands behind one unit, criterion, figure or statistic.
//!
//! In: a report, and what is asked about. Out: values that can be printed or written as JSON. Not for: wording, and not for
//! judging: what counts and what it adds up to is the report's.

mod above;
mod criterion;
mod figure;
mod group;
mod listed_unit;
mod statistic;
mod unit;

use crate::base::finding::Finding;
use crate::base::ids::{FigureId, GroupId, UnitId};
use crate::base::text;
use crate::judge::statistics::Statistic;
use crate::result::report::{AboveFacts, CriterionFacts, FigureFacts, GroupFacts, Report, UnitRow};

pub use crate::result::trace::above::AboveTrace;
pub use crate::result::trace::criterion::{CriterionTrace, GroupSum, SumsAbove};
pub use crate::result::trace::figure::{FigureTrace, StatisticName, Unusable};
pub use crate::result::trace::group::GroupTrace;
pub use crate::result::trace::listed_unit::{ListedPart, ListedResult, ListedTrace};
pub use crate::result::trace::statistic::{
    Amount, Contribution, LeftOut, LeftOutBecause, StatisticTrace,
};
pub use crate::result::trace::unit::{FileTrace, GroupPart, OpenCriterion, UnitResult, UnitTrace};

/// What can be asked about besides a whole unit.
#[derive(Clone, Copy, Debug)]
pub enum TraceTarget<'r> {
    /// A criterion and its group.
    Criterion(&'r GroupFacts, &'r CriterionFacts),
    /// A criterion that takes its points from those below it, and its group.
    Above(&'r GroupFacts, &'r AboveFacts),
    /// A group.
    Group(&'r GroupFacts),
    /// A figure and its criterion.
    Figure(&'r CriterionFacts, &'r FigureFacts),
    /// A statistic.
    Statistic(&'r Statistic),
}

/// What an id stands for. Of two things with one id the criterion goes before the group, this before the figure, and the figure before
/// the statistic; `group:ID`, `figure:ID` and `statistic:ID` say which is meant.
///
/// # Errors
/// The ids most like it, where nothing has it.
pub fn target<'r>(report: &'r Report, id: &str) -> Result<TraceTarget<'r>, Vec<String>> {
    let (kind, plain) = id.split_once(':').unwrap_or(("", id));
    let is_asked = |one: &str| kind.is_empty() || kind == one;
    let same = |other: &str| other.eq_ignore_ascii_case(plain.trim());
    let criterion = || criteria(report).find(|(_, one)| kind.is_empty() && same(&one.id.0));
    let figure = || figures(report).find(|(_, one)| is_asked("figure") && same(&one.id.0));
    let statistic = || {
        let mut all = report.statistics.iter();
        all.find(|one| is_asked("statistic") && same(&one.id))
    };
    if let Some((group, criterion)) = criterion() {
        return Ok(TraceTarget::Criterion(group, criterion));
    }
    let mut above = report.groups.iter().flat_map(|group| {
        let above = group.above.iter();
        above.map(move |one| (group, one))
    });
    let mut above = || above.find(|(_, one)| kind.is_empty() && same(&one.id.0));
    if let Some((group, above)) = above() {
        return Ok(TraceTarget::Above(group, above));
    }
    let mut groups = report.groups.iter();
    if let Some(group) = groups.find(|one| is_asked("group") && same(&one.id.0)) {
        return Ok(TraceTarget::Group(group));
    }
    if let Some((criterion, figure)) = figure() {
        return Ok(TraceTarget::Figure(criterion, figure));
    }
    if let Some(statistic) = statistic() {
        return Ok(TraceTarget::Statistic(statistic));
    }
    let ids = criteria(report)
        .map(|(_, one)| one.id.0.as_str())
        .chain(figures(report).map(|(_, one)| one.id.0.as_str()))
        .chain(report.statistics.iter().map(|one| one.id.as_str()));
    let nearest = text::nearest(plain, ids);
    Err(nearest.into_iter().map(str::to_string).collect())
}

/// All criteria with their groups.
fn criteria(report: &Report) -> impl Iterator<Item = (&GroupFacts, &CriterionFacts)> {
    let groups = report.groups.iter();
    groups.flat_map(|group| group.criteria.iter().map(move |one| (group, one)))
}

/// All figures with their criteria.
fn figures(report: &Report) -> impl Iterator<Item = (&CriterionFacts, &FigureFacts)> {
    criteria(report).flat_map(|(_, one)| one.figures.iter().map(move |figure| (one, figure)))
}

/// A figure by its id.
fn figure_facts<'r>(
    report: &'r Report,
    id: &FigureId,
) -> Option<(&'r CriterionFacts, &'r FigureFacts)> {
    figures(report).find(|(_, figure)| figure.id == *id)
}

/// The row of a unit in the result.
pub fn row<'r>(report: &'r Report, unit: &UnitId) -> Option<&'r UnitRow> {
    report.level(&unit.level)?.row(unit)
}

/// The statistics that use one of these figures, or are about the maximum of this group; those of the unit's level only.
fn feeds(
    report: &Report,
    unit: &UnitId,
    figures: &[&FigureId],
    group: Option<&GroupId>,
) -> Vec<StatisticName> {
    let uses = |one: &&Statistic| {
        let basis = &one.basis;
        let own = basis.figures.iter().chain(&basis.of);
        let of_level = basis
            .level
            .as_ref()
            .is_none_or(|level| *level == unit.level);
        let of_group = basis.group.is_some() && basis.group.as_ref() == group;
        of_level && (of_group || own.clone().any(|figure| figures.contains(&figure)))
    };
    let name = |one: &Statistic| StatisticName {
        id: one.id.clone(),
        name: one.name.clone(),
        left_out: one.left_out.contains(unit),
    };
    report.statistics.iter().filter(uses).map(name).collect()
}

/// The findings about a whole file's texts, which bear on every number in it.
fn is_about_all_texts(finding: &Finding) -> bool {
    finding.rule == &crate::base::rules::layout::OLD_ENCODING
}
