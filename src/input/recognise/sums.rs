//! Sums and grades that a unit states itself.
//!
//! In: a line of a sum or of the unit's own grade. Out: what it states, with its place.

use crate::base::cell::Reading;
use crate::base::number::{self, NotANumber, Sort};
use crate::base::points::Points;
use crate::base::text;
use crate::campaign::vocabulary::Column;
use crate::input::recognise::reader::{SheetReader, Taken};
use crate::input::recognise::sheet::Line;
use crate::input::recognise::subject::Subject;
use crate::input::submission::{OwnSum, SumOf};

impl SheetReader<'_, '_> {
    /// Takes a sum; without saying of what, it is of the group above.
    pub(super) fn sum(&mut self, line: &Line<'_, '_>, of: Option<SumOf>) {
        let Some(of) = of.or_else(|| self.group.clone().map(SumOf::Group)) else {
            return;
        };
        let total = Points(self.scheme.total_maximum);
        let most = (total + total).0;
        let sort = Sort::Points {
            lowest: -most,
            highest: most,
        };
        // Only a number says something here; the appraised column is often left with formulas over nothing.
        if let Some(cell) = line.cell(Column::Appraised) {
            match number::read(&cell.value, sort, "") {
                Ok(Some(number)) => {
                    let value = Reading::Value(Points(number.value));
                    let stated = self.found(cell, value, number.steps);
                    let of = of.clone();
                    self.into.appraised_sums.push(OwnSum { of, stated });
                }
                Err(NotANumber::Impossible) => self.impossible(cell, Subject::Sum(&of)),
                Ok(None) | Err(_) => {}
            }
        }
        if let Some(stated) = self.points(line, Column::Claimed, sort, Subject::Sum(&of))
            && stated.value != Reading::Empty
        {
            let table = line.table.header;
            self.into.own_sums.push(Taken {
                value: OwnSum { of, stated },
                table,
            });
        }
    }

    pub(super) fn own_grade(&mut self, line: &Line<'_, '_>) {
        let Some(cell) = line.cell(Column::Claimed) else {
            return;
        };
        let text = text::clean(&cell.value.show());
        if !text.is_empty() && self.into.own_grade.is_none() {
            self.into.own_grade = Some(self.found(cell, Reading::Value(text), Vec::new()));
        }
    }
}
