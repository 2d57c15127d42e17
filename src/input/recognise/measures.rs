//! Figures that can be read in two ways: `2,000` people, thousands of dong where the form asks for millions; and percentages typed
//! beside the figures they are worked out from.
//!
//! In: the lines of a sheet and the figures read from them. Out: findings; a figure of another unit of measure is not used. Not for:
//! whether a figure is plausible.

use crate::base::cell::{Cell, CellAddress, CellValue, Reading};
use crate::base::finding::{About, Fact, Finding, Place};
use crate::base::guard;
use crate::base::ids::FigureId;
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
use crate::input::seen;
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
    let mut of_table = OfTable::default();
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
            let is_it = |(id, found): &(FigureId, Found<Figure>)| {
                let at = found.origin.cell();
                at.is_some_and(|(_, at)| at.row == line.row) && *id == figure.id
            };
            let mut places = into.figures.iter();
            let Some(position) = places.position(|taken| is_it(&taken.value)) else {
                continue;
            };
            let Some(found) = into.figures.get(position).map(|taken| &taken.value.1) else {
                continue;
            };
            let (Reading::Value(Figure::Number(value)), Some((_, at))) =
                (&found.value, found.origin.cell())
            else {
                continue;
            };
            let about = || About::Row(figure_label(criterion, figure));
            if let Some(smaller) = other_reading(figure, found, *value, into) {
                let finding = Finding::new(&doubtful::THOUSANDS_OR_DECIMALS, place(at));
                let finding = finding.about(about()).found(Fact::Text(found.text()));
                findings.push(finding.expected(Fact::Numbers(vec![*value, smaller])));
            }
            if let Some(stated) = other_measure(line, figure, of_table.stated(line.table)) {
                let finding = Finding::new(&doubtful::OTHER_MEASURE, place(at));
                let finding = finding.about(about()).found(Fact::Text(stated));
                findings.push(finding.expected(Fact::Text(figure.unit.clone())));
                if let Some(taken) = into.figures.get_mut(position) {
                    taken.value.1.value = Reading::Unreadable;
                }
            }
        }
    }
    findings
}

/// The text of a figure that was typed as one.
fn typed(found: &Found<Figure>) -> Option<&str> {
    match &found.written {
        CellValue::Text(text) => Some(text),
        _ => None,
    }
}

/// What `2,000` is as a number with decimals, if it may be one: a count that is whole in both readings, where no other figure of the
/// sheet shows that this sign sets off thousands.
fn other_reading(
    figure: &FigureSpec,
    found: &Found<Figure>,
    value: Decimal,
    into: &SheetExtract,
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
    let sets_off = |text: &str| {
        let mut parts = text.split(mark).skip(1);
        parts.any(|part| {
            let digits: String = part.chars().take_while(char::is_ascii_digit).collect();
            digits.len() == 3 && digits != "000"
        })
    };
    let mut written = into.figures.iter().filter_map(|one| typed(&one.value.1));
    if written.any(sets_off) {
        return None;
    }
    value.checked_div(Decimal::from(1000))
}

/// The units of measure that the table of a line states for all its rows, worked out once.
#[derive(Default)]
struct OfTable {
    header: Option<u32>,
    stated: Vec<String>,
}

impl OfTable {
    /// What the heading of the figures and a line above a table state.
    fn stated(&mut self, table: &Table<'_>) -> &[String] {
        if self.header != Some(table.header) {
            let heading = table.columns.get(Column::Figure).and_then(|column| {
                let cell = table.grid.seen(CellAddress::new(table.header, column))?;
                let heading = cell.value.show();
                Some(heading.get(heading.find('(')?..)?.to_string())
            });
            self.stated = heading.into_iter().chain(above(table)).collect();
            self.header = Some(table.header);
        }
        &self.stated
    }
}

/// The unit of measure that a row states, or its table, where it is another one than the form's.
fn other_measure(line: &Line<'_, '_>, figure: &FigureSpec, of_table: &[String]) -> Option<String> {
    let of_row = line.cell(Column::Measure).map(|cell| cell.value.show());
    let of_row = of_row.filter(|stated| *stated != figure.unit);
    let mut stated = of_row.iter().chain(of_table).peekable();
    // Mostly the row has the form's own and the table none.
    stated.peek()?;
    let expected = size(&figure.unit)?;
    let is_of_money = is_money(&figure.unit);
    let mut other = stated.filter(|stated| {
        let is_alike = is_money(stated) == is_of_money;
        is_alike && size(stated).is_some_and(|size| size != expected)
    });
    other.next().cloned()
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
    let read = || number::read(&cell.value, Sort::Amount, "%").ok().flatten();
    let Some(number) = seen::shown_percent(cell).or_else(read) else {
        return;
    };
    let percent = number.value;
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
