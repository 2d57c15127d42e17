//! The audit of published tables: Decision 134 as it was signed, near misses, properties, and the command.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod command;
mod foreign;
mod forms;
mod looks;
mod near;
mod pages;
mod properties;
mod reading;
mod result;
mod signed;
pub mod table;

use std::path::PathBuf;
use std::sync::OnceLock;

use tonghop::base::cell::Grid;
use tonghop::campaign::definition::Source;
use tonghop::campaign::scheme::{self, Scheme};
use tonghop::campaign::units::{self, Registry};
use tonghop::input::published::{self, Published, TableContext};
use tonghop::input::read::{ReadFault, ReadLimits, Reader, Workbook};
use tonghop::input::tables::Vocabulary;
use tonghop::result::audit::{self, Audit, OwnTotals};

/// The built-in scheme and registry.
pub fn known() -> TableContext<'static> {
    static DEFINITIONS: OnceLock<(Scheme, Registry, Vocabulary)> = OnceLock::new();
    let (scheme, registry, vocabulary) = DEFINITIONS.get_or_init(|| {
        let id = "kontum-2017";
        let text = scheme::built_in(id).unwrap();
        let scheme = Scheme::parse(Source { file: id, text }).unwrap();
        let text = units::built_in(id).unwrap();
        let registry = Registry::parse(Source { file: id, text }, &scheme).unwrap();
        let vocabulary = Vocabulary::new(&[]).with_groups(&scheme);
        (scheme, registry, vocabulary)
    });
    TableContext {
        scheme,
        registry,
        vocabulary,
        asked: false,
    }
}

pub fn read(bytes: &[u8]) -> Result<Workbook, ReadFault> {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_tonghop"));
    Reader::new(ReadLimits::default(), program).read_any(bytes)
}

fn recognised(grids: &[Grid]) -> Published {
    published::recognise(grids, known())
}

/// The audit of a file's bytes.
fn audited(bytes: &[u8]) -> Audit {
    audited_by(known(), bytes)
}

/// The audit of a file's bytes by another scheme.
fn audited_by(known: TableContext<'_>, bytes: &[u8]) -> Audit {
    let published = recognised(&read(bytes).unwrap().grids);
    audit::audit(
        &published,
        known,
        "bang.csv",
        &OwnTotals::default(),
        Vec::new(),
    )
}

/// The findings as short rows: cell and code.
fn codes(audit: &Audit) -> Vec<String> {
    let row = |finding: &tonghop::base::finding::Finding| {
        let cell = finding.place.cell.map(|cell| cell.to_string());
        format!("{} {}", cell.unwrap_or_default(), finding.rule.code)
    };
    audit.findings.iter().map(row).collect()
}
