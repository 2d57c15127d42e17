//! What a cell is about, as findings name it.
//!
//! In: a row of the form. Out: its words, once there is a finding. Not for: values.

use crate::base::finding::About;
use crate::base::ids::{CriterionId, GroupId};
use crate::campaign::scheme::{Criterion, FigureSpec, Scheme};
use crate::input::seen::NumberMeaning;
use crate::input::submission::SumOf;

/// What a cell is about; put into words only for a finding.
#[derive(Clone, Copy)]
pub(super) enum Subject<'a> {
    /// The score of a criterion.
    Criterion(&'a Criterion),
    /// A figure of a criterion.
    Figure(&'a Criterion, &'a FigureSpec),
    /// A sum.
    Sum(&'a SumOf),
}

impl Subject<'_> {
    /// As findings name it.
    pub(super) fn about(self, scheme: &Scheme) -> About {
        match self {
            Subject::Criterion(criterion) => About::Row(criterion.label()),
            Subject::Figure(criterion, figure) => About::Row(figure_label(criterion, figure)),
            Subject::Sum(SumOf::Total) => About::Total,
            Subject::Sum(SumOf::Groups(ids)) => About::Row(groups_label(ids)),
            Subject::Sum(SumOf::Criterion(id)) => About::Row(id.0.to_string()),
            Subject::Sum(SumOf::Group(id)) => {
                let group = scheme.group(id);
                let name = group.map(|group| group.name.clone()).unwrap_or_default();
                About::Group(id.clone(), name)
            }
        }
    }

    /// What a number in its cell is.
    pub(super) fn meant(self) -> NumberMeaning {
        match self {
            Subject::Criterion(_) => NumberMeaning::Points,
            Subject::Figure(..) => NumberMeaning::Figure,
            Subject::Sum(_) => NumberMeaning::Sum,
        }
    }

    /// The criterion whose score it is.
    pub(super) fn criterion(self) -> Option<CriterionId> {
        match self {
            Subject::Criterion(criterion) => Some(criterion.id.clone()),
            Subject::Figure(..) | Subject::Sum(_) => None,
        }
    }
}

/// The codes of groups that are added up.
pub fn groups_label(ids: &[GroupId]) -> String {
    let codes: Vec<&str> = ids.iter().map(|id| &*id.0).collect();
    codes.join(" + ")
}

/// Code, criterion and figure, as findings name it.
pub fn figure_label(criterion: &Criterion, figure: &FigureSpec) -> String {
    match &figure.name {
        Some(name) => format!("{} – {name}", criterion.id),
        None => criterion.label(),
    }
}
