//! Owner files: who has a workbook open, as Office and `LibreOffice` note it beside the workbook.
//!
//! In: the name and the bytes of such a file. Out: the workbook's name, and the user's. Not for: whether that user is still at
//! it; an owner file can stay behind when a program crashes.

use std::path::{Path, PathBuf};

use crate::base::disk;
use crate::base::outside::Shown;
use crate::base::text;
use crate::input::read::charset;

/// An owner file is 162 or 165 bytes long, that of `LibreOffice` a little longer.
pub(super) const LIMIT_BYTES: u64 = 4096;

/// The name of the workbook that an owner file stands beside, as far as the owner file tells; Word and Excel cut the first two
/// characters off some long names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct OwnedName<'a> {
    /// The name, or the end of it.
    tail: &'a str,
    /// How many characters at its start may be missing.
    cut: usize,
}

/// Which workbook an owner file is about: `~$a.xlsx`, `.~lock.a.ods#`.
pub(super) fn beside(name: &str) -> Option<OwnedName<'_>> {
    if let Some(tail) = name.strip_prefix("~$") {
        return Some(OwnedName { tail, cut: 2 });
    }
    let tail = name.strip_prefix(".~lock.")?.strip_suffix('#')?;
    Some(OwnedName { tail, cut: 0 })
}

/// The owner file that stands beside a file, where there is one.
pub fn owner_file(path: &Path) -> Option<PathBuf> {
    let name = path.file_name()?.to_str()?;
    let cut: String = name.chars().skip(2).collect();
    let all = [
        format!("~${name}"),
        format!("~${cut}"),
        format!(".~lock.{name}#"),
    ];
    let mut all = all.into_iter().map(|one| path.with_file_name(one));
    all.find(|one| disk::is_file(one))
}

impl OwnedName<'_> {
    /// Whether this is the workbook.
    pub(super) fn is(&self, name: &str) -> bool {
        let end = name.strip_suffix(self.tail);
        end.is_some_and(|start| start.is_empty() || start.chars().count() == self.cut)
    }
}

/// The user's name in an owner file.
pub(super) fn user(bytes: &[u8]) -> Option<String> {
    let name = libre_office(bytes).or_else(|| wide(bytes)).or_else(|| {
        let length = usize::from(*bytes.first()?);
        Some(charset::decode(bytes.get(1..=length)?, None))
    })?;
    let name: String = Shown::line(&text::clean(&name)).into();
    let is_name = !name.is_empty() && !name.contains('\u{fffd}');
    is_name.then_some(name)
}

/// Office writes the name in UTF-16 behind the one in the code page of the system, which has lost what it cannot hold.
fn wide(bytes: &[u8]) -> Option<String> {
    // Word's record is a byte shorter than those of Excel and PowerPoint.
    [55, 54].into_iter().find_map(|at| {
        let length = match bytes.get(at..at + 2)? {
            [length @ 1..=54, 0] => usize::from(*length),
            _ => return None,
        };
        let name = bytes.get(at + 2..at + 2 + length * 2)?;
        let units: Vec<u16> = name
            .chunks_exact(2)
            .map(|pair| {
                u16::from(*pair.first().unwrap_or(&0)) | u16::from(*pair.last().unwrap_or(&0)) << 8
            })
            .collect();
        String::from_utf16(&units).ok()
    })
}

/// `full name,user,computer,time,folder;`
fn libre_office(bytes: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(bytes).ok()?;
    let fields: Vec<&str> = text.trim_end().strip_suffix(';')?.split(',').collect();
    let names = fields.get(..2).filter(|_| fields.len() >= 4)?;
    let name = names.iter().find(|name| !name.trim().is_empty())?;
    Some((*name).to_string())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    /// As Excel writes it: the name in the code page, filled up with spaces, and once more in UTF-16.
    fn excel(name: &str) -> Vec<u8> {
        let plain: Vec<u8> = name
            .chars()
            .map(|c| if c.is_ascii() { c as u8 } else { b'?' })
            .collect();
        let mut bytes = vec![plain.len() as u8];
        bytes.extend(&plain);
        bytes.resize(55, b' ');
        let wide: Vec<u16> = name.encode_utf16().collect();
        bytes.extend((wide.len() as u16).to_le_bytes());
        bytes.extend(wide.into_iter().flat_map(u16::to_le_bytes));
        bytes.resize(165, b' ');
        bytes
    }

    #[test]
    fn the_user_is_named() {
        assert_eq!(
            user(&excel("Nguyễn Văn An")).as_deref(),
            Some("Nguyễn Văn An")
        );
        let word = [&excel("An")[..54], &excel("An")[55..]].concat();
        assert_eq!(user(&word).as_deref(), Some("An"));
        assert_eq!(user(b"\x0cNguyen Van A").as_deref(), Some("Nguyen Van A"));
        let lock = "Nguyễn Văn An,an,MAY-01,22.01.2018 08:00,file:///home/an;";
        assert_eq!(user(lock.as_bytes()).as_deref(), Some("Nguyễn Văn An"));
        assert_eq!(
            user(b",an,MAY-01,22.01.2018 08:00,x;").as_deref(),
            Some("an")
        );
        for nothing in [b"".as_slice(), b"\0", b"\x09An", b"\xff", &[0; 165]] {
            assert_eq!(user(nothing), None, "{nothing:?}");
        }
    }

    #[test]
    fn the_workbook_is_known() {
        assert!(beside("~$So Tu phap.xlsx").unwrap().is("So Tu phap.xlsx"));
        assert!(beside("~$ Tu phap.xlsx").unwrap().is("So Tu phap.xlsx"));
        assert!(!beside("~$Tu phap.xlsx").unwrap().is("So Tu phap.xlsx"));
        assert!(beside(".~lock.a.ods#").unwrap().is("a.ods"));
        assert_eq!(beside("a.xlsx"), None);
    }
}
