//! Links from the page to the files that units returned.
//!
//! In: the folder of returns as the report names it, and a file's name. Out: a relative address that leads below that folder and is
//! never a scheme; none where the page could not be sure of that. Not for: cells, which no browser opens.

use crate::base::outside::has_signs;
use crate::input::receipt::on_disk;

/// The address of a file, of its archive where it lies in one.
pub(super) fn address(folder: &str, file: &str) -> Option<String> {
    // A name in which signs stand for what it has leads nowhere, one with `\` elsewhere on another system. An absolute folder
    // holds on one machine alone.
    let is_plain = |text: &str| !has_signs(text) && !text.contains('\\');
    let is_absolute = folder.starts_with('/') || folder.get(1..2) == Some(":");
    if file.is_empty() || is_absolute || !is_plain(folder) || !is_plain(file) {
        return None;
    }
    let file = on_disk(file);
    let folder = folder.trim_end_matches('/');
    let path = match folder {
        "" | "." => file.to_string(),
        folder => format!("{folder}/{file}"),
    };
    Some(format!("./{}", escaped(&path)))
}

/// A path of an address: all but letters, digits and a few signs that mean nothing in it are escaped, byte by byte.
fn escaped(path: &str) -> String {
    let mut text = String::with_capacity(path.len() + 16);
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' => {
                text.push(char::from(byte));
            }
            byte => text.push_str(&format!("%{byte:02X}")),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_below_the_folder_or_nowhere() {
        for (folder, file, wanted) in [
            ("", "a b.xlsx", Some("./a%20b.xlsx")),
            ("../Tra loi/", "s#1.xlsx", Some("./../Tra%20loi/s%231.xlsx")),
            ("x", "a.zip/b.xlsx", Some("./x/a.zip")),
            (
                "",
                "javascript:alert(1)",
                Some("./javascript%3Aalert%281%29"),
            ),
            ("", "//evil/a", Some(".///evil/a")),
            ("/abs", "a.xlsx", None),
            ("C:/x", "a.xlsx", None),
            ("", "a\\b.xlsx", None),
            ("", "a⟨U+202E⟩.xlsx", None),
            ("", "", None),
        ] {
            assert_eq!(address(folder, file).as_deref(), wanted, "{file}");
        }
    }
}
