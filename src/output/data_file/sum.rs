//! The checksum that a data file carries, and what else of it is seen without reading it.
//!
//! In: bytes while they are written, or those of a file. Out: the checksum, and whether they are what was written. Not for: what the
//! records say. No parser looks at the bytes here: they may be anybody's.

use std::io::{self, BufReader, Cursor, Read, SeekFrom, Write};

use memchr::memmem;
use sha2::{Digest, Sha256};

use crate::base::outside::bytes_without_bom;
use crate::base::seal::hex;
use crate::output::file_in_place::ReadAnywhere;
use crate::output::run;
use crate::result::report::record::{COLUMNS, END};

/// The properties of a Parquet file that name the schema's version, and its checksum.
pub(super) const SCHEMA: &str = "tonghop-schema";
pub(super) const SUM: &str = "tonghop-sum";
/// How a Parquet file begins and ends.
const MAGIC: &[u8] = b"PAR1";
/// Digits of a checksum.
const DIGITS: usize = 64;
/// Bytes at the end of a text in which its last record stands.
const OF_LAST_RECORD: u64 = 64 * 1024;
/// Bytes at the end of a footer in which its properties stand; ours has two thousand for each thirty thousand records before them.
const OF_FOOTER: u64 = 64 * 1024 * 1024;
/// Bytes that are summed up at once.
const AT_ONCE: usize = 256 * 1024;

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

/// The checksum that CSV of ours states. `None`: it states none, or cannot be read. It is never held whole.
pub fn of_csv(file: &mut dyn ReadAnywhere) -> Option<Sealed> {
    let (length, end) = end_of(file, OF_LAST_RECORD).ok()?;
    let (above, fields) = parted(&end)?;
    let sum = run::digits(of_end(&fields, "text")?)?;
    let last = (end.len() - above.len()) as u64;
    sealed(file, length - last, sum)
}

/// The checksum that Parquet of ours states. `None`: it states none, or cannot be read. It is never held whole.
pub fn of_parquet(file: &mut dyn ReadAnywhere) -> Option<Sealed> {
    let (length, end) = end_of(file, (MAGIC.len() + 4) as u64).ok()?;
    let of_footer = end.strip_suffix(MAGIC)?.first_chunk::<4>()?;
    let of_footer = u64::from(u32::from_le_bytes(*of_footer));
    let behind = end.len() as u64 + of_footer;
    let above = length.checked_sub(behind)?;
    let (_, footer) = end_of(file, behind.min(OF_FOOTER)).ok()?;
    let sum = stated(&footer, SUM)?;
    sealed(file, above, sum)
}

/// How long a file is, and its last bytes.
fn end_of(file: &mut dyn ReadAnywhere, bytes: u64) -> io::Result<(u64, Vec<u8>)> {
    let length = file.seek(SeekFrom::End(0))?;
    file.seek(SeekFrom::Start(length.saturating_sub(bytes)))?;
    let mut end = Vec::new();
    file.take(bytes).read_to_end(&mut end)?;
    Ok((length, end))
}

/// Whether so many bytes from the start have the checksum that is stated.
fn sealed(file: &mut dyn ReadAnywhere, bytes: u64, sum: String) -> Option<Sealed> {
    file.rewind().ok()?;
    let mut summed = Summed::new(io::sink());
    let mut above = BufReader::with_capacity(AT_ONCE, file.take(bytes));
    let read = io::copy(&mut above, &mut summed).ok()?;
    let is_whole = read == bytes && summed.so_far() == sum;
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
    let states = || of_parquet(&mut Cursor::new(bytes)).is_some();
    begins_as_csv(bytes) || (begins_as_parquet(bytes) && states())
}
