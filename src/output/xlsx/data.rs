//! `Dữ liệu`: one row per unit, criterion and kind of value, for pivot tables, formulas and next year's comparison.
//!
//! In: the report. Out: rows with constant heads and constant words in every language, with file, sheet and cell; ids for
//! programs stand in two hidden columns. Only the heading is printed. Not for: people to read from top to bottom.

use std::ops::Range;

use rust_xlsxwriter::{Table, TableColumn, TableStyle, Workbook, Worksheet, XlsxError};
use zip::result::ZipError;

use crate::base::ids::FigureId;
use crate::base::lang::Lang;
use crate::base::points::{Decimal, to_f64};
use crate::base::seal::{KEY_HEADS, LIST_HEADS};
use crate::output::data_file::DataFile;
use crate::output::words;
use crate::output::xlsx::list_part::{self, LongLists, NamedPart, RowWriter};
use crate::output::xlsx::page::{SheetPage, WriteResult};
use crate::output::xlsx::plan::Book;
use crate::output::xlsx::shared_texts::{self, SharedTexts};
use crate::output::xlsx::tabs::{self, Tab};
use crate::output::xlsx::text::{a1, absolute, clip, literal, sheet_prefix};
use crate::output::xlsx::{seal, styles};
use crate::result::report::data::{self, as_number};
use crate::result::report::kind::Kind;
use crate::result::report::list::{self, column};
use crate::result::report::row::DataRow;
use crate::result::report::{Labels, Report};

const WIDTHS: [f64; 14] = [
    12.0, 12.0, 32.0, 7.0, 9.0, 34.0, 11.0, 28.0, 14.0, 30.0, 18.0, 7.0, 12.0, 24.0,
];
/// The last column that is printed.
const PRINTED: u16 = column::CELL;
/// The row of the heads, below the title and a word on printing.
const HEADER: u32 = 3;

/// A sheet whose rows are written later, into its part.
pub(super) struct DataSheet {
    /// Its name.
    name: String,
    /// The part that holds it.
    part: String,
    /// The part that holds its table, where it has one.
    table: Option<String>,
    /// Which of the rows stand on it.
    rows: Range<usize>,
}

/// Writes the sheet as far as its heads, and further ones where one is too small.
pub(super) fn write(workbook: &mut Workbook, book: &Book) -> Result<Vec<DataSheet>, XlsxError> {
    let mut sheets = Vec::new();
    for (number, first) in (1_usize..).zip((0..book.data.max(1)).step_by(book.limits.rows)) {
        let name = if number == 1 {
            book.names.data.clone()
        } else {
            format!("{} {number}", book.names.data)
        };
        let rows = first..book.data.min(first + book.limits.rows);
        sheet(workbook.add_worksheet(), book, &name, (rows.len(), number))?;
        let part = format!("xl/worksheets/sheet{}.xml", workbook.worksheets().len());
        // No other sheet has a table.
        let table = (!rows.is_empty()).then(|| format!("xl/tables/table{number}.xml"));
        sheets.push(DataSheet {
            name,
            part,
            table,
            rows,
        });
    }
    Ok(sheets)
}

fn sheet(
    sheet: &mut Worksheet,
    book: &Book,
    name: &str,
    (rows, number): (usize, usize),
) -> WriteResult {
    let mut page = SheetPage::new(sheet, name, &WIDTHS, book.lang)?;
    page.title(0, PRINTED, [words::DATA_TITLE.get(book.lang)])?;
    let told = match book.list {
        Some(list) => {
            let records = book.lang.number(list.records().into());
            words::DATA_ELSEWHERE.fill(book.lang, &[&records, list.name()])
        }
        None => words::DATA_PRINTING.get(book.lang).to_string(),
    };
    page.line(1, (0, PRINTED), &told, &styles::subtitle())?;
    let head = styles::header();
    let heads = || LIST_HEADS.into_iter().chain(KEY_HEADS);
    for (column, text) in (0_u16..).zip(heads()) {
        page.free(HEADER, column, text, &head)?;
    }
    if rows > 0 {
        let columns: Vec<TableColumn> = heads()
            .map(|text| TableColumn::new().set_header(text).set_header_format(&head))
            .collect();
        let table = Table::new()
            .set_name(clip(&format!("DuLieu{number}"), 31))
            .set_style(TableStyle::Light1)
            .set_columns(&columns);
        // The writer notes each cell of a table; its other rows are added with the cells (`table`).
        let last = (HEADER + 1, column::KIND_KEY);
        page.sheet.add_table(HEADER, 0, last.0, last.1, &table)?;
    }
    page.finish(book.report, None)?;
    page.sheet
        .set_tab_color(tabs::color(Tab::Data))
        .set_print_area(0, 0, HEADER, PRINTED)?
        .set_freeze_panes(HEADER + 1, 3)?
        .set_column_hidden(column::LEVEL_KEY)?
        .set_column_hidden(column::KIND_KEY)?;
    Ok(())
}

/// The parts of the sheets with their rows. `workbook` has them without. `file` is the one that holds the values
/// instead, where one does.
///
/// # Errors
/// [`ZipError`] where the workbook is none.
pub(super) fn parts(
    workbook: &[u8],
    (report, file, lang): (&Report, Option<&DataFile>, Lang),
    sheets: &[DataSheet],
) -> Result<LongLists, ZipError> {
    let labels = Labels::new(report);
    let mut texts = SharedTexts::of(&seal::part(workbook, shared_texts::PART)?);
    let mut lists = LongLists::default();
    for sheet in sheets {
        let text = reaching(&seal::part(workbook, &sheet.part)?, sheet.rows.len());
        let part = NamedPart {
            name: &sheet.part,
            text: &text,
        };
        let table = match &sheet.table {
            Some(name) => Some((name, table(&seal::part(workbook, name)?, sheet.rows.len()))),
            None => None,
        };
        let table = table.as_ref().map(|(name, text)| NamedPart { name, text });
        let (mut pieces, mut at) = (data::pieces(report).into_iter(), 0);
        let first = (HEADER + 1, lang);
        let (archive, added) = list_part::filled((part, table), &mut texts, first, |writer| {
            if let Some(file) = file {
                row(writer, &file.row(), &labels);
                return false;
            }
            while !writer.is_full() {
                let Some(piece) = pieces.next() else {
                    return false;
                };
                data::each_of(&piece, (report, at), &mut |data| {
                    if sheet.rows.contains(&at) {
                        row(writer, &data, &labels);
                    }
                    at += 1;
                });
            }
            true
        })?;
        lists.archives.push(archive);
        lists.added.push((sheet.name.clone(), added));
    }
    lists.archives.push(list_part::archive(NamedPart {
        name: shared_texts::PART,
        text: &texts.part(),
    })?);
    Ok(lists)
}

/// The part of a sheet that says that it reaches down to its last row: some readers look no further than it says.
fn reaching(part: &str, rows: usize) -> String {
    const START: &str = "<dimension ref=\"";
    let last = a1(HEADER + rows as u32, column::KIND_KEY);
    let parted = part.split_once(START).and_then(|(before, rest)| {
        let (_, behind) = rest.split_once('"')?;
        Some((before, behind))
    });
    match parted {
        Some((before, behind)) => format!("{before}{START}{}:{last}\"{behind}", a1(0, 0)),
        None => part.to_string(),
    }
}

/// The part of a table of one row, as that of so many.
fn table(part: &str, rows: usize) -> String {
    let area = |rows: usize| {
        let last = a1(HEADER + rows as u32, column::KIND_KEY);
        format!("ref=\"{}:{last}\"", a1(HEADER, 0))
    };
    part.replace(&area(1), &area(rows))
}

fn row(writer: &mut RowWriter<'_>, data: &DataRow<'_>, labels: &Labels<'_>) {
    writer.begin();
    let mut value = data.value;
    for (column, text) in list::texts(data, labels) {
        if column > column::VALUE
            && let Some(value) = value.take()
        {
            writer.number(column::VALUE, to_f64(value));
        }
        writer.text(column, &text);
    }
    writer.end();
}

/// Formulas over the data: only where the plain formula gives what the report says.
pub(super) struct DataFormulas<'b> {
    book: &'b Book<'b>,
}

impl<'b> DataFormulas<'b> {
    /// Over the data of a book. `None` where they do not stand on one sheet.
    pub(super) fn new(book: &'b Book<'b>) -> Option<Self> {
        let one_sheet = book.list.is_none() && (1..=book.limits.rows).contains(&book.data);
        one_sheet.then_some(DataFormulas { book })
    }

    fn range(&self, column: u16) -> String {
        format!(
            "{}{}:{}",
            sheet_prefix(&self.book.names.data),
            absolute(HEADER + 1, column),
            absolute(HEADER + self.book.data as u32, column)
        )
    }

    fn criteria(&self, figure: &FigureId, level: Option<&str>) -> String {
        let kind = format!(
            "{},{}",
            self.range(column::KIND_KEY),
            literal(&Kind::Figure(figure.to_string()).to_string())
        );
        match level {
            Some(level) => format!(
                "{kind},{},{}",
                self.range(column::LEVEL_KEY),
                literal(level)
            ),
            None => kind,
        }
    }

    /// The sum of figures over all units of a level, if it is this value.
    pub(super) fn sum(
        &self,
        figures: &[FigureId],
        level: Option<&str>,
        value: Decimal,
    ) -> Option<String> {
        let all = figures
            .iter()
            .flat_map(|figure| values(self.book.report, figure, level));
        if figures.is_empty() || Decimal::checked_sum(all) != Some(value) {
            return None;
        }
        let parts: Vec<String> = figures
            .iter()
            .map(|figure| {
                let criteria = self.criteria(figure, level);
                format!("SUMIFS({},{criteria})", self.range(column::VALUE))
            })
            .collect();
        Some(parts.join("+"))
    }

    /// How many units say yes to one figure, and how many answered, if it is these numbers.
    pub(super) fn share(
        &self,
        figures: &[FigureId],
        level: Option<&str>,
        (yes, answered): (usize, usize),
    ) -> Option<(String, String)> {
        let [figure] = figures else {
            return None;
        };
        let all = values(self.book.report, figure, level);
        let said_yes = all.iter().filter(|value| **value == Decimal::ONE).count();
        let said = all.iter().filter(|value| **value >= Decimal::ZERO).count();
        if (said_yes, said) != (yes, answered) {
            return None;
        }
        let (criteria, value) = (self.criteria(figure, level), self.range(column::VALUE));
        Some((
            format!("COUNTIFS({criteria},{value},1)"),
            format!("COUNTIFS({criteria},{value},\">=0\")"),
        ))
    }
}

/// A figure of all units of a level, as numbers.
fn values(report: &Report, figure: &FigureId, level: Option<&str>) -> Vec<Decimal> {
    report
        .levels
        .iter()
        .filter(|result| level.is_none_or(|level| result.id.0 == level))
        .flat_map(|result| &result.rows)
        .filter_map(|row| row.figures.get(figure)?.value.as_ref())
        .filter_map(as_number)
        .collect()
}
