//! The numbers of a table as they are written: range, decimal marks, numbers as text, blanks, columns.
//!
//! In: a published table. Out: findings about its cells and headings. Not for: sums.

use crate::base::cell::{CellAddress, Reading};
use crate::base::finding::{About, Fact, Finding, Place};
use crate::base::ids::GroupId;
use crate::base::points::Points;
use crate::base::rules::{foreign, printed};
use crate::campaign::scheme::times;
use crate::input::published::{
    Notation, Printed, PrintedWord, Published, PublishedRow, Several, TableBasis,
};
use crate::result::audit::{OwnTotals, TableAudit};

/// Cells that a finding lists; it says how many more there are.
const LISTED: usize = 12;

/// Findings about how a table is written.
pub fn check(ground: TableAudit<'_>, own: &OwnTotals) -> Vec<Finding> {
    let mut findings = columns(ground);
    findings.extend(marks(ground));
    for row in &ground.table.rows {
        findings.extend(cells(ground, row, own));
    }
    findings.extend(looks(ground));
    findings
}

/// What the reader found about the cells: looks, what is hidden, what is merged.
pub fn looks(ground: TableAudit<'_>) -> impl Iterator<Item = Finding> {
    let file = ground.file.to_string();
    ground.table.doubts.iter().cloned().map(move |mut doubt| {
        doubt.place.file = Some(file.clone());
        doubt
    })
}

/// What is said of the columns: those that are missing, known by something else than their headings, or one too many.
fn columns(ground: TableAudit<'_>) -> Vec<Finding> {
    let table = ground.table;
    let header = CellAddress::new(table.header, 0);
    let place = Place {
        cell: None,
        ..ground.place(None, header)
    };
    let mut findings = of_scheme(ground, &place);
    if !table.has_totals {
        findings.push(Finding::new(&printed::COLUMN_MISSING, place).about(About::Total));
    }
    findings.extend(table.several.iter().flat_map(|one| several(ground, one)));
    let inferred = [
        (&foreign::TOTAL_BY_ORDER, &table.total_by_order),
        (&foreign::TOTAL_BY_SUM, &table.total_by_sum),
    ];
    findings.extend(inferred.into_iter().filter_map(|(rule, heading)| {
        let heading = heading.as_ref()?;
        let place = ground.place(None, heading.cell);
        Some(Finding::new(rule, place).found(Fact::Text(heading.text.clone())))
    }));
    for column in table.columns.iter().filter(|column| column.by_position) {
        let place = ground.place(None, column.cell);
        let finding = Finding::new(&printed::COLUMN_BY_POSITION, place);
        let finding = finding.found(Fact::Text(column.heading.clone()));
        findings.push(finding.expected(Fact::Name(ground.name(&column.group))));
    }
    findings
}

/// Which of several columns of totals are not read; one finding where none is.
fn several(ground: TableAudit<'_>, several: &Several) -> Vec<Finding> {
    let found = |rule, heading: &PrintedWord| {
        let place = ground.place(None, heading.cell);
        Finding::new(rule, place)
    };
    let Some(read) = &several.read else {
        let names = Fact::Names(several.others.iter().map(named).collect());
        let second = several.others.get(1);
        let finding = second.map(|one| found(&printed::SEVERAL_TOTALS, one));
        return finding.map(|one| one.found(names)).into_iter().collect();
    };
    let chosen = |one: &PrintedWord| {
        let finding = found(&foreign::TOTAL_CHOSEN, one).found(Fact::Text(one.text.clone()));
        finding.expected(Fact::Name(named(read)))
    };
    several.others.iter().map(chosen).collect()
}

/// A heading with its cell.
fn named(heading: &PrintedWord) -> String {
    format!("{} ({})", heading.text, heading.cell)
}

/// What does not hold for a table that is not the scheme's; else the groups without a column.
fn of_scheme(ground: TableAudit<'_>, place: &Place) -> Vec<Finding> {
    let scheme = ground.known.scheme;
    let not_by = |rule| {
        let id = Fact::Name(scheme.id.clone());
        Finding::new(rule, place.clone()).expected(id)
    };
    if ground.table.basis == TableBasis::Own {
        return vec![not_by(&foreign::NOT_OF_SCHEME)];
    }
    let columns = &ground.table.columns;
    let has = |id: &GroupId| columns.iter().any(|column| column.group == *id);
    let missing: Vec<String> = scheme
        .groups
        .iter()
        .filter(|group| !has(&group.id))
        .map(|group| group.name.clone())
        .collect();
    let mut findings = Vec::new();
    if ground.table.basis == TableBasis::OtherScale {
        findings.push(not_by(&foreign::OTHER_SCALE));
    }
    if !missing.is_empty() {
        let finding = Finding::new(&printed::COLUMN_MISSING, place.clone());
        // A table without columns of points need not be one of a scheme that nobody named.
        findings.push(if ground.known.asked || columns.len() > 1 {
            finding.found(Fact::Names(missing))
        } else {
            finding.about(About::Parts)
        });
    }
    findings
}

/// One finding for each sheet on which formulas have no stored result.
pub fn uncalculated(published: &Published, file: &str) -> Vec<Finding> {
    let sheets = published.uncalculated.iter();
    let of_sheet = |(sheet, cells): &(String, Vec<CellAddress>)| {
        let mut names: Vec<String> = cells.iter().take(LISTED).map(ToString::to_string).collect();
        if cells.len() > LISTED {
            names.push(format!("… +{}", cells.len() - LISTED));
        }
        let place = Place {
            file: Some(file.to_string()),
            sheet: Some(sheet.clone()),
            cell: cells.first().copied(),
            unit: None,
        };
        Finding::new(&printed::NOT_CALCULATED, place).found(Fact::Names(names))
    };
    sheets.map(of_sheet).collect()
}

/// The numbers of a table that could be read, in reading order.
fn numbers<'a>(ground: TableAudit<'a>) -> Vec<&'a Printed> {
    let all = |row: &'a PublishedRow| row.groups.values().chain(&row.total);
    let rows = ground.table.rows.iter();
    rows.flat_map(all)
        .filter(|printed| printed.value.value().is_some())
        .collect()
}

/// Decimal commas among decimal points, and numbers as text among numbers.
fn marks(ground: TableAudit<'_>) -> Vec<Finding> {
    let numbers = numbers(ground);
    let is_comma = |printed: &&&Printed| printed.written == Notation::Comma;
    let is_point = |printed: &&&Printed| {
        printed.written == Notation::Point
            || (printed.written == Notation::Number && printed.decimals > 0)
    };
    let commas: Vec<&Printed> = numbers.iter().filter(is_comma).copied().collect();
    let points: Vec<&Printed> = numbers.iter().filter(is_point).copied().collect();
    let fewer = if commas.len() <= points.len() {
        commas
    } else {
        points
    };
    let mut findings = Vec::new();
    let is_mixed =
        numbers.iter().any(|one| is_comma(&one)) && numbers.iter().any(|one| is_point(&one));
    if let Some(first) = fewer.first().filter(|_| is_mixed) {
        let place = ground.place(None, first.cell);
        let finding = Finding::new(&printed::MIXED_DECIMAL_MARKS, place);
        findings.push(finding.found(listed(&fewer)));
    }
    let is_text = |printed: &&Printed| printed.written != Notation::Number;
    let texts: Vec<&Printed> = numbers.iter().copied().filter(is_text).collect();
    let stored = numbers.len() - texts.len();
    let is_said = |printed: &&Printed| is_mixed && fewer.iter().any(|one| one.cell == printed.cell);
    let unsaid: Vec<&Printed> = texts.iter().copied().filter(|one| !is_said(one)).collect();
    if let Some(first) = unsaid.first().filter(|_| stored > texts.len()) {
        let place = ground.place(None, first.cell);
        let finding = Finding::new(&printed::NUMBER_AS_TEXT, place);
        findings.push(finding.found(listed(&unsaid)));
    }
    findings
}

/// Numbers with their cells, cut short where they are many.
fn listed(numbers: &[&Printed]) -> Fact {
    let show = |printed: &&Printed| format!("{} ({})", printed.text, printed.cell);
    let mut names: Vec<String> = numbers.iter().take(LISTED).map(show).collect();
    if numbers.len() > LISTED {
        names.push(format!("… +{}", numbers.len() - LISTED));
    }
    Fact::Names(names)
}

/// Cells that are blank, cannot be read or lie outside their range.
fn cells(ground: TableAudit<'_>, row: &PublishedRow, own: &OwnTotals) -> Vec<Finding> {
    if row.is_blank() {
        return Vec::new();
    }
    let mut findings = Vec::new();
    let groups = row.groups.iter();
    let groups = groups.map(|(id, printed)| (Some(id), printed));
    for (id, number) in groups.chain(row.total.as_ref().map(|total| (None, total))) {
        let group = id.and_then(|id| ground.known.scheme.group(id));
        let about = id.map_or(About::Total, |id| ground.about(id));
        let at = |rule| {
            Finding::new(rule, ground.place(row.unit.as_ref(), number.cell)).about(about.clone())
        };
        match &number.value {
            Reading::Empty if id.is_some_and(|id| own.is_exempt(row.unit.as_ref(), id)) => {}
            Reading::Empty => findings.push(at(&printed::VALUE_BLANK)),
            // Said once for the whole sheet, or by the reader.
            Reading::Unreadable if number.is_uncalculated() || number.explained => {}
            Reading::Unreadable => {
                let text = Fact::Text(number.text.clone());
                findings.push(at(&printed::VALUE_UNREADABLE).found(text));
            }
            Reading::Value(points) => {
                let level = ground.table.level.as_ref();
                let level = level.filter(|_| ground.is_of_scheme());
                let Some((group, level)) = group.zip(level) else {
                    continue;
                };
                // What is printed are points of the total.
                let lowest = times(Points(group.minimum.unwrap_or_default()), group.weight);
                let highest = group.worth_at(level);
                if *points < lowest || *points > highest {
                    let range = Fact::between(lowest, highest);
                    findings.push(at(&printed::OUT_OF_RANGE).found(*points).expected(range));
                }
            }
        }
    }
    findings
}
