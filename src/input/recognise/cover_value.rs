//! What a cover says in one cell.
//!
//! In: a text above a table. Out: the same with its place. Not for: what it means.

use crate::base::finding::Place;

/// A text with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverValue {
    /// The text, cleaned.
    pub text: String,
    /// Where it stands.
    pub place: Place,
    /// Whether its label says that it is a name (`Tên đơn vị`), and not only that it may be one (`Đơn vị`).
    pub is_name: bool,
}
