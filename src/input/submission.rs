//! A submission: what was understood from one workbook, before anybody judges it.
//!
//! In: what `recognise` found. Out: scores, figures and sums with the place and the text of each. Not for: whether they are right.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::base::cell::{CellAddress, CellValue, Reading};
use crate::base::ids::{ById, CriterionId, FigureId, GroupId, UnitId};
use crate::base::points::{Decimal, Most, Points};

use crate::base::number::Step;
use crate::base::origin::Origin;

/// Why a row of a workbook was taken for a row of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// The text is the form's, and so is the code where there is one.
    CodeAndText,
    /// The text and the order are the form's, the code is another.
    TextAndOrder,
    /// The code and the order are the form's, the text was edited.
    CodeAndOrder,
}

/// The row that a value stands in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Why it was taken.
    pub ground: Ground,
    /// The code as it stands; empty where there is none.
    pub code: Arc<str>,
    /// The text as it stands.
    pub text: Arc<str>,
}

/// A value with its origin.
#[derive(Clone, Debug, PartialEq)]
pub struct Found<T> {
    /// What was understood.
    pub value: Reading<T>,
    /// Where it came from.
    pub origin: Origin,
    /// What stands there; of a formula its result.
    pub written: CellValue,
    /// What was done to the text to understand it, in order.
    pub steps: Vec<Step>,
    /// The row it stands in, where that is a row of the form; shared with the forms that have the same.
    pub row: Option<Arc<Row>>,
}

impl<T> Found<T> {
    /// What stands there, as text.
    pub fn text(&self) -> String {
        self.written.show()
    }
}

/// The row of a criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The self score.
    pub claimed: Found<Points>,
    /// The appraised score, where the form has the column.
    pub appraised: Option<Box<Found<Points>>>,
    /// The points that may be meant, where two columns have others and which one counts cannot be told; none otherwise.
    pub either: Vec<Points>,
    /// The percentage in the column of figures, with its cell, where it follows from figures that have rows of their own.
    pub stated_ratio: Option<(CellAddress, Decimal)>,
    /// The maxima that the form states in this row, where they are numbers or words for none; the first is the unit's.
    pub maxima: Vec<StatedMaximum>,
    /// The documents named as evidence.
    pub evidence: Option<Arc<str>>,
    /// Where the evidence stands or should stand, where the table has the column; on the sheet of the self score.
    pub evidence_cell: Option<CellAddress>,
    /// The explanation.
    pub explanation: Option<Arc<str>>,
}

/// A maximum that a form states.
#[derive(Clone, Debug, PartialEq)]
pub struct StatedMaximum {
    /// How much it is.
    pub most: Most,
    /// Its cell, on the sheet of the self score.
    pub cell: CellAddress,
    /// The heading over it, where its table has several columns of maxima.
    pub heading: Option<Arc<str>>,
}

impl Entry {
    /// The maximum that the form states for the unit.
    pub fn stated_maximum(&self) -> Option<Most> {
        self.maxima.first().map(|stated| stated.most)
    }
}

/// What a figure says.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// A number.
    Number(Decimal),
    /// Yes or no.
    Yes(bool),
    /// One of the scheme's choices, by its name there.
    Choice(String),
}

/// What a sum is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SumOf {
    /// The criteria of a group.
    Group(GroupId),
    /// Several groups, though not all of the total.
    Groups(Vec<GroupId>),
    /// The criteria below a criterion.
    Criterion(CriterionId),
    /// The groups.
    Total,
}

/// A sum that the unit itself states.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnSum {
    /// Of what.
    pub of: SumOf,
    /// The sum as stated.
    pub stated: Found<Points>,
}

/// What was understood from one workbook.
#[derive(Clone, Debug, PartialEq)]
pub struct Submission {
    /// Whose it is.
    pub unit: UnitId,
    /// The file, by its name within the inbox.
    pub file: String,
    /// The criteria found, in the scheme's order.
    pub entries: ById<CriterionId, Entry>,
    /// The figures found, in the scheme's order.
    pub figures: ById<FigureId, Found<Figure>>,
    /// The sums that the unit states, in reading order.
    pub own_sums: Vec<OwnSum>,
    /// Sums in the column of appraised scores, in reading order.
    pub appraised_sums: Vec<OwnSum>,
    /// The grade that the unit gives itself.
    pub own_grade: Option<Found<String>>,
    /// Criteria whose rows were not taken for a reason that a finding already gives.
    pub explained: Vec<CriterionId>,
}

impl Submission {
    /// Whether anything stands in the column of appraised scores: then others than the unit have written in it.
    pub fn is_appraised(&self) -> bool {
        let appraised = |entry: &Entry| {
            let found = entry.appraised.as_ref();
            found.is_some_and(|found| !matches!(found.value, Reading::Empty))
        };
        self.entries.iter().any(|(_, entry)| appraised(entry))
    }
}
