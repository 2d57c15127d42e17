//! The rows of `Dữ liệu` from the records of a data file.
//!
//! In: the names of a file's columns, and its records one after the other. Out: the rows, with exact numbers; or what is wrong and
//! where. Not for: whether the rows can be those of one result, which `diff` asks.

use crate::base::points::Decimal;
use crate::result::report::record::keys;
use crate::result::report::record::{COLUMNS, ColumnType, SCHEMA_VERSION};
use crate::result::report::row::DataRow;

/// Why records are none of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoRecords {
    /// This column is missing or stands twice.
    Column(&'static str),
    /// They are of this version of the schema, which a later version of the program may know.
    Version(String),
    /// What stands in this column of this record, counted from 1, is no such number.
    Number(u64, &'static str),
}

/// Where the columns of the schema stand among those of a file: further ones of a later program are passed over.
///
/// # Errors
/// [`NoRecords::Column`].
pub fn columns_of(names: &[String]) -> Result<[usize; COLUMNS.len()], NoRecords> {
    let mut places = [0; COLUMNS.len()];
    for (place, (name, _)) in places.iter_mut().zip(COLUMNS) {
        let mut found = names.iter().enumerate().filter(|(_, own)| *own == name);
        match (found.next(), found.next()) {
            (Some((at, _)), None) => *place = at,
            _ => return Err(NoRecords::Column(name)),
        }
    }
    Ok(places)
}

/// The rows of records that come one after the other.
#[derive(Debug)]
pub struct Records {
    places: [usize; COLUMNS.len()],
    /// Records so far.
    read: u64,
    /// The rows.
    pub rows: Vec<DataRow>,
}

impl Records {
    /// Of a file with these columns.
    ///
    /// # Errors
    /// [`NoRecords::Column`].
    pub fn new(names: &[String]) -> Result<Self, NoRecords> {
        Ok(Records {
            places: columns_of(names)?,
            read: 0,
            rows: Vec::new(),
        })
    }

    /// Takes the next record; those that are no rows are passed over.
    ///
    /// # Errors
    /// [`NoRecords::Version`], [`NoRecords::Number`].
    pub fn take(&mut self, fields: &[String]) -> Result<(), NoRecords> {
        self.read += 1;
        let field = |name: &str| {
            let at = COLUMNS.iter().position(|(own, _)| *own == name);
            let place = at.and_then(|at| self.places.get(at));
            place
                .and_then(|place| fields.get(*place))
                .map_or("", String::as_str)
        };
        let version = field("schema_version");
        if version != SCHEMA_VERSION.to_string() {
            return Err(NoRecords::Version(version.to_string()));
        }
        for (name, _) in COLUMNS.iter().filter(|(_, of)| *of == ColumnType::Decimal) {
            number(field(name)).map_err(|()| NoRecords::Number(self.read, name))?;
        }
        let Some(kind) = keys::kind(field("kind"), field("item_id"), field("part")) else {
            return Ok(());
        };
        let exact = field("value_exact");
        let (name, written) = match exact {
            "" => ("value", field("value")),
            exact => ("value_exact", exact),
        };
        let value = number(written).map_err(|()| NoRecords::Number(self.read, name))?;
        let text = |name: &str| field(name).to_string();
        let row = DataRow {
            level: text("level_id"),
            code: text("unit_code"),
            unit: text("unit_name"),
            group: text("group_id"),
            criterion: text("criterion_id"),
            kind,
            value,
            text: text("text"),
            status: keys::state(field("status")).to_string(),
            file: text("file"),
            sheet: text("sheet"),
            cell: text("cell"),
        };
        self.rows.push(row);
        Ok(())
    }
}

/// A number, or nothing.
fn number(text: &str) -> Result<Option<Decimal>, ()> {
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| ())
}
