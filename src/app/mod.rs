//! The wiring: a run from folder to output, and the commands.

pub mod browser;
pub mod cli;
pub mod pipeline;
