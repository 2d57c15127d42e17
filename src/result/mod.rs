//! The report of a run, and what is asked of it: traces, comparisons, audits, edits by people.

pub mod audit;
pub mod diff;
pub mod edits;
pub mod margins;
pub mod report;
pub mod rollup;
pub mod status;
pub mod trace;
