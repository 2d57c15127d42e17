//! What is asked of files as a whole: whose a file is, and which of several of a unit counts.
//!
//! In: a report and its findings. Out: questions, and the files that can be chosen. Not for: what is asked of values.

use crate::base::finding::{Fact, Finding};
use crate::base::ids::UnitId;
use crate::base::rules::{Severity, files};
use crate::campaign::decisions::{DecisionGround, DecisionKind, DecisionSubject, QuestionId};
use crate::input::intake::choice::{choosable_files, ground_of_choice, ground_of_file};
use crate::input::receipt::FileRow;
use crate::input::recognise::asks_owner;
use crate::result::report::{Question, Report};

impl Report {
    /// The files that can be chosen in answer to a question, by name: those of the unit that can be read, each content once.
    pub fn offered_files(&self, id: &QuestionId) -> Vec<&FileRow> {
        match (&id.unit, &id.subject) {
            (Some(unit), DecisionSubject::Files) => self.files_of(unit),
            _ => Vec::new(),
        }
    }

    fn files_of(&self, unit: &UnitId) -> Vec<&FileRow> {
        let is_of = |finding: &&Finding| {
            let is_other = [&files::SEVERAL_VERSIONS, &files::COPY].contains(&finding.rule);
            is_other && finding.place.unit.as_ref() == Some(unit)
        };
        let counted = |finding: &Finding| match &finding.expected {
            Some(Fact::Name(name)) => Some(name.clone()),
            _ => None,
        };
        let findings = self.findings.iter().filter(is_of);
        let names = findings.flat_map(|one| [one.place.file.clone(), counted(one)]);
        let names: Vec<String> = names.flatten().collect();
        let all = self.intake.files.iter();
        choosable_files(all.filter(|file| names.contains(&file.name)))
    }

    /// The file of a name, or the first in the list that has the same contents.
    fn first_of_contents(&self, name: &str) -> Option<&FileRow> {
        let files = &self.intake.files;
        let own = files.iter().find(|file| file.name == name)?;
        let is_same = |file: &&FileRow| file.sha256 == own.sha256;
        files.iter().find(is_same)
    }
}

/// What a finding asks of a file as a whole.
pub(super) fn asked(report: &Report, finding: &Finding) -> Option<QuestionId> {
    if finding.severity() <= Severity::Info {
        return None;
    }
    let code = finding.rule.code.to_string();
    if finding.rule == &files::SEVERAL_VERSIONS {
        return Some(QuestionId {
            unit: Some(finding.place.unit.clone()?),
            subject: DecisionSubject::Files,
            code,
        });
    }
    if !asks_owner(finding.rule) && finding.rule != &files::SAME_CONTENT {
        return None;
    }
    let file = report.first_of_contents(finding.place.file.as_deref()?)?;
    Some(QuestionId {
        unit: None,
        subject: DecisionSubject::File(file.name.clone()),
        code,
    })
}

/// What can be answered to a question about files.
pub(in crate::result::report) fn file_kinds(subject: &DecisionSubject) -> Vec<DecisionKind> {
    match subject {
        DecisionSubject::Files => vec![DecisionKind::UseFile, DecisionKind::AskUnit],
        _ => vec![
            DecisionKind::OfUnit,
            DecisionKind::NoReturn,
            DecisionKind::AskUnit,
        ],
    }
}

/// The question that a finding of a file raises; nothing where its contents are not known.
pub(super) fn question(report: &Report, index: usize, id: QuestionId) -> Option<Question> {
    let ground = match (&id.subject, &id.unit) {
        (DecisionSubject::Files, Some(unit)) => ground_of_choice(&report.files_of(unit)),
        (DecisionSubject::File(name), _) => ground_of_file(report.first_of_contents(name)?),
        _ => DecisionGround::default(),
    };
    let is_known = !ground.hash.is_empty();
    is_known.then(|| Question {
        kinds: file_kinds(&id.subject),
        ground,
        finding: index,
        counted: None,
        computed: None,
        range: None,
        id,
    })
}
