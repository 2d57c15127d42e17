//! The rows of `figures.csv`, in the order of units and criteria.

use std::error::Error;
use std::path::Path;

use super::published::Unit;
use tonghop_tools::generator::hundredths::decimal;

/// All rows so far.
#[derive(Default)]
pub struct Rows {
    all: Vec<Row>,
    level: String,
    unit: String,
    place: usize,
}

struct Row {
    place: usize,
    level: String,
    unit: String,
    criterion: String,
    item: String,
    value: String,
}

impl Rows {
    /// The rows that follow are this unit's.
    pub fn start_unit(&mut self, unit: &Unit) {
        self.place += 1;
        self.level.clone_from(&unit.level);
        self.unit.clone_from(&unit.code);
    }

    /// The self score of a criterion, in hundredths of a point.
    pub fn score(&mut self, criterion: &str, hundredths: i64) {
        self.text(criterion, "score", &decimal(hundredths));
    }

    /// A figure that is a number.
    pub fn number(&mut self, criterion: &str, item: &str, value: i64) {
        self.text(criterion, item, &value.to_string());
    }

    /// A figure that is yes or no.
    pub fn yes_no(&mut self, criterion: &str, item: &str, value: bool) {
        self.text(criterion, item, if value { "Có" } else { "Không" });
    }

    /// A criterion with one yes/no figure: its score and its figure.
    pub fn answer(&mut self, criterion: &str, item: &str, points: i64, value: bool) {
        self.score(criterion, if value { 100 * points } else { 0 });
        self.yes_no(criterion, item, value);
    }

    /// A figure that is a text.
    pub fn text(&mut self, criterion: &str, item: &str, value: &str) {
        self.all.push(Row {
            place: self.place,
            level: self.level.clone(),
            unit: self.unit.clone(),
            criterion: criterion.to_string(),
            item: item.to_string(),
            value: value.to_string(),
        });
    }

    /// Writes the rows as CSV.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn save(mut self, path: &Path) -> Result<(), Box<dyn Error>> {
        self.all
            .sort_by(|a, b| (a.place, &a.criterion).cmp(&(b.place, &b.criterion)));
        let mut writer = csv::Writer::from_path(path)?;
        writer.write_record(["level", "unit", "criterion", "item", "value"])?;
        for row in &self.all {
            writer.write_record([&row.level, &row.unit, &row.criterion, &row.item, &row.value])?;
        }
        writer.flush()?;
        Ok(())
    }
}
