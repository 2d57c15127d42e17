//! The 28 returns of the sample: values, what is printed, and how each workbook looks.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

use super::hand::{self, Hand};
use super::hundredths::{decimal, hundredths};
use super::value::Values;

/// One workbook to write.
pub struct Return {
    /// The year assessed.
    pub year: u16,
    /// The registry's code.
    pub code: String,
    /// `tinh` or `huyen`.
    pub level: String,
    /// The registry's name, for letterhead and place.
    pub name: String,
    /// The name as the unit writes it on the cover.
    pub cover_name: String,
    /// Scores and figures.
    pub values: Values,
    /// How the workbook looks.
    pub hand: Hand,
    /// Whether it kept the hidden stamp.
    pub stamped: bool,
    /// When it was saved, at UTC.
    pub saved: Saved,
    /// The unit's own total.
    pub total: OwnTotal,
    /// The unit's own grade.
    pub grade: String,
    /// A group whose fractions were typed as text.
    pub text_group: Option<String>,
}

/// What stands in the cell of the unit's own total.
pub enum OwnTotal {
    /// The sum of all groups, as a formula.
    Sum,
    /// A formula that leaves out the last group, the bonus or penalty.
    WithoutBonus,
    /// A typed number, with a decimal point.
    Typed(String),
}

/// A date and time.
#[derive(Clone)]
pub struct Saved {
    /// Year.
    pub year: u16,
    /// Month, from 1.
    pub month: u8,
    /// Day, from 1.
    pub day: u8,
    /// Hour.
    pub hour: u16,
    /// Minute.
    pub minute: u8,
}

/// Printed groups, total and grade of a unit.
struct Printed {
    groups: Vec<String>,
    total: String,
    grade: String,
}

/// All returns of the sample with the paths of their files, in the order of the printed tables.
///
/// # Errors
/// When a source cannot be read, or a unit is missing from one of them.
pub fn read(root: &Path) -> Result<Vec<(String, Return)>, Box<dyn Error>> {
    let mut values = read_figures(root)?;
    let printed = read_printed(root)?;
    let units = table(&root.join("templates/kontum-2017/units.csv"))?;
    let mut returns = Vec::new();
    for row in table(&root.join("samples/kontum-2017-source/returns.csv"))? {
        let code = field(&row, 0)?;
        let unit = units
            .iter()
            .find(|unit| unit.get(2) == Some(&code))
            .ok_or_else(|| format!("{code} is not in the registry"))?;
        let name = field(unit, 3)?;
        let printed = printed
            .get(&name)
            .ok_or_else(|| format!("{name} has no printed result"))?;
        let one = Return {
            year: 2017,
            values: values
                .remove(&code)
                .ok_or_else(|| format!("{code} has no figures"))?,
            level: field(unit, 0)?,
            cover_name: field(&row, 3)?,
            hand: hand::hand(field(&row, 2)?.parse()?),
            stamped: field(&row, 4)? == "yes",
            saved: saved(&field(&row, 5)?)?,
            total: own_total(printed)?,
            grade: printed.grade.clone(),
            text_group: comma_group(printed),
            code,
            name,
        };
        returns.push((field(&row, 1)?, one));
    }
    Ok(returns)
}

/// The own total as printed: a sum where it is one, else what must have happened.
fn own_total(printed: &Printed) -> Result<OwnTotal, Box<dyn Error>> {
    let groups = printed
        .groups
        .iter()
        .map(|text| hundredths(text))
        .collect::<Result<Vec<_>, _>>()?;
    let total = hundredths(&printed.total)?;
    let sum: i64 = groups.iter().sum();
    let bonus = groups.last().copied().unwrap_or(0);
    Ok(
        if printed.total.contains(',') || (total != sum && total != sum - bonus) {
            OwnTotal::Typed(decimal(total))
        } else if total == sum {
            OwnTotal::Sum
        } else {
            OwnTotal::WithoutBonus
        },
    )
}

/// The group that is printed with a decimal comma, which tells that it was typed as text.
fn comma_group(printed: &Printed) -> Option<String> {
    let place = printed.groups.iter().position(|text| text.contains(','))?;
    Some((place + 1).to_string())
}

fn read_figures(root: &Path) -> Result<BTreeMap<String, Values>, Box<dyn Error>> {
    let mut units: BTreeMap<String, Values> = BTreeMap::new();
    for row in table(&root.join("samples/kontum-2017-source/figures.csv"))? {
        units.entry(field(&row, 1)?).or_default().set(
            &field(&row, 2)?,
            &field(&row, 3)?,
            &field(&row, 4)?,
        );
    }
    Ok(units)
}

fn read_printed(root: &Path) -> Result<BTreeMap<String, Printed>, Box<dyn Error>> {
    let mut units = BTreeMap::new();
    for row in table(&root.join("tests/data/kontum-2017/published-results.csv"))? {
        let printed = Printed {
            groups: row.get(3..10).unwrap_or_default().to_vec(),
            total: field(&row, 10)?,
            grade: field(&row, 11)?,
        };
        units.insert(field(&row, 2)?, printed);
    }
    Ok(units)
}

/// The rows of a CSV file below its header.
fn table(path: &Path) -> Result<Vec<Vec<String>>, Box<dyn Error>> {
    let mut rows = Vec::new();
    for record in csv::Reader::from_path(path)?.records() {
        rows.push(record?.iter().map(str::to_string).collect());
    }
    Ok(rows)
}

fn field(row: &[String], column: usize) -> Result<String, Box<dyn Error>> {
    Ok(row.get(column).ok_or("a row is too short")?.clone())
}

/// Reads `2018-01-12 09:42`.
fn saved(text: &str) -> Result<Saved, Box<dyn Error>> {
    let parts: Vec<&str> = text.split(['-', ' ', ':']).collect();
    let &[year, month, day, hour, minute] = parts.as_slice() else {
        return Err(format!("{text} is not a date and time").into());
    };
    Ok(Saved {
        year: year.parse()?,
        month: month.parse()?,
        day: day.parse()?,
        hour: hour.parse()?,
        minute: minute.parse()?,
    })
}
