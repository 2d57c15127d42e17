//! Where the values of a campaign stand in its workbook.
//!
//! In: paths to values, each with a cell. Out: the cell of a path, or of the nearest value above it. Not for: what stands there.

use std::collections::BTreeMap;

use crate::base::cell::CellAddress;
use crate::campaign::book::figure_keys::FigureKeys;
use crate::campaign::book::{FIGURES, GIVEN_ID, OVER, VALUE, WORD};
use crate::campaign::definition::PathStep;
use crate::campaign::documents::Document;

/// A cell of a campaign workbook.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BookCell {
    /// The sheet, by its name.
    pub sheet: String,
    /// The cell.
    pub cell: CellAddress,
}

/// The cells of values, by the paths to them.
#[derive(Clone, Debug, Default)]
pub struct Places {
    spots: BTreeMap<Vec<String>, BookCell>,
}

fn key(document: Document, path: &[PathStep]) -> Vec<String> {
    let steps = path.iter().map(|step| match step {
        PathStep::Key(key) => format!(".{key}"),
        PathStep::Index(index) => format!("#{index}"),
    });
    [format!("{document:?}")].into_iter().chain(steps).collect()
}

impl Places {
    /// Notes where a value stands. The first cell that is said of a path counts.
    pub fn put(&mut self, document: Document, path: &[PathStep], spot: BookCell) {
        self.spots.entry(key(document, path)).or_insert(spot);
    }

    /// The cell of a value, or of the nearest one above it that has one.
    pub fn find(&self, document: Document, path: &[PathStep]) -> Option<&BookCell> {
        (0..=path.len()).rev().find_map(|length| {
            let above = path.get(..length)?;
            self.spots.get(&key(document, above))
        })
    }

    /// The cell of this very value.
    pub fn exact(&self, document: Document, path: &[PathStep]) -> Option<&BookCell> {
        self.spots.get(&key(document, path))
    }

    /// All cells at and below a value, in the order of their paths.
    pub fn below(&self, document: Document, path: &[PathStep]) -> impl Iterator<Item = &BookCell> {
        let start = key(document, path);
        let own = start.clone();
        let below = self.spots.range(start..);
        below
            .take_while(move |(path, _)| path.starts_with(&own))
            .map(|(_, spot)| spot)
    }
}

/// The paths to what a column holds, in a row of this path. `level` is that of a column of one level.
pub fn paths(row: &[PathStep], column: &str, level: Option<&str>) -> Vec<Vec<PathStep>> {
    let with = |keys: &[&str]| {
        let mut path = row.to_vec();
        path.extend(keys.iter().map(|key| PathStep::from(*key)));
        path
    };
    let parents = ["rule", "formula"];
    let below = |keys: &'static [&'static str]| {
        let each = |parent: &'static str| keys.iter().map(move |key| [parent, key]);
        parents.into_iter().flat_map(each).map(|keys| with(&keys))
    };
    match (column, level) {
        (column, Some(level)) => vec![with(&[column, level])],
        (FIGURES, _) => below(&FigureKeys::FIGURES_AT)
            .chain([with(&["figure"])])
            .collect(),
        (OVER, _) => {
            let of = parents.map(|parent| with(&[parent, "value", "of"]));
            below(&FigureKeys::OVER_AT).chain(of).collect()
        }
        ("rule.type", _) => vec![with(&["rule", "type"]), with(&["rule"])],
        ("formula.type", _) => vec![with(&["formula", "type"]), with(&["formula"])],
        (VALUE | WORD | GIVEN_ID, _) => vec![row.to_vec()],
        (column, _) => vec![with(&column.split('.').collect::<Vec<_>>())],
    }
}
