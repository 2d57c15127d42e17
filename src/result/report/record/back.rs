//! The rows of `Dữ liệu` from the records of a data file.
//!
//! In: the names of a file's columns, and its records one after the other. Out: the rows, with exact numbers; or what is wrong and
//! where. Not for: whether the rows can be those of one result, which `diff` asks.

use crate::base::points::Decimal;
use crate::result::report::kind::Kind;
use crate::result::report::record::keys::{self, FINDING};
use crate::result::report::record::listed_finding::ListedFinding;
use crate::result::report::record::{COLUMNS, ColumnType, FIRST_COLUMNS, SCHEMA_VERSION};
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

/// Where columns of the schema stand among those of a file; `None` for one that an earlier program did not write.
type ColumnPlaces = [Option<usize>; COLUMNS.len()];

/// The places of the columns: further ones of a later program are passed over.
fn places(names: &[String]) -> Result<ColumnPlaces, NoRecords> {
    let mut places = [None; COLUMNS.len()];
    for (at, (place, (name, _))) in places.iter_mut().zip(COLUMNS).enumerate() {
        let mut found = names.iter().enumerate().filter(|(_, own)| *own == name);
        *place = match (found.next(), found.next()) {
            (Some((at, _)), None) => Some(at),
            (None, _) if at >= FIRST_COLUMNS => None,
            _ => return Err(NoRecords::Column(name)),
        };
    }
    Ok(places)
}

/// What records say of their campaign beside what stands in its rows. Empty where an earlier program wrote them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CampaignColumns {
    /// The authority that publishes the result.
    pub authority: String,
    /// Why the result is provisional; empty where it is not.
    pub provisional: String,
    /// To how many decimals percentages are rounded.
    pub percent_decimals: Option<u32>,
}

/// The rows of records that come one after the other.
#[derive(Debug)]
pub struct Records {
    places: ColumnPlaces,
    /// Records so far.
    read: u64,
    /// The rows.
    pub rows: Vec<DataRow<'static>>,
    /// The findings, in the order of the file.
    pub findings: Vec<ListedFinding>,
    /// What they say of the campaign.
    pub campaign: CampaignColumns,
}

impl Records {
    /// Of a file with these columns.
    ///
    /// # Errors
    /// [`NoRecords::Column`].
    pub fn new(names: &[String]) -> Result<Self, NoRecords> {
        Ok(Records {
            places: places(names)?,
            read: 0,
            rows: Vec::new(),
            findings: Vec::new(),
            campaign: CampaignColumns::default(),
        })
    }

    /// Takes the next record: a row or a finding; the one that seals a file is passed over.
    ///
    /// # Errors
    /// [`NoRecords::Version`], [`NoRecords::Number`].
    pub fn take(&mut self, fields: &[String]) -> Result<(), NoRecords> {
        self.read += 1;
        let field = |name: &str| {
            let at = COLUMNS.iter().position(|(own, _)| *own == name);
            let place = at.and_then(|at| *self.places.get(at)?);
            place
                .and_then(|place| fields.get(place))
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
            if field("kind") == FINDING {
                self.findings.push(ListedFinding::of_record(&field));
            }
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
            level: text("level_id").into(),
            code: text("unit_code").into(),
            unit: text("unit_name").into(),
            group: text("group_id").into(),
            criterion: text("criterion_id").into(),
            kind,
            value,
            text: text("text").into(),
            status: keys::state(field("status")).to_string().into(),
            file: text("file").into(),
            sheet: text("sheet").into(),
            cell: text("cell").into(),
        };
        if row.kind == Kind::Campaign {
            self.campaign = CampaignColumns {
                authority: text("authority"),
                provisional: text("provisional"),
                percent_decimals: field("percent_decimals").parse().ok(),
            };
        }
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
