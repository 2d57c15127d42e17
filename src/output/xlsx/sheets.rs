//! The sheets of a consolidated workbook, written at once on all processors.
//!
//! In: the book, and last year's comparison where there is one. Out: the workbook's sheets in their order, but for `Dữ liệu`, and the
//! places that get names. What a sheet holds does not depend on when it is written. Not for: what stands on each.

use rayon::prelude::*;
use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use crate::output::xlsx::plan::{Book, PlacedLevel};
use crate::output::xlsx::{
    decided, detail, diff, findings, intake, level, margins, overview, statistics,
};
use crate::result::diff::Diff;
use crate::result::report;

/// Places, by the names that they get.
pub(super) type NamedAreas = Vec<(&'static str, String)>;

/// What writes a sheet.
type SheetWriter<'b> = Box<dyn FnOnce(&mut Worksheet) -> Result<NamedAreas, XlsxError> + Send + 'b>;

/// Writes the sheets. Gives the places that get names.
///
/// # Errors
/// [`XlsxError`] if something does not fit into Excel's limits.
pub(super) fn write(
    workbook: &mut Workbook,
    book: &Book,
    comparison: Option<&Diff>,
) -> Result<NamedAreas, XlsxError> {
    let writers = writers(book, comparison);
    for _ in &writers {
        workbook.add_worksheet();
    }
    let sheets = workbook.worksheets_mut().par_iter_mut();
    let written = sheets.zip(writers).map(|(sheet, write)| write(sheet));
    let named: Vec<NamedAreas> = written.collect::<Result<_, _>>()?;
    Ok(named.concat())
}

fn writers<'b>(book: &'b Book, comparison: Option<&'b Diff>) -> Vec<SheetWriter<'b>> {
    let report = book.report;
    let mut writers: Vec<SheetWriter<'b>> = vec![Box::new(move |sheet| {
        overview::write(sheet, book, comparison)
    })];
    let levels = report.levels.iter().zip(&book.levels);
    for ((result, plan), name) in levels.zip(&book.names.levels) {
        let level = PlacedLevel {
            book,
            result,
            plan,
            notes: report::notes(result, book.lang),
        };
        writers.push(plain(move |sheet| level::write(sheet, &level, name)));
    }
    writers.push(plain(|sheet| statistics::write(sheet, book)));
    writers.push(plain(|sheet| detail::write(sheet, book)));
    writers.push(named("TinhHinhNop", |sheet| intake::write(sheet, book)));
    writers.push(named("CanhBao", |sheet| findings::write(sheet, book)));
    writers.push(named("NguongXepLoai", |sheet| margins::write(sheet, book)));
    if !report.decisions.is_empty() {
        writers.push(named("QuyetDinh", |sheet| decided::write(sheet, book)));
    }
    if let Some(comparison) = comparison {
        let name = &book.names.comparison;
        writers.push(named("SoSanh", move |sheet| {
            diff::sheet(sheet, comparison, name, book.lang)
        }));
    }
    writers
}

/// A sheet without a place that gets a name.
fn plain<'b>(
    write: impl FnOnce(&mut Worksheet) -> Result<(), XlsxError> + Send + 'b,
) -> SheetWriter<'b> {
    Box::new(move |sheet| write(sheet).map(|()| Vec::new()))
}

/// A sheet whose table gets a name.
fn named<'b>(
    name: &'static str,
    write: impl FnOnce(&mut Worksheet) -> Result<String, XlsxError> + Send + 'b,
) -> SheetWriter<'b> {
    Box::new(move |sheet| write(sheet).map(|area| vec![(name, area)]))
}
