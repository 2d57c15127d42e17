//! Workbooks built in code and recognised: what reaches the submission, and what is said about it.

mod beside;
mod encodings;
mod form;
mod formulas;
