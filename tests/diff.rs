//! Year over year: properties, the samples, the reorganisation of 2025, findings, and the command.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod command;
mod findings;
mod fit;
mod list;
pub mod made;
mod names;
mod pages;
mod properties;
mod reorganisation;
mod samples;
mod tables;
mod uncounted;
mod whole;
