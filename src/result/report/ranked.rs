//! The rows of one level: ranked, graded, with what can change a grade or a place marked.
//!
//! In: the judged forms of a level. Out: its rows in their order, each made of its form, and what is left of the forms. Not for:
//! judging, and what is said of several levels.

use std::collections::HashMap;

use rayon::prelude::*;

use crate::base::finding::Finding;
use crate::base::ids::{FigureId, LevelId, UnitId};
use crate::base::points::Most;
use crate::campaign::scheme::Scheme;
use crate::campaign::units::Registry;
use crate::judge::rank::{self, BoundedTotal, Field};
use crate::result::report::judge::Judged;
use crate::result::report::spread::{group_of, weight};
use crate::result::report::{UnitRow, change, rows};

/// What is left of the forms that count once their rows are made.
#[derive(Default)]
pub(super) struct FormsLeft {
    /// What was found of them.
    pub(super) findings: Vec<Finding>,
    /// Figures of units that contradict each other.
    pub(super) contradicted: HashMap<UnitId, Vec<FigureId>>,
}

/// Ranks and grades a level, and marks the findings that can change a grade or a place. Each form goes into its row.
pub(super) fn rank_level(
    (scheme, level): (&Scheme, &LevelId),
    registry: &Registry,
    mut judged: Vec<Judged>,
    left: &mut FormsLeft,
) -> Vec<UnitRow> {
    let standings: Vec<BoundedTotal> = judged.iter().map(|one| one.verdict.standing).collect();
    let ranks = rank::rank(&standings);
    let field = Field::new(&standings);
    judged
        .par_iter_mut()
        .for_each(|one| mark_effects(one, (scheme, level), &field));
    // Rows take the room of the forms that they are made of only where the same threads make both.
    let made: Vec<(UnitRow, Vec<Finding>, Vec<FigureId>)> = judged
        .into_par_iter()
        .zip(ranks)
        .map(|(one, rank)| {
            let Judged {
                submission,
                verdict,
            } = one;
            let [lowest, _, highest] = verdict.score.ends(scheme, level);
            let open = (&lowest, &highest);
            let grading = rank::grade((scheme, level), &verdict.prospect, open);
            let mut row = rows::unit_row(registry, submission, verdict.score, rank, grading);
            // One range: what the total can come to, and the places and grades beside it.
            row.score.lowest = verdict.standing.lowest;
            row.score.highest = verdict.standing.highest;
            row.own_sum = Some(verdict.own_sum);
            (row.own_total, row.own_total_share) = verdict.own_total;
            rows::mark_contradicted(&mut row, &verdict.contradicted);
            (row, verdict.findings, verdict.contradicted)
        })
        .collect();
    let mut rows = Vec::with_capacity(made.len());
    for (row, findings, contradicted) in made {
        if !contradicted.is_empty() {
            left.contradicted.insert(row.unit.clone(), contradicted);
        }
        left.findings.extend(findings);
        rows.push(row);
    }
    rows.sort_by_key(|row| (row.rank.place, row.order));
    rows
}

/// Marks the findings of a form that can change its grade or its place.
fn mark_effects(one: &mut Judged, (scheme, level): (&Scheme, &LevelId), field: &Field) {
    let (total, standing) = (one.verdict.score.total, one.verdict.standing);
    let now = one.verdict.prospect.now.clone();
    let here = (
        scheme.grade(level, &now).to_string(),
        field.place_with(&standing, total.into()),
    );
    let verdict = &mut one.verdict;
    for finding in &mut verdict.findings {
        let weight = weight(scheme, &verdict.score, finding);
        let group = group_of(scheme, finding).map(|group| group.id.clone());
        let Some(effect) = finding.effect.as_mut() else {
            continue;
        };
        let (down, up) = effect.shift(weight);
        let ends = [Most::Points(total + down), up + total];
        effect.changes_grade = change::ends(&now, group.as_ref(), effect, weight)
            .iter()
            .any(|end| scheme.grade(level, end) != here.0);
        effect.changes_rank = ends
            .iter()
            .any(|end| field.place_with(&standing, *end) != here.1);
    }
}
