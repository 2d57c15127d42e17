//! The templates of letters: those that the program carries, and those that an office has changed.
//!
//! In: files of an office by their names. Out: templates that are without a fault, or all that is wrong in any of them. The ones that
//! the program carries stand as readable XML in `templates/letters/` and are put together here. Not for: reading folders.

use std::path::PathBuf;

use crate::base::error::FaultyTemplate;
use crate::output::WriteError;
use crate::output::docx_template::{self, DocxTemplate, FieldSpec};
use crate::output::letters::{reminder, unit_letter};

/// What stands behind the name of a folder of returns in the name of the folder of its templates.
pub const FOLDER: &str = "-mau-cong-van";
/// The largest template, in bytes.
pub const MOST_BYTES: u64 = 32 * 1024 * 1024;

/// A kind of letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterKind {
    /// To one unit: what to correct.
    Correction,
    /// To all without a usable return.
    Reminder,
}

impl LetterKind {
    /// Both.
    pub const ALL: [LetterKind; 2] = [LetterKind::Correction, LetterKind::Reminder];

    /// The name of its template.
    pub fn file_name(self) -> &'static str {
        match self {
            LetterKind::Correction => "de-nghi-hoan-thien.docx",
            LetterKind::Reminder => "don-doc.docx",
        }
    }

    /// The fields that its template may hold.
    pub fn fields(self) -> &'static [FieldSpec] {
        match self {
            LetterKind::Correction => unit_letter::FIELDS,
            LetterKind::Reminder => reminder::FIELDS,
        }
    }

    /// The template that the program carries.
    ///
    /// # Errors
    /// [`WriteError::Seal`] for what no package can hold.
    pub fn built_in(self) -> Result<Vec<u8>, WriteError> {
        let document = match self {
            LetterKind::Correction => {
                include_str!("../../../templates/letters/de-nghi-hoan-thien.xml")
            }
            LetterKind::Reminder => include_str!("../../../templates/letters/don-doc.xml"),
        };
        Ok(docx_template::package(&[
            (
                "[Content_Types].xml",
                include_str!("../../../templates/letters/chung/content-types.xml"),
            ),
            (
                "_rels/.rels",
                include_str!("../../../templates/letters/chung/rels.xml"),
            ),
            ("word/document.xml", document),
            (
                "word/_rels/document.xml.rels",
                include_str!("../../../templates/letters/chung/document-rels.xml"),
            ),
            (
                "word/styles.xml",
                include_str!("../../../templates/letters/chung/styles.xml"),
            ),
            (
                "word/settings.xml",
                include_str!("../../../templates/letters/chung/settings.xml"),
            ),
            (
                "word/header1.xml",
                include_str!("../../../templates/letters/chung/header.xml"),
            ),
        ])?)
    }
}

/// A template that an office has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnTemplate {
    /// Its file.
    pub path: PathBuf,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A template of each kind.
#[derive(Debug)]
pub struct LetterTemplates {
    pub(super) correction: DocxTemplate,
    pub(super) reminder: DocxTemplate,
}

impl LetterTemplates {
    /// Reads and checks the templates; where an office has none of its own, it is the program's.
    ///
    /// # Errors
    /// All that is wrong in any of them, with the file; or that the program's own cannot be put together.
    pub fn read(
        own: impl Fn(LetterKind) -> Option<OwnTemplate>,
    ) -> Result<Result<LetterTemplates, Vec<FaultyTemplate>>, WriteError> {
        let mut refused = Vec::new();
        let mut read = |kind: LetterKind| -> Result<Option<DocxTemplate>, WriteError> {
            let own = own(kind);
            let path = own.as_ref().map(|own| own.path.clone());
            let bytes = match own {
                Some(own) => own.bytes,
                None => kind.built_in()?,
            };
            Ok(match DocxTemplate::read(bytes, kind.fields()) {
                Ok(template) => Some(template),
                Err(faults) => {
                    let path = path.unwrap_or_else(|| PathBuf::from(kind.file_name()));
                    refused.push(FaultyTemplate { path, faults });
                    None
                }
            })
        };
        let both = (read(LetterKind::Correction)?, read(LetterKind::Reminder)?);
        Ok(match both {
            (Some(correction), Some(reminder)) => Ok(LetterTemplates {
                correction,
                reminder,
            }),
            _ => Err(refused),
        })
    }
}
