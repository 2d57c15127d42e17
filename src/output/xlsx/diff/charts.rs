//! The charts of a comparison: totals of both years as dumbbells, places won and lost.
//!
//! In: where the levels' tables stand. Out: native charts over those cells. Not for: numbers.

use rust_xlsxwriter::{
    Chart, ChartAxisLabelPosition, ChartFormat, ChartLegendPosition, ChartLine, ChartMarker,
    ChartMarkerType, ChartSolidFill, ChartType, Color,
};

use crate::base::lang::{Lang, Phrase};
use crate::output::comparison;
use crate::output::comparison_heads as heads;
use crate::output::palette;
use crate::output::xlsx::charts::{ALT_TEXT, font};
use crate::output::xlsx::diff::level;
use crate::output::xlsx::numbers::signed;
use crate::output::xlsx::page::{SheetPage, WriteResult, whole};
use crate::output::xlsx::styles;
use crate::output::xlsx::text::clip;
use crate::result::diff::{Diff, LevelDiff, State, UnitDiff};

const DARK: Color = Color::RGB(palette::DARK);
const LIGHT: Color = Color::RGB(palette::LIGHT);
const GREY: Color = Color::RGB(palette::GREY);
/// The height of a row without text, in pixels.
const ROW: u32 = 20;
/// The height of a chart of totals, in pixels.
const TOTALS: u32 = 370;
/// What fits on a page below its heading, in pixels.
const PAGE: u32 = 740;

/// Draws two charts for each level, from a row on.
pub(super) fn draw(
    page: &mut SheetPage,
    diff: &Diff,
    names: &[String],
    (top, last): (u32, u16),
) -> WriteResult {
    let width = whole(page.pixels(0, last));
    let mut row = top;
    let mut breaks = vec![top - 1];
    for (one, name) in diff.levels.iter().zip(names) {
        let compared = one
            .units
            .iter()
            .filter(|unit| unit.state == State::Compared);
        let count = compared.count() as u32;
        // Totals of two kinds in one picture would say that they can be compared.
        if count == 0 || !diff.apart.is_empty() {
            continue;
        }
        if row > top {
            let heading = heads::CHARTS_CONTINUED.get(page.lang());
            page.free(row, 0, heading, &styles::section())?;
            row += 1;
        }
        let chart = totals(page, diff, one, (name, count), (width, TOTALS));
        page.sheet.insert_chart_with_offset(row, 0, &chart, 0, 4)?;
        row += TOTALS / ROW + 1;
        let moved = |unit: &UnitDiff| unit.places.is_some_and(|places| places != 0);
        if one.units.iter().any(moved) {
            let height = 90 + 17 * count;
            if TOTALS + ROW + height > PAGE {
                breaks.push(row);
                let heading = heads::CHARTS_CONTINUED.get(page.lang());
                page.free(row, 0, heading, &styles::section())?;
                row += 1;
            }
            let chart = places(page, one, (name, count), (width, height));
            page.sheet.insert_chart_with_offset(row, 0, &chart, 0, 4)?;
            row += height / ROW + 2;
        }
        breaks.push(row);
    }
    // The last one would leave an empty page.
    breaks.pop();
    page.sheet.set_page_breaks(&breaks)?;
    Ok(())
}

/// Two marks for each unit, joined by a line.
fn totals(
    page: &SheetPage,
    diff: &Diff,
    one: &LevelDiff,
    (sheet, count): (&str, u32),
    (width, height): (u32, u32),
) -> Chart {
    let lang = page.lang();
    let (before, now) = comparison::years(diff, lang);
    let mut chart = Chart::new(ChartType::Line);
    chart.set_width(width).set_height(height);
    let title = heads::CHART_TOTALS.fill(lang, &[&one.name, &before, &now]);
    chart
        .title()
        .set_name(title.as_str())
        .set_font(font(11).set_bold());
    let (first, last) = (level::HEADER + 1, level::HEADER + count);
    let series = [
        (level::BEFORE, before, LIGHT, ChartMarkerType::Diamond),
        (level::NOW, now, DARK, ChartMarkerType::Circle),
    ];
    for (column, name, color, marker) in series {
        let mut mark = ChartMarker::new();
        let mut look = ChartFormat::new();
        look.set_solid_fill(ChartSolidFill::new().set_color(color))
            .set_border(ChartLine::new().set_color(DARK).set_width(0.75));
        mark.set_type(marker).set_size(8).set_format(&mut look);
        let mut line = ChartFormat::new();
        line.set_no_line();
        chart
            .add_series()
            .set_name(name.as_str())
            .set_categories((sheet, first, level::NAME, last, level::NAME))
            .set_values((sheet, first, column, last, column))
            .set_format(&mut line)
            .set_marker(&mark);
    }
    let mut lines = ChartFormat::new();
    lines.set_line(ChartLine::new().set_color(GREY).set_width(2));
    chart.set_high_low_lines(true);
    chart.set_high_low_lines_format(&mut lines);
    chart
        .legend()
        .set_position(ChartLegendPosition::Top)
        .set_font(&font(10));
    chart.x_axis().set_font(font(9).set_rotation(-45));
    chart.y_axis().set_font(&font(9));
    if let Some(lowest) = lowest(one) {
        chart.y_axis().set_min(lowest);
    }
    chart.set_alt_text(alt_text(heads::ALT_TOTALS, &title, sheet, lang));
    chart
}

/// A chart in words, for who cannot see it.
fn alt_text(phrase: Phrase, title: &str, sheet: &str, lang: Lang) -> String {
    clip(&phrase.fill(lang, &[title, sheet]), ALT_TEXT)
}

/// A round number below all totals, so that the marks stand apart.
fn lowest(one: &LevelDiff) -> Option<f64> {
    let compared = one
        .units
        .iter()
        .filter(|unit| unit.state == State::Compared);
    let totals = compared.flat_map(|unit| [&unit.before, &unit.now]);
    let totals = totals.filter_map(|result| result.as_ref()?.total);
    let least = totals.min()?.to_f64();
    (least > 100.0).then(|| ((least - 20.0) / 50.0).floor() * 50.0)
}

/// One bar for each unit, to the right for places won.
fn places(
    page: &SheetPage,
    one: &LevelDiff,
    (sheet, count): (&str, u32),
    (width, height): (u32, u32),
) -> Chart {
    let lang = page.lang();
    let mut chart = Chart::new(ChartType::Bar);
    chart.set_width(width).set_height(height);
    let title = heads::CHART_PLACES.fill(lang, &[&one.name]);
    chart
        .title()
        .set_name(title.as_str())
        .set_font(font(11).set_bold());
    let (first, last) = (level::HEADER + 1, level::HEADER + count);
    let mut bars = ChartFormat::new();
    bars.set_solid_fill(ChartSolidFill::new().set_color(DARK));
    chart
        .add_series()
        .set_categories((sheet, first, level::NAME, last, level::NAME))
        .set_values((sheet, first, level::PLACES, last, level::PLACES))
        .set_format(&mut bars)
        .set_gap(60)
        .set_invert_if_negative()
        .set_invert_if_negative_color(LIGHT);
    chart.legend().set_hidden();
    // In a bar chart the vertical axis is that of the categories.
    chart
        .y_axis()
        .set_reverse()
        .set_font(&font(9))
        .set_label_position(ChartAxisLabelPosition::Low);
    chart.x_axis().set_font(&font(9)).set_num_format(signed(0));
    chart.set_alt_text(alt_text(heads::ALT_PLACES, &title, sheet, lang));
    chart
}
