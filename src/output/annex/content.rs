//! What stands in the annex, as plain data.
//!
//! In: nothing. Out: types. Not for: how it is made (`narrative`, `level_table`), nor how Word has it (`document`).

/// The annex of a decision.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Annex {
    /// The lines of its title.
    pub title: Vec<String>,
    /// The line below it that names the decision, with number and day left blank.
    pub reference: String,
    /// What keeps the result from being final; it stands on the first page and above every page.
    pub provisional: Option<String>,
    /// What stands below, in order.
    pub blocks: Vec<AnnexBlock>,
    /// The texts of the footnotes; the first has number 1.
    pub footnotes: Vec<String>,
}

/// A part of the annex.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnnexBlock {
    /// A heading with a number.
    Heading(String),
    /// A heading with a letter.
    Subheading(String),
    /// A paragraph.
    Paragraph(Vec<AnnexRun>),
    /// A word to the author, marked as such: what could not be said.
    AuthorNote(String),
    /// A place for the author's text.
    Place(AuthorPlace),
    /// The table of a level.
    Table(AnnexTable),
    /// A note below a table.
    TableNote(String),
}

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnnexRun {
    /// Text.
    Text(String),
    /// The mark of a footnote, by its number from 1.
    Footnote(usize),
}

/// A place for the author's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthorPlace {
    /// By which it is known again.
    pub tag: String,
    /// What belongs there.
    pub prompt: String,
}

/// The results of a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnnexTable {
    /// The headings of its columns: number, unit, groups, total, and the grade where there are grades.
    pub heads: Vec<String>,
    /// Its rows, as many cells each as there are headings.
    pub rows: Vec<Vec<String>>,
}

impl Annex {
    /// The places for the author, in order.
    pub fn places(&self) -> impl Iterator<Item = &AuthorPlace> {
        self.blocks.iter().filter_map(|block| match block {
            AnnexBlock::Place(place) => Some(place),
            _ => None,
        })
    }
}
