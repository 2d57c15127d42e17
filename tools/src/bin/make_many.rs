//! Writes a campaign of any number of workbooks, for measuring.
//!
//! Run with `cargo run --release -p tonghop-tools --bin make_many FOLDER UNITS`.

use std::error::Error;
use std::path::Path;

use tonghop_tools::generator::many;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, units] = arguments.as_slice() else {
        return Err("name a folder and how many units".into());
    };
    many::campaign(tonghop_tools::root(), Path::new(folder), units.parse()?)
}
