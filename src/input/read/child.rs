//! The parent's side: has a child process of this program read a file, and always gets an answer in time.
//!
//! In: the bytes of a file. Out: what the child answered, or how it ended. Not for: what the child does; see `serve`.

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use crate::input::read::Workbook;
use crate::input::read::fault::{Bound, ReadFault};
use crate::input::read::file_kind::FileKind;
use crate::input::read::job::JobObject;
use crate::input::read::limits::ReadLimits;
use crate::input::read::package::within;
use crate::input::read::serve::{Answer, CHILD_ARGUMENT, NoRecordsRead, Request, WHOLE};

/// How much of what the child says before its end is kept.
const LAST_WORDS_BYTES: u64 = 4096;
/// How long a child that has closed its answer may take to end.
const END: Duration = Duration::from_secs(2);
/// What Rust's runtime says when an allocation is refused.
const OUT_OF_MEMORY: &str = "memory allocation of";

/// A child process that is ended, and waited for, whatever happens here.
struct Running {
    child: Child,
    /// Closed after the child has ended, or by the system if this process is ended, which ends the child.
    _job: Option<JobObject>,
}

impl Drop for Running {
    fn drop(&mut self) {
        // Both fail only if the child has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Reads a file of a kind that was told from its bytes.
///
/// # Errors
/// What the child answers, or how it ended: see [`ReadFault`].
pub(super) fn read(
    program: &Path,
    kind: FileKind,
    bytes: &[u8],
    limits: &ReadLimits,
) -> Result<Workbook, ReadFault> {
    let understood = |answer: &[u8]| serde_json::from_slice::<Answer>(answer).ok();
    answered(program, (kind, bytes, limits), |answer| understood(&answer))
}

/// Has the records of a file of Parquet read, as CSV.
///
/// # Errors
/// As [`read`].
pub(super) fn records(
    program: &Path,
    bytes: &[u8],
    limits: &ReadLimits,
) -> Result<Vec<u8>, ReadFault> {
    let understood = |mut answer: Vec<u8>| {
        if let Ok(NoRecordsRead::Err(fault)) = serde_json::from_slice(&answer) {
            return Some(Err(fault));
        }
        let length = answer.strip_suffix(WHOLE.as_bytes())?.len();
        answer.truncate(length);
        Some(Ok(answer))
    };
    answered(program, (FileKind::Parquet, bytes, limits), understood)
}

/// Has a child read a file. `understood` says what its answer means; nothing where it did not come to its end.
fn answered<T>(
    program: &Path,
    (kind, bytes, limits): (FileKind, &[u8], &ReadLimits),
    understood: impl FnOnce(Vec<u8>) -> Option<Result<T, ReadFault>>,
) -> Result<T, ReadFault> {
    let no_child = |error: io::Error| ReadFault::NoChild(error.to_string());
    let request = Request {
        kind,
        limits: limits.clone(),
        bytes: bytes.len() as u64,
    };
    let mut head = serde_json::to_vec(&request).map_err(|error| no_child(error.into()))?;
    head.push(b'\n');
    let mut command = Command::new(program);
    apart(&mut command);
    let child = command
        .arg(CHILD_ARGUMENT)
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(no_child)?;
    thread::scope(|scope| {
        // Inside the scope, so that the child is ended, and with it the pipes, before the threads are waited for.
        let job = JobObject::around(&child, limits);
        let mut running = Running { child, _job: job };
        let (stdin, stdout, stderr) = (
            running.child.stdin.take(),
            running.child.stdout.take(),
            running.child.stderr.take(),
        );
        // Given back and kept to the end: the child ends when it is closed, so that none outlives this process.
        let _stdin = scope.spawn(move || {
            let mut stdin = stdin;
            if let Some(stdin) = &mut stdin {
                // A child that ends early does not read all of it; its answer tells why.
                let _ = stdin.write_all(&head).and_then(|()| stdin.write_all(bytes));
            }
            stdin
        });
        let (send_words, last_words) = mpsc::channel();
        scope.spawn(move || send_words.send(start_of(stderr, LAST_WORDS_BYTES)));
        let (send_answer, answer) = mpsc::channel();
        let limit = limits.answer_bytes;
        scope.spawn(move || send_answer.send(start_of(stdout, limit.saturating_add(1))));

        let Ok(answer) = answer.recv_timeout(limits.time) else {
            let seconds = limits.time.as_secs();
            return Err(ReadFault::TimedOut { seconds });
        };
        within(Bound::AnswerBytes, answer.len() as u64, limit)?;
        if let Some(answer) = understood(answer) {
            return answer;
        }
        let status = ended(&mut running.child);
        let words = last_words.recv_timeout(END).unwrap_or_default();
        Err(died(&String::from_utf8_lossy(&words), &status, limits))
    })
}

/// Keeps Ctrl-C, which reaches every process of a group, from the child: it would end before this process does, which would take
/// its file for one that cannot be read.
#[cfg(unix)]
fn apart(command: &mut Command) {
    use std::os::unix::process::CommandExt;
    command.process_group(0);
}

/// Keeps Ctrl-C, which reaches every process of a group, from the child: it would end before this process does, which would take
/// its file for one that cannot be read.
#[cfg(windows)]
fn apart(command: &mut Command) {
    use std::os::windows::process::CommandExt;
    const CREATE_NEW_PROCESS_GROUP: u32 = 0x0000_0200;
    command.creation_flags(CREATE_NEW_PROCESS_GROUP);
}

/// There are no groups here.
#[cfg(not(any(unix, windows)))]
fn apart(_: &mut Command) {}

/// The first bytes of a stream.
fn start_of(stream: Option<impl Read>, bytes: u64) -> Vec<u8> {
    let mut start = Vec::new();
    if let Some(stream) = stream {
        // What came before an error is all that there is.
        let _ = stream.take(bytes).read_to_end(&mut start);
    }
    start
}

/// How the child ended, waited for a short while.
#[expect(clippy::disallowed_methods, reason = "a wait has an end")]
fn ended(child: &mut Child) -> String {
    let since = Instant::now();
    while since.elapsed() < END {
        match child.try_wait() {
            Ok(None) => thread::sleep(Duration::from_millis(5)),
            Ok(Some(status)) => return status.to_string(),
            Err(error) => return error.to_string(),
        }
    }
    "it did not end".to_string()
}

fn died(words: &str, status: &str, limits: &ReadLimits) -> ReadFault {
    if words.contains(OUT_OF_MEMORY) {
        return ReadFault::OutOfMemory {
            limit_bytes: limits.child_memory_bytes,
        };
    }
    let words = words.lines().find(|line| !line.trim().is_empty());
    ReadFault::Crashed(match words {
        Some(words) => format!("{status}: {}", words.trim()),
        None => status.to_string(),
    })
}
