//! What is asked of those who decide: the open findings of a report that touch a score, a figure or a sum.
//!
//! In: the report. Out: one question for each thing that a finding asks, with what it rests on, what can be decided and what counts
//! now; what can change a grade or a place first, as the findings stand. Not for: answers, and not for how a question looks.

mod choosable;
mod ground;
mod of_files;
mod subjects;

use std::collections::HashMap;

use indexmap::IndexMap;

use crate::base::finding::{Fact, Finding};
use crate::base::ids::{CriterionId, GroupId, UnitId};
use crate::base::points::{Most, Points};
use crate::base::rules::{formulas, totals};
use crate::campaign::decisions::columns::WHICH_FILE;
use crate::campaign::decisions::{DecisionGround, DecisionSubject, QuestionId};
use crate::judge::score::CriterionScore;
use crate::result::report::questions::choosable::{Choosable, choosable};
use crate::result::report::questions::ground::{
    FigureNames, figure_names, of_criterion, of_figure, of_group, of_sum,
};
use crate::result::report::questions::subjects::{Subjects, asks};
use crate::result::report::{CriterionFacts, GroupFacts, Question, Report, UnitRow};

pub(super) use crate::result::report::questions::choosable::kept;
pub(super) use crate::result::report::questions::of_files::file_kinds;

impl Report {
    /// What is open and can be decided, each thing once: whose files are and which of them count, because all else rests on that, then
    /// what can change a grade, then what can change a place.
    pub fn questions(&self) -> Vec<Question> {
        let asker = Asker::new(self);
        let mut by_id: IndexMap<QuestionId, Vec<usize>> = IndexMap::new();
        for (index, ids) in self.asked_by_findings() {
            for id in ids {
                by_id.entry(id).or_default().push(index);
            }
        }
        let questions = by_id.into_iter().filter_map(|(id, indices)| {
            let index = *indices.first()?;
            let findings = indices.iter().filter_map(|index| self.findings.get(*index));
            let findings: Vec<&Finding> = findings.collect();
            if is_of_file(&id) {
                of_files::question(self, index, id)
            } else {
                asker.question(index, &findings, id)
            }
        });
        let mut questions: Vec<Question> = questions.collect();
        // What is decided of values rests on the file that counts.
        questions.sort_by_key(|question| !is_of_file(&question.id));
        questions
    }

    /// What each finding asks, by its place in the list; nothing of those that ask nothing.
    pub(super) fn asked_by_findings(&self) -> Vec<(usize, Vec<QuestionId>)> {
        let asker = Asker::new(self);
        let mut all = Vec::new();
        for (index, finding) in self.findings.iter().enumerate() {
            if let Some(of_file) = of_files::asked(self, finding) {
                all.push((index, vec![of_file]));
                continue;
            }
            let Some(row) = asker.row_of(finding) else {
                continue;
            };
            let subjects = asker.subjects.of(finding, row).into_iter();
            let ids = subjects.map(|subject| QuestionId {
                unit: Some(row.unit.clone()),
                subject,
                code: finding.rule.code.to_string(),
            });
            let ids: Vec<QuestionId> = ids.collect();
            if !ids.is_empty() {
                all.push((index, ids));
            }
        }
        all
    }

    /// Whose a question is, as the decision workbook has it: the unit's name, or nothing where that is what is asked.
    pub fn question_unit(&self, id: &QuestionId) -> String {
        let unit = id.unit.as_ref();
        let name = unit.and_then(|unit| self.unit_name(unit));
        name.map(str::to_string)
            .or_else(|| unit.map(ToString::to_string))
            .unwrap_or_default()
    }

    /// What a question is about, as the decision workbook has it, in Vietnamese whatever the language of the run: code and name of a
    /// criterion, of the criterion of a figure, of a group; the total; a file.
    pub fn question_about(&self, id: &QuestionId) -> String {
        let criteria = || self.groups.iter().flat_map(|group| &group.criteria);
        let above = || self.groups.iter().flat_map(|group| &group.above);
        match &id.subject {
            DecisionSubject::Criterion(id) => {
                let name = criteria().find(|one| one.id == *id).map(|one| &one.name);
                let name = name.or_else(|| above().find(|one| one.id == *id).map(|one| &one.name));
                name.map_or_else(|| id.0.to_string(), |name| format!("{id} ({name})"))
            }
            DecisionSubject::Figure(id) => {
                let figures = |one: &CriterionFacts| {
                    let figure = one.figures.iter().find(|figure| figure.id == *id)?;
                    Some(format!("{} – {}", one.id, figure.name))
                };
                let about = criteria().find_map(figures);
                about.unwrap_or_else(|| id.0.to_string())
            }
            DecisionSubject::Group(id) => {
                let group = self.groups.iter().find(|group| group.id == *id);
                let name = group.map(|group| group.name.as_str()).unwrap_or_default();
                format!("Nhóm {id} ({name})")
            }
            DecisionSubject::Total => "Tổng điểm".to_string(),
            DecisionSubject::Files => WHICH_FILE.to_string(),
            DecisionSubject::File(name) => name.clone(),
        }
    }

    /// What a decision on the score of a criterion rests on, whether anything asks or not.
    pub fn score_ground(&self, unit: &UnitId, id: &CriterionId) -> Option<DecisionGround> {
        let level = self.level(&unit.level)?;
        let row = level.row(unit)?;
        let mut criteria = self.groups.iter().flat_map(|group| &group.criteria);
        let facts = criteria.find(|one| one.id == *id);
        let names = figure_names(&self.groups);
        Some(of_criterion(row, (id, facts), &names))
    }
}

/// Whether a question is about a file as a whole.
fn is_of_file(id: &QuestionId) -> bool {
    matches!(
        id.subject,
        DecisionSubject::Files | DecisionSubject::File(_)
    )
}

/// A report, with what questions are made from looked up once.
struct Asker<'r> {
    rows: HashMap<&'r UnitId, &'r UnitRow>,
    criteria: HashMap<&'r CriterionId, &'r CriterionFacts>,
    groups: HashMap<&'r GroupId, &'r GroupFacts>,
    names: FigureNames<'r>,
    subjects: Subjects,
}

impl<'r> Asker<'r> {
    fn new(report: &'r Report) -> Self {
        let rows = report.levels.iter().flat_map(|level| &level.rows);
        let criteria = report.groups.iter().flat_map(|group| &group.criteria);
        Asker {
            rows: rows.map(|row| (&row.unit, row)).collect(),
            criteria: criteria.map(|one| (&one.id, one)).collect(),
            groups: report.groups.iter().map(|one| (&one.id, one)).collect(),
            names: figure_names(&report.groups),
            subjects: Subjects::new(report),
        }
    }

    /// The unit in the result whose file a finding is about, where it asks anything.
    fn row_of(&self, finding: &Finding) -> Option<&'r UnitRow> {
        let row = self.rows.get(finding.place.unit.as_ref()?)?;
        let is_of_file = finding.place.file.as_ref() == Some(&row.file);
        (is_of_file && asks(finding)).then_some(*row)
    }

    /// What counts in a group follows from what is decided in it, what its unit writes does not.
    fn group_ground(&self, id: &GroupId, findings: &[&Finding], row: &UnitRow) -> DecisionGround {
        let group = self.groups.get(id).copied();
        let is_out = |finding: &&Finding| finding.rule == &totals::GROUP_OUT_OF_RANGE;
        if findings.first().is_some_and(is_out) {
            return of_group(row, group);
        }
        let criteria = group.map_or(&[][..], |group| &group.criteria);
        of_sum(findings, row, |one| criteria.iter().any(|of| of.id == *one))
    }

    fn question(&self, index: usize, findings: &[&Finding], id: QuestionId) -> Option<Question> {
        let finding = *findings.first()?;
        let row = self.row_of(finding)?;
        let mut question = Question {
            ground: DecisionGround::default(),
            finding: index,
            kinds: Vec::new(),
            counted: None,
            computed: None,
            range: None,
            id,
        };
        let what = match &question.id.subject {
            DecisionSubject::Criterion(id) => {
                let facts = self.criteria.get(id).copied();
                match (facts, row.score.criteria.get(id)) {
                    (Some(facts), Some(score)) => {
                        question.ground = of_criterion(row, (id, Some(facts)), &self.names);
                        question.counted = score.own();
                        question.range = range(facts, row, score);
                        question.computed = computed(finding, score);
                        Choosable::Score(score)
                    }
                    // A criterion that its level does not have, or one that adds others up.
                    (Some(_), None) => {
                        question.ground = of_criterion(row, (id, facts), &self.names);
                        Choosable::AsItIs
                    }
                    (None, _) => {
                        let is_in = |one: &CriterionId| {
                            let below = one.0.strip_prefix(id.0.as_str());
                            below.is_some_and(|rest| rest.starts_with('.'))
                        };
                        question.ground = of_sum(findings, row, is_in);
                        Choosable::Sum
                    }
                }
            }
            DecisionSubject::Figure(id) => {
                question.ground = of_figure(row, id, finding);
                Choosable::Figure
            }
            DecisionSubject::Group(id) => {
                question.ground = self.group_ground(id, findings, row);
                question.counted = row.score.groups.get(id).map(|group| group.sum);
                Choosable::Sum
            }
            DecisionSubject::Total => {
                question.ground = of_sum(findings, row, |_| true);
                question.counted = Some(row.score.total);
                Choosable::Sum
            }
            DecisionSubject::Files | DecisionSubject::File(_) => return None,
        };
        question.kinds = choosable(finding, &what, &question);
        Some(question)
    }
}

/// The fewest and the most points of its own that a criterion can have at a unit.
fn range(facts: &CriterionFacts, row: &UnitRow, score: &CriterionScore) -> Option<(Points, Most)> {
    let level = &row.unit.level;
    let own = facts.own_maximum.get(level);
    let maximum = own.or_else(|| facts.maximum.get(level))?;
    let minimum = facts.minimum.0.checked_div(score.weight);
    Some((minimum.map_or(Points::ZERO, Points), *maximum))
}

/// What the figures of a criterion give, or the formula of its cell.
fn computed(finding: &Finding, score: &CriterionScore) -> Option<Points> {
    match &finding.expected {
        Some(Fact::Number(other)) if finding.rule == &formulas::STALE_RESULT => {
            Some(Points(*other))
        }
        _ => score.computed,
    }
}
