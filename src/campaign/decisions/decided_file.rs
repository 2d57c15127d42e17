//! What is decided of a file as a whole: whose it is, that it is no return, or which of several counts.
//!
//! In: nothing; these are the words for it. Out: a decision as it stays with the file, and what it settles. Not for: weighing, and not for
//! looking at files.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::base::date::Day;
use crate::base::finding::{Fact, Settlement};
use crate::base::ids::UnitId;
use crate::base::lang::Lang;
use crate::base::origin::Origin;
use crate::campaign::decisions::{Decision, DecisionKind};

/// How many hexadecimal digits of a checksum tell contents apart.
const DIGITS: usize = 16;

/// A decision that was applied to a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecidedFile {
    /// What was decided.
    pub kind: DecisionKind,
    /// The unit that the file is of, where that was decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// That unit's name; or the file that counts, this one or another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    /// Why.
    pub reason: String,
    /// Who.
    pub by: String,
    /// When, where it is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Day>,
    /// Where the decision stands.
    pub origin: Origin,
}

/// What is decided of files whose owner nothing says, by the beginning of the checksum of their contents ([`content_key`]).
pub type FileOwners = HashMap<String, DecidedFile>;

/// Which file of a unit counts, by its name in the inbox.
pub type FileChoices = HashMap<UnitId, (String, DecidedFile)>;

/// What stands for the contents of a file in the ground of a decision: the beginning of its SHA-256.
pub fn content_key(sha256: &str) -> &str {
    sha256.get(..DIGITS).unwrap_or(sha256)
}

impl DecidedFile {
    /// What a row decides; nothing where it decides nothing that could be understood.
    pub fn of(decision: &Decision) -> Option<DecidedFile> {
        Some(DecidedFile {
            kind: decision.kind?,
            unit: decision.unit.clone(),
            target: decision.file.clone(),
            reason: decision.reason.clone(),
            by: decision.by.clone(),
            on: decision.on,
            origin: decision.origin.clone(),
        })
    }

    /// What was decided, in short.
    fn verdict(&self) -> Fact {
        let kind = self.kind.name();
        let (vi, en) = (kind.get(Lang::Vi), kind.get(Lang::En));
        match &self.target {
            Some(target) => Fact::Said(format!("{vi} {target}"), format!("{en}: {target}")),
            None => Fact::Said(vi.to_string(), en.to_string()),
        }
    }

    /// What it says of a finding that it settles.
    pub fn settlement(&self) -> Settlement {
        let (document, sheet, cell) = self.origin.book_cell();
        Settlement {
            by: self.by.clone(),
            on: self.on,
            reason: self.reason.clone(),
            criterion: None,
            said: Some(self.verdict()),
            before: None,
            after: None,
            document,
            sheet,
            cell,
            also: Vec::new(),
        }
    }
}
