//! The decision workbooks of a run: which they are, and what they say.
//!
//! In: a folder of returns, or the files that were named. Out: what is decided in them, findings about files that cannot be read. Not for:
//! whether a decision holds, which the report says, and not for writing one.

use std::fs;
use std::path::{Path, PathBuf};

use crate::app::pipeline::settings::beside;
use crate::app::pipeline::{Plan, relative, workbook};
use crate::base::error::Error;
use crate::base::finding::{Fact, Finding, Place};
use crate::base::lang::Lang;
use crate::base::opening::{self, Unopened};
use crate::base::outside::Shown;
use crate::base::rules::decisions as rules;
use crate::campaign::decisions::{BESIDE, Decision};
use crate::input::decisions::{self, DecisionContext};
use crate::input::intake;
use crate::input::read::{Bound, ReadFault, Reader};

/// The decision workbooks of a folder: those that were named, or all beside it that have its name.
///
/// # Errors
/// [`Error::PathMissing`] for one that was named and is not there.
pub fn files(folder: &Path, named: &[PathBuf]) -> Result<Vec<PathBuf>, Error> {
    if let Some(missing) = named.iter().find(|file| !file.is_file()) {
        return Err(Error::PathMissing(missing.clone()));
    }
    if !named.is_empty() {
        return Ok(named.to_vec());
    }
    let Ok(first) = beside(folder, BESIDE) else {
        return Ok(Vec::new());
    };
    let around = first.parent().unwrap_or(Path::new(""));
    Ok(in_folder(around, &first))
}

/// The decision workbooks in a folder whose names begin as that of a file does.
fn in_folder(around: &Path, first: &Path) -> Vec<PathBuf> {
    let around = if around.as_os_str().is_empty() {
        Path::new(".")
    } else {
        around
    };
    let begins = first.file_name().unwrap_or_default();
    let begins = begins.to_string_lossy();
    let is_one = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default();
        name.to_string_lossy().starts_with(&*begins) && workbook::is_book(path) && path.is_file()
    };
    let entries = fs::read_dir(around);
    let entries = entries.into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(is_one).collect();
    files.sort();
    files
}

impl Plan {
    /// Applies the decision workbooks beside a result as well, where none were named.
    pub fn add_decisions_beside(&mut self, folder: &Path, result: &Path) {
        let Ok(first) = beside(folder, BESIDE) else {
            return;
        };
        let around = result.parent().unwrap_or(Path::new(""));
        for file in in_folder(around, &first) {
            let is_same = |other: &PathBuf| {
                let real = |path: &Path| fs::canonicalize(path).ok();
                real(other) == real(&file)
            };
            if !self.decisions.iter().any(is_same) {
                self.decisions.push(file);
            }
        }
    }
}

/// What the decision workbooks of a plan say, and what is wrong with their files.
pub(super) fn read(plan: &Plan, reader: &Reader) -> (Vec<Decision>, Vec<Finding>) {
    let (mut all, mut findings) = (Vec::new(), Vec::new());
    for path in &plan.decisions {
        let file: String = Shown::line(&relative(&plan.returns, path)).into();
        match read_one(plan, path, &file, reader) {
            Ok(decisions) => all.extend(decisions),
            Err(why) => {
                let place = Place {
                    file: Some(file),
                    ..Place::default()
                };
                findings.push(Finding::new(&rules::UNREADABLE, place).found(why));
            }
        }
    }
    (all, findings)
}

/// What one says; nothing of one that cannot be read whole.
fn read_one(plan: &Plan, path: &Path, file: &str, reader: &Reader) -> Result<Vec<Decision>, Fact> {
    let limit = reader.limits().file_bytes;
    let name = Shown::file_name(path);
    let of_fault = |fault: &ReadFault| said(&intake::read_finding(fault, &name));
    let bytes = opening::read(path, limit).map_err(|fault| match fault {
        Unopened::System(source) => Fact::Name(Shown::line(&source.to_string()).into()),
        Unopened::TooLarge { found } => of_fault(&ReadFault::TooLarge {
            what: Bound::FileBytes,
            found,
            limit,
        }),
    })?;
    let book = reader.read_any(&bytes).map_err(|fault| of_fault(&fault))?;
    if let Some(fault) = book.faults.first() {
        return Err(said(&intake::sheet_finding(fault, &name)));
    }
    let read = decisions::read(
        &book.grids,
        DecisionContext {
            scheme: &plan.scheme,
            registry: &plan.registry,
            document: &name,
            file,
        },
    );
    match read.faults.first() {
        Some(fault) => Err(fault.clone()),
        None => Ok(read.decisions),
    }
}

/// A finding as a fact of another.
fn said(finding: &Finding) -> Fact {
    Fact::Said(finding.message(Lang::Vi), finding.message(Lang::En))
}
