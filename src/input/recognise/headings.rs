//! The headings that a workbook has, told where the needed ones are not among them.
//!
//! In: the sheets of a workbook, and findings that a table or its score column is missing. Out: those findings with the headings
//! that were seen, and the known ones that these come near to. Not for: which headings are known.

use crate::base::cell::{Cell, CellAddress, CellValue, column_letters};
use crate::base::finding::{Fact, Finding, Place};
use crate::base::rules::layout;
use crate::base::text;
use crate::campaign::vocabulary::Column;
use crate::input::recognise::sheet::Sheet;
use crate::input::tables::{Table, TableKind, Vocabulary, role};

/// How many headings are told.
const TOLD: usize = 10;
/// The longest heading that is told, in characters.
const LONGEST: usize = 60;
/// How many rows at the top of a sheet may be its headings.
const ROWS: usize = 60;
/// How many sheets are looked at.
const SHEETS: usize = 10;

/// Adds to each such finding what was seen instead.
pub(super) fn tell(findings: &mut [Finding], sheets: &[Sheet<'_>], vocabulary: &Vocabulary) {
    for finding in findings {
        let mut rivals = None;
        let seen = if finding.rule == &layout::NO_TABLE {
            of_workbook(sheets, vocabulary)
        } else if finding.rule == &layout::SCORE_COLUMN_MISSING {
            let table = table_at(&finding.place, sheets);
            rivals = table.and_then(two_columns);
            table.map_or_else(Vec::new, of_table)
        } else {
            continue;
        };
        let near = seen.iter().filter_map(|heading| near(heading, vocabulary));
        finding.expected = Some(rivals.unwrap_or_else(|| Fact::Names(near.collect())));
        finding.found = Some(Fact::Names(seen));
    }
}

/// The table whose header is at a place.
fn table_at<'s, 'a>(place: &Place, sheets: &'s [Sheet<'a>]) -> Option<&'s Table<'a>> {
    let of = |sheet: &&Sheet<'_>| Some(&*sheet.grid.name) == place.sheet.as_deref();
    let sheet = sheets.iter().find(of)?;
    let header = place.cell.map(|cell| cell.row);
    let mut tables = sheet.tables.iter();
    tables.find(|table| Some(table.header) == header)
}

/// That two columns of a table are the self score, where they are.
fn two_columns(table: &Table<'_>) -> Option<Fact> {
    let first = table.columns.get(Column::Claimed)?;
    let [one, other] = [first, table.rival?].map(column_letters);
    Some(Fact::Said(
        format!("có hai cột như vậy: {one} và {other}"),
        format!("there are two such columns: {one} and {other}"),
    ))
}

/// The headings of a table, each with what stands above it.
fn of_table(table: &Table<'_>) -> Vec<String> {
    let mut seen = Vec::new();
    for titled in &table.titled {
        let mut over: Vec<(CellAddress, String)> = Vec::new();
        for row in table.first..=table.header {
            let cell = table.grid.label(CellAddress::new(row, titled.column));
            let said = cell.and_then(|cell| Some((cell.address, heading(cell)?)));
            over.extend(said.filter(|(at, _)| over.iter().all(|(other, _)| other != at)));
        }
        let texts: Vec<&str> = over.iter().map(|(_, text)| text.as_str()).collect();
        let joined = texts.join(" ");
        if !joined.is_empty() && !seen.contains(&joined) {
            seen.push(joined);
        }
    }
    seen.truncate(TOLD);
    seen
}

/// The headings of a workbook in which no table was found: the row with the most known ones, of such the fullest and uppermost.
fn of_workbook(sheets: &[Sheet<'_>], vocabulary: &Vocabulary) -> Vec<String> {
    let mut best: ((usize, usize), Vec<String>) = ((0, 1), Vec::new());
    for sheet in sheets.iter().take(SHEETS) {
        for cells in sheet.grid.rows().take(ROWS) {
            let row: Vec<String> = cells.iter().filter_map(heading).take(TOLD).collect();
            let known = row.iter().filter(|one| is_known(one, vocabulary)).count();
            if (known, row.len()) > best.0 {
                best = ((known, row.len()), row);
            }
        }
    }
    best.1
}

/// What may be a heading: a short text.
fn heading(cell: &Cell) -> Option<String> {
    let CellValue::Text(written) = &cell.value else {
        return None;
    };
    let clean = text::clean(written);
    let is_short = clean.chars().count() <= LONGEST;
    (is_short && clean.chars().any(char::is_alphabetic)).then_some(clean)
}

fn is_known(heading: &str, vocabulary: &Vocabulary) -> bool {
    role(heading, vocabulary, TableKind::Form).is_some()
}

/// A heading that is not known, with the known one that it comes nearest to.
fn near(heading: &str, vocabulary: &Vocabulary) -> Option<String> {
    if is_known(heading, vocabulary) {
        return None;
    }
    let near = text::nearest(heading, vocabulary.keys());
    let near = near.into_iter().find(|word| is_known(word, vocabulary))?;
    Some(format!("{heading} ≈ {near}"))
}
