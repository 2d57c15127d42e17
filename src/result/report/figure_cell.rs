//! A figure of a unit, as a report holds it.
//!
//! In: nothing; this is the word for it. Out: the value that counts, with where it stands and who decided it. Not for: what it gives.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::base::ids::FigureId;
use crate::campaign::decisions::DecidedFigure;
use crate::input::submission::Figure;
use crate::judge::score::figures::Figures;
use crate::result::report::ValueSource;

/// A figure of a unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FigureCell {
    /// What counts: what was decided, or else what the form has, where it was understood.
    pub value: Option<Figure>,
    /// What was decided of it, where anything was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided: Option<Box<DecidedFigure>>,
    /// Whether another figure contradicts it, a part above its whole: then no statistic uses it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub contradicted: bool,
    /// Where it stands.
    pub source: ValueSource,
}

impl Figures for IndexMap<FigureId, FigureCell> {
    fn figure(&self, id: &FigureId) -> Option<&Figure> {
        self.get(id)?.value.as_ref()
    }
}
