//! One row of a decision workbook.
//!
//! In: the grid, where its columns stand. Out: what was decided, with all that cannot be understood of it; nothing for a row in which
//! nothing was decided. Not for: whether it holds.

use std::sync::Arc;

use crate::base::cell::{Cell, CellAddress, CellValue, Grid};
use crate::base::finding::{Fact, Place};
use crate::base::ids::{CriterionId, UnitId};
use crate::base::number::{self, Sort};
use crate::base::origin::Origin;
use crate::base::points::Points;
use crate::base::text;
use crate::campaign::decisions::columns::ColumnId;
use crate::campaign::decisions::{
    Decision, DecisionGround, DecisionKind, DecisionSubject, QuestionId,
};
use crate::input::decisions::heads::DecisionHeads;
use crate::input::decisions::{DecisionContext, meaning};

/// Reads the rows of one sheet.
pub(super) struct RowReader<'a> {
    pub(super) context: DecisionContext<'a>,
    document: &'a Arc<str>,
    sheet: Arc<str>,
    grid: &'a Grid,
    heads: &'a DecisionHeads,
}

/// The question of a row, and whether its hidden columns can be believed.
struct Asked {
    question: Option<QuestionId>,
    /// Whether the ground is compared by its words, because the hidden columns are those of another row or empty.
    by_words: bool,
}

/// What a decision names beside its points.
#[derive(Default)]
struct NamedBeside {
    /// The criterion that the points of a sum go to.
    criterion: Option<CriterionId>,
    /// The unit that a file is of.
    unit: Option<UnitId>,
    /// The file that counts.
    file: Option<String>,
}

impl<'a> RowReader<'a> {
    pub(super) fn new(
        context: DecisionContext<'a>,
        document: &'a Arc<str>,
        grid: &'a Grid,
        heads: &'a DecisionHeads,
    ) -> Self {
        RowReader {
            context,
            document,
            sheet: grid.name.as_str().into(),
            grid,
            heads,
        }
    }

    /// What a row decides; `None` where its verdict is empty.
    pub(super) fn read(&self, row: u32) -> Option<Decision> {
        let mut faults = Vec::new();
        let verdict = self.text(row, ColumnId::Decision);
        let mut of_points = Vec::new();
        let points = self.points(row, &mut of_points);
        let has_points = points.is_some() || !of_points.is_empty();
        let asks = self.heads.asks();
        if self.is_uncalculated(row, &mut faults) {
            // Somebody decided something, and nobody can tell what.
        } else if verdict.is_empty() && !has_points && !self.lacks_points(row, &mut faults) {
            return None;
        }
        let asked = if asks {
            self.asked(row, &mut faults)
        } else {
            self.free(row, &mut faults)
        };
        let kind = self.kind((row, &verdict), &mut faults);
        let subject = asked.question.as_ref().map(|question| &question.subject);
        let figure_id = match subject {
            Some(DecisionSubject::Figure(id)) => Some(id),
            _ => None,
        };
        let figure = figure_id.and_then(|id| self.figure(row, id, &mut faults));
        let kind = kind.map(|kind| figure_id.map_or(kind, |_| kind.of_figure()));
        let question = asked.question.as_ref();
        let points = points.filter(|_| figure_id.is_none());
        let points = points.and_then(|own| self.meant((row, own), question, &mut of_points));
        if figure_id.is_none() {
            faults.splice(0..0, of_points);
        }
        let target = self.target((row, kind), &mut faults);
        let on = self.day(row, &mut faults);
        let spot = if asks {
            ColumnId::Decision
        } else {
            ColumnId::Points
        };
        let cell = self.address(row, spot);
        Some(Decision {
            question: asked.question,
            name: self.text(row, ColumnId::Unit),
            about: self.text(row, ColumnId::Criterion),
            kind,
            points,
            figure,
            criterion: target.criterion,
            unit: target.unit,
            file: target.file,
            reason: self.text(row, ColumnId::Reason),
            by: self.text(row, ColumnId::By),
            on,
            ground: self.ground(row, asked.by_words),
            counted_then: self.counted_then(row),
            origin: Origin::book(Arc::clone(self.document), Arc::clone(&self.sheet), cell),
            place: self.place(cell),
            faults,
        })
    }

    /// A cell of this sheet, for a finding.
    fn place(&self, cell: CellAddress) -> Place {
        Place {
            unit: None,
            file: Some(self.context.file.to_string()),
            sheet: Some(self.sheet.to_string()),
            cell: Some(cell),
        }
    }

    /// Whether somebody gives a reason for points that are not there, which is a fault: nobody can tell whether they were taken back.
    fn lacks_points(&self, row: u32, faults: &mut Vec<Fact>) -> bool {
        let has = |id| !self.text(row, id).is_empty();
        let about = has(ColumnId::Unit) || has(ColumnId::Criterion);
        let lacks = !self.heads.asks() && about && has(ColumnId::Reason);
        if lacks {
            let (points, reason) = (
                self.shown(row, ColumnId::Points),
                self.shown(row, ColumnId::Reason),
            );
            faults.push(Fact::Said(
                format!("ô {points} không có điểm nhưng ô {reason} có căn cứ: ghi điểm, hoặc xóa cả căn cứ để rút lại quyết định"),
                format!("cell {points} has no points, but cell {reason} gives a reason: write the points, or empty the reason as well to take the decision back"),
            ));
        }
        lacks
    }

    /// Whether the verdict is a formula without a result, which is then a fault.
    fn is_uncalculated(&self, row: u32, faults: &mut Vec<Fact>) -> bool {
        let value = self.value(row, ColumnId::Decision);
        let is_so = matches!(value, Some(CellValue::NotCalculated | CellValue::Error(_)));
        if is_so {
            let cell = self.shown(row, ColumnId::Decision);
            faults.push(Fact::Said(
                format!("ô {cell} là công thức chưa có kết quả"),
                format!("cell {cell} is a formula without a result"),
            ));
        }
        is_so
    }

    fn kind(&self, (row, verdict): (u32, &str), faults: &mut Vec<Fact>) -> Option<DecisionKind> {
        if !self.heads.asks() {
            return Some(DecisionKind::Appraise);
        }
        if verdict.is_empty() && !faults.is_empty() && self.text(row, ColumnId::Points).is_empty() {
            return None;
        }
        if verdict.is_empty() {
            let (cell, at) = (
                self.shown(row, ColumnId::Points),
                self.shown(row, ColumnId::Decision),
            );
            faults.push(Fact::Said(
                format!("ô {cell} có số nhưng chưa chọn quyết định (ô {at})"),
                format!("cell {cell} has a number, but no decision was chosen (cell {at})"),
            ));
            return None;
        }
        let kind = meaning::kind(verdict);
        kind.map_err(|fault| faults.push(fault)).ok()
    }

    /// The question of a row: by its hidden id, or by what stands in the columns that are seen where the id is gone or another's.
    fn asked(&self, row: u32, faults: &mut Vec<Fact>) -> Asked {
        let id = QuestionId::parse(&self.text(row, ColumnId::Id));
        let unit = meaning::unit(&self.text(row, ColumnId::Unit), self.context);
        let about = self.value(row, ColumnId::Criterion);
        let about = about.and_then(|value| meaning::subject(value, self.context.scheme));
        let is_like = |id: &QuestionId| {
            unit.is_none()
                || id.unit == unit && about.as_ref().is_none_or(|about| *about == id.subject)
        };
        let is_file = |id: &QuestionId| matches!(id.subject, DecisionSubject::File(_));
        let code = meaning::code(&self.text(row, ColumnId::Found));
        if let Some(id) = id.filter(|id| is_file(id) || is_like(id)) {
            self.hold_against(row, (&id, code.as_deref()), faults);
            let by_words = self.text(row, ColumnId::GroundHash).is_empty();
            let question = Some(id);
            return Asked { question, by_words };
        }
        let seen = unit.zip(about).zip(code);
        let question = seen.map(|((unit, subject), code)| QuestionId {
            unit: Some(unit),
            subject,
            code,
        });
        if question.is_none() {
            let (id, unit) = (
                self.shown(row, ColumnId::Id),
                self.shown(row, ColumnId::Unit),
            );
            faults.push(Fact::Said(
                format!("không rõ dòng này trả lời câu hỏi nào: ô {id} (cột ẩn) trống hoặc không khớp ô {unit}"),
                format!("which question this row answers cannot be told: cell {id} (hidden) is empty or does not agree with cell {unit}"),
            ));
        }
        Asked {
            question,
            by_words: true,
        }
    }

    /// That the hidden question is not the one that is seen: which of the two was decided nobody can tell.
    fn hold_against(
        &self,
        row: u32,
        (id, code): (&QuestionId, Option<&str>),
        faults: &mut Vec<Fact>,
    ) {
        let hidden = self.shown(row, ColumnId::Id);
        if let Some(seen) = code.filter(|seen| *seen != id.code) {
            let (at, own) = (self.shown(row, ColumnId::Found), &id.code);
            faults.push(Fact::Said(
                format!("ô {at} là câu hỏi {seen}, còn ô {hidden} (cột ẩn) là câu hỏi {own}: các ô của hai dòng đã bị lẫn"),
                format!("cell {at} is question {seen}, but cell {hidden} (hidden) is question {own}: cells of two rows were mixed up"),
            ));
        }
        let name = self.text(row, ColumnId::Criterion);
        if let DecisionSubject::File(own) = &id.subject
            && !name.is_empty()
            && text::key(&name) != text::key(own)
        {
            let at = self.shown(row, ColumnId::Criterion);
            faults.push(Fact::Said(
                format!("ô {at} là tệp “{name}”, còn ô {hidden} (cột ẩn) là tệp “{own}”: các ô của hai dòng đã bị lẫn"),
                format!("cell {at} is the file \"{name}\", but cell {hidden} (hidden) is the file \"{own}\": cells of two rows were mixed up"),
            ));
        }
    }

    /// The score or the figure that somebody decides on their own.
    fn free(&self, row: u32, faults: &mut Vec<Fact>) -> Asked {
        let written = self.text(row, ColumnId::Unit);
        let unit = meaning::named_unit(&written, self.context);
        let unit = unit.map_err(|fault| faults.push(fault)).ok();
        let blank = CellValue::Text(String::new());
        let value = self.value(row, ColumnId::Criterion).unwrap_or(&blank);
        let figure = meaning::figure(&value.show(), self.context.scheme);
        let subject = figure.map_or_else(
            || meaning::criterion(value, self.context.scheme).map(DecisionSubject::Criterion),
            |figure| Ok(DecisionSubject::Figure(figure)),
        );
        let subject = subject.map_err(|fault| faults.push(fault)).ok();
        let question = unit.zip(subject).map(|(unit, subject)| QuestionId {
            unit: Some(unit),
            subject,
            code: String::new(),
        });
        Asked {
            question,
            by_words: true,
        }
    }

    /// What stands in the column of targets, by what the verdict needs.
    fn target(
        &self,
        (row, kind): (u32, Option<DecisionKind>),
        faults: &mut Vec<Fact>,
    ) -> NamedBeside {
        let mut target = NamedBeside::default();
        let written = self.text(row, ColumnId::Target);
        let Some(value) = self
            .value(row, ColumnId::Target)
            .filter(|_| !written.is_empty())
        else {
            return target;
        };
        let mut ok = |fault| faults.push(fault);
        match kind {
            Some(DecisionKind::OfUnit) => {
                let owner = meaning::owner(&written, self.context);
                target.unit = owner.map_err(&mut ok).ok();
            }
            Some(DecisionKind::UseFile) => target.file = Some(written),
            _ => {
                let criterion = meaning::criterion(value, self.context.scheme);
                target.criterion = criterion.map_err(&mut ok).ok();
            }
        }
        target
    }

    /// What the row rests on. Of a row that somebody wrote on their own, the claim.
    fn ground(&self, row: u32, by_words: bool) -> DecisionGround {
        if !self.heads.asks() {
            let is_error = matches!(
                self.value(row, ColumnId::Claimed),
                Some(CellValue::Error(_) | CellValue::NotCalculated)
            );
            let words = self.text(row, ColumnId::Claimed);
            return DecisionGround {
                hash: String::new(),
                words: if is_error { String::new() } else { words },
            };
        }
        let hash = self.text(row, ColumnId::GroundHash);
        DecisionGround {
            hash: if by_words { String::new() } else { hash },
            words: self.text(row, ColumnId::GroundWords),
        }
    }

    fn counted_then(&self, row: u32) -> Option<Points> {
        let value = self.value(row, ColumnId::CountedNow)?;
        let read = number::read(value, Sort::Amount, "điểm").ok().flatten();
        read.map(|number| Points(number.value))
    }

    fn address(&self, row: u32, id: ColumnId) -> CellAddress {
        CellAddress::new(row, self.heads.at(id).unwrap_or_default())
    }

    /// A cell as people know it; `–` where the sheet has no such column.
    pub(super) fn shown(&self, row: u32, id: ColumnId) -> String {
        let column = self.heads.at(id);
        column.map_or_else(
            || "–".to_string(),
            |at| CellAddress::new(row, at).to_string(),
        )
    }

    pub(super) fn value(&self, row: u32, id: ColumnId) -> Option<&CellValue> {
        self.cell(row, id).map(|cell| &cell.value)
    }

    pub(super) fn cell(&self, row: u32, id: ColumnId) -> Option<&Cell> {
        self.grid.get(CellAddress::new(row, self.heads.at(id)?))
    }

    fn text(&self, row: u32, id: ColumnId) -> String {
        let value = self.value(row, id);
        value
            .map(|value| text::clean(&value.show()))
            .unwrap_or_default()
    }
}
