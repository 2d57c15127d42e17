//! Writes the sample campaign's workbooks.
//!
//! In: what the generator reads. Out: the .xlsx files of `samples/kontum-2017/phieu-nop`, the files of
//! `samples/kontum-2016`, and, where a folder is named
//! as first argument, the workbooks of the other kinds there, as .xlsx for `tools/make-sample.sh` to convert.
//!
//! Run with `cargo run -p tonghop-tools --bin make_sample [FOLDER]`.

use std::error::Error;
use std::path::{Path, PathBuf};

use tonghop_tools::generator;

/// Where the returned workbooks go.
const INBOX: &str = "samples/kontum-2017/phieu-nop";

/// The made-up year before.
const EARLIER: &str = "samples/kontum-2016";

fn main() -> Result<(), Box<dyn Error>> {
    let root = tonghop_tools::root();
    let to_convert: Option<PathBuf> = std::env::args_os().nth(1).map(PathBuf::from);
    for made in generator::sample(root)? {
        let path = if made.is_kept() {
            root.join(INBOX).join(&made.file)
        } else if let Some(folder) = &to_convert {
            folder.join(Path::new(&made.file).with_extension("xlsx"))
        } else {
            continue;
        };
        tonghop_tools::write(&path, &made.bytes)?;
    }
    for file in generator::earlier::files(root)? {
        let path = root.join(EARLIER).join(&file.path);
        tonghop_tools::write(&path, &file.bytes)?;
    }
    Ok(())
}
