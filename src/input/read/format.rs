//! What a number format does to the number: shows it as a percentage, or not at all.
//!
//! In: a format code. Out: a [`Format`] for each sign. Not for: writing the number as the format does.

use crate::base::cell::Format;

/// What a number format does to positive numbers, negative numbers and zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Shown {
    positive: Format,
    negative: Format,
    zero: Format,
}

impl Shown {
    /// By the code of the format, such as `0.00%` or `;;;`.
    pub(super) fn of(code: &str) -> Self {
        let mut sections = [Section::default(); 3];
        let mut parts = 0_usize;
        let mut chars = code.chars();
        while let Some(c) = chars.next() {
            if c == ';' {
                parts += 1;
                continue;
            }
            let Some(section) = sections.get_mut(parts) else {
                break;
            };
            match c {
                '"' => section.shows |= chars.by_ref().take_while(|&c| c != '"').any(is_seen),
                '[' => section.shows |= chars.by_ref().take_while(|&c| c != ']').count() == 0,
                // The next character stands for itself, or for a space of its width, or fills the cell.
                '\\' | '*' => section.shows |= chars.next().is_some_and(is_seen),
                '_' => drop(chars.next()),
                '%' => (section.percent, section.shows) = (true, true),
                c => section.shows |= is_seen(c),
            }
        }
        let [positive, negative, zero] = sections.map(|section| section.format(parts > 0));
        Shown {
            positive,
            negative: if parts > 0 { negative } else { positive },
            zero: if parts > 1 { zero } else { positive },
        }
    }

    /// A format that Excel keeps by number only (ECMA-376, part 1, 18.8.30).
    pub(super) fn built_in(number: u32) -> Self {
        match number {
            9 => Shown::of("0%"),
            10 => Shown::of("0.00%"),
            _ => Shown::default(),
        }
    }

    /// What it does to this number.
    pub(super) fn at(self, value: f64) -> Format {
        if value > 0.0 {
            self.positive
        } else if value < 0.0 {
            self.negative
        } else {
            self.zero
        }
    }
}

#[derive(Clone, Copy, Default)]
struct Section {
    percent: bool,
    shows: bool,
}

impl Section {
    fn format(self, is_one_of_several: bool) -> Format {
        if self.percent {
            Format::Percent
        } else if is_one_of_several && !self.shows {
            Format::Hidden
        } else {
            Format::General
        }
    }
}

fn is_seen(c: char) -> bool {
    !c.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_and_hidden_are_told_from_decoration() {
        let all = |code: &str| [1.0, -1.0, 0.0].map(|value| Shown::of(code).at(value));
        let (general, percent, hidden) = (Format::General, Format::Percent, Format::Hidden);
        assert_eq!(all("0.00%"), [percent; 3]);
        assert_eq!(all("#,##0.0\" %\""), [general; 3]);
        assert_eq!(all("0\\%"), [general; 3]);
        assert_eq!(all("0\" điểm\""), [general; 3]);
        assert_eq!(all("General"), [general; 3]);
        assert_eq!(all(""), [general; 3]);
        assert_eq!(all(";;;"), [hidden; 3]);
        assert_eq!(all(";;"), [hidden; 3]);
        assert_eq!(all("0;-0;;@"), [general, general, hidden]);
        assert_eq!(all("0.0%;[Red]-0.0%"), [percent; 3]);
        assert_eq!(all("0;\"\""), [general, hidden, general]);
        assert_eq!(all("_(* #,##0_);_(* \"-\"_)"), [general; 3]);
        assert_eq!(Shown::built_in(10).at(0.5), percent);
    }
}
