//! Columns of numbers beside those that are read: which of two counts is never settled by which comes first.
//!
//! In: the lines of a sheet and what was read from them. Out: one finding for each such column that says anything else than the
//! one that is read, and scores and figures that are open because either may be meant. A column of the same numbers says nothing
//! new, and one of maxima is a maximum whatever its heading. Not for: two headings of the self score, whose table is not read at all.

use indexmap::IndexMap;

use crate::base::cell::{Cell, CellAddress, CellValue, Format, Reading, column_letters};
use crate::base::finding::{About, Fact, Finding, Place};
use crate::base::guard;
use crate::base::ids::CriterionId;
use crate::base::number::{self, Number, Sort};
use crate::base::points::{Decimal, Points};
use crate::base::rules::columns;
use crate::base::text;
use crate::campaign::hints::Hint;
use crate::campaign::scheme::{Criterion, FigureKind, FigureSpec};
use crate::campaign::vocabulary::Column;
use crate::input::recognise::lexicon::{Item, Lexicon};
use crate::input::recognise::reader::{FromTable, SheetExtract};
use crate::input::recognise::shares;
use crate::input::recognise::sheet::{Line, Meaning, item_of};
use crate::input::recognise::subject::{Subject, figure_label};
use crate::input::submission::{Entry, Figure};
use crate::input::tables::{Role, Table};

/// What a column beside those that are read may be meant as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum SideMeaning {
    /// Perhaps the numbers that should count.
    Instead,
    /// Something else, or another year's.
    Else,
}

/// A column beside, and where it says something else.
struct SideColumn {
    table: u32,
    /// The column that is read.
    read: u32,
    meant: SideMeaning,
    /// The first cell that says something else.
    first: CellAddress,
    /// What stands there, and what is read in its row, if anything.
    numbers: (Decimal, Option<Decimal>),
    about: String,
    criteria: Vec<CriterionId>,
}

/// The columns of a sheet that are no column of its tables, by table and column, and whether what differs is open.
type SideColumns = IndexMap<(u32, u32, bool), SideColumn>;

/// Findings about the columns beside; scores and figures of which two are there become open.
pub fn check(
    lines: &[Line<'_, '_>],
    lexicon: &Lexicon<'_>,
    into: &mut SheetExtract,
) -> Vec<Finding> {
    let mut found = SideColumns::new();
    for (index, line) in lines.iter().enumerate() {
        guard::check();
        let item = item_of(line, lexicon).filter(|_| line.has_scores());
        if !matches!(item, Some(Item::Criterion(_) | Item::Figure(..))) {
            continue;
        }
        for cell in line.table.grid.row(line.row) {
            let column = cell.address.column;
            if matches!(cell.value, CellValue::Number(_) | CellValue::Text(_))
                && is_beside(line.table, column)
            {
                match item {
                    Some(Item::Criterion(criterion)) => {
                        let below = lines.get(index + 1..).unwrap_or_default();
                        score((line, below), criterion, cell, lexicon, into, &mut found);
                        if cell.format == Format::Percent {
                            continue;
                        }
                        for figure in criterion.figures.iter().filter(|one| one.name.is_none()) {
                            self::figure(line, criterion, figure, cell, into, &mut found);
                        }
                    }
                    Some(Item::Figure(criterion, figure)) if cell.format != Format::Percent => {
                        self::figure(line, criterion, figure, cell, into, &mut found);
                    }
                    _ => {}
                }
            }
        }
    }
    let name = into.name.to_string();
    let columns = found.into_iter();
    columns
        .map(|((_, column, _), beside)| finding(&name, lines, column, beside))
        .collect()
}

/// Whether a column is none that is read or holds words.
fn is_beside(table: &Table<'_>, column: u32) -> bool {
    !table.columns.holds(column)
        && matches!(
            role(table, column),
            None | Some(Column::Figure | Column::Appraised | Column::Claimed)
        )
}

/// What the heading over a column names, be it merged over this one and others.
fn role(table: &Table<'_>, column: u32) -> Option<Column> {
    let of = |role: Option<Role>| match role {
        Some(Role::Column(column)) => Some(column),
        _ => None,
    };
    let titled = table.titled.iter().find(|one| one.column == column);
    if let Some(titled) = titled {
        return of(titled.role);
    }
    let over = table.titled.iter().filter(|one| one.column < column);
    let over = over.filter(|one| {
        let cell = table.grid.cells().get(one.position);
        let range = cell.and_then(|cell| table.grid.merge_at(cell.address));
        range.is_some_and(|range| range.last.column >= column)
    });
    over.filter_map(|one| of(one.role)).next_back()
}

/// The words over a column, cleaned; nothing where there are none.
pub(super) fn heading(table: &Table<'_>, column: u32) -> String {
    let mut words: Vec<String> = Vec::new();
    for row in table.first..=table.header {
        let text = table.grid.seen(CellAddress::new(row, column));
        let text = text.map_or_else(String::new, |cell| text::clean(&cell.value.show()));
        let is_new = !text.is_empty() && words.last() != Some(&text);
        if is_new && text.chars().any(char::is_alphabetic) {
            words.push(text);
        }
    }
    words.join(" – ")
}

/// What a column may be meant as, by its heading; `None` for what is no score.
fn meant(table: &Table<'_>, column: u32) -> Option<SideMeaning> {
    let heading = text::key(&heading(table, column));
    let has_year = || {
        heading
            .split(' ')
            .any(|word| word.len() == 4 && word.parse::<u16>().is_ok())
    };
    if Hint::NoScore.is_in(&heading) {
        return None;
    }
    let last = table.titled.iter().map(|one| one.column).max();
    let is_within = last.is_some_and(|last| column <= last + 1);
    let is_instead = if heading.is_empty() {
        is_within
    } else {
        role(table, column).is_some() || Hint::Points.is_in(&heading)
    };
    let is_else = heading.contains("trước") || has_year();
    Some(if is_instead && !is_else {
        SideMeaning::Instead
    } else {
        SideMeaning::Else
    })
}

/// What was read for a criterion from its line, or from those of its options below.
fn entry_of<'i>(
    (line, below): (&Line<'_, '_>, &[Line<'_, '_>]),
    criterion: &Criterion,
    into: &'i mut SheetExtract,
) -> Option<&'i mut FromTable<(CriterionId, Entry)>> {
    let is_option = |line: &&Line<'_, '_>| matches!(line.meaning, Meaning::Option(_));
    let ticked = below.iter().take_while(is_option).map(|line| line.row);
    let last = ticked.last().unwrap_or(line.row);
    into.entries.iter_mut().find(|taken| {
        let origin = taken.value.1.claimed.origin.cell();
        let is_here = |row: u32| (line.row..=last).contains(&row) || Some(row) == line.also;
        taken.table == line.table.header
            && taken.value.0 == criterion.id
            && origin.is_some_and(|(_, at)| is_here(at.row))
    })
}

/// A cell beside the score of a criterion, which may be ticked in the lines of its options below.
fn score(
    (line, below): (&Line<'_, '_>, &[Line<'_, '_>]),
    criterion: &Criterion,
    cell: &Cell,
    lexicon: &Lexicon<'_>,
    into: &mut SheetExtract,
    found: &mut SideColumns,
) {
    let (table, column) = (line.table, cell.address.column);
    if role(table, column) == Some(Column::Figure) {
        return;
    }
    let Some((number, is_score)) = score_number(cell, criterion, lexicon) else {
        return;
    };
    let of_line = entry_of((line, below), criterion, into);
    let Some(taken) = of_line else {
        return;
    };
    let entry = &mut taken.value.1;
    let appraised = entry
        .appraised
        .as_ref()
        .and_then(|found| found.value.value());
    let counts = appraised.or(entry.claimed.value.value()).copied();
    let Some(meant) = meant(table, column).filter(|_| counts != Some(Points(number.value))) else {
        return;
    };
    let is_points = meant == SideMeaning::Instead && !heading(table, column).is_empty();
    let is_open = meant == SideMeaning::Instead && is_score;
    let is_blank = entry.claimed.value == Reading::Empty && !number.value.is_zero();
    let is_told = if counts.is_some() {
        // What cannot be the score is told where the heading says that it is one, and does not count.
        is_score || is_points
    } else {
        // Beside a blank, a formula mostly comes to 0.
        is_blank && is_points && is_score
    };
    if !is_told {
        return;
    }
    let read = if appraised.is_some() {
        Column::Appraised
    } else {
        Column::Claimed
    };
    match counts {
        Some(counts) if is_open => entry.either.extend([counts, Points(number.value)]),
        Some(_) => {}
        None => entry.claimed.value = Reading::Unreadable,
    }
    let beside = found
        .entry((table.header, column, is_open))
        .or_insert_with(|| SideColumn {
            table: table.header,
            read: table.columns.get(read).unwrap_or_default(),
            meant: if is_open { meant } else { SideMeaning::Else },
            first: cell.address,
            numbers: (number.value, counts.map(|counts| counts.0)),
            about: criterion.label(),
            criteria: Vec::new(),
        });
    if is_open {
        beside.criteria.push(criterion.id.clone());
    }
}

/// A cell beside a figure. What stands beside on the row of a criterion is its score, unless the heading says otherwise.
fn figure(
    line: &Line<'_, '_>,
    criterion: &Criterion,
    figure: &FigureSpec,
    cell: &Cell,
    into: &mut SheetExtract,
    found: &mut SideColumns,
) {
    let (table, column) = (line.table, cell.address.column);
    let is_same = role(table, column) == Some(Column::Figure);
    let sort = match figure.kind {
        FigureKind::Count => Sort::Count,
        FigureKind::Amount => Sort::Amount,
        FigureKind::YesNo | FigureKind::Choice => return,
    };
    if figure.name.is_none() && !is_same || matches!(role(table, column), Some(Column::Appraised)) {
        return;
    }
    let (Some(number), Some(read)) = (number_in(cell, sort), table.columns.get(Column::Figure))
    else {
        return;
    };
    let of_line = into.figures.iter_mut().find(|taken| {
        let origin = taken.value.1.origin.cell();
        taken.table == table.header
            && taken.value.0 == figure.id
            && origin.is_some_and(|(_, at)| at.row == line.row || Some(at.row) == line.also)
    });
    let Some(taken) = of_line else { return };
    let own = match &taken.value.1.value {
        Reading::Value(Figure::Number(own)) if *own != number.value => *own,
        _ => return,
    };
    let meant = match meant(table, column) {
        None => return,
        Some(SideMeaning::Instead) if is_same || heading(table, column).is_empty() => {
            SideMeaning::Instead
        }
        Some(_) => SideMeaning::Else,
    };
    if meant == SideMeaning::Instead {
        taken.value.1.value = Reading::Unreadable;
    }
    let is_open = meant == SideMeaning::Instead;
    found
        .entry((table.header, column, is_open))
        .or_insert_with(|| SideColumn {
            table: table.header,
            read,
            meant,
            first: cell.address,
            numbers: (number.value, Some(own)),
            about: figure_label(criterion, figure),
            criteria: Vec::new(),
        });
}

fn number_in(cell: &Cell, sort: Sort) -> Option<Number> {
    number::read(&cell.value, sort, "").ok().flatten()
}

/// The number of a cell beside the score of a criterion, and whether it can be the score.
fn score_number(
    cell: &Cell,
    criterion: &Criterion,
    lexicon: &Lexicon<'_>,
) -> Option<(Number, bool)> {
    let whole = lexicon.scheme.whole_of(criterion);
    let highest = lexicon.highest_of(&criterion.id);
    let highest = highest.max(whole.unwrap_or_default());
    let lowest = criterion.minimum.unwrap_or_default();
    let share = |whole| shares::read(cell, whole, Subject::Criterion(criterion)).ok()?;
    let points = || match cell.format {
        Format::Percent => None,
        _ => number_in(cell, Sort::Points { lowest, highest }),
    };
    let number = whole.and_then(share).or_else(points)?;
    let is_score = (lowest..=highest).contains(&number.value);
    Some((number, is_score))
}

/// What is said of a column beside.
fn finding(sheet: &str, lines: &[Line<'_, '_>], column: u32, beside: SideColumn) -> Finding {
    let table = lines.iter().map(|line| line.table);
    let table = table.clone().find(|table| table.header == beside.table);
    let named = |column: u32| {
        let letters = column_letters(column);
        let heading = table.map_or_else(String::new, |table| heading(table, column));
        if heading.is_empty() {
            letters
        } else {
            format!("{letters} “{heading}”")
        }
    };
    let place = Place {
        sheet: Some(sheet.to_string()),
        cell: Some(beside.first),
        ..Place::default()
    };
    let rule = match beside.meant {
        SideMeaning::Instead => &columns::SECOND_COLUMN,
        SideMeaning::Else => &columns::COLUMN_BESIDE,
    };
    let (number, own) = beside.numbers;
    let row = CellAddress::new(beside.first.row, beside.read);
    let read = format!("{row}, {}", named(beside.read));
    Finding {
        criteria: beside.criteria,
        ..Finding::new(rule, place)
    }
    .about(About::Row(beside.about))
    .found(Fact::NumberIn(number, named(column)))
    .expected(match own {
        Some(own) => Fact::NumberIn(own, read),
        None => Fact::Said(
            format!("ô trống ({read})"),
            format!("the blank cell ({read})"),
        ),
    })
}
