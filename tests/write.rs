//! The output layer: the workbook as calamine and LibreOffice read it, and files that are there whole or not at all.
#![allow(
    clippy::doc_markdown,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod alike;
mod beside;
mod beyond;
mod caps;
mod decisions;
mod edits;
mod files;
pub mod fixture;
mod formats;
mod kontum;
mod look;
mod paper;
pub mod recalculation;
mod said_alike;
mod sealed;
pub mod small;
mod workbook;
