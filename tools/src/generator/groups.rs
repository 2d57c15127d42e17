//! The sheets of the groups: header, criteria, figures, totals.

use std::error::Error;

use rust_xlsxwriter::{Format, Workbook, Worksheet};
use tonghop::base::cell::CellAddress;

use super::cover::title;
use super::evidence::Evidence;
use super::hand::Column;
use super::hundredths::decimal;
use super::letter;
use super::plan::{Block, Line, Plan};
use super::returns::Return;
use super::scheme::{Criterion, Figure, Group};
use super::style::{self, Style};
use super::value::{percent, write_formula, write_number};

/// The points of a group, in hundredths.
///
/// # Errors
/// When a criterion has no score.
pub fn group_points(one: &Return, group: &Group) -> Result<i64, Box<dyn Error>> {
    group
        .criteria
        .iter()
        .map(|criterion| one.values.score(&criterion.id))
        .sum()
}

/// Writes the sheets of all groups.
///
/// # Errors
/// When a value is missing or a sheet cannot be written.
pub fn write_all(book: &mut Workbook, plan: &Plan, one: &Return) -> Result<(), Box<dyn Error>> {
    let mut evidence = Evidence::new(one);
    for block in &plan.blocks {
        let mut pen = Pen {
            sheet: book.add_worksheet(),
            plan,
            one,
            style: Style::new(&one.hand),
            block,
        };
        pen.write(&mut evidence)?;
    }
    Ok(())
}

/// Writes one sheet.
struct Pen<'a> {
    sheet: &'a mut Worksheet,
    plan: &'a Plan<'a>,
    one: &'a Return,
    style: Style,
    block: &'a Block<'a>,
}

impl Pen<'_> {
    fn write(&mut self, evidence: &mut Evidence) -> Result<(), Box<dyn Error>> {
        let hand = &self.one.hand;
        self.sheet.set_name(&self.block.name)?;
        for (place, column) in (0_u16..).zip(hand.columns) {
            self.sheet.set_column_width(place, hand.width(*column))?;
        }
        let sides = self.sides();
        let subtitle = match self.block.group {
            Some(group) => format!("Nhóm {}: {}", group.id, group.name),
            None => format!(
                "(Số liệu từ ngày 01/01/{year} đến ngày 31/12/{year})",
                year = self.one.year
            ),
        };
        letter::head(
            self.sheet,
            self.one,
            &self.style,
            sides,
            [&title(self.one), &subtitle],
        )?;
        self.header()?;
        for (row, line) in &self.block.lines {
            match line {
                Line::Heading(group) => self.heading(*row, group)?,
                Line::Criterion(criterion) => self.criterion(*row, criterion, evidence)?,
                Line::Figure(criterion, figure, place) => {
                    self.figure(*row, criterion, figure, *place)?;
                }
                Line::Total(group, rows) => self.total(*row, group, *rows)?,
            }
        }
        if hand.signed_sheets || self.block.group.is_none() {
            letter::sign(self.sheet, self.one, &self.style, self.block.end + 1, sides)?;
        }
        style::set_page(self.sheet);
        let last_header = self.block.header + u32::from(hand.two_row_header);
        self.sheet.set_repeat_rows(self.block.header, last_header)?;
        if hand.number.is_multiple_of(3) {
            self.sheet.set_freeze_panes(last_header + 1, 0)?;
        }
        Ok(())
    }

    /// The last column of the office's half, and the last of all.
    fn sides(&self) -> (u16, u16) {
        let last = self.one.hand.last_column();
        (2.min(last), last)
    }

    fn header(&mut self) -> Result<(), Box<dyn Error>> {
        let hand = &self.one.hand;
        let row = self.block.header;
        let format = self.style.header();
        if !hand.two_row_header {
            for (place, column) in (0_u16..).zip(hand.columns) {
                let label = hand.label(column.label());
                self.sheet.write_with_format(row, place, label, &format)?;
            }
            self.sheet.set_row_height(row, self.style.size() * 3.0)?;
            return Ok(());
        }
        for (place, column) in (0_u16..).zip(hand.columns) {
            if let Some(label) = column.below_points() {
                let label = hand.label(label);
                self.sheet
                    .write_with_format(row + 1, place, label, &format)?;
            } else {
                let label = hand.label(column.label());
                self.sheet
                    .merge_range(row, place, row + 1, place, &label, &format)?;
            }
        }
        let points = (hand.column(Column::Maximum), hand.column(Column::Appraised));
        letter::across(self.sheet, row, points, &hand.label("Điểm"), &format)?;
        for row in [row, row + 1] {
            self.sheet.set_row_height(row, self.style.size() * 1.9)?;
        }
        Ok(())
    }

    fn heading(&mut self, row: u32, group: &Group) -> Result<(), Box<dyn Error>> {
        let text = format!("{}. {}", group.id, group.name);
        let format = letter::left(&self.style.total());
        letter::across(
            self.sheet,
            row,
            (0, self.one.hand.last_column()),
            &text,
            &format,
        )?;
        self.sheet.set_row_height(row, self.style.size() * 1.8)?;
        Ok(())
    }

    fn criterion(
        &mut self,
        row: u32,
        criterion: &Criterion,
        evidence: &mut Evidence,
    ) -> Result<(), Box<dyn Error>> {
        let one = self.one;
        let as_text = one.hand.numbers_as_text;
        let score = one.values.score(&criterion.id)?;
        let proof = evidence.of(criterion, score)?;
        let middle = self.style.middle();
        let height = self.style.height(&[
            (&criterion.name, one.hand.width(Column::Name)),
            (&criterion.unit, one.hand.width(Column::Unit)),
            (&proof.evidence, one.hand.width(Column::Evidence)),
            (&proof.explanation, one.hand.width(Column::Explanation)),
        ]);
        self.sheet.set_row_height(row, height)?;
        for (place, column) in (0_u16..).zip(one.hand.columns) {
            let at = (row, place);
            match column {
                Column::Code => self.text(at, &criterion.id, &middle)?,
                Column::Name => self.text(at, &criterion.name, &self.style.cell())?,
                Column::Unit => self.text(at, &criterion.unit, &middle)?,
                Column::Figure => self.own_cell(at, criterion)?,
                Column::Maximum => {
                    let maximum = criterion.maximum.at(&one.level).to_string();
                    write_number(self.sheet, at, &maximum, as_text, &middle)?;
                }
                Column::Own => {
                    let group = criterion.id.split('.').next();
                    let comma = one.text_group.as_deref() == group && score % 100 != 0;
                    let text = as_text || comma;
                    write_number(
                        self.sheet,
                        at,
                        &decimal(score),
                        text,
                        &middle.clone().set_bold(),
                    )?;
                }
                Column::Appraised => self.text(at, "", &middle)?,
                Column::Evidence => self.text(at, &proof.evidence, &self.style.small())?,
                Column::Explanation => self.text(at, &proof.explanation, &self.style.small())?,
                Column::Note => self.text(at, &proof.note, &self.style.small())?,
            }
        }
        Ok(())
    }

    /// The criterion's own cell under `Số liệu`: its nameless figure, a percentage, or nothing.
    fn own_cell(&mut self, at: (u32, u16), criterion: &Criterion) -> Result<(), Box<dyn Error>> {
        let as_text = self.one.hand.numbers_as_text;
        if let Some(figure) = criterion.own_figure()
            && criterion.share().is_none()
        {
            return self.value(at, criterion, figure);
        }
        let Some((part, whole)) = criterion.share() else {
            return self.text(at, "", &self.style.middle());
        };
        let values = &self.one.values;
        let result = percent(values.count(part)?, values.count(whole)?);
        let format = self.style.middle().set_num_format("0.00");
        if as_text {
            write_number(self.sheet, at, &result, true, &format)?;
        } else {
            let part = self.plan.figure(part, &self.block.name)?;
            let whole = self.plan.figure(whole, &self.block.name)?;
            let formula = format!("=ROUND({part}/{whole}*100,2)");
            write_formula(self.sheet, at, &formula, &result, &format)?;
        }
        Ok(())
    }

    fn figure(
        &mut self,
        row: u32,
        criterion: &Criterion,
        figure: &Figure,
        place: usize,
    ) -> Result<(), Box<dyn Error>> {
        let hand = &self.one.hand;
        let letter = ["a", "b", "c", "d"].get(place).copied().unwrap_or("-");
        let name = figure.name.as_deref().unwrap_or_default();
        let height = self.style.height(&[(name, hand.width(Column::Name) - 2.0)]);
        self.sheet.set_row_height(row, height)?;
        for (place, column) in (0_u16..).zip(hand.columns) {
            let at = (row, place);
            match column {
                Column::Code => {
                    let code = format!("{letter}{}", hand.after_letter);
                    self.text(at, &code, &self.style.middle().set_italic())?;
                }
                Column::Name => self.text(at, name, &self.style.detail())?,
                Column::Unit => self.text(at, &figure.unit, &self.style.middle().set_italic())?,
                Column::Figure => self.value(at, criterion, figure)?,
                _ => self.text(at, "", &self.style.middle())?,
            }
        }
        Ok(())
    }

    /// The value of a figure: a count, yes or no in this hand's words, a choice.
    fn value(
        &mut self,
        at: (u32, u16),
        criterion: &Criterion,
        figure: &Figure,
    ) -> Result<(), Box<dyn Error>> {
        let hand = &self.one.hand;
        let value = match self.one.values.get(&criterion.id, &figure.id)? {
            "Có" => hand.words.0,
            "Không" => hand.words.1,
            other => other,
        };
        write_number(
            self.sheet,
            at,
            value,
            hand.numbers_as_text,
            &self.style.count(),
        )?;
        Ok(())
    }

    fn total(&mut self, row: u32, group: &Group, rows: (u32, u32)) -> Result<(), Box<dyn Error>> {
        let one = self.one;
        let format = self.style.total();
        for (place, column) in (0_u16..).zip(one.hand.columns) {
            let at = (row, place);
            match column {
                Column::Name => {
                    let text = one.hand.label(&format!("Cộng nhóm {}", group.id));
                    self.text(at, &text, &letter::left(&format))?;
                }
                Column::Maximum => {
                    let maximum = group.maximum.at(&one.level).to_string();
                    write_number(self.sheet, at, &maximum, one.hand.numbers_as_text, &format)?;
                }
                Column::Own => self.sum(at, group, rows)?,
                _ => self.text(at, "", &format)?,
            }
        }
        self.sheet.set_row_height(row, self.style.size() * 1.8)?;
        Ok(())
    }

    fn sum(
        &mut self,
        at: (u32, u16),
        group: &Group,
        rows: (u32, u32),
    ) -> Result<(), Box<dyn Error>> {
        let points = decimal(group_points(self.one, group)?);
        let format = self.style.total();
        let comma = self.one.text_group.as_deref() == Some(&group.id);
        if self.one.hand.numbers_as_text || comma {
            write_number(self.sheet, at, &points, true, &format)?;
        } else {
            let column = u32::from(at.1);
            let (first, last) = (
                CellAddress::new(rows.0, column),
                CellAddress::new(rows.1, column),
            );
            let formula = format!("=SUM({first}:{last})");
            write_formula(self.sheet, at, &formula, &points, &format)?;
        }
        Ok(())
    }

    /// Writes text; an empty text leaves a blank cell with a border.
    fn text(&mut self, at: (u32, u16), text: &str, format: &Format) -> Result<(), Box<dyn Error>> {
        self.sheet.write_with_format(at.0, at.1, text, format)?;
        Ok(())
    }
}
