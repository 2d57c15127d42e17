//! Figures that can be read in two ways: `2,000` people, thousands of dong where the form asks for millions; and percentages typed
//! beside the figures they are worked out from.
//!
//! In: the lines of a sheet and the figures read from them. Out: findings; a figure of another unit of measure is not used. Not for:
//! whether a figure is plausible.

use crate::base::cell::{Cell, CellAddress, CellValue, Format, Reading};
use crate::base::finding::{About, Fact, Finding, Place};
use crate::base::guard;
use crate::base::number::{self, Sort, Step};
use crate::base::points::Decimal;
use crate::base::rules::doubtful;
use crate::base::text;
use crate::campaign::scheme::{Criterion, FigureKind, FigureSpec};
use crate::campaign::vocabulary::Column;
use crate::input::recognise::lexicon::{Item, Lexicon};
use crate::input::recognise::reader::SheetExtract;
use crate::input::recognise::sheet::{Line, item_of};
use crate::input::recognise::subject::figure_label;
use crate::input::submission::{Figure, Found};
use crate::input::tables::Table;

/// Rows above a header in which a unit of measure for the whole table is looked for.
const ABOVE: u32 = 3;

/// Findings about the figures of a sheet.
pub fn check(
    lines: &[Line<'_, '_>],
    lexicon: &Lexicon<'_>,
    into: &mut SheetExtract,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let name = into.name.to_string();
    let place = |cell: CellAddress| Place {
        sheet: Some(name.clone()),
        cell: Some(cell),
        ..Place::default()
    };
    let written: Vec<String> = into
        .figures
        .iter()
        .filter_map(|one| typed(&one.value.1))
        .collect();
    for line in lines.iter().filter(|line| line.has_scores()) {
        guard::check();
        let (criterion, figures): (&Criterion, Vec<&FigureSpec>) = match item_of(line, lexicon) {
            Some(Item::Criterion(criterion)) => {
                stated_ratio(line, criterion, into);
                let own = criterion.figures.iter().filter(|one| one.name.is_none());
                (criterion, own.collect())
            }
            Some(Item::Figure(criterion, figure)) => (criterion, vec![figure]),
            _ => continue,
        };
        for figure in figures {
            let found = into.figures.iter_mut().map(|taken| &mut taken.value);
            let mut found = found.filter(|(id, found)| {
                *id == figure.id
                    && found
                        .origin
                        .cell()
                        .is_some_and(|(_, at)| at.row == line.row)
            });
            let Some((_, found)) = found.next() else {
                continue;
            };
            let Reading::Value(Figure::Number(value)) = &found.value else {
                continue;
            };
            let Some((_, at)) = found.origin.cell() else {
                continue;
            };
            let about = About::Row(figure_label(criterion, figure));
            if let Some(smaller) = other_reading(figure, found, *value, &written) {
                let finding = Finding::new(&doubtful::THOUSANDS_OR_DECIMALS, place(at));
                let finding = finding.about(about.clone()).found(Fact::Text(found.text()));
                findings.push(finding.expected(Fact::Numbers(vec![*value, smaller])));
            }
            if let Some(stated) = other_measure(line, figure) {
                let finding = Finding::new(&doubtful::OTHER_MEASURE, place(at));
                let finding = finding.about(about).found(Fact::Text(stated));
                findings.push(finding.expected(Fact::Text(figure.unit.clone())));
                found.value = Reading::Unreadable;
            }
        }
    }
    findings
}

/// The text of a figure that was typed as one.
fn typed(found: &Found<Figure>) -> Option<String> {
    match &found.written {
        CellValue::Text(text) => Some(text.clone()),
        _ => None,
    }
}

/// What `2,000` is as a number with decimals, if it may be one: a count that is whole in both readings, where no other figure of the
/// sheet shows that this sign sets off thousands.
fn other_reading(
    figure: &FigureSpec,
    found: &Found<Figure>,
    value: Decimal,
    written: &[String],
) -> Option<Decimal> {
    let text = typed(found)?;
    let mark = text.find([',', '.']).and_then(|at| text.get(at..=at))?;
    if figure.kind != FigureKind::Count
        || !found.steps.contains(&Step::Thousands)
        || text.matches([',', '.']).count() > 1
        || !text.contains(&format!("{mark}000"))
    {
        return None;
    }
    let sets_off = |text: &String| {
        let mut parts = text.split(mark).skip(1);
        parts.any(|part| {
            let digits: String = part.chars().take_while(char::is_ascii_digit).collect();
            digits.len() == 3 && digits != "000"
        })
    };
    if written.iter().any(sets_off) {
        return None;
    }
    value.checked_div(Decimal::from(1000))
}

/// The unit of measure that a row, its heading or a line above the table states, where it is another one than the form's.
fn other_measure(line: &Line<'_, '_>, figure: &FigureSpec) -> Option<String> {
    let expected = size(&figure.unit)?;
    let of_row = line.cell(Column::Measure).map(|cell| cell.value.show());
    let table = line.table;
    let heading = table.columns.get(Column::Figure).and_then(|column| {
        let cell = table.grid.seen(CellAddress::new(table.header, column))?;
        let heading = cell.value.show();
        Some(heading.get(heading.find('(')?..)?.to_string())
    });
    let stated = of_row.into_iter().chain(heading).chain(above(table));
    let mut other = stated.filter(|stated| {
        let is_alike = is_money(stated) == is_money(&figure.unit);
        is_alike && size(stated).is_some_and(|size| size != expected)
    });
    other.next()
}

/// The unit of measure above a table: `Đơn vị tính: nghìn đồng`.
fn above(table: &Table<'_>) -> Option<String> {
    let rows = table
        .grid
        .between(table.first.saturating_sub(ABOVE), table.first);
    let cells = table.grid.cells().get(rows)?.iter();
    let mut stated = cells.filter_map(|cell: &Cell| {
        let text = cell.value.show();
        let (label, measure) = text.split_once(':')?;
        let label = text::key(label);
        let is_label = ["đơn vị tính", "đvt", "đơn vị"].contains(&label.as_str());
        (is_label && is_money(measure)).then(|| measure.trim().to_string())
    });
    stated.next()
}

fn is_money(measure: &str) -> bool {
    let key = text::key(measure);
    let is_size = ["nghìn", "ngàn", "triệu", "tỷ", "tỉ"].contains(&key.as_str());
    let of_money = ["đồng", "đ", "vnd", "vnđ"];
    is_size || key.split(' ').any(|word| of_money.contains(&word))
}

/// How many of the plain unit a unit of measure is: a million for `triệu đồng`. `None`: there are no words.
fn size(measure: &str) -> Option<Decimal> {
    let key = text::key(measure);
    if !key.chars().any(char::is_alphabetic) || key.contains("tỷ lệ") {
        return None;
    }
    let has = |words: &[&str]| key.split(' ').any(|word| words.contains(&word));
    let is_thousand = has(&["nghìn", "ngàn", "1000"]) || key.contains("1 000");
    Some(Decimal::from(match () {
        () if has(&["tỷ", "tỉ"]) => 1_000_000_000_u64,
        () if has(&["triệu", "tr"]) => 1_000_000,
        () if is_thousand => 1_000,
        () => 1,
    }))
}

/// Keeps the percentage in the row of a criterion whose figures have rows of their own.
fn stated_ratio(line: &Line<'_, '_>, criterion: &Criterion, into: &mut SheetExtract) {
    if criterion.rule.ratio().is_none() || criterion.figures.iter().any(|one| one.name.is_none()) {
        return;
    }
    let Some(cell) = line.cell(Column::Figure) else {
        return;
    };
    let Ok(Some(number)) = number::read(&cell.value, Sort::Amount, "%") else {
        return;
    };
    let is_share = cell.format == Format::Percent && matches!(cell.value, CellValue::Number(_));
    let hundred = Decimal::from(if is_share { 100 } else { 1 });
    let Some(percent) = number.value.checked_mul(hundred) else {
        return;
    };
    let mut entries = into.entries.iter_mut().map(|taken| &mut taken.value);
    let of_line = entries.find(|(id, entry)| {
        let at = entry.claimed.origin.cell();
        *id == criterion.id && at.is_some_and(|(_, at)| at.row == line.row)
    });
    if let Some((_, entry)) = of_line {
        entry.stated_ratio = Some((cell.address, percent));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_of_units_of_measure() {
        for (measure, expected) in [
            ("triệu đồng", Some(1_000_000)),
            ("1.000 đồng", Some(1_000)),
            ("(ngàn đồng)", Some(1_000)),
            ("Tỷ đồng", Some(1_000_000_000)),
            ("người", Some(1)),
            ("%", None),
        ] {
            assert_eq!(size(measure), expected.map(Decimal::from), "{measure}");
        }
    }
}
