//! The annex as a file beside the result: never over what a person has written.
//!
//! In: an annex and a path. Out: a file; what an author has written into the places of the one before stands in it again. Where that
//! cannot be, the file before stays and the new one gets a number behind its name. Not for: what is in an annex.

use std::path::{Path, PathBuf};

use crate::base::disk;
use crate::base::opening;
use crate::output::WriteError;
use crate::output::annex::content::Annex;
use crate::output::annex::controls::{self, KeptBecause};
use crate::output::annex::place_names::{self, PlaceNames};
use crate::output::annex::tags::Carried;
use crate::output::annex::wrapping;
use crate::output::file_in_place::FileInPlace;
use crate::output::files::{self, NAMES, OtherNameBecause, OutputError, StagedFile, Written};
use crate::output::in_use;

/// Bytes of a file that may be an annex of ours.
const LARGEST: u64 = 64 * 1024 * 1024;

/// An annex that is ready to be written.
#[derive(Debug)]
pub struct ReadyAnnex {
    path: PathBuf,
    bytes: Vec<u8>,
    /// The very bytes that it may replace; `None`: there is no such file.
    replaced: Option<Vec<u8>>,
    /// How many places hold what their author has written.
    carried: usize,
    /// How many places there are for the author.
    places: usize,
    /// Files that stay, and why.
    kept: Vec<(PathBuf, Vec<KeptBecause>)>,
    /// Annexes of higher numbers, with words that this one may not have.
    besides: Vec<PathBuf>,
}

/// What became of an annex.
#[derive(Debug)]
pub struct StoredAnnex {
    /// The file.
    pub written: Written,
    /// How many places hold what their author has written.
    pub carried: usize,
    /// How many places there are for the author.
    pub places: usize,
    /// Files that stay, and why.
    pub kept: Vec<(PathBuf, Vec<KeptBecause>)>,
    /// Annexes of higher numbers, with words that this one may not have: nobody can tell which of the two is the newer.
    pub besides: Vec<PathBuf>,
}

/// Makes the document of an annex for a path, with what was written into the annex that lies there.
///
/// # Errors
/// [`WriteError::Seal`] for what no package can hold.
pub fn ready(annex: &Annex, path: &Path) -> Result<ReadyAnnex, WriteError> {
    let names = place_names::names(annex);
    let mut carried = Carried::new();
    let mut kept = Vec::new();
    let mut chosen = (path.to_path_buf(), None);
    for number in 1..=NAMES {
        let target = files::numbered(path, number);
        if disk::entry_or_link(&target).is_err() {
            chosen = (target, None);
            break;
        }
        let found = opening::read(&target, LARGEST).ok();
        let Some(found) = found.filter(|_| disk::is_file(&target)) else {
            kept.push((target, vec![KeptBecause::NotOurs]));
            continue;
        };
        let mut earlier = controls::earlier(&found, &names);
        if in_use::has_owner_file(&target) {
            earlier.kept.insert(0, KeptBecause::Open);
        }
        carried.extend(earlier.carried);
        if earlier.kept.is_empty() {
            chosen = (target, Some(found));
            break;
        }
        kept.push((target, earlier.kept));
    }
    let (chosen, replaced) = chosen;
    Ok(ReadyAnnex {
        besides: besides(path, &chosen, &carried, &names),
        path: chosen,
        bytes: wrapping::package(annex, &carried)?,
        replaced,
        carried: carried.len(),
        places: names.len(),
        kept,
    })
}

/// The annexes behind the chosen one whose places say anything else.
fn besides(path: &Path, chosen: &Path, carried: &Carried, names: &PlaceNames) -> Vec<PathBuf> {
    let all = (1..=NAMES).map(|number| files::numbered(path, number));
    let behind = all.skip_while(|one| one != chosen).skip(1);
    let behind = behind.take_while(|one| disk::is_file(one));
    let says_else = |one: &PathBuf| {
        let earlier = opening::read(one, LARGEST).map(|found| controls::earlier(&found, names));
        earlier.is_ok_and(|earlier| {
            let is_carried = |(tag, text)| carried.get(tag) == Some(text);
            let is_same = earlier.kept.is_empty() && earlier.carried.iter().all(is_carried);
            !is_same && earlier.kept != [KeptBecause::NotOurs]
        })
    };
    behind.filter(says_else).collect()
}

impl ReadyAnnex {
    /// Where it goes, unless the file there changes or is open.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Writes it beside its place.
    ///
    /// # Errors
    /// As of [`files::aside`].
    pub fn aside(&self) -> Result<StagedFile<'_>, OutputError> {
        files::aside(&self.path, &self.bytes)
    }

    /// Writes it: whole, or not at all.
    ///
    /// # Errors
    /// [`OutputError`]: the system does not let us, or no name is free.
    pub fn put(&self) -> Result<StoredAnnex, OutputError> {
        let stays = |found: &mut FileInPlace<'_>| {
            let is_it = self.replaced.as_deref().is_some_and(|own| found.is(own));
            (!is_it).then_some(OtherNameBecause::Changed)
        };
        let written = self.aside()?.put_where(&self.path, &stays)?;
        Ok(StoredAnnex {
            written,
            carried: self.carried,
            places: self.places,
            kept: self.kept.clone(),
            besides: self.besides.clone(),
        })
    }
}
