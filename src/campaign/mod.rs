//! What is expected: the settings of a campaign, its scheme of criteria, its registry of units, the words of its forms.

pub mod book;
pub mod carry;
pub mod decisions;
pub mod definition;
pub mod documents;
pub mod hints;
pub mod rulings;
pub mod scheme;
pub mod settings;
mod slips;
pub mod stamp;
pub mod units;
pub mod vocabulary;
