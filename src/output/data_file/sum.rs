//! The checksum that a data file carries, and what else of it is seen without reading it.
//!
//! In: bytes while they are written, or those of a file. Out: the checksum, and whether they are what was written. Not for: what the
//! records say. No parser looks at the bytes here: they may be anybody's.

use std::io::{self, Write};

use memchr::memmem;
use sha2::{Digest, Sha256};

use crate::base::outside::bytes_without_bom;
use crate::base::seal::hex;
use crate::output::run;
use crate::result::report::record::{COLUMNS, END};

/// The properties of a Parquet file that name the schema's version, and its checksum.
pub(super) const SCHEMA: &str = "tonghop-schema";
pub(super) const SUM: &str = "tonghop-sum";
/// How a Parquet file begins and ends.
const MAGIC: &[u8] = b"PAR1";
/// Digits of a checksum.
const DIGITS: usize = 64;

/// The checksum that a file of ours states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// As it is stated.
    pub sum: String,
    /// Whether it is that of the bytes.
    pub is_whole: bool,
}

/// Bytes on their way to a file, and their checksum.
pub(super) struct Summed<W> {
    out: W,
    sum: Sha256,
}

impl<W: Write> Summed<W> {
    pub(super) fn new(out: W) -> Self {
        let sum = Sha256::new();
        Summed { out, sum }
    }

    /// The checksum of all bytes so far.
    pub(super) fn so_far(&self) -> String {
        hex(&self.sum.clone().finalize())
    }
}

impl<W: Write> Write for Summed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.sum.update(bytes.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Whether a text begins with the heads of our columns, from the first to the fourth.
pub(super) fn begins_as_csv(start: &[u8]) -> bool {
    let names: Vec<&str> = COLUMNS.iter().take(4).map(|(name, _)| *name).collect();
    bytes_without_bom(start).starts_with(names.join(",").as_bytes())
}

/// Whether a file begins as one of Parquet.
pub(super) fn begins_as_parquet(start: &[u8]) -> bool {
    start.starts_with(MAGIC)
}

/// The last record of a text, where that seals it, and what stands above it.
fn parted(bytes: &[u8]) -> Option<(&[u8], Vec<&str>)> {
    let text = bytes.strip_suffix(b"\r\n")?;
    let start = memmem::rfind(text, b"\r\n")? + 2;
    let (above, last) = bytes.split_at_checked(start)?;
    let fields = std::str::from_utf8(last.strip_suffix(b"\r\n")?).ok()?;
    Some((above, fields.split(',').collect()))
}

/// What a column of the last record holds, which has no quotes. A later program may have added columns behind.
fn of_end<'f>(fields: &[&'f str], column: &str) -> Option<&'f str> {
    let field = |name: &str| {
        let at = COLUMNS.iter().position(|(own, _)| *own == name)?;
        fields.get(at).copied()
    };
    (field("kind")? == END).then(|| field(column))?
}

/// The run that a text states at its end.
pub(super) fn run_of_csv(end: &[u8]) -> Option<String> {
    let (_, fields) = parted(end)?;
    run::digits(of_end(&fields, "item_id")?)
}

/// The checksum that CSV of ours states. `None`: it states none.
pub fn of_csv(bytes: &[u8]) -> Option<Sealed> {
    let (above, fields) = parted(bytes)?;
    let sum = run::digits(of_end(&fields, "text")?)?;
    let is_whole = hex(&Sha256::digest(above)) == sum;
    Some(Sealed { sum, is_whole })
}

/// The checksum that Parquet of ours states. `None`: it states none.
pub fn of_parquet(bytes: &[u8]) -> Option<Sealed> {
    let rest = bytes.strip_suffix(MAGIC)?;
    let (rest, length) = rest.split_last_chunk::<4>()?;
    let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
    let (above, footer) = rest.split_at_checked(rest.len().checked_sub(length)?)?;
    let sum = stated(footer, SUM)?;
    let is_whole = hex(&Sha256::digest(above)) == sum;
    Some(Sealed { sum, is_whole })
}

/// What a property in the footer of a Parquet file of ours says: its name, two bytes of the value's type and length, and the value.
pub(super) fn stated(footer: &[u8], name: &str) -> Option<String> {
    let at = memmem::rfind(footer, name.as_bytes())? + name.len();
    let value = footer.get(at + 2..)?;
    if name == SCHEMA {
        return value.first().map(|digit| char::from(*digit).to_string());
    }
    let digits = std::str::from_utf8(value.get(..DIGITS)?).ok()?;
    run::digits(digits)
}

/// Whether bytes are a data file of ours.
pub(in crate::output) fn is_data(bytes: &[u8]) -> bool {
    begins_as_csv(bytes) || (begins_as_parquet(bytes) && of_parquet(bytes).is_some())
}
