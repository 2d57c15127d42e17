//! What the targets of `fuzz/` do with one input, which plain `cargo test` runs over the seeds, so that they cannot rot.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    clippy::missing_panics_doc,
    clippy::indexing_slicing,
    reason = "an input that breaks what must hold ends in a panic, which is what fuzzing looks for"
)]

pub mod definitions;
pub mod number;
pub mod recognise;
pub mod report;
