//! Tables of documents by paths with dots.

use toml::{Table, Value};

/// Puts a value where a path with dots leads to.
pub(super) fn put(table: &mut Table, key: &str, value: Value) {
    let Some((first, rest)) = key.split_once('.') else {
        table.insert(key.to_string(), value);
        return;
    };
    let inner = table
        .entry(first)
        .or_insert_with(|| Value::Table(Table::new()));
    if let Value::Table(inner) = inner {
        put(inner, rest, value);
    }
}

/// Adds what another table has. Gives the path of what both have.
pub(super) fn merge(table: &mut Table, other: Table) -> Option<String> {
    for (key, value) in other {
        match (table.get_mut(&key), value) {
            (None, value) => {
                table.insert(key, value);
            }
            (Some(Value::Table(own)), Value::Table(more)) => {
                if let Some(inner) = merge(own, more) {
                    return Some(format!("{key}.{inner}"));
                }
            }
            (Some(_), _) => return Some(key),
        }
    }
    None
}
