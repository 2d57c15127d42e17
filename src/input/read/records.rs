//! Records of a data file of ours: CSV, or Parquet by way of a child process.
//!
//! In: a file, from anybody. Out: its records, the names of the columns first, each handed over as it is read, so that a text is never held
//! whole; or a [`ReadFault`], within [`ReadLimits`]. Not for: what they mean, which `result::report::record` knows.

use std::fmt::Display;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::time::Duration;

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
/// How many times as large as another file a data file may be: that of 40,000 units has 2 GiB as text.
const TIMES_AS_LARGE: u64 = 64;
/// Bytes by which the kind of a file is told.
const START: u64 = 4096;
/// Bytes that are read at once.
const AT_ONCE: usize = 256 * 1024;

/// Takes the fields of a record; gives whether it wants more.
pub type TakeRecord<'a> = &'a mut dyn FnMut(Vec<String>) -> bool;

impl ReadLimits {
    /// How large a data file may be, in bytes. It is read record by record, and takes as much longer as it is larger.
    pub fn data_bytes(&self) -> u64 {
        self.file_bytes.saturating_mul(TIMES_AS_LARGE)
    }

    /// How long the records of so many bytes may take.
    fn data_time(&self, bytes: u64) -> Duration {
        let times = 1 + bytes / self.file_bytes.max(1);
        self.time
            .saturating_mul(u32::try_from(times).unwrap_or(u32::MAX))
    }
}

impl Reader {
    /// Hands over the records of a data file, its columns' names first, until no more are wanted.
    ///
    /// # Errors
    /// See [`ReadFault`]. Records that were handed over before do not count then.
    pub fn read_records(
        &self,
        file: &mut (impl Read + Seek),
        take: TakeRecord<'_>,
    ) -> Result<(), ReadFault> {
        let limits = self.limits();
        let (length, start) = start_of(file).map_err(|error| damaged(&error))?;
        within(Bound::FileBytes, length, limits.data_bytes())?;
        let time = limits.data_time(length);
        let read = match sniff::magic(&start) {
            FileKind::Parquet if cfg!(feature = "parquet") => {
                // The child gets all of it.
                within(Bound::FileBytes, length, limits.answer_bytes)?;
                let mut bytes = Vec::new();
                let read = file.take(limits.answer_bytes).read_to_end(&mut bytes);
                read.map_err(|error| damaged(&error))?;
                let answer = child::records(&self.program, &bytes, limits)?;
                guard::within(time, || of_text(answer.as_slice(), false, take))
            }
            FileKind::Parquet => return Err(ReadFault::NotAWorkbook(FileKind::Parquet)),
            _ => {
                let mark = start.len() - bytes_without_bom(&start).len();
                let behind = file.seek(SeekFrom::Start(mark as u64));
                behind.map_err(|error| damaged(&error))?;
                let text = BufReader::with_capacity(AT_ONCE, file);
                guard::within(time, || of_text(text, true, take))
            }
        };
        match read {
            Ok(read) => read,
            Err(Stopped::TooSlow(seconds)) => Err(ReadFault::TimedOut { seconds }),
            Err(Stopped::Fault(words)) => Err(ReadFault::Damaged(words)),
        }
    }
}

fn damaged(error: &dyn Display) -> ReadFault {
    ReadFault::Damaged(error.to_string())
}

/// How long a file is, and its first bytes; it is at its start again.
fn start_of(file: &mut (impl Read + Seek)) -> io::Result<(u64, Vec<u8>)> {
    let length = file.seek(SeekFrom::End(0))?;
    file.rewind()?;
    let mut start = Vec::new();
    file.by_ref().take(START).read_to_end(&mut start)?;
    file.rewind()?;
    Ok((length, start))
}

/// Hands over the records of a text. `is_guarded`: texts may stand behind an apostrophe.
fn of_text(text: impl Read, is_guarded: bool, take: TakeRecord<'_>) -> Result<(), ReadFault> {
    let mut builder = ReaderBuilder::new();
    let mut reader = builder.has_headers(false).from_reader(text);
    for record in reader.records() {
        guard::check();
        let record = record.map_err(|error| damaged(&error))?;
        if record.len() > COLUMNS {
            return Err(damaged(&format!("{} columns", record.len())));
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
