//! From grids to a submission: which rows of a workbook are which rows of the form, and whose workbook it is.
//!
//! In: the grids of one workbook with its stamp and file name. Out: a [`Submission`] or the reason why there is none, with
//! findings. Everything is found by its labels, never by its address. Not for: files, and not for judging scores.

mod align;
mod answer;
mod apart;
mod aside;
mod columns;
mod correction;
mod cover;
mod cover_value;
mod decode;
mod doubts;
mod extract;
mod figures;
mod file_name;
mod form;
mod formulas;
mod grades;
mod headings;
mod identity;
mod joint;
mod legible;
mod letterhead;
mod lexicon;
mod maxima;
mod measures;
mod mentions;
mod merge;
mod named_sums;
mod office_line;
mod options;
mod passed_over;
mod printed_codes;
mod reader;
mod recall;
mod recogniser;
mod remarks;
mod result_tables;
pub mod shares;
mod sheet;
mod sole;
mod subject;
mod sums;
mod surroundings;
pub mod tally;
mod ticks;
mod titles;
mod unlabelled;
mod unread_tables;
mod unseen;
mod yes_no;

use std::collections::BTreeMap;

use crate::base::cell::Grid;
use crate::base::finding::Finding;
use crate::base::ids::UnitId;
use crate::campaign::scheme::Scheme;
use crate::campaign::settings::Campaign;
use crate::campaign::units::Registry;
use crate::input::submission::Submission;
use crate::input::tables::Vocabulary;

pub use crate::input::recognise::answer::{OptionMark, choice, mark, yes_no as yes_or_no};
pub use crate::input::recognise::file_name::{named_by_file, named_in_part};
pub use crate::input::recognise::identity::asks_owner;
pub use crate::input::recognise::joint::labelled;
use crate::input::recognise::legible::Legible;
use crate::input::recognise::lexicon::Lexicon;
pub use crate::input::recognise::recogniser::Recogniser;
pub use crate::input::recognise::subject::{figure_label, groups_label};

/// What forms are recognised by.
#[derive(Debug)]
pub struct Known<'a> {
    /// The criteria.
    pub scheme: &'a Scheme,
    /// The units.
    pub registry: &'a Registry,
    /// The year assessed.
    pub year: i32,
    /// The words of headings, captions and covers.
    vocabulary: Vocabulary,
    /// The scheme's rows by their texts.
    lexicon: Lexicon<'a>,
    legible: Legible,
    /// The province, as a key, where the campaign says it.
    province: Option<String>,
}

impl<'a> Known<'a> {
    /// What the forms of a campaign are recognised by.
    pub fn new(campaign: &Campaign, scheme: &'a Scheme, registry: &'a Registry) -> Self {
        Known {
            scheme,
            registry,
            year: campaign.year,
            vocabulary: Vocabulary::new(&[campaign.vocabulary(), scheme.vocabulary()])
                .with_levels(scheme)
                .of_year(campaign.year),
            lexicon: Lexicon::new(scheme),
            legible: Legible::default(),
            province: titles::province(campaign, scheme),
        }
    }
}

impl Known<'_> {
    /// Whether a key is the name of a registered unit, be it with the campaign's own province.
    fn names_unit(&self, key: &str) -> bool {
        !self.registry.by_name_key(key).is_empty()
            || titles::within_province(key, self.province.as_deref(), self.registry).is_some()
    }
}

/// What was understood from one workbook.
#[derive(Debug)]
pub struct Recognised {
    /// Whose it is, where that is clear.
    pub unit: Option<UnitId>,
    /// The units that are named, where it is not clear whose it is.
    pub candidates: Vec<UnitId>,
    /// Whether whose it is had to be asked: nothing says so clearly, and what was decided of it was needed.
    pub needs_owner: bool,
    /// What it says; `None` where it cannot count, for which a finding gives the reason.
    pub submission: Option<Submission>,
    /// What is wrong with it, each with file and unit.
    pub findings: Vec<Finding>,
}

/// Reads the grids of one workbook.
pub fn recognise(
    grids: &[Grid],
    stamp: &BTreeMap<String, String>,
    file: &str,
    known: &Known<'_>,
) -> Recognised {
    Recogniser::new(known).recognise(grids, stamp, file, None)
}
