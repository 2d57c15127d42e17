//! Writes the returned workbooks of the sample campaign.
//!
//! In: `samples/kontum-2017-source` (figures and how each return looks), the published tables, scheme and registry. Out: the
//! bytes of each workbook; the same input gives the same bytes. Not for: the program, which must read these files without
//! knowing how they were made.

pub mod cover;
pub mod dice;
pub mod earlier;
pub mod evidence;
pub mod evidence_texts;
pub mod groups;
pub mod hand;
pub mod hundredths;
pub mod letter;
pub mod many;
pub mod plan;
pub mod returns;
pub mod scheme;
pub mod style;
pub mod summary;
pub mod value;

use std::error::Error;
use std::path::Path;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

use plan::Plan;
use returns::Return;
use scheme::Scheme;

/// The identifier that the hidden stamp holds.
const SCHEME: &str = "kontum-2017";

/// A workbook as the generator writes it; `file` is where the sample keeps it, below the inbox.
pub struct Made {
    /// The path below the inbox. Other endings than `.xlsx` are for `tools/make-sample.sh` to convert to.
    pub file: String,
    /// The bytes of an .xlsx file.
    pub bytes: Vec<u8>,
}

impl Made {
    /// Whether the sample keeps the bytes as they are.
    pub fn is_kept(&self) -> bool {
        Path::new(&self.file).extension() == Some("xlsx".as_ref())
    }
}

/// All workbooks of the sample, in the order of the printed tables.
///
/// # Errors
/// When the sources cannot be read or do not fit together.
pub fn sample(root: &Path) -> Result<Vec<Made>, Box<dyn Error>> {
    let scheme = read_scheme(root)?;
    let mut made = Vec::new();
    for (file, one) in returns::read(root)? {
        let bytes = workbook(&scheme, &one)?;
        made.push(Made { file, bytes });
    }
    Ok(made)
}

/// The scheme of the sample.
///
/// # Errors
/// When it cannot be read.
pub fn read_scheme(root: &Path) -> Result<Scheme, Box<dyn Error>> {
    let text = std::fs::read_to_string(root.join("templates/kontum-2017/scheme.toml"))?;
    Scheme::parse(&text)
}

/// The bytes of one return: any unit, any values, any of the hands.
///
/// # Errors
/// When a value is missing or a sheet cannot be written.
pub fn workbook(scheme: &Scheme, one: &Return) -> Result<Vec<u8>, Box<dyn Error>> {
    let plan = Plan::new(scheme, &one.hand);
    let mut book = Workbook::new();
    book.set_properties(&properties(one)?);
    if one.hand.summary_first {
        cover::write(book.add_worksheet(), one)?;
        summary::write(book.add_worksheet(), scheme, &plan, one)?;
        groups::write_all(&mut book, &plan, one)?;
    } else {
        cover::write(book.add_worksheet(), one)?;
        groups::write_all(&mut book, &plan, one)?;
        summary::write(book.add_worksheet(), scheme, &plan, one)?;
    }
    if one.stamped {
        let sheet = book.add_worksheet();
        sheet.set_name("_tonghop")?.set_very_hidden(true);
        for (row, (key, value)) in (0_u32..).zip(stamp(one)) {
            sheet.write(row, 0, key)?;
            sheet.write(row, 1, value)?;
        }
    }
    Ok(book.save_to_buffer()?)
}

/// What the hidden stamp says.
fn stamp(one: &Return) -> [(&'static str, &str); 4] {
    [
        ("tonghop-scheme", SCHEME),
        ("tonghop-version", "1"),
        ("tonghop-unit", &one.code),
        ("tonghop-level", &one.level),
    ]
}

fn properties(one: &Return) -> Result<DocProperties, Box<dyn Error>> {
    let saved = &one.saved;
    let time = ExcelDateTime::from_ymd(saved.year, saved.month, saved.day)?.and_hms(
        saved.hour,
        saved.minute,
        0,
    )?;
    let mut properties = DocProperties::new().set_creation_datetime(&time);
    if one.stamped {
        properties = properties.set_title("Phiếu tự đánh giá mức độ ứng dụng CNTT");
        for (key, value) in stamp(one) {
            properties = properties.set_custom_property(key, value);
        }
    }
    Ok(properties)
}
