//! Pictures: an SVG with a title, what it shows in words, and how to read it.
//!
//! In: what is drawn. Out: the elements around it. Not for: what is drawn.

use crate::base::points::{Decimal, Points};
use crate::output::html::element_writer::Markup;
use crate::output::html::table;

/// Writes a picture. `id` is that of its title, unlike any other on the page; `spoken` says what it shows.
pub(super) fn write(
    page: &mut Markup,
    (id, title): (&str, &str),
    note: &str,
    ((width, height), spoken): ((f64, f64), &str),
    inner: impl FnOnce(&mut Markup),
) {
    page.within("figure", &[], |page| {
        page.leaf("figcaption", &[("id", id)], title);
        table::scrolled(page, id, |page| {
            let view = format!("0 0 {} {}", tenth(width), tenth(height));
            let svg = [
                ("class", "chart"),
                ("viewBox", &*view),
                ("role", "img"),
                ("aria-label", spoken),
            ];
            page.within("svg", &svg, inner);
        });
        page.leaf("p", &[("class", "note")], note);
    });
}

/// A place in a picture, to a tenth of a pixel.
pub(super) fn tenth(place: f64) -> String {
    let text = format!("{place:.1}");
    let short = text.strip_suffix(".0").map(str::to_string);
    short.unwrap_or(text)
}

/// The middle of sorted points: between the two in the middle where there are two.
pub(super) fn median(sorted: &[Points]) -> Option<Points> {
    let middle = sorted.len() / 2;
    let upper = *sorted.get(middle)?;
    if !sorted.len().is_multiple_of(2) {
        return Some(upper);
    }
    let lower = *sorted.get(middle.checked_sub(1)?)?;
    let sum = lower.0.checked_add(upper.0)?;
    sum.checked_div(Decimal::from(2_u32)).map(Points)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_median_stands_in_the_middle() {
        let points = |text: &[&str]| -> Vec<Points> {
            text.iter().map(|one| one.parse().unwrap()).collect()
        };
        let median = |text: &[&str]| median(&points(text)).map(|one| one.to_string());
        assert_eq!(median(&["1", "2", "7"]).as_deref(), Some("2"));
        assert_eq!(median(&["1", "2.5"]).as_deref(), Some("1.75"));
        assert_eq!(median(&[]), None);
        assert_eq!(
            (tenth(12.04), tenth(3.25)),
            ("12".to_string(), "3.2".to_string())
        );
    }
}
