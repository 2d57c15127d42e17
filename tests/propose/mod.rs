//! Campaigns proposed from forms, held against the schemes that people wrote for them.

mod command;
mod derived;
mod kinds;
pub mod measure;
mod said;
