//! The files of a folder, each read within its bounds, once or as often as it is asked for.
//!
//! In: received files, and what is to be done with their workbooks. Out: what came of it, or why nothing did. Not for: what a workbook
//! means.

use std::sync::Arc;
use std::time::Duration;

use crate::base::guard::{self, Stopped};
use crate::input::inbox::{LoadFault, LoadedFile, Received};
use crate::input::intake::bounds::{Untreated, timed, within};
use crate::input::intake::faults::{kind_name, name_of_kind};
use crate::input::intake::shelf::{self, NoBook, Shelf, Shelved, ShelvedFile};
use crate::input::intake::spending::Spending;
use crate::input::read::{ReadLimits, Reader, Workbook};

/// What became of a file's workbook.
pub(super) enum TakenAs<T> {
    /// This.
    Done(T),
    /// It is a result of ours, which its bytes say.
    OwnText,
    /// There is none.
    Nothing(NoBook),
}

/// Tells by the bytes of a file whether this program made it, where they say so without being read as a workbook.
type IsOwnText<'a> = &'a (dyn Fn(&[u8]) -> bool + Sync);

/// Reads the files of a folder within the same bounds, whatever is done with them: no file costs the run.
pub struct FolderReader<'a> {
    reader: &'a Reader,
    is_own_text: IsOwnText<'a>,
    spending: Spending,
    shelf: Shelf,
}

impl<'a> FolderReader<'a> {
    /// Nothing is spent yet, and nothing that was read is kept. `is_own_text` tells by the bytes of a file that this program made it,
    /// where they say so without being read as a workbook.
    pub fn new(reader: &'a Reader, is_own_text: IsOwnText<'a>) -> Self {
        FolderReader {
            reader,
            is_own_text,
            spending: Spending::new(reader.limits().time),
            shelf: Shelf::new(0),
        }
    }

    /// As [`FolderReader::new`]; what was read is kept, and a file that is asked for again is not read again.
    pub fn keeping(reader: &'a Reader, is_own_text: IsOwnText<'a>) -> Self {
        FolderReader {
            shelf: Shelf::new(shelf::MOST_BYTES),
            ..FolderReader::new(reader, is_own_text)
        }
    }

    /// What reads workbooks.
    pub fn reader(&self) -> &'a Reader {
        self.reader
    }

    /// The limits.
    pub fn limits(&self) -> &'a ReadLimits {
        self.reader.limits()
    }

    /// What files that have to be stopped may take together.
    pub(super) fn most_time(&self) -> Duration {
        self.spending.most_time()
    }

    /// What becomes of a file's workbook; nothing where it cannot be read, or where that takes too long or fails.
    pub fn read<T>(&self, file: &Received, work: impl Fn(&Arc<Workbook>) -> T) -> FileRead<T> {
        match self.take(file, &|_, book| work(book)) {
            Ok((_, TakenAs::Done(done))) => FileRead::Done(done),
            Ok((_, TakenAs::OwnText)) => FileRead::OwnText,
            Ok((_, TakenAs::Nothing(_))) | Err(_) => FileRead::Nothing,
        }
    }

    /// Loads and reads a file, or takes what is kept of it, and does something with its workbook, which is told the file's SHA-256.
    pub(super) fn take<T>(
        &self,
        file: &Received,
        work: &impl Fn(&str, &Arc<Workbook>) -> T,
    ) -> Result<(String, TakenAs<T>), LoadFault> {
        if let Some(ShelvedFile { sha256, content }) = self.shelf.get(&file.name) {
            let taken = self.again(&sha256, content, work);
            return Ok((sha256, taken));
        }
        let LoadedFile { bytes, sha256 } = file.load(self.limits().file_bytes)?;
        let put = |content| {
            let sha256 = sha256.clone();
            self.shelf.put(&file.name, ShelvedFile { sha256, content });
        };
        if (self.is_own_text)(&bytes) {
            put(Shelved::OwnText);
            return Ok((sha256, TakenAs::OwnText));
        }
        let with_book = |mut book: Workbook| {
            for grid in &mut book.grids {
                grid.incomplete = book.faults.iter().any(|one| one.sheet == grid.name);
            }
            let book = Arc::new(book);
            put(Shelved::Book(Arc::clone(&book)));
            work(&sha256, &book)
        };
        let taken = match within(&bytes, self.reader, &self.spending, &with_book) {
            Ok(done) => TakenAs::Done(done),
            Err(why) => {
                let nothing = NoBook {
                    why,
                    kind: kind_name(&bytes),
                    is_volume: bytes.starts_with(FIRST_VOLUME),
                };
                // A fault of ours may be in what was done with it.
                if !matches!(nothing.why, Untreated::Stopped(Stopped::Fault(_))) {
                    put(Shelved::Nothing(nothing.clone()));
                }
                TakenAs::Nothing(nothing)
            }
        };
        Ok((sha256, taken))
    }

    /// What was kept of a file, again.
    fn again<T>(
        &self,
        sha256: &str,
        content: Shelved,
        work: &impl Fn(&str, &Arc<Workbook>) -> T,
    ) -> TakenAs<T> {
        let book = match content {
            Shelved::Book(book) => book,
            Shelved::OwnText => return TakenAs::OwnText,
            Shelved::Nothing(nothing) => return TakenAs::Nothing(nothing),
        };
        let treated = timed(&self.spending, |time| {
            guard::within(time, || Ok(work(sha256, &book)))
        });
        match treated {
            Ok(done) => TakenAs::Done(done),
            Err(why) => TakenAs::Nothing(NoBook {
                why,
                kind: name_of_kind(book.kind).to_string(),
                is_volume: false,
            }),
        }
    }
}

/// What became of a file's workbook, for those who do not ask why there is none.
pub enum FileRead<T> {
    /// This.
    Done(T),
    /// It is a result of ours, which its bytes say.
    OwnText,
    /// It cannot be read.
    Nothing,
}

/// How the first of several volumes of a zip archive begins.
const FIRST_VOLUME: &[u8] = b"PK\x07\x08";
