//! What everything speaks of: cells, texts, numbers and dates, formulas, findings and their rules, languages.

pub mod cell;
pub mod clock;
pub mod date;
pub mod disk;
pub mod display;
pub mod encoding;
pub mod error;
pub mod finding;
pub mod formula;
pub mod formula_signs;
pub mod guard;
pub mod ids;
pub mod lang;
pub mod moment;
pub mod number;
pub mod opening;
pub mod origin;
pub mod outside;
pub mod points;
pub mod rules;
pub mod seal;
pub mod text;
