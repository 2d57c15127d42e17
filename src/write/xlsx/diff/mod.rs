//! stub
use crate::diff::Diff;
use crate::lang::Lang;
use crate::write::WriteError;
/// stub
pub fn workbook(_diff: &Diff, _lang: Lang) -> Result<Vec<u8>, WriteError> {
    Ok(Vec::new())
}
