//! The distribution of a level's totals, with the limits of the grades: one dot for each unit.
//!
//! In: a level. Out: an SVG that is written plainly, with what it shows in words. Not for: numbers, which stand in the result table.

use crate::base::points::{Points, to_f64};
use crate::output::caveats::points;
use crate::output::html::element_writer::Markup;
use crate::output::html::material::Material;
use crate::output::html::scale::PictureScale;
use crate::output::html::{page_words, picture};
use crate::result::report::{GradeLimit, LevelResult, UnitRow};

/// The width of the picture, and of what is left free at its sides.
const WIDTH: f64 = 720.0;
const SIDE: f64 = 24.0;
/// The distance of dots that stand above each other, and the height that they may take.
const DOT: f64 = 10.0;
const HIGHEST: f64 = 220.0;
/// The height of a line of labels, and what a letter takes of its width.
const LINE: f64 = 17.0;
const LETTER: f64 = 6.6;

/// Writes the picture; nothing where nobody has a result.
pub(super) fn write(page: &mut Markup, all: &Material<'_>, anchor: &str, level: &LevelResult) {
    let Some(spoken) = spoken(all, level) else {
        return;
    };
    let totals = level.rows.iter().map(|unit| unit.score.total.to_f64());
    let best = all.report.grades.first().map(|grade| grade.at(&level.id));
    let ends = totals.chain(best.map(Points::to_f64));
    let Some(scale) = PictureScale::of(ends, (SIDE, WIDTH - SIDE)) else {
        return;
    };
    let title = page_words::TOTALS_CHART.fill(all.lang, &[&level.name]);
    let limits = limits(all, level, &scale);
    let rows = limits.iter().map(|limit| limit.row + 1).max().unwrap_or(0);
    let top = f64::from(rows) * LINE + 8.0;
    let (dots, tallest) = dots(level, &scale);
    let distance = (HIGHEST / f64::from(tallest.max(1))).min(DOT);
    let floor = top + (f64::from(tallest) * distance).max(60.0);
    let size = (WIDTH, floor + 30.0);
    let note = page_words::TOTALS_READ.get(all.lang);
    picture::write(
        page,
        (&format!("{anchor}-p"), &title),
        note,
        (size, &spoken),
        |page| {
            for limit in &limits {
                limit_line(page, limit, floor);
            }
            scale.axis(page, floor, all.lang);
            for (unit, x, above) in dots {
                let y = floor - 6.0 - f64::from(above) * distance;
                dot(page, all, unit, (x, y), (distance / 2.0 - 0.5).max(1.2));
            }
        },
    );
}

/// The picture in words, for who cannot see it.
fn spoken(all: &Material<'_>, level: &LevelResult) -> Option<String> {
    let mut totals: Vec<Points> = level.rows.iter().map(|unit| unit.score.total).collect();
    totals.sort_unstable();
    let number = |total: Points| points(total, all.lang);
    let parts = [
        level.name.clone(),
        totals.len().to_string(),
        number(*totals.first()?),
        number(picture::median(&totals)?),
        number(*totals.last()?),
    ];
    let parts = parts.each_ref().map(String::as_str);
    Some(page_words::TOTALS_SPOKEN.fill(all.lang, &parts))
}

/// The units at their exact places from the left, so that none stands on the wrong side of a limit, each as low as there is room, with
/// how many could stand below it; and the most rows of dots.
fn dots<'r>(level: &'r LevelResult, scale: &PictureScale) -> (Vec<(&'r UnitRow, f64, u32)>, u32) {
    let mut ends: Vec<f64> = Vec::new();
    let mut dots = Vec::with_capacity(level.rows.len());
    // From the left to the right: the fewest points first.
    for unit in level.rows.iter().rev() {
        let x = scale.place(unit.score.total.to_f64());
        let free = ends.iter().position(|end| *end + DOT <= x);
        let row = free.unwrap_or(ends.len());
        match ends.get_mut(row) {
            Some(end) => *end = x,
            None => ends.push(x),
        }
        dots.push((unit, x, row as u32));
    }
    (dots, ends.len() as u32)
}

/// A limit within the picture, with the line of labels that it has room in.
struct LimitLine<'r> {
    grade: &'r GradeLimit,
    from: String,
    x: f64,
    row: u32,
}

fn limits<'r>(all: &Material<'r>, level: &LevelResult, scale: &PictureScale) -> Vec<LimitLine<'r>> {
    let mut grades: Vec<&GradeLimit> = all.report.grades.iter().collect();
    grades.sort_by_key(|grade| grade.at(&level.id));
    let mut ends: Vec<f64> = Vec::new();
    let mut lines = Vec::new();
    for grade in grades {
        let value = grade.at(&level.id);
        if !scale.holds(to_f64(value.0)) {
            continue;
        }
        let x = scale.place(to_f64(value.0));
        let from = page_words::FROM.fill(all.lang, &[&all.lang.number(value.0)]);
        let width = width(&grade.name) + width(&from) + 2.0 * LETTER;
        let start = x.min(WIDTH - width);
        let free = ends.iter().position(|end| *end < start);
        let row = free.unwrap_or(ends.len());
        match ends.get_mut(row) {
            Some(end) => *end = start + width,
            None => ends.push(start + width),
        }
        lines.push(LimitLine {
            grade,
            from,
            x,
            row: row as u32,
        });
    }
    lines
}

/// What a label takes from left to right, about.
fn width(label: &str) -> f64 {
    label.chars().map(|_| LETTER).sum()
}

fn limit_line(page: &mut Markup, limit: &LimitLine<'_>, floor: f64) {
    let top = f64::from(limit.row) * LINE;
    let (x, y) = (picture::tenth(limit.x), picture::tenth(top));
    let down = picture::tenth(floor - top);
    page.void(
        "path",
        &[("class", "limit"), ("d", &format!("M{x} {y}v{down}"))],
    );
    let label = format!("{} {}", limit.grade.name, limit.from);
    let width = width(&label);
    let is_at_end = limit.x + 4.0 + width > WIDTH;
    let (x, anchor) = if is_at_end {
        (limit.x - 4.0, "end")
    } else {
        (limit.x + 4.0, "start")
    };
    let (x, y) = (picture::tenth(x), picture::tenth(top + 12.0));
    page.leaf(
        "text",
        &[("x", &x), ("y", &y), ("text-anchor", anchor)],
        &label,
    );
}

fn dot(page: &mut Markup, all: &Material<'_>, unit: &UnitRow, (x, y): (f64, f64), radius: f64) {
    let class = if unit.score.open > 0 {
        "dot open"
    } else {
        "dot"
    };
    let (x, y, r) = (picture::tenth(x), picture::tenth(y), picture::tenth(radius));
    let place = [("class", class), ("cx", &*x), ("cy", &*y), ("r", &*r)];
    page.within("circle", &place, |page| {
        let total = points(unit.score.total, all.lang);
        page.leaf("title", &[], &format!("{}: {total}", unit.name));
    });
}
