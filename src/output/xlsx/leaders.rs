//! The best and the last unit of each level.
//!
//! In: where the units' totals stand in `Chi tiết`, which typing over a level's sheet does not change. Out: two rows for each level,
//! live over those totals. Not for: ranking.

use rust_xlsxwriter::{Format, XlsxError};

use crate::output::words;
use crate::output::xlsx::numbers::{digits, most, total};
use crate::output::xlsx::page::{SheetPage, StoredResult, WriteResult};
use crate::output::xlsx::plan::Book;
use crate::output::xlsx::styles;
use crate::output::xlsx::text::{absolute, literal};
use crate::result::report::{LevelResult, UnitRow};

/// Columns that the name takes.
const NAME: u16 = 3;
/// The column of the units' names in `Chi tiết`.
const UNIT: u16 = 1;
/// The height of a row and of the head, in points.
const ROW: f64 = 18.0;

/// Writes the table from a place on. Gives the row after it.
pub(super) fn write(
    page: &mut SheetPage,
    book: &Book,
    (top, column): (u32, u16),
) -> Result<u32, XlsxError> {
    let (lang, head) = (book.lang, styles::header());
    page.text(top, column, words::LEVEL.get(lang), &head)?;
    page.text(top, column + 1, words::PLACE.get(lang), &head)?;
    let names = (column + 2, column + 1 + NAME);
    page.across(top, names, words::UNIT_NAME.get(lang), &head)?;
    page.text(top, column + 2 + NAME, words::TOTAL.get(lang), &head)?;
    let rows = book.report.levels.iter().flat_map(|level| &level.rows);
    let decimals = most(rows.map(|unit| unit.score.total.0)).max(1);
    let mut row = top + 1;
    for (position, level) in book.report.levels.iter().enumerate() {
        let Some(rows) = book.detail.rows(position, level) else {
            continue;
        };
        let ends = [(words::BEST, "MAX"), (words::LAST, "MIN")];
        let shown = level.rows.len().min(ends.len());
        for (end, function) in ends.into_iter().take(shown) {
            let place = (row, column);
            page.text(row, column, &level.name, &styles::cell())?;
            page.text(row, column + 1, end.get(lang), &styles::centered())?;
            one(page, place, (book, level, rows), (function, decimals))?;
            row += 1;
        }
    }
    Ok(row)
}

/// The unit with the highest or the lowest total, and the total.
fn one(
    page: &mut SheetPage,
    (row, column): (u32, u16),
    (book, level, (first, last)): (&Book, &LevelResult, (u32, u32)),
    (function, decimals): (&str, u32),
) -> WriteResult {
    let detail = &book.detail;
    let own = |unit: &&UnitRow| unit.score.total;
    let found = match function {
        "MAX" => level.rows.iter().map(|unit| unit.score.total).max(),
        _ => level.rows.iter().map(|unit| unit.score.total).min(),
    };
    let found = found.unwrap_or_default();
    let same = level.rows.iter().filter(|unit| own(unit) == found);
    let mut same: Vec<&UnitRow> = same.collect();
    same.sort_by_key(|unit| detail.units.get(&unit.unit));
    let range = |column: u16| {
        let (first, last) = (absolute(first, column), absolute(last, column));
        format!("{}{first}:{last}", detail.prefix)
    };
    let (names, totals) = (range(UNIT), range(detail.judged()));
    let end = format!("{function}({totals})");
    let more = words::AND_OTHERS.get(page.lang());
    let (before, after) = more.split_once("{0}").unwrap_or((more, ""));
    let others = format!(
        "IF(COUNTIF({totals},{end})>1,{}&(COUNTIF({totals},{end})-1)&{},\"\")",
        literal(before),
        literal(after)
    );
    let name = format!("IFERROR(INDEX({names},MATCH({end},{totals},0))&{others},\"\")");
    let mut stored = same
        .first()
        .map_or_else(String::new, |unit| unit.name.clone());
    if same.len() > 1 {
        let others = (same.len() - 1).to_string();
        stored.push_str(&words::AND_OTHERS.fill(page.lang(), &[&others]));
    }
    let cell: Format = styles::cell();
    let columns = (column + 2, column + 1 + NAME);
    page.across(row, columns, "", &cell)?;
    page.fit_across(row, columns, &stored);
    page.at_least(row, ROW);
    page.formula(row, columns.0, &name, StoredResult::Text(stored), &cell)?;
    let value = StoredResult::Number(found.0);
    let format = total(&digits(decimals));
    page.formula(row, columns.1 + 1, &end, value, &format)
}
