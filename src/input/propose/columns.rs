//! The headings of all forms, and how much of which kind stands below each.
//!
//! In: forms. Out: columns, one for each heading, with what its words say. Not for: what they hold.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::cell::CellAddress;
use crate::base::number::says_limit;
use crate::base::points::{Decimal, Points};
use crate::campaign::documents::Certainty;
use crate::campaign::units::offices::UnitTier;
use crate::campaign::vocabulary::Column;
use crate::input::propose::forms::Forms;
use crate::input::propose::sense::HeadingSense;
use crate::input::propose::value::CellStatement;
use crate::input::tables::{self, Role, TableKind, Vocabulary};

/// Numbers that a column of points has at least.
pub(super) const FEWEST: usize = 3;

/// The least maximum at which a score up to 1 is unusual.
pub(super) const CLEAR_MAXIMUM: i64 = 5;

/// What a column holds, as far as a proposal needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ColumnUse {
    /// The most points.
    Maximum,
    /// The unit's own score.
    Claimed,
    /// Ticks that choose a row.
    Tick,
    /// What a point of a row is worth.
    Weight,
    /// Another of the kinds that the vocabulary knows.
    Other(Column),
}

impl ColumnUse {
    /// Its key in `[columns]`.
    pub(super) fn key(self) -> &'static str {
        match self {
            ColumnUse::Maximum => "maximum",
            ColumnUse::Claimed => "claimed",
            ColumnUse::Tick => "tick",
            ColumnUse::Weight => "weight",
            ColumnUse::Other(kind) => match kind {
                Column::Measure => "measure",
                Column::Figure => "figure",
                Column::Maximum => "maximum",
                Column::Claimed => "claimed",
                Column::Appraised => "appraised",
                Column::Evidence => "evidence",
                Column::Tick => "tick",
                Column::Yes => "yes",
                Column::No => "no",
                Column::Choice => "choice",
                Column::Criterion => "criterion",
                Column::Code => "code",
                Column::Ignored => "ignored",
                Column::Earlier => "earlier",
                Column::Unknown => "unknown",
                _ => "explanation",
            },
        }
    }
}

/// A kind of units that a column of maxima is for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum UnitKind {
    /// One that is known.
    Tier(UnitTier),
    /// Units whose names begin with these words, as keys have them: "vụ", "cục".
    Named(String),
}

/// Words between a heading of maxima and the units that it is for.
const BETWEEN: [&str; 7] = ["của", "cho", "đối", "với", "các", "khối", "nhóm"];

impl UnitKind {
    /// The words behind a heading of maxima.
    fn behind_maximum(key: &str, vocabulary: &Vocabulary) -> Option<UnitKind> {
        let words: Vec<&str> = key.split(' ').collect();
        let is_maximum = |words: &[&str]| {
            let role = tables::role(&words.join(" "), vocabulary, TableKind::Form);
            matches!(role, Some(Role::Column(Column::Maximum)))
        };
        let prefixes = (1..words.len()).rev().map(|end| words.split_at(end));
        let (_, behind) = prefixes
            .into_iter()
            .find(|(before, _)| is_maximum(before))?;
        let behind = behind.iter().filter(|word| !BETWEEN.contains(*word));
        let name = behind.copied().collect::<Vec<_>>().join(" ");
        (!name.is_empty()).then_some(UnitKind::Named(name))
    }

    /// Whether a unit of this name is of the kind, by its words.
    pub(super) fn names(&self, unit: &str) -> bool {
        match self {
            UnitKind::Tier(_) => false,
            UnitKind::Named(words) => unit
                .strip_prefix(words.as_str())
                .is_some_and(|rest| rest.starts_with(' ')),
        }
    }
}

/// A heading of the forms.
#[derive(Clone, Debug)]
pub(super) struct FormColumn {
    pub(super) key: String,
    /// As the nearest form writes it.
    pub(super) text: String,
    /// What the words say.
    pub(super) word: Option<Column>,
    /// What they hint at beside that.
    pub(super) sense: HeadingSense,
    /// The places of the forms that have it, ascending.
    pub(super) places: Vec<usize>,
    /// Where it stands: the place of the form, of its sheet, the cell.
    pub(super) at: (usize, usize, CellAddress),
    pub(super) numbers: usize,
    pub(super) ticks: usize,
    pub(super) texts: usize,
    pub(super) role: Option<ColumnUse>,
    /// The kind of units whose maxima it holds, where its heading names one.
    pub(super) kind: Option<UnitKind>,
    pub(super) certainty: Certainty,
    /// Why to ask what it holds.
    pub(super) doubt: ColumnDoubt,
    /// Where it is not what the columns beside it come to, though nearly everywhere it is: the form and its cell.
    pub(super) slips: Vec<(usize, usize, CellAddress)>,
    /// The share of the maximum in percent that a tick below it is worth, where it is one of several grades that say so.
    pub(super) worth: Option<Decimal>,
}

/// Why to ask what a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ColumnDoubt {
    /// Nothing else is known than what it was taken for, if anything.
    Plain,
    /// It was chosen for the self score, though others may be meant.
    Chosen,
    /// Another column was chosen for the self score.
    NotChosen,
    /// It is of another year.
    Earlier,
    /// It compares, or is a share, an average or a place.
    Beside,
    /// It was taken for words by which units say how well they did, that no form says the worth of.
    Words,
    /// It holds what was planned.
    Plan,
    /// It was taken for the appraised score, as its words say that others give it.
    OfOthers,
    /// Others give it, as others give another column beside it: neither counts.
    OneOfOthers,
    /// It is of a part of the year, beside the score of all of it.
    Part,
    /// It was taken for the weights of rows.
    Weight,
    /// It was taken for the self score, as nothing but 0 and 1 stands there.
    Binary,
    /// It was taken for the self score, as it differs from form to form and no other is known.
    Guessed,
    /// It was taken for one of several grades, of which one is ticked.
    Grade,
    /// It was taken for answers, "Có" or "Không".
    Answer,
    /// It was taken for the self score, as the columns beside it come to it.
    Proved,
    /// It is a part of what was taken for the self score, as arithmetic proves.
    ProvedPart,
}

impl FormColumn {
    /// Counts what a cell says as a number, a tick or words. A limit in words ("Tối đa 10 điểm") is a number.
    fn count(&mut self, said: &CellStatement) {
        *match said {
            CellStatement::Number(_) => &mut self.numbers,
            CellStatement::Text(text) if says_limit(text).is_some() => &mut self.numbers,
            CellStatement::Tick => &mut self.ticks,
            CellStatement::Text(_) => &mut self.texts,
        } += 1;
    }

    /// Whether its words say what was reached, "Kết quả thực hiện", be it with the year: a figure, where a score stands beside it.
    pub(super) fn is_result(&self) -> bool {
        let said = self.word.or(self.sense.meant);
        said == Some(Column::Figure) && !self.sense.is_earlier()
    }

    /// Whether it is a second column below the heading of one that is known, in few forms or of the self score, which each form is told
    /// of: what one form does changes no heading of the others.
    pub(super) fn repeats(&self, first: &FormColumn) -> bool {
        let heading = self.key.rsplit_once(" ?").map(|(heading, _)| heading);
        let is_of_few = self.places.len() * 2 < first.places.len();
        let is_told = first.role == Some(ColumnUse::Claimed);
        first.role.is_some() && (is_of_few || is_told) && heading == Some(first.key.as_str())
    }

    /// Whether forms have both.
    pub(super) fn shares_forms(&self, other: &FormColumn) -> bool {
        let is_shared = |place: &usize| other.places.binary_search(place).is_ok();
        self.places.iter().any(is_shared)
    }
}

/// The maximum of each row in each form that has one, by their places.
pub(super) struct MaximumTable(BTreeMap<(usize, usize), Points>);

impl MaximumTable {
    /// All of them.
    pub(super) fn new(forms: &Forms<'_>, maximum: impl Fn(usize, usize) -> Option<Points>) -> Self {
        let all = forms
            .rows()
            .flat_map(|row| (0..forms.count()).map(move |place| (row, place)));
        let said = all.filter_map(|at| Some((at, maximum(at.0, at.1)?)));
        MaximumTable(said.collect())
    }

    /// Whether no form has any.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// That of a row in a form.
    pub(super) fn at(&self, row: usize, place: usize) -> Option<Points> {
        self.0.get(&(row, place)).copied()
    }
}

/// The headings of all forms, in the order of the nearest one.
pub(super) fn columns(forms: &Forms<'_>, year: Option<i32>) -> Vec<FormColumn> {
    let mut found: Vec<FormColumn> = Vec::new();
    let vocabulary = Vocabulary::new(&[]);
    for place in 0..forms.count() {
        let Some(tree) = forms.tree(place) else {
            continue;
        };
        let mut own = BTreeSet::new();
        for block in &tree.blocks {
            for column in &block.columns {
                let is_new = own.insert(column.key.as_str());
                let at = found.iter().position(|one| one.key == column.key);
                let at = at.unwrap_or_else(|| {
                    found.push(FormColumn {
                        key: column.key.clone(),
                        text: column.heading.clone(),
                        word: column.word,
                        sense: HeadingSense::default(),
                        places: Vec::new(),
                        at: (place, block.sheet, column.at),
                        numbers: 0,
                        ticks: 0,
                        texts: 0,
                        role: None,
                        kind: match column.word {
                            Some(Column::Maximum) => {
                                UnitTier::named_in(&column.key).map(UnitKind::Tier)
                            }
                            Some(_) => None,
                            None => UnitKind::behind_maximum(&column.key, &vocabulary),
                        },
                        certainty: Certainty::Look,
                        doubt: ColumnDoubt::Plain,
                        slips: Vec::new(),
                        worth: None,
                    });
                    found.len() - 1
                });
                if let Some(one) = found.get_mut(at).filter(|_| is_new) {
                    one.places.push(place);
                }
            }
            for (column, said, _) in block.lines.iter().flat_map(|line| &line.cells) {
                let key = block.columns.get(*column).map(|column| &column.key);
                if let Some(one) = found.iter_mut().find(|one| Some(&one.key) == key) {
                    one.count(said);
                }
            }
        }
    }
    let texts: Vec<(&str, &str)> = found
        .iter()
        .map(|one| (one.key.as_str(), one.text.as_str()))
        .collect();
    for (sense, column) in HeadingSense::all(&texts, year).into_iter().zip(&mut found) {
        column.sense = sense;
    }
    found
}

/// A part of a whole.
pub(super) fn share(part: usize, whole: usize) -> f64 {
    let number = |count: usize| u32::try_from(count).map_or(f64::from(u32::MAX), f64::from);
    number(part) / number(whole.max(1))
}
