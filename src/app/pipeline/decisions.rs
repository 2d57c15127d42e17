//! The decision workbooks of a run: which they are, and what they say.
//!
//! In: a folder of returns, or the files that were named. Out: what is decided in them, findings about files that cannot be read. Not for:
//! whether a decision holds, which the report says, and not for writing one.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use crate::app::pipeline::settings::beside;
use crate::app::pipeline::{Plan, relative, workbook};
use crate::base::disk;
use crate::base::error::Error;
use crate::base::finding::{Fact, Finding, Place};
use crate::base::lang::Lang;
use crate::base::opening::{self, Unopened};
use crate::base::outside::Shown;
use crate::base::rules::decisions as rules;
use crate::campaign::decisions::{BESIDE, Decision};
use crate::input::decisions::{self, AskedQuestion, DecisionContext, DecisionsRead};
use crate::input::intake;
use crate::input::read::{Bound, ReadFault, Reader};

/// The decision workbooks of a folder: those that were named, or all beside it that have its name.
///
/// # Errors
/// [`Error::PathMissing`] for one that was named and is not there.
pub fn files(folder: &Path, named: &[PathBuf]) -> Result<Vec<PathBuf>, Error> {
    if let Some(missing) = named.iter().find(|file| !disk::is_file(file)) {
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
        name.to_string_lossy().starts_with(&*begins)
            && workbook::is_book(path)
            && disk::is_file(path)
    };
    let mut files = disk::list(around).unwrap_or_default();
    files.retain(is_one);
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
                let real = |path: &Path| disk::real(path).ok();
                real(other) == real(&file)
            };
            if !self.decisions.iter().any(is_same) {
                self.decisions.push(file);
            }
        }
    }
}

/// What the decision workbooks of a plan say.
#[derive(Clone, Debug, Default)]
pub struct DecisionsOfPlan {
    /// The rows, by file, sheet and row.
    pub(super) decisions: Vec<Decision>,
    /// What is wrong with files.
    pub(super) faults: Vec<Finding>,
    /// The questions that each file asks, decided or not.
    asked: HashMap<PathBuf, Vec<AskedQuestion>>,
}

impl DecisionsOfPlan {
    /// The questions that a file asks; none of one that cannot be read.
    pub fn asked(&self, path: &Path) -> &[AskedQuestion] {
        self.asked.get(path).map_or(&[], Vec::as_slice)
    }
}

impl Plan {
    /// What the decision workbooks say, each read once, however often it is asked for.
    pub fn read_decisions(&self, reader: &Reader) -> &DecisionsOfPlan {
        self.decided.get_or_init(|| read(self, reader))
    }
}

fn read(plan: &Plan, reader: &Reader) -> DecisionsOfPlan {
    let mut all = DecisionsOfPlan::default();
    for path in &plan.decisions {
        let file: String = Shown::line(&relative(&plan.returns, path)).into();
        match read_one(plan, path, &file, reader) {
            Ok(read) => {
                all.decisions.extend(read.decisions);
                all.asked.insert(path.clone(), read.asked);
            }
            Err(why) => {
                let place = Place {
                    file: Some(file),
                    ..Place::default()
                };
                let finding = Finding::new(&rules::UNREADABLE, place);
                all.faults.push(finding.found(why));
            }
        }
    }
    all
}

/// What one says; nothing of one that cannot be read whole.
fn read_one(plan: &Plan, path: &Path, file: &str, reader: &Reader) -> Result<DecisionsRead, Fact> {
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
        None => Ok(read),
    }
}

/// A finding as a fact of another.
fn said(finding: &Finding) -> Fact {
    Fact::Said(finding.message(Lang::Vi), finding.message(Lang::En))
}
