//! Where everything stands: the rows of each group sheet, worked out before anything is written, since formulas point ahead
//! and across sheets.

use std::collections::BTreeMap;
use std::error::Error;

use tonghop::base::cell::CellAddress;

use super::hand::{Column, Hand, SheetNames};
use super::scheme::{Criterion, Figure, Group, Scheme};

/// A row of a table.
pub enum Line<'a> {
    /// The name of a group, where several stand on one sheet.
    Heading(&'a Group),
    /// A criterion.
    Criterion(&'a Criterion),
    /// A figure with a name, with its place among its criterion's figures.
    Figure(&'a Criterion, &'a Figure, usize),
    /// The total of a group.
    Total(&'a Group, (u32, u32)),
}

/// A sheet with one group or with all of them.
pub struct Block<'a> {
    /// The sheet's name.
    pub name: String,
    /// The only group, where there is one.
    pub group: Option<&'a Group>,
    /// The row of the header, zero-based.
    pub header: u32,
    /// The rows below the header.
    pub lines: Vec<(u32, Line<'a>)>,
    /// The first row below the table.
    pub end: u32,
}

/// All group sheets.
pub struct Plan<'a> {
    /// The sheets, left to right.
    pub blocks: Vec<Block<'a>>,
    figures: BTreeMap<&'a str, (usize, u32)>,
    totals: BTreeMap<&'a str, (usize, u32)>,
    figure_column: u16,
    own_column: u16,
}

impl<'a> Plan<'a> {
    /// Lays out the scheme's criteria as this hand would.
    pub fn new(scheme: &'a Scheme, hand: &Hand) -> Plan<'a> {
        let blocks: Vec<Block> = if hand.sheet_names == SheetNames::Single {
            let groups: Vec<&Group> = scheme.groups.iter().collect();
            vec![block("Phiếu tự chấm".to_string(), &groups, hand)]
        } else {
            ordered(scheme, hand)
                .into_iter()
                .map(|group| block(sheet_name(group, hand.sheet_names), &[group], hand))
                .collect()
        };
        let mut figures = BTreeMap::new();
        let mut totals = BTreeMap::new();
        for (place, block) in blocks.iter().enumerate() {
            for (row, line) in &block.lines {
                match line {
                    Line::Heading(_) => {}
                    Line::Criterion(criterion) => {
                        if let Some(figure) = criterion.own_figure() {
                            figures.insert(figure.id.as_str(), (place, *row));
                        }
                    }
                    Line::Figure(_, figure, _) => {
                        figures.insert(figure.id.as_str(), (place, *row));
                    }
                    Line::Total(group, _) => {
                        totals.insert(group.id.as_str(), (place, *row));
                    }
                }
            }
        }
        Plan {
            blocks,
            figures,
            totals,
            figure_column: hand.column(Column::Figure),
            own_column: hand.column(Column::Own),
        }
    }

    /// The cell of a figure, as a formula on a sheet writes it.
    ///
    /// # Errors
    /// When no sheet has it.
    pub fn figure(&self, id: &str, from: &str) -> Result<String, Box<dyn Error>> {
        let place = self
            .figures
            .get(id)
            .ok_or_else(|| format!("no figure {id}"))?;
        Ok(self.reference(*place, self.figure_column, from))
    }

    /// The cell of a group's total, as a formula on a sheet writes it.
    ///
    /// # Errors
    /// When no sheet has it.
    pub fn total(&self, group: &str, from: &str) -> Result<String, Box<dyn Error>> {
        let place = self
            .totals
            .get(group)
            .ok_or_else(|| format!("no group {group}"))?;
        Ok(self.reference(*place, self.own_column, from))
    }

    fn reference(&self, (block, row): (usize, u32), column: u16, from: &str) -> String {
        let cell = CellAddress::new(row, u32::from(column));
        match self.blocks.get(block) {
            Some(block) if block.name != from => format!("'{}'!{cell}", block.name),
            _ => cell.to_string(),
        }
    }
}

/// The groups in the order in which this hand keeps their sheets.
fn ordered<'a>(scheme: &'a Scheme, hand: &Hand) -> Vec<&'a Group> {
    let first = hand
        .first_groups
        .iter()
        .filter_map(|&place| scheme.groups.get(place));
    let rest = (0..)
        .zip(&scheme.groups)
        .filter(|(place, _)| !hand.first_groups.contains(place))
        .map(|(_, group)| group);
    first.chain(rest).collect()
}

fn sheet_name(group: &Group, names: SheetNames) -> String {
    match names {
        SheetNames::Numbered => format!("Nhom {}", group.id),
        SheetNames::Unmarked => match group.id.as_str() {
            "1" => "Ha tang",
            "2" => "Nhan luc",
            "3" => "Phan mem",
            "4" => "Chinh sach",
            "5" => "Trang TTDT",
            "6" => "An toan TT",
            _ => "Diem cong tru",
        }
        .to_string(),
        SheetNames::Template | SheetNames::Single => {
            if group.id == "7" {
                "7. Điểm cộng trừ".to_string()
            } else {
                group.title()
            }
        }
    }
}

/// The rows of one sheet.
fn block<'a>(name: String, groups: &[&'a Group], hand: &Hand) -> Block<'a> {
    let header = hand.top + 6;
    let mut row = header + 1 + u32::from(hand.two_row_header);
    let mut lines = Vec::new();
    for &group in groups {
        if groups.len() > 1 {
            lines.push((row, Line::Heading(group)));
            row += 1;
        }
        let first = row;
        for (place, criterion) in group.criteria.iter().enumerate() {
            if hand.blank_rows && place > 0 && place % 3 == 0 {
                row += 1;
            }
            lines.push((row, Line::Criterion(criterion)));
            row += 1;
            let named = criterion
                .figures
                .iter()
                .filter(|figure| figure.name.is_some());
            for (place, figure) in named.enumerate() {
                lines.push((row, Line::Figure(criterion, figure, place)));
                row += 1;
            }
        }
        lines.push((row, Line::Total(group, (first, row - 1))));
        row += 1;
    }
    let group = match groups {
        [only] => Some(*only),
        _ => None,
    };
    Block {
        name,
        group,
        header,
        lines,
        end: row,
    }
}
