//! Proposing a campaign: reads the forms of a folder, a blank one and a list of units.
//!
//! In: paths. Out: a suggestion, with the files that could not be read. Not for: what is proposed, and not for writing it.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use rayon::prelude::*;

use crate::app::pipeline::Watch;
use crate::base::error::Error;
use crate::base::guard;
use crate::base::lang::Lang;
use crate::base::opening::{self, Unopened};
use crate::base::seal::OwnWorkbook;
use crate::input::campaign_book;
use crate::input::decisions::is_decisions;
use crate::input::inbox::{self, Inbox, InboxError, Received};
use crate::input::intake::{FileRead, FolderReader};
use crate::input::propose::{Form, NotUnderstood, Suggestion, UnitList, listed, propose};
use crate::input::read::{ReadLimits, Reader, Workbook};
use crate::output::is_own_text;

/// Memory for all forms of a proposal together, in bytes: some 12,000 ordinary ones. They are compared with each other, so all are held.
const MOST_BYTES: u64 = 1024 * 1024 * 1024;

/// What a proposal is made of.
#[derive(Clone, Debug, Default)]
pub struct ProposalInput {
    /// The folder of returned workbooks.
    pub folder: PathBuf,
    /// A blank form.
    pub blank: Option<PathBuf>,
    /// A list of units.
    pub units: Option<PathBuf>,
    /// The province whose units of the list are meant.
    pub province: Option<String>,
}

/// What came out of a folder.
#[derive(Debug)]
pub struct Suggested {
    /// The proposal, or what was seen.
    pub suggestion: Result<Suggestion, NotUnderstood>,
    /// Files that could not be read, by name.
    pub unread: Vec<String>,
    /// The list of units that was given.
    pub listed: UnitList,
}

/// Proposes a campaign.
///
/// # Errors
/// The folder, the blank form or the list cannot be read, or holds nothing that is one.
pub fn suggest(
    given: &ProposalInput,
    limits: &ReadLimits,
    program: &Path,
    lang: Lang,
    watch: &dyn Watch,
) -> Result<Suggested, Error> {
    let reader = Reader::new(limits.clone(), program.to_path_buf());
    let folder = FolderReader::new(&reader, &is_own_text);
    suggest_from(given, &reader, &folder, lang, watch)
}

/// As [`suggest`], from a folder that somebody else may have read already.
///
/// # Errors
/// As those of [`suggest`].
pub fn suggest_from(
    given: &ProposalInput,
    reader: &Reader,
    folder: &FolderReader<'_>,
    lang: Lang,
    watch: &dyn Watch,
) -> Result<Suggested, Error> {
    let list = match &given.units {
        Some(path) => units(path, given.province.as_deref(), reader)?,
        None => UnitList::default(),
    };
    let found = forms(&given.folder, folder, MOST_BYTES, watch);
    // Before anything was returned a blank form says by itself what it asks for.
    let (mut forms, unread) = match found {
        Err(Error::NoWorkbook { .. }) if given.blank.is_some() => ReadForms::default(),
        found => found?,
    };
    if let Some(path) = &given.blank {
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        forms.push(Form {
            file: file.into_owned(),
            book: Arc::new(workbook(path, reader)?),
            is_blank: true,
        });
    }
    Ok(Suggested {
        suggestion: propose(forms, &list.units, lang),
        unread,
        listed: list,
    })
}

/// What the forms among files that were listed already suggest by themselves. `folder` is where they lie, for messages.
///
/// # Errors
/// [`Error::TooMuchToPropose`].
pub fn suggest_inbox(
    inbox: &Inbox,
    folder: &Path,
    reader: &FolderReader<'_>,
    lang: Lang,
) -> Result<Result<Suggestion, NotUnderstood>, Error> {
    let (forms, _) = forms_among(inbox, folder, (reader, MOST_BYTES), &())?;
    Ok(propose(forms, &[], lang))
}

/// The forms of a folder, and the files that could not be read.
fn forms(
    folder: &Path,
    reader: &FolderReader<'_>,
    most_bytes: u64,
    watch: &dyn Watch,
) -> Result<(Vec<Form>, Vec<String>), Error> {
    let inbox = inbox::list(folder, &[]).map_err(|error| match error {
        InboxError::Missing(path) => Error::FolderMissing(path),
        InboxError::NotAFolder(path) => Error::NotAFolder(path),
        InboxError::Unreadable { path, source } => Error::FolderUnreadable { path, source },
    })?;
    if inbox.received.is_empty() {
        return Err(Error::NoWorkbook {
            path: folder.to_path_buf(),
            seen: inbox.seen(),
        });
    }
    forms_among(&inbox, folder, (reader, most_bytes), watch)
}

/// The forms among files that were listed already.
fn forms_among(
    inbox: &Inbox,
    folder: &Path,
    (reader, most_bytes): (&FolderReader<'_>, u64),
    watch: &dyn Watch,
) -> Result<(Vec<Form>, Vec<String>), Error> {
    watch.reading(inbox.received.len());
    let taken = AtomicU64::new(0);
    let looked: Vec<ReadForms> = inbox
        .received
        .par_iter()
        .map(|file| {
            // Whichever comes first: what is over the limit gives no proposal at all.
            if taken.load(Ordering::Relaxed) > most_bytes {
                return ReadForms::default();
            }
            let looked = look(file, reader);
            let own = looked.0.iter().map(|form| form.book.memory_bytes()).sum();
            taken.fetch_add(own, Ordering::Relaxed);
            watch.read();
            looked
        })
        .collect();
    if taken.into_inner() > most_bytes {
        return Err(Error::TooMuchToPropose {
            path: folder.to_path_buf(),
            limit_bytes: most_bytes,
        });
    }
    let refused = inbox.refused.iter().map(|file| file.name.clone());
    let (mut forms, mut unread) = (Vec::new(), refused.collect::<Vec<_>>());
    for one in looked {
        forms.extend(one.0);
        unread.extend(one.1);
    }
    Ok((forms, unread))
}

/// Forms, and the names of files that cannot be read.
type ReadForms = (Vec<Form>, Vec<String>);

/// One file as a form; none of a result of ours, several of an archive.
fn look(file: &Received, reader: &FolderReader<'_>) -> ReadForms {
    let form = reader.read(file, |book| {
        let (custom, grids) = (&book.properties.custom, &book.grids);
        let is_ours = OwnWorkbook::workbook(custom, grids).is_some();
        if is_ours || is_decisions(custom, grids) || campaign_book::is_campaign(custom, grids) {
            return None;
        }
        Some(Form {
            file: file.name.clone(),
            book: Arc::clone(book),
            is_blank: false,
        })
    });
    match form {
        FileRead::Done(form) => (form.into_iter().collect(), Vec::new()),
        FileRead::OwnText => ReadForms::default(),
        FileRead::Nothing => look_inside(file, reader),
    }
}

/// A file that is no workbook: an archive counts as a folder.
fn look_inside(file: &Received, reader: &FolderReader<'_>) -> ReadForms {
    let inner = file.inside(reader.limits());
    let Some(inner) = inner.ok().filter(|_| file.entry.is_none()) else {
        return (Vec::new(), vec![file.name.clone()]);
    };
    let refused = inner.refused.iter().map(|one| one.name.clone());
    let mut all = (Vec::new(), refused.collect::<Vec<_>>());
    for one in &inner.received {
        let (forms, unread) = look(one, reader);
        all.0.extend(forms);
        all.1.extend(unread);
    }
    all
}

/// The units of a list: all of one that names no province, whichever is wanted.
fn units(path: &Path, province: Option<&str>, reader: &Reader) -> Result<UnitList, Error> {
    let grids = workbook(path, reader)?.grids;
    let list = listed(&grids, province);
    let Some(province) = province.filter(|_| list.units.is_empty()) else {
        return if list.units.is_empty() {
            Err(Error::NoUnits(path.to_path_buf()))
        } else {
            Ok(list)
        };
    };
    if !list.provinces.is_empty() {
        return Err(Error::NoSuchProvince {
            path: path.to_path_buf(),
            province: province.to_string(),
            known: list.provinces,
        });
    }
    units(path, None, reader)
}

fn workbook(path: &Path, reader: &Reader) -> Result<Workbook, Error> {
    let unreadable = |source| Error::TableUnreadable {
        path: path.to_path_buf(),
        source,
    };
    let limit = reader.limits().file_bytes;
    let bytes = opening::read(path, limit).map_err(|fault| match fault {
        Unopened::System(source) => unreadable(source),
        Unopened::TooLarge { .. } => unreadable(std::io::ErrorKind::FileTooLarge.into()),
    })?;
    let limits = reader.limits();
    let read = guard::within(limits.time, || reader.read_any(&bytes));
    match read {
        Ok(Ok(workbook)) => Ok(workbook),
        _ => Err(unreadable(std::io::ErrorKind::InvalidData.into())),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn forms_that_take_more_memory_than_allowed_give_no_proposal() {
        let reader = Reader::new(ReadLimits::default(), PathBuf::new());
        let folder = Path::new("tests/forms/xa-2025-tick/phieu-nop");
        let within = |most_bytes| {
            let read = FolderReader::new(&reader, &is_own_text);
            forms(folder, &read, most_bytes, &()).map(|(forms, _)| forms.len())
        };
        assert_eq!(within(MOST_BYTES).unwrap(), 11);
        let refused = within(100_000).unwrap_err();
        assert!(
            matches!(refused, Error::TooMuchToPropose { .. }),
            "{refused}"
        );
    }
}
