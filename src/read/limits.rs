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
    /// Time for the child process. 30 s: an ordinary file takes 20 ms, on a slow machine with a virus scanner perhaps 2 s.
    pub child_time: Duration,
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
            child_time: Duration::from_secs(30),
            answer_bytes: 256 * MIB,
        }
    }
}

impl ReadLimits {
    /// The names by which bounds are set; those that end in `mib` are in MiB, `seconds` in seconds, the others counts.
    pub const NAMES: [&str; 11] = [
        "file-mib",
        "inflated-mib",
        "parts",
        "cells",
        "text-mib",
        "merges",
        "archive-files",
        "archive-mib",
        "child-memory-mib",
        "child-seconds",
        "answer-mib",
    ];

    /// Sets a bound by its name. `false`: there is no such name, or the value is 0 or too large.
    pub fn set(&mut self, name: &str, value: u64) -> bool {
        let (field, factor) = match name {
            "file-mib" => (&mut self.file_bytes, MIB),
            "inflated-mib" => (&mut self.inflated_bytes, MIB),
            "parts" => (&mut self.entries, 1),
            "cells" => (&mut self.cells, 1),
            "text-mib" => (&mut self.text_bytes, MIB),
            "merges" => (&mut self.merges, 1),
            "archive-files" => (&mut self.archive_entries, 1),
            "archive-mib" => (&mut self.archive_bytes, MIB),
            "child-memory-mib" => (&mut self.child_memory_bytes, MIB),
            "answer-mib" => (&mut self.answer_bytes, MIB),
            "child-seconds" => {
                let fits = (1..=86_400).contains(&value);
                if fits {
                    self.child_time = Duration::from_secs(value);
                }
                return fits;
            }
            _ => return false,
        };
        match value.checked_mul(factor) {
            Some(product) if product > 0 => {
                *field = product;
                true
            }
            _ => false,
        }
    }
}
