//! Decisions: what those who appraise have decided of what is open, and of any other score.
//!
//! In: nothing; these are the words for it, and what a decision workbook looks like: one table for its writer (`output`) and its
//! reader (`input`). Not for: files, and not for what follows from a decision, which `judge` and `result` say.
//!
//! A decision workbook belongs to whoever decides: one in which somebody has written is never opened to be saved. New questions go into
//! a second workbook of the same columns, and all of them are read.

pub mod columns;
pub mod decided_file;

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::base::date::Day;
use crate::base::finding::{Fact, Place};
use crate::base::ids::{CriterionId, FigureId, GroupId, LevelId, UnitId};
use crate::base::lang::{Lang, Phrase, phrase};
use crate::base::origin::Origin;
use crate::base::points::{Decimal, Points};

/// The custom document property of a decision workbook that the program wrote.
pub const STAMP: &str = "tonghop-quyet-dinh";

/// What the name of a decision workbook beside a folder ends in, after the folder's name and before the ending.
pub const BESIDE: &str = "-quyet-dinh";

/// What a question is about, within a unit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecisionSubject {
    /// The score of a criterion.
    Criterion(CriterionId),
    /// A figure.
    Figure(FigureId),
    /// The sum of a group that the unit states.
    Group(GroupId),
    /// The total that the unit states.
    Total,
    /// Which of the several files of the unit counts.
    Files,
    /// Whose a file is, without a unit: the file's name in the inbox, `/` between folders.
    File(String),
}

/// What makes two questions the same one from run to run: unit, subject and kind. Never a row, a cell or a message.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct QuestionId {
    /// The unit; nobody's where whose a file is has to be decided.
    pub unit: Option<UnitId>,
    /// What it is about.
    pub subject: DecisionSubject,
    /// The code of the finding that asks it; empty for a score that is decided though nothing asks.
    pub code: String,
}

impl fmt::Display for QuestionId {
    /// As the hidden column of a decision workbook has it, such as `tinh/SYT|tiêu chí 1.1|TH421`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(unit) = &self.unit {
            write!(f, "{unit}")?;
        }
        match &self.subject {
            DecisionSubject::Criterion(id) => write!(f, "|tiêu chí {id}|")?,
            DecisionSubject::Figure(id) => write!(f, "|số liệu {id}|")?,
            DecisionSubject::Group(id) => write!(f, "|nhóm {id}|")?,
            DecisionSubject::Total => f.write_str("|tổng|")?,
            DecisionSubject::Files => f.write_str("|các tệp|")?,
            DecisionSubject::File(name) => write!(f, "|tệp {name}|")?,
        }
        f.write_str(&self.code)
    }
}

impl QuestionId {
    /// Reads what [`fmt::Display`] wrote; nothing where it is something else.
    pub fn parse(text: &str) -> Option<QuestionId> {
        let (unit, rest) = text.trim().split_once('|')?;
        let (subject, code) = rest.rsplit_once('|')?;
        let unit = match unit.split_once('/') {
            Some((level, code)) => Some(UnitId {
                level: LevelId::from(level),
                code: code.to_string(),
            }),
            None if unit.is_empty() => None,
            None => return None,
        };
        let subject = match subject.split_once(' ') {
            None if subject == "tổng" => DecisionSubject::Total,
            Some(("tiêu", id)) => DecisionSubject::Criterion(id.strip_prefix("chí ")?.into()),
            Some(("số", id)) => DecisionSubject::Figure(id.strip_prefix("liệu ")?.into()),
            Some(("nhóm", id)) => DecisionSubject::Group(id.into()),
            Some(("các", "tệp")) => DecisionSubject::Files,
            Some(("tệp", name)) => DecisionSubject::File(name.to_string()),
            _ => return None,
        };
        Some(QuestionId {
            unit,
            subject,
            code: code.to_string(),
        })
    }
}

/// What a question rests on: what stands in the unit's file that a decision is about. A decision holds as long as this stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionGround {
    /// A checksum of it, 16 hexadecimal digits.
    pub hash: String,
    /// The same in words, in Vietnamese, such as `điểm tự chấm 13,5; giải trình “…”`.
    pub words: String,
}

/// What is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecisionKind {
    /// The unit's score stays as it is counted, or its claim counts.
    KeepClaim,
    /// What the figures or the parts come to counts; of a total: the difference is dropped.
    TakeComputed,
    /// The appraised points in the column beside count; of a total or a group: for the criterion that is named there.
    Appraise,
    /// 0 points.
    Zero,
    /// The figure stays as the form has it.
    KeepFigure,
    /// The appraised number in the column beside is the figure.
    AppraiseFigure,
    /// The figure goes into nothing.
    LeaveOut,
    /// The unit has to explain; until then all stays open.
    AskUnit,
    /// The file that is named beside counts, and no other of the unit.
    UseFile,
    /// The file is of the unit that is named beside.
    OfUnit,
    /// The file is no return at all.
    NoReturn,
}

/// Every verdict, in the order of the drop-down.
pub const DECISION_KINDS: [DecisionKind; 11] = [
    DecisionKind::KeepClaim,
    DecisionKind::TakeComputed,
    DecisionKind::Appraise,
    DecisionKind::Zero,
    DecisionKind::KeepFigure,
    DecisionKind::AppraiseFigure,
    DecisionKind::LeaveOut,
    DecisionKind::AskUnit,
    DecisionKind::UseFile,
    DecisionKind::OfUnit,
    DecisionKind::NoReturn,
];

/// What is decided, in short: the kind, and behind it the unit or the file that is meant. Empty where it was not understood.
pub fn verdict(kind: Option<DecisionKind>, target: Option<&str>, lang: Lang) -> String {
    let kind = kind.map_or("", |kind| kind.name().get(lang));
    match target {
        Some(target) => format!("{kind}: {target}"),
        None => kind.to_string(),
    }
}

impl DecisionKind {
    /// What is meant where it answers a question about a figure: to keep, and to appraise, say the same of points.
    #[must_use]
    pub fn of_figure(self) -> DecisionKind {
        match self {
            DecisionKind::KeepClaim => DecisionKind::KeepFigure,
            DecisionKind::Appraise => DecisionKind::AppraiseFigure,
            other => other,
        }
    }

    /// What the drop-down says. The Vietnamese words are those of the workbook, whatever the language of the run.
    pub fn name(self) -> Phrase {
        match self {
            DecisionKind::KeepClaim => phrase("giữ điểm đơn vị", "keep the unit's points"),
            DecisionKind::TakeComputed => phrase("lấy điểm tính lại", "take the computed points"),
            DecisionKind::Appraise => phrase("điểm thẩm định", "appraised points"),
            DecisionKind::Zero => phrase("0 điểm", "0 points"),
            DecisionKind::KeepFigure => phrase("giữ số liệu đơn vị", "keep the unit's figure"),
            DecisionKind::AppraiseFigure => phrase("số liệu thẩm định", "appraised figure"),
            DecisionKind::LeaveOut => phrase("không tính số liệu này", "leave the figure out"),
            DecisionKind::AskUnit => phrase("đơn vị giải trình", "the unit has to explain"),
            DecisionKind::UseFile => phrase("tính tệp này", "this file counts"),
            DecisionKind::OfUnit => phrase("tệp của đơn vị", "the file is of the unit"),
            DecisionKind::NoReturn => phrase("không phải phiếu", "the file is no return"),
        }
    }
}

/// Points that somebody has decided count for a criterion of a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecidedScore {
    /// What was decided.
    pub kind: DecisionKind,
    /// What counts, in points of its own.
    pub points: Points,
    /// Why; empty where it is not said.
    pub reason: String,
    /// Who; empty where it is not said.
    pub by: String,
    /// When, where it is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Day>,
    /// Where the decision stands.
    pub origin: Origin,
}

/// What a figure is by a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum DecidedValue {
    /// A number; of a question answered by yes or no 1 or 0.
    Number(Decimal),
    /// One of several options.
    Chosen {
        /// Its name in the scheme.
        option: String,
    },
}

impl DecidedValue {
    /// The number, where it is one.
    pub fn number(&self) -> Option<Decimal> {
        match self {
            DecidedValue::Number(value) => Some(*value),
            DecidedValue::Chosen { .. } => None,
        }
    }

    /// The number or the option, as people write it.
    pub fn show(&self, lang: Lang) -> String {
        match self {
            DecidedValue::Number(value) => lang.number(*value),
            DecidedValue::Chosen { option } => option.clone(),
        }
    }
}

/// A figure that somebody has decided on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecidedFigure {
    /// What was decided.
    pub kind: DecisionKind,
    /// The figure. Nothing where it goes into nothing.
    pub value: Option<DecidedValue>,
    /// Why.
    pub reason: String,
    /// Who.
    pub by: String,
    /// When, where it is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Day>,
    /// Where the decision stands.
    pub origin: Origin,
}

/// A row of a decision workbook in which somebody has decided something, as far as it could be understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// Which question; `None` where that cannot be told.
    pub question: Option<QuestionId>,
    /// The unit as the row has it.
    pub name: String,
    /// What it is about, as the row has it.
    pub about: String,
    /// What is decided; `None` where that cannot be told.
    pub kind: Option<DecisionKind>,
    /// The points, where they are given.
    pub points: Option<Points>,
    /// The figure, where one is given.
    pub figure: Option<DecidedValue>,
    /// The criterion that points of a total or a group go to.
    pub criterion: Option<CriterionId>,
    /// The unit that a file is of.
    pub unit: Option<UnitId>,
    /// The file that counts, as it is named.
    pub file: Option<String>,
    /// Why; empty where it is not said.
    pub reason: String,
    /// Who; empty where it is not said.
    pub by: String,
    /// When, where it is said.
    pub on: Option<Day>,
    /// What it rests on, as the row says it; of a row that somebody wrote on their own only the words, of the claim then.
    pub ground: DecisionGround,
    /// What counted when it was asked.
    pub counted_then: Option<Points>,
    /// Its row: the cell of the verdict, or of the points where there is none.
    pub origin: Origin,
    /// The same for a finding, the file as a path from the inbox.
    pub place: Place,
    /// Why it cannot hold, in sentences; with any it is mistyped.
    pub faults: Vec<Fact>,
}

impl Decision {
    /// Whether it is about a file as a whole: whose it is, or whether it counts.
    pub fn is_of_file(&self) -> bool {
        let subject = self.question.as_ref().map(|question| &question.subject);
        matches!(
            subject,
            Some(DecisionSubject::File(_) | DecisionSubject::Files)
        )
    }

    /// Whether it is about a figure.
    pub fn is_of_figure(&self) -> bool {
        let subject = self.question.as_ref().map(|question| &question.subject);
        matches!(subject, Some(DecisionSubject::Figure(_)))
    }

    /// Whether somebody wrote it on their own, and nothing asks.
    pub fn is_free(&self) -> bool {
        let question = self.question.as_ref();
        question.is_some_and(|question| question.code.is_empty())
    }
}

/// What became of a row in which somebody has decided something. Each such row is in exactly one of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecisionStatus {
    /// It holds.
    Applied,
    /// Its ground has changed, so it does not hold.
    Stale,
    /// Nothing asks for it any more.
    NotNeeded,
    /// Another one says otherwise, so neither holds.
    Contradictory,
    /// It cannot be understood, or lacks what it needs, so it does not hold.
    Mistyped,
}

/// Every outcome, in the order in which they are told.
pub const STATUSES: [DecisionStatus; 5] = [
    DecisionStatus::Applied,
    DecisionStatus::Stale,
    DecisionStatus::NotNeeded,
    DecisionStatus::Contradictory,
    DecisionStatus::Mistyped,
];

impl DecisionStatus {
    /// What people call it.
    pub fn name(self) -> Phrase {
        match self {
            DecisionStatus::Applied => phrase("đã áp dụng", "applied"),
            DecisionStatus::Stale => phrase("cần xem lại", "to be looked at again"),
            DecisionStatus::NotNeeded => phrase("không còn cần", "no longer needed"),
            DecisionStatus::Contradictory => phrase("mâu thuẫn", "contradictory"),
            DecisionStatus::Mistyped => phrase("ghi chưa đúng", "mistyped"),
        }
    }
}
