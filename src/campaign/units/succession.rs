//! What became of units: merged, split, renamed or abolished, when, and on what legal basis.
//!
//! In: the optional columns `from`, `until`, `relation`, `predecessors`, `successors` and `basis` of a registry. Out: one
//! [`Succession`] per row that has them. Not for: comparing years, which `diff` does.

use serde::{Deserialize, Serialize};

use crate::base::date::Day;
use crate::base::ids::{LevelId, UnitId};

/// How units follow one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// The same unit under another name or code: its results go on.
    Renamed,
    /// Several became one.
    Merged,
    /// One became several.
    Split,
    /// It was closed; others may have taken over its duties.
    Abolished,
}

impl Relation {
    /// All, with the words that stand in a registry.
    pub const ALL: [(&'static str, Relation); 4] = [
        ("renamed", Relation::Renamed),
        ("merged", Relation::Merged),
        ("split", Relation::Split),
        ("abolished", Relation::Abolished),
    ];

    /// The relation of a registry's word.
    pub fn of(word: &str) -> Option<Relation> {
        let known = Relation::ALL.iter().find(|(name, _)| *name == word);
        known.map(|(_, relation)| *relation)
    }

    /// Its word in a registry.
    pub fn word(self) -> &'static str {
        let known = Relation::ALL.iter().find(|(_, one)| *one == self);
        known.map_or("", |(name, _)| name)
    }
}

/// What became of units.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Succession {
    /// How.
    pub relation: Relation,
    /// The units before.
    pub predecessors: Vec<UnitId>,
    /// The units after.
    pub successors: Vec<UnitId>,
    /// The day of the change, where the registry says it.
    pub date: Option<Day>,
    /// The legal basis, as the registry writes it.
    pub basis: String,
}

/// The units of a cell such as `SBCVT|huyen/KR`; a code without a level is of the row's own level.
pub(super) fn unit_ids(text: &str, own: &LevelId) -> Vec<UnitId> {
    let parts = text.split('|').map(str::trim);
    parts
        .filter(|part| !part.is_empty())
        .map(|part| match part.split_once('/') {
            Some((level, code)) => UnitId {
                level: LevelId::from(level.trim()),
                code: code.trim().to_string(),
            },
            None => UnitId {
                level: own.clone(),
                code: part.to_string(),
            },
        })
        .collect()
}
