//! From the bytes of a file to sparse grids of cells with absolute addresses. The only place that knows calamine.
//!
//! In: the bytes of one file, from anybody. Out: a [`Workbook`] or a [`ReadFault`], always, within [`ReadLimits`]. Not for:
//! finding files, or for what the cells mean.
//!
//! .xlsx and .xlsm are read in this process, behind a guard: every part is inflated once, within bounds and to its end, so that
//! its CRC is checked; claims that would make the parser reserve memory are crossed out; and the cells are streamed. For .xls,
//! .xlsb and .ods there is no such guard, because they are parsed whole when they are opened: a child process of the same
//! program reads them, with a memory and a time limit. Web pages, the XML of Excel 2003 and delimited text, which often come
//! under the name .xls, are read in this process by our own readers, in one pass.

mod budget;
mod cells;
pub(crate) mod charset;
#[cfg_attr(target_family = "wasm", path = "no_child.rs")]
mod child;
mod color;
mod commas;
mod compound;
mod conditional;
mod conditions;
mod conditions_2003;
mod css;
mod delimited;
mod docx;
mod docx_conditional;
mod docx_controls;
mod docx_format;
mod docx_look;
mod docx_numbers;
mod docx_styles;
mod docx_table;
mod elsewhere;
mod fault;
mod file_kind;
mod find;
mod fonts;
mod html;
mod incoming;
pub(crate) mod inflate;
#[cfg(not(target_family = "wasm"))]
mod job;
pub(crate) mod le;
mod legacy;
mod limits;
mod looks;
mod marks;
mod markup;
pub mod memory;
mod mend;
mod ods;
mod ods_formats;
mod ods_marks;
mod ods_sheet;
mod ods_styles;
mod overlay;
mod package;
mod page;
#[cfg(feature = "parquet")]
mod parquet_records;
mod pieces;
mod r1c1;
mod record_styles;
mod record_text;
mod records;
mod runs;
mod second_look;
#[cfg(not(target_family = "wasm"))]
mod serve;
mod sheet;
mod sheet_facts;
mod sniff;
mod stored;
mod styles;
#[cfg(not(target_family = "wasm"))]
mod system;
mod value;
mod worksheets;
mod xls;
mod xlsb;
mod xlsx;
mod xml;
mod xml2003;
mod xml2003_styles;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::base::cell::Grid;
pub use crate::input::read::elsewhere::{ReadAs, answer_bytes};
pub use crate::input::read::fault::{Bound, ReadFault, SheetFault, SheetProblem};
pub use crate::input::read::file_kind::FileKind;
pub use crate::input::read::limits::{LimitError, ReadLimits};
pub use crate::input::read::looks::{SheetLooks, looks};
pub use crate::input::read::package::DamagedPart;
#[cfg(not(target_family = "wasm"))]
pub use crate::input::read::serve::{is_child_call, serve_child};
pub use crate::input::read::sniff::sniff;

/// What was read from one file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Workbook {
    /// What the file really is.
    pub kind: FileKind,
    /// The worksheets in the order of their tabs, as far as they could be read.
    pub grids: Vec<Grid>,
    /// What could not be read.
    pub faults: Vec<SheetFault>,
    /// Chart, dialog and macro sheets by name; they hold no cells that count.
    pub skipped: Vec<String>,
    /// Damaged parts of the file. A damaged worksheet also stands in `faults`.
    pub damaged_parts: Vec<DamagedPart>,
    /// Document properties.
    pub properties: Properties,
}

/// Document properties, as far as the file has them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Properties {
    /// When the document was made, in ISO 8601 as stored.
    pub created: Option<String>,
    /// When the document was last saved, in ISO 8601 as stored.
    pub modified: Option<String>,
    /// Who saved it last.
    pub last_modified_by: Option<String>,
    /// Properties with names of their own, such as a template's stamp.
    pub custom: BTreeMap<String, String>,
}

impl From<calamine::WorkbookProperties> for Properties {
    fn from(properties: calamine::WorkbookProperties) -> Self {
        Properties {
            created: properties.created,
            modified: properties.modified,
            last_modified_by: properties.last_modified_by,
            custom: properties.custom_properties.into_iter().collect(),
        }
    }
}

/// What a byte of a file may become as cells and texts, in bytes: a cell takes 26 bytes of XML, and some 300 bytes here.
const CELLS_TIMES: u64 = 12;
/// What all cells of a file may become, as their number and their text are bounded.
const MOST_CELL_BYTES: u64 = 384 * 1024 * 1024;

/// What a child process may take at first, in bytes, however small its file: an ordinary one takes a tenth.
const CHILD_BYTES: u64 = 64 * 1024 * 1024;

/// Reads workbooks.
#[derive(Clone, Debug)]
pub struct Reader {
    limits: ReadLimits,
    program: PathBuf,
}

impl Reader {
    /// A reader with these limits. `program` is the executable of this program, started again for the formats that are read in
    /// a child process.
    pub fn new(limits: ReadLimits, program: PathBuf) -> Self {
        Reader { limits, program }
    }

    /// The limits.
    pub fn limits(&self) -> &ReadLimits {
        &self.limits
    }

    /// The same reader with other limits of time and of a child process's memory.
    #[must_use]
    pub fn within(&self, time: Duration, child_memory_bytes: u64) -> Self {
        let mut reader = self.clone();
        reader.limits.time = time;
        reader.limits.child_memory_bytes = child_memory_bytes;
        reader
    }

    /// The memory that reading and understanding this file may take in this process and in a child process, as the sizes that it
    /// declares let one expect, in bytes: the parts once inflated, and what the cells in them become. A file says less only at its
    /// own peril, since no part may be larger than declared; a child process is held to what was expected.
    pub fn room_bytes(&self, bytes: &[u8]) -> (u64, u64) {
        let (unpacked, has_child) = match sniff::magic(bytes) {
            FileKind::Zip => {
                package::directory(bytes, &self.limits).map_or((0, false), |archive| {
                    let unpacked = package::declared_bytes(&archive);
                    let kind = sniff::zip_kind(&mut { archive });
                    (unpacked, matches!(kind, FileKind::Xlsb | FileKind::Ods))
                })
            }
            kind => (0, kind == FileKind::Xls),
        };
        let unpacked = unpacked.min(self.limits.inflated_bytes);
        let content = unpacked.max(bytes.len() as u64);
        let cells = content.saturating_mul(CELLS_TIMES).min(MOST_CELL_BYTES);
        let here = cells + unpacked + bytes.len() as u64;
        let child = if has_child { here.max(CHILD_BYTES) } else { 0 };
        (here, child)
    }

    /// Reads one file.
    ///
    /// # Errors
    /// See [`ReadFault`].
    pub fn read(&self, bytes: &[u8]) -> Result<Workbook, ReadFault> {
        if sniff(bytes) != FileKind::Word
            && let Some(read) = self.elsewhere(bytes, ReadAs::Return)
        {
            return read;
        }
        self.stored(bytes)
            .map(incoming::workbook)
            .map_err(incoming::fault)
    }

    /// What is in one file, with its texts as they are stored.
    fn stored(&self, bytes: &[u8]) -> Result<Workbook, ReadFault> {
        package::within(Bound::FileBytes, bytes.len() as u64, self.limits.file_bytes)?;
        match sniff::magic(bytes) {
            FileKind::Zip => self.read_package(bytes),
            FileKind::Xls => child::read(&self.program, FileKind::Xls, bytes, &self.limits),
            FileKind::EncryptedOoxml => Err(ReadFault::Password),
            FileKind::Zeros => Err(ReadFault::OnlyZeros {
                bytes: bytes.len() as u64,
            }),
            FileKind::Html => html::read(bytes, &self.limits),
            FileKind::SpreadsheetMl2003 => xml2003::read(bytes, &self.limits),
            FileKind::Text if delimited::is_table(bytes) => delimited::read(bytes, &self.limits),
            other => Err(ReadFault::NotAWorkbook(other)),
        }
    }

    /// Reads one file as [`Reader::read`] does, and .docx documents as well: a form may be returned as tables of one.
    ///
    /// # Errors
    /// See [`ReadFault`].
    pub fn read_return(&self, bytes: &[u8]) -> Result<Workbook, ReadFault> {
        if let Some(read) = self.elsewhere(bytes, ReadAs::Return) {
            return read;
        }
        match sniff(bytes) {
            FileKind::Word => self
                .stored_any(bytes)
                .map(docx::parted)
                .map(incoming::workbook)
                .map_err(incoming::fault),
            _ => self.read(bytes),
        }
    }

    /// Reads one file as [`Reader::read_return`] does, and text of any shape as well: a table to be looked at may come as it, a
    /// return may not.
    ///
    /// # Errors
    /// See [`ReadFault`].
    pub fn read_any(&self, bytes: &[u8]) -> Result<Workbook, ReadFault> {
        if let Some(read) = self.elsewhere(bytes, ReadAs::Table) {
            return read;
        }
        self.stored_any(bytes)
            .map(incoming::workbook)
            .map_err(incoming::fault)
    }

    fn stored_any(&self, bytes: &[u8]) -> Result<Workbook, ReadFault> {
        match sniff(bytes) {
            FileKind::Word if sniff::magic(bytes) == FileKind::Zip => {
                package::within(Bound::FileBytes, bytes.len() as u64, self.limits.file_bytes)?;
                let archive = package::directory(bytes, &self.limits)?;
                let package = package::Package::inflate(archive, bytes, &self.limits)?;
                docx::read(&package, &self.limits)
            }
            FileKind::Text => {
                package::within(Bound::FileBytes, bytes.len() as u64, self.limits.file_bytes)?;
                delimited::read(bytes, &self.limits)
            }
            _ => self.stored(bytes),
        }
    }

    fn read_package(&self, bytes: &[u8]) -> Result<Workbook, ReadFault> {
        let mut archive = package::directory(bytes, &self.limits)?;
        let kind = sniff::zip_kind(&mut archive);
        if !kind.is_read_package() {
            return Err(ReadFault::NotAWorkbook(kind));
        }
        let mut package = package::Package::inflate(archive, bytes, &self.limits)?;
        if kind == FileKind::Xlsx {
            return xlsx::read(package, &self.limits);
        }
        if let Some(part) = package.damaged_cells() {
            return Err(ReadFault::Damaged(part.to_string()));
        }
        let mut styles = ods_styles::OdsStyles::default();
        let content = package
            .find("content.xml")
            .filter(|_| kind == FileKind::Ods);
        if kind == FileKind::Ods {
            for part in ["styles.xml", "content.xml"] {
                styles.read(package.named(part).unwrap_or_default());
            }
            if let Some(content) = content {
                package.shorten(content, |part| ods_marks::mark(part, &styles));
            }
            // LibreOffice opens files without them, calamine does not.
            package.supply("mimetype", sniff::ODS_MIMETYPE.as_bytes());
            package.supply("META-INF/manifest.xml", b"<manifest/>");
            mend::indentation(&mut package);
        }
        package.finish();
        let mut workbook = child::read(&self.program, kind, package.zip(), &self.limits)?;
        workbook.damaged_parts = package.damaged_parts();
        if kind == FileKind::Xlsb {
            xlsb::complete(&package, &mut workbook, &self.limits);
        }
        if let Some(content) = content {
            ods::complete(
                package.content(content),
                &styles,
                &mut workbook,
                &self.limits,
            )?;
        }
        Ok(workbook)
    }
}
