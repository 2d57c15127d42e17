//! What is wrong with the numbers of a result of ours, as an error or as findings.
//!
//! In: rows of a result, contradictions in it. Out: why they cannot be those of one result, or what is told of it. Not for: reading it.

use std::path::Path;

use crate::base::error::Error;
use crate::base::finding::{About, Fact, Finding, Place};
use crate::base::outside::Shown;
use crate::base::rules::edits as rules;
use crate::result::diff::{self, RowsFlaw, Side};
use crate::result::report::Contradiction;
use crate::result::report::row::DataRow;

/// The name of a file, as findings have it.
pub(super) fn name(path: &Path) -> String {
    Shown::file_name(path).into()
}

/// A side with what is to be said of files that do not count.
pub(super) fn with_files(path: &Path, mut side: Side) -> Side {
    let place = Place {
        file: Some(name(path)),
        ..Place::default()
    };
    side.doubts.extend(diff::not_counted(&side, place));
    side
}

/// Whether the rows of a result can be those of one.
pub(super) fn sound(path: &Path, rows: &[DataRow]) -> Result<(), Error> {
    let Some((place, wrong)) = diff::flaw(rows) else {
        return Ok(());
    };
    let path = path.to_path_buf();
    Err(match wrong {
        RowsFlaw::Flaw(flaw) => Error::Unsound { path, place, flaw },
        RowsFlaw::Number => Error::ImpossibleNumber { path, place },
    })
}

/// How many contradictions are told one by one.
const MOST: usize = 30;

/// That numbers of a result do not fit each other.
pub(super) fn contradictory(path: &Path, all: Vec<Contradiction>) -> Vec<Finding> {
    let of_file = || Place {
        file: Some(name(path)),
        ..Place::default()
    };
    let left = all.len().saturating_sub(MOST);
    let told = all.into_iter().take(MOST).map(|one| {
        let finding = Finding::new(&rules::CONTRADICTORY, of_file());
        let finding = finding.about(About::Row(one.about));
        finding.found(one.found).expected(one.expected)
    });
    let more = (left > 0).then(|| {
        let more = Fact::Names(vec![format!("… +{left}")]);
        let finding = Finding::new(&rules::CONTRADICTORY, of_file());
        let finding = finding.about(About::Row("…".to_string()));
        finding.found(more.clone()).expected(more)
    });
    told.chain(more).collect()
}
