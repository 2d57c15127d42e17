//! The sheet `Tổng hợp`: the unit's own totals by group, its own total and grade.

use std::error::Error;

use rust_xlsxwriter::Worksheet;
use tonghop::base::cell::CellAddress;

use super::cover::title;
use super::groups::group_points;
use super::hundredths::decimal;
use super::letter;
use super::plan::Plan;
use super::returns::{OwnTotal, Return};
use super::scheme::{Group, Scheme};
use super::style::{self, Style};
use super::value::{write_formula, write_number};

/// The sheet's name.
const NAME: &str = "Tổng hợp";
/// The column of the unit's own points.
const OWN: u16 = 3;

/// Writes the summary.
///
/// # Errors
/// When a value is missing or the sheet cannot be written.
pub fn write(
    sheet: &mut Worksheet,
    scheme: &Scheme,
    plan: &Plan,
    one: &Return,
) -> Result<(), Box<dyn Error>> {
    let style = Style::new(&one.hand);
    sheet.set_name(NAME)?;
    for (column, width) in [(0, 6.0), (1, 46.0), (2, 14.0), (3, 16.0), (4, 40.0)] {
        sheet.set_column_width(column, width)?;
    }
    letter::head(
        sheet,
        one,
        &style,
        (1, 4),
        [&title(one), "TỔNG HỢP ĐIỂM TỰ CHẤM"],
    )?;
    let header = one.hand.top + 6;
    let labels = [
        "TT",
        "Nhóm tiêu chí",
        "Điểm tối đa",
        "Điểm tự chấm",
        "Ghi chú",
    ];
    for (column, label) in (0_u16..).zip(labels) {
        sheet.write_with_format(header, column, one.hand.label(label), &style.header())?;
    }
    sheet.set_row_height(header, style.size() * 2.4)?;
    let mut row = header + 1;
    for group in &scheme.groups {
        write_group(sheet, plan, one, &style, group, row)?;
        sheet.set_row_height(row, style.size() * 2.0)?;
        row += 1;
    }
    write_total(sheet, scheme, one, &style, (header + 1, row))?;
    row += 1;
    for (column, text) in [(0, ""), (2, ""), (OWN, one.grade.as_str()), (4, "")] {
        sheet.write_with_format(row, column, text, &style.total())?;
    }
    let label = one.hand.label("Tự xếp loại");
    sheet.write_with_format(row, 1, label, &letter::left(&style.total()))?;
    sheet.set_row_height(row, style.size() * 2.0)?;
    letter::sign(sheet, one, &style, row + 2, (1, 4))?;
    style::set_page(sheet);
    Ok(())
}

/// One group: its number, name, maximum and the points from its sheet.
fn write_group(
    sheet: &mut Worksheet,
    plan: &Plan,
    one: &Return,
    style: &Style,
    group: &Group,
    row: u32,
) -> Result<(), Box<dyn Error>> {
    sheet.write_with_format(row, 0, group.id.as_str(), &style.middle())?;
    sheet.write_with_format(row, 1, group.name.as_str(), &style.cell())?;
    let maximum = group.maximum.at(&one.level).to_string();
    let as_text = one.hand.numbers_as_text;
    write_number(sheet, (row, 2), &maximum, as_text, &style.middle())?;
    let points = decimal(group_points(one, group)?);
    let comma = one.text_group.as_deref() == Some(&group.id);
    if as_text || comma {
        write_number(sheet, (row, OWN), &points, true, &style.middle())?;
    } else {
        let formula = format!("={}", plan.total(&group.id, NAME)?);
        write_formula(sheet, (row, OWN), &formula, &points, &style.middle())?;
    }
    let note = if group.outside_total {
        "Ngoài thang điểm 1000"
    } else {
        ""
    };
    sheet.write_with_format(row, 4, note, &style.small())?;
    Ok(())
}

/// The unit's own total, right or not: a formula or what somebody typed.
fn write_total(
    sheet: &mut Worksheet,
    scheme: &Scheme,
    one: &Return,
    style: &Style,
    (first, row): (u32, u32),
) -> Result<(), Box<dyn Error>> {
    let format = style.total();
    sheet.write_with_format(row, 0, "", &format)?;
    sheet.write_with_format(row, 1, one.hand.label("Tổng điểm"), &letter::left(&format))?;
    let as_text = one.hand.numbers_as_text;
    write_number(sheet, (row, 2), "1000", as_text, &format)?;
    let mut sum = 0;
    let mut counted = 0;
    let without_bonus = matches!(one.total, OwnTotal::WithoutBonus);
    for group in &scheme.groups {
        if !(without_bonus && group.outside_total) {
            sum += group_points(one, group)?;
            counted += 1;
        }
    }
    match &one.total {
        OwnTotal::Typed(total) => {
            let text = as_text || one.text_group.is_some();
            write_number(sheet, (row, OWN), total, text, &format)?;
        }
        _ if as_text => write_number(sheet, (row, OWN), &decimal(sum), true, &format)?,
        _ => {
            let from = CellAddress::new(first, u32::from(OWN));
            let to = CellAddress::new(first + counted - 1, u32::from(OWN));
            let formula = format!("=SUM({from}:{to})");
            write_formula(sheet, (row, OWN), &formula, &decimal(sum), &format)?;
        }
    }
    sheet.write_with_format(row, 4, "", &format)?;
    sheet.set_row_height(row, style.size() * 2.2)?;
    Ok(())
}
