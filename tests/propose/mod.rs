//! Campaigns proposed from forms, held against the schemes that people wrote for them.

mod carried;
pub mod command;
mod derived;
mod doubts;
mod indices;
mod kinds;
mod kinds_of_units;
mod letterheads;
mod marks;
pub mod measure;
mod ministry;
mod once;
mod outlines;
mod parts;
mod periods;
mod said;
mod scoreless;
mod scores;
mod shares;
mod two_columns;
mod unit_lists;
mod unlimited;
mod weighed_indices;
mod weight_means;
pub mod weight_proof;
pub mod weights;
mod zero_one;
