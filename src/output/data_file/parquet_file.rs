//! Records as Apache Parquet.
//!
//! In: a report. Out: its records, by columns, compressed; the footer names the schema's version, the run and a checksum of all bytes before
//! it. One row group is held at a time. Not for: reading.

use std::io::{self, Write};
use std::mem;
use std::sync::Arc;

use parquet::basic::{Compression, GzipLevel, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{
    ByteArray, ByteArrayType, FixedLenByteArray, FixedLenByteArrayType, Int32Type,
};
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::Type;

use crate::output::data_file::records;
use crate::output::data_file::sum::{SCHEMA, SUM, Summed};
use crate::output::run::RUN;
use crate::result::report::Report;
use crate::result::report::record::{
    COLUMNS, ColumnType, DECIMALS, DIGITS, Record, SCHEMA_VERSION,
};

/// Records of a row group.
const OF_GROUP: usize = 32_768;
/// How hard columns are compressed: more effort saves little of what is the same again and again.
const LEVEL: u32 = 4;
/// Bytes of a decimal number.
const DECIMAL_BYTES: i32 = 16;

/// The property that holds the number of records.
const RECORDS: &str = "tonghop-records";

/// Writes the records. Gives how many there are, and the checksum of all bytes before the footer.
pub(super) fn write(
    report: &Report,
    run: &str,
    out: &mut (dyn Write + Send),
) -> io::Result<(u64, String)> {
    written(report, run, out).map_err(|error| match error {
        ParquetError::External(source) => io::Error::other(source),
        other => io::Error::other(other.to_string()),
    })
}

fn written(
    report: &Report,
    run: &str,
    out: &mut (dyn Write + Send),
) -> Result<(u64, String), ParquetError> {
    // No statistics and no index beside the columns: nothing stands between the last of them and the footer.
    let properties = WriterProperties::builder()
        .set_compression(Compression::GZIP(GzipLevel::try_new(LEVEL)?))
        .set_created_by(report.program.clone())
        .set_statistics_enabled(EnabledStatistics::Chunk)
        .set_offset_index_disabled(true)
        .build();
    let schema = Arc::new(schema()?);
    let mut file = SerializedFileWriter::new(Summed::new(out), schema, Arc::new(properties))?;
    let (mut group, mut done) = (RowGroup::default(), Ok(()));
    let count = records(report, &mut |record| {
        if done.is_ok() {
            done = group.add(record);
        }
        if done.is_ok() && group.records == OF_GROUP {
            done = mem::take(&mut group).write(&mut file);
        }
    });
    done?;
    if group.records > 0 {
        group.write(&mut file)?;
    }
    file.flush()?;
    let sum = file.inner().so_far();
    for (key, value) in [
        (SCHEMA, SCHEMA_VERSION.to_string()),
        (RUN, run.to_string()),
        (RECORDS, count.to_string()),
        (SUM, sum.clone()),
    ] {
        file.append_key_value_metadata(KeyValue::new(key.to_string(), value));
    }
    file.close()?;
    Ok((count, sum))
}

/// The columns as Parquet has them.
fn schema() -> Result<Type, ParquetError> {
    let column = |(name, of): (&str, ColumnType)| {
        let column = match of {
            ColumnType::Text => Type::primitive_type_builder(name, Physical::BYTE_ARRAY)
                .with_logical_type(Some(LogicalType::String))
                .with_repetition(Repetition::REQUIRED),
            ColumnType::Whole => Type::primitive_type_builder(name, Physical::INT32)
                .with_repetition(Repetition::REQUIRED),
            ColumnType::Decimal => {
                Type::primitive_type_builder(name, Physical::FIXED_LEN_BYTE_ARRAY)
                    .with_length(DECIMAL_BYTES)
                    .with_logical_type(Some(LogicalType::decimal(
                        DECIMALS.cast_signed(),
                        DIGITS.cast_signed(),
                    )))
                    .with_precision(DIGITS.cast_signed())
                    .with_scale(DECIMALS.cast_signed())
                    .with_repetition(Repetition::OPTIONAL)
            }
        };
        column.build().map(Arc::new)
    };
    let columns: Result<Vec<_>, ParquetError> = COLUMNS.into_iter().map(column).collect();
    Type::group_type_builder("facts")
        .with_fields(columns?)
        .build()
}

/// The values of one column of a row group.
enum ColumnValues {
    Text(Vec<ByteArray>),
    Whole(Vec<i32>),
    /// Numbers, and for each record whether it has one.
    Decimal(Vec<FixedLenByteArray>, Vec<i16>),
}

/// The records of a row group, by columns.
struct RowGroup {
    columns: Vec<ColumnValues>,
    records: usize,
}

impl Default for RowGroup {
    fn default() -> Self {
        let columns = COLUMNS.iter().map(|(_, of)| match of {
            ColumnType::Text => ColumnValues::Text(Vec::new()),
            ColumnType::Whole => ColumnValues::Whole(Vec::new()),
            ColumnType::Decimal => ColumnValues::Decimal(Vec::new(), Vec::new()),
        });
        let columns = columns.collect();
        RowGroup {
            columns,
            records: 0,
        }
    }
}

impl RowGroup {
    fn add(&mut self, record: &Record) -> Result<(), ParquetError> {
        let no_number = |text: &str| ParquetError::General(format!("{text} is no number"));
        for (column, text) in self.columns.iter_mut().zip(record) {
            match column {
                ColumnValues::Text(values) => {
                    values.push(ByteArray::from(text.as_bytes().to_vec()));
                }
                ColumnValues::Whole(values) => {
                    values.push(text.parse().map_err(|_| no_number(text))?);
                }
                ColumnValues::Decimal(_, levels) if text.is_empty() => levels.push(0),
                ColumnValues::Decimal(values, levels) => {
                    let units = units(text).ok_or_else(|| no_number(text))?;
                    values.push(ByteArray::from(units.to_be_bytes().to_vec()).into());
                    levels.push(1);
                }
            }
        }
        self.records += 1;
        Ok(())
    }

    fn write<W: Write + Send>(
        self,
        file: &mut SerializedFileWriter<W>,
    ) -> Result<(), ParquetError> {
        let mut group = file.next_row_group()?;
        for column in self.columns {
            if let Some(mut writer) = group.next_column()? {
                column.write(&mut writer)?;
                writer.close()?;
            }
        }
        group.close()?;
        Ok(())
    }
}

impl ColumnValues {
    fn write(&self, writer: &mut SerializedColumnWriter<'_>) -> Result<(), ParquetError> {
        match self {
            ColumnValues::Text(values) => {
                let writer = writer.typed::<ByteArrayType>();
                writer.write_batch(values, None, None)?;
            }
            ColumnValues::Whole(values) => {
                let writer = writer.typed::<Int32Type>();
                writer.write_batch(values, None, None)?;
            }
            ColumnValues::Decimal(values, levels) => {
                let writer = writer.typed::<FixedLenByteArrayType>();
                writer.write_batch(values, Some(levels), None)?;
            }
        }
        Ok(())
    }
}

/// A number such as `-12.5` in units of its last decimal.
fn units(text: &str) -> Option<i128> {
    let (digits, decimals) = text.split_once('.').unwrap_or((text, ""));
    let missing = (DECIMALS as usize).checked_sub(decimals.len())?;
    format!("{digits}{decimals}{}", "0".repeat(missing))
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_exact() {
        const ONE: i128 = 1_000_000_000_000_000_000;
        for (text, expected) in [
            ("0", Some(0)),
            ("97.93", Some(ONE / 100 * 9793)),
            ("-0.5", Some(-ONE / 2)),
            (
                "99999999999999999999",
                Some(ONE * 99_999_999_999_999_999_999),
            ),
            ("1.0000000000000000001", None),
            ("x", None),
        ] {
            assert_eq!(units(text), expected, "{text}");
        }
    }
}
