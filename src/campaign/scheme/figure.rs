//! The raw numbers behind criteria.
//!
//! In: a figure of a `scheme.toml`. Out: the figure, and what others ask of any. Not for: values.

use serde::Deserialize;

use crate::base::ids::FigureId;
use crate::base::text;
use crate::campaign::scheme::Criterion;

/// A raw number behind a criterion.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureSpec {
    /// Its id, unique in the scheme, so that other criteria and statistics can use it.
    pub id: FigureId,
    /// The text of its row. Without one the figure stands in the criterion's own row.
    #[serde(default)]
    pub name: Option<String>,
    /// Other wordings in use.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Its unit of measure.
    #[serde(default)]
    pub unit: String,
    /// What it may say.
    #[serde(default)]
    pub kind: FigureKind,
    /// Another figure that it can never exceed: the staff with a computer, the whole staff.
    #[serde(default)]
    pub at_most: Option<FigureId>,
}

impl FigureSpec {
    /// The text of its row, or that of its criterion.
    pub fn label<'a>(&'a self, criterion: &'a Criterion) -> &'a str {
        self.name.as_deref().unwrap_or(&criterion.name)
    }

    /// Whether it is a percentage. One in the criterion's own row has the unit of measure of that, where it says none.
    pub fn is_percent(&self, criterion: &Criterion) -> bool {
        let unit = match self.name {
            None if self.unit.is_empty() => criterion.unit.as_str(),
            _ => self.unit.as_str(),
        };
        unit.contains('%') || text::key(unit).contains("phần trăm")
    }
}

/// What a figure may say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FigureKind {
    /// How many: a whole number, zero or more.
    #[default]
    Count,
    /// How much: any number, zero or more.
    Amount,
    /// Yes or no.
    YesNo,
    /// One of the options of the criterion's rule.
    Choice,
}
