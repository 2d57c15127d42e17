//! The rows of `Dữ liệu` as records for other programs: the schema of the data files.
//!
//! In: a report, or the records of a file. Out: records, a text for each column, and back the rows that they were made of. Not for:
//! how a file holds them, which `output::data_file` and `input::read` know. `docs/data.md` tells the schema to people.

mod back;
mod keys;
mod listed_finding;
mod touched;

use crate::base::lang::Lang;
use crate::base::points::{Decimal, round_half_away};
use crate::result::report::kind::Kind;
use crate::result::report::labels::Labels;
use crate::result::report::record::touched::Touched;
use crate::result::report::row::DataRow;
use crate::result::report::{Report, data, in_order};

pub use crate::result::report::record::back::{CampaignColumns, NoRecords, Records};
pub use crate::result::report::record::keys::{
    END, FINDING, KEYS, PARTS, STATES, of as kind_keys, of_severity as severity_key,
    of_state as state_key,
};
pub use crate::result::report::record::listed_finding::ListedFinding;

/// The version of the schema. A column is only ever added, which keeps it; whatever else changes in it counts it up.
pub const SCHEMA_VERSION: u32 = 1;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnType {
    /// Text; nothing where there is none.
    Text,
    /// A whole number.
    Whole,
    /// An exact decimal number of at most [`DIGITS`] digits, of which [`DECIMALS`] stand behind the point.
    Decimal,
}

/// Digits of a decimal number.
pub const DIGITS: u32 = 38;
/// Those behind the point.
pub const DECIMALS: u32 = 18;

/// The columns in their order.
pub const COLUMNS: [(&str, ColumnType); 28] = [
    ("schema_version", ColumnType::Whole),
    ("campaign", ColumnType::Text),
    ("year", ColumnType::Whole),
    ("level_id", ColumnType::Text),
    ("level_name", ColumnType::Text),
    ("unit_code", ColumnType::Text),
    ("unit_name", ColumnType::Text),
    ("group_id", ColumnType::Text),
    ("criterion_id", ColumnType::Text),
    ("kind", ColumnType::Text),
    ("item_id", ColumnType::Text),
    ("part", ColumnType::Text),
    ("label", ColumnType::Text),
    ("value", ColumnType::Decimal),
    ("value_exact", ColumnType::Text),
    ("text", ColumnType::Text),
    ("status", ColumnType::Text),
    ("maximum", ColumnType::Decimal),
    ("file", ColumnType::Text),
    ("sheet", ColumnType::Text),
    ("cell", ColumnType::Text),
    ("finding_codes", ColumnType::Text),
    ("decided_kind", ColumnType::Text),
    ("decided_by", ColumnType::Text),
    ("decided_on", ColumnType::Text),
    ("authority", ColumnType::Text),
    ("provisional", ColumnType::Text),
    ("percent_decimals", ColumnType::Whole),
];

/// The first columns, which every file of this version has; those behind them were added later.
pub const FIRST_COLUMNS: usize = 25;

/// A text for each of [`COLUMNS`], in their order.
pub type Record = [String; COLUMNS.len()];

/// Hands over the records of a report in turn: its rows, then its findings, the worst first. Each is good until the next. `banner`
/// says why the result is provisional, and is empty where it is not. Gives how many there were.
pub fn each(report: &Report, banner: &str, take: &mut dyn FnMut(&Record)) -> u64 {
    let (labels, touched) = (Labels::new(report), Touched::new(report));
    let mut count = 0;
    data::each(report, &mut |row| {
        count += 1;
        take(&of_row((report, banner), &row, (&labels, &touched)));
    });
    for (finding, _) in in_order(report) {
        count += 1;
        take(&touched.finding(report, &labels, finding));
    }
    count
}

/// What stands in every record of a report.
fn of_campaign(report: &Report) -> [String; 3] {
    [
        SCHEMA_VERSION.to_string(),
        report.campaign.name.clone(),
        report.campaign.year.to_string(),
    ]
}

/// The columns that were added behind, but for what only one record holds.
fn added(report: &Report) -> [String; 2] {
    let campaign = &report.campaign;
    let decimals = campaign.percent_decimals.to_string();
    [campaign.authority.clone(), decimals]
}

fn of_row(
    (report, banner): (&Report, &str),
    row: &DataRow,
    (labels, touched): (&Labels<'_>, &Touched<'_>),
) -> Record {
    let [version, campaign, year] = of_campaign(report);
    let [authority, decimals] = added(report);
    let is_of_banner = row.kind == Kind::Campaign;
    let provisional = if is_of_banner { banner } else { "" };
    let (kind, item, part) = keys::of(&row.kind);
    let (value, exact) = row.value.map(written).unwrap_or_default();
    let maximum = touched.maximum(report, row).map(written);
    let [decided_kind, decided_by, decided_on] = touched.decided(row);
    [
        version,
        campaign,
        year,
        row.level.clone(),
        labels.level(&row.level).to_string(),
        row.code.clone(),
        row.unit.clone(),
        row.group.clone(),
        row.criterion.clone(),
        kind.to_string(),
        item,
        part.to_string(),
        labels.kind(&row.kind),
        value,
        exact,
        row.text.clone(),
        touched.status(row),
        maximum.unwrap_or_default().0,
        row.file.clone(),
        row.sheet.clone(),
        row.cell.clone(),
        touched.codes(row),
        decided_kind,
        decided_by,
        decided_on,
        authority,
        provisional.to_string(),
        decimals,
    ]
}

/// A number as the column `value` holds it, and as `value_exact` does where that is another.
fn written(value: Decimal) -> (String, String) {
    let fits = round_half_away(value, DECIMALS);
    let exact = value.normalize().to_string();
    let whole = fits.trunc().abs().to_string();
    if whole.len() > (DIGITS - DECIMALS) as usize {
        return (String::new(), exact);
    }
    let fits = fits.normalize().to_string();
    if fits == exact {
        (fits, String::new())
    } else {
        (fits, exact)
    }
}

/// The language of what is said in records, whatever that of the run: the same input gives the same bytes.
const LANG: Lang = Lang::Vi;

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_does_not_fit_stands_whole_beside() {
        for (number, fits, exact) in [
            ("97.93", "97.93", ""),
            ("-0.50", "-0.5", ""),
            (
                "66.66666666666666666666666667",
                "66.666666666666666667",
                "66.66666666666666666666666667",
            ),
            ("100000000000000000000", "", "100000000000000000000"),
            ("99999999999999999999", "99999999999999999999", ""),
        ] {
            let number: Decimal = number.parse().unwrap();
            assert_eq!(written(number), (fits.to_string(), exact.to_string()));
        }
    }
}
