//! What reads the lines of one sheet, and what it has read.
//!
//! In: a cell and what it says. Out: values with their places, findings. Not for: which cell is read for what, which `extract`,
//! `figures`, `sums` and `doubts` know.

use std::sync::Arc;

use crate::base::cell::{Cell, CellAddress, CellRange, CellValue, Reading, Visibility};
use crate::base::finding::{Fact, Finding, Place};
use crate::base::ids::{CriterionId, FigureId, GroupId};
use crate::base::number::Number;
use crate::base::number::Step;
use crate::base::origin::Origin;
use crate::base::rules::{Rule, cells};
use crate::campaign::scheme::Scheme;
use crate::input::recognise::lexicon::Lexicon;
use crate::input::recognise::recall::Recall;
use crate::input::recognise::subject::Subject;
use crate::input::recognise::tally::Tally;
use crate::input::submission::{Entry, Figure, Found, OwnSum};

/// What a formula says about its cell.
#[derive(Debug)]
pub enum FormulaOutcome {
    /// Nothing: the cell counts as it is stored.
    Stored,
    /// The result that was not stored.
    Computed(CellValue),
    /// The cell counts as it is stored, with a doubt.
    Doubt(&'static Rule, Fact, Option<Fact>),
    /// The cell counts as it is stored, though its formula gives an error.
    Erroneous(Fact, Fact),
    /// The cell does not count.
    Refused(&'static Rule, Fact),
}

/// Something that a line of a sheet says, and the header row of the table it stands in.
#[derive(Debug)]
pub struct FromTable<T> {
    /// What it says.
    pub value: T,
    /// The header row, which tells one table of a sheet from another.
    pub table: u32,
}

/// What the tables of one sheet hold, in reading order; the same thing may stand there twice.
#[derive(Debug)]
pub struct SheetExtract {
    /// The sheet.
    pub name: Arc<str>,
    /// Whether the sheet is shown.
    pub visibility: Visibility,
    /// Criteria.
    pub entries: Vec<FromTable<(CriterionId, Entry)>>,
    /// Figures.
    pub figures: Vec<FromTable<(FigureId, Found<Figure>)>>,
    /// Figures of tables without a column of figures, which say nothing where another table has one.
    pub unasked: Vec<(FigureId, Found<Figure>)>,
    /// Sums that the unit states.
    pub own_sums: Vec<FromTable<OwnSum>>,
    /// Sums in the column of appraised scores.
    pub appraised_sums: Vec<OwnSum>,
    /// The grade that the unit gives itself.
    pub own_grade: Option<Found<String>>,
    /// Criteria whose rows were not taken for a reason that a finding gives.
    pub explained: Vec<CriterionId>,
    /// What could not be read.
    pub findings: Vec<Finding>,
}

/// Reads the lines of one sheet. Its parts are spread over `extract`, `doubts`, `figures`, `formulas` and `sums`.
pub(super) struct SheetReader<'r, 's> {
    pub(super) name: Arc<str>,
    pub(super) scheme: &'s Scheme,
    pub(super) lexicon: &'r Lexicon<'s>,
    /// What was seen in the forms before.
    pub(super) recall: &'r Recall<'s>,
    /// Looks at the formula of a cell.
    pub(super) formulas: &'r dyn Fn(&Cell) -> FormulaOutcome,
    pub(super) group: Option<GroupId>,
    /// Merged ranges over the scores of several criteria.
    pub(super) merged: Vec<CellRange>,
    pub(super) tally: &'r mut Tally,
    pub(super) into: &'r mut SheetExtract,
}

impl SheetReader<'_, '_> {
    /// Says what is wrong, or counts it.
    pub(super) fn tell(&mut self, finding: Finding) {
        self.into.findings.extend(self.tally.take(finding));
    }

    /// Says so where a number was written as an approximate one.
    pub(super) fn approximate(&mut self, cell: &Cell, number: &Number, subject: Subject<'_>) {
        if number.steps.contains(&Step::Approximate) {
            let finding = Finding::new(&cells::APPROXIMATE, self.place(cell.address));
            let finding = finding
                .about(subject.about(self.scheme))
                .found(Fact::Text(cell.value.show()));
            self.tell(finding.expected(Fact::Number(number.value)));
        }
    }

    pub(super) fn found<T>(&self, cell: &Cell, value: Reading<T>, steps: Vec<Step>) -> Found<T> {
        Found {
            value,
            origin: self.origin(cell.address),
            written: cell.value.clone(),
            steps,
            row: None,
        }
    }

    /// A cell of this sheet.
    pub(super) fn origin(&self, cell: CellAddress) -> Origin {
        Origin::Cell {
            sheet: self.name.clone(),
            cell,
        }
    }

    pub(super) fn place(&self, cell: CellAddress) -> Place {
        Place {
            sheet: Some(self.name.to_string()),
            cell: Some(cell),
            ..Place::default()
        }
    }
}
