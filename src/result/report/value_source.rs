//! Where a value of a unit stands, as a report holds it.
//!
//! In: nothing; this is the word for it. Out: its place, what stands there, and what was made of that. Not for: the value itself.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use crate::base::number::Step;
use crate::base::origin::Origin;
use crate::input::submission::Row;

/// A value's origin, and what was made of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ValueSource {
    /// Where it came from: in JSON the fields `sheet` and `cell` of a cell.
    #[serde(flatten)]
    pub origin: Origin,
    /// The text or number as it stands there.
    pub text: SmolStr,
    /// The documents named as evidence, as written.
    pub evidence: Option<Arc<str>>,
    /// The explanation, as written.
    pub explanation: Option<Arc<str>>,
    /// What was done to the text to understand it, in order.
    #[serde(default, skip_serializing_if = "<[Step]>::is_empty")]
    pub steps: Box<[Step]>,
    /// The row it stands in, and why that row was taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<Arc<Row>>,
    /// Where the appraised score of a criterion stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub appraised: Option<Box<ValueSource>>,
}
