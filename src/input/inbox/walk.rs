//! All that is in a folder and in the folders in it.
//!
//! In: a folder, on the system's disk or on another. Out: each entry in turn, as it is, links not followed. Not for: what becomes of it.

use std::path::Path;

use crate::base::disk::{self, DiskEntry};
use crate::input::inbox::LoadFault;

/// Is told of an entry, or why it cannot be looked at; says whether a folder is to be passed over.
pub(super) type Visit<'a> = &'a mut dyn FnMut(&Path, Result<DiskEntry, LoadFault>) -> bool;

/// Walks through a folder.
pub(super) fn walk(folder: &Path, visit: Visit<'_>) {
    if disk::of(folder).is_some() {
        in_memory(folder, visit);
    } else {
        on_system(folder, visit);
    }
}

fn in_memory(folder: &Path, visit: Visit<'_>) {
    for path in disk::list(folder).unwrap_or_default() {
        let found = disk::entry_or_link(&path);
        let is_folder = found.as_ref().is_ok_and(DiskEntry::is_folder);
        let is_passed_over = visit(&path, found.map_err(LoadFault::from));
        if is_folder && !is_passed_over {
            in_memory(&path, visit);
        }
    }
}

#[cfg(not(target_family = "wasm"))]
fn on_system(folder: &Path, visit: Visit<'_>) {
    let mut walk = walkdir::WalkDir::new(folder).min_depth(1).into_iter();
    while let Some(step) = walk.next() {
        match step {
            Ok(step) => {
                let found = step.metadata();
                let found = found.map(DiskEntry::from).map_err(LoadFault::of_walk);
                let is_passed_over = visit(step.path(), found);
                if step.file_type().is_dir() && is_passed_over {
                    walk.skip_current_dir();
                }
            }
            Err(error) => {
                let path = error.path().unwrap_or(Path::new("")).to_path_buf();
                visit(&path, Err(LoadFault::of_walk(error)));
            }
        }
    }
}

/// There is none.
#[cfg(target_family = "wasm")]
fn on_system(_: &Path, _: Visit<'_>) {}
