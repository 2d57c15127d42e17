//! The sheet of the unit's own totals: each group's, its total and its grade, worked out from the other sheets.
//!
//! In: a form and where everything stands. Out: the sheet. Not for: what counts in the end, which the department says.

use rust_xlsxwriter::Worksheet;

use crate::base::ids::GroupId;
use crate::base::points::{Decimal, Points};
use crate::campaign::scheme::{Grade, Group};
use crate::output::xlsx::page::{SheetPage, StoredResult, WriteResult};
use crate::output::xlsx::styles;
use crate::output::xlsx::template::reckon::FormGrade;
use crate::output::xlsx::template::seats::{GroupSheet, OWN_TOTALS, Seats, WeighedCell};
use crate::output::xlsx::template::{BlankForm, LANG, form_looks, reckon};
use crate::output::xlsx::text::a1;

/// The row of the headings, from 0.
const HEADINGS: u32 = 4;
/// The column of the points.
const CLAIMED: u16 = 3;

/// Writes the sheet.
pub(super) fn write(
    worksheet: &mut Worksheet,
    form: &BlankForm<'_>,
    seats: &Seats<'_>,
) -> WriteResult {
    let has_earlier = form.earlier.is_some();
    let mut widths = vec![7.0, 52.0, 14.0, 15.0];
    widths.extend(has_earlier.then_some(13.0));
    widths.push(46.0);
    let last = widths.len() as u16 - 1;
    let mut page = SheetPage::new(worksheet, OWN_TOTALS, &widths, LANG)?;
    let next = page.title(0, last, [form.title().as_str()])?;
    page.line(
        next,
        (0, last),
        "Tổng hợp điểm tự chấm",
        &styles::letterhead().set_font_size(12),
    )?;
    let unit = format!("Đơn vị: {}", form.unit.name);
    page.line(next + 1, (0, last), &unit, &styles::letterhead())?;
    heads(&mut page, form, last)?;
    let mut row = HEADINGS + 1;
    let mut sums = Vec::new();
    for sheet in &seats.sheets {
        group(&mut page, form, sheet, (row, last))?;
        let cell = WeighedCell {
            weight: sheet.group.weight,
            row,
            column: CLAIMED,
        };
        sums.push((sheet.group.id.clone(), cell));
        row += 1;
    }
    total(&mut page, form, &sums, (row, last))?;
    if has_grade(form) {
        row += 1;
        grade(&mut page, form, &sums, (row, last))?;
    }
    page.finish_as(
        &format!("{} – {OWN_TOTALS}", form.unit.name),
        Some((HEADINGS, HEADINGS)),
    )?;
    page.sheet.set_freeze_panes(HEADINGS + 1, 0)?;
    page.sheet.set_print_area(0, 0, row, last)?;
    page.sheet.set_tab_color(styles::RESULT_TAB);
    form_looks::protect(page.sheet);
    Ok(())
}

/// Whether the unit's own total has a grade: all of its points are those that it claims.
fn has_grade(form: &BlankForm<'_>) -> bool {
    !form.scheme.grades.is_empty() && form.is_all_claimed()
}

fn heads(page: &mut SheetPage<'_>, form: &BlankForm<'_>, last: u16) -> WriteResult {
    let head = form_looks::head();
    let heads = ["TT", "Nhóm tiêu chí", "Điểm tối đa", "Điểm tự chấm"];
    for (column, text) in (0..).zip(heads) {
        page.tight(HEADINGS, column, text);
        page.free(HEADINGS, column, text, &head)?;
    }
    if let Some(earlier) = form.earlier {
        let year = earlier
            .side
            .year
            .map_or_else(String::new, |year| format!(" ({year})"));
        let text = format!("Điểm năm trước{year}");
        page.tight(HEADINGS, CLAIMED + 1, &text);
        page.free(HEADINGS, CLAIMED + 1, &text, &form_looks::earlier_head())?;
    }
    page.free(HEADINGS, last, "Ghi chú", &head)
}

fn group(
    page: &mut SheetPage<'_>,
    form: &BlankForm<'_>,
    sheet: &GroupSheet<'_>,
    (row, last): (u32, u16),
) -> WriteResult {
    let group = sheet.group;
    let level = &form.unit.id.level;
    page.free(row, 0, &group.id.0, &form_looks::middle(false))?;
    page.text(row, 1, &group.name, &form_looks::text(false))?;
    page.most(row, 2, group.maximum_at(level), &form_looks::middle(false))?;
    let formula = reckon::same(&sheet.sum_from_outside());
    page.formula(
        row,
        CLAIMED,
        &formula,
        StoredResult::Blank,
        &form_looks::computed(),
    )?;
    earlier(page, form, row, earlier_group(form, group))?;
    note(page, form, sheet, (row, last))?;
    page.at_least(row, 21.0);
    Ok(())
}

/// How many criteria are left to score, as the group's own sheet says it, and what is special about a group.
fn note(
    page: &mut SheetPage<'_>,
    form: &BlankForm<'_>,
    sheet: &GroupSheet<'_>,
    (row, last): (u32, u16),
) -> WriteResult {
    let format = form_looks::said();
    let about = about(form, sheet.group);
    let count = sheet.scored().len();
    let left = left_of(count);
    let said: Vec<&str> = [about.as_str(), left.as_str()]
        .into_iter()
        .filter(|one| !one.is_empty())
        .collect();
    let said = said.join(". ");
    page.fit(row, last, &said);
    let formula = reckon::remark(&about, &sheet.left_from_outside());
    page.formula(row, last, &formula, StoredResult::Text(said), &format)
}

/// What the blank form says of so many scores.
pub(super) fn left_of(count: usize) -> String {
    if count == 0 {
        return String::new();
    }
    format!("Còn {count} tiêu chí chưa chấm")
}

/// What is special about a group.
fn about(form: &BlankForm<'_>, group: &Group) -> String {
    let mut parts = Vec::new();
    if group.outside_total {
        let total = form.scheme.total_at(&form.unit.id.level);
        parts.push(format!("Ngoài thang điểm {}", LANG.number(total)));
    }
    if group.weight != Decimal::ONE {
        parts.push(format!("Hệ số {}", LANG.number(group.weight)));
    }
    if group.cap.is_set() {
        parts.push("Không tính quá điểm tối đa".to_string());
    }
    parts.join("; ")
}

fn total(
    page: &mut SheetPage<'_>,
    form: &BlankForm<'_>,
    sums: &[(GroupId, WeighedCell)],
    (row, last): (u32, u16),
) -> WriteResult {
    let cells: Vec<WeighedCell> = sums.iter().map(|(_, cell)| *cell).collect();
    let sum = form_looks::sum();
    page.free(row, 0, "", &form_looks::closed())?;
    page.free(row, 1, "TỔNG ĐIỂM", &form_looks::sum_text())?;
    page.number(row, 2, form.scheme.total_at(&form.unit.id.level), &sum)?;
    match reckon::total(&cells) {
        Some(formula) => page.formula(row, CLAIMED, &formula, StoredResult::Blank, &sum)?,
        None => page.free(row, CLAIMED, "", &sum)?,
    }
    let value = form.earlier.and_then(|one| one.result?.total);
    earlier(page, form, row, value)?;
    let said = if form.is_all_claimed() {
        ""
    } else {
        "Chưa gồm điểm do tỉnh cho, điểm tính từ số liệu và tiêu chí không chấm"
    };
    page.text(row, last, said, &form_looks::said())?;
    page.at_least(row, 23.0);
    Ok(())
}

fn grade(
    page: &mut SheetPage<'_>,
    form: &BlankForm<'_>,
    sums: &[(GroupId, WeighedCell)],
    (row, last): (u32, u16),
) -> WriteResult {
    let sum = form_looks::sum();
    for column in 0..=last {
        page.free(row, column, "", &form_looks::closed())?;
    }
    page.free(row, 1, "TỰ XẾP LOẠI", &form_looks::sum_text())?;
    let formula = reckon::grade(&a1(row - 1, CLAIMED), &grades(form, sums, row - 1));
    if let Some(formula) = formula {
        page.formula(row, CLAIMED, &formula, StoredResult::Blank, &sum)?;
    }
    if form.scheme.grades_ask_for_groups() {
        let said = "Xét theo tổng điểm và điểm từng nhóm";
        page.text(row, last, said, &form_looks::said())?;
    }
    if let Some(earlier) = form.earlier {
        let grade = earlier.result.and_then(|one| one.grade.clone());
        page.free(
            row,
            CLAIMED + 1,
            &grade.unwrap_or_default(),
            &form_looks::earlier(),
        )?;
    }
    page.at_least(row, 23.0);
    Ok(())
}

/// The grades, each with the fewest points of the total in its row and of groups in theirs.
fn grades(form: &BlankForm<'_>, sums: &[(GroupId, WeighedCell)], total: u32) -> Vec<FormGrade> {
    let (scheme, level) = (form.scheme, &form.unit.id.level);
    let total = WeighedCell {
        weight: Decimal::ONE,
        row: total,
        column: CLAIMED,
    };
    let of = |grade: &Grade| {
        let minima = scheme.minima(grade, level);
        let groups = sums
            .iter()
            .filter_map(|(id, cell)| Some((*cell, minima.get(id)?.0)));
        let limit = (total, scheme.limit(grade, level).0);
        FormGrade {
            name: grade.name.clone(),
            minima: std::iter::once(limit).chain(groups).collect(),
        }
    };
    scheme.grades.iter().map(of).collect()
}

/// Last year's points of a group that was there under the same code and name.
fn earlier_group(form: &BlankForm<'_>, group: &Group) -> Option<Points> {
    let earlier = form.earlier?;
    let item = earlier.side.groups.get(&group.id)?;
    let key = crate::base::text::key;
    let names = std::iter::once(&group.name).chain(&group.aliases);
    let is_same = names.map(|one| key(one)).any(|one| one == key(&item.name));
    earlier
        .result?
        .groups
        .get(&group.id)
        .copied()
        .filter(|_| is_same)
}

fn earlier(
    page: &mut SheetPage<'_>,
    form: &BlankForm<'_>,
    row: u32,
    value: Option<Points>,
) -> WriteResult {
    if form.earlier.is_none() {
        return Ok(());
    }
    let format = form_looks::earlier();
    match value {
        Some(points) => page.number(row, CLAIMED + 1, points.0, &format),
        None => page.free(row, CLAIMED + 1, "", &format),
    }
}
