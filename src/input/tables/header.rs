//! Headers: what stands over each column of some rows.
//!
//! In: rows of a sheet. Out: the columns that their headings name, where they are a header. Not for: which rows to try.

use crate::base::cell::{Cell, CellAddress, Grid};
use crate::base::points::Decimal;
use crate::campaign::hints::Hint;
use crate::campaign::vocabulary::Column;
use crate::input::tables::heading::{Headings, stated_percent, year_of};
use crate::input::tables::vocabulary::{Role, TableKind};
use crate::input::texts::Text;

/// Columns of a header that are looked at; it bounds the work on very wide sheets.
const WIDEST: usize = 256;

/// Columns that the shortest row of their numbers has.
const FEWEST: u32 = 3;

/// What stands over a column.
#[derive(Clone, Copy, Debug)]
pub struct Titled {
    /// The zero-based column.
    pub column: u32,
    /// The lowest heading over it, by its position among the cells.
    pub position: usize,
    /// What it names.
    pub role: Option<Role>,
    /// Whether only a heading further up names it, and the one below says something else.
    pub(super) is_from_above: bool,
}

impl Titled {
    /// Whether it names a column, be it only where nothing else does.
    fn is(&self, column: Column) -> bool {
        [Role::Column(column), Role::Perhaps(column)]
            .into_iter()
            .any(|role| self.role == Some(role))
    }
}

/// Whether a text is this number, alone or with what is computed there: `5=3+4`.
fn is_numbered(text: &str, number: u32) -> bool {
    let digits = text.split('=').next().unwrap_or_default();
    digits.trim().trim_matches(['(', ')', '[', ']']).parse() == Ok(number)
}

/// A label over a column.
#[derive(Clone, Copy)]
struct Label {
    position: usize,
    /// Whether it stands over other columns as well, and whether this is the first of them.
    is_wide: bool,
    is_first: bool,
}

/// What the headings of some rows name.
pub(super) struct Headers<'r, 'v, 'a> {
    pub(super) grid: &'a Grid,
    pub(super) texts: &'a [Option<&'a Text>],
    pub(super) headings: &'r Headings<'v>,
}

impl<'a> Headers<'_, '_, 'a> {
    /// The headings of so many rows from a row, left to right; none where they are no header.
    pub(super) fn header(&self, row: u32, rows: u32) -> Option<Vec<Titled>> {
        let mut titled = self.titled(row, rows);
        self.answers(&mut titled);
        self.places_of_latest_year(&mut titled);
        is_header(self.headings.kind, &titled).then_some(titled)
    }

    /// Takes from places of earlier years what they name, where the table has those of a later one, or of no year that is told.
    fn places_of_latest_year(&self, titled: &mut [Titled]) {
        let year = |one: &Titled| self.text(one.position).and_then(|text| year_of(text.key()));
        let places = titled.iter().filter(|one| one.is(Column::Place));
        let years: Vec<Option<i32>> = places.map(year).collect();
        if years.len() < 2 {
            return;
        }
        let latest = if years.contains(&None) {
            None
        } else {
            years.into_iter().max().flatten()
        };
        for one in titled.iter_mut().filter(|one| one.is(Column::Place)) {
            if year(one) != latest {
                one.role = None;
            }
        }
    }

    fn titled(&self, row: u32, rows: u32) -> Vec<Titled> {
        if rows == 1 && !self.grid.merges.any_over(row) {
            return self.plain(row);
        }
        let rows = row..row.saturating_add(rows);
        let columns = |row: u32| self.grid.row(row).iter().map(|cell| cell.address.column);
        let mut at: Vec<u32> = rows.clone().flat_map(columns).collect();
        at.sort_unstable();
        at.dedup();
        at.truncate(WIDEST);
        let mut labels = Vec::new();
        let of = |column: u32| {
            labels.clear();
            for row in rows.clone() {
                labels.extend(self.label(CellAddress::new(row, column)));
            }
            labels.dedup_by_key(|label| label.position);
            self.over(column, &labels)
        };
        at.into_iter().filter_map(of).collect()
    }

    /// Takes from columns of answers what they name where only one of the two is there: `Có` is a word like any other. So are grades
    /// of which none is all or nothing: `Đạt (50%)`.
    fn answers(&self, titled: &mut [Titled]) {
        for one in titled.iter_mut() {
            let whole = match one.role {
                Some(Role::Column(Column::Yes)) => Decimal::ONE_HUNDRED,
                Some(Role::Column(Column::No)) => Decimal::ZERO,
                _ => continue,
            };
            let text = self.text(one.position);
            let stated = text.and_then(|text| stated_percent(text.clean()));
            if stated.is_some_and(|stated| stated != whole) {
                one.role = None;
            }
        }
        let has = |column: Column| titled.iter().any(|one| one.is(column));
        if has(Column::Yes) && has(Column::No) {
            return;
        }
        let is_answer = |one: &&mut Titled| one.is(Column::Yes) || one.is(Column::No);
        for one in titled.iter_mut().filter(is_answer) {
            one.role = None;
        }
    }

    /// How many rows a header that begins in a row has at least: those that a known heading is merged over, whatever stands beside its
    /// lower part. In a form that holds only where the self score is parted below its heading: by quarters and the like.
    pub(super) fn tall(&self, row: u32) -> u32 {
        if !self.grid.merges.any_over(row) {
            return 1;
        }
        if self.headings.kind == TableKind::Form && !self.has_periods(row) {
            return 1;
        }
        let positions = self.grid.between(row, row.saturating_add(1));
        let rows = positions.filter_map(|position| {
            self.alone(position)?;
            let cell = self.grid.cells().get(position)?;
            let range = self.grid.merge_at(cell.address)?;
            Some(range.last.row.saturating_sub(row).saturating_add(1))
        });
        rows.max().unwrap_or(1)
    }

    /// Whether a heading of the self score in a row stands over several parts of the year, or over all of it beside them.
    fn has_periods(&self, row: u32) -> bool {
        let mut positions = self.grid.between(row, row.saturating_add(1));
        positions.any(|position| {
            let cell = self.grid.cells().get(position);
            let range = cell.and_then(|cell| self.grid.merge_at(cell.address));
            let is_claimed = self.alone(position) == Some(Role::Column(Column::Claimed));
            let Some(range) = range.filter(|_| is_claimed) else {
                return false;
            };
            let below = range.last.row.saturating_add(1);
            let columns = range.first.column..=range.last.column;
            let texts = columns.filter_map(|column| {
                let position = self.grid.position(CellAddress::new(below, column))?;
                self.text(position)
            });
            let is_part =
                |text: &&Text| Hint::Period.is_in(text.key()) || Hint::YearScore.is_in(text.key());
            texts.filter(is_part).count() > 1
        })
    }

    /// As [`Headers::titled`], for a single row where nothing is merged.
    fn plain(&self, row: u32) -> Vec<Titled> {
        let positions = self.grid.between(row, row.saturating_add(1));
        let cells = self.grid.cells().get(positions.clone()).unwrap_or_default();
        let titled = |(position, cell): (usize, &Cell)| Titled {
            column: cell.address.column,
            position,
            role: self.alone(position),
            is_from_above: false,
        };
        positions.zip(cells).take(WIDEST).map(titled).collect()
    }

    fn text(&self, position: usize) -> Option<&'a Text> {
        self.texts.get(position).copied().flatten()
    }

    /// What a heading names alone.
    fn alone(&self, position: usize) -> Option<Role> {
        self.headings.heading(self.text(position)?)?.role
    }

    fn label(&self, at: CellAddress) -> Option<Label> {
        let range = self.grid.merge_at(at);
        let position = self.grid.position(range.map_or(at, |range| range.first))?;
        Some(Label {
            position,
            is_wide: range.is_some_and(|range| range.first.column < range.last.column),
            is_first: range.is_none_or(|range| range.first.column == at.column),
        })
    }

    /// What labels one below the other say of their column. One that stands over several columns names the first of them alone,
    /// and the others only together with what stands below it.
    fn over(&self, column: u32, labels: &[Label]) -> Option<Titled> {
        let lowest = labels.last()?;
        let titled = |label: &Label, role: Option<Role>| Titled {
            column,
            position: label.position,
            role,
            is_from_above: false,
        };
        if let [only] = labels {
            let is_over = !only.is_wide || self.is_over_first(only);
            return (only.is_first && is_over).then(|| titled(only, self.alone(only.position)));
        }
        let texts: Vec<Option<&Text>> = labels.iter().map(|one| self.text(one.position)).collect();
        let role = self.headings.together(&texts);
        let role = role.or_else(|| self.alone(lowest.position).filter(|_| lowest.is_first));
        let is_answer = matches!(role, Some(Role::Column(Column::Yes | Column::No)));
        let role = role.filter(|_| !is_answer || !self.is_of_others(labels));
        let own = |label: &&Label| !label.is_wide;
        let last = labels.iter().rfind(own).unwrap_or(lowest);
        if role.is_some() {
            return Some(titled(last, role));
        }
        let mut above = labels.iter().rev().skip(1).filter(own);
        let role = above.find_map(|label| self.alone(label.position));
        Some(Titled {
            is_from_above: role.is_some(),
            ..titled(last, role)
        })
    }

    /// Whether `Có` and `Không` below these labels answer something else than the unit's own question: whether there are documents,
    /// whether somebody agrees.
    fn is_of_others(&self, labels: &[Label]) -> bool {
        let own = |role: Role| {
            let Role::Column(column) = role else {
                return false;
            };
            matches!(
                column,
                Column::Claimed | Column::Figure | Column::Tick | Column::Yes | Column::No
            )
        };
        let mut above = labels.iter().rev().skip(1);
        above.any(|label| {
            if let Some(role) = self.alone(label.position) {
                return !own(role);
            }
            let text = self.text(label.position);
            text.is_some_and(|text| Hint::Others.is_in(text.key()))
        })
    }

    /// Whether a row below a header numbers its columns, `(1) (2) (3)` or `A B 1 2`, that of the texts among them.
    pub(super) fn is_numbering(&self, row: u32, titled: &[Titled]) -> bool {
        let key = key_column(self.headings.kind);
        let key = titled.iter().find(|one| one.is(key));
        let cells = self.grid.row(row);
        let over_texts = |cell: &Cell| key.is_some_and(|key| key.column == cell.address.column);
        let (mut letters, mut numbers) = (0_u32, 0_u32);
        for cell in cells {
            let text = cell.value.show();
            let text = text.trim().trim_matches(['(', ')', '[', ']']);
            let next = (b'A'..=b'Z').nth(letters as usize).map(char::from);
            if numbers == 0 && text.chars().next() == next && text.len() == 1 {
                letters += 1;
            } else if is_numbered(text, numbers + 1) {
                numbers += 1;
            } else {
                return false;
            }
        }
        letters + numbers >= FEWEST && numbers > 0 && cells.iter().any(over_texts)
    }

    /// Whether a label over several columns is meant for the first of them. In results it names none where another of them has
    /// something of its own below it.
    fn is_over_first(&self, label: &Label) -> bool {
        let cell = self.grid.cells().get(label.position);
        let range = cell.and_then(|cell| self.grid.merge_at(cell.address));
        let Some(range) = range.filter(|_| self.headings.kind == TableKind::Results) else {
            return true;
        };
        let mut others = range.first.column + 1..=range.last.column;
        let below = |column| CellAddress::new(range.last.row + 1, column);
        !others.any(|column| self.grid.seen(below(column)).is_some())
    }
}

/// The column of the texts that tell the rows of a table apart.
fn key_column(kind: TableKind) -> Column {
    match kind {
        TableKind::Form => Column::Criterion,
        TableKind::Results => Column::Unit,
    }
}

/// A form's header names the criteria and at least one column of numbers, that of results the units, and totals, at least two
/// groups, places beside at least two columns, or grades beside one. What stands in the rows is never named by a heading further up alone: below it begins the table.
fn is_header(kind: TableKind, titled: &[Titled]) -> bool {
    let has = |column: Column| {
        let mut titled = titled.iter();
        titled.any(|one| one.is(column))
    };
    let key = key_column(kind);
    let mut named = titled.iter().filter(|one| !one.is_from_above);
    let is_key_named = named.any(|one| one.is(key));
    match kind {
        TableKind::Form => {
            is_key_named
                && [
                    Column::Claimed,
                    Column::Tick,
                    Column::Yes,
                    Column::Choice,
                    Column::Maximum,
                    Column::Appraised,
                    Column::Figure,
                ]
                .into_iter()
                .any(has)
        }
        TableKind::Results => {
            let is_group = |one: &&Titled| matches!(one.role, Some(Role::Group(_)));
            let groups = titled.iter().filter(is_group).count();
            let unknown = titled.iter().filter(|one| one.role.is_none()).count();
            let is_ranked = has(Column::Place) && groups + unknown > 1;
            let is_graded = has(Column::Grade) && groups + unknown > 0;
            is_key_named && (has(Column::Total) || groups > 1 || is_ranked || is_graded)
        }
    }
}
