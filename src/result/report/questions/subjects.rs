//! What a finding is about, as something that can be decided.
//!
//! In: a finding of a unit in the result. Out: criteria, a figure, a sum; nothing where it touches none of these. Not for: what can be
//! decided of them.

use std::collections::HashMap;

use crate::base::finding::{About, Fact, Finding};
use crate::base::ids::{CriterionId, FigureId};
use crate::base::rules::{Bearing, Severity, evidence, practice};
use crate::campaign::decisions::DecisionSubject;
use crate::result::report::{Report, UnitRow, ValueSource};

/// What findings call criteria, figures and sums of criteria.
pub(super) struct Subjects {
    labels: HashMap<String, DecisionSubject>,
}

/// Whether a finding asks anything at all: what is settled does not, nor does a note, nor what is the campaign's.
pub(super) fn asks(finding: &Finding) -> bool {
    let is_of_values = matches!(finding.rule.bearing, Bearing::Own | Bearing::Unread);
    is_of_values && finding.severity() > Severity::Info
}

impl Subjects {
    pub(super) fn new(report: &Report) -> Self {
        let mut labels = HashMap::new();
        for group in &report.groups {
            for one in &group.criteria {
                let label = format!("{} ({})", one.id, one.name);
                labels.insert(label, DecisionSubject::Criterion(one.id.clone()));
                for figure in &one.figures {
                    let label = format!("{} – {}", one.id, figure.name);
                    labels.insert(label, DecisionSubject::Figure(figure.id.clone()));
                }
            }
            for one in &group.above {
                let subject = || DecisionSubject::Criterion(one.id.clone());
                labels.insert(format!("{} ({})", one.id, one.name), subject());
                labels.insert(one.id.0.to_string(), subject());
            }
        }
        Subjects { labels }
    }

    /// What is to be decided of a finding of a unit.
    pub(super) fn of(&self, finding: &Finding, row: &UnitRow) -> Vec<DecisionSubject> {
        if !finding.criteria.is_empty() {
            let criteria = finding.criteria.iter().cloned();
            return criteria.map(DecisionSubject::Criterion).collect();
        }
        // Scores without evidence are named together.
        if let (Some(Fact::Names(names)), true) =
            (&finding.expected, finding.rule == &evidence::NO_EVIDENCE)
        {
            let criteria = names.iter().map(|id| CriterionId::from(id.clone()));
            return criteria.map(DecisionSubject::Criterion).collect();
        }
        let is_number = matches!(finding.found, Some(Fact::Number(_)));
        let one = match &finding.about {
            Some(About::Total) if is_number && finding.rule != &practice::NEAR_LIMIT => {
                Some(DecisionSubject::Total)
            }
            Some(About::Group(id, _)) if is_number => Some(DecisionSubject::Group(id.clone())),
            Some(About::Row(label)) => {
                let figure = figure_at(finding, row).map(DecisionSubject::Figure);
                figure
                    .or_else(|| self.labels.get(label).cloned())
                    .or_else(|| criterion_at(finding, row).map(DecisionSubject::Criterion))
            }
            _ => None,
        };
        one.into_iter().collect()
    }
}

/// The figure in whose cell a finding is.
fn figure_at(finding: &Finding, row: &UnitRow) -> Option<FigureId> {
    let is_score = row.sources.values().any(|source| is_at(finding, source));
    let figure = || {
        row.figures
            .iter()
            .find(|(_, one)| is_at(finding, &one.source))
    };
    let figure = if is_score { None } else { figure() };
    figure.map(|(id, _)| id.clone())
}

/// The criterion in whose cell of a score a finding is.
fn criterion_at(finding: &Finding, row: &UnitRow) -> Option<CriterionId> {
    let is_here = |source: &ValueSource| {
        let appraised = source.appraised.as_deref();
        is_at(finding, source) || appraised.is_some_and(|one| is_at(finding, one))
    };
    let mut sources = row.sources.iter();
    let found = sources.find(|(_, source)| is_here(source));
    found.map(|(id, _)| id.clone())
}

fn is_at(finding: &Finding, source: &ValueSource) -> bool {
    let place = source.origin.place();
    place.cell.is_some() && place.cell == finding.place.cell && place.sheet == finding.place.sheet
}
