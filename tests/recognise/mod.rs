//! Workbooks built in code and recognised: what reaches the submission, and what is said about it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod beside;
mod encodings;
mod form;
mod formulas;
