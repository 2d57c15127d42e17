//! The audit of published tables, above all of Decision 134 as it was signed.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::path::{Path, PathBuf};

use tonghop::audit::{self, Audit};
use tonghop::definition::Source;
use tonghop::published::{self, Known};
use tonghop::read::{ReadLimits, Reader};
use tonghop::scheme::{self, Scheme};
use tonghop::units::{self, Registry};

fn definitions() -> (Scheme, Registry) {
    let id = "kontum-2017";
    let text = scheme::built_in(id).unwrap();
    let scheme = Scheme::parse(Source { file: id, text }).unwrap();
    let text = units::built_in(id).unwrap();
    let registry = Registry::parse(Source { file: id, text }, &scheme).unwrap();
    (scheme, registry)
}

fn audited(bytes: &[u8], file: &str) -> Audit {
    let (scheme, registry) = definitions();
    let program = PathBuf::from(env!("CARGO_BIN_EXE_tonghop"));
    let read = Reader::new(ReadLimits::default(), program)
        .read_any(bytes)
        .unwrap();
    let known = Known {
        scheme: &scheme,
        registry: &registry,
    };
    audit::audit(
        &published::recognise(&read.grids, known),
        known,
        file,
        Vec::new(),
    )
}

#[test]
fn look() {
    for file in ["decision-134.xlsx", "decision-134.docx"] {
        let bytes = std::fs::read(Path::new("samples").join(file)).unwrap();
        let audit = audited(&bytes, file);
        println!("{:?}", audit.verdict);
        for f in &audit.findings {
            println!(
                "{} {}!{} {:?} {}",
                f.rule.code,
                f.place.sheet.as_deref().unwrap_or(""),
                f.place.cell.map(|c| c.to_string()).unwrap_or_default(),
                f.place.unit.as_ref().map(|u| u.code.clone()),
                f.message(tonghop::lang::Lang::Vi)
            );
        }
    }
}
