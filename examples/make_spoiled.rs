//! Writes the spoiled sample: `samples/kontum-2017-spoiled/phieu-nop`, from the workbooks of `samples/kontum-2017`.
//!
//! Run with `cargo run --example make_spoiled PROGRAM`, where PROGRAM is the built `tonghop`, which reads .xls and .ods.

#[path = "../tests/spoiler/book.rs"]
#[allow(
    dead_code,
    missing_docs,
    reason = "shared with the tests, which use more of it"
)]
mod book;
#[path = "../samples/spoiler/mod.rs"]
#[allow(missing_docs, reason = "an example's parts are no library")]
mod spoiler;

use std::error::Error;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let program = std::env::args_os().nth(1).map(PathBuf::from);
    let program = program.ok_or("name the built program")?;
    let inbox = root.join("samples/kontum-2017-spoiled/phieu-nop");
    for (name, bytes) in spoiler::files(&spoiler::Source::new(root, program))? {
        let path = inbox.join(name);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::write(path, bytes)?;
    }
    Ok(())
}
