//! Writes the spoiled sample: `samples/kontum-2017-spoiled/phieu-nop`, from the workbooks of `samples/kontum-2017`.
//!
//! Run with `cargo run -p tonghop-tools --bin make_spoiled PROGRAM`, where PROGRAM is the built `tonghop`, which reads .xls and .ods.

use std::error::Error;
use std::path::PathBuf;

use tonghop_tools::spoiler;

fn main() -> Result<(), Box<dyn Error>> {
    let root = tonghop_tools::root();
    let program = std::env::args_os().nth(1).map(PathBuf::from);
    let program = program.ok_or("name the built program")?;
    let inbox = root.join("samples/kontum-2017-spoiled/phieu-nop");
    for (name, bytes) in spoiler::files(&spoiler::Source::new(root, program))? {
        let path = inbox.join(name);
        tonghop_tools::write(&path, &bytes)?;
    }
    Ok(())
}
