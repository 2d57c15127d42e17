//! How much of one file the reader accepts, so that no file can take the machine down.
//!
//! In: nothing. Out: numbers, each with its unit and its reason. Not for: enforcing them.

use std::time::Duration;

use serde::{Deserialize, Serialize};

const MIB: u64 = 1024 * 1024;

/// Bounds per file. A returned workbook has about 1,000 cells in 0.1 MiB of XML; each bound is far above the largest honest
/// file, and low enough for two files at a time on an office PC with 4 GiB of memory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadLimits {
    /// Size of the file, in bytes. 64 MiB: a workbook with many photographs as evidence, which mail would hardly carry.
    pub file_bytes: u64,
    /// Size of all parts of a zip package together once inflated, in bytes. 256 MiB: ten formatted columns down to the last
    /// row take 200 MiB of XML.
    pub inflated_bytes: u64,
    /// Parts in a zip package. 10,000: a workbook with 1,000 sheets has about 3,000.
    pub entries: u64,
    /// Cells that hold something, over all sheets of a file. 1,000,000, which take about 100 MiB.
    pub cells: u64,
    /// Text copied out of a file, values and formulas together, in bytes. 64 MiB: one shared text can be referred to by a
    /// million cells.
    pub text_bytes: u64,
    /// Merged ranges per sheet. 20,000: each look-up of a cell goes through them.
    pub merges: u64,
    /// Files in a zip archive of workbooks. 2,000: the returns of a whole country's provinces, districts and communes would
    /// not come in one archive.
    pub archive_entries: u64,
    /// Size of all files in a zip archive of workbooks together once inflated, in bytes. 2 GiB; only one of them is held in
    /// memory at a time.
    pub archive_bytes: u64,
    /// Memory for the child process that reads .xls, .xlsb and .ods, in bytes. 1 GiB: an .xls with one stray cell in its last
    /// corner takes 514 MiB.
    pub child_memory_bytes: u64,
    /// Time for the cells of one file, and for the child process. 30 s: an ordinary file takes 20 ms, on a slow machine with a virus scanner perhaps 2 s.
    pub time: Duration,
    /// Size of the answer that is accepted from the child process, in bytes. 256 MiB: a million cells with 64 MiB of text.
    pub answer_bytes: u64,
}

impl Default for ReadLimits {
    fn default() -> Self {
        ReadLimits {
            file_bytes: 64 * MIB,
            inflated_bytes: 256 * MIB,
            entries: 10_000,
            cells: 1_000_000,
            text_bytes: 64 * MIB,
            merges: 20_000,
            archive_entries: 2_000,
            archive_bytes: 2048 * MIB,
            child_memory_bytes: 1024 * MIB,
            time: Duration::from_secs(30),
            answer_bytes: 256 * MIB,
        }
    }
}

/// Why a limit could not be set.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LimitError {
    /// There is no limit of this name.
    #[error("there is no limit {0}")]
    UnknownName(String),
    /// The value is no whole number above zero, with or without KB, MB or GB behind it.
    #[error("{0} is no value of a limit")]
    NotAValue(String),
}

impl ReadLimits {
    /// The names of the limits, as users type them, in the order of the fields.
    pub const NAMES: [&'static str; 11] = [
        "file-bytes",
        "inflated-bytes",
        "entries",
        "cells",
        "text-bytes",
        "merges",
        "archive-entries",
        "archive-bytes",
        "child-memory-bytes",
        "seconds",
        "answer-bytes",
    ];

    /// Sets the limit of a name to a value such as `100000` or `512MB`; KB, MB and GB are powers of 1024.
    ///
    /// # Errors
    /// [`LimitError`] for an unknown name, and for anything but a whole number above zero.
    pub fn set(&mut self, name: &str, value: &str) -> Result<(), LimitError> {
        let parsed = parse(value).ok_or_else(|| LimitError::NotAValue(value.to_string()));
        let limit = match name {
            "file-bytes" => &mut self.file_bytes,
            "inflated-bytes" => &mut self.inflated_bytes,
            "entries" => &mut self.entries,
            "cells" => &mut self.cells,
            "text-bytes" => &mut self.text_bytes,
            "merges" => &mut self.merges,
            "archive-entries" => &mut self.archive_entries,
            "archive-bytes" => &mut self.archive_bytes,
            "child-memory-bytes" => &mut self.child_memory_bytes,
            "seconds" => {
                // A day; the clock cannot add just any number of seconds.
                self.time = Duration::from_secs(parsed?.min(86_400));
                return Ok(());
            }
            "answer-bytes" => &mut self.answer_bytes,
            _ => return Err(LimitError::UnknownName(name.to_string())),
        };
        *limit = parsed?;
        Ok(())
    }
}

/// A whole number above zero, with or without a unit of bytes.
fn parse(value: &str) -> Option<u64> {
    let value = value.trim();
    let upper = value.to_ascii_uppercase();
    let units = [("KB", 10), ("MB", 20), ("GB", 30)];
    let (number, bits) = units
        .iter()
        .find_map(|(unit, bits)| Some((upper.strip_suffix(unit)?, *bits)))
        .unwrap_or((&upper, 0));
    let number: u64 = number.trim_end().parse().ok()?;
    number.checked_mul(1 << bits).filter(|&number| number > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_set_by_name() {
        let mut limits = ReadLimits::default();
        for name in ReadLimits::NAMES {
            assert_eq!(limits.set(name, "7"), Ok(()), "{name}");
        }
        assert_eq!((limits.cells, limits.time.as_secs()), (7, 7));
        assert_eq!(limits.set("file-bytes", "2 gb"), Ok(()));
        assert_eq!(limits.file_bytes, 2 << 30);
        for value in ["", "0", "-1", "1.5", "9999999999999GB", "x"] {
            let wrong = Err(LimitError::NotAValue(value.to_string()));
            assert_eq!(limits.set("cells", value), wrong);
        }
        let unknown = Err(LimitError::UnknownName("cell".to_string()));
        assert_eq!(limits.set("cell", "1"), unknown);
    }
}
