//! tonghop: a folder of returned self-assessment workbooks becomes one consolidated workbook, with every number proven.
//!
//! The layers, lowest first; a module imports from its own layer and from those below that the table in
//! `tests/layers.rs` names, nothing else.
//!
//! 1. words: [`cell`], [`points`], [`text`]
//! 3. input: [`inbox`], [`read`]

pub mod cell;
pub mod inbox;
pub mod points;
pub mod read;
pub mod text;
