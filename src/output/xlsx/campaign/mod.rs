//! A campaign as a workbook, to be corrected by people who know Excel and read again by `input::campaign_book`.
//!
//! In: the documents of a campaign, or a proposal with where its values come from. Out: the bytes of an .xlsx file. Not for: what
//! stands where, which `campaign::book` says for the reader as well.

mod choices;
mod doubts;
mod lay;
mod put_notes;
mod sheets;
mod single;
mod sources;
mod values;
mod versus;

use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, Formula, Note,
    Workbook, Worksheet, XlsxError,
};

use crate::base::cell::{CellAddress, ROWS};
use crate::base::date::Day;
use crate::base::lang::Lang;
use crate::campaign::book::{
    BookColumn, CellSort, HIDDEN_LIST, KIND, NOTE, OTHER, QUESTION, RECORD_SHEET, RowKind, STAMP,
    SheetId, VALUE, WrittenRecord,
};
use crate::campaign::carry::CarriedProposal;
use crate::campaign::definition::PathStep;
use crate::campaign::documents::{Certainty, Documents, Proposal};
use crate::output::WriteError;
use crate::output::xlsx::campaign::choices::DropDownLists;
use crate::output::xlsx::campaign::doubts::{DoubtMark, DoubtMarks};
use crate::output::xlsx::campaign::lay::{LaidColumn, LaidRow, LaidSheet};
use crate::output::xlsx::campaign::put_notes::EarlierBook;
use crate::output::xlsx::campaign::values::CellContent;
use crate::output::xlsx::page::{SheetPage, WriteResult};
use crate::output::xlsx::styles;
use crate::output::xlsx::text;

/// The row of the headings, from 0; above it stands what the sheet is for.
const HEADER: u32 = 1;
/// The most characters of a comment: Excel takes 32,767, the author's name among them ("Excel specifications and limits").
const LONGEST_NOTE: usize = 32_000;
/// The width of a column of one level, in digits.
const LEVEL_WIDTH: f64 = 10.0;

/// The workbook of a campaign.
///
/// # Errors
/// [`WriteError::Workbook`] if it does not fit into Excel's limits.
pub fn workbook(documents: &Documents, lang: Lang) -> Result<Vec<u8>, WriteError> {
    book(documents, (documents, EarlierBook::default()), None, lang)
}

/// The workbook of a proposal: what is doubtful is coloured and asks, and a sheet says where each value comes from.
///
/// # Errors
/// As those of [`workbook`].
pub fn proposed(proposal: &Proposal, lang: Lang) -> Result<Vec<u8>, WriteError> {
    let read = proposal.as_read();
    let earlier = EarlierBook::default();
    book(&proposal.documents, (&read, earlier), Some(proposal), lang)
}

/// The workbook of a proposal with the corrections of an earlier one: a sheet says in what it differs from that.
///
/// # Errors
/// As those of [`workbook`].
pub fn carried(carried: &CarriedProposal, lang: Lang) -> Result<Vec<u8>, WriteError> {
    let CarriedProposal {
        proposal,
        proposed,
        changes,
        notes,
    } = carried;
    book(
        &proposal.documents,
        (proposed, EarlierBook { changes, notes }),
        Some(proposal),
        lang,
    )
}

/// `proposed`: what later corrections are told from.
fn book(
    documents: &Documents,
    (proposed, earlier): (&Documents, EarlierBook<'_>),
    proposal: Option<&Proposal>,
    lang: Lang,
) -> Result<Vec<u8>, WriteError> {
    let mut sheets = sheets::sheets(documents, lang);
    match proposal {
        Some(proposal) => {
            doubts::seen(&mut sheets, proposal, lang);
            doubts::rows_to_fill(&mut sheets, proposal, lang);
        }
        None => sheets.iter_mut().for_each(LaidSheet::without_questions),
    }
    let marks = proposal.map_or_else(DoubtMarks::default, |proposal| {
        DoubtMarks::new(&mut sheets, proposal, lang)
    });
    let lost = put_notes::put(&mut sheets, earlier.notes, lang);
    let lists = DropDownLists::new(lang);
    let mut workbook = Workbook::new();
    workbook.set_default_format(&styles::plain(), 20, 64)?;
    // The same campaign gives the same bytes.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new().set_creation_datetime(&made);
    workbook.set_properties(&properties.set_custom_property(STAMP, 1));
    for laid in &sheets {
        let page = SheetPage::new(
            workbook.add_worksheet(),
            laid.sheet.name.get(lang),
            &widths(laid),
            lang,
        )?;
        let mut writer = Writer {
            page,
            laid,
            marks: &marks,
            lists: &lists,
            lang,
        };
        writer.write()?;
    }
    if let Some(proposal) = proposal {
        sources::write(workbook.add_worksheet(), proposal, &sheets, lang)?;
    }
    if !earlier.changes.is_empty() || !lost.is_empty() {
        versus::write(workbook.add_worksheet(), (earlier.changes, &lost), lang)?;
    }
    lists.write(workbook.add_worksheet().set_name(HIDDEN_LIST)?)?;
    let record = WrittenRecord {
        documents: proposed.clone(),
        headings: lay::headings(&sheets),
    };
    remember(
        workbook.add_worksheet().set_name(RECORD_SHEET)?,
        &record.rows(),
    )?;
    Ok(workbook.save_to_buffer()?)
}

/// Writes what a campaign says now onto its hidden sheet.
fn remember(sheet: &mut Worksheet, rows: &[Vec<String>]) -> WriteResult {
    for (at, row) in (0_u32..).zip(rows) {
        for (column, text) in (0_u16..).zip(row).filter(|(_, text)| !text.is_empty()) {
            sheet.write_string(at, column, text)?;
        }
    }
    sheet.set_very_hidden(true);
    Ok(())
}

/// The last column that is printed: notes and other parameters only where there are some.
fn last_printed(laid: &LaidSheet) -> u16 {
    let is_used = |column: usize| {
        let in_row = |row: &LaidRow| row.cells.get(column).is_some_and(Option::is_some);
        let is_aside = matches!(laid.heads.get(column), Some(LaidColumn::Fixed(one)) if [OTHER, NOTE].contains(&one.key));
        !is_aside || laid.rows.iter().any(in_row)
    };
    let last = (0..laid.heads.len()).rev().find(|column| is_used(*column));
    last.unwrap_or_default() as u16
}

fn widths(laid: &LaidSheet) -> Vec<f64> {
    let width = |head: &LaidColumn| match head {
        LaidColumn::Fixed(column) => column.width,
        LaidColumn::Level(_) => LEVEL_WIDTH,
    };
    laid.heads.iter().map(width).collect()
}

/// The cell of a column of a row, as it is in the file.
fn address(row: usize, column: usize) -> CellAddress {
    CellAddress::new(HEADER + 1 + row as u32, column as u32)
}

/// One sheet while it is written.
struct Writer<'w> {
    page: SheetPage<'w>,
    laid: &'w LaidSheet,
    marks: &'w DoubtMarks,
    lists: &'w DropDownLists,
    lang: Lang,
}

impl Writer<'_> {
    fn write(&mut self) -> WriteResult {
        let laid = self.laid;
        let last = laid.heads.len().saturating_sub(1) as u16;
        self.page.free(
            0,
            0,
            laid.sheet.about.get(self.lang),
            &styles::guide()
                .set_align(FormatAlign::Left)
                .unset_text_wrap(),
        )?;
        for (column, head) in (0_u16..).zip(&laid.heads) {
            self.head(column, head)?;
        }
        for (index, row) in laid.rows.iter().enumerate() {
            self.row(index, row)?;
            self.validate_setting(index, row)?;
        }
        let last_row = address(laid.rows.len().max(1), 0).row - 1;
        let frozen = self.frozen();
        self.page.sheet.set_freeze_panes(HEADER + 1, frozen)?;
        self.page.sheet.autofilter(HEADER, 0, last_row, last)?;
        let name = laid.sheet.name.get(self.lang);
        self.page.finish_as(name, Some((HEADER, HEADER)))?;
        let printed = last_printed(laid);
        self.page.sheet.set_print_area(0, 0, last_row, printed)?;
        let tab = match laid.sheet.id {
            SheetId::Settings | SheetId::Units | SheetId::Criteria => styles::INPUT_TAB,
            _ => styles::FIGURES_TAB,
        };
        self.page.sheet.set_tab_color(tab);
        Ok(())
    }

    /// Columns that stay when one scrolls to the right: up to what names a row.
    fn frozen(&self) -> u16 {
        match self.laid.sheet.id {
            SheetId::Criteria | SheetId::Statistics => 3,
            SheetId::Units => 4,
            _ => 1,
        }
    }

    fn head(&mut self, column: u16, head: &LaidColumn) -> WriteResult {
        let (text, comment, fixed) = match head {
            LaidColumn::Fixed(fixed) => (
                fixed.heading.get(self.lang).to_string(),
                fixed.comment.get(self.lang),
                Some(*fixed),
            ),
            LaidColumn::Level(level) => {
                let fixed = self.laid.sheet.by_level();
                let heading = fixed.map_or("", |one| one.heading.get(self.lang));
                let comment = fixed.map_or("", |one| one.comment.get(self.lang));
                (format!("{heading}: {level}"), comment, fixed)
            }
        };
        self.page.text(HEADER, column, &text, &styles::header())?;
        self.page.tight(HEADER, column, &text);
        let note = Note::new(comment)
            .set_author("tonghop")
            .add_author_prefix(false);
        let note = note.set_width(300).set_height(110);
        self.page.sheet.insert_note(HEADER, column, &note)?;
        let Some(fixed) = fixed else { return Ok(()) };
        if matches!(
            fixed.sort,
            CellSort::Code | CellSort::Codes | CellSort::Other
        ) {
            let text = styles::plain().set_num_format("@").set_text_wrap();
            self.page.sheet.set_column_format(column, &text)?;
        }
        self.validate(column, fixed)
    }

    /// The drop-down of a column, from its first row to the last that a sheet can have.
    fn validate(&mut self, column: u16, fixed: &BookColumn) -> WriteResult {
        let list = self.lists.of(self.laid.sheet.id, fixed, self.lang);
        self.drop_down(list, (HEADER + 1, ROWS - 1), column)
    }

    /// The drop-down of a setting that has a list, in the cell of its value.
    fn validate_setting(&mut self, index: usize, row: &LaidRow) -> WriteResult {
        let is_value =
            |head: &LaidColumn| matches!(head, LaidColumn::Fixed(column) if column.key == VALUE);
        let place = self.laid.heads.iter().position(is_value);
        let Some(column) = place.filter(|_| self.laid.sheet.id == SheetId::Settings) else {
            return Ok(());
        };
        let key = |step: &PathStep| match step {
            PathStep::Key(key) => Some(key.clone()),
            PathStep::Index(_) => None,
        };
        let key = row.path.iter().filter_map(key).collect::<Vec<_>>();
        let key = key.join(".");
        let at = address(index, column);
        let list = self.lists.of_key(SheetId::Settings, &key);
        self.drop_down(list, (at.row, at.row), at.column as u16)
    }

    /// A drop-down over some rows of a column; anything else may be written all the same, and is told when it is read.
    fn drop_down(
        &mut self,
        list: Option<String>,
        (top, bottom): (u32, u32),
        column: u16,
    ) -> WriteResult {
        let Some(list) = list else {
            return Ok(());
        };
        let validation = DataValidation::new()
            .allow_list_formula(Formula::new(list))
            .show_error_message(false);
        self.page
            .sheet
            .add_data_validation(top, column, bottom, column, &validation)?;
        Ok(())
    }

    fn row(&mut self, index: usize, row: &LaidRow) -> WriteResult {
        for (column, (cell, head)) in row.cells.iter().zip(&self.laid.heads).enumerate() {
            let at = address(index, column);
            let mark = self.marks.of(self.laid.sheet.id, at);
            let format = look(row, head, mark);
            let column = at.column as u16;
            match cell {
                Some(CellContent::Text(text)) => {
                    self.page.fit(at.row, column, text);
                    self.page
                        .sheet
                        .write_string_with_format(at.row, column, text, &format)?;
                }
                Some(CellContent::Number(number)) => {
                    self.page
                        .sheet
                        .write_number_with_format(at.row, column, *number, &format)?;
                }
                Some(CellContent::Day(day)) => {
                    let format = format.set_num_format(styles::DAY);
                    self.page.sheet.write_datetime_with_format(
                        at.row,
                        column,
                        date(*day)?,
                        &format,
                    )?;
                }
                None => {
                    self.page.sheet.write_blank(at.row, column, &format)?;
                }
            }
            if let Some(mark) = mark.filter(|mark| !mark.note.is_empty()) {
                let note = Note::new(text::clip(&mark.note, LONGEST_NOTE))
                    .set_author("tonghop")
                    .add_author_prefix(false);
                let note = note.set_width(320).set_height(120);
                self.page.sheet.insert_note(at.row, column, &note)?;
            }
        }
        Ok(())
    }
}

fn date(day: Day) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_ymd(day.year() as u16, day.month() as u8, day.day() as u8)
}

const GROUP_FILL: Color = Color::RGB(0x00E2_EFDA);
const LOOK_FILL: Color = Color::RGB(0x00FF_F2CC);
const UNCLEAR_FILL: Color = Color::RGB(0x00F8_CBAD);
const NOTE_COLOR: Color = Color::RGB(0x0059_5959);

/// How a cell looks: groups stand out, what is below a criterion steps back, and what is doubtful is coloured.
fn look(row: &LaidRow, head: &LaidColumn, mark: Option<&DoubtMark>) -> Format {
    let (sort, key) = match head {
        LaidColumn::Fixed(column) => (column.sort, column.key),
        // Points of some sort.
        LaidColumn::Level(_) => (CellSort::Number, ""),
    };
    let mut format = match sort {
        CellSort::Number
        | CellSort::Maximum
        | CellSort::Whole
        | CellSort::Percent
        | CellSort::Threshold
        | CellSort::Minima
        | CellSort::Day
        | CellSort::YesNo => styles::centered(),
        _ => styles::cell(),
    };
    if matches!(sort, CellSort::Code | CellSort::Codes | CellSort::Other) {
        format = format.set_num_format("@");
    }
    format = match row.kind {
        RowKind::Group | RowKind::Section => format.set_bold().set_background_color(GROUP_FILL),
        RowKind::Figure | RowKind::Option | RowKind::Tier | RowKind::Item
            if matches!(key, "id" | "name" | KIND) =>
        {
            format.set_italic().set_indent(2)
        }
        _ => format,
    };
    if matches!(key, NOTE | QUESTION | OTHER) {
        format = format.set_font_size(10).set_font_color(NOTE_COLOR);
    }
    match mark.map(|mark| mark.certainty) {
        Some(Certainty::Look) => format.set_background_color(LOOK_FILL),
        Some(Certainty::Unclear) => format.set_bold().set_background_color(UNCLEAR_FILL),
        Some(Certainty::Sure) | None => format,
    }
}
