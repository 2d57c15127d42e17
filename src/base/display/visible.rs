//! What is seen of a number, and whether it says the number.
//!
//! In: characters, with the marks that a format made told from those that stand in it as letters. Out: whether a person reads the
//! number from them. Not for: numbers that people type, which `number` reads.

use std::fmt;

use crate::base::number::makes_approximate;

/// A character that is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Glyph {
    /// As it is.
    Char(char),
    /// A separator of thousands that the format made.
    Group,
    /// A decimal mark that the format made.
    Decimal,
}

impl Glyph {
    fn digit(self) -> Option<char> {
        match self {
            Glyph::Char(c) if c.is_ascii_digit() => Some(c),
            _ => None,
        }
    }

    fn is_separator(self) -> bool {
        matches!(
            self,
            Glyph::Group | Glyph::Decimal | Glyph::Char('.' | ',' | ' ' | '\u{a0}' | '\u{202f}')
        )
    }

    fn is_alphanumeric(self) -> bool {
        matches!(self, Glyph::Char(c) if c.is_alphanumeric())
    }

    fn is_minus(self) -> bool {
        matches!(
            self,
            Glyph::Char('-' | '\u{2212}' | '\u{2013}' | '\u{2014}')
        )
    }
}

/// What is seen of a number. It is printed with the marks of Vietnamese: `1.234,5`.
#[derive(Clone, Debug, Default)]
pub(super) struct SeenNumber(Vec<Glyph>);

impl SeenNumber {
    /// A text of which nothing is known.
    pub(super) fn literal(text: &str) -> Self {
        SeenNumber(text.chars().map(Glyph::Char).collect())
    }

    pub(super) fn push(&mut self, glyph: Glyph) {
        self.0.push(glyph);
    }

    pub(super) fn extend(&mut self, glyphs: impl Iterator<Item = Glyph>) {
        self.0.extend(glyphs);
    }

    pub(super) fn literally(&mut self, text: &str) {
        self.extend(text.chars().map(Glyph::Char));
    }

    pub(super) fn is_blank(&self) -> bool {
        self.0
            .iter()
            .all(|glyph| matches!(glyph, Glyph::Char(c) if c.is_whitespace()))
    }
}

impl fmt::Display for SeenNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = self.0.iter().map(|glyph| match glyph {
            Glyph::Char(c) => *c,
            Glyph::Group => '.',
            Glyph::Decimal => ',',
        });
        f.write_str(shown.collect::<String>().trim())
    }
}

/// Whether a person reads this number, rounded to what is shown, from what is seen. Of several numbers the first counts.
pub(super) fn says(seen: &SeenNumber, value: f64) -> bool {
    let glyphs = &seen.0;
    let is_start = |at: usize| glyphs.get(at).is_some_and(|glyph| glyph.digit().is_some());
    let Some(mut first) = (0..glyphs.len()).find(|at| is_start(*at)) else {
        // A dash or a word for 0, and a column that is too narrow, say no other number.
        let is_narrow = !seen.is_blank() && glyphs.iter().all(|glyph| *glyph == Glyph::Char('#'));
        return value == 0.0 || is_narrow;
    };
    let mut end = first;
    while is_start(end)
        || (glyphs.get(end).is_some_and(|glyph| glyph.is_separator()) && is_start(end + 1))
    {
        end += 1;
    }
    if matches!(
        glyphs.get(end..end + 2),
        Some([Glyph::Char('E' | 'e'), Glyph::Char('+' | '-')])
    ) {
        return true;
    }
    // A decimal mark without a digit before it.
    let mark = first.checked_sub(1).and_then(|before| glyphs.get(before));
    let is_bare = matches!(mark, Some(Glyph::Decimal | Glyph::Char('.' | ',')))
        && first
            .checked_sub(2)
            .and_then(|before| glyphs.get(before))
            .is_none_or(|before| !before.is_alphanumeric());
    first -= usize::from(is_bare);
    let token = glyphs.get(first..end).unwrap_or_default();
    let before = glyphs.get(..first).unwrap_or_default();
    let behind = glyphs.get(end..).unwrap_or_default();
    if is_fraction(token, behind, value) {
        return true;
    }
    // Before words, a minus may be that of the number or a dash.
    let is_in_doubt = before.iter().any(|glyph| glyph.is_alphanumeric())
        && before.first().is_some_and(|glyph| glyph.is_minus());
    let value = if is_in_doubt { value.abs() } else { value };
    let is_negative = is_negative(before, behind);
    readings(token).iter().any(|(digits, decimals)| {
        let Ok(size) = digits.parse::<f64>() else {
            return false;
        };
        let read = if is_negative { -size } else { size };
        let step = 10_f64.powi(-i32::try_from(*decimals).unwrap_or(i32::MAX));
        let noise = value.abs().max(1.0) * 1e-9;
        // A half is shown as the number further from 0. Rounded to 0, a negative number is seen with a minus or without.
        let (off, half) = ((read - value).abs(), step / 2.0);
        let is_half = (off - half).abs() <= noise.min(half / 2.0);
        off <= half + noise && (!is_half || read.abs() > value.abs())
    })
}

/// Whether what is seen around the number makes another of it: `>5`, `khoảng 5`, `5+`.
pub(super) fn is_qualified(seen: &SeenNumber) -> bool {
    let text = seen.to_string();
    let Some(first) = text.find(|c: char| c.is_ascii_digit()) else {
        return false;
    };
    let (before, rest) = text.split_at(first);
    let behind = rest.rsplit(|c: char| c.is_ascii_digit()).next();
    let behind = behind.unwrap_or_default().trim_start();
    makes_approximate(before)
        || before.contains(['<', '>', '≤', '≥', '~', '≈', '±'])
        || behind.starts_with(['+', '<', '>', '≤', '≥', '~', '≈', '±'])
}

/// Whether a fraction is seen that is nearly the number: `2 1/2`, `1/2`.
fn is_fraction(token: &[Glyph], behind: &[Glyph], value: f64) -> bool {
    let text = |glyphs: &[Glyph]| -> String {
        let shown = glyphs.iter().filter_map(|glyph| match glyph {
            Glyph::Char(c) => Some(*c),
            _ => None,
        });
        shown.collect()
    };
    let Some((top, bottom)) = text(behind).trim().split_once('/').map(|(top, rest)| {
        let digits = rest.trim().split(|c: char| !c.is_ascii_digit()).next();
        (
            top.trim().to_string(),
            digits.unwrap_or_default().to_string(),
        )
    }) else {
        return false;
    };
    let token = text(token);
    let (whole, top) = match (token.rsplit_once(' '), top.is_empty()) {
        (Some((whole, top)), true) => (whole, top),
        (None, true) => ("0", token.as_str()),
        _ => (token.as_str(), top.as_str()),
    };
    match (
        whole.trim().parse::<f64>(),
        top.parse::<f64>(),
        bottom.parse::<f64>(),
    ) {
        (Ok(whole), Ok(top), Ok(bottom)) if bottom > 0.0 => {
            (whole + top / bottom - value.abs()).abs() <= 1.0 / bottom
        }
        _ => false,
    }
}

/// Whether there is a minus, or a parenthesis around.
fn is_negative(before: &[Glyph], behind: &[Glyph]) -> bool {
    let mut back = before.iter().rev().skip_while(|glyph| {
        !glyph.is_minus() && !glyph.is_alphanumeric() && **glyph != Glyph::Char('(')
    });
    let sign = back.next();
    let is_in_word = back.next().is_some_and(|glyph| glyph.is_alphanumeric());
    let mut ahead = behind.iter();
    let next = ahead.find(|glyph| **glyph != Glyph::Char(' '));
    match sign {
        Some(Glyph::Char('(')) => behind.contains(&Glyph::Char(')')),
        Some(sign) if sign.is_minus() => !is_in_word,
        _ => {
            next.is_some_and(|glyph| glyph.is_minus())
                && !ahead.next().is_some_and(|glyph| glyph.is_alphanumeric())
        }
    }
}

/// The numbers that digits with separators can be, as text with a point, each with how many decimals are seen. Separators that the
/// format made are what they are; one that stands there as a letter sets off thousands where three digits follow, or decimals.
fn readings(token: &[Glyph]) -> Vec<(String, usize)> {
    let is_literal =
        |glyph: &Glyph| glyph.is_separator() && !matches!(glyph, Glyph::Group | Glyph::Decimal);
    let last = token.iter().rposition(is_literal);
    let written = |decimal: Option<usize>| {
        let mut text = String::new();
        for (at, glyph) in token.iter().enumerate() {
            match glyph {
                Glyph::Decimal => text.push('.'),
                _ if decimal == Some(at) => text.push('.'),
                glyph => text.extend(glyph.digit()),
            }
        }
        let decimals = text
            .split_once('.')
            .map_or(0, |(_, decimals)| decimals.len());
        (text, decimals)
    };
    let Some(last) = last else {
        return vec![written(None)];
    };
    let mut found = Vec::new();
    if are_thousands(token, token.len()) {
        found.push(written(None));
    }
    if matches!(token.get(last), Some(Glyph::Char('.' | ','))) && are_thousands(token, last) {
        found.push(written(Some(last)));
    }
    found
}

/// Whether the separators before a place set off groups of three digits.
fn are_thousands(token: &[Glyph], end: usize) -> bool {
    let whole = token.get(..end).unwrap_or_default();
    let whole = whole
        .split(|glyph| *glyph == Glyph::Decimal)
        .next()
        .unwrap_or_default();
    let mut groups = whole.split(|glyph| glyph.is_separator());
    groups
        .next()
        .is_some_and(|first| (1..=3).contains(&first.len()) || whole.len() == first.len())
        && groups.all(|group| group.len() == 3)
}
