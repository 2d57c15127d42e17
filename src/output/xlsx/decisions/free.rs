//! The sheet for scores and figures that nothing asks about: rows in which somebody names a unit and a criterion or a figure, and gives a
//! number.
//!
//! In: a report. Out: rows with drop-downs, and a formula that shows what the unit claims. Not for: what stands in the lists.

use rust_xlsxwriter::{DataValidation, Formula, Worksheet, XlsxError};

use crate::campaign::decisions::columns::{ColumnId, FREE, FREE_COLUMNS};
use crate::output::xlsx::decisions::{LANG, list_names, looks};
use crate::output::xlsx::page::{SheetPage, StoredResult, WriteResult};
use crate::output::xlsx::styles;
use crate::output::xlsx::text::{a1, column_absolute};
use crate::result::report::Report;

/// The row of the headings.
const HEADER: u32 = 3;
/// Rows that are prepared for each unit, the fewest and the most of all. Those below count as well, but nothing stands in them yet.
const FOR_EACH_UNIT: usize = 10;
const FEWEST_ROWS: usize = 60;
const MOST_ROWS: usize = 1000;
/// Rows in which one can choose: their lists cost nothing.
const CHOOSABLE: u32 = 5000;

/// The column of a value.
fn at(column: ColumnId) -> u16 {
    let place = FREE_COLUMNS.iter().position(|one| *one == column);
    place.unwrap_or_default() as u16
}

/// The width of a column, in digits.
fn width(column: ColumnId) -> f64 {
    match column {
        ColumnId::Unit => 30.0,
        ColumnId::Criterion => 44.0,
        ColumnId::Claimed => 16.0,
        ColumnId::Points => 11.0,
        ColumnId::By => 20.0,
        ColumnId::On => 12.0,
        _ => 36.0,
    }
}

/// How many rows are prepared: as the units are.
fn prepared(report: &Report) -> u32 {
    let units = report.levels.iter();
    let units: usize = units.map(|level| level.rows.len() + level.gaps.len()).sum();
    (units * FOR_EACH_UNIT).clamp(FEWEST_ROWS, MOST_ROWS) as u32
}

/// What the sheet is for.
fn about(prepared: u32) -> String {
    format!(
        "Điểm của bất kỳ tiêu chí nào, hoặc số liệu bất kỳ, dù không có câu hỏi: chọn đơn vị và tiêu chí (hoặc số liệu, ở cuối danh sách), ghi điểm hay số liệu thẩm định, căn cứ và người quyết định. Cột “Phiếu ghi” tự hiện điểm tự chấm hay số liệu trong phiếu ở lần chạy gần nhất; đơn vị gửi phiếu khác thì quyết định được hỏi lại. Có sẵn {prepared} dòng; dùng hết thì ghi tiếp ngay bên dưới (kéo công thức cột “Phiếu ghi” xuống), các dòng ấy vẫn được đọc."
    )
}

/// Writes the sheet.
pub(super) fn write(sheet: &mut Worksheet, report: &Report) -> WriteResult {
    let widths = FREE_COLUMNS.map(width);
    let mut page = SheetPage::new(sheet, FREE, &widths, LANG)?;
    let end = FREE_COLUMNS.len().saturating_sub(1) as u16;
    page.title(0, end, ["THẨM ĐỊNH KHÁC"])?;
    page.line(1, (0, end), &report.campaign.name, &styles::subtitle())?;
    let prepared = prepared(report);
    page.line(2, (0, end), &about(prepared), &styles::guide())?;
    for (column, id) in (0_u16..).zip(FREE_COLUMNS) {
        page.text(HEADER, column, id.heading().get(LANG), &styles::header())?;
    }
    let (first, last) = (HEADER + 1, HEADER + prepared);
    for row in first..=last {
        for (column, id) in (0_u16..).zip(FREE_COLUMNS) {
            match id {
                ColumnId::Claimed => {
                    let cell = |id| column_absolute(row, at(id));
                    let formula =
                        list_names::claimed(&cell(ColumnId::Unit), &cell(ColumnId::Criterion));
                    page.formula(
                        row,
                        column,
                        &formula,
                        StoredResult::Blank,
                        &looks::computed(),
                    )?;
                }
                ColumnId::Points => page.free(row, column, "", &looks::number())?,
                ColumnId::On => page.free(row, column, "", &looks::day())?,
                _ => page.free(row, column, "", &looks::words())?,
            }
        }
    }
    rules(page.sheet, (first, last.max(HEADER + CHOOSABLE)))?;
    page.finish(report, Some((HEADER, HEADER)))?;
    page.sheet
        .set_tab_color(styles::INPUT_TAB)
        .set_print_area(0, 0, HEADER + PRINTED, end)?
        .set_freeze_panes(HEADER + 1, 2)?
        .autofilter(HEADER, 0, last, end)?;
    Ok(())
}

/// Rows that are printed: a page.
const PRINTED: u32 = 30;

/// What can be chosen and typed, and what is marked as missing.
fn rules(sheet: &mut Worksheet, (first, last): (u32, u32)) -> WriteResult {
    let cell = |id| column_absolute(first, at(id));
    let (unit, criterion) = (cell(ColumnId::Unit), cell(ColumnId::Criterion));
    let put = |sheet: &mut Worksheet, column: ColumnId, rule: &DataValidation| {
        let column = at(column);
        sheet.add_data_validation(first, column, last, column, rule)?;
        Ok::<(), XlsxError>(())
    };
    // Another name of a unit, or a code alone, is understood as well.
    let chosen = |name: &str| {
        DataValidation::new()
            .allow_list_formula(Formula::new(format!("={name}")))
            .show_error_message(false)
    };
    put(sheet, ColumnId::Unit, &chosen(list_names::UNIT_LIST))?;
    put(
        sheet,
        ColumnId::Criterion,
        &chosen(list_names::CRITERION_LIST),
    )?;
    let own = a1(first, at(ColumnId::Points));
    let points = DataValidation::new()
        .allow_custom(Formula::new(list_names::within_free(&own, &unit, &criterion)))
        .set_error_title("Điểm hoặc số liệu")?
        .set_error_message("Điểm là một số trong khung điểm của tiêu chí, số liệu là số từ 0 (có là 1, không là 0) hoặc một lựa chọn; không ghi kèm chữ.")?;
    put(sheet, ColumnId::Points, &points)?;
    put(sheet, ColumnId::On, &looks::day_rule()?)?;
    for id in [
        ColumnId::Unit,
        ColumnId::Criterion,
        ColumnId::Points,
        ColumnId::Reason,
        ColumnId::By,
    ] {
        // A row in which anything is written needs all of these.
        let used = [
            ColumnId::Unit,
            ColumnId::Criterion,
            ColumnId::Points,
            ColumnId::Reason,
        ];
        let used: Vec<String> = used.map(|one| format!("{}<>\"\"", cell(one))).into();
        let condition = format!("=AND(OR({}),{}=\"\")", used.join(","), a1(first, at(id)));
        let column = at(id);
        looks::mark(sheet, (first, column), (last, column), &condition)?;
    }
    Ok(())
}
