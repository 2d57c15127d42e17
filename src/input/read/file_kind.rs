//! What a file can be.

use serde::{Deserialize, Serialize};

/// What a file really is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileKind {
    /// Excel 2007 and later: .xlsx, .xlsm, .xltx, .xltm.
    Xlsx,
    /// Excel binary workbook: .xlsb.
    Xlsb,
    /// Excel 5 to 2003: .xls.
    Xls,
    /// `OpenDocument` spreadsheet: .ods.
    Ods,
    /// An Office file that needs a password to be opened.
    EncryptedOoxml,
    /// Excel 2 to 4, before workbooks were compound files.
    OldExcel,
    /// A spreadsheet saved as XML by Excel 2003.
    SpreadsheetMl2003,
    /// A web page.
    Html,
    /// A page of frames, whose sheets lie in files of their own: what Excel saves as "web page" from a workbook of several sheets.
    Frames,
    /// A mail, with what is attached to it.
    Mail,
    /// A web page with all that belongs to it in one file (MHTML).
    WebArchive,
    /// A zip file that is no office document.
    Zip,
    /// A zip file whose directory cannot be read, mostly because the file was cut.
    BrokenZip,
    /// A rar file.
    Rar,
    /// A 7z file.
    SevenZip,
    /// A Word document, old or new, or RTF.
    Word,
    /// A `PowerPoint` presentation, old or new.
    PowerPoint,
    /// An `OpenDocument` file that is no spreadsheet.
    OpenDocument,
    /// A compound file that is no known document.
    Compound,
    /// A table of Apache Parquet, for data engines.
    Parquet,
    /// A PDF.
    Pdf,
    /// A picture.
    Image,
    /// Other XML.
    Xml,
    /// Text, such as CSV.
    Text,
    /// No bytes at all.
    Empty,
    /// Nothing but zero bytes: a download that never came.
    Zeros,
    /// None of these.
    Unknown,
}

impl FileKind {
    /// Whether it is a zip package that [`crate::input::read::Reader`] reads.
    pub(super) fn is_read_package(self) -> bool {
        matches!(self, FileKind::Xlsx | FileKind::Xlsb | FileKind::Ods)
    }

    /// Whether all is read of such a file that changes what is seen of its cells: of .xlsb, conditional formats, comments, pictures and
    /// text boxes are not. Delimited text has no looks.
    pub fn tells_looks(self) -> bool {
        self != FileKind::Xlsb
    }
}
