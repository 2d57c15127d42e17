//! Parts of a table of a .docx document of which its style may say something alone, such as the first row or every second column.
//!
//! In: what a document says of a table, its rows, cells and paragraphs. Out: the parts to which a place belongs. Where the table says
//! which of its parts look otherwise (`tblLook`), the place is reckoned from where it stands, as office programs do; what is stored of it
//! (`cnfStyle`) may be older than the rows. It counts where the table does not say; where nothing is stored either, Word takes the first
//! row, the first column and bands of rows for different, against the standard (MS-OI29500, 2.1.160). Not for: what a style says of a
//! part; what single rows say of the look of their table (`tblPrEx`).

use std::collections::{BTreeSet, VecDeque};

use quick_xml::events::{BytesStart, Event};

use crate::input::read::docx_look::is_on;
use crate::input::read::xml;

/// A part of a table. What is said of a later one stands over what is said of an earlier one: bands, the first and last columns, the
/// first and last rows, the corners (ECMA-376, part 1, 17.7.6), among each other as `LibreOffice` has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum TablePart {
    Whole,
    EvenRows,
    OddRows,
    EvenColumns,
    OddColumns,
    LastColumn,
    FirstColumn,
    LastRow,
    FirstRow,
    SouthWest,
    SouthEast,
    NorthWest,
    NorthEast,
}

/// Several parts.
pub(super) type TableParts = BTreeSet<TablePart>;

/// Each part by its name in a style and at a place, in the order of the digits of a place (ECMA-376, part 1, 17.3.1.8 and 17.7.6.6).
const NAMES: [(TablePart, &str, &str); 12] = [
    (TablePart::FirstRow, "firstRow", "firstRow"),
    (TablePart::LastRow, "lastRow", "lastRow"),
    (TablePart::FirstColumn, "firstCol", "firstColumn"),
    (TablePart::LastColumn, "lastCol", "lastColumn"),
    (TablePart::OddColumns, "band1Vert", "oddVBand"),
    (TablePart::EvenColumns, "band2Vert", "evenVBand"),
    (TablePart::OddRows, "band1Horz", "oddHBand"),
    (TablePart::EvenRows, "band2Horz", "evenHBand"),
    (TablePart::NorthEast, "neCell", "firstRowLastColumn"),
    (TablePart::NorthWest, "nwCell", "firstRowFirstColumn"),
    (TablePart::SouthEast, "seCell", "lastRowLastColumn"),
    (TablePart::SouthWest, "swCell", "lastRowFirstColumn"),
];

/// The parts of a table that may look otherwise, by their names in `tblLook`, their bits there and whether these say that they do not.
const SWITCHES: [(TablePart, &str, u32, bool); 6] = [
    (TablePart::FirstRow, "firstRow", 0x20, false),
    (TablePart::LastRow, "lastRow", 0x40, false),
    (TablePart::FirstColumn, "firstColumn", 0x80, false),
    (TablePart::LastColumn, "lastColumn", 0x100, false),
    (TablePart::OddRows, "noHBand", 0x200, true),
    (TablePart::OddColumns, "noVBand", 0x400, true),
];

/// Those of a table that does not say which.
const UNSAID: [TablePart; 3] = [
    TablePart::FirstRow,
    TablePart::FirstColumn,
    TablePart::OddRows,
];

const CORNERS: [(TablePart, [TablePart; 2]); 4] = [
    (
        TablePart::NorthEast,
        [TablePart::FirstRow, TablePart::LastColumn],
    ),
    (
        TablePart::NorthWest,
        [TablePart::FirstRow, TablePart::FirstColumn],
    ),
    (
        TablePart::SouthEast,
        [TablePart::LastRow, TablePart::LastColumn],
    ),
    (
        TablePart::SouthWest,
        [TablePart::LastRow, TablePart::FirstColumn],
    ),
];

const ROWS: [TablePart; 4] = [
    TablePart::FirstRow,
    TablePart::LastRow,
    TablePart::OddRows,
    TablePart::EvenRows,
];

const COLUMNS: [TablePart; 4] = [
    TablePart::FirstColumn,
    TablePart::LastColumn,
    TablePart::OddColumns,
    TablePart::EvenColumns,
];

impl TablePart {
    /// The part that a style speaks of; `None` for a name that nobody knows.
    pub(super) fn of_style(tag: &BytesStart<'_>) -> Option<TablePart> {
        match xml::local_attribute(tag, "type")? {
            "wholeTable" => Some(TablePart::Whole),
            name => NAMES.iter().find(|one| one.1 == name).map(|one| one.0),
        }
    }
}

/// The parts that a document says a row, a cell or a paragraph belongs to.
pub(super) fn said(tag: &BytesStart<'_>) -> TableParts {
    let digits = xml::local_attribute(tag, "val").unwrap_or_default();
    let names = NAMES.iter().enumerate();
    let parts = names.filter(|(at, (_, _, name))| {
        digits.as_bytes().get(*at) == Some(&b'1') || is_true(tag, name) == Some(true)
    });
    parts.map(|(_, (part, _, _))| *part).collect()
}

/// What an attribute says that is on or off.
fn is_true(tag: &BytesStart<'_>, key: &str) -> Option<bool> {
    xml::local_attribute(tag, key).map(|value| matches!(value, "1" | "true" | "on"))
}

/// How many cells the rows of each table have, in the order in which the tables begin.
#[derive(Debug, Default)]
pub(super) struct TableSizes(VecDeque<Vec<usize>>);

impl TableSizes {
    /// Reads the part with the text; one that breaks off gives what came before.
    pub(super) fn read(part: &[u8]) -> Self {
        let mut sizes = VecDeque::<Vec<usize>>::new();
        let mut open = Vec::new();
        let mut reader = xml::reader(part);
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(tag) => {
                    let name = tag.local_name();
                    if name.as_ref() == "tbl" {
                        open.push(sizes.len());
                        sizes.push_back(Vec::new());
                    }
                    let rows = open.last().and_then(|at| sizes.get_mut(*at));
                    match (name.as_ref(), rows) {
                        ("tr", Some(rows)) => rows.push(0),
                        ("tc", Some(rows)) => {
                            if let Some(cells) = rows.last_mut() {
                                *cells += 1;
                            }
                        }
                        _ => {}
                    }
                }
                Event::End(tag) if tag.local_name().as_ref() == "tbl" => drop(open.pop()),
                Event::Eof => break,
                _ => {}
            }
        }
        TableSizes(sizes)
    }

    /// The place before the first row of the table that begins.
    pub(super) fn table(&mut self) -> TablePlace {
        TablePlace {
            sizes: self.0.pop_front().unwrap_or_default(),
            different: TableParts::from(UNSAID),
            ..TablePlace::default()
        }
    }
}

/// A place in a table.
#[derive(Debug, Default)]
pub(super) struct TablePlace {
    /// How many cells each row has.
    sizes: Vec<usize>,
    /// Which parts of the table may look otherwise; bands by their odd ones.
    different: TableParts,
    /// Whether the table says which.
    has_look: bool,
    /// How many rows began.
    rows: usize,
    /// How many of them, from the first, are repeated on each page: they are first rows all.
    heads: usize,
    /// How many cells of the row began.
    cells: usize,
    /// The columns of the grid before the cell, and those that it takes.
    columns: usize,
    span: usize,
    of_row: Option<TableParts>,
    of_cell: Option<TableParts>,
}

impl TablePlace {
    pub(super) fn start_row(&mut self) {
        self.rows += 1;
        (self.cells, self.columns, self.span) = (0, 0, 0);
        (self.of_row, self.of_cell) = (None, None);
    }

    pub(super) fn start_cell(&mut self) {
        self.cells += 1;
        self.columns = self.columns.saturating_add(self.span);
        self.span = 1;
        self.of_cell = None;
    }

    /// Takes what is said of the table.
    pub(super) fn table_property(&mut self, name: &str, tag: &BytesStart<'_>) {
        if name == "tblLook" {
            self.has_look = true;
            // Bits count where no part is said by its name.
            let mut names = SWITCHES.iter().map(|(_, name, ..)| name);
            let is_by_name = names.any(|name| is_true(tag, name).is_some());
            let bits = xml::local_attribute(tag, "val").filter(|_| !is_by_name);
            let bits = bits.and_then(|bits| u32::from_str_radix(bits, 16).ok());
            let bits = bits.unwrap_or_default();
            let switches = SWITCHES.iter().filter(|(_, name, bit, is_off)| {
                is_true(tag, name).unwrap_or(bits & bit != 0) != *is_off
            });
            self.different = switches.map(|switch| switch.0).collect();
        }
    }

    /// Takes what is said of the row.
    pub(super) fn row_property(&mut self, name: &str, tag: &BytesStart<'_>) {
        match name {
            "cnfStyle" => self.of_row = Some(said(tag)),
            "tblHeader" if is_on(tag) && self.heads + 1 == self.rows => self.heads += 1,
            _ => {}
        }
    }

    /// Takes what is said of the cell.
    pub(super) fn cell_property(&mut self, name: &str, tag: &BytesStart<'_>) {
        match name {
            "cnfStyle" => self.of_cell = Some(said(tag)),
            "gridSpan" => {
                let span = xml::local_attribute(tag, "val").and_then(|span| span.parse().ok());
                self.span = span.unwrap_or(1);
            }
            _ => {}
        }
    }

    /// The parts to which the place belongs. `bands` is how many rows and how many columns a band has, none where there are no bands.
    pub(super) fn parts(&self, bands: [usize; 2], of_paragraph: Option<&TableParts>) -> TableParts {
        let told = [self.of_row.as_ref(), self.of_cell.as_ref(), of_paragraph];
        let told = told.into_iter().flatten().filter(|_| !self.has_look);
        let mut parts: TableParts = told.flatten().copied().collect();
        let is_told = |of: [TablePart; 4]| of.iter().any(|part| parts.contains(part));
        let has_rows = !self.has_look && (self.of_row.is_some() || is_told(ROWS));
        let has_columns = !self.has_look && (self.of_cell.is_some() || is_told(COLUMNS));
        if let Some(row) = self.rows.checked_sub(1).filter(|_| !has_rows) {
            let is_last = self.rows == self.sizes.len();
            parts.extend(self.reckoned(ROWS, row, self.heads.max(1), is_last, bands[0]));
        }
        if self.cells > 0 && !has_columns {
            let size = self.rows.checked_sub(1).and_then(|row| self.sizes.get(row));
            let is_last = size == Some(&self.cells);
            parts.extend(self.reckoned(COLUMNS, self.columns, 1, is_last, bands[1]));
        }
        for (corner, edges) in CORNERS {
            if edges.iter().all(|edge| parts.contains(edge)) {
                parts.insert(corner);
            }
        }
        parts.insert(TablePart::Whole);
        parts
    }

    /// The parts of a row or column, counted from 0, where so many are the first ones and a band has so many.
    fn reckoned(
        &self,
        [first, last, odd, even]: [TablePart; 4],
        at: usize,
        firsts: usize,
        is_last: bool,
        band: usize,
    ) -> TableParts {
        let is_different = |part: TablePart| self.different.contains(&part);
        let before = if is_different(first) { firsts } else { 0 };
        let mut parts = TableParts::new();
        parts.extend((at < before).then_some(first));
        parts.extend((is_last && is_different(last)).then_some(last));
        if parts.is_empty()
            && is_different(odd)
            && let Some(bands) = (at - before).checked_div(band)
        {
            parts.insert(if bands % 2 == 0 { odd } else { even });
        }
        parts
    }
}
