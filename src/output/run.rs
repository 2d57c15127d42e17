//! By what two results are known to be of one run.
//!
//! In: what a result is made of, or a file that was written. Out: a checksum of it, which the workbook has as a property and the
//! JSON as a member, so that a run that ended between the two is seen later. It depends on nothing but the result: the same input
//! gives the same bytes. Not for: whether a file is still what was written, which its seal tells.

use std::io::{self, BufReader, Read, Seek, SeekFrom, Write};
use std::path::Path;

use serde::Serialize;
use sha2::{Digest, Sha256};
use zip::ZipArchive;

use crate::base::opening;
use crate::base::seal::hex;
use crate::output::WriteError;

/// The custom document property of a workbook, and the member of the JSON, that hold the checksum.
pub const RUN: &str = "tonghop-run";
/// Digits of the checksum.
const DIGITS: usize = 64;
/// Bytes of the properties, and of the end of a JSON, that are looked at.
const LOOKED_AT: u64 = 64 * 1024;

/// The checksum of a report, an audit or a comparison.
///
/// # Errors
/// [`WriteError::Json`] if a value has no JSON form.
pub fn of(result: &impl Serialize) -> Result<String, WriteError> {
    let mut sum = Sum(Sha256::new());
    serde_json::to_writer(&mut sum, result)?;
    Ok(hex(&sum.0.finalize()))
}

struct Sum(Sha256);

impl Write for Sum {
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

/// The run that a file says it is of.
fn stated(path: &Path) -> Option<String> {
    of_workbook(path).or_else(|| of_json(path).ok().flatten())
}

fn of_workbook(path: &Path) -> Option<String> {
    let mut archive = ZipArchive::new(BufReader::new(opening::open(path).ok()?)).ok()?;
    let part = archive.by_name("docProps/custom.xml").ok()?;
    let mut text = String::new();
    part.take(LOOKED_AT).read_to_string(&mut text).ok()?;
    let (_, rest) = text.split_once(&format!("name=\"{RUN}\""))?;
    let (_, rest) = rest.split_once("lpwstr>")?;
    digits(rest)
}

/// It stands at the end, before the checksum.
fn of_json(path: &Path) -> io::Result<Option<String>> {
    let mut file = opening::open(path)?;
    let end = file.seek(SeekFrom::End(0))?;
    file.seek(SeekFrom::Start(end.saturating_sub(LOOKED_AT)))?;
    let mut bytes = Vec::new();
    file.take(LOOKED_AT).read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    let found = text.rsplit_once(&format!("\"{RUN}\""));
    Ok(found.and_then(|(_, rest)| digits(rest.trim_start_matches([' ', ':', '"']))))
}

fn digits(text: &str) -> Option<String> {
    let digits = text.get(..DIGITS)?;
    let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hex.then(|| digits.to_string())
}
