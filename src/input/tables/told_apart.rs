//! Which of several columns of texts tells the rows of a table apart, and which one names what several rows belong to.
//!
//! In: a table with several headings of texts: `Tiêu chí | Nội dung`. Out: the column of its rows' texts, that of what stands over
//! several rows, and that of codes below a heading of texts. Not for: what the texts say.

use std::collections::BTreeSet;

use crate::base::cell::{Cell, CellAddress, CellValue};
use crate::base::guard;
use crate::base::text;
use crate::campaign::hints::Hint;
use crate::campaign::vocabulary::Column;
use crate::input::tables::{Role, Table};

/// The column of texts that each stand over several rows: merged over them, repeated, or with blanks below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Over {
    /// The zero-based column.
    pub column: u32,
    /// Whether the codes of the table stand beside these texts alone, and are theirs.
    pub has_codes: bool,
}

/// The longest code behind such words as `Tiêu chí` and `Mục`.
const LONGEST_CODE: usize = 5;

/// Rows with points that a column of texts must tell apart, of ten that another one does, to be that of the rows all the same.
const MOST_OF_TEN: usize = 9;

/// Rows with codes, of ten, up to which the codes may be those of what stands over several rows.
const MOST_CODED: usize = 7;

impl Table<'_> {
    /// The columns whose headings name texts of rows, left to right; none beside a table, behind its points.
    pub fn texts_named(&self) -> Vec<u32> {
        let first = self.columns.get(Column::Criterion);
        let end = self.first_points();
        let is_left = |column: &u32| Some(*column) == first || end.is_none_or(|end| *column < end);
        let is_it = |role| {
            let texts = Column::Criterion;
            [Role::Column(texts), Role::Perhaps(texts)].contains(&role)
        };
        let titled = self.titled.iter().filter(|one| !one.is_from_above);
        let titled = titled.filter(|one| one.role.is_some_and(is_it));
        titled.map(|one| one.column).filter(is_left).collect()
    }

    /// The first column of maxima or scores.
    fn first_points(&self) -> Option<u32> {
        let points = [Column::Claimed, Column::Maximum];
        points
            .into_iter()
            .filter_map(|one| self.columns.get(one))
            .min()
    }

    /// Takes for the texts of the rows those that differ from row to row.
    pub(super) fn tell_rows(&mut self) {
        let named = self.texts_named();
        self.headed = self.columns.get(Column::Criterion);
        let Some(first) = self.headed else {
            return;
        };
        if let Some(own) = self.unnamed_texts(first) {
            self.take_texts(own);
            return;
        }
        if named.len() < 2 {
            return;
        }
        let rows = self.rows_with_points();
        let begun: Vec<usize> = named.iter().map(|one| self.begun(&rows, *one)).collect();
        let most = begun.iter().max().copied().unwrap_or_default();
        let of_first = named.iter().zip(&begun).find(|(one, _)| **one == first);
        // A row of a sum may have its label elsewhere.
        let is_all = |begun: usize| begun * 10 > most * MOST_OF_TEN || begun + 1 >= most;
        let is_enough = of_first.is_none_or(|(_, begun)| is_all(*begun));
        let finest = named.iter().zip(&begun).find(|(_, begun)| **begun == most);
        let own = finest.filter(|_| !is_enough).map_or(first, |(own, _)| *own);
        self.take_texts(own);
    }

    /// A column of texts that no known heading names, between the one that is and the points, where it alone tells the rows with scores apart.
    /// What comes back further down are the grades of each row, and none of its own.
    fn unnamed_texts(&self, first: u32) -> Option<u32> {
        let claimed = self.columns.get(Column::Claimed)?;
        let end = self.first_points()?;
        let unnamed = self.titled.iter().filter(|one| one.role.is_none());
        let between = unnamed.map(|one| one.column);
        let between: Vec<u32> = between
            .filter(|one| (first + 1..end).contains(one))
            .collect();
        if between.is_empty() {
            return None;
        }
        let score = |row: u32| self.grid.seen(CellAddress::new(row, claimed));
        let mut rows = self.rows_with_points();
        rows.retain(|row| score(*row).is_some_and(is_number));
        let of_first = self.begun(&rows, first);
        let is_told = |column: &u32| {
            let texts = rows.iter().filter_map(|row| {
                let cell = self.grid.label_in_row(CellAddress::new(*row, *column))?;
                is_text(cell).then(|| text::key(&cell.value.show()))
            });
            let texts: Vec<String> = texts.collect();
            let different: BTreeSet<&String> = texts.iter().collect();
            of_first * 10 <= texts.len() * MOST_OF_TEN
                && different.len() * 10 > texts.len() * MOST_OF_TEN
        };
        let mut between = between.into_iter().filter(|_| of_first > 0);
        between.find(is_told)
    }

    /// Takes the texts of the rows from one of the columns that are named, and their codes from what stands below a heading of texts where
    /// nothing else is below it.
    pub fn take_texts(&mut self, own: u32) {
        self.columns.set(Column::Criterion, own);
        let named = self.places(Column::Code).next();
        if let Some(code) = named {
            self.columns.set(Column::Code, code);
        }
        let rows = self.rows_with_points();
        let begun = |column: u32| self.begun(&rows, column);
        let left: Vec<(u32, usize)> = self
            .texts_named()
            .into_iter()
            .filter(|column| *column < own)
            .map(|column| (column, begun(column)))
            .collect();
        let most = begun(own);
        let is_over = |one: &&(u32, usize)| (1..most).contains(&one.1);
        self.over = left.iter().rfind(is_over).map(|(column, _)| Over {
            column: *column,
            has_codes: false,
        });
        if let Some((coded, _)) = left.iter().find(|(_, begun)| *begun == 0) {
            self.columns.place(Column::Code, *coded);
        }
        self.find_codes(&rows);
    }

    /// Finds out whose the codes are: those of the rows may stand beside their texts, behind others of what is over them.
    fn find_codes(&mut self, rows: &[u32]) {
        let (Some(over), Some(own)) = (self.over, self.columns.get(Column::Criterion)) else {
            return;
        };
        let between = over.column + 1..own;
        let code = self.places(Column::Code).find(|one| between.contains(one));
        if let Some(code) = code {
            self.columns.set(Column::Code, code);
            return;
        }
        let Some(code) = self.columns.get(Column::Code) else {
            return;
        };
        let has = |row: &u32, column| self.grid.label_in_row(CellAddress::new(*row, column));
        let coded = rows.iter().filter(|row| has(row, code).is_some());
        let (mut count, mut is_beside) = (0, true);
        for row in coded {
            count += 1;
            is_beside &= has(row, over.column).is_some();
        }
        let is_few = count * 10 < self.begun(rows, own) * MOST_CODED;
        let has_codes = count > 0 && is_beside && is_few;
        self.over = Some(Over { has_codes, ..over });
    }

    /// The rows with a number of points of their own, maxima or scores. What is merged down from a row above is none of its own.
    fn rows_with_points(&self) -> Vec<u32> {
        let points = [Column::Maximum, Column::Claimed];
        let columns = points.into_iter().flat_map(|one| self.places(one));
        let perhaps = points.into_iter().filter_map(|one| self.columns.get(one));
        let mut columns: Vec<u32> = columns.chain(perhaps).collect();
        columns.sort_unstable();
        columns.dedup();
        let claimed = self.columns.get(Column::Claimed);
        let is_below = |row: u32| {
            let range = claimed.and_then(|one| self.grid.merge_at(CellAddress::new(row, one)));
            range.is_some_and(|range| range.first.row < row)
        };
        let has_number = |row: &u32| {
            guard::check();
            let mut columns = columns.iter();
            columns.any(|column| {
                let cell = self.grid.seen(CellAddress::new(*row, *column));
                cell.is_some_and(is_number)
            })
        };
        let cells = self.grid.between(self.header + 1, self.end);
        let cells = self.grid.cells().get(cells).unwrap_or_default();
        let mut rows: Vec<u32> = cells.iter().map(|cell| cell.address.row).collect();
        rows.dedup();
        rows.retain(|row| !is_below(*row) && has_number(row));
        rows
    }

    /// How many of some rows have a text of their own in a column that is not the one above it once more.
    fn begun(&self, rows: &[u32], column: u32) -> usize {
        let mut last = String::new();
        let is_begun = |row: &&u32| {
            let at = CellAddress::new(**row, column);
            let Some(cell) = self.grid.label_in_row(at).filter(|cell| is_text(cell)) else {
                return false;
            };
            let key = text::key(&cell.value.show());
            let is_new = key != last;
            last = key;
            is_new
        };
        rows.iter().filter(is_begun).count()
    }
}

fn is_number(cell: &Cell) -> bool {
    match &cell.value {
        CellValue::Number(_) | CellValue::NotCalculated => true,
        CellValue::Text(text) => text.trim().starts_with(|c: char| c.is_ascii_digit()),
        _ => false,
    }
}

/// Whether a cell holds words, and no code with words before it: `Tiêu chí 1`.
fn is_text(cell: &Cell) -> bool {
    let CellValue::Text(written) = &cell.value else {
        return false;
    };
    let key = text::key(written);
    let code = Hint::Part
        .words()
        .find_map(|word| key.strip_prefix(word)?.strip_prefix(' '));
    let is_code = |code: &str| code.len() <= LONGEST_CODE && !code.contains(' ') && code.is_ascii();
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count() > 1;
    code.map_or_else(|| key.split(' ').any(letters), |code| !is_code(code))
}
