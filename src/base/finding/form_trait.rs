//! What a finding is where nearly all forms have the same.
//!
//! In: a finding. Out: whether the form has it and no unit alone, and whether it is counted once for the campaign. Not for: which ones
//! are alike, which the report knows.

use crate::base::finding::Finding;
use crate::base::rules::Bearing;

impl Finding {
    /// Whether it is a trait of the form that was sent out: whoever runs the campaign looks at that, and no unit mends it.
    pub fn is_of_form(&self) -> bool {
        self.forms.is_some() && self.rule.is_of_form()
    }

    /// Whether it is the campaign's and of no unit at all: a trait of labels and columns that opens no score and changes no total.
    pub fn is_of_campaign(&self) -> bool {
        let opens_nothing = self.criteria.is_empty() && self.effect.is_none();
        self.is_of_form() && opens_nothing && self.rule.bearing == Bearing::Shared
    }
}
