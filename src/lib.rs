//! tonghop: a folder of returned self-assessment workbooks becomes one consolidated workbook, with every number proven.
//!
//! The layers, lowest first; a module imports from its own layer and from those below that the table in
//! `tests/layers.rs` names, nothing else.
//!
//! 1. words: [`cell`], [`points`], [`text`]

pub mod cell;
pub mod finding;
pub mod ids;
pub mod lang;
pub mod points;
pub mod rank;
pub mod report;
pub mod rules;
pub mod score;
pub mod statistics;
pub mod text;
pub mod write;
