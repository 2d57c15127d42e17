//! A campaign workbook, from its file to what is expected.
//!
//! In: a path. Out: what was read of it, or why nothing can follow it. Not for: which file counts, which `settings` decides.

use std::path::Path;

use crate::base::error::Error;
use crate::base::opening::{self, Unopened};
use crate::base::outside::Shown;
use crate::base::seal::OwnWorkbook;
use crate::input::campaign_book::{self, Read};
use crate::input::intake;
use crate::input::read::{Bound, ReadFault, ReadLimits, Reader};

/// Whether a file is a campaign workbook by its name, and no text file.
pub fn is_book(path: &Path) -> bool {
    let end = path.extension().unwrap_or_default().to_ascii_lowercase();
    ["xlsx", "xlsm", "xlsb", "xls", "ods"]
        .iter()
        .any(|one| end == *one)
}

/// Reads a campaign workbook. `program` is this program's own file, which reads some formats.
///
/// # Errors
/// The file cannot be read whole, or something in it is wrong: all of it, with sheets and cells.
pub fn read(path: &Path, program: &Path) -> Result<Read, Error> {
    let read = read_as_it_is(path, program)?;
    if read.is_wrong() {
        return Err(Error::CampaignBook(read.findings));
    }
    Ok(read)
}

/// As [`read`], whatever is wrong in it.
///
/// # Errors
/// The file cannot be read whole, or is none.
pub fn read_as_it_is(path: &Path, program: &Path) -> Result<Read, Error> {
    let limits = ReadLimits::default();
    let limit = limits.file_bytes;
    let bytes = opening::read(path, limit).map_err(|fault| match fault {
        Unopened::System(source) => Error::DefinitionUnreadable {
            path: path.to_path_buf(),
            source,
        },
        Unopened::TooLarge { found } => {
            let what = Bound::FileBytes;
            refused(path, &ReadFault::TooLarge { what, found, limit })
        }
    })?;
    let reader = Reader::new(limits, program.to_path_buf());
    let workbook = reader.read(&bytes).map_err(|fault| refused(path, &fault))?;
    let name = Shown::file_name(path);
    if let Some(fault) = workbook.faults.first() {
        return Err(Error::TableRefused {
            path: path.to_path_buf(),
            finding: Box::new(intake::sheet_finding(fault, &name)),
        });
    }
    let custom = &workbook.properties.custom;
    let is_result = OwnWorkbook::workbook(custom, &workbook.grids).is_some();
    if is_result || !campaign_book::is_any(custom, &workbook.grids) {
        return Err(Error::NoCampaignBook {
            path: path.to_path_buf(),
            is_result,
        });
    }
    Ok(campaign_book::read(&workbook.grids, &name))
}

fn refused(path: &Path, fault: &ReadFault) -> Error {
    let name = Shown::file_name(path);
    Error::TableRefused {
        path: path.to_path_buf(),
        finding: Box::new(intake::read_finding(fault, &name)),
    }
}
