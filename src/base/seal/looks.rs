//! How a sheet looked when it was written.
//!
//! In: what the reader saw. Out: whether two looks are the same to a person. Not for: content.

use crate::base::cell::CellAddress;
use crate::base::seal::normal::Checksum;

/// Digits by which a column may be wider or narrower: programs measure in pixels of their own.
const TOLERANCE: f64 = 1.0;

/// The looks of a sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Looks {
    cells: u64,
    /// Rows and columns that are hidden, as text.
    pub hidden: String,
    /// Columns, counted from 1, with their widths in digits.
    pub widths: Vec<(u32, f64)>,
}

impl Looks {
    /// The looks of a sheet of which only tells what is hidden, as text.
    pub fn hiding(hidden: String) -> Self {
        Looks {
            hidden,
            ..Looks::default()
        }
    }

    /// Adds the look of a cell; the order does not matter.
    pub fn add(&mut self, at: CellAddress, look: &str) {
        self.add_sum(Looks::of_cell(at, look));
    }

    /// Adds the looks of cells, by the sum of them.
    pub fn add_sum(&mut self, sum: u64) {
        self.cells = self.cells.wrapping_add(sum);
    }

    /// The look of a cell, which is added to those of others.
    pub(super) fn of_cell(at: CellAddress, look: &str) -> u64 {
        let place = (u64::from(at.row) << 32) | u64::from(at.column);
        let sum = Checksum::new().add(&place.to_le_bytes());
        sum.add(look.as_bytes()).value()
    }

    /// Whether a person sees the same.
    pub fn is_like(&self, other: &Looks) -> bool {
        let width = |looks: &Looks, column| {
            let mut widths = looks.widths.iter();
            widths
                .find(|(at, _)| *at == column)
                .map(|(_, width)| *width)
        };
        // A width that is not told is the usual one, which each program tells or does not.
        let same = |(column, wide): &(u32, f64)| {
            width(other, *column).is_none_or(|now| (now - wide).abs() <= TOLERANCE)
        };
        self.cells == other.cells && self.hidden == other.hidden && self.widths.iter().all(same)
    }

    /// As text without blanks at its ends.
    pub(super) fn text(&self) -> String {
        let widths: Vec<String> = self
            .widths
            .iter()
            .map(|(column, width)| format!("{column}:{width:.1}"))
            .collect();
        format!("{:016x};{};{}", self.cells, self.hidden, widths.join(","))
    }

    /// From such text.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, ';');
        let cells = u64::from_str_radix(parts.next()?, 16).ok()?;
        let hidden = parts.next()?.to_string();
        let widths = parts.next()?.split(',').filter(|one| !one.is_empty());
        let widths: Option<Vec<(u32, f64)>> = widths
            .map(|one| {
                let (column, width) = one.split_once(':')?;
                Some((column.parse().ok()?, width.parse().ok()?))
            })
            .collect();
        Some(Looks {
            cells,
            hidden,
            widths: widths?,
        })
    }
}
