//! The child's side: reads one .xls, .xlsb or .ods file and answers with what was in it.
//!
//! In: a request line and the file's bytes, from the program that started this one and that keeps the stream open as long as it
//! waits. Out: one line of JSON. Not for: deciding what to do about a fault.

use std::ffi::OsString;
use std::io::{self, BufRead, Read, Write};
use std::process::ExitCode;
use std::thread;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::input::read::file_kind::FileKind;
use crate::input::read::legacy;
use crate::input::read::limits::ReadLimits;
use crate::input::read::memory;
#[cfg(feature = "parquet")]
use crate::input::read::parquet_records;
use crate::input::read::system;
use crate::input::read::xlsx::guarded;
use crate::input::read::{ReadFault, Workbook};

/// The first argument of a program that is started to read one file. Not a command for users.
pub(super) const CHILD_ARGUMENT: &str = "__read";

/// Whether these arguments of the program, its name first, are those of a child that is to call [`serve_child`].
pub fn is_child_call(mut arguments: impl Iterator<Item = OsString>) -> bool {
    arguments
        .nth(1)
        .is_some_and(|first| first == CHILD_ARGUMENT)
}

/// The first line that the child is sent; the file's bytes follow.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Request {
    pub(super) kind: FileKind,
    pub(super) limits: ReadLimits,
    /// How many bytes the file has.
    pub(super) bytes: u64,
}

/// What the child answers.
pub(super) type Answer = Result<Workbook, ReadFault>;

/// What ends the records that it answers.
pub(super) const WHOLE: &str = "whole";

/// What it answers of Parquet that it cannot read.
pub(super) type NoRecordsRead = Result<(), ReadFault>;

/// The request line is shorter than this.
const REQUEST_BYTES: u64 = 4096;

/// Serves one request on the standard streams, within the request's limits. To be called at once when the program's first
/// arguments pass [`is_child_call`].
pub fn serve_child() -> ExitCode {
    // The message of a panic goes into the answer.
    std::panic::set_hook(Box::new(|_| {}));
    // Locked no longer than it takes: the thread that watches it waits for it.
    let asked = asked(io::stdin().lock());
    let served = asked.and_then(|(request, bytes)| {
        end_with(io::stdin());
        end_after(request.limits.time);
        answer(&request, &bytes, io::stdout())
    });
    match served {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// Ends this process when its parent ends, however that comes: the parent's end of the stream is closed then.
fn end_with(mut parent: impl Read + Send + 'static) {
    thread::spawn(move || {
        // Nothing more is sent.
        let _ = parent.read(&mut [0]);
        std::process::exit(1);
    });
}

/// Ends this process some time after its parent should have, in case the stream does not tell.
fn end_after(time: Duration) {
    const GRACE: Duration = Duration::from_secs(5);
    thread::spawn(move || {
        thread::sleep(time + GRACE);
        std::process::exit(1);
    });
}

/// Reads one request and the bytes of its file. The limits count from before the bytes.
///
/// # Errors
/// If the stream fails or ends too early, or the request is malformed.
fn asked(mut input: impl BufRead) -> io::Result<(Request, Vec<u8>)> {
    let mut line = Vec::new();
    input
        .by_ref()
        .take(REQUEST_BYTES)
        .read_until(b'\n', &mut line)?;
    let request: Request = serde_json::from_slice(&line)?;
    memory::limit(request.limits.child_memory_bytes);
    system::limit(&request.limits);
    let mut bytes = Vec::new();
    let read = input.take(request.bytes).read_to_end(&mut bytes)?;
    if read as u64 == request.bytes {
        Ok((request, bytes))
    } else {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}

/// The answer: the workbook or the fault as JSON; of Parquet the records, or the fault as JSON.
fn answered(request: &Request, bytes: &[u8]) -> io::Result<Vec<u8>> {
    #[cfg(feature = "parquet")]
    if request.kind == FileKind::Parquet {
        let read = || parquet_records::read(bytes, &request.limits);
        return match guarded(read).and_then(|read| read) {
            Ok(records) => Ok([&*records, WHOLE.as_bytes()].concat()),
            Err(fault) => Ok(serde_json::to_vec(&NoRecordsRead::Err(fault))?),
        };
    }
    let answer: Answer =
        guarded(|| legacy::read(request.kind, bytes, &request.limits)).and_then(|read| read);
    Ok(serde_json::to_vec(&answer)?)
}

/// Reads the file, and answers.
///
/// # Errors
/// If the stream fails.
fn answer(request: &Request, bytes: &[u8], mut output: impl Write) -> io::Result<()> {
    let answer = answered(request, bytes)?;
    output.write_all(&answer)?;
    output.flush()
}
