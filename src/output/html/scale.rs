//! A scale from values to places in a picture, with round numbers along it.
//!
//! In: the values that have to lie on it, and the ends that it has in the picture. Out: places, and an axis. Not for: exact numbers: a
//! place in a picture is a number of a tenth of a pixel.

use crate::base::lang::Lang;
use crate::base::points::from_f64;
use crate::output::html::element_writer::Markup;
use crate::output::html::picture;

/// Steps that an axis has about.
const STEPS: f64 = 8.0;

/// A scale.
#[derive(Clone, Copy, Debug)]
pub(super) struct PictureScale {
    low: f64,
    high: f64,
    step: f64,
    start: f64,
    end: f64,
}

impl PictureScale {
    /// A scale on which all values lie, between two ends in the picture. `None` without a value.
    pub(super) fn of(
        values: impl Iterator<Item = f64>,
        (start, end): (f64, f64),
    ) -> Option<PictureScale> {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for value in values {
            low = low.min(value);
            high = high.max(value);
        }
        if !low.is_finite() || !high.is_finite() {
            return None;
        }
        let step = round_step((high - low).max(high.abs() / 1000.0).max(0.001) / STEPS);
        let low = (low / step).floor() * step;
        let high = (high / step).ceil() * step;
        Some(PictureScale {
            low,
            high: if high > low { high } else { low + step },
            step,
            start,
            end,
        })
    }

    /// The place of a value.
    pub(super) fn place(&self, value: f64) -> f64 {
        let share = (value - self.low) / (self.high - self.low);
        self.start + share * (self.end - self.start)
    }

    /// Whether a value lies on it.
    pub(super) fn holds(&self, value: f64) -> bool {
        value >= self.low && value <= self.high
    }

    /// A line from left to right with the round numbers below it.
    pub(super) fn axis(&self, page: &mut Markup, y: f64, lang: Lang) {
        let (start, end) = (picture::tenth(self.start), picture::tenth(self.end));
        let line = format!("M{start} {}H{end}", picture::tenth(y));
        page.void("path", &[("class", "axis"), ("d", &line)]);
        let count = ((self.high - self.low) / self.step).round() as u32;
        for number in 0..=count {
            let value = self.low + f64::from(number) * self.step;
            let (x, mark) = (picture::tenth(self.place(value)), picture::tenth(y));
            page.void(
                "path",
                &[("class", "axis"), ("d", &format!("M{x} {mark}v5"))],
            );
            let shown = from_f64((value * 1000.0).round() / 1000.0);
            let text = shown.map_or_else(String::new, |value| lang.number(value));
            let below = picture::tenth(y + 19.0);
            page.leaf(
                "text",
                &[("x", &x), ("y", &below), ("text-anchor", "middle")],
                &text,
            );
        }
    }
}

/// The next of 1, 2, 2.5 and 5 times a power of ten.
fn round_step(least: f64) -> f64 {
    let power = 10_f64.powf(least.log10().floor());
    let steps = [1.0, 2.0, 2.5, 5.0, 10.0];
    let found = steps.into_iter().find(|step| step * power >= least);
    found.unwrap_or(10.0) * power
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_has_round_ends() {
        let scale = PictureScale::of([538.6, 889.2].into_iter(), (0.0, 100.0)).unwrap();
        assert!((scale.low - 500.0).abs() < 1e-9 && (scale.high - 900.0).abs() < 1e-9);
        assert!((scale.place(700.0) - 50.0).abs() < 1e-9);
        let one = PictureScale::of([0.5].into_iter(), (0.0, 1.0)).unwrap();
        assert!(one.high > one.low && one.holds(0.5));
        assert!(PictureScale::of(std::iter::empty(), (0.0, 1.0)).is_none());
    }
}
