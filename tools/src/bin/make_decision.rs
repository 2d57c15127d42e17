//! Writes the result of Decision 134 as it was signed: `samples/decision-134.xlsx` and `samples/decision-134.docx`.
//!
//! In: the printed tables and the annex's text in `tests/data/kontum-2017`. Run with `cargo run -p tonghop-tools --bin make_decision`.

use std::error::Error;

use tonghop_tools::decision;

fn main() -> Result<(), Box<dyn Error>> {
    let root = tonghop_tools::root();
    let samples = root.join("samples");
    let printed = decision::read(root)?;
    let workbook = decision::xlsx::workbook(&printed)?;
    tonghop_tools::write(&samples.join("decision-134.xlsx"), &workbook)?;
    let document = decision::docx::document(&printed)?;
    tonghop_tools::write(&samples.join("decision-134.docx"), &document)?;
    Ok(())
}
