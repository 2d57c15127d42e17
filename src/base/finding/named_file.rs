//! How a finding names its file.
//!
//! In: a finding. Out: words. Not for: the way to the file, which is its place's.

use std::path::Path;

use crate::base::finding::Finding;
use crate::base::rules::settings;

impl Finding {
    /// Its file as messages name it: of a decision workbook or a result of last year, which lie elsewhere than the returns, the name alone.
    /// Of a return that lies elsewhere the way to it is what is told.
    pub fn file_shown(&self) -> Option<&str> {
        let file = self.place.file.as_deref()?;
        Some(shown_file(self.rule.code, file))
    }
}

/// The same of a file and the code of its finding, where a result has no more of it.
pub fn shown_file<'f>(code: &str, file: &'f str) -> &'f str {
    let is_elsewhere = file.starts_with("../") || Path::new(file).is_absolute();
    if !is_elsewhere || code == settings::OUTSIDE_INBOX.code {
        return file;
    }
    file.rsplit('/').next().unwrap_or(file)
}
