//! Whether the rows of a result that was read again can be those of a result.
//!
//! In: the rows of `Dữ liệu`, of a report or of a workbook that this program may not have written. Out: the first flaw, with its
//! place. Not for: what was edited in a workbook, which `edits` finds, and not for sums, which `sums` looks at.

use std::collections::HashSet;

use crate::base::date::YEARS;
use crate::base::error::Flaw;
use crate::campaign::scheme::MOST_ENTRIES;
use crate::campaign::units::MOST_UNITS;
use crate::result::report::kind::{Kind, Part, STATISTIC};
use crate::result::report::row::DataRow;

/// What is wrong with rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowsFlaw {
    /// They are not those of a result.
    Flaw(Flaw),
    /// A number that no form and no definition can mean.
    Number,
}

/// The first thing that no result of ours says, and its place.
pub fn flaw(rows: &[DataRow]) -> Option<(String, RowsFlaw)> {
    let mut known = ResultIds::default();
    for row in rows {
        known.learn(row);
    }
    if let Some((place, flaw)) = known.too_many(rows) {
        return Some((place, RowsFlaw::Flaw(flaw)));
    }
    let mut seen = HashSet::with_capacity(rows.len());
    rows.iter().find_map(|row| {
        let is_once = !matches!(row.kind, Kind::Succession | Kind::NotCounted);
        let wrong = if is_once && !seen.insert(key(row)) {
            Some(RowsFlaw::Flaw(Flaw::Twice))
        } else if !has_possible_number(row) {
            Some(RowsFlaw::Number)
        } else {
            let flaw = known.unknown(row).or_else(|| count(row));
            flaw.map(RowsFlaw::Flaw)
        };
        wrong.map(|wrong| (place(row), wrong))
    })
}

/// What a row is about, as people call it.
fn place(row: &DataRow) -> String {
    let of_unit = if row.unit.is_empty() {
        &row.level
    } else {
        &row.unit
    };
    let item = if row.criterion.is_empty() {
        &row.group
    } else {
        &row.criterion
    };
    let kind = row.kind.to_string();
    let mut parts = vec![&**of_unit, &**item, &*kind];
    parts.retain(|part| !part.is_empty());
    parts.join(", ")
}

/// What a result says once: level, code, group, criterion and kind, but for what does not tell rows of a kind apart.
type SaidOnce<'r> = (&'r str, &'r str, &'r str, &'r str, &'r Kind, &'r str);

fn key<'r>(row: &'r DataRow<'_>) -> SaidOnce<'r> {
    let is_figure = is_figure(row) || matches!(row.kind, Kind::FigureName(_));
    let is_statistic = matches!(row.kind, Kind::Statistic(..));
    let level = if is_statistic { "" } else { &row.level };
    let (group, criterion) = match (is_figure, row.criterion.is_empty()) {
        (true, _) => ("", ""),
        (false, true) => (&*row.group, ""),
        (false, false) => ("", &*row.criterion),
    };
    let text = if row.kind == Kind::GradeFrom {
        &row.text
    } else {
        ""
    };
    (level, &row.code, group, criterion, &row.kind, text)
}

fn is_figure(row: &DataRow) -> bool {
    matches!(row.kind, Kind::Figure(_))
}

/// The levels, groups and criteria that a result says it has.
#[derive(Default)]
struct ResultIds<'r> {
    levels: HashSet<&'r str>,
    groups: HashSet<&'r str>,
    criteria: HashSet<&'r str>,
    /// Criteria with the levels that have them.
    maxima: HashSet<(&'r str, &'r str)>,
    /// What stands above those criteria, by the dots of their ids, with the levels: only the sums of what is below have rows.
    above: HashSet<(&'r str, &'r str)>,
}

impl<'r> ResultIds<'r> {
    fn learn(&mut self, row: &'r DataRow) {
        match row.kind {
            Kind::Level => drop(self.levels.insert(&row.level)),
            Kind::Maximum | Kind::Outside | Kind::Rule => {
                if !row.group.is_empty() {
                    self.groups.insert(&row.group);
                }
                if !row.criterion.is_empty() {
                    self.criteria.insert(&row.criterion);
                    if row.kind == Kind::Maximum {
                        self.maxima.insert((&row.level, &row.criterion));
                        let dots = row.criterion.match_indices('.');
                        let above = dots.filter_map(|(dot, _)| row.criterion.get(..dot));
                        self.above.extend(above.map(|id| (&*row.level, id)));
                    }
                }
            }
            _ => {}
        }
    }

    fn too_many(&self, rows: &[DataRow]) -> Option<(String, Flaw)> {
        let of = |kind: &Kind| rows.iter().filter(|row| row.kind == *kind).count();
        let statistic = |row: &&DataRow| matches!(row.kind, Kind::Statistic(_, Part::Order));
        let lists = [
            (Kind::Level.to_string(), self.levels.len(), MOST_ENTRIES),
            (
                Kind::GradeFrom.to_string(),
                of(&Kind::GradeFrom),
                MOST_ENTRIES,
            ),
            (Kind::Outside.to_string(), self.groups.len(), MOST_ENTRIES),
            (Kind::Rule.to_string(), self.criteria.len(), MOST_ENTRIES),
            (
                STATISTIC.to_string(),
                rows.iter().filter(statistic).count(),
                MOST_ENTRIES,
            ),
            (
                Kind::Succession.to_string(),
                of(&Kind::Succession),
                MOST_UNITS,
            ),
            (Kind::Return.to_string(), of(&Kind::Return), MOST_UNITS),
        ];
        let long = lists.into_iter().find(|(_, found, limit)| found > limit);
        long.map(|(kind, found, limit)| (kind, Flaw::TooMany { found, limit }))
    }

    /// A level, group or criterion that is nowhere said to be there.
    fn unknown(&self, row: &DataRow) -> Option<Flaw> {
        let unknown = |id: &str| Some(Flaw::Unknown(id.to_string()));
        let is_about_unit = !row.code.is_empty();
        if !row.level.is_empty() && !self.levels.contains(&*row.level) {
            return unknown(&row.level);
        }
        if is_about_unit && !row.group.is_empty() && !self.groups.contains(&*row.group) {
            return unknown(&row.group);
        }
        if !is_about_unit || row.criterion.is_empty() {
            return None;
        }
        let is_known = if is_figure(row) {
            self.criteria.contains(&*row.criterion)
        } else if row.kind == Kind::Subtotal {
            self.above.contains(&(&row.level, &row.criterion))
        } else {
            self.maxima.contains(&(&row.level, &row.criterion))
        };
        if is_known {
            None
        } else {
            unknown(&row.criterion)
        }
    }
}

/// Whether a row holds no number, or one that can stand there: what forms and definitions say is bounded, and what is summed up
/// of it is not.
fn has_possible_number(row: &DataRow) -> bool {
    let is_read = is_figure(row)
        || matches!(
            row.kind,
            Kind::Maximum
                | Kind::Claimed
                | Kind::Computed
                | Kind::Appraised
                | Kind::Counted
                | Kind::OwnTotal
                | Kind::GradeFrom
                | Kind::TotalMaximum
        );
    row.value
        .is_none_or(|value| !is_read || value.is_readable())
}

/// A count that is none, a year that is none. A figure below 0 is none: its own year's findings told it.
fn count(row: &DataRow) -> Option<Flaw> {
    let value = row.value?;
    let found = || value.normalize().to_string();
    let least = match row.kind {
        Kind::Year => {
            let is_year = value.is_integer() && YEARS.contains(&value.to_i64()?);
            return (!is_year).then(|| Flaw::Year(found()));
        }
        Kind::Rank | Kind::Rows => 1,
        Kind::Return
        | Kind::Level
        | Kind::Statistic(_, Part::Covered | Part::Expected | Part::Order) => 0,
        _ => return None,
    };
    let number = value.to_i64().and_then(|number| u32::try_from(number).ok());
    let is_count = value.is_integer() && number.is_some_and(|number| number >= least);
    (!is_count).then(|| Flaw::Count {
        found: found(),
        least,
    })
}
