//! A person's edits in a result: they survive the next run, they are never believed silently, and results among the returns are
//! known for what they are. Everything is done as a person does it: by running the program, changing the file, running it again.

pub mod book;
mod decided;
mod decided_choices;
mod decided_figures;
mod decided_files;
mod decided_sums;
pub mod decisions;
mod distrust;
mod inbox;
mod office;
mod same_content;
mod survive;
