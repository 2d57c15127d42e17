//! A workbook to look at: `cargo test look -- --ignored` leaves it in `target/tmp`.

use std::path::Path;

use tonghop::base::lang::Lang;
use tonghop::output::xlsx::workbook;

#[test]
#[ignore = "writes workbooks to look at"]
fn look() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    for (name, report) in [
        ("kontum", super::kontum::report()),
        ("small", super::small::report()),
    ] {
        for (suffix, lang) in [("", Lang::Vi), ("-en", Lang::En)] {
            let path = folder.join(format!("{name}{suffix}.xlsx"));
            std::fs::write(path, workbook(&report, lang).unwrap()).unwrap();
        }
    }
}
