//! Inflates the parts of a zip file one after another, each in one go from slice to buffer.
//!
//! In: a part's raw bytes, and what the directory says of it. Out: its content at the end of a buffer, or why not. Not for: bounds
//! over all parts, which `package` checks before.
//!
//! Why not zip's own reader: it sets up a decompressor and two buffers for every part, which for the many small parts of a
//! workbook takes longer than the inflation itself. zlib-rs is all Rust: these bytes come from anybody.

use flate2::{Crc, Decompress, FlushDecompress, Status};
use zip::CompressionMethod;

/// What the zip directory says of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Declared {
    pub(crate) method: CompressionMethod,
    pub(crate) encrypted: bool,
    pub(crate) bytes: u64,
    pub(crate) crc: u32,
}

/// Deflate makes at most this many bytes out of one (258 out of two bits), so that a declared size above that is not believed.
pub(crate) const MOST_TIMES: u64 = 1_032;

/// A decompressor that is used again for every part.
pub(crate) struct Inflater(Decompress);

impl Inflater {
    /// A decompressor for raw deflate streams, as zip files have them.
    pub(crate) fn new() -> Self {
        Inflater(Decompress::new(false))
    }

    /// Appends the content of a part to the buffer.
    ///
    /// # Errors
    /// What is wrong with the part, in English: another method, a broken stream, another size or CRC than declared. The buffer
    /// may have grown by a piece of the part.
    pub(crate) fn append(
        &mut self,
        raw: &[u8],
        declared: Declared,
        buffer: &mut Vec<u8>,
    ) -> Result<(), String> {
        let start = buffer.len();
        if declared.encrypted {
            return Err("the part is encrypted".to_string());
        }
        match declared.method {
            CompressionMethod::Stored => buffer.extend_from_slice(raw),
            CompressionMethod::Deflated => self.deflated(raw, declared.bytes, buffer)?,
            other => return Err(format!("unknown compression method {other:?}")),
        }
        let content = buffer.get(start..).unwrap_or_default();
        if content.len() as u64 != declared.bytes {
            return Err(format!(
                "the part has {} bytes instead of the declared {}",
                content.len(),
                declared.bytes
            ));
        }
        if crc32(content) != declared.crc {
            return Err("the CRC is wrong".to_string());
        }
        Ok(())
    }

    fn deflated(&mut self, raw: &[u8], declared: u64, buffer: &mut Vec<u8>) -> Result<(), String> {
        let most = (raw.len() as u64).saturating_mul(MOST_TIMES);
        if declared > most {
            return Err(format!(
                "the part cannot have the declared {declared} bytes, but {most} at most"
            ));
        }
        // One byte more, by which a part shows that it goes on.
        buffer.reserve(declared as usize + 1);
        self.0.reset(false);
        let ended = self.0.decompress_vec(raw, buffer, FlushDecompress::Finish);
        if self.0.total_out() > declared {
            return Err(format!(
                "the part has more than the declared {declared} bytes"
            ));
        }
        match ended {
            Ok(Status::StreamEnd) => Ok(()),
            _ => Err("the compressed data is broken or ends too early".to_string()),
        }
    }
}

/// The checksum of zip files.
pub(crate) fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = Crc::new();
    crc.update(bytes);
    crc.sum()
}
