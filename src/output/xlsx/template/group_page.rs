//! The sheet of a group: a row for each criterion, below it its options and its figures, and the group's sum.
//!
//! In: a form and where everything stands. Out: the sheet. Not for: what Excel refuses (`guards`), nor formulas (`reckon`).

use rust_xlsxwriter::{Format, Worksheet};

use crate::campaign::scheme::{CombinedAt, GROUP_RULE};
use crate::output::xlsx::page::{SheetPage, StoredResult, WriteResult};
use crate::output::xlsx::styles;
use crate::output::xlsx::template::drop_downs::DropDowns;
use crate::output::xlsx::template::own_totals::left_of;
use crate::output::xlsx::template::seats::{
    CODE, FormColumns, FormRow, GroupSheet, HEADINGS, Seats, TEXT,
};
use crate::output::xlsx::template::{BlankForm, LANG, form_looks, reckon};

/// The row of the sum is so high, in points.
const SUM: f64 = 30.0;

/// A sheet while it is written.
pub(super) struct GroupWriter<'w, 'f> {
    pub(super) page: SheetPage<'w>,
    pub(super) form: &'w BlankForm<'f>,
    pub(super) seats: &'w Seats<'f>,
    pub(super) sheet: &'w GroupSheet<'f>,
    pub(super) lists: &'w mut DropDowns,
}

/// Writes the sheet of a group.
pub(super) fn write(
    worksheet: &mut Worksheet,
    form: &BlankForm<'_>,
    seats: &Seats<'_>,
    sheet: &GroupSheet<'_>,
    lists: &mut DropDowns,
) -> WriteResult {
    let page = SheetPage::new(worksheet, &sheet.name, &widths(sheet.columns), LANG)?;
    let mut writer = GroupWriter {
        page,
        form,
        seats,
        sheet,
        lists,
    };
    writer.head()?;
    for (row, content) in (HEADINGS + 1..).zip(&sheet.rows) {
        match *content {
            FormRow::Criterion(criterion, cell) => writer.criterion(row, criterion, cell)?,
            FormRow::Option(criterion, option) => writer.option(row, criterion, option)?,
            FormRow::Figure(figure, at) => writer.figure_row(row, figure, at)?,
        }
    }
    writer.sum()?;
    writer.finish()
}

fn widths(columns: FormColumns) -> Vec<f64> {
    let mut widths = vec![7.0, 40.0];
    let some = |column: Option<u16>, width: f64| column.map(|_| width);
    widths.extend(some(columns.measure, 11.0));
    widths.extend(some(columns.figure, 12.0));
    widths.extend(some(columns.earlier_figure, 11.0));
    widths.push(9.0);
    widths.extend(some(columns.tick, 8.0));
    widths.push(11.0);
    widths.extend(some(columns.earlier_score, 10.0));
    widths.extend([11.0, 28.0, 22.0]);
    widths
}

impl GroupWriter<'_, '_> {
    fn head(&mut self) -> WriteResult {
        let columns = self.sheet.columns;
        let last = columns.last();
        let next = self.page.title(0, last, [self.form.title().as_str()])?;
        let group = self.sheet.group;
        let named = format!("Nhóm {}: {}", group.id, group.name);
        self.page.line(
            next,
            (0, last),
            &named,
            &styles::letterhead().set_font_size(12),
        )?;
        let unit = format!("Đơn vị: {}", self.form.unit.name);
        self.page
            .line(next + 1, (0, last), &unit, &styles::letterhead())?;
        let head = form_looks::head();
        let earlier = form_looks::earlier_head();
        let year = self.form.earlier.and_then(|one| one.side.year);
        let of_year = year.map_or_else(String::new, |year| format!(" ({year})"));
        let figures = format!("Số liệu năm trước{of_year}");
        let scores = format!("Điểm năm trước{of_year}");
        let named: [(Option<u16>, &str, &Format); 12] = [
            (Some(CODE), "TT", &head),
            (Some(TEXT), "Tiêu chí", &head),
            (columns.measure, "Đơn vị tính", &head),
            (columns.figure, "Số liệu", &head),
            (columns.earlier_figure, &figures, &earlier),
            (Some(columns.maximum), "Điểm tối đa", &head),
            (columns.tick, "Đánh dấu", &head),
            (Some(columns.claimed), "Điểm tự chấm", &head),
            (columns.earlier_score, &scores, &earlier),
            (Some(columns.appraised), "Điểm thẩm định", &head),
            (Some(columns.evidence), "Tài liệu kiểm chứng", &head),
            (Some(columns.explanation), "Giải trình", &head),
        ];
        for (column, text, format) in named {
            if let Some(column) = column {
                self.page.tight(HEADINGS, column, text);
                self.page.free(HEADINGS, column, text, format)?;
            }
        }
        Ok(())
    }

    /// The sum of the group.
    fn sum(&mut self) -> WriteResult {
        let (row, columns) = (self.sheet.sum(), self.sheet.columns);
        let caption = format!("CỘNG NHÓM {}", self.sheet.group.id);
        let closed = form_looks::closed();
        for column in 0..=columns.last() {
            self.page.free(row, column, "", &closed)?;
        }
        self.page.at_least(row, SUM);
        self.page
            .free(row, TEXT, &caption, &form_looks::sum_text())?;
        let level = &self.form.unit.id.level;
        let maximum = self.sheet.group.maximum_at(level);
        self.page
            .most(row, columns.maximum, maximum, &form_looks::sum())?;
        self.left(row)?;
        let below = self
            .seats
            .below(self.form, CombinedAt::Group(&self.sheet.group.id));
        let cap = self
            .form
            .scheme
            .cap(CombinedAt::Group(&self.sheet.group.id), level);
        match reckon::combined(&GROUP_RULE, &below, cap) {
            Some(formula) => {
                let format = form_looks::sum();
                self.page
                    .formula(row, columns.claimed, &formula, StoredResult::Blank, &format)
            }
            None => Ok(()),
        }
    }

    /// How many scores are left, in the row of the sum.
    fn left(&mut self, row: u32) -> WriteResult {
        let cells = self.sheet.scored();
        let Some(formula) = reckon::still_blank(&cells) else {
            return Ok(());
        };
        let result = StoredResult::Text(left_of(cells.len()));
        let column = self.sheet.columns.explanation;
        let format = form_looks::said();
        self.page.formula(row, column, &formula, result, &format)
    }

    fn finish(&mut self) -> WriteResult {
        let last = self.sheet.columns.last();
        let name = format!("{} – {}", self.form.unit.name, self.sheet.name);
        self.page.finish_as(&name, Some((HEADINGS, HEADINGS)))?;
        self.page.sheet.set_freeze_panes(HEADINGS + 1, TEXT + 1)?;
        self.page
            .sheet
            .set_print_area(0, 0, self.sheet.sum(), last)?;
        self.page.sheet.set_tab_color(styles::INPUT_TAB);
        form_looks::protect(self.page.sheet);
        Ok(())
    }
}
