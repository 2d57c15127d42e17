//! A return on the desk of somebody who spoils it: where its numbers stand, and which rows and sheets are still as they were.

use std::collections::{BTreeMap, BTreeSet};

use tonghop::base::cell::{CellAddress, CellRange, CellValue, Piece};
use tonghop::base::ids::{CriterionId, FigureId};
use tonghop::base::points::{Decimal, Points};
use tonghop::input::submission::Figure;
use tonghop_tools::spoiler::book::{Book, Dress, Sheet};

use super::outcome::{Outcome, Place};
use crate::spoiler::dice::Dice;
use crate::spoiler::truth::{Meant, Spot, truth};
use crate::spoiler::work::number;

/// A number on the desk: what it is, where it stands.
#[derive(Clone, Debug)]
pub struct Number {
    pub name: String,
    pub spot: Spot,
    /// The number, exact.
    pub value: Decimal,
    /// The criterion whose score it is; a figure otherwise.
    pub criterion: Option<CriterionId>,
    /// A count of people, machines and so on: a whole number.
    pub is_whole: bool,
}

impl Number {
    pub fn place(&self) -> Place {
        place(&self.spot)
    }

    pub fn float(&self) -> f64 {
        self.value.to_f64()
    }

    /// As people write it.
    pub fn text(&self) -> String {
        self.value.to_string().replace('.', ",")
    }
}

pub fn place(spot: &Spot) -> Place {
    (spot.sheet.clone(), CellAddress::new(spot.at.0, spot.at.1))
}

/// A return being spoiled.
pub struct Desk {
    pub index: usize,
    pub meant: &'static Meant,
    pub book: Book,
    pub scores: BTreeMap<CriterionId, Spot>,
    pub figures: BTreeMap<FigureId, Spot>,
    rows: BTreeSet<(String, u32)>,
    sheets: BTreeSet<String>,
}

impl Desk {
    /// A return, with its numbers where they were read.
    pub fn new(index: usize, book: Book, read: &Outcome) -> Self {
        let spot = |at: &Option<Place>| {
            let (sheet, cell) = at.clone()?;
            let at = (cell.row, cell.column);
            Some(Spot { sheet, at })
        };
        let scores = read.scores.iter();
        let figures = read.figures.iter();
        Desk {
            index,
            meant: &truth().units[index],
            book,
            scores: scores
                .filter_map(|(id, one)| Some((id.clone(), spot(&one.at)?)))
                .collect(),
            figures: figures
                .filter_map(|(id, one)| Some((id.clone(), spot(&one.at)?)))
                .collect(),
            rows: BTreeSet::new(),
            sheets: BTreeSet::new(),
        }
    }

    fn all_scores(&self) -> Vec<Number> {
        let numbers = self.scores.iter().map(|(id, spot)| Number {
            name: format!("score {id}"),
            spot: spot.clone(),
            value: self.meant.scores[id].0,
            criterion: Some(id.clone()),
            is_whole: false,
        });
        numbers.collect()
    }

    fn all_figures(&self) -> Vec<Number> {
        let numbers = self.figures.iter().filter_map(|(id, spot)| {
            let Figure::Number(value) = self.meant.figures.get(id)? else {
                return None;
            };
            let (_, spec) = truth().plan.scheme.figure(id)?;
            Some(Number {
                name: format!("figure {id}"),
                spot: spot.clone(),
                value: *value,
                criterion: None,
                is_whole: spec.unit != "triệu đồng",
            })
        });
        numbers.collect()
    }

    /// A number whose row and sheet nobody has touched, which `fits`: as often a figure as a score.
    pub fn number(&mut self, dice: &mut Dice, fits: impl Fn(&Number) -> bool) -> Option<Number> {
        match dice.once_in(2) {
            true => self.score(dice, fits),
            false => self.figure(dice, fits),
        }
    }

    pub fn score(&mut self, dice: &mut Dice, fits: impl Fn(&Number) -> bool) -> Option<Number> {
        let all = self.all_scores();
        self.take(dice, all, fits)
    }

    pub fn figure(&mut self, dice: &mut Dice, fits: impl Fn(&Number) -> bool) -> Option<Number> {
        let all = self.all_figures();
        self.take(dice, all, fits)
    }

    fn take(
        &mut self,
        dice: &mut Dice,
        mut all: Vec<Number>,
        fits: impl Fn(&Number) -> bool,
    ) -> Option<Number> {
        all.retain(|one| {
            let row = (one.spot.sheet.clone(), one.spot.at.0);
            !self.rows.contains(&row) && !self.sheets.contains(&one.spot.sheet) && fits(one)
        });
        let one = dice.pick(&all)?.clone();
        self.rows.insert((one.spot.sheet.clone(), one.spot.at.0));
        Some(one)
    }

    /// Takes a row as well; nothing where somebody has touched it.
    pub fn take_row(&mut self, sheet: &str, row: u32) -> Option<()> {
        self.rows.insert((sheet.to_string(), row)).then_some(())
    }

    /// A score on a sheet of which nobody has touched anything, and nobody will.
    pub fn sheet_of_score(&mut self, dice: &mut Dice) -> Option<Number> {
        let mut all = self.all_scores();
        all.retain(|one| {
            let sheet = &one.spot.sheet;
            !self.sheets.contains(sheet) && self.rows.iter().all(|(own, _)| own != sheet)
        });
        let one = dice.pick(&all)?.clone();
        self.sheets.insert(one.spot.sheet.clone());
        Some(one)
    }

    /// The scores and figures of a sheet's table, those below one header, top down.
    pub fn criteria_below(&self, sheet: &str, header: u32) -> Vec<(u32, CriterionId)> {
        let spots = self.scores.iter().filter(|(_, spot)| spot.sheet == sheet);
        let mut rows: Vec<_> = spots
            .filter(|(_, spot)| self.header(spot) == Some(header))
            .map(|(id, spot)| (spot.at.0, id.clone()))
            .collect();
        rows.sort();
        rows
    }

    /// The row of the header over a score.
    pub fn header(&self, spot: &Spot) -> Option<u32> {
        let sheet = self.sheet(&spot.sheet)?;
        let is_code = |text: String| matches!(text.to_lowercase().as_str(), "tt" | "stt" | "mã");
        let mut above = sheet.cells.range(..(spot.at.0, 0)).rev();
        above
            .find(|(_, content)| is_code(content.value.show()))
            .map(|(&(row, _), _)| row)
    }

    /// The column under a heading that has this word, over a cell.
    pub fn column_of(&self, spot: &Spot, word: &str) -> Option<u32> {
        let header = self.header(spot)?;
        let sheet = self.sheet(&spot.sheet)?;
        // A header may have two rows.
        let cells = sheet.cells.range((header, 0)..(header + 2, 0));
        cells
            .filter(|(_, content)| content.value.show().to_lowercase().contains(word))
            .map(|(&(_, column), _)| column)
            .next()
    }

    pub fn sheet(&self, name: &str) -> Option<&Sheet> {
        self.book.sheets.iter().find(|one| one.name == name)
    }

    pub fn sheet_mut(&mut self, name: &str) -> &mut Sheet {
        self.book.sheet(name).unwrap()
    }

    pub fn text(&self, spot: &Spot) -> String {
        self.sheet(&spot.sheet)
            .map(|sheet| sheet.text(spot.at))
            .unwrap_or_default()
    }

    pub fn put(&mut self, spot: &Spot, value: CellValue) {
        self.sheet_mut(&spot.sheet).put(spot.at, value);
    }

    pub fn put_text(&mut self, spot: &Spot, text: &str) {
        self.sheet_mut(&spot.sheet).put_text(spot.at, text);
    }

    pub fn put_number(&mut self, spot: &Spot, value: f64, dress: Dress) {
        let sheet = self.sheet_mut(&spot.sheet);
        sheet.put_dressed(spot.at, CellValue::Number(value), dress);
    }

    pub fn put_pieces(&mut self, spot: &Spot, pieces: Vec<Piece>) {
        let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
        let dress = Dress {
            pieces,
            ..Dress::default()
        };
        let sheet = self.sheet_mut(&spot.sheet);
        sheet.put_dressed(spot.at, CellValue::Text(text), dress);
    }

    /// Writes a formula and the result that is stored with it.
    pub fn put_formula(&mut self, spot: &Spot, formula: &str, result: CellValue) {
        let sheet = self.sheet_mut(&spot.sheet);
        sheet.put(spot.at, result);
        sheet.cells.get_mut(&spot.at).unwrap().formula = Some(formula.to_string());
    }

    /// The column of the code and that of the text, in the row of a score.
    pub fn label_columns(&self, spot: &Spot) -> Option<(u32, u32)> {
        let sheet = self.sheet(&spot.sheet)?;
        let (code, _) = sheet.row(spot.at.0).next()?;
        let is_text = |value: &CellValue| matches!(value, CellValue::Text(_));
        let (name, _) = sheet
            .row(spot.at.0)
            .find(|(column, content)| *column > code && is_text(&content.value))?;
        (name < spot.at.1).then_some((code, name))
    }

    /// The first cell whose text, in small letters, is or contains one of these.
    pub fn find(&self, is_it: impl Fn(&str) -> bool) -> Option<Spot> {
        self.book.sheets.iter().find_map(|sheet| {
            let mut cells = sheet.cells.iter();
            let found = cells.find(|(_, one)| is_it(&one.value.show().to_lowercase()));
            found.map(|(&at, _)| Spot {
                sheet: sheet.name.clone(),
                at,
            })
        })
    }

    /// The cell right of a label.
    pub fn right_of(&self, labels: &[&str]) -> Option<Spot> {
        let label = self.find(|text| labels.iter().any(|one| text.starts_with(one)))?;
        let mut row = self.sheet(&label.sheet)?.row(label.at.0);
        let (column, _) = row.find(|(column, _)| *column > label.at.1)?;
        let at = (label.at.0, column);
        Some(Spot { at, ..label })
    }

    pub fn merge(&mut self, sheet: &str, first: (u32, u32), last: (u32, u32)) {
        self.sheet_mut(sheet).merges.push(CellRange {
            first: CellAddress::new(first.0, first.1),
            last: CellAddress::new(last.0, last.1),
        });
    }

    /// Whether a merged range lies over these cells.
    pub fn is_merged(&self, sheet: &str, first: (u32, u32), last: (u32, u32)) -> bool {
        let Some(sheet) = self.sheet(sheet) else {
            return true;
        };
        sheet.merges.iter().any(|range| {
            range.first.row <= last.0
                && first.0 <= range.last.row
                && range.first.column <= last.1
                && first.1 <= range.last.column
        })
    }

    pub fn maximum(&self, id: &CriterionId) -> f64 {
        let criterion = truth().plan.scheme.criterion(id);
        let maximum = criterion.and_then(|one| one.maximum_at(&self.meant.unit.level)?.limit());
        number(maximum.unwrap_or(Points::ZERO))
    }
}
