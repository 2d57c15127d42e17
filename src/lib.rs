//! tonghop: a folder of returned self-assessment workbooks becomes one consolidated workbook, with every number proven.
//!
//! The layers, lowest first; a module imports from its own layer and from those below that the table in
//! `tests/layers.rs` names, nothing else.
//!
//! 1. words: [`cell`], [`points`], [`text`]

pub mod campaign;
pub mod cell;
pub mod check;
pub mod date;
pub mod definition;
pub mod error;
pub mod finding;
pub mod ids;
pub mod lang;
pub mod points;
pub mod rank;
pub mod recognise;
pub mod report;
pub mod rules;
pub mod scheme;
pub mod score;
pub mod statistics;
pub mod submission;
pub mod text;
pub mod units;
