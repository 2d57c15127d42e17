//! Figures as rules and statistics use them.
//!
//! In: the figures of one unit, as they were read, as somebody decided, or as a report holds them. Out: numbers, answers and pairs; nothing where a
//! figure is missing or makes no sense. Not for: what they give.

use crate::base::cell::{CellValue, Reading};
use crate::base::ids::{ById, FigureId};
use crate::base::points::Decimal;
use crate::campaign::decisions::{DecidedFigure, DecidedValue};
use crate::campaign::scheme::{FigureKind, Scheme};
use crate::input::submission::{Figure, Found, Submission};

/// The figures of a unit.
pub trait Figures {
    /// What a figure says, where it was understood.
    fn figure(&self, id: &FigureId) -> Option<&Figure>;

    /// The number of a figure. Fewer than none cannot be.
    fn number(&self, id: &FigureId) -> Option<Decimal> {
        match self.figure(id)? {
            Figure::Number(value) if *value >= Decimal::ZERO => Some(*value),
            Figure::Number(_) | Figure::Yes(_) | Figure::Choice(_) => None,
        }
    }

    /// Whether a figure says yes, or is a number above zero.
    fn says_yes(&self, id: &FigureId) -> Option<bool> {
        match self.figure(id)? {
            Figure::Yes(answer) => Some(*answer),
            Figure::Number(_) | Figure::Choice(_) => Some(self.number(id)? > Decimal::ZERO),
        }
    }

    /// The option that is chosen in a figure.
    fn chosen(&self, id: &FigureId) -> Option<&str> {
        match self.figure(id)? {
            Figure::Choice(name) => Some(name),
            Figure::Number(_) | Figure::Yes(_) => None,
        }
    }

    /// Part and whole of a ratio that makes sense.
    fn parts(&self, part: &FigureId, whole: &FigureId) -> Option<(Decimal, Decimal)> {
        sensible(self.number(part), self.number(whole))
    }
}

impl Figures for ById<FigureId, Found<Figure>> {
    fn figure(&self, id: &FigureId) -> Option<&Figure> {
        self.get(id)?.value.value()
    }
}

/// Lets decided figures count in place of those of the form. Where they stand, and what is written there, stays; a figure that the form
/// does not have stands where it was decided.
pub fn decide(submission: &mut Submission, scheme: &Scheme, decided: &[(FigureId, DecidedFigure)]) {
    for (id, one) in decided {
        let kind = scheme.figure(id).map(|(_, spec)| spec.kind);
        let figure = |value: &DecidedValue| match (value, kind) {
            (DecidedValue::Chosen { option }, _) => Figure::Choice(option.clone()),
            (DecidedValue::Number(value), Some(FigureKind::YesNo)) => Figure::Yes(!value.is_zero()),
            (DecidedValue::Number(value), _) => Figure::Number(*value),
        };
        // What is left out is not blank: nothing more is asked of it.
        let value = one.value.as_ref().map(figure);
        let value = value.map_or(Reading::Unreadable, Reading::Value);
        if let Some(found) = submission.figures.get_mut(id) {
            found.value = value;
            continue;
        }
        let found = Found {
            value,
            origin: one.origin.clone(),
            written: CellValue::Text(String::new()),
            steps: Vec::new(),
            row: None,
        };
        submission.figures.insert(id.clone(), found);
    }
}

/// Part and whole, where the whole is not 0 and the part not above it.
pub(super) fn sensible(
    part: Option<Decimal>,
    whole: Option<Decimal>,
) -> Option<(Decimal, Decimal)> {
    let both = part.zip(whole);
    both.filter(|(part, whole)| *whole > Decimal::ZERO && part <= whole)
}

/// The figures of pairs that contradict each other: a part above its whole. At least one of the two is wrong and nobody can
/// say which, so no statistic uses either.
pub fn contradicted(scheme: &Scheme, figures: &impl Figures) -> Vec<FigureId> {
    let mut contradicted = Vec::new();
    for (part, whole) in scheme.ratios() {
        if let (Some(small), Some(large)) = (figures.number(part), figures.number(whole))
            && small > large
        {
            contradicted.extend([part.clone(), whole.clone()]);
        }
    }
    contradicted
}
