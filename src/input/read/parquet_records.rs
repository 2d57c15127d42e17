//! Reads a file of Parquet. Only for the child process: a hostile file can make the parser take all memory, or never come back.
//!
//! In: the bytes of a file. Out: its records as CSV, the names of its columns first. Not for: the main process.

use csv::WriterBuilder;
use parquet::data_type::Decimal;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;

use crate::input::read::fault::{Bound, ReadFault};
use crate::input::read::limits::ReadLimits;
use crate::input::read::package::within;

/// The records.
///
/// # Errors
/// [`ReadFault::Damaged`] for all that the parser refuses, [`ReadFault::TooLarge`] for more than may be answered.
pub(super) fn read(bytes: &[u8], limits: &ReadLimits) -> Result<Vec<u8>, ReadFault> {
    let damaged = |error: &dyn std::fmt::Display| ReadFault::Damaged(error.to_string());
    let file = SerializedFileReader::new(bytes::Bytes::copy_from_slice(bytes));
    let file = file.map_err(|error| damaged(&error))?;
    let columns = file.metadata().file_metadata().schema_descr();
    let names: Vec<String> = columns
        .columns()
        .iter()
        .map(|column| column.name().to_string())
        .collect();
    let mut csv = WriterBuilder::new().from_writer(Vec::new());
    csv.write_record(&names).map_err(|error| damaged(&error))?;
    let rows = file.get_row_iter(None).map_err(|error| damaged(&error))?;
    let mut written = 0;
    for row in rows {
        let row = row.map_err(|error| damaged(&error))?;
        let fields: Vec<String> = row
            .get_column_iter()
            .map(|(_, field)| text(field))
            .collect();
        written += fields
            .iter()
            .map(|field| field.len() as u64 + 1)
            .sum::<u64>();
        within(Bound::AnswerBytes, written, limits.answer_bytes)?;
        csv.write_record(&fields).map_err(|error| damaged(&error))?;
    }
    csv.into_inner().map_err(|error| damaged(&error))
}

/// A field as text.
fn text(field: &Field) -> String {
    match field {
        Field::Null => String::new(),
        Field::Str(text) => text.clone(),
        Field::Decimal(number) => decimal(number),
        Field::Int(number) => number.to_string(),
        other => other.to_string(),
    }
}

/// A number with its point, without needless zeros; what no number of ours can be, as a word that is none.
fn decimal(number: &Decimal) -> String {
    let bytes = number.data();
    let scale = usize::try_from(number.scale()).unwrap_or(usize::MAX);
    if bytes.is_empty() || bytes.len() > 16 || scale > 38 {
        return "?".to_string();
    }
    let sign = if bytes.first().is_some_and(|byte| byte & 0x80 != 0) {
        -1_i128
    } else {
        0
    };
    let value = bytes
        .iter()
        .fold(sign, |value, byte| (value << 8) | i128::from(*byte));
    let digits = format!("{:0>width$}", value.unsigned_abs(), width = scale + 1);
    let (whole, decimals) = digits.split_at(digits.len() - scale);
    let decimals = decimals.trim_end_matches('0');
    let minus = if value < 0 { "-" } else { "" };
    let point = if decimals.is_empty() { "" } else { "." };
    format!("{minus}{whole}{point}{decimals}")
}
