//! The chart of the overview.
//!
//! In: where the overview's table of grades stands. Out: a native chart over those cells, in colours that differ in lightness. Not
//! for: numbers.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartDataLabelPosition, ChartFont, ChartFormat, ChartLegendPosition,
    ChartLine, ChartSolidFill, ChartType, Color,
};

use crate::output::palette::{FILLS, FONT};
use crate::output::words;
use crate::output::xlsx::page::{SheetPage, WriteResult, whole};
use crate::output::xlsx::plan::Book;
use crate::output::xlsx::text::clip;
use crate::result::report::UnitRow;

/// Pixels to a point.
const PIXELS: f64 = 96.0 / 72.0;
/// The longest description of a chart, in UTF-16 units.
pub(super) const ALT_TEXT: usize = 1_000;
/// Pixels left free around a chart.
const GAP: f64 = 6.0;

/// The columns of the page.
pub(super) struct PageColumns {
    /// The last column of the tables on the left.
    pub(super) last: u16,
    /// The first column under the charts.
    pub(super) chart: u16,
    /// The last column of the page.
    pub(super) end: u16,
}

/// The table that the chart is drawn from.
#[derive(Default)]
pub(super) struct Tables {
    /// The row of the grades' names; the levels stand below.
    pub(super) grades: u32,
    /// The first row beside the charts.
    pub(super) top: u32,
    /// The height beside the charts, in points.
    pub(super) height: f64,
}

/// Draws the chart beside the tables.
pub(super) fn draw(
    page: &mut SheetPage,
    book: &Book,
    tables: &Tables,
    columns: &PageColumns,
) -> WriteResult {
    let levels = book.report.levels.len() as u32;
    if levels == 0 || book.report.grades.is_empty() {
        return Ok(());
    }
    let width = whole(page.pixels(columns.chart, columns.end));
    let height = whole(tables.height * PIXELS - GAP);
    let chart = grades(book, tables, levels, (width, height));
    page.sheet.insert_chart(tables.top, columns.chart, &chart)?;
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
    chart.set_alt_text(alt_text(book));
    chart
}

/// The chart in words, for who cannot see it.
fn alt_text(book: &Book) -> String {
    let lang = book.lang;
    let levels = book.report.levels.iter().map(|level| {
        let counts = book.report.grades.iter().filter_map(|grade| {
            let has = |unit: &&UnitRow| unit.grading.grade.as_ref() == Some(&grade.name);
            let count = level.rows.iter().filter(has).count();
            (count > 0).then(|| format!("{} {count}", grade.name))
        });
        let counts: Vec<String> = counts.collect();
        format!("{}: {}", level.name, counts.join(", "))
    });
    let levels: Vec<String> = levels.collect();
    let title = words::CHART_GRADES.get(lang);
    clip(&format!("{title}. {}.", levels.join("; ")), ALT_TEXT)
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

/// The font of a chart, in points.
pub(super) fn font(size: u32) -> ChartFont {
    let mut font = ChartFont::new();
    font.set_name(FONT).set_size(size);
    font
}
