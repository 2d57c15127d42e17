//! What a person sees in a cell that is read, where that is not what it holds. The same rules for every format of file.
//!
//! In: the look of a cell of a score, a figure or a sum. Out: findings; and that a cell does not count of which nothing stands.
//! Not for: how a reader finds out about looks.

use std::sync::Arc;

use crate::base::cell::{Cell, CellValue, Format};
use crate::base::finding::{Fact, Finding};
use crate::base::number::Number;
use crate::base::rules::{Rule, cells, evidence, looks};
use crate::base::text;
use crate::campaign::vocabulary::Column;
use crate::input::recognise::reader::SheetReader;
use crate::input::recognise::sheet::Line;
use crate::input::recognise::subject::Subject;

impl SheetReader<'_, '_> {
    /// Whether everything that was written in a cell is struck out, which a finding says: nobody knows what is meant then.
    pub(super) fn is_struck_out(&mut self, cell: &Cell, subject: Subject<'_>) -> bool {
        let (CellValue::Text(text), Some(look)) = (&cell.value, cell.look.as_deref()) else {
            return false;
        };
        let is_blank = text.trim().is_empty();
        let struck = match look.left_off(true) {
            Some(struck) if is_blank => struck,
            None if look.is_struck && !is_blank => text.clone(),
            _ => return false,
        };
        self.look(&looks::STRUCK_OUT, cell, subject, Fact::Text(struck), None);
        true
    }

    /// Says what is seen of a cell whose value counts, where it is something else.
    pub(super) fn seen(
        &mut self,
        cell: &Cell,
        value: &Fact,
        number: Option<&Number>,
        subject: Subject<'_>,
    ) {
        let is_zero = number.is_some_and(|number| number.value.is_zero());
        if cell.format == Format::Hidden && !is_zero {
            self.look(&cells::HIDDEN_VALUE, cell, subject, value.clone(), None);
        }
        let look = cell.look.as_deref();
        let of_look = look.and_then(|look| look.shown.clone());
        let is_percent = cell.format == Format::Percent && number.is_some();
        if let Some(shown) = of_look.or_else(|| is_percent.then(|| percent(&cell.value))) {
            let (rule, stored) = (&looks::SHOWN_OTHERWISE, Fact::Text(cell.value.show()));
            self.look(rule, cell, subject, stored, Some(Fact::Text(shown)));
        }
        let Some(look) = look else {
            return;
        };
        for (rule, left_off) in [
            (&looks::STRUCK_IN_PART, look.left_off(true)),
            (&looks::FOOTNOTE_MARK, look.left_off(false)),
        ] {
            if let Some(left_off) = left_off.map(Fact::Text) {
                self.look(rule, cell, subject, left_off, Some(value.clone()));
            }
        }
        if look.is_struck {
            self.look(&looks::STRUCK, cell, subject, value.clone(), None);
        }
        if look.is_unseen {
            self.look(&looks::UNSEEN, cell, subject, value.clone(), None);
        }
    }

    /// What stands under evidence or explanation. An error value is nothing, a picture is named as one.
    pub(super) fn words(
        &mut self,
        line: &Line<'_, '_>,
        column: Column,
        subject: Subject<'_>,
    ) -> Option<Arc<str>> {
        let cell = line.cell(column)?;
        if is_picture(cell) {
            let finding = Finding::new(&evidence::EVIDENCE_IS_PICTURE, self.place(cell.address));
            self.tell(finding.about(subject.about(self.scheme)));
            return Some(PICTURE.into());
        }
        if matches!(cell.value, CellValue::Error(_)) {
            let error = Fact::Text(cell.value.show());
            self.look(&evidence::EVIDENCE_IS_ERROR, cell, subject, error, None);
            return None;
        }
        let text = match line.table.clean_text(cell) {
            Some(text) => text.clone(),
            None => text::clean(&cell.value.show()).into(),
        };
        Some(text).filter(|text| !text.is_empty())
    }

    fn look(
        &mut self,
        rule: &'static Rule,
        cell: &Cell,
        subject: Subject<'_>,
        found: Fact,
        expected: Option<Fact>,
    ) {
        let finding = Finding::new(rule, self.place(cell.address));
        let mut finding = finding.about(subject.about(self.scheme)).found(found);
        finding.expected = expected;
        if rule.severity == crate::base::rules::Severity::Error {
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

/// A number as a percentage.
pub(super) fn percent(value: &CellValue) -> String {
    match value {
        CellValue::Number(value) => {
            let shown = crate::base::points::from_f64(value * 100.0);
            shown.map_or_else(|| value.to_string(), |percent| format!("{percent}%"))
        }
        other => other.show(),
    }
}
