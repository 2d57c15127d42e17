//! By what a page of ours is known again, of which run it is, and whether somebody has changed it.
//!
//! In: a page. Out: the same with a comment behind it that holds its run and a checksum of all before. Not for: what stands on it.

use memchr::memmem;
use sha2::{Digest, Sha256};

use crate::base::seal::hex;
use crate::output::run::{self, RUN};

/// What the comment of the checksum begins with.
const CHECKSUM: &str = "<!-- tonghop-checksum ";
/// How the page ends.
const END: &str = " -->\n";
/// What stands near the start of a page of ours, before the version.
const OURS: &str = "<meta name=\"generator\" content=\"tonghop ";

/// The page with its run and its checksum.
pub(super) fn sealed(page: String, run: &str) -> Vec<u8> {
    let mut page = page;
    page.push_str(&format!("\n<!-- {RUN} {run}{END}"));
    let sum = hex(&Sha256::digest(page.as_bytes()));
    page.push_str(&format!("{CHECKSUM}{sum}{END}"));
    page.into_bytes()
}

/// Whether a file begins as the pages of this program do.
pub(super) fn begins_as_ours(start: &[u8]) -> bool {
    memmem::find(start, OURS.as_bytes()).is_some()
}

/// The run that the end of a page tells.
pub(super) fn run_of(end: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(end);
    let (_, rest) = text.rsplit_once(&format!("<!-- {RUN} "))?;
    run::digits(rest)
}

/// Whether a page of ours is what was written.
pub(super) fn is_whole(bytes: &[u8]) -> bool {
    let Some(at) = memmem::rfind(bytes, CHECKSUM.as_bytes()) else {
        return false;
    };
    let (page, stated) = bytes.split_at(at);
    let sum = hex(&Sha256::digest(page));
    stated == format!("{CHECKSUM}{sum}{END}").as_bytes()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn any_changed_byte_is_seen() {
        let run = "ab".repeat(32);
        let page = sealed("<html/>".to_string(), &run);
        assert!(is_whole(&page) && run_of(&page) == Some(run));
        for at in 0..page.len() {
            let mut changed = page.clone();
            *changed.get_mut(at).unwrap() ^= 1;
            assert!(!is_whole(&changed), "byte {at}");
        }
        let longer = [&page[..], b"<p/>"].concat();
        assert!(!is_whole(&longer) && !is_whole(b""));
    }
}
