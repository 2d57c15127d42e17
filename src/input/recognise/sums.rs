//! Sums and grades that a unit states itself.
//!
//! In: a line of a sum or of the unit's own grade. Out: what it states, with its place.

use crate::base::cell::Reading;
use crate::base::ids::GroupId;
use crate::base::number::{self, NotANumber, Sort};
use crate::base::points::{Decimal, Most, Points};
use crate::base::text;
use crate::campaign::hints::Hint;
use crate::campaign::vocabulary::Column;
use crate::input::recognise::columns::heading;
use crate::input::recognise::lexicon::Item;
use crate::input::recognise::reader::{FromTable, SheetReader};
use crate::input::recognise::shares;
use crate::input::recognise::sheet::{Line, item_of};
use crate::input::recognise::subject::Subject;
use crate::input::submission::{Found, OwnSum, SumOf};

impl SheetReader<'_, '_> {
    /// What a line of a sum adds up, where that can be told: a caption of a total stands below a section, or above it, as well. The
    /// maximum on its row says of what it is, else what stands around it.
    pub(super) fn sum_of(
        &self,
        lines: &[Line<'_, '_>],
        index: usize,
        of: Option<SumOf>,
    ) -> Option<SumOf> {
        if let Some(SumOf::Groups(named)) = &of
            && let Some(rows) = self.rows_named(lines.get(..index)?, named)
        {
            return rows.then(|| self.group.clone().map(SumOf::Group))?;
        }
        if of != Some(SumOf::Total) {
            return of.or_else(|| self.sum_without_name(lines, index));
        }
        let code = |line: &Line<'_, '_>| match item_of(line, self.lexicon)? {
            Item::Criterion(criterion) => Some(criterion.group_code()),
            Item::Head(_) | Item::Figure(..) => None,
        };
        let line = lines.get(index)?;
        let (before, after) = (lines.get(..index)?, lines.get(index + 1..)?);
        let before = || before.iter().filter_map(code);
        let after = || after.iter().filter_map(code);
        // The group that a head above has opened, or that begins below.
        let group = match (&self.group, after().next()) {
            (Some(group), _) => group.clone(),
            (None, Some(code)) => GroupId::from(code),
            (None, None) => return Some(SumOf::Total),
        };
        let stated = line.cell(Column::Maximum).and_then(|cell| {
            number::read(&cell.value, self.any_points(), "")
                .ok()
                .flatten()
        });
        if let Some(stated) = stated {
            let of_group = self.is_of_group(&group, stated.value);
            if self.scheme.totals().any(|total| total == stated.value) {
                return Some(SumOf::Total);
            }
            if of_group {
                return Some(SumOf::Group(group));
            }
        }
        match (
            before().any(|one| one == group.0),
            after().any(|one| one == group.0),
        ) {
            // In the middle of a group it is the sum of something within it.
            (true, true) => None,
            // On the sheet of one group it may be either.
            _ if after().next().is_none() => (before().any(|one| one != group.0)
                || before().next().is_none()
                || self.scheme.groups.len() == 1)
                .then_some(SumOf::Total),
            _ => Some(SumOf::Group(group)),
        }
    }

    /// Whether codes of groups that a sum names are those of rows above it, "Cộng (1 + 2)" in group I of rows 1 and 2, and then whether
    /// they are all of the group's.
    fn rows_named(&self, before: &[Line<'_, '_>], named: &[GroupId]) -> Option<bool> {
        let group = self.group.as_ref()?;
        let code = |line: &Line<'_, '_>| match item_of(line, self.lexicon)? {
            Item::Criterion(criterion) if criterion.group_code() == group.0 => {
                Some(line.labels.code())
            }
            Item::Criterion(_) | Item::Head(_) | Item::Figure(..) => None,
        };
        let rows: Vec<_> = before.iter().filter_map(code).collect();
        let is_named = |code: &str| named.iter().any(|one| one.0 == code);
        let is_row = |one: &GroupId| rows.iter().any(|code| **code == *one.0);
        let are_rows = named.iter().all(is_row);
        are_rows.then(|| rows.iter().all(|code| is_named(code)))
    }

    /// What a line adds up that says no more than "Cộng": the group above it, or all of them where its maximum is that of the total. Where it
    /// says none, or one of neither, and ends the table: all where what it says is above the group's maximum, or where that group and others have said their
    /// sums.
    fn sum_without_name(&self, lines: &[Line<'_, '_>], index: usize) -> Option<SumOf> {
        let group = self.group.clone()?;
        let line = lines.get(index)?;
        let most = line.cell(Column::Maximum).and_then(|cell| {
            let read = number::read(&cell.value, self.any_points(), "");
            read.ok().flatten().map(|number| number.value)
        });
        let is_told = |most: &Decimal| {
            self.is_of_group(&group, *most) || self.scheme.totals().any(|total| total == *most)
        };
        let is_all = if let Some(most) = most.filter(is_told) {
            self.is_of_total(&group, most)
        } else {
            let mut after = lines.get(index + 1..).unwrap_or_default().iter();
            let is_last = after.all(|line| item_of(line, self.lexicon).is_none());
            is_last && (self.is_beyond(&group, line) || self.are_sums_said(&group, line))
        };
        let of = if is_all {
            SumOf::Total
        } else {
            SumOf::Group(group)
        };
        Some(of)
    }

    /// Whether a maximum is that of a total, and of the group at no level.
    fn is_of_total(&self, group: &GroupId, most: Decimal) -> bool {
        !self.is_of_group(group, most) && self.scheme.totals().any(|total| total == most)
    }

    /// Whether a maximum is that of a group at some level.
    fn is_of_group(&self, group: &GroupId, most: Decimal) -> bool {
        self.scheme.group(group).is_some_and(|group| {
            let mut levels = self.scheme.levels.iter();
            levels.any(|level| group.maximum_at(&level.id) == Points(most))
        })
    }

    /// Whether what a line says is more than a group can have at any level.
    fn is_beyond(&self, group: &GroupId, line: &Line<'_, '_>) -> bool {
        let said = line.cell(Column::Claimed).and_then(|cell| {
            let read = number::read(&cell.value, self.any_points(), "");
            read.ok().flatten()
        });
        let Some((said, group)) = said.zip(self.scheme.group(group)) else {
            return false;
        };
        let mut most = self.scheme.levels.iter();
        most.all(|level| {
            let most = group.maximum_at(&level.id);
            most != Points::ZERO && Most::from(Points(said.value)) > most
        })
    }

    /// Whether the group above a line and another one have said their sums above it, and none twice.
    fn are_sums_said(&self, group: &GroupId, line: &Line<'_, '_>) -> bool {
        let sums = self.into.own_sums.iter();
        let sums: Vec<&SumOf> = sums
            .filter(|one| one.table == line.table.header)
            .map(|one| &one.value.of)
            .collect();
        let said = |of: &GroupId| {
            let is_it = |one: &&&SumOf| **one == &SumOf::Group(of.clone());
            sums.iter().filter(is_it).count()
        };
        let is_once = self.scheme.groups.iter().all(|one| said(&one.id) < 2);
        let others = self
            .scheme
            .groups
            .iter()
            .any(|one| one.id != *group && said(&one.id) == 1);
        others && said(group) == 1 && is_once
    }

    /// Whether a row says the total above it once more, as a share of the most points or in percent.
    pub(super) fn is_share_of_total(&self, line: &Line<'_, '_>) -> bool {
        let of_total = |one: &&FromTable<OwnSum>| {
            one.table == line.table.header && one.value.of == SumOf::Total
        };
        let stated = self.into.own_sums.iter().rev().find(of_total);
        let Some(total) = stated.and_then(|one| one.value.stated.value.value()) else {
            return false;
        };
        let written = line.cell(Column::Claimed).and_then(|cell| {
            let read = number::read(&cell.value, self.any_points(), "");
            read.ok().flatten()
        });
        let Some(written) = written.map(|number| number.value) else {
            return false;
        };
        let is_share = |most: Decimal| {
            let share = total.0.checked_mul(Decimal::ONE_HUNDRED);
            let share = share.and_then(|share| share.checked_div(most));
            let percent = [Some(written), written.checked_mul(Decimal::ONE_HUNDRED)];
            let is_it = |percent: Decimal| {
                let off = share.and_then(|share| share.checked_sub(percent));
                off.is_some_and(|off| off.abs() < Decimal::new(5, 1))
            };
            percent.into_iter().flatten().any(is_it)
        };
        self.scheme.totals().any(is_share)
    }

    fn any_points(&self) -> Sort {
        let total = Points(self.scheme.totals().max().unwrap_or_default());
        let most = (total + total).0;
        Sort::Points {
            lowest: -most,
            highest: most,
        }
    }

    /// Takes a sum; without saying of what, it is of the group above.
    pub(super) fn sum(&mut self, line: &Line<'_, '_>, of: Option<SumOf>) {
        let Some(of) = of.or_else(|| self.group.clone().map(SumOf::Group)) else {
            return;
        };
        let sort = self.any_points();
        // Only a number says something here; the appraised column is often left with formulas over nothing.
        if let Some(cell) = line.cell(Column::Appraised) {
            let subject = Subject::Sum(&of);
            let read = match subject.whole(self.scheme) {
                Some(whole) => shares::read(cell, whole, subject),
                None => number::read(&cell.value, sort, ""),
            };
            match read {
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
        let stated = self.points(line, Column::Claimed, sort, Subject::Sum(&of));
        let stated = stated.filter(|stated| stated.value != Reading::Empty);
        if let Some(stated) = stated.or_else(|| self.converted(line, sort)) {
            let table = line.table.header;
            self.into.own_sums.push(FromTable {
                value: OwnSum { of, stated },
                table,
            });
        }
    }

    /// The sum in a column of converted points, where nothing stands below the self scores: what units weigh by hand is added up there.
    fn converted(&self, line: &Line<'_, '_>, sort: Sort) -> Option<Found<Points>> {
        let columns = &line.table.columns;
        let claimed = columns.get(Column::Claimed)?;
        let read = [Column::Maximum, Column::Appraised, Column::Figure];
        let is_read = |at: u32| read.iter().any(|column| columns.get(*column) == Some(at));
        let after = line.table.titled.iter().map(|one| one.column);
        let mut converted = after.filter(|at| {
            let is_free = *at > claimed && !is_read(*at);
            is_free && Hint::Converted.is_in(&text::key(&heading(line.table, *at)))
        });
        let (only, None) = (converted.next()?, converted.next()) else {
            return None;
        };
        let cell = line.cell_at(only)?;
        let number = number::read(&cell.value, sort, "").ok().flatten()?;
        let value = Reading::Value(Points(number.value));
        Some(self.found(cell, value, number.steps))
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
