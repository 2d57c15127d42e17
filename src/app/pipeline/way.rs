//! The way from one place of the disk to another.
//!
//! In: two paths. Out: the one from the other, as links have it. Not for: opening anything.

use std::path::{Path, PathBuf};

use crate::base::outside::unmarked;

/// A path from a folder, with `/`; the full path where there is no way from one to the other (two drives).
pub fn relative(from: &Path, to: &Path) -> String {
    let full = |path: &Path| {
        let path = unmarked(path);
        std::path::absolute(&path).unwrap_or_else(|_| path.into_owned())
    };
    let (from, to) = (
        full(if from.as_os_str().is_empty() {
            Path::new(".")
        } else {
            from
        }),
        full(to),
    );
    let from: Vec<_> = from.components().collect();
    let to: Vec<_> = to.components().collect();
    let common = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    if common == 0 {
        return to
            .iter()
            .collect::<PathBuf>()
            .to_string_lossy()
            .replace('\\', "/");
    }
    let up = std::iter::repeat_n("..".to_string(), from.len() - common);
    let down = to
        .iter()
        .skip(common)
        .map(|part| part.as_os_str().to_string_lossy().into_owned());
    let parts: Vec<String> = up.chain(down).collect();
    if parts.is_empty() {
        ".".to_string()
    } else {
        parts.join("/")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_start_at_the_result() {
        assert_eq!(relative(Path::new("a"), Path::new("a/b/c")), "b/c");
        assert_eq!(relative(Path::new("a/x"), Path::new("a/b")), "../b");
        assert_eq!(relative(Path::new(""), Path::new("b")), "b");
        assert_eq!(relative(Path::new("a"), Path::new("a")), ".");
    }
}
