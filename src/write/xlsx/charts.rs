//! The charts of the overview.
//!
//! In: where the overview's tables stand. Out: native charts over those cells, in colours that differ in lightness. Not
//! for: numbers.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartDataLabelPosition, ChartFont, ChartFormat, ChartLegendPosition,
    ChartLine, ChartSolidFill, ChartType, Color,
};

use crate::write::words;
use crate::write::xlsx::attainment;
use crate::write::xlsx::overview::{Columns, Tables};
use crate::write::xlsx::page::{Done, Page, whole};
use crate::write::xlsx::plan::Book;
use crate::write::xlsx::styles::FONT;

/// Fills of the levels, from dark to light.
const FILLS: [u32; 4] = [0x001F_4E79, 0x009D_C3E6, 0x0054_8235, 0x00C5_E0B4];
/// Pixels to a point.
const PIXELS: f64 = 96.0 / 72.0;
/// Pixels left free around a chart.
const GAP: f64 = 6.0;

/// Draws both charts beside the tables.
pub(super) fn draw(page: &mut Page, book: &Book, tables: &Tables, columns: &Columns) -> Done {
    let levels = book.report.levels.len() as u32;
    let groups = attainment::groups(book.report).count() as u32;
    if levels == 0 {
        return Ok(());
    }
    let width = page.pixels(columns.chart, columns.end);
    let height = tables.height * PIXELS;
    let share = if groups == 0 { 1.0 } else { 0.45 };
    let size = |share: f64| (whole(width), whole(height * share - GAP));
    if !book.report.grades.is_empty() {
        let chart = grades(book, tables, levels, size(share));
        page.sheet.insert_chart(tables.top, columns.chart, &chart)?;
    }
    if groups > 0 {
        let chart = attained(book, tables, groups, size(1.0 - share));
        let down = whole(height * share);
        page.sheet
            .insert_chart_with_offset(tables.top, columns.chart, &chart, 0, down)?;
    }
    Ok(())
}

/// Units per grade, one series per level.
fn grades(book: &Book, tables: &Tables, levels: u32, size: (u32, u32)) -> Chart {
    let sheet = book.names.overview.as_str();
    let mut chart = base(ChartType::Column, words::CHART_GRADES.get(book.lang), size);
    let last = book.report.grades.len() as u16;
    for (index, row) in (tables.grades + 1..=tables.grades + levels).enumerate() {
        let name = book
            .report
            .levels
            .get(index)
            .map(|level| level.name.as_str());
        chart
            .add_series()
            .set_name(name.unwrap_or_default())
            .set_categories((sheet, tables.grades, 1, tables.grades, last))
            .set_values((sheet, row, 1, row, last))
            .set_format(&mut filled(index))
            .set_gap(60)
            .set_data_label(&labels("0;;"));
    }
    chart.y_axis().set_hidden(true).set_major_gridlines(false);
    chart
}

/// Average attainment per group, one series per level.
fn attained(book: &Book, tables: &Tables, groups: u32, size: (u32, u32)) -> Chart {
    let sheet = book.names.overview.as_str();
    let mut chart = base(ChartType::Bar, words::CHART_ATTAINMENT.get(book.lang), size);
    let (first, last) = (tables.attainment + 1, tables.attainment + groups);
    for (index, level) in book.report.levels.iter().enumerate() {
        let column = index as u16 + 1;
        chart
            .add_series()
            .set_name(level.name.as_str())
            .set_categories((sheet, first, 0, last, 0))
            .set_values((sheet, first, column, last, column))
            .set_format(&mut filled(index))
            .set_gap(50)
            .set_data_label(&labels("0%"));
    }
    // In a bar chart the vertical axis is that of the categories.
    chart.y_axis().set_reverse().set_font(&font(9));
    chart
        .x_axis()
        .set_min(0)
        .set_max(1)
        .set_hidden(true)
        .set_major_gridlines(false);
    chart
}

fn base(kind: ChartType, title: &str, (width, height): (u32, u32)) -> Chart {
    let mut chart = Chart::new(kind);
    chart.set_width(width).set_height(height);
    chart.title().set_name(title).set_font(font(11).set_bold());
    chart
        .legend()
        .set_position(ChartLegendPosition::Bottom)
        .set_font(&font(10));
    chart.x_axis().set_font(&font(10));
    chart
}

fn filled(index: usize) -> ChartFormat {
    let color = FILLS.get(index % FILLS.len()).copied().unwrap_or_default();
    let mut format = ChartFormat::new();
    format
        .set_solid_fill(ChartSolidFill::new().set_color(Color::RGB(color)))
        .set_border(
            ChartLine::new()
                .set_color(Color::RGB(0x0040_4040))
                .set_width(0.5),
        );
    format
}

fn labels(number: &str) -> ChartDataLabel {
    let mut label = ChartDataLabel::new();
    label
        .show_value()
        .set_position(ChartDataLabelPosition::OutsideEnd)
        .set_font(&font(9))
        .set_num_format(number);
    label
}

fn font(size: u32) -> ChartFont {
    let mut font = ChartFont::new();
    font.set_name(FONT).set_size(size);
    font
}
