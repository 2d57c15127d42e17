//! Records as comma-separated text (RFC 4180), in UTF-8 with the mark by which Excel knows it.
//!
//! In: a report. Out: its records and the one that seals them. No text in it is a formula to a spreadsheet program. Not for: reading.

use std::borrow::Cow;
use std::io::{self, Write};

use csv::{Terminator, Writer, WriterBuilder};

use crate::base::formula_signs::guarded;
use crate::output::data_file::sum::Summed;
use crate::output::data_file::{WrittenList, records};
use crate::result::report::Report;
use crate::result::report::record::{COLUMNS, ColumnType, END, Record, SCHEMA_VERSION};

/// The mark at the start.
const BOM: &[u8] = "\u{feff}".as_bytes();

/// Writes the records, all but the one that seals them. Gives how many there are, and the checksum of all bytes.
pub(super) fn write(report: &Report, out: &mut (dyn Write + Send)) -> io::Result<(u64, String)> {
    let mut out = Summed::new(out);
    out.write_all(BOM)?;
    let mut csv = writer(&mut out);
    csv.write_record(COLUMNS.map(|(name, _)| name))?;
    let mut written = Ok(());
    let count = records(report, &mut |record| {
        if written.is_ok() {
            written = csv.write_record(fields(record).iter().map(|field| field.as_bytes()));
        }
    });
    written?;
    csv.flush()?;
    drop(csv);
    Ok((count, out.so_far()))
}

/// Writes the record that seals them.
pub(super) fn seal(
    report: &Report,
    list: &WrittenList,
    out: &mut (dyn Write + Send),
) -> io::Result<()> {
    let mut csv = writer(out);
    csv.write_record(end(report, list).iter())?;
    csv.flush()
}

fn writer<W: Write>(out: W) -> Writer<W> {
    let mut builder = WriterBuilder::new();
    let builder = builder.terminator(Terminator::CRLF).has_headers(false);
    builder.from_writer(out)
}

/// A record's fields as they are written.
fn fields<'f>(record: &'f Record<'_>) -> [Cow<'f, str>; COLUMNS.len()] {
    let mut types = COLUMNS.iter().map(|(_, of)| *of);
    record.each_ref().map(|text| match types.next() {
        Some(ColumnType::Text) => guarded(text),
        _ => Cow::Borrowed(&**text),
    })
}

/// The record that ends the file and seals it.
fn end(report: &Report, list: &WrittenList) -> [String; COLUMNS.len()] {
    COLUMNS.map(|(name, _)| match name {
        "schema_version" => SCHEMA_VERSION.to_string(),
        "year" => report.campaign.year.to_string(),
        "kind" => END.to_string(),
        "value" => list.records.to_string(),
        "item_id" => list.run.clone(),
        "text" => list.sum.clone(),
        _ => String::new(),
    })
}
