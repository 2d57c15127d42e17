//! From a folder to what was understood: files, cells, submissions, published tables.

pub mod campaign_book;
pub mod decisions;
pub mod inbox;
pub mod intake;
pub mod propose;
pub mod published;
pub mod read;
pub mod receipt;
pub mod recognise;
pub mod seen;
pub mod submission;
pub mod tables;
pub mod texts;
