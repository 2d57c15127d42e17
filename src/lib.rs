//! tonghop: a folder of returned self-assessment workbooks becomes one consolidated workbook, with every number proven.
//!
//! The layers, lowest first. A module imports from its own layer and from the layers that the table in `tests/layers.rs`
//! allows it, nothing else.
//!
//! 1. words: [`cell`], [`date`], [`encoding`], [`error`], [`finding`], [`formula`], [`guard`], [`ids`], [`lang`], [`number`],
//!    [`opening`], [`outside`], [`points`], [`rules`], [`seal`], [`text`]
//! 2. definitions: [`campaign`], [`definition`], [`scheme`], [`submission`], [`units`]
//! 3. input: [`inbox`], [`read`], [`recognise`]
//! 4. judgement: [`check`], [`rank`], [`score`], [`statistics`]
//! 5. result: [`audit`], [`diff`], [`edits`], [`published`], [`report`], [`trace`]

pub mod audit;
pub mod campaign;
pub mod cell;
pub mod check;
pub mod cli;
pub mod date;
pub mod definition;
pub mod diff;
pub mod edits;
pub mod encoding;
pub mod error;
pub mod finding;
pub mod formula;
pub mod guard;
pub mod ids;
pub mod inbox;
pub mod intake;
pub mod lang;
pub mod number;
pub mod opening;
pub mod outside;
pub mod pipeline;
pub mod points;
pub mod published;
pub mod rank;
pub mod read;
pub mod receipt;
pub mod recognise;
pub mod report;
pub mod rules;
pub mod scheme;
pub mod score;
pub mod seal;
pub mod statistics;
pub mod submission;
pub mod text;
pub mod trace;
pub mod units;
pub mod write;
