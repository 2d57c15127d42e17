//! A number, written as a section of a format writes it.
//!
//! In: a section and a number. Out: what is seen. Not for: exponents and fractions.

use crate::base::display::format_code::{FormatPart, FormatSection};
use crate::base::display::visible::{Glyph, SeenNumber};
use crate::base::points::{Decimal, RoundingMode, from_f64};

/// The marks in a section's code, by what they do there.
struct SectionMarks<'a> {
    whole: &'a [FormatPart],
    fraction: &'a [FormatPart],
    has_point: bool,
    thousands: usize,
    is_grouped: bool,
}

impl FormatSection {
    /// What is seen of a number, with a minus before it if it is negative.
    pub(super) fn show(&self, value: f64) -> SeenNumber {
        let mut seen = SeenNumber::default();
        let size = from_f64(value.abs()).unwrap_or_default();
        let is_whole = |part: &FormatPart| matches!(part, FormatPart::General | FormatPart::Text);
        if self.parts.iter().any(is_whole) || !self.parts.iter().any(is_digit) {
            if value < 0.0 {
                seen.push(Glyph::Char('-'));
            }
            for part in &self.parts {
                match part {
                    FormatPart::General | FormatPart::Text => {
                        digits(&size.normalize().to_string(), &mut seen);
                    }
                    FormatPart::Literal(text) => seen.literally(text),
                    _ => {}
                }
            }
            return seen;
        }
        let plan = SectionMarks::of(&self.parts);
        let decimals = plan.fraction.iter().filter(|part| is_digit(part)).count();
        let thousand = Decimal::whole(1000);
        let scaled = (0..plan.thousands).try_fold(size, |size, _| size.checked_div(thousand));
        let decimals = u32::try_from(decimals).unwrap_or(28).min(28);
        let rounded = scaled
            .unwrap_or_default()
            .rounded(decimals, RoundingMode::HalfAwayFromZero)
            .normalize();
        // What is rounded to 0 has no sign.
        if value < 0.0 && !rounded.is_zero() {
            seen.push(Glyph::Char('-'));
        }
        let rounded = rounded.to_string();
        let (whole, fraction) = rounded.split_once('.').unwrap_or((&rounded, ""));
        plan.whole_part(whole.trim_start_matches('0'), &mut seen);
        if plan.has_point {
            seen.push(Glyph::Decimal);
        }
        plan.fraction_part(fraction, &mut seen);
        seen
    }
}

fn is_digit(part: &FormatPart) -> bool {
    matches!(part, FormatPart::Digit(_))
}

/// The digits of a number as they are.
fn digits(text: &str, seen: &mut SeenNumber) {
    for c in text.chars() {
        seen.push(if c == '.' {
            Glyph::Decimal
        } else {
            Glyph::Char(c)
        });
    }
}

impl<'a> SectionMarks<'a> {
    fn of(parts: &'a [FormatPart]) -> Self {
        let point = parts.iter().position(|part| *part == FormatPart::Point);
        let (whole, fraction) = parts.split_at(point.unwrap_or(parts.len()));
        let behind = |parts: &[FormatPart]| {
            let last = parts.iter().rposition(is_digit);
            let rest = last.and_then(|last| parts.get(last + 1..));
            let commas = rest.unwrap_or_default().iter();
            commas.filter(|part| **part == FormatPart::Comma).count()
        };
        let first = whole.iter().position(is_digit).unwrap_or(whole.len());
        let last = whole.iter().rposition(is_digit).unwrap_or(first);
        let inner = whole.get(first..last).unwrap_or_default();
        SectionMarks {
            whole,
            fraction: fraction.get(1..).unwrap_or_default(),
            has_point: point.is_some(),
            thousands: behind(whole) + behind(fraction),
            is_grouped: inner.contains(&FormatPart::Comma),
        }
    }

    /// Fills the places before the decimal mark from the right; digits for which there is no place stand at the first one.
    fn whole_part(&self, digits: &str, seen: &mut SeenNumber) {
        let mut rest = digits.chars().rev().peekable();
        let (mut written, mut count) = (Vec::new(), 0_usize);
        let mut put = |c: char, written: &mut Vec<Glyph>| {
            if self.is_grouped && count > 0 && count.is_multiple_of(3) {
                written.push(Glyph::Group);
            }
            written.push(Glyph::Char(c));
            count += 1;
        };
        let first = self.whole.iter().position(is_digit);
        for (at, part) in self.whole.iter().enumerate().rev() {
            match part {
                FormatPart::Digit(place) => {
                    match (rest.next(), place) {
                        (Some(c), _) => put(c, &mut written),
                        (None, '0') => put('0', &mut written),
                        (None, '?') => written.push(Glyph::Char(' ')),
                        (None, _) => {}
                    }
                    if Some(at) == first {
                        for c in rest.by_ref() {
                            put(c, &mut written);
                        }
                    }
                }
                FormatPart::Literal(text) => written.extend(text.chars().rev().map(Glyph::Char)),
                _ => {}
            }
        }
        seen.extend(written.into_iter().rev());
    }

    fn fraction_part(&self, digits: &str, seen: &mut SeenNumber) {
        let mut rest = digits.chars();
        for part in self.fraction {
            match part {
                FormatPart::Digit(place) => match (rest.next(), place) {
                    (Some(c), _) => seen.push(Glyph::Char(c)),
                    (None, '0') => seen.push(Glyph::Char('0')),
                    (None, '?') => seen.push(Glyph::Char(' ')),
                    (None, _) => {}
                },
                FormatPart::Literal(text) => seen.literally(text),
                _ => {}
            }
        }
    }
}
