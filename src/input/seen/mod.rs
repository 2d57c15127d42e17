//! What a person sees in a cell that is read, where that is not what it holds: once for forms and for tables of results, the same for
//! every format of file.
//!
//! In: a cell with its look, and the number that is read from it; the cells of a sheet that are read. Out: what is in doubt, and what
//! does not count. Not for: how a reader finds out about looks, nor which cell is read for what (`recognise`, `published`).

mod beside;
mod no_number;

use crate::base::cell::{Cell, CellValue, Format};
use crate::base::display::{self, NumberFormat};
use crate::base::finding::{About, Fact, Finding, Place};
use crate::base::number::{self, Number, Sort, Step};
use crate::base::points::Decimal;
use crate::base::rules::{Rule, cells, looks};

pub use crate::input::seen::beside::{
    comments, conditional, hidden_columns, hidden_rows, merged, merged_finding, once,
};
pub use crate::input::seen::no_number::{Unread, unread};

/// What a number in a cell is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberMeaning {
    /// Points that count.
    Points,
    /// A number that is told, not scored.
    Figure,
    /// A sum that somebody states.
    Sum,
}

/// Something that is seen otherwise than it is stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Doubt {
    /// The rule about it.
    pub rule: &'static Rule,
    /// What is there.
    pub found: Fact,
    /// What is seen, or what is read.
    pub expected: Option<Fact>,
}

impl Doubt {
    fn new(rule: &'static Rule, found: Fact) -> Self {
        Doubt {
            rule,
            found,
            expected: None,
        }
    }

    fn but(mut self, expected: Fact) -> Self {
        self.expected = Some(expected);
        self
    }

    /// The finding about a cell.
    pub fn finding(self, place: Place, about: About) -> Finding {
        let mut finding = Finding::new(self.rule, place)
            .about(about)
            .found(self.found);
        finding.expected = self.expected;
        finding
    }
}

/// That everything which was written in a cell is struck out: nobody knows what is meant then.
pub fn struck_out(cell: &Cell) -> Option<Doubt> {
    let (CellValue::Text(text), Some(look)) = (&cell.value, cell.look.as_deref()) else {
        return None;
    };
    let is_blank = text.trim().is_empty();
    let struck = match look.left_off(true) {
        Some(struck) if is_blank => struck,
        None if look.is_struck && !is_blank => text.clone(),
        _ => return None,
    };
    Some(Doubt::new(&looks::STRUCK_OUT, Fact::Text(struck)))
}

/// Whether a number is seen as a percentage where points are meant: it may be points or a share of the maximum.
pub fn is_share(cell: &Cell, meant: NumberMeaning) -> bool {
    meant == NumberMeaning::Points && matches!(cell.format, Format::Percent | Format::PercentSign)
}

/// The number of percent that a cell shows by its format: 95 of 0.95 shown as 95%, and of 95 shown with the sign alone.
pub fn shown_percent(cell: &Cell) -> Option<Number> {
    let shown = cell.look.as_deref().and_then(|look| look.shown.as_deref());
    let is_per_mille = shown.is_some_and(|shown| shown.contains('‰'));
    let times = match (cell.format, &cell.value) {
        (Format::Percent, CellValue::Number(_)) => Decimal::ONE_HUNDRED,
        (Format::PercentSign, CellValue::Number(_)) if !is_per_mille => Decimal::ONE,
        _ => return None,
    };
    let mut number = number::read(&cell.value, Sort::Amount, "").ok()??;
    number.value = number.value.checked_mul(times)?.normalize();
    number.decimals = number.value.scale();
    number.steps.push(Step::Percent);
    Some(number)
}

/// What is seen of a cell whose value counts, where it is something else.
pub fn doubts(
    cell: &Cell,
    value: &Fact,
    number: Option<&Number>,
    meant: NumberMeaning,
) -> Vec<Doubt> {
    let mut found = Vec::new();
    let is_zero = number.is_some_and(|number| number.value.is_zero());
    if cell.format == Format::Hidden && !is_zero {
        found.push(Doubt::new(&cells::HIDDEN_VALUE, value.clone()));
    }
    let look = cell.look.as_deref();
    // A figure of 85 that is shown as 85% is a figure in percent.
    let is_measure = cell.format == Format::PercentSign && meant == NumberMeaning::Figure;
    let of_look = look.and_then(|look| look.shown.clone());
    let of_look = of_look.filter(|_| !is_measure);
    let is_other = |number: &Number| !number.steps.contains(&Step::Percent);
    let is_percent = cell.format == Format::Percent && number.is_some_and(is_other);
    if let Some(shown) = of_look.or_else(|| is_percent.then(|| percent(&cell.value))) {
        let stored = match number {
            Some(number) => Fact::Number(number.value),
            None => Fact::Text(cell.value.show()),
        };
        found.push(Doubt::new(&looks::SHOWN_OTHERWISE, stored).but(Fact::Text(shown)));
    }
    let Some(look) = look else {
        return found;
    };
    for (rule, left_off) in [
        (&looks::STRUCK_IN_PART, look.left_off(true)),
        (&looks::FOOTNOTE_MARK, look.left_off(false)),
    ] {
        let left_off = left_off.map(Fact::Text);
        found.extend(left_off.map(|left_off| Doubt::new(rule, left_off).but(value.clone())));
    }
    if look.is_struck {
        found.push(Doubt::new(&looks::STRUCK, value.clone()));
    }
    if look.is_unseen {
        found.push(Doubt::new(&looks::UNSEEN, value.clone()));
    }
    found
}

/// A cell with the result of its formula, which the file does not store, as its format shows it.
pub fn with_result(cell: &Cell, value: CellValue) -> Cell {
    let mut cell = Cell {
        value,
        ..cell.clone()
    };
    let Some(code) = cell.look.as_deref().and_then(|look| look.code.clone()) else {
        return cell;
    };
    let format = NumberFormat::new(&code);
    let (seen, shown) = match &cell.value {
        CellValue::Number(serial) if display::is_date(&code) => {
            cell.value = CellValue::Date {
                serial: *serial,
                base_1904: false,
            };
            return cell;
        }
        CellValue::Number(value) => format.look(*value),
        CellValue::Text(text) => format.look_at_text(text),
        _ => return cell,
    };
    cell.format = seen;
    cell.look_mut().shown = shown;
    cell
}

/// A number as a percentage, with the decimal mark that a Vietnamese Excel shows.
fn percent(value: &CellValue) -> String {
    match value {
        CellValue::Number(value) => {
            let shown = crate::base::points::from_f64(value * 100.0);
            let shown = shown.map_or_else(|| value.to_string(), |percent| format!("{percent}%"));
            shown.replace('.', ",")
        }
        other => other.show(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::cell::CellAddress;

    fn computed(code: &str, value: CellValue) -> Cell {
        let mut cell = Cell::new(CellAddress::default(), CellValue::NotCalculated);
        cell.look_mut().code = Some(code.to_string());
        with_result(&cell, value)
    }

    #[test]
    fn a_computed_result_is_seen_through_its_format() {
        let number = CellValue::Number;
        for (code, value, format, shown) in [
            ("0%", number(0.4), Format::Percent, None),
            ("0\"%\"", number(40.0), Format::PercentSign, Some("40%")),
            (";;;", number(40.0), Format::Hidden, None),
            ("\"20\"", number(40.0), Format::Other, Some("20")),
            ("0.0", number(40.0), Format::General, None),
            (
                "@\"5\"",
                CellValue::Text("4".into()),
                Format::Other,
                Some("45"),
            ),
        ] {
            let cell = computed(code, value);
            let seen = cell.look.as_deref().and_then(|look| look.shown.as_deref());
            assert_eq!((cell.format, seen), (format, shown), "{code}");
        }
        let date = computed("dd/mm/yyyy", number(28.0));
        let base_1904 = false;
        let serial = 28.0;
        assert_eq!(date.value, CellValue::Date { serial, base_1904 });
    }

    #[test]
    fn a_sign_of_a_percentage_is_no_score_and_an_ordinary_figure() {
        let cell = computed("0\"%\"", CellValue::Number(40.0));
        assert!(is_share(&cell, NumberMeaning::Points) && !is_share(&cell, NumberMeaning::Sum));
        let value = Fact::Text("40".into());
        let codes = |meant| -> Vec<&str> {
            let found = doubts(&cell, &value, None, meant);
            found.iter().map(|doubt| doubt.rule.code).collect()
        };
        assert!(codes(NumberMeaning::Figure).is_empty());
        assert_eq!(codes(NumberMeaning::Sum), ["TH324"]);
    }
}
