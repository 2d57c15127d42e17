//! Inflates the parts of a zip file one after another, each in one go from slice to buffer.
//!
//! In: a part's raw bytes, and what the directory says of it. Out: its content at the end of a buffer, or why not. Not for: bounds
//! over all parts, which `package` checks before.
//!
//! Why not zip's own reader: it sets up a decompressor and two buffers for every part, which for the many small parts of a
//! workbook takes longer than the inflation itself.

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

/// Room is made in steps of this many bytes, so that a declared size is not believed before it comes true.
const STEP_BYTES: usize = 1 << 20;

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
        let mut crc = Crc::new();
        crc.update(content);
        if crc.sum() != declared.crc {
            return Err("the CRC is wrong".to_string());
        }
        Ok(())
    }

    fn deflated(&mut self, raw: &[u8], declared: u64, buffer: &mut Vec<u8>) -> Result<(), String> {
        self.0.reset(false);
        loop {
            let rest = raw.get(self.0.total_in() as usize..).unwrap_or_default();
            let missing = declared.saturating_sub(self.0.total_out()) as usize;
            // One byte more shows whether there is more than declared.
            buffer.reserve(missing.saturating_add(1).min(STEP_BYTES));
            let before = (self.0.total_in(), self.0.total_out());
            let status = self
                .0
                .decompress_vec(rest, buffer, FlushDecompress::None)
                .map_err(|error| error.to_string())?;
            if status == Status::StreamEnd || self.0.total_out() > declared {
                return Ok(());
            }
            if before == (self.0.total_in(), self.0.total_out()) {
                return Err("the compressed data ends too early".to_string());
            }
        }
    }
}
