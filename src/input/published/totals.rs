//! Which column of a result table is the total, where several may be.
//!
//! In: a table and the columns of its groups. Out: the column that the headings tell, or else the one that the sums and the places
//! agree with; none where these leave it open. Not for: whether the totals are right.

use serde::{Deserialize, Serialize};

use crate::base::cell::CellAddress;
use crate::base::points::{Decimal, Points};
use crate::base::text;
use crate::campaign::hints::Hint;
use crate::campaign::vocabulary::Column;
use crate::input::published::foreign::{self, is_numeric, number_at, unit_rows};
use crate::input::published::{GroupColumn, PrintedWord, PublishedTable};
use crate::input::tables::{Role, Table, Titled};

/// Units that tell which column is the total.
const FEWEST: usize = 3;

/// Units with a place that tell that the places follow from another column.
const FEWEST_PLACED: usize = 5;

/// What rounding of the columns comes to at most: less than this.
const NEAR: Points = Points(Decimal::ONE);

/// Several columns of totals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Several {
    /// The heading of the one that is read. `None`: which one is the result cannot be told, and none is read.
    pub read: Option<PrintedWord>,
    /// The headings of those that are not read, left to right.
    pub others: Vec<PrintedWord>,
}

/// The column of the totals of a table.
pub(super) struct TotalColumn {
    /// Zero-based.
    pub(super) column: Option<u32>,
    /// What is said of it.
    pub(super) several: Option<Several>,
}

impl PublishedTable {
    /// Whether it has several columns of totals, and which one is the result cannot be told.
    pub fn is_total_unclear(&self) -> bool {
        let several = self.several.as_ref();
        several.is_some_and(|several| several.read.is_none())
    }
}

impl TotalColumn {
    /// Whether it is settled which one it is, or that none is.
    pub(super) fn is_told(&self) -> bool {
        self.column.is_some() || self.several.is_some()
    }
}

/// One of several columns of totals.
struct TotalCandidate<'t> {
    titled: &'t Titled,
    key: String,
    /// The number of each unit.
    numbers: Vec<Option<Decimal>>,
}

impl<'t> TotalCandidate<'t> {
    fn new(table: &Table<'_>, rows: &[u32], titled: &'t Titled) -> Self {
        let number = |row: &u32| number_at(table, CellAddress::new(*row, titled.column));
        TotalCandidate {
            titled,
            key: text::key(&foreign::heading(table, titled).text),
            numbers: rows.iter().map(number).collect(),
        }
    }
}

/// Finds it. `groups`: the columns whose points make up the total, all of them; none where they are not known.
pub(super) fn column(table: &Table<'_>, groups: Option<&Vec<GroupColumn>>) -> TotalColumn {
    let named = table.columns.get(Column::Total);
    let rows = match table.columns.get(Column::Unit) {
        Some(name) => unit_rows(table, name),
        None => Vec::new(),
    };
    let mut candidates = candidates(table, &rows);
    if let [total] = candidates.as_slice() {
        let rival = rival(table, &rows, (total, groups));
        candidates.extend(rival);
    }
    if candidates.len() < 2 {
        let only = candidates.first().map(|one| one.titled.column);
        return TotalColumn {
            column: only.or(named),
            several: None,
        };
    }
    let chosen = by_heading(&candidates);
    let summed = by_sums(table, &rows, groups, &candidates);
    let chosen = match (chosen, summed) {
        (Some(told), Some(summed)) if told != summed => None,
        (Some(told), _) => Some(told),
        (None, Some(summed)) => falls_best(table, &rows, &candidates, summed).then_some(summed),
        (None, None) => are_equal(&candidates).then_some(0),
    };
    told(table, &candidates, chosen)
}

/// The choice as it is told. That the self score is no result needs no word.
fn told(
    table: &Table<'_>,
    candidates: &[TotalCandidate<'_>],
    chosen: Option<usize>,
) -> TotalColumn {
    let others = candidates.iter().enumerate().filter(|(at, one)| {
        Some(*at) != chosen && (chosen.is_none() || !Hint::SelfScore.is_in(&one.key))
    });
    let others: Vec<PrintedWord> = others
        .map(|(_, one)| foreign::heading(table, one.titled))
        .collect();
    let read = chosen.and_then(|at| candidates.get(at));
    let several = Several {
        others,
        read: read.map(|one| foreign::heading(table, one.titled)),
    };
    TotalColumn {
        column: read.map(|one| one.titled.column),
        several: (!several.others.is_empty()).then_some(several),
    }
}

/// The columns that may hold the total: those whose headings name it, and beside these, or beside a self score, further ones of
/// numbers whose headings say of points that they are the result, whatever else they say.
fn candidates<'t>(table: &'t Table<'_>, rows: &[u32]) -> Vec<TotalCandidate<'t>> {
    let key = |titled: &Titled| text::key(&foreign::heading(table, titled).text);
    let mut titled = table.titled.iter();
    let has_total = table.columns.get(Column::Total).is_some()
        || titled.any(|one| Hint::SelfScore.is_in(&key(one)));
    let of = |titled: &'t Titled| {
        let key = key(titled);
        let is_total = match titled.role {
            Some(Role::Column(Column::Total)) => true,
            None => has_total && says_result(&key) && is_numeric(table, rows, titled.column),
            Some(_) => false,
        };
        is_total.then(|| TotalCandidate::new(table, rows, titled))
    };
    table.titled.iter().filter_map(of).collect()
}

/// A column that no heading calls the total, from whose numbers the places follow, where they do not from the total: it may be the
/// result that was meant, whatever it is called (`Tổng điểm lần 2`, `Điểm kết luận`).
fn rival<'t>(
    table: &'t Table<'_>,
    rows: &[u32],
    (total, groups): (&TotalCandidate<'t>, Option<&Vec<GroupColumn>>),
) -> Option<TotalCandidate<'t>> {
    table.columns.get(Column::Place)?;
    let of_groups = |column: u32| {
        let mut groups = groups.into_iter().flatten();
        groups.any(|group| group.cell.column == column)
    };
    let mut others = table.titled.iter().filter(|one| {
        one.role.is_none()
            && one.column > total.titled.column
            && !of_groups(one.column)
            && is_numeric(table, rows, one.column)
    });
    others.find_map(|titled| {
        let other = TotalCandidate::new(table, rows, titled);
        let pair = [total, &other];
        let placed = placed(table, rows, &pair);
        (placed.len() >= FEWEST_PLACED && falls(&other, &placed) && rises(total, &placed) > 0)
            .then_some(other)
    })
}

/// Whether a heading that is no known one is that of the result: `Tổng điểm sau rà soát`. One with a number is of another year.
fn says_result(key: &str) -> bool {
    let is_number = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit());
    Hint::Result.is_in(key)
        && Hint::Points.is_in(key)
        && !Hint::NoScore.is_in(key)
        && !Hint::Former.is_in(key)
        && !key.split(' ').any(is_number)
}

/// The only one that a heading says is the result, or that no heading says is the unit's own.
fn by_heading(candidates: &[TotalCandidate<'_>]) -> Option<usize> {
    let only = |is: &dyn Fn(&TotalCandidate<'_>) -> bool| {
        let mut those = candidates
            .iter()
            .enumerate()
            .filter(|(_, one)| is(one))
            .map(|(at, _)| at);
        let first = those.next()?;
        those.next().is_none().then_some(first)
    };
    let is_own = |one: &TotalCandidate<'_>| Hint::SelfScore.is_in(&one.key);
    only(&|one| Hint::Result.is_in(&one.key) && !is_own(one)).or_else(|| only(&|one| !is_own(one)))
}

/// The only one that is the sum of the groups for most units.
fn by_sums(
    table: &Table<'_>,
    rows: &[u32],
    groups: Option<&Vec<GroupColumn>>,
    candidates: &[TotalCandidate<'_>],
) -> Option<usize> {
    let groups: Vec<u32> = groups?.iter().map(|group| group.cell.column).collect();
    let sum = |row: &u32| -> Option<Points> {
        let cells = groups.iter().map(|group| CellAddress::new(*row, *group));
        cells.map(|at| number_at(table, at).map(Points)).sum()
    };
    let sums: Vec<Option<Points>> = rows.iter().map(sum).collect();
    let agrees = |one: &TotalCandidate<'_>| {
        let both = one.numbers.iter().zip(&sums);
        let apart = both.filter_map(|(total, sum)| Some((Points((*total)?) - (*sum)?).abs()));
        let apart: Vec<Points> = apart.collect();
        let near = apart.iter().filter(|one| **one < NEAR).count();
        near >= FEWEST && near * 2 > apart.len()
    };
    let mut agreeing = (0..).zip(candidates).filter(|(_, one)| agrees(one));
    let (first, _) = agreeing.next()?;
    agreeing.next().is_none().then_some(first)
}

/// Whether no other one falls better from place to place, of the units that have a number in all of them.
fn falls_best(
    table: &Table<'_>,
    rows: &[u32],
    candidates: &[TotalCandidate<'_>],
    chosen: usize,
) -> bool {
    let all: Vec<&TotalCandidate<'_>> = candidates.iter().collect();
    let placed = placed(table, rows, &all);
    let of_chosen = candidates.get(chosen).map_or(0, |one| rises(one, &placed));
    candidates
        .iter()
        .all(|one| rises(one, &placed) >= of_chosen)
}

/// The rows of units that have a number in all of some columns, by their place; without a column of places, as they stand.
fn placed(
    table: &Table<'_>,
    rows: &[u32],
    candidates: &[&TotalCandidate<'_>],
) -> Vec<(Decimal, usize)> {
    let place = table.columns.get(Column::Place);
    let place = |at: usize| match place {
        Some(column) => number_at(table, CellAddress::new(*rows.get(at)?, column)),
        None => u32::try_from(at).ok().map(Decimal::from),
    };
    let has_all = |at: &usize| {
        let mut numbers = candidates.iter().map(|one| one.numbers.get(*at));
        numbers.all(|number| number.is_some_and(Option::is_some))
    };
    let placed = (0..rows.len()).filter(has_all);
    let mut placed: Vec<(Decimal, usize)> =
        placed.filter_map(|at| Some((place(at)?, at))).collect();
    placed.sort_unstable();
    placed
}

/// Whether each number is below that of the place before it.
fn falls(one: &TotalCandidate<'_>, placed: &[(Decimal, usize)]) -> bool {
    let number = |at: usize| one.numbers.get(at).copied().flatten();
    placed.windows(2).all(|pair| match pair {
        [(above, first), (below, second)] => above == below || number(*first) > number(*second),
        _ => true,
    })
}

/// How often a number is above that of the place before it.
fn rises(one: &TotalCandidate<'_>, placed: &[(Decimal, usize)]) -> usize {
    let number = |at: usize| one.numbers.get(at).copied().flatten();
    let is_rise = |pair: &&[(Decimal, usize)]| match pair {
        [(above, first), (below, second)] => above != below && number(*first) < number(*second),
        _ => false,
    };
    placed.windows(2).filter(is_rise).count()
}

/// Whether all say the same of every unit.
fn are_equal(candidates: &[TotalCandidate<'_>]) -> bool {
    let mut pairs = candidates.windows(2);
    pairs.all(|pair| matches!(pair, [one, other] if one.numbers == other.numbers))
}
