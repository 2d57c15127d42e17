//! The code of a number format, taken apart.
//!
//! In: a code. Out: its sections, each with its condition, its colour and its parts. Not for: showing a number.

use crate::base::number::makes_approximate;

/// One section of a format.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct FormatSection {
    pub(super) condition: Option<Condition>,
    /// The colour that it gives the letters, by its name.
    pub(super) color: Option<String>,
    pub(super) parts: Vec<FormatPart>,
    /// Whether it holds letters of dates or times, or what is not understood.
    pub(super) is_other: bool,
}

/// A piece of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum FormatPart {
    /// What stands there as it is.
    Literal(String),
    /// A place for a digit; `0` shows a zero, `#` nothing, `?` a space.
    Digit(char),
    /// The decimal mark.
    Point,
    /// A comma: between digits it sets off thousands, behind them it divides by a thousand.
    Comma,
    /// The number times a hundred, with its sign.
    Percent,
    /// An exponent.
    Exponent,
    /// A fraction.
    Slash,
    /// The number as it is.
    General,
    /// A text as it is, or the number.
    Text,
}

/// When a section is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Condition {
    sign: String,
    number: String,
}

impl Condition {
    /// Of what stands in brackets, if it is a condition.
    fn of(inner: &str) -> Option<Self> {
        let digits = inner.trim_start_matches(['<', '>', '=']);
        let sign = inner.get(..inner.len() - digits.len())?;
        digits.trim().parse::<f64>().ok()?;
        (!sign.is_empty()).then(|| Condition {
            sign: sign.to_string(),
            number: digits.trim().to_string(),
        })
    }

    fn limit(&self) -> f64 {
        self.number.parse().unwrap_or_default()
    }

    pub(super) fn is_met(&self, value: f64) -> bool {
        let limit = self.limit();
        match self.sign.as_str() {
            "<" => value < limit,
            "<=" => value <= limit,
            ">" => value > limit,
            ">=" => value >= limit,
            "<>" => value.total_cmp(&limit).is_ne(),
            _ => value.total_cmp(&limit).is_eq(),
        }
    }

    /// Whether it takes negative numbers only, so that they are shown without a sign of their own.
    pub(super) fn is_negative(&self) -> bool {
        let limit = self.limit();
        (self.sign == "<" && limit <= 0.0) || (self.sign == "<=" && limit < 0.0)
    }
}

/// The sections, at most three for numbers and one for texts.
pub(super) fn sections(code: &str) -> Vec<FormatSection> {
    let mut found = vec![FormatSection::default()];
    let mut chars = code.chars().peekable();
    while let Some(c) = chars.next() {
        if c == ';' {
            found.push(FormatSection::default());
            continue;
        }
        let Some(section) = found.last_mut() else {
            break;
        };
        match c {
            '"' => {
                let text: String = chars.by_ref().take_while(|&c| c != '"').collect();
                section.literal(&text);
            }
            '[' => {
                let inner: String = chars.by_ref().take_while(|&c| c != ']').collect();
                section.bracket(&inner);
            }
            '\\' => {
                if let Some(c) = chars.next() {
                    section.literal(c.encode_utf8(&mut [0; 4]));
                }
            }
            // A space of the width of the next character, or a filling with it.
            '_' => {
                chars.next();
                section.literal(" ");
            }
            '*' => drop(chars.next()),
            '0' | '#' | '?' => section.parts.push(FormatPart::Digit(c)),
            '.' => section.parts.push(FormatPart::Point),
            ',' => section.parts.push(FormatPart::Comma),
            '%' => section.parts.push(FormatPart::Percent),
            'E' | 'e' if matches!(chars.peek(), Some('+' | '-')) => {
                chars.next();
                section.parts.push(FormatPart::Exponent);
            }
            '/' => section.parts.push(FormatPart::Slash),
            '@' => section.parts.push(FormatPart::Text),
            'G' | 'g' if rest_of(&mut chars, "eneral") => section.parts.push(FormatPart::General),
            c if c.is_ascii_alphabetic() => section.is_other = true,
            c => section.literal(c.encode_utf8(&mut [0; 4])),
        }
    }
    found.truncate(4);
    found
}

/// Whether a text within a format leaves the number what it is: words without digits and signs.
fn is_word(text: &str) -> bool {
    !text.contains(|c: char| c.is_numeric() || "-−–—().,/<>≤≥=~≈±+%‰".contains(c))
        && !makes_approximate(text)
}

/// The name of a colour, `white` or `color2`, if it is one that formats know.
fn color(inner: &str) -> Option<String> {
    const NAMES: [&str; 8] = [
        "black", "blue", "cyan", "green", "magenta", "red", "white", "yellow",
    ];
    let name = inner.trim().to_lowercase().replace(' ', "");
    let is_known = NAMES.contains(&name.as_str())
        || name
            .strip_prefix("color")
            .is_some_and(|number| number.parse::<u8>().is_ok());
    is_known.then_some(name)
}

/// Passes over these letters, if they are the next.
fn rest_of(chars: &mut std::iter::Peekable<std::str::Chars<'_>>, letters: &str) -> bool {
    let mut ahead = chars.clone();
    let is_there = letters
        .chars()
        .all(|one| ahead.next().is_some_and(|c| c.eq_ignore_ascii_case(&one)));
    if is_there {
        *chars = ahead;
    }
    is_there
}

impl FormatSection {
    fn literal(&mut self, text: &str) {
        match self.parts.last_mut() {
            Some(FormatPart::Literal(before)) => before.push_str(text),
            _ => self.parts.push(FormatPart::Literal(text.to_string())),
        }
    }

    /// What stands in brackets: a condition, a currency, a colour, or hours beyond a day.
    fn bracket(&mut self, inner: &str) {
        if let Some(condition) = Condition::of(inner) {
            self.condition = Some(condition);
        } else if let Some(currency) = inner.strip_prefix('$') {
            let sign = currency.split('-').next().unwrap_or_default();
            if !sign.is_empty() {
                self.literal(sign);
            }
        } else if inner
            .chars()
            .all(|c| matches!(c.to_ascii_lowercase(), 'h' | 'm' | 's'))
        {
            self.is_other = true;
        } else {
            self.color = color(inner);
        }
    }

    /// Whether it is clear what it shows: digits, words or nothing.
    pub(super) fn is_shown_in_digits(&self) -> bool {
        let is_other = |part: &FormatPart| matches!(part, FormatPart::Exponent | FormatPart::Slash);
        !self.is_other && !self.parts.iter().any(is_other)
    }

    /// Whether it shows every text as it is, with blanks at most.
    pub(super) fn is_plain_text(&self) -> bool {
        let is_plain = |part: &FormatPart| match part {
            FormatPart::Text => true,
            FormatPart::Literal(text) => text.trim().is_empty(),
            _ => false,
        };
        self.color.is_none()
            && self.parts.contains(&FormatPart::Text)
            && self.parts.iter().all(is_plain)
    }

    /// Whether it leaves a number in a text what it is.
    pub(super) fn keeps_text(&self) -> bool {
        let keeps = |part: &FormatPart| match part {
            FormatPart::Literal(text) => is_word(text),
            part => *part == FormatPart::Text,
        };
        self.parts.contains(&FormatPart::Text) && self.parts.iter().all(keeps)
    }

    /// What is seen of a text.
    pub(super) fn show_text(&self, text: &str) -> String {
        let parts = self.parts.iter().map(|part| match part {
            FormatPart::Literal(literal) => literal.as_str(),
            FormatPart::Text => text,
            _ => "",
        });
        parts.collect()
    }

    /// Whether it shows every number as it is, or more or less exactly: digits, and perhaps words without digits and signs.
    pub(super) fn is_plain(&self) -> bool {
        if !self.is_shown_in_digits() || self.parts.is_empty() {
            return !self.parts.contains(&FormatPart::Percent);
        }
        // Where no digit has to be shown, 0.4 is a blank.
        let shows_zero = |part: &FormatPart| {
            matches!(
                part,
                FormatPart::Digit('0') | FormatPart::General | FormatPart::Text
            )
        };
        let is_digit = |part: &FormatPart| {
            matches!(
                part,
                FormatPart::Digit(_) | FormatPart::General | FormatPart::Text
            )
        };
        let first = self.parts.iter().position(is_digit);
        let last = self.parts.iter().rposition(is_digit);
        let (Some(first), Some(last)) = (first, last) else {
            return false;
        };
        self.condition.is_none()
            && self.color.is_none()
            && self.parts.iter().any(shows_zero)
            && self.parts.iter().enumerate().all(|(at, part)| match part {
                FormatPart::Literal(text) => !(first..last).contains(&at) && is_word(text),
                FormatPart::Comma => at < last,
                FormatPart::Percent => false,
                _ => true,
            })
    }
}
