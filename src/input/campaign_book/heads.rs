//! The headings of a sheet: which row they are, and what each column holds.

use crate::base::cell::{Cell, CellAddress, Grid};
use crate::base::finding::{Fact, Finding};
use crate::base::rules::{campaign_form, campaign_values};
use crate::base::text;
use crate::campaign::book::{BookColumn, BookSheet, Callable, KIND};
use crate::input::campaign_book::BookReading;
use crate::input::campaign_book::cells::shown;

/// The rows in which headings are looked for.
const FIRST_ROWS: u32 = 30;

/// What a column holds.
#[derive(Clone, Debug)]
pub(super) enum Head {
    /// A column that is known, with its heading as it stands.
    Fixed(&'static BookColumn, String),
    /// What a sheet has for each level, of one of them.
    Level(String, String),
    /// The same before the level is known: as it is written.
    Unplaced(String, String),
    /// Nothing that is read, and nothing that has to be: its heading is unknown, or begins with `_`.
    Idle,
}

/// The headings of a sheet.
#[derive(Clone, Debug)]
pub(super) struct Heads {
    /// Their row, from 0.
    pub(super) row: u32,
    /// The columns that have one.
    pub(super) columns: Vec<(u32, Head)>,
}

impl Heads {
    pub(super) fn of(&self, column: u32) -> Option<&Head> {
        self.columns
            .iter()
            .find(|(at, _)| *at == column)
            .map(|(_, head)| head)
    }

    /// The headings as they stand, by column.
    pub(super) fn texts(&self) -> impl Iterator<Item = (u32, String)> {
        self.columns.iter().filter_map(|(at, head)| match head {
            Head::Fixed(_, heading) | Head::Level(_, heading) | Head::Unplaced(_, heading) => {
                Some((*at, heading.clone()))
            }
            Head::Idle => None,
        })
    }

    /// The place and the heading of a column that is known.
    pub(super) fn find(&self, key: &str) -> Option<(u32, &str)> {
        self.columns.iter().find_map(|(at, head)| match head {
            Head::Fixed(column, heading) if column.key == key => Some((*at, heading.as_str())),
            _ => None,
        })
    }
}

/// The columns of a sheet by the headings that they go by.
fn by_heading(sheet: &BookSheet) -> Callable<&'static BookColumn> {
    let all: Vec<&'static BookColumn> = sheet.columns.iter().collect();
    Callable::new(&all, |column: &'static BookColumn| {
        let own = [column.heading.vi, column.heading.en].into_iter();
        own.chain(column.known_as.iter().copied()).collect()
    })
}

fn head(sheet: &BookSheet, columns: &Callable<&'static BookColumn>, heading: &str) -> Option<Head> {
    if let Some((before, level)) = heading.split_once(':')
        && let Some(by_level) = sheet.by_level()
        && columns
            .called(before)
            .is_some_and(|one| one.key == by_level.key)
    {
        return Some(Head::Unplaced(text::clean(level), text::clean(heading)));
    }
    let column = columns.called(heading)?;
    Some(Head::Fixed(column, text::clean(heading)))
}

/// The row of a sheet that has most headings, of those with as many the first one; a row with one alone is none.
fn header<'g>(sheet: &BookSheet, grid: &'g Grid) -> Option<&'g [Cell]> {
    let is_near = |row: &&[Cell]| {
        row.first()
            .is_some_and(|cell| cell.address.row < FIRST_ROWS)
    };
    let columns = by_heading(sheet);
    let count = |row: &[Cell]| {
        row.iter()
            .filter(|cell| head(sheet, &columns, &shown(cell)).is_some())
            .count()
    };
    let rows = grid.rows().take_while(is_near).map(|row| (count(row), row));
    let best = rows
        .filter(|(count, _)| *count >= 2)
        .fold(None, |best: Option<(usize, _)>, one| match best {
            Some(best) if best.0 >= one.0 => Some(best),
            _ => Some(one),
        });
    best.map(|(_, row)| row)
}

/// Whether a sheet has the headings of a sheet of a campaign.
pub(super) fn are_there(sheet: &BookSheet, grid: &Grid) -> bool {
    header(sheet, grid).is_some()
}

impl BookReading {
    /// Finds the headings of a sheet and says what is wrong with them; `None` where there are none.
    pub(super) fn heads(&mut self, sheet: &'static BookSheet, grid: &Grid) -> Option<Heads> {
        let best = header(sheet, grid);
        let Some(row) = best else {
            let needed = sheet.columns.iter().filter(|one| !one.needed.is_empty());
            let needed = needed.map(|one| one.heading.vi.to_string()).collect();
            let finding = Finding::new(
                &campaign_form::NO_HEADINGS,
                self.place(Some(CellAddress::new(0, 0))),
            );
            self.findings.push(finding.expected(Fact::Names(needed)));
            self.is_broken = true;
            return None;
        };
        let at = row.first()?.address.row;
        let known = by_heading(sheet);
        let mut columns: Vec<(u32, Head)> = Vec::new();
        for cell in row {
            let heading = shown(cell);
            if heading.is_empty() {
                continue;
            }
            let head = head(sheet, &known, &heading);
            if let Some(Head::Fixed(column, _)) = &head {
                let before = columns.iter().find_map(|(_, other)| match other {
                    Head::Fixed(one, other) if one.key == column.key => Some(other.clone()),
                    _ => None,
                });
                if let Some(before) = before {
                    let facts = (Some(Fact::Text(heading.clone())), Some(Fact::Text(before)));
                    self.add(
                        &campaign_form::HEADING_TWICE,
                        cell.address,
                        &heading,
                        facts.0,
                        facts.1,
                    );
                    self.is_broken = true;
                }
            }
            if head.is_none() && !heading.starts_with('_') {
                self.unknown_column(sheet, cell.address, &heading);
            }
            columns.push((cell.address.column, head.unwrap_or(Head::Idle)));
        }
        let heads = Heads { row: at, columns };
        self.missing_columns(sheet, &heads);
        Some(heads)
    }

    fn unknown_column(&mut self, sheet: &BookSheet, at: CellAddress, heading: &str) {
        let known = sheet.columns.iter().map(|one| one.heading.vi);
        let nearest = text::nearest(heading, known)
            .into_iter()
            .map(str::to_string)
            .collect();
        let found = Some(Fact::Text(heading.to_string()));
        self.add(
            &campaign_form::COLUMN_UNKNOWN,
            at,
            heading,
            found,
            Some(Fact::Names(nearest)),
        );
    }

    fn missing_columns(&mut self, sheet: &'static BookSheet, heads: &Heads) {
        for column in sheet.columns {
            let is_needed = !column.needed.is_empty() || column.key == KIND;
            if is_needed && heads.find(column.key).is_none() {
                let at = CellAddress::new(heads.row, 0);
                let heading = column.heading.vi;
                self.add(
                    &campaign_form::COLUMN_MISSING,
                    at,
                    heading,
                    None,
                    Some(Fact::Name(heading.to_string())),
                );
                self.is_broken = true;
            }
        }
    }

    /// Gives the columns of single levels their levels, which the sheet of levels knows by id and name.
    pub(super) fn level_columns(
        &mut self,
        _: &Grid,
        heads: &mut Heads,
        levels: &[(String, String)],
    ) {
        for (at, head) in &mut heads.columns {
            let Head::Unplaced(level, heading) = head else {
                continue;
            };
            let key = text::key(level);
            let same = |(id, name): &&(String, String)| {
                id == level || text::key(id) == key || text::key(name) == key
            };
            if let Some((id, _)) = levels
                .iter()
                .find(|one| one.0 == *level)
                .or_else(|| levels.iter().find(same))
            {
                *head = Head::Level(id.clone(), heading.clone());
                continue;
            }
            let cell = CellAddress::new(heads.row, *at);
            let (level, heading) = (level.clone(), heading.clone());
            *head = Head::Level(level.clone(), heading.clone());
            // A level whose own row is told to be wrong is not told again.
            if !self.is_level_lost {
                let known = levels.iter().map(|(id, _)| id.clone()).collect();
                let (found, known) = (Fact::Text(level.clone()), Fact::Names(known));
                self.add(
                    &campaign_values::DANGLING,
                    cell,
                    &heading,
                    Some(found),
                    Some(known),
                );
                self.faulty_texts.insert(level);
            }
        }
    }
}
