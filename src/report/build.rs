//! Builds the report: judges every submission, ranks each level, computes the statistics, puts the findings in order.
//!
//! In: what came out of the folder, and the definitions. Out: a [`Report`]. Not for: reading, writing, or single judgements,
//! which `check`, `score`, `rank` and `statistics` make.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;
use rust_decimal::Decimal;

use crate::campaign::Campaign;
use crate::check::{self, Checked, across, returns};
use crate::date;
use crate::finding::{About, Finding};
use crate::ids::{CriterionId, FigureId, LevelId, UnitId};
use crate::points::Points;
use crate::rank::{self, Field, Standing};
use crate::receipt::{Fate, FileRow};
use crate::report::{
    FORMAT, GradeLimit, Intake, LevelResult, Report, UnitRow, gap, headings, rows,
};
use crate::scheme::{Criterion, Scheme};
use crate::score::{self, BestValues, UnitScore, rule};
use crate::statistics::{self, Counted, Statistic};
use crate::submission::Submission;
use crate::units::{Registry, Unit};

/// All that a report is built from.
pub struct Input<'a> {
    /// The settings.
    pub campaign: &'a Campaign,
    /// The criteria.
    pub scheme: &'a Scheme,
    /// The units.
    pub registry: &'a Registry,
    /// Submissions that count, in the registry's order.
    pub submissions: Vec<Submission>,
    /// Every file seen.
    pub files: Vec<FileRow>,
    /// Findings of the reader.
    pub findings: Vec<Finding>,
    /// The folder from the place of the result, for links.
    pub folder: String,
}

/// A submission, judged.
struct Judged {
    submission: Submission,
    score: UnitScore,
    findings: Vec<Finding>,
    standing: Standing,
    own_sum: (Points, Points),
    contradicted: Vec<FigureId>,
}

/// Builds the report.
pub fn build(input: Input<'_>) -> Report {
    let Input {
        campaign,
        scheme,
        registry,
        submissions,
        mut files,
        findings,
        folder,
    } = input;
    let deadline = campaign.deadline_day();
    returns::mark_late(&mut files, deadline.as_deref());
    let mut other_findings = findings;
    let submissions = refuse_same_content(submissions, &mut files, &mut other_findings);
    other_findings.extend(across::same_scores(&submissions));
    other_findings.extend(across::best_stands_alone(scheme, &submissions));
    let best = best_values(scheme, &submissions);
    let mut judged = judge(
        campaign,
        scheme,
        registry,
        submissions,
        &best,
        &mut other_findings,
    );
    let counted: HashSet<UnitId> = judged
        .iter()
        .map(|one| one.submission.unit.clone())
        .collect();
    let unusable = returns::unusable(&files);
    let why = gap::reasons(&other_findings);
    let mut levels = Vec::new();
    for level in &scheme.levels {
        let of_level: Vec<&mut Judged> = judged
            .iter_mut()
            .filter(|one| one.submission.unit.level == level.id)
            .collect();
        let rows = rank_level(scheme, registry, of_level);
        let gaps = registry
            .of_level(&level.id)
            .filter(|unit| !counted.contains(&unit.id))
            .map(|unit| rows::gap(unit, &unusable, &why))
            .collect();
        levels.push(LevelResult {
            id: level.id.clone(),
            name: level.name.clone(),
            units: level.units.clone(),
            rows,
            gaps,
        });
    }
    let statistics = all_statistics(campaign, scheme, &levels, &judged);
    other_findings.extend(returns::check(
        registry,
        &files,
        &unusable,
        deadline.as_deref(),
        &|unit: &Unit| counted.contains(&unit.id),
    ));
    other_findings.extend(judged.into_iter().flat_map(|one| one.findings));
    sort(&mut other_findings, registry);
    let newest = files
        .iter()
        .filter(|row| row.document_day().is_some())
        .filter_map(|row| row.saved.as_ref().map(|(time, _)| time.clone()))
        .max_by_key(|time| date::instant(time))
        .map(|time| date::utc(&time).unwrap_or(time));
    Report {
        format: FORMAT,
        program: concat!("tonghop ", env!("CARGO_PKG_VERSION")).to_string(),
        as_of: newest,
        campaign: headings::campaign(campaign, scheme),
        grades: scheme
            .grades
            .iter()
            .map(|grade| GradeLimit {
                name: grade.name.clone(),
                from: Points(grade.from),
            })
            .collect(),
        groups: headings::groups(scheme, &best),
        levels,
        statistics,
        successions: registry.successions().cloned().collect(),
        intake: Intake { folder, files },
        findings: other_findings,
    }
}

/// Adds findings that are made from the report itself, each in its place.
pub fn add_findings(report: &mut Report, findings: Vec<Finding>, registry: &Registry) {
    report.findings.extend(findings);
    sort(&mut report.findings, registry);
}

/// Leaves out submissions that repeat another unit's.
fn refuse_same_content(
    submissions: Vec<Submission>,
    files: &mut [FileRow],
    findings: &mut Vec<Finding>,
) -> Vec<Submission> {
    let refused = across::same_content(&submissions, files);
    let positions: HashSet<usize> = refused.iter().map(|(position, _)| *position).collect();
    let mut kept = Vec::with_capacity(submissions.len());
    let mut names: HashSet<String> = HashSet::new();
    for (position, submission) in submissions.into_iter().enumerate() {
        if positions.contains(&position) {
            names.insert(submission.file);
        } else {
            kept.push(submission);
        }
    }
    for row in files.iter_mut().filter(|row| names.contains(&row.name)) {
        row.fate = Fate::Refused;
    }
    findings.extend(refused.into_iter().map(|(_, finding)| finding));
    kept
}

/// The best values of each level.
fn best_values(scheme: &Scheme, submissions: &[Submission]) -> IndexMap<LevelId, BestValues> {
    let of = |level: &crate::scheme::Level| {
        let of_level = submissions.iter().filter(|one| one.unit.level == level.id);
        (level.id.clone(), rule::best_values(scheme, &of_level))
    };
    scheme.levels.iter().map(of).collect()
}

/// Scores and checks every submission. Findings of the reader move to the submission they are about.
fn judge(
    campaign: &Campaign,
    scheme: &Scheme,
    registry: &Registry,
    submissions: Vec<Submission>,
    best: &IndexMap<LevelId, BestValues>,
    findings: &mut Vec<Finding>,
) -> Vec<Judged> {
    let none = BestValues::new();
    let mut findings_of = by_submission(&submissions, findings);
    let mut judged = Vec::with_capacity(submissions.len());
    for submission in submissions {
        let exempt = exemptions(campaign, registry, &submission.unit);
        let best = best.get(&submission.unit.level).unwrap_or(&none);
        let score = score::score(&submission, scheme, &exempt, best);
        let mut own = findings_of.remove(&submission.file).unwrap_or_default();
        check::add_effects(&mut own, &score);
        let checked = Checked {
            submission: &submission,
            score: &score,
            scheme,
        };
        own.extend(check::check(checked, campaign.year));
        let own_sum = check::own_sum(checked);
        let standing = standing(scheme, &score, &own);
        judged.push(Judged {
            contradicted: rule::contradicted(scheme, &submission.figures),
            submission,
            score,
            findings: own,
            standing,
            own_sum,
        });
    }
    judged
}

/// Takes out the findings that are about submissions, by file.
fn by_submission(
    submissions: &[Submission],
    findings: &mut Vec<Finding>,
) -> HashMap<String, Vec<Finding>> {
    let files = submissions.iter().map(|one| (one.file.clone(), Vec::new()));
    let mut of: HashMap<String, Vec<Finding>> = files.collect();
    for finding in std::mem::take(findings) {
        let file = finding.place.file.as_ref();
        match file.and_then(|file| of.get_mut(file)) {
            Some(own) => own.push(finding),
            None => findings.push(finding),
        }
    }
    of
}

/// The criteria that do not apply to a unit.
fn exemptions(campaign: &Campaign, registry: &Registry, unit: &UnitId) -> Vec<CriterionId> {
    let is_meant = |name: &str| {
        registry.by_name(name).contains(unit)
            || registry.by_code(name).is_some_and(|one| one.id == *unit)
    };
    let exempt = campaign
        .exemptions
        .iter()
        .filter(|exemption| is_meant(&exemption.unit));
    exempt
        .map(|exemption| exemption.criterion.clone())
        .collect()
}

/// The range that all open findings together leave to a total: criteria that do not count, claims that the figures do not
/// bear out, and sums that the unit states. Sums restate the same points, so they widen the range and do not add to it.
fn standing(scheme: &Scheme, score: &UnitScore, findings: &[Finding]) -> Standing {
    let shift = |finding: &Finding| -> Option<(Points, Points)> {
        let effect = finding.effect.filter(|effect| effect.counted.is_some())?;
        Some(effect.shift(weight(scheme, score, finding)))
    };
    let mut lowest = score.lowest;
    let mut highest = score.highest;
    for (low, high) in findings
        .iter()
        .filter(|one| !one.criteria.is_empty())
        .filter_map(shift)
    {
        lowest = lowest + low.min(Points::ZERO);
        highest = highest + high.max(Points::ZERO);
    }
    for (low, high) in findings
        .iter()
        .filter(|one| one.criteria.is_empty())
        .filter_map(shift)
    {
        lowest = lowest.min(score.total + low);
        highest = highest.max(score.total + high);
    }
    Standing {
        total: score.total,
        lowest,
        highest,
    }
}

/// What a point of a finding is worth in the total: bonus and penalty are never scaled up with the rest.
fn weight(scheme: &Scheme, score: &UnitScore, finding: &Finding) -> Decimal {
    let group = match (finding.criteria.first(), &finding.about) {
        (Some(id), _) => scheme.criterion(id).map(Criterion::group),
        (None, Some(About::Group(id, _))) => Some(id.clone()),
        (None, _) => None,
    };
    let group = group.and_then(|id| scheme.group(&id));
    if group.is_some_and(|group| group.outside_total) {
        Decimal::ONE
    } else {
        score.scale
    }
}

/// Ranks and grades a level, and marks the findings that can change a grade or a place.
fn rank_level(scheme: &Scheme, registry: &Registry, mut judged: Vec<&mut Judged>) -> Vec<UnitRow> {
    let standings: Vec<Standing> = judged.iter().map(|one| one.standing).collect();
    let ranks = rank::rank(&standings);
    let field = Field::new(&standings);
    for one in &mut judged {
        let (total, standing) = (one.score.total, one.standing);
        let here = (
            scheme.grade(total).to_string(),
            field.place_with(&standing, total),
        );
        for finding in &mut one.findings {
            let weight = weight(scheme, &one.score, finding);
            let Some(effect) = finding.effect.as_mut() else {
                continue;
            };
            let (down, up) = effect.shift(weight);
            let ends = [total + down, total + up];
            effect.changes_grade = ends.iter().any(|end| scheme.grade(*end) != here.0);
            effect.changes_rank = ends
                .iter()
                .any(|end| field.place_with(&standing, *end) != here.1);
        }
    }
    let mut rows: Vec<UnitRow> = judged
        .iter()
        .zip(ranks)
        .map(|(one, rank)| {
            let grading = rank::grade(scheme, &one.standing, (one.score.lowest, one.score.highest));
            let mut row = rows::unit_row(registry, &one.submission, &one.score, rank, grading);
            // One range: what the total can come to, and the places and grades beside it.
            row.score.lowest = one.standing.lowest;
            row.score.highest = one.standing.highest;
            row.own_sum = Some(one.own_sum);
            rows::mark_contradicted(&mut row, &one.contradicted);
            row
        })
        .collect();
    rows.sort_by_key(|row| (row.rank.place, row.order));
    rows
}

fn all_statistics(
    campaign: &Campaign,
    scheme: &Scheme,
    levels: &[LevelResult],
    judged: &[Judged],
) -> Vec<Statistic> {
    let of_unit: HashMap<&UnitId, &Judged> = judged
        .iter()
        .map(|one| (&one.submission.unit, one))
        .collect();
    let mut units: Vec<Counted<'_>> = Vec::new();
    for level in levels {
        let ids = level
            .rows
            .iter()
            .map(|row| &row.unit)
            .chain(level.gaps.iter().map(|gap| &gap.unit));
        units.extend(ids.map(|unit| Counted {
            unit,
            submission: of_unit.get(unit).map(|one| (&one.submission, &one.score)),
            contradicted: of_unit.get(unit).map_or(&[], |one| &one.contradicted),
        }));
    }
    let given = |id: &str| campaign.given.get(id).map(|given| (given.value, given.of));
    scheme
        .statistics
        .iter()
        .map(|spec| statistics::compute(spec, scheme, &units, given(&spec.id)))
        .collect()
}

/// Findings that can change a grade first, then those that can change a place, then the rest; within each by unit in the
/// registry's order, file, sheet, cell, worst first, code, message.
fn sort(findings: &mut [Finding], registry: &Registry) {
    findings.sort_by_cached_key(|finding| {
        let effect = finding.effect;
        (
            !effect.is_some_and(|effect| effect.changes_grade),
            !effect.is_some_and(|effect| effect.changes_rank),
            finding.place.unit.as_ref().map_or(usize::MAX, |unit| {
                registry.position(unit).unwrap_or(usize::MAX)
            }),
            finding.place.clone(),
            Reverse(finding.severity()),
            finding.rule.code,
            finding.message(crate::lang::Lang::En),
        )
    });
}
