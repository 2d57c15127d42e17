//! One criterion of one unit: from its cell to the total.

use serde::Serialize;

use crate::base::finding::Finding;
use crate::base::ids::{CriterionId, FigureId, GroupId, UnitId};
use crate::base::points::{Most, Points};
use crate::campaign::scheme::ScoringRule;
use crate::judge::score::rule::{Scale, Working, evaluate};
use crate::judge::score::{CountedBy, CriterionScore, Subtotal};
use crate::result::margins::Yardstick;
use crate::result::report::{AboveFacts, CriterionFacts, GroupFacts, Report, UnitRow, ValueSource};
use crate::result::trace::figure::{FigureTrace, StatisticName, about};
use crate::result::trace::{feeds, row};

/// One criterion of one unit.
#[derive(Clone, Debug, Serialize)]
pub struct CriterionTrace<'r> {
    /// Whose.
    pub unit: &'r UnitId,
    /// Its name.
    pub unit_name: &'r str,
    /// The file that counted.
    pub file: &'r str,
    /// Which criterion.
    pub criterion: &'r CriterionId,
    /// Its text in the scheme.
    pub name: &'r str,
    /// The most points on the unit's level; `None` where the level does not have the criterion.
    pub maximum: Option<Most>,
    /// The row and the cell of the self score, and what was done to it; `None` where no row was found.
    pub source: Option<&'r ValueSource>,
    /// The scores.
    pub score: Option<&'r CriterionScore>,
    /// Why what counts counts.
    pub counted_by: CountedBy,
    /// The criterion above of which it is one of several that one counts of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub one_of: Option<&'r CriterionId>,
    /// The criterion or the group above of whose criteria no more than its maximum counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub capped_by: Option<&'r str>,
    /// The rule.
    pub rule: &'r ScoringRule,
    /// The rule with the unit's numbers.
    pub working: Working,
    /// The figures of the rule, then other figures of the criterion.
    pub figures: Vec<FigureTrace<'r>>,
    /// Whose value it is measured by on the unit's level, and what falls without that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub yardstick: Option<Yardstick<'r>>,
    /// What it adds to.
    #[serde(flatten)]
    pub sums: SumsAbove<'r>,
    /// The statistics that its figures or its group's sum go into.
    pub statistics: Vec<StatisticName>,
    /// Findings about it, its figures, or all texts of the file.
    pub findings: Vec<&'r Finding>,
}

/// The sums that points of a unit go into.
#[derive(Clone, Debug, Serialize)]
pub struct SumsAbove<'r> {
    /// The group.
    pub group: GroupSum<'r>,
    /// The criteria above, the lowest first, and what the criteria below each of them bring to the total.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub above: Vec<(&'r AboveFacts, &'r Subtotal)>,
    /// The groups that make up the total, and what each comes to.
    pub groups: Vec<(&'r GroupId, Points)>,
    /// The sum of the groups.
    pub raw_total: Points,
    /// The total that is ranked and graded.
    pub total: Points,
}

impl<'r> SumsAbove<'r> {
    /// What a criterion of a group goes into.
    pub(super) fn new(
        report: &'r Report,
        row: &'r UnitRow,
        group: &'r GroupFacts,
        criterion: &CriterionId,
    ) -> Self {
        SumsAbove {
            above: above(row, group, criterion),
            ..SumsAbove::of_group(report, row, group)
        }
    }

    /// What a whole group goes into.
    pub(super) fn of_group(report: &'r Report, row: &'r UnitRow, group: &'r GroupFacts) -> Self {
        let groups = report.groups.iter();
        let groups = groups.filter_map(|one| Some((&one.id, row.score.groups.get(&one.id)?.sum)));
        SumsAbove {
            group: group_sum(row, group),
            above: Vec::new(),
            groups: groups.collect(),
            raw_total: row.score.raw_total,
            total: row.score.total,
        }
    }
}

/// The sum of a group, with its terms.
#[derive(Clone, Debug, Serialize)]
pub struct GroupSum<'r> {
    /// Which.
    pub id: &'r GroupId,
    /// Its name.
    pub name: &'r str,
    /// What each criterion of it that applies to the unit counts; `None` where it is open.
    pub terms: Vec<(&'r CriterionId, Option<Points>)>,
    /// The sum.
    pub sum: Points,
    /// The most points.
    pub maximum: Most,
    /// Whether it is added outside the maximum of the total.
    pub outside_total: bool,
    /// Whether no more than the maximum counts.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub cap: bool,
    /// What the criteria come to where that is more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uncapped: Option<Points>,
}

impl<'r> CriterionTrace<'r> {
    /// The criterion of a unit. `None`: the unit is not in the result.
    pub fn new(
        report: &'r Report,
        unit: &'r UnitId,
        group: &'r GroupFacts,
        criterion: &'r CriterionFacts,
    ) -> Option<Self> {
        let row = row(report, unit)?;
        let score = row.score.criteria.get(&criterion.id);
        let source = row.sources.get(&criterion.id);
        let mut ids: Vec<&FigureId> = criterion.rule.figures();
        for figure in &criterion.figures {
            if !ids.contains(&&figure.id) {
                ids.push(&figure.id);
            }
        }
        let figures: Vec<FigureTrace<'_>> = ids
            .iter()
            .filter_map(|id| FigureTrace::new(report, unit, id))
            .collect();
        let own = criterion.own_maximum.get(&unit.level);
        let maximum = own.or(criterion.maximum.get(&unit.level)).copied();
        let scale = Scale {
            level: &unit.level,
            maximum: maximum.unwrap_or_default(),
            decimals: report.campaign.points_decimals,
            below: &[],
        };
        Some(CriterionTrace {
            unit,
            unit_name: &row.name,
            file: &row.file,
            criterion: &criterion.id,
            name: &criterion.name,
            maximum,
            source,
            score,
            counted_by: score.map_or(CountedBy::OtherLevel, CriterionScore::counted_by),
            one_of: criterion.one_of.as_ref(),
            capped_by: criterion.capped_by.as_deref(),
            rule: &criterion.rule,
            yardstick: Yardstick::of(report, &criterion.id, &unit.level),
            working: evaluate(&criterion.rule, &row.figures, scale),
            sums: SumsAbove::new(report, row, group, &criterion.id),
            statistics: feeds(report, unit, &ids, Some(&group.id)),
            findings: findings(report, row, criterion, source, &figures),
            figures,
        })
    }
}

/// The criteria above one, the lowest first.
fn above<'r>(
    row: &'r UnitRow,
    group: &'r GroupFacts,
    criterion: &CriterionId,
) -> Vec<(&'r AboveFacts, &'r Subtotal)> {
    let is_above = |one: &&AboveFacts| {
        let below = criterion.0.strip_prefix(one.id.0.as_str());
        below.is_some_and(|rest| rest.starts_with('.'))
    };
    let all = group.above.iter().filter(is_above).rev();
    all.filter_map(|one| Some((one, row.score.subtotals.get(&one.id)?)))
        .collect()
}

fn group_sum<'r>(row: &'r UnitRow, group: &'r GroupFacts) -> GroupSum<'r> {
    let score = row.score.groups.get(&group.id);
    let term = |one: &'r CriterionFacts| {
        let score = row.score.criteria.get(&one.id)?;
        let is_term = !score.exempt && score.left_out.is_none();
        is_term.then_some((&one.id, score.counted))
    };
    GroupSum {
        id: &group.id,
        name: &group.name,
        terms: group.criteria.iter().filter_map(term).collect(),
        sum: score.map(|score| score.sum).unwrap_or_default(),
        maximum: score.map(|score| score.maximum).unwrap_or_default(),
        outside_total: group.outside_total,
        cap: group.cap,
        uncapped: score.and_then(|score| score.uncapped),
    }
}

fn findings<'r>(
    report: &'r Report,
    row: &UnitRow,
    criterion: &CriterionFacts,
    source: Option<&ValueSource>,
    figures: &[FigureTrace<'r>],
) -> Vec<&'r Finding> {
    let at_cell = about(report, row, source);
    let at_appraised = source
        .and_then(|source| source.appraised.as_deref())
        .map(|source| about(report, row, Some(source)))
        .unwrap_or_default();
    let is_in =
        |list: &[&Finding], finding: &Finding| list.iter().any(|one| std::ptr::eq(*one, finding));
    let is_about = |finding: &&Finding| {
        let names_it = finding.place.unit.as_ref() == Some(&row.unit)
            && finding.criteria.contains(&criterion.id);
        names_it
            || is_in(&at_cell, finding)
            || is_in(&at_appraised, finding)
            || figures.iter().any(|one| is_in(&one.findings, finding))
    };
    report.findings.iter().filter(is_about).collect()
}
