//! By what a letter of ours is known again, as long as nobody has changed it.
//!
//! In: the bytes of a document. Out: the same with a checksum in the comment at the end of its package, which Word does not show and
//! does not keep when it saves; whether some bytes are still what was written. Not for: what is in a letter.

use sha2::{Digest, Sha256};

use crate::base::seal::hex;

/// What the comment begins with.
const START: &str = "tonghop-letter:";
/// Digits of the checksum.
const DIGITS: usize = 64;
/// Bytes of the comment.
const LENGTH: usize = START.len() + DIGITS;

/// A package without a comment, with ours.
pub(super) fn marked(mut bytes: Vec<u8>) -> Vec<u8> {
    let comment = comment(&bytes);
    // The last two bytes of a package without a comment are its length.
    bytes.truncate(bytes.len().saturating_sub(2));
    bytes.extend((LENGTH as u16).to_le_bytes());
    bytes.extend(comment.into_bytes());
    bytes
}

/// Whether bytes are a letter of this program that nobody has changed.
pub fn is_ours(bytes: &[u8]) -> bool {
    let Some(at) = bytes.len().checked_sub(LENGTH) else {
        return false;
    };
    let (before, end) = bytes.split_at(at);
    let Some(package) = before.strip_suffix(&(LENGTH as u16).to_le_bytes()) else {
        return false;
    };
    end.starts_with(START.as_bytes()) && {
        let package = [package, &[0, 0]].concat();
        comment(&package).as_bytes() == end
    }
}

fn comment(package: &[u8]) -> String {
    format!("{START}{}", hex(&Sha256::digest(package)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::output::docx_template;

    #[test]
    fn a_letter_is_known_until_a_byte_is_changed() {
        let package = docx_template::package(&[("a.xml", "<a/>")]).unwrap();
        assert!(!is_ours(&package) && !is_ours(b""));
        let marked = marked(package);
        assert!(is_ours(&marked));
        assert!(zip::ZipArchive::new(std::io::Cursor::new(&marked)).is_ok());
        for at in 0..marked.len() {
            let mut changed = marked.clone();
            if let Some(byte) = changed.get_mut(at) {
                *byte ^= 1;
            }
            assert!(!is_ours(&changed), "byte {at}");
        }
    }
}
