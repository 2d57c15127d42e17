//! Records of a data file of ours: CSV, or Parquet by way of a child process.
//!
//! In: the bytes of a file, from anybody. Out: its records, the names of the columns first, each handed over as it is read; or a
//! [`ReadFault`], within [`ReadLimits`]. Not for: what they mean, which `result::report::record` knows.

use std::io::Read;

use csv::ReaderBuilder;

use crate::base::formula_signs::unguarded;
use crate::base::guard::{self, Stopped};
use crate::base::outside::{bytes_without_bom, clean_cell};
use crate::input::read::fault::{Bound, ReadFault};
use crate::input::read::file_kind::FileKind;
use crate::input::read::limits::ReadLimits;
use crate::input::read::package::within;
use crate::input::read::{Reader, child, sniff};

/// The most columns of a record: many times ours.
const COLUMNS: usize = 200;

/// Takes the fields of a record; gives whether it wants more.
pub type TakeRecord<'a> = &'a mut dyn FnMut(Vec<String>) -> bool;

impl ReadLimits {
    /// How large a data file may be, in bytes: what a child may answer, as that is a file's records as text.
    pub fn data_bytes(&self) -> u64 {
        self.file_bytes.max(self.answer_bytes)
    }
}

impl Reader {
    /// Hands over the records of a data file, its columns' names first, until no more are wanted.
    ///
    /// # Errors
    /// See [`ReadFault`]. Records that were handed over before do not count then.
    pub fn read_records(&self, bytes: &[u8], take: TakeRecord<'_>) -> Result<(), ReadFault> {
        let limits = self.limits();
        within(Bound::FileBytes, bytes.len() as u64, limits.data_bytes())?;
        let answer = match sniff::magic(bytes) {
            FileKind::Parquet if cfg!(feature = "parquet") => {
                Some(child::records(&self.program, bytes, limits)?)
            }
            FileKind::Parquet => return Err(ReadFault::NotAWorkbook(FileKind::Parquet)),
            _ => None,
        };
        let (text, is_guarded) = match &answer {
            Some(answer) => (answer.as_slice(), false),
            None => (bytes_without_bom(bytes), true),
        };
        match guard::within(limits.time, || of_text(text, is_guarded, take)) {
            Ok(read) => read,
            Err(Stopped::TooSlow(seconds)) => Err(ReadFault::TimedOut { seconds }),
            Err(Stopped::Fault(words)) => Err(ReadFault::Damaged(words)),
        }
    }
}

/// Hands over the records of a text. `is_guarded`: texts may stand behind an apostrophe.
fn of_text(text: impl Read, is_guarded: bool, take: TakeRecord<'_>) -> Result<(), ReadFault> {
    let damaged = |text: String| ReadFault::Damaged(text);
    let mut builder = ReaderBuilder::new();
    let mut reader = builder.has_headers(false).from_reader(text);
    for record in reader.records() {
        guard::check();
        let record = record.map_err(|error| damaged(error.to_string()))?;
        if record.len() > COLUMNS {
            return Err(damaged(format!("{} columns", record.len())));
        }
        let fields = record.iter().map(|field| {
            let mut field = if is_guarded { unguarded(field) } else { field }.to_string();
            clean_cell(&mut field);
            field
        });
        if !take(fields.collect()) {
            break;
        }
    }
    Ok(())
}
