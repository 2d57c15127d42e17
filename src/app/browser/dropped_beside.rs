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
            Some(if is_own_result(name, folder) {
                BesideKind::OwnResult
            } else {
                BesideKind::Previous
            })
        } else {
            None
        }
    }
}

/// Whether a result is called as the one of this folder, also as a browser calls what it downloads twice: `X-tong-hop (1).xlsx`.
pub(super) fn is_own_result(name: &str, folder: &str) -> bool {
    let Some(rest) = name.strip_prefix(&format!("{folder}{RESULT}")) else {
        return false;
    };
    let number = rest.rsplit_once('.').map_or(rest, |(number, _)| number);
    let digits = number
        .strip_prefix(" (")
        .and_then(|number| number.strip_suffix(')'))
        .or_else(|| number.strip_prefix('_'));
    let is_number =
        |digits: &str| !digits.is_empty() && digits.bytes().all(|one| one.is_ascii_digit());
    number.is_empty() || digits.is_some_and(is_number)
}

/// The options that name these files, where a run on the folder of this name would not find them by itself beside it: a campaign goes
/// before the one that the folder `has_campaign`.
pub(super) fn named(
    files: &[(PathBuf, BesideKind)],
    folder: &str,
    has_campaign: bool,
) -> Vec<(&'static str, PathBuf)> {
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
            .filter(|path| has_campaign || !path.ends_with(format!("{folder}{}", book::BESIDE)))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_download_of_a_result_is_that_result() {
        for (name, is_own) in [
            ("so-tong-hop.xlsx", true),
            ("so-tong-hop (1).xlsx", true),
            ("so-tong-hop_2.json", true),
            ("so-tong-hop 2016.xlsx", false),
            ("so-2016-tong-hop.xlsx", false),
            ("so-tong-hop ().xlsx", false),
        ] {
            assert_eq!(is_own_result(name, "so"), is_own, "{name}");
        }
    }
}
