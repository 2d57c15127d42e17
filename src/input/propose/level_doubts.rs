//! What to ask where the columns of maxima name kinds of units, and the kind of a unit has none.
//!
//! In: what was found. Out: questions about levels and units, as [`Sources`] gives them. Not for: which column holds maxima.

use crate::base::lang::say;
use crate::input::propose::columns::FormColumn;
use crate::input::propose::sources::Sources;
use crate::input::propose::units::ProposedUnit;

impl Sources<'_> {
    /// What to ask of a level of which no form has a column of maxima of its own.
    pub(super) fn ask_column_of_level(&self, level: usize) -> Option<String> {
        let foreign = |form: &usize| self.found.roles.foreign_maximum(*form);
        let forms = self.finder.levels.get(level)?;
        let columns: Option<Vec<&FormColumn>> = forms.iter().map(foreign).collect();
        let column = columns?.first()?.text.clone();
        let name = self.found.levels.get(level)?.name.clone();
        Some(say!(
            self.lang,
            "Phiếu không có cột điểm tối đa riêng cho {name}: đã lấy điểm tối đa ở cột “{column}”. Có đúng không? Nếu không thì ghi lại điểm tối đa của {name} ở trang Tiêu chí.",
            "The forms have no column of maxima for {name}: those of the column \"{column}\" were taken. Is that right? If not, write the maxima of {name} on the sheet of criteria."
        ))
    }

    /// What to ask of a unit of a level whose forms have no column of maxima of its kind; nothing where the same is asked of its level.
    pub(super) fn ask_column_of_unit(&self, level: usize, unit: &ProposedUnit) -> Option<String> {
        if self.ask_column_of_level(level).is_some() {
            return None;
        }
        let mut forms = unit.forms.iter();
        let column = forms.find_map(|(form, _)| self.found.roles.foreign_maximum(*form))?;
        let column = column.text.clone();
        let name = self.found.levels.get(level)?.name.clone();
        Some(say!(
            self.lang,
            "Phiếu không có cột điểm tối đa cho loại đơn vị này: đơn vị được xếp vào {name}, điểm tối đa lấy ở cột “{column}”. Có đúng không? Nếu không thì sửa cột Cấp của đơn vị này, hoặc ghi lại điểm tối đa ở trang Tiêu chí.",
            "The forms have no column of maxima for units of this kind: this one was put into {name}, with the maxima of the column \"{column}\". Is that right? If not, correct the level of this unit, or write its maxima on the sheet of criteria."
        ))
    }
}
