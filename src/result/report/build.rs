//! Builds the report: judges every submission, ranks each level, computes the statistics, puts the findings in order.
//!
//! In: what came out of the folder, and the definitions. Out: a [`Report`]. Not for: reading, writing, or single judgements,
//! which `check`, `score`, `rank` and `statistics` make.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::mem;
use std::time::Duration;

use crate::base::finding::{Finding, Place};
use crate::base::ids::UnitId;
use crate::base::moment::Moment;
use crate::base::points::Points;
use crate::campaign::decisions::{Decision, DecisionStatus, QuestionId};
use crate::campaign::rulings::Rulings;
use crate::campaign::scheme::{Level, Scheme};
use crate::campaign::settings::Campaign;
use crate::campaign::units::{Registry, Unit};
use crate::input::receipt::FileRow;
use crate::input::submission::Submission;
use crate::judge::check::returns;
use crate::judge::score::figures;
use crate::judge::statistics::{self, ExpectedUnit, Statistic};
use crate::result::report::decide::{self, Applied, Reports, WeighedDecisions};
use crate::result::report::judge::{Judged, JudgingMeans, judge};
use crate::result::report::ranked::{FormsLeft, rank_level};
use crate::result::report::{
    DecisionRow, FORMAT, FileDecisions, FolderFiles, GradeLimit, LevelResult, OtherNames, Report,
    RowPlaces, UnitGap, alike, by_decided, captions, gap, rows, same_content, side_by_side,
};

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
    /// What was decided.
    pub decisions: Vec<Decision>,
    /// What was decided of files, and is applied to these.
    pub of_files: FileDecisions,
    /// How long the judging of one submission may take.
    pub time: Duration,
}

impl Input<'_> {
    /// The same once more, without what was decided.
    fn again(&self) -> Self {
        Input {
            submissions: self.submissions.clone(),
            files: self.files.clone(),
            findings: self.findings.clone(),
            folder: self.folder.clone(),
            decisions: Vec::new(),
            of_files: FileDecisions::default(),
            ..*self
        }
    }
}

/// Builds the report. Decisions are weighed against the report without them; those on files are in what came from the folder.
pub fn build(mut input: Input<'_>) -> Report {
    let decisions = mem::take(&mut input.decisions);
    let mut of_files = mem::take(&mut input.of_files);
    let (scheme, registry) = (input.scheme, input.registry);
    same_content::settle(
        &mut input.submissions,
        &mut input.files,
        &mut input.findings,
        (&mut of_files, registry),
    );
    let (mut report, mut rows, mut findings) = weighed(input, decisions);
    let told = decide::told_of_files(&report, &of_files, scheme);
    rows.extend(told.0);
    findings.extend(told.1);
    rows.sort_by(|(one, _), (other, _)| one.cmp(other));
    report.decisions = rows.into_iter().map(|(_, row)| row).collect();
    if !findings.is_empty() {
        add_findings(&mut report, findings, registry);
    }
    report
}

/// The report with what is decided of values, the rows of these decisions with their places, and what is to be told of them.
fn weighed(
    input: Input<'_>,
    mut decisions: Vec<Decision>,
) -> (Report, Vec<(Place, DecisionRow)>, Vec<Finding>) {
    if decisions.is_empty() {
        let report = once(input, &Applied::default());
        return (report, Vec::new(), Vec::new());
    }
    decisions.sort_by(|one, other| one.place.cmp(&other.place));
    let (of_figures, of_scores): (Vec<Decision>, Vec<Decision>) =
        decisions.into_iter().partition(Decision::is_of_figure);
    let without = once(input.again(), &Applied::default());
    // What a figure gives is what points are held against.
    let nothing = Applied::default();
    let (mut base, figures) = applied(&input, Reports::only(&without), &nothing, &of_figures);
    by_decided::mark(base.as_mut(), &without);
    let mut reports = Reports::only(base.as_ref().unwrap_or(&without));
    reports.earlier = base.is_some().then_some(&without);
    let (mut report, scores) = applied(&input, reports, &figures.applied, &of_scores);
    by_decided::mark_alike(report.as_mut(), base.as_ref());
    let rows = of_figures.into_iter().zip(figures.rows);
    let rows = rows.chain(of_scores.into_iter().zip(scores.rows));
    let rows = rows.map(|(decision, row)| (decision.place, row));
    let findings = [figures.findings, scores.findings].concat();
    let report = report.or(base).unwrap_or(without);
    (report, rows.collect(), findings)
}

/// The report with these decisions, and with what was decided before, and what became of them; no report where there are none.
fn applied(
    input: &Input<'_>,
    reports: Reports<'_>,
    before: &Applied,
    decisions: &[Decision],
) -> (Option<Report>, WeighedDecisions) {
    if decisions.is_empty() {
        return (None, WeighedDecisions::default());
    }
    let mut outcome = decide::decide(reports, decisions, input.scheme);
    let report = once(input.again(), &before.and(&outcome.applied));
    let later: HashSet<QuestionId> = report.questions().into_iter().map(|one| one.id).collect();
    let is_left = |row: &DecisionRow| {
        let id = row.question.as_ref();
        let rests_elsewhere = [DecisionStatus::NotNeeded, DecisionStatus::Stale];
        rests_elsewhere.contains(&row.status) && id.is_some_and(|id| later.contains(id))
    };
    if !outcome.rows.iter().any(is_left) {
        return (Some(report), outcome);
    }
    let with_later = Reports {
        later: Some(&report),
        ..reports
    };
    outcome = decide::decide(with_later, decisions, input.scheme);
    let report = once(input.again(), &before.and(&outcome.applied));
    (Some(report), outcome)
}

/// Builds the report, as far as something is decided.
fn once(input: Input<'_>, decided: &Applied) -> Report {
    let (campaign, scheme, registry) = (input.campaign, input.scheme, input.registry);
    let (mut files, mut other_findings) = (input.files, input.findings);
    let deadline = campaign.deadline_day();
    returns::mark_late(&mut files, deadline);
    let mut submissions = input.submissions;
    side_by_side::forms((scheme, registry), &submissions, &mut other_findings);
    let rulings = rulings((campaign, registry), decided);
    for submission in &mut submissions {
        figures::decide(submission, scheme, &rulings.of(&submission.unit).figures);
    }
    side_by_side::values(scheme, &submissions, &mut other_findings);
    let means = JudgingMeans {
        campaign,
        scheme,
        registry,
        rulings,
        settled: &decided.settled,
        time: input.time,
    };
    let (judged, scheme) = judge(&means, submissions, &mut files, &mut other_findings);
    other_findings.extend(side_by_side::best_doubtful(&scheme, &judged));
    let counted: HashSet<UnitId> = judged
        .iter()
        .map(|one| one.submission.unit.clone())
        .collect();
    let unusable = returns::unusable(&files);
    let why = gap::reasons(&other_findings);
    let scheme = &scheme;
    let gap = |unit: &Unit| {
        let missing = !counted.contains(&unit.id);
        missing.then(|| rows::gap(unit, &unusable, &why))
    };
    let (mut levels, of_forms) = levels(scheme, registry, judged, &gap);
    rows::mark_decided(&mut levels, &means.rulings);
    let statistics = all_statistics(campaign, scheme, &levels, &of_forms);
    other_findings.extend(returns::check(
        registry,
        &files,
        &unusable,
        deadline,
        &|unit: &Unit| counted.contains(&unit.id),
    ));
    other_findings.extend(of_forms.findings);
    decided.settled.mark(&mut other_findings);
    decided.settled.add_missing(&mut other_findings);
    alike::mark(&mut other_findings, &levels);
    sort(&mut other_findings, registry);
    let intake = FolderFiles {
        folder: input.folder,
        files,
    };
    let judged = (levels, statistics, other_findings);
    report_of(campaign, scheme, registry, intake, judged)
}

/// What the campaign rules of units, with what was decided.
fn rulings((campaign, registry): (&Campaign, &Registry), decided: &Applied) -> Rulings {
    campaign
        .rulings(registry)
        .with_decided(decided.scores.iter().cloned())
        .with_figures(decided.figures.iter().cloned())
}

/// The report: what came out of the folder, judged.
fn report_of(
    campaign: &Campaign,
    scheme: &Scheme,
    registry: &Registry,
    intake: FolderFiles,
    (levels, statistics, findings): (Vec<LevelResult>, Vec<Statistic>, Vec<Finding>),
) -> Report {
    Report {
        format: FORMAT,
        program: concat!("tonghop ", env!("CARGO_PKG_VERSION")).to_string(),
        as_of: newest(&intake.files),
        campaign: captions::campaign(campaign, scheme),
        grades: GradeLimit::all(scheme),
        groups: captions::groups(scheme),
        levels,
        statistics,
        annex: captions::annex(scheme),
        successions: registry.successions().cloned().collect(),
        other_names: OtherNames::of(scheme, registry),
        intake,
        findings,
        decisions: Vec::new(),
    }
}

/// The units of each level in their order, and those without a result.
fn levels(
    scheme: &Scheme,
    registry: &Registry,
    mut judged: Vec<Judged>,
    gap: &dyn Fn(&Unit) -> Option<UnitGap>,
) -> (Vec<LevelResult>, FormsLeft) {
    let mut left = FormsLeft::default();
    let mut of = |level: &Level| {
        let is_here = |one: &mut Judged| one.submission.unit.level == level.id;
        let of_level = judged.extract_if(.., is_here).collect();
        LevelResult {
            id: level.id.clone(),
            name: level.name.clone(),
            units: level.units.clone(),
            total_maximum: level.total_maximum.map(Points),
            rows: rank_level((scheme, &level.id), registry, of_level, &mut left),
            gaps: registry.of_level(&level.id).filter_map(gap).collect(),
            places: RowPlaces::default(),
        }
    };
    let levels = scheme.levels.iter().map(&mut of).collect();
    (levels, left)
}

/// When the newest return was saved.
fn newest(files: &[FileRow]) -> Option<Moment> {
    let saved = files
        .iter()
        .filter(|row| row.document_day().is_some())
        .filter_map(|row| row.saved.as_ref().map(|(time, _)| time.clone()));
    saved.max_by_key(Moment::local).map(Moment::utc)
}

/// Adds findings that are made from the report itself, each in its place.
pub fn add_findings(report: &mut Report, findings: Vec<Finding>, registry: &Registry) {
    report.findings.extend(findings);
    sort(&mut report.findings, registry);
}

fn all_statistics(
    campaign: &Campaign,
    scheme: &Scheme,
    levels: &[LevelResult],
    left: &FormsLeft,
) -> Vec<Statistic> {
    let mut units: Vec<ExpectedUnit<'_>> = Vec::new();
    for level in levels {
        units.extend(level.rows.iter().map(|row| ExpectedUnit {
            unit: &row.unit,
            returned: Some((&row.figures, &row.score)),
            contradicted: left.contradicted.get(&row.unit).map_or(&[], Vec::as_slice),
        }));
        units.extend(level.gaps.iter().map(|gap| ExpectedUnit {
            unit: &gap.unit,
            returned: None,
            contradicted: &[],
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
            finding.message(crate::base::lang::Lang::En),
        )
    });
}
