//! The result as JSON, for programs and for next year's comparison.
//!
//! In: a report, an audit or a comparison. Out: its fields in their order, indented, and last its run and a checksum of all, by which
//! a later look tells whether they were changed. Not for: files, which [`super::files`] writes.

use std::path::Path;

use memchr::memmem;
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::base::lang::Lang;
use crate::base::outside::{Shown, bytes_without_bom};
use crate::base::seal::hex;
use crate::output::file_in_place::FileInPlace;
use crate::output::files::OtherNameBecause;
use crate::output::glimpse::Glimpse;
use crate::output::run::{self, RUN};
use crate::output::{Content, OutputBytes, OutputFormat, WriteError};

/// The member that holds the checksum of the others.
const CHECKSUM: &str = "checksum";

/// The format.
#[derive(Clone, Copy, Debug)]
pub struct Json;

impl OutputFormat for Json {
    fn extension(&self) -> &'static str {
        "json"
    }

    fn write(&self, content: Content<'_>, _: Lang, _: &Path) -> Result<OutputBytes, WriteError> {
        let bytes = match content {
            Content::Report(report, ..) => json(report),
            Content::Audit(audit) => json(audit),
            Content::Diff(diff) => json(diff),
            Content::Rollup(rollup) => json(rollup),
        }?;
        Ok(OutputBytes {
            bytes,
            is_sealed: true,
        })
    }

    fn is_ours(&self, file: &Glimpse) -> bool {
        begins_as_ours(&file.start)
    }

    /// It stands at the end, before the checksum.
    fn run(&self, file: &Glimpse) -> Option<String> {
        let text = String::from_utf8_lossy(&file.end);
        let (_, rest) = text.rsplit_once(&format!("\"{RUN}\""))?;
        run::digits(rest.trim_start_matches([' ', ':', '"']))
    }

    fn kept(&self, found: &mut FileInPlace<'_>, _: &Path) -> Option<OtherNameBecause> {
        let is_whole = found
            .bytes()
            .is_ok_and(|bytes| is_whole(&bytes) == Some(true));
        (!is_whole).then_some(OtherNameBecause::Changed)
    }
}

/// Whether a text begins as the JSON of this program does.
fn begins_as_ours(start: &[u8]) -> bool {
    let own = bytes_without_bom(start).iter().copied();
    let text: Vec<u8> = own.filter(|byte| !byte.is_ascii_whitespace()).collect();
    text.starts_with(b"{") && memmem::find(&text, b"\"program\":\"tonghop").is_some()
}

/// A report or an audit as indented JSON with a line feed at the end. The same input gives the same bytes.
///
/// # Errors
/// [`WriteError::Json`] if a value has no JSON form.
pub fn json(result: &impl Serialize) -> Result<Vec<u8>, WriteError> {
    let mut bytes = serde_json::to_vec_pretty(result)?;
    if let Value::Object(mut members) = serde_json::from_slice(&bytes)?
        && let Some(open) = bytes.strip_suffix(b"\n}").map(<[u8]>::len)
    {
        bytes.truncate(open);
        let run = run::of(result)?;
        members.insert(RUN.to_string(), Value::String(run.clone()));
        let sum = checksum(&Value::Object(members))?;
        let last = format!(",\n  \"{RUN}\": \"{run}\",\n  \"{CHECKSUM}\": \"{sum}\"\n}}");
        bytes.extend_from_slice(last.as_bytes());
    }
    bytes.push(b'\n');
    Ok(match String::from_utf8(bytes) {
        Ok(text) => escaped(text).into_bytes(),
        Err(error) => error.into_bytes(),
    })
}

/// With every character that a terminal obeys as an escape, which says the same; they stand in texts alone.
fn escaped(text: String) -> String {
    let shown = Shown::lines(&text);
    if *shown == text {
        return text;
    }
    let mut escaped = String::with_capacity(text.len() + 64);
    for c in text.chars() {
        let mut own = [0; 4];
        let own = c.encode_utf8(&mut own);
        if *Shown::lines(own) == *own || u32::from(c) > 0xffff {
            escaped.push(c);
        } else {
            escaped.push_str(&format!("\\u{:04x}", u32::from(c)));
        }
    }
    escaped
}

/// Whether JSON of ours says what it said when it was written, however it is indented. `None` where it has no checksum, or is no
/// JSON.
pub fn is_whole(bytes: &[u8]) -> Option<bool> {
    let text = bytes_without_bom(bytes);
    let mut value: Value = serde_json::from_slice(text).ok()?;
    let stated = value.as_object_mut()?.remove(CHECKSUM)?;
    Some(stated.as_str() == checksum(&value).ok().as_deref())
}

/// The SHA-256 of a value without indentation, its members by name.
fn checksum(value: &Value) -> Result<String, serde_json::Error> {
    let digest = Sha256::digest(serde_json::to_vec(value)?);
    Ok(hex(&digest))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_seen_and_another_indentation_is_not() {
        let value =
            serde_json::json!({"program": "tonghop 1", "total": 869.7, "names": ["a", "b"]});
        let bytes = json(&value).unwrap();
        assert_eq!(is_whole(&bytes), Some(true));
        let text = String::from_utf8(bytes).unwrap();
        let narrow: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(is_whole(narrow.to_string().as_bytes()), Some(true));
        assert_eq!(
            is_whole(text.replace("869.7", "1708").as_bytes()),
            Some(false)
        );
        assert_eq!(is_whole(b"{\"total\": 1}"), None);
        assert_eq!(is_whole(b"{"), None);
    }
}
