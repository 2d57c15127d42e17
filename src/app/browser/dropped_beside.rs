//! What was dropped beside the folder, told by its content and its name.
//!
//! In: a file, and the folder's name. Out: what it is for the run. Not for: what stands in it.

use std::path::{Path, PathBuf};

use crate::app::pipeline::settings::RESULT;
use crate::campaign::decisions::BESIDE as DECISIONS;
use crate::campaign::{book, settings};
use crate::output::format_of;
use crate::output::glimpse::Glimpse;

/// What a file beside the folder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BesideKind {
    Campaign,
    Decisions,
    /// The last result of this folder: a run replaces it where nobody has changed it.
    OwnResult,
    /// A result to compare with.
    Previous,
}

impl BesideKind {
    /// The name that the page knows.
    pub(super) fn name(self) -> &'static str {
        match self {
            BesideKind::Campaign => "campaign",
            BesideKind::Decisions => "decisions",
            BesideKind::OwnResult => "result",
            BesideKind::Previous => "previous",
        }
    }

    /// What a file is; `None` for a return or anything else.
    pub(super) fn of(name: &str, bytes: &[u8], folder: &str) -> Option<BesideKind> {
        let content = Glimpse::bytes(bytes);
        if content.is_decisions() {
            Some(BesideKind::Decisions)
        } else if content.has_property(book::STAMP)
            || name == settings::FILE_NAME
            || name.to_lowercase().ends_with(book::BESIDE)
        {
            Some(BesideKind::Campaign)
        } else if format_of(&content).is_some() {
            let is_own = name.starts_with(&format!("{folder}{RESULT}."));
            Some(if is_own {
                BesideKind::OwnResult
            } else {
                BesideKind::Previous
            })
        } else {
            None
        }
    }
}

/// The options that name these files, where a run would not find them by itself beside the folder.
pub(super) fn named(files: &[(PathBuf, BesideKind)], folder: &str) -> Vec<(&'static str, PathBuf)> {
    let of = |kind: BesideKind| {
        let all = files.iter().filter(move |(_, one)| *one == kind);
        all.map(|(path, _)| path.clone()).collect::<Vec<PathBuf>>()
    };
    let begins = |path: &Path, start: String| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(&start)
    };
    let mut all = Vec::new();
    let campaign = of(BesideKind::Campaign).pop();
    all.extend(
        campaign
            .filter(|path| !path.ends_with(format!("{folder}{}", book::BESIDE)))
            .map(|path| ("--campaign", path)),
    );
    let decisions = of(BesideKind::Decisions);
    if !decisions
        .iter()
        .all(|path| begins(path, format!("{folder}{DECISIONS}")))
    {
        all.extend(decisions.into_iter().map(|path| ("--decisions", path)));
    }
    all.extend(
        of(BesideKind::Previous)
            .pop()
            .map(|path| ("--previous", path)),
    );
    all
}
