//! By what two results are known to be of one run.
//!
//! In: what a result is made of, or a file that was written. Out: a checksum of it, which the workbook has as a property and the
//! JSON as a member, so that a run that ended between the two is seen later. It depends on nothing but the result: the same input
//! gives the same bytes. Not for: whether a file is still what was written, which its seal tells.

use std::io::{self, Write};
use std::path::Path;

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::base::seal::hex;
use crate::output::glimpse::Glimpse;
use crate::output::{WriteError, format_of};

/// The custom document property of a workbook, and the member of the JSON, that hold the checksum.
pub const RUN: &str = "tonghop-run";
/// Digits of the checksum.
const DIGITS: usize = 64;

/// The checksum of a report, an audit or a comparison.
///
/// # Errors
/// [`WriteError::Json`] if a value has no JSON form.
pub fn of(result: &impl Serialize) -> Result<String, WriteError> {
    let mut sum = Sha256Writer(Sha256::new());
    serde_json::to_writer(&mut sum, result)?;
    Ok(hex(&sum.0.finalize()))
}

struct Sha256Writer(Sha256);

impl Write for Sha256Writer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Whether two files are results of this program of different runs. Not so where one of them is not there or does not tell.
pub fn differ(one: &Path, other: &Path) -> bool {
    matches!((stated(one), stated(other)), (Some(one), Some(other)) if one != other)
}

/// The run that a file of ours says it is of.
fn stated(path: &Path) -> Option<String> {
    let found = Glimpse::open(path).ok()?;
    format_of(&found)?.run(&found)
}

/// The checksum at the beginning of a text.
pub(super) fn digits(text: &str) -> Option<String> {
    let digits = text.get(..DIGITS)?;
    let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hex.then(|| digits.to_string())
}
