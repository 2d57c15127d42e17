//! Numbers and tables as a definition writes them.
//!
//! In: points, keys and values. Out: TOML. Not for: which keys there are (`write`).

use toml::{Table, Value};

use crate::base::points::Points;

/// A number as a definition writes it.
pub(super) fn number(points: Points) -> Value {
    match points.0.to_i64() {
        Some(whole) if points.0.is_integer() => Value::Integer(whole),
        _ => Value::Float(points.to_f64()),
    }
}

/// A table of entries.
pub(super) fn table<const N: usize>(entries: [(&str, Value); N]) -> Table {
    entries
        .into_iter()
        .map(|(key, value)| (key.to_string(), value))
        .collect()
}
