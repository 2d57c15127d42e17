//! A campaign as documents: its settings, its scheme and its registry, as they are written, before anything is checked.
//!
//! A campaign is written as three text files (`campaign.toml`, `scheme.toml`, `units.csv`) or as one workbook, and it is
//! proposed from forms. All three meet here: what one writes, another reads, and the loaders of the text files say what is
//! wrong with it, by the path to a value. Not for: what a value may be (`settings`, `scheme`, `units`), nor for files.

mod load;

use indexmap::IndexMap;

use crate::base::text;
use crate::campaign::definition::PathStep;
pub use crate::campaign::documents::load::{Loaded, Misfit, load, units_csv};

/// A campaign as it is written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Documents {
    /// The keys of a `campaign.toml`. `scheme` and `registry` are absent where the other two documents are meant.
    pub settings: toml::Table,
    /// The keys of a `scheme.toml`.
    pub scheme: toml::Table,
    /// The rows of a `units.csv`, by the names of its columns, without empty values.
    pub units: Vec<IndexMap<String, String>>,
}

/// Which of the documents a path leads into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Document {
    /// The settings.
    Settings,
    /// The scheme.
    Scheme,
    /// The registry; the first step is the index of a row, the second a column.
    Units,
}

/// How far a proposed value is to be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// All that could say something agree.
    Sure,
    /// Most agree, or few could say something: to be looked at.
    Look,
    /// Nothing decides: a person has to.
    Unclear,
}

/// A cell that a proposal rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// The file, as the inbox names it.
    pub file: String,
    /// The sheet.
    pub sheet: String,
    /// The cell in A1 notation.
    pub cell: String,
    /// What stands there.
    pub says: String,
}

/// Where a proposed value comes from, and how many forms agree.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposed {
    /// The document of the value.
    pub document: Document,
    /// The path to it, as problems have it.
    pub path: Vec<PathStep>,
    /// The forms that say so.
    pub agree: usize,
    /// The forms that say anything about it.
    pub of: usize,
    /// How far to trust it.
    pub certainty: Certainty,
    /// One cell that says so.
    pub witness: Option<Witness>,
    /// What others say, one cell for each other value.
    pub others: Vec<Witness>,
    /// What to ask the person who corrects it, in the language of the run; empty where nothing is to be asked.
    pub question: String,
}

/// A campaign that was proposed from forms.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proposal {
    /// The campaign.
    pub documents: Documents,
    /// Where its values come from, in the order of the documents.
    pub proposed: Vec<Proposed>,
    /// Headings seen in the forms: heading, in how many forms, the role proposed (a key of `[columns]`, or none), and a cell.
    pub headings: Vec<SeenHeading>,
}

/// A heading that was seen in forms.
#[derive(Clone, Debug, PartialEq)]
pub struct SeenHeading {
    /// The heading as most forms write it.
    pub text: String,
    /// The forms that have it.
    pub forms: usize,
    /// What it was taken for: a key of `[columns]`; `None` where it was taken for nothing.
    pub role: Option<String>,
    /// How far to trust that.
    pub certainty: Certainty,
    /// A cell where it stands.
    pub witness: Witness,
    /// What to ask about it, in the language of the run; empty where nothing is to be asked.
    pub question: String,
}

impl Proposal {
    /// The campaign as its workbook is read again: headings that were seen mean what they were taken for.
    #[must_use]
    pub fn as_read(&self) -> Documents {
        let mut documents = self.documents.clone();
        let is_known = |table: &toml::Table, key: &str| {
            let lists = ["columns", "rows", "cover"].into_iter();
            let meanings = lists.filter_map(|list| table.get(list)?.as_table());
            let words = meanings.flat_map(|one| one.values().filter_map(|all| all.as_array()));
            let mut words = words.flatten().filter_map(|word| word.as_str());
            words.any(|word| text::key(word) == key)
        };
        for heading in &self.headings {
            let word = text::clean(&heading.text);
            let key = text::key(&word);
            let (settings, scheme) = (&documents.settings, &documents.scheme);
            let is_there = is_known(settings, &key) || is_known(scheme, &key);
            let Some(role) = heading.role.as_ref().filter(|_| !is_there) else {
                continue;
            };
            let columns = documents.settings.entry("columns");
            let columns = columns.or_insert_with(|| toml::Value::Table(toml::Table::new()));
            let Some(columns) = columns.as_table_mut() else {
                continue;
            };
            let words = columns.entry(role.clone());
            let words = words.or_insert_with(|| toml::Value::Array(Vec::new()));
            if let Some(words) = words.as_array_mut() {
                words.push(word.into());
            }
        }
        documents
    }
}
