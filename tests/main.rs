//! One test binary for the whole project.

// A test that unwraps what is not there has failed, which is what it is for; and tests write files and take times.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods
)]

mod annex;
mod arithmetic;
mod audit;
mod browser;
mod campaign_book;
mod cases;
mod classes;
mod cli;
mod data_file;
mod decision;
mod decisions;
mod definitions;
mod diff;
mod display;
#[cfg(unix)]
mod dropped;
mod edits;
mod forms;
mod fuzzing;
mod guide;
mod hostile;
mod inbox;
#[cfg(unix)]
mod kills;
mod layers;
mod leaks;
mod letters;
mod likeness;
mod limits;
mod margins;
mod outside;
mod page;
mod printed;
mod profiles;
mod properties;
mod propose;
mod read;
mod readme;
mod recognise;
mod rollup;
mod rules;
mod sample;
mod scoring;
mod seen;
mod spoiler;
mod template;
#[cfg(unix)]
mod terminal;
mod vocabulary;
#[cfg(unix)]
mod windows;
mod wording;
mod write;
