//! What the project needs besides the program: the sample's workbooks made, spoiled and signed, and inputs of fuzzing run.
//!
//! The tests, the benches, the targets of `fuzz/` and the programs in `src/bin/` use it as a crate. Not for: the program, which must read
//! what is made here without knowing how.

use std::fs;
use std::io;
use std::path::Path;

pub mod decision;
pub mod fuzzing;
pub mod generator;
pub mod spoiler;

/// The project's folder.
pub fn root() -> &'static Path {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own)
}

/// Writes a file, and the folders it is to lie in.
///
/// # Errors
/// When the system refuses.
#[expect(
    clippy::disallowed_methods,
    reason = "the door through which these programs write"
)]
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, bytes)
}
