//! The rows of `Dữ liệu` as records for other programs: the schema of the data files.
//!
//! In: a report, or the records of a file. Out: records, a text for each column, and back the rows that they were made of. Not for:
//! how a file holds them, which `output::data_file` and `input::read` know. `docs/data.md` tells the schema to people.

mod back;
mod keys;
mod listed_finding;
mod touched;

use std::borrow::Cow;

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

/// A text for each of [`COLUMNS`], in their order: that of the report, or one that was made for the record.
pub type Record<'r> = [Cow<'r, str>; COLUMNS.len()];

/// Hands over the records of a report in turn: its rows, then its findings, the worst first. Each is good until the next. `banner`
/// says why the result is provisional, and is empty where it is not. Gives how many there were.
pub fn each(report: &Report, banner: &str, take: &mut dyn FnMut(&Record<'_>)) -> u64 {
    let (labels, touched) = (Labels::new(report), Touched::new(report));
    let same = SameForAll::of(report);
    let mut count = 0;
    data::each(report, &mut |row| {
        count += 1;
        take(&of_row((report, banner, &same), row, (&labels, &touched)));
    });
    for (finding, _) in in_order(report) {
        count += 1;
        take(&touched.finding(&same, &labels, finding));
    }
    count
}

/// How many records a report has that has so many rows.
pub fn count(report: &Report, rows: usize) -> u64 {
    (rows + in_order(report).len()) as u64
}

/// What stands in every record of a report.
struct SameForAll<'r> {
    version: String,
    campaign: &'r str,
    year: String,
    authority: &'r str,
    percent_decimals: String,
}

impl<'r> SameForAll<'r> {
    fn of(report: &'r Report) -> Self {
        let campaign = &report.campaign;
        SameForAll {
            version: SCHEMA_VERSION.to_string(),
            campaign: &campaign.name,
            year: campaign.year.to_string(),
            authority: &campaign.authority,
            percent_decimals: campaign.percent_decimals.to_string(),
        }
    }
}

fn of_row<'r>(
    (report, banner, same): (&Report, &'r str, &'r SameForAll<'r>),
    row: DataRow<'r>,
    (labels, touched): (&Labels<'r>, &Touched<'r>),
) -> Record<'r> {
    let is_of_banner = row.kind == Kind::Campaign;
    let provisional = if is_of_banner { banner } else { "" };
    let (kind, item, part) = keys::of(&row.kind);
    let (value, exact) = row.value.map(written).unwrap_or_default();
    let maximum = touched.maximum(report, &row).map(written);
    let [decided_kind, decided_by, decided_on] = touched.decided(&row);
    let (status, codes) = (touched.status(&row), touched.codes(&row));
    let level_name = match &row.level {
        Cow::Borrowed(id) => labels.level(id).into(),
        Cow::Owned(id) => labels.level(id).to_string().into(),
    };
    [
        (&*same.version).into(),
        same.campaign.into(),
        (&*same.year).into(),
        row.level,
        level_name,
        row.code,
        row.unit,
        row.group,
        row.criterion,
        kind.into(),
        item.into(),
        part.into(),
        labels.kind(&row.kind),
        value.into(),
        exact.into(),
        row.text,
        status,
        maximum.unwrap_or_default().0.into(),
        row.file,
        row.sheet,
        row.cell,
        codes.into(),
        decided_kind.into(),
        decided_by.into(),
        decided_on.into(),
        same.authority.into(),
        provisional.into(),
        (&*same.percent_decimals).into(),
    ]
}

/// A number as the column `value` holds it, and as `value_exact` does where that is another.
fn written(value: Decimal) -> (String, String) {
    let exact = value.normalize().to_string();
    // Nearly all numbers have so few decimals that nothing is rounded.
    let fits = match value.scale() {
        0..=DECIMALS => None,
        _ => Some(round_half_away(value, DECIMALS).normalize().to_string()),
    };
    let shown = fits.as_ref().unwrap_or(&exact).trim_start_matches('-');
    let whole = shown.find('.').unwrap_or(shown.len());
    if whole > (DIGITS - DECIMALS) as usize {
        return (String::new(), exact);
    }
    match fits {
        Some(fits) if fits != exact => (fits, exact),
        _ => (exact, String::new()),
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
