//! Decimal commas in a table whose fields are parted by commas: such rows are longer than those around them.
//!
//! In: the rows of a text, one by one. Out: the first numbers of which one was parted. Not for: putting it together again, since which two fields
//! are one number cannot be told where numbers stand side by side.

use csv::StringRecord;

/// Rows before and after a long one that it is compared with.
const AROUND: usize = 20;

/// The shape of a row.
#[derive(Debug)]
struct RowShape {
    row: u32,
    width: usize,
    /// How many pairs of neighbours may be one number each, none in two of them.
    pairs: usize,
    /// The first numbers that stand side by side.
    numbers: String,
}

/// The shapes of the rows so far.
#[derive(Debug, Default)]
pub(super) struct Commas {
    shapes: Vec<RowShape>,
}

impl Commas {
    /// Takes in a row.
    pub(super) fn pass(&mut self, row: u32, record: &StringRecord) {
        let fields: Vec<&str> = record.iter().map(str::trim).collect();
        let mut pairs = 0;
        let mut at = 0;
        while let [whole, part, ..] = fields.get(at..).unwrap_or_default() {
            let is_one = is_whole(whole) && is_part(part);
            pairs += usize::from(is_one);
            at += if is_one { 2 } else { 1 };
        }
        self.shapes.push(RowShape {
            row,
            width: fields.len(),
            pairs,
            numbers: if pairs > 0 {
                numbers(&fields)
            } else {
                String::new()
            },
        });
    }

    /// The first numbers of which one was parted, with their row: it and its neighbours are longer than most rows around, each by no more fields
    /// than it has pairs, and no row without numbers is as long.
    pub(super) fn found(&self) -> Option<(u32, String)> {
        let mut at = 0;
        while at < self.shapes.len() {
            if !self.may_be_longer(at) {
                at += 1;
                continue;
            }
            let usual = self.usual(at);
            let is_longer = |shape: &&RowShape| shape.width > usual;
            let run = self.shapes.get(at..)?.iter().take_while(is_longer).count();
            let rows = self.shapes.get(at..at + run)?;
            let is_parted = |shape: &RowShape| shape.width - usual <= shape.pairs;
            if let Some(first) = rows.first().filter(|_| rows.iter().all(is_parted))
                && self.is_widest(usual, at, at + run)
            {
                return Some((first.row, first.numbers.clone()));
            }
            at += run.max(1);
        }
        None
    }

    fn around(&self, from: usize, to: usize) -> &[RowShape] {
        let end = self.shapes.len().min(to.saturating_add(AROUND));
        self.shapes
            .get(from.saturating_sub(AROUND)..end)
            .unwrap_or_default()
    }

    /// Whether a row has numbers to be parted and is longer than another around it.
    fn may_be_longer(&self, at: usize) -> bool {
        let shape = self.shapes.get(at).filter(|shape| shape.pairs > 0);
        shape.is_some_and(|shape| {
            let mut around = self.around(at, at + 1).iter();
            around.any(|other| other.width < shape.width)
        })
    }

    /// The width of most rows around one; a width that nothing exceeds where most rows differ.
    fn usual(&self, at: usize) -> usize {
        let around = self.around(at, at + 1);
        let alike = |width: usize| around.iter().filter(|shape| shape.width == width).count();
        let width = around
            .iter()
            .map(|shape| shape.width)
            .max_by_key(|width| alike(*width));
        width
            .filter(|width| 2 * alike(*width) > around.len())
            .unwrap_or(usize::MAX)
    }

    /// Whether no row around these that has no numbers to be parted is wider than this.
    fn is_widest(&self, width: usize, from: usize, to: usize) -> bool {
        let mut wider = self
            .around(from, to)
            .iter()
            .filter(|shape| shape.width > width);
        wider.all(|shape| shape.pairs > 0)
    }
}

/// The first fields that stand side by side and are numbers.
fn numbers(fields: &[&str]) -> String {
    let is_number = |field: &&&str| is_whole(field) || is_part(field);
    let start = fields
        .windows(2)
        .position(|two| matches!(two, [a, b] if is_whole(a) && is_part(b)));
    let rest = fields.get(start.unwrap_or_default()..).unwrap_or_default();
    let numbers: Vec<&str> = rest.iter().take_while(is_number).copied().collect();
    numbers.join(",")
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// What may stand before a decimal comma.
fn is_whole(text: &str) -> bool {
    is_digits(text.trim_start_matches(['-', '\u{2212}', '\u{2013}']))
}

/// What may stand behind one.
fn is_part(text: &str) -> bool {
    is_digits(text.trim_end_matches(['%', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(lines: &[&str]) -> Option<(u32, String)> {
        let mut commas = Commas::default();
        for (row, line) in (0..).zip(lines) {
            commas.pass(row, &line.split(',').collect());
        }
        commas.found()
    }

    #[test]
    fn rows_that_decimal_commas_lengthen_are_told_from_wider_tables() {
        let parted = [
            "TT,Tiêu chí,Tối đa,Tự chấm",
            "1,A,30,30",
            "2,B,30,29,57",
            "3,C,20,20",
            "4,D,10,10",
        ];
        assert_eq!(found(&parted), Some((2, "30,29,57".to_string())));
        let last = [
            "TT,Tiêu chí,Tối đa,Tự chấm",
            "1,A,30,30",
            "3,C,20,20",
            "2,B,12,5,8,57",
        ];
        assert_eq!(found(&last).map(|(row, _)| row), Some(3));
        for fine in [
            &["TT,Tiêu chí,Tối đa,Tự chấm", "1,A,30,30", "2,B,30,29"][..],
            // A table of more columns between two others.
            &[
                "a,b,c",
                "1,2,3",
                "d,e,f,g,h",
                "1,2,3,4,5",
                "a,b,c",
                "1,2,3",
                "a,b,c",
                "1,2,3",
            ],
            // Blank fields at the end are left off.
            &[
                "TT,Tiêu chí,Tối đa,Tự chấm,Ghi chú",
                "a,x,người,52",
                "1,A,30,30,20",
                "b,y,người,5",
                "c,z,người,7",
            ],
        ] {
            assert_eq!(found(fine), None, "{fine:?}");
        }
    }
}
