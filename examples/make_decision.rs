//! Writes the result of Decision 134 as it was signed: `samples/decision-134.xlsx` and `samples/decision-134.docx`.
//!
//! In: the printed tables and the annex's text in `tests/data/kontum-2017`. Run with `cargo run --example make_decision`.

#[path = "../samples/decision/mod.rs"]
mod decision;

use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let samples = root.join("samples");
    let printed = decision::read(root)?;
    let workbook = decision::xlsx::workbook(&printed)?;
    std::fs::write(samples.join("decision-134.xlsx"), workbook)?;
    let document = decision::docx::document(&printed)?;
    std::fs::write(samples.join("decision-134.docx"), document)?;
    Ok(())
}
