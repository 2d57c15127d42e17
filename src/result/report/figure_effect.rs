//! What follows from a figure of a unit: which statistics, and which points.
//!
//! In: a report and a question about a figure. Out: what could change with it. Not for: what is asked.

use crate::base::finding::Effect;
use crate::base::ids::CriterionId;
use crate::base::points::{Most, Points};
use crate::base::rules::figures as rules;
use crate::campaign::decisions::{DecisionSubject, QuestionId};
use crate::judge::score::{CountedBy, CountsInstead};
use crate::result::report::{CriterionFacts, PossibleChange, Report};

/// What follows from a figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FigureEffect<'r> {
    /// Scores that are computed by it.
    pub scores: Vec<FigureScore<'r>>,
    /// Criteria whose claims are held against what it gives.
    pub compared: Vec<&'r CriterionId>,
    /// Figures that it is held against, which may be what is wrong, in words by which they are chosen: of a part its whole.
    pub beside: Vec<String>,
    /// The names of the statistics that it goes into.
    pub statistics: Vec<&'r str>,
}

/// A score that is computed by a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureScore<'r> {
    /// Of which criterion.
    pub criterion: &'r CriterionFacts,
    /// What counts now, in points of the total.
    pub counted: Option<Points>,
    /// The fewest and the most points of the total that it can bring.
    pub range: (Points, Most),
    /// What these could change.
    pub change: Option<PossibleChange>,
}

impl Report {
    /// What follows from the figure that a question is about; nothing where it is about none.
    pub fn figure_effect(&self, id: &QuestionId) -> Option<FigureEffect<'_>> {
        let (DecisionSubject::Figure(figure), Some(unit)) = (&id.subject, &id.unit) else {
            return None;
        };
        let level = self.level(&unit.level)?;
        let row = level.row(unit)?;
        let mut effect = FigureEffect::default();
        for group in &self.groups {
            let uses = |one: &&CriterionFacts| one.rule.figures().contains(&figure);
            for criterion in group.criteria.iter().filter(uses) {
                let score = row.score.criteria.get(&criterion.id);
                let Some(score) = score.filter(|score| !score.exempt) else {
                    continue;
                };
                let counts = [CountedBy::Figures, CountedBy::Open].contains(&score.counted_by());
                if !counts || score.basis != Some(CountsInstead::Figures) {
                    effect.compared.push(&criterion.id);
                    continue;
                }
                let most = criterion.maximum.get(&level.id).copied();
                let range = (criterion.minimum, most.unwrap_or_default());
                let at_stake = Effect {
                    counted: score.counted,
                    lowest: range.0,
                    highest: range.1,
                    changes_grade: false,
                    changes_rank: false,
                };
                effect.scores.push(FigureScore {
                    criterion,
                    counted: score.counted,
                    range,
                    change: self.changed(unit, Some(group), &at_stake),
                });
            }
        }
        let statistics = self.statistics.iter().filter(|one| {
            let is_here = one.basis.level.as_ref().is_none_or(|of| *of == level.id);
            is_here
                && [&one.basis.figures, &one.basis.of]
                    .iter()
                    .any(|of| of.contains(figure))
        });
        effect.beside = self.beside(id);
        effect.statistics = statistics.map(|one| one.name.as_str()).collect();
        Some(effect)
    }

    /// The other figures of the ratios of a figure that does not go with its part or its whole.
    fn beside(&self, id: &QuestionId) -> Vec<String> {
        let DecisionSubject::Figure(figure) = &id.subject else {
            return Vec::new();
        };
        if ![
            rules::NUMERATOR_TOO_LARGE.code,
            rules::DENOMINATOR_ZERO.code,
        ]
        .contains(&&*id.code)
        {
            return Vec::new();
        }
        let criteria = self.groups.iter().flat_map(|group| &group.criteria);
        let figures = criteria.map(|one| one.rule.figures());
        let others = figures.filter(|figures| figures.contains(&figure));
        let mut words: Vec<String> = Vec::new();
        for other in others.flatten().filter(|other| *other != figure) {
            let subject = DecisionSubject::Figure(other.clone());
            let about = self.question_about(&QuestionId {
                subject,
                ..id.clone()
            });
            if !words.contains(&about) {
                words.push(about);
            }
        }
        words
    }
}
