//! Totals of two years joined by lines: how units moved, and past whom.
//!
//! In: a level of a comparison. Out: an SVG that is written plainly, with what it shows in words. Not for: numbers, which stand in the
//! table below it.

use std::cmp::Ordering;

use crate::base::points::{Decimal, to_f64};
use crate::base::text::beginning;
use crate::output::comparison;
use crate::output::html::element_writer::Markup;
use crate::output::html::material::Material;
use crate::output::html::scale::PictureScale;
use crate::output::html::{page_words, picture};
use crate::result::diff::{Diff, LevelDiff};

/// The width of the picture; where the lines begin and end in it, and where they begin at the top.
const WIDTH: f64 = 720.0;
const LEFT: f64 = 80.0;
const RIGHT: f64 = 390.0;
const TOP: f64 = 34.0;
/// What a line of labels takes, in pixels, and the most units that have labels.
const LINE: f64 = 15.0;
/// How much more room than their lines labels have, so that few stand away from their places.
const ROOM: f64 = 1.5;
/// Where labels stand beside their ends, and where the lines to them begin and end.
const BESIDE: f64 = 24.0;
const LEADER: (f64, f64) = (4.0, 20.0);
const NAMED: usize = 60;
/// The height of a picture without labels.
const PLAIN: f64 = 460.0;
/// The most letters of a name; the table has it whole.
const NAME: usize = 44;

/// A unit's line.
struct Slope<'r> {
    name: &'r str,
    then: Decimal,
    now: Decimal,
}

/// Writes the picture; nothing where nobody is compared on one scale.
pub(super) fn write(
    page: &mut Markup,
    all: &Material<'_>,
    (diff, level): (&Diff, &LevelDiff),
    anchor: &str,
) {
    let lang = all.lang;
    let (slopes, is_share) = slopes(level);
    let values = slopes
        .iter()
        .flat_map(|one| [to_f64(one.then), to_f64(one.now)]);
    let is_named = slopes.len() <= NAMED;
    let height = if is_named {
        let lines = slopes.iter().map(|_| LINE * ROOM);
        lines.sum::<f64>().max(120.0)
    } else {
        PLAIN
    };
    let Some(scale) = PictureScale::of(values, (TOP + height, TOP)) else {
        return;
    };
    let (before, now) = comparison::years(diff, lang);
    let title = page_words::SLOPES_CHART.fill(lang, &[&before, &now, &level.name]);
    let title = if is_share {
        format!("{title}. {}", page_words::SHARE_OF_TOTAL.get(lang))
    } else {
        title
    };
    let size = (WIDTH, TOP + height + 14.0);
    let (note, spoken) = (
        page_words::SLOPES_READ.get(lang),
        spoken(all, level, &slopes),
    );
    picture::write(
        page,
        (&format!("{anchor}-p"), &title),
        note,
        (size, &spoken),
        |page| {
            for (x, year) in [(LEFT, &before), (RIGHT, &now)] {
                let (x, bottom) = (picture::tenth(x), picture::tenth(height + 8.0));
                let line = format!("M{x} {}v{bottom}", picture::tenth(TOP - 4.0));
                page.void("path", &[("class", "axis"), ("d", &line)]);
                let look = [
                    ("class", "b"),
                    ("x", &*x),
                    ("y", "16"),
                    ("text-anchor", "middle"),
                ];
                page.leaf("text", &look, year);
            }
            lines(page, &slopes, &scale);
            if is_named {
                labels(page, all, &slopes, (&scale, TOP + height, is_share));
            }
        },
    );
}

/// The units whose totals are on one scale; where those of none are, the shares of the maximum of those that have them.
fn slopes(level: &LevelDiff) -> (Vec<Slope<'_>>, bool) {
    let totals = level.units.iter().filter_map(|unit| {
        unit.change?;
        Some(Slope {
            name: &unit.name,
            then: unit.before.as_ref()?.total?.0,
            now: unit.now.as_ref()?.total?.0,
        })
    });
    let totals: Vec<Slope<'_>> = totals.collect();
    if !totals.is_empty() {
        return (totals, false);
    }
    let shares = level.units.iter().filter_map(|unit| {
        let (then, now) = unit.share?;
        Some(Slope {
            name: &unit.name,
            then,
            now,
        })
    });
    (shares.collect(), true)
}

/// The picture in words, for who cannot see it.
fn spoken(all: &Material<'_>, level: &LevelDiff, slopes: &[Slope<'_>]) -> String {
    let count = |way: Ordering| {
        let moved = slopes.iter().filter(|one| one.now.cmp(&one.then) == way);
        moved.count().to_string()
    };
    let parts = [
        level.name.clone(),
        slopes.len().to_string(),
        count(Ordering::Greater),
        count(Ordering::Less),
        count(Ordering::Equal),
    ];
    let parts = parts.each_ref().map(String::as_str);
    page_words::SLOPES_SPOKEN.fill(all.lang, &parts)
}

fn lines(page: &mut Markup, slopes: &[Slope<'_>], scale: &PictureScale) {
    let (left, right) = (picture::tenth(LEFT), picture::tenth(RIGHT));
    for one in slopes {
        let y = |value: Decimal| picture::tenth(scale.place(to_f64(value)));
        let (then, now) = (y(one.then), y(one.now));
        let class = match one.now.cmp(&one.then) {
            Ordering::Greater => "slope up",
            Ordering::Less => "slope down",
            Ordering::Equal => "slope",
        };
        let line = format!("M{left} {then}L{right} {now}");
        page.void("path", &[("class", class), ("d", &line)]);
        for (x, y) in [(&left, &then), (&right, &now)] {
            let dot = [("class", "dot"), ("cx", &**x), ("cy", &**y), ("r", "2.5")];
            page.void("circle", &dot);
        }
    }
}

/// Totals at the left, totals and names at the right, none over another.
fn labels(
    page: &mut Markup,
    all: &Material<'_>,
    slopes: &[Slope<'_>],
    (scale, bottom, is_share): (&PictureScale, f64, bool),
) {
    let number = |value: Decimal| {
        if is_share {
            all.lang.share(value, 2)
        } else {
            all.lang.number(value)
        }
    };
    for is_now in [false, true] {
        let value = |one: &Slope<'_>| if is_now { one.now } else { one.then };
        let mut sorted: Vec<&Slope<'_>> = slopes.iter().collect();
        sorted.sort_by_key(|one| std::cmp::Reverse(value(one)));
        let ends = sorted.iter().map(|one| scale.place(to_f64(value(one))));
        let ends: Vec<f64> = ends.collect();
        let places = apart(&ends, bottom);
        for ((one, end), place) in sorted.iter().zip(ends).zip(places) {
            label(
                page,
                (end, place),
                is_now,
                &words(one, &number(value(one)), is_now),
            );
        }
    }
}

/// The total, with the name at the right end.
fn words(one: &Slope<'_>, total: &str, is_now: bool) -> String {
    if !is_now {
        return total.to_string();
    }
    match beginning(one.name, NAME) {
        Some(start) => format!("{total}\u{2002}{start}…"),
        None => format!("{total}\u{2002}{}", one.name),
    }
}

/// A label beside an end, and a line that joins the two.
fn label(page: &mut Markup, (end, place): (f64, f64), is_now: bool, text: &str) {
    let (x, way, anchor) = if is_now {
        (RIGHT, 1.0, "start")
    } else {
        (LEFT, -1.0, "end")
    };
    let at = |distance: f64| picture::tenth(x + way * distance);
    let (near, far) = (at(LEADER.0), at(LEADER.1));
    let (from, to) = (picture::tenth(end), picture::tenth(place));
    let line = format!("M{near} {from}L{far} {to}");
    page.void("path", &[("class", "leader"), ("d", &line)]);
    let (x, y) = (at(BESIDE), picture::tenth(place + 4.0));
    page.leaf(
        "text",
        &[("x", &x), ("y", &y), ("text-anchor", anchor)],
        text,
    );
}

/// Places from the top down, moved so that each is a line below the one before, and the last not below the bottom.
fn apart(places: &[f64], bottom: f64) -> Vec<f64> {
    let mut moved: Vec<f64> = Vec::with_capacity(places.len());
    for place in places {
        let least = moved.last().map_or(f64::NEG_INFINITY, |last| last + LINE);
        moved.push(place.max(least));
    }
    let mut most = bottom;
    for place in moved.iter_mut().rev() {
        *place = place.min(most);
        most = *place - LINE;
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_stand_apart_and_above_the_bottom() {
        let moved = apart(&[10.0, 12.0, 14.0, 98.0, 99.0], 100.0);
        let is_apart = moved.windows(2).all(|two| match two {
            [one, next] => next - one >= LINE - 1e-9,
            _ => false,
        });
        assert!(
            is_apart && moved.last().is_some_and(|last| *last <= 100.0),
            "{moved:?}"
        );
    }
}
