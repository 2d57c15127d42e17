//! What a person sees in the cells of a form, where that is not what they hold; and evidence that is none.
//!
//! In: a cell of a score, a figure, a sum or a word. Out: findings; and that a cell does not count of which nothing stands.
//! Not for: the rules over a look (`input::seen`).

use std::sync::Arc;

use crate::base::cell::{Cell, CellValue};
use crate::base::finding::{Fact, Finding};
use crate::base::number::Number;
use crate::base::rules::{Severity, evidence};
use crate::base::text;
use crate::campaign::vocabulary::Column;
use crate::input::recognise::reader::{FormulaOutcome, SheetReader};
use crate::input::recognise::sheet::Line;
use crate::input::recognise::subject::Subject;
use crate::input::seen::{self, Doubt};

impl SheetReader<'_, '_> {
    /// Whether everything that was written in a cell is struck out, which a finding says.
    pub(super) fn is_struck_out(&mut self, cell: &Cell, subject: Subject<'_>) -> bool {
        let doubt = seen::struck_out(cell);
        let is_struck_out = doubt.is_some();
        if let Some(doubt) = doubt {
            self.look(doubt, cell, subject);
        }
        is_struck_out
    }

    /// Says what is seen of a cell whose value counts, where it is something else.
    pub(super) fn seen(
        &mut self,
        cell: &Cell,
        value: &Fact,
        number: Option<&Number>,
        subject: Subject<'_>,
    ) {
        for doubt in seen::doubts(cell, value, number, subject.meant()) {
            self.look(doubt, cell, subject);
        }
    }

    /// What stands under evidence or explanation, in a cell that may be merged over the rows of several criteria. An error value is
    /// nothing, also one that only the formula gives; a picture is named as one, once.
    pub(super) fn words(
        &mut self,
        line: &Line<'_, '_>,
        column: Column,
        subject: Subject<'_>,
    ) -> Option<Arc<str>> {
        let cell = line.words(column)?;
        let is_first = [Some(line.row), line.also].contains(&Some(cell.address.row));
        if is_picture(cell) {
            let finding = Finding::new(&evidence::EVIDENCE_IS_PICTURE, self.place(cell.address));
            if is_first {
                self.tell(finding.about(subject.about(self.scheme)));
            }
            return Some(PICTURE.into());
        }
        if let Some(error) = self.error(cell) {
            let finding = Finding::new(&evidence::EVIDENCE_IS_ERROR, self.place(cell.address));
            if is_first {
                self.tell(finding.about(subject.about(self.scheme)).found(error));
            }
            return None;
        }
        let text = match line.table.clean_text(cell) {
            Some(text) => text.clone(),
            None => text::clean(&cell.value.show()).into(),
        };
        Some(text).filter(|text| !text.is_empty())
    }

    /// The error that a cell shows, or will show once its formula is calculated anew.
    fn error(&self, cell: &Cell) -> Option<Fact> {
        if matches!(cell.value, CellValue::Error(_)) {
            return Some(Fact::Text(cell.value.show()));
        }
        let is_formula = cell.formula.is_some() && cell.value != CellValue::NotCalculated;
        match is_formula.then(|| (self.formulas)(cell))? {
            FormulaOutcome::Erroneous(_, error) => Some(error),
            _ => None,
        }
    }

    fn look(&mut self, doubt: Doubt, cell: &Cell, subject: Subject<'_>) {
        let leaves_open = doubt.rule.severity == Severity::Error;
        let mut finding = doubt.finding(self.place(cell.address), subject.about(self.scheme));
        if leaves_open {
            finding.criteria.extend(subject.criterion());
        }
        self.tell(finding);
    }
}

/// What a result says of a picture, in the language of the forms.
const PICTURE: &str = "(ảnh)";

/// Whether a picture was placed in a cell; programs store it as an error, or as a formula of their own.
fn is_picture(cell: &Cell) -> bool {
    const DISPLAY: &str = "DISPIMG(";
    cell.look.as_deref().is_some_and(|look| look.is_picture)
        || cell
            .formula
            .as_deref()
            .is_some_and(|formula| formula.contains(DISPLAY))
        || matches!(&cell.value, CellValue::Text(text) if text.starts_with('=') && text.contains(DISPLAY))
}
