//! What a browser may do with the page: show it, in its own style, with its own script, and nothing else.
//!
//! In: the style and the script. Out: the content security policy that allows these two by their checksums and no request at all. Not
//! for: the elements that hold them.

use sha2::{Digest, Sha256};

/// The letters of base64.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The policy for a page with this style and this script. What a policy in a page cannot say (`frame-ancestors`) is left out.
pub(super) fn policy(style: &str, script: &str) -> String {
    let own = |text: &str| base64(&Sha256::digest(text.as_bytes()));
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        own(style),
        own(script)
    )
}

fn base64(bytes: &[u8]) -> String {
    let letter = |bits: u32| {
        let found = LETTERS.get((bits & 63) as usize);
        found.map_or('=', |letter| char::from(*letter))
    };
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let is_there = place <= chunk.len();
            text.push(if is_there {
                letter(bits >> (18 - 6 * place))
            } else {
                '='
            });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 4648, section 10.
    #[test]
    fn base64_is_that_of_the_standard() {
        for (text, wanted) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(text.as_bytes()), wanted);
        }
    }
}
