//! A workbook under the hands of its spoilers: which cells, rows and sheets of it are still as they were.

use std::collections::BTreeSet;

use tonghop::base::cell::CellValue;
use tonghop::base::ids::{CriterionId, FigureId};
use tonghop::base::points::Points;
use tonghop::input::submission::Figure;
use tonghop_tools::spoiler::book::{Book, Sheet};

use super::dice::Dice;
use super::truth::{Meant, Spot, Truth, truth};

/// A workbook being spoiled. Addresses in `meant` hold until rows, columns and sheets are moved; a sheet is moved once.
pub struct Work {
    pub truth: &'static Truth,
    pub meant: &'static Meant,
    pub book: Book,
    rows: BTreeSet<(String, u32)>,
    sheets: BTreeSet<String>,
}

impl Work {
    pub fn new(index: usize) -> Self {
        let truth = truth();
        let meant = &truth.units[index];
        Work {
            truth,
            meant,
            book: meant.book.clone(),
            rows: BTreeSet::new(),
            sheets: BTreeSet::new(),
        }
    }

    /// A criterion whose row nobody has touched, which `fits`.
    pub fn score(
        &mut self,
        dice: &mut Dice,
        fits: impl Fn(&CriterionId, Points, Points) -> bool,
    ) -> Option<(CriterionId, Spot, Points)> {
        let free: Vec<_> = self
            .meant
            .score_spots
            .iter()
            .filter(|(id, spot)| {
                !self.rows.contains(&(spot.sheet.clone(), spot.at.0))
                    && fits(id, self.meant.scores[*id], self.maximum(id))
            })
            .collect();
        let (id, spot) = dice.pick(&free)?;
        let (id, spot) = ((*id).clone(), (*spot).clone());
        self.rows.insert((spot.sheet.clone(), spot.at.0));
        let score = self.meant.scores[&id];
        Some((id, spot, score))
    }

    /// A figure whose row nobody has touched, which `fits`.
    pub fn figure(
        &mut self,
        dice: &mut Dice,
        fits: impl Fn(&Figure) -> bool,
    ) -> Option<(FigureId, Spot, Figure)> {
        let free: Vec<_> = self
            .meant
            .figure_spots
            .iter()
            .filter(|(id, spot)| {
                !self.rows.contains(&(spot.sheet.clone(), spot.at.0))
                    && fits(&self.meant.figures[*id])
            })
            .collect();
        let (id, spot) = dice.pick(&free)?;
        let (id, spot) = ((*id).clone(), (*spot).clone());
        self.rows.insert((spot.sheet.clone(), spot.at.0));
        let value = self.meant.figures[&id].clone();
        Some((id, spot, value))
    }

    /// Takes these rows, if nobody has touched them. Two defects on one pair of figures can make a pair that looks right.
    pub fn take(&mut self, spots: [&Spot; 2]) -> Option<()> {
        let rows = spots.map(|spot| (spot.sheet.clone(), spot.at.0));
        if rows.iter().any(|row| self.rows.contains(row)) {
            return None;
        }
        self.rows.extend(rows);
        Some(())
    }

    /// A sheet with criteria that nobody has moved about.
    pub fn layout(&mut self, dice: &mut Dice) -> Option<String> {
        let free: Vec<String> = self
            .group_sheets()
            .into_iter()
            .filter(|name| !self.sheets.contains(name))
            .collect();
        let name = dice.pick(&free)?.clone();
        self.sheets.insert(name.clone());
        Some(name)
    }

    /// The sheets that hold criteria, by name.
    pub fn group_sheets(&self) -> BTreeSet<String> {
        let spots = self.meant.score_spots.values();
        spots.map(|spot| spot.sheet.clone()).collect()
    }

    /// The rows of the criteria on a sheet, top down.
    pub fn criteria_on(&self, sheet: &str) -> Vec<(u32, CriterionId)> {
        let spots = self.meant.score_spots.iter();
        let mut rows: Vec<_> = spots
            .filter(|(_, spot)| spot.sheet == sheet)
            .map(|(id, spot)| (spot.at.0, id.clone()))
            .collect();
        rows.sort();
        rows
    }

    pub fn maximum(&self, id: &CriterionId) -> Points {
        let criterion = self.truth.plan.scheme.criterion(id);
        criterion
            .and_then(|one| one.maximum_at(&self.meant.unit.level)?.limit())
            .unwrap_or_default()
    }

    pub fn sheet(&mut self, name: &str) -> &mut Sheet {
        self.book.sheet(name).unwrap()
    }

    pub fn put(&mut self, spot: &Spot, value: CellValue) {
        self.sheet(&spot.sheet).put(spot.at, value);
    }

    pub fn put_text(&mut self, spot: &Spot, text: &str) {
        self.sheet(&spot.sheet).put_text(spot.at, text);
    }

    /// The column of the codes, the column of the texts.
    pub fn label_columns(&self, spot: &Spot) -> Option<(u32, u32)> {
        let sheet = self.book.sheets.iter().find(|one| one.name == spot.sheet)?;
        let (code, _) = sheet.row(spot.at.0).next()?;
        let is_text = |value: &CellValue| matches!(value, CellValue::Text(_));
        let (name, _) = sheet
            .row(spot.at.0)
            .find(|(column, content)| *column > code && is_text(&content.value))?;
        (name < spot.at.1).then_some((code, name))
    }

    /// The column below a header that has this word, above a cell.
    pub fn column_of(&self, spot: &Spot, word: &str) -> Option<u32> {
        let sheet = self.book.sheets.iter().find(|one| one.name == spot.sheet)?;
        let above = sheet.cells.range(..(spot.at.0, 0)).rev();
        above
            .filter(|(_, content)| content.value.show().to_lowercase().contains(word))
            .map(|(&(_, column), _)| column)
            .find(|column| *column > 1)
    }

    /// The first cell whose text, in small letters, begins with one of these.
    pub fn find(&self, texts: &[&str]) -> Option<Spot> {
        for sheet in &self.book.sheets {
            for (&at, content) in &sheet.cells {
                let text = content.value.show().to_lowercase();
                if texts.iter().any(|one| text.starts_with(one)) {
                    return Some(Spot {
                        sheet: sheet.name.clone(),
                        at,
                    });
                }
            }
        }
        None
    }

    /// The cell right of a label.
    pub fn right_of(&self, texts: &[&str]) -> Option<Spot> {
        let label = self.find(texts)?;
        let sheet = self
            .book
            .sheets
            .iter()
            .find(|one| one.name == label.sheet)?;
        let (column, _) = sheet
            .row(label.at.0)
            .find(|(column, _)| *column > label.at.1)?;
        Some(Spot {
            at: (label.at.0, column),
            ..label
        })
    }

    /// The header row of a sheet: the first row with a cell about a score, above the criteria.
    pub fn header(&self, sheet: &str) -> Option<u32> {
        let first = self.criteria_on(sheet).first()?.0;
        let sheet = self.book.sheets.iter().find(|one| one.name == sheet)?;
        let mut rows = sheet.cells.range(..(first, 0));
        let (at, _) = rows.find(|(_, content)| {
            let text = content.value.show().to_lowercase();
            text == "tt" || text == "stt"
        })?;
        Some(at.0)
    }
}

/// Points as a number of a cell.
pub fn number(points: Points) -> f64 {
    points.0.to_f64()
}

/// The group of a criterion.
pub fn group(id: &CriterionId) -> &str {
    id.0.split_once('.').map_or(&id.0, |(group, _)| group)
}
