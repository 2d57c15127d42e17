//! What to ask of levels: where the columns of maxima name kinds of units and one has none, and where few forms alone say other maxima.
//!
//! In: what was found. Out: questions about levels and units, as [`Sources`] gives them. Not for: which column holds maxima.

use crate::base::lang::say;
use crate::input::propose::columns::FormColumn;
use crate::input::propose::sources::Sources;
use crate::input::propose::units::ProposedUnit;

/// The most files that are named of a level.
const MOST_NAMED: usize = 3;

impl Sources<'_> {
    /// What to ask of a level whose forms are few beside those of another, and whose units are of the same kinds: its units may have changed the
    /// maxima themselves. Nothing where covers name levels.
    pub(super) fn ask_few_of_kind(&self, level: usize) -> Option<String> {
        let levels = self.finder.levels;
        let forms = levels.get(level)?;
        let is_named = |form: &usize| {
            self.covers
                .get(*form)
                .is_some_and(|one| one.level.is_some())
        };
        let of_level = |at: usize| {
            let units = self
                .found
                .units
                .iter()
                .filter(move |(of, unit)| *of == at && !unit.forms.is_empty());
            units.map(|(_, unit)| unit.tier)
        };
        let is_of_kind =
            |other: usize| of_level(level).all(|tier| of_level(other).any(|one| one == tier));
        let is_larger = |other: &usize| {
            let count = levels.get(*other).map_or(0, Vec::len);
            count >= forms.len() * 3 && is_of_kind(*other)
        };
        let other = (0..levels.len()).find(is_larger)?;
        let mut items = self.found.items.iter().filter_map(|item| {
            let maximum = |at: usize| item.maxima.get(at).copied().flatten();
            let (own, most) = (maximum(level)?, maximum(other)?);
            (own != most).then(|| (item.id.clone(), self.lang.most(own), self.lang.most(most)))
        });
        let (id, own, most) = items.next()?;
        if forms.iter().any(is_named) {
            return None;
        }
        let files = forms
            .iter()
            .filter_map(|form| Some(self.own.get(*form)?.0.file.as_str()));
        let files: Vec<&str> = files.take(MOST_NAMED).collect();
        let more = if forms.len() > MOST_NAMED {
            "; …"
        } else {
            ""
        };
        let (files, count) = (files.join("; "), forms.len());
        Some(say!(
            self.lang,
            "Chỉ có {count} phiếu ({files}{more}) ghi điểm tối đa khác các phiếu của đơn vị cùng loại, ví dụ {id}: {own}, các phiếu kia {most}; các đơn vị này đang được xếp hạng riêng. Có đúng không? Nếu đơn vị tự sửa điểm tối đa thì đổi cấp của các đơn vị đó ở trang Đơn vị, rồi xóa dòng này cùng các cột của cấp này ở trang Tiêu chí và trang Xếp loại.",
            "Only {count} forms ({files}{more}) say other maxima than those of units of the same kind, such as {id}: {own}, the others {most}; these units are ranked by themselves. Is that right? If the units changed the maxima themselves, change their level on the sheet of units, then delete this row and this level's columns on the sheets of criteria and of grades."
        ))
    }

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
