//! Which findings are about the form that was sent out, where nearly all units' forms have them alike.
//!
//! In: a rule. Out: whether whoever runs the campaign looks at it, and no unit is asked to mend it. Not for: when forms are alike.

use crate::base::rules::{Bearing, Rule};

/// Codes of findings about headings, rows and columns of a form, about maxima and scales that it states, and about the year in its
/// titles: the form, or the campaign's definition of it, has to be mended once. What a unit filled in is none of these, nor is a
/// sum: several units may leave out the same bonus.
pub const OF_THE_FORM: &[&str] = &[
    "TH115", "TH128", "TH202", "TH203", "TH204", "TH205", "TH208", "TH210", "TH224", "TH230",
    "TH307", "TH319", "TH330", "TH345", "TH353", "TH354", "TH446",
];

impl Rule {
    /// Whether such a finding is the form's where nearly all forms have it.
    pub fn is_of_form(&self) -> bool {
        self.bearing == Bearing::Shared || OF_THE_FORM.binary_search(&self.code).is_ok()
    }
}
